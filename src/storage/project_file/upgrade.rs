//! From older versions to this one, one numbered step after the other, always into a new file: the old one is only read.
//!
//! A new version adds its number to [`schema::VERSION`], the tables of the version before to [`OLDER`], and the statements that fill the
//! new tables from the old ones. Files that people keep for years are read by all of these, so none is ever changed.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, params};

use super::{
    schema, seal,
    trouble::{Fault, Trouble},
};

/// A version that once was written: its tables, and how the next version's tables are filled from them (attached as `old`).
struct Older {
    tables: &'static str,
    fill: &'static str,
}

/// By version number, beginning with 0.
const OLDER: [Older; 2] = [Older { tables: VERSION_0, fill: FROM_0_TO_1 }, Older { tables: VERSION_1, fill: FROM_1_TO_2 }];

/// The first development format: no terms of the county, no locks on areas, and no word of the program that is needed.
const VERSION_0: &str = "
CREATE TABLE project(one INTEGER PRIMARY KEY CHECK (one = 1), name TEXT NOT NULL, changed_at TEXT NOT NULL) STRICT;
CREATE TABLE source(position INTEGER PRIMARY KEY, id BLOB NOT NULL, kind TEXT NOT NULL, file_name TEXT NOT NULL,
    notice TEXT NOT NULL) STRICT;
CREATE TABLE plan(position INTEGER PRIMARY KEY, id INTEGER NOT NULL, name TEXT NOT NULL, description TEXT NOT NULL,
    untouchable INTEGER NOT NULL, target REAL, balance TEXT) STRICT;
CREATE TABLE area(plan INTEGER NOT NULL, position INTEGER NOT NULL, id INTEGER NOT NULL, code TEXT NOT NULL,
    name TEXT NOT NULL, colour INTEGER NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (plan, position)) STRICT, WITHOUT ROWID;
CREATE TABLE assignment(plan INTEGER NOT NULL, district TEXT NOT NULL, area INTEGER NOT NULL,
    PRIMARY KEY (plan, district)) STRICT, WITHOUT ROWID;
CREATE TABLE view(position INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
CREATE TABLE classing(indicator TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE city(district TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE block(id BLOB PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
";

/// The first format that kept steps: no sums, so a flipped bit went unnoticed.
const VERSION_1: &str = "
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
    at TEXT NOT NULL) STRICT;
CREATE TABLE working(one INTEGER PRIMARY KEY CHECK (one = 1), origin BLOB, origin_hash BLOB, cursor INTEGER NOT NULL,
    checkpoint INTEGER NOT NULL, saved INTEGER, pending INTEGER, pending_hash BLOB, changed_at TEXT NOT NULL) STRICT;
";

/// Without terms in the table the usual ones hold; areas were free before there were locks.
const FROM_0_TO_1: &str = "
INSERT INTO project SELECT one, name, changed_at, '0.0.0', '0.0.0' FROM old.project;
INSERT INTO source SELECT position, id, kind, file_name, notice FROM old.source;
INSERT INTO plan SELECT position, id, name, description, untouchable, target, balance FROM old.plan;
INSERT INTO area SELECT plan, position, id, code, name, colour, reason, 'free' FROM old.area;
INSERT INTO assignment SELECT plan, district, area FROM old.assignment;
INSERT INTO view SELECT position, body FROM old.view;
INSERT INTO classing SELECT indicator, body FROM old.classing;
INSERT INTO city SELECT district FROM old.city;
INSERT INTO block SELECT id, bytes FROM old.block;
";

/// The sums are made once everything is there. A number that a step once had is never given again, so the count goes along.
const FROM_1_TO_2: &str = "
INSERT INTO project SELECT one, name, changed_at, written_by, needs FROM old.project;
INSERT INTO source SELECT position, id, kind, file_name, notice FROM old.source;
INSERT INTO plan SELECT position, id, name, description, untouchable, target, balance FROM old.plan;
INSERT INTO area SELECT plan, position, id, code, name, colour, reason, lock FROM old.area;
INSERT INTO assignment SELECT plan, district, area FROM old.assignment;
INSERT INTO view SELECT position, body FROM old.view;
INSERT INTO classing SELECT indicator, body FROM old.classing;
INSERT INTO city SELECT district FROM old.city;
INSERT INTO terms SELECT one, body FROM old.terms;
INSERT INTO block SELECT id, bytes FROM old.block;
INSERT INTO step SELECT seq, done, inverse, title, at, x'' FROM old.step;
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence SELECT name, seq FROM old.sqlite_sequence;
INSERT INTO working SELECT one, origin, origin_hash, cursor, checkpoint, saved, pending, pending_hash, changed_at, x'' FROM old.working;
";

/// The tables of a version, older ones included.
pub(super) fn tables_of(version: u32) -> &'static str {
    usize::try_from(version).ok().and_then(|it| OLDER.get(it)).map_or(schema::TABLES, |it| it.tables)
}

/// Brings a checked copy up to this version and gives back where the newest file is; each step leaves its predecessor as it was.
pub(super) fn upgrade(copy: PathBuf, from: u32, named: &Path) -> Result<PathBuf, Trouble> {
    let mut current = copy;
    for (number, older) in (from..).zip(OLDER.iter().skip(from as usize)) {
        let next = current.with_extension(format!("version-{}", number + 1));
        let tables = tables_of(number + 1);
        let made = schema::create(&next, tables, number + 1).map_err(Fault::from);
        let filled = made.and_then(|it| fill(&it, &current, older.fill, number + 1 == schema::VERSION));
        filled.map_err(Trouble::damaged(named))?;
        std::fs::remove_file(&current).map_err(Trouble::no_workplace(&current))?;
        current = next;
    }
    Ok(current)
}

fn fill(new: &Connection, old: &Path, statements: &str, newest: bool) -> Result<(), Fault> {
    let old = old.to_str().ok_or_else(|| rusqlite::Error::InvalidPath(old.to_owned()))?;
    new.execute("ATTACH DATABASE ?1 AS old", params![old])?;
    let transaction = new.unchecked_transaction()?;
    transaction.execute_batch(statements)?;
    if newest {
        seal::write_everything(&transaction)?;
    }
    transaction.commit()?;
    new.execute_batch("DETACH DATABASE old;")?;
    Ok(())
}

/// A file of an older version, for tests.
#[cfg(test)]
pub(super) fn create_version_0(path: &Path) -> rusqlite::Result<Connection> {
    schema::create(path, VERSION_0, 0)
}

/// A file of version 1, for tests.
#[cfg(test)]
pub(super) fn create_version_1(path: &Path) -> rusqlite::Result<Connection> {
    schema::create(path, VERSION_1, 1)
}
