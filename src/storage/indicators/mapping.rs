//! The mapping of a source: what its own signs mean, where it doesn't write like the German offices.
//!
//! A JSON document, such as `{"signs": {".": "missing:later", "k.A.": "suppressed", "0": "zero"}, "rounds": true}`.
//!
//! **Promise.** A sign that is given here wins over the usual ones; every other keeps its meaning. What isn't understood is refused
//! with its place: a secret that is taken for a hole, or the reverse, is worse than a file that isn't read.
//! **Not here.** The usual signs ([`super::signs`]). The project keeps values as they were read, so it needs no mapping again.

use std::{collections::HashMap, path::Path};

use serde_json::{Map, Value};

use super::signs::{self, Sign};
use crate::{
    model::{
        finding::{Code, Place, Severity},
        value::{MissingReason, Quality, State, SuppressedBy},
    },
    storage::{
        causes::of_json,
        codes::{self, at, finding},
        limits::Limits,
        put,
        refused::Refused,
        text,
    },
    words::{Message, say},
};

/// A mapping is written by hand or saved by a window: no honest one is larger, in bytes.
const LARGEST: u64 = 1_000_000;

/// How a source writes; the default is how German offices do.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Mapping {
    signs: HashMap<String, Sign>,
    rounds: bool,
}

impl Mapping {
    /// Reads a mapping from a file.
    ///
    /// # Errors
    /// It can't be read, is no JSON, or says something that isn't understood.
    pub fn read_file(path: &Path) -> Result<Self, Refused> {
        let bytes = put::read(path, &Limits { file_bytes: LARGEST, ..Limits::default() })?;
        Self::read(&bytes).map_err(|it| it.of_file(path))
    }

    /// Reads a mapping from its bytes.
    ///
    /// # Errors
    /// As [`Self::read_file`].
    pub fn read(bytes: &[u8]) -> Result<Self, Refused> {
        let Some(text) = text::decode(bytes) else {
            return Err(wrong(codes::ENCODING_UNREADABLE, Place::default(), say!("storage-encoding-unreadable")));
        };
        let json: Value = serde_json::from_str(&text.text).map_err(|error| {
            let place = Place { line: Some(error.line() as u64), ..Place::default() };
            wrong(codes::JSON_BROKEN, place, say!("storage-json-broken", cause = of_json(&error), column = error.column()))
        })?;
        let members = json.as_object().ok_or_else(|| wrong_kind("$", "{ }"))?;
        let mut mapping = Self::default();
        for (name, value) in members {
            match name.as_str() {
                "signs" => mapping.signs = signs_of(value.as_object().ok_or_else(|| wrong_kind("$.signs", "{ }"))?)?,
                "rounds" => mapping.rounds = value.as_bool().ok_or_else(|| wrong_kind("$.rounds", "true, false"))?,
                _ => return Err(unknown(&member("$", name), name, "signs, rounds")),
            }
        }
        Ok(mapping)
    }

    /// What a text in a cell means; `None` for one that is no sign.
    pub(super) fn sign(&self, text: &str) -> Option<Sign> {
        self.given(text).or_else(|| signs::read(text))
    }

    /// What a text in a cell means by this mapping alone, be it a number or not.
    pub(super) fn given(&self, text: &str) -> Option<Sign> {
        self.signs.get(text.trim()).copied()
    }

    /// Whether the mapping gives signs of its own.
    pub(super) fn gives_signs(&self) -> bool {
        !self.signs.is_empty()
    }

    /// The flags of a bare number: a zero of a source that rounds may stand for a little more.
    pub(super) fn quality_of(&self, number: f64) -> Quality {
        if self.rounds && number == 0.0 { ROUNDED } else { Quality::NONE }
    }
}

/// The flag of a rounded number.
const ROUNDED: Quality = Quality(1);

fn signs_of(members: &Map<String, Value>) -> Result<HashMap<String, Sign>, Refused> {
    let read = |(text, meaning): (&String, &Value)| {
        let place = member("$.signs", text);
        if text.trim().is_empty() {
            let message = say!("storage-mapping-blank");
            return Err(wrong(codes::CODE_UNKNOWN, Place { json_path: Some(place), ..Place::default() }, message));
        }
        let code = meaning.as_str().ok_or_else(|| wrong_kind(&place, MEANINGS))?;
        let sign = meaning_of(code).ok_or_else(|| unknown(&place, code, MEANINGS))?;
        Ok((text.trim().to_owned(), sign))
    };
    members.iter().map(read).collect()
}

