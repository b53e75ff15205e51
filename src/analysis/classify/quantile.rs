//! Quantiles: classes with equally many values, as far as ties allow.
//!
//! The limit below class i of k is the quantile i/k by linear interpolation between order statistics, type 7 of
//! Hyndman and Fan (1996, The American Statistician 50): the default of R, NumPy, Excel and mapclassify.
//! What is reported is the first value at or above that limit, a number that occurs in the data; the classes are
//! the same. Equal values stay together, so many ties give uneven classes or fewer of them.

use super::Sorted;

pub(super) fn cuts(sorted: &Sorted, classes: usize) -> Vec<f64> {
    let last = sorted.values.len().saturating_sub(1);
    // The interpolated quantile lies at position last·i/k; the first value at or above it at the next whole one.
    (1..classes).filter_map(|it| sorted.values.get((last * it).div_ceil(classes)).copied()).collect()
}
