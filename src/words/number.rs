//! Numbers: the one place that writes and reads them.
//!
//! German `1.234,5`, English `1,234.5`; the minus sign is U+2212; before `%` and units stands a no-break space, in
//! English none before `%`. Rounding is commercial (half away from zero) on the shortest decimal form, so 2.675 with two
//! decimals is 2,68 and not 2,67 as its binary form would have it.
//!
//! **Promise.** A number that rounds to zero has no sign. Not a number is „–“, infinity „∞“. What [`written`] writes,
//! [`parse_number`] reads back, to the decimals shown.
//! **Not here.** Full-precision numbers for `--json` and files: those are written by their writers.
use super::Words;
pub use super::parse::{NotANumber, parse_number};

/// U+2212, as wide as a digit, unlike the hyphen.
pub const MINUS: char = '−';
/// U+00A0: number and unit stay on one line.
pub const NO_BREAK: char = '\u{a0}';

/// How a text writes numbers. A file declares it, nobody guesses: `1.234` is one thousand in one, and 1.234 in the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Convention {
    /// `1.234,5`
    #[default]
    German,
    /// `1,234.5`
    English,
}

impl Convention {
    /// What stands before the decimals.
    pub fn decimal_mark(self) -> char {
        self.marks().1
    }

    pub(super) fn marks(self) -> (char, char) {
        match self {
            Self::German => ('.', ','),
            Self::English => (',', '.'),
        }
    }

    fn percent(self) -> &'static str {
        match self {
            Self::German => "\u{a0}%",
            Self::English => "%",
        }
    }
}

impl Words {
    /// `1.234,5` with exactly so many decimals.
    pub fn number(&self, value: f64, decimals: u8) -> String {
        written(value, decimals, self.language().convention())
    }

    /// A number without decimals: `31.128`.
    pub fn whole(&self, value: f64) -> String {
        self.number(value, 0)
    }

    /// A count: `31.128`.
    pub fn count(&self, count: impl TryInto<i64>) -> String {
        grouped(count.try_into().unwrap_or(i64::MAX), self.language().convention())
    }

    /// A change: `+3,5`, `−10,5`; what rounds to zero has no sign.
    pub fn signed(&self, value: f64, decimals: u8) -> String {
        with_plus(self.number(value, decimals))
    }

    /// A share as a percentage: `0.164` is `16,4 %` with one decimal.
    pub fn percent(&self, share: f64, decimals: u8) -> String {
        hundredfold(share, decimals, self.language().convention()) + self.language().convention().percent()
    }

    /// A change of a share in percent, as of a deviation: `−0.105` is `−10,5 %`.
    pub fn signed_percent(&self, share: f64, decimals: u8) -> String {
        with_plus(self.percent(share, decimals))
    }

    /// The difference of two shares: `+0.012` is `+1,2 Prozentpunkte`.
    pub fn percent_points(&self, difference: f64, decimals: u8) -> String {
        self.say_with("words-percent-points", &[("value", self.points(difference, decimals).into())])
    }

    /// The same without the word: `+1,2`.
    pub fn points(&self, difference: f64, decimals: u8) -> String {
        with_plus(hundredfold(difference, decimals, self.language().convention()))
    }

    /// A number and its unit, kept together; `%` stands as the language wants it, an empty unit leaves the number alone.
    pub fn with_unit(&self, value: f64, decimals: u8, unit: &str) -> String {
        let number = self.number(value, decimals);
        match unit.trim() {
            "" => number,
            "%" => number + self.language().convention().percent(),
            unit => format!("{number}{NO_BREAK}{unit}"),
        }
    }
}

/// A number by convention with exactly so many decimals.
pub fn written(value: f64, decimals: u8, convention: Convention) -> String {
    of_decimal(value, &value.abs().to_string(), decimals, convention)
}

