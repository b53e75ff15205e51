//! A working copy in which a step that its state needs can't be read: what is whole of it becomes a working copy of its own.
//!
//! The steps lead on from where something whole stands: the copy's own tables, or the project's file if it still is what was saved.
//! Whichever of the two gets nearer to where the work stood is taken.
//!
//! **Promise.** The damaged copy stays as it is, byte for byte. What is missing is counted and told. The rescued project has no file
//! until the planner gives it one: nothing that somebody still has is replaced by less. A damaged copy is rescued once: beside the
//! rescued one stands of which bytes it was made, and going on with those again opens it, with all that was done in it since.

use std::{
    fs,
    path::{Path, PathBuf},
};

use rusqlite::Connection;

use super::{
    Access, How, Opened, ProjectFiles, ProjectStore,
    block::{self, Blocks},
    open::opened,
    save, schema, state,
    steps::{self, Found},
    trouble::{Fault, Kind, Trouble},
    unfinished::free,
    working_copy::{self, COPY, Making, Record, WorkingCopy},
};
use crate::{
    model::finding::{Finding, Severity},
    project::{Project, history::Step},
    say,
    storage::codes::{self, finding},
};

/// Beside a rescued working copy: of which one it was made.
const RESCUED_OF: &str = "rescued-of";

/// What was rescued of a damaged working copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rescued {
    /// How many steps are missing between what is open and where the work stood.
    pub missing: usize,
    /// Whether those steps had been taken back and now stand as done; else they had been done and are gone.
    pub taken_back: bool,
    /// The damaged working copy.
    pub folder: PathBuf,
    /// Whether it was rescued before: then what is open is what came of it since, and the other two tell nothing.
    pub before: bool,
}

impl Rescued {
    /// What is to be said about it.
    pub fn finding(&self) -> Finding {
        let (count, folder) = (self.missing, self.folder.display().to_string());
        let message = match (self.missing, self.taken_back) {
            _ if self.before => say!("project-file-rescued-before"),
            (0, _) => say!("project-file-rescued-all"),
            (_, false) => say!("project-file-rescued-without", count),
            (_, true) => say!("project-file-rescued-with", count),
        };
        finding(Severity::Warning, codes::WORKING_COPY_RESCUED, message, say!("project-file-remedy-rescued", folder))
    }
}

/// A state of the project, and the number of the step after which it stood so.
struct Reached {
    project: Project,
    at: i64,
}

/// What is whole of a working copy.
struct Whole {
    project: Project,
    steps: Vec<Step>,
    taken: usize,
    missing: usize,
    taken_back: bool,
}

impl ProjectFiles {
    /// What was rescued of exactly this damaged working copy before, if it still opens; a refusal if somebody works on it.
    pub(super) fn rescued_before(&self, folder: &Path, how: How) -> Option<Result<Opened, Trouble>> {
        let mark = self.mark_of(folder)?;
        let made_of_it = |it: &PathBuf| fs::read_to_string(it.join(RESCUED_OF)).is_ok_and(|it| it == mark);
        let rescued = Rescued { missing: 0, taken_back: false, folder: folder.to_owned(), before: true };
        let again = |it: PathBuf| match self.resume_as(&it, how) {
            Ok(opened) => Some(Ok(Opened { rescued: Some(rescued.clone()), ..opened })),
            Err(trouble) if trouble.kind == Kind::WorkingCopyInUse => Some(Err(trouble)),
            Err(_) => None,
        };
        working_copy::folders(&self.workplace).into_iter().rev().filter(made_of_it).find_map(again)
    }

    /// By what a damaged working copy is known again: its name and what stands in it.
    fn mark_of(&self, folder: &Path) -> Option<String> {
        let hash = save::hash_of(&folder.join(COPY), self.workplace.files.as_ref()).ok()??;
        let hash: String = hash.iter().map(|it| format!("{it:02x}")).collect();
        Some(format!("{} {hash}", folder.file_name()?.to_str()?))
    }

    /// Opens what is whole of a working copy that can't be resumed; `None` where nothing can be proven to be.
    pub(super) fn rescue(&self, folder: &Path) -> Option<Opened> {
        let (_held, record, whole, blocks) = self.salvage(folder)?;
        let rescued = Rescued { missing: whole.missing, taken_back: whole.taken_back, folder: folder.to_owned(), before: false };
        let mark = self.mark_of(folder);
        let kept = ProjectStore::read(self.copy_of(&whole, &blocks, &record.changed_at, mark).ok()?, self.workplace.clone()).ok()?;
        Some(Opened { rescued: Some(rescued), ..opened(kept, Access::Edit, None, Vec::new()) })
    }

    /// Whether something of a working copy that can't be resumed is proven to be whole.
    pub(super) fn is_rescuable(&self, folder: &Path) -> bool {
        self.salvage(folder).is_some()
    }

    /// What is whole of it, with the blocks that it needs; the damaged copy is held meanwhile.
    fn salvage(&self, folder: &Path) -> Option<(WorkingCopy, Record, Whole, Blocks)> {
        let copy = free(folder).ok()??;
        schema::check(&copy.database, schema::VERSION).ok()?;
        let record = Record::read(&copy.database).ok()?;
        let saved = self.as_saved(&record);
        let mut blocks = sound_blocks(&copy.database).ok()?;
        let (saved, more) = saved.map_or((None, Blocks::new()), |it| (Some(it.project), it.blocks));
        blocks.extend(more);
        let whole = whole(&copy.database, &record, saved).ok().flatten()?;
        Some((copy, record, whole, blocks))
    }

