//! How long a stroke takes: one district moved with 40 indicators × 10 years, the figures and outlines of the two areas it
//! touches, and building the ledger, on the sample, on 11,000 and 100,000 districts and on Germany. The number of areas must
//! not matter: 20 or 1,000. Goals stand in the names.
//!
//! Moves go back and forth between two neighbouring areas, so that each run does the same work.
#![allow(missing_docs, reason = "criterion's macros make public items")]
mod counties;

use std::hint::black_box;

use counties::{County, border, germany, made_up, sample_county};
use criterion::{BatchSize, BenchmarkGroup, BenchmarkId, Criterion, criterion_group, criterion_main, measurement::WallTime};
use planraum::{
    analysis::{
        assignment::Assignment,
        draft::{Draft, DraftOptions},
        figures::{FigureOptions, PlanFigures},
        ledger::{Ledger, LedgerOptions},
    },
    geometry::{DistrictIx, outline::outline, shape},
};

/// 40 indicators × 10 years.
const VALUES: (usize, usize) = (40, 10);

fn counties() -> Vec<County> {
    let made = [(11_000, 140, VALUES, 20), (11_000, 140, VALUES, 1_000), (100_000, 42, (4, 10), 1_000)];
    let made = made.into_iter().map(|(districts, vertices, values, areas)| made_up(districts, vertices, values, areas));
    sample_county().into_iter().chain(made).chain(germany(VALUES.0, VALUES.1)).collect()
}

fn strokes(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("stroke");
    for county in counties() {
        let assignment = Assignment::of(&county.plan, &county.catalog.register);
        let label = |it| assignment.position(it).unwrap_or(usize::MAX);
        let border: Vec<_> = border(&county, &assignment).into_iter().map(|(it, from, to)| (it, label(from), label(to))).collect();
        let topology = &county.catalog.ground.topology;
        moving(&mut group, &county, &assignment, &border);
        group.bench_function(BenchmarkId::new("outlines of the two touched areas (goal 0.5 ms)", &county.name), |bench| {
            let mut turn = border.iter().cycle();
            bench.iter(|| {
                let labels = turn.next().map_or([0, 0], |it| [it.1, it.2]);
                labels.map(|label| outline(topology, assignment.members(label), |it| assignment.label_of(it) == Some(label)))
            });
        });
        group.bench_function(BenchmarkId::new("shape figures of the two touched areas", &county.name), |bench| {
            let mut turn = border.iter().cycle();
            bench.iter(|| {
                let labels = turn.next().map_or([0, 0], |it| [it.1, it.2]);
                labels.map(|label| shape::figures(topology, assignment.members(label), |it| assignment.label_of(it) == Some(label)))
            });
        });
        draft(&mut group, &county, &assignment, &border);
    }
    group.finish();
}

fn moving(group: &mut BenchmarkGroup<'_, WallTime>, county: &County, assignment: &Assignment, border: &[(DistrictIx, usize, usize)]) {
    let mut ledger = Ledger::build(&county.catalog, assignment, LedgerOptions::default());
    let (mut at, mut forth) = (0, true);
    group.bench_function(BenchmarkId::new("move one district in all series (goal 5 µs at 40 × 10)", &county.name), |bench| {
        bench.iter(|| {
            let (district, from, to) = border[at];
            let moved = ledger.move_district(district, Some(if forth { to } else { from }));
            at = (at + 1) % border.len();
            forth ^= at == 0;
            black_box(moved)
        });
    });
}

/// A whole step of a stroke: the move and every figure of the plan after it.
fn draft(group: &mut BenchmarkGroup<'_, WallTime>, county: &County, assignment: &Assignment, border: &[(DistrictIx, usize, usize)]) {
    let ledger = Ledger::build(&county.catalog, assignment, LedgerOptions::default());
    let mut draft = Draft::begin(&county.plan, ledger, None, DraftOptions::default());
    let (mut at, mut forth) = (0, true);
    group.bench_function(BenchmarkId::new("draft: one district and all figures", &county.name), |bench| {
        bench.iter(|| {
            let (district, from, to) = border[at];
            let goal = county.plan.areas[if forth { to } else { from }].id;
            draft.put([district], Some(goal));
            at = (at + 1) % border.len();
            forth ^= at == 0;
            black_box(draft.figures().parity)
        });
    });
}

fn building(criterion: &mut Criterion) {
    let county = made_up(11_000, 140, VALUES, 20);
    let (catalog, plan) = (&county.catalog, &county.plan);
    let assignment = Assignment::of(plan, &catalog.register);
    let mut group = criterion.benchmark_group("from scratch, 11,000 districts");
    group.sample_size(10);
    group.bench_function("ledger, 40 indicators x 10 years", |bench| {
        bench.iter_batched(|| assignment.clone(), |it| Ledger::build(catalog, &it, LedgerOptions::default()), BatchSize::PerIteration);
    });
    group.bench_function("all figures of a plan of 20 areas", |bench| {
        bench.iter(|| PlanFigures::of(catalog, plan, &assignment, &FigureOptions::default()));
    });
    group.bench_function("assignment of a plan", |bench| bench.iter(|| Assignment::of(plan, &catalog.register)));
    group.finish();
}

criterion_group!(benches, strokes, building);
criterion_main!(benches);
