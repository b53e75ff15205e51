//! The crew: threads that run errands. One keeps steps, one saves, one reads and computes what takes long, one answers what is
//! looked at, and each dialog has its own: a step never waits for a file or a slow share.
//!
//! **Promise.** No errand is lost without a word: what breaks, or comes when its thread is gone, is told as not done.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    sync::mpsc::{Receiver, Sender, channel},
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

use eframe::egui::Context;

use crate::{
    app::{
        hands::{Hands, seen},
        watching::Watching,
    },
    desk::{
        action::{Asking, Export},
        answers::{Answer, Question},
        errand::{Errand, Report, Session, Work},
    },
    model::finding::Findings,
    words::say,
};

/// The threads and the way to them.
pub struct Crew {
    to: Option<Posts>,
    threads: Vec<JoinHandle<()>>,
    watching: Watching,
    reports: Receiver<Report>,
    way: Way,
}

/// Where errands are handed in. Everything but answers goes to the keeper first, who hands on what others do: so a file is
/// opened or saved only after everything that was asked for before is kept or closed.
struct Posts {
    keeper: Sender<Errand>,
    thinker: Sender<Errand>,
}

impl Crew {
    /// Starts the threads; they ask the window to look whenever there is a report.
    pub fn start(ctx: &Context) -> Self {
        Self::with(Hands::new(), ctx)
    }

    /// Starts the threads with these hands.
    pub fn with(mut hands: Hands, ctx: &Context) -> Self {
        let (back, reports) = channel();
        let way = Way { back, ctx: ctx.clone() };
        let tell = way.clone();
        hands.watching().tell(move |it| tell.report(it));
        let watching = hands.watching().clone();
        let post = |name: &str| {
            let (to, errands) = channel();
            let (hands, way) = (hands.clone(), way.clone());
            (to, spawn(name, move || work(&hands, &errands, &way)))
        };
        let ((reader, reads), (saver, saves), (thinker, thinks)) = (post("reader"), post("saver"), post("thinker"));
        let (keeper, errands) = channel();
        let others = Others { reader, saver, saves };
        let to_window = way.clone();
        let keeps = spawn("keeper", move || keep(&hands, &errands, others, &to_window));
        let threads = [reads, thinks, keeps].into_iter().flatten().collect();
        Self { to: Some(Posts { keeper, thinker }), threads, watching, reports, way }
    }

    /// Hands an errand to whom it concerns.
    pub fn run(&self, errand: Errand) {
        let lost = match (&self.to, errand) {
            (_, Errand::Stop(job)) => {
                self.watching.stop(job);
                None
            }
            (_, Errand::LookFor(path)) => {
                let way = self.way.clone();
                let _ = spawn("shelf", move || way.report(seen(path))); // nobody waits for a drive that doesn't answer
                None
            }
            (_, Errand::Ask(asking, at)) => {
                ask(asking, at, self.way.clone());
                None
            }
            (Some(to), errand @ Errand::Answer { .. }) => to.thinker.send(errand).err().map(|it| it.0),
            (Some(to), errand) => to.keeper.send(errand).err().map(|it| it.0),
            (None, errand) => Some(errand),
        };
        if let Some(errand) = lost {
            Concern::of(&errand).not_done(&self.way);
        }
    }

    /// What has come back since the last look.
    pub fn reports(&self) -> Vec<Report> {
        self.reports.try_iter().collect()
    }

    /// The window closes: what was handed in is done, but for reading, and the project is closed. `false` if that took too long,
    /// as on a share that doesn't answer; what was left is then offered at the next start.
    pub fn end(&mut self, patience: Duration) -> bool {
        self.to = None;
        self.watching.leave();
        let latest = Instant::now() + patience;
        let done = |threads: &[JoinHandle<()>]| threads.iter().all(JoinHandle::is_finished);
        while !done(&self.threads) && Instant::now() < latest {
            thread::sleep(Duration::from_millis(5));
        }
        done(&self.threads)
    }
}

/// The way back to the window.
#[derive(Clone)]
struct Way {
    back: Sender<Report>,
    ctx: Context,
}

impl Way {
    fn report(&self, report: Report) {
        if self.back.send(report).is_ok() {
            self.ctx.request_repaint();
        }
    }
}

/// To whom the keeper hands on.
struct Others {
    reader: Sender<Errand>,
    saver: Sender<Errand>,
    saves: Option<JoinHandle<()>>,
}

/// Whom an errand concerns, to tell that it was not done.
enum Concern {
    Change(Session),
    Job(u64),
    Question(Question),
    Other,
}

