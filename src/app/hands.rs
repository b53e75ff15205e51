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
        drawer::{Change, Drawer, Kept},
        settings::Shelf,
        watching::Watching,
    },
    desk::{
        action::{Asking, Export},
        answers::answer,
        errand::{Agreed, Beside, Done, Errand, LeftBehind, OnDisk, Open, Opened, Report, Session, Target, Work},
        place::Place,
        reading::FieldChoice,
    },
    model::{
        catalog::Catalog,
        finding::Findings,
        id::PlanId,
        source::{Source, SourceKind},
    },
    project::Project,
    storage::{
        check::{Kind, is_project_file, kind_of},
        indicators,
        join::{join, people_counted_already},
        limits::Limits,
        plan_file,
        project_file::{self, Access, Blocks, How, ProjectFiles, Replaces, Trouble, Unfinished, real_path},
        put,
        refused::Refused,
        sample,
        source_block::{Block, catalog_of_watched},
        stamp,
        strangers::strangers,
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
    message: Message,
    findings: Findings,
}

impl From<Refused> for Failed {
    fn from(refused: Refused) -> Self {
        Self { message: refused.message(), findings: refused.findings() }
    }
}

impl From<Stopped> for Failed {
    fn from(stopped: Stopped) -> Self {
        Refused::from(stopped).into()
    }
}

impl From<Message> for Failed {
    fn from(message: Message) -> Self {
        Self { message, findings: Findings::default() }
    }
}

