//! The tables of a project file, how a connection to one is set up, and what is checked before a row is believed.
//!
//! The first ten tables are the project, sealed by `seal`. `step` and `working` are filled in a working copy only and empty in a
//! saved file.
//!
//! **Promise.** Nothing in a file runs: its tables are ours to the letter, without views, triggers or functions.
//! **Not here.** What the rows mean: see `state` and `steps`. Older versions: see `upgrade`.

use std::{fs::File, io::Read, path::Path, time::Duration};

use rusqlite::{Connection, OpenFlags, config::DbConfig, limits::Limit};

use super::{
    trouble::{Fault, Kind, Trouble},
    upgrade,
};

/// `PlRa`: what a project file calls itself (offset 68 of the file).
pub(in crate::storage) const APPLICATION_ID: i32 = 0x506C_5261;
/// The version that this program writes (offset 60 of the file).
pub(super) const VERSION: u32 = 2;
/// The first version of the program that reads what this one writes; kept in the file for the ones before it. Versions 0 and 1 of the
/// file were never released: the first program that people get reads version 2.
pub(super) const NEEDS_PROGRAM: &str = "0.1.0";
/// No project is larger, in bytes.
pub(super) const MOST_BYTES: u64 = 2_000_000_000;

/// A project file of so many bytes can be opened again.
pub(super) fn fits(bytes: u64, path: &Path) -> Result<(), Trouble> {
    if bytes <= MOST_BYTES { Ok(()) } else { Err(Trouble::new(Kind::Outgrown(bytes), path)) }
}

/// The tables of version 2.
pub(super) const TABLES: &str = "
CREATE TABLE project(one INTEGER PRIMARY KEY CHECK (one = 1), name TEXT NOT NULL, changed_at TEXT NOT NULL,
    written_by TEXT NOT NULL, needs TEXT NOT NULL) STRICT;
CREATE TABLE source(position INTEGER PRIMARY KEY, id BLOB NOT NULL, kind TEXT NOT NULL, file_name TEXT NOT NULL,
    notice TEXT NOT NULL) STRICT;
CREATE TABLE plan(position INTEGER PRIMARY KEY, id INTEGER NOT NULL, name TEXT NOT NULL, description TEXT NOT NULL,
    untouchable INTEGER NOT NULL, target REAL, balance TEXT) STRICT;
CREATE TABLE area(plan INTEGER NOT NULL, position INTEGER NOT NULL, id INTEGER NOT NULL, code TEXT NOT NULL,
    name TEXT NOT NULL, colour INTEGER NOT NULL, reason TEXT NOT NULL, lock TEXT NOT NULL,
    PRIMARY KEY (plan, position)) STRICT, WITHOUT ROWID;
CREATE TABLE assignment(plan INTEGER NOT NULL, district TEXT NOT NULL, area INTEGER NOT NULL,
    PRIMARY KEY (plan, district)) STRICT, WITHOUT ROWID;
