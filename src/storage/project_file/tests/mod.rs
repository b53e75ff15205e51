//! The room tried from inside: round trips, the working copy, saving that fails, locks, hostile and foreign files.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod backups;
mod flipped;
mod foreign;
mod locks;
mod power_cut;
mod saving;

use std::{
    fs,
    io::{self, Read as _, Write},
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use proptest::prelude::*;
use rusqlite::Connection;
use tempfile::TempDir;

use super::{any, saved, schema, state, steps, store::real_path, upgrade, working_copy::Record, *};
use crate::{
    model::{
        id::{AreaId, DistrictKey, PlanId, SourceId},
        plan::Plan,
        planning_area::{Colour, Lock, PlanningArea},
        source::{Source, SourceKind},
    },
    project::{Command, PlanChange, history::Step},
    words::Message,
};

/// A workplace, a folder that plays the share, and a small project.
struct Scene {
    folder: TempDir,
    files: ProjectFiles,
}

impl Scene {
    fn new() -> Self {
        Self::with(Arc::new(Disk))
    }

    fn with(files: Arc<dyn Files>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("share")).unwrap();
        let files = ProjectFiles::with_files(&folder.path().join("data"), files).unwrap();
        Self { folder, files }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join("share").join(name)
    }

    /// Another program on the same computer with the same user.
    fn other_window(&self) -> ProjectFiles {
        ProjectFiles::in_folder(&self.folder.path().join("data")).unwrap()
    }

    /// A colleague: another workplace.
    fn colleague(&self) -> ProjectFiles {
        ProjectFiles::in_folder(&self.folder.path().join("colleague")).unwrap()
    }

    fn saved(&self, name: &str) -> PathBuf {
        let path = self.path(name);
        let mut opened = self.files.create(&example(), &Blocks::new()).unwrap();
        opened.store.save_as(&path).unwrap();
        opened.store.discard().unwrap();
        path
    }
}

fn example() -> Project {
    let mut plan = Plan::empty(PlanId(1), "Entwurf");
    plan.areas = (1..=3).map(area).collect();
    Project { name: "Landkreis Süd".to_owned(), plans: vec![plan], ..Project::default() }
}

fn area(number: u32) -> PlanningArea {
    let (code, name) = (format!("R{number}"), format!("Raum {number}"));
    PlanningArea { id: AreaId(number), code, name, colour: Colour([1, 2, 3]), reason: String::new(), lock: Lock::Free }
}

/// Takes a stroke as the desk would: history first, then the store.
fn stroke(opened: &mut Opened, number: u32) {
    let moves = [(DistrictKey::new(format!("{:03}", number % 7)), Some(AreaId(number % 3 + 1)))];
    let command = Command::Together(vec![
        Command::InPlan(PlanId(1), PlanChange::Assign(moves.into())),
        Command::InPlan(PlanId(1), PlanChange::Describe(format!("Strich {number}"))),
    ]);
    let title = Message::new("project-name-taken").with("name", number);
    let step = opened.history.take(&mut opened.project, command, title, "2026-11-23T14:32".to_owned()).unwrap();
    opened.store.record(step).unwrap();
}

fn undo(opened: &mut Opened) {
    assert!(opened.history.undo(&mut opened.project).unwrap());
    opened.store.set_taken(opened.history.taken()).unwrap();
}

fn redo(opened: &mut Opened) {
    assert!(opened.history.redo(&mut opened.project).unwrap());
    opened.store.set_taken(opened.history.taken()).unwrap();
}

fn same(a: &Opened, b: &Opened) {
    assert_eq!(a.project, b.project);
    assert_eq!(a.history, b.history);
    assert_eq!(a.store.project(), &b.project);
}

/// Closes as a killed process would: nothing is said, the lock file stays.
fn abandon(opened: Opened) -> (Project, History) {
    let Opened { project, history, store, .. } = opened;
    drop(store);
    (project, history)
}

