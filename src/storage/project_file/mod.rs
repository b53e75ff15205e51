//! Project files: the `*.planraum` file, the working copy beside it in the user's data folder, and what stands between the two.
//!
//! A project file is never worked on. Opening copies it into a **working copy** (SQLite, one connection, every step durable at once);
//! *Save* makes a complete new file and puts it in the old one's place. A **lock** beside the file tells colleagues who has it open.
//!
//! Reading order: `schema` (tables, checks), `upgrade`, `saved` (forms), `state`, `steps`, `block` (rows), `workplace`, `working_copy`,
//! `lock`, `save`, `store` (an open project), and here the door.
//!
//! **Promise.** An acknowledged step survives any end of the process. A file is the old one or the new one, whole. A hostile file is refused.
//! **Not here.** What a source block holds (`storage::source_block`), when to save (`desk`), threads and dialogs (`app`).

mod block;
mod files;
mod lock;
mod save;
mod saved;
mod schema;
mod state;
mod steps;
mod store;
mod trouble;
mod upgrade;
mod working_copy;
mod workplace;

#[cfg(test)]
mod any;
#[cfg(test)]
mod tests;

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, SystemTime},
};

use rusqlite::Connection;

pub use block::{Blocks, source_id};
pub use files::{Disk, Files, Sink};
pub use lock::Holder;
pub use store::ProjectStore;
pub use trouble::{Kind, Trouble};

