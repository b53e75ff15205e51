//! The hands: errands done by whoever calls. The window has them on threads, the tests call them at once; all hands of a
//! program share one drawer.
//!
//! **Promise.** A step is acknowledged only when it is on the disk. A refused file leaves what was open untouched.

use std::{
    path::{Path, PathBuf},
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
};

use crate::{
    app::{
        apart::apart,
        drawer::{Change, Drawer, Kept},
        opening::left_behind,
        settings::Shelf,
        watching::Watching,
    },
    desk::{
        action::{Asking, Export},
        answers::answer,
        errand::{Agreed, Done, Errand, OnDisk, Report, Session, Target, Work},
        place::Place,
    },
    model::finding::Findings,
    project::Project,
    storage::{
        check::is_project_file,
        limits::Limits,
        project_file::{How, ProjectFiles, Replaces, Trouble},
        put,
        refused::Refused,
        stamp,
        watch::{Stopped, Watch},
    },
    words::{Message, say},
};

/// What does errands.
#[derive(Clone)]
pub struct Hands {
    files: Result<ProjectFiles, Trouble>,
    pub(super) shelf: Shelf,
    shared: Arc<Shared>,
    pub(super) watching: Watching,
    pub(super) limits: Limits,
}

/// What all hands share.
#[derive(Default)]
struct Shared {
    drawer: Mutex<Drawer>,
    saved: Condvar,
    place: Mutex<Option<(Session, Place)>>, // where the planner was last told to be
}

/// Why a job could not be done.
pub(super) struct Failed {
    pub(super) message: Message,
    pub(super) findings: Findings,
    /// A former version of the file that can be opened instead.
    pub(super) backup: Option<PathBuf>,
}

impl From<Refused> for Failed {
    fn from(refused: Refused) -> Self {
        Self { message: refused.message(), findings: refused.findings(), backup: None }
    }
}

impl From<Stopped> for Failed {
    fn from(stopped: Stopped) -> Self {
        Refused::from(stopped).into()
    }
}

impl From<Message> for Failed {
    fn from(message: Message) -> Self {
        Self { message, findings: Findings::default(), backup: None }
    }
}

impl From<Trouble> for Failed {
    fn from(trouble: Trouble) -> Self {
        Self { backup: trouble.latest_backup(), ..trouble.message().into() }
    }
}

impl Default for Hands {
    fn default() -> Self {
        Self::new()
    }
}

impl Hands {
    /// Hands that keep working copies in the user's data folder.
    pub fn new() -> Self {
        Self::with(ProjectFiles::new(), Shelf::new())
    }

    /// Hands that keep everything below a folder: for tests.
    pub fn in_folder(folder: &Path) -> Self {
        Self::with(ProjectFiles::in_folder(folder), Shelf::in_folder(folder))
    }

    fn with(files: Result<ProjectFiles, Trouble>, shelf: Shelf) -> Self {
        let limits = shelf.limits().0;
        Self { files, shelf, shared: Arc::default(), watching: Watching::default(), limits }
    }

    /// Who hears how far jobs are, and which of them are to stop.
    pub fn watching(&mut self) -> &mut Watching {
        &mut self.watching
    }

    /// Whatever still waits for the disk is tried once more, and everything is closed; the message says what is lost.
    pub fn end(&self) -> Result<(), Message> {
        self.idle_drawer().end()
    }

