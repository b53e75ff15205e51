//! Numbers, read: by a convention that the file or the planner declared, never by guessing.
//!
//! **Promise.** A text that the convention does not allow is refused with the reason; no text can panic.
use super::number::{Convention, MINUS, NO_BREAK};

/// Why a text is no number by the declared convention.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotANumber {
    /// Nothing but blanks.
    Empty,
    /// Digits and marks, but the thousands marks stand where the convention has none: `1.5` in German.
    Grouping,
    /// Something else than digits, marks and a sign.
    Strange,
}

/// A number written by `convention`: sign `-`, `−` or `+`, thousands marks all or none (also spaces, also narrow ones),
/// an exponent (`1,5E-3`) as spreadsheets write it. Unit and percent signs are the caller's to take off.
pub fn parse_number(text: &str, convention: Convention) -> Result<f64, NotANumber> {
    let text = text.trim();
    if text.is_empty() {
        return Err(NotANumber::Empty);
    }
    let (negative, rest) = match text.strip_prefix(['-', MINUS]) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (mantissa, exponent) = match rest.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent.replace(MINUS, "-"))),
        None => (rest, None),
    };
    let (group, point) = convention.marks();
    let (whole, fraction) = mantissa.split_once(point).unwrap_or((mantissa, "0"));
    let mut plain = format!("{}.{}", without_marks(whole, group)?, digits_only(fraction, group)?);
    if let Some(exponent) = exponent {
        plain = format!("{plain}e{exponent}");
    }
    let value: f64 = plain.parse().map_err(|_| NotANumber::Strange)?;
    if !value.is_finite() {
        return Err(NotANumber::Strange);
    }
    Ok(if negative && value != 0.0 { -value } else { value })
}

fn without_marks(whole: &str, group: char) -> Result<String, NotANumber> {
    let is_mark = |sign: char| sign == group || matches!(sign, ' ' | NO_BREAK | '\u{202f}' | '\u{2009}');
    let parts: Vec<&str> = whole.split(is_mark).collect();
    if parts.concat().is_empty() || !parts.iter().all(|it| it.bytes().all(|b| b.is_ascii_digit())) {
        return Err(NotANumber::Strange);
    }
    let mut lengths = parts.iter().map(|it| it.len());
    let first = lengths.next().unwrap_or_default();
    let even = parts.len() == 1 || ((1..=3).contains(&first) && lengths.all(|it| it == 3));
    let marks: std::collections::BTreeSet<char> = whole.chars().filter(|it| is_mark(*it)).collect();
    if even && marks.len() <= 1 { Ok(parts.concat()) } else { Err(NotANumber::Grouping) }
}

fn digits_only(fraction: &str, group: char) -> Result<&str, NotANumber> {
    let digits = !fraction.is_empty() && fraction.bytes().all(|it| it.is_ascii_digit());
    match digits {
        true => Ok(fraction),
        false if fraction.contains(group) => Err(NotANumber::Grouping),
        false => Err(NotANumber::Strange),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_convention_is_declared_and_not_guessed() {
        use Convention::{English, German};
        for (text, convention, number) in [
            ("1.234,5", German, Ok(1234.5)),
            ("1,234.5", English, Ok(1234.5)),
            ("1.234", German, Ok(1234.0)),
            ("1.234", English, Ok(1.234)),
            ("1.5", German, Err(NotANumber::Grouping)),
            ("1,234.5", German, Err(NotANumber::Grouping)),
            ("12 345,6", German, Ok(12345.6)),
            ("12\u{202f}345", English, Ok(12345.0)),
            ("1.234 567", German, Err(NotANumber::Grouping)),
            ("1234,5", German, Ok(1234.5)),
            ("−0,5", German, Ok(-0.5)),
            ("-0", German, Ok(0.0)),
            ("+7", English, Ok(7.0)),
            ("1,5E-3", German, Ok(0.0015)),
            ("1e999", German, Err(NotANumber::Strange)),
            (" ", German, Err(NotANumber::Empty)),
            (",5", German, Err(NotANumber::Strange)),
            ("5,", German, Err(NotANumber::Strange)),
            ("inf", English, Err(NotANumber::Strange)),
            ("NaN", English, Err(NotANumber::Strange)),
            ("--1", English, Err(NotANumber::Strange)),
            ("٣", German, Err(NotANumber::Strange)),
        ] {
            assert_eq!(parse_number(text, convention), number, "{text}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 10_000, ..Default::default() })]

        #[test]
        fn no_text_can_break_the_reader(text in "\\PC*", german: bool) {
            let convention = if german { Convention::German } else { Convention::English };
            let _ = parse_number(&text, convention);
        }
    }
}
