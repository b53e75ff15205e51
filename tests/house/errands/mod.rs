//! Errands that come back late, in another order, or never: what a planner did meanwhile stays theirs.

mod decided;

use std::{
    collections::VecDeque,
    fs,
    path::{Path, PathBuf},
};

use planraum::{
    app::hands::Hands,
    desk::{
        Desk,
        action::{Action, Asking, Decision, Drawing, Export, FileWork, LookAt},
        deciding::Deciding,
        errand::{Errand, Report},
        keeping::Keeping,
        look::Settings,
        notes::{Offer, Tone},
    },
    model::id::{AreaId, DistrictKey, IndicatorId},
    project::{Command, Project},
    storage::project_file::{How, ProjectFiles},
};

/// A desk whose errands lie there until somebody does them.
struct Planner {
    desk: Desk,
    hands: Hands,
    errands: VecDeque<Errand>,
    folder: PathBuf,
}

impl Planner {
    fn at(folder: &Path) -> Self {
        let mut desk = Desk::new(Settings::default());
        desk.set_clock("2026-11-23T14:32");
        Self { desk, hands: Hands::in_folder(&folder.join("daten")), errands: VecDeque::new(), folder: folder.to_owned() }
    }

    /// With the sample county saved as this file.
    fn with_file(folder: &Path, name: &str) -> Self {
        let mut planner = Self::at(folder);
        planner.does(Action::File(FileWork::OpenSample));
        planner.does(Action::File(FileWork::SaveAs(folder.join(name))));
        assert!(!planner.desk.is_unsaved(), "{:?}", planner.refused());
        planner
    }

    /// Asks for something; nothing is done yet.
    fn asks(&mut self, action: Action) {
        let errands = self.desk.run(action);
        self.errands.extend(errands);
    }

    fn asks_file(&mut self, work: FileWork) {
        self.asks(Action::File(work));
    }

    /// Does the next errand and gives what came of it, which the desk has not heard yet.
    fn next(&mut self) -> Vec<Report> {
        let mut reports = Vec::new();
        self.hands.perform(self.errands.pop_front().unwrap(), &mut |it| reports.push(it));
        reports
    }

    fn hears(&mut self, reports: Vec<Report>) {
        for report in reports {
            let errands = self.desk.finish(report);
            self.errands.extend(errands);
        }
    }

    /// Everything that was asked for is done.
    fn works(&mut self) {
        while !self.errands.is_empty() {
            let reports = self.next();
            self.hears(reports);
        }
    }

    fn does(&mut self, action: Action) {
        self.asks(action);
        self.works();
    }

    fn shows(&mut self, plan: &str) {
        let plan = self.desk.project().plan_named(plan).unwrap().id;
        self.does(Action::Look(LookAt::Plan(plan)));
    }

    /// Asks for one stroke: a district leaves its area.
    fn asks_stroke(&mut self, key: &str) {
        let district = self.desk.catalog().register.find(&DistrictKey::new(key)).unwrap();
        let steps = self.desk.history().taken();
        self.asks(Action::Draw(Drawing::Put { districts: vec![district], area: None }));
        assert_eq!(self.desk.history().taken(), steps + 1, "{:?}", self.refused());
    }

    fn strokes(&mut self, key: &str) {
        self.asks_stroke(key);
        self.works();
    }

    fn renames(&mut self, name: &str) {
        self.does(Action::Edit(Command::Rename(name.into())));
    }

