#![allow(clippy::unwrap_used)]
use proptest::prelude::*;

use super::*;
use crate::{
    analysis::{
        assignment::Assignment,
        figures::FigureOptions,
        overlay::OverlayQuestion,
        testing::{self, indicator, population, series, share},
    },
    model::{
        id::AreaId,
        saved_view::Level,
        value::{Cell, Finite},
    },
};

const OUTSIDE: [Profile; 2] = [Profile::Konferenz, Profile::Oeffentlich];

/// A number that would give the value away may stand nowhere.
fn tells_nothing(value: &AreaValue) -> bool {
    let numbers = [value.value, value.at_least, value.estimate, value.numerator, value.denominator];
    value.state == State::Suppressed(SuppressedBy::Profile) && numbers.iter().all(Option::is_none) && value.range.is_none()
}

fn ratio(min_count: u32) -> Indicator {
    Indicator { min_count, ..indicator("quota", Pooling::Ratio, 100.0) }
}

/// Every numerator and denominator up to 14 under every minimum up to 6: 5,000 cells, of which the rule is stated afresh here.
#[test]
fn every_small_count_and_every_small_rest_is_hidden_and_nothing_else() {
    let mut hidden_ones = 0;
    for (whole, part, min_count) in
        (1..=14_u32).flat_map(|whole| (0..=whole).flat_map(move |part| (0..=6).map(move |least| (whole, part, least))))
    {
        let quota = ratio(min_count);
        let value = AreaValue::of_cell(&share(f64::from(part), f64::from(whole)), &quota);
        let (part_small, rest_small) = (part > 0 && part < min_count, whole - part > 0 && whole - part < min_count);
        for profile in OUTSIDE {
            let shown = *release_value(value, &quota, profile).get();
            if part_small || rest_small {
                assert!(tells_nothing(&shown), "{part} of {whole}, minimum {min_count}: {shown:?}");
                hidden_ones += 1;
            } else {
                assert_eq!(shown, value, "{part} of {whole}, minimum {min_count}");
            }
        }
        assert_eq!(*release_value(value, &quota, Profile::Intern).get(), value);
    }
    assert!(hidden_ones >= 300, "{hidden_ones} planted cases");
}

#[test]
fn sums_are_their_own_count_and_a_zero_is_no_secret() {
    let sum = |min_count, role| Indicator { min_count, role, ..indicator("cases", Pooling::Sum, 1.0) };
    for (count, min_count, role, shown) in [
        (0.0, 3, None, true),
        (1.0, 3, None, false),
        (2.0, 3, None, false),
        (2.9, 3, None, false),
        (3.0, 3, None, true),
        (39_999.0, 40_000, None, false),
        (2.0, 0, None, true),
        (-1.0, 3, None, false),
        (-2.0, 3, None, false),
        (-2.0, 0, None, true),
        (-3.0, 3, None, true),
        (2.0, 3, Some(Role::Population), false),
        (2.1, 3, Some(Role::RegisterSurface), true),
    ] {
        let indicator = sum(min_count, role);
        let value = AreaValue::of_cell(&Cell::known(count), &indicator);
        let released = release_value(value, &indicator, Profile::Konferenz);
        assert_eq!(!tells_nothing(released.get()), shown, "{count} with a minimum of {min_count}");
    }
    let partial = AreaValue { at_least: Some(2.0), ..AreaValue::without_number(State::Partial) };
    assert!(tells_nothing(release_value(partial, &sum(3, None), Profile::Oeffentlich).get()), "two for certain are two");
}

