//! Files: what the desk asks for, and what it makes of what comes back.

use std::{path::PathBuf, sync::Arc};

use crate::{
    desk::{
        Desk, OpenFile, StartPage,
        action::{Asking, Export, FileWork},
        deciding::Deciding,
        errand::{Agreed, Done, Errand, Open, Opened, Report, Session, Target, Work},
        look::{Look, Page},
        notes::{About, Cause, Offer, Running},
        showing,
        trail::Trail,
    },
    model::{catalog::Catalog, finding::Findings, plan::Plan, source::Source},
    project::{Command, Project, history::History},
    words::{Arg, Message},
};

impl Desk {
    pub(super) fn work_on_files(&mut self, work: FileWork) -> Vec<Errand> {
        match work {
            FileWork::OpenSample => self.read(Message::new("job-open-sample"), PathBuf::new(), Work::OpenSample),
            FileWork::Open(path) => {
                let (session, project, catalog) = (self.file.session, Arc::clone(&self.project), Arc::clone(&self.catalog));
                let into = self.file.open.then_some(Open { session, project, catalog });
                self.read(named("job-open", &path), path.clone(), Work::Open { path, into, take_over: false })
            }
            FileWork::ReadAgain(choice) => self.read_again(choice),
            FileWork::KeepReading => {
                self.file.reading = None;
                Vec::new()
            }
            FileWork::Resume(folder) => self.resume(folder),
            FileWork::Discard(path) => self.job(Message::new("job-discard"), About::Other, Work::Discard(path)),
            FileWork::Save if self.file.path.is_none() => vec![self.ask_for(Asking::SaveAs, None)],
            FileWork::Save => self.save(None),
            FileWork::SaveAs(path) => self.write_to(Asking::SaveAs, path, Agreed::No),
            FileWork::Export(export, path) => self.write_to(Asking::Export(export), path, Agreed::No),
            FileWork::Close => self.close(),
            FileWork::Stop(job) => {
                self.notes.stop(job);
                vec![Errand::Stop(job)]
            }
            FileWork::Ask(asking) => vec![self.ask_for(asking, None)],
            FileWork::AskBackup(latest) => vec![self.ask_for(Asking::Open, Some(latest))],
            FileWork::Path(asking, Some(path)) => self.path_chosen(asking, path, Agreed::No),
            FileWork::Path(_, None) => {
                self.asking = None;
                Vec::new()
            }
            FileWork::Decide(decision) => self.decide(decision),
        }
    }

    fn ask_for(&mut self, asking: Asking, at: Option<PathBuf>) -> Errand {
        self.asking_at.clone_from(&at);
        Errand::Ask(asking, at)
    }

    /// Goes on with a working copy. The open project is closed before: it may be of the same file, and would keep it from us.
    fn resume(&mut self, folder: PathBuf) -> Vec<Errand> {
        let mut errands = if self.file.open { self.close() } else { Vec::new() };
        if !self.file.open {
            errands.extend(self.read(Message::new("job-resume"), folder.clone(), Work::Resume { folder, take_over: false }));
        }
        errands
    }

    fn job(&mut self, title: Message, about: About, work: Work) -> Vec<Errand> {
        let job = self.notes.begin(title, self.file.session, about);
        vec![Errand::Job { job, work }]
    }

    /// Opens or reads something, unless that is going on already: a second click changes nothing.
    pub(super) fn read(&mut self, title: Message, path: PathBuf, work: Work) -> Vec<Errand> {
        let about = About::Reading(path);
        if self.notes.is_reading(&about) { Vec::new() } else { self.job(title, about, work) }
    }

    pub(super) fn save(&mut self, target: Option<Target>) -> Vec<Errand> {
        if !self.file.open {
            return Vec::new();
        }
        if self.notes.running().iter().any(|it| it.about == About::Saving && it.session == self.file.session) {
            self.file.save_next = Some(target);
            return Vec::new();
        }
        let (session, project, step) = (self.file.session, Arc::clone(&self.project), self.trail.at(self.history.taken()));
        self.job(Message::new("job-save"), About::Saving, Work::Save { session, project, target, step })
    }

