//! Completion: numerators, denominators and weights from the indicators named for them, and what contradicts itself.
//!
//! **Promise.** What the file says itself of a cell (a value, a count, a state other than known) is never replaced. What it
//! leaves open, be it a number of a row, a row or all rows of an indicator, a ratio takes from the numerator and denominator
//! named for it; a secret in either stays a secret. Periods in which the named ones have nothing to say are not made up.

use std::collections::{HashMap, HashSet};

use super::{
    IndicatorFile, KeyedCell, KeyedSeries,
    cells::{is_open, settled},
};
use crate::{
    model::{
        finding::{Code, Finding, Findings, Place, Severity},
        id::IndicatorId,
        indicator::{Indicator, Pooling, Scope},
        period::Period,
        quantity::ratio,
        value::{Cell, Finite, MissingReason, Quality, State},
    },
    storage::codes::{self, at, finding},
    words::{Arg, Message, say},
};

/// The cells of an indicator by (last day of the period, district).
type Lookup = HashMap<(u32, u32), Cell>;

/// Fills what is named, then looks for contradictions.
pub(super) fn complete(file: &mut IndicatorFile, findings: &mut Findings) {
    let days: Vec<u32> = file.periods.iter().map(|it| it.last_day()).collect();
    let named = lookups(file, &days);
    for series in &mut file.series {
        let indicator = &series.indicator;
        let of = |id: &Option<IndicatorId>| id.as_ref().filter(|it| **it != indicator.id).and_then(|it| named.get(it));
        let (numerator, denominator) = match indicator.pooling {
            Pooling::Mean => (None, of(&indicator.weight)),
            _ => (of(&indicator.numerator), of(&indicator.denominator)),
        };
        let mut too_large = Count::default();
        fill(series, numerator, denominator, (&days, &file.districts), &mut too_large, findings);
        let derived = derived(series, numerator, denominator, &days, &mut too_large);
        too_large.tell(&series.indicator, &file.districts, findings, Severity::Error, codes::NUMBER_INVALID, |count| {
            (say!("storage-ratio-too-large", id = series.indicator.id.as_str(), count), say!("storage-remedy-counts-sane"))
        });
        series.values.extend(derived);
        series.values.sort_by_key(|it| (it.period, it.district));
        check(series, &file.districts, findings);
        check_references(series, &file.periods, findings);
    }
}

/// Lookups for the indicators that others name.
fn lookups(file: &IndicatorFile, days: &[u32]) -> HashMap<IndicatorId, Lookup> {
    let wanted: Vec<&IndicatorId> =
        file.series.iter().flat_map(|it| [&it.indicator.numerator, &it.indicator.denominator, &it.indicator.weight]).flatten().collect();
    let series = file.series.iter().filter(|it| wanted.contains(&&it.indicator.id));
    series.map(|it| (it.indicator.id.clone(), it.values.iter().map(|value| (place(value, days), settled(value.cell))).collect())).collect()
}

fn place(value: &KeyedCell, days: &[u32]) -> (u32, u32) {
    (days.get(value.period as usize).copied().unwrap_or(0), value.district)
}

fn known(lookup: Option<&Lookup>, place: (u32, u32)) -> Option<Finite> {
    let cell = lookup?.get(&place)?;
    cell.value.filter(|_| cell.state == State::Known)
}