/// One more moved out than in: the balance of −1 was told, and with it its rate, from which 1,000 people give it back.
#[test]
fn a_small_balance_is_as_secret_as_a_small_count_and_so_is_its_rate() {
    for (balance, shown) in [(-3.0, true), (-2.0, false), (-1.0, false), (0.0, true), (1.0, false), (2.0, false), (3.0, true)] {
        let rate = Indicator { unit: "je 1.000".into(), ..indicator("rate", Pooling::Ratio, 1000.0) };
        let whole = Finite::new(1000.0);
        let cells = [
            Cell { numerator: Finite::new(balance), denominator: whole, ..Cell::known(balance) },
            Cell { denominator: whole, ..Cell::known(balance) },
        ];
        for (cell, pooling) in cells.into_iter().flat_map(|it| [(it, Pooling::Ratio), (it, Pooling::None)]) {
            let rate = Indicator { pooling, ..rate.clone() };
            let released = release_value(AreaValue::of_cell(&cell, &rate), &rate, Profile::Oeffentlich);
            assert_eq!(!tells_nothing(released.get()), shown, "{balance} {pooling:?} {cell:?}");
        }
    }
}

/// The minimum of the balance holds for the rate that names it, whatever the rate itself asks for.
#[test]
fn an_area_of_balances_is_hidden_by_what_they_come_to() {
    let balance = indicator("balance", Pooling::Sum, 1.0);
    let cells: Vec<Cell> = [40.0, -38.0, 5.0, -9.0].into_iter().map(Cell::known).collect();
    let rate = Indicator { numerator: Some("balance".into()), min_count: 0, ..indicator("rate", Pooling::Ratio, 1000.0) };
    let rates: Vec<Cell> = [40.0, -38.0, 5.0, -9.0].into_iter().map(|it| share(it, 1000.0)).collect();
    let catalog = testing::catalog(4, 2, vec![series(balance, &[("2023", &cells)]), series(rate, &[("2023", &rates)])]);
    let plan = testing::plan(&[("d0", 1), ("d1", 1), ("d2", 2), ("d3", 2)]);
    for id in ["balance", "rate"] {
        let question = OverlayQuestion { level: Level::Areas, profile: Profile::Oeffentlich, ..OverlayQuestion::about(id.into()) };
        let overlay = Overlay::of(&catalog, Some((&plan, &Assignment::of(&plan, &catalog.register))), &question).unwrap();
        let units = &overlay.get().units;
        assert!(tells_nothing(&units[0].value), "40 − 38 = 2: {:?}", units[0]);
        assert!(units[1].value.value.is_some() && units[0].rank.is_none(), "{id}: −4 are enough");
    }
}

#[test]
fn a_mean_of_two_is_a_secret_of_two() {
    let age = indicator("age", Pooling::Mean, 1.0);
    for (weight, shown) in [(2.0, false), (3.0, true)] {
        let value = AreaValue::of_cell(&testing::mean(44.0, weight), &age);
        assert_eq!(!tells_nothing(release_value(value, &age, Profile::Oeffentlich).get()), shown, "{weight}");
    }
}

#[test]
fn what_the_source_keeps_secret_stays_its_secret() {
    let cell = testing::secret_of(50.0);
    let value = AreaValue::of_cell(&cell, &ratio(3));
    assert_eq!(*release_value(value, &ratio(3), Profile::Oeffentlich).get(), value);
}

#[test]
fn exports_outside_say_what_is_not_checked() {
    assert_eq!(limit(Profile::Intern), None);
    for profile in OUTSIDE {
        assert_eq!(limit(profile), Some(say!("analysis-disclosure-limit", count = 3_u32)));
    }
}

#[test]
fn a_hidden_population_cannot_be_worked_out_from_the_balance() {
    let catalog = testing::catalog(4, 2, vec![population(&[2.0, 100.0, 100.0, 198.0])]);
    let plan = testing::plan(&[("d0", 1), ("d1", 2), ("d2", 2), ("d3", 3)]);
    let figures = PlanFigures::of(&catalog, &plan, &Assignment::of(&plan, &catalog.register), &FigureOptions::default());
    let shown = release_figures(figures.clone(), &catalog, Profile::Oeffentlich);
    let shown = shown.get();
    assert!(tells_nothing(&shown.areas[0].population.unwrap()));
    assert_eq!((shown.areas[0].deviation, shown.parity, shown.gini, shown.target, shown.max_deviation), (None, None, None, None, None));
    let deviations: Vec<_> = shown.areas.iter().map(|it| it.deviation).collect();
    assert_eq!(deviations, [None; 3], "200 people and a deviation of 50 % tell the mean, and the mean the hidden one");
    assert_eq!(shown.areas[1].population.unwrap().value, Some(200.0));
    assert_eq!(*release_figures(figures.clone(), &catalog, Profile::Intern).get(), figures);
}

