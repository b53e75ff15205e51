//! Working copies in which a bit flipped where nothing of the project's state stands.

use super::*;

/// A database in which somebody else changes something.
fn change(file: &Path, statement: &str) {
    Connection::open(file).unwrap().execute_batch(statement).unwrap();
}

/// SQLite's count of the steps carries no sum: a flipped bit in it let every later stroke fail.
#[test]
fn a_wrong_count_of_the_steps_stops_no_stroke() {
    for wrong in ["2", "0", "-7", "'many'", "NULL", "4096", "9223372036854775806", "9223372036854775807"] {
        let scene = Scene::new();
        let mut opened = scene.files.create(&example(), &Blocks::new()).unwrap();
        (1..6).for_each(|it| stroke(&mut opened, it));
        let folder = opened.store.working_copy();
        drop(opened);
        change(&folder.join("copy.planraum"), &format!("UPDATE sqlite_sequence SET seq = {wrong} WHERE name = 'step'"));
        let mut opened = scene.files.resume(&folder).unwrap();
        stroke(&mut opened, 6);
        stroke(&mut opened, 7);
        undo(&mut opened);
        (8..10).for_each(|it| stroke(&mut opened, it));
        let before = abandon(opened);
        let again = scene.files.resume(&folder).unwrap();
        assert_eq!((&again.project, &again.history), (&before.0, &before.1), "{wrong}");
    }
}

/// The number of the saved state was given a second time: a project that had changed was called saved.
#[test]
fn the_number_of_the_saved_state_is_not_given_again() {
    let scene = Scene::new();
    let mut opened = scene.files.create(&example(), &Blocks::new()).unwrap();
    (1..6).for_each(|it| stroke(&mut opened, it));
    opened.store.save_as(&scene.path("p.planraum")).unwrap();
    (0..3).for_each(|_| undo(&mut opened));
    let folder = opened.store.working_copy();
    drop(opened);
    change(&folder.join("copy.planraum"), "UPDATE sqlite_sequence SET seq = 1");
    let mut opened = scene.files.resume(&folder).unwrap();
    for number in 11..16 {
        stroke(&mut opened, number);
        assert!(!opened.store.is_saved(), "{number}");
    }
}

/// A working copy that was given away as a project left its count behind.
#[test]
fn a_project_that_was_a_working_copy_begins_to_count_anew() {
    let scene = Scene::new();
    let mut opened = scene.files.create(&example(), &Blocks::new()).unwrap();
    (1..6).for_each(|it| stroke(&mut opened, it));
    let (copy, path) = (opened.store.working_copy().join("copy.planraum"), scene.path("gift.planraum"));
    drop(opened);
    change(&copy, "UPDATE sqlite_sequence SET seq = 9223372036854775807");
    fs::copy(&copy, &path).unwrap();
    let mut opened = scene.files.open(&path, How::Edit).unwrap();
    stroke(&mut opened, 1);
    let copy = opened.store.working_copy().join("copy.planraum");
    drop(opened);
    let given: i64 = Connection::open(copy).unwrap().query_row("SELECT max(seq) FROM step", [], |row| row.get(0)).unwrap();
    assert_eq!(given, 1);
}

/// A working copy after six strokes, whose tables were written anew after `checkpoint` of them, with so many of them undone.
fn six_strokes(scene: &Scene, checkpoint: u32, undone: usize) -> (PathBuf, (Project, History)) {
    let mut opened = scene.files.create(&example(), &Blocks::new()).unwrap();
    let folder = opened.store.working_copy();
    (1..=checkpoint).for_each(|it| stroke(&mut opened, it));
    drop(opened);
    write_tables(&folder);
    let mut opened = scene.files.resume(&folder).unwrap();
    (checkpoint + 1..=6).for_each(|it| stroke(&mut opened, it));
    (0..undone).for_each(|_| undo(&mut opened));
    (folder, abandon(opened))
}