fn fill(
    series: &mut KeyedSeries,
    numerator: Option<&Lookup>,
    denominator: Option<&Lookup>,
    (days, districts): (&[u32], &[String]),
    too_large: &mut Count,
    findings: &mut Findings,
) {
    let indicator = &series.indicator;
    let mut differ = Count::default();
    for value in &mut series.values {
        let at = place(value, days);
        let (above, below) = (known(numerator, at), known(denominator, at));
        let cell = &mut value.cell;
        let rounded = cell.quality.0 & ROUNDED.0 != 0;
        if differs(cell.numerator, above, rounded) || differs(cell.denominator, below, rounded) {
            differ.add(value.district);
        }
        if is_open(cell) {
            let named = [numerator, denominator].map(|it| it.and_then(|it| it.get(&at)).copied());
            *cell = opened(*cell, named, indicator).unwrap_or_else(|overflowed| {
                too_large.add(value.district);
                overflowed
            });
        } else if cell.state == State::Known {
            cell.numerator = cell.numerator.or(above);
        }
        cell.denominator = cell.denominator.or(below);
    }
    differ.tell(indicator, districts, findings, Severity::Warning, codes::NUMBERS_DIFFER, |count| {
        (say!("storage-numbers-differ", id = indicator.id.as_str(), count), say!("storage-remedy-numbers-differ"))
    });
}

/// An open cell with what the named indicators say where its own row says nothing.
fn opened(cell: Cell, [above, below]: [Option<Cell>; 2], indicator: &Indicator) -> Result<Cell, Cell> {
    let of = |own: Option<Finite>, named: Option<Cell>| own.map(|it| Cell::known(it.get())).or(named).unwrap_or(Cell::ABSENT);
    if indicator.pooling != Pooling::Ratio {
        return Ok(settled(cell));
    }
    let taken = quotient(&of(cell.numerator, above), &of(cell.denominator, below), indicator.factor)?;
    Ok(match taken.state {
        State::Missing(_) if cell.denominator.is_some_and(|it| it.get() == 0.0) => settled(cell),
        _ => Cell { quality: taken.quality.with(cell.quality), ..taken },
    })
}

const ROUNDED: Quality = Quality(1);

/// Whether two statements of the same count differ by more than rounding explains: a half, or five where the source rounds.
fn differs(own: Option<Finite>, named: Option<Finite>, rounded: bool) -> bool {
    let tolerance = if rounded { 5.0 } else { 0.5 };
    matches!((own, named), (Some(own), Some(named)) if (own.get() - named.get()).abs() > tolerance + 1e-9 * own.get().abs())
}

/// The cells of a ratio that no row of its own speaks of, in the periods in which the named indicators tell anything. Where
/// both name a day differently, the indicator's own way of naming it counts.
fn derived(
    series: &KeyedSeries,
    numerator: Option<&Lookup>,
    denominator: Option<&Lookup>,
    days: &[u32],
    too_large: &mut Count,
) -> Vec<KeyedCell> {
    let indicator = &series.indicator;
    let (Some(numerator), Some(denominator), Pooling::Ratio) = (numerator, denominator, indicator.pooling) else { return Vec::new() };
    let own: HashSet<(u32, u32)> = series.values.iter().map(|it| place(it, days)).collect();
    let first = (0_u32..).zip(days).collect::<Vec<_>>().into_iter().rev();
    let mut periods: HashMap<u32, u32> = first.map(|(period, day)| (*day, period)).collect();
    periods.extend(series.values.iter().rev().map(|it| (place(it, days).0, it.period)));
    let quotients = numerator.iter().filter(|it| !own.contains(it.0)).map(|(at, above)| {
        let below = denominator.get(at).copied().unwrap_or(Cell::ABSENT);
        let overflowed = |cell| {
            too_large.add(at.1);
            cell
        };
        (*at, quotient(above, &below, indicator.factor).unwrap_or_else(overflowed))
    });
    let quotients: Vec<((u32, u32), Cell)> = quotients.collect();
    let told: HashSet<u32> = quotients.iter().filter(|it| !matches!(it.1.state, State::Missing(_))).map(|it| it.0.0).collect();
    let cell = |((day, district), cell): ((u32, u32), Cell)| Some(KeyedCell { period: *periods.get(&day)?, district, cell });
    quotients.into_iter().filter(|it| told.contains(&it.0.0)).filter_map(cell).collect()
}

