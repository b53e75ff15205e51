//! The room tried from inside: round trips, the working copy, saving that fails, locks, hostile and foreign files.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

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

use super::{any, saved, *};
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

    /// However a project file is cut or changed: refused or read, never a panic.
    #[test]
    fn a_damaged_file_is_refused_or_read(changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6), cut in proptest::option::of(any::<prop::sample::Index>())) {
        let scene = Scene::new();
        let path = scene.saved("p.planraum");
        let mut bytes = fs::read(&path).unwrap();
        for (place, byte) in changes {
            *place.get_mut(&mut bytes) = byte;
        }
        bytes.truncate(cut.map_or(bytes.len(), |it| it.index(bytes.len())));
        fs::write(&path, &bytes).unwrap();
        match scene.files.open(&path, How::Edit) {
            Ok(opened) => drop(opened),
            Err(trouble) => prop_assert_eq!(trouble.path.as_path(), path.as_path()),
        }
        prop_assert_eq!(fs::read(&path).unwrap(), bytes);
        prop_assert!(!path.with_extension("planraum.lock").exists());
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
    let began = std::time::Instant::now();
    let opened = scene.files.resume(&folder).unwrap();
    let took = began.elapsed();
    assert_eq!((opened.history.steps().len(), &opened.project), (20_000, &project));
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
fn a_saved_file_holds_nothing_of_what_was_removed() {
    let scene = Scene::new();
    let path = scene.path("p.planraum");
    let canary = "KANARIENVOGEL";
    let bytes = canary.repeat(5_000).into_bytes();
    let mut opened = scene.files.create(&example(), &Blocks::new()).unwrap();
    let id = opened.store.add_block(&bytes).unwrap();
    let source = Source { id, kind: SourceKind::Indicators, file_name: canary.into(), notice: String::new() };
    let mut secret = Plan::empty(PlanId(2), canary);
    secret.description = canary.repeat(2_000);
    let mut steps =
        vec![Command::UseSources(vec![source]), Command::AddPlan { position: 0, plan: Box::new(secret) }, Command::Rename(canary.into())];
    let undoing = [Command::UseSources(Vec::new()), Command::RemovePlan(PlanId(2)), Command::Rename("x".into())];
    let holds = |bytes: &[u8]| bytes.windows(canary.len()).any(|it| it == canary.as_bytes());
    for command in steps.drain(..) {
        let step = opened.history.take(&mut opened.project, command, Message::new("project-name-empty"), "2026".into()).unwrap();
        opened.store.record(step).unwrap();
    }
    opened.store.save_as(&path).unwrap();
    assert!(holds(&fs::read(&path).unwrap()), "the canary sings while it is there");
    for command in undoing {
        let step = opened.history.take(&mut opened.project, command, Message::new("project-name-empty"), "2026".into()).unwrap();
        opened.store.record(step).unwrap();
    }
    opened.store.save().unwrap();
    let saved = fs::read(&path).unwrap();
    assert!(!holds(&saved) && saved.len() < 100_000, "{} bytes", saved.len());
    assert_eq!(&*opened.store.block(id).unwrap(), bytes.as_slice(), "undo still finds it here");
}

#[test]
fn blocks_travel_with_the_project_and_are_checked() {
    let scene = Scene::new();
    let path = scene.path("p.planraum");
    let bytes = b"Grenzen".repeat(10_000);
    let id = source_id(&bytes);
    let source = Source { id, kind: SourceKind::Boundaries, file_name: "vg250.geojson".into(), notice: "© BKG".into() };
    let project = Project { sources: vec![source], ..example() };
    assert!(matches!(scene.files.create(&project, &Blocks::new()), Err(Trouble { kind: Kind::SourceMissing(_), .. })));
    assert_eq!(scene.files.unfinished(), []);
    let blocks = Blocks::from([(id, Arc::from(bytes.as_slice()))]);
    let mut opened = scene.files.create(&project, &blocks).unwrap();
    assert_eq!(opened.store.add_block(&bytes).unwrap(), id);
    opened.store.save_as(&path).unwrap();
    opened.store.discard().unwrap();
    assert_eq!(scene.files.open(&path, How::Edit).unwrap().blocks, blocks);

    let mut changed = fs::read(&path).unwrap();
    let at = changed.windows(7).position(|it| it == b"Grenzen").unwrap();
    changed[at] = b'g';
    let other = scene.path("q.planraum");
    fs::write(&other, changed).unwrap();
    let trouble = scene.files.open(&other, How::Edit).err().unwrap();
    assert!(matches!(trouble.kind, Kind::SourceMissing(_)), "{trouble}");
    let use_unknown = Command::UseSources(vec![Source { id: SourceId([7; 32]), ..project.sources[0].clone() }]);
    let mut opened = scene.files.open(&path, How::Edit).unwrap();
    let step = any::taken(&mut opened.project, use_unknown).unwrap();
    assert!(opened.store.record(&step).is_err(), "what can't be opened again is not kept");
    assert_eq!(opened.store.project(), &project);
}

#[test]
fn names_of_every_kind_are_opened_and_saved() {
    let scene = Scene::new();
    let long = format!("{}.planraum", "ü".repeat(120));
    for name in ["Räume & Süd ß.planraum", "mit  Leerzeichen .planraum", "-f.planraum", &long, "a.b", "🏘.planraum", "'quote\".planraum"]
    {
        let path = scene.saved(name);
        let mut opened = scene.files.open(&path, How::Edit).unwrap();
        assert_eq!((opened.access.clone(), &opened.project), (Access::Edit, &example()), "{name}");
        stroke(&mut opened, 1);
        opened.store.save().unwrap();
        drop(opened);
        assert_eq!(scene.files.read(&path).unwrap().project.plans[0].description, "Strich 1", "{name}");
    }
    let left: Vec<_> = fs::read_dir(scene.path("")).unwrap().flatten().map(|it| it.file_name()).collect();
    assert_eq!(left.len(), 7, "{left:?}");
}

#[cfg(unix)]
#[test]
fn saving_follows_a_link_and_keeps_the_access_rights() {
    use std::os::unix::fs::PermissionsExt;
    let scene = Scene::new();
    let (path, link) = (scene.saved("p.planraum"), scene.path("link.planraum"));
    fs::set_permissions(&path, fs::Permissions::from_mode(0o660)).unwrap();
    std::os::unix::fs::symlink(&path, &link).unwrap();
    let mut opened = scene.files.open(&link, How::Edit).unwrap();
    stroke(&mut opened, 1);
    opened.store.save().unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o660);
    assert_eq!(scene.files.read(&path).unwrap().project.plans[0].description, "Strich 1");
}

