//! The saved forms: what a project looks like in a file, apart from the living nouns, so that either can change alone.
//!
//! Codes and field names here are read by every later version: extend them, never rename them.
//!
//! **Promise.** Whatever is written is read back equal; whatever is read is checked, and what is unsound says where.
//! **Not here.** Tables and SQL: see `state` and `steps`.

mod command;
mod plan;
mod real;
mod title;
mod view;

pub(super) use plan::{colour_from_number, colour_number, lock_code, lock_from_code, target_from_number, target_number};

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use self::{
    command::SavedCommand,
    title::SavedTitle,
    view::{SavedClassing, SavedTerms, SavedViewBody},
};
use crate::{
    model::{
        classing::Classing,
        id::SourceId,
        saved_view::SavedView,
        source::{Source, SourceKind},
    },
    project::Command,
    words::{Message, Terms},
};

/// What a file holds is not what this program writes: where, as `table row`, or the field inside a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Unsound(pub String);

impl Unsound {
    /// Unsound here.
    pub(super) fn at(place: impl Into<String>) -> Self {
        Self(place.into())
    }

    /// Unsound inside of that.
    pub(super) fn within(self, place: impl std::fmt::Display) -> Self {
        Self(format!("{place}: {}", self.0))
    }
}

fn to_text(form: &impl Serialize) -> Result<String, Unsound> {
    serde_json::to_string(form).map_err(|fault| Unsound::at(fault.to_string()))
}

/// The parser refuses to nest deeper than 128. What is unsound is told by line and column.
fn from_text<T: DeserializeOwned>(text: &str) -> Result<T, Unsound> {
    serde_json::from_str(text).map_err(|fault| Unsound::at(format!("JSON {}:{}", fault.line(), fault.column())))
}

/// A command as text. One nested so deep that it could not be read back is refused.
pub(super) fn command_to_text(command: &Command) -> Result<String, Unsound> {
    if depth(command) > DEEPEST_COMMAND {
        return Err(Unsound::at("together"));
    }
    to_text(&SavedCommand::from(command))
}

const DEEPEST_COMMAND: usize = 40; // two JSON levels each, and the parser stops at 128

fn depth(command: &Command) -> usize {
    match command {
        Command::Together(commands) => 1 + commands.iter().map(depth).max().unwrap_or(0),
        _ => 1,
    }
}

/// A command from its text.
pub(super) fn command_from_text(text: &str) -> Result<Command, Unsound> {
    from_text::<SavedCommand>(text)?.try_into()
}

/// The title of a step as text.
pub(super) fn title_to_text(title: &Message) -> Result<String, Unsound> {
    to_text(&SavedTitle::from(title))
}

/// The title of a step from its text.
pub(super) fn title_from_text(text: &str) -> Result<Message, Unsound> {
    from_text::<SavedTitle>(text).map(Message::from)
}

/// A saved view as text.
pub(super) fn view_to_text(view: &SavedView) -> Result<String, Unsound> {
    to_text(&SavedViewBody::from(view))
}

/// A saved view from its text.
pub(super) fn view_from_text(text: &str) -> Result<SavedView, Unsound> {
    from_text::<SavedViewBody>(text)?.try_into()
}

/// A classing as text.
pub(super) fn classing_to_text(classing: &Classing) -> Result<String, Unsound> {
    to_text(&SavedClassing::from(classing))
}

/// A classing from its text.
pub(super) fn classing_from_text(text: &str) -> Result<Classing, Unsound> {
    from_text::<SavedClassing>(text)?.try_into()
}

/// The county's terms as text.
pub(super) fn terms_to_text(terms: &Terms) -> Result<String, Unsound> {
    to_text(&SavedTerms::from(terms))
}

/// The county's terms from their text.
pub(super) fn terms_from_text(text: &str) -> Result<Terms, Unsound> {
    from_text::<SavedTerms>(text).map(Terms::from)
}

/// The code of a kind of source.
pub(super) fn kind_code(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Boundaries => "boundaries",
        SourceKind::Indicators => "indicators",
    }
}

/// The kind behind a code.
pub(super) fn kind_from_code(code: &str) -> Result<SourceKind, Unsound> {
    match code {
        "boundaries" => Ok(SourceKind::Boundaries),
        "indicators" => Ok(SourceKind::Indicators),
        _ => Err(Unsound::at(format!("source kind {code}"))),
    }
}

/// A source in the text of a command.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct SavedSource {
    id: String,
    kind: String,
    file_name: String,
    notice: String,
}

impl From<&Source> for SavedSource {
    fn from(source: &Source) -> Self {
        Self {
            id: source.id.to_string(),
            kind: kind_code(source.kind).to_owned(),
            file_name: source.file_name.clone(),
            notice: source.notice.clone(),
        }
    }
}

impl TryFrom<SavedSource> for Source {
    type Error = Unsound;
    fn try_from(saved: SavedSource) -> Result<Self, Unsound> {
        Ok(Self { id: id_from_hex(&saved.id)?, kind: kind_from_code(&saved.kind)?, file_name: saved.file_name, notice: saved.notice })
    }
}

/// The id behind 64 hexadecimal digits.
fn id_from_hex(text: &str) -> Result<SourceId, Unsound> {
    let unsound = || Unsound::at(format!("source {text}"));
    let mut bytes = [0; 32];
    if text.len() != 64 || !text.bytes().all(|it| it.is_ascii_hexdigit()) {
        return Err(unsound());
    }
    for (at, byte) in (0..).step_by(2).zip(&mut bytes) {
        *byte = text.get(at..at + 2).and_then(|it| u8::from_str_radix(it, 16).ok()).ok_or_else(unsound)?;
    }
    Ok(SourceId(bytes))
}
