//! When something was, as one says it: „heute, 14:32“, „gestern, 17:48“, „12.11.2026, 9:05“.

use jiff::civil::Date;

use crate::desk::Desk;

/// A moment as `2026-11-23T14:32`, told from today; a day without a time stays a day, and what is no moment says nothing.
pub fn when(desk: &Desk, at: &str) -> String {
    let words = desk.words();
    let (day, time) = at.split_once('T').unwrap_or((at, ""));
    let today = desk.now().split_once('T').map_or(desk.now(), |it| it.0);
    let before = |day: &str| day.parse::<Date>().ok()?.tomorrow().ok().map(|it| it.to_string());
    match time {
        "" => words.date(day),
        _ if day == today => words.say_with("moment-today", &[("time", time.into())]),
        _ if before(day).as_deref() == Some(today) => words.say_with("moment-yesterday", &[("time", time.into())]),
        _ => words.say_with("moment-at", &[("day", words.date(day).into()), ("time", time.into())]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::look::Settings;

    #[test]
    fn a_moment_is_told_from_today() {
        let mut desk = Desk::new(Settings::default());
        desk.set_clock("2026-03-01T08:00");
        let table = [
            ("2026-03-01T07:59", "heute, 07:59"),
            ("2026-02-28T17:48", "gestern, 17:48"),
            ("2026-02-27T17:48", "27.02.2026, 17:48"),
            ("2026-02-27", "27.02.2026"),
        ];
        for (at, said) in table {
            assert_eq!(when(&desk, at), said);
        }
    }
}
