//! What went wrong with a project file: which file, where in it, what, and what to do now.

use std::{
    io,
    path::{Path, PathBuf},
};

use super::{lock::Holder, saved::Unsound, seal::Part};
use crate::{
    say,
    storage::causes::{of_check, of_database, of_system},
    words::Message,
};

/// A refusal of this room. Whatever it is about is as it was before.
#[derive(Debug, Clone, PartialEq)]
pub struct Trouble {
    /// Which file or folder.
    pub path: PathBuf,
    /// Which kind, for whoever has to decide what to offer.
    pub kind: Kind,
    /// What the system or the database said, if it said anything.
    pub detail: Option<Message>,
    /// If it is a working copy that is damaged, and not the project's file: where the work is to be found all the same.
    pub copy: Option<Box<Fallback>>,
    /// The folder in which former versions of the file are, if there are any.
    pub backups: Option<Box<PathBuf>>,
}

/// Where the work is that a damaged working copy holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Fallback {
    /// The project is still open, and can be saved.
    Open,
    /// Nobody can say whether there is a file of it.
    Unknown,
    /// It was never saved.
    NoFile,
    /// In this file, which can be opened; so many changes are not in it.
    File(PathBuf, usize),
    /// Nowhere: this is its file, and it can't be opened either.
    Unreadable(PathBuf),
    /// What was saved is open; what came since is missing from it.
    Beside,
}

impl Fallback {
    fn remedy(&self, backups: Option<&Path>) -> Message {
        match self {
            Self::Open => say!("project-file-remedy-copy-open"),
            Self::Unknown => say!("project-file-remedy-copy-unknown"),
            Self::NoFile => say!("project-file-remedy-copy-without-file"),
            Self::File(file, count) => say!("project-file-remedy-copy-of-file", file = file.display().to_string(), count = *count),
            Self::Unreadable(file) => {
                let file = file.display().to_string();
                match backups.map(|it| it.display().to_string()) {
                    Some(folder) => say!("project-file-remedy-copy-file-too-backups", file, folder),
                    None => say!("project-file-remedy-copy-file-too", file),
                }
            }
            Self::Beside => say!("project-file-remedy-copy-beside"),
        }
    }
}

/// The kinds of trouble.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// The file can't be read.
    Unreadable,
    /// It is a folder, a pipe or a device.
    NotAFile,
    /// The file is no project of Planraum.
    NotAProject,
    /// The file is larger than any project may be, in bytes.
    TooLarge(u64),
    /// The project has become larger than any file of it may be, in bytes.
    Outgrown(u64),
    /// The file was written by a newer version of the program; which one is needed, if the file says so.
    Newer(Option<String>),
    /// The file is damaged; where, as `table row`.
    Damaged(String),
    /// What stands in a part of the file is not what was written; the sum says so.
    Altered(Part),
    /// A source that the project uses isn't in the file, or not as it was.
    SourceMissing(String),
    /// The file can't be written; how many bytes it needs, if it came to that.
    Unwritable(Option<u64>),
    /// Somebody else saved the file since it was opened.
    ChangedMeanwhile,
    /// Somebody else has the file open.
    Locked(Box<Holder>),
    /// Somebody else took the file over while it was open here.
    TakenOver(Box<Holder>),
    /// Another window here is about to open or save the file and doesn't come to an end.
    Busy,
    /// A file lies where nobody agreed to replace one; whether it is a project of ours.
    Exists(bool),
    /// The project has no file yet.
    NoFileYet,
    /// The folder for working copies can't be used.
    NoWorkplace,
    /// The working copy isn't there (any more).
    NoWorkingCopy,
    /// The working copy is open in another window.
    WorkingCopyInUse,
    /// A change could not be kept in the working copy.
    NotKept,
    /// The planner stopped it.
    Stopped,
    /// The change does not fit the project as it is kept; why.
    OutOfStep(Message),
}

impl Trouble {
    /// Trouble with a file.
    pub(super) fn new(kind: Kind, path: &Path) -> Self {
        Self { path: path.to_owned(), kind, detail: None, copy: None, backups: None }
    }

    /// The same with what the system said.
    pub(super) fn because(mut self, detail: Message) -> Self {
        self.detail = Some(detail);
        self
    }

    /// The same with where former versions of the file are.
    pub(super) fn with_backups(self, backups: Option<PathBuf>) -> Self {
        Self { backups: backups.map(Box::new), ..self }
    }

    /// The same of a working copy.
    pub(super) fn of_copy(mut self, fallback: Fallback) -> Self {
        self.copy = Some(Box::new(fallback));
        self
    }

    /// The file can't be read.
    pub(super) fn unreadable(path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |fault| Self::new(Kind::Unreadable, path).because(of_system(&fault))
    }

