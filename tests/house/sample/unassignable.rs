//! Cases that no Gemeinde can be named for: people without an address, or with the address of the office.
//!
//! Numbers are 0 or at least 3, so that they give no single case away. The parts fit the totals of `youth_welfare`.

use super::chance::Chance;
use super::people::YEAR_COUNT;
use super::youth_welfare::{HELPS, Help, price};

/// Cases of the county that belong to no Gemeinde, or their euros.
pub fn cases(id: &str, at: usize) -> i64 {
    match id {
        "kinder_sgb2" => drawn(id, at, 22),
        "sgb2_quote" => drawn(id, at, 140),
        "arbeitslose" => drawn(id, at, 48),
        "hze_faelle" | "hze_quote" => of_all(|it| help(it, at)),
        "hze_stationaer" => help(&HELPS[7], at) + help(&HELPS[8], at),
        "hze_ausgaben" | "hze_ausgaben_je_kind" => of_all(|it| euros(it, at)),
        _ => of_paragraph(id, "hze_faelle_")
            .map(|it| help(it, at))
            .or_else(|| of_paragraph(id, "hze_ausgaben_").map(|it| euros(it, at)))
            .unwrap_or(0),
    }
}

/// Their share of the denominator: people are all registered somewhere, but cases and euros can be denominators too.
pub fn whole(id: &str, at: usize) -> i64 {
    match id {
        "hze_stationaer" => cases("hze_faelle", at),
        "praeventionsquote" => cases("hze_ausgaben", at),
        _ => 0,
    }
}

fn of_all(each: impl Fn(&Help) -> i64) -> i64 {
    HELPS.iter().map(each).sum()
}

fn of_paragraph(id: &str, group: &str) -> Option<&'static Help> {
    let suffix = id.strip_prefix(group)?;
    HELPS.iter().find(|it| it.suffix == suffix)
}

fn help(help: &Help, at: usize) -> i64 {
    match help.suffix {
        "33" => drawn("ohne Ort 33", at, 5),
        "34" => drawn("ohne Ort 34", at, 9),
        "42" => drawn("ohne Ort 42", at, 12),
        _ => 0,
    }
}

fn euros(it: &Help, at: usize) -> i64 {
    help(it, at) * price(it, at)
}

fn drawn(purpose: &str, at: usize, about: i64) -> i64 {
    debug_assert!(at < YEAR_COUNT);
    (about + Chance::for_purpose(purpose).at(99).at(at as u64).around_zero(about / 4)).max(3)
}