    fn refused(&self) -> Vec<String> {
        let notes = self.desk.notes().notes().iter().filter(|it| it.tone == Tone::Refusal);
        notes.map(|it| self.desk.words().tell(&it.message).replace(['\u{2068}', '\u{2069}'], "")).collect()
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// What a file holds, whoever has it open.
    fn in_file(&self, name: &str) -> Project {
        ProjectFiles::in_folder(&self.path("leser")).unwrap().read(&self.path(name)).unwrap().project
    }

    /// The program ends without a word; what the next one finds left behind.
    fn left_behind(self) -> Vec<Project> {
        let Self { hands, folder, .. } = self;
        drop(hands);
        let files = ProjectFiles::in_folder(&folder.join("daten")).unwrap();
        files.unfinished().iter().map(|it| files.resume(&it.folder).unwrap().project).collect()
    }
}

const DRAFT: &str = "Entwurf A (fiktiv)";

fn area_of(project: &Project, key: &str) -> Option<AreaId> {
    project.plan_named(DRAFT).unwrap().area_of.get(&DistrictKey::new(key)).copied()
}

/// Two saved files, the second of them open, its draft shown.
fn with_two_files(folder: &Path) -> Planner {
    let mut planner = Planner::with_file(folder, "b.planraum");
    planner.renames("B");
    planner.does(Action::File(FileWork::Save));
    planner.renames("A");
    planner.does(Action::File(FileWork::SaveAs(folder.join("a.planraum"))));
    planner.shows(DRAFT);
    planner
}

/// Strokes went into the store of whatever project was opened last, whichever was shown.
#[test]
fn painting_while_another_project_opens_stays_in_the_one_that_was_painted() {
    let folder = tempfile::tempdir().unwrap();
    let mut planner = with_two_files(folder.path());
    planner.asks_file(FileWork::Open(folder.path().join("b.planraum")));
    let opened = planner.next();
    planner.asks_stroke("03159007"); // A is still shown
    planner.asks_file(FileWork::Save);
    planner.hears(opened);
    let painted = planner.desk.project().clone();
    assert_eq!(painted.name, "B");
    planner.works();
    assert_eq!((planner.refused(), planner.desk.is_unsaved()), (vec![], false), "{:?}", planner.desk.file());
    assert_eq!((planner.in_file("a.planraum").name.as_str(), area_of(&planner.in_file("a.planraum"), "03159007")), ("A", None));
    assert_eq!((planner.in_file("b.planraum").name.as_str(), area_of(&planner.in_file("b.planraum"), "03159007").is_some()), ("B", true));
    assert_eq!(planner.desk.file().path, Some(folder.path().join("b.planraum")), "saving A doesn't make B that file");
    planner.shows(DRAFT);
    planner.strokes("03159029");
    planner.does(Action::File(FileWork::Save));
    assert_eq!(area_of(&planner.in_file("b.planraum"), "03159029"), None);
    assert!(area_of(&planner.in_file("a.planraum"), "03159029").is_some());
}

/// The hands had swapped to the project that nobody wanted any more; Save wrote over its file.
#[test]
fn an_opening_that_was_cancelled_changes_nothing() {
    for stopped_late in [false, true] {
        let folder = tempfile::tempdir().unwrap();
        let mut planner = with_two_files(folder.path());
        let before = fs::read(folder.path().join("b.planraum")).unwrap();
        planner.asks_file(FileWork::Open(folder.path().join("b.planraum")));
        let job = planner.desk.notes().running()[0].id;
        let opened = if stopped_late { planner.next() } else { Vec::new() };
        planner.asks_file(FileWork::Stop(job));
        planner.hears(opened);
        planner.works();
        assert_eq!(planner.desk.project().name, "A");
        planner.strokes("03159007");
        planner.does(Action::File(FileWork::Save));
        assert_eq!((planner.refused(), planner.desk.is_unsaved()), (vec![], false));
        assert_eq!(planner.in_file("a.planraum"), **planner.desk.project());
        assert!(fs::read(folder.path().join("b.planraum")).unwrap() == before, "the other file is as it was");
        assert!(!folder.path().join("b.planraum.lock").exists(), "and free for others");
        assert!(planner.left_behind().is_empty());
    }
}

/// A cancelled sample or import left an empty working copy for the next start to offer.
#[test]
fn a_cancelled_new_project_leaves_no_working_copy() {
    let folder = tempfile::tempdir().unwrap();
    let mut planner = Planner::at(folder.path());
    planner.asks_file(FileWork::OpenSample);
    let opened = planner.next();
    let job = planner.desk.notes().running()[0].id;
    planner.asks_file(FileWork::Stop(job));
    planner.hears(opened);
    planner.works();
    assert!(!planner.desk.file().open);
    assert!(planner.left_behind().is_empty());
}

/// Closing went to the project that had just been opened, and strokes were acknowledged with nothing on the disk.
#[test]
fn closing_while_another_project_opens_closes_the_one_that_was_shown() {
    let folder = tempfile::tempdir().unwrap();
    let mut planner = with_two_files(folder.path());
    planner.asks_file(FileWork::Open(folder.path().join("b.planraum")));
    let opened = planner.next();
    planner.asks_file(FileWork::Close);
    planner.works();
    assert!(!folder.path().join("a.planraum.lock").exists(), "A is closed");
    planner.hears(opened);
    planner.works();
    assert_eq!((planner.desk.project().name.as_str(), planner.desk.file().open), ("B", true));
    planner.shows(DRAFT);
    planner.strokes("03159007");
    let painted = planner.desk.project().as_ref().clone();
    assert_eq!(planner.desk.file().recorded, planner.desk.history().taken());
    assert_eq!(planner.left_behind(), [painted], "what was acknowledged is on the disk");
}

#[test]
fn a_stroke_for_a_project_that_is_gone_is_never_acknowledged() {
    let folder = tempfile::tempdir().unwrap();
    let mut planner = with_two_files(folder.path());
    planner.asks_stroke("03159007");
    let stroke = planner.errands.pop_front().unwrap();
    planner.errands.clear();
    planner.does(Action::File(FileWork::Close));
    for opens in [None, Some("b.planraum")] {
        if let Some(name) = opens {
            planner.does(Action::File(FileWork::Open(folder.path().join(name))));
        }
        planner.errands.push_back(stroke.clone());
        let came = planner.next();
        assert!(matches!(came[..], [Report::NotRecorded { .. }]), "{came:?}");
        planner.hears(came);
        assert_eq!(planner.refused().len(), 1, "the planner is told");
    }
    assert!(planner.left_behind().is_empty(), "nothing went into the other project");
}

/// An indicator file: one number for each of these districts.
fn indicator_file(path: &Path, id: &str, districts: &[&str]) {
    let database = rusqlite::Connection::open(path).unwrap();
    let tables = "CREATE TABLE indicator(id TEXT PRIMARY KEY, name TEXT, unit TEXT, pooling TEXT);
        CREATE TABLE value(indicator TEXT, district TEXT, period TEXT, value REAL);";
    database.execute_batch(tables).unwrap();
    database.execute("INSERT INTO indicator VALUES (?1, ?1, 'Personen', 'sum')", [id]).unwrap();
    for (number, district) in districts.iter().enumerate() {
        database.execute("INSERT INTO value VALUES (?1, ?2, '2023', ?3)", (id, district, number as f64)).unwrap();
    }
}

/// The catalog that came back second held only its own source; the first one's indicators vanished.
#[test]
fn of_two_indicator_files_dropped_at_once_both_stay() {
    let folder = tempfile::tempdir().unwrap();
    let mut planner = Planner::at(folder.path());
    planner.does(Action::File(FileWork::OpenSample));
    for id in ["rote", "blaue"] {
        indicator_file(&planner.path(id), id, &["03159007", "03159016"]);
        planner.asks_file(FileWork::Open(planner.path(id)));
    }
    planner.works();
    assert_eq!(planner.refused(), Vec::<String>::new());
    for id in ["rote", "blaue", "kinder_sgb2"] {
        assert!(planner.desk.catalog().find(&IndicatorId::new(id)).is_some(), "{id}");
    }
    assert!(planner.desk.notes().running().is_empty(), "{:?}", planner.desk.notes().running());
    planner.does(Action::Undo);
    let there = |planner: &Planner, id| planner.desk.catalog().find(&IndicatorId::new(id)).is_some();
    assert_eq!((there(&planner, "rote"), there(&planner, "blaue")), (true, false));
}

/// The block of an undone import was not loaded, and what was not loaded was silently left out.
#[test]
fn an_import_that_was_undone_comes_back_after_reopening() {
    let folder = tempfile::tempdir().unwrap();
    let mut planner = Planner::with_file(folder.path(), "a.planraum");
    indicator_file(&planner.path("rote"), "rote", &["03159007"]);
    planner.does(Action::File(FileWork::Open(planner.path("rote"))));
    planner.does(Action::Undo);
    planner.does(Action::File(FileWork::Save));
    planner.does(Action::File(FileWork::Close));
    planner.does(Action::File(FileWork::Open(planner.path("a.planraum"))));
    let rote = IndicatorId::new("rote");
    assert!(planner.desk.catalog().find(&rote).is_none());
    planner.does(Action::Redo);
    assert!(planner.desk.catalog().find(&rote).is_some(), "{:?}", planner.refused());
    assert!(planner.desk.notes().running().is_empty());
}

/// The planner got the answer that they have it open themselves, for reading only.
#[test]
fn opening_the_open_file_again_just_shows_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut planner = with_two_files(folder.path());
    planner.strokes("03159007");
    let before = planner.desk.project().clone();
    planner.does(Action::File(FileWork::Open(folder.path().join("daten").join("..").join("a.planraum"))));
    planner.does(Action::File(FileWork::Open(folder.path().join("a.planraum"))));
    assert_eq!((planner.desk.project(), planner.desk.is_unsaved()), (&before, true));
    assert_eq!((planner.desk.file().read_only.clone(), planner.desk.history().to_undo().is_some()), (None, true));
    planner.does(Action::File(FileWork::Save));
    assert_eq!((planner.refused(), planner.desk.is_unsaved()), (vec![], false));
}

