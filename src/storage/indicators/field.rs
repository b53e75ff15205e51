//! Fields: what SQLite really stored in a column, whatever the column was declared as.

use rusqlite::{Row, types::ValueRef};

/// One stored value.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Field {
    /// Nothing, or the column is missing.
    Null,
    /// A whole number.
    Whole(i64),
    /// A number that is neither infinite nor NaN.
    Real(f64),
    /// A text without blanks around it, not empty.
    Text(String),
    /// Bytes, a text in no encoding, or an infinite number.
    Wrong,
}

impl Field {
    /// The value of a column; a missing column is null.
    pub fn of(row: &Row<'_>, column: Option<usize>) -> rusqlite::Result<Self> {
        let Some(column) = column else { return Ok(Self::Null) };
        Ok(match row.get_ref(column)? {
            ValueRef::Null => Self::Null,
            ValueRef::Integer(number) => Self::Whole(number),
            ValueRef::Real(number) if number.is_finite() => Self::Real(number),
            ValueRef::Text(bytes) => match std::str::from_utf8(bytes).map(str::trim) {
                Ok("") => Self::Null,
                Ok(text) if !text.contains('\0') => Self::Text(text.to_owned()),
                _ => Self::Wrong,
            },
            ValueRef::Real(_) | ValueRef::Blob(_) => Self::Wrong,
        })
    }

    /// As a key or text: numbers as their digits. `Err` for what is no text.
    pub fn text(&self) -> Result<Option<String>, ()> {
        match self {
            Self::Null => Ok(None),
            Self::Whole(number) => Ok(Some(number.to_string())),
            Self::Real(number) if number.fract() == 0.0 && number.abs() < 1e15 => Ok(Some(format!("{number:.0}"))),
            Self::Real(number) => Ok(Some(number.to_string())),
            Self::Text(text) => Ok(Some(text.clone())),
            Self::Wrong => Err(()),
        }
    }

    /// As a number, out of a text too if it is written plainly (`12`, `-3.5`). `Err` for what is none.
    pub fn number(&self) -> Result<Option<f64>, ()> {
        let number = match self {
            Self::Null => return Ok(None),
            Self::Whole(number) => *number as f64,
            Self::Real(number) => *number,
            Self::Text(text) => plain_number(text).ok_or(())?,
            Self::Wrong => return Err(()),
        };
        if number.abs() <= LARGEST { Ok(Some(number)) } else { Err(()) }
    }
}

/// Beyond this no count, euro or rate of a county lies, and sums would lose their last digit.
pub(in crate::storage) const LARGEST: f64 = 1e15;

/// A number in digits with at most one point; no other way of writing is guessed at.
pub(super) fn plain_number(text: &str) -> Option<f64> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let plain = digits.starts_with(|it: char| it.is_ascii_digit()) && digits.bytes().all(|it| it.is_ascii_digit() || it == b'.');
    if plain && !digits.ends_with('.') { text.parse().ok().filter(|it: &f64| it.is_finite()) } else { None }
}