    /// What was to be saved while a save ran is saved now.
    fn save_next(&mut self, ended: &Running) -> Vec<Errand> {
        let same = ended.about == About::Saving && ended.session == self.file.session;
        let next = if same { self.file.save_next.take() } else { None };
        next.map_or_else(Vec::new, |target| self.save(target))
    }

    pub(super) fn export(&mut self, export: Export, target: Target) -> Vec<Errand> {
        match self.document(export) {
            Some(document) => {
                let title = named("job-write", &target.path);
                self.job(title, About::Writing, Work::Write { document: Arc::new(document), target, export })
            }
            None => {
                self.notes.refuse(Message::new("desk-nothing-to-export"), Findings::default());
                Vec::new()
            }
        }
    }

    /// How a project is looked at before anything was chosen: under this workplace's profile.
    fn first_look(&self) -> Look {
        Look { profile: self.settings.profile, ..Look::default() }
    }

    fn close(&mut self) -> Vec<Errand> {
        if !self.may_leave() {
            return Vec::new();
        }
        let session = self.file.session;
        self.project = Arc::new(Project::default());
        self.speak();
        self.history = History::default();
        self.trail = Trail::default();
        self.catalog = Arc::new(Catalog::empty());
        self.groupings.take();
        self.file = OpenFile::default();
        self.look = self.first_look();
        self.answers.forget();
        self.drawing = Default::default();
        vec![Errand::Close(session)]
    }

    /// Leaving changes behind that are on no disk needs to be asked for twice.
    pub(super) fn may_leave(&mut self) -> bool {
        let warned = std::mem::replace(&mut self.file.warned, true);
        if let (Some(reason), false) = (&self.file.not_recorded, warned) {
            let message = Message::new("desk-leaving-loses").with("reason", reason.clone());
            self.notes.refuse(message, Findings::default());
            return false;
        }
        true
    }

    /// The window is to be closed. `false` if something is still on its way to the disk: then the planner is told, and the window
    /// closes when it is there; or if leaving would lose something and was not asked for twice.
    pub fn may_close(&mut self) -> bool {
        if self.is_keeping() {
            self.notes.tell(Message::new("desk-closing-waits"));
            return false;
        }
        self.may_leave()
    }

    pub(super) fn take_in(&mut self, report: Report) -> Vec<Errand> {
        match report {
            Report::Recorded { session, taken } => self.recorded(session, Ok(taken)),
            Report::NotRecorded { session, message } => self.recorded(session, Err(message)),
            Report::Broke(message) => self.notes.refuse(message, Findings::default()),
            Report::Answered(question, answer) => self.take_answer(question, *answer),
            Report::Progress { job, done } => self.notes.progress(job, done),
            Report::Refused { job, message, findings, backup } => {
                let ended = self.notes.end(job);
                if let Some(ended) = ended.as_ref().filter(|it| !it.stopping) {
                    match Cause::of(&ended.about) {
                        Some(cause) => self.notes.refuse_while(cause, message, findings, backup.map(Offer::Backup)),
                        None => self.notes.refuse(message, findings),
                    }
                }
                return ended.map_or_else(Vec::new, |it| self.save_next(&it));
            }
            Report::Done { job, result } => {
                let Some(ended) = self.notes.end(job) else { return Vec::new() };
                self.notes.settle(|it| Some(it) == Cause::of(&ended.about)); // what failed before has worked now
                let mut errands = self.take_result(&ended, *result);
                errands.extend(self.save_next(&ended));
                return errands;
            }
            Report::Chosen(_, None) => {}
            Report::Chosen(asking, Some(path)) => return self.path_chosen(asking, path, Agreed::ByDialog),
            Report::NoDialog(asking) => self.asking = Some(asking),
            Report::StartPage { left_behind, recent } => {
                let looks = recent.iter().map(|it| Errand::LookFor(it.path.clone())).collect();
                self.start = StartPage { left_behind, recent };
                return looks;
            }
            Report::Seen(path, file) => {
                self.start.recent.iter_mut().filter(|it| it.path == path).for_each(|it| it.file = file.clone());
            }
        }
        Vec::new()
    }

