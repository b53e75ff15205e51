//! Disclosure: what may leave the house. The only place that makes a [`Released`].
//!
//! **The rule.** Outside the profile `intern` a value is hidden where 0 < numerator < `min_count`, or 0 < denominator −
//! numerator < `min_count`, together with everything from which it could be read: numerator, denominator, `at_least`,
//! `estimate`, range, flags and rank. So is one whose denominator or weight is such a count itself: it may be the hidden cell
//! of another indicator, which asks for its own minimum. A sum is a count itself, and so is what is certain of a partial one;
//! where its rows name the cases behind the amount (spending for two children), these count too, in an area as their sum.
//! A balance (moved in less moved out) is a count with a sign: one of −2 is a small count like one of 2, and so is its rate.
//! A share that comes with one of its counts has the other one too: value × denominator / factor.
//! A cell without a number keeps its state and loses only such counts, and a coverage that tells how few deliver or lack.
//! A range is told only if neither end belongs to a district whose own value is hidden.
//! A true zero is shown; so is an extent such as the register's surface, which counts nobody.
//! **Promise.** Whatever is wrapped here has been hidden here, whoever computed it: the wrapping functions hide again.
//! **Not here.** Complementary suppression and protection between plans: until they exist, [`limit`] says so on every export.

use crate::{
    analysis::{
        figures::PlanFigures,
        overlay::{Overlay, UnitClass},
        plan_comparison::{Moved, PlanComparison},
        pool::{AreaValue, is_extent},
        trend::TimeSeries,
    },
    model::{
        catalog::Catalog,
        indicator::{Indicator, Pooling, Role},
        released::{Profile, Released},
        value::{Cell, State, SuppressedBy},
    },
    words::{Message, say},
};

/// A value under a profile.
pub fn release_value(value: AreaValue, indicator: &Indicator, profile: Profile) -> Released<AreaValue> {
    Released::by_disclosure(hidden(value, indicator, profile), profile)
}

/// Many values of one indicator under a profile.
pub fn release_values(values: Vec<AreaValue>, indicator: &Indicator, profile: Profile) -> Released<Vec<AreaValue>> {
    Released::by_disclosure(values.into_iter().map(|it| hidden(it, indicator, profile)).collect(), profile)
}

/// That there is no number, and why.
pub fn release_nothing(state: State, profile: Profile) -> Released<AreaValue> {
    Released::by_disclosure(AreaValue::without_number(state), profile)
}

/// Whether a profile hides a value's number.
pub fn hides(value: &AreaValue, indicator: &Indicator, profile: Profile) -> bool {
    let told = |it: AreaValue| (it.state, it.value, it.estimate, it.at_least, it.range);
    told(hidden(*value, indicator, profile)) != told(*value)
}

/// The sum of several units as it may be shown beside each of them: where one is hidden, the total would tell it. `None` for
/// an indicator that is no sum, or without any unit.
pub fn release_total(parts: impl IntoIterator<Item = AreaValue>, indicator: &Indicator, profile: Profile) -> Option<Released<AreaValue>> {
    let parts: Vec<AreaValue> = parts.into_iter().map(|it| hidden(it, indicator, profile)).collect();
    if indicator.pooling != Pooling::Sum || parts.is_empty() {
        return None;
    }
    let known: Option<f64> = parts.iter().map(|it| it.value).sum();
    let lacking = parts.iter().map(|it| it.state).filter(|it| *it != State::Known);
    let state = lacking.reduce(|first, it| if matches!(it, State::Suppressed(_)) { it } else { first });
    Some(match (known, state) {
        (Some(sum), None) => release_value(AreaValue { value: Some(sum), ..AreaValue::without_number(State::Known) }, indicator, profile),
        (_, state) => release_nothing(state.unwrap_or(Cell::ABSENT.state), profile),
    })
}

/// An overlay under its profile; what must be hidden loses class and rank too.
pub(super) fn release_overlay(mut overlay: Overlay) -> Released<Overlay> {
    let profile = overlay.profile;
    overlay.county = hidden(overlay.county, &overlay.indicator, profile);
    for unit in &mut overlay.units {
        unit.value = hidden(unit.value, &overlay.indicator, profile);
        if unit.value.state == State::Suppressed(SuppressedBy::Profile) {
            unit.rank = None;
            if matches!(unit.class, UnitClass::Class(_) | UnitClass::Estimated(_) | UnitClass::Partial) {
                unit.class = UnitClass::Secret;
            }
        }
    }
    Released::by_disclosure(overlay, profile)
}

