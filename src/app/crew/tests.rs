//! The crew tried without a window: what was handed in is done before the program ends, and a stop reaches a job that runs.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::{fmt::Write as _, fs, path::Path};

use super::*;
use crate::{
    desk::{
        Desk,
        action::{Action, FileWork},
        look::Settings,
        notes::Tone,
    },
    project::Command,
    storage::project_file::ProjectFiles,
};

const LONG: Duration = Duration::from_secs(60);

/// A desk and its crew.
struct Window {
    desk: Desk,
    crew: Crew,
}

impl Window {
    fn at(folder: &Path) -> Self {
        let crew = Crew::with(Hands::in_folder(&folder.join("daten")), &Context::default());
        Self { desk: Desk::new(Settings::default()), crew }
    }

    fn asks(&mut self, action: Action) {
        let errands = self.desk.run(action);
        errands.into_iter().for_each(|it| self.crew.run(it));
    }

    fn hears(&mut self) {
        for report in self.crew.reports() {
            let errands = self.desk.finish(report);
            errands.into_iter().for_each(|it| self.crew.run(it));
        }
    }

    /// Goes on until this is so.
    fn until(&mut self, so: impl Fn(&Desk) -> bool) {
        let latest = Instant::now() + LONG;
        while !so(&self.desk) {
            assert!(Instant::now() < latest, "{:?} {:?}", self.desk.notes(), self.desk.file());
            thread::sleep(Duration::from_millis(2));
            self.hears();
        }
    }

    fn with_sample(folder: &Path) -> Self {
        let mut window = Self::at(folder);
        window.asks(Action::File(FileWork::OpenSample));
        window.until(|it| it.file().open);
        window
    }

    fn renames(&mut self, name: &str) {
        self.asks(Action::Edit(Command::Rename(name.into())));
    }

    fn refused(&self) -> Vec<&str> {
        self.desk.notes().notes().iter().filter(|it| it.tone == Tone::Refusal).map(|it| it.message.key).collect()
    }
}

fn left_behind(folder: &Path) -> Vec<String> {
    let files = ProjectFiles::in_folder(&folder.join("daten")).unwrap();
    files.unfinished().iter().map(|it| files.resume(&it.folder).unwrap().project.name).collect()
}

/// Quitting neither waited for the keeper's queue nor closed the project: strokes and a running save were lost.
#[test]
fn what_was_asked_for_is_done_before_the_program_ends() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.planraum");
    let mut window = Window::with_sample(folder.path());
    (0..40).for_each(|it| window.renames(&format!("Landkreis {it}")));
    window.asks(Action::File(FileWork::SaveAs(file.clone())));
    window.renames("Letzter Schritt");
    assert!(window.desk.is_keeping() && !window.desk.may_close(), "nothing of it has been heard of yet");
    assert!(window.crew.end(LONG));
    assert!(!folder.path().join("a.planraum.lock").exists());
    assert_eq!(left_behind(folder.path()), ["Letzter Schritt"]);
    let saved = ProjectFiles::in_folder(&folder.path().join("leser")).unwrap().read(&file).unwrap();
    assert_eq!(saved.project.name, "Landkreis 39");
    window.renames("zu spät");
    window.hears();
    assert_eq!(window.refused(), ["crew-broke"], "what nobody does any more is told");
}

/// A save is of the project as it was then, and another one asked for meanwhile comes after it.
#[test]
fn saves_follow_one_another_each_with_what_was_done_by_then() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.planraum");
    let mut window = Window::with_sample(folder.path());
    window.renames("eins");
    window.asks(Action::File(FileWork::SaveAs(file.clone())));
    for name in ["zwei", "drei"] {
        window.renames(name);
        window.asks(Action::File(FileWork::SaveAs(file.clone())));
    }
    window.renames("vier");
    window.until(|it| !it.is_keeping());
    assert_eq!((window.refused(), window.desk.is_unsaved()), (vec![], false), "the last one saved all that was done before it began");
    window.asks(Action::File(FileWork::Save));
    window.renames("fünf");
    window.asks(Action::File(FileWork::Close));
    window.until(|it| !it.is_keeping());
    assert_eq!(window.refused(), Vec::<&str>::new());
    assert!(window.crew.end(LONG));
    let saved = ProjectFiles::in_folder(&folder.path().join("leser")).unwrap().read(&file).unwrap();
    assert_eq!((saved.project.name.as_str(), left_behind(folder.path())), ("vier", vec!["fünf".to_owned()]));
}