/// What happens every thousand steps.
fn write_tables(folder: &Path) {
    let (project, _) = abandon(ProjectFiles::in_folder(folder.ancestors().nth(2).unwrap()).unwrap().resume(folder).unwrap());
    let database = Connection::open(folder.join("copy.planraum")).unwrap();
    let record = Record::read(&database).unwrap();
    state::write(&database, &project, &record.changed_at).unwrap();
    Record { checkpoint: record.cursor, ..record }.write(&database).unwrap();
}

fn flip(folder: &Path, step: u32) {
    change(&folder.join("copy.planraum"), &format!("UPDATE step SET at = replace(at, '2026', '2024') WHERE seq = {step}"));
}

/// A flipped bit in a step that the state of the project doesn't need made all work unreachable.
#[test]
fn a_step_that_nobody_needs_is_forgotten_and_the_work_goes_on() {
    use Forgotten::{First, Undone};
    for (checkpoint, undone, flipped, forgotten) in [
        (4, 0, vec![2], vec![First(2)]),
        (4, 0, vec![1, 3], vec![First(3)]),
        (4, 0, vec![4], vec![First(4)]),
        (6, 0, vec![6], vec![First(6)]),
        (0, 2, vec![6], vec![Undone(1)]),
        (0, 2, vec![6, 5], vec![Undone(2)]),
        (0, 5, vec![2], vec![Undone(5)]),
        (4, 1, vec![3, 6], vec![First(3), Undone(1)]),
        (5, 3, vec![3, 6], vec![First(3), Undone(1)]), // undone to where nothing before can be read
    ] {
        let case = format!("{checkpoint} {undone} {flipped:?}");
        let scene = Scene::new();
        let (folder, before) = six_strokes(&scene, checkpoint, undone);
        flipped.iter().for_each(|it| flip(&folder, *it));
        let mut opened = scene.files.resume(&folder).unwrap();
        assert_eq!((&opened.project, &opened.forgotten), (&before.0, &forgotten), "{case}");
        let gone = |it: &Forgotten| if let First(count) = it { *count } else { 0 };
        let first: usize = forgotten.iter().map(gone).sum();
        let lost: usize = forgotten.iter().map(|it| if let Undone(count) = it { *count } else { 0 }).sum();
        assert_eq!(opened.history, History::of(before.1.steps()[first..6 - lost].to_vec(), 6 - undone - first), "{case}");
        opened = works_on(&scene, opened, &case);
        assert_eq!(opened.forgotten, [], "{case}: it is told once");
    }
}

/// There and back, one stroke more, and closed as one closes: everything is there again each time.
fn works_on(scene: &Scene, mut opened: Opened, case: &str) -> Opened {
    let folder = opened.store.working_copy();
    let again = |opened: Opened| {
        let (project, history) = (opened.project.clone(), opened.history.clone());
        opened.store.close();
        let again = scene.files.resume(&folder).unwrap();
        assert_eq!((&again.project, &again.history), (&project, &history), "{case}");
        again
    };
    opened = again(opened);
    while opened.history.taken() > 0 {
        undo(&mut opened);
    }
    opened = again(opened);
    while opened.history.to_redo().is_some() {
        redo(&mut opened);
    }
    opened = again(opened);
    stroke(&mut opened, 7);
    undo(&mut opened);
    stroke(&mut opened, 8);
    again(opened)
}

/// Where the beginning is forgotten, its number is not the one of the state that was saved.
#[test]
fn what_was_saved_before_the_forgotten_steps_is_not_called_saved() {
    let scene = Scene::new();
    let path = scene.saved("p.planraum");
    let mut opened = scene.files.open(&path, How::Edit).unwrap();
    let folder = opened.store.working_copy();
    (1..=4).for_each(|it| stroke(&mut opened, it));
    drop(opened);
    write_tables(&folder);
    flip(&folder, 2);
    let mut opened = scene.files.resume(&folder).unwrap();
    (0..2).for_each(|_| undo(&mut opened));
    assert_eq!((opened.history.taken(), opened.store.is_saved()), (0, false));
    opened.store.save().unwrap();
    assert!(opened.store.is_saved());
    drop(opened);
    let saved = scene.files.read(&path).unwrap();
    assert_eq!(saved.project.plans[0].description, "Strich 2");
}

