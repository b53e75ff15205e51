//! What the shipped database promises, read from the file as a stranger would read it.

use super::definition::{INVENTED, Indicator, REGISTER};
use super::generator::Sample;
use super::publication::{Cell, counts_people};
use super::structure::{CITY, DISTRICTS, FRIEDLAND, HARZ};
use super::{DATABASE, database, shipped};
use std::collections::{BTreeMap, BTreeSet};

/// The file, and its cells by indicator, period and district.
pub struct Shipped {
    pub sample: Sample,
    at: BTreeMap<(String, String, String), Cell>,
}

impl Shipped {
    pub fn read() -> Self {
        let sample = database::read(&shipped(DATABASE)).unwrap();
        let at: BTreeMap<_, _> =
            sample.values.iter().map(|it| ((it.indicator.clone(), it.period.clone(), it.district.clone()), it.clone())).collect();
        assert_eq!(at.len(), sample.values.len(), "a cell stands twice");
        Self { sample, at }
    }

    pub fn cell(&self, id: &str, period: &str, district: &str) -> Option<&Cell> {
        self.at.get(&(id.into(), period.into(), district.into()))
    }

    /// The value of a known cell.
    pub fn value(&self, id: &str, period: &str, district: &str) -> f64 {
        self.cell(id, period, district).and_then(|it| it.value).unwrap_or_else(|| panic!("{id} {period} {district}"))
    }

    fn named(&self, id: &str) -> &Indicator {
        self.sample.indicators.iter().find(|it| it.id == id).unwrap_or_else(|| panic!("{id} is not in the file"))
    }

    /// Numerator and denominator summed over the places that deliver, in one year.
    pub fn pooled(&self, id: &str, period: &str, places: impl Fn(&str) -> bool) -> f64 {
        let cells =
            self.sample.values.iter().filter(|it| it.indicator == id && it.period == period && it.value.is_some() && places(&it.district));
        let (part, whole) = cells.fold((0.0, 0.0), |(part, whole), it| (part + it.numerator.unwrap(), whole + it.denominator.unwrap()));
        part / whole * self.named(id).factor.unwrap()
    }
}

pub fn years() -> impl Iterator<Item = String> {
    (2016..=2024).map(|it| it.to_string())
}

pub fn same(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(1.0)
}

#[test]
fn every_invented_row_says_so() {
    let shipped = Shipped::read();
    for it in &shipped.sample.indicators {
        let public = it.id == "bevoelkerung" || it.id == "flaeche_km2";
        assert_eq!(it.source, if public { REGISTER } else { INVENTED }, "{}", it.id);
        assert!(!it.name.is_empty() && !it.unit.is_empty() && 40 <= it.definition.len(), "{}", it.id);
    }
    let ids: BTreeSet<&str> = shipped.sample.indicators.iter().map(|it| it.id.as_str()).collect();
    assert!(shipped.sample.values.iter().all(|it| ids.contains(it.indicator.as_str())), "a value without a source");
    assert!(shipped.sample.references.iter().all(|it| ids.contains(it.indicator.as_str())), "a reference without a source");
    for (indicator, _, reason) in &shipped.sample.breaks {
        assert!(ids.contains(indicator.as_str()) && reason.contains(INVENTED), "{indicator}: {reason}");
    }
}

#[test]
fn the_columns_use_the_words_of_the_contract() {
    for it in Shipped::read().sample.indicators {
        assert!(["sum", "ratio", "mean", "none"].contains(&it.pooling.as_str()), "{}", it.id);
        assert!(["burden", "benefit", "neutral"].contains(&it.direction.as_str()), "{}", it.id);
        assert!(it.scope.as_deref().is_none_or(|it| it == "without_city"), "{}", it.id);
        assert_eq!(it.factor.is_some(), it.pooling == "ratio", "{}", it.id);
        assert_eq!(it.weight.is_some(), it.pooling == "mean", "{}", it.id);
    }
}

#[test]
fn every_department_has_rates_with_both_counts_over_all_years() {
    let shipped = Shipped::read();
    let complete = |it: &&Indicator| {
        let counted = |cell: &Cell| cell.numerator.is_some() && cell.denominator.is_some();
        it.pooling == "ratio"
            && years().all(|year| DISTRICTS.iter().any(|place| shipped.cell(&it.id, &year, place.key).is_some_and(counted)))
    };
    let rates: Vec<&Indicator> = shipped.sample.indicators.iter().filter(complete).collect();
    assert!(24 <= rates.len(), "{}", rates.len());
    let departments: BTreeSet<&str> = rates.iter().map(|it| it.department.as_str()).collect();
    assert_eq!(departments, ["Bildung", "Demografie", "Gesundheit", "Integration", "Jobcenter", "Jugend", "Soziales"].into());
}

/// Ratios whose numerator is not a part of the denominator.
const NOT_PARTS: &[&str] =
    &["altenquotient", "bevoelkerung_5_jahre", "bevoelkerungsdichte", "hze_ausgaben_je_kind", "jugendquotient", "wanderungssaldo_je_1000"];