#[test]
fn a_window_with_nothing_on_its_way_may_close() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::with_sample(folder.path());
    window.renames("Landkreis");
    window.until(|it| !it.is_keeping());
    assert!(window.desk.may_close());
    assert_eq!(window.desk.file().recorded, 1);
}

/// A grid of squares as GeoJSON, with as many corners as take a while.
fn large_map(path: &Path) {
    let mut text = String::from("{\"type\":\"FeatureCollection\",\"features\":[");
    for number in 0..20_000 {
        let (x, y) = (9.0 + 0.01 * f64::from(number % 200), 51.0 + 0.01 * f64::from(number / 200));
        let comma = if number == 0 { "" } else { "," };
        let ring = format!("[[{x},{y}],[{0},{y}],[{0},{1}],[{x},{1}],[{x},{y}]]", x + 0.01, y + 0.01);
        write!(text, "{comma}{{\"type\":\"Feature\",\"properties\":{{\"AGS\":\"{number:08}\"}},").unwrap();
        write!(text, "\"geometry\":{{\"type\":\"Polygon\",\"coordinates\":[{ring}]}}}}").unwrap();
    }
    text.push_str("]}");
    fs::write(path, text).unwrap();
}

/// A stop queued behind the very job it was meant for, and no job ever said how far it was.
#[test]
fn a_job_that_runs_says_how_far_it_is_and_can_be_stopped() {
    let folder = tempfile::tempdir().unwrap();
    let map = folder.path().join("karte.geojson");
    large_map(&map);
    let mut window = Window::with_sample(folder.path());
    window.asks(Action::File(FileWork::Open(map.clone())));
    window.until(|it| it.notes().running().iter().any(|it| it.done.is_some()));
    window.renames("während gelesen wird");
    window.until(|it| it.file().recorded == 1);
    assert_eq!(window.desk.notes().running().len(), 1, "a step doesn't wait for a file that is read");
    let job = window.desk.notes().running()[0].id;
    window.asks(Action::File(FileWork::Stop(job)));
    window.until(|it| it.notes().running().is_empty());
    assert_eq!((window.desk.project().name.as_str(), window.refused()), ("während gelesen wird", vec![]));
    window.asks(Action::File(FileWork::Open(map)));
    window.until(|it| it.notes().running().iter().any(|it| it.done.is_some()));
    let began = Instant::now();
    assert!(window.crew.end(LONG));
    assert!(began.elapsed() < LONG / 2, "the end doesn't wait for what is only read: {:?}", began.elapsed());
    assert_eq!(left_behind(folder.path()), ["während gelesen wird"]);
}

/// One broken errand ended its thread, and everything after it was swallowed.
#[test]
fn what_breaks_is_told_and_the_next_errand_is_done() {
    let (back, reports) = channel();
    let way = Way { back, ctx: Context::default() };
    let errands = [
        Errand::SetTaken { session: Session(3), taken: 1 },
        Errand::Job { job: 7, work: Work::OpenSample },
        Errand::Close(Session(3)),
        Errand::Forget(Session(3)),
    ];
    let breaks = |it: Errand| assert!(!matches!(it, Errand::SetTaken { .. } | Errand::Job { .. } | Errand::Close(_)), "broken");
    errands.into_iter().for_each(|it| guarded(it, &way, breaks));
    let told: Vec<_> = reports.try_iter().collect();
    let [Report::NotRecorded { session, .. }, Report::Refused { job, .. }, Report::Broke(_)] = &told[..] else { panic!("{told:?}") };
    assert_eq!((*session, *job), (Session(3), 7));
}
