//! An open project on its worker thread: keeps every step, saves, and closes. All methods wait for the disk.
//!
//! The store holds its own copy of the project and takes every step through `Project::apply` as well: what is kept is what replays.
//!
//! **Promise.** A step is durable when [`ProjectStore::record`] returns. Without a file lock everything works but saving to that file.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use rusqlite::Connection;

use super::{
    block::{self, Blocks},
    cut::{self, Forgotten, Readable},
    lock::{Holder, ProjectLock},
    save,
    saving::{Draft, Landed, Replaces, Saving},
    schema, state, steps,
    trouble::{Fallback, Fault, Kind, Trouble},
    working_copy::{Record, WorkingCopy},
    workplace::Workplace,
};
use crate::{
    model::id::SourceId,
    project::{
        Project,
        history::{History, Step},
    },
    say,
    storage::{causes::of_database, watch::Watch},
};

/// So many steps away from the project's tables they are written anew, which keeps opening quick.
const STEPS_BETWEEN_CHECKPOINTS: usize = 1_000;

/// An open project.
pub struct ProjectStore {
    copy: WorkingCopy, // before the lock: the copy is closed before the project is free for others
    record: Record,
    numbers: Vec<i64>,
    project: Project,
    workplace: Arc<Workplace>,
    lock: Option<ProjectLock>,
}

/// What a working copy holds.
pub(super) struct Kept {
    pub store: ProjectStore,
    pub history: History,
    pub blocks: Blocks,
    pub forgotten: Vec<Forgotten>,
}

impl ProjectStore {
    /// Reads a working copy to where its cursor stands. Steps since the last checkpoint go through `Project::apply` again.
    pub(super) fn read(copy: WorkingCopy, workplace: Arc<Workplace>) -> Result<Kept, Trouble> {
        let path = copy.path();
        Self::read_tables(copy, workplace).map_err(|it| Trouble::damaged(&path)(it).of_copy(Fallback::Unknown))
    }

    fn read_tables(copy: WorkingCopy, workplace: Arc<Workplace>) -> Result<Kept, Fault> {
        schema::check(&copy.database, schema::VERSION)?;
        let mut record = Record::read(&copy.database)?;
        let Readable { numbers, steps, forgotten } = cut::read(&copy.database, &mut record)?;
        let project = replay(state::read(&copy.database)?, &record, &numbers, &steps)?;
        let blocks = block::get_all(&copy.database, state::needed(&project))?;
        let taken = steps::place_of(&numbers, record.cursor).unwrap_or(0);
        let store = Self { copy, record, numbers, project, workplace, lock: None };
        Ok(Kept { store, history: History::of(steps, taken), blocks, forgotten })
    }

    /// The project as it is kept.
    pub fn project(&self) -> &Project {
        &self.project
    }

    /// Where the project is saved, if it ever was.
    pub fn file(&self) -> Option<&Path> {
        self.record.origin.as_deref()
    }

    /// Whether the file holds everything that the working copy holds.
    pub fn is_saved(&self) -> bool {
        self.record.is_saved()
    }

    /// Whether nothing was ever done in it and no file was made of it.
    pub fn is_untouched(&self) -> bool {
        let begins = self.record.cursor == 0 && self.record.checkpoint == 0; // else its first steps were forgotten
        begins && self.numbers.is_empty() && self.record.origin.is_none()
    }

    /// Whether *Save* may write to the project's file.
    pub fn may_save(&self) -> bool {
        self.record.origin.is_none() || self.lock.is_some()
    }

    /// When the last step was taken (`2026-11-23T14:32`).
    pub fn changed_at(&self) -> &str {
        &self.record.changed_at
    }

    /// How many of the kept steps are done.
    pub fn taken(&self) -> usize {
        steps::place_of(&self.numbers, self.record.cursor).unwrap_or(0)
    }

    /// Keeps a step that was just taken; steps undone before it are forgotten. Durable when this returns.
    pub fn record(&mut self, step: &Step) -> Result<(), Trouble> {
        let inverse = self.project.apply(step.done.clone()).map_err(|it| self.out_of_step(it.message()))?;
        let kept = self.keep(step);
        if kept.is_err() {
            // What was applied a moment ago can be taken back; the database took its own part back by itself.
            let _ = self.project.replay(inverse);
        }
        kept
    }

