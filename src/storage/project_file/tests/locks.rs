//! Who may write: locks taken, left behind, taken over, and places where none can be.

use super::*;

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
    let trouble = opened.store.save().unwrap_err();
    assert!(matches!(&trouble.kind, Kind::TakenOver(by) if by.host == "PC-0815"), "the loser learns who: {trouble}");
    assert!(trouble.to_string().contains("PC-0815"), "{trouble}");
    drop(opened);
    assert!(lock.exists());
}

/// A lock whose holder crashed on another computer kept the file closed for everybody, for ever.
#[test]
fn a_lock_that_was_taken_over_is_the_takers_and_the_loser_learns_who() {
    let scene = Scene::new();
    let path = scene.saved("p.planraum");
    let mut loser = scene.files.open(&path, How::Edit).unwrap();
    let taker = scene.colleague().open(&path, How::TakeOver).unwrap();
    assert_eq!(taker.access, Access::Edit);
    stroke(&mut loser, 1);
    assert!(matches!(loser.store.save().unwrap_err().kind, Kind::TakenOver(_)));
    loser.store.save_as(&scene.path("q.planraum")).unwrap();
    drop(taker);
}

/// A share that never answers: whoever wants a lock there hangs until the test lets go.
struct Dead {
    share: PathBuf,
    reached: Arc<std::sync::Barrier>,
    let_go: Arc<std::sync::Barrier>,
    hangs: std::sync::atomic::AtomicBool,
}

impl Files for Dead {
    fn open(&self, path: &Path) -> io::Result<Box<dyn io::Read>> {
        Disk.open(path)
    }
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn Sink>> {
        if path.starts_with(&self.share) && self.hangs.swap(false, Ordering::SeqCst) {
            self.reached.wait();
            self.let_go.wait();
        }
        Disk.create_new(path)
    }
    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        Disk.link(from, to)
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        Disk.rename(from, to)
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        Disk.remove(path)
    }
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        Disk.sync_folder(folder)
    }
}

/// One door for the whole workplace was held while the share was asked: one window on a dead share stopped every other.
#[test]
fn a_window_that_hangs_on_a_dead_share_keeps_nobody_else_waiting() {
    let folder = tempfile::tempdir().unwrap();
    let (reached, let_go) = (Arc::new(std::sync::Barrier::new(2)), Arc::new(std::sync::Barrier::new(2)));
    let share = real_path(&folder.path().join("share"));
    let dead = Dead { share, reached: Arc::clone(&reached), let_go: Arc::clone(&let_go), hangs: false.into() };
    let dead = Arc::new(dead);
    let scene = Scene { files: ProjectFiles::with_files(&folder.path().join("data"), dead.clone()).unwrap(), folder };
    fs::create_dir(scene.folder.path().join("share")).unwrap();
    let (hanging, other) = (scene.saved("p.planraum"), scene.folder.path().join("q.planraum"));
    fs::copy(&hanging, &other).unwrap();
    dead.hangs.store(true, Ordering::SeqCst);
    let files = scene.files.clone();
    let path = hanging.clone();
    let hangs = std::thread::spawn(move || files.open(&path, How::Edit).map(|it| it.access));
    reached.wait();
    let begun = std::time::Instant::now();
    let window = scene.other_window();
    assert_eq!(window.open(&other, How::Edit).unwrap().access, Access::Edit);
    window.create(&example(), &Blocks::new()).unwrap().store.discard().unwrap();
    window.read(&hanging).unwrap();
    assert!(matches!(window.open(&hanging, How::Read).unwrap().access, Access::ReadAsAsked));
    assert!(begun.elapsed().as_secs_f64() < 1.5, "{:?}", begun.elapsed());
    assert!(matches!(window.open(&hanging, How::Edit), Err(Trouble { kind: Kind::Busy, .. })), "and the same file says so");
    let_go.wait();
    assert_eq!(hangs.join().unwrap().unwrap(), Access::Edit);
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

/// Looks at the lock after every call: a program killed right there leaves what is seen here.
struct Watching {
    lock: PathBuf,
}

impl Watching {
    fn look<T>(&self, done: T) -> T {
        if let Ok(text) = fs::read(&self.lock) {
            assert!(serde_json::from_slice::<serde_json::Value>(&text).is_ok(), "a lock without words: {text:?}");
        }
        done
    }
}

impl Files for Watching {
    fn open(&self, path: &Path) -> io::Result<Box<dyn io::Read>> {
        self.look(Disk.open(path))
    }
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn Sink>> {
        self.look(Disk.create_new(path))
    }
    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.look(Disk.link(from, to))
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.look(Disk.rename(from, to))
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        self.look(Disk.remove(path))
    }
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.look(Disk.sync_folder(folder))
    }
}

#[test]
fn a_killed_program_leaves_no_lock_without_words() {
    let folder = tempfile::tempdir().unwrap();
    let lock = folder.path().join("p.planraum.lock");
    let scene = Scene::with(Arc::new(Watching { lock: lock.clone() }));
    let path = folder.path().join("p.planraum");
    fs::copy(scene.saved("p.planraum"), &path).unwrap();
    let opened = scene.files.open(&path, How::Edit).unwrap();
    assert_eq!(opened.access, Access::Edit);
    assert!(lock.exists());
    drop(opened);
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|it| it.unwrap().file_name()).collect();
    assert_eq!(left, ["p.planraum"], "nothing else stays beside the project");
}

#[test]
fn what_a_killed_save_left_is_cleared_by_opening_and_by_resuming() {
    let scene = Scene::new();
    let path = scene.saved("p.planraum");
    let half = scene.path("p.planraum.neu");
    fs::write(&half, "half of a file").unwrap();
    let mut opened = scene.files.open(&path, How::Edit).unwrap();
    assert!(!half.exists(), "by opening");
    stroke(&mut opened, 1);
    opened.store.close();

    fs::write(&half, "half of a file").unwrap();
    let offer = scene.files.unfinished().pop().unwrap();
    let resumed = scene.files.resume(&offer.folder).unwrap();
    assert_eq!(resumed.access, Access::Edit);
    assert!(!half.exists(), "by resuming");
}

/// A program that was being started elsewhere held a free working copy for a moment, and it was said to be open in another window.
#[test]
fn a_working_copy_held_for_a_moment_is_waited_for() {
    let scene = Scene::new();
    let mut opened = scene.files.create(&example(), &Blocks::new()).unwrap();
    stroke(&mut opened, 1);
    let folder = opened.store.working_copy();
    drop(opened);
    let alive = fs::OpenOptions::new().write(true).open(folder.join("alive")).unwrap();
    alive.try_lock().unwrap();
    let holder = std::thread::spawn(move || {
        std::thread::sleep(std::time::Duration::from_millis(60));
        drop(alive);
    });
    assert_eq!(scene.files.resume(&folder).unwrap().project.plans[0].description, "Strich 1");
    holder.join().unwrap();
}