/// What is told of a working copy that can't be resumed, without the folders of this test.
fn told(scene: &Scene, folder: &Path) -> String {
    let text = scene.files.resume(folder).err().unwrap().to_string();
    text.replace(&*real_path(scene.folder.path()).to_string_lossy(), "").replace(&*folder.file_name().unwrap().to_string_lossy(), "…")
}

/// Of a damaged working copy it was said that the project file is damaged; and one that was never saved should be opened from its file.
#[test]
fn a_damaged_working_copy_is_called_so_and_the_remedy_is_where_the_work_is() {
    let scene = Scene::new();
    let (folder, _) = six_strokes(&scene, 4, 0);
    change(&folder.join("copy.planraum"), "UPDATE plan SET target = 7");
    insta::assert_snapshot!(told(&scene, &folder), @"Die Arbeitskopie ist beschädigt: Liste der Planungsvarianten – hier steht nicht mehr, was festgehalten wurde (die Prüfsumme stimmt nicht). Das Projekt wurde noch nie gespeichert; bitte den Ordner der Arbeitskopie aus der Datensicherung Ihres Hauses zurückholen lassen. – /data/working/…/copy.planraum");
    let mut opened = scene.files.create(&example(), &Blocks::new()).unwrap();
    let (folder, path) = (opened.store.working_copy(), scene.path("p.planraum"));
    stroke(&mut opened, 1);
    opened.store.save_as(&path).unwrap();
    (2..=4).for_each(|it| stroke(&mut opened, it));
    drop(opened);
    change(&folder.join("copy.planraum"), "UPDATE project SET name = 'Landkreis Sud'");
    insta::assert_snapshot!(told(&scene, &folder), @"Die Arbeitskopie ist beschädigt: Name und Stand des Projekts – hier steht nicht mehr, was festgehalten wurde (die Prüfsumme stimmt nicht). Bitte /share/p.planraum öffnen: Diese Datei ist unbeschädigt; es fehlen darin 3 Änderungen, die seit dem Speichern dazukamen. – /data/working/…/copy.planraum");
    fs::write(&path, "no project").unwrap();
    insta::assert_snapshot!(told(&scene, &folder), @"Die Arbeitskopie ist beschädigt: Name und Stand des Projekts – hier steht nicht mehr, was festgehalten wurde (die Prüfsumme stimmt nicht). Auch die Datei /share/p.planraum lässt sich nicht öffnen, und Planraum hat auf diesem Rechner keine frühere Fassung davon; bitte eine aus der Datensicherung Ihres Hauses zurückholen lassen. – /data/working/…/copy.planraum");
    change(&folder.join("copy.planraum"), "UPDATE working SET saved = 3");
    insta::assert_snapshot!(told(&scene, &folder), @"Die Arbeitskopie ist beschädigt: Angaben der Arbeitskopie – hier steht nicht mehr, was festgehalten wurde (die Prüfsumme stimmt nicht). Bitte das Projekt aus seiner Datei öffnen, falls es schon gespeichert wurde; darin fehlt, was seither dazukam. – /data/working/…/copy.planraum");
}