    fn keep(&mut self, step: &Step) -> Result<(), Trouble> {
        let taken = self.taken();
        let mut record = Record { changed_at: step.at.clone(), ..self.record.clone() };
        let project = &self.project;
        let checkpoint_place = steps::place_of(&self.numbers, record.checkpoint).unwrap_or(0);
        let due = checkpoint_place > taken || taken - checkpoint_place >= STEPS_BETWEEN_CHECKPOINTS;
        let written = in_transaction(&self.copy.database, |to| {
            if step.done.touches_sources() {
                block::check_there(to, state::needed(project))?; // what can't be opened again must not be kept
            }
            if taken < self.numbers.len() {
                steps::forget_after(to, record.cursor)?;
            }
            record.cursor = steps::add(to, step)?;
            if due {
                record.checkpoint = record.cursor;
                state::write(to, project, &record.changed_at)?;
            }
            Ok(record.write(to)?)
        });
        written.map_err(|it| self.not_kept(it))?;
        self.numbers.truncate(taken);
        self.numbers.push(record.cursor);
        self.record = record;
        Ok(())
    }

    /// Keeps that `taken` of the steps are done, after undo or redo. Durable when this returns.
    pub fn set_taken(&mut self, taken: usize) -> Result<(), Trouble> {
        let taken = taken.min(self.numbers.len());
        let mut project = self.project.clone();
        let mut changed_at = self.record.changed_at.clone();
        let walk = walk(&mut project, self.taken(), taken, |place| self.step(place, &mut changed_at));
        walk.map_err(|it| self.damaged(it))?;
        let cursor = taken.checked_sub(1).and_then(|it| self.numbers.get(it)).copied().unwrap_or(self.beginning());
        let record = Record { cursor, changed_at, ..self.record.clone() };
        in_transaction(&self.copy.database, |to| Ok(record.write(to)?)).map_err(|it| self.not_kept(it))?;
        (self.project, self.record) = (project, record);
        Ok(())
    }

    /// The number of the state before all steps: 0, or where the tables stand if all before was forgotten.
    fn beginning(&self) -> i64 {
        if steps::place_of(&self.numbers, self.record.checkpoint) == Some(0) { self.record.checkpoint } else { 0 }
    }

    fn step(&self, place: usize, at: &mut String) -> Result<Step, Fault> {
        let step = steps::get(&self.copy.database, self.numbers.get(place).copied().unwrap_or(0))?;
        at.clone_from(&step.at);
        Ok(step)
    }

    /// Keeps the bytes of a source, before the step that uses it. Durable when this returns; the same bytes are kept once.
    pub fn add_block(&mut self, bytes: &[u8]) -> Result<SourceId, Trouble> {
        let put = in_transaction(&self.copy.database, |to| Ok(block::put(to, bytes)?));
        put.map_err(|it| self.not_kept(it))
    }

    /// The bytes of a source that was kept, also of one that the project doesn't use (any more).
    pub fn block(&self, id: SourceId) -> Result<Arc<[u8]>, Trouble> {
        block::get(&self.copy.database, id).map_err(|it| self.damaged(it))
    }

    /// Saves to the project's file. Refused if somebody else has it open or saved it meanwhile: *save as* then helps.
    pub fn save(&mut self) -> Result<(), Trouble> {
        self.save_to(None, Replaces::Nothing)
    }

    /// Saves to another file, which from now on is the project's. Whoever calls has asked before replacing one.
    pub fn save_as(&mut self, target: &Path) -> Result<(), Trouble> {
        self.save_to(Some(target), Replaces::Anything)
    }

    fn save_to(&mut self, target: Option<&Path>, replaces: Replaces) -> Result<(), Trouble> {
        let mut saving = self.begin_save(target, replaces, &Blocks::new())?;
        saving.make();
        self.expect(&mut saving);
        let landed = saving.land(&Watch::default());
        self.end_save(landed)
    }

