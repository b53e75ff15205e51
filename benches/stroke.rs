//! How long a step of a stroke takes on the desk, with everything that a window asks for after it, at 11,000 districts in 20
//! and in 1,000 areas: their number must not matter.
//!
//! Districts come from our own generator with a fixed seed. Districts at the borders of areas go back and forth, so that each
//! run does the same work. The sums themselves are measured in `ledger`, outlines in `geometry`.
#![allow(missing_docs, reason = "criterion's macros make public items")]
use std::{collections::BTreeMap, hint::black_box, sync::Arc};

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use planraum::{
    analysis::city::CitySwitch,
    cartography::{compose::Composition, palette},
    desk::board::Board,
    geometry::{DistrictIx, locate::Locator, projection::Crs, simplify::Importance, synthetic, topology::Topology},
    model::{
        catalog::{Catalog, District, Ground, Register, Series},
        id::{AreaId, DistrictKey, IndicatorId, PlanId},
        indicator::{Indicator, Pooling, Role},
        period::Period,
        plan::Plan,
        planning_area::{Colour, Lock, PlanningArea},
        released::Profile,
        value::{Cell, Finite, State},
    },
    project::Project,
    words::{Language, Terms, Words},
};

const DISTRICTS: usize = 11_000;
const VERTICES: usize = 140;
const INDICATORS: usize = 12;
const AREAS: [usize; 2] = [20, 1_000];

fn catalog() -> Catalog {
    let topology = Topology::build(&synthetic::coverage(DISTRICTS, VERTICES, 7), 0.0).topology;
    let attributes = |it: usize| BTreeMap::from([("group".to_owned(), format!("G{}", it / 8))]);
    let district =
        |it: usize| District { key: DistrictKey::new(format!("{it:05}")), name: format!("Ort {it}"), attributes: attributes(it) };
    let ground = Ground { locator: Locator::new(&topology), importance: Importance::of(&topology), topology, crs: Crs::Plane };
    let register = Register::new((0..DISTRICTS).map(district).collect());
    Catalog::new(Arc::new(register), Arc::new(ground), (0..INDICATORS).map(|it| Arc::new(series(it))).collect(), Vec::new(), 1)
}

/// The first is the population, the others are ratios.
fn series(number: usize) -> Series {
    let (pooling, role) = if number == 0 { (Pooling::Sum, Some(Role::Population)) } else { (Pooling::Ratio, None) };
    let indicator = Indicator { pooling, factor: 100.0, role, ..Indicator::named(IndicatorId::new(format!("i{number}"))) };
    let mut series = Series::empty(indicator, Period::parse("2023").into_iter().collect(), DISTRICTS);
    for district in 0..DISTRICTS {
        let whole = 300 + (district * 7_919 + number * 104_729) % 20_000;
        let part = whole / (2 + (district + number) % 9);
        let value = |it: usize| Finite::new(it as f64);
        let cell = Cell { state: State::Known, value: value(part), numerator: value(part), denominator: value(whole), ..Cell::ABSENT };
        series.put(0, DistrictIx(district as u32), cell);
    }
    series
}

