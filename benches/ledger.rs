//! How long a stroke takes: one district moved with 40 indicators × 10 years, the figures and outlines of the two areas it
//! touches, and building the ledger, at 11,000 districts in 20 and in 1,000 areas: their number must not matter.
//!
//! Districts come from our own generator with a fixed seed. Moves go back and forth between two neighbouring areas, so that
//! each run does the same work.
#![allow(missing_docs, reason = "criterion's macros make public items")]
use std::{collections::BTreeMap, hint::black_box, sync::Arc};

use criterion::{BatchSize, BenchmarkId, Criterion, criterion_group, criterion_main};
use planraum::{
    analysis::{
        assignment::Assignment,
        draft::{Draft, DraftOptions},
        figures::{FigureOptions, PlanFigures},
        ledger::{Ledger, LedgerOptions},
    },
    geometry::{
        DistrictIx, locate::Locator, outline::outline, projection::Crs, shape, simplify::Importance, synthetic, topology::Topology,
    },
    model::{
        catalog::{Catalog, District, Ground, Register, Series},
        id::{AreaId, DistrictKey, IndicatorId, PlanId},
        indicator::{Indicator, Pooling, Role},
        period::Period,
        plan::Plan,
        planning_area::{Colour, Lock, PlanningArea},
        value::{Cell, Finite, State},
    },
};

const DISTRICTS: usize = 11_000;
const VERTICES: usize = 140;
const INDICATORS: usize = 40;
const YEARS: usize = 10;
const AREAS: [usize; 2] = [20, 1_000];