/// A hundred times a number, the point moved in its decimal form: 100 × 0.2845 is 28.449999999999996 in binary, and 28,5 in a
/// report.
fn hundredfold(value: f64, decimals: u8, convention: Convention) -> String {
    let decimal = value.abs().to_string();
    let (whole, fraction) = decimal.split_once('.').unwrap_or((&decimal, ""));
    let (moved, rest) = fraction.split_at(fraction.len().min(2));
    let whole = format!("{whole}{moved:0<2}");
    let without_zeros = whole.trim_start_matches('0');
    let whole = if without_zeros.is_empty() { "0" } else { without_zeros };
    of_decimal(value, &format!("{whole}.{rest}"), decimals, convention)
}

/// `decimal` is the size of the value written out, without sign.
fn of_decimal(value: f64, decimal: &str, decimals: u8, convention: Convention) -> String {
    if value.is_nan() {
        return "–".into();
    }
    let sign = if value < 0.0 { MINUS.to_string() } else { String::new() };
    if value.is_infinite() {
        return sign + "∞";
    }
    let digits = rounded(decimal, usize::from(decimals));
    let (whole, fraction) = digits.split_at(digits.len() - usize::from(decimals));
    let nothing = digits.bytes().all(|it| it == b'0');
    let (group, point) = convention.marks();
    let mut text = if nothing { String::new() } else { sign };
    push_grouped(&mut text, whole, group);
    if !fraction.is_empty() {
        text.push(point);
        text.push_str(fraction);
    }
    text
}

/// A whole number by convention.
pub fn grouped(count: i64, convention: Convention) -> String {
    let mut text = if count < 0 { MINUS.to_string() } else { String::new() };
    push_grouped(&mut text, &count.unsigned_abs().to_string(), convention.marks().0);
    text
}

fn push_grouped(text: &mut String, digits: &str, group: char) {
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(group);
        }
        text.push(digit);
    }
}

fn with_plus(number: String) -> String {
    let positive = number.bytes().any(|it| (b'1'..=b'9').contains(&it)) || number.starts_with('∞');
    if positive && !number.starts_with(MINUS) { format!("+{number}") } else { number }
}

