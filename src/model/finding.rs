//! What was noticed while reading: which file, where in it, what is wrong, and what to do.
//!
//! A repair is a finding too. Codes stand in one table ([`Code`]) and are never renamed.

use crate::words::{Message, say};

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Good to know.
    Note,
    /// Read, but look at it.
    Warning,
    /// Not read.
    Error,
}

impl Severity {
    /// The code in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// The code of a finding. The texts are part of the contract: extend the table, never rename.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(pub &'static str);

/// Where in the file; what is unknown stays `None`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// Number of the feature, from 1.
    pub feature: Option<u64>,
    /// Key of the district or indicator.
    pub key: Option<String>,
    /// Row of the table, from 1.
    pub row: Option<u64>,
    /// Column of the table.
    pub column: Option<String>,
    /// Line of the text, from 1.
    pub line: Option<u64>,
    /// Path inside a JSON document.
    pub json_path: Option<String>,
}

impl Place {
    /// The place in words, for whoever has to find it; `None` if nothing is known of it.
    pub fn told(&self) -> Option<Message> {
        let mut parts = Vec::new();
        if let Some(number) = self.feature {
            parts.push(say!("finding-place-feature", number));
        }
        if let Some(key) = &self.key {
            parts.push(say!("finding-place-key", key));
        }
        if let Some(number) = self.row {
            parts.push(say!("finding-place-row", number));
        }
        if let Some(column) = &self.column {
            parts.push(say!("finding-place-column", column));
        }
        if let Some(number) = self.line {
            parts.push(say!("finding-place-line", number));
        }
        if let Some(path) = &self.json_path {
            parts.push(say!("finding-place-path", path));
        }
        (!parts.is_empty()).then(|| say!("finding-place", parts))
    }
}

/// Something noticed while reading.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// How much it matters.
    pub severity: Severity,
    /// Which kind it is.
    pub code: Code,
    /// Where.
    pub place: Place,
    /// What is the matter.
    pub message: Message,
    /// What to do.
    pub remedy: Message,
}

/// Findings of one reading: up to 100 kept, the rest counted.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Findings {
    kept: Vec<Finding>,
    counted: [u64; 3], // notes, warnings, errors
}

impl Findings {
    /// How many are listed before they are only counted.
    pub const LISTED: usize = 100;

    /// Adds one. Errors push out notes when the list is full, so that what matters is seen.
    pub fn push(&mut self, finding: Finding) {
        *self.counter(finding.severity) += 1;
        self.keep(finding);
    }

    fn counter(&mut self, severity: Severity) -> &mut u64 {
        let [notes, warnings, errors] = &mut self.counted;
        match severity {
            Severity::Note => notes,
            Severity::Warning => warnings,
            Severity::Error => errors,
        }
    }

    fn keep(&mut self, finding: Finding) {
        if self.kept.len() < Self::LISTED {
            self.kept.push(finding);
        } else if let Some(place) = self.kept.iter_mut().rev().find(|it| it.severity < finding.severity) {
            *place = finding;
        }
    }

    /// The listed ones, in the order found.
    pub fn listed(&self) -> &[Finding] {
        &self.kept
    }

    /// How many there were in all.
    pub fn count(&self) -> u64 {
        self.counted.iter().sum()
    }

    /// How many there were of this severity, listed or not.
    pub fn count_of(&self, severity: Severity) -> u64 {
        let [notes, warnings, errors] = self.counted;
        match severity {
            Severity::Note => notes,
            Severity::Warning => warnings,
            Severity::Error => errors,
        }
    }

    /// How many more there were than are listed.
    pub fn more(&self) -> u64 {
        self.count().saturating_sub(u64::try_from(self.kept.len()).unwrap_or(u64::MAX))
    }

    /// Whether any of them is an error.
    pub fn has_errors(&self) -> bool {
        self.count_of(Severity::Error) > 0
    }

    /// Takes the first error out of the listed ones.
    pub fn take_first_error(&mut self) -> Option<Finding> {
        let at = self.kept.iter().position(|it| it.severity == Severity::Error)?;
        *self.counter(Severity::Error) -= 1;
        Some(self.kept.remove(at))
    }

    /// Adds all of another reading.
    pub fn extend(&mut self, other: Self) {
        for (own, more) in self.counted.iter_mut().zip(other.counted) {
            *own += more;
        }
        for finding in other.kept {
            self.keep(finding);
        }
    }
}