    /// Begins a save of what is kept now; without a target to the project's own file. What it gives makes the new file and puts it
    /// down without the store, which goes on keeping steps: [`Saving::make`], [`Self::expect`], [`Saving::land`], [`Self::end_save`].
    /// Meanwhile the store must not be closed. `blocks`: the bytes of sources that are at hand, so that they need not be read.
    pub fn begin_save(&mut self, target: Option<&Path>, replaces: Replaces, blocks: &Blocks) -> Result<Saving, Trouble> {
        let origin = self.record.origin.clone();
        let target = target.map(real_path).or_else(|| origin.clone()).ok_or_else(|| Trouble::new(Kind::NoFileYet, &self.copy.path()))?;
        let own = origin.as_ref() == Some(&target);
        let needed = state::needed(&self.project).into_iter();
        let at_hand = |id| Ok((id, blocks.get(&id).cloned().map_or_else(|| block::get(&self.copy.database, id), Ok)?));
        let blocks = needed.map(at_hand).collect::<Result<Blocks, Fault>>().map_err(|it| self.damaged(it))?;
        let draft = Draft { project: self.project.clone(), changed_at: self.record.changed_at.clone(), blocks, copy: self.copy.path() };
        let expected = own.then(|| [self.record.origin_hash, self.record.pending.map(|(_, hash)| hash)]);
        let lock = if own { self.lock.take() } else { None };
        let (step, workplace) = (self.record.cursor, Arc::clone(&self.workplace));
        Ok(Saving { draft, made: None, target, expected, replaces, step, lock, own, workplace })
    }

    /// Notes which file is about to be put down, before it is: a process killed between the two still knows its own file again.
    pub fn expect(&mut self, saving: &mut Saving) {
        let Some(Ok(made)) = saving.made.as_ref().filter(|_| saving.own) else { return };
        let noted = self.rewrite(Record { pending: Some((saving.step, made.hash)), ..self.record.clone() });
        if let Err(trouble) = noted {
            saving.made = Some(Err(trouble));
        }
    }

    /// Notes what became of a save. From a file that was put down on, the project is that file's.
    pub fn end_save(&mut self, landed: Landed) -> Result<(), Trouble> {
        let Landed { target, step, hash, lock, own, came } = landed;
        if own || came.is_ok() {
            self.lock = lock;
        }
        let record = Record { pending: None, ..self.record.clone() };
        match came {
            Ok(()) => self.rewrite(Record { origin: Some(target), origin_hash: hash, saved: Some(step), ..record }),
            Err(trouble) => {
                self.rewrite(record)?;
                Err(trouble)
            }
        }
    }

    fn rewrite(&mut self, record: Record) -> Result<(), Trouble> {
        record.write(&self.copy.database).map_err(Trouble::not_kept(&self.copy.path()))?;
        self.record = record;
        Ok(())
    }

    /// A save that was killed after the file changed and before it was noted is noted now.
    pub(super) fn settle_pending(&mut self) -> Result<(), Trouble> {
        let (Some((step, hash)), Some(target)) = (self.record.pending, self.record.origin.clone()) else { return Ok(()) };
        let landed = save::hash_of(&target, self.workplace.files.as_ref()) == Ok(Some(hash));
        let record = Record { pending: None, ..self.record.clone() };
        let record = if landed { Record { saved: Some(step), origin_hash: Some(hash), ..record } } else { record };
        self.rewrite(record)
    }

    /// Takes the lock of the project's file; without it the project is open for reading.
    pub(super) fn lock(&mut self, lock: Option<ProjectLock>) {
        self.lock = lock;
    }

    /// Closes. A working copy with steps stays, with its history: an unsaved one is offered again, a saved one comes back with its file.
    pub fn close(self) {
        if self.is_untouched() || (self.numbers.is_empty() && self.is_saved()) {
            let _ = self.copy.remove(); // nothing was done in it
        }
    }

    /// Lets the disk be full, for tests.
    #[cfg(test)]
    pub(crate) fn limit_pages(&self, most: Option<u32>) {
        let most = most.unwrap_or(u32::MAX - 1);
        let _ = self.copy.database.query_row(&format!("PRAGMA max_page_count = {most}"), [], |_| Ok(()));
    }

    /// Closes and throws away everything that was not saved, the history too.
    pub fn discard(self) -> Result<(), Trouble> {
        self.copy.remove()
    }

    /// Who else holds the lock of the project's file now, if it isn't ours any more.
    pub fn taken_over_by(&self) -> Option<Holder> {
        self.lock.as_ref()?.other_holder()
    }

