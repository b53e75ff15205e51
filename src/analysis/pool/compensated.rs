//! Sums that forget nothing: the rounding error of each addition is kept and added at the end.

/// A running sum after Neumaier (1974, ZAMM 54); whole numbers up to 2^53 are summed exactly in any order.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Sum {
    total: f64,
    lost: f64,
}

impl Sum {
    /// Adds one number.
    pub(crate) fn add(&mut self, number: f64) {
        let total = self.total + number;
        let small = if self.total.abs() >= number.abs() { (self.total - total) + number } else { (number - total) + self.total };
        self.lost += small;
        self.total = total;
    }

    /// The sum so far.
    pub(crate) fn get(self) -> f64 {
        self.total + self.lost
    }
}

impl Extend<f64> for Sum {
    fn extend<I: IntoIterator<Item = f64>>(&mut self, numbers: I) {
        numbers.into_iter().for_each(|it| self.add(it));
    }
}

impl FromIterator<f64> for Sum {
    fn from_iter<I: IntoIterator<Item = f64>>(numbers: I) -> Self {
        let mut sum = Self::default();
        sum.extend(numbers);
        sum
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_addition_drops_is_kept() {
        assert_eq!([1.0, 1e100, 1.0, -1e100].into_iter().collect::<Sum>().get(), 2.0);
        assert_eq!([0.1; 10].into_iter().collect::<Sum>().get(), 1.0);
    }
}
