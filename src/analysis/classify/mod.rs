//! Classes: values put into a few groups, so that a map needs a few colours.
//!
//! **Promise.** Classes are `[a, b)`, the last one closed; equal values are never torn apart; the same values
//! in any order give the same classes. Fewer distinct values than classes wanted give fewer classes.
//! **Not here.** Which districts take part: missing, suppressed, uninhabited and switched-off ones are left
//! out before. Colours belong to `cartography`.

mod equal_interval;
mod fit;
mod histogram;
mod manual;
mod natural_breaks;
mod pretty;
mod quantile;
mod standard_deviation;

pub use histogram::{Bin, histogram};

use crate::words::{Message, say};

/// How the limits between classes are found.
#[derive(Debug, Clone, PartialEq)]
pub enum Method {
    /// As many values in each class as ties allow; limits by Hyndman and Fan's type 7, as R, NumPy and Excel do.
    Quantile,
    /// Classes of equal width between the smallest and the largest value.
    EqualInterval,
    /// The exact least sum of squared deviations within classes (Fisher 1958, Jenks 1977).
    NaturalBreaks,
    /// One population standard deviation wide, symmetric about the mean.
    StandardDeviation,
    /// Limits at round numbers; the number of classes is only approximately the one wanted.
    Pretty,
    /// Limits set by hand: cut points; see [`classify`].
    Manual(Vec<f64>),
}

/// Why there are no classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClassifyError {
    /// There is nothing to class.
    NoValues,
    /// The value at this position (from 0) is not a finite number.
    ValueNotFinite(usize),
    /// Zero classes were wanted.
    NoClasses,
    /// Limits set by hand are needed, and none was given.
    NoBreaks,
    /// The limit at this position (from 0) is not a finite number.
    BreakNotFinite(usize),
}

impl ClassifyError {
    /// The sentence for the planner.
    pub fn message(&self) -> Message {
        match self {
            Self::NoValues => say!("analysis-classify-no-values"),
            Self::ValueNotFinite(position) => say!("analysis-classify-value-not-finite", number = position + 1),
            Self::NoClasses => say!("analysis-classify-no-classes"),
            Self::NoBreaks => say!("analysis-classify-no-breaks"),
            Self::BreakNotFinite(position) => say!("analysis-classify-break-not-finite", number = position + 1),
        }
    }
}

/// Classes and how they fit the values they were applied to.
#[derive(Debug, Clone, PartialEq)]
pub struct Classes {
    /// The lower end, the first value of each higher class, the upper end: one more than there are classes.
    /// Ascending; the last two may be equal, where the highest class holds only the largest value.
    pub breaks: Vec<f64>,
    /// Values in each class, lowest class first. A class may be empty where limits do not follow the values.
    pub counts: Vec<usize>,
    /// Share of the squared deviations from the mean that the classes explain: 1 − within / total.
    /// 1 where all values are equal.
    pub goodness_of_variance_fit: f64,
    /// Values below the lower end (only with frozen limits). They are counted in the lowest class.
    pub below: usize,
    /// Values above the upper end (only with frozen limits). They are counted in the highest class.
    pub above: usize,
}

/// Classes of `values` by a method; `classes` is how many are wanted.
///
/// Limits set by hand say themselves how many classes there are: those between the smallest and the largest value are cut
/// points, all others part nothing. The ends are always those of the values; to keep limits over years, freeze them.
/// Classes between limits by hand stay even when empty; so do those of equal interval, deviation and round numbers.
pub fn classify(values: &[f64], method: &Method, classes: u8) -> Result<Classes, ClassifyError> {
    let sorted = Sorted::new(values)?;
    if let Method::Manual(limits) = method {
        return Ok(sorted.classes(manual::breaks(limits, &sorted)?));
    }
    let asked = usize::from(classes);
    if asked == 0 {
        return Err(ClassifyError::NoClasses);
    }
    // Quantiles and deviations lie elsewhere for another number of classes: fewer than asked for would not be theirs.
    let wanted = asked.min(sorted.distinct());
    let cuts = match method {
        Method::Quantile => quantile::cuts(&sorted, asked),
        Method::EqualInterval => equal_interval::cuts(&sorted, wanted),
        Method::NaturalBreaks => natural_breaks::cuts(&sorted, wanted),
        Method::StandardDeviation => standard_deviation::cuts(&sorted, asked),
        Method::Pretty => pretty::cuts(&sorted, wanted),
        Method::Manual(_) => Vec::new(),
    };
    Ok(sorted.between(cuts))
}

impl Classes {
    /// Limits found once and kept, applied to other values: another year, another plan, the other map.
    ///
    /// `breaks` are ascending, ends included (as in [`Classes::breaks`]). A value outside the ends belongs to
    /// the outermost class, so that nothing goes unpainted; `below` and `above` say how many there are.
    pub fn frozen(breaks: &[f64], values: &[f64]) -> Result<Self, ClassifyError> {
        let sorted = Sorted::new(values)?;
        Ok(sorted.classes(manual::ascending(breaks)?))
    }

