//! How long files take: the sample county to a catalog, synthetic boundaries and Germany from GeoJSON to borders, a block and back.
//!
//! Germany is read where `PLANRAUM_GERMANY` names a GeoJSON file of it; the peak of memory is printed where the system tells it.
#![allow(missing_docs, reason = "criterion's macros make public items")]
use std::{fmt::Write as _, hint::black_box, time::Duration};

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use planraum::storage::{
    geojson::{self, Options},
    ground::ground_of,
    limits::Limits,
    sample::sample,
    source_block::{catalog_of, decode_boundaries, encode_boundaries},
};

fn sample_county(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("sample county");
    group.sample_size(10);
    group.bench_function("compiled-in files to a project", |it| it.iter(|| sample().map(black_box).is_ok()));
    if let Ok(made) = sample() {
        let list: Vec<_> = made.project.sources.iter().filter_map(|it| Some((it.clone(), made.blocks.get(&it.id)?.clone()))).collect();
        group.bench_function("blocks to a catalog", |it| it.iter(|| catalog_of(black_box(&list), 1, &Limits::default()).is_ok()));
    }
    group.finish();
}

/// A grid of squares in degrees, `side` × `side`, each edge in eight steps.
fn grid(side: u32) -> String {
    let mut text = String::from("{\"type\":\"FeatureCollection\",\"features\":[");
    for number in 0..side * side {
        let (west, south) = (9.0 + f64::from(number % side) * 0.01, 50.0 + f64::from(number / side) * 0.01);
        let _ = write!(text, "{}{{\"type\":\"Feature\",\"properties\":{{\"id\":\"{number:06}\"}},", if number > 0 { "," } else { "" });
        text.push_str("\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[");
        for step in 0..=32_u32 {
            let along = f64::from(step % 8) * 0.00125;
            let (east, north) = match step / 8 {
                0 => (along, 0.0),
                1 => (0.01, along),
                2 => (0.01 - along, 0.01),
                3 => (0.0, 0.01 - along),
                _ => (0.0, 0.0),
            };
            let _ = write!(text, "{}[{:.6},{:.6}]", if step > 0 { "," } else { "" }, west + east, south + north);
        }
        text.push_str("]]}}");
    }
    text + "]}"
}

fn boundaries(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("GeoJSON to borders");
    group.sample_size(10).measurement_time(Duration::from_secs(20));
    let mut files = vec![("grid of 10,000", grid(100).into_bytes())];
    if let Some(bytes) = std::env::var_os("PLANRAUM_GERMANY").and_then(|it| std::fs::read(it).ok()) {
        files.push(("Germany", bytes));
    }
    for (name, bytes) in files {
        group
            .bench_function(BenchmarkId::new("read", name), |it| it.iter(|| geojson::read(black_box(&bytes), &Options::default()).is_ok()));
        let whole = || geojson::read(black_box(&bytes), &Options::default()).map(ground_of).is_ok();
        group.bench_function(BenchmarkId::new("read and built (goal 2 s for Germany)", name), |it| it.iter(whole));
        if let Ok(file) = geojson::read(&bytes, &Options::default()) {
            let block = encode_boundaries(&file);
            drop(file);
            group.bench_function(BenchmarkId::new("block decoded", name), |it| {
                it.iter(|| decode_boundaries(black_box(&block), &Limits::default()).is_ok());
            });
        }
    }
    group.finish();
    if let Some(peak) =
        std::fs::read_to_string("/proc/self/status").ok().and_then(|it| it.lines().find(|it| it.starts_with("VmHWM")).map(str::to_owned))
    {
        eprintln!("peak of memory, the file's bytes included (goal 600 MB): {peak}");
    }
}

criterion_group!(benches, sample_county, boundaries);
criterion_main!(benches);
