//! Everything on the planner's desk, without a window.
//!
//! **Promise.** [`Desk::run`] takes an action and returns errands; [`Desk::finish`] takes what came of them. Between the
//! two the desk never waits, never touches the disk, never reads the clock: the shell tells it the time.
//! **Not here.** Pixels (`views`), threads and dialogs (`app`), files (`storage`).

pub mod action;
pub mod answers;
mod area_work;
pub mod board;
mod copy_on_wall;
pub mod deciding;
pub mod drawing;
pub mod errand;
mod exporting;
mod files;
pub mod keeping;
mod limits;
pub mod look;
mod looking;
pub mod notes;
mod occupied;
pub mod picture;
pub mod place;
mod plan_work;
mod presenting;
pub mod reading;
mod repair;
mod seen;
mod settled;
mod showing;
pub mod title;
mod trail;

use std::{
    path::PathBuf,
    sync::{Arc, OnceLock},
};

use crate::{
    desk::{
        action::{Action, AreaWork, Asking, LookAt, PlanWork},
        answers::{Answer, Answers, Question},
        deciding::Deciding,
        drawing::DrawingState,
        errand::{Errand, LeftBehind, Recent, Report, Session, Target},
        look::{Look, Page, Settings},
        notes::{Notes, Offer},
        place::Place,
        trail::Trail,
    },
    geometry::DistrictIx,
    model::{
        catalog::Catalog,
        id::{AreaId, DistrictKey, PlanId},
        plan::Plan,
    },
    project::{Command, Project, Refusal, history::History},
    words::{Message, Terms, Words},
};

/// The desk.
pub struct Desk {
    words: Arc<Words>,
    spoken_terms: Terms,
    settings: Settings,
    now: String,
    project: Arc<Project>,
    history: History,
    trail: Trail,
    catalog: Arc<Catalog>,
    file: OpenFile,
    unanswered: usize, // changes that are neither known to be on the disk nor known not to be
    look: Look,
    answers: Answers,
    drawing: DrawingState,
    notes: Notes,
    start: StartPage,
    asking: Option<Asking>,
    asking_at: Option<PathBuf>, // the file at which asking begins, if not where one was the last time
    deciding: Option<Deciding>,
    placed: Option<Place>, // where the planner was when it was last told to be remembered
    groupings: OnceLock<Vec<String>>,
    changes: u64,
}

/// The file behind the project.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct OpenFile {
    /// Whether a project is open at all.
    pub open: bool,
    /// Which opening it is.
    pub session: Session,
    /// Where it was saved; `None` if never.
    pub path: Option<PathBuf>,
    /// Who has it, if it may only be read.
    pub read_only: Option<Message>,
    /// When its file was written (empty if nobody knows), and the number of the last step that was done then.
    pub saved: Option<(String, u64)>,
    /// Where it is to be saved once the save that runs has ended, if that was asked for meanwhile.
    pub save_next: Option<Option<Target>>,
    /// How many steps are known to be on disk in the working copy.
    pub recorded: usize,
    /// Why the last changes are not on the disk, if they aren't.
    pub not_recorded: Option<Message>,
    /// Whether the planner was told what leaving now would lose.
    pub warned: bool,
    /// Whether the opened working copy already held changes that the file doesn't have.
    pub unsaved_before: bool,
    /// The boundary file that it was just made from.
    pub reading: Option<reading::Reading>,
}

/// What the start page offers.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct StartPage {
    /// Left behind by a crash.
    pub left_behind: Vec<LeftBehind>,
    /// Opened lately.
    pub recent: Vec<Recent>,
}

impl Desk {
    /// An empty desk with the start page on it.
    pub fn new(settings: Settings) -> Self {
        let project = Arc::new(Project::default());
        Self {
            words: Arc::new(Words::new(settings.language, &project.terms)),
            spoken_terms: project.terms.clone(),
            look: Look { profile: settings.profile, ..Look::default() },
            settings,
            now: String::new(),
            project,
            history: History::default(),
            trail: Trail::default(),
            catalog: Arc::new(Catalog::empty()),
            file: OpenFile::default(),
            unanswered: 0,
            answers: Answers::default(),
            drawing: DrawingState::default(),
            notes: Notes::default(),
            start: StartPage::default(),
            asking: None,
            asking_at: None,
            deciding: None,
            placed: None,
            groupings: OnceLock::new(),
            changes: 0,
        }
    }

