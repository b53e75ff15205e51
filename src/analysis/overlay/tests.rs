#![allow(clippy::unwrap_used)]
use super::*;
use crate::{
    analysis::testing::{self, SECRET, indicator, population, series, share},
    model::{indicator::Pooling, value::Cell},
};

/// Six districts: 10 %, 20 %, 30 %, secret, nobody there, 1 of 50 (too few to be shown outside).
fn county() -> Catalog {
    let nobody = Cell::without_number(State::Missing(MissingReason::NotMeaningful));
    let cells = [share(10.0, 100.0), share(20.0, 100.0), share(30.0, 100.0), SECRET, nobody, share(1.0, 50.0)];
    let quota =
        series(indicator("quota", Pooling::Ratio, 100.0), &[("2022", &[Cell::ABSENT; 6]), ("2023", &cells), ("2024", &[Cell::ABSENT; 6])]);
    testing::catalog(6, 3, vec![quota, population(&[100.0, 100.0, 100.0, 100.0, 0.0, 50.0])])
}

fn question() -> OverlayQuestion {
    OverlayQuestion {
        classing: Classing { classes: 3, method: ClassMethod::EqualInterval, ..Classing::default() },
        ..OverlayQuestion::about("quota".into())
    }
}

#[test]
fn districts_are_classed_and_ranked_by_what_is_known() {
    let overlay = Overlay::of(&county(), None, &question()).unwrap();
    let overlay = overlay.get();
    assert_eq!(overlay.period.as_str(), "2023", "the latest with a known value");
    let classes: Vec<UnitClass> = overlay.units.iter().map(|it| it.class).collect();
    let class = UnitClass::Class;
    assert_eq!(classes, [class(0), class(1), class(2), UnitClass::Secret, UnitClass::Uninhabited, class(0)]);
    let places: Vec<_> = overlay.units.iter().map(|it| it.rank.map(|it| (it.place, it.of))).collect();
    assert_eq!(places, [Some((3, 4)), Some((2, 4)), Some((1, 4)), None, None, Some((4, 4))]);
    assert_eq!(overlay.unranked(), 1, "the secret one has a value, but no place; nobody lives in the other");
    assert_eq!(overlay.classes.as_ref().unwrap().counts, [2, 1, 1]);
    assert_eq!(overlay.counts, StateCounts { known: 4, secret: 1, uninhabited: 1, ..StateCounts::default() });
    assert_eq!(overlay.county.state, State::Partial);
}

#[test]
fn what_a_profile_hides_is_in_no_class_and_has_no_rank() {
    let shown = Overlay::of(&county(), None, &OverlayQuestion { profile: Profile::Oeffentlich, ..question() }).unwrap();
    let overlay = shown.get();
    let few = overlay.units.last().unwrap();
    assert_eq!((few.class, few.rank, few.value.value, few.value.denominator), (UnitClass::Secret, None, None, None));
    assert_eq!(overlay.classes.as_ref().unwrap().breaks.first(), Some(&10.0), "the smallest class begins at what is shown");
    assert_eq!((overlay.units[0].rank, overlay.unranked()), (Some(Rank { place: 3, of: 3 }), 2));
}

#[test]
fn areas_are_pooled_and_uncertain_ones_hatched() {
    let catalog = county();
    let plan = testing::plan(&[("d0", 1), ("d1", 1), ("d2", 2), ("d3", 2), ("d4", 3)]);
    let assignment = Assignment::of(&plan, &catalog.register);
    let overlay = Overlay::of(&catalog, Some((&plan, &assignment)), &OverlayQuestion { level: Level::Areas, ..question() }).unwrap();
    let overlay = overlay.get();
    let seen: Vec<_> = overlay.units.iter().map(|it| (it.key.as_str(), it.class, it.value.value)).collect();
    assert_eq!(seen, [("R1", UnitClass::Class(0), Some(15.0)), ("R2", UnitClass::Partial, None), ("R3", UnitClass::Uninhabited, None)]);
    assert_eq!(overlay.counts.unassigned, 1);
}

