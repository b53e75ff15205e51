//! How long answers take: natural breaks and comparing two plans, at 11,000 and 100,000 districts.
//!
//! Districts come from our own generator with a fixed seed: log-normal values as incomes are, and plans of 500 areas.
//! “Similar” plans differ in a tenth of the districts, “unrelated” ones in all: the worst case for matching.
#![allow(missing_docs, reason = "criterion's macros make public items")]
use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use planraum::analysis::{
    classify::{Method, classify},
    compare::compare,
};

const SIZES: [usize; 2] = [11_000, 100_000];
const AREAS: u64 = 500;

/// Marsaglia's xorshift: the same numbers on every machine.
struct Draw(u64);

impl Draw {
    fn whole(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 >> 11
    }

    fn share(&mut self) -> f64 {
        self.whole() as f64 / (1_u64 << 53) as f64
    }

    fn log_normal(&mut self) -> f64 {
        let normal = (-2.0 * self.share().ln()).sqrt() * (std::f64::consts::TAU * self.share()).cos();
        (0.8 * normal).exp()
    }
}

fn natural_breaks(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("natural breaks (goal 5 ms at 11,000)");
    for size in SIZES {
        let mut draw = Draw(12_345);
        let values: Vec<f64> = (0..size).map(|_| draw.log_normal()).collect();
        for classes in [2, 5, 9] {
            let id = BenchmarkId::new(format!("{classes} classes"), size);
            group.bench_function(id, |it| it.iter(|| classify(black_box(&values), &Method::NaturalBreaks, classes)));
        }
    }
    group.finish();
}

/// Plan A in runs of neighbouring districts, plan B with so many percent of the districts drawn anew, populations.
fn plans(size: usize, redrawn: u64) -> (Vec<Option<u32>>, Vec<Option<u32>>, Vec<f64>) {
    let mut draw = Draw(12_345);
    let (mut a, mut b, mut people) = (Vec::new(), Vec::new(), Vec::new());
    for district in 0..size as u64 {
        let area = district * AREAS / size as u64;
        let other = if draw.whole() % 100 < redrawn { draw.whole() % AREAS } else { (area * 7 + 3) % AREAS };
        a.push(Some(area as u32));
        b.push(Some(other as u32));
        people.push((draw.whole() % 5_000) as f64);
    }
    (a, b, people)
}

fn comparison(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("compare plans of 500 areas");
    group.sample_size(20);
    for size in SIZES {
        for (name, redrawn) in [("similar", 10), ("unrelated", 100)] {
            let (a, b, people) = plans(size, redrawn);
            let id = BenchmarkId::new(name, size);
            group.bench_function(id, |it| it.iter(|| compare(black_box(&a), black_box(&b), black_box(&people))));
        }
    }
    group.finish();
}

criterion_group!(benches, natural_breaks, comparison);
criterion_main!(benches);
