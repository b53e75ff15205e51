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

/// Whether a sum of counts or euros is still exact in an `f64`: whole numbers are, up to 2^53.
pub fn is_exact_sum(sum: f64) -> bool {
    sum.abs() <= 9_007_199_254_740_992.0
}
