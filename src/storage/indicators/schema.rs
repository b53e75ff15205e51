//! Schema: which of the contract's tables and columns a database has.
//!
//! **Promise.** Only plain tables with plain columns are read. A view or virtual table in the place of a table is refused;
//! generated columns count as missing; everything else in the database is named and left alone.

use std::collections::HashMap;

use rusqlite::Connection;

use crate::{
    model::finding::{Findings, Place, Severity},
    storage::{
        codes::{self, at, finding},
        foreign::{self, Foreign},
        refused::Refused,
    },
    words::say,
};

/// The columns of the contract, table by table; of each the required ones first.
const CONTRACT: [(&str, &[&str], &[&str]); 4] = [
    (
        "indicator",
        &["id"],
        &[
            "name",
            "unit",
            "pooling",
            "factor",
            "numerator",
            "denominator",
            "weight",
            "direction",
            "department",
            "life_phase",
            "source",
            "licence",
            "definition",
            "min_count",
            "role",
            "decimals",
            "scope",
            "reports",
            "territory",
        ],
    ),
    ("value", &["indicator", "district", "period"], &["value", "numerator", "denominator", "state", "quality"]),
    ("series_break", &["indicator", "period"], &["reason"]),
    ("reference", &["indicator", "area", "period"], &["value", "numerator", "denominator", "state"]),
];

/// Columns that only say something to people: left out, no number becomes another one and no secret is told.
const TEXTS: [&str; 12] = [
    "name",
    "unit",
    "direction",
    "department",
    "life_phase",
    "source",
    "licence",
    "definition",
    "decimals",
    "reports",
    "territory",
    "reason",
];

/// A table of the contract as this database has it.
#[derive(Debug, Clone)]
pub(super) struct Table {
    /// The query that reads it; only names of the contract stand in it.
    pub query: String,
    places: HashMap<&'static str, usize>,
}

impl Table {
    /// Where a column stands in the query's result.
    pub fn place(&self, column: &str) -> Option<usize> {
        self.places.get(column).copied()
    }
}

/// The tables that are there.
#[derive(Debug, Clone)]
pub(super) struct Tables {
    pub indicator: Table,
    pub value: Table,
    pub series_break: Option<Table>,
    pub reference: Option<Table>,
}

/// Whether one of the required tables is there, whatever it looks like: then the reader can say what else is missing.
pub(super) fn tables_are_there(foreign: &Foreign) -> bool {
    let query = "SELECT count(*) FROM sqlite_schema WHERE lower(name) IN ('indicator', 'value')";
    foreign.connection().is_ok_and(|it| it.query_row(query, [], |row| row.get::<_, i64>(0)).is_ok_and(|count| count > 0))
}

/// Looks for the tables of the contract.
pub(super) fn read(connection: &Connection, findings: &mut Findings) -> Result<Tables, Refused> {
    let present = objects(connection).map_err(|it| foreign::damaged(&it))?;
    tell_others(&present, findings);
    let mut table = |at: usize| -> Result<Option<Table>, Refused> {
        let Some((name, required, optional)) = CONTRACT.get(at).copied() else { return Ok(None) };
        table(connection, &present, name, required, optional, findings)
    };
    let (indicator, value) = (table(0)?, table(1)?);
    let (series_break, reference) = (table(2).unwrap_or(None), table(3).unwrap_or(None));
    let missing = |name: &str| {
        let names: Vec<String> = present.iter().filter(|it| it.kind == "table").map(|it| it.name.clone()).take(20).collect();
        let message = say!("storage-table-missing", name, present = names);
        Refused::new(finding(Severity::Error, codes::TABLE_MISSING, message, say!("storage-remedy-indicators")))
    };
    let value = value.ok_or_else(|| missing("value"))?;
    if value.place("value").is_none() && value.place("numerator").is_none() {
        return Err(column_missing("value", "value"));
    }
    Ok(Tables { indicator: indicator.ok_or_else(|| missing("indicator"))?, value, series_break, reference })
}

/// Something in the database.
struct Object {
    kind: String,
    name: String,
    table: String,
    sql: String,
}

fn objects(connection: &Connection) -> rusqlite::Result<Vec<Object>> {
    let mut query = connection.prepare("SELECT type, name, tbl_name, substr(coalesce(sql, ''), 1, 200) FROM sqlite_schema LIMIT 10000")?;
    let rows = query.query_map([], |row| {
        let text = |at: usize| -> rusqlite::Result<String> {
            Ok(match row.get_ref(at)? {
                rusqlite::types::ValueRef::Text(bytes) => String::from_utf8_lossy(bytes).into_owned(),
                _ => String::new(),
            })
        };
        Ok(Object { kind: text(0)?, name: text(1)?, table: text(2)?, sql: text(3)? })
    })?;
    rows.collect()
}