    /// The folder of the working copy; its name is what `resume` asks for.
    pub fn working_copy(&self) -> PathBuf {
        self.copy.folder.clone()
    }

    fn not_kept(&self, fault: Fault) -> Trouble {
        let told = Trouble::new(Kind::NotKept, &self.copy.path());
        match fault {
            Fault::Database(fault) => told.because(of_database(&fault)),
            Fault::Unsound(place) => told.because(say!("project-file-why-damaged-at", place = super::place::said(&place.0))),
            Fault::SourceMissing(source) => told.because(say!("project-file-why-source-missing", source)),
            altered @ (Fault::Altered(_) | Fault::Pages(_)) => self.damaged(altered),
        }
    }

    fn damaged(&self, fault: Fault) -> Trouble {
        Trouble::damaged(&self.copy.path())(fault).of_copy(Fallback::Open)
    }

    fn out_of_step(&self, reason: crate::words::Message) -> Trouble {
        Trouble::new(Kind::OutOfStep(reason), &self.copy.path())
    }
}

/// Whether a working copy opens as it is: everything that [`ProjectStore::read`] needs of it, read without a change to it.
pub(super) fn check_whole(from: &Connection, record: &Record) -> Result<(), Fault> {
    schema::check(from, schema::VERSION)?;
    let (Readable { numbers, steps, .. }, ..) = cut::look(from, record)?;
    let project = replay(state::read(from)?, record, &numbers, &steps)?;
    state::needed(&project).into_iter().try_for_each(|it| block::get(from, it).map(|_| ()))
}

fn in_transaction<T>(database: &Connection, work: impl FnOnce(&Connection) -> Result<T, Fault>) -> Result<T, Fault> {
    let transaction = database.unchecked_transaction()?;
    let done = work(&transaction)?;
    transaction.commit()?;
    Ok(done)
}

/// From the project's tables to the cursor.
fn replay(mut project: Project, record: &Record, numbers: &[i64], steps: &[Step]) -> Result<Project, Fault> {
    let place = |seq| steps::place_of(numbers, seq).ok_or_else(|| super::saved::Unsound::at(format!("step {seq}")));
    let (from, to) = (place(record.checkpoint)?, place(record.cursor)?);
    let last = record.checkpoint.max(record.cursor);
    if record.checkpoint != record.cursor && numbers.binary_search(&last).is_err() {
        return Err(super::saved::Unsound::at(format!("step {last}")).into());
    }
    walk(&mut project, from, to, |it| steps.get(it).cloned().ok_or_else(|| super::saved::Unsound::at(format!("step {it}")).into()))?;
    Ok(project)
}

/// Takes the steps between two places of the history, or takes them back.
fn walk(project: &mut Project, from: usize, to: usize, mut step: impl FnMut(usize) -> Result<Step, Fault>) -> Result<(), Fault> {
    let refused = |place: usize| super::saved::Unsound::at(format!("step {}", place + 1));
    for place in from..to {
        project.replay(step(place)?.done).map_err(|_| refused(place))?;
    }
    for place in (to..from).rev() {
        project.replay(step(place)?.inverse).map_err(|_| refused(place))?;
    }
    Ok(())
}

/// Where a path leads: absolute and, where the system says so plainly, through links, so that saving never replaces a link by a file.
pub fn real_path(path: &Path) -> PathBuf {
    const LINKS: u32 = 40; // as many as Linux follows
    real_path_within(path, LINKS)
}

fn real_path_within(path: &Path, links: u32) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    if cfg!(windows) {
        return absolute; // Windows answers with `\\?\` paths, which nobody wants to read
    }
    if let Ok(real) = fs::canonicalize(&absolute) {
        return real;
    }
    if let Some(leads_to) = fs::read_link(&absolute).ok().filter(|_| links > 0) {
        let folder = absolute.parent().unwrap_or(Path::new("")); // a link to what isn't there yet stays one
        return real_path_within(&folder.join(leads_to), links - 1);
    }
    let folder = absolute.parent().and_then(|it| fs::canonicalize(it).ok());
    folder.zip(absolute.file_name()).map_or_else(|| absolute.clone(), |(folder, name)| folder.join(name))
}