    /// The class of a value, counted from 0; outside the ends, the outermost one. `None` for what is no number.
    pub fn class_of(&self, value: f64) -> Option<usize> {
        (!value.is_nan()).then(|| class_at(inner(&self.breaks), value))
    }

    /// Whether a value lies beyond the ends, which a frozen legend should say.
    pub fn is_outside(&self, value: f64) -> bool {
        self.breaks.first().is_some_and(|it| value < *it) || self.breaks.last().is_some_and(|it| value > *it)
    }

    /// How many classes there are.
    pub fn len(&self) -> usize {
        self.counts.len()
    }

    /// Whether there is no class; only true of a value built by hand.
    pub fn is_empty(&self) -> bool {
        self.counts.is_empty()
    }
}

/// The cut points between classes: breaks without the two ends.
fn inner(breaks: &[f64]) -> &[f64] {
    breaks.get(1..breaks.len().saturating_sub(1)).unwrap_or(&[])
}

fn class_at(cuts: &[f64], value: f64) -> usize {
    cuts.partition_point(|cut| *cut <= value)
}

/// Finite values, ascending, at least one.
struct Sorted {
    values: Vec<f64>,
    smallest: f64,
    largest: f64,
}

impl Sorted {
    fn new(values: &[f64]) -> Result<Self, ClassifyError> {
        if let Some(position) = values.iter().position(|it| !it.is_finite()) {
            return Err(ClassifyError::ValueNotFinite(position));
        }
        let mut keys: Vec<u64> = values.iter().map(|it| order_key(*it)).collect();
        keys.sort_unstable(); // whole numbers sort about twice as fast as floats
        let values: Vec<f64> = keys.into_iter().map(from_order_key).collect();
        match (values.first(), values.last()) {
            (Some(&smallest), Some(&largest)) => Ok(Self { values, smallest, largest }),
            _ => Err(ClassifyError::NoValues),
        }
    }

    /// A computed cut that misses a value by no more than the rounding of its computation is that value, so that `[a, b)` puts
    /// the value above the cut: a third of the way from 2.1 to 2.7 is 2.3, not 2.3000000000000003.
    fn snapped(&self, cut: f64) -> f64 {
        let ends = self.smallest.abs().max(self.largest.abs());
        let noise = 1e-12 * (self.largest - self.smallest) + 4.0 * f64::EPSILON * ends;
        let next = self.values.get(self.values.partition_point(|it| *it < cut - noise)).copied();
        next.filter(|it| *it <= cut + noise).unwrap_or(cut)
    }

    /// How many different values there are.
    fn distinct(&self) -> usize {
        1 + self.values.windows(2).filter(|pair| pair[0] != pair[1]).count()
    }

    /// Classes between the smallest and the largest value. A cut at or below the smallest would leave the
    /// lowest class without room, one above the largest the highest: such cuts and repeated ones drop out, and those that
    /// make empty classes where there are fewer distinct values than classes.
    fn between(&self, mut cuts: Vec<f64>) -> Classes {
        cuts.retain(|it| self.smallest < *it && *it <= self.largest);
        cuts.dedup();
        if cuts.len() >= self.distinct() {
            cuts.dedup_by_key(|cut| self.values.partition_point(|it| it < cut));
        }
        cuts.insert(0, self.smallest);
        cuts.push(self.largest);
        self.classes(cuts)
    }

    /// The figures of given limits, which are ascending and at least two.
    fn classes(&self, breaks: Vec<f64>) -> Classes {
        let starts: Vec<usize> = std::iter::once(0)
            .chain(inner(&breaks).iter().map(|cut| self.values.partition_point(|it| it < cut)))
            .chain([self.values.len()])
            .collect();
        let parts: Vec<&[f64]> = starts.windows(2).map(|ends| self.values.get(ends[0]..ends[1]).unwrap_or(&[])).collect();
        let (low, high) = (breaks.first().copied(), breaks.last().copied());
        Classes {
            counts: parts.iter().map(|it| it.len()).collect(),
            goodness_of_variance_fit: fit::goodness_of_variance_fit(&self.values, &parts),
            below: low.map_or(0, |low| self.values.partition_point(|it| *it < low)),
            above: high.map_or(0, |high| self.values.len() - self.values.partition_point(|it| *it <= high)),
            breaks,
        }
    }
}

/// A whole number that sorts as the finite float does; both zeros get the same.
fn order_key(value: f64) -> u64 {
    let bits = (value + 0.0).to_bits(); // −0 becomes 0
    if bits >> 63 == 1 { !bits } else { bits | 1 << 63 }
}

fn from_order_key(key: u64) -> f64 {
    f64::from_bits(if key >> 63 == 1 { key & !(1 << 63) } else { !key })
}

#[cfg(test)]
mod tests;