#[test]
fn a_second_click_on_what_is_being_opened_opens_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut planner = Planner::at(folder.path());
    for _ in 0..3 {
        planner.asks_file(FileWork::OpenSample);
    }
    assert_eq!(planner.errands.len(), 1);
    planner.works();
    assert!(planner.desk.file().open && planner.desk.notes().running().is_empty());
}

/// Saved or not was told by the number of steps: another fifth step counted as the saved one.
#[test]
fn another_step_in_place_of_the_saved_one_is_unsaved() {
    let folder = tempfile::tempdir().unwrap();
    let mut planner = with_two_files(folder.path());
    planner.strokes("03159007");
    planner.does(Action::File(FileWork::Save));
    planner.does(Action::Undo);
    assert!(planner.desk.is_unsaved());
    planner.does(Action::Redo);
    assert!(!planner.desk.is_unsaved());
    planner.does(Action::Undo);
    planner.strokes("03159029");
    assert!(planner.desk.is_unsaved(), "the file lacks this stroke");
    planner.asks_file(FileWork::Save);
    planner.asks(Action::Undo);
    planner.asks_stroke("03159007"); // while it is saved
    planner.works();
    assert!(planner.desk.is_unsaved());
}

impl Planner {
    fn decides(&mut self, decision: Decision) {
        self.does(Action::File(FileWork::Decide(decision)));
    }

