//! Making, opening and reading projects: a file is copied into the workplace, checked there, and worked on there.

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
    sync::Arc,
};

use rusqlite::Connection;

use super::{
    Access, Blocks, Disk, Files, How, Opened, ProjectFiles, ProjectStore, Read, Unfinished, backup, block,
    lock::{self, Denied, ProjectLock, beside},
    save, schema, state,
    store::{Kept, real_path},
    trouble::{Fault, Kind, Trouble},
    upgrade,
    working_copy::{self, Hash, Making, Record, WorkingCopy},
    workplace::Workplace,
};
use crate::{
    project::Project,
    say,
    storage::{
        causes::of_system,
        watch::{Watch, is_stopped},
    },
};

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
        self.open_watched(path, how, &Watch::default())
    }

    /// The same, watched.
    pub fn open_watched(&self, path: &Path, how: How, watch: &Watch) -> Result<Opened, Trouble> {
        let path = real_path(path);
        let how = if backup::is_one(&path, &self.workplace) { How::Read } else { how };
        self.open_there(&path, how, watch).map_err(|it| it.with_backups(backup::found(&path, &self.workplace)))
    }

    fn open_there(&self, path: &Path, how: How, watch: &Watch) -> Result<Opened, Trouble> {
        look_at(path)?;
        let (lock, access) = self.lock(path, how)?;
        let (mut kept, upgraded_from) = match self.with_history(path)? {
            Some(kept) => (kept, schema::older(path)),
            None => self.fresh(path, watch)?,
        };
        kept.store.lock(lock);
        self.tidy();
        Ok(opened(kept, access, upgraded_from, self.unfinished_of(path)))
    }

    pub(super) fn lock(&self, path: &Path, how: How) -> Result<(Option<ProjectLock>, Access), Trouble> {
        let metadata = fs::metadata(path).map_err(Trouble::unreadable(path))?;
        if how == How::Read {
            return Ok((None, Access::ReadAsAsked));
        }
        if metadata.permissions().readonly() {
            return Ok((None, Access::ReadBecauseUnwritable(say!("storage-io-read-only"))));
        }
        Ok(match ProjectLock::take(path, &self.workplace, how == How::TakeOver) {
            Ok(lock) => {
                // Whoever may write clears away what a save that was killed left behind, opening and resuming alike.
                let _ = self.workplace.files.remove(&beside(path, "neu"));
                (Some(lock), Access::Edit)
            }
            Err(Denied::Held(holder)) => (None, Access::ReadBecauseOpen(*holder)),
            Err(Denied::Busy) => return Err(Trouble::new(Kind::Busy, path)),
            Err(Denied::Unwritable(fault)) => (None, Access::ReadBecauseUnwritable(of_system(&fault))),
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

    fn fresh(&self, path: &Path, watch: &Watch) -> Result<(Kept, Option<u32>), Trouble> {
        let making = Making::begin(&self.workplace)?;
        let (draft, hash, version) = self.checked_copy(path, &making.draft(), watch)?;
        let begin = || -> Result<(), Fault> {
            let database = schema::connect(&draft)?;
            let changed_at = state::changed_at(&database)?;
            let transaction = database.unchecked_transaction()?;
            // A working copy that somebody gave away as a project: its history stays behind.
            transaction.execute_batch("DELETE FROM step; DELETE FROM working; DELETE FROM sqlite_sequence;")?;
            let origin = Some(path.to_owned());
            Record { origin, origin_hash: Some(hash), saved: Some(0), changed_at, ..Record::default() }.write(&transaction)?;
            Ok(transaction.commit()?)
        };
        begin().map_err(Trouble::damaged(path))?;
        let copy = making.complete(&draft)?;
        let folder = copy.folder.clone();
        let kept = ProjectStore::read(copy, Arc::clone(&self.workplace)).map_err(|trouble| {
            let _ = fs::remove_dir_all(&folder); // nothing was done in it yet
            Trouble { path: path.to_owned(), copy: None, ..trouble }
        })?;
        Ok((kept, (version < schema::VERSION).then_some(version)))
    }

    /// Copies a file into the workplace, checks the copy and brings it up to this version. Gives its place, hash and first version.
    fn checked_copy(&self, path: &Path, draft: &Path, watch: &Watch) -> Result<(PathBuf, Hash, u32), Trouble> {
        let size = look_at(path)?;
        let mut from = self.workplace.files.open(path).map_err(Trouble::unreadable(path))?;
        let mut to = fs::File::create_new(draft).map_err(Trouble::no_workplace(draft))?;
        let mut sink = Copied { to: &mut to, fault: None };
        let copied = save::copy(&mut from, &mut sink, &mut |done| watch.at(done, size));
        let unwritten = sink.fault.take();
        let hash = copied.map_err(|fault| match (unwritten, is_stopped(&fault)) {
            (Some(unwritten), _) => Trouble::no_workplace(draft)(unwritten),
            (None, true) => Trouble::new(Kind::Stopped, path),
            (None, false) => Trouble::unreadable(path)(fault),
        })?;
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
        self.read_there(&path).map_err(|it| it.with_backups(backup::found(&path, &self.workplace)))
    }

    fn read_there(&self, path: &Path) -> Result<Read, Trouble> {
        let making = Making::begin(&self.workplace)?;
        let (draft, _, _) = self.checked_copy(path, &making.draft(), &Watch::default())?;
        let read = || -> Result<Read, Fault> {
            let database: Connection = schema::connect(&draft)?;
            let project = state::read(&database)?;
            let blocks = block::get_all(&database, state::needed(&project))?;
            Ok(Read { project, blocks, changed_at: state::changed_at(&database)? })
        };
        read().map_err(Trouble::damaged(path))
    }
}

/// A copy in the workplace, which keeps in mind why it could not be written: then the file itself is not what can't be read.
struct Copied<'a> {
    to: &'a mut fs::File,
    fault: Option<io::Error>,
}

impl Write for Copied<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.to.write_all(bytes).map(|()| bytes.len()).map_err(|fault| {
            self.fault = Some(fault);
            io::ErrorKind::WriteZero.into()
        })
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

/// What can be seen of a file before anything is copied: it is a plain file (a pipe would keep us waiting, a device would fill the
/// disk), no larger than a project may be, and calls itself one. Gives its size.
fn look_at(path: &Path) -> Result<u64, Trouble> {
    let about = fs::metadata(path).map_err(Trouble::unreadable(path))?;
    if !about.is_file() {
        return Err(Trouble::new(Kind::NotAFile, path));
    }
    if about.len() > schema::MOST_BYTES {
        return Err(Trouble::new(Kind::TooLarge(about.len()), path));
    }
    if fs::File::open(path).is_ok() && !schema::is_project(path) {
        return Err(Trouble::new(Kind::NotAProject, path));
    }
    Ok(about.len())
}

pub(super) fn opened(kept: Kept, access: Access, upgraded_from: Option<u32>, unfinished: Vec<Unfinished>) -> Opened {
    let Kept { store, history, blocks, forgotten } = kept;
    Opened { project: store.project().clone(), history, blocks, store, access, upgraded_from, unfinished, forgotten, rescued: None }
}
