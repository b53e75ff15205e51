//! From older versions to this one, one numbered step after the other, always into a new file: the old one is only read.
//!
//! A new version adds its number to [`schema::VERSION`], the tables of the version before to [`OLDER`], and the statements that fill the
//! new tables from the old ones. Files that people keep for years are read by all of these, so none is ever changed.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, params};

use super::{
    schema,
    trouble::{Fault, Trouble},
};

/// A version that once was written: its tables, and how the next version's tables are filled from them (attached as `old`).
struct Older {
    tables: &'static str,
    fill: &'static str,
}

/// By version number, beginning with 0.
const OLDER: [Older; 1] = [Older { tables: VERSION_0, fill: FROM_0_TO_1 }];

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
        let filled = schema::create(&next, tables, number + 1).map_err(Fault::from).and_then(|it| fill(&it, &current, older.fill));
        filled.map_err(Trouble::damaged(named))?;
        std::fs::remove_file(&current).map_err(Trouble::no_workplace(&current))?;
        current = next;
    }
    Ok(current)
}

fn fill(new: &Connection, old: &Path, statements: &str) -> Result<(), Fault> {
    let old = old.to_str().ok_or_else(|| rusqlite::Error::InvalidPath(old.to_owned()))?;
    new.execute("ATTACH DATABASE ?1 AS old", params![old])?;
    new.execute_batch(&format!("BEGIN; {statements} COMMIT;"))?;
    new.execute_batch("DETACH DATABASE old;")?;
    Ok(())
}

/// A file of an older version, for tests.
#[cfg(test)]
pub(super) fn create_version_0(path: &Path) -> rusqlite::Result<Connection> {
    schema::create(path, VERSION_0, 0)
}
