//! Words: every text and number that people read, in German and English.
//!
//! Rooms below the window return a [`Message`] (a key and its values) and stay free of language; whoever shows it asks
//! a [`Words`] to tell it. The texts stand in `assets/words/de.ftl` and `en.ftl`, are compiled in, and use Fluent.
//!
//! **Promise.** Numbers and dates have one formatter ([`number`], [`date`]); what it writes it can read back. A message
//! missing in either language, or used by nobody, fails the test `tests/house/words.rs`.
//! **Not here.** What is said: that is decided by the room that returns the message. Nothing here reads the disk.
//!
//! ```
//! use planraum::words::{say, Language, Message, Terms, Words};
//! let words = Words::new(Language::German, &Terms::default());
//! let value = "+1,2";
//! assert_eq!(words.tell(&say!("words-percent-points", value)), "+1,2\u{a0}Prozentpunkte");
//! assert_eq!(words.with_unit(1753.805, 1, "km²"), "1.753,8\u{a0}km²");
//! ```
pub mod date;
mod known;
mod language;
mod message;
pub mod number;
mod parse;
mod speaker;
mod terms;

pub use known::known;
pub use language::Language;
pub use message::{Arg, Message};
pub use number::Convention;
pub use parse::{NotANumber, parse_number};
pub use speaker::Words;
pub use terms::{Noun, Terms};

/// Builds a [`Message`]: `say!("key")`, `say!("key", name, number = 3 + 4)`; a bare name stands for itself.
#[macro_export]
macro_rules! say {
    ($key:literal $(, $name:ident $(= $value:expr)?)* $(,)?) => {
        $crate::words::Message::new($key)$(.with(stringify!($name), $crate::say!(@value $name $(, $value)?)))*
    };
    (@value $name:ident) => { $name };
    (@value $name:ident, $value:expr) => { $value };
}
pub use crate::say;
