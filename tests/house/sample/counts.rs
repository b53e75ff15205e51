//! Counts per Gemeinde and year, as they would be if nothing were secret or missing.
//!
//! **Not here.** What of it is published, hidden or not delivered: see `publication`.

use super::people::YEAR_COUNT;
use super::structure::DISTRICTS;

/// One whole number per inhabited Gemeinde (order of [`DISTRICTS`]) and year (2016 first).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid(Vec<[i64; YEAR_COUNT]>);

impl Grid {
    /// Fills the grid: place, then index of the year, then the year.
    pub fn of(mut count: impl FnMut(usize, usize, i64) -> i64) -> Self {
        let row = |place: usize, count: &mut dyn FnMut(usize, usize, i64) -> i64| {
            std::array::from_fn(|at| count(place, at, 2016 + i64::try_from(at).unwrap()))
        };
        Self((0..DISTRICTS.len()).map(|place| row(place, &mut count)).collect())
    }

    /// The count of one place and year.
    pub fn at(&self, place: usize, year: usize) -> i64 {
        self.0[place][year]
    }

    /// The sum over the places that `counts` accepts.
    pub fn county(&self, year: usize, counts: impl Fn(usize) -> bool) -> i64 {
        (0..self.0.len()).filter(|&it| counts(it)).map(|it| self.0[it][year]).sum()
    }
}

/// The true figures of one indicator, in whole numbers.
#[derive(Debug, Clone)]
pub struct Truth {
    /// Counts, or the figure itself where there is no denominator.
    pub numerator: Grid,
    /// The whole of a ratio.
    pub denominator: Option<Grid>,
    /// How many of the numbers in `numerator` and in `denominator` make one: 1, or 100 for hundredths.
    pub per: (i64, i64),
    /// The county's own figure by year, where it does not follow from the counts (means and medians).
    pub county: Option<[i64; YEAR_COUNT]>,
}

impl Truth {
    /// A plain count.
    pub fn count(numerator: Grid) -> Self {
        Self { numerator, denominator: None, per: (1, 1), county: None }
    }

    /// A part of a whole.
    pub fn part(numerator: Grid, denominator: Grid) -> Self {
        Self { denominator: Some(denominator), ..Self::count(numerator) }
    }
}