    /// The folder for working copies can't be used.
    pub(super) fn no_workplace(path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |fault| Self::new(Kind::NoWorkplace, path).because(of_system(&fault))
    }

    /// The database would not keep something.
    pub(super) fn not_kept(path: &Path) -> impl FnOnce(rusqlite::Error) -> Self {
        move |fault| Self::new(Kind::NotKept, path).because(of_database(&fault))
    }

    /// The database would not be read.
    pub(super) fn damaged(path: &Path) -> impl FnOnce(Fault) -> Self {
        move |fault| match fault {
            Fault::Unsound(Unsound(place)) => Self::new(Kind::Damaged(place), path),
            // what is read and made lies in the workplace: where it can't be written, no project is damaged
            Fault::Database(fault) if is_unwritable(&fault) => Self::new(Kind::NoWorkplace, path).because(of_database(&fault)),
            Fault::Database(fault) => Self::new(Kind::Damaged(String::new()), path).because(of_database(&fault)),
            Fault::Pages(answer) => Self::new(Kind::Damaged(String::new()), path).because(of_check(&answer)),
            Fault::Altered(part) => Self::new(Kind::Altered(part), path),
            Fault::SourceMissing(source) => Self::new(Kind::SourceMissing(source), path),
        }
    }

    /// Whether it is a file by whose name one expects a project.
    fn is_called_project(&self) -> bool {
        super::is_called_project(&self.path)
    }

    /// What is wrong, in one sentence.
    pub fn cause(&self) -> Message {
        match &self.kind {
            Kind::Damaged(place) if self.copy.is_some() && place.is_empty() => say!("project-file-copy-damaged"),
            Kind::Damaged(place) if self.copy.is_some() => say!("project-file-copy-damaged-at", place = super::place::said(place)),
            Kind::Altered(part) if self.copy.is_some() => say!("project-file-copy-altered", part = part.message()),
            Kind::Unreadable => say!("project-file-unreadable"),
            Kind::NotAFile => say!("project-file-not-a-file"),
            Kind::NotAProject if self.is_called_project() => say!("project-file-no-project-any-more"),
            Kind::NotAProject => say!("project-file-not-a-project"),
            Kind::TooLarge(bytes) => say!("project-file-too-large", megabytes = bytes / 1_000_000),
            Kind::Outgrown(bytes) => say!("project-file-outgrown", megabytes = bytes / 1_000_000),
            Kind::Newer(Some(version)) => say!("project-file-newer", version),
            Kind::Newer(None) => say!("project-file-newer-unknown"),
            Kind::Damaged(place) if place.is_empty() => say!("project-file-damaged"),
            Kind::Damaged(place) => say!("project-file-damaged-at", place = super::place::said(place)),
            Kind::Altered(part) => say!("project-file-altered", part = part.message()),
            Kind::SourceMissing(source) => say!("project-file-source-missing", source),
            Kind::Unwritable(Some(bytes)) => say!("project-file-unwritable", kilobytes = bytes.div_ceil(1_000)),
            Kind::Unwritable(None) => say!("project-file-write-protected"),
            Kind::ChangedMeanwhile => say!("project-file-changed-meanwhile"),
            Kind::Locked(holder) => holder.sentence(),
            Kind::TakenOver(holder) => say!("project-file-taken-over", holder = holder.sentence()),
            Kind::Busy => say!("project-file-busy"),
            Kind::Exists(true) => say!("project-file-exists"),
            Kind::Exists(false) => say!("project-file-exists-other"),
            Kind::NoFileYet => say!("project-file-no-file-yet"),
            Kind::NoWorkplace => say!("project-file-no-workplace"),
            Kind::NoWorkingCopy => say!("project-file-no-working-copy"),
            Kind::WorkingCopyInUse => say!("project-file-working-copy-in-use"),
            Kind::NotKept => say!("project-file-not-kept"),
            Kind::Stopped => say!("storage-stopped"),
            Kind::OutOfStep(reason) => say!("project-file-out-of-step", reason),
        }
    }

