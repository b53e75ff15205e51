//! The hands: errands done, one after the other, by whoever calls. The window has them on a thread of their own, the
//! tests call them at once.
//!
//! **Promise.** A step is acknowledged only when it is on the disk. A refused file leaves what was open untouched.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use crate::{
    app::settings::Shelf,
    desk::{
        answers::answer,
        errand::{Done, Errand, LeftBehind, Open, Opened, Report, Work},
    },
    model::{
        catalog::Catalog,
        finding::Findings,
        id::PlanId,
        source::{Source, SourceKind},
    },
    project::Project,
    storage::{
        check::{Kind, kind_of},
        geojson, indicators,
        join::join,
        limits::Limits,
        plan_file,
        project_file::{Access, Blocks, How, ProjectFiles, ProjectStore, Trouble},
        put,
        refused::Refused,
        sample,
        source_block::{Block, catalog_of},
    },
    words::{Message, say},
};

/// What keeps the open project on the disk, and the bytes of its sources.
pub struct Hands {
    files: Result<ProjectFiles, Trouble>,
    shelf: Shelf,
    store: Option<ProjectStore>,
    blocks: Blocks,
    limits: Limits,
    indicators: usize,
    unwanted: Vec<u64>,
}

/// Why a job could not be done.
struct Failed {
    message: Message,
    findings: Findings,
}

impl From<Refused> for Failed {
    fn from(refused: Refused) -> Self {
        Self { message: refused.message(), findings: refused.findings() }
    }
}

impl From<Trouble> for Failed {
    fn from(trouble: Trouble) -> Self {
        Self { message: trouble.message(), findings: Findings::default() }
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
        Self { files, shelf, store: None, blocks: Blocks::new(), limits: Limits::default(), indicators: 0, unwanted: Vec::new() }
    }

    /// What lies on the start page: working copies left behind, projects opened lately.
    pub fn start_page(&self) -> Report {
        let unfinished = self.files.as_ref().map(ProjectFiles::unfinished).unwrap_or_default();
        let left = |it: crate::storage::project_file::Unfinished| LeftBehind {
            name: if it.name.is_empty() { it.folder.display().to_string() } else { it.name },
            path: it.folder,
            at: it.changed_at,
            steps: it.steps,
        };
        let left_behind = unfinished.into_iter().filter(|it| it.trouble.is_none()).map(left).collect();
        Report::StartPage { left_behind, recent: self.shelf.recent() }
    }

    /// Does one errand and reports what came of it.
    pub fn perform(&mut self, errand: Errand, report: &mut dyn FnMut(Report)) {
        match errand {
            Errand::Record { step, taken } => report(match self.store.as_mut().map(|it| it.record(&step)) {
                Some(Err(trouble)) => Report::NotRecorded(trouble.message()),
                _ => Report::Recorded(taken),
            }),
            Errand::SetTaken(taken) => report(match self.store.as_mut().map(|it| it.set_taken(taken)) {
                Some(Err(trouble)) => Report::NotRecorded(trouble.message()),
                _ => Report::Recorded(taken),
            }),
            Errand::Answer { question, catalog, project } => {
                let answer = answer(&question, &catalog, &project);
                report(Report::Answered(question, Box::new(answer)));
            }
            Errand::Job { job, work } => self.perform_job(job, work, report),
            Errand::Stop(job) => self.unwanted.push(job),
            Errand::Ask(asking) => report(Report::NoDialog(asking)),
            Errand::KeepSettings(settings) => self.shelf.keep_settings(&settings),
            Errand::Close => {
                self.close();
                report(self.start_page());
            }
        }
    }

    fn close(&mut self) {
        if let Some(store) = self.store.take() {
            store.close();
        }
        self.blocks.clear();
    }

    fn perform_job(&mut self, job: u64, work: Work, report: &mut dyn FnMut(Report)) {
        if self.unwanted.contains(&job) {
            return report(Report::Refused { job, message: say!("hands-stopped"), findings: Findings::default() });
        }
        let done = match work {
            Work::OpenSample => self.open_sample(),
            Work::Open { path, into } => self.open(&path, into),
            Work::Resume(folder) => self.resume(&folder),
            Work::Discard(folder) => self.discard(folder),
            Work::Fold { sources, revision } => self.fold(sources, revision),
            Work::Save { project, path, taken } => self.save(&project, path.as_deref(), taken),
            Work::Write { document, path, .. } => write(&document, path),
        };
        report(match done {
            Ok(result) => Report::Done { job, result: Box::new(result) },
            Err(failed) => Report::Refused { job, message: failed.message, findings: failed.findings },
        });
    }

    fn files(&self) -> Result<&ProjectFiles, Failed> {
        self.files.as_ref().map_err(|it| Failed { message: it.message(), findings: Findings::default() })
    }

    fn open_sample(&mut self) -> Result<Done, Failed> {
        let sample = sample::sample()?;
        self.begin(&sample.project, &sample.blocks)
    }

    /// A fresh project gets its working copy before anything is done to it.
    fn begin(&mut self, project: &Project, blocks: &Blocks) -> Result<Done, Failed> {
        let opened = self.files()?.create(project, blocks)?;
        self.take(opened, None)
    }

