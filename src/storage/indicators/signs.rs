//! Signs: what German offices write where no number stands.
//!
//! **Promise.** `-` is a true zero; `.` and `*` exist but are secret; all else is missing for the reason that its sign gives.
//! **Not here.** What one source means by its own signs: see [`super::mapping`].

use super::field::plain_number;
use crate::model::value::{MissingReason, Quality, State, SuppressedBy};

/// A sign, or a number in brackets.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Sign {
    /// What it means.
    pub state: State,
    /// The number, where it means one.
    pub number: Option<f64>,
    /// Flags that it carries.
    pub quality: Quality,
}

/// The flag of a number in brackets.
const LIMITED: Quality = Quality(16);

/// Reads a sign; `None` for a text that is none.
pub(super) fn read(text: &str) -> Option<Sign> {
    let missing = |reason| Some(Sign { state: State::Missing(reason), number: None, quality: Quality::NONE });
    match text.trim() {
        "-" | "–" | "—" | "−" => Some(Sign { state: State::Known, number: Some(0.0), quality: Quality::NONE }),
        "." | "*" | "•" => Some(Sign { state: State::Suppressed(SuppressedBy::Source), number: None, quality: Quality::NONE }),
        "…" | "..." => missing(MissingReason::Later),
        "x" | "X" => missing(MissingReason::NotMeaningful),
        "/" => missing(MissingReason::Unreliable),
        text => {
            let inside = text.strip_prefix('(')?.strip_suffix(')')?.trim();
            Some(Sign { state: State::Known, number: Some(in_brackets(inside)?), quality: LIMITED })
        }
    }
}

/// A number in brackets, which had to be written as text: with a decimal comma or a decimal point, with or without marks between the
/// thousands. `None` where it could be two numbers: `1.234` is written for 1234 in Germany and for 1 and a bit elsewhere.
fn in_brackets(text: &str) -> Option<f64> {
    let marks: Vec<(usize, char)> = text.char_indices().filter(|it| matches!(it.1, '.' | ',')).collect();
    let Some((at, last)) = marks.last().copied() else { return plain_number(text) };
    let (whole, behind) = (text.get(..at)?, text.get(at + 1..)?);
    let alike = marks.iter().filter(|it| it.1 == last).count();
    let digits = whole.trim_start_matches(['-', '+']);
    if marks.len() == 1 && behind.len() == 3 && digits.len() <= 3 && !digits.starts_with('0') {
        return None;
    }
    if alike > 1 {
        return if alike == marks.len() { plain_number(&without_thousands(text, last)?) } else { None };
    }
    let thousands = if last == ',' { '.' } else { ',' };
    plain_number(&format!("{}.{behind}", without_thousands(whole, thousands)?))
}

/// The digits of a number whose thousands are parted by this mark; `None` where a group has other than three digits.
fn without_thousands(text: &str, mark: char) -> Option<String> {
    let mut groups = text.split(mark);
    let first = groups.next()?.trim_start_matches(['-', '+']);
    let parted = text.contains(mark);
    (!parted || (1..=3).contains(&first.len()) && groups.all(|it| it.len() == 3)).then(|| text.replace(mark, ""))
}

/// Whether a text is a number in brackets that could be two numbers.
pub(super) fn is_two_numbers(text: &str) -> bool {
    let inside = text.trim().strip_prefix('(').and_then(|it| it.strip_suffix(')')).map(str::trim);
    inside.is_some_and(|it| in_brackets(it).is_none() && plain_number(&it.replacen(',', ".", 1)).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_signs_of_the_offices_are_kept_apart() {
        let secret = State::Suppressed(SuppressedBy::Source);
        for (text, state, number, limited) in [
            ("-", State::Known, Some(0.0), false),
            ("–", State::Known, Some(0.0), false),
            (".", secret, None, false),
            ("*", secret, None, false),
            ("…", State::Missing(MissingReason::Later), None, false),
            ("...", State::Missing(MissingReason::Later), None, false),
            ("x", State::Missing(MissingReason::NotMeaningful), None, false),
            ("X", State::Missing(MissingReason::NotMeaningful), None, false),
            ("/", State::Missing(MissingReason::Unreliable), None, false),
            ("(12.5)", State::Known, Some(12.5), true),
            ("( 3 )", State::Known, Some(3.0), true),
            ("(1,5)", State::Known, Some(1.5), true), // refused the whole file
            ("(-0,25)", State::Known, Some(-0.25), true),
            ("(0,125)", State::Known, Some(0.125), true),
            ("(1.234,5)", State::Known, Some(1234.5), true),
            ("(1,234.5)", State::Known, Some(1234.5), true),
            ("(12.345.678)", State::Known, Some(12_345_678.0), true),
            ("(1234,567)", State::Known, Some(1234.567), true),
        ] {
            let quality = if limited { LIMITED } else { Quality::NONE };
            assert_eq!(read(text), Some(Sign { state, number, quality }), "{text}");
        }
        for text in ["12,5", "n. v.", "()", "--", "(x)", "1.234,5", "(1,2,3)", "(1.23.456)", "(,5)", "(5,)", "(1,5", "(1.2,3.4)", "(1 234)"]
        {
            assert_eq!((read(text), is_two_numbers(text)), (None, false), "{text}");
        }
        for text in ["(1.234)", "(1,234)", "( -12.345 )"] {
            assert_eq!((read(text), is_two_numbers(text)), (None, true), "{text}: a factor of a thousand must not be guessed");
        }
        assert_eq!(LIMITED.codes(), ["limited"]);
    }
}