#[test]
fn no_part_exceeds_its_whole_and_values_follow_from_the_counts() {
    let shipped = Shipped::read();
    for cell in &shipped.sample.values {
        let (Some(part), Some(whole)) = (cell.numerator, cell.denominator) else { continue };
        let indicator = shipped.named(&cell.indicator);
        let place = format!("{} {} {}", cell.indicator, cell.period, cell.district);
        if !NOT_PARTS.contains(&cell.indicator.as_str()) {
            assert!(0.0 <= part && part <= whole, "{place}: {part} of {whole}");
        }
        match cell.value {
            Some(value) => assert!(same(value, part / whole * indicator.factor.unwrap()), "{place}: {value}"),
            None => assert_eq!((whole, cell.state.as_deref()), (0.0, Some("missing:not_meaningful")), "{place}"),
        }
    }
}

#[test]
fn a_cell_is_known_secret_or_missing_with_a_reason() {
    for cell in Shipped::read().sample.values {
        let place = format!("{} {} {}", cell.indicator, cell.period, cell.district);
        match cell.state.as_deref() {
            None => assert!(cell.value.is_some(), "{place}: known without a value"),
            Some("suppressed") => assert!(cell.value.is_none() && cell.numerator.is_none(), "{place}: secret, but told"),
            Some(state) => {
                let reason = state.strip_prefix("missing:").unwrap_or_else(|| panic!("{place}: {state}"));
                assert!(["not_delivered", "later", "not_meaningful", "unreliable"].contains(&reason), "{place}: {state}");
                assert!(cell.value.is_none(), "{place}: missing, but told");
            }
        }
        assert!(cell.quality.is_none_or(|it| ["limited", "estimated", "provisional"].contains(&it.as_str())), "{place}");
    }
}

#[test]
fn nobody_lives_in_the_harz() {
    let shipped = Shipped::read();
    assert_eq!(shipped.value("bevoelkerung", "2023-12-31", HARZ), 0.0);
    assert_eq!(shipped.value("flaeche_km2", "2023-12-31", HARZ), 267.85);
    for cell in shipped.sample.values.iter().filter(|it| it.district == HARZ && it.indicator != "flaeche_km2") {
        if counts_people(shipped.named(&cell.indicator)) {
            assert_eq!((cell.value, cell.state.as_deref()), (Some(0.0), None), "{}", cell.indicator);
        } else {
            assert_eq!(
                (cell.value, cell.numerator, cell.state.as_deref()),
                (None, None, Some("missing:not_meaningful")),
                "{}",
                cell.indicator
            );
        }
    }
}

#[test]
fn every_place_has_a_row_in_every_surveyed_year() {
    let shipped = Shipped::read();
    let mut rows: BTreeMap<(&str, &str), BTreeSet<&str>> = BTreeMap::new();
    for cell in &shipped.sample.values {
        rows.entry((&cell.indicator, &cell.period)).or_default().insert(&cell.district);
    }
    let places: BTreeSet<&str> = DISTRICTS.iter().map(|it| it.key).chain([HARZ]).collect();
    for (cell, found) in &rows {
        assert_eq!(found, &places, "{cell:?}");
    }
    let surveyed = |id: &str| rows.keys().filter(|it| it.0 == id).map(|it| it.1).collect::<Vec<_>>();
    assert_eq!(surveyed("pflegebeduerftige_ab_75"), ["2017", "2019", "2021", "2023"]);
    assert_eq!(surveyed("bevoelkerung"), ["2023-12-31"]);
    assert_eq!(surveyed("kinder_sgb2").len(), 9);
}

#[test]
fn the_boundaries_hold_the_same_places() {
    let text = std::fs::read_to_string(shipped("lkgoe_gemeinden_heute.geojson")).unwrap();
    let map: serde_json::Value = serde_json::from_str(&text).unwrap();
    let keys: BTreeSet<String> =
        map["features"].as_array().unwrap().iter().map(|it| it["properties"]["AGS"].as_str().unwrap().to_owned()).collect();
    assert_eq!(keys, DISTRICTS.iter().map(|it| it.key).chain([HARZ]).map(str::to_owned).collect());
}

#[test]
fn the_city_is_in_no_series_of_the_county_without_it() {
    let shipped = Shipped::read();
    let without: BTreeSet<&str> = shipped.sample.indicators.iter().filter(|it| it.scope.is_some()).map(|it| it.id.as_str()).collect();
    assert_eq!(without.len(), 34, "all help for families, and the assessments of § 8a");
    for cell in shipped.sample.values.iter().filter(|it| it.district == CITY && without.contains(it.indicator.as_str())) {
        assert_eq!(cell.state.as_deref(), Some("missing:not_delivered"), "{}", cell.indicator);
    }
}

#[test]
fn friedland_carries_its_mark() {
    let shipped = Shipped::read();
    assert_eq!(shipped.cell("auslaenderanteil", "2023", FRIEDLAND).unwrap().quality.as_deref(), Some("limited"));
    assert!(shipped.named("bevoelkerung").definition.contains("Grenzdurchgangslager"));
}

#[test]
fn the_file_stays_small() {
    let bytes = std::fs::metadata(shipped(DATABASE)).unwrap().len();
    assert!(bytes < 3_000_000, "{bytes} bytes are compiled into the program");
}
