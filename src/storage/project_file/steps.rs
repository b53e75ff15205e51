//! The history in its table, and where in it we stand: the cursor is the number of the last step that is done, 0 for none.
//!
//! Numbers grow and are never given twice, so a number says exactly which state of the project is meant: saved, or kept in the tables.

use rusqlite::{Connection, OptionalExtension, params, types::ValueRef};

use super::{
    saved::{self, Unsound},
    seal::{self, Part},
    state::{rows, text},
    trouble::Fault,
    working_copy::Hash,
};
use crate::project::history::Step;

/// Adds a step and gives its number.
pub(super) fn add(to: &Connection, step: &Step) -> Result<i64, Fault> {
    let (done, inverse) = (saved::command_to_text(&step.done)?, saved::command_to_text(&step.inverse)?);
    let title = saved::title_to_text(&step.title)?;
    let seq = next(to)?;
    let sum = sum(seq, [&done, &inverse, &title, &step.at]);
    let mut insert = to.prepare_cached("INSERT INTO step(seq, done, inverse, title, at, sum) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?;
    Ok(insert.insert(params![seq, done, inverse, title, step.at, sum])?)
}

/// A number that no step ever had, also none that was forgotten. SQLite's own count carries no sum: where it is lower than what is
/// known to have been given, or beyond all counting, it is not believed.
fn next(from: &Connection) -> Result<i64, Fault> {
    let mut query = from.prepare_cached(
        "SELECT max(0,
            coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'step' AND typeof(seq) = 'integer' AND seq < 4611686018427387904), 0),
            coalesce((SELECT max(seq) FROM step), 0),
            coalesce((SELECT max(cursor, checkpoint, coalesce(saved, 0), coalesce(pending, 0)) FROM working), 0))",
    )?;
    let highest: i64 = query.query_row([], |row| row.get(0))?;
    highest.checked_add(1).ok_or_else(|| Unsound::at("step").into())
}

/// The sum that a step carries: over its number and its texts.
fn sum(seq: i64, texts: [&String; 4]) -> Hash {
    seal::sum([ValueRef::Integer(seq)].into_iter().chain(texts.map(|it| ValueRef::Text(it.as_bytes()))))
}

/// Gives all steps their sums, for those of a version that had none.
pub(super) fn seal(to: &Connection) -> Result<(), Fault> {
    let query = "SELECT seq, done, inverse, title, at FROM step";
    let texts = |row: &rusqlite::Row<'_>| Ok([text(row, 1)?, text(row, 2)?, text(row, 3)?, text(row, 4)?]);
    let steps = rows(to, query, |row| Ok((row.get::<_, i64>(0).map_err(|_| Unsound::at("seq"))?, texts(row)?)))?;
    let mut update = to.prepare("UPDATE step SET sum = ?2 WHERE seq = ?1")?;
    for (seq, texts) in steps {
        update.execute(params![seq, sum(seq, texts.each_ref())])?;
    }
    Ok(())
}

/// Forgets the steps after a number.
pub(super) fn forget_after(to: &Connection, cursor: i64) -> rusqlite::Result<usize> {
    to.prepare_cached("DELETE FROM step WHERE seq > ?1")?.execute([cursor])
}

/// One step by its number.
pub(super) fn get(from: &Connection, seq: i64) -> Result<Step, Fault> {
    let query = "SELECT done, inverse, title, at, sum FROM step WHERE seq = ?1";
    let columns = |row: &rusqlite::Row<'_>| Ok(([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?], row.get(4)?));
    let columns = from.query_row(query, [seq], columns).optional()?;
    let (texts, sum) = columns.ok_or_else(|| Unsound::at(format!("step {seq}")))?;
    proven(seq, texts, sum)
}

/// The number of a step, and the step or what is wrong with it.
pub(super) type Found = (i64, Result<Step, Fault>);

/// A step as it stands in its row: its texts and its sum.
type Columns = ([String; 4], Vec<u8>);

/// All steps with their numbers, in order; in place of one that is not what was written, what is wrong with it.
pub(super) fn all(from: &Connection) -> Result<Vec<Found>, Fault> {
    let query = "SELECT seq, done, inverse, title, at, sum FROM step ORDER BY seq";
    let columns = |row: &rusqlite::Row<'_>| -> Result<Columns, Unsound> {
        Ok(([text(row, 1)?, text(row, 2)?, text(row, 3)?, text(row, 4)?], row.get(5).map_err(|_| Unsound::at("sum"))?))
    };
    let steps = rows(from, query, |row| Ok((row.get::<_, i64>(0).map_err(|_| Unsound::at("seq"))?, columns(row))))?;
    let step = |(seq, columns): (i64, Result<Columns, Unsound>)| match columns {
        Ok((texts, sum)) => (seq, proven(seq, texts, sum)),
        Err(unsound) => (seq, Err(unsound.within(format!("step {seq}")).into())),
    };
    Ok(steps.into_iter().map(step).collect())
}

/// Forgets the steps up to a number, and those from another one on.
pub(super) fn forget_beyond(to: &Connection, up_to: Option<i64>, from: Option<i64>) -> rusqlite::Result<()> {
    to.execute("DELETE FROM step WHERE seq <= ?1 OR seq >= ?2", params![up_to, from]).map(|_| ())
}

/// A step whose sum is right; what is unsound in it all the same says where.
fn proven(seq: i64, texts: [String; 4], sealed: Vec<u8>) -> Result<Step, Fault> {
    if sum(seq, texts.each_ref()).as_slice() != sealed {
        return Err(Fault::Altered(Part::Step(seq)));
    }
    decode(texts).map_err(|it| it.within(format!("step {seq}")).into())
}

fn decode([done, inverse, title, at]: [String; 4]) -> Result<Step, Unsound> {
    Ok(Step {
        done: saved::command_from_text(&done)?,
        inverse: saved::command_from_text(&inverse)?,
        title: saved::title_from_text(&title)?,
        at,
    })
}

/// How many of the numbered steps stand at or before a number; `None` if the number is none of them, nor before them all: then the
/// step of that number was forgotten with all before it (`cut`).
pub(super) fn place_of(numbers: &[i64], seq: i64) -> Option<usize> {
    let before_all = seq == 0 || numbers.first().is_none_or(|it| seq < *it);
    if before_all { Some(0) } else { numbers.binary_search(&seq).ok().map(|it| it + 1) }
}
