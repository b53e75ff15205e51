//! Errands: what the desk cannot do itself because it takes time or touches the disk, and the reports that come back.
//!
//! The window runs them on threads, the command line and the tests run them at once; the desk doesn't know which.

use std::{path::PathBuf, sync::Arc};

use crate::{
    desk::{
        action::{Asking, Export},
        answers::{Answer, Question},
        look::Settings,
        place::Place,
        reading::{FieldChoice, Reading},
    },
    model::{catalog::Catalog, finding::Findings, source::Source},
    project::{Project, history::History, history::Step},
    report::Document,
    words::Message,
};

/// Which opening of a project is meant: the number of the job that opened it; 0 is none. What is asked for one project never
/// reaches another that was opened meanwhile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Session(pub u64);

/// Something to be done outside.
#[derive(Debug, Clone)]
pub enum Errand {
    /// Write a step down, durably, before anything else happens to it; `taken` steps are then done.
    Record {
        /// In which project.
        session: Session,
        /// The step.
        step: Box<Step>,
        /// How many steps are done with it.
        taken: usize,
    },
    /// So many steps are done now (after undo, redo).
    SetTaken {
        /// In which project.
        session: Session,
        /// How many.
        taken: usize,
    },
    /// The project that was opened is on the desk: it takes the place of the one before, which is closed.
    Adopt(Session),
    /// The project that was opened is not wanted: whatever was made for it goes.
    Forget(Session),
    /// Compute an answer.
    Answer {
        /// The question.
        question: Question,
        /// What it is asked of.
        catalog: Arc<Catalog>,
        /// And what was decided.
        project: Arc<Project>,
    },
    /// A job that can be watched and stopped.
    Job {
        /// Its number.
        job: u64,
        /// What it is.
        work: Work,
    },
    /// A job is not wanted any more.
    Stop(u64),
    /// Look whether a file is there; nobody waits for it, for its drive may not answer.
    LookFor(PathBuf),
    /// Ask for a path; begin at this file, if there is one.
    Ask(Asking, Option<PathBuf>),
    /// Keep the settings of this workplace.
    KeepSettings(Settings),
    /// Remember where the planner is in a project.
    KeepPlace {
        /// In which project.
        session: Session,
        /// Where.
        place: Place,
    },
    /// Let go of the open project: its working copy is in order.
    Close(Session),
}

/// What a job does.
#[derive(Debug, Clone)]
pub enum Work {
    /// Open the sample county.
    OpenSample,
    /// Read a file of any kind. `into`: the project that indicators and plans join.
    Open {
        /// Where.
        path: PathBuf,
        /// The open project, if any.
        into: Option<Open>,
        /// Whether a project is taken from whoever has it open.
        take_over: bool,
    },
    /// Read boundaries again with other fields.
    ReadAgain {
        /// Where.
        path: PathBuf,
        /// Which fields.
        choice: FieldChoice,
    },
    /// Go on with a working copy.
    Resume {
        /// Where it lies.
        folder: PathBuf,
        /// Whether its file is taken from whoever has it open.
        take_over: bool,
    },
    /// Throw a working copy away.
    Discard(PathBuf),
    /// Fold the catalog of these sources. Its revision is the number of the job, as of every catalog: none is given twice.
    Fold {
        /// Of which project.
        session: Session,
        /// In this order.
        sources: Vec<Source>,
    },
    /// Save the project; without a path where it was.
    Save {
        /// Which one.
        session: Session,
        /// The project as it is.
        project: Arc<Project>,
        /// Where.
        target: Option<Target>,
        /// The number of the last step that is done in it.
        step: u64,
    },
    /// Write something that leaves the house.
    Write {
        /// What it is.
        document: Arc<Document>,
        /// Where.
        target: Target,
        /// What it is called in messages.
        export: Export,
    },
}

/// Where something is to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// There, with its ending.
    pub path: PathBuf,
    /// Whether what lies there may be replaced.
    pub agreed: Agreed,
}

/// Whether the planner agreed to replace a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Agreed {
    /// Nobody was asked.
    #[default]
    No,
    /// The dialog asked, about this very path; it doesn't say what kind of file it is.
    ByDialog,
    /// Knowing what it is.
    Knowing,
}

/// The open project, as a job sees it.
#[derive(Debug, Clone)]
pub struct Open {
    /// Which one.
    pub session: Session,
    /// What was decided.
    pub project: Arc<Project>,
    /// What is given.
    pub catalog: Arc<Catalog>,
}

/// A project that was opened.
#[derive(Debug, Clone)]
pub struct Opened {
    /// What was decided.
    pub project: Project,
    /// How it came about.
    pub history: History,
    /// What is given.
    pub catalog: Arc<Catalog>,
    /// Its file; `None` if it was never saved.
    pub path: Option<PathBuf>,
    /// When that file was written, as `2026-11-23T14:32`; `None` if there is none or nobody knows.
    pub saved_at: Option<String>,
    /// What was noticed.
    pub findings: Findings,
    /// Where the planner was in it the last time, if they were here before.
    pub place: Option<Place>,
    /// Who has it open, if it could only be opened for reading.
    pub read_only: Option<Message>,
    /// Whether there are changes that its file doesn't have.
    pub unsaved: bool,
    /// The boundary file that it was made from just now.
    pub reading: Option<Reading>,
    /// What else is to be known about its file.
    pub beside: Beside,
}

