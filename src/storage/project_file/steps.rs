//! The history in its table, and where in it we stand: the cursor is the number of the last step that is done, 0 for none.
//!
//! Numbers grow and are never given twice, so a number says exactly which state of the project is meant: saved, or kept in the tables.

use rusqlite::{Connection, OptionalExtension, params};

use super::{
    saved::{self, Unsound},
    state::{rows, text},
    trouble::Fault,
};
use crate::project::history::Step;

/// Adds a step and gives its number.
pub(super) fn add(to: &Connection, step: &Step) -> Result<i64, Fault> {
    let (done, inverse) = (saved::command_to_text(&step.done)?, saved::command_to_text(&step.inverse)?);
    let title = saved::title_to_text(&step.title)?;
    let mut insert = to.prepare_cached("INSERT INTO step(done, inverse, title, at) VALUES (?1, ?2, ?3, ?4)")?;
    Ok(insert.insert(params![done, inverse, title, step.at])?)
}

/// Forgets the steps after a number.
pub(super) fn forget_after(to: &Connection, cursor: i64) -> rusqlite::Result<usize> {
    to.prepare_cached("DELETE FROM step WHERE seq > ?1")?.execute([cursor])
}

/// One step by its number.
pub(super) fn get(from: &Connection, seq: i64) -> Result<Step, Fault> {
    let query = "SELECT done, inverse, title, at FROM step WHERE seq = ?1";
    let columns = from.query_row(query, [seq], |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?])).optional()?;
    let columns = columns.ok_or_else(|| Unsound::at(format!("step {seq}")))?;
    decode(columns).map_err(|it| it.within(format!("step {seq}")).into())
}

/// All steps with their numbers, in order.
pub(super) fn all(from: &Connection) -> Result<(Vec<i64>, Vec<Step>), Fault> {
    let query = "SELECT seq, done, inverse, title, at FROM step ORDER BY seq";
    let steps = rows(from, query, |row| {
        let seq: i64 = row.get(0).map_err(|_| Unsound::at("seq"))?;
        Ok((seq, decode([text(row, 1)?, text(row, 2)?, text(row, 3)?, text(row, 4)?])?))
    })?;
    Ok(steps.into_iter().unzip())
}

fn decode([done, inverse, title, at]: [String; 4]) -> Result<Step, Unsound> {
    Ok(Step {
        done: saved::command_from_text(&done)?,
        inverse: saved::command_from_text(&inverse)?,
        title: saved::title_from_text(&title)?,
        at,
    })
}

/// How many of the numbered steps stand at or before a number; `None` if the number is none of them.
pub(super) fn place_of(numbers: &[i64], seq: i64) -> Option<usize> {
    if seq == 0 { Some(0) } else { numbers.binary_search(&seq).ok().map(|it| it + 1) }
}