fn official(factor: f64, pooling: Pooling, cells: &[Cell]) -> crate::model::catalog::Series {
    series(Indicator { min_count: 3, ..indicator("quota", pooling, factor) }, &[("2023", cells)])
}

/// The first unit's value at the level of areas, under the public profile.
fn area_of(series: crate::model::catalog::Series, assigned: &[(&str, u32)]) -> AreaValue {
    let catalog = testing::catalog(assigned.len(), 5, vec![series]);
    let plan = testing::plan(assigned);
    let question = OverlayQuestion { level: Level::Areas, profile: Profile::Oeffentlich, ..OverlayQuestion::about("quota".into()) };
    let assignment = Assignment::of(&plan, &catalog.register);
    Overlay::of(&catalog, Some((&plan, &assignment)), &question).unwrap().get().units[0].value
}

/// An official rate that cannot be pooled speaks for an area of one district: it keeps that district's secret.
#[test]
fn an_area_of_one_hidden_district_is_as_secret_as_the_district() {
    let one_of_fifty = share(1.0, 50.0);
    let value = area_of(official(1.0, Pooling::None, &[one_of_fifty, share(30.0, 100.0)]), &[("d0", 1), ("d1", 2)]);
    assert!(tells_nothing(&value), "{value:?}");
    let open = area_of(official(1.0, Pooling::None, &[share(30.0, 100.0), one_of_fifty]), &[("d0", 1), ("d1", 2)]);
    assert_eq!((open.value, open.numerator, open.denominator), (Some(30.0), Some(30.0), Some(100.0)));
}

#[test]
fn a_range_does_not_end_at_a_hidden_district() {
    let cells = [share(1.0, 50.0), share(30.0, 100.0), share(20.0, 100.0)];
    for pooling in [Pooling::None, Pooling::Ratio] {
        let without_counts = |it: Cell| Cell { numerator: None, denominator: None, ..it };
        let second = if pooling == Pooling::Ratio { without_counts(cells[1]) } else { cells[1] };
        let factor = if pooling == Pooling::Ratio { 100.0 } else { 1.0 };
        let value = area_of(official(factor, pooling, &[cells[0], second]), &[("d0", 1), ("d1", 1)]);
        assert!(tells_nothing(&value), "{pooling:?}: {value:?}");
        let open = area_of(official(factor, pooling, &[cells[2], second]), &[("d0", 1), ("d1", 1)]);
        assert_eq!(open.range, Some((20.0, 30.0)), "{pooling:?}");
    }
    let between = [share(10.0, 100.0), share(1.0, 5.0), share(30.0, 100.0)];
    let value = area_of(official(1.0, Pooling::None, &between), &[("d0", 1), ("d1", 1), ("d2", 1)]);
    assert_eq!(value.range, Some((10.0, 30.0)), "what lies between the ends gives nobody away");
}

