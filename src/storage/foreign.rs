//! Foreign databases: opened on a copy of our own, read-only and trusted in nothing.
//!
//! Follows "Defense Against The Dark Arts" (sqlite.org/security.html): the schema is not trusted, views and triggers are
//! switched off, limits are lowered, cell sizes are checked, nothing is mapped into memory, and `quick_check` comes first.
//! **Promise.** The user's file is never opened by SQLite and never changed; a database that keeps its reader busy for too
//! long is interrupted.
//! **Not here.** What tables must look like (`indicators::schema`), our own project file (`project_file`).

use std::{
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
    sync::{
        atomic::{AtomicU64, Ordering},
        mpsc,
    },
    thread,
    time::Duration,
};

use rusqlite::{Connection, ErrorCode, OpenFlags, config::DbConfig, limits::Limit};

use crate::{
    model::finding::{Finding, Severity},
    storage::{
        causes::{of_check, of_database, of_system},
        codes::{self, finding},
        limits::Limits,
        oversize,
        refused::Refused,
        watch::Watch,
    },
    words::{Message, say},
};

/// The first bytes of every SQLite file.
pub const HEADER: &[u8; 16] = b"SQLite format 3\0";

/// A foreign database, open on our own copy. Dropping it closes the copy and removes it.
#[derive(Debug)]
pub struct Foreign {
    connection: Option<Connection>,
    folder: PathBuf,
    _watch: mpsc::Sender<()>, // dropped with us, which ends the watcher
}

impl Foreign {
    /// Opens a database from its bytes and, where it has one, its write-ahead log.
    ///
    /// # Errors
    /// It is no database, it is damaged, or no copy can be made.
    pub fn open(bytes: &[u8], log: Option<&[u8]>, limits: &Limits) -> Result<Self, Refused> {
        if bytes.len() as u64 > limits.file_bytes {
            let message = say!("storage-file-too-large", megabytes = limits.file_bytes / 1_000_000);
            return Err(Refused::new(finding(Severity::Error, codes::FILE_TOO_LARGE, message, say!("storage-remedy-smaller"))));
        }
        if !is_whole(bytes, bytes.len() as u64, log.is_some()) {
            return Err(Refused::new(damage(say!("storage-io-cut-off"))));
        }
        let folder = private_folder().map_err(no_copy)?;
        let (watch, ended) = mpsc::channel();
        let mut foreign = Self { connection: None, folder, _watch: watch };
        let file = foreign.folder.join("copy.sqlite");
        fs::write(&file, bytes).map_err(no_copy)?;
        if let Some(log) = log {
            fs::write(foreign.folder.join("copy.sqlite-wal"), log).map_err(no_copy)?;
        }
        let connection = opened(&file, log.is_some()).map_err(|error| damaged(&error))?;
        watch_over(&connection, ended, Duration::from_secs(limits.seconds));
        foreign.connection = Some(connection);
        foreign.check()?;
        Ok(foreign)
    }

    /// Opens a database file by copying it first.
    ///
    /// # Errors
    /// As [`Self::open`], and where the file cannot be read.
    pub fn open_file(path: &Path, limits: &Limits) -> Result<Self, Refused> {
        Self::open_file_watched(path, limits, &Watch::default())
    }

    /// The same, watched.
    ///
    /// # Errors
    /// As [`Self::open_file`], and where it was stopped.
    pub fn open_file_watched(path: &Path, limits: &Limits, watch: &Watch) -> Result<Self, Refused> {
        let bytes = super::put::read_watched(path, limits, watch)?;
        if bytes.is_empty() {
            let empty = finding(Severity::Error, codes::FILE_EMPTY, say!("storage-file-empty"), say!("storage-remedy-check-export"));
            return Err(Refused::new(empty).of_file(path));
        }
        refuse_half_written(path).map_err(|it| it.of_file(path))?; // after reading: who began to write meanwhile is seen too
        let log = beside(path, "-wal");
        let has_log = fs::metadata(&log).is_ok_and(|it| it.is_file() && it.len() > 0);
        let log = if has_log { Some(super::put::read_watched(&log, limits, watch)?) } else { None };
        Self::open(&bytes, log.as_deref(), limits).map_err(|it| it.of_file(path))
    }

