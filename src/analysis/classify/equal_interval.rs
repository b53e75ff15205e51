//! Equal intervals: classes of one width, easy to read, blind to where the values lie.

use super::Sorted;

pub(super) fn cuts(sorted: &Sorted, classes: usize) -> Vec<f64> {
    let (low, high) = (sorted.smallest, sorted.largest);
    let width = high - low;
    if !width.is_finite() {
        // Ends so far apart that their distance is no number any more: weigh them instead.
        let share = |it: usize| it as f64 / classes as f64;
        return (1..classes).map(|it| low * (1.0 - share(it)) + high * share(it)).collect();
    }
    (1..classes).map(|it| sorted.snapped(low + width * it as f64 / classes as f64)).collect()
}
