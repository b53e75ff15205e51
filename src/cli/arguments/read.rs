//! How the values of options are read, and what is expected where one can't be.

use crate::{
    geometry::projection::Crs,
    model::{period::Period, released::Profile, saved_view::Level},
    report::map::page::Layout,
    words::{Message, date, say},
};

/// What should have stood there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("another value was expected")]
pub enum Expected {
    /// `2023`, `2023-12-31` or `2023/24`.
    Period,
    /// `intern`, `konferenz` or `oeffentlich`.
    Profile,
    /// `a4`, `a3` or `slide`.
    Layout,
    /// `districts` or `areas`.
    Level,
    /// `2026-11-23`.
    Day,
    /// `EPSG:25832`.
    Crs,
    /// `10.5`.
    Number,
    /// 1 to 20.
    Classes,
}

impl Expected {
    /// In a sentence.
    pub fn message(self) -> Message {
        match self {
            Self::Period => say!("cli-expected-period"),
            Self::Profile => say!("cli-expected-profile"),
            Self::Layout => say!("cli-expected-layout"),
            Self::Level => say!("cli-expected-level"),
            Self::Day => say!("cli-expected-day"),
            Self::Crs => say!("cli-expected-crs"),
            Self::Number => say!("cli-expected-number"),
            Self::Classes => say!("cli-expected-classes"),
        }
    }
}

pub(super) fn period(text: &str) -> Result<Period, Expected> {
    let day = german_day(text);
    Period::parse(day.as_deref().unwrap_or(text)).ok_or(Expected::Period)
}

/// `31.12.2023`, as answers in German write it, as `2023-12-31`.
fn german_day(text: &str) -> Option<String> {
    let mut parts = text.trim().split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    (parts.next().is_none() && year.len() == 4).then(|| format!("{year}-{month:0>2}-{day:0>2}"))
}

pub(super) fn profile(text: &str) -> Result<Profile, Expected> {
    Profile::from_code(text).ok_or(Expected::Profile)
}

pub(super) fn layout(text: &str) -> Result<Layout, Expected> {
    Layout::from_code(text).ok_or(Expected::Layout)
}

pub(super) fn level(text: &str) -> Result<Level, Expected> {
    match text {
        "districts" => Ok(Level::Districts),
        "areas" => Ok(Level::Areas),
        _ => Err(Expected::Level),
    }
}

pub(super) fn day(text: &str) -> Result<String, Expected> {
    date::parts(text).map(|_| text.to_owned()).ok_or(Expected::Day)
}

pub(super) fn crs(text: &str) -> Result<Crs, Expected> {
    Crs::parse(text).ok_or(Expected::Crs)
}

pub(super) fn number(text: &str) -> Result<f64, Expected> {
    text.trim().parse().ok().filter(|it: &f64| it.is_finite()).ok_or(Expected::Number)
}

pub(super) fn classes(text: &str) -> Result<u8, Expected> {
    text.parse().ok().filter(|it| (1..=20).contains(it)).ok_or(Expected::Classes)
}