/// All work since the tables were written was out of reach because one step of it could not be read.
#[test]
fn what_is_whole_before_a_damaged_step_is_opened_as_a_copy_of_its_own() {
    // tables after how many of six strokes, how many undone, what is damaged; then what is open, how many can be undone and redone,
    // how many are missing, and whether those had been undone
    for (checkpoint, undone, flipped, description, [taken, redo, missing], taken_back) in [
        (0, 0, vec![4], "Strich 3", [3, 0, 3], false),
        (4, 0, vec![5], "Strich 4", [4, 0, 2], false),
        (4, 0, vec![2, 6], "Strich 5", [3, 0, 1], false),
        (2, 1, vec![5], "Strich 4", [4, 0, 1], false),
        (6, 5, vec![3], "Strich 3", [0, 3, 2], true),
        (6, 2, vec![6], "Strich 6", [0, 0, 2], true),
    ] {
        let case = format!("{checkpoint} {undone} {flipped:?}");
        let scene = Scene::new();
        let (folder, _) = six_strokes(&scene, checkpoint, undone);
        flipped.iter().for_each(|it| flip(&folder, *it));
        let damaged = fs::read(folder.join("copy.planraum")).unwrap();
        let mut opened = scene.files.resume(&folder).unwrap();
        let rescued = opened.rescued.clone().unwrap();
        assert_eq!((rescued.missing, rescued.taken_back, &rescued.folder), (missing, taken_back, &folder), "{case}");
        assert_eq!(opened.project.plans[0].description, description, "{case}");
        assert_eq!((opened.history.taken(), opened.history.steps().len()), (taken, taken + redo), "{case}");
        assert_eq!((opened.store.file(), opened.store.is_saved(), &opened.access), (None, false, &Access::Edit), "{case}");
        let own = opened.store.working_copy();
        assert_ne!(own, folder, "{case}");
        opened = works_on(&scene, opened, &case);
        opened.store.save_as(&scene.path("gerettet.planraum")).unwrap();
        assert_eq!(fs::read(folder.join("copy.planraum")).unwrap(), damaged, "{case}: it stays as it is");
        assert!(scene.files.unfinished().iter().any(|it| it.folder == folder), "{case}: and is offered until somebody throws it away");
    }
}

/// A damaged working copy of which the name and the date could be read was offered as if it were whole.
#[test]
fn a_damaged_working_copy_is_listed_as_damaged() {
    // a process that another test starts just now has a moment's share in what is held here
    let listed = |scene: &Scene| {
        let mut found = (0..50)
            .map(|_| scene.files.unfinished())
            .inspect(|_| std::thread::sleep(std::time::Duration::from_millis(5)))
            .find(|it| !it.is_empty());
        found.as_mut().and_then(Vec::pop).unwrap()
    };
    for (case, damage, seen) in [
        ("whole", "", None),
        ("a step that nobody needs", "UPDATE step SET at = 'x' WHERE seq = 2", None),
        ("a step", "UPDATE step SET at = 'x' WHERE seq = 5", Some(true)),
        ("a step is gone", "DELETE FROM step WHERE seq = 6", Some(false)),
        ("the tables", "UPDATE plan SET target = 7", Some(false)),
    ] {
        let scene = Scene::new();
        let (folder, before) = six_strokes(&scene, 4, 0);
        change(&folder.join("copy.planraum"), damage);
        let bytes = fs::read(folder.join("copy.planraum")).unwrap();
        let found = listed(&scene);
        assert_eq!(found.trouble.is_some().then_some(found.rescuable), seen, "{case}: {found:?}");
        assert_eq!((&found.name, found.changed_at.is_empty()), (&before.0.name, false), "{case}");
        assert_eq!(fs::read(folder.join("copy.planraum")).unwrap(), bytes, "{case}: looking changes nothing");
        match (scene.files.resume(&folder), seen) {
            (Ok(opened), _) => assert_eq!(opened.rescued.is_some(), seen == Some(true), "{case}"),
            (Err(trouble), Some(false)) => assert_eq!(Some(trouble), found.trouble, "{case}: the list says what opening says"),
            (Err(trouble), _) => panic!("{case}: {trouble}"),
        }
    }
}