#[test]
fn a_file_changed_by_somebody_else_is_not_overwritten() {
    let scene = Scene::new();
    let path = scene.saved("p.planraum");
    let mut opened = scene.files.open(&path, How::Edit).unwrap();
    stroke(&mut opened, 1);
    let mut theirs = fs::read(&path).unwrap();
    theirs.extend([0; 10]);
    fs::write(&path, &theirs).unwrap();
    let trouble = opened.store.save().unwrap_err();
    assert_eq!(trouble.kind, Kind::ChangedMeanwhile);
    assert_eq!(fs::read(&path).unwrap(), theirs);
    assert!(!opened.store.is_saved());
    let copy = scene.path("p Kopie.planraum");
    opened.store.save_as(&copy).unwrap();
    assert!(opened.store.is_saved());
    assert_eq!(scene.files.read(&copy).unwrap().project, opened.project);
    let left: Vec<_> = fs::read_dir(scene.path("")).unwrap().flatten().map(|it| it.file_name()).collect();
    assert_eq!(left.len(), 3, "two files and one lock: {left:?}");
}

#[test]
fn a_save_killed_before_it_was_noted_is_known_again() {
    let scene = Scene::new();
    let path = scene.saved("p.planraum");
    let mut opened = scene.files.open(&path, How::Edit).unwrap();
    stroke(&mut opened, 1);
    opened.store.save().unwrap();
    let folder = opened.store.working_copy();
    drop(opened);
    let database = schema::connect(&folder.join("copy.planraum")).unwrap();
    let record = Record::read(&database).unwrap();
    let pending = record.origin_hash.map(|it| (record.cursor, it));
    Record { origin_hash: Some([0; 32]), saved: Some(0), pending, ..record }.write(&database).unwrap();
    drop(database);
    let mut resumed = scene.files.resume(&folder).unwrap();
    assert!(resumed.store.is_saved());
    stroke(&mut resumed, 2);
    resumed.store.save().unwrap();
}

