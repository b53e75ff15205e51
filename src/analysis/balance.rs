//! Balance: how evenly a plan's areas share something, usually people.
//!
//! **Promise.** Plain figures of the areas that exist; 0 means perfectly even. Where the yardstick is not a
//! positive number (no area, nobody lives there), there is no figure rather than an infinite one.
//! **Not here.** Which population counts, and what an area's sum is: see `pool`.

/// The largest distance of an area from the target, as a share of the target: max |P − target| / target.
///
/// `None` without areas, without a positive target, or with an amount that is not finite.
pub fn max_deviation(populations: &[f64], target: f64) -> Option<f64> {
    if populations.is_empty() || !is_yardstick(target) || !populations.iter().all(|it| it.is_finite()) {
        return None;
    }
    Some(populations.iter().map(|it| (it - target).abs()).fold(0.0, f64::max) / target)
}

/// The same against the mean of the areas, which needs no target: max |P − mean| / mean
/// (the parity of redistricting).
pub fn parity(populations: &[f64]) -> Option<f64> {
    max_deviation(populations, mean(populations)?)
}

/// Gini's coefficient of the areas: Σ|xᵢ−xⱼ| / (2n²·mean), between 0 (all alike) and 1 − 1/n (one has all).
///
/// `None` without areas, where the mean is not positive, or with a negative amount, for which the
/// coefficient has no meaning.
pub fn gini(populations: &[f64]) -> Option<f64> {
    let mean = mean(populations)?;
    if !is_yardstick(mean) || populations.iter().any(|it| *it < 0.0) {
        return None;
    }
    let mut sorted = populations.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let n = sorted.len() as f64;
    // Sorted, each value stands above `rank` others and below the rest: the double sum becomes a single one.
    let above_less_below = |rank: usize| 2.0 * rank as f64 + 1.0 - n;
    let spread: f64 = sorted.iter().enumerate().map(|(rank, it)| above_less_below(rank) * it).sum();
    Some((spread / (n * n * mean)).max(0.0))
}

fn mean(populations: &[f64]) -> Option<f64> {
    (!populations.is_empty()).then(|| populations.iter().sum::<f64>() / populations.len() as f64)
}

fn is_yardstick(it: f64) -> bool {
    it.is_finite() && it > 0.0
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;

    /// R1…R7 of the sample county's demo plan, population of 31.12.2023.
    const DEMO: [f64; 7] = [31_128.0, 42_179.0, 30_010.0, 33_919.0, 36_579.0, 34_876.0, 120_261.0];

    #[test]
    fn known_plans_have_their_known_balance() {
        for (areas, parity_, gini_) in [
            (&DEMO[..], 1.559118, 0.256672),
            (&DEMO[..6], 0.212673, 0.062417),
            (&[10_000.0, 14_000.0], 0.166667, 0.083333),
            (&[9.0, 12.0, 4.0, 3.0, 2.0, 2.0], 1.25, 0.375),
            (&[5.0], 0.0, 0.0),
            (&[0.0, 0.0, 0.0, 8.0], 3.0, 0.75),
        ] {
            assert!((parity(areas).unwrap() - parity_).abs() < 1e-6, "parity of {areas:?}: {:?}", parity(areas));
            assert!((gini(areas).unwrap() - gini_).abs() < 1e-6, "gini of {areas:?}: {:?}", gini(areas));
        }
    }

    #[test]
    fn a_target_replaces_the_mean() {
        assert_eq!(max_deviation(&[8_000.0, 13_000.0], 10_000.0), Some(0.3));
        assert_eq!(max_deviation(&[13_000.0, 2_500.0], 10_000.0), Some(0.75), "too small counts as well");
    }

    #[test]
    fn without_people_there_is_no_figure() {
        for areas in [&[][..], &[0.0, 0.0], &[f64::NAN, 1.0], &[-3.0, 1.0]] {
            assert_eq!((parity(areas), gini(areas)), (None, None), "{areas:?}");
        }
        assert_eq!(max_deviation(&[5.0], 0.0), None);
        assert_eq!(gini(&[-1.0, 5.0]), None);
    }

    proptest::proptest! {
        #[test]
        fn gini_equals_the_double_sum(areas in proptest::collection::vec(0.0..1e6_f64, 1..40)) {
            let (n, mean) = (areas.len() as f64, areas.iter().sum::<f64>() / areas.len() as f64);
            let pairs: f64 = areas.iter().flat_map(|a| areas.iter().map(move |b| (a - b).abs())).sum();
            if let Some(found) = gini(&areas) {
                proptest::prop_assert!((found - pairs / (2.0 * n * n * mean)).abs() < 1e-9);
            }
        }
    }
}