/// Each time that a damaged working copy was gone on with, there was one copy more, without what was done in the former ones.
#[test]
fn a_damaged_working_copy_is_rescued_once() {
    let scene = Scene::new();
    let (folder, _) = six_strokes(&scene, 0, 0);
    flip(&folder, 4);
    let mut opened = scene.files.resume(&folder).unwrap();
    let own = opened.store.working_copy();
    assert!(!opened.rescued.as_ref().unwrap().before);
    let other = scene.other_window();
    assert_eq!(other.resume(&folder).err().map(|it| it.kind), Some(Kind::WorkingCopyInUse), "somebody works on what was rescued");
    stroke(&mut opened, 9);
    opened.store.save_as(&scene.path("gerettet.planraum")).unwrap();
    stroke(&mut opened, 10);
    let before = abandon(opened);
    let opened = scene.files.resume(&folder).unwrap();
    assert_eq!((&opened.store.working_copy(), &opened.project, &opened.history), (&own, &before.0, &before.1));
    assert_eq!(opened.store.file(), Some(&*real_path(&scene.path("gerettet.planraum"))), "and it is of its file");
    let said = opened.rescued.as_ref().unwrap();
    assert!(said.before && said.finding().message.key == "project-file-rescued-before" && said.folder == folder);
    opened.store.discard().unwrap();
    let anew = scene.files.resume(&folder).unwrap();
    assert!(!anew.rescued.as_ref().unwrap().before, "what was thrown away is made anew");
    drop(anew);
    flip(&folder, 3);
    let anew = scene.files.resume(&folder).unwrap();
    assert_eq!((anew.rescued.as_ref().unwrap().before, anew.history.taken()), (false, 2), "it is another one now");
}

/// The file holds what the damaged step did: from there on every change can be taken again.
#[test]
fn the_saved_file_stands_in_for_a_damaged_step() {
    for (later_file, missing) in [(false, 0), (true, 4)] {
        let scene = Scene::new();
        let mut opened = scene.files.create(&example(), &Blocks::new()).unwrap();
        let (folder, path) = (opened.store.working_copy(), scene.path("p.planraum"));
        (1..=3).for_each(|it| stroke(&mut opened, it));
        opened.store.save_as(&path).unwrap();
        (4..=5).for_each(|it| stroke(&mut opened, it));
        let (before, _) = abandon(opened);
        flip(&folder, 2);
        if later_file {
            fs::copy(scene.saved("q.planraum"), &path).unwrap(); // another one now: not the state that was saved
        }
        let file = fs::read(&path).unwrap();
        let opened = scene.files.resume(&folder).unwrap();
        assert_eq!((opened.rescued.as_ref().unwrap().missing, opened.project == before), (missing, missing == 0));
        assert_eq!((opened.store.file(), opened.history.taken()), (None, if later_file { 1 } else { 3 }));
        assert_eq!(fs::read(&path).unwrap(), file);
    }
}

/// Beside a file that was opened by itself, its damaged working copy lay without a word, and the older state seemed to be all.
#[test]
fn a_damaged_working_copy_is_told_where_its_file_is_opened() {
    let scene = Scene::new();
    let (path, other) = (scene.saved("p.planraum"), scene.saved("q.planraum"));
    let mut opened = scene.files.open(&path, How::Edit).unwrap();
    let copy = opened.store.working_copy().join("copy.planraum");
    (1..=2).for_each(|it| stroke(&mut opened, it));
    drop(opened);
    let whole = fs::read(&copy).unwrap();
    let beside = |path: &Path| {
        let opened = scene.files.open(path, How::Edit).unwrap();
        assert_eq!(opened.project, example());
        opened.unfinished.clone()
    };
    for cut in [0, 100, 4_096, 10_000] {
        fs::write(&copy, &whole[..cut]).unwrap();
        let found = beside(&path);
        let [found] = found.as_slice() else { panic!("{cut}: {found:?}") };
        assert_eq!((&found.folder, found.rescuable), (&copy.parent().unwrap().to_owned(), false), "{cut}");
        let told = found.trouble.as_ref().unwrap().to_string();
        assert!(told.starts_with("Die Arbeitskopie ist beschädigt") && told.ends_with(&*copy.to_string_lossy()), "{cut}: {told}");
        assert!(told.contains("Was darin seit dem letzten Speichern dazukam, fehlt hier"), "{cut}: {told}");
        assert_eq!(beside(&other).len(), 1, "{cut}: nobody can say that it isn't of this one");
    }
    fs::write(&copy, &whole).unwrap();
    change(&copy, "DELETE FROM project");
    assert_eq!((beside(&path).len(), beside(&other).len()), (1, 0), "it says whose it is");
    assert!(!beside(&path)[0].rescuable, "nothing of it is proven to be whole");
    flip(copy.parent().unwrap(), 2);
    assert!(beside(&path)[0].rescuable);
    assert_eq!(scene.files.resume(copy.parent().unwrap()).unwrap().project.plans[0].description, "Strich 1");
}

