//! The unit of a column: amounts as whole numbers that add and subtract without a trace.

/// A power of two in which a column's amounts are counted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Unit {
    exponent: i32,
}

impl Unit {
    /// The finest unit in which the sum of all amounts, each taken positive, still fits 62 bits. Whole numbers with a sum up
    /// to 2^53 are then counted exactly; an amount with decimals is off by at most half a unit, 2^−62 of the total.
    pub(super) fn of(total: f64) -> Self {
        if total <= 0.0 || !total.is_finite() {
            return Self { exponent: if total > 0.0 { -1000 } else { 0 } };
        }
        // A total below 2^n needs n bits; one bit is kept for the rounding of the logarithm.
        let bits = total.log2().ceil() as i32 + 1;
        Self { exponent: (61 - bits).clamp(-1000, 1000) }
    }

    /// The amount in whole units, to the nearest.
    pub(super) fn count(self, amount: f64) -> i64 {
        // `as` keeps what would not fit at the ends of i64; no column gets there, see `of`.
        (amount * power_of_two(self.exponent)).round() as i64
    }

    /// The amount of so many units, to the nearest `f64`.
    pub(super) fn back(self, units: i64) -> f64 {
        units as f64 * power_of_two(-self.exponent)
    }
}

fn power_of_two(exponent: i32) -> f64 {
    2_f64.powi(exponent)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_survive_up_to_two_to_the_53() {
        for (total, amounts) in [
            (9_007_199_254_740_992.0, &[9_007_199_254_740_991.0, 1.0][..]),
            (120_261.0, &[1.0, 120_260.0]),
            (3.0, &[0.5, 2.5]),
            (0.0, &[0.0]),
        ] {
            let unit = Unit::of(total);
            let units: i64 = amounts.iter().map(|it| unit.count(*it)).sum();
            assert_eq!(unit.back(units), amounts.iter().sum::<f64>(), "{amounts:?}");
            for amount in amounts {
                assert_eq!(unit.back(unit.count(*amount)), *amount);
            }
        }
    }

    #[test]
    fn decimals_stay_within_a_hair_of_the_total() {
        let unit = Unit::of(1e9);
        for amount in [0.1, 1234.57, 999_999_999.99] {
            assert!((unit.back(unit.count(amount)) - amount).abs() <= 1e9 * 2_f64.powi(-53), "{amount}");
        }
    }

    #[test]
    fn even_the_largest_numbers_do_not_overflow() {
        for total in [f64::MAX, f64::INFINITY, f64::MIN_POSITIVE, 2_f64.powi(62)] {
            let unit = Unit::of(total);
            let most = unit.count(total.min(f64::MAX));
            assert!(most < i64::MAX / 2, "{total}: {most}");
        }
    }
}