/// The ratio of two cells; as an error the hole that is left where two counts give no number that a computer can hold.
fn quotient(above: &Cell, below: &Cell, factor: f64) -> Result<Cell, Cell> {
    let (Some(top), Some(bottom)) = (above.known_value(), below.known_value()) else {
        let state = if above.state == State::Known { below.state } else { above.state };
        let denominator = below.value.filter(|_| below.state == State::Known);
        return Ok(Cell { denominator, ..Cell::without_number(state) });
    };
    let hole = Cell { denominator: Finite::new(bottom), ..Cell::without_number(State::Missing(MissingReason::NotMeaningful)) };
    if bottom <= 0.0 {
        return Ok(hole);
    }
    let known = ratio(top, bottom, factor).map(Cell::known).ok_or(hole)?;
    Ok(Cell { numerator: above.value, denominator: below.value, quality: above.quality.with(below.quality), ..known })
}

/// How many cells of an indicator show something, and in which district first.
#[derive(Default)]
struct Count {
    count: u64,
    first: Option<u32>,
}

impl Count {
    fn add(&mut self, district: u32) {
        self.count += 1;
        self.first.get_or_insert(district);
    }

    fn tell(
        &self,
        indicator: &Indicator,
        districts: &[String],
        findings: &mut Findings,
        severity: Severity,
        code: Code,
        told: impl Fn(u64) -> (Message, Message),
    ) {
        let Some(first) = self.first else { return };
        let (message, remedy) = told(self.count);
        findings.push(of_indicator(finding(severity, code, message, remedy), indicator, districts.get(first as usize)));
    }
}

fn of_indicator(told: Finding, indicator: &Indicator, district: Option<&String>) -> Finding {
    at(told, Place { key: district.cloned().or_else(|| Some(indicator.id.to_string())), ..Place::default() })
}

/// Looks for what contradicts itself within an indicator.
fn check(series: &KeyedSeries, districts: &[String], findings: &mut Findings) {
    let indicator = &series.indicator;
    let id = indicator.id.as_str();
    if series.values.is_empty() {
        let message = say!("storage-indicator-empty", id);
        findings.push(of_indicator(
            finding(Severity::Note, codes::INDICATOR_EMPTY, message, say!("storage-remedy-indicator-empty")),
            indicator,
            None,
        ));
        return;
    }
    let (mut exceeds, mut without, mut off) = (Count::default(), Count::default(), Count::default());
    let share = indicator.pooling == Pooling::Ratio && (indicator.factor == 100.0 || indicator.unit.contains('%'));
    for value in &series.values {
        let Cell { numerator, denominator, .. } = value.cell;
        let Some(number) = value.cell.known_value() else { continue };
        let pair = numerator.zip(denominator).map(|it| (it.0.get(), it.1.get()));
        if share && pair.is_some_and(|(above, below)| above > below) {
            exceeds.add(value.district);
        }
        match (indicator.pooling, pair) {
            (Pooling::Ratio, None) => without.add(value.district),
            (Pooling::Ratio, Some((above, below))) if value_differs(number, above, below, indicator.factor) => off.add(value.district),
            (Pooling::Mean, _) if denominator.is_none() => without.add(value.district),
            _ => {}
        }
    }
    exceeds.tell(indicator, districts, findings, Severity::Warning, codes::PART_EXCEEDS_WHOLE, |count| {
        (say!("storage-part-exceeds-whole", id, count), say!("storage-remedy-part"))
    });
    without.tell(indicator, districts, findings, Severity::Warning, codes::DENOMINATOR_MISSING, |count| {
        (say!("storage-denominator-missing", id, count), say!("storage-remedy-denominator"))
    });
    off.tell(indicator, districts, findings, Severity::Warning, codes::VALUE_DIFFERS, |count| {
        (say!("storage-value-differs", id, count), say!("storage-remedy-numbers-differ"))
    });
}

