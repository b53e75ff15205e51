#![allow(clippy::unwrap_used)]
use super::*;
use crate::{
    analysis::{
        city::CitySwitch,
        testing::{self, SECRET, SENSELESS, indicator, mean, population, secret_of, series, share},
    },
    geometry::DistrictIx,
    model::{catalog::Series, id::DistrictKey, indicator::Scope, value::Finite},
};

const LATER: Cell = Cell { state: State::Missing(MissingReason::Later), ..Cell::ABSENT };

fn known(value: f64) -> Cell {
    Cell::known(value)
}

/// All districts pooled, with the population given (none if empty).
fn pooled(subject: Series, people: &[f64]) -> AreaValue {
    let districts = subject.at(0).len();
    let mut all = vec![subject];
    if !people.is_empty() {
        all.push(population(people));
    }
    let catalog = testing::catalog(districts, 10, all);
    let everybody = CitySwitch::everybody();
    Pool::at(&catalog, &catalog.series()[0], 0, &everybody).county()
}

fn ratio(cells: &[Cell]) -> Series {
    series(indicator("quota", Pooling::Ratio, 100.0), &[("2023", cells)])
}

fn sum(cells: &[Cell]) -> Series {
    series(indicator("cases", Pooling::Sum, 1.0), &[("2023", cells)])
}

#[test]
fn rates_are_never_averaged() {
    let value = pooled(ratio(&[share(20.0, 100.0), share(30.0, 1000.0)]), &[]);
    assert_eq!(value.state, State::Known);
    assert!((value.value.unwrap() - 4.545_454_545_454_546).abs() < 1e-12, "{value:?}");
    assert_eq!((value.numerator, value.denominator, value.coverage), (Some(50.0), Some(1100.0), Some(1.0)));
    assert_eq!((value.at_least, value.estimate, value.range), (None, None, None));
}

#[test]
fn means_are_weighted() {
    let ages = series(indicator("age", Pooling::Mean, 1.0), &[("2023", &[mean(40.0, 300.0), mean(50.0, 100.0)])]);
    let value = pooled(ages, &[]);
    assert_eq!((value.value, value.denominator, value.numerator), (Some(42.5), Some(400.0), None));
}

#[test]
fn a_hole_is_never_a_zero() {
    for (cells, state, at_least, parts) in [
        (&[known(5.0), known(0.0)][..], State::Known, None, (2, 0, 0)),
        (&[known(5.0), SECRET], State::Partial, Some(5.0), (1, 1, 0)),
        (&[known(5.0), LATER], State::Partial, Some(5.0), (1, 0, 1)),
        (&[known(0.0), Cell::ABSENT], State::Partial, Some(0.0), (1, 0, 1)),
        (&[known(-5.0), known(9.0), SECRET], State::Partial, None, (2, 1, 0)),
        (&[SECRET, LATER], State::Suppressed(SuppressedBy::Source), None, (0, 1, 1)),
        (&[LATER, LATER], State::Missing(MissingReason::Later), None, (0, 0, 2)),
    ] {
        let value = pooled(sum(cells), &[]);
        assert_eq!((value.state, value.at_least), (state, at_least), "{cells:?}");
        assert_eq!((value.parts.known, value.parts.suppressed, value.parts.missing), parts, "{cells:?}");
        assert_eq!(value.value.is_some(), state == State::Known, "{cells:?}");
        assert_eq!((value.estimate, value.numerator), (None, None), "{cells:?}");
    }
}

#[test]
fn a_negative_year_elsewhere_forbids_a_lower_bound_here() {
    let balance = series(indicator("balance", Pooling::Sum, 1.0), &[("2022", &[known(-1.0), known(2.0)]), ("2023", &[known(3.0), SECRET])]);
    let catalog = testing::catalog(2, 2, vec![balance]);
    let everybody = CitySwitch::everybody();
    let value = Pool::at(&catalog, &catalog.series()[0], 1, &everybody).county();
    assert_eq!((value.state, value.at_least), (State::Partial, None), "what is secret may be negative");
}

#[test]
fn estimates_are_shown_from_nine_tenths_of_the_denominator() {
    for (secret, coverage, estimate) in [(100.0, 0.9, Some(10.0)), (101.0, 900.0 / 1001.0, None), (50.0, 900.0 / 950.0, Some(10.0))] {
        let value = pooled(ratio(&[share(40.0, 400.0), share(50.0, 500.0), secret_of(secret)]), &[]);
        assert_eq!((value.state, value.coverage, value.estimate), (State::Partial, Some(coverage), estimate), "{secret}");
        assert_eq!(value.numerator, estimate.map(|_| 90.0), "what is not shown is not told by its counts either");
    }
}

#[test]
fn coverage_asks_the_denominator_then_the_people_then_the_districts() {
    let unknown = ratio(&[share(1.0, 10.0), SECRET, share(1.0, 10.0), share(1.0, 10.0)]);
    assert_eq!(pooled(unknown.clone(), &[]).coverage, Some(0.75));
    assert_eq!(pooled(unknown, &[500.0, 100.0, 300.0, 100.0]).coverage, Some(0.9));
    let cells = [known(1.0), SECRET];
    assert_eq!(pooled(sum(&cells), &[900.0, 100.0]).coverage, Some(0.9));
    assert_eq!(pooled(sum(&cells), &[]).coverage, Some(0.5));
    assert_eq!(pooled(sum(&[SECRET, SECRET]), &[]).coverage, Some(0.0));
}