    /// What broke while it held the drawer left it in order: every change is whole or not there.
    pub(super) fn drawer(&self) -> MutexGuard<'_, Drawer> {
        self.shared.drawer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The drawer once nothing of it is being saved any more.
    fn idle_drawer(&self) -> MutexGuard<'_, Drawer> {
        self.shared.saved.wait_while(self.drawer(), |it| it.is_saving()).unwrap_or_else(PoisonError::into_inner)
    }

    /// Lets the disk of the open project be full, for tests.
    #[cfg(test)]
    pub fn limit_pages(&self, most: Option<u32>) {
        self.drawer().open().into_iter().for_each(|it| it.store.limit_pages(most));
    }

    /// What of the settings can't be kept to, each a sentence.
    pub fn told_of_settings(&self) -> Vec<Message> {
        self.shelf.limits().1
    }

    /// What lies on the start page: working copies left behind, projects opened lately.
    pub fn start_page(&self) -> Report {
        let unfinished = self.files.as_ref().map(ProjectFiles::unfinished).unwrap_or_default();
        Report::StartPage { left_behind: unfinished.into_iter().map(left_behind).collect(), recent: self.shelf.recent() }
    }

    /// Does one errand and reports what came of it.
    pub fn perform(&self, errand: Errand, report: &mut dyn FnMut(Report)) {
        self.announce(&errand);
        self.perform_announced(errand, report);
    }

    /// An errand will be done by other hands in a moment. A save begins now, with what is done so far; what is done from now on
    /// doesn't wait for it, but for closing.
    pub fn announce(&self, errand: &Errand) {
        if let Errand::Job { job, work: Work::Save { session, project, target, .. } } = errand {
            self.idle_drawer().begin_save(*job, *session, project, target.as_ref().map(|it| (it.path.as_path(), replaces(it.agreed))));
        }
    }

    /// An errand that was announced will never be done.
    pub fn withdraw(&self, errand: &Errand) {
        if let Errand::Job { job, work: Work::Save { .. } } = errand {
            drop(Announced(self, *job));
        }
    }

    /// Does one errand that was announced.
    pub fn perform_announced(&self, errand: Errand, report: &mut dyn FnMut(Report)) {
        match errand {
            Errand::Record { session, step, taken } => report(self.keep(session, Change::Step(step), taken)),
            Errand::SetTaken { session, taken } => report(self.keep(session, Change::Taken(taken), taken)),
            Errand::Adopt(session) => self.adopt(session, report),
            Errand::Forget(session) => self.drawer().forget(session),
            Errand::Close(session) => {
                let closed = self.idle_drawer().close(session);
                closed.unwrap_or_else(|message| report(Report::Broke(message)));
                report(self.start_page());
            }
            Errand::Answer { question, catalog, project } => {
                let answer = answer(&question, &catalog, &project);
                report(Report::Answered(question, Box::new(answer)));
            }
            Errand::Job { job, work } => {
                let _announced = matches!(work, Work::Save { .. }).then(|| Announced(self, job));
                report(self.perform_job(job, work));
            }
            Errand::Stop(job) => self.watching.stop(job),
            Errand::LookFor(path) => report(seen(path)),
            Errand::Ask(asking, _) => report(Report::NoDialog(asking)),
            Errand::KeepSettings(settings) => self.shelf.keep_settings(&settings),
            Errand::KeepPlace { session, place } => self.keep_place(session, place),
        }
    }

    fn keep(&self, session: Session, change: Change, taken: usize) -> Report {
        match self.drawer().keep(session, change) {
            Ok(()) => Report::Recorded { session, taken },
            Err(message) => Report::NotRecorded { session, message },
        }
    }

    /// Remembers where the planner is; once more when the project gets another file.
    fn keep_place(&self, session: Session, place: Place) {
        let known_by = self.drawer().open().filter(|it| it.session == session).map(Kept::known_by);
        if let Some(known_by) = known_by {
            self.shelf.keep_place(&known_by, &place);
            *self.place() = Some((session, place));
        }
    }

    fn place(&self) -> MutexGuard<'_, Option<(Session, Place)>> {
        self.shared.place.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What the project before lost by being closed is told; the opened one is there in any case.
    fn adopt(&self, session: Session, report: &mut dyn FnMut(Report)) {
        let mut drawer = self.idle_drawer();
        drawer.adopt(session).unwrap_or_else(|message| report(Report::Broke(message)));
        if let Some((open, path)) = drawer.open().and_then(|it| Some((it, it.store.file()?))) {
            self.shelf.opened(path, open.store.project(), open.indicators);
        }
    }

    fn perform_job(&self, job: u64, work: Work) -> Report {
        let stops = match work {
            Work::Save { .. } => false, // it has begun already and stops by itself
            Work::Write { .. } => self.watching.is_stopped(job),
            _ => self.watching.is_stopped(job) || self.watching.leaves(),
        };
        let done = match work {
            _ if stops => Err(say!("hands-stopped").into()),
            Work::OpenSample => self.open_sample(job),
            Work::Open { path, into, take_over } => self.open(job, &path, into, how(take_over)),
            Work::ReadAgain { path, choice } => self.read_again(job, &path, &choice),
            Work::Resume { folder, take_over } => self.resume(job, &folder, how(take_over)),
            Work::Discard(folder) => self.discard(folder),
            Work::Fold { session, sources } => self.fold(job, session, sources),
            Work::Save { session, project, step, .. } => self.save(job, session, &project, step),
            Work::Write { document, target, export } => write(&document, target, export, &self.watching.watch_writing(job)),
        };
        self.watching.end(job);
        match done {
            Ok(result) => Report::Done { job, result: Box::new(result) },
            Err(failed) => Report::Refused { job, message: failed.message, findings: failed.findings, backup: failed.backup },
        }
    }

    pub(super) fn files(&self) -> Result<&ProjectFiles, Failed> {
        self.files.as_ref().map_err(|it| it.message().into())
    }

    fn discard(&self, folder: PathBuf) -> Result<Done, Failed> {
        self.files()?.discard(&folder)?;
        Ok(Done::Discarded(folder))
    }

    /// Only the beginning and the end need the drawer: a slow share keeps no step waiting.
    fn save(&self, job: u64, session: Session, project: &Project, step: u64) -> Result<Done, Failed> {
        let begun = self.drawer().begun(job);
        let mut saving = begun?;
        saving.make(); // without the drawer: strokes are kept meanwhile
        self.drawer().expect(session, &mut saving);
        let landed = saving.land(&self.watching.watch_writing(job));
        let in_the_way = landed.in_the_way();
        let mut drawer = self.drawer();
        let ended = drawer.end_save(session, landed);
        if let Some((path, project)) = in_the_way {
            return Ok(Done::InTheWay { asking: Asking::SaveAs, path, project });
        }
        let path = ended?;
        if let Some((_, place)) = self.place().as_ref().filter(|it| it.0 == session) {
            self.shelf.keep_place(&path, place);
        }
        self.shelf.opened(&path, project, drawer.open().map_or(0, |it| it.indicators));
        Ok(Done::Saved { path, at: super::clock::now(), step })
    }
}

