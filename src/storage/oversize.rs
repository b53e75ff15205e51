//! Cells that are larger than any that is read: which table, which row, which column.
//!
//! SQLite only says that something is too big. A planner has to find it, so the tables of the contract are gone through once more,
//! asked for lengths alone: nothing large is ever loaded.

use rusqlite::Connection;

use crate::{
    model::finding::{Place, Severity},
    storage::{
        codes::{self, at, finding},
        refused::Refused,
    },
    words::say,
};

/// Bytes of one cell.
pub(super) const MOST: i32 = 1_000_000;

const TABLES: [&str; 4] = ["indicator", "value", "series_break", "reference"];

/// The refusal of a database in which SQLite met something larger than [`MOST`].
pub(super) fn refused(connection: &Connection) -> Refused {
    let found = TABLES.iter().find_map(|table| first(connection, table).ok().flatten().map(|it| (table, it)));
    let megabytes = MOST / 1_000_000;
    let (place, message, remedy) = match found {
        Some((table, (row, column))) => {
            let place = Place { row: Some(row), column: Some(format!("{table}.{column}")), ..Place::default() };
            (place, say!("storage-cell-too-large", table = *table, megabytes), say!("storage-remedy-cell-too-large"))
        }
        None => (Place::default(), say!("storage-computed-too-large", megabytes), say!("storage-remedy-plain-table")),
    };
    Refused::new(at(finding(Severity::Error, codes::CELL_TOO_LARGE, message, remedy), place))
}

/// The first row and column of a table that is too large; computed columns are not asked.
fn first(connection: &Connection, table: &str) -> rusqlite::Result<Option<(u64, String)>> {
    let mut query = connection.prepare(&format!("SELECT name FROM pragma_table_xinfo('{table}') WHERE hidden = 0"))?;
    let columns = query.query_map([], |row| row.get::<_, String>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
    let lengths: Vec<String> = columns.iter().map(|it| format!("octet_length(\"{}\")", it.replace('"', "\"\""))).collect();
    let mut query = connection.prepare(&format!("SELECT {} FROM main.\"{table}\" NOT INDEXED", lengths.join(", ")))?;
    let mut rows = query.query([])?;
    let mut number = 0;
    while let Some(row) = rows.next()? {
        number += 1;
        for (place, column) in columns.iter().enumerate() {
            if row.get::<_, Option<i64>>(place)?.is_some_and(|it| it > i64::from(MOST)) {
                return Ok(Some((number, column.clone())));
            }
        }
    }
    Ok(None)
}
