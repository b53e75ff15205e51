//! Limits set by hand: a threshold from a rule, a council paper or another map.

use super::{ClassifyError, Sorted};

/// Breaks from limits in any order: the smallest value, the limits that lie between it and the largest, the largest value. A limit
/// at or beyond an end parts nothing, and drops out with the class that would have stayed empty.
pub(super) fn breaks(limits: &[f64], sorted: &Sorted) -> Result<Vec<f64>, ClassifyError> {
    let mut breaks = ascending(limits)?;
    breaks.dedup();
    breaks.retain(|it| sorted.smallest < *it && *it < sorted.largest);
    breaks.insert(0, sorted.smallest);
    breaks.push(sorted.largest);
    Ok(breaks)
}

/// Finite limits, ascending. One alone is both ends of the one class.
pub(super) fn ascending(limits: &[f64]) -> Result<Vec<f64>, ClassifyError> {
    if let Some(position) = limits.iter().position(|it| !it.is_finite()) {
        return Err(ClassifyError::BreakNotFinite(position));
    }
    let mut breaks: Vec<f64> = limits.iter().map(|it| it + 0.0).collect();
    breaks.sort_unstable_by(f64::total_cmp);
    if breaks.is_empty() { Err(ClassifyError::NoBreaks) } else { Ok(breaks) }
}
