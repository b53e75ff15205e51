//! Scalars: what a property or an id holds. Arrays and objects are kept as short JSON text.
//!
//! **Promise.** Nesting beyond the cap stops the reading; no recursion is deeper than the cap.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

/// The value of a property.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Scalar {
    /// `null`.
    Null,
    /// `true` or `false`.
    Flag(bool),
    /// A whole number.
    Whole(i64),
    /// Any other number.
    Number(f64),
    /// A text.
    Text(String),
    /// An array or object as JSON, cut after [`LONGEST`] bytes.
    Nested(String),
}

/// Nested values are shown, not computed with: after so many bytes they are cut.
const LONGEST: usize = 1_000;

impl Scalar {
    /// The value as text; `None` for `null` and blank text.
    pub fn text(&self) -> Option<String> {
        match self {
            Self::Null => None,
            Self::Flag(flag) => Some(flag.to_string()),
            Self::Whole(number) => Some(number.to_string()),
            Self::Number(number) => Some(number.to_string()),
            Self::Text(text) | Self::Nested(text) => Some(text.trim().to_owned()).filter(|it| !it.is_empty()),
        }
    }

    /// Whether it is a number.
    pub fn is_number(&self) -> bool {
        matches!(self, Self::Whole(_) | Self::Number(_))
    }
}

/// Reads one scalar. `depth_left` levels may follow.
pub(super) struct ScalarSeed {
    /// How many levels of arrays and objects may follow.
    pub depth_left: usize,
}

impl<'de> DeserializeSeed<'de> for ScalarSeed {
    type Value = Scalar;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Scalar, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl ScalarSeed {
    fn deeper<E: Error>(&self) -> Result<Self, E> {
        let depth_left = self.depth_left.checked_sub(1).ok_or_else(|| E::custom(TOO_DEEP))?;
        Ok(Self { depth_left })
    }
}

/// How a reader recognises that a custom error means the cap for nesting.
pub(super) const TOO_DEEP: &str = "planraum: nested too deep";

impl<'de> Visitor<'de> for ScalarSeed {
    type Value = Scalar;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E: Error>(self) -> Result<Scalar, E> {
        Ok(Scalar::Null)
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<Scalar, E> {
        Ok(Scalar::Flag(flag))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Scalar, E> {
        Ok(Scalar::Whole(number))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Scalar, E> {
        Ok(i64::try_from(number).map_or(Scalar::Number(number as f64), Scalar::Whole))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Scalar, E> {
        Ok(Scalar::Number(number))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Scalar, E> {
        Ok(Scalar::Text(text.to_owned()))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Scalar, E> {
        Ok(Scalar::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Scalar, A::Error> {
        let mut text = String::from("[");
        while let Some(value) = seq.next_element_seed(self.deeper()?)? {
            add(&mut text, None, &value);
        }
        text.push(']');
        Ok(Scalar::Nested(text))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Scalar, A::Error> {
        let mut text = String::from("{");
        while let Some(key) = map.next_key::<String>()? {
            let value = map.next_value_seed(self.deeper()?)?;
            add(&mut text, Some(&key), &value);
        }
        text.push('}');
        Ok(Scalar::Nested(text))
    }
}

fn add(text: &mut String, key: Option<&str>, value: &Scalar) {
    if text.len() > LONGEST {
        if !text.ends_with('…') {
            text.push('…');
        }
        return;
    }
    if text.len() > 1 {
        text.push(',');
    }
    if let Some(key) = key {
        text.push_str(&quoted(key));
        text.push(':');
    }
    match value {
        Scalar::Null => text.push_str("null"),
        Scalar::Text(it) => text.push_str(&quoted(it)),
        Scalar::Nested(it) => text.push_str(it),
        Scalar::Flag(it) => text.push_str(if *it { "true" } else { "false" }),
        Scalar::Whole(it) => text.push_str(&it.to_string()),
        Scalar::Number(it) => text.push_str(&it.to_string()),
    }
}

fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn read(json: &str) -> Result<Scalar, serde_json::Error> {
        ScalarSeed { depth_left: 5 }.deserialize(&mut serde_json::Deserializer::from_str(json))
    }

    #[test]
    fn values_become_text_as_they_stand_there() {
        for (json, text) in [
            ("3159016", Some("3159016")),
            ("\"03159016\"", Some("03159016")),
            ("\" Göttingen \"", Some("Göttingen")),
            ("1.5", Some("1.5")),
            ("18446744073709551615", Some("18446744073709552000")),
            ("true", Some("true")),
            ("null", None),
            ("\"  \"", None),
            ("[1, \"a\\\"b\", {\"c\": null}]", Some("[1,\"a\\\"b\",{\"c\":null}]")),
        ] {
            assert_eq!(read(json).unwrap().text().as_deref(), text, "{json}");
        }
    }

    #[test]
    fn deep_values_stop_and_long_ones_are_cut() {
        assert!(read(&"[".repeat(50)).unwrap_err().to_string().contains(TOO_DEEP));
        let long = read(&format!("[{}1]", "1234567890,".repeat(1_000))).unwrap().text().unwrap();
        assert!(long.len() < LONGEST + 20 && long.ends_with("…]"));
    }
}