/// The digits of `decimal` (plain, without sign or exponent) at `decimals`, point left out, at least one before it.
fn rounded(decimal: &str, decimals: usize) -> String {
    let (whole, fraction) = decimal.split_once('.').unwrap_or((decimal, ""));
    let kept: String = fraction.chars().chain(std::iter::repeat('0')).take(decimals).collect();
    let mut digits: Vec<u8> = whole.bytes().chain(kept.bytes()).collect();
    if fraction.as_bytes().get(decimals).is_some_and(|next| *next >= b'5') {
        let nines = digits.iter().rev().take_while(|it| **it == b'9').count();
        let turned = digits.len() - nines;
        digits.iter_mut().skip(turned).for_each(|it| *it = b'0');
        match turned.checked_sub(1).and_then(|at| digits.get_mut(at)) {
            Some(digit) => *digit += 1,
            None => digits.insert(0, b'1'),
        }
    }
    digits.into_iter().map(char::from).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::super::{Language, Terms};
    use super::*;
    use proptest::prelude::*;

    fn words(language: Language) -> Words {
        Words::new(language, &Terms::default())
    }

    #[test]
    fn numbers_are_written_as_people_write_them() {
        for (value, decimals, german, english) in [
            (0.0, 0, "0", "0"),
            (-0.0, 1, "0,0", "0.0"),
            (-0.04, 1, "0,0", "0.0"),
            (-0.05, 1, "−0,1", "−0.1"),
            (31128.0, 0, "31.128", "31,128"),
            (999_999.5, 0, "1.000.000", "1,000,000"),
            (2.675, 2, "2,68", "2.68"),
            (0.125, 2, "0,13", "0.13"),
            (0.5, 0, "1", "1"),
            (1234.5, 1, "1.234,5", "1,234.5"),
            (1e21, 0, "1.000.000.000.000.000.000.000", "1,000,000,000,000,000,000,000"),
            (1e-9, 2, "0,00", "0.00"),
            (f64::NAN, 1, "–", "–"),
            (f64::NEG_INFINITY, 1, "−∞", "−∞"),
        ] {
            assert_eq!(words(Language::German).number(value, decimals), german);
            assert_eq!(words(Language::English).number(value, decimals), english);
        }
    }

    #[test]
    fn signs_percent_and_units() {
        let (de, en) = (words(Language::German), words(Language::English));
        assert_eq!(de.signed(3.5, 1), "+3,5");
        assert_eq!(de.signed(-10.5, 1), "−10,5");
        assert_eq!(de.signed(0.04, 1), "0,0");
        assert_eq!(de.signed(0.1, 1), "+0,1");
        assert_eq!(de.percent(0.164, 1), "16,4\u{a0}%");
        assert_eq!(en.percent(0.164, 1), "16.4%");
        assert_eq!(de.signed_percent(0.0345, 1), "+3,5\u{a0}%");
        assert_eq!(de.percent_points(0.012, 1), "+1,2\u{a0}Prozentpunkte");
        assert_eq!(en.percent_points(-0.012, 1), "−1.2\u{a0}percentage points");
        assert_eq!(de.with_unit(268.0, 0, "km²"), "268\u{a0}km²");
        assert_eq!(en.with_unit(7.3, 1, "%"), "7.3%");
        assert_eq!(de.with_unit(6181.0, 0, ""), "6.181");
        assert_eq!(de.count(-4899), "−4.899");
    }

    /// Rounding goes by the share's own digits: multiplying by a hundred in binary would turn 28.45 into 28.449999999999996.
    #[test]
    fn shares_are_rounded_by_their_digits() {
        let de = words(Language::German);
        for (share, decimals, said) in [
            (0.2845, 1, "28,5\u{a0}%"),
            (569.0 / 2000.0, 1, "28,5\u{a0}%"),
            (0.285, 0, "29\u{a0}%"),
            (0.0, 0, "0\u{a0}%"),
            (0.5, 0, "50\u{a0}%"),
            (1.0, 1, "100,0\u{a0}%"),
            (12.345, 0, "1.235\u{a0}%"),
            (-0.10449, 1, "−10,4\u{a0}%"),
            (0.0004, 0, "0\u{a0}%"),
            (-0.0004, 1, "0,0\u{a0}%"),
            (f64::NAN, 1, "–\u{a0}%"),
            (f64::INFINITY, 1, "∞\u{a0}%"),
        ] {
            assert_eq!(de.percent(share, decimals), said, "{share}");
        }
        assert_eq!((de.points(-0.2845, 1), de.percent_points(0.2845, 1)), ("−28,5".into(), "+28,5\u{a0}Prozentpunkte".into()));
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 100_000, ..Default::default() })]

        #[test]
        fn what_is_written_is_read_back(value in -1e12..1e12f64, decimals in 0u8..8, german: bool) {
            let convention = if german { Convention::German } else { Convention::English };
            let text = written(value, decimals, convention);
            let back = parse_number(&text, convention).unwrap();
            prop_assert!((back - value).abs() <= 0.5 * 10f64.powi(-i32::from(decimals)) * (1.0 + 1e-9) + value.abs() * 1e-15, "{} {}", text, back);
            prop_assert_eq!(written(back, decimals, convention), text, "writing again changes nothing");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 10_000, ..Default::default() })]

        #[test]
        fn every_number_survives_with_all_its_digits(mantissa in -1e15..1e15f64, scale in 0..60i32, german: bool) {
            let convention = if german { Convention::German } else { Convention::English };
            let value = mantissa * 10f64.powi(-scale);
            let decimals = value.abs().to_string().split_once('.').map_or(0, |it| it.1.len());
            let text = written(value, u8::try_from(decimals).unwrap(), convention);
            prop_assert_eq!(parse_number(&text, convention), Ok(value));
        }
    }
}