    /// As a dialog of the system answers, which has asked whether a file may be replaced.
    fn chooses(&mut self, asking: Asking, path: &Path) {
        self.hears(vec![Report::Chosen(asking, Some(path.to_owned()))]);
        self.works();
    }

    /// What lies in the way, and whether it is a project.
    fn in_the_way(&self) -> Option<(PathBuf, bool)> {
        let Some(Deciding::Replace { path, project, .. }) = self.desk.deciding() else { return None };
        Some((path.clone(), *project))
    }
}

/// The bar called a step safe before it was on the disk.
#[test]
fn a_step_is_said_to_be_safe_only_when_it_is_written_down() {
    let folder = tempfile::tempdir().unwrap();
    let mut planner = Planner::with_file(folder.path(), "a.planraum");
    assert!(matches!(planner.desk.keeping(), Keeping::Saved { .. }));
    planner.asks(Action::Edit(Command::Rename("Anders".into())));
    assert_eq!(planner.desk.keeping(), Keeping::Recording);
    planner.works();
    assert!(matches!(planner.desk.keeping(), Keeping::InWorkingCopy { file: Some(_) }));
    planner.does(Action::File(FileWork::Close));
    planner.does(Action::File(FileWork::OpenSample));
    assert_eq!(planner.desk.keeping(), Keeping::InWorkingCopy { file: None });
}
