//! Which cells the offices outside the county's own house (Jobcenter, Sozialamt of the state) kept secret.
//!
//! **Rule.** Counts of 1 and 2 are secret. Where one secret cell could be worked out from the county's figure, the next
//! smallest count is kept secret too, until at least two cells with at least three cases together are hidden.
//! A cell that was never delivered hides as well as a secret one.
//! **Not here.** The county's own offices deliver every count; the program hides small ones by its own rule.

use super::counts::Grid;
use super::people::YEAR_COUNT;
use super::structure::DISTRICTS;
use std::collections::BTreeSet;

/// Counts below this, and above zero, are secret.
pub const SMALLEST_OPEN: i64 = 3;

/// Secret cells: place and index of the year.
pub type Secret = BTreeSet<(usize, usize)>;

/// Whether the count alone makes the cell secret.
pub fn small(count: i64) -> bool {
    0 < count && count < SMALLEST_OPEN
}

/// Secret cells of one indicator that stands for itself.
pub fn of_one(counts: &Grid, delivered: impl Fn(usize, usize) -> bool) -> Secret {
    let mut secret = Secret::new();
    for at in 0..YEAR_COUNT {
        let there: Vec<usize> = (0..DISTRICTS.len()).filter(|&it| delivered(it, at)).collect();
        let absent = DISTRICTS.len() - there.len();
        let cells: Vec<(usize, i64)> = there.iter().map(|&it| (it, counts.at(it, at))).collect();
        secret.extend(protected(&cells, absent).into_iter().map(|it| (it, at)));
    }
    secret
}

/// Hides small counts and as many further ones as they need.
fn protected(cells: &[(usize, i64)], absent: usize) -> BTreeSet<usize> {
    let mut by_size: Vec<(usize, i64)> = cells.iter().copied().filter(|it| 0 < it.1).collect();
    by_size.sort_by_key(|it| (it.1, it.0));
    let (mut hidden, mut cases) = (BTreeSet::new(), 0);
    for (place, count) in by_size {
        let safe = 2 <= hidden.len() + absent && (0 < absent || SMALLEST_OPEN <= cases);
        if !small(count) && (hidden.is_empty() || safe) {
            break;
        }
        hidden.insert(place);
        cases += count;
    }
    hidden
}

#[test]
fn one_secret_cell_takes_a_second_with_it() {
    let hidden = |counts: &[i64], absent: usize| -> Vec<usize> {
        let cells: Vec<(usize, i64)> = counts.iter().copied().enumerate().collect();
        protected(&cells, absent).into_iter().collect()
    };
    for (counts, absent, expected) in [
        (&[0, 3, 9][..], 0, vec![]),
        (&[2, 7, 5], 0, vec![0, 2]),
        (&[1, 1, 5, 4], 0, vec![0, 1, 3]),
        (&[1, 2, 5], 0, vec![0, 1]),
        (&[2, 7, 5], 1, vec![0]),
        (&[2, 0, 0], 0, vec![0]),
    ] {
        assert_eq!(hidden(counts, absent), expected, "{counts:?}, {absent} not delivered");
    }
}