/// A time series under its profile.
pub(super) fn release_series(mut series: TimeSeries) -> Released<TimeSeries> {
    let (indicator, profile) = (&series.indicator, series.profile);
    for point in &mut series.points {
        let optional = [&mut point.selection, &mut point.published, &mut point.unassignable];
        for value in optional.into_iter().flatten().chain([&mut point.county]) {
            *value = hidden(*value, indicator, profile);
        }
    }
    Released::by_disclosure(series, profile)
}

/// The figures of a plan under a profile. Where an area's amount is hidden, so are all deviations and the plan's balance: one
/// area's amount and deviation give the mean, and the mean with all other amounts the hidden one.
pub fn release_figures(mut figures: PlanFigures, catalog: &Catalog, profile: Profile) -> Released<PlanFigures> {
    let people = catalog.with_role(Role::Population).map(|it| &it.indicator);
    let balanced = figures.balanced.as_ref().and_then(|it| catalog.find(it)).map(|it| &it.indicator);
    let any = balanced.is_some_and(|it| figures.areas.iter().filter_map(|area| area.amount).any(|amount| hides(&amount, it, profile)));
    for area in &mut figures.areas {
        for (value, indicator) in [(&mut area.population, people), (&mut area.amount, balanced)] {
            if let Some((value, indicator)) = value.as_mut().zip(indicator) {
                *value = hidden(*value, indicator, profile);
            }
        }
        area.deviation = area.deviation.filter(|_| !any);
    }
    if any {
        (figures.max_deviation, figures.parity, figures.gini) = (None, None, None);
        figures.target = None; // the mean, times the areas, less the others, is the hidden one
    }
    Released::by_disclosure(figures, profile)
}

/// Two plans compared, under a profile: a handful that moves is as secret as a handful that lives somewhere. Where any number of
/// people is hidden, so are how many move in all and the measures weighed by people, from which it could be worked out.
pub fn release_comparison(mut compared: PlanComparison, profile: Profile) -> Released<PlanComparison> {
    let Some(people) = compared.counted.as_ref().map(|it| it.0.indicator.clone()) else {
        return Released::by_disclosure(compared, profile);
    };
    let mut any = false;
    let each = compared.pairs.iter_mut().map(|it| &mut it.population).chain(compared.flows.iter_mut().map(|it| &mut it.population));
    for value in each.chain([&mut compared.moved.people, &mut compared.population]) {
        any |= hides(value, &people, profile);
        *value = hidden(*value, &people, profile);
    }
    if any {
        compared.moved = Moved::without_numbers(State::Suppressed(SuppressedBy::Profile));
        // The place of what is hidden would be a rank, among others that are hidden too.
        compared.flows.sort_by_key(|it| matches!(it.population.state, State::Suppressed(_)).then_some((it.from, it.to)));
    }
    Released::by_disclosure(compared, profile)
}

/// The sentence that every export outside `intern` prints; `None` within.
pub fn limit(profile: Profile) -> Option<Message> {
    (profile != Profile::Intern).then(|| say!("analysis-disclosure-limit", count = Indicator::USUAL_MIN_COUNT))
}

/// The value as the profile shows it.
pub(super) fn hidden(value: AreaValue, indicator: &Indicator, profile: Profile) -> AreaValue {
    if profile == Profile::Intern {
        return value;
    }
    let coverage = value.coverage.filter(|_| !value.coverage_tells_few);
    let value = AreaValue { coverage, coverage_tells_few: false, ..value };
    if value.shown().or(value.at_least).is_none() {
        return without_small_counts(value, indicator);
    }
    if is_small(&value, indicator) {
        return without_numbers(&value);
    }
    AreaValue { range: value.range.filter(|_| !value.range_tells_few), range_tells_few: false, ..value }
}

/// A cell without a number keeps its state, but tells no count that another cell hides; one that had nothing to tell but a
/// range that gives a hidden value away is secret.
fn without_small_counts(value: AreaValue, indicator: &Indicator) -> AreaValue {
    if value.range_tells_few {
        return without_numbers(&value);
    }
    if is_extent(indicator.role) {
        return value;
    }
    let [part, whole] = least(indicator);
    let shown = |count: Option<f64>, least| count.filter(|it| !is_few(*it, least));
    AreaValue { numerator: shown(value.numerator, part), denominator: shown(value.denominator, whole), ..value }
}

