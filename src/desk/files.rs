//! Files: what the desk asks for, and what it makes of what comes back.

use std::{path::PathBuf, sync::Arc};

use crate::{
    desk::{
        Desk, OpenFile, StartPage,
        action::{Asking, Export, FileWork},
        errand::{Done, Errand, Open, Opened, Report, Work},
        look::{Look, Page},
        showing,
    },
    model::{catalog::Catalog, finding::Findings, plan::Plan, source::Source},
    project::{Command, Project, history::History},
    words::Message,
};

impl Desk {
    pub(super) fn work_on_files(&mut self, work: FileWork) -> Vec<Errand> {
        match work {
            FileWork::OpenSample => self.job(Message::new("job-open-sample"), Work::OpenSample),
            FileWork::Open(path) => {
                let into = self.file.open.then(|| Open { project: Arc::clone(&self.project), catalog: Arc::clone(&self.catalog) });
                self.job(named("job-open", &path), Work::Open { path, into })
            }
            FileWork::Resume(path) => self.job(Message::new("job-resume"), Work::Resume(path)),
            FileWork::Discard(path) => self.job(Message::new("job-discard"), Work::Discard(path)),
            FileWork::Save if self.file.path.is_none() => vec![Errand::Ask(Asking::SaveAs)],
            FileWork::Save => self.save(None),
            FileWork::SaveAs(path) => self.save(Some(path)),
            FileWork::Export(export, path) => self.export(export, path),
            FileWork::Close => self.close(),
            FileWork::Stop(job) => {
                self.notes.stop(job);
                vec![Errand::Stop(job)]
            }
            FileWork::Ask(asking) => vec![Errand::Ask(asking)],
            FileWork::Path(asking, Some(path)) => self.path_chosen(asking, path),
            FileWork::Path(_, None) => {
                self.asking = None;
                Vec::new()
            }
        }
    }

    fn job(&mut self, title: Message, work: Work) -> Vec<Errand> {
        let job = self.notes.begin(title);
        vec![Errand::Job { job, work }]
    }

    fn save(&mut self, path: Option<PathBuf>) -> Vec<Errand> {
        if !self.file.open {
            return Vec::new();
        }
        self.job(Message::new("job-save"), Work::Save { project: Arc::clone(&self.project), path, taken: self.history.taken() })
    }

    fn export(&mut self, export: Export, path: PathBuf) -> Vec<Errand> {
        match self.document(export) {
            Some(document) => self.job(named("job-write", &path), Work::Write { document: Arc::new(document), path, export }),
            None => {
                self.notes.refuse(Message::new("desk-nothing-to-export"), Findings::default());
                Vec::new()
            }
        }
    }

    fn close(&mut self) -> Vec<Errand> {
        self.project = Arc::new(Project::default());
        self.speak();
        self.history = History::default();
        self.catalog = Arc::new(Catalog::empty());
        self.groupings.take();
        self.file = OpenFile::default();
        self.look = Look::default();
        self.answers.forget();
        self.drawing = Default::default();
        vec![Errand::Close]
    }

    pub(super) fn take_in(&mut self, report: Report) -> Vec<Errand> {
        match report {
            Report::Recorded(taken) => self.file.recorded = taken,
            Report::NotRecorded(message) => self.notes.refuse(message, Findings::default()),
            Report::Answered(question, answer) => self.take_answer(question, *answer),
            Report::Progress { job, done } => self.notes.progress(job, done),
            Report::Refused { job, message, findings } => {
                if self.notes.end(job) {
                    self.notes.refuse(message, findings);
                }
            }
            Report::Done { job, result } => {
                if self.notes.end(job) {
                    return self.take_result(*result);
                }
            }
            Report::Chosen(_, None) => {}
            Report::Chosen(asking, Some(path)) => return self.path_chosen(asking, path),
            Report::NoDialog(asking) => self.asking = Some(asking),
            Report::StartPage { left_behind, recent } => self.start = StartPage { left_behind, recent },
        }
        Vec::new()
    }

    /// A path came from a dialog or from the path field.
    pub(super) fn path_chosen(&mut self, asking: Asking, path: PathBuf) -> Vec<Errand> {
        self.asking = None;
        match asking {
            Asking::Open => self.work_on_files(FileWork::Open(path)),
            Asking::SaveAs => self.work_on_files(FileWork::SaveAs(path)),
            Asking::Export(export) => self.work_on_files(FileWork::Export(export, path)),
        }
    }

    fn take_result(&mut self, result: Done) -> Vec<Errand> {
        match result {
            Done::Opened(opened) => self.opened(*opened),
            Done::Source { source, catalog, findings, summary } => self.source_read(source, catalog, findings, summary),
            Done::Plan { plan, findings, summary } => self.plan_read(*plan, findings, summary),
            Done::Folded { sources, catalog } => {
                if sources == self.project.sources {
                    self.use_catalog(catalog);
                }
                Vec::new()
            }
            Done::Saved { path, at, taken } => {
                self.notes.tell(named("desk-saved", &path));
                self.file.path = Some(path);
                self.file.saved = Some((at, taken));
                self.file.unsaved_before = false;
                self.file.read_only = None;
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

    fn opened(&mut self, opened: Opened) -> Vec<Errand> {
        let taken = opened.history.taken();
        self.file = OpenFile {
            open: true,
            saved: opened.path.is_some().then(|| (self.now.clone(), taken)),
            path: opened.path,
            read_only: opened.read_only.clone(),
            recorded: taken,
            unsaved_before: opened.unsaved,
        };
        self.project = Arc::new(opened.project);
        self.speak();
        self.history = opened.history;
        self.look = Look { page: Page::Planning, ..Look::default() };
        self.answers.forget();
        self.drawing = Default::default();
        // A project opens with its first view: what matters most is on the map at once.
        if let Some(view) = self.project.views.first().cloned() {
            showing::look_at(&mut self.look, &view);
        }
        self.use_catalog(opened.catalog);
        if let Some(by) = opened.read_only {
            self.notes.report(by, Findings::default());
        }
        if !opened.findings.listed().is_empty() {
            self.notes.report(Message::new("desk-opened-with-findings").with("count", opened.findings.count()), opened.findings);
        }
        Vec::new()
    }

    /// A source joins the project as one step; its catalog is already folded, so the map doesn't have to wait.
    fn source_read(&mut self, source: Source, catalog: Arc<Catalog>, findings: Findings, summary: Message) -> Vec<Errand> {
        let mut sources = self.project.sources.clone();
        sources.retain(|it| it.id != source.id);
        sources.push(source);
        let fresh = catalog.series().iter().find(|it| self.catalog.find(&it.indicator.id).is_none()).map(|it| it.indicator.id.clone());
        let mut errands = self.edit(Command::UseSources(sources));
        errands.retain(|it| !matches!(it, Errand::Job { work: Work::Fold { .. }, .. }));
        self.use_catalog(catalog);
        self.look.indicator = fresh.or(self.look.indicator.take());
        self.look.period = None;
        self.notes.report(summary, findings);
        errands
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
        let work = Work::Fold { sources: self.project.sources.clone(), revision: self.catalog.revision + 1 };
        self.job(Message::new("job-fold"), work)
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

/// A message about a file: its name without the folder, the path last.
fn named(key: &'static str, path: &std::path::Path) -> Message {
    let name = path.file_name().map_or_else(|| path.display().to_string(), |it| it.to_string_lossy().into_owned());
    Message::new(key).with("file", name)
}
