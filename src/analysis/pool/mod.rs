//! Pool: the value of an area from the values of its districts, by the indicator's own rule.
//!
//! **Promise.** Counts are added first and divided last: no rate is ever averaged, no hole ever counted as zero. An area of
//! which a part is secret or was never delivered has no value; it has what is certain (`at_least`) and, where nine tenths
//! are there, an `estimate`.
//! **Not here.** What may be shown to whom: `disclosure`. Many areas and periods at once: `ledger`.
//!
//! **Who is counted.** Three kinds of district take part in nothing and lower no coverage; the value counts them in
//! [`Parts::aside`]: one with a known denominator or weight of 0; an uninhabited one of which the source says that the
//! question makes no sense there (the forest without people, `x`); and the city where it is left out
//! ([`AreaValue::city_left_out`]). An inhabited district with `x` is a missing part like any other: somebody lives there,
//! and the area's figure would pretend to speak for them.

mod cells;
mod compensated;

pub(in crate::analysis) use cells::Part;
pub use cells::Pool;
pub(super) use compensated::Sum;

use crate::model::{
    indicator::{Indicator, Pooling, Role},
    quantity::ratio,
    value::{Cell, MissingReason, Quality, State, SuppressedBy},
};

/// The smallest coverage at which an estimate is shown.
pub const ESTIMATE_FROM: f64 = 0.9;

/// How many districts an area's value is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Parts {
    /// Districts that deliver.
    pub known: u32,
    /// Districts whose part is secret.
    pub suppressed: u32,
    /// Districts whose part is missing.
    pub missing: u32,
    /// Districts that take part in nothing; see the module.
    pub aside: u32,
}

impl Parts {
    /// The districts that should deliver: the 5 of "4 von 5".
    pub fn wanted(&self) -> u32 {
        self.known + self.suppressed + self.missing
    }
}

/// A value of an area, or of one district seen as an area of one.
///
/// `value` is there exactly when `state` is known. All numbers are finite, in the indicator's unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AreaValue {
    /// Known, partial, suppressed or missing.
    pub state: State,
    /// The value; `None` unless known.
    pub value: Option<f64>,
    /// Of a partial sum: what the delivering districts have together; `None` where the series knows negative values.
    pub at_least: Option<f64>,
    /// Of a partial ratio or mean: pooled over the districts that deliver, from coverage [`ESTIMATE_FROM`] up.
    pub estimate: Option<f64>,
    /// The share of the denominator, weight, population or districts that delivers, 0 to 1; `None` where nobody is to deliver.
    pub coverage: Option<f64>,
    /// Σ numerator behind a ratio (or its estimate); behind a sum or mean where every part names its cases; of a value that
    /// speaks for its area alone, its own.
    pub numerator: Option<f64>,
    /// Σ denominator behind a ratio, Σ weight behind a mean (or their estimates); else as with the numerator.
    pub denominator: Option<f64>,
    /// Smallest and largest district value, where the values cannot be pooled.
    pub range: Option<(f64, f64)>,
    /// Whether an end of the range is the value of a district that rests on too few cases to be told outside `intern`.
    pub range_tells_few: bool,
    /// Whether the coverage leaves so few people, or rests on so few, that it tells how many they are.
    pub coverage_tells_few: bool,
    /// How many districts of which kind.
    pub parts: Parts,
    /// Flags of the parts that deliver, together.
    pub quality: Quality,
    /// Whether the unit holds city districts that are left out (switched off, or the series is without the city).
    pub city_left_out: bool,
}

impl AreaValue {
    /// A value without any number.
    pub fn without_number(state: State) -> Self {
        Self {
            state,
            value: None,
            at_least: None,
            estimate: None,
            coverage: None,
            numerator: None,
            denominator: None,
            range: None,
            range_tells_few: false,
            coverage_tells_few: false,
            parts: Parts::default(),
            quality: Quality::NONE,
            city_left_out: false,
        }
    }

    /// One district's own cell. A known ratio without a value of its own is computed from its counts.
    pub fn of_cell(cell: &Cell, indicator: &Indicator) -> Self {
        let numerator = cell.numerator.map(|it| it.get());
        let denominator = cell.denominator.map(|it| it.get());
        let computed = || match (indicator.pooling, numerator, denominator) {
            (Pooling::Ratio, Some(top), Some(bottom)) => ratio(top, bottom, indicator.factor),
            (Pooling::Sum, Some(count), _) => Some(count),
            _ => None,
        };
        let value = cell.value.map(|it| it.get()).or_else(computed).filter(|_| cell.state == State::Known);
        let state = match (cell.state, value) {
            (State::Known, None) => State::Missing(MissingReason::NotMeaningful),
            (state, _) => state,
        };
        let suppressed = matches!(state, State::Suppressed(_));
        Self {
            value,
            coverage: Some(if value.is_some() { 1.0 } else { 0.0 }),
            numerator: numerator.filter(|_| value.is_some()),
            denominator,
            parts: Parts {
                known: u32::from(value.is_some()),
                suppressed: u32::from(suppressed),
                missing: u32::from(value.is_none() && !suppressed),
                aside: 0,
            },
            quality: if value.is_some() { cell.quality } else { Quality::NONE },
            ..Self::without_number(state)
        }
    }

    /// Whether there is no district behind it at all: an area that is still empty.
    pub fn rests_on_nothing(&self) -> bool {
        let nothing = self.state == State::Missing(MissingReason::NotMeaningful) && self.range.is_none();
        nothing && self.parts == Parts::default() && !self.city_left_out
    }