/// A save that was announced; when it ends, however it ends, the project may be closed.
struct Announced<'a>(&'a Hands, u64);

impl Drop for Announced<'_> {
    fn drop(&mut self) {
        self.0.drawer().no_longer_saving(self.1);
        self.0.shared.saved.notify_all();
    }
}

fn how(take_over: bool) -> How {
    if take_over { How::TakeOver } else { How::Edit }
}

/// A dialog asks whether a file may be replaced, but it doesn't say that it is no project.
fn replaces(agreed: Agreed) -> Replaces {
    match agreed {
        Agreed::No => Replaces::Nothing,
        Agreed::ByDialog => Replaces::Projects,
        Agreed::Knowing => Replaces::Anything,
    }
}

/// What is to be seen of a file. It may take as long as its drive likes.
pub(super) fn seen(path: PathBuf) -> Report {
    let file = stamp::written_at(&path).map_or(OnDisk::Gone, OnDisk::Written);
    Report::Seen(path, file)
}

fn write(document: &crate::report::Document, target: Target, export: Export, watch: &Watch) -> Result<Done, Failed> {
    let Target { path, agreed } = target;
    let (drawn, named) = (document.clone(), path.clone());
    let bytes = apart(move || drawn.bytes_for(&named), watch)?.map_err(Failed::from)?;
    watch.check()?;
    if agreed == Agreed::No && path.symlink_metadata().is_ok() {
        let project = is_project_file(&path).unwrap_or_default();
        return Ok(Done::InTheWay { asking: Asking::Export(export), path, project });
    }
    put::put(&path, &bytes)?;
    Ok(Done::Written { path })
}

pub(super) fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |it| it.to_string_lossy().into_owned())
}
