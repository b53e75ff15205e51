//! Round numbers: limits at multiples of 1, 2 or 5 times a power of ten.
//!
//! The step is chosen as R's `pretty` chooses it (Becker, Chambers and Wilks 1988, The New S Language), with
//! its default preferences: it would rather take a larger step than many more classes, and likes fives.
//! The number of classes is therefore about the one wanted. The ends stay the smallest and largest value.

use super::Sorted;

/// How much larger a step is preferred over a smaller one, and how much more so at a five (R's defaults).
const LARGER: f64 = 1.5;
const FIVE: f64 = 0.5 + 1.5 * LARGER;

/// Multiples are counted with this slack, so that 0.3 counts as three times 0.1.
const SLACK: f64 = 1e-10;

pub(super) fn cuts(sorted: &Sorted, classes: usize) -> Vec<f64> {
    let half_width = sorted.largest / 2.0 - sorted.smallest / 2.0;
    let step = round_step(half_width / classes as f64 * 2.0);
    let first = (sorted.smallest / step + SLACK).floor() + 1.0;
    let last = (sorted.largest / step - SLACK).ceil() - 1.0;
    if !step.is_finite() || step <= 0.0 || last - first > 3.0 * classes as f64 {
        return Vec::new(); // values so close together that no round number lies between them
    }
    let count = (last - first + 1.0).max(0.0) as usize;
    (0..count).map(|it| multiple(first + it as f64, step)).collect()
}

/// `times` × `step`, rounded as the step's own decimal writing is: 3 × 0.1 is 0.3.
fn multiple(times: f64, step: f64) -> f64 {
    if step < 1.0 { times / (1.0 / step).round() } else { times * step }
}

/// The step of round numbers next to `width`.
fn round_step(width: f64) -> f64 {
    let base = 10_f64.powf(width.log10().floor());
    let mut step = base;
    for (factor, preference) in [(2.0, LARGER), (5.0, FIVE), (10.0, LARGER)] {
        if factor * base - width >= preference * (width - step) {
            break;
        }
        step = factor * base;
    }
    step
}
