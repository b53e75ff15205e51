//! What is opened: the sample, a project, a working copy, or a file that joins the open project.
//!
//! **Promise.** What was opened waits beside the open project until the desk takes it; a refused file leaves what was open
//! untouched.
//! **Not here.** Boundaries of one's own (`boundaries`), keeping and saving (`hands`).

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use crate::{
    app::{
        drawer::Kept,
        hands::{Failed, Hands, file_name},
    },
    desk::{
        errand::{Beside, DamagedCopy, Done, LeftBehind, Open, Opened, Session, Work},
        reading::FieldChoice,
    },
    model::{
        catalog::Catalog,
        colouring::colour_areas,
        finding::Findings,
        id::PlanId,
        source::{Source, SourceKind},
    },
    project::Project,
    storage::{
        check::{Kind, is_project_file, kind_of},
        indicators, plan_file,
        project_file::{self, Access, Blocks, How, Unfinished, real_path},
        put, sample,
        source_block::catalog_of_watched,
        stamp,
        strangers::strangers,
        taking_in::take_in,
        watch::Watch,
    },
    words::{Message, say},
};

impl Hands {
    pub(super) fn open_sample(&self, job: u64) -> Result<Done, Failed> {
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
        opened.rescued.iter().for_each(|it| findings.push(it.finding()));
        let (project, history, catalog) = (opened.project, opened.history, Arc::new(catalog));
        let saved_at = path.as_deref().and_then(stamp::written_at);
        let (damaged, unfinished): (Vec<_>, Vec<_>) = opened.unfinished.into_iter().partition(|it| it.trouble.is_some());
        let unfinished = unfinished.into_iter().map(left_behind).collect();
        let damaged = damaged.into_iter().filter_map(damaged_copy).collect();
        let beside = Beside { held: None, unfinished, damaged, older: opened.upgraded_from.is_some() };
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
    pub(super) fn open(&self, job: u64, path: &Path, into: Option<Open>, how: How) -> Result<Done, Failed> {
        if into.is_some() && self.drawer().has_open(&real_path(path)) {
            return Ok(Done::AlreadyOpen(path.to_path_buf()));
        }
        let watch = self.watching.watch(job);
        if is_project_file(path)? || project_file::is_called_project(path) {
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
        let file = indicators::read_file_watched(path, &self.limits, &watch.part(0.0, 0.5))?;
        let taken = take_in(file, path, &open.catalog, &open.project.sources, &self.limits);
        let (report, (block, sources)) = (taken.report, taken.outcome?);
        let summary = say!(
            "hands-joined",
            file = file_name(path),
            indicators = report.indicators.len(),
            matched = report.matched,
            only_in_map = report.only_in_map.len(),
            only_in_file = report.only_in_file.len()
        );
        self.drawer().add_block(open.session, block.source.id, Arc::from(block.bytes))?;
        // what the fold notices of the sources that were there is told already
        let (catalog, _) = self.catalog(job, open.session, &sources, &watch.part(0.5, 1.0))?;
        Ok(Done::Source { source: block.source, sources, catalog: Arc::new(catalog), findings: report.findings, summary })
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
        let mut plan = file.plan(PlanId(0), name);
        colour_areas(&mut plan, &open.catalog.register, &open.catalog.ground.topology); // the file names no colours
        Ok(Done::Plan { plan: Box::new(plan), findings: file.findings, summary })
    }

    pub(super) fn resume(&self, job: u64, folder: &Path, how: How) -> Result<Done, Failed> {
        let opened = self.files()?.resume_as(folder, how)?;
        let again = Work::Resume { folder: folder.to_path_buf(), take_over: true };
        self.put_aside(job, opened, (None, false), Some(again), &self.watching.watch(job))
    }

    pub(super) fn fold(&self, job: u64, session: Session, sources: Vec<Source>) -> Result<Done, Failed> {
        let known = sources.iter().any(|it| it.kind == SourceKind::Boundaries);
        let catalog = if known { self.catalog(job, session, &sources, &self.watching.watch(job))?.0 } else { Catalog::empty() };
        Ok(Done::Folded { sources, catalog: Arc::new(catalog) })
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

/// A damaged working copy beside a file that is open; a rescue that is offered opens what is whole of it.
fn damaged_copy(it: Unfinished) -> Option<DamagedCopy> {
    let trouble = it.trouble?.message();
    let message = match it.file {
        Some(_) => say!("hands-damaged-copy", trouble),
        None => say!("hands-damaged-copy-of-somebody", trouble),
    };
    Some(DamagedCopy { message, rescue: it.rescuable.then_some(it.folder) })
}

pub(super) fn left_behind(it: Unfinished) -> LeftBehind {
    LeftBehind {
        name: if it.name.is_empty() { it.folder.display().to_string() } else { it.name },
        path: it.folder,
        file: it.file,
        at: it.changed_at,
        steps: it.steps,
        last: it.last,
        damaged: it.rescuable,
        trouble: it.trouble.filter(|_| !it.rescuable).map(|it| it.message()),
    }
}