    /// The connection.
    ///
    /// # Errors
    /// None in practice: it is there from the opening to the drop.
    pub fn connection(&self) -> Result<&Connection, Refused> {
        self.connection.as_ref().ok_or_else(|| Refused::new(damage(say!("storage-io-not-found"))))
    }

    fn check(&self) -> Result<(), Refused> {
        let connection = self.connection()?;
        let told: String = connection
            .query_row("PRAGMA quick_check(1)", [], |row| Ok(lossy(row.get_ref(0)?)))
            .map_err(|error| unread(connection, &error))?;
        if told == "ok" { Ok(()) } else { Err(Refused::new(damage(of_check(&told)))) }
    }
}

impl Drop for Foreign {
    fn drop(&mut self) {
        self.connection = None; // first close, then remove
        let _ = fs::remove_dir_all(&self.folder); // a leftover in the folder for temporary files harms nobody
    }
}

/// Whether a database of so many bytes is as long as its header says (sqlite.org/fileformat2.html#the_database_header). SQLite
/// takes what is missing of the last page for zeros, and reads wrong numbers from it. With a write-ahead log only whole pages are
/// asked for: the log has the others.
pub(super) fn is_whole(head: &[u8], size: u64, with_log: bool) -> bool {
    let number = |at: usize| head.get(at..at + 4).and_then(|it| it.try_into().ok()).map_or(0, u32::from_be_bytes);
    let page = match number(16) >> 16 {
        1 => 65_536,
        page @ 512..=32_768 if page.is_power_of_two() => u64::from(page),
        _ => return true, // SQLite itself says what is wrong with it
    };
    let counted = number(24) == number(92) && !with_log;
    let pages = if counted { u64::from(number(28)) } else { 0 };
    size.is_multiple_of(page) && size >= pages * page
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut beside = path.as_os_str().to_owned();
    beside.push(ending);
    beside.into()
}

/// How a rollback journal begins while it is needed: the database beside it is half-written. One that is done with is empty, gone
/// or begins with zeros (sqlite.org/fileformat2.html#the_rollback_journal).
const HOT: &[u8; 8] = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7";

/// Refuses a database that another program is writing, or was writing when it ended. Playing a foreign journal back would be no
/// way out: it may name further files, which SQLite then deletes.
fn refuse_half_written(path: &Path) -> Result<(), Refused> {
    let mut head = [0_u8; 8];
    let journal = beside(path, "-journal");
    let is_file = fs::metadata(&journal).is_ok_and(|it| it.is_file());
    let read = is_file && fs::File::open(journal).and_then(|mut it| it.read_exact(&mut head)).is_ok();
    if !read || head != *HOT {
        return Ok(());
    }
    let (message, remedy) = (say!("storage-database-half-written"), say!("storage-remedy-database-half-written"));
    Err(Refused::new(finding(Severity::Error, codes::DATABASE_HALF_WRITTEN, message, remedy)))
}

