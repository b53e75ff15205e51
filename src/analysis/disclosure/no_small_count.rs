//! Nothing released outside `intern` holds a number from the open interval (0, minimum) where a count of people stands, nor its
//! mirror where a balance does.
#![allow(clippy::unwrap_used)]
use proptest::prelude::*;

use super::*;
use crate::{
    analysis::{
        assignment::Assignment,
        city::CitySwitch,
        figures::FigureOptions,
        overlay::OverlayQuestion,
        testing::{self, SECRET, indicator, population, series},
        trend::TrendQuestion,
    },
    geometry::DistrictIx,
    model::{
        catalog::{Reference, Series},
        id::IndicatorId,
        period::Period,
        saved_view::Level,
        value::Finite,
    },
};

const LEAST: f64 = 3.0;

fn few(count: Option<f64>) -> bool {
    count.is_some_and(|it| 0.0 < it.abs() && it.abs() < LEAST)
}

/// What a value tells that it must not; the rule stated afresh.
fn told(value: &AreaValue, indicator: &Indicator) -> Option<String> {
    let (part, whole) = (value.numerator, value.denominator);
    let counts = [
        ("the sum", value.value.or(value.at_least).filter(|_| indicator.pooling == Pooling::Sum)),
        ("the numerator", part),
        ("the denominator", whole),
        ("what the numerator leaves", part.zip(whole).map(|(part, whole)| whole - part).filter(|it| *it > 0.0)),
    ];
    counts.into_iter().find(|it| few(it.1)).map(|it| format!("{}: {value:?}", it.0))
}

fn finite(count: Option<u32>) -> Option<Finite> {
    count.map(f64::from).and_then(Finite::new)
}

/// Few or many people, now and then nobody counted.
fn count() -> impl Strategy<Value = Option<u32>> {
    prop_oneof![4 => (0..7_u32).prop_map(Some), 4 => (90..120_u32).prop_map(Some), 1 => Just(None)]
}

/// A cell of any kind with counts of any size beside it, also where they make no sense.
fn cell() -> impl Strategy<Value = Cell> {
    let number = (count(), count(), count()).prop_map(|(value, numerator, denominator)| Cell {
        state: if value.is_some() { State::Known } else { Cell::ABSENT.state },
        value: finite(value.map(|it| 100 * it)),
        numerator: finite(numerator.filter(|_| value.is_some())),
        denominator: finite(denominator),
        ..Cell::ABSENT
    });
    let counted = (0..6_u32, 1..110_u32).prop_map(|(part, whole)| testing::share(f64::from(part.min(whole)), f64::from(whole)));
    let balance = (-6..7_i32).prop_map(|it| Cell { numerator: Finite::new(f64::from(it)), ..Cell::known(f64::from(it)) });
    prop_oneof![3 => number, 3 => counted, 2 => balance, 1 => count().prop_map(|it| Cell { denominator: finite(it), ..SECRET })]
}

const DISTRICTS: usize = 9;

fn cells() -> impl Strategy<Value = Vec<Cell>> {
    proptest::collection::vec(cell(), DISTRICTS)
}

/// A catalog with every way to pool, in which other indicators rest on the population.
fn catalogs() -> impl Strategy<Value = Catalog> {
    let people = proptest::collection::vec(prop_oneof![(0..5_u32), (90..110_u32)], DISTRICTS);
    (cells(), cells(), cells(), cells(), people).prop_map(|(sum, share, mean, none, people)| {
        let people: Vec<f64> = people.into_iter().map(f64::from).collect();
        let named = Some(IndicatorId::new("population"));
        let of = |id: &str, pooling, factor, cells: &[Cell]| {
            let it = Indicator { denominator: named.clone(), weight: named.clone(), ..indicator(id, pooling, factor) };
            let mut series = series(it, &[("2022", cells), ("2023", &cells.iter().rev().copied().collect::<Vec<_>>())]);
            let published = |area: &str| Reference { area: area.into(), period: Period::parse("2023").unwrap(), cell: cells[0] };
            series.references = vec![published("03159"), published("unassignable")];
            series
        };
        // A source that delivers nothing but the denominator, which is the population.
        let bare: Vec<Cell> = people.iter().map(|it| Cell { denominator: Finite::new(*it), ..Cell::ABSENT }).collect();
        let all = vec![
            of("sum", Pooling::Sum, 1.0, &sum),
            of("share", Pooling::Ratio, 100.0, &share),
            of("mean", Pooling::Mean, 1.0, &mean),
            of("none", Pooling::None, 1.0, &none),
            of("bare", Pooling::Ratio, 100.0, &bare),
            population(&people),
        ];
        testing::catalog(DISTRICTS, 3, all)
    })
}

