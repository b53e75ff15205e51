//! What must add up: ages to people, paragraphs to totals, movements to change, districts to the county.

use super::checks::{Shipped, same, years};
use super::definition::Indicator;
use super::structure::{CITY, COUNTY, DISTRICTS, HARZ};
use std::collections::BTreeSet;

#[test]
fn ages_sum_to_the_population_of_every_place_and_year() {
    let shipped = Shipped::read();
    for district in DISTRICTS {
        for year in years() {
            let ages: f64 = (0..=90).map(|age| shipped.value(&format!("alter_{age:02}"), &year, district.key)).sum();
            assert_eq!(ages, shipped.value("bevoelkerung_reihe", &year, district.key), "{} {year}", district.key);
        }
        let public = shipped.value("bevoelkerung", "2023-12-31", district.key);
        assert_eq!(public, f64::from(i32::try_from(district.population).unwrap()));
        assert_eq!(shipped.value("bevoelkerung_reihe", "2023", district.key), public, "{}", district.key);
    }
}

#[test]
fn groups_of_ages_and_denominators_follow_from_the_ages() {
    let shipped = Shipped::read();
    let sum = |place: &str, year: &str, from: u8, to: u8| {
        (from..=to).map(|age| shipped.value(&format!("alter_{age:02}"), year, place)).sum::<f64>()
    };
    for (id, from, to) in [
        ("kinder_unter_3", 0, 2),
        ("kinder_unter_15", 0, 14),
        ("kinder_unter_18", 0, 17),
        ("junge_unter_21", 0, 20),
        ("personen_ab_65", 65, 90),
    ] {
        assert_eq!(shipped.value(id, "2021", "03159010"), sum("03159010", "2021", from, to), "{id}");
    }
    for indicator in &shipped.sample.indicators {
        let Some(whole) = &indicator.denominator else { continue };
        for cell in shipped.sample.values.iter().filter(|it| it.indicator == indicator.id && it.state.is_none()) {
            let named = shipped.cell(whole, &cell.period, &cell.district).unwrap_or_else(|| panic!("{whole}"));
            assert_eq!(cell.denominator, named.value, "{} {} {}", indicator.id, cell.period, cell.district);
        }
    }
    for indicator in &shipped.sample.indicators {
        let Some(part) = &indicator.numerator else { continue };
        for cell in shipped.sample.values.iter().filter(|it| it.indicator == indicator.id && it.state.is_none()) {
            assert_eq!(cell.numerator, shipped.cell(part, &cell.period, &cell.district).unwrap().value, "{}", indicator.id);
        }
    }
}

#[test]
fn people_come_by_birth_and_move_and_go_by_death_and_move() {
    let shipped = Shipped::read();
    for district in DISTRICTS {
        for year in 2017..=2024 {
            let at = |id: &str, year: i32| shipped.value(id, &year.to_string(), district.key);
            let balance =
                at("bevoelkerung_reihe", year - 1) + at("geburten", year) - at("sterbefaelle", year) + at("wanderungssaldo", year);
            assert_eq!(balance, at("bevoelkerung_reihe", year), "{} {year}", district.key);
        }
    }
}

#[test]
fn paragraphs_sum_to_the_total_and_nothing_is_spent_without_a_case() {
    const PARAGRAPHS: [&str; 13] = ["19", "27_2", "28", "29", "30", "31", "32", "33", "34", "35", "35a", "41", "42"];
    let shipped = Shipped::read();
    for district in DISTRICTS.iter().filter(|it| it.key != CITY) {
        for year in years() {
            let sum = |group: &str| PARAGRAPHS.iter().map(|it| shipped.value(&format!("{group}_{it}"), &year, district.key)).sum::<f64>();
            assert_eq!(sum("hze_faelle"), shipped.value("hze_faelle", &year, district.key), "{} {year}", district.key);
            assert_eq!(sum("hze_ausgaben"), shipped.value("hze_ausgaben", &year, district.key), "{} {year}", district.key);
            for it in PARAGRAPHS {
                let cases = shipped.value(&format!("hze_faelle_{it}"), &year, district.key);
                let euros = shipped.value(&format!("hze_ausgaben_{it}"), &year, district.key);
                assert!(
                    0.0 <= euros && euros.fract() == 0.0 && (euros > 0.0) == (cases > 0.0),
                    "§ {it} {} {year}: {cases}, {euros} €",
                    district.key
                );
            }
        }
    }
}

/// What one row counts: the value of a sum, else numerator or denominator.
type Counted = (Option<f64>, Option<f64>, Option<f64>);

#[test]
fn districts_and_unassignable_cases_sum_to_the_county() {
    let shipped = Shipped::read();
    let of_sum = |row: Counted| row.0;
    let [part, whole] = [|row: Counted| row.1, |row: Counted| row.2];
    let mut checked = BTreeSet::new();
    for indicator in &shipped.sample.indicators {
        let counts: &[fn(Counted) -> Option<f64>] = match indicator.pooling.as_str() {
            "sum" => &[of_sum],
            "ratio" => &[part, whole],
            _ => &[],
        };
        for count in counts {
            if shipped.adds_up(indicator, count) {
                checked.insert(indicator.id.as_str());
            }
        }
    }
    assert!(75 <= checked.len(), "{}", checked.len());
}

impl Shipped {
    /// Checks each period in which all districts are known; tells whether there was one.
    fn adds_up(&self, indicator: &Indicator, count: &fn(Counted) -> Option<f64>) -> bool {
        let references = || self.sample.references.iter().filter(|it| it.indicator == indicator.id);
        let mut any = false;
        for county in references().filter(|it| it.area == COUNTY) {
            let nowhere = references().find(|it| it.area == "unassignable" && it.period == county.period);
            let lost = nowhere.and_then(|it| count((it.value, it.numerator, it.denominator))).unwrap_or(0.0);
            let expected = count((county.value, county.numerator, county.denominator));
            if let (Some(parts), Some(expected)) = (self.all_districts(indicator, &county.period, count), expected) {
                assert!(same(parts + lost, expected), "{} {}: {parts} + {lost} is not {expected}", indicator.id, county.period);
                any = true;
            }
        }
        any
    }

    /// The sum over the districts that belong to the series, if all of them are known.
    fn all_districts(&self, indicator: &Indicator, period: &str, count: &fn(Counted) -> Option<f64>) -> Option<f64> {
        let left_out = |key: &str| key == HARZ && indicator.id != "flaeche_km2" || key == CITY && indicator.scope.is_some();
        let places = DISTRICTS.iter().map(|it| it.key).chain([HARZ]).filter(|it| !left_out(it));
        places.map(|key| self.cell(&indicator.id, period, key).and_then(|it| count((it.value, it.numerator, it.denominator)))).sum()
    }
}
