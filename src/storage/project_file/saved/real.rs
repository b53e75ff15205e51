//! A number in JSON. JSON knows no infinity, and a step must never be lost because of one: those are written as text.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

/// A number with every digit kept.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Real(pub f64);

impl Serialize for Real {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        if self.0.is_finite() { to.serialize_f64(self.0) } else { to.serialize_str(&self.0.to_string()) }
    }
}

impl<'de> Deserialize<'de> for Real {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Form {
            Number(f64),
            Text(String),
        }
        match Form::deserialize(from)? {
            Form::Number(it) => Ok(Self(it)),
            Form::Text(it) if matches!(it.as_str(), "inf" | "-inf" | "NaN") => it.parse().map(Self).map_err(D::Error::custom),
            Form::Text(_) => Err(D::Error::custom("not a number")),
        }
    }
}

/// Numbers in a list.
pub(super) fn reals(numbers: &[f64]) -> Vec<Real> {
    numbers.iter().copied().map(Real).collect()
}

/// The list behind it.
pub(super) fn numbers(reals: Vec<Real>) -> Vec<f64> {
    reals.into_iter().map(|it| it.0).collect()
}
