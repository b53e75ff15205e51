//! Quantities that must not be mistaken for one another.

/// A length in metres.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default)]
pub struct Metres(pub f64);

impl Metres {
    /// In kilometres.
    pub fn kilometres(self) -> f64 {
        self.0 / 1_000.0
    }
}

/// An extent in square metres.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default)]
pub struct SquareMetres(pub f64);

impl SquareMetres {
    /// In square kilometres.
    pub fn square_kilometres(self) -> f64 {
        self.0 / 1_000_000.0
    }
}

/// `numerator / denominator × factor`, multiplied first: 29 of 100 is 29 %, and not what a division before it leaves over,
/// 28.999…, which would fall short of a class limit at 29. `None` unless the denominator is above 0 and the result finite.
pub fn ratio(numerator: f64, denominator: f64, factor: f64) -> Option<f64> {
    let multiplied = numerator * factor;
    let ratio = if multiplied.is_finite() { multiplied / denominator } else { numerator / denominator * factor };
    (denominator > 0.0).then_some(ratio).filter(|it| it.is_finite())
}

/// Whether a sum of counts or euros is still exact in an `f64`: whole numbers are, up to 2^53.
pub fn is_exact_sum(sum: f64) -> bool {
    sum.abs() <= 9_007_199_254_740_992.0
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A percentage that is a whole number is that number to the last bit; dividing first misses it for one in eight.
    #[test]
    fn whole_percentages_come_out_whole() {
        for percent in (0..=100).map(f64::from) {
            for people in [100.0, 200.0, 1_000.0, 33_300.0] {
                assert_eq!(ratio(percent * people / 100.0, people, 100.0), Some(percent), "{percent} % of {people}");
            }
        }
    }

    #[test]
    fn a_ratio_needs_a_denominator_and_stays_a_number() {
        assert_eq!((ratio(1.0, 0.0, 100.0), ratio(1.0, -2.0, 100.0), ratio(f64::NAN, 2.0, 1.0)), (None, None, None));
        assert!(ratio(1e300, 1e305, 1e10).is_some(), "what is too large to be multiplied first is divided first");
        assert_eq!(ratio(1e300, 1.0, 1e10), None);
    }
}
