//! Rank: the place of a unit among the known values; 1 is the highest, equal values share a place.

use super::{Unit, UnitClass};

/// A place among others: 3 of 40.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rank {
    /// From 1, the highest value.
    pub place: usize,
    /// How many are ranked.
    pub of: usize,
}

/// Ranks every unit with a known, classed value; the others have none.
pub(super) fn give(units: &mut [Unit]) {
    let known = |it: &Unit| it.value.value.filter(|_| matches!(it.class, UnitClass::Class(_)));
    let mut values: Vec<f64> = units.iter().filter_map(known).collect();
    values.sort_unstable_by(f64::total_cmp);
    let of = values.len();
    for unit in units {
        unit.rank = known(unit).map(|value| Rank { place: 1 + of - values.partition_point(|it| *it <= value), of });
    }
}