    /// Whether nobody of it counts: the city is left out, and there is nobody else whose value could be missing.
    pub fn counts_not(&self) -> bool {
        let nothing = matches!(self.state, State::Missing(_)) && self.range.is_none();
        nothing && self.city_left_out && self.parts.wanted() == 0
    }

    /// What can be shown as a colour: the value, else the estimate.
    pub fn shown(&self) -> Option<f64> {
        self.value.or(self.estimate)
    }
}

/// The value of one district that speaks for its area alone.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Only {
    pub value: f64,
    pub numerator: Option<f64>,
    pub denominator: Option<f64>,
}

/// What the parts of an area come to, before it is decided what may be said about it.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Pooled {
    /// Σ value, Σ numerator or Σ value × weight of those that deliver.
    pub top: f64,
    /// Σ denominator or Σ weight of those that deliver.
    pub bottom: f64,
    /// The cases behind a sum or mean; `None` where a part does not name its own.
    pub cases: Option<f64>,
    /// The share that delivers.
    pub coverage: Option<f64>,
    /// Whether it tells how few deliver or lack; see `disclosure`.
    pub coverage_tells_few: bool,
    /// Smallest and largest known value, those without counts included.
    pub range: Option<(f64, f64)>,
    /// Whether an end of it rests on too few cases; see `disclosure`.
    pub range_tells_few: bool,
    /// The one known value of an area in which nobody else is to deliver, with the counts behind it.
    pub only: Option<Only>,
    /// Known values that lack the counts to be pooled by.
    pub without_counts: u32,
    /// Why the first missing part is missing.
    pub reason: Option<MissingReason>,
    /// Whether no known value of the series is negative.
    pub never_negative: bool,
    pub parts: Parts,
    pub quality: Quality,
    pub city_left_out: bool,
}

impl Pooled {
    /// The area's value by the rule of its indicator.
    pub(super) fn value(self, indicator: &Indicator) -> AreaValue {
        let ranged = indicator.pooling == Pooling::None || self.without_counts > 0;
        let said = AreaValue {
            coverage: self.coverage,
            coverage_tells_few: self.coverage_tells_few,
            range: self.range.filter(|_| ranged),
            range_tells_few: self.range_tells_few && ranged,
            parts: self.parts,
            quality: self.quality,
            city_left_out: self.city_left_out,
            ..AreaValue::without_number(self.state())
        };
        match said.state {
            State::Known => self.whole(said, indicator),
            State::Partial => self.partial(said, indicator),
            _ => said,
        }
    }

    fn state(&self) -> State {
        let Parts { known, suppressed, missing, .. } = self.parts;
        match (known, suppressed, missing) {
            (0, 0, 0) => State::Missing(MissingReason::NotMeaningful),
            (0, 0, _) => State::Missing(self.reason.unwrap_or(MissingReason::NotDelivered)),
            (0, ..) => State::Suppressed(SuppressedBy::Source),
            (_, 0, 0) => State::Known,
            _ => State::Partial,
        }
    }

    fn whole(self, said: AreaValue, indicator: &Indicator) -> AreaValue {
        let (numerator, denominator) = self.counts(indicator.pooling);
        match self.pooled(indicator) {
            Some(value) => AreaValue { value: Some(value), numerator, denominator, ..said },
            None => AreaValue { state: State::Missing(MissingReason::NotMeaningful), ..said },
        }
    }

    fn partial(self, said: AreaValue, indicator: &Indicator) -> AreaValue {
        match indicator.pooling {
            Pooling::Sum => {
                let at_least = Some(self.top).filter(|it| self.never_negative && it.is_finite());
                AreaValue { at_least, numerator: self.cases.filter(|_| at_least.is_some()), ..said }
            }
            Pooling::Ratio | Pooling::Mean if self.coverage.is_some_and(|it| it >= ESTIMATE_FROM) => {
                let (numerator, denominator) = self.counts(indicator.pooling);
                AreaValue { estimate: self.pooled(indicator), numerator, denominator, ..said }
            }
            _ => said,
        }
    }

    fn pooled(&self, indicator: &Indicator) -> Option<f64> {
        match indicator.pooling {
            Pooling::Sum => Some(self.top).filter(|it| it.is_finite()),
            Pooling::Ratio => ratio(self.top, self.bottom, indicator.factor),
            Pooling::Mean => ratio(self.top, self.bottom, 1.0),
            Pooling::None => self.only.map(|it| it.value),
        }
    }

    fn counts(&self, pooling: Pooling) -> (Option<f64>, Option<f64>) {
        match pooling {
            Pooling::Ratio => (Some(self.top), Some(self.bottom)),
            Pooling::Mean => (self.cases, Some(self.bottom)),
            Pooling::None => self.only.map_or((None, None), |it| (it.numerator, it.denominator)),
            Pooling::Sum => (self.cases, None),
        }
    }
}

/// Whether a district's known denominator or weight says that it adds nothing.
pub(super) fn has_nothing_below(cell: &Cell, pooling: Pooling) -> bool {
    matches!(pooling, Pooling::Ratio | Pooling::Mean) && cell.denominator.is_some_and(|it| it.get() == 0.0)
}

/// Whether the values of a role are extents or weights, not counts of people's cases.
pub(super) fn is_extent(role: Option<Role>) -> bool {
    role == Some(Role::RegisterSurface)
}

#[cfg(test)]
mod tests;
