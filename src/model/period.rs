//! Periods as the offices write them: a year `2023`, a day `2023-12-31`, a school year `2023/24`.

use std::{cmp::Ordering, fmt, sync::Arc};

/// A period, ordered by its last day; of two with the same last day the shorter text (the year) comes first.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Period {
    text: Arc<str>,
    last_day: u32, // yyyymmdd
}

impl Period {
    /// Reads `2023`, `2023-12-31` or `2023/24`; anything else is `None`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let last_day = last_day_of(text)?;
        Some(Self { text: Arc::from(text), last_day })
    }

    /// The text as the database writes it.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The last day as `yyyymmdd`, which is what periods are ordered by.
    pub fn last_day(&self) -> u32 {
        self.last_day
    }

    /// The year in which the period ends.
    pub fn year(&self) -> u32 {
        self.last_day / 10_000
    }

    /// Where the period lies on a time axis, in years: the end of 2023 is 2024.0.
    pub fn end_in_years(&self) -> f64 {
        let (year, month, day) = (self.last_day / 10_000, self.last_day / 100 % 100, self.last_day % 100);
        f64::from(year) + (f64::from(month - 1) + f64::from(day) / f64::from(days_in(year, month))) / 12.0
    }
}

impl Ord for Period {
    fn cmp(&self, other: &Self) -> Ordering {
        self.last_day.cmp(&other.last_day).then_with(|| self.text.len().cmp(&other.text.len())).then_with(|| self.text.cmp(&other.text))
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

fn last_day_of(text: &str) -> Option<u32> {
    match text.len() {
        4 => Some(year(text)? * 10_000 + 1231),
        10 => day(text),
        7 | 9 => school_year(text),
        _ => None,
    }
}

fn year(text: &str) -> Option<u32> {
    (text.len() == 4 && text.bytes().all(|it| it.is_ascii_digit())).then(|| text.parse().ok())?.filter(|it| *it > 0)
}

fn day(text: &str) -> Option<u32> {
    let (year_text, rest) = text.split_once('-')?;
    let (month, day) = rest.split_once('-')?;
    let (y, m, d) = (year(year_text)?, two_digits(month)?, two_digits(day)?);
    ((1..=12).contains(&m) && (1..=days_in(y, m)).contains(&d)).then_some(y * 10_000 + m * 100 + d)
}

/// `2023/24` ends with the school year on 31 July 2024.
fn school_year(text: &str) -> Option<u32> {
    let (first, second) = text.split_once('/')?;
    let first = year(first)?;
    let second = if second.len() == 4 { year(second)? } else { (first + 1) / 100 * 100 + two_digits(second)? };
    (second == first + 1).then_some(second * 10_000 + 731)
}

fn two_digits(text: &str) -> Option<u32> {
    (text.len() == 2 && text.bytes().all(|it| it.is_ascii_digit())).then(|| text.parse().ok())?
}

fn days_in(year: u32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_read_as_offices_write_them() {
        for (text, last_day) in [
            ("2023", Some(20_231_231)),
            ("2023-12-31", Some(20_231_231)),
            ("2024-02-29", Some(20_240_229)),
            ("2023-02-29", None),
            ("2023/24", Some(20_240_731)),
            ("1999/00", Some(20_000_731)),
            ("2023/2024", Some(20_240_731)),
            ("2023/25", None),
            ("23", None),
            ("2023-1-1", None),
            ("", None),
            ("20x3", None),
            ("2023-12-3\u{e4}", None),
        ] {
            assert_eq!(Period::parse(text).map(|it| it.last_day()), last_day, "{text}");
        }
    }

    #[test]
    fn periods_are_ordered_by_their_end() {
        let mut periods: Vec<_> =
            ["2024", "2023/24", "2023-12-31", "2023", "2024-01-01"].iter().filter_map(|it| Period::parse(it)).collect();
        periods.sort();
        let texts: Vec<_> = periods.iter().map(Period::as_str).collect();
        assert_eq!(texts, ["2023", "2023-12-31", "2024-01-01", "2023/24", "2024"]);
    }
}