/// Where there are former versions of a file, its damaged working copy says so; where there are none, nobody is sent to look for them.
#[test]
fn a_damaged_working_copy_of_a_damaged_file_says_where_former_versions_are() {
    let scene = Scene::new();
    let path = scene.saved("p.planraum");
    let mut opened = scene.files.open(&path, How::Edit).unwrap();
    let folder = opened.store.working_copy();
    stroke(&mut opened, 1);
    opened.store.save().unwrap();
    stroke(&mut opened, 2);
    drop(opened);
    change(&folder.join("copy.planraum"), "UPDATE project SET name = 'Landkreis Sud'");
    fs::write(&path, "no project").unwrap();
    let said = told(&scene, &folder);
    assert!(
        said.contains("Auch die Datei /share/p.planraum lässt sich nicht öffnen; frühere Fassungen davon liegen in /data/backups/"),
        "{said}"
    );
}

#[test]
fn what_is_missing_of_a_rescued_copy_is_said() {
    let words = crate::words::Words::new(crate::words::Language::German, &crate::words::Terms::default());
    let said = |missing, taken_back| {
        let it = Rescued { missing, taken_back, folder: PathBuf::from("/data/x"), before: false }.finding();
        format!("{} {}", words.tell(&it.message), words.tell(&it.remedy))
    };
    insta::assert_snapshot!(said(2, false), @"Die Arbeitskopie ist beschädigt; was davon ganz ist, ist als neues, noch nicht gespeichertes Projekt offen. Die letzten 2 Änderungen fehlen darin. Bitte prüfen, unter einem neuen Namen speichern und den Datenträger dieses Rechners prüfen lassen; die beschädigte Arbeitskopie liegt unverändert in /data/x.");
    assert!(
        said(1, true).contains("Eine Änderung, die schon zurückgenommen war, steht wieder darin.")
            && said(0, false).contains("alles, was darin getan war")
    );
}

/// A full sentence stood as the reason within another one.
#[test]
fn the_reason_why_a_step_is_not_kept_is_half_a_sentence() {
    let scene = Scene::new();
    let mut opened = scene.files.create(&example(), &Blocks::new()).unwrap();
    let source = Source { id: SourceId([7; 32]), kind: SourceKind::Boundaries, file_name: "a.geojson".to_owned(), notice: String::new() };
    let title = Message::new("project-name-taken").with("name", "a");
    let command = Command::UseSources(vec![source]);
    let step = opened.history.take(&mut opened.project, command, title, "2026-11-23T14:32".to_owned()).unwrap();
    let told = opened.store.record(step).err().unwrap();
    let words = crate::words::Words::new(crate::words::Language::German, &crate::words::Terms::default());
    let reason = words.tell(&told.detail.clone().unwrap());
    assert_eq!(told.kind, Kind::NotKept);
    assert!(reason.starts_with(char::is_lowercase) && !reason.ends_with('.') && !reason.contains('('), "{reason}");
}