CREATE TABLE view(position INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
CREATE TABLE classing(indicator TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE city(district TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE terms(one INTEGER PRIMARY KEY CHECK (one = 1), body TEXT NOT NULL) STRICT;
CREATE TABLE block(id BLOB PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
CREATE TABLE step(seq INTEGER PRIMARY KEY AUTOINCREMENT, done TEXT NOT NULL, inverse TEXT NOT NULL, title TEXT NOT NULL,
    at TEXT NOT NULL, sum BLOB NOT NULL) STRICT;
CREATE TABLE working(one INTEGER PRIMARY KEY CHECK (one = 1), origin BLOB, origin_hash BLOB, cursor INTEGER NOT NULL,
    checkpoint INTEGER NOT NULL, saved INTEGER, pending INTEGER, pending_hash BLOB, changed_at TEXT NOT NULL,
    sum BLOB NOT NULL) STRICT;
CREATE TABLE seal(part TEXT NOT NULL, plan INTEGER NOT NULL, sum BLOB NOT NULL, PRIMARY KEY (part, plan)) STRICT, WITHOUT ROWID;
";

/// A new, empty project database at a path where nothing is. Made in one transaction, lasting once it returns.
pub(super) fn create(path: &Path, tables: &str, version: u32) -> rusqlite::Result<Connection> {
    let connection = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    set_up(&connection)?;
    connection.execute_batch(&format!(
        "PRAGMA page_size = 4096; BEGIN EXCLUSIVE; PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {version}; {tables} COMMIT;"
    ))?;
    Ok(connection)
}

/// A connection to a project database that is there.
pub(super) fn connect(path: &Path) -> rusqlite::Result<Connection> {
    let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    set_up(&connection)?;
    Ok(connection)
}

/// Foreign until proven otherwise, and durable at every commit.
fn set_up(connection: &Connection) -> rusqlite::Result<()> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)?;
    for (limit, most) in [
        (Limit::SQLITE_LIMIT_LENGTH, 1_000_000_000),
        (Limit::SQLITE_LIMIT_SQL_LENGTH, 100_000),
        (Limit::SQLITE_LIMIT_COLUMN, 100),
        (Limit::SQLITE_LIMIT_EXPR_DEPTH, 20),
        (Limit::SQLITE_LIMIT_ATTACHED, 1),
        (Limit::SQLITE_LIMIT_TRIGGER_DEPTH, 1),
    ] {
        connection.set_limit(limit, most)?;
    }
    connection.busy_timeout(Duration::from_millis(200))?;
    connection.execute_batch(
        "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA foreign_keys = OFF; PRAGMA secure_delete = ON;
         PRAGMA locking_mode = EXCLUSIVE; PRAGMA synchronous = EXTRA;",
    )
}

/// Looks at the first hundred bytes before SQLite does: is it a project at all, and not from the future?
pub(super) fn check_header(file: &Path, named: &Path) -> Result<u32, Trouble> {
    let mut head = [0_u8; 100];
    let read = File::open(file).and_then(|mut it| it.read_exact(&mut head));
    if read.is_err() || !calls_itself_project(&head) {
        return Err(Trouble::new(Kind::NotAProject, named));
    }
    let size = std::fs::metadata(file).map_or(0, |it| it.len());
    if !crate::storage::foreign::is_whole(&head, size, false) {
        return Err(Trouble::new(Kind::Damaged("file size".to_owned()), named));
    }
    let rollback_journal = head.get(18..20) == Some(&[1, 1]);
    if !rollback_journal {
        return Err(Trouble::new(Kind::Damaged("journal".to_owned()), named));
    }
    let version = number_at(&head, 60);
    if version > VERSION {
        return Err(Trouble::new(Kind::Newer(program_needed(file)), named));
    }
    Ok(version)
}

/// The version that a project file was written in, if it is older than this one.
pub(super) fn older(file: &Path) -> Option<u32> {
    check_header(file, file).ok().filter(|it| *it < VERSION)
}

/// Whether a file calls itself a project of ours.
pub(super) fn is_project(file: &Path) -> bool {
    let mut head = [0_u8; 100];
    let read = File::open(file).and_then(|mut it| it.read_exact(&mut head));
    read.is_ok() && calls_itself_project(&head)
}

fn calls_itself_project(head: &[u8; 100]) -> bool {
    head.starts_with(b"SQLite format 3\0") && number_at(head, 68) == APPLICATION_ID.cast_unsigned()
}

fn number_at(head: &[u8; 100], at: usize) -> u32 {
    head.get(at..at + 4).and_then(|it| it.try_into().ok()).map_or(0, u32::from_be_bytes)
}

/// What a newer file says about the program that it needs. Only a plain version number is repeated.
fn program_needed(file: &Path) -> Option<String> {
    let connection = connect(file).ok()?;
    let needs: String = connection.query_row("SELECT needs FROM project WHERE one = 1", [], |row| row.get(0)).ok()?;
    let plain = needs.len() <= 20 && !needs.is_empty() && needs.bytes().all(|it| it.is_ascii_digit() || it == b'.');
    plain.then_some(needs)
}

/// Everything about the file itself: whole by SQLite's own check, ours by its number, and its tables ours to the letter.
pub(super) fn check(connection: &Connection, version: u32) -> Result<(), Fault> {
    connection.execute_batch("PRAGMA journal_mode = DELETE;")?;
    let answer: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if answer != "ok" {
        return Err(Fault::Pages(answer));
    }
    let id: i32 = connection.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    let found: u32 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if id != APPLICATION_ID || found != version {
        return Err(super::saved::Unsound::at("user_version").into());
    }
    let wanted = Connection::open_in_memory()?;
    wanted.execute_batch(upgrade::tables_of(version))?;
    if listing(&wanted)? != listing(connection)? {
        return Err(super::saved::Unsound::at("sqlite_schema").into());
    }
    Ok(())
}

/// Everything that stands in a schema, in order.
fn listing(connection: &Connection) -> rusqlite::Result<Vec<[Option<String>; 4]>> {
    let mut query = connection.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name")?;
    query.query_map([], |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?]))?.collect()
}
