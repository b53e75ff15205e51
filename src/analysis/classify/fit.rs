//! Fit: how much of the values' spread the classes explain.
//!
//! Values are taken relative to their first one and scaled by a power of two, which loses no digit; squares of
//! very large values then stay finite. Sums run twice over the values: mean first, deviations second.

/// 1 − (squared deviations within the parts) / (squared deviations of all), between 0 and 1; 1 without spread.
pub(super) fn goodness_of_variance_fit(sorted: &[f64], parts: &[&[f64]]) -> f64 {
    let scale = scale(sorted);
    let total = spread(sorted, scale).1;
    let within: f64 = parts.iter().map(|it| spread(it, scale).1).sum();
    if total > 0.0 { (1.0 - within / total).clamp(0.0, 1.0) } else { 1.0 }
}

/// Mean and population standard deviation of ascending values.
pub(super) fn mean_and_deviation(sorted: &[f64]) -> (f64, f64) {
    let scale = scale(sorted);
    let (mean, squares) = spread(sorted, scale);
    (mean / scale, (squares / sorted.len().max(1) as f64).sqrt() / scale)
}

/// A power of two that brings ascending values' width, or their size where they are all alike, near 1.
pub(super) fn scale(sorted: &[f64]) -> f64 {
    let (low, high) = (sorted.first().copied().unwrap_or(0.0), sorted.last().copied().unwrap_or(0.0));
    let size = (high / 2.0 - low / 2.0).max(low.abs() / 2.0).max(high.abs() / 2.0);
    let exponent = if size > 0.0 { size.log2().floor() } else { 0.0 };
    2_f64.powi(-(exponent.clamp(-1000.0, 1000.0) as i32))
}

/// Mean and sum of squared deviations of the scaled values.
fn spread(values: &[f64], scale: f64) -> (f64, f64) {
    let Some(first) = values.first().map(|it| it * scale) else { return (0.0, 0.0) };
    let n = values.len() as f64;
    let shift = values.iter().map(|it| it * scale - first).sum::<f64>() / n;
    let squares = values.iter().map(|it| (it * scale - first - shift).powi(2)).sum();
    (first + shift, squares)
}
