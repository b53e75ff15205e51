//! Disclosure: what may leave the house. The only place that makes a [`Released`].
//!
//! **The rule.** Outside the profile `intern` a value is hidden where 0 < numerator < `min_count`, or 0 < denominator −
//! numerator < `min_count`, together with everything from which it could be read: numerator, denominator, `at_least`,
//! `estimate`, range, flags and rank. The count of a sum is the sum itself, that of a partial sum what is certain of it; of a
//! mean it is the weight. A share that comes with one of its counts has the other one too: value × denominator / factor.
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

/// Whether a profile hides a value.
pub fn hides(value: &AreaValue, indicator: &Indicator, profile: Profile) -> bool {
    profile != Profile::Intern && hidden(*value, indicator, profile) != *value
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
        compared.flows.sort_by_key(|it| matches!(it.population.state, State::Suppressed(_))); // its place would be a rank
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
    if is_small(&value, indicator) {
        return without_numbers(&value);
    }
    if !value.range_tells_few {
        return value;
    }
    match value.value.or(value.estimate).or(value.at_least) {
        Some(_) => AreaValue { range: None, range_tells_few: false, ..value },
        None => without_numbers(&value), // the range was all that could be told
    }
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

/// Whether the value, or what it leaves of its denominator, rests on too few cases.
fn is_small(value: &AreaValue, indicator: &Indicator) -> bool {
    let least = f64::from(indicator.min_count);
    let small = |count: f64| 0.0 < count && count < least;
    match indicator.pooling {
        _ if is_extent(indicator.role) => false,
        Pooling::Sum => value.value.or(value.at_least).is_some_and(small),
        Pooling::Mean => value.shown().and(value.denominator).is_some_and(small),
        Pooling::Ratio | Pooling::None => {
            let (part, rest) = cases(value, indicator);
            part.is_some_and(small) || rest.is_some_and(small)
        }
    }
}

/// The cases behind a share and those it leaves of its denominator. Where the source gives the share with only one of the
/// two counts, anybody can work out the other, and so it is worked out here.
fn cases(value: &AreaValue, indicator: &Indicator) -> (Option<f64>, Option<f64>) {
    let percent = indicator.pooling == Pooling::None && indicator.unit.trim() == "%"; // nobody told a factor
    let factor = if percent { 100.0 } else { indicator.factor };
    let share = value.shown().map(|it| it / factor).filter(|it| it.is_finite());
    match (value.numerator, value.denominator, share) {
        (Some(part), Some(whole), _) => (Some(part), Some(whole - part)),
        (None, Some(whole), Some(share)) => (Some(persons(share * whole)), Some(persons((1.0 - share) * whole))),
        (Some(part), None, Some(share)) if share > 0.0 => (Some(part), Some(persons(part / share - part))),
        (part, ..) => (part, None),
    }
}

/// Whole cases behind a number that was worked out: rounded, but somebody is never nobody.
fn persons(count: f64) -> f64 {
    if count > 1e-6 { count.round().max(1.0) } else { count.round() }
}

#[cfg(test)]
mod tests;