    /// What time it is, as `2026-11-23T14:32`; the shell says so before it runs actions.
    pub fn set_clock(&mut self, now: impl Into<String>) {
        self.now = now.into();
    }

    /// Grows with everything that is done or comes in; only where the pointer and the camera are does not count.
    pub fn changes(&self) -> u64 {
        self.changes
    }

    /// Does what was asked for and returns what has to be done outside.
    pub fn run(&mut self, action: Action) -> Vec<Errand> {
        self.changes += u64::from(!action.follows_the_pointer());
        let mut errands = match action {
            Action::Edit(command) => self.edit(command),
            Action::Undo if self.look.presenting.is_some() => self.rewind_on_wall(true),
            Action::Undo => self.undo(),
            Action::Redo if self.look.presenting.is_some() => self.rewind_on_wall(false),
            Action::Redo => self.redo(),
            Action::GoToStep(taken) => self.go_to_step(taken),
            Action::Look(at) => self.look_at(at),
            Action::Draw(drawing) => self.draw(drawing),
            Action::Area(work) => self.work_on_areas(&work),
            Action::Plan(work) => self.work_on_plans(&work),
            Action::Show(showing) => self.show(showing),
            Action::File(work) => self.work_on_files(work),
            Action::Settings(settings) => self.settle(settings),
            Action::Dismiss(note) => {
                self.notes.dismiss(note);
                Vec::new()
            }
        };
        errands.extend(self.ask());
        errands.extend(self.keep_place());
        self.forget_settled();
        errands
    }

    /// Takes in what came of an errand; that may cause further ones.
    pub fn finish(&mut self, report: Report) -> Vec<Errand> {
        self.changes += 1;
        let mut errands = self.take_in(report);
        errands.extend(self.ask());
        errands.extend(self.keep_place());
        errands
    }

    /// The one door for change: apply, remember, have it written down. What changes nothing is no step.
    fn edit(&mut self, command: Command) -> Vec<Errand> {
        let classes_change = matches!(command, Command::SetClassing(..));
        if self.project.is_idle(&command) {
            self.look.classes_of = self.look.classes_of.filter(|_| !classes_change); // what was chosen is what is seen
            return Vec::new();
        }
        if self.file.read_only.is_some() && self.file.recorded == 0 {
            self.notes.tell(Message::new("desk-read-only-hint"));
        }
        let title = title::title_of(&command, &self.project, &self.catalog);
        let catalog_changes = command.touches_sources();
        let taken = self.history.taken() + 1;
        let held = command.plan().map(|it| (it, self.occupied(it).unwrap_or_default()));
        match self.history.take(Arc::make_mut(&mut self.project), command, title, self.now.clone()) {
            Ok(step) => {
                let mut errands = vec![Errand::Record { session: self.file.session, step: Box::new(step.clone()), taken }];
                self.trail.take(taken - 1);
                self.unanswered += 1;
                if classes_change {
                    self.look.classes_of = None; // what was just set is what is seen
                }
                errands.extend(self.after_change(catalog_changes));
                if let Some((plan, before)) = held {
                    self.tell_emptied(plan, before);
                }
                errands
            }
            Err(refusal) => {
                match refusal {
                    Refusal::Untouchable(_) => self.refuse_in_plan(refusal.message()),
                    _ => self.notes.refuse(refusal.message(), Default::default()),
                }
                Vec::new()
            }
        }
    }

    fn undo(&mut self) -> Vec<Errand> {
        let catalog_changes = self.history.to_undo().is_some_and(|it| it.done.touches_sources());
        let Some(title) = self.history.to_undo().map(|it| it.title.clone()) else { return Vec::new() };
        let plan = self.history.to_undo().and_then(|it| it.done.plan());
        let said = self.rewound("desk-undone", "desk-undone-in", title, plan);
        let done = self.history.undo(Arc::make_mut(&mut self.project));
        let errands = self.after_rewind(done.map_err(|it| it.message()), catalog_changes, plan);
        self.notes.tell_of_step(self.this_step(), said, None);
        errands
    }