/// A number below `below`, the same on every machine (SplitMix64).
fn draw(seed: u64, below: u64) -> u64 {
    let mut it = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    it = (it ^ (it >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    it = (it ^ (it >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    (it ^ (it >> 31)) % below
}

fn catalog() -> Catalog {
    let topology = Topology::build(&synthetic::coverage(DISTRICTS, VERTICES, 7), 0.0).topology;
    let district = |it: usize| District { key: DistrictKey::new(format!("{it:05}")), name: String::new(), attributes: BTreeMap::new() };
    let ground = Ground { locator: Locator::new(&topology), importance: Importance::of(&topology), topology, crs: Crs::Plane };
    let register = Register::new((0..DISTRICTS).map(district).collect());
    let series = (0..INDICATORS).map(|it| Arc::new(series(it))).collect();
    Catalog::new(Arc::new(register), Arc::new(ground), series, Vec::new(), 1)
}

/// Every other indicator is a ratio; the first is the population.
fn series(number: usize) -> Series {
    let pooling = if number % 2 == 1 { Pooling::Ratio } else { Pooling::Sum };
    let role = (number == 0).then_some(Role::Population);
    let indicator = Indicator { pooling, factor: 100.0, role, ..Indicator::named(IndicatorId::new(format!("i{number}"))) };
    let years = (0..YEARS).filter_map(|it| Period::parse(&(2015 + it).to_string())).collect();
    let mut series = Series::empty(indicator, years, DISTRICTS);
    for (year, district) in (0..YEARS).flat_map(|year| (0..DISTRICTS).map(move |it| (year, it))) {
        let seed = (number * YEARS + year) * DISTRICTS + district;
        let whole = 300 + draw(seed as u64, 20_000);
        let part = draw(!seed as u64, whole);
        let number = |it: u64| Finite::new(it as f64);
        let cell = Cell { state: State::Known, value: number(part), numerator: number(part), denominator: number(whole), ..Cell::ABSENT };
        series.put(year, DistrictIx(district as u32), cell);
    }
    series
}

/// Areas grown from evenly spaced districts to their neighbours, so that each hangs together.
fn plan(catalog: &Catalog, areas: usize) -> Plan {
    let topology = &catalog.ground.topology;
    let mut label = vec![None; DISTRICTS];
    let mut front: Vec<DistrictIx> = (0..areas).map(|it| DistrictIx((it * DISTRICTS / areas) as u32)).collect();
    for (area, seed) in front.iter().enumerate() {
        label[seed.index()] = Some(area as u32 + 1);
    }
    while !front.is_empty() {
        let mut next = Vec::new();
        for from in front {
            for to in topology.neighbours(from).iter().map(|it| it.district) {
                if label[to.index()].is_none() {
                    label[to.index()] = label[from.index()];
                    next.push(to);
                }
            }
        }
        front = next;
    }
    let mut plan = Plan::empty(PlanId(1), "bench");
    plan.areas = (1..=areas as u32).map(area).collect();
    let keys = catalog.register.iter().map(|(it, district)| (it, district.key.clone()));
    plan.area_of = keys.filter_map(|(it, key)| Some((key, AreaId(label[it.index()]?)))).collect();
    plan
}

fn area(number: u32) -> PlanningArea {
    PlanningArea {
        id: AreaId(number),
        code: format!("R{number}"),
        name: String::new(),
        colour: Colour::of_area(number as usize),
        reason: String::new(),
        lock: Lock::Free,
    }
}

/// Districts at the border of two areas, with the two labels: scattered over the map, so that no cache holds them all.
fn border(catalog: &Catalog, assignment: &Assignment) -> Vec<(DistrictIx, usize, usize)> {
    let step = |it: usize| DistrictIx(((it * 4_409) % DISTRICTS) as u32);
    let at_border = (0..DISTRICTS).map(step).filter_map(|it| {
        let own = assignment.label_of(it)?;
        let mut others = catalog.ground.topology.neighbours(it).iter().filter_map(|it| assignment.label_of(it.district));
        Some((it, own, others.find(|it| *it != own)?))
    });
    at_border.take(64).collect()
}

fn strokes(criterion: &mut Criterion) {
    let catalog = catalog();
    let mut group = criterion.benchmark_group("stroke");
    for areas in AREAS {
        let plan = plan(&catalog, areas);
        let assignment = Assignment::of(&plan, &catalog.register);
        let border = border(&catalog, &assignment);
        let mut ledger = Ledger::build(&catalog, &assignment, LedgerOptions::default());
        let mut at = 0;
        let mut forth = true;
        group.bench_function(BenchmarkId::new("move one district, 40 indicators x 10 years", areas), |bench| {
            bench.iter(|| {
                let (district, from, to) = border[at];
                let moved = ledger.move_district(district, Some(if forth { to } else { from }));
                at = (at + 1) % border.len();
                forth ^= at == 0;
                black_box(moved)
            });
        });
        group.bench_function(BenchmarkId::new("outlines of the two touched areas", areas), |bench| {
            let mut turn = border.iter().cycle();
            bench.iter(|| {
                let labels = turn.next().map_or([0, 0], |it| [it.1, it.2]);
                labels
                    .map(|label| outline(&catalog.ground.topology, assignment.members(label), |it| assignment.label_of(it) == Some(label)))
            });
        });
        group.bench_function(BenchmarkId::new("shape figures of the two touched areas", areas), |bench| {
            let mut turn = border.iter().cycle();
            bench.iter(|| {
                let labels = turn.next().map_or([0, 0], |it| [it.1, it.2]);
                labels.map(|label| {
                    shape::figures(&catalog.ground.topology, assignment.members(label), |it| assignment.label_of(it) == Some(label))
                })
            });
        });
        draft(&mut group, &plan, Ledger::build(&catalog, &assignment, LedgerOptions::default()), &border);
    }
    group.finish();
}

/// A whole step of a stroke: the move and every figure of the plan after it.
fn draft(
    group: &mut criterion::BenchmarkGroup<'_, criterion::measurement::WallTime>,
    plan: &Plan,
    ledger: Ledger,
    border: &[(DistrictIx, usize, usize)],
) {
    let areas = plan.areas.len();
    let mut draft = Draft::begin(plan, ledger, None, DraftOptions::default());
    let (mut at, mut forth) = (0, true);
    group.bench_function(BenchmarkId::new("draft: one district and all figures", areas), |bench| {
        bench.iter(|| {
            let (district, from, to) = border[at];
            let goal = plan.areas[if forth { to } else { from }].id;
            draft.put([district], Some(goal));
            at = (at + 1) % border.len();
            forth ^= at == 0;
            black_box(draft.figures().parity)
        });
    });
}

fn building(criterion: &mut Criterion) {
    let catalog = catalog();
    let plan = plan(&catalog, 20);
    let assignment = Assignment::of(&plan, &catalog.register);
    let mut group = criterion.benchmark_group("from scratch");
    group.sample_size(10);
    group.bench_function("ledger, 40 indicators x 10 years", |bench| {
        bench.iter_batched(|| assignment.clone(), |it| Ledger::build(&catalog, &it, LedgerOptions::default()), BatchSize::PerIteration);
    });
    group.bench_function("all figures of a plan of 20 areas", |bench| {
        bench.iter(|| PlanFigures::of(&catalog, &plan, &assignment, &FigureOptions::default()));
    });
    group.bench_function("assignment of a plan", |bench| bench.iter(|| Assignment::of(&plan, &catalog.register)));
    group.finish();
}

criterion_group!(benches, strokes, building);
criterion_main!(benches);
