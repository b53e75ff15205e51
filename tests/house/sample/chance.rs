//! Chance that is the same on every machine: whole numbers only.
//!
//! Every draw is keyed by what it is for (indicator, district, year), not by how many draws came before.
//! So a new indicator changes no old figure.
//!
//! **Promise.** Same key, same number, on every platform; no floating point is involved.
//! **Mixing function.** SplitMix64: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.

/// The one seed of the sample county. Another seed gives another, equally invented county.
const SEED: u64 = 0x5EED_0315_9000_2024;

/// One keyed source of chance.
#[derive(Debug, Clone, Copy)]
pub struct Chance(u64);

impl Chance {
    /// Chance for one purpose, such as `"kinder_sgb2"`.
    pub fn for_purpose(purpose: &str) -> Self {
        let folded = purpose.bytes().fold(SEED, |state, byte| mix(state ^ u64::from(byte)));
        Self(folded)
    }

    /// The same purpose, narrowed down to one district, year or cohort.
    pub fn at(self, place: u64) -> Self {
        Self(mix(self.0 ^ mix(place.wrapping_add(1))))
    }

    /// A number in `0..bound`; 0 where `bound` is 0.
    pub fn below(self, bound: u64) -> u64 {
        let wide = u128::from(mix(self.0)) * u128::from(bound);
        u64::try_from(wide >> 64).unwrap_or(0)
    }

    /// A number in `-spread..=spread`, the middle likelier than the ends (the sum of two even draws).
    pub fn around_zero(self, spread: i64) -> i64 {
        let span = spread.unsigned_abs() + 1;
        let sum = self.at(1).below(span) + self.at(2).below(span);
        sum.cast_signed() - spread.abs()
    }
}

fn mix(state: u64) -> u64 {
    let mut word = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    word = (word ^ (word >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    word = (word ^ (word >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    word ^ (word >> 31)
}

/// `part * by / of`, rounded half up; for amounts that are never negative.
pub fn scaled(part: i64, by: i64, of: i64) -> i64 {
    (2 * part * by + of) / (2 * of)
}

/// Reads a curve given by its corner points `(x, y)`, straight between them, flat outside.
pub fn along(corners: &[(i64, i64)], x: i64) -> i64 {
    let after = corners.iter().position(|&(at, _)| x < at);
    match after {
        Some(0) => corners[0].1,
        None => corners[corners.len() - 1].1,
        Some(next) => {
            let ((x0, y0), (x1, y1)) = (corners[next - 1], corners[next]);
            y0 + (y1 - y0) * (x - x0) / (x1 - x0)
        }
    }
}

/// Shares `total` out in proportion to `weights`, in whole numbers that sum to `total` exactly.
///
/// Method of the largest remainders (Hare/Niemeyer); ties go to the earlier weight.
pub fn shared_out(total: i64, weights: &[i64]) -> Vec<i64> {
    let sum: i64 = weights.iter().sum();
    let mut shares: Vec<i64> = weights.iter().map(|&weight| total * weight / sum).collect();
    let mut by_remainder: Vec<usize> = (0..weights.len()).collect();
    by_remainder.sort_by_key(|&it| (-(total * weights[it] % sum), it));
    let left = total - shares.iter().sum::<i64>();
    for &it in by_remainder.iter().take(usize::try_from(left).unwrap_or(0)) {
        shares[it] += 1;
    }
    shares
}

#[test]
fn the_first_draws_are_known() {
    // SplitMix64 with state 0, published test vector.
    assert_eq!(mix(0), 0xE220_A839_7B1D_CDAF);
    assert_eq!(shared_out(10, &[1, 1, 1]), [4, 3, 3]);
    assert_eq!(along(&[(0, 10), (10, 30)], 5), 20);
    for key in 0..500 {
        let draw = Chance::for_purpose("test").at(key).around_zero(7);
        assert!((-7..=7).contains(&draw), "{draw}");
    }
}