/// No test pulls the plug: that a step outlives a power cut is what SQLite promises for these settings, and for no weaker ones.
#[test]
fn a_working_copy_is_durable_at_every_commit() {
    let scene = Scene::new();
    let database = schema::connect(&scene.saved("p.planraum")).unwrap();
    let number = |pragma: &str| database.query_row(&format!("PRAGMA {pragma}"), [], |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!((number("synchronous"), number("secure_delete")), (3, 1), "extra, and what is deleted is overwritten");
    schema::check(&database, schema::VERSION).unwrap();
    let journal: String = database.query_row("PRAGMA journal_mode", [], |row| row.get(0)).unwrap();
    assert_eq!(journal, "delete", "a rollback journal");
}

#[test]
fn the_bundled_sqlite_is_free_of_the_known_fault() {
    assert!(rusqlite::version_number() >= 3_051_003, "{}", rusqlite::version());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn commands_survive_their_saved_form(command in any::command(true)) {
        let text = saved::command_to_text(&command).unwrap();
        prop_assert_eq!(saved::command_from_text(&text).unwrap(), command);
    }

    #[test]
    fn titles_survive_their_saved_form(title in any::title()) {
        let text = saved::title_to_text(&title).unwrap();
        prop_assert_eq!(saved::title_from_text(&text).unwrap(), title);
    }

    #[test]
    fn projects_survive_their_tables(project in any::project(true)) {
        let database = Connection::open_in_memory().unwrap();
        database.execute_batch(schema::TABLES).unwrap();
        state::write(&database, &Project::default(), "").unwrap();
        state::write(&database, &project, "2026-11-23T14:32").unwrap();
        prop_assert_eq!(state::read(&database).unwrap(), project);
        prop_assert_eq!(state::changed_at(&database).unwrap(), "2026-11-23T14:32");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    /// Strokes, undo and redo in any order, closed and opened again at any point: project and history come back exactly.
    #[test]
    fn whatever_was_done_comes_back(start in any::project(false), work in proptest::collection::vec((0..8_u8, any::command(false)), 1..40)) {
        let scene = Scene::new();
        let mut opened = scene.files.create(&start, &Blocks::new()).unwrap();
        for (kind, command) in work {
            match kind {
                0 | 1 if opened.history.taken() > 0 => undo(&mut opened),
                2 if opened.history.to_redo().is_some() => redo(&mut opened),
                3 => {
                    let folder = opened.store.working_copy();
                    let before = abandon(opened);
                    opened = scene.files.resume(&folder).unwrap();
                    prop_assert_eq!(&(opened.project.clone(), opened.history.clone()), &before);
                }
                _ => {
                    let taken = opened.history.take(&mut opened.project, command, Message::new("project-name-empty"), "2026".to_owned());
                    if let Ok(step) = taken { opened.store.record(step).unwrap() }
                }
            }
            prop_assert_eq!(opened.store.project(), &opened.project);
            prop_assert_eq!(opened.store.taken(), opened.history.taken());
        }
        // What is saved is what stands there, without history.
        let path = scene.path("p.planraum");
        opened.store.save_as(&path).unwrap();
        prop_assert_eq!(scene.files.read(&path).unwrap().project, opened.project);
    }
}

#[test]
fn a_project_with_its_history_comes_back_after_closing() {
    let scene = Scene::new();
    let path = scene.path("Kreis.planraum");
    let mut opened = scene.files.create(&example(), &Blocks::new()).unwrap();
    (1..=5).for_each(|it| stroke(&mut opened, it));
    undo(&mut opened);
    assert!(!opened.store.is_saved());
    opened.store.save_as(&path).unwrap();
    assert!(opened.store.is_saved() && opened.store.file() == Some(real_path(&path).as_path()));
    let before = abandon(opened);
    assert_eq!(scene.files.unfinished(), []);

    let mut opened = scene.files.open(&path, How::Edit).unwrap();
    assert_eq!((&opened.project, &opened.history), (&before.0, &before.1));
    assert!(opened.store.is_saved());
    redo(&mut opened);
    assert_eq!(opened.project.plans[0].description, "Strich 5");
    (0..5).for_each(|_| undo(&mut opened));
    assert_eq!(opened.project, example());
    assert!(!opened.store.is_saved());
    (0..4).for_each(|_| redo(&mut opened));
    assert!(opened.store.is_saved(), "back where it was saved");
}

#[test]
fn a_step_after_undo_forgets_what_was_undone_also_across_a_checkpoint() {
    let scene = Scene::new();
    let mut opened = scene.files.create(&example(), &Blocks::new()).unwrap();
    (1..=1_005).for_each(|it| stroke(&mut opened, it)); // the tables are written anew at 1,000
    (0..10).for_each(|_| undo(&mut opened));
    stroke(&mut opened, 7_777);
    let folder = opened.store.working_copy();
    let before = abandon(opened);
    let again = scene.files.resume(&folder).unwrap();
    assert_eq!((&again.project, &again.history), (&before.0, &before.1));
    assert_eq!(again.history.steps().len(), 996);
    assert_eq!(again.project.plans[0].description, "Strich 7777");
}

#[test]
fn twenty_thousand_steps_open_again_in_good_time() {
    let scene = Scene::new();
    let opened = scene.files.create(&example(), &Blocks::new()).unwrap();
    let (folder, mut project) = (opened.store.working_copy(), opened.project.clone());
    drop(opened);
    // Put down in one go: what is measured is the opening.
    let database = schema::connect(&folder.join("copy.planraum")).unwrap();
    database.execute_batch("BEGIN").unwrap();
    let mut cursor = 0;
    for number in 0..20_000_u32 {
        let key = DistrictKey::new(format!("03159{:03}", number % 500));
        let command = Command::InPlan(PlanId(1), PlanChange::Assign([(key, Some(AreaId(number % 3 + 1)))].into()));
        cursor = steps::add(&database, &any::taken(&mut project, command).unwrap()).unwrap();
        if number == 19_200 {
            state::write(&database, &project, "").unwrap();
            let record = Record::read(&database).unwrap();
            Record { checkpoint: cursor, ..record }.write(&database).unwrap();
        }
    }
    let record = Record::read(&database).unwrap();
    Record { cursor, ..record }.write(&database).unwrap();
    database.execute_batch("COMMIT").unwrap();
    drop(database);
    let resume = || {
        let began = std::time::Instant::now();
        let opened = scene.files.resume(&folder).unwrap();
        let took = began.elapsed();
        assert_eq!((opened.history.steps().len(), &opened.project), (20_000, &project));
        took
    };
    let took = (0..3).map(|_| resume()).min().unwrap(); // other tests run beside this one
    assert!(took.as_secs_f64() < 2.0, "{took:?}"); // even unoptimised
}

#[test]
fn unfinished_work_is_offered_resumed_and_thrown_away() {
    let scene = Scene::new();
    let path = scene.saved("Kreis Süd.planraum");
    let mut opened = scene.files.open(&path, How::Edit).unwrap();
    stroke(&mut opened, 1);
    stroke(&mut opened, 2);
    assert_eq!(scene.files.unfinished(), [], "somebody works on it");
    let before = abandon(opened);

    let offered = scene.other_window().unfinished();
    let [offer] = offered.as_slice() else { panic!("{offered:?}") };
    assert_eq!((offer.name.as_str(), offer.steps, offer.changed_at.as_str()), ("Landkreis Süd", 2, "2026-11-23T14:32"));
    assert_eq!((offer.file.as_deref(), &offer.trouble), (Some(real_path(&path).as_path()), &None));
    let resumed = scene.files.resume(&offer.folder).unwrap();
    assert_eq!((&resumed.project, &resumed.history), (&before.0, &before.1));
    assert_eq!(resumed.access, Access::Edit);
    assert!(matches!(scene.files.resume(&offer.folder), Err(Trouble { kind: Kind::WorkingCopyInUse, .. })));
    assert!(matches!(scene.files.discard(&offer.folder), Err(Trouble { kind: Kind::WorkingCopyInUse, .. })));
    drop(resumed);

    let fresh = scene.files.open(&path, How::Edit).unwrap();
    assert_eq!((fresh.project.clone(), fresh.history.steps().len(), fresh.unfinished.len()), (example(), 0, 1));
    drop(fresh);
    scene.files.discard(&offer.folder).unwrap();
    assert_eq!(scene.files.unfinished(), []);
    assert!(matches!(scene.files.resume(&offer.folder), Err(Trouble { kind: Kind::NoWorkingCopy, .. })));
    assert!(matches!(scene.files.discard(scene.folder.path()), Err(Trouble { kind: Kind::NoWorkingCopy, .. })), "only what is ours");
}

#[test]
fn a_killed_process_leaves_no_half_made_copy_behind() {
    let scene = Scene::new();
    let half = scene.folder.path().join("data/working/0000");
    fs::create_dir(&half).unwrap();
    fs::write(half.join("alive"), "").unwrap();
    fs::write(half.join("draft.planraum"), "half").unwrap();
    assert_eq!(scene.files.unfinished(), []);
    assert!(!half.exists());
    let damaged = scene.folder.path().join("data/working/0001");
    fs::create_dir(&damaged).unwrap();
    fs::write(damaged.join("alive"), "").unwrap();
    fs::write(damaged.join("copy.planraum"), "not a database, but more than a hundred bytes of something else".repeat(9)).unwrap();
    let offered = scene.files.unfinished();
    assert!(matches!(offered.as_slice(), [Unfinished { trouble: Some(_), .. }]), "{offered:?}");
    assert!(scene.files.resume(&damaged).is_err());
    scene.files.discard(&damaged).unwrap();
    assert!(!damaged.exists());
}

#[test]
fn two_stores_never_share_a_step() {
    let scene = Scene::new();
    let mut a = scene.files.create(&example(), &Blocks::new()).unwrap();
    let mut b = scene.files.create(&example(), &Blocks::new()).unwrap();
    stroke(&mut a, 1);
    stroke(&mut b, 2);
    let strange = Step {
        done: Command::RemovePlan(PlanId(9)),
        inverse: Command::Rename("x".into()),
        title: Message::new("project-name-empty"),
        at: String::new(),
    };
    assert!(matches!(a.store.record(&strange), Err(Trouble { kind: Kind::OutOfStep(_), .. })));
    assert_eq!((a.store.taken(), b.store.taken()), (1, 1));
    let folder = a.store.working_copy();
    drop(a.store);
    let again = scene.files.resume(&folder).unwrap();
    assert_eq!(again.project, a.project);
    same(&again, &again);
    let mut first = [0; 16];
    fs::File::open(folder.join("copy.planraum")).unwrap().read_exact(&mut first).unwrap();
    assert_eq!(&first, b"SQLite format 3\0");
}

#[test]
fn a_full_disk_keeps_what_was_kept_and_goes_on_when_there_is_room() {
    let scene = Scene::new();
    let mut opened = scene.files.create(&example(), &Blocks::new()).unwrap();
    stroke(&mut opened, 1);
    opened.store.limit_pages(Some(1));
    let mut project = opened.project.clone();
    let long = Command::InPlan(PlanId(1), PlanChange::Describe("lang ".repeat(20_000)));
    let step = any::taken(&mut project, long).unwrap();
    assert!(matches!(opened.store.record(&step), Err(Trouble { kind: Kind::NotKept, .. })));
    assert!(opened.store.add_block(&[7; 100_000]).is_err());
    assert_eq!((opened.store.project(), opened.store.taken()), (&opened.project, 1));
    opened.store.limit_pages(None);
    opened.store.record(&step).unwrap();
    let folder = opened.store.working_copy();
    drop(opened);
    assert_eq!(scene.files.resume(&folder).unwrap().project, project);
}

#[test]
fn a_store_can_live_on_a_worker_thread() {
    fn lives<T: Send + 'static>(_: &T) {}
    let scene = Scene::new();
    lives(&scene.files);
    lives(&scene.files.create(&example(), &Blocks::new()).unwrap());
}
