//! Sums over what stands in the tables: a bit that flips on a disk or on the way to it is told, not believed.
//!
//! Rows can be sound and wrong: a flipped bit moves people from one district's area into another's that is there as well. So every part
//! of the project is sealed with the SHA-256 of its rows (`seal`), and each step and the working copy's word of itself carry their own.
//!
//! **Promise.** What is read is what was written, to the bit. Which part isn't is told.
//! **Not here.** The bytes of sources: their ids are their sums (`block`). Deceit: whoever changes a file can seal it again.

use std::collections::BTreeMap;

use rusqlite::{Connection, params, types::ValueRef};
use sha2::{Digest, Sha256};

use super::{
    steps,
    trouble::Fault,
    working_copy::{Hash, Record},
};
use crate::{say, words::Message};

/// What is sealed by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// The project's name, when it was changed, and which program wrote it.
    Project,
    /// The list of sources.
    Sources,
    /// The plans without their areas.
    Plans,
    /// The areas of the plan of this name.
    Areas(String),
    /// Which district belongs where in the plan of this name.
    Assignment(String),
    /// The saved views.
    Views,
    /// The classings.
    Classings,
    /// Which districts are the city.
    City,
    /// The county's own terms.
    Terms,
    /// A step of the history, by its number.
    Step(i64),
    /// What the working copy knows of itself.
    Working,
}

impl Part {
    /// Its name in a sentence.
    pub fn message(&self) -> Message {
        match self {
            Self::Project => say!("project-file-part-project"),
            Self::Sources => say!("project-file-part-sources"),
            Self::Plans => say!("project-file-part-plans"),
            Self::Areas(plan) => say!("project-file-part-areas", plan),
            Self::Assignment(plan) => say!("project-file-part-assignment", plan),
            Self::Views => say!("project-file-part-views"),
            Self::Classings => say!("project-file-part-classings"),
            Self::City => say!("project-file-part-city"),
            Self::Terms => say!("project-file-part-terms"),
            Self::Step(number) => say!("project-file-part-step", number = *number),
            Self::Working => say!("project-file-part-working"),
        }
    }
}

/// The sealed tables with their rows in order. The first column of what is sealed by plan is the plan.
const TABLES: [(&str, &str); 9] = [
    ("project", "SELECT * FROM project ORDER BY one"),
    ("source", "SELECT * FROM source ORDER BY position"),
    ("plan", "SELECT * FROM plan ORDER BY position"),
    ("area", "SELECT * FROM area ORDER BY plan, position"),
    ("assignment", "SELECT * FROM assignment ORDER BY plan, district"),
    ("view", "SELECT * FROM view ORDER BY position"),
    ("classing", "SELECT * FROM classing ORDER BY indicator"),
    ("city", "SELECT * FROM city ORDER BY district"),
    ("terms", "SELECT * FROM terms ORDER BY one"),
];

/// The sum of some values: each with its kind and length, so that nothing can slip from one into the next.
pub(super) fn sum<'a>(values: impl IntoIterator<Item = ValueRef<'a>>) -> Hash {
    let mut sum = Sha256::new();
    values.into_iter().for_each(|it| add(&mut sum, it));
    sum.finalize().into()
}

fn add(sum: &mut Sha256, value: ValueRef<'_>) {
    let mut with = |kind: u8, bytes: &[u8]| {
        sum.update([kind]);
        sum.update((bytes.len() as u64).to_le_bytes());
        sum.update(bytes);
    };
    match value {
        ValueRef::Null => with(0, &[]),
        ValueRef::Integer(it) => with(1, &it.to_le_bytes()),
        ValueRef::Real(it) => with(2, &it.to_bits().to_le_bytes()),
        ValueRef::Text(it) => with(3, it),
        ValueRef::Blob(it) => with(4, it),
    }
}

/// Seals the project's tables as they stand. The caller holds the transaction.
pub(super) fn write(to: &Connection) -> Result<(), Fault> {
    let sums = sums(to)?;
    to.execute("DELETE FROM seal", [])?;
    let mut insert = to.prepare_cached("INSERT INTO seal(part, plan, sum) VALUES (?1, ?2, ?3)")?;
    for ((part, plan), sum) in &sums {
        insert.execute(params![part, plan, sum])?;
    }
    Ok(())
}

/// Whether the project's tables stand as they were sealed; the first part that doesn't is a fault.
pub(super) fn check(from: &Connection) -> Result<(), Fault> {
    let mut query = from.prepare("SELECT part, plan, sum FROM seal")?;
    let rows = query.query_map([], |row| Ok(((row.get(0)?, row.get(1)?), row.get(2)?)))?;
    let sealed: BTreeMap<(String, i64), Hash> = rows.collect::<Result<_, _>>().map_err(|_| Fault::Altered(Part::Project))?;
    let found = sums(from)?;
    let differs = |key: &&(String, i64)| sealed.get(key) != found.get(key);
    match sealed.keys().chain(found.keys()).find(differs) {
        Some((table, plan)) => Err(Fault::Altered(part(table, *plan, from))),
        None => Ok(()),
    }
}

/// The sum of each part: tables as a whole (plan 0), areas and assignments by plan.
fn sums(from: &Connection) -> Result<BTreeMap<(String, i64), Hash>, Fault> {
    let mut open: BTreeMap<(String, i64), Sha256> = BTreeMap::new();
    for (table, query) in TABLES {
        let mut statement = from.prepare(query)?;
        let (columns, by_plan) = (statement.column_count(), matches!(table, "area" | "assignment"));
        let mut rows = statement.query([])?;
        if !by_plan {
            open.entry((table.to_owned(), 0)).or_default(); // an empty table has its sum too
        }
        while let Some(row) = rows.next()? {
            let plan = if by_plan { row.get(0)? } else { 0 };
            let sum = open.entry((table.to_owned(), plan)).or_default();
            for column in 0..columns {
                add(sum, row.get_ref(column)?);
            }
        }
    }
    Ok(open.into_iter().map(|(key, sum)| (key, sum.finalize().into())).collect())
}

fn part(table: &str, plan: i64, from: &Connection) -> Part {
    let name = || -> String {
        let query = "SELECT name FROM plan WHERE id = ?1";
        from.query_row(query, [plan], |row| row.get(0)).unwrap_or_else(|_| plan.to_string())
    };
    match table {
        "source" => Part::Sources,
        "plan" => Part::Plans,
        "area" => Part::Areas(name()),
        "assignment" => Part::Assignment(name()),
        "view" => Part::Views,
        "classing" => Part::Classings,
        "city" => Part::City,
        "terms" => Part::Terms,
        _ => Part::Project,
    }
}

/// Seals everything in a file of a version that knew no seals, as it stands.
pub(super) fn write_everything(to: &Connection) -> Result<(), Fault> {
    write(to)?;
    steps::seal(to)?;
    Record::seal(to)
}