/// Every value that overlay and trend release.
fn released(catalog: &Catalog, plan: &crate::model::plan::Plan, id: &IndicatorId, with_city: bool) -> Vec<AreaValue> {
    let assignment = Assignment::of(plan, &catalog.register);
    let city = || ["d0".into()].into();
    let overlay = |level| {
        let profile = Profile::Oeffentlich;
        let question = OverlayQuestion { level, profile, city: city(), with_city, ..OverlayQuestion::about(id.clone()) };
        let released = Overlay::of(catalog, Some((plan, &assignment)), &question).unwrap();
        let mut values: Vec<AreaValue> = released.get().units.iter().map(|it| it.value).collect();
        values.push(released.get().county);
        values
    };
    let selection = [1, 2].map(DistrictIx).into();
    let question = TrendQuestion { indicator: id.clone(), selection, city: city(), with_city, profile: Profile::Konferenz };
    let trend = TimeSeries::of(catalog, &question).unwrap();
    let points = trend.get().points.iter();
    let lines = points.flat_map(|it| [it.selection, Some(it.county), it.published, it.unassignable].into_iter().flatten());
    [Level::Districts, Level::Areas].into_iter().flat_map(overlay).chain(lines).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn nothing_released_outside_holds_a_small_count(
        catalog in catalogs(),
        areas in proptest::collection::vec((1..5_u32, 1..5_u32), DISTRICTS),
        with_city in any::<bool>(),
    ) {
        let keys: Vec<String> = (0..DISTRICTS).map(|it| format!("d{it}")).collect();
        let plan_of = |which: fn(&(u32, u32)) -> u32| {
            testing::plan(&keys.iter().map(String::as_str).zip(areas.iter().map(which)).collect::<Vec<_>>())
        };
        let (a, b) = (plan_of(|it| it.0), plan_of(|it| it.1));
        for series in catalog.series() {
            let indicator = &series.indicator;
            for value in released(&catalog, &a, &indicator.id, with_city) {
                prop_assert_eq!(told(&value, indicator), None, "{}", indicator.id);
            }
            let options = FigureOptions { balance: Some(indicator.id.clone()), ..FigureOptions::default() };
            let figures = PlanFigures::of(&catalog, &a, &Assignment::of(&a, &catalog.register), &options);
            let figures = release_figures(figures, &catalog, Profile::Oeffentlich);
            let people = &catalog.with_role(Role::Population).unwrap().indicator;
            for area in &figures.get().areas {
                prop_assert_eq!(area.amount.and_then(|it| told(&it, indicator)), None, "{}", indicator.id);
                prop_assert_eq!(area.population.and_then(|it| told(&it, people)), None);
            }
        }
        let compared = PlanComparison::of(&catalog, &a, &b, &CitySwitch::everybody(), None).unwrap();
        let compared = release_comparison(compared, Profile::Oeffentlich);
        let it = compared.get();
        let people = &catalog.with_role(Role::Population).unwrap().indicator;
        let each = it.pairs.iter().map(|it| it.population).chain(it.flows.iter().map(|it| it.population));
        for value in each.chain([it.moved.people, it.population]) {
            prop_assert_eq!(told(&value, people), None);
        }
    }
}

fn on(id: &str, pooling: Pooling, cells: &[Cell]) -> Series {
    series(indicator(id, pooling, 1.0), &[("2023", cells)])
}

fn cases(value: f64, cases: f64) -> Cell {
    Cell { numerator: Finite::new(cases), ..Cell::known(value) }
}

/// 50,000 € for two children: the amount was told, and with it what each of the two costs.
#[test]
fn spending_for_two_is_a_secret_of_two() {
    let cells = [cases(50_000.0, 2.0), cases(50_001.0, 20.0), cases(40_000.0, 1.0), cases(30_000.0, 1.0)];
    for pooling in [Pooling::Sum, Pooling::Mean] {
        let weighed: Vec<Cell> = cells.iter().map(|it| Cell { denominator: Finite::new(50.0), ..*it }).collect();
        let series = on("spending", pooling, if pooling == Pooling::Mean { &weighed } else { &cells });
        let one = |it: usize| {
            let cell = if pooling == Pooling::Mean { weighed[it] } else { cells[it] };
            *release_value(AreaValue::of_cell(&cell, &series.indicator), &series.indicator, Profile::Oeffentlich).get()
        };
        assert_eq!((one(0).state, one(0).value), (State::Suppressed(SuppressedBy::Profile), None), "{pooling:?}");
        assert_eq!((one(1).value, one(1).numerator), (Some(50_001.0), Some(20.0)), "{pooling:?}");
        // In an area the cases of all count together: one and one are two, two and twenty are not.
        let catalog = testing::catalog(4, 2, vec![series]);
        let plan = testing::plan(&[("d0", 1), ("d1", 1), ("d2", 2), ("d3", 2)]);
        let values = released(&catalog, &plan, &"spending".into(), true);
        let areas = &values[5..7];
        assert_eq!((areas[0].numerator, areas[0].state), (Some(22.0), State::Known), "{pooling:?}");
        assert_eq!(areas[1].state, State::Suppressed(SuppressedBy::Profile), "{pooling:?}: {:?}", areas[1]);
    }
}

