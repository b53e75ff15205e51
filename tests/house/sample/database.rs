//! The sample as an SQLite file in the contract's schema: written by the test, read back for comparison.

use super::definition::Indicator;
use super::generator::Sample;
use super::publication::{Cell, Reference};
use rusqlite::{Connection, OpenFlags, Result, Row, params};
use std::path::Path;

const SCHEMA: &str = "
    PRAGMA page_size = 16384; -- whole file is read at once; larger pages waste less
    CREATE TABLE indicator(id TEXT PRIMARY KEY, name TEXT, unit TEXT, pooling TEXT, factor REAL, numerator TEXT, denominator TEXT,
        weight TEXT, direction TEXT, department TEXT, life_phase TEXT, source TEXT, licence TEXT, definition TEXT, min_count INTEGER,
        role TEXT, decimals INTEGER, scope TEXT, reports TEXT, territory TEXT);
    CREATE TABLE value(indicator TEXT, district TEXT, period TEXT, value REAL, numerator REAL, denominator REAL, state TEXT, quality TEXT);
    CREATE TABLE series_break(indicator TEXT, period TEXT, reason TEXT);
    CREATE TABLE reference(indicator TEXT, area TEXT, period TEXT, value REAL, numerator REAL, denominator REAL, state TEXT);
";

/// Writes a new file at `path`; an old one must be gone.
pub fn write(sample: &Sample, path: &Path) -> Result<()> {
    let mut connection = Connection::open(path)?;
    connection.execute_batch(SCHEMA)?;
    let transaction = connection.transaction()?;
    // Keys in order make the file the same whoever writes it.
    for it in &sample.indicators {
        insert_indicator(&transaction, it)?;
    }
    for it in &sample.values {
        let mut insert = transaction.prepare_cached("INSERT INTO value VALUES (?, ?, ?, ?, ?, ?, ?, ?)")?;
        insert.execute(params![it.indicator, it.district, it.period, it.value, it.numerator, it.denominator, it.state, it.quality])?;
    }
    for (indicator, period, reason) in &sample.breaks {
        transaction.execute("INSERT INTO series_break VALUES (?, ?, ?)", params![indicator, period, reason])?;
    }
    for it in &sample.references {
        let mut insert = transaction.prepare_cached("INSERT INTO reference VALUES (?, ?, ?, ?, ?, ?, ?)")?;
        insert.execute(params![it.indicator, it.area, it.period, it.value, it.numerator, it.denominator, it.state])?;
    }
    transaction.commit()?;
    connection.execute_batch("VACUUM")
}

fn insert_indicator(connection: &Connection, it: &Indicator) -> Result<()> {
    let mut insert =
        connection.prepare_cached("INSERT INTO indicator VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")?;
    insert.execute(params![
        it.id,
        it.name,
        it.unit,
        it.pooling,
        it.factor,
        it.numerator,
        it.denominator,
        it.weight,
        it.direction,
        it.department,
        it.life_phase,
        it.source,
        it.licence,
        it.definition,
        it.min_count,
        it.role,
        it.decimals,
        it.scope,
        it.reports,
        it.territory,
    ])?;
    Ok(())
}

/// Reads a file back, indicators by id, everything else in the order of writing.
pub fn read(path: &Path) -> Result<Sample> {
    let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    Ok(Sample {
        indicators: all(&connection, "SELECT * FROM indicator ORDER BY id", indicator)?,
        values: all(&connection, "SELECT * FROM value ORDER BY rowid", cell)?,
        breaks: all(&connection, "SELECT * FROM series_break ORDER BY rowid", |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?,
        references: all(&connection, "SELECT * FROM reference ORDER BY rowid", reference)?,
    })
}

fn all<T>(connection: &Connection, question: &str, row: impl Fn(&Row<'_>) -> Result<T>) -> Result<Vec<T>> {
    connection.prepare(question)?.query_map([], |it| row(it))?.collect()
}

fn indicator(row: &Row<'_>) -> Result<Indicator> {
    Ok(Indicator {
        id: row.get(0)?,
        name: row.get(1)?,
        unit: row.get(2)?,
        pooling: row.get(3)?,
        factor: row.get(4)?,
        numerator: row.get(5)?,
        denominator: row.get(6)?,
        weight: row.get(7)?,
        direction: row.get(8)?,
        department: row.get(9)?,
        life_phase: row.get(10)?,
        source: row.get(11)?,
        licence: row.get(12)?,
        definition: row.get(13)?,
        min_count: row.get(14)?,
        role: row.get(15)?,
        decimals: row.get(16)?,
        scope: row.get(17)?,
        reports: row.get(18)?,
        territory: row.get(19)?,
    })
}

fn cell(row: &Row<'_>) -> Result<Cell> {
    Ok(Cell {
        indicator: row.get(0)?,
        district: row.get(1)?,
        period: row.get(2)?,
        value: row.get(3)?,
        numerator: row.get(4)?,
        denominator: row.get(5)?,
        state: row.get(6)?,
        quality: row.get(7)?,
    })
}

fn reference(row: &Row<'_>) -> Result<Reference> {
    Ok(Reference {
        indicator: row.get(0)?,
        area: row.get(1)?,
        period: row.get(2)?,
        value: row.get(3)?,
        numerator: row.get(4)?,
        denominator: row.get(5)?,
        state: row.get(6)?,
    })
}