/// Secret by the profile: how many districts deliver is no secret.
fn without_numbers(value: &AreaValue) -> AreaValue {
    AreaValue {
        coverage: value.coverage,
        parts: value.parts,
        city_left_out: value.city_left_out,
        ..AreaValue::without_number(State::Suppressed(SuppressedBy::Profile))
    }
}

/// Whether a district's own value rests on too few cases to be told outside `intern`.
pub(super) fn rests_on_few(cell: &Cell, indicator: &Indicator) -> bool {
    is_small(&AreaValue::of_cell(cell, indicator), indicator)
}

/// The smallest numerator and the smallest denominator (or weight) that may be told: the indicator's own minimum, or what the
/// indicators named for them keep. 0 where km² are counted, not people.
pub(super) fn least(indicator: &Indicator) -> [u32; 2] {
    let [part, whole] = indicator.least_named.map(|it| it.unwrap_or(indicator.min_count));
    [part, if indicator.unit.contains("km²") { 0 } else { whole }]
}

/// Somebody, but fewer than `least`; also of a balance, where a minus tells as much as a plus.
fn is_few(count: f64, least: u32) -> bool {
    0.0 < count.abs() && count.abs() < f64::from(least)
}

/// Whether the value, or what it leaves of its denominator, rests on too few cases, or a count beside it is one.
fn is_small(value: &AreaValue, indicator: &Indicator) -> bool {
    if is_extent(indicator.role) {
        return false;
    }
    let [least_part, least_whole] = least(indicator);
    let (part, rest) = cases(value, indicator);
    let itself = value.value.or(value.at_least).filter(|_| indicator.pooling == Pooling::Sum);
    let left = itself.zip(value.denominator).map(|(part, whole)| whole - part);
    let least_rest = if least_whole > 0 { indicator.min_count } else { 0 }; // what people leave of an extent is nothing
    let few = |count: Option<f64>, least| count.is_some_and(|it| is_few(it, least));
    let lacks_few = |rest: Option<f64>| rest.is_some_and(|it| it > 0.0 && is_few(it, least_rest)); // more than the whole is no rest
    few(part, least_part)
        || few(value.denominator, least_whole)
        || few(itself, indicator.min_count)
        || [rest, left].into_iter().any(lacks_few)
}

/// The cases behind a share and those it leaves of its denominator. Where the source gives the share with only one of the
/// two counts, anybody can work out the other, and so it is worked out here.
fn cases(value: &AreaValue, indicator: &Indicator) -> (Option<f64>, Option<f64>) {
    let factor = if indicator.factor == 1.0 { factor_of(&indicator.unit) } else { indicator.factor };
    let is_share = matches!(indicator.pooling, Pooling::Ratio | Pooling::None);
    let share = value.shown().filter(|_| is_share).map(|it| it / factor).filter(|it| it.is_finite());
    match (value.numerator, value.denominator, share) {
        (Some(part), Some(whole), _) => (Some(part), Some(whole - part)),
        (None, Some(whole), Some(share)) => (Some(persons(share * whole)), Some(persons((1.0 - share) * whole))),
        (Some(part), None, Some(share)) if share > 0.0 => (Some(part), Some(persons(part / share - part))),
        (part, ..) => (part, None),
    }
}

/// What a share was multiplied by where nobody told a factor but the unit does: 100 for `%`, 1000 for `je 1.000` and `‰`.
fn factor_of(unit: &str) -> f64 {
    let digits: String = unit.chars().filter(char::is_ascii_digit).collect();
    match (unit.trim(), digits.as_str()) {
        ("%", _) => 100.0,
        ("‰", _) => 1000.0,
        (_, "100" | "1000" | "10000" | "100000" | "1000000") => digits.parse().unwrap_or(1.0),
        _ => 1.0,
    }
}

/// Whole cases behind a number that was worked out: rounded, but somebody is never nobody; a balance keeps its sign.
fn persons(count: f64) -> f64 {
    if count.abs() > 1e-6 { count.abs().round().max(1.0).copysign(count) } else { 0.0 }
}

#[cfg(test)]
mod no_small_count;
#[cfg(test)]
mod tests;