#[test]
fn the_second_opener_learns_who_and_may_read() {
    let scene = Scene::new();
    let path = scene.saved("p.planraum");
    let mut first = scene.files.open(&path, How::Edit).unwrap();
    let mut second = scene.other_window().open(&path, How::Edit).unwrap();
    let Access::ReadBecauseOpen(holder) = second.access.clone() else { panic!("{:?}", second.access) };
    assert_eq!(holder.process, std::process::id());
    assert!(!holder.user.is_empty() && !holder.since.is_empty());
    assert!(!second.store.may_save());
    stroke(&mut second, 1);
    let trouble = second.store.save().unwrap_err();
    assert!(matches!(trouble.kind, Kind::Locked(_)), "{trouble}");
    let third = scene.colleague().open(&path, How::Edit).unwrap();
    assert!(matches!(third.access, Access::ReadBecauseOpen(_)));
    drop(third);

    stroke(&mut first, 5);
    first.store.save().unwrap();
    drop(first);
    assert_eq!(second.store.save().unwrap_err().kind, Kind::ChangedMeanwhile, "the lock is free, the file another");
    assert!(matches!(scene.files.open(&path, How::Read).unwrap().access, Access::ReadAsAsked));
}

#[test]
fn a_lock_left_behind_is_taken_over_only_when_its_holder_is_gone() {
    let scene = Scene::new();
    let path = scene.saved("p.planraum");
    let lock = scene.path("p.planraum.lock");
    let opened = scene.files.open(&path, How::Edit).unwrap();
    let text = fs::read_to_string(&lock).unwrap();
    drop(opened);
    assert!(!lock.exists(), "closing takes the lock away");
    let change = |field: &str, value: serde_json::Value| {
        let mut json: serde_json::Value = serde_json::from_str(&text).unwrap();
        json[field] = value;
        json.to_string()
    };
    let gone = change("session", "0123abcd".into());
    let other_user = change("workplace", "someone else".into());
    let mut dead: serde_json::Value = serde_json::from_str(&other_user).unwrap();
    dead["started"] = 1.into();
    for (left_behind, taken) in [
        (gone, true),
        (text.clone(), false),
        (other_user, false),
        (dead.to_string(), cfg!(target_os = "linux")),
        (change("host", "PC-0815".into()), false),
        (String::new(), false),
        ("x".repeat(100_000), false),
    ] {
        fs::write(&lock, &left_behind).unwrap();
        let opened = scene.files.open(&path, How::Edit).unwrap();
        assert_eq!(opened.access == Access::Edit, taken, "{left_behind:.200}");
        drop(opened);
        assert_eq!(lock.exists(), !taken, "a lock of somebody else stays");
        let forced = scene.files.open(&path, How::TakeOver).unwrap();
        assert_eq!(forced.access, Access::Edit);
    }
    let mut opened = scene.files.open(&path, How::Edit).unwrap();
    fs::write(&lock, change("host", "PC-0815".into())).unwrap(); // taken over while this computer slept
    assert_eq!(opened.store.taken_over_by().unwrap().host, "PC-0815");
    stroke(&mut opened, 1);
    assert!(matches!(opened.store.save().unwrap_err().kind, Kind::Locked(_)));
    drop(opened);
    assert!(lock.exists());
}

#[test]
fn where_nothing_can_be_written_a_project_is_read() {
    let scene = Scene::new();
    let path = scene.saved("p.planraum");
    let mut read_only = fs::metadata(&path).unwrap().permissions();
    read_only.set_readonly(true);
    fs::set_permissions(&path, read_only.clone()).unwrap();
    let mut opened = scene.files.open(&path, How::Edit).unwrap();
    assert!(matches!(opened.access, Access::ReadBecauseUnwritable(_)));
    stroke(&mut opened, 1);
    assert!(matches!(opened.store.save().unwrap_err().kind, Kind::Unwritable(_)));
    opened.store.save_as(&scene.path("q.planraum")).unwrap();
    drop(opened);

    let other = scene.saved("r.planraum");
    fs::create_dir(scene.path("r.planraum.lock")).unwrap(); // nothing can be written under that name
    assert!(matches!(scene.files.open(&other, How::Edit).unwrap().access, Access::ReadBecauseOpen(_)));
}

