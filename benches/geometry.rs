//! How long borders take: boundaries into arcs, outlines of two touched areas, the district under the cursor, a brush.
//!
//! Coverages come from our own generator: 11,000 districts with 1.7 million vertices and 100,000 with 4.4 million.
#![allow(missing_docs, reason = "criterion's macros make public items")]
use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use planraum::geometry::locate::Locator;
use planraum::geometry::outline::outline;
use planraum::geometry::simplify::Importance;
use planraum::geometry::topology::Topology;
use planraum::geometry::{DistrictIx, Point, shape, synthetic};

/// Districts, vertices of each.
const SIZES: [(usize, usize); 2] = [(11_000, 145), (100_000, 42)];
/// Tolerance that the program uses by default, in metres.
const TOLERANCE: f64 = 0.5;

fn build(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("boundaries into arcs");
    group.sample_size(10);
    for (districts, vertices) in SIZES {
        let clean = synthetic::coverage(districts, vertices, 1);
        let dirty = synthetic::dirty(&clean, 2);
        for (name, boundaries) in [("clean", clean), ("unclean", dirty)] {
            let id = BenchmarkId::new(name, districts);
            group.bench_function(id, |it| it.iter(|| Topology::build(black_box(&boundaries), TOLERANCE)));
        }
    }
    group.finish();
}

/// Areas as squares of the map, five by four.
fn areas(topology: &Topology) -> Vec<u32> {
    let all = topology.bounds();
    let area = |district: DistrictIx| {
        let (all, own) = (all?, topology.district_bounds(district)?);
        let share = |axis: usize, from: f64, length: f64| (own.centre()[axis] - from) / length;
        let (x, y) = (share(0, all.min[0], all.width()), share(1, all.min[1], all.height()));
        Some((x * 4.99) as u32 + 5 * (y * 3.99) as u32)
    };
    topology.districts().map(|it| area(it).unwrap_or(u32::MAX)).collect()
}

fn painting(criterion: &mut Criterion) {
    for (size, vertices) in SIZES {
        let topology = Topology::build(&synthetic::coverage(size, vertices, 1), TOLERANCE).topology;
        let area_of = areas(&topology);
        let of = |area: u32| topology.districts().filter(|it| area_of[it.index()] == area).collect::<Vec<_>>();
        let touched = [(7, of(7)), (8, of(8))];
        let mut group = criterion.benchmark_group("two touched areas of twenty");
        group.bench_function(BenchmarkId::new("outlines (goal 0.5 ms at 11,000)", size), |it| {
            it.iter(|| touched.each_ref().map(|(area, own)| outline(&topology, own, |it| area_of[it.index()] == *area)));
        });
        group.bench_function(BenchmarkId::new("outlines and figures", size), |it| {
            it.iter(|| touched.each_ref().map(|(area, own)| shape::figures(&topology, own, |it| area_of[it.index()] == *area)));
        });
        group.finish();
        locating(criterion, &topology, size);
        coarser(criterion, &topology, size);
    }
}

fn locating(criterion: &mut Criterion, topology: &Topology, size: usize) {
    let locator = Locator::new(topology);
    let Some(bounds) = topology.bounds() else { return };
    // a walk by the golden ratio reaches every corner of the map evenly
    let place = |number: usize| -> Point {
        let share = |factor: f64| (number as f64 * factor).fract();
        [bounds.min[0] + bounds.width() * share(0.618_034), bounds.min[1] + bounds.height() * share(0.414_214)]
    };
    let mut group = criterion.benchmark_group("under the cursor");
    let mut number = 0;
    group.bench_function(BenchmarkId::new("district (goal 2 µs at 11,000)", size), |it| {
        it.iter(|| {
            number += 1;
            locator.district_at(black_box(place(number)))
        });
    });
    group.bench_function(BenchmarkId::new("brush of 5 km swept by 500 m", size), |it| {
        it.iter(|| {
            number += 1;
            let [x, y] = place(number);
            locator.touching_capsule([x, y], [x + 400.0, y + 300.0], 5_000.0)
        });
    });
    group.finish();
}

fn coarser(criterion: &mut Criterion, topology: &Topology, size: usize) {
    let mut group = criterion.benchmark_group("coarser drawing");
    group.sample_size(10);
    group.bench_function(BenchmarkId::new("importance of all points", size), |it| it.iter(|| Importance::of(topology)));
    let importance = Importance::of(topology);
    group.bench_function(BenchmarkId::new("filter at 250 m", size), |it| {
        it.iter(|| topology.arcs().map(|(arc, _)| importance.indices_at(arc, 250.0).count()).sum::<usize>());
    });
    group.finish();
}

criterion_group!(borders, build, painting);
criterion_main!(borders);
