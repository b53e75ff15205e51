//! What the desk tells the planner: short notes that pass, refusals that stay, jobs that run.

use std::path::PathBuf;

use crate::{
    desk::errand::Session,
    model::{finding::Findings, id::PlanId},
    words::Message,
};

/// How a note is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tone {
    /// Done; passes by itself.
    Info,
    /// Look at it; stays until read.
    Warning,
    /// Refused; stays until read.
    Refusal,
}

/// A note.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    /// Its number.
    pub id: u64,
    /// How it is meant.
    pub tone: Tone,
    /// The sentence.
    pub message: Message,
    /// What was noticed while reading, for those who open it.
    pub findings: Findings,
    /// What can be done about it.
    pub offer: Option<Offer>,
    /// Why it is said; when that is gone, so is the note.
    pub cause: Option<Cause>,
}

/// Why something is said, where that can pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// This plan is protected and is to be changed.
    Protected(PlanId),
    /// A tool draws and no area is chosen for it.
    NoTarget,
    /// Saving failed; the next save that works takes the note away.
    Saving,
    /// Writing a map or a table failed.
    Writing,
    /// Opening or reading failed.
    Reading,
    /// This many steps are done and this plan is shown: what the last one did can be seen and taken back.
    Step(usize, Option<PlanId>),
}

impl Cause {
    /// Of a job that failed.
    pub fn of(about: &About) -> Option<Self> {
        match about {
            About::Saving => Some(Self::Saving),
            About::Writing => Some(Self::Writing),
            About::Reading(_) => Some(Self::Reading),
            About::Other => None,
        }
    }
}

/// What a note offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Offer {
    /// Undoing takes back what it tells of.
    Undo,
    /// Going on with this working copy.
    Resume(PathBuf),
    /// Opening a former version of a file; this is the latest one.
    Backup(PathBuf),
    /// A copy of this plan, which can be changed.
    CopyPlan(PlanId),
}

/// A job that runs.
#[derive(Debug, Clone, PartialEq)]
pub struct Running {
    /// Its number.
    pub id: u64,
    /// What it is doing.
    pub title: Message,
    /// How far it is, 0 to 1, where that is known.
    pub done: Option<f32>,
    /// Whether it was told to stop.
    pub stopping: bool,
    /// The project that was open when it began.
    pub session: Session,
    /// What it is about.
    pub about: About,
}

/// What a job is about, as far as that matters while it runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// This is opened or read; empty for the sample county.
    Reading(PathBuf),
    /// The project is saved. The window doesn't close before that is done.
    Saving,
    /// Something is written that leaves the house. The window doesn't close before that is done.
    Writing,
    /// Anything else.
    Other,
}

/// The notes and jobs of a desk.
#[derive(Debug, Clone, Default)]
pub struct Notes {
    notes: Vec<Note>,
    running: Vec<Running>,
    last_id: u64,
}

impl Notes {
    /// How many notes are kept before the oldest passing one goes.
    const KEPT: usize = 5;

    /// The notes, oldest first.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// The jobs.
    pub fn running(&self) -> &[Running] {
        &self.running
    }

    /// A note that passes.
    pub fn tell(&mut self, message: Message) {
        self.add(Tone::Info, message, Findings::default(), None);
    }

    /// A note that passes and takes the place of those of its kind: „Insel 2 von 3“ follows „Insel 1 von 3“.
    pub fn tell_instead(&mut self, message: Message) {
        self.notes.retain(|it| it.message.key != message.key);
        self.tell(message);
    }

    /// A note of what a step did, with a way back if there is one. It passes, and leaves with its cause before that.
    pub fn tell_of_step(&mut self, cause: Cause, message: Message, offer: Option<Offer>) {
        self.add_because(cause, Tone::Info, message, offer);
    }

    /// A note of what a step did without being asked for it. It stays until it is read or its cause is gone, and offers a way back.
    pub fn warn_of_step(&mut self, cause: Cause, message: Message) {
        self.add_because(cause, Tone::Warning, message, Some(Offer::Undo));
    }

    fn add_because(&mut self, cause: Cause, tone: Tone, message: Message, offer: Option<Offer>) {
        self.add(tone, message, Findings::default(), offer);
        if let Some(note) = self.notes.last_mut() {
            note.cause = Some(cause);
        }
    }

    /// A note that stays until it is read, with what can be done about it.
    pub fn warn(&mut self, message: Message, offer: Option<Offer>) {
        self.add(Tone::Warning, message, Findings::default(), offer);
    }

    /// A note that stays, as serious as its findings.
    pub fn report(&mut self, message: Message, findings: Findings) {
        let tone = if findings.has_errors() || !findings.listed().is_empty() { Tone::Warning } else { Tone::Info };
        self.add(tone, message, findings, None);
    }

    /// A refusal: stays until it is read.
    pub fn refuse(&mut self, message: Message, findings: Findings) {
        self.add(Tone::Refusal, message, findings, None);
    }

    /// A refusal that stays until it is read or its cause is gone, with what can be done about it.
    pub fn refuse_while(&mut self, cause: Cause, message: Message, findings: Findings, offer: Option<Offer>) {
        self.settle(|it| it == cause);
        self.add(Tone::Refusal, message, findings, offer);
        if let Some(note) = self.notes.last_mut() {
            note.cause = Some(cause);
        }
    }

    /// Notes whose cause is gone leave.
    pub fn settle(&mut self, gone: impl Fn(Cause) -> bool) {
        self.notes.retain(|it| !it.cause.is_some_and(&gone));
    }

    fn add(&mut self, tone: Tone, message: Message, findings: Findings, offer: Option<Offer>) {
        self.notes.retain(|it| it.message != message);
        if self.notes.len() >= Self::KEPT {
            let oldest = self.notes.iter().position(|it| it.tone == Tone::Info).unwrap_or(0);
            self.notes.remove(oldest);
        }
        let id = self.next_id();
        self.notes.push(Note { id, tone, message, findings, offer, cause: None });
    }

    /// A note was read.
    pub fn dismiss(&mut self, id: u64) {
        self.notes.retain(|it| it.id != id);
    }

    /// A job begins; its number.
    pub fn begin(&mut self, title: Message, session: Session, about: About) -> u64 {
        let id = self.next_id();
        self.running.push(Running { id, title, done: None, stopping: false, session, about });
        id
    }

    /// Whether this is being read already, and still wanted.
    pub fn is_reading(&self, about: &About) -> bool {
        matches!(about, About::Reading(_)) && self.running.iter().any(|it| it.about == *about && !it.stopping)
    }

    /// A job goes on.
    pub fn progress(&mut self, id: u64, done: Option<f32>) {
        if let Some(job) = self.running.iter_mut().find(|it| it.id == id) {
            job.done = done;
        }
    }

    /// A job was told to stop.
    pub fn stop(&mut self, id: u64) {
        if let Some(job) = self.running.iter_mut().find(|it| it.id == id) {
            job.stopping = true;
        }
    }

    /// A job ended; what it was, if it was known.
    pub fn end(&mut self, id: u64) -> Option<Running> {
        let at = self.running.iter().position(|it| it.id == id)?;
        Some(self.running.remove(at))
    }

    fn next_id(&mut self) -> u64 {
        self.last_id += 1;
        self.last_id
    }
}
