//! Standard deviation: classes one deviation wide, symmetric about the mean.
//!
//! The deviation is the population's (divided by n): the districts are all there are, not a sample.
//! An even number of classes has a limit at the mean (… −1, 0, +1 …), an odd one a class about it
//! (… −0.5, +0.5 …). Limits beyond the smallest and largest value drop out, so skewed values give fewer classes;
//! the number asked for holds even where fewer values differ, since another one would move all limits.

use super::{Sorted, fit};

pub(super) fn cuts(sorted: &Sorted, classes: usize) -> Vec<f64> {
    let (mean, deviation) = fit::mean_and_deviation(&sorted.values);
    let middle = classes as f64 / 2.0;
    (1..classes).map(|it| sorted.snapped(mean + (it as f64 - middle) * deviation)).collect()
}
