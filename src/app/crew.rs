//! The crew: threads that run errands. One keeps the project's file and does one thing after the other, one computes
//! answers, and each dialog has its own.

use std::{
    sync::mpsc::{Receiver, Sender, channel},
    thread,
    time::{Duration, Instant},
};

use eframe::egui::Context;

use crate::{
    app::hands::Hands,
    desk::{
        action::{Asking, Export},
        answers::answer,
        errand::{Errand, Report},
    },
};

/// The threads and the way to them.
pub struct Crew {
    keeper: Sender<Errand>,
    thinker: Sender<Errand>,
    reports: Receiver<Report>,
    back: Sender<Report>,
    ctx: Context,
}

impl Crew {
    /// Starts the threads; they ask the window to look whenever there is a report.
    pub fn start(ctx: &Context) -> Self {
        let (back, reports) = channel();
        let (keeper, to_keep) = channel();
        let (thinker, to_think) = channel();
        spawn("keeper", keep, to_keep, Way { back: back.clone(), ctx: ctx.clone() });
        spawn("thinker", think, to_think, Way { back: back.clone(), ctx: ctx.clone() });
        Self { keeper, thinker, reports, back, ctx: ctx.clone() }
    }

    /// Hands an errand to whom it concerns.
    pub fn run(&self, errand: Errand) {
        let sent = match errand {
            Errand::Answer { .. } => self.thinker.send(errand),
            Errand::Ask(asking) => {
                ask(asking, Way { back: self.back.clone(), ctx: self.ctx.clone() });
                Ok(())
            }
            other => self.keeper.send(other),
        };
        // A thread only ends with the window, so that nobody is left to miss the errand.
        debug_assert!(sent.is_ok());
    }

    /// What has come back since the last look.
    pub fn reports(&self) -> Vec<Report> {
        self.reports.try_iter().collect()
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

fn spawn(name: &str, work: fn(&Receiver<Errand>, &Way), errands: Receiver<Errand>, way: Way) {
    let spawned = thread::Builder::new().name(name.to_owned()).spawn(move || work(&errands, &way));
    debug_assert!(spawned.is_ok());
}

fn keep(errands: &Receiver<Errand>, way: &Way) {
    let hands = Hands::new();
    way.report(hands.start_page());
    for errand in errands {
        hands.perform(errand, &mut |report| way.report(report));
    }
}

fn think(errands: &Receiver<Errand>, way: &Way) {
    for errand in errands {
        if let Errand::Answer { question, catalog, project } = errand {
            let answer = answer(&question, &catalog, &project);
            way.report(Report::Answered(question, Box::new(answer)));
        }
    }
}

/// Asks for a path by a dialog of the system. One that comes back with nothing at once was never seen: then the path
/// field has to do.
fn ask(asking: Asking, way: Way) {
    let spawned = thread::Builder::new().name("dialog".to_owned()).spawn(move || {
        let begun = Instant::now();
        let chosen = dialog(asking);
        let unseen = chosen.is_none() && begun.elapsed() < Duration::from_millis(600);
        way.report(if unseen { Report::NoDialog(asking) } else { Report::Chosen(asking, chosen) });
    });
    debug_assert!(spawned.is_ok());
}

fn dialog(asking: Asking) -> Option<std::path::PathBuf> {
    let dialog = rfd::FileDialog::new();
    match asking {
        Asking::Open => dialog.pick_file(),
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