    /// What became of a change; of another project than the open one only the bad news matter.
    fn recorded(&mut self, session: Session, came: Result<usize, Message>) {
        self.unanswered = self.unanswered.saturating_sub(1);
        let open = self.file.open && session == self.file.session;
        match came {
            Ok(taken) if open => {
                (self.file.recorded, self.file.warned) = (taken, false);
                if self.file.not_recorded.take().is_some() {
                    self.notes.tell(Message::new("desk-recorded-again"));
                }
            }
            Ok(_) => {}
            Err(message) => {
                if open {
                    self.file.not_recorded = Some(message.clone());
                }
                self.notes.refuse(message, Findings::default());
            }
        }
    }

    /// A path came from a dialog, which asks before it gives one that is taken, or from the path field, which doesn't.
    fn path_chosen(&mut self, asking: Asking, path: PathBuf, agreed: Agreed) -> Vec<Errand> {
        self.asking = None;
        self.write_to(asking, path, agreed)
    }

    /// What a job brought. What concerns a project that isn't open any more comes too late, and so does what was told to stop;
    /// but what is written is written.
    fn take_result(&mut self, ended: &Running, result: Done) -> Vec<Errand> {
        let late = ended.session != self.file.session;
        match result {
            Done::Opened(_) if ended.stopping => vec![Errand::Forget(Session(ended.id))],
            Done::Opened(opened) => match (opened.beside.held.clone(), opened.read_only.clone()) {
                (Some(again), Some(by)) => self.wait_for(Deciding::Held { by, session: Session(ended.id), opened, again }),
                _ if self.may_leave() => self.opened(Session(ended.id), *opened),
                _ => vec![Errand::Forget(Session(ended.id))],
            },
            Done::Source { .. } | Done::Plan { .. } | Done::Folded { .. } | Done::AlreadyOpen(_) | Done::InTheWay { .. }
                if late || ended.stopping =>
            {
                Vec::new()
            }
            Done::InTheWay { asking, path, project } => self.wait_for(Deciding::Replace { asking, path, project }),
            Done::AlreadyOpen(path) => {
                self.look.page = Page::Planning;
                self.notes.tell(named("desk-already-open", &path));
                Vec::new()
            }
            Done::Source { source, sources, catalog, findings, summary } => self.source_read(source, &sources, catalog, findings, summary),
            Done::Plan { plan, findings, summary } => self.plan_read(*plan, findings, summary),
            Done::Folded { sources, catalog } => {
                if sources == self.project.sources {
                    self.use_catalog(catalog);
                }
                Vec::new()
            }
            Done::Saved { path, at, step } => {
                self.notes.tell(named("desk-saved", &path));
                if !late {
                    self.file.path = Some(path);
                    self.file.saved = Some((at, step));
                    self.file.unsaved_before = false;
                    self.file.read_only = None;
                }
                Vec::new()
            }
            Done::Written { path } => {
                self.notes.tell(named("desk-written", &path));
                Vec::new()
            }
            Done::Discarded(path) => {
                self.start.left_behind.retain(|it| it.path != path);
                Vec::new()
            }
        }
    }

    pub(super) fn opened(&mut self, session: Session, opened: Opened) -> Vec<Errand> {
        let taken = opened.history.taken();
        self.trail = Trail::of(opened.history.steps().len());
        self.file = OpenFile {
            open: true,
            session,
            saved: opened.path.is_some().then(|| (opened.saved_at.unwrap_or_default(), self.trail.at(taken))),
            path: opened.path,
            read_only: opened.read_only.clone(),
            recorded: taken,
            unsaved_before: opened.unsaved,
            reading: opened.reading,
            ..OpenFile::default()
        };
        self.project = Arc::new(opened.project);
        self.speak();
        self.history = opened.history;
        self.look = Look { page: Page::Planning, ..self.first_look() };
        self.answers.forget();
        self.drawing = Default::default();
        // One is where one was; whoever never was here sees the first view: what matters most is on the map at once.
        match (opened.place, self.project.views.first().cloned()) {
            (Some(place), _) => place.enter(&mut self.look),
            (None, Some(view)) => showing::look_at(&mut self.look, &view),
            (None, None) => {}
        }
        self.use_catalog(opened.catalog);
        self.keep_extent_on_map();
        self.settle_at_place();
        if let (Some(by), None) = (opened.read_only, opened.beside.held) {
            self.notes.warn(by, None); // of somebody else the planner knows: reading was their decision
        }
        if opened.beside.older {
            self.notes.warn(Message::new("desk-older-file"), None);
        }
        for copy in opened.beside.unfinished {
            let message = Message::new("desk-unfinished").with("count", copy.steps).with("at", moment(&copy.at));
            self.notes.warn(message, Some(Offer::Resume(copy.path)));
        }
        for copy in opened.beside.damaged {
            self.notes.warn(copy.message, copy.rescue.map(Offer::Resume));
        }
        if !opened.findings.listed().is_empty() {
            self.notes.report(Message::new("desk-opened-with-findings").with("count", opened.findings.count()), opened.findings);
        }
        vec![Errand::Adopt(session)]
    }

