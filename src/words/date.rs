//! Days, written for people.
//!
//! **Promise.** Only a true calendar day `YYYY-MM-DD` is rewritten; any other period name (`2023`, `2023/24`) stays.
use super::Language;

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// `2023-12-31` as `31.12.2023` or `31 Dec 2023`.
pub fn written(day: &str, language: Language) -> String {
    match (parts(day), language) {
        (Some((year, month, day)), Language::German) => format!("{day:02}.{month:02}.{year:04}"),
        (Some((year, month, day)), Language::English) => {
            let name = MONTHS.get(usize::from(month) - 1).copied().unwrap_or_default();
            format!("{day} {name} {year:04}")
        }
        (None, _) => day.to_owned(),
    }
}

/// Year, month and day of `YYYY-MM-DD`; `None` for anything that is no day of the calendar.
pub fn parts(text: &str) -> Option<(u16, u8, u8)> {
    let plain = text.len() == 10 && text.bytes().all(|it| it.is_ascii_digit() || it == b'-');
    let mut fields = text.split('-');
    let (year, month, day) = (fields.next()?, fields.next()?, fields.next()?);
    if !plain || fields.next().is_some() || year.len() != 4 || month.len() != 2 {
        return None;
    }
    let (year, month, day) = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    (1..=days_in(year, month)?).contains(&day).then_some((year, month, day))
}

fn days_in(year: u16, month: u8) -> Option<u8> {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
        4 | 6 | 9 | 11 => Some(30),
        2 => Some(if leap { 29 } else { 28 }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_and_everything_else_stays() {
        for (text, german, english) in [
            ("2023-12-31", "31.12.2023", "31 Dec 2023"),
            ("2024-02-29", "29.02.2024", "29 Feb 2024"),
            ("2023-02-29", "2023-02-29", "2023-02-29"),
            ("2023-00-10", "2023-00-10", "2023-00-10"),
            ("2023", "2023", "2023"),
            ("2023/24", "2023/24", "2023/24"),
            ("20231-1-31", "20231-1-31", "20231-1-31"),
            ("2023-1-311", "2023-1-311", "2023-1-311"),
            ("", "", ""),
        ] {
            assert_eq!(written(text, Language::German), german);
            assert_eq!(written(text, Language::English), english);
        }
    }
}
