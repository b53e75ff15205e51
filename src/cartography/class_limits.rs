//! The limits of classes in words: which end belongs to a class is always said.
//!
//! **Promise.** Classes are `[a, b)`, the last one closed, and so they are told: „6 bis unter 9“, never „6 – 9“.
//! **Not here.** Where the limits lie (`analysis::classify`), their colours (`palette`).
use crate::words::{Message, Words, say};

/// For a legend, open at both ends: „unter 6“, „6 bis unter 9“, „20 und mehr“. `breaks` are ends and limits, ascending; they are
/// written with the indicator's `decimals`, or more where they tell limits apart.
pub fn open_ended(breaks: &[f64], decimals: u8, words: &Words) -> Vec<Message> {
    let inner = breaks.get(1..breaks.len().saturating_sub(1)).filter(|it| !it.is_empty()).unwrap_or(breaks);
    let decimals = apart(inner, decimals);
    let number = |value: f64| words.number(value, decimals);
    let last = breaks.len().saturating_sub(2);
    let text = |(at, limits): (usize, &[f64])| match *limits {
        [from, to] if last == 0 && from == to => Some(say!("legend-exactly", value = number(from))),
        [from, to] if last == 0 => Some(say!("legend-only-class", from = number(from), to = number(to))),
        [_, to] if at == 0 => Some(say!("legend-below", to = number(to))),
        [from, _] if at == last => Some(say!("legend-from", from = number(from))),
        [from, to] => Some(say!("legend-between", from = number(from), to = number(to))),
        _ => None,
    };
    breaks.windows(2).enumerate().filter_map(text).collect()
}

/// For a table that tells the smallest and the largest value too: „18,50 bis unter 23,77“, and of the highest class, which is
/// closed, „23,77 bis 25,10“ or, where it holds that one value, „genau 23,77“.
pub fn with_ends(breaks: &[f64], decimals: u8, words: &Words) -> Vec<Message> {
    let decimals = apart(breaks, decimals);
    let number = |value: f64| words.number(value, decimals);
    let last = breaks.len().saturating_sub(2);
    let text = |(at, limits): (usize, &[f64])| match *limits {
        [from, to] if from == to => Some(say!("legend-exactly", value = number(from))),
        [from, to] if at == last => Some(say!("legend-only-class", from = number(from), to = number(to))),
        [from, to] => Some(say!("legend-between", from = number(from), to = number(to))),
        _ => None,
    };
    breaks.windows(2).enumerate().filter_map(text).collect()
}

/// As many decimals as tell all limits that differ apart, at least `usual` unless all are whole.
fn apart(limits: &[f64], usual: u8) -> u8 {
    if limits.iter().all(|it| it.fract() == 0.0) {
        return 0;
    }
    let are_apart = |decimals: u8| {
        let factor = 10_f64.powi(i32::from(decimals));
        limits.windows(2).all(|it| it[0] == it[1] || (it[0] * factor).round() != (it[1] * factor).round())
    };
    (usual..=6).find(|it| are_apart(*it)).unwrap_or(6)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Language, Terms};

    fn said(texts: Vec<Message>, words: &Words) -> Vec<String> {
        texts.iter().map(|it| words.tell(it)).collect()
    }

    /// „23,77 – 23,77“ said of two classes neither to which of them 23.77 belongs, nor that the last holds nothing else.
    #[test]
    fn each_class_says_which_of_its_ends_belongs_to_it() {
        let words = Words::new(Language::German, &Terms::default());
        for (breaks, ended, open) in [
            (
                &[18.5, 21.0, 23.77, 25.1][..],
                &["18,50 bis unter 21,00", "21,00 bis unter 23,77", "23,77 bis 25,10"][..],
                &["unter 21,00", "21,00 bis unter 23,77", "23,77 und mehr"][..],
            ),
            (&[18.5, 23.77, 23.77], &["18,50 bis unter 23,77", "genau 23,77"], &["unter 23,77", "23,77 und mehr"]),
            (&[23.771, 23.774, 24.0], &["23,771 bis unter 23,774", "23,774 bis 24,000"], &["unter 23,77", "23,77 und mehr"]),
            (&[1.0, 2.0, 5.0], &["1 bis unter 2", "2 bis 5"], &["unter 2", "2 und mehr"]),
            (&[5.0, 5.0], &["genau 5"], &["genau 5"]),
            (&[5.0, 7.5], &["5,00 bis 7,50"], &["5,00 bis 7,50"]),
        ] {
            assert_eq!(said(with_ends(breaks, 2, &words), &words), ended, "{breaks:?}");
            assert_eq!(said(open_ended(breaks, 2, &words), &words), open, "{breaks:?}");
        }
    }
}