    fn redo(&mut self) -> Vec<Errand> {
        let catalog_changes = self.history.to_redo().is_some_and(|it| it.done.touches_sources());
        let Some(title) = self.history.to_redo().map(|it| it.title.clone()) else { return Vec::new() };
        let plan = self.history.to_redo().and_then(|it| it.done.plan());
        let said = self.rewound("desk-redone", "desk-redone-in", title, plan);
        let done = self.history.redo(Arc::make_mut(&mut self.project));
        let errands = self.after_rewind(done.map_err(|it| it.message()), catalog_changes, plan);
        self.notes.tell_of_step(self.this_step(), said, None);
        errands
    }

    /// What was taken back or again; in which plan, where that is another one than is shown.
    fn rewound(&self, here: &'static str, elsewhere: &'static str, step: Message, plan: Option<PlanId>) -> Message {
        let other = plan.filter(|it| self.look.plan != Some(*it)).and_then(|it| self.project.plan(it));
        let said = match other {
            Some(plan) => Message::new(elsewhere).with("plan", plan.name.as_str()),
            None => Message::new(here),
        };
        said.with("step", step)
    }

    fn go_to_step(&mut self, taken: usize) -> Vec<Errand> {
        let mut catalog_changes = false;
        let project = Arc::make_mut(&mut self.project);
        let (mut done, mut plan) = (Ok(true), None);
        while self.history.taken() > taken && matches!(done, Ok(true)) {
            catalog_changes |= self.history.to_undo().is_some_and(|it| it.done.touches_sources());
            plan = self.history.to_undo().and_then(|it| it.done.plan());
            done = self.history.undo(project);
        }
        while self.history.taken() < taken && matches!(done, Ok(true)) {
            catalog_changes |= self.history.to_redo().is_some_and(|it| it.done.touches_sources());
            plan = self.history.to_redo().and_then(|it| it.done.plan());
            done = self.history.redo(project);
        }
        self.after_rewind(done.map_err(|it| it.message()), catalog_changes, plan)
    }

    /// What was taken back or taken again is seen: the plan in which it happened is shown, if it is still there.
    fn after_rewind(&mut self, done: Result<bool, Message>, catalog_changes: bool, plan: Option<PlanId>) -> Vec<Errand> {
        if let Err(message) = done {
            self.notes.refuse(message, Default::default());
        }
        let mut errands = vec![Errand::SetTaken { session: self.file.session, taken: self.history.taken() }];
        self.unanswered += 1;
        errands.extend(self.after_change(catalog_changes));
        if let (Some(plan), Page::Planning) = (plan, self.look.page) {
            self.look_at(LookAt::Plan(plan));
        }
        errands
    }

    /// Everything that follows from another project: what is looked at may be gone, answers are old.
    fn after_change(&mut self, catalog_changes: bool) -> Vec<Errand> {
        self.answers.project_changed();
        self.keep_look_valid();
        self.drawing.follow(self.look.plan.and_then(|it| self.project.plan(it)), &self.project);
        if self.spoken_terms != self.project.terms {
            self.speak();
        }
        if catalog_changes { self.fold_catalog() } else { Vec::new() }
    }

    /// What is looked at must still be there.
    fn keep_look_valid(&mut self) {
        let there = |id| self.project.plan(id).is_some();
        if !self.look.plan.is_some_and(there) {
            self.look.plan = self.project.usual_plan().map(|it| it.id);
        }
        self.look.compare.plans.retain(|it| there(*it));
        self.look.compare.beside.retain(|it| self.catalog.find(it).is_some());
        let plan = self.look.plan.and_then(|it| self.project.plan(it));
        let area_there = |id| plan.is_some_and(|it: &Plan| it.area(id).is_some());
        self.look.selection.area = self.look.selection.area.filter(|it| area_there(*it));
        self.look.brush.target = self.look.brush.target.filter(|it| area_there(*it));
        self.look.hover_area = self.look.hover_area.filter(|it| area_there(*it));
        self.look.open_areas.retain(|it| area_there(*it));
        self.look.classes_of = self.look.classes_of.filter(|it| self.project.view(*it).is_some());
        self.look.indicator = self.look.indicator.take().filter(|it| self.catalog.find(it).is_some());
        if self.look.indicator.is_none() {
            self.look.indicator = self.first_indicator();
        }
    }

