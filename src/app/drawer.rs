//! The drawer: the open project with what keeps it on the disk, and beside it projects that were opened but not taken yet.
//!
//! **Promise.** A change is acknowledged only when it is on the disk, and only in the project it was made in. What could not
//! be written waits and goes, in order, before anything that comes later.
//! **Not here.** Reading files (`hands`), when something is to be kept (`desk`).

use std::{
    collections::VecDeque,
    path::{Path, PathBuf},
    sync::Arc,
};

use crate::{
    desk::errand::Session,
    model::id::SourceId,
    project::{Project, history::Step},
    storage::project_file::{Blocks, Landed, ProjectStore, Replaces, Saving, Trouble},
    words::{Message, say},
};

/// The open project and those that wait to be taken.
#[derive(Default)]
pub struct Drawer {
    open: Option<Kept>,
    aside: Vec<Kept>,
    /// The save of the open project that began and has not ended, by its job: until then it is not closed, nor saved again.
    saving: Option<(u64, Option<Begun>)>,
}

/// How a save began.
type Begun = Result<Saving, Message>;

/// A change on its way to the disk.
#[derive(Debug, Clone)]
pub enum Change {
    /// A step was taken.
    Step(Box<Step>),
    /// So many steps are done now.
    Taken(usize),
}

/// A project with its working copy.
pub struct Kept {
    /// The job that opened it.
    pub session: Session,
    /// What keeps it.
    pub store: ProjectStore,
    /// The bytes of the sources that were needed so far.
    pub blocks: Blocks,
    /// How many indicators it has, for the list of recent projects.
    pub indicators: usize,
    /// Whether its working copy was made from nothing for this opening.
    pub fresh: bool,
    /// What could not be written yet, in order.
    pub waiting: VecDeque<Change>,
}

impl Drawer {
    /// Lays an opened project beside the open one.
    pub fn put_aside(&mut self, kept: Kept) {
        self.aside.push(kept);
    }

    /// An opened project takes the place of what was open, which is closed. The message says what that one lost, if anything.
    pub fn adopt(&mut self, session: Session) -> Result<(), Message> {
        let at = self.aside.iter().position(|it| it.session == session).ok_or_else(|| say!("hands-nothing-open"))?;
        let before = self.open.replace(self.aside.remove(at));
        before.map_or(Ok(()), Kept::close)
    }

    /// The open project.
    pub fn open(&self) -> Option<&Kept> {
        self.open.as_ref()
    }

    /// An opened project is not wanted: a working copy made for it goes, one that was there before stays.
    pub fn forget(&mut self, session: Session) {
        let unwanted = self.aside.extract_if(.., |it| it.session == session);
        unwanted.for_each(Kept::forget);
    }

    /// Closes the open project, if it still is the one that is meant.
    pub fn close(&mut self, session: Session) -> Result<(), Message> {
        self.open.take_if(|it| it.session == session).map_or(Ok(()), Kept::close)
    }

    /// The end of the program: whatever still waits is tried once more, and everything is closed.
    pub fn end(&mut self) -> Result<(), Message> {
        self.aside.drain(..).for_each(Kept::forget);
        self.open.take().map_or(Ok(()), Kept::close)
    }

    /// Keeps a change, after everything that still waits.
    pub fn keep(&mut self, session: Session, change: Change) -> Result<(), Message> {
        let open = self.of(session)?;
        open.waiting.push_back(change);
        open.write_or_tell()
    }

    /// Begins to save, as a job that goes on with [`Self::begun`]; without a target where it was. Refused unless what is kept is
    /// what the planner sees.
    pub fn begin_save(&mut self, job: u64, session: Session, project: &Project, target: Option<(&Path, Replaces)>) {
        let begun = self.of(session).and_then(|open| {
            open.write_or_tell()?;
            let (path, replaces) = target.unzip();
            if open.store.project() != project {
                return Err(say!("hands-not-the-same"));
            }
            open.store.begin_save(path, replaces.unwrap_or_default(), &open.blocks).map_err(|it| it.message())
        });
        self.saving = Some((job, Some(begun)));
    }