impl Concern {
    fn of(errand: &Errand) -> Self {
        match errand {
            Errand::Record { session, .. } | Errand::SetTaken { session, .. } => Self::Change(*session),
            Errand::Job { job, .. } => Self::Job(*job),
            Errand::Answer { question, .. } => Self::Question(question.clone()),
            _ => Self::Other,
        }
    }

    fn not_done(self, way: &Way) {
        let message = say!("crew-broke");
        match self {
            Self::Change(session) => way.report(Report::NotRecorded { session, message }),
            Self::Job(job) => way.report(Report::Refused { job, message, findings: Findings::default(), backup: None }),
            Self::Question(question) => {
                way.report(Report::Answered(question, Box::new(Answer::Gone))); // nobody waits for it any more
                way.report(Report::Broke(message));
            }
            Self::Other => way.report(Report::Broke(message)),
        }
    }
}

fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> Option<JoinHandle<()>> {
    thread::Builder::new().name(name.to_owned()).spawn(work).ok() // without it every errand is told as not done
}

/// Keeps what concerns the open project, one after the other, and hands on the rest.
fn keep(hands: &Hands, errands: &Receiver<Errand>, others: Others, way: &Way) {
    way.report(hands.start_page());
    hands.told_of_settings().into_iter().for_each(|it| way.report(Report::Broke(it)));
    for errand in errands {
        let to = match &errand {
            Errand::Job { work: Work::Save { .. }, .. } => &others.saver,
            Errand::Job { .. } => &others.reader,
            _ => {
                do_with(hands, errand, way);
                continue;
            }
        };
        guarded(errand, way, |errand| {
            hands.announce(&errand);
            if let Err(lost) = to.send(errand) {
                hands.withdraw(&lost.0);
                Concern::of(&lost.0).not_done(way);
            }
        });
    }
    drop((others.reader, others.saver));
    let _ = others.saves.map(JoinHandle::join); // only then is there nothing left to save
    hands.end().unwrap_or_else(|message| way.report(Report::Broke(message)));
}

fn work(hands: &Hands, errands: &Receiver<Errand>, way: &Way) {
    errands.iter().for_each(|it| do_with(hands, it, way));
}

fn do_with(hands: &Hands, errand: Errand, way: &Way) {
    guarded(errand, way, |it| hands.perform_announced(it, &mut |report| way.report(report)));
}

/// Does an errand; should it break, that is told, and the next one is done.
fn guarded(errand: Errand, way: &Way, perform: impl FnOnce(Errand)) {
    let concern = Concern::of(&errand);
    if catch_unwind(AssertUnwindSafe(|| perform(errand))).is_err() {
        concern.not_done(way);
    }
}

/// Asks for a path by a dialog of the system. One that comes back with nothing at once was never seen: then the path
/// field has to do.
fn ask(asking: Asking, at: Option<PathBuf>, way: Way) {
    let to_window = way.clone();
    let spawned = spawn("dialog", move || {
        let begun = Instant::now();
        let chosen = catch_unwind(|| dialog(asking, at.as_deref())).unwrap_or_default();
        let unseen = chosen.is_none() && begun.elapsed() < Duration::from_millis(600);
        to_window.report(if unseen { Report::NoDialog(asking) } else { Report::Chosen(asking, chosen) });
    });
    if spawned.is_none() {
        way.report(Report::NoDialog(asking));
    }
}

/// The dialog; it begins `at` a file, where there is one. No program is started with its path, and nothing is looked up in a shell.
fn dialog(asking: Asking, at: Option<&Path>) -> Option<PathBuf> {
    let folder = at.and_then(Path::parent).filter(|it| it.is_dir());
    let dialog = folder.into_iter().fold(rfd::FileDialog::new(), |dialog, it| dialog.set_directory(it));
    match asking {
        Asking::Open => dialog.pick_file(),
        Asking::New => dialog.add_filter("GeoJSON", &["geojson", "json"]).add_filter("*", &["*"]).pick_file(),
        Asking::Indicators => dialog.add_filter("SQLite", &["sqlite", "sqlite3", "db", "db3"]).add_filter("*", &["*"]).pick_file(),
        Asking::SaveAs => dialog.add_filter("Planraum", &["planraum"]).save_file(),
        Asking::Export(export) => {
            let (name, endings): (&str, &[&str]) = match export {
                Export::Map => ("SVG, PNG", &["svg", "png"]),
                Export::Table | Export::Assignment => ("CSV", &["csv"]),
                Export::Areas => ("GeoJSON", &["geojson"]),
            };
            dialog.add_filter(name, endings).save_file()
        }
    }
}

#[cfg(test)]
mod tests;
