//! The title of a step as text: a message by its key, so that the history speaks the language of whoever reads it.

use serde::{Deserialize, Serialize};

use super::real::Real;
use crate::{
    say,
    words::{Arg, Message, known},
};

/// A message by key with its values.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct SavedTitle {
    key: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    args: Vec<(String, SavedArg)>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum SavedArg {
    Text(String),
    Number(i64),
    Decimal(Real, u8),
    Percent(Real, u8),
    Date(String),
    Message(Box<SavedTitle>),
    List(Vec<SavedArg>),
}

impl From<&Message> for SavedTitle {
    fn from(message: &Message) -> Self {
        let args = message.args.iter().map(|(name, value)| ((*name).to_owned(), value.into())).collect();
        Self { key: message.key.to_owned(), args }
    }
}

impl From<SavedTitle> for Message {
    /// A key that this version has no text for (any more) becomes a plain „Änderung“: the step itself is what counts.
    fn from(saved: SavedTitle) -> Self {
        let Some(key) = known(&saved.key) else { return say!("project-file-some-step") };
        let args = saved.args.into_iter().filter_map(|(name, value)| Some((known(&name)?, value.into()))).collect();
        Self { key, args }
    }
}

impl From<&Arg> for SavedArg {
    fn from(arg: &Arg) -> Self {
        match arg {
            Arg::Text(text) => Self::Text(text.clone()),
            Arg::Number(count) => Self::Number(*count),
            Arg::Decimal(value, decimals) => Self::Decimal(Real(*value), *decimals),
            Arg::Percent(share, decimals) => Self::Percent(Real(*share), *decimals),
            Arg::Date(day) => Self::Date(day.clone()),
            Arg::Message(message) => Self::Message(Box::new(message.as_ref().into())),
            Arg::List(items) => Self::List(items.iter().map(Self::from).collect()),
        }
    }
}

impl From<SavedArg> for Arg {
    fn from(saved: SavedArg) -> Self {
        match saved {
            SavedArg::Text(text) => Self::Text(text),
            SavedArg::Number(count) => Self::Number(count),
            SavedArg::Decimal(value, decimals) => Self::Decimal(value.0, decimals),
            SavedArg::Percent(share, decimals) => Self::Percent(share.0, decimals),
            SavedArg::Date(day) => Self::Date(day),
            SavedArg::Message(title) => Self::Message(Box::new((*title).into())),
            SavedArg::List(items) => Self::List(items.into_iter().map(Self::from).collect()),
        }
    }
}