use self::{
    lock::{Denied, ProjectLock, beside},
    saved::Unsound,
    store::{Kept, real_path},
    trouble::Fault,
    working_copy::{Hash, Making, Record, WorkingCopy},
    workplace::Workplace,
};
use crate::project::{Project, history::History};

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
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Access {
    /// The lock is ours, or there is no file yet.
    Edit,
    /// Opened for reading, as asked.
    ReadAsAsked,
    /// Somebody else has it open.
    ReadBecauseOpen(Holder),
    /// Nothing can be written there; what the system said.
    ReadBecauseUnwritable(String),
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
    /// How many steps are done in all.
    pub steps: usize,
    /// Why it can't be resumed, if it can't.
    pub trouble: Option<Trouble>,
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

impl ProjectFiles {
    /// In the user's data folder, or in the folder that `PLANRAUM_DATA_DIR` names.
    pub fn new() -> Result<Self, Trouble> {
        let named = std::env::var_os("PLANRAUM_DATA_DIR").filter(|it| !it.is_empty()).map(PathBuf::from);
        let usual = || directories::ProjectDirs::from("", "", "Planraum").map(|it| it.data_local_dir().to_owned());
        let data = named.or_else(usual).ok_or_else(|| Trouble::new(Kind::NoWorkplace, Path::new("")))?;
        Self::in_folder(&data)
    }

    /// In this folder.
    pub fn in_folder(data: &Path) -> Result<Self, Trouble> {
        Self::with_files(data, Arc::new(Disk))
    }

    /// In this folder, touching the files beside a project by other means: tests let each of them fail.
    pub fn with_files(data: &Path, files: Arc<dyn Files>) -> Result<Self, Trouble> {
        let data = std::path::absolute(data).unwrap_or_else(|_| data.to_owned());
        Ok(Self { workplace: Arc::new(Workplace::new(data, files)?) })
    }

    /// A new project without a file. Refused if a source has no block.
    pub fn create(&self, project: &Project, blocks: &Blocks) -> Result<Opened, Trouble> {
        let making = Making::begin(&self.workplace)?;
        let draft = making.draft();
        let make = || -> Result<(), Fault> {
            state::check_rules(project)?;
            let database = schema::create(&draft, schema::TABLES, schema::VERSION)?;
            let (transaction, changed_at) = (database.unchecked_transaction()?, lock::now());
            for bytes in blocks.values() {
                block::put(&transaction, bytes)?;
            }
            block::check_there(&transaction, state::needed(project))?;
            state::write(&transaction, project, &changed_at)?;
            Record { changed_at, ..Record::default() }.write(&transaction)?;
            Ok(transaction.commit()?)
        };
        make().map_err(Trouble::damaged(&draft))?;
        let kept = ProjectStore::read(making.complete(&draft)?, Arc::clone(&self.workplace))?;
        Ok(opened(kept, Access::Edit, None, Vec::new()))
    }

    /// Opens a project file. If this computer still has its history, it comes back with it.
    pub fn open(&self, path: &Path, how: How) -> Result<Opened, Trouble> {
        let path = real_path(path);
        let (lock, access) = self.lock(&path, how)?;
        if lock.is_some() {
            let _ = self.workplace.files.remove(&beside(&path, "neu")); // of a save that was killed
        }
        let (mut kept, upgraded_from) = match self.with_history(&path)? {
            Some(kept) => (kept, None),
            None => self.fresh(&path)?,
        };
        kept.store.lock(lock);
        self.tidy();
        let unfinished = self.unfinished().into_iter().filter(|it| it.file.as_ref() == Some(&path)).collect();
        Ok(opened(kept, access, upgraded_from, unfinished))
    }

    fn lock(&self, path: &Path, how: How) -> Result<(Option<ProjectLock>, Access), Trouble> {
        let metadata = fs::metadata(path).map_err(Trouble::unreadable(path))?;
        if how == How::Read {
            return Ok((None, Access::ReadAsAsked));
        }
        if metadata.permissions().readonly() {
            return Ok((None, Access::ReadBecauseUnwritable(String::new())));
        }
        Ok(match ProjectLock::take(path, &self.workplace, how == How::TakeOver) {
            Ok(lock) => (Some(lock), Access::Edit),
            Err(Denied::Held(holder)) => (None, Access::ReadBecauseOpen(*holder)),
            Err(Denied::Unwritable(fault)) => (None, Access::ReadBecauseUnwritable(fault.to_string())),
        })
    }

    /// The saved working copy of exactly this file that has the most history, if nobody works on it. Others of this file that
    /// are saved have no use any more.
    fn with_history(&self, path: &Path) -> Result<Option<Kept>, Trouble> {
        let hash = save::hash_of(path, self.workplace.files.as_ref())?;
        let mut found = Vec::new();
        for folder in working_copy::folders(&self.workplace) {
            let Ok(Some(copy)) = WorkingCopy::hold(&folder) else { continue };
            let Ok(record) = Record::read(&copy.database) else { continue };
            if record.origin.as_deref() == Some(path) && record.is_saved() {
                found.push((record.origin_hash == hash, record.cursor, copy)); // the cursor counts every step ever taken
            }
        }
        found.sort_by_key(|(same, cursor, _)| (*same, *cursor));
        let best = found.pop_if(|(same, _, _)| *same).map(|(_, _, copy)| copy);
        for (_, _, copy) in found {
            let _ = copy.remove();
        }
        // One that can't be read is no reason not to open the file.
        Ok(best.and_then(|it| ProjectStore::read(it, Arc::clone(&self.workplace)).ok()))
    }

    fn fresh(&self, path: &Path) -> Result<(Kept, Option<u32>), Trouble> {
        let making = Making::begin(&self.workplace)?;
        let (draft, hash, version) = self.checked_copy(path, &making.draft())?;
        let begin = || -> Result<(), Fault> {
            let database = schema::connect(&draft)?;
            let changed_at = state::changed_at(&database)?;
            let transaction = database.unchecked_transaction()?;
            // A working copy that somebody gave away as a project: its history stays behind.
            transaction.execute_batch("DELETE FROM step; DELETE FROM working;")?;
            let origin = Some(path.to_owned());
            Record { origin, origin_hash: Some(hash), saved: Some(0), changed_at, ..Record::default() }.write(&transaction)?;
            Ok(transaction.commit()?)
        };
        begin().map_err(Trouble::damaged(path))?;
        let copy = making.complete(&draft)?;
        let folder = copy.folder.clone();
        let kept = ProjectStore::read(copy, Arc::clone(&self.workplace)).map_err(|trouble| {
            let _ = fs::remove_dir_all(&folder); // nothing was done in it yet
            Trouble { path: path.to_owned(), ..trouble }
        })?;
        Ok((kept, (version < schema::VERSION).then_some(version)))
    }

    /// Copies a file into the workplace, checks the copy and brings it up to this version. Gives its place, hash and first version.
    fn checked_copy(&self, path: &Path, draft: &Path) -> Result<(PathBuf, Hash, u32), Trouble> {
        let size = fs::metadata(path).map_err(Trouble::unreadable(path))?.len();
        if size > schema::MOST_BYTES {
            return Err(Trouble::new(Kind::TooLarge(size), path));
        }
        let mut from = self.workplace.files.open(path).map_err(Trouble::unreadable(path))?;
        let mut to = fs::File::create_new(draft).map_err(Trouble::no_workplace(draft))?;
        let hash = save::copy(&mut from, &mut to).map_err(Trouble::unreadable(path))?;
        to.sync_all().map_err(Trouble::no_workplace(draft))?;
        drop(to);
        let version = schema::check_header(draft, path)?;
        let check = || schema::check(&schema::connect(draft)?, version);
        check().map_err(Trouble::damaged(path))?;
        Ok((upgrade::upgrade(draft.to_owned(), version, path)?, hash, version))
    }

    /// Reads a project without opening it: no lock, no working copy that stays. For the command line, and for looking at another version.
    pub fn read(&self, path: &Path) -> Result<Read, Trouble> {
        let path = real_path(path);
        let making = Making::begin(&self.workplace)?;
        let (draft, _, _) = self.checked_copy(&path, &making.draft())?;
        let read = || -> Result<Read, Fault> {
            let database: Connection = schema::connect(&draft)?;
            let project = state::read(&database)?;
            let blocks = block::get_all(&database, state::needed(&project))?;
            Ok(Read { project, blocks, changed_at: state::changed_at(&database)? })
        };
        read().map_err(Trouble::damaged(&path))
    }

    /// Working copies with changes that are in no file, the latest first: what the next start offers.
    pub fn unfinished(&self) -> Vec<Unfinished> {
        let mut found: Vec<Unfinished> = working_copy::folders(&self.workplace).iter().filter_map(|it| unfinished(it)).collect();
        found.reverse();
        found
    }

    /// Opens an unfinished working copy where it was left. A lock that its last process left behind is taken over.
    pub fn resume(&self, folder: &Path) -> Result<Opened, Trouble> {
        let copy = WorkingCopy::hold(&self.own(folder)?)?.ok_or_else(|| Trouble::new(Kind::WorkingCopyInUse, folder))?;
        let mut kept = ProjectStore::read(copy, Arc::clone(&self.workplace))?;
        kept.store.settle_pending()?;
        let access = match kept.store.file().map(Path::to_owned) {
            None => Access::Edit,
            Some(file) => {
                // The file may be gone or out of reach: the work goes on, and *save as* finds it another place.
                let unreachable = |trouble: Trouble| (None, Access::ReadBecauseUnwritable(trouble.detail.unwrap_or_default()));
                let (lock, access) = self.lock(&file, How::Edit).unwrap_or_else(unreachable);
                kept.store.lock(lock);
                access
            }
        };
        Ok(opened(kept, access, None, Vec::new()))
    }

    /// Throws an unfinished working copy away, for good.
    pub fn discard(&self, folder: &Path) -> Result<(), Trouble> {
        let folder = self.own(folder)?;
        match WorkingCopy::hold(&folder) {
            Ok(Some(copy)) => copy.remove(),
            Ok(None) => Err(Trouble::new(Kind::WorkingCopyInUse, &folder)),
            Err(_) => fs::remove_dir_all(&folder).map_err(Trouble::no_workplace(&folder)),
        }
    }

    /// Only what lies in the workplace is resumed or thrown away.
    fn own(&self, folder: &Path) -> Result<PathBuf, Trouble> {
        let name = folder.file_name().filter(|_| folder.parent() == Some(self.workplace.working().as_path()));
        name.map(|it| self.workplace.working().join(it)).ok_or_else(|| Trouble::new(Kind::NoWorkingCopy, folder))
    }

    /// Saved working copies are kept for their history: the thirty latest, for half a year.
    fn tidy(&self) {
        const KEPT: usize = 30;
        const HALF_A_YEAR: Duration = Duration::from_secs(183 * 24 * 3_600);
        for (number, folder) in working_copy::folders(&self.workplace).into_iter().rev().enumerate() {
            let changed = fs::metadata(folder.join("copy.planraum")).and_then(|it| it.modified());
            let old = changed.is_ok_and(|it| SystemTime::now().duration_since(it).is_ok_and(|age| age > HALF_A_YEAR));
            if number < KEPT && !old {
                continue;
            }
            let Ok(Some(copy)) = WorkingCopy::hold(&folder) else { continue };
            if Record::read(&copy.database).is_ok_and(|it| it.is_saved()) {
                let _ = copy.remove();
            }
        }
    }
}

fn opened(kept: Kept, access: Access, upgraded_from: Option<u32>, unfinished: Vec<Unfinished>) -> Opened {
    let Kept { store, history, blocks } = kept;
    Opened { project: store.project().clone(), history, blocks, store, access, upgraded_from, unfinished }
}

/// What a working copy says of itself; `None` if somebody works on it or everything in it is saved.
fn unfinished(folder: &Path) -> Option<Unfinished> {
    let told = |copy: &WorkingCopy| -> Result<(Record, String, usize), Fault> {
        let record = Record::read(&copy.database)?;
        let name = copy.database.query_row("SELECT name FROM project WHERE one = 1", [], |row| row.get(0))?;
        let query = "SELECT count(*) FROM step WHERE seq <= ?1";
        let steps: i64 = copy.database.query_row(query, [record.cursor], |row| row.get(0))?;
        Ok((record, name, usize::try_from(steps).map_err(|_| Unsound::at("step"))?))
    };
    let unreadable = |trouble| Unfinished {
        folder: folder.to_owned(),
        name: String::new(),
        file: None,
        changed_at: String::new(),
        steps: 0,
        trouble: Some(trouble),
    };
    let copy = match WorkingCopy::hold(folder) {
        Ok(copy) => copy?,
        Err(trouble) => return Some(unreadable(trouble)),
    };
    match told(&copy) {
        Ok((record, _, _)) if record.is_saved() => None,
        Ok((record, name, steps)) => {
            Some(Unfinished { folder: folder.to_owned(), name, file: record.origin, changed_at: record.changed_at, steps, trouble: None })
        }
        Err(fault) => Some(unreadable(Trouble::damaged(&copy.path())(fault))),
    }
}