    /// What the job goes on with.
    pub fn begun(&mut self, job: u64) -> Begun {
        let begun = self.saving.as_mut().filter(|it| it.0 == job).and_then(|it| it.1.take());
        begun.unwrap_or_else(|| Err(say!("hands-nothing-open")))
    }

    /// The job is over, however it ended.
    pub fn no_longer_saving(&mut self, job: u64) {
        self.saving.take_if(|it| it.0 == job);
    }

    /// Whether the open project is being saved.
    pub fn is_saving(&self) -> bool {
        self.saving.is_some()
    }

    /// Notes which file is about to be put down, so that a program killed in that moment knows it again.
    pub fn expect(&mut self, session: Session, saving: &mut Saving) {
        if let Ok(open) = self.of(session) {
            open.store.expect(saving);
        }
    }

    /// Notes what became of a save, and where it lies.
    pub fn end_save(&mut self, session: Session, landed: Landed) -> Result<PathBuf, Message> {
        let open = self.of(session)?;
        open.store.end_save(landed).map_err(|it| it.message())?;
        Ok(open.store.file().map(Path::to_path_buf).unwrap_or_default())
    }

    /// Whether this file is open already, and may be saved to: then there is nothing to open.
    pub fn has_open(&self, real_path: &Path) -> bool {
        self.open.as_ref().is_some_and(|it| it.store.file() == Some(real_path) && (self.is_saving() || it.store.may_save()))
    }

    /// Keeps the bytes of a source, before the step that uses it.
    pub fn add_block(&mut self, session: Session, id: SourceId, bytes: Arc<[u8]>) -> Result<(), Message> {
        let open = self.of(session)?;
        open.store.add_block(&bytes).map_err(|it| it.message())?;
        open.blocks.insert(id, bytes);
        Ok(())
    }

    /// The bytes of a source, also of one that the project didn't use when it was opened.
    pub fn block(&mut self, session: Session, id: SourceId) -> Result<Arc<[u8]>, Message> {
        let open = self.of(session)?;
        if let Some(bytes) = open.blocks.get(&id) {
            return Ok(Arc::clone(bytes));
        }
        let bytes = open.store.block(id).map_err(|it| it.message())?;
        open.blocks.insert(id, Arc::clone(&bytes));
        Ok(bytes)
    }

    fn of(&mut self, session: Session) -> Result<&mut Kept, Message> {
        self.open.as_mut().filter(|it| it.session == session).ok_or_else(|| say!("hands-nothing-open"))
    }
}

impl Kept {
    /// What tells this project from others on this computer: its file, else its working copy.
    pub fn known_by(&self) -> PathBuf {
        self.store.file().map_or_else(|| self.store.working_copy(), Path::to_path_buf)
    }

    /// Writes what waits, in order, until something can't be written.
    fn write(&mut self) -> Result<(), Trouble> {
        while let Some(change) = self.waiting.front() {
            match change {
                Change::Step(step) => self.store.record(step)?,
                Change::Taken(taken) => self.store.set_taken(*taken)?,
            }
            self.waiting.pop_front();
        }
        Ok(())
    }

    fn write_or_tell(&mut self) -> Result<(), Message> {
        self.write().map_err(|trouble| say!("hands-not-kept", trouble = trouble.message()))
    }

    fn close(mut self) -> Result<(), Message> {
        let written = self.write().map_err(|it| self.lost(&it));
        if self.fresh && self.waiting.is_empty() && self.store.is_untouched() {
            let _ = self.store.discard(); // as with `forget`: nobody did anything in it
        } else {
            self.store.close();
        }
        written
    }

    fn forget(self) {
        if self.fresh {
            let _ = self.store.discard(); // at worst the start page offers an empty working copy
        } else {
            self.store.close();
        }
    }