/// Tells where the districts and those who belong to none don't make up the published figure (Σ districts + unassignable = county).
/// Only a whole sum can say so: one secret or missing value, and nobody knows.
fn check_references(series: &KeyedSeries, periods: &[Period], findings: &mut Findings) {
    let indicator = &series.indicator;
    if indicator.pooling != Pooling::Sum || indicator.scope == Scope::WithoutCity {
        return;
    }
    let unassignable = |at: &Period| series.references.iter().find(|it| it.area == UNASSIGNABLE && it.period == *at);
    for published in series.references.iter().filter(|it| it.area != UNASSIGNABLE) {
        let Some((place, county)) = periods.iter().position(|it| *it == published.period).zip(published.cell.known_value()) else {
            continue;
        };
        let cells = || series.values.iter().filter(|it| it.period as usize == place).map(|it| it.cell);
        if cells().any(|it| it.quality.0 & ROUNDED.0 != 0) {
            continue;
        }
        let of_period = cells().map(|it| it.known_value());
        let beside = unassignable(&published.period).map(|it| it.cell.known_value());
        let Some(all) = of_period.chain(beside).collect::<Option<Vec<f64>>>() else { continue };
        let sum: f64 = all.iter().sum();
        if all.is_empty() || (sum - county).abs() <= 1e-9 * county.abs().max(1.0) {
            continue;
        }
        let decimals = indicator.shown_decimals();
        let message = say!(
            "storage-reference-differs",
            id = indicator.id.as_str(),
            period = published.period.as_str(),
            sum = Arg::Decimal(sum, decimals),
            published = Arg::Decimal(county, decimals),
            area = published.area.as_str()
        );
        let told = finding(Severity::Warning, codes::REFERENCE_DIFFERS, message, say!("storage-remedy-reference"));
        findings.push(at(told, Place { key: Some(indicator.id.to_string()), ..Place::default() }));
    }
}

/// The area of a reference that counts those who belong to no district.
const UNASSIGNABLE: &str = "unassignable";

/// Whether a value is another one than its counts give, beyond the rounding of its last written decimal.
fn value_differs(value: f64, above: f64, below: f64, factor: f64) -> bool {
    if below <= 0.0 {
        return value != 0.0;
    }
    let decimals = value.abs().to_string().split_once('.').map_or(0, |it| it.1.len().min(15));
    let half_a_step = 0.5 * 10_f64.powi(-i32::try_from(decimals).unwrap_or(15));
    let Some(exact) = ratio(above, below, factor) else { return false };
    (value - exact).abs() > half_a_step * (1.0 + 1e-6) + 1e-9 * exact.abs()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn rounding_is_no_contradiction() {
        for (value, above, below, differs) in [
            (45.5, 5.0, 11.0, false),
            (45.45, 5.0, 11.0, false),
            (45.0, 5.0, 11.0, false),
            (45.454_545_454_545_45, 5.0, 11.0, false),
            (45.4, 5.0, 11.0, true),
            (46.0, 5.0, 11.0, true),
            (0.0, 0.0, 0.0, false),
        ] {
            assert_eq!(value_differs(value, above, below, 100.0), differs, "{value}");
        }
    }

    #[test]
    fn a_quotient_keeps_secrets_and_holes() {
        let secret = Cell::without_number(State::Suppressed(crate::model::value::SuppressedBy::Source));
        let (five, eleven, nobody) = (Cell::known(5.0), Cell::known(11.0), Cell::known(0.0));
        let quotient = |above, below, factor| quotient(above, below, factor).unwrap();
        assert_eq!(quotient(&five, &eleven, 100.0).known_value(), Some(500.0 / 11.0));
        assert_eq!(quotient(&secret, &eleven, 100.0).state, secret.state);
        assert_eq!(quotient(&secret, &eleven, 100.0).denominator, Finite::new(11.0));
        assert_eq!(quotient(&five, &secret, 100.0).state, secret.state);
        assert_eq!(quotient(&five, &nobody, 100.0).state, State::Missing(MissingReason::NotMeaningful));
        assert_eq!(quotient(&five, &Cell::ABSENT, 100.0).state, Cell::ABSENT.state);
    }
}