    fn settle(&mut self, settings: Settings) -> Vec<Errand> {
        let other_language = settings.language != self.settings.language;
        self.settings = settings.clone();
        if other_language {
            self.speak();
        }
        vec![Errand::KeepSettings(settings)]
    }

    /// Texts in the planner's language and the county's terms.
    fn speak(&mut self) {
        self.words = Arc::new(Words::new(self.settings.language, &self.project.terms));
        self.spoken_terms = self.project.terms.clone();
    }
}

impl Desk {
    fn work_on_areas(&mut self, work: &AreaWork) -> Vec<Errand> {
        let Some(plan) = self.shown_plan() else { return Vec::new() };
        if let Some(why) = area_work::forbidden(work, plan) {
            let why = why.message(plan);
            self.refuse_in_plan(why);
            return Vec::new();
        }
        let chosen: Vec<_> = self.look.selection.districts.iter().cloned().collect();
        let parts = match (work, self.drawing.board()) {
            (AreaWork::SplitParts(area), Some(board)) => board.parts(*area),
            _ => Vec::new(),
        };
        let key = |it: &DistrictIx| self.catalog.register.get(*it).map(|it| it.key.clone());
        let parts: Vec<Vec<_>> = parts.iter().map(|part| part.iter().filter_map(key).collect()).collect();
        let Some(wanted) = area_work::command_for(work, plan, &chosen, &parts, &|it| self.areas_beside(plan, it), &self.words) else {
            return Vec::new();
        };
        let errands = self.edit(wanted.command);
        if wanted.then.is_some() {
            self.look.brush.target = wanted.then;
            self.look.selection.area = wanted.then;
        }
        self.keep_look_valid();
        errands
    }

    /// The areas of the districts that border on these.
    fn areas_beside(&self, plan: &Plan, districts: &[DistrictKey]) -> Vec<AreaId> {
        let (register, topology) = (&self.catalog.register, &self.catalog.ground.topology);
        let around = districts.iter().filter_map(|it| register.find(it)).flat_map(|it| topology.neighbours(it));
        around.filter_map(|it| plan.area_of.get(&register.get(it.district)?.key)).copied().collect()
    }

    fn work_on_plans(&mut self, work: &PlanWork) -> Vec<Errand> {
        let Some(wanted) = plan_work::command_for(work, &self.project, &self.words) else { return Vec::new() };
        let taken = self.history.taken();
        let errands = self.edit(wanted.command);
        if let Some(plan) = wanted.then.filter(|_| self.history.taken() > taken) {
            self.look_at(LookAt::Plan(plan));
        }
        if let (PlanWork::Delete(_), Some(step), true) = (work, self.history.to_undo(), self.history.taken() > taken) {
            let title = step.title.clone();
            self.notes.tell_of_step(self.this_step(), title, Some(Offer::Undo));
        }
        errands
    }

    fn take_answer(&mut self, question: Question, answer: Answer) {
        match answer {
            Answer::Board(board) => {
                let current = matches!(question, Question::Board { catalog, plan, with_city } if catalog == self.catalog.revision
                    && Some(plan.plan) == self.look.plan && plan.revision == self.answers.revision() && with_city == self.look.with_city);
                self.answers.no_longer_asked(&question);
                if current && !self.drawing.has_board_of(board.plan(), self.catalog.revision, self.look.with_city) {
                    self.drawing.put_board(*board);
                }
            }
            other => self.answers.keep(question, other, self.catalog.revision),
        }
    }
}