#[test]
fn a_vanished_folder_refuses_and_loses_nothing() {
    let scene = Scene::new();
    let path = scene.saved("p.planraum");
    let mut opened = scene.files.open(&path, How::Edit).unwrap();
    stroke(&mut opened, 1);
    fs::remove_dir_all(scene.path("")).unwrap();
    let trouble = opened.store.save().unwrap_err();
    assert!(matches!(trouble.kind, Kind::Unwritable(_)), "{trouble}");
    fs::write(scene.folder.path().join("share"), "a file in place of the folder").unwrap();
    assert!(opened.store.save().is_err() && opened.store.save_as(&scene.path("x/y.planraum")).is_err());
    assert!(!opened.store.is_saved());
    stroke(&mut opened, 2);
    let elsewhere = scene.folder.path().join("anderswo.planraum");
    opened.store.save_as(&elsewhere).unwrap();
    assert_eq!(scene.files.read(&elsewhere).unwrap().project, opened.project);
    assert!(matches!(scene.files.open(&path, How::Edit).err().unwrap().kind, Kind::Unreadable));
}

/// A file system of which one call fails: the k-th, counted from 0.
struct Failing {
    until: AtomicUsize,
}

impl Failing {
    fn call(&self) -> io::Result<()> {
        let left = self.until.fetch_sub(1, Ordering::SeqCst);
        if left == 0 { Err(io::Error::from(io::ErrorKind::StorageFull)) } else { Ok(()) }
    }
}

struct FailingSink(Box<dyn Sink>, Arc<Failing>);

impl Write for FailingSink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.1.call()?;
        self.0.write(&bytes[..bytes.len().min(5_000)]) // a share that takes little at a time
    }
    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

impl Sink for FailingSink {
    fn sync(&mut self) -> io::Result<()> {
        self.1.call()?;
        self.0.sync()
    }
}

struct FailingFiles(Arc<Failing>);

impl Files for FailingFiles {
    fn open(&self, path: &Path) -> io::Result<Box<dyn io::Read>> {
        self.0.call()?;
        Disk.open(path)
    }
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn Sink>> {
        self.0.call()?;
        Ok(Box::new(FailingSink(Disk.create_new(path)?, Arc::clone(&self.0))))
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.0.call()?;
        Disk.rename(from, to)
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        self.0.call()?;
        Disk.remove(path)
    }
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.0.call()?;
        Disk.sync_folder(folder)
    }
}

#[test]
fn whichever_call_of_a_save_fails_the_old_file_stays_or_the_new_one_is_whole() {
    const NEVER: usize = usize::MAX / 2;
    let failing = Arc::new(Failing { until: AtomicUsize::new(NEVER) });
    let scene = Scene::with(Arc::new(FailingFiles(Arc::clone(&failing))));
    let path = scene.saved("p.planraum");
    let mut opened = scene.files.open(&path, How::Edit).unwrap();
    let (mut refused, mut number) = (0, 0);
    for failing_call in 0..1_000 {
        number += 1;
        stroke(&mut opened, number);
        let old = fs::read(&path).unwrap();
        failing.until.store(failing_call, Ordering::SeqCst);
        let saved = opened.store.save();
        let failed = failing.until.swap(NEVER, Ordering::SeqCst) > NEVER;
        match saved {
            Err(trouble) => {
                refused += 1;
                assert_eq!(fs::read(&path).unwrap(), old, "call {failing_call}: {trouble}");
                assert!(!opened.store.is_saved());
                assert!(trouble.to_string().ends_with("p.planraum"), "{trouble}");
            }
            Ok(()) => {
                assert_eq!(scene.files.read(&path).unwrap().project, opened.project, "call {failing_call}");
                assert!(opened.store.is_saved());
            }
        }
        if !failed {
            assert!(refused >= 10, "{refused} calls made it fail");
            opened.store.save().unwrap();
            return;
        }
    }
    panic!("a save has not so many calls");
}

