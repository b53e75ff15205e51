//! Secret cells: exactly those of the rule, and none that a subtraction gives back.

use super::checks::Shipped;
use super::generator::{SENSITIVE, truths};
use super::publication::{gap, surveyed};
use super::secrecy::{SMALLEST_OPEN, small};
use super::structure::DISTRICTS;

#[test]
fn cells_are_secret_exactly_by_the_rule() {
    let (shipped, truths) = (Shipped::read(), truths());
    let mut small_ones = 0;
    for indicator in &shipped.sample.indicators {
        let Some(truth) = truths.get(&indicator.id) else { continue };
        for at in (0..9).filter(|&at| surveyed(&indicator.id, at)) {
            let year = (2016 + at).to_string();
            for (place, district) in DISTRICTS.iter().enumerate() {
                let secret = shipped.cell(&indicator.id, &year, district.key).unwrap().state.as_deref() == Some("suppressed");
                let sensitive = SENSITIVE.contains(&indicator.id.as_str()) && gap(indicator, place, at).is_none();
                let is_small = sensitive && small(truth.numerator.at(place, at));
                assert!(!is_small || secret, "{} {year} {} is small and told", indicator.id, district.key);
                assert!(!secret || sensitive, "{} {year} {} is secret without need", indicator.id, district.key);
                small_ones += usize::from(is_small);
            }
        }
    }
    assert!(20 <= small_ones, "{small_ones}");
}

#[test]
fn no_secret_cell_follows_from_the_county() {
    let (shipped, truths) = (Shipped::read(), truths());
    for id in SENSITIVE {
        let indicator = shipped.sample.indicators.iter().find(|it| it.id == *id).unwrap();
        for at in 0..9 {
            let year = (2016 + at).to_string();
            let state = |place: usize| shipped.cell(id, &year, DISTRICTS[place].key).unwrap().state.clone();
            let secret: Vec<usize> = (0..DISTRICTS.len()).filter(|&it| state(it).as_deref() == Some("suppressed")).collect();
            let undelivered = (0..DISTRICTS.len()).filter(|&it| gap(indicator, it, at).is_some()).count();
            let cases: i64 = secret.iter().map(|&it| truths[*id].numerator.at(it, at)).sum();
            assert!(secret.is_empty() || 2 <= secret.len() + undelivered, "{id} {year}: one secret cell alone");
            assert!(secret.is_empty() || 0 < undelivered || SMALLEST_OPEN <= cases, "{id} {year}: {cases} cases hidden in all");
        }
    }
}

#[test]
fn the_flagship_shows_every_state() {
    let shipped = Shipped::read();
    let states = |year: &str| {
        let cells = shipped.sample.values.iter().filter(|it| it.indicator == "kinder_sgb2" && it.period == year);
        cells.map(|it| it.state.clone().unwrap_or("known".into())).collect::<Vec<_>>()
    };
    let count = |year: &str, state: &str| states(year).iter().filter(|it| *it == state).count();
    assert!(1 <= count("2023", "suppressed") && count("2023", "suppressed") <= 6, "{}", count("2023", "suppressed"));
    assert_eq!((count("2023", "missing:not_delivered"), count("2023", "missing:not_meaningful")), (1, 1));
    assert_eq!(count("2022", "known"), 0, "2022 was never delivered");
}