    /// The project's file, if it is the one that was saved.
    fn as_saved(&self, record: &Record) -> Option<super::Read> {
        let file = record.origin.as_deref()?;
        let same = save::hash_of(file, self.workplace.files.as_ref()).ok()?.is_some_and(|it| Some(it) == record.origin_hash);
        if same { self.read(file).ok() } else { None }
    }

    fn copy_of(&self, whole: &Whole, blocks: &Blocks, changed_at: &str, mark: Option<String>) -> Result<WorkingCopy, Trouble> {
        let making = Making::begin(&self.workplace)?;
        let draft = making.draft();
        let make = || -> Result<(), Fault> {
            let database = schema::create(&draft, schema::TABLES, schema::VERSION)?;
            let transaction = database.unchecked_transaction()?;
            for bytes in blocks.values() {
                block::put(&transaction, bytes)?;
            }
            block::check_there(&transaction, state::needed(&whole.project))?;
            state::write(&transaction, &whole.project, changed_at)?;
            let numbers = whole.steps.iter().map(|it| steps::add(&transaction, it)).collect::<Result<Vec<i64>, Fault>>()?;
            let beginning = i64::from(numbers.is_empty()); // with 0 and no step, nothing would seem to have been done in it
            let here = whole.taken.checked_sub(1).and_then(|it| numbers.get(it)).copied().unwrap_or(beginning);
            Record { cursor: here, checkpoint: here, changed_at: changed_at.to_owned(), ..Record::default() }.write(&transaction)?;
            Ok(transaction.commit()?)
        };
        make().map_err(Trouble::damaged(&draft))?;
        // without it the next rescue only makes another copy
        mark.into_iter().for_each(|it| _ = fs::write(draft.with_file_name(RESCUED_OF), it));
        making.complete(&draft)
    }
}

/// Every block that is what its id says.
fn sound_blocks(from: &Connection) -> Result<Blocks, Fault> {
    let ids = state::rows(from, "SELECT id FROM block", |row| {
        row.get(0).map(crate::model::id::SourceId).map_err(|_| super::saved::Unsound::at("block"))
    })?;
    Ok(ids.into_iter().filter_map(|id| Some((id, block::get(from, id).ok()?))).collect())
}

/// `None` where every step that is needed is there: then something else is wrong.
fn whole(from: &Connection, record: &Record, saved: Option<Project>) -> Result<Option<Whole>, Fault> {
    let all = steps::all(from)?;
    let is_state = |seq: &i64| *seq == 0 || all.iter().any(|it| it.0 == *seq); // else it was forgotten, or another past's
    let numbers: Vec<i64> = all.iter().map(|it| it.0).collect();
    let in_history =
        steps::place_of(&numbers, record.checkpoint).is_some() && (record.checkpoint <= record.cursor || is_state(&record.checkpoint));
    let tables = state::read(from).ok().filter(|_| in_history).map(|it| Reached { project: it, at: record.checkpoint });
    let file = record.saved.filter(is_state).zip(saved).map(|(at, project)| Reached { project, at });
    let between = |at: i64| all.iter().filter(|it| it.0 > at.min(record.cursor) && it.0 <= at.max(record.cursor)).count();
    let reached = [tables, file].into_iter().flatten().map(|it| walked(it, record.cursor, &all));
    let Some(Reached { project, at }) = reached.min_by_key(|it| between(it.at)) else { return Ok(None) };
    if all.iter().all(|it| it.1.is_ok()) {
        return Ok(None);
    }
    let (before, behind) = all.split_at(all.partition_point(|it| it.0 <= at));
    let done: Vec<Step> = before.iter().rev().map_while(|it| it.1.as_ref().ok()).cloned().collect();
    // the step that stopped us may be readable and not fit: nobody may be offered to take it again
    let goes_on = at >= record.cursor;
    let undone = behind.iter().map_while(|it| it.1.as_ref().ok().filter(|_| goes_on)).cloned();
    let (taken, missing) = (done.len(), between(at));
    let steps = done.into_iter().rev().chain(undone).collect();
    Ok(Some(Whole { project, steps, taken, missing, taken_back: at > record.cursor }))
}

/// As near to the cursor as readable steps lead.
fn walked(mut reached: Reached, cursor: i64, all: &[Found]) -> Reached {
    let forward = all.iter().filter(|it| it.0 > reached.at && it.0 <= cursor);
    for (seq, step) in forward.collect::<Vec<_>>() {
        let Ok(step) = step else { return reached };
        if reached.project.replay(step.done.clone()).is_err() {
            return reached;
        }
        reached.at = *seq;
    }
    while reached.at > cursor {
        let Some(place) = all.iter().rposition(|it| it.0 <= reached.at) else { return reached };
        let Some((_, Ok(step))) = all.get(place).filter(|it| it.0 > cursor) else { return reached };
        if reached.project.replay(step.inverse.clone()).is_err() {
            return reached;
        }
        reached.at = place.checked_sub(1).and_then(|it| all.get(it)).map_or(cursor, |it| it.0.max(cursor));
    }
    reached
}