    fn take(&mut self, opened: crate::storage::project_file::Opened, path: Option<PathBuf>) -> Result<Done, Failed> {
        let (catalog, findings) = self.catalog(&opened.project.sources, &opened.blocks, 1)?;
        let read_only = match &opened.access {
            Access::ReadBecauseOpen(holder) => Some(holder.sentence()),
            Access::ReadBecauseUnwritable(cause) => Some(say!("hands-unwritable", cause = cause.as_str())),
            Access::Edit | Access::ReadAsAsked => None,
        };
        let path = path.or_else(|| opened.store.file().map(Path::to_path_buf));
        if let Some(path) = &path {
            self.shelf.opened(path, &opened.project, catalog.series().len());
        }
        self.indicators = catalog.series().len();
        let unsaved = !opened.store.is_saved();
        self.close();
        self.store = Some(opened.store);
        self.blocks = opened.blocks;
        Ok(Done::Opened(Box::new(Opened {
            project: opened.project,
            history: opened.history,
            catalog: Arc::new(catalog),
            path,
            findings,
            read_only,
            unsaved,
        })))
    }

    fn catalog(&self, sources: &[Source], blocks: &Blocks, revision: u64) -> Result<(Catalog, Findings), Failed> {
        let bytes = |it: &Source| blocks.get(&it.id).cloned().map(|bytes| (it.clone(), bytes));
        let blocks: Vec<_> = sources.iter().filter_map(bytes).collect();
        Ok(catalog_of(&blocks, revision, &self.limits)?)
    }

    /// A project is opened, boundaries make a new project, indicators and plans join the open one.
    fn open(&mut self, path: &Path, into: Option<Open>) -> Result<Done, Failed> {
        match (kind_of(path, &self.limits)?, into) {
            (Kind::Project, _) => {
                let opened = self.files()?.open(path, How::Edit)?;
                self.take(opened, Some(path.to_path_buf()))
            }
            (Kind::Boundaries, _) => self.open_boundaries(path),
            (Kind::Indicators, Some(open)) => self.join_indicators(path, &open),
            (Kind::Plan, Some(open)) => self.read_plan(path, &open),
            (Kind::Indicators | Kind::Plan, None) => {
                Err(Failed { message: say!("hands-boundaries-first", path = path.display().to_string()), findings: Findings::default() })
            }
        }
    }

    fn open_boundaries(&mut self, path: &Path) -> Result<Done, Failed> {
        let bytes = put::read(path, &self.limits)?;
        let file = geojson::read(&bytes, &geojson::Options::default()).map_err(|it| it.of_file(path))?;
        let findings = file.findings.clone();
        let block = Block::of_boundaries(&file, &file_name(path));
        let project = Project {
            name: path.file_stem().map_or_else(String::new, |it| it.to_string_lossy().into_owned()),
            sources: vec![block.source.clone()],
            ..Project::default()
        };
        let done = self.begin(&project, &Blocks::from([(block.source.id, Arc::from(block.bytes))]))?;
        Ok(match done {
            Done::Opened(mut opened) => {
                opened.findings.extend(findings);
                Done::Opened(opened)
            }
            other => other,
        })
    }

    fn join_indicators(&mut self, path: &Path, open: &Open) -> Result<Done, Failed> {
        let file = indicators::read_file(path, &self.limits)?;
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
        if let Some(store) = &mut self.store {
            store.add_block(&block.bytes)?;
        }
        self.blocks.insert(block.source.id, Arc::from(block.bytes));
        let mut sources = open.project.sources.clone();
        sources.retain(|it| it.id != block.source.id);
        sources.push(block.source.clone());
        let (catalog, mut findings) = self.catalog(&sources, &self.blocks, open.catalog.revision + 1)?;
        findings.extend(report.findings);
        Ok(Done::Source { source: block.source, catalog: Arc::new(catalog), findings, summary })
    }

    fn read_plan(&self, path: &Path, open: &Open) -> Result<Done, Failed> {
        let bytes = put::read(path, &self.limits)?;
        let file = plan_file::read(&bytes, &open.catalog.register, &self.limits).map_err(|it| it.of_file(path))?;
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

    fn resume(&mut self, folder: &Path) -> Result<Done, Failed> {
        let opened = self.files()?.resume(folder)?;
        self.take(opened, None)
    }

    fn discard(&mut self, folder: PathBuf) -> Result<Done, Failed> {
        self.files()?.discard(&folder)?;
        Ok(Done::Discarded(folder))
    }

    fn fold(&mut self, sources: Vec<Source>, revision: u64) -> Result<Done, Failed> {
        let known = sources.iter().any(|it| it.kind == SourceKind::Boundaries);
        let catalog = if known { self.catalog(&sources, &self.blocks, revision)?.0 } else { Catalog::empty() };
        Ok(Done::Folded { sources, catalog: Arc::new(catalog) })
    }

    fn save(&mut self, project: &Project, path: Option<&Path>, taken: usize) -> Result<Done, Failed> {
        let Some(store) = &mut self.store else {
            return Err(Failed { message: say!("hands-nothing-open"), findings: Findings::default() });
        };
        match path {
            Some(path) => store.save_as(&with_ending(path))?,
            None => store.save()?,
        }
        let path = store.file().map(Path::to_path_buf).unwrap_or_default();
        self.shelf.opened(&path, project, self.indicators);
        Ok(Done::Saved { path, at: super::clock::now(), taken })
    }
}

fn write(document: &crate::report::Document, path: PathBuf) -> Result<Done, Failed> {
    let bytes = document.bytes_for(&path).map_err(|message| Failed { message, findings: Findings::default() })?;
    put::put(&path, &bytes)?;
    Ok(Done::Written { path })
}

/// „landkreis“ becomes „landkreis.planraum“; another ending of the planner's stays.
fn with_ending(path: &Path) -> PathBuf {
    if path.extension().is_some() { path.to_path_buf() } else { path.with_extension("planraum") }
}

fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |it| it.to_string_lossy().into_owned())
}