/// What is to be known about a file that was opened.
#[derive(Debug, Clone, Default)]
pub struct Beside {
    /// Where somebody else has it open: what takes it over.
    pub held: Option<Work>,
    /// Working copies of it with changes that it doesn't have.
    pub unfinished: Vec<LeftBehind>,
    /// Working copies that are damaged, and of it or perhaps of it.
    pub damaged: Vec<DamagedCopy>,
    /// Whether an older version of the program wrote it.
    pub older: bool,
}

/// A damaged working copy beside a file that was opened.
#[derive(Debug, Clone, PartialEq)]
pub struct DamagedCopy {
    /// What is wrong, where it lies and what to do.
    pub message: Message,
    /// Its folder, if something whole of it can be opened.
    pub rescue: Option<PathBuf>,
}

/// A working copy that was left behind by a crash.
#[derive(Debug, Clone, PartialEq)]
pub struct LeftBehind {
    /// Where it lies.
    pub path: PathBuf,
    /// The project's file, if it ever had one.
    pub file: Option<PathBuf>,
    /// The project's name.
    pub name: String,
    /// The last change, as `2026-11-23T14:32`.
    pub at: String,
    /// How many steps it holds that no file has.
    pub steps: usize,
    /// What the last step was.
    pub last: Option<Message>,
    /// Whether it is damaged, and going on with it opens what is whole of it.
    pub damaged: bool,
    /// Why it can't be gone on with, if it can't.
    pub trouble: Option<Message>,
}

/// A project that was opened lately.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recent {
    /// Its file.
    pub path: PathBuf,
    /// Its name.
    pub name: String,
    /// When it was last open, as `2026-11-23T14:32`.
    pub at: String,
    /// How many plans it has.
    pub plans: usize,
    /// How many areas the plan has that it opens with.
    pub areas: usize,
    /// How many indicators.
    pub indicators: usize,
    /// What became of its file.
    pub file: OnDisk,
}

/// What is known of a file that was open once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum OnDisk {
    /// Nobody has looked yet, or its drive doesn't answer.
    #[default]
    NotLooked,
    /// It is there, and was written then, as `2026-11-23T14:32`.
    Written(String),
    /// It is not where it was.
    Gone,
}

/// What came of an errand.
#[derive(Debug, Clone)]
pub enum Report {
    /// Everything up to so many steps is written down.
    Recorded {
        /// In which project.
        session: Session,
        /// How many.
        taken: usize,
    },
    /// A change could not be written down. It is tried again before the next one.
    NotRecorded {
        /// In which project.
        session: Session,
        /// Why.
        message: Message,
    },
    /// Something broke that should never break; whatever was asked for is not done.
    Broke(Message),
    /// An answer.
    Answered(Question, Box<Answer>),
    /// A job goes on: share done (if known) and what it is doing.
    Progress {
        /// Which job.
        job: u64,
        /// 0 to 1.
        done: Option<f32>,
    },
    /// A job ended well.
    Done {
        /// Which job.
        job: u64,
        /// With what.
        result: Box<Done>,
    },
    /// A job ended in a refusal; everything is as it was before.
    Refused {
        /// Which job.
        job: u64,
        /// File, place, cause, remedy.
        message: Message,
        /// What else was noticed.
        findings: Findings,
        /// A former version of the file, if that is what helps.
        backup: Option<PathBuf>,
    },
    /// A path was chosen, or the dialog was left.
    Chosen(Asking, Option<PathBuf>),
    /// No dialog could be shown: the path field has to do.
    NoDialog(Asking),
    /// What was seen of a file that was to be looked for.
    Seen(PathBuf, OnDisk),
    /// What lies on the start page.
    StartPage {
        /// Left behind by a crash.
        left_behind: Vec<LeftBehind>,
        /// Opened lately.
        recent: Vec<Recent>,
    },
}

/// How a job ended.
#[derive(Debug, Clone)]
pub enum Done {
    /// A project is open.
    Opened(Box<Opened>),
    /// This file is the open project's.
    AlreadyOpen(PathBuf),
    /// A source was read: it joins the project.
    Source {
        /// The source.
        source: Source,
        /// The sources the catalog was folded of.
        sources: Vec<Source>,
        /// The catalog with it.
        catalog: Arc<Catalog>,
        /// What was noticed, and how the keys matched.
        findings: Findings,
        /// The sentence about it.
        summary: Message,
    },
    /// A plan was read: it joins the project.
    Plan {
        /// The plan; its id is given by the desk.
        plan: Box<crate::model::plan::Plan>,
        /// What was noticed.
        findings: Findings,
        /// The sentence about it.
        summary: Message,
    },
    /// The catalog of another list of sources.
    Folded {
        /// Of these.
        sources: Vec<Source>,
        /// The catalog.
        catalog: Arc<Catalog>,
    },
    /// The project is saved.
    Saved {
        /// Here.
        path: PathBuf,
        /// At this time, as `2026-11-23T14:32`.
        at: String,
        /// The number of the last step that was done then.
        step: u64,
    },
    /// A file lies in the way; nothing was written.
    InTheWay {
        /// What was to be written.
        asking: Asking,
        /// The file.
        path: PathBuf,
        /// Whether it is a project of Planraum.
        project: bool,
    },
    /// Something left the house.
    Written {
        /// Here.
        path: PathBuf,
    },
    /// A working copy is gone.
    Discarded(PathBuf),
}
