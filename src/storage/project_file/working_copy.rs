//! A working copy: the database in the user's data folder in which every step is kept as soon as it is taken.
//!
//! **Promise.** `copy.planraum` is there only once it is complete. It survives any end of the process.
//! **Not here.** What is done with it: see `store`.

use std::{
    ffi::OsString,
    fs::{self, File},
    path::{Path, PathBuf},
};

use rusqlite::{Connection, OptionalExtension, params_from_iter, types::Value};

use super::{
    schema,
    seal::{self, Part},
    trouble::{Fallback, Fault, Kind, Trouble},
    upgrade,
    workplace::{self, Workplace},
};
use crate::storage::causes::of_system;

/// SHA-256 of a whole file.
pub(super) type Hash = [u8; 32];

/// What a working copy knows of itself.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Record {
    /// The file it belongs to.
    pub origin: Option<PathBuf>,
    /// That file as it was when opened or last saved.
    pub origin_hash: Option<Hash>,
    /// The number of the last step that is done.
    pub cursor: i64,
    /// The step at which the project's tables stand.
    pub checkpoint: i64,
    /// The step at which the file was saved or opened; none if it never was.
    pub saved: Option<i64>,
    /// A save that is under way: the step, and the hash of the file that is about to be put down.
    pub pending: Option<(i64, Hash)>,
    /// When the last step was taken.
    pub changed_at: String,
}

impl Record {
    /// Whether the file holds what the working copy holds.
    pub(super) fn is_saved(&self) -> bool {
        self.saved == Some(self.cursor)
    }

    /// Reads it.
    pub(super) fn read(from: &Connection) -> Result<Self, Fault> {
        let (values, record, sealed) = Self::row(from)?;
        if seal::sum(values.iter().map(Into::into)).as_slice() != sealed {
            return Err(Fault::Altered(Part::Working));
        }
        Ok(record)
    }

    /// The row as it stands: its values, what they say, and the sum that it carries.
    fn row(from: &Connection) -> rusqlite::Result<(Vec<Value>, Self, Vec<u8>)> {
        let query =
            "SELECT origin, origin_hash, cursor, checkpoint, saved, pending, pending_hash, changed_at, sum FROM working WHERE one = 1";
        from.query_row(query, [], |row| {
            let (pending, pending_hash): (Option<i64>, Option<Hash>) = (row.get(5)?, row.get(6)?);
            let record = Self {
                origin: row.get::<_, Option<Vec<u8>>>(0)?.map(path_from_bytes),
                origin_hash: row.get(1)?,
                cursor: row.get(2)?,
                checkpoint: row.get(3)?,
                saved: row.get(4)?,
                pending: pending.zip(pending_hash),
                changed_at: row.get(7)?,
            };
            Ok(((0..8).map(|it| row.get(it)).collect::<Result<_, _>>()?, record, row.get(8)?))
        })
    }

    /// Writes it in place of the former one.
    pub(super) fn write(&self, to: &Connection) -> rusqlite::Result<()> {
        let bytes = |hash: Hash| hash.to_vec();
        let (pending, pending_hash) = self.pending.unzip();
        let values: [Value; 8] = [
            self.origin.as_ref().map(|it| it.as_os_str().as_encoded_bytes().to_vec()).into(),
            self.origin_hash.map(bytes).into(),
            self.cursor.into(),
            self.checkpoint.into(),
            self.saved.into(),
            pending.into(),
            pending_hash.map(bytes).into(),
            self.changed_at.clone().into(),
        ];
        let sum = Value::from(seal::sum(values.iter().map(Into::into)).to_vec());
        let mut put = to.prepare_cached("INSERT OR REPLACE INTO working VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")?;
        put.execute(params_from_iter(values.into_iter().chain([sum]))).map(|_| ())
    }

    /// Gives the record its sum, for one of a version that had none; a file that is no working copy has no record.
    pub(super) fn seal(to: &Connection) -> Result<(), Fault> {
        match Self::row(to).optional()? {
            Some((_, record, _)) => Ok(record.write(to)?),
            None => Ok(()),
        }
    }
}

#[cfg(unix)]
fn path_from_bytes(bytes: Vec<u8>) -> PathBuf {
    <OsString as std::os::unix::ffi::OsStringExt>::from_vec(bytes).into()
}

#[cfg(not(unix))]
fn path_from_bytes(bytes: Vec<u8>) -> PathBuf {
    OsString::from(String::from_utf8_lossy(&bytes).into_owned()).into()
}

/// A working copy that this process holds.
pub(super) struct WorkingCopy {
    /// The database. Before `alive`, so that it is closed before it is let go.
    pub database: Connection,
    /// Its folder.
    pub folder: PathBuf,
    alive: File,
}

/// The name of the database in the folder of a working copy.
pub(super) const COPY: &str = "copy.planraum";
const DRAFT: &str = "draft.planraum";
const ALIVE: &str = "alive";

/// A folder in which a working copy is being made; it leaves again unless the copy is completed.
pub(super) struct Making {
    folder: PathBuf,
    alive: Option<File>,
}