/// 2 % of 50 are one person, whoever writes it: the source's numerator is not needed to know that.
#[test]
fn a_share_with_one_of_its_counts_gives_the_other_away() {
    let quota = ratio(3);
    let finite = |it: Option<f64>| it.and_then(Finite::new);
    for (value, numerator, denominator, shown) in [
        (2.0, None, Some(50.0), false),
        (98.0, None, Some(50.0), false),
        (98.0, Some(49.0), None, false),
        (2.0, Some(1.0), None, false),
        (0.01, None, Some(1000.0), false),
        (0.0, None, Some(50.0), true),
        (100.0, None, Some(50.0), true),
        (6.0, None, Some(50.0), true),
        (94.0, Some(47.0), None, true),
        (5.9, None, Some(51.0), true),
        (3.9, None, Some(51.0), false),
        (2.0, None, None, true),
    ] {
        let cell = Cell { numerator: finite(numerator), denominator: finite(denominator), ..Cell::known(value) };
        let of = AreaValue::of_cell(&cell, &quota);
        assert_eq!(!tells_nothing(release_value(of, &quota, Profile::Oeffentlich).get()), shown, "{value} {numerator:?} {denominator:?}");
        let rate = Indicator { unit: "%".into(), pooling: Pooling::None, factor: 1.0, ..quota.clone() };
        let of = AreaValue::of_cell(&cell, &rate);
        assert_eq!(!tells_nothing(release_value(of, &rate, Profile::Oeffentlich).get()), shown, "official: {value}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(384))]

    /// A county with small cells planted anywhere: no unit of the overlay, district or area, tells one outside `intern`.
    #[test]
    fn no_overlay_tells_a_small_count(
        cells in proptest::collection::vec((0..8_u32, 0..12_u32), 8..20),
        planted in 0..8_usize,
        areas in any::<bool>(),
        city in any::<bool>(),
    ) {
        let mut cells: Vec<(u32, u32)> = cells.into_iter().map(|(part, rest)| (part, part + rest)).filter(|it| it.1 > 0).collect();
        let place = planted % cells.len().max(1);
        cells.insert(place, (1 + planted as u32 % 2, 40));
        let known: Vec<Cell> = cells.iter().map(|(part, whole)| share(f64::from(*part), f64::from(*whole))).collect();
        let catalog = testing::catalog(known.len(), 5, vec![series(ratio(3), &[("2023", &known)])]);
        let keys: Vec<String> = (0..known.len()).map(|it| format!("d{it}")).collect();
        let assigned: Vec<(&str, u32)> = keys.iter().map(String::as_str).zip((0..).map(|it| it % 7 + 1)).collect();
        let plan = testing::plan(&assigned);
        let assignment = Assignment::of(&plan, &catalog.register);
        let question = OverlayQuestion {
            level: if areas { Level::Areas } else { Level::Districts },
            profile: Profile::Oeffentlich,
            city: ["d0".into()].into(),
            with_city: city,
            ..OverlayQuestion::about("quota".into())
        };
        let released = Overlay::of(&catalog, Some((&plan, &assignment)), &question).unwrap();
        let truth = |unit: &crate::analysis::overlay::Unit| {
            let members: Vec<usize> = match unit.area.filter(|_| areas) {
                Some(AreaId(area)) => (0..cells.len()).filter(|it| *it as u32 % 7 + 1 == area && (city || *it > 0)).collect(),
                None => unit.district.iter().map(|it| it.index()).collect(),
            };
            members.iter().fold((0, 0), |sum, it| (sum.0 + cells[*it].0, sum.1 + cells[*it].1))
        };
        for unit in &released.get().units {
            let (part, whole) = truth(unit);
            let small = |it: u32| 0 < it && it < 3;
            if small(part) || small(whole - part) {
                prop_assert!(tells_nothing(&unit.value), "{part} of {whole}: {unit:?}");
                prop_assert!(unit.rank.is_none() && !matches!(unit.class, UnitClass::Class(_) | UnitClass::Estimated(_)), "{unit:?}");
            } else if whole > 0 {
                prop_assert_eq!(unit.value.numerator.and_then(Finite::new), Finite::new(f64::from(part)));
            }
        }
        let ranks = released.get().units.iter().filter_map(|it| it.rank);
        let seen = released.get().units.iter().filter(|it| it.rank.is_some()).count();
        prop_assert!(ranks.into_iter().all(|it| it.of == seen), "who is hidden is not counted among the ranked");
    }
}