#[test]
fn files_of_other_kinds_and_times_are_refused_politely() {
    let scene = Scene::new();
    let path = scene.saved("p.planraum");
    let good = fs::read(&path).unwrap();
    let patched = |at: usize, bytes: &[u8]| {
        let mut copy = good.clone();
        copy[at..at + bytes.len()].copy_from_slice(bytes);
        copy
    };
    let foreign = |statements: &str| {
        let database = scene.folder.path().join("foreign.db");
        fs::write(&database, &good).unwrap();
        let connection = Connection::open(&database).unwrap();
        connection.execute_batch(statements).unwrap();
        drop(connection);
        fs::read(&database).unwrap()
    };
    let newer = foreign("PRAGMA user_version = 2; UPDATE project SET needs = '0.9.1'; ALTER TABLE plan ADD COLUMN more TEXT");
    let rude = foreign("PRAGMA user_version = 7; UPDATE project SET needs = '<b>nothing you have</b>'");
    let damaged = |place: &str| Kind::Damaged(place.to_owned());
    let table = [
        (Vec::new(), Kind::NotAProject),
        (b"{\"type\": \"FeatureCollection\"}".repeat(10), Kind::NotAProject),
        (good[..99].to_vec(), Kind::NotAProject),
        (patched(68, &[0; 4]), Kind::NotAProject),
        (patched(18, &[2, 2]), damaged("journal")),
        (newer, Kind::Newer(Some("0.9.1".to_owned()))),
        (rude, Kind::Newer(None)),
        (foreign("CREATE TRIGGER t AFTER INSERT ON step BEGIN DELETE FROM plan; END"), damaged("sqlite_schema")),
        (foreign("CREATE VIEW v AS SELECT * FROM plan"), damaged("sqlite_schema")),
        (foreign("DROP TABLE city"), damaged("sqlite_schema")),
        (foreign("UPDATE area SET lock = 'ajar' WHERE position = 1"), damaged("area 2: lock ajar")),
        (foreign("UPDATE area SET colour = 16777216"), damaged("area 1: colour 16777216")),
        (foreign("UPDATE plan SET id = -1"), damaged("plan 1: column 1")),
        (foreign("UPDATE plan SET id = 9"), damaged("plan 1")),
        (foreign("UPDATE plan SET name = ' '"), damaged("plan 1")),
        (foreign("INSERT INTO plan SELECT 7, 2, name, '', 0, NULL, NULL FROM plan"), damaged("plan 2")),
        (foreign("INSERT INTO assignment VALUES (1, '03159016', 44)"), damaged("assignment 1 03159016")),
        (foreign("INSERT INTO source VALUES (0, x'00', 'boundaries', '', '')"), damaged("source 1: id")),
    ];
    for (number, (bytes, kind)) in table.into_iter().enumerate() {
        let path = scene.path(&format!("{number}.planraum"));
        fs::write(&path, &bytes).unwrap();
        let trouble = scene.files.open(&path, How::Edit).err().unwrap();
        assert_eq!(trouble.kind, kind, "{number}: {trouble}");
        assert_eq!(scene.files.read(&path).err().unwrap().kind, kind);
        assert_eq!(fs::read(&path).unwrap(), bytes);
        assert!(!path.with_extension("planraum.lock").exists());
    }
    for (statements, place) in [
        ("UPDATE terms SET body = '{}'", "terms 1: "),
        ("INSERT INTO view VALUES (0, '[[[[')", "view 1: "),
        ("INSERT INTO classing VALUES ('x', 'null')", "classing 1: "),
        ("DELETE FROM project", ""),
    ] {
        fs::write(&path, foreign(statements)).unwrap();
        let Kind::Damaged(found) = scene.files.open(&path, How::Edit).err().unwrap().kind else { panic!("{statements}") };
        assert!(found.starts_with(place), "{statements}: {found}");
    }
    assert_eq!(scene.files.unfinished(), [], "nothing is left in the workplace");
    assert_eq!(fs::read_dir(scene.folder.path().join("data/working")).unwrap().count(), 0);
}