/// Areas grown from evenly spaced districts to their neighbours, so that each hangs together.
fn plan(catalog: &Catalog, areas: usize) -> Plan {
    let mut label = vec![None; DISTRICTS];
    let mut front: Vec<DistrictIx> = (0..areas).map(|it| DistrictIx((it * DISTRICTS / areas) as u32)).collect();
    (1..).zip(&front).for_each(|(area, seed)| label[seed.index()] = Some(area));
    while !front.is_empty() {
        let mut next = Vec::new();
        for (from, to) in front.iter().flat_map(|from| catalog.ground.topology.neighbours(*from).iter().map(|it| (*from, it.district))) {
            if label[to.index()].is_none() {
                label[to.index()] = label[from.index()];
                next.push(to);
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
    let (code, name) = (format!("R{number}"), format!("Raum {number}"));
    PlanningArea { id: AreaId(number), code, name, colour: Colour::of_area(number as usize), reason: String::new(), lock: Lock::Free }
}

/// Districts at the border of two areas with both of them, scattered over the map.
fn border(catalog: &Catalog, board: &Board) -> Vec<(DistrictIx, AreaId, AreaId)> {
    let at_border = (0..DISTRICTS).map(|it| DistrictIx(((it * 4_409) % DISTRICTS) as u32)).filter_map(|it| {
        let own = board.assignment().area_of(it)?;
        let mut others = catalog.ground.topology.neighbours(it).iter().filter_map(|it| board.assignment().area_of(it.district));
        Some((it, own, others.find(|it| *it != own)?))
    });
    at_border.take(64).collect()
}

/// A hand that paints one district after the other, and when all are painted, back.
struct Hand {
    board: Board,
    border: Vec<(DistrictIx, AreaId, AreaId)>,
    at: usize,
    forth: bool,
}

impl Hand {
    fn step(&mut self) -> (AreaId, AreaId) {
        let (district, from, to) = self.border[self.at];
        self.board.paint(&[district], Some(if self.forth { to } else { from }), false);
        self.at = (self.at + 1) % self.border.len();
        self.forth ^= self.at == 0;
        (from, to)
    }

    /// What the list of areas and the card at the brush show: twenty rows in sight, the two touched ones among them.
    fn look(&self, (from, to): (AreaId, AreaId), indicator: &IndicatorId, period: &Period) -> usize {
        let rows = self.board.rows().take(18).filter_map(|it| it.area).chain([from, to]);
        let seen = rows.map(|it| (self.board.row(it), self.board.deviation(it), self.board.value(it, indicator, period)));
        black_box(seen.collect::<Vec<_>>()).len()
    }
}

fn strokes(criterion: &mut Criterion) {
    let catalog = Arc::new(catalog());
    let words = Words::new(Language::German, &Terms::default());
    let (indicator, period) = (IndicatorId::new("i3"), catalog.series()[3].periods()[0].clone());
    let mut group = criterion.benchmark_group("a step of a stroke at the desk");
    for areas in AREAS {
        let plan = plan(&catalog, areas);
        let board = Board::of(&catalog, &plan, &Project::default(), true);
        let border = border(&catalog, &board);
        let mut hand = Hand { board, border, at: 0, forth: true };
        group.bench_function(BenchmarkId::new("districts moved", areas), |bench| bench.iter(|| hand.step()));
        group.bench_function(BenchmarkId::new("and the list of areas", areas), |bench| {
            bench.iter(|| {
                let touched = hand.step();
                hand.look(touched, &indicator, &period)
            });
        });
        group.bench_function(BenchmarkId::new("and enclaves", areas), |bench| {
            bench.iter(|| {
                hand.step();
                hand.board.enclaves(&plan).len()
            });
        });
        let composition = |board: &Board, make: &mut dyn FnMut(&Composition<'_>)| {
            make(&Composition {
                catalog: &catalog,
                plan: Some((&plan, board.assignment())),
                city: CitySwitch::everybody(),
                open: Some(board.open_districts()),
                ground: palette::Ground::Light,
                group: Some("group"),
                area_labels: true,
                district_labels: true,
                words: &words,
            });
        };
        let mut picture = None;
        group.bench_function(BenchmarkId::new("the picture made anew", areas), |bench| {
            bench.iter(|| composition(&hand.board, &mut |it| picture = it.of_areas(None, Profile::Intern)));
        });
        let mut seen = hand.board.version();
        let mut follow = |hand: &Hand, picture: &mut Option<_>| {
            let Some((picture, moved)) = picture.as_mut().zip(hand.board.changed_since(seen)) else { return };
            composition(&hand.board, &mut |it| {
                black_box(it.follow(picture, &moved, None, None));
            });
            seen = hand.board.version();
        };
        group.bench_function(BenchmarkId::new("and the picture put right", areas), |bench| {
            bench.iter(|| {
                hand.step();
                follow(&hand, &mut picture);
            });
        });
        group.bench_function(BenchmarkId::new("all of it", areas), |bench| {
            bench.iter(|| {
                let touched = hand.step();
                follow(&hand, &mut picture);
                hand.look(touched, &indicator, &period) + hand.board.enclaves(&plan).len()
            });
        });
    }
    group.finish();
}

criterion_group!(benches, strokes);
criterion_main!(benches);