fn private_folder() -> io::Result<PathBuf> {
    static NUMBER: AtomicU64 = AtomicU64::new(0);
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    for _ in 0..1_000 {
        let name = format!("planraum-{}-{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
        let folder = std::env::temp_dir().join(name);
        match builder.create(&folder) {
            Ok(()) => return Ok(folder),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

fn opened(file: &Path, with_log: bool) -> rusqlite::Result<Connection> {
    // a write-ahead log can only be read by writing its index; the copy is ours
    let access = if with_log { OpenFlags::SQLITE_OPEN_READ_WRITE } else { OpenFlags::SQLITE_OPEN_READ_ONLY };
    let connection = Connection::open_with_flags(file, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    for (setting, on) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
    ] {
        connection.set_db_config(setting, on)?;
    }
    for (limit, most) in [
        (Limit::SQLITE_LIMIT_LENGTH, oversize::MOST),
        (Limit::SQLITE_LIMIT_SQL_LENGTH, 1_000_000),
        (Limit::SQLITE_LIMIT_COLUMN, 16_384), // SQLite itself may stop earlier
        (Limit::SQLITE_LIMIT_EXPR_DEPTH, 100),
        (Limit::SQLITE_LIMIT_COMPOUND_SELECT, 3),
        (Limit::SQLITE_LIMIT_VDBE_OP, MOST_OPERATIONS),
        (Limit::SQLITE_LIMIT_FUNCTION_ARG, 8),
        (Limit::SQLITE_LIMIT_ATTACHED, 0),
        (Limit::SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50),
        (Limit::SQLITE_LIMIT_VARIABLE_NUMBER, 10),
        (Limit::SQLITE_LIMIT_TRIGGER_DEPTH, 1),
        (Limit::SQLITE_LIMIT_WORKER_THREADS, 0),
    ] {
        connection.set_limit(limit, most)?;
    }
    connection.pragma_update(None, "cell_size_check", true)?;
    connection.query_row("PRAGMA mmap_size=0", [], |_| Ok(())).or_else(|error| match error {
        rusqlite::Error::QueryReturnedNoRows => Ok(()),
        other => Err(other),
    })?;
    connection.pragma_update(None, "query_only", true)?;
    Ok(connection)
}

/// Interrupts the connection when its time is over; ends at once when the connection's owner is dropped.
fn watch_over(connection: &Connection, ended: mpsc::Receiver<()>, time: Duration) {
    let handle = connection.get_interrupt_handle();
    let watch = move || {
        if matches!(ended.recv_timeout(time), Err(mpsc::RecvTimeoutError::Timeout)) {
            // until the owner gives up: an interrupt only ends statements that run right now
            while matches!(ended.recv_timeout(Duration::from_millis(20)), Err(mpsc::RecvTimeoutError::Timeout)) {
                handle.interrupt();
            }
        }
    };
    let _ = thread::Builder::new().name("foreign database watch".into()).spawn(watch); // without a watcher it may only be slow
}

fn no_copy(error: io::Error) -> Refused {
    let message = say!("storage-no-local-copy", reason = of_system(&error));
    Refused::new(finding(Severity::Error, codes::FILE_UNREADABLE, message, say!("storage-remedy-free-space")))
}

/// The check of a database is one program for all its tables, columns and indexes: this is enough for some twenty thousand tables,
/// and takes at most about 50 MB.
const MOST_OPERATIONS: i32 = 2_000_000;

/// What an error of SQLite while this database was read means for the planner, and where it lies if a cell is too large.
pub(super) fn unread(connection: &Connection, error: &rusqlite::Error) -> Refused {
    match error.sqlite_error_code() {
        Some(ErrorCode::TooBig) => oversize::refused(connection),
        Some(ErrorCode::OutOfMemory) => {
            let message = say!("storage-schema-too-large");
            Refused::new(finding(Severity::Error, codes::TOO_MANY_COLUMNS, message, say!("storage-remedy-schema-too-large")))
        }
        _ => damaged(error),
    }
}

/// What an error of SQLite means for the planner.
pub(super) fn damaged(error: &rusqlite::Error) -> Refused {
    if error.sqlite_error_code() == Some(ErrorCode::OperationInterrupted) {
        let message = say!("storage-database-too-slow");
        return Refused::new(finding(Severity::Error, codes::DATABASE_TOO_SLOW, message, say!("storage-remedy-smaller")));
    }
    Refused::new(damage(of_database(error)))
}

fn damage(cause: Message) -> Finding {
    finding(Severity::Error, codes::DATABASE_DAMAGED, say!("storage-database-damaged", cause), say!("storage-remedy-database"))
}

/// A text of SQLite, which may hold invalid UTF-8 when the file is damaged.
fn lossy(value: rusqlite::types::ValueRef<'_>) -> String {
    match value {
        rusqlite::types::ValueRef::Text(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    fn database(folder: &Path) -> (PathBuf, Connection) {
        let path = folder.join("kennzahlen.sqlite");
        let connection = Connection::open(&path).unwrap();
        connection.execute_batch("CREATE TABLE t(x); INSERT INTO t VALUES (1);").unwrap();
        (path, connection)
    }

    fn code(path: &Path, limits: &Limits) -> Option<crate::model::finding::Code> {
        Foreign::open_file(path, limits).err().map(|it| it.finding.code)
    }

    /// A journal beside the database was ignored: what a script had written before it was killed was read as if it were whole.
    #[test]
    fn a_half_written_database_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let (path, connection) = database(folder.path());
        assert_eq!(code(&path, &Limits::default()), None);
        connection.execute_batch("PRAGMA cache_spill = 1; PRAGMA cache_size = 1; BEGIN; UPDATE t SET x = 2;").unwrap();
        connection
            .execute_batch("INSERT INTO t SELECT randomblob(900) FROM (VALUES (1),(2),(3),(4),(5),(6),(7),(8),(9),(10),(11));")
            .unwrap();
        let journal = beside(&path, "-journal");
        assert!(fs::metadata(&journal).is_ok_and(|it| it.len() > 0), "the writer has begun");
        assert_eq!(code(&path, &Limits::default()), Some(codes::DATABASE_HALF_WRITTEN));
        drop(connection);
        fs::write(&journal, [0; 512]).unwrap();
        assert_eq!(code(&path, &Limits::default()), None, "a journal that is done with harms nobody");
    }

    /// SQLite filled up what was missing with zeros: the last value of the file was another one.
    #[test]
    fn a_database_that_lacks_bytes_at_its_end_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let (path, connection) = database(folder.path());
        drop(connection);
        let whole = fs::read(&path).unwrap();
        for missing in [1, 2, 30, 511, 4_095, 4_096] {
            fs::write(&path, &whole[..whole.len() - missing]).unwrap();
            assert_eq!(code(&path, &Limits::default()), Some(codes::DATABASE_DAMAGED), "{missing} bytes are missing");
        }
        fs::write(&path, &whole).unwrap();
        assert_eq!(code(&path, &Limits::default()), None);
    }

    /// Every row could be read; only SQLite's own check notices.
    #[test]
    fn a_database_that_does_not_pass_its_own_check_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let (path, connection) = database(folder.path());
        drop(connection);
        let mut bytes = fs::read(&path).unwrap();
        bytes[39] = 5; // five free pages, where there is none
        fs::write(&path, bytes).unwrap();
        assert_eq!(code(&path, &Limits::default()), Some(codes::DATABASE_DAMAGED));
    }

    /// What the documentation of SQLite advises for databases of strangers.
    #[test]
    fn nothing_of_a_foreign_database_is_trusted() {
        let folder = tempfile::tempdir().unwrap();
        let (path, _connection) = database(folder.path());
        let foreign = Foreign::open_file(&path, &Limits::default()).unwrap();
        let connection = foreign.connection().unwrap();
        for (setting, on) in [
            (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
            (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
            (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
            (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
        ] {
            assert_eq!(connection.db_config(setting), Ok(on), "{setting:?}");
        }
        assert!(connection.execute_batch("DELETE FROM t").is_err(), "it is only read");
    }

    #[test]
    fn a_write_ahead_log_is_read_up_to_the_cap_only() {
        let folder = tempfile::tempdir().unwrap();
        let (path, connection) = database(folder.path());
        connection.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(())).unwrap();
        connection.execute_batch("INSERT INTO t VALUES (7);").unwrap();
        let foreign = Foreign::open_file(&path, &Limits::default()).unwrap();
        let sum: i64 = foreign.connection().unwrap().query_row("SELECT sum(x) FROM t", [], |row| row.get(0)).unwrap();
        assert_eq!(sum, 8, "what is only in the log counts");
        let log = fs::OpenOptions::new().write(true).open(beside(&path, "-wal")).unwrap();
        let limits = Limits { file_bytes: 1_000_000, ..Limits::default() };
        log.set_len(2_000_000).unwrap();
        assert_eq!(code(&path, &limits), Some(codes::FILE_TOO_LARGE));
    }
}