#[test]
fn an_older_file_is_upgraded_on_a_copy() {
    let scene = Scene::new();
    let path = scene.path("alt.planraum");
    let old = upgrade::create_version_0(&path).unwrap();
    old.execute_batch(
        "INSERT INTO project VALUES (1, 'Alt', '2025-01-02T03:04');
         INSERT INTO plan VALUES (0, 3, 'Plan', 'alt', 1, 12.5, 'bev');
         INSERT INTO area VALUES (3, 0, 8, 'R1', 'Nord', 258, 'Bach');
         INSERT INTO assignment VALUES (3, '03159016', 8);
         INSERT INTO city VALUES ('03159016');",
    )
    .unwrap();
    drop(old);
    let before = fs::read(&path).unwrap();
    let mut opened = scene.files.open(&path, How::Edit).unwrap();
    assert_eq!(opened.upgraded_from, Some(0));
    assert_eq!(fs::read(&path).unwrap(), before, "the file itself stays until it is saved");
    let plan = &opened.project.plans[0];
    assert_eq!((plan.areas[0].lock, plan.areas[0].colour, plan.untouchable), (Lock::Free, Colour([0, 1, 2]), true));
    assert_eq!(plan.area_of.get(&DistrictKey::new("03159016")), Some(&AreaId(8)));
    assert_eq!((opened.project.terms.clone(), opened.store.changed_at()), (crate::words::Terms::default(), "2025-01-02T03:04"));
    let project = opened.project.clone();
    opened.store.save().unwrap();
    drop(opened);
    let again = scene.files.open(&path, How::Edit).unwrap();
    assert_eq!((again.upgraded_from, &again.project), (None, &project));
}

#[test]
fn what_goes_wrong_is_told_with_a_remedy_and_the_path_last() {
    let scene = Scene::new();
    let path = scene.path("x.planraum");
    fs::write(&path, "no project").unwrap();
    let text = scene.files.open(&path, How::Edit).err().unwrap().to_string().replace(&*scene.folder.path().to_string_lossy(), "");
    insta::assert_snapshot!(text, @"Die Datei ist kein Planraum-Projekt. Bitte eine Datei mit der Endung .planraum wählen. – /share/x.planraum");
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
fn looking_at_a_file_does_not_hide_its_history() {
    let scene = Scene::new();
    let path = scene.saved("p.planraum");
    let mut opened = scene.files.open(&path, How::Edit).unwrap();
    stroke(&mut opened, 1);
    opened.store.save().unwrap();
    let closed = scene.other_window().open(&path, How::Read).unwrap();
    closed.store.close();
    let dropped = scene.other_window().open(&path, How::Read).unwrap();
    assert_eq!(dropped.history.steps().len(), 0);
    drop(dropped);
    drop(opened);
    assert_eq!(scene.files.open(&path, How::Edit).unwrap().history.steps().len(), 1);
    assert_eq!(fs::read_dir(scene.folder.path().join("data/working")).unwrap().count(), 1);
}

#[test]
fn a_store_can_live_on_a_worker_thread() {
    fn lives<T: Send + 'static>(_: &T) {}
    let scene = Scene::new();
    lives(&scene.files);
    lives(&scene.files.create(&example(), &Blocks::new()).unwrap());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn a_damaged_working_copy_is_refused_or_read(changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..30)) {
        let scene = Scene::new();
        let mut opened = scene.files.create(&example(), &Blocks::new()).unwrap();
        (1..4).for_each(|it| stroke(&mut opened, it));
        let copy = opened.store.working_copy().join("copy.planraum");
        drop(opened);
        let mut bytes = fs::read(&copy).unwrap();
        for (place, byte) in changes {
            *place.get_mut(&mut bytes) = byte;
        }
        fs::write(&copy, &bytes).unwrap();
        for offer in scene.files.unfinished() {
            drop(scene.files.resume(&offer.folder));
            scene.files.discard(&offer.folder).unwrap();
        }
    }
}