#[test]
fn the_city_switched_off_is_drawn_only() {
    let question = OverlayQuestion { city: [DistrictKey::new("d2")].into(), with_city: false, ..question() };
    let overlay = Overlay::of(&county(), None, &question).unwrap();
    let overlay = overlay.get();
    assert_eq!((overlay.units[2].class, overlay.units[2].rank), (UnitClass::SwitchedOff, None));
    assert_eq!(overlay.units[1].rank, Some(Rank { place: 1, of: 3 }));
    assert!(overlay.without_city);
}

#[test]
fn equal_values_share_a_place_and_frozen_breaks_stay() {
    let cells = [share(10.0, 100.0), share(10.0, 100.0), share(5.0, 100.0)];
    let catalog = testing::catalog(3, 3, vec![series(indicator("quota", Pooling::Ratio, 100.0), &[("2023", &cells)])]);
    let classing = Classing { frozen: Some(vec![0.0, 8.0, 50.0]), ..Classing::default() };
    let overlay = Overlay::of(&catalog, None, &OverlayQuestion { classing, ..question() }).unwrap();
    let overlay = overlay.get();
    assert_eq!(overlay.units.iter().map(|it| it.rank.unwrap().place).collect::<Vec<_>>(), [1, 1, 3]);
    assert_eq!(overlay.classes.as_ref().unwrap().breaks, [0.0, 8.0, 50.0]);
    assert_eq!(overlay.units[2].class, UnitClass::Class(0));
}

#[test]
fn what_is_not_there_is_said() {
    let catalog = county();
    let unknown = OverlayQuestion::about("nothing".into());
    assert_eq!(Overlay::of(&catalog, None, &unknown).unwrap_err(), OverlayError::NoSuchIndicator("nothing".into()));
    let period = OverlayQuestion { period: Period::parse("1999"), ..question() };
    assert!(matches!(Overlay::of(&catalog, None, &period), Err(OverlayError::NoSuchPeriod(Some(_), present)) if present.len() == 3));
    let areas = OverlayQuestion { level: Level::Areas, ..question() };
    assert_eq!(Overlay::of(&catalog, None, &areas).unwrap_err(), OverlayError::NoPlan);
}

/// A series without the city says so also where nobody has said which districts the city is.
#[test]
fn a_series_without_the_city_always_says_so() {
    let mut rate = series(indicator("quota", Pooling::Ratio, 100.0), &[("2023", &[share(1.0, 10.0), share(2.0, 10.0)])]);
    let said = |rate: &Series| {
        let catalog = testing::catalog(2, 2, vec![rate.clone()]);
        let trend = crate::analysis::trend::TrendQuestion {
            indicator: "quota".into(),
            selection: BTreeSet::new(),
            city: BTreeSet::new(),
            with_city: true,
            profile: Profile::Intern,
        };
        let overlay = Overlay::of(&catalog, None, &question()).unwrap().get().without_city;
        (overlay, crate::analysis::trend::TimeSeries::of(&catalog, &trend).unwrap().get().without_city)
    };
    assert_eq!(said(&rate), (false, false));
    rate.indicator.scope = Scope::WithoutCity;
    assert_eq!(said(&rate), (true, true));
}

#[test]
fn beside_the_legend_of_districts_an_area_has_the_class_of_a_district_with_its_value() {
    let catalog = county();
    let plan = testing::plan(&[("d1", 1), ("d2", 1), ("d3", 2), ("d4", 3)]);
    let assignment = Assignment::of(&plan, &catalog.register);
    let districts = Overlay::of(&catalog, None, &question()).unwrap();
    let areas = Overlay::of(&catalog, Some((&plan, &assignment)), &OverlayQuestion { level: Level::Areas, ..question() }).unwrap();
    let among = |at: usize| districts.get().class_among(&areas.get().units[at]);
    let as_district = districts.get().classes.as_ref().unwrap().class_of(25.0).map(|it| UnitClass::Class(it as u8));
    assert_eq!((Some(among(0)), among(2)), (as_district, UnitClass::Uninhabited), "25 % of both districts together");
    assert_ne!(among(0), areas.get().units[0].class, "among areas the same value is in another class");
}