impl From<Trouble> for Failed {
    fn from(trouble: Trouble) -> Self {
        trouble.message().into()
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
        Self { files, shelf, shared: Arc::default(), watching: Watching::default(), limits: Limits::default() }
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
    fn drawer(&self) -> MutexGuard<'_, Drawer> {
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
            Errand::Ask(asking) => report(Report::NoDialog(asking)),
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
            Err(failed) => Report::Refused { job, message: failed.message, findings: failed.findings },
        }
    }

    pub(super) fn files(&self) -> Result<&ProjectFiles, Failed> {
        self.files.as_ref().map_err(|it| it.message().into())
    }

    fn open_sample(&self, job: u64) -> Result<Done, Failed> {
        let sample = sample::sample()?;
        self.begin(job, &sample.project, &sample.blocks, &self.watching.watch(job))
    }

    /// A fresh project gets its working copy before anything is done to it.
    fn begin(&self, job: u64, project: &Project, blocks: &Blocks, watch: &Watch) -> Result<Done, Failed> {
        watch.check()?;
        let opened = self.files()?.create(project, blocks)?;
        self.put_aside(job, opened, (None, true), None, watch)
    }

    /// What was opened waits beside the open project until the desk takes it: the planner may have changed their mind. With its
    /// path, and whether its working copy was made from nothing; `again` takes it over if somebody else has it open.
    fn put_aside(
        &self,
        job: u64,
        opened: project_file::Opened,
        place: (Option<PathBuf>, bool),
        again: Option<Work>,
        watch: &Watch,
    ) -> Result<Done, Failed> {
        let block = |it: &Source| Some((it.clone(), Arc::clone(opened.blocks.get(&it.id)?)));
        let folded = self.fold_blocks(job, opened.project.sources.iter().filter_map(block).collect(), watch);
        let held = matches!(opened.access, Access::ReadBecauseOpen(_));
        let mut done = self.put_aside_with(job, opened, place, folded)?;
        if let Done::Opened(opened) = &mut done {
            opened.beside.held = again.filter(|_| held);
        }
        Ok(done)
    }

    pub(super) fn put_aside_with(
        &self,
        job: u64,
        opened: project_file::Opened,
        (path, fresh): (Option<PathBuf>, bool),
        folded: Result<(Catalog, Findings), Failed>,
    ) -> Result<Done, Failed> {
        let read_only = read_only(&opened.access);
        let unsaved = !opened.store.is_saved();
        let indicators = folded.as_ref().map_or(0, |it| it.0.series().len());
        let path = path.or_else(|| opened.store.file().map(Path::to_path_buf));
        let session = Session(job);
        let kept = Kept { session, store: opened.store, blocks: opened.blocks, indicators, fresh, waiting: Default::default() };
        let place = self.shelf.place(&kept.known_by());
        let mut drawer = self.drawer();
        drawer.put_aside(kept);
        if folded.is_err() {
            drawer.forget(session);
        }
        drop(drawer);
        let (catalog, mut findings) = folded?;
        findings.extend(strangers(&opened.project, &catalog.register));
        opened.forgotten.iter().for_each(|it| findings.push(it.finding()));
        let (project, history, catalog) = (opened.project, opened.history, Arc::new(catalog));
        let saved_at = path.as_deref().and_then(stamp::written_at);
        let unfinished = opened.unfinished.into_iter().filter(|it| it.trouble.is_none()).map(left_behind).collect();
        let beside = Beside { held: None, unfinished, older: opened.upgraded_from.is_some() };
        Ok(Done::Opened(Box::new(Opened {
            project,
            history,
            catalog,
            path,
            saved_at,
            place,
            findings,
            read_only,
            unsaved,
            reading: None,
            beside,
        })))
    }

    pub(super) fn fold_blocks(&self, job: u64, blocks: Vec<(Source, Arc<[u8]>)>, watch: &Watch) -> Result<(Catalog, Findings), Failed> {
        Ok(catalog_of_watched(&blocks, job, &self.limits, watch)?)
    }

    /// The catalog of sources whose blocks the open project has, used or not. A block that is missing is told.
    fn catalog(&self, job: u64, session: Session, sources: &[Source], watch: &Watch) -> Result<(Catalog, Findings), Failed> {
        let block = |it: &Source| Ok((it.clone(), self.drawer().block(session, it.id)?));
        let blocks = sources.iter().map(block).collect::<Result<Vec<_>, Message>>()?;
        self.fold_blocks(job, blocks, watch)
    }

    /// A project is opened, boundaries make a new project, indicators and plans join the open one.
    fn open(&self, job: u64, path: &Path, into: Option<Open>, how: How) -> Result<Done, Failed> {
        if into.is_some() && self.drawer().has_open(&real_path(path)) {
            return Ok(Done::AlreadyOpen(path.to_path_buf()));
        }
        let watch = self.watching.watch(job);
        if is_project_file(path)? {
            return self.open_project(job, path, how, &watch);
        }
        let bytes = put::read_watched(path, &self.limits, &watch.part(0.0, 0.1))?;
        let rest = watch.part(0.1, 1.0);
        match (kind_of(&bytes).map_err(|it| it.of_file(path))?, into) {
            (Kind::Project, _) => self.open_project(job, path, how, &rest),
            (Kind::Boundaries, _) => self.open_boundaries(job, path, bytes, &FieldChoice::default(), &rest),
            (Kind::Indicators, Some(open)) => {
                drop(bytes);
                self.join_indicators(job, path, &open, &rest)
            }
            (Kind::Plan, Some(open)) => self.read_plan(path, &bytes, &open),
            (Kind::Indicators | Kind::Plan, None) => Err(say!("hands-boundaries-first", path = path.display().to_string()).into()),
        }
    }

    fn open_project(&self, job: u64, path: &Path, how: How, watch: &Watch) -> Result<Done, Failed> {
        let opened = self.files()?.open_watched(path, how, &watch.part(0.0, 0.3))?;
        let again = Work::Open { path: path.to_path_buf(), into: None, take_over: true };
        self.put_aside(job, opened, (Some(path.to_path_buf()), false), Some(again), &watch.part(0.3, 1.0))
    }

    fn join_indicators(&self, job: u64, path: &Path, open: &Open, watch: &Watch) -> Result<Done, Failed> {
        let mut file = indicators::read_file_watched(path, &self.limits, &watch.part(0.0, 0.5))?;
        let mut noticed = std::mem::take(&mut file.findings);
        noticed.extend(people_counted_already(&open.catalog, &file));
        let block = Block::of_indicators(&file, &file_name(path));
        let (_, report) = join(&open.catalog.register, file, &self.limits);
        let summary = say!(
            "hands-joined",
            file = file_name(path),
            indicators = report.indicators.len(),
            matched = report.matched,
            only_in_map = report.only_in_map.len(),
            only_in_file = report.only_in_file.len()
        );
        if report.matched == 0 {
            let message = say!("hands-nothing-matched", file = file_name(path), districts = report.only_in_file.len());
            return Err(Failed { message, findings: report.findings });
        }
        self.drawer().add_block(open.session, block.source.id, Arc::from(block.bytes))?;
        let mut sources = open.project.sources.clone();
        sources.retain(|it| it.id != block.source.id);
        sources.push(block.source.clone());
        let (catalog, mut findings) = self.catalog(job, open.session, &sources, &watch.part(0.5, 1.0))?;
        findings.extend(noticed); // what the join noticed is told by the fold
        Ok(Done::Source { source: block.source, sources, catalog: Arc::new(catalog), findings, summary })
    }

    fn read_plan(&self, path: &Path, bytes: &[u8], open: &Open) -> Result<Done, Failed> {
        let file = plan_file::read(bytes, &open.catalog.register, &self.limits).map_err(|it| it.of_file(path))?;
        let name = path.file_stem().map_or_else(String::new, |it| it.to_string_lossy().into_owned());
        let summary = say!(
            "hands-plan-read",
            file = file_name(path),
            assigned = file.assigned(),
            unassigned = file.unassigned.len(),
            unknown = file.unknown.len()
        );
        Ok(Done::Plan { plan: Box::new(file.plan(PlanId(0), name)), findings: file.findings, summary })
    }

    fn resume(&self, job: u64, folder: &Path, how: How) -> Result<Done, Failed> {
        let opened = self.files()?.resume_as(folder, how)?;
        let again = Work::Resume { folder: folder.to_path_buf(), take_over: true };
        self.put_aside(job, opened, (None, false), Some(again), &self.watching.watch(job))
    }

    fn discard(&self, folder: PathBuf) -> Result<Done, Failed> {
        self.files()?.discard(&folder)?;
        Ok(Done::Discarded(folder))
    }

    fn fold(&self, job: u64, session: Session, sources: Vec<Source>) -> Result<Done, Failed> {
        let known = sources.iter().any(|it| it.kind == SourceKind::Boundaries);
        let catalog = if known { self.catalog(job, session, &sources, &self.watching.watch(job))?.0 } else { Catalog::empty() };
        Ok(Done::Folded { sources, catalog: Arc::new(catalog) })
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

/// Why a project can only be read, if so.
fn read_only(access: &Access) -> Option<Message> {
    match access {
        Access::ReadBecauseOpen(holder) => Some(holder.sentence()),
        Access::ReadBecauseUnwritable(cause) => Some(say!("hands-unwritable", cause)),
        Access::Edit | Access::ReadAsAsked => None,
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

fn left_behind(it: Unfinished) -> LeftBehind {
    LeftBehind {
        name: if it.name.is_empty() { it.folder.display().to_string() } else { it.name },
        path: it.folder,
        file: it.file,
        at: it.changed_at,
        steps: it.steps,
        last: it.last,
        trouble: it.trouble.map(|it| it.message()),
    }
}

fn write(document: &crate::report::Document, target: Target, export: Export, watch: &Watch) -> Result<Done, Failed> {
    let Target { path, agreed } = target;
    let bytes = document.bytes_for(&path).map_err(|message| Failed { message, findings: Findings::default() })?;
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
