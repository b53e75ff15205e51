//! Distances of two plans as a whole, from their overlap.

use super::overlap::{Amount, Overlap};

/// Variation of information and normalised information distance, by people or districts as picked.
///
/// `None` where nothing is picked. Plans that part alike give exactly 0: their cells are skipped, not computed.
pub(super) fn information(overlap: &Overlap, pick: impl Fn(&Amount) -> u64) -> Option<(f64, f64)> {
    let whole = pick(&overlap.total);
    if whole == 0 {
        return None;
    }
    let apart = overlap.cells.iter().map(|cell| {
        let both = pick(&cell.amount);
        let one = pick(&overlap.a.amounts[cell.row as usize]);
        let other = pick(&overlap.b.amounts[cell.column as usize]);
        if both == 0 || (both == one && both == other) {
            return 0.0;
        }
        // p·ln(p/pₐ) + p·ln(p/p_b), in one logarithm
        let both = both as f64;
        both * ((one as f64 / both) * (other as f64 / both)).ln()
    });
    let distance = apart.sum::<f64>() / whole as f64;
    let (one, other) = (entropy(&overlap.a.amounts, &pick, whole), entropy(&overlap.b.amounts, &pick, whole));
    let shared = (one + other - distance) / 2.0;
    let most = one.max(other);
    let normalised = if distance > 0.0 && most > 0.0 { (1.0 - shared / most).clamp(0.0, 1.0) } else { 0.0 };
    Some((distance, normalised))
}

/// −Σ p·ln p
fn entropy(amounts: &[Amount], pick: &impl Fn(&Amount) -> u64, whole: u64) -> f64 {
    let part = |it: &Amount| match pick(it) {
        0 => 0.0,
        part => part as f64 / whole as f64 * (whole as f64 / part as f64).ln(),
    };
    amounts.iter().map(part).sum()
}

/// The adjusted Rand index over pairs of districts, in the form of Steinley (2004); 1 where the plans part alike,
/// also when there is no pair at all.
pub(super) fn adjusted_rand_index(overlap: &Overlap) -> f64 {
    let squares = |amounts: &mut dyn Iterator<Item = &Amount>| -> i128 {
        amounts.map(|it| i128::from(it.districts) * i128::from(it.districts)).sum()
    };
    let n = i128::from(overlap.total.districts);
    let both = squares(&mut overlap.cells.iter().map(|it| &it.amount));
    let (one, other) = (squares(&mut overlap.a.amounts.iter()), squares(&mut overlap.b.amounts.iter()));
    // Ordered pairs: together in both, only in the one, only in the other, in neither.
    let (together, only_one, only_other) = (both - n, one - both, other - both);
    let neither = n * n - one - other + both;
    if only_one == 0 && only_other == 0 {
        return 1.0;
    }
    let (together, only_one, only_other, neither) = (together as f64, only_one as f64, only_other as f64, neither as f64);
    2.0 * (together * neither - only_one * only_other)
        / ((together + only_one) * (only_one + neither) + (together + only_other) * (only_other + neither))
}
