//! A history of which a part can't be read: what the state of the project doesn't need is forgotten, and that is told.
//!
//! The state is what stands in the tables and the steps from there to the cursor. A bit that flipped in any other step must not keep
//! a planner from their work.
//!
//! **Promise.** Steps are forgotten only once the others are proven; the work itself stays. What is forgotten is told once.

use rusqlite::Connection;

use super::{steps, trouble::Fault, working_copy::Record};
use crate::model::finding::{Finding, Severity};
use crate::{
    project::history::Step,
    say,
    storage::codes::{self, finding},
    words::Message,
};

/// Steps that were forgotten because one of them could not be read, and how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Forgotten {
    /// The first ones: they can't be undone any more.
    First(usize),
    /// The last of those that had been undone: they can't be redone any more.
    Undone(usize),
}

impl Forgotten {
    /// What is to be said about it.
    pub fn finding(self) -> Finding {
        finding(Severity::Warning, codes::HISTORY_SHORTENED, self.message(), say!("project-file-remedy-history"))
    }

    fn message(self) -> Message {
        match self {
            Self::First(count) => say!("project-file-history-first", count),
            Self::Undone(count) => say!("project-file-history-undone", count),
        }
    }
}

/// The steps with their numbers, without those that nobody can read and nobody needs.
pub(super) struct Readable {
    pub numbers: Vec<i64>,
    pub steps: Vec<Step>,
    pub forgotten: Vec<Forgotten>,
}

/// Reads the history of a working copy; what has to be forgotten of it is forgotten there too.
pub(super) fn read(from: &Connection, record: &mut Record) -> Result<Readable, Fault> {
    let (readable, first, undone) = look(from, record)?;
    if !readable.forgotten.is_empty() {
        forget(from, record, first, undone)?;
    }
    Ok(readable)
}

/// What [`read`] gives, without a change to the working copy; and up to which step and from which one on is to be forgotten.
pub(super) fn look(from: &Connection, record: &Record) -> Result<(Readable, Option<i64>, Option<i64>), Fault> {
    let mut all = steps::all(from)?;
    let (low, high) = (record.checkpoint.min(record.cursor), record.checkpoint.max(record.cursor));
    let altered = |it: &&steps::Found| it.1.is_err();
    let first = all.iter().filter(altered).map(|it| it.0).filter(|it| *it <= low).max();
    let undone = all.iter().filter(altered).map(|it| it.0).filter(|it| *it > high).min();
    let is_first = |seq: i64| first.is_some_and(|it| seq <= it);
    let is_undone = |seq: i64| undone.is_some_and(|it| seq >= it);
    let count = |is: &dyn Fn(i64) -> bool| all.iter().filter(|it| is(it.0)).count();
    let forgotten = [(count(&is_first), Forgotten::First as fn(usize) -> _), (count(&is_undone), Forgotten::Undone)];
    let forgotten: Vec<Forgotten> = forgotten.into_iter().filter(|it| it.0 > 0).map(|(count, side)| side(count)).collect();
    all.retain(|(seq, _)| !is_first(*seq) && !is_undone(*seq));
    let kept = all.into_iter().map(|(seq, step)| Ok((seq, step?))).collect::<Result<Vec<_>, Fault>>()?;
    let (numbers, steps) = kept.into_iter().unzip();
    Ok((Readable { numbers, steps, forgotten }, first, undone))
}

/// The beginning of what is left gets the number 0, which another state had that may have been saved: that one is known no more.
fn forget(to: &Connection, record: &mut Record, first: Option<i64>, undone: Option<i64>) -> Result<(), Fault> {
    let known = |step: i64| first.is_none_or(|it| step >= it);
    let (saved, pending) = (record.saved.filter(|it| known(*it)), record.pending.filter(|it| known(it.0)));
    let next = Record { saved, pending, ..record.clone() };
    let transaction = to.unchecked_transaction()?;
    steps::forget_beyond(&transaction, first, undone)?;
    next.write(&transaction)?;
    transaction.commit()?;
    *record = next;
    Ok(())
}
