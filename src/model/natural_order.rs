//! Natural order: how people sort ids. `R2` stands before `R10`, and numbers stand before words.
//!
//! **Promise.** The order is total: two texts are equal only if they are the same text.

use std::cmp::Ordering;

/// Compares two ids run by run: numbers by what they mean, all else letter by letter, a number before letters. What is alike that
/// far (`1` and `01`) is told apart by the text itself.
pub fn natural_order(one: &str, other: &str) -> Ordering {
    let (mut left, mut right) = (one, other);
    while !left.is_empty() && !right.is_empty() {
        let ((a, rest_a), (b, rest_b)) = (run(left), run(right));
        let order = match (is_number(a), is_number(b)) {
            (true, true) => by_size(a, b),
            (a_first, b_first) => b_first.cmp(&a_first).then_with(|| a.cmp(b)),
        };
        if order != Ordering::Equal {
            return order;
        }
        (left, right) = (rest_a, rest_b);
    }
    left.len().cmp(&right.len()).then_with(|| one.cmp(other))
}

/// The first run of digits, or of anything but digits, and what follows it.
fn run(text: &str) -> (&str, &str) {
    let digits = is_number(text);
    let end = text.find(|it: char| it.is_ascii_digit() != digits).unwrap_or(text.len());
    text.split_at(end)
}

fn is_number(text: &str) -> bool {
    text.starts_with(|it: char| it.is_ascii_digit())
}

/// Digits of any length by the number that they write.
fn by_size(one: &str, other: &str) -> Ordering {
    let (one, other) = (one.trim_start_matches('0'), other.trim_start_matches('0'));
    one.len().cmp(&other.len()).then_with(|| one.cmp(other))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ids_stand_as_people_sort_them() {
        let sorted = ["01", "1", "2", "10", "123456789012345678901234567890", "Nord", "R", "R1", "R2", "R2a", "R10", "Süd"];
        let mut shuffled = sorted;
        shuffled.reverse();
        shuffled.sort_by(|a, b| natural_order(a, b));
        assert_eq!(shuffled, sorted);
    }

    proptest! {
        #[test]
        fn the_order_is_total(a in "[a-c0-2]{0,4}", b in "[a-c0-2]{0,4}", c in "[a-c0-2]{0,4}") {
            prop_assert_eq!(natural_order(&a, &b), natural_order(&b, &a).reverse());
            prop_assert_eq!(natural_order(&a, &b) == Ordering::Equal, a == b);
            if natural_order(&a, &b).is_le() && natural_order(&b, &c).is_le() {
                prop_assert!(natural_order(&a, &c).is_le());
            }
        }
    }
}