    fn lost(&self, trouble: &Trouble) -> Message {
        say!("hands-lost", count = self.waiting.len(), name = self.store.project().name.as_str(), trouble = trouble.message())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use std::path::Path;

    use crate::{
        app::seat::Seat,
        desk::{
            action::{Action, FileWork},
            look::Settings,
            notes::Tone,
        },
        project::{Command, Project},
        storage::project_file::ProjectFiles,
    };

    struct Planner(Seat);

    impl Planner {
        fn with_sample(folder: &Path) -> Self {
            let mut planner = Self(Seat::in_folder(&folder.join("daten"), Settings::default()));
            planner.does(Action::File(FileWork::OpenSample));
            planner
        }

        fn does(&mut self, action: Action) {
            self.0.does(action, "2026-11-23T14:32");
        }

        /// One step, so long that a full disk has no room for it.
        fn renames(&mut self, name: &str) {
            self.does(Action::Edit(Command::Rename(name.repeat(20_000))));
        }

        fn refused(&mut self) -> Vec<&'static str> {
            let notes: Vec<_> = self.0.desk.notes().notes().iter().map(|it| (it.id, it.tone, it.message.key)).collect();
            notes.iter().for_each(|it| self.does(Action::Dismiss(it.0)));
            notes.into_iter().filter(|it| it.1 == Tone::Refusal).map(|it| it.2).collect()
        }
    }

    fn in_file(folder: &Path, name: &str) -> Project {
        ProjectFiles::in_folder(&folder.join("leser")).unwrap().read(&folder.join(name)).unwrap().project
    }

    /// The first step was lost, the second written down, and Save said that all was well.
    #[test]
    fn a_step_that_the_disk_refused_is_written_before_the_next_one() {
        let folder = tempfile::tempdir().unwrap();
        let mut planner = Planner::with_sample(folder.path());
        let file = folder.path().join("a.planraum");
        planner.does(Action::File(FileWork::SaveAs(file.clone())));
        planner.0.hands.limit_pages(Some(1));
        planner.renames("eins ");
        planner.renames("zwei ");
        planner.does(Action::Undo);
        assert_eq!((planner.refused(), planner.0.desk.file().recorded), (vec!["hands-not-kept"], 0));
        planner.does(Action::File(FileWork::Save));
        assert_eq!((planner.refused(), planner.0.desk.is_unsaved()), (vec!["hands-not-kept"], true), "never said to be saved");
        planner.0.hands.limit_pages(None);
        planner.renames("drei ");
        assert_eq!((planner.refused(), planner.0.desk.file().not_recorded.is_none()), (vec![], true));
        planner.does(Action::File(FileWork::Save));
        assert_eq!((planner.refused(), planner.0.desk.is_unsaved()), (vec![], false));
        assert_eq!(&in_file(folder.path(), "a.planraum"), planner.0.desk.project().as_ref());
        let project = planner.0.desk.project().clone();
        for _ in 0..2 {
            planner.does(Action::Undo);
        }
        assert_eq!(planner.refused(), Vec::<&str>::new(), "undo finds the steps it takes back");
        planner.does(Action::Redo);
        planner.does(Action::Redo);
        assert_eq!(planner.0.desk.project(), &project);
        planner.does(Action::File(FileWork::Save));
        assert_eq!(planner.refused(), Vec::<&str>::new());
    }

    #[test]
    fn leaving_steps_that_are_on_no_disk_has_to_be_asked_for_twice() {
        let folder = tempfile::tempdir().unwrap();
        let mut planner = Planner::with_sample(folder.path());
        planner.0.hands.limit_pages(Some(1));
        planner.renames("eins ");
        planner.refused();
        planner.does(Action::File(FileWork::OpenSample));
        assert_eq!((planner.refused(), planner.0.desk.is_unsaved()), (vec!["desk-leaving-loses"], true));
        planner.does(Action::File(FileWork::Close));
        assert_eq!((planner.refused(), planner.0.desk.file().open), (vec!["hands-lost"], false));
    }
}
