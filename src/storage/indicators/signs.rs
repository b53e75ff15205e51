//! Signs: what German offices write where no number stands.
//!
//! **Promise.** `-` is a true zero; `.` and `*` exist but are secret; all else is missing for the reason that its sign gives.

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

impl Sign {
    /// Whether nothing is written there.
    pub fn is_blank(&self) -> bool {
        self.number.is_none() && self.state == State::Missing(MissingReason::NotDelivered)
    }
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
        "" => missing(MissingReason::NotDelivered),
        text => {
            let inside = text.strip_prefix('(')?.strip_suffix(')')?.trim();
            Some(Sign { state: State::Known, number: Some(plain_number(inside)?), quality: LIMITED })
        }
    }
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
        ] {
            let quality = if limited { LIMITED } else { Quality::NONE };
            assert_eq!(read(text), Some(Sign { state, number, quality }), "{text}");
        }
        for text in ["12,5", "n. v.", "()", "--", "(x)", "1.234,5"] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(LIMITED.codes(), ["limited"]);
    }
}
