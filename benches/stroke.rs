//! How long a step of a stroke takes on the desk, with everything that a window asks for after it, on the sample, on 11,000
//! districts in 20 and in 1,000 areas (their number must not matter), and on Germany.
//!
//! Districts at the borders of areas go back and forth, so that each run does the same work. The sums themselves are measured in `ledger`, outlines in `geometry`.
#![allow(missing_docs, reason = "criterion's macros make public items")]
mod counties;

use std::hint::black_box;

use counties::{County, border, germany, made_up, sample_county};
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use planraum::{
    analysis::{assignment::Assignment, city::CitySwitch},
    cartography::{compose::Composition, palette},
    desk::board::Board,
    geometry::DistrictIx,
    model::{
        id::{AreaId, IndicatorId},
        period::Period,
        released::Profile,
    },
    project::Project,
    words::{Language, Terms, Words},
};

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

/// Made-up counties have twelve series of one year.
const VALUES: (usize, usize) = (12, 1);

fn strokes(criterion: &mut Criterion) {
    let words = Words::new(Language::German, &Terms::default());
    let made = [20, 1_000].map(|areas| made_up(11_000, 140, VALUES, areas));
    let mut group = criterion.benchmark_group("a step of a stroke at the desk");
    for county in sample_county().into_iter().chain(made).chain(germany(VALUES.0, VALUES.1)) {
        let County { name, catalog, plan } = &county;
        let series = &catalog.series()[3];
        let (indicator, period) = (&series.indicator.id, &series.periods()[0]);
        let border = border(&county, &Assignment::of(plan, &catalog.register));
        let board = Board::of(catalog, plan, &Project::default(), true);
        let mut hand = Hand { board, border, at: 0, forth: true };
        group.bench_function(BenchmarkId::new("districts moved", name), |bench| bench.iter(|| hand.step()));
        group.bench_function(BenchmarkId::new("and the list of areas", name), |bench| {
            bench.iter(|| {
                let touched = hand.step();
                hand.look(touched, indicator, period)
            });
        });
        group.bench_function(BenchmarkId::new("after release: enclaves", name), |bench| {
            bench.iter(|| {
                hand.step();
                hand.board.enclaves(plan).len()
            });
        });
        let composition = |board: &Board, make: &mut dyn FnMut(&Composition<'_>)| {
            make(&Composition {
                catalog,
                plan: Some((plan, board.assignment())),
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
        group.bench_function(BenchmarkId::new("the picture made anew", name), |bench| {
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
        group.bench_function(BenchmarkId::new("and the picture put right", name), |bench| {
            bench.iter(|| {
                hand.step();
                follow(&hand, &mut picture);
            });
        });
        group.bench_function(BenchmarkId::new("all of it", name), |bench| {
            bench.iter(|| {
                let touched = hand.step();
                follow(&hand, &mut picture);
                hand.look(touched, indicator, period)
            });
        });
    }
    group.finish();
}

criterion_group!(benches, strokes);
criterion_main!(benches);
