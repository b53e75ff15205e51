//! Saving: what is in the file, where it may lie, and every way in which it can fail.

use std::ops::ControlFlow;

use super::*;
use crate::storage::watch::Watch;

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
fn a_save_that_was_stopped_leaves_the_old_file() {
    let scene = Scene::new();
    let path = scene.saved("p.planraum");
    let before = fs::read(&path).unwrap();
    let mut opened = scene.files.open(&path, How::Edit).unwrap();
    stroke(&mut opened, 1);
    for patience in 0..3 {
        let asked = AtomicUsize::new(0);
        let stops =
            move |_| if asked.fetch_add(1, Ordering::SeqCst) < patience { ControlFlow::Continue(()) } else { ControlFlow::Break(()) };
        let landed = opened.store.begin_save(None, Replaces::Nothing, &Blocks::new()).unwrap().land(&Watch::by(stops));
        assert_eq!(opened.store.end_save(landed).unwrap_err().kind, Kind::Stopped, "{patience}");
        assert!(fs::read(&path).unwrap() == before && !opened.store.is_saved() && opened.store.may_save());
    }
    opened.store.save().unwrap();
    assert!(opened.store.is_saved());
    drop(opened);
    let left: Vec<_> = fs::read_dir(scene.path("")).unwrap().flatten().map(|it| it.file_name()).collect();
    assert_eq!(left.len(), 1, "{left:?}");
}

/// Steps waited for a share that didn't answer.
#[test]
fn steps_are_kept_while_a_save_is_under_way() {
    let scene = Scene::new();
    let path = scene.saved("p.planraum");
    let mut opened = scene.files.open(&path, How::Edit).unwrap();
    stroke(&mut opened, 1);
    let saving = opened.store.begin_save(None, Replaces::Nothing, &Blocks::new()).unwrap();
    stroke(&mut opened, 2);
    undo(&mut opened);
    stroke(&mut opened, 3);
    let landed = std::thread::spawn(|| saving.land(&Watch::default())).join().unwrap();
    opened.store.end_save(landed).unwrap();
    assert_eq!(scene.files.read(&path).unwrap().project.plans[0].description, "Strich 1");
    assert!(!opened.store.is_saved());
    undo(&mut opened);
    assert!(opened.store.is_saved(), "back where it was saved");
    redo(&mut opened);
    opened.store.save().unwrap();
    assert_eq!(scene.files.read(&path).unwrap().project.plans[0].description, "Strich 3");
}

/// The complete file was made while the store was held: with large boundaries strokes waited a second for it.
#[test]
fn steps_are_kept_while_a_large_file_is_made() {
    let scene = Scene::new();
    let path = scene.path("p.planraum");
    let bytes: Arc<[u8]> = (0..60_000_000_u32).map(|it| (it.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    let id = source_id(&bytes);
    let source = Source { id, kind: SourceKind::Boundaries, file_name: "vg250.geojson".into(), notice: String::new() };
    let blocks = Blocks::from([(id, bytes)]);
    let mut opened = scene.files.create(&Project { sources: vec![source], ..example() }, &blocks).unwrap();
    opened.store.save_as(&path).unwrap();
    stroke(&mut opened, 1);
    let began = std::time::Instant::now();
    let mut saving = opened.store.begin_save(None, Replaces::Nothing, &blocks).unwrap();
    let held = began.elapsed();
    let making = std::thread::spawn(move || {
        saving.make();
        (saving, began.elapsed())
    });
    stroke(&mut opened, 2); // waits for nobody
    let (mut saving, made) = making.join().unwrap();
    opened.store.expect(&mut saving);
    let landed = saving.land(&Watch::default());
    opened.store.end_save(landed).unwrap();
    assert!(held * 20 < made, "held for {held:?} of {made:?}");
    assert_eq!(scene.files.read(&path).unwrap().project.plans[0].description, "Strich 1");
    assert!(!opened.store.is_saved());
    undo(&mut opened);
    assert!(opened.store.is_saved(), "what was saved is what stood when it began");
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
    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.0.call()?;
        Disk.link(from, to)
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

/// Save As replaced whatever lay there, a map of somebody's as well.
#[test]
fn what_lies_in_the_way_is_replaced_only_as_far_as_that_was_agreed_to() {
    let scene = Scene::new();
    let project = scene.saved("a.planraum");
    let (map, new) = (scene.path("karte.planraum"), scene.path("neu.planraum"));
    fs::write(&map, "{}").unwrap();
    for (replaces, target, lands) in [
        (Replaces::Nothing, &project, false),
        (Replaces::Nothing, &map, false),
        (Replaces::Projects, &map, false),
        (Replaces::Nothing, &new, true),
        (Replaces::Projects, &project, true),
        (Replaces::Anything, &map, true),
    ] {
        let before = fs::read(target).ok();
        let project_of_ours = Project { name: "Ein anderes".to_owned(), ..example() };
        let mut opened = scene.files.create(&project_of_ours, &Blocks::new()).unwrap();
        let landed = opened.store.begin_save(Some(target), replaces, &Blocks::new()).unwrap().land(&Watch::default());
        assert_eq!(landed.in_the_way(), (!lands).then(|| (real_path(target), target == &project)), "{replaces:?} {target:?}");
        assert_eq!(opened.store.end_save(landed).is_ok(), lands);
        assert_eq!(fs::read(target).ok() == before, !lands);
        assert_eq!(opened.store.file().is_some(), lands, "what was not saved has no file");
        opened.store.discard().unwrap();
    }
}

/// Nothing of it is copied: such a file would fill the disk first.
#[test]
fn a_file_larger_than_any_project_is_refused_before_it_is_copied() {
    let scene = Scene::new();
    let path = scene.saved("p.planraum");
    let file = fs::OpenOptions::new().write(true).open(&path).unwrap();
    file.set_len(schema::MOST_BYTES + 1).unwrap(); // a hole at the end takes no room
    let trouble = scene.files.open(&path, How::Edit).err().unwrap();
    assert_eq!(trouble.kind, Kind::TooLarge(schema::MOST_BYTES + 1));
    assert_eq!(fs::read_dir(scene.folder.path().join("data/working")).unwrap().count(), 0);
    assert!(!path.with_extension("planraum.lock").exists());
}

#[test]
fn a_project_that_could_not_be_opened_again_is_not_saved() {
    let path = Path::new("p.planraum");
    assert_eq!(schema::fits(schema::MOST_BYTES, path), Ok(()));
    assert!(matches!(schema::fits(schema::MOST_BYTES + 1, path), Err(Trouble { kind: Kind::Outgrown(_), .. })));
}
