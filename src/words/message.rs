//! A text that is not said yet: its key and the values that go into it.
//!
//! **Promise.** Two messages are equal exactly when they say the same in every language.
use std::borrow::Cow;

/// A value inside a message. Numbers and dates stay numbers and dates until the language is known.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg {
    /// Text that is the same in every language: a name, a key, a path.
    Text(String),
    /// A count; chooses singular or plural and is written with thousands marks.
    Number(i64),
    /// A number shown with so many decimals.
    Decimal(f64, u8),
    /// A share (0.25) shown as a percentage with so many decimals.
    Percent(f64, u8),
    /// A day as `YYYY-MM-DD`, or any other name of a period, which stays as it is.
    Date(String),
    /// Another message, told in the same language.
    Message(Box<Message>),
    /// Several values, joined by commas.
    List(Vec<Arg>),
}

/// A text by key, with its values by name. Keys are kebab-case and begin with their room.
#[derive(Debug, Clone, PartialEq)]
pub struct Message {
    /// The key in `assets/words`.
    pub key: &'static str,
    /// The values, by the names that the text uses.
    pub args: Vec<(&'static str, Arg)>,
}

impl Message {
    /// A message without values yet.
    pub fn new(key: &'static str) -> Self {
        Self { key, args: Vec::new() }
    }

    /// The same message with one more value.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}
impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
impl From<Cow<'_, str>> for Arg {
    fn from(text: Cow<'_, str>) -> Self {
        Self::Text(text.into_owned())
    }
}
impl From<char> for Arg {
    fn from(sign: char) -> Self {
        Self::Text(sign.to_string())
    }
}
impl From<Message> for Arg {
    fn from(message: Message) -> Self {
        Self::Message(Box::new(message))
    }
}
impl From<&Message> for Arg {
    fn from(message: &Message) -> Self {
        Self::Message(Box::new(message.clone()))
    }
}
impl<A: Into<Arg>> From<Vec<A>> for Arg {
    fn from(items: Vec<A>) -> Self {
        Self::List(items.into_iter().map(Into::into).collect())
    }
}

macro_rules! counts {
    ($($count:ty),*) => { $(impl From<$count> for Arg {
        /// Counts beyond `i64` say its largest number: no file can hold that many.
        fn from(count: $count) -> Self { Self::Number(i64::try_from(count).unwrap_or(i64::MAX)) }
    })* };
}
counts!(i64, u64, usize);
macro_rules! small_counts {
    ($($count:ty),*) => { $(impl From<$count> for Arg {
        fn from(count: $count) -> Self { Self::Number(i64::from(count)) }
    })* };
}
small_counts!(i16, i32, u8, u16, u32);