    /// What to do now, in one sentence.
    pub fn remedy(&self) -> Message {
        match &self.kind {
            Kind::NotAProject | Kind::TooLarge(_) | Kind::Damaged(_) | Kind::Altered(_) | Kind::SourceMissing(_)
                if self.copy.is_none() && self.backups.is_some() =>
            {
                let folder = self.backups.as_ref().map(|it| it.display().to_string()).unwrap_or_default();
                say!("project-file-remedy-backups", folder)
            }
            Kind::Unreadable => say!("project-file-remedy-readable"),
            Kind::NotAProject if self.is_called_project() => say!("project-file-remedy-backup"),
            Kind::NotAFile | Kind::NotAProject => say!("project-file-remedy-other-file"),
            Kind::Damaged(_) | Kind::Altered(_) | Kind::SourceMissing(_) => {
                let backups = self.backups.as_ref().map(|it| it.as_path());
                self.copy.as_ref().map_or_else(|| say!("project-file-remedy-backup"), |it| it.remedy(backups))
            }
            Kind::TooLarge(_) => say!("project-file-remedy-backup"),
            Kind::Outgrown(_) => say!("project-file-remedy-outgrown"),
            Kind::Newer(_) => say!("project-file-remedy-update"),
            Kind::Unwritable(_) => say!("project-file-remedy-other-place"),
            Kind::ChangedMeanwhile | Kind::TakenOver(_) => say!("project-file-remedy-compare"),
            Kind::Busy => say!("project-file-remedy-busy"),
            Kind::Exists(_) => say!("project-file-remedy-other-name"),
            Kind::Locked(_) => say!("project-file-remedy-wait"),
            Kind::NoFileYet => say!("project-file-remedy-save-as"),
            Kind::NoWorkplace | Kind::NotKept => say!("project-file-remedy-workplace"),
            Kind::NoWorkingCopy => say!("project-file-remedy-open-again"),
            Kind::WorkingCopyInUse => say!("project-file-remedy-other-window"),
            Kind::OutOfStep(_) => say!("project-file-remedy-restart"),
            Kind::Stopped => say!("storage-remedy-none"),
        }
    }

    /// The latest former version of the file, where the remedy is to open one. Asks the disk.
    pub fn latest_backup(&self) -> Option<PathBuf> {
        let ours =
            matches!(self.kind, Kind::NotAProject | Kind::TooLarge(_) | Kind::Damaged(_) | Kind::Altered(_) | Kind::SourceMissing(_));
        let alone = matches!(self.copy.as_deref(), None | Some(Fallback::Unreadable(_)));
        super::backup::latest(self.backups.as_deref().filter(|_| ours && alone)?)
    }

    /// All of it: what is wrong, what to do, what the system said, the path last.
    pub fn message(&self) -> Message {
        let (cause, remedy, path) = (self.cause(), self.remedy(), self.path.display().to_string());
        match &self.detail {
            Some(detail) => say!("project-file-trouble-detail", cause, remedy, detail, path),
            None => say!("project-file-trouble", cause, remedy, path),
        }
    }
}

impl std::fmt::Display for Trouble {
    /// German, for logs and tests; a window asks for [`Trouble::message`].
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let words = crate::words::Words::new(crate::words::Language::German, &crate::words::Terms::default());
        f.write_str(&words.tell(&self.message()))
    }
}

impl std::error::Error for Trouble {}

/// Whether SQLite could not write: the disk is full, protected, or fails (`SQLITE_IOERR_WRITE`, `_FSYNC`, `_DIR_FSYNC`, `_TRUNCATE`).
fn is_unwritable(fault: &rusqlite::Error) -> bool {
    use rusqlite::ErrorCode as Code;
    let writing = |code: i32| [778, 1034, 1290, 1546].contains(&code);
    let extended = fault.sqlite_error().is_some_and(|it| writing(it.extended_code));
    extended || matches!(fault.sqlite_error_code(), Some(Code::DiskFull | Code::ReadOnly | Code::CannotOpen | Code::PermissionDenied))
}

/// What reading or writing tables can meet.
#[derive(Debug)]
pub(super) enum Fault {
    /// A row is not what this program writes.
    Unsound(Unsound),
    /// SQLite's own check found something; its answer.
    Pages(String),
    /// SQLite refused.
    Database(rusqlite::Error),
    /// What stands in a part is not what was written.
    Altered(Part),
    /// A source that is used has no block, or a wrong one.
    SourceMissing(String),
}

impl From<Unsound> for Fault {
    fn from(unsound: Unsound) -> Self {
        Self::Unsound(unsound)
    }
}

impl From<rusqlite::Error> for Fault {
    fn from(fault: rusqlite::Error) -> Self {
        Self::Database(fault)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A full disk was called a damaged project, and the planner sent to the backup.
    #[test]
    fn what_cannot_be_written_is_not_damaged() {
        for (code, kind) in [
            (13, Kind::NoWorkplace),
            (778, Kind::NoWorkplace),
            (8, Kind::NoWorkplace),
            (14, Kind::NoWorkplace),
            (11, Kind::Damaged(String::new())),
            (26, Kind::Damaged(String::new())),
            (266, Kind::Damaged(String::new())), // it can't be read
        ] {
            let fault = rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(code), None);
            assert_eq!(Trouble::damaged(Path::new("p.planraum"))(fault.into()).kind, kind, "{code}");
        }
    }
}
