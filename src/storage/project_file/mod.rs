//! Project files: the `*.planraum` file, the working copy beside it in the user's data folder, and what stands between the two.
//!
//! A project file is never worked on. Opening copies it into a **working copy** (SQLite, one connection, every step durable at once);
//! *Save* makes a complete new file and puts it in the old one's place. A **lock** beside the file tells colleagues who has it open.
//!
//! Reading order: `schema` (tables, checks), `upgrade`, `saved` (forms), `state`, `steps`, `block` (rows), `seal` (their sums), `cut` (what of the steps is lost), `rescue` (what is whole of a damaged copy), `workplace`, `working_copy`,
//! `lock`, `backup` (what saves replaced), `save`, `saving`, `store` (an open project), `open` and `unfinished` (the door).
//!
//! **Promise.** An acknowledged step survives any end of the process. A file is the old one or the new one, whole. A hostile file is refused.
//! **Not here.** What a source block holds (`storage::source_block`), when to save (`desk`), threads and dialogs (`app`).

mod backup;
mod block;
mod cut;
mod files;
mod lock;
mod open;
mod place;
mod rescue;
mod save;
mod saved;
mod saving;
mod schema;
mod seal;
mod state;
mod steps;
mod store;
mod trouble;
mod unfinished;
mod upgrade;
mod working_copy;
mod workplace;

#[cfg(test)]
mod any;
#[cfg(test)]
mod tests;

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

pub use block::{Blocks, source_id};
pub use cut::Forgotten;
pub use files::{Disk, Files, Sink};
pub use lock::Holder;
pub use rescue::Rescued;
pub use saving::{Landed, Replaces, Saving};
pub(super) use schema::APPLICATION_ID;
pub use seal::Part;
pub use store::{ProjectStore, real_path};
pub use trouble::{Fallback, Kind, Trouble};

use self::workplace::Workplace;
use crate::{
    project::{Project, history::History},
    words::Message,
};

/// The door to project files: knows the folder of the working copies.
#[derive(Clone)]
pub struct ProjectFiles {
    workplace: Arc<Workplace>,
}

/// How a file is to be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum How {
    /// To edit, or for reading where somebody else has it open.
    #[default]
    Edit,
    /// For reading; *save as* stays possible.
    Read,
    /// To edit, whoever has it open: for a lock whose holder is known never to come back.
    TakeOver,
}

/// Whether *Save* may write to the file.
#[derive(Debug, Clone, PartialEq)]
pub enum Access {
    /// The lock is ours, or there is no file yet.
    Edit,
    /// Opened for reading, as asked.
    ReadAsAsked,
    /// Somebody else has it open.
    ReadBecauseOpen(Holder),
    /// Nothing can be written there; why, as half a sentence.
    ReadBecauseUnwritable(Message),
}

/// An open project.
pub struct Opened {
    /// The project as it stands.
    pub project: Project,
    /// Its steps; empty for a file that was never opened on this computer.
    pub history: History,
    /// The bytes of the sources that it uses, each checked against its id.
    pub blocks: Blocks,
    /// What keeps every further step.
    pub store: ProjectStore,
    /// Whether *Save* may write to the file.
    pub access: Access,
    /// The version that the file was written in, if it was an older one; the file itself stays as it is until *Save*.
    pub upgraded_from: Option<u32>,
    /// Working copies of the same file with changes that were never saved.
    pub unfinished: Vec<Unfinished>,
    /// What of its history could not be read and was forgotten.
    pub forgotten: Vec<Forgotten>,
    /// What it was rescued from, if the working copy that was to be resumed is damaged.
    pub rescued: Option<Rescued>,
}

/// Whether a file is named as projects are, whatever is in it.
pub fn is_called_project(path: &Path) -> bool {
    path.extension().is_some_and(|it| it.eq_ignore_ascii_case("planraum"))
}

/// A working copy with changes that are in no file, and nobody working on it.
#[derive(Debug, Clone, PartialEq)]
pub struct Unfinished {
    /// Where it lies; what [`ProjectFiles::resume`] and [`ProjectFiles::discard`] ask for.
    pub folder: PathBuf,
    /// The project's name; empty if it can't be read.
    pub name: String,
    /// The file it belongs to, if it ever had one.
    pub file: Option<PathBuf>,
    /// When the last step was taken.
    pub changed_at: String,
    /// How many of its steps are in no file.
    pub steps: usize,
    /// What the last of them was, if there is one.
    pub last: Option<Message>,
    /// What is damaged in it, if anything is.
    pub trouble: Option<Trouble>,
    /// Whether something whole of a damaged one opens all the same. Of one that says nothing of itself that is found out only where
    /// its file is opened.
    pub rescuable: bool,
}

/// A project that was read without opening it.
#[derive(Debug)]
pub struct Read {
    /// The project.
    pub project: Project,
    /// The bytes of its sources.
    pub blocks: Blocks,
    /// When it was last changed (`2026-11-23T14:32`).
    pub changed_at: String,
}