/// What a sign can mean.
const MEANINGS: &str = "zero, suppressed, missing, missing:not_delivered, missing:later, missing:not_meaningful, missing:unreliable";

fn meaning_of(code: &str) -> Option<Sign> {
    let (state, number) = match code.trim().split_once(':') {
        None if code.trim() == "zero" => (State::Known, Some(0.0)),
        None if code.trim() == "suppressed" => (State::Suppressed(SuppressedBy::Source), None),
        None if code.trim() == "missing" => (State::Missing(MissingReason::NotDelivered), None),
        Some(("missing", reason)) => (State::Missing(MissingReason::from_code(reason)?), None),
        _ => return None,
    };
    Some(Sign { state, number, quality: Quality::NONE })
}

/// The path of a member; a name with signs of its own stands in brackets.
fn member(above: &str, name: &str) -> String {
    let plain = !name.is_empty() && name.chars().all(|it| it.is_ascii_alphanumeric() || it == '_');
    let name: String = name.chars().take(40).collect();
    if plain { format!("{above}.{name}") } else { format!("{above}[{}]", Value::from(name)) }
}

fn unknown(path: &str, text: &str, possible: &str) -> Refused {
    let text: String = text.chars().take(40).collect();
    wrong(codes::CODE_UNKNOWN, at_path(path), say!("storage-mapping-unknown", text, possible))
}

fn wrong_kind(path: &str, possible: &str) -> Refused {
    wrong(codes::MEMBER_WRONG_KIND, at_path(path), say!("storage-mapping-wrong-kind", possible))
}

fn at_path(path: &str) -> Place {
    Place { json_path: Some(path.to_owned()), ..Place::default() }
}

fn wrong(code: Code, place: Place, message: Message) -> Refused {
    Refused::new(at(finding(Severity::Error, code, message, say!("storage-remedy-mapping")), place))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;

    #[test]
    fn what_is_given_wins_and_everything_else_stays() {
        let it =
            Mapping::read(br#"{"signs": {".": "missing:later", " k.A. ": "suppressed", "-": "missing", "-9": "zero"}, "rounds": true}"#);
        let it = it.unwrap();
        let state = |text: &str| it.sign(text).map(|it| it.state);
        assert_eq!(state("."), Some(State::Missing(MissingReason::Later)));
        assert_eq!(state("k.A."), Some(State::Suppressed(SuppressedBy::Source)));
        assert_eq!(state("-"), Some(State::Missing(MissingReason::NotDelivered)));
        assert_eq!(it.sign("-9").and_then(|it| it.number), Some(0.0));
        assert_eq!(state("*"), Some(State::Suppressed(SuppressedBy::Source)), "not given: as usual");
        assert_eq!((state("n. v."), Mapping::default().sign("k.A.")), (None, None));
        assert_eq!((it.quality_of(0.0).codes(), it.quality_of(1.0).codes()), (vec!["rounded"], vec![]));
        assert_eq!(Mapping::default().quality_of(0.0), Quality::NONE);
    }

    #[test]
    fn what_is_not_understood_is_refused_at_its_place() {
        for (text, code, path) in [
            ("[]", codes::MEMBER_WRONG_KIND, Some("$")),
            (r#"{"sign": {}}"#, codes::CODE_UNKNOWN, Some("$.sign")),
            (r#"{"signs": []}"#, codes::MEMBER_WRONG_KIND, Some("$.signs")),
            (r#"{"signs": {"*": "secret"}}"#, codes::CODE_UNKNOWN, Some(r#"$.signs["*"]"#)),
            (r#"{"signs": {"*": "missing:soon"}}"#, codes::CODE_UNKNOWN, Some(r#"$.signs["*"]"#)),
            (r#"{"signs": {"nv": 0}}"#, codes::MEMBER_WRONG_KIND, Some("$.signs.nv")),
            (r#"{"signs": {" ": "missing"}}"#, codes::CODE_UNKNOWN, Some(r#"$.signs[" "]"#)),
            (r#"{"rounds": "yes"}"#, codes::MEMBER_WRONG_KIND, Some("$.rounds")),
            (r#"{"rounds": true"#, codes::JSON_BROKEN, None),
            ("", codes::JSON_BROKEN, None),
        ] {
            let refused = Mapping::read(text.as_bytes()).unwrap_err();
            assert_eq!((refused.finding.code, refused.finding.place.json_path.as_deref()), (code, path), "{text}");
        }
        assert_eq!(Mapping::read(b"{}").unwrap(), Mapping::default());
    }
}