    /// A source joins the project as one step. Its catalog is already folded, so the map doesn't have to wait; unless the
    /// project got other sources meanwhile: then it is folded anew.
    fn source_read(
        &mut self,
        source: Source,
        folded_of: &[Source],
        catalog: Arc<Catalog>,
        findings: Findings,
        summary: Message,
    ) -> Vec<Errand> {
        let mut sources = self.project.sources.clone();
        sources.retain(|it| it.id != source.id);
        sources.push(source);
        let fresh = catalog.series().iter().find(|it| self.catalog.find(&it.indicator.id).is_none()).map(|it| it.indicator.id.clone());
        let mut errands = self.edit(Command::UseSources(sources));
        if folded_of == self.project.sources {
            errands.retain(|it| !self.is_needless_fold(it));
            self.use_catalog(catalog);
            self.look.indicator = fresh.or(self.look.indicator.take());
        }
        self.look.period = None;
        self.notes.report(summary, findings);
        errands
    }

    fn is_needless_fold(&mut self, errand: &Errand) -> bool {
        let Errand::Job { job, work: Work::Fold { .. } } = errand else { return false };
        self.notes.end(*job).is_some()
    }

    fn plan_read(&mut self, plan: Plan, findings: Findings, summary: Message) -> Vec<Errand> {
        let id = self.project.next_plan_id();
        let taken = |name: &str| self.project.plans.iter().any(|it| it.name == name);
        let free = (2..).map(|it: u32| format!("{} ({it})", plan.name)).find(|it| !taken(it));
        let name = if taken(&plan.name) { free.unwrap_or_default() } else { plan.name.clone() };
        let command = Command::AddPlan { position: self.project.plans.len(), plan: Box::new(Plan { id, name, ..plan }) };
        let errands = self.edit(command);
        self.look.plan = Some(id);
        self.notes.report(summary, findings);
        errands
    }

    pub(super) fn fold_catalog(&mut self) -> Vec<Errand> {
        let work = Work::Fold { session: self.file.session, sources: self.project.sources.clone() };
        self.job(Message::new("job-fold"), About::Other, work)
    }

    fn use_catalog(&mut self, catalog: Arc<Catalog>) {
        self.catalog = catalog;
        self.groupings.take();
        if self.look.brush.radius == 0.0 {
            self.look.brush.radius = usual_radius(&self.catalog);
        }
        self.answers.catalog_changed();
        self.drawing.forget_board();
        self.keep_look_valid();
    }
}

/// A brush that suits the map: about a fortieth of its extent, a round number of metres.
fn usual_radius(catalog: &Catalog) -> f64 {
    let extent = catalog.ground.topology.bounds().map_or(0.0, |it| it.width().max(it.height()));
    crate::cartography::scale_bar::fitting(extent / 40.0).map_or(0.0, |it| it.metres)
}

/// „23.11.2026, 14:32“.
fn moment(at: &str) -> Message {
    let (day, time) = at.split_once('T').unwrap_or((at, ""));
    Message::new("desk-moment").with("day", Arg::Date(day.to_owned())).with("time", time)
}

/// A message about a file: its name without the folder, the path last.
pub(super) fn named(key: &'static str, path: &std::path::Path) -> Message {
    let name = path.file_name().map_or_else(|| path.display().to_string(), |it| it.to_string_lossy().into_owned());
    Message::new(key).with("file", name)
}