impl Making {
    /// A new folder, held.
    pub(super) fn begin(workplace: &Workplace) -> Result<Self, Trouble> {
        let folder = workplace.working().join(workplace::unique_name());
        let _doorkeeper = workplace.doorkeeper().map_err(Trouble::no_workplace(&folder))?; // see `abandoned`
        fs::create_dir(&folder).map_err(Trouble::no_workplace(&folder))?;
        let alive = workplace::claim_new(&folder.join(ALIVE)).map_err(Trouble::no_workplace(&folder))?;
        Ok(Self { folder, alive: Some(alive) })
    }

    /// Where the database is made, before it gets its name.
    pub(super) fn draft(&self) -> PathBuf {
        self.folder.join(DRAFT)
    }

    /// Gives a complete database its name; from now on it lasts.
    pub(super) fn complete(mut self, draft: &Path) -> Result<WorkingCopy, Trouble> {
        let (folder, copy) = (self.folder.clone(), self.folder.join(COPY));
        fs::rename(draft, &copy).map_err(Trouble::no_workplace(&folder))?;
        for names in [&folder, folder.parent().unwrap_or(&folder)] {
            // A system that can't sync folders (Windows) keeps names by itself.
            let _ = File::open(names).and_then(|it| it.sync_all());
        }
        let database = schema::connect(&copy).map_err(Trouble::not_kept(&copy))?;
        let alive = self.alive.take().ok_or_else(|| Trouble::new(Kind::NoWorkingCopy, &folder))?;
        Ok(WorkingCopy { database, folder, alive })
    }
}

impl Drop for Making {
    fn drop(&mut self) {
        if self.alive.take().is_some() {
            let _ = fs::remove_dir_all(&self.folder);
        }
    }
}

impl WorkingCopy {
    /// Holds a working copy that is there, and checks it. `None` if somebody works on it.
    pub(super) fn hold(folder: &Path) -> Result<Option<Self>, Trouble> {
        let copy = folder.join(COPY);
        let gone = |fault: std::io::Error| Trouble::new(Kind::NoWorkingCopy, folder).because(of_system(&fault));
        let Some(alive) = workplace::claim(&folder.join(ALIVE)).map_err(gone)? else { return Ok(None) };
        if !copy.exists() {
            return Err(Trouble::new(Kind::NoWorkingCopy, folder));
        }
        let mut database = schema::connect(&copy).map_err(|it| Trouble::damaged(&copy)(Fault::from(it)).of_copy(Fallback::Unknown))?;
        let version = database.query_row("PRAGMA user_version", [], |row| row.get::<_, i64>(0));
        if version.as_ref().is_ok_and(|it| *it > i64::from(schema::VERSION)) {
            return Err(Trouble::new(Kind::Newer(None), &copy));
        }
        if let Some(older) = version.ok().and_then(|it| u32::try_from(it).ok()).filter(|it| *it < schema::VERSION) {
            schema::check(&database, older).map_err(|it| Trouble::damaged(&copy)(it).of_copy(Fallback::Unknown))?;
            drop(database);
            database = bring_up_to_date(&copy, older)?;
        }
        Ok(Some(Self { database, folder: folder.to_owned(), alive }))
    }

    /// The database's path, for messages.
    pub(super) fn path(&self) -> PathBuf {
        self.folder.join(COPY)
    }

    /// Takes it away for good.
    pub(super) fn remove(self) -> Result<(), Trouble> {
        let Self { database, folder, alive } = self;
        drop(database);
        fs::remove_file(folder.join(COPY)).map_err(Trouble::no_workplace(&folder))?;
        drop(alive);
        fs::remove_dir_all(&folder).map_err(Trouble::no_workplace(&folder))
    }
}

/// Brings a working copy that an older version left behind up to this one: on a copy, which then takes its place at once.
fn bring_up_to_date(copy: &Path, from: u32) -> Result<Connection, Trouble> {
    let draft = copy.with_file_name(DRAFT);
    let left_over = [draft.clone(), draft.with_extension(format!("version-{}", schema::VERSION))]; // of a process that was killed here
    left_over.iter().for_each(|it| _ = fs::remove_file(it));
    fs::copy(copy, &draft).map_err(Trouble::no_workplace(copy))?;
    let newest = upgrade::upgrade(draft, from, copy)?;
    fs::rename(&newest, copy).map_err(Trouble::no_workplace(copy))?;
    let _ = copy.parent().map(|it| File::open(it).and_then(|it| it.sync_all())); // Windows keeps names by itself
    schema::connect(copy).map_err(Trouble::not_kept(copy))
}

/// The folders of all working copies, oldest first. What was never completed leaves on the way.
pub(super) fn folders(workplace: &Workplace) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(workplace.working()) else { return Vec::new() };
    let mut folders: Vec<PathBuf> = entries.flatten().map(|it| it.path()).filter(|it| it.is_dir()).collect();
    folders.sort();
    folders.retain(|folder| folder.join(COPY).exists() || remove_if_abandoned(folder, workplace));
    folders
}

/// Removes a folder in which nobody makes a copy any more; always `false`: there is nothing to be found in it.
fn remove_if_abandoned(folder: &Path, workplace: &Workplace) -> bool {
    let _doorkeeper = workplace.doorkeeper();
    let held = workplace::claim(&folder.join(ALIVE)).is_ok_and(|it| it.is_none());
    if !held && !folder.join(COPY).exists() {
        let _ = fs::remove_dir_all(folder);
    }
    false
}