impl Object {
    fn is_virtual(&self) -> bool {
        let head: Vec<String> = self.sql.split_whitespace().take(2).map(str::to_uppercase).collect();
        head.get(1).is_some_and(|it| it == "VIRTUAL")
    }
}

/// Views, triggers and virtual tables are never run; the planner learns that they were there.
fn tell_others(present: &[Object], findings: &mut Findings) {
    let of_contract = |name: &str| CONTRACT.iter().any(|it| it.0.eq_ignore_ascii_case(name));
    let strange = |it: &&Object| it.kind == "trigger" || ((it.kind == "view" || it.is_virtual()) && !of_contract(&it.name));
    let names: Vec<String> = present.iter().filter(strange).map(|it| it.name.clone()).take(10).collect();
    if !names.is_empty() {
        let message = say!("storage-schema-ignored", names);
        findings.push(finding(Severity::Note, codes::SCHEMA_IGNORED, message, say!("storage-remedy-none")));
    }
}

fn table(
    connection: &Connection,
    present: &[Object],
    name: &'static str,
    required: &[&'static str],
    optional: &[&'static str],
    findings: &mut Findings,
) -> Result<Option<Table>, Refused> {
    let Some(object) = present.iter().find(|it| it.kind != "index" && it.kind != "trigger" && it.name.eq_ignore_ascii_case(name)) else {
        return Ok(None);
    };
    if object.kind != "table" || object.is_virtual() || !object.table.eq_ignore_ascii_case(name) {
        let message = say!("storage-table-not-plain", name);
        return Err(Refused::new(finding(Severity::Error, codes::TABLE_NOT_PLAIN, message, say!("storage-remedy-plain-table"))));
    }
    let columns = columns(connection, name).map_err(|it| foreign::damaged(&it))?;
    let mut places = HashMap::new();
    for wanted in required.iter().chain(optional) {
        match columns.iter().find(|it| it.name.eq_ignore_ascii_case(wanted)) {
            Some(column) if column.plain => {
                places.insert(*wanted, places.len());
            }
            Some(_) => tell_generated(name, wanted, findings),
            None => {}
        }
    }
    if let Some(missing) = required.iter().find(|it| !places.contains_key(*it)) {
        return Err(column_missing(name, missing));
    }
    let mut list: Vec<(&str, usize)> = places.iter().map(|it| (*it.0, *it.1)).collect();
    list.sort_by_key(|it| it.1);
    let list: Vec<String> = list.iter().map(|it| format!("\"{}\"", it.0)).collect();
    // NOT INDEXED: a damaged or dishonest index must not decide which rows there are
    Ok(Some(Table { query: format!("SELECT {} FROM main.\"{name}\" NOT INDEXED", list.join(", ")), places }))
}

fn column_missing(table: &str, column: &str) -> Refused {
    let place = Place { column: Some(format!("{table}.{column}")), ..Place::default() };
    let message = say!("storage-column-missing", table, column);
    Refused::new(at(finding(Severity::Error, codes::COLUMN_MISSING, message, say!("storage-remedy-indicators")), place))
}

fn tell_generated(table: &str, column: &str, findings: &mut Findings) {
    let place = Place { column: Some(format!("{table}.{column}")), ..Place::default() };
    let message = say!("storage-column-generated", column);
    // without these a secret would be told, or a number come out as another one
    let changes_numbers = table != "series_break" && !TEXTS.contains(&column);
    let severity = if changes_numbers { Severity::Error } else { Severity::Warning };
    findings.push(at(finding(severity, codes::SCHEMA_IGNORED, message, say!("storage-remedy-plain-table")), place));
}

struct Column {
    name: String,
    plain: bool,
}

fn columns(connection: &Connection, table: &str) -> rusqlite::Result<Vec<Column>> {
    let mut query = connection.prepare(&format!("PRAGMA main.table_xinfo(\"{table}\")"))?;
    let rows = query.query_map([], |row| {
        let name = match row.get_ref(1)? {
            rusqlite::types::ValueRef::Text(bytes) => String::from_utf8_lossy(bytes).into_owned(),
            _ => String::new(),
        };
        Ok(Column { name, plain: row.get::<_, i64>(6)? == 0 })
    })?;
    rows.collect()
}