#[test]
fn whoever_has_nothing_below_adds_nothing_and_hides_nothing() {
    let nobody = Cell { denominator: Finite::new(0.0), ..SENSELESS };
    let value = pooled(ratio(&[share(20.0, 100.0), nobody]), &[]);
    assert_eq!((value.state, value.value, value.coverage), (State::Known, Some(20.0), Some(1.0)));
    assert_eq!((value.parts.known, value.parts.aside, value.parts.wanted()), (1, 1, 1));
    let empty = pooled(ratio(&[nobody, nobody]), &[]);
    assert_eq!((empty.state, empty.coverage), (State::Missing(MissingReason::NotMeaningful), None));
}

#[test]
fn the_forest_without_people_makes_nothing_partial() {
    for cells in [[known(7.0), SENSELESS], [known(7.0), known(0.0)]] {
        let value = pooled(sum(&cells), &[100.0, 0.0]);
        assert_eq!((value.state, value.value), (State::Known, Some(7.0)), "{cells:?}");
    }
    assert_eq!(pooled(sum(&[known(7.0), SENSELESS]), &[100.0, 20.0]).state, State::Partial, "somebody lives there");
    assert_eq!(pooled(sum(&[known(7.0), SECRET]), &[100.0, 0.0]).state, State::Partial, "secret is not senseless");
    assert_eq!(pooled(sum(&[SENSELESS]), &[0.0]).state, State::Missing(MissingReason::NotMeaningful));
}

#[test]
fn what_cannot_be_pooled_is_a_range() {
    let median = |cells: &[Cell]| series(indicator("median", Pooling::None, 1.0), &[("2023", cells)]);
    let value = pooled(median(&[known(41.0), known(47.0), known(44.0)]), &[]);
    assert_eq!((value.state, value.value, value.range), (State::Missing(MissingReason::NotMeaningful), None, Some((41.0, 47.0))));
    let alone = pooled(median(&[known(41.0)]), &[]);
    assert_eq!((alone.state, alone.value), (State::Known, Some(41.0)), "one district alone speaks for itself");
    let partial = pooled(median(&[known(41.0), SECRET]), &[]);
    assert_eq!((partial.state, partial.value, partial.range), (State::Partial, None, Some((41.0, 41.0))));
    let rates = pooled(ratio(&[known(20.0), known(30.0)]), &[]);
    assert_eq!((rates.state, rates.value, rates.range), (State::Missing(MissingReason::NotDelivered), None, Some((20.0, 30.0))));
}

#[test]
fn flags_ride_along_with_what_delivers() {
    let rounded = Cell { quality: Quality(1), ..known(5.0) };
    let limited = Cell { quality: Quality(16), ..known(5.0) };
    let hidden = Cell { quality: Quality(4), ..SECRET };
    assert_eq!(pooled(sum(&[rounded, limited, hidden]), &[]).quality, Quality(17));
}

#[test]
fn the_city_is_in_or_out() {
    let subject =
        |scope| series(Indicator { scope, ..indicator("cases", Pooling::Sum, 1.0) }, &[("2023", &[known(5.0), known(70.0), known(2.0)])]);
    let keys = [DistrictKey::new("d1")].into();
    for (scope, with_city, value, left_out) in [
        (Scope::All, true, 77.0, false),
        (Scope::All, false, 7.0, true),
        (Scope::WithoutCity, true, 7.0, true),
        (Scope::WithoutCity, false, 7.0, true),
    ] {
        let catalog = testing::catalog(3, 3, vec![subject(scope)]);
        let city = CitySwitch::new(&catalog.register, &keys, with_city);
        let county = Pool::at(&catalog, &catalog.series()[0], 0, &city).county();
        assert_eq!((county.value, county.city_left_out), (Some(value), left_out), "{scope:?} {with_city}");
    }
}

#[test]
fn one_district_is_what_its_cell_says() {
    let quota = indicator("quota", Pooling::Ratio, 100.0);
    let counted = Cell { value: None, ..share(20.0, 80.0) };
    assert_eq!(AreaValue::of_cell(&counted, &quota).value, Some(25.0));
    let secret = AreaValue::of_cell(&secret_of(50.0), &quota);
    assert_eq!((secret.state, secret.value, secret.denominator), (State::Suppressed(SuppressedBy::Source), None, Some(50.0)));
    assert_eq!(AreaValue::of_cell(&Cell::ABSENT, &quota).parts.missing, 1);
}

#[test]
fn an_area_of_nobody_is_missing() {
    let catalog = testing::catalog(1, 1, vec![sum(&[known(1.0)])]);
    let everybody = CitySwitch::everybody();
    let pool = Pool::at(&catalog, &catalog.series()[0], 0, &everybody);
    assert_eq!(pool.area([]).state, State::Missing(MissingReason::NotMeaningful));
    assert_eq!(pool.area([DistrictIx(9)]).state, State::Missing(MissingReason::NotDelivered));
}

proptest::proptest! {
    /// Whatever the plan, its areas and the rest hold the county's total, nobody twice.
    #[test]
    fn sums_over_any_plan_keep_the_county(values in proptest::collection::vec(0..50_000_u32, 1..40), seed in 0..1000_usize) {
        let cells: Vec<Cell> = values.iter().map(|it| known(f64::from(*it))).collect();
        let catalog = testing::catalog(cells.len(), 8, vec![sum(&cells)]);
        let everybody = CitySwitch::everybody();
        let pool = Pool::at(&catalog, &catalog.series()[0], 0, &everybody);
        let label = |it: &DistrictIx| (it.index() * 31 + seed) % 5;
        let areas = (0..5).map(|area| pool.area((0..).map(DistrictIx).take(cells.len()).filter(|it| label(it) == area)));
        let total: f64 = areas.filter_map(|it| it.value).sum();
        proptest::prop_assert_eq!(Some(total), pool.county().value);
    }
}
