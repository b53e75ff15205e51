//! One cell of a statistics table: known, suppressed or missing, and never one for another.
//!
//! **Promise.** A true zero is known. A suppressed cell exists but is secret; a missing one was never delivered.
//! A report has to say which, and either one spoils a sum.

/// Who keeps a value secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SuppressedBy {
    /// The office that delivered it.
    Source,
    /// The disclosure profile under which it is shown.
    Profile,
}

/// Why a value is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MissingReason {
    /// Nobody sent it (a blank cell, an absent row).
    NotDelivered,
    /// It will come later (`…`).
    Later,
    /// The question makes no sense there (`x`, or a denominator of 0).
    NotMeaningful,
    /// Too uncertain to be told (`/`).
    Unreliable,
}

impl MissingReason {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::NotDelivered, Self::Later, Self::NotMeaningful, Self::Unreliable];
}

impl MissingReason {
    /// The code in files and JSON, as in `missing:later`.
    pub fn code(self) -> &'static str {
        match self {
            Self::NotDelivered => "not_delivered",
            Self::Later => "later",
            Self::NotMeaningful => "not_meaningful",
            Self::Unreliable => "unreliable",
        }
    }

    /// The reason behind a code; an unknown code is `None`.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::NotDelivered, Self::Later, Self::NotMeaningful, Self::Unreliable].into_iter().find(|it| it.code() == code)
    }
}

/// The state of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// A number, zero included.
    Known,
    /// Of an area only: some districts deliver, some don't.
    Partial,
    /// Exists, but secret.
    Suppressed(SuppressedBy),
    /// Not there.
    Missing(MissingReason),
}

impl State {
    /// The code in files and JSON: `known`, `partial`, `suppressed`, `missing`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Known => "known",
            Self::Partial => "partial",
            Self::Suppressed(_) => "suppressed",
            Self::Missing(_) => "missing",
        }
    }
}

/// Quality flags that ride along with a known value, as a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Quality(pub u8);

impl Quality {
    /// Every flag with its code in files.
    pub const FLAGS: [(Quality, &'static str); 5] = [
        (Quality(1), "rounded"),
        (Quality(2), "estimated"),
        (Quality(4), "provisional"),
        (Quality(8), "corrected"),
        (Quality(16), "limited"),
    ];

    /// No flag.
    pub const NONE: Quality = Quality(0);

    /// The flags named in a list such as `rounded,limited`; an unknown name is returned as the error.
    pub fn from_codes(codes: &str) -> Result<Self, String> {
        let mut set = Self::NONE;
        for code in codes.split([',', ' ', ';']).filter(|it| !it.is_empty()) {
            let flag = Self::FLAGS.iter().find(|(_, name)| *name == code).ok_or_else(|| code.to_owned())?;
            set = set.with(flag.0);
        }
        Ok(set)
    }

    /// Both sets together.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The codes of the flags that are set, in the order of [`Self::FLAGS`].
    pub fn codes(self) -> Vec<&'static str> {
        Self::FLAGS.iter().filter(|(flag, _)| self.0 & flag.0 != 0).map(|(_, code)| *code).collect()
    }
}

/// One indicator in one district at one period, as delivered.
///
/// `numerator` and `denominator` are the counts behind a ratio; for a mean, `denominator` is the weight.
/// Numbers of a cell that isn't known are absent; a denominator may be known though the numerator is secret.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cell {
    /// What kind of cell this is: never [`State::Partial`].
    pub state: State,
    /// The value in the indicator's unit.
    pub value: Option<Finite>,
    /// The count on top.
    pub numerator: Option<Finite>,
    /// The count below, or the weight of a mean.
    pub denominator: Option<Finite>,
    /// Flags that ride along.
    pub quality: Quality,
}

impl Cell {
    /// A cell nobody delivered.
    pub const ABSENT: Cell = Cell {
        state: State::Missing(MissingReason::NotDelivered),
        value: None,
        numerator: None,
        denominator: None,
        quality: Quality::NONE,
    };

    /// A known value without counts behind it. A number that isn't finite gives an absent cell.
    pub fn known(value: f64) -> Self {
        match Finite::new(value) {
            Some(it) => Self { state: State::Known, value: Some(it), ..Self::ABSENT },
            None => Self::ABSENT,
        }
    }

    /// A cell in the given state without any number.
    pub fn without_number(state: State) -> Self {
        Self { state, ..Self::ABSENT }
    }

    /// The value if it is known.
    pub fn known_value(&self) -> Option<f64> {
        match self.state {
            State::Known => self.value.map(Finite::get),
            _ => None,
        }
    }
}

/// A number that is neither infinite nor NaN; −0 is stored as 0.
/// A number that is neither infinite nor NaN; −0 is stored as 0.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Finite(f64);

impl Finite {
    /// `None` for NaN and the infinities.
    pub fn new(number: f64) -> Option<Self> {
        number.is_finite().then_some(Self(number + 0.0))
    }

    /// The number.
    pub fn get(self) -> f64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_number_that_is_none_is_no_value() {
        assert_eq!(Cell::known(f64::NAN), Cell::ABSENT);
        assert_eq!(Cell::known(0.0).known_value(), Some(0.0));
        assert!(Finite::new(-0.0).unwrap().get().is_sign_positive());
    }

    #[test]
    fn quality_flags_survive_the_way_to_text_and_back() {
        let both = Quality::from_codes("limited, rounded").unwrap();
        assert_eq!(both.codes(), ["rounded", "limited"]);
        assert_eq!(Quality::from_codes("blurred"), Err("blurred".to_owned()));
    }
}