/// Two people in a district are hidden; the denominator of a rate that nobody delivered named them.
#[test]
fn a_hidden_population_is_no_denominator_of_a_cell_without_number() {
    let missing = Cell { denominator: Finite::new(2.0), ..Cell::ABSENT };
    for state in [missing.state, SECRET.state] {
        let quota = indicator("quota", Pooling::Ratio, 100.0);
        let value = AreaValue::of_cell(&Cell { state, ..missing }, &quota);
        let shown = *release_value(value, &quota, Profile::Oeffentlich).get();
        assert_eq!((shown.state, shown.denominator), (state, None), "it keeps its state: it is not the profile that has no number");
        assert_eq!(release_value(value, &quota, Profile::Intern).get().denominator, Some(2.0));
    }
    // The rate of the others and how much of the county they are tell the same.
    let cells = [testing::share(20.0, 100.0), missing];
    let catalog = testing::catalog(2, 2, vec![series(indicator("quota", Pooling::Ratio, 100.0), &[("2023", &cells)])]);
    let plan = testing::plan(&[("d0", 1), ("d1", 1)]);
    let area = released(&catalog, &plan, &"quota".into(), true)[3];
    assert_eq!((area.estimate, area.coverage, area.parts.wanted()), (Some(20.0), None, 2));
    // So does the share of people for whom a sum speaks.
    for (hidden, coverage) in [(2.0, None), (25.0, Some(0.8))] {
        let sum = series(indicator("sum", Pooling::Sum, 1.0), &[("2023", &[Cell::known(40.0), Cell::ABSENT])]);
        let catalog = testing::catalog(2, 2, vec![sum, population(&[100.0, hidden])]);
        let area = released(&catalog, &plan, &"sum".into(), true)[3];
        assert_eq!((area.at_least, area.coverage), (Some(40.0), coverage), "{hidden}");
    }
}

/// The population asks for ten, the rate on it for three: a denominator of five was told.
#[test]
fn a_denominator_is_kept_by_the_rule_of_the_indicator_that_it_comes_from() {
    let mut people = population(&[5.0, 100.0]);
    people.indicator.min_count = 10;
    let quota = Indicator { denominator: Some("population".into()), ..indicator("quota", Pooling::Ratio, 100.0) };
    let cells = [Cell { denominator: Finite::new(5.0), ..SECRET }, testing::share(20.0, 100.0)];
    let catalog = testing::catalog(2, 2, vec![people, series(quota, &[("2023", &cells)])]);
    let plan = testing::plan(&[("d0", 1), ("d1", 1)]);
    let values = released(&catalog, &plan, &"quota".into(), true);
    assert_eq!((values[0].state, values[0].denominator, values[1].denominator), (SECRET.state, None, Some(100.0)));
}

/// Two square kilometres are nobody: a density must not be hidden for the size of its district.
#[test]
fn a_small_extent_below_is_no_secret() {
    let density = Indicator { unit: "Ew./km²".into(), ..indicator("density", Pooling::Ratio, 1.0) };
    let cell = Cell { numerator: Finite::new(500.0), denominator: Finite::new(2.5), ..Cell::known(200.0) };
    let value = AreaValue::of_cell(&cell, &density);
    assert_eq!(*release_value(value, &density, Profile::Oeffentlich).get(), value);
}

/// 20 per 1,000 among 100 are two, whether or not the file names a factor.
#[test]
fn an_official_rate_per_thousand_gives_its_cases_away_too() {
    for (unit, rate, shown) in
        [("je 1.000", 20.0, false), ("per 1,000", 20.0, false), ("‰", 20.0, false), ("je 1.000", 60.0, true), ("€", 20.0, true)]
    {
        for pooling in [Pooling::None, Pooling::Ratio] {
            let indicator = Indicator { unit: unit.into(), ..indicator("rate", pooling, 1.0) };
            let cell = Cell { denominator: Finite::new(100.0), ..Cell::known(rate) };
            let value = *release_value(AreaValue::of_cell(&cell, &indicator), &indicator, Profile::Oeffentlich).get();
            assert_eq!(value.value.is_some(), shown, "{unit} {rate} {pooling:?}");
        }
    }
}

/// Which of two hidden handfuls is the larger was told by their order.
#[test]
fn hidden_flows_stand_in_the_order_of_their_areas() {
    let order = |people: [f64; 4]| {
        let catalog = testing::catalog(4, 2, vec![population(&people)]);
        let a = testing::plan(&[("d0", 1), ("d1", 2), ("d2", 3), ("d3", 3)]);
        let b = testing::plan(&[("d0", 3), ("d1", 3), ("d2", 3), ("d3", 1)]);
        let compared = PlanComparison::of(&catalog, &a, &b, &CitySwitch::everybody(), None).unwrap();
        let flows = release_comparison(compared, Profile::Oeffentlich).get().flows.clone();
        flows.iter().map(|it| (it.from, it.to)).collect::<Vec<_>>()
    };
    assert_eq!(order([1.0, 2.0, 500.0, 100.0]), order([2.0, 1.0, 500.0, 100.0]));
}
