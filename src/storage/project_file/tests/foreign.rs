//! Files that are not what they should be: damaged, foreign, newer, older.

use super::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

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
    let newer = foreign("PRAGMA user_version = 3; UPDATE project SET needs = '0.9.1'; ALTER TABLE plan ADD COLUMN more TEXT");
    let rude = foreign("PRAGMA user_version = 7; UPDATE project SET needs = '<b>nothing you have</b>'");
    let damaged = |place: &str| Kind::Damaged(place.to_owned());
    let table = [
        (Vec::new(), Kind::NotAProject),
        (b"{\"type\": \"FeatureCollection\"}".repeat(10), Kind::NotAProject),
        (good[..99].to_vec(), Kind::NotAProject),
        (patched(68, &[0; 4]), Kind::NotAProject),
        (patched(18, &[2, 2]), damaged("journal")),
        (good[..good.len() - 1].to_vec(), damaged("file size")),
        (patched(36, &[0, 0, 0, 5]), damaged("")), // only SQLite's own check counts the free pages
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
    let told =
        |path: &Path| scene.files.open(path, How::Edit).err().unwrap().to_string().replace(&*scene.folder.path().to_string_lossy(), "");
    let text = told(&path);
    insta::assert_snapshot!(text, @"Die Datei ist nach ihrem Namen ein Planraum-Projekt, nach ihrem Inhalt aber keines: Sie ist beschädigt oder war nie ein Projekt. Planraum hat auf diesem Rechner keine frühere Fassung davon; bitte eine aus der Datensicherung Ihres Hauses zurückholen lassen. – /share/x.planraum");
    let other = scene.path("x.txt");
    fs::write(&other, "no project").unwrap();
    insta::assert_snapshot!(told(&other), @"Die Datei ist kein Planraum-Projekt. Bitte eine Datei mit der Endung .planraum wählen. – /share/x.txt");
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

/// A saved example with an assignment, and its bytes.
fn saved_with_assignment(scene: &Scene) -> (PathBuf, Vec<u8>) {
    let mut project = example();
    project.plans[0].area_of = [("03159016", 1), ("03159017", 2)].map(|(key, area)| (DistrictKey::new(key), AreaId(area))).into();
    let path = scene.path("p.planraum");
    let mut opened = scene.files.create(&project, &Blocks::new()).unwrap();
    opened.store.save_as(&path).unwrap();
    opened.store.discard().unwrap();
    (path.clone(), fs::read(path).unwrap())
}

/// One flipped bit moved a district from one area into another, and nobody noticed.
#[test]
fn a_flipped_bit_that_leaves_every_row_sound_is_told() {
    let scene = Scene::new();
    let (path, good) = saved_with_assignment(&scene);
    let at = good.windows(9).position(|it| it == b"03159017\x02").unwrap() + 8;
    let mut bytes = good.clone();
    bytes[at] ^= 1; // area 2 becomes area 3, which is there as well
    fs::write(&path, &bytes).unwrap();
    let trouble = scene.files.open(&path, How::Edit).err().unwrap();
    assert_eq!(trouble.kind, Kind::Altered(Part::Assignment("Entwurf".to_owned())));
    assert_eq!(scene.files.read(&path).err().unwrap().kind, trouble.kind);
    let told = trouble.to_string().replace(&*scene.folder.path().to_string_lossy(), "");
    insta::assert_snapshot!(told, @"Die Projektdatei ist beschädigt: Zuordnung der Gebiete in der Planungsvariante „Entwurf“ – hier steht nicht mehr, was gespeichert wurde (die Prüfsumme stimmt nicht). Planraum hat auf diesem Rechner keine frühere Fassung davon; bitte eine aus der Datensicherung Ihres Hauses zurückholen lassen. – /share/p.planraum");
    assert_eq!(fs::read(&path).unwrap(), bytes);
}

#[test]
fn what_is_changed_in_any_sealed_part_is_named() {
    let scene = Scene::new();
    let (path, good) = saved_with_assignment(&scene);
    let in_plan = || "Entwurf".to_owned();
    for (statement, part) in [
        ("UPDATE project SET name = 'Landkreis Sud'", Part::Project),
        ("UPDATE plan SET target = 7", Part::Plans),
        ("UPDATE area SET colour = 66052 WHERE id = 1", Part::Areas(in_plan())),
        ("UPDATE assignment SET area = 3 WHERE area = 2", Part::Assignment(in_plan())),
        ("DELETE FROM assignment WHERE area = 2", Part::Assignment(in_plan())),
        ("INSERT INTO city VALUES ('03159016')", Part::City),
        ("DELETE FROM terms", Part::Terms),
        ("UPDATE seal SET sum = zeroblob(32) WHERE part = 'view'", Part::Views),
        ("DELETE FROM seal WHERE part = 'classing'", Part::Classings),
        ("DELETE FROM seal", Part::Areas(in_plan())),
    ] {
        fs::write(&path, &good).unwrap();
        let database = Connection::open(&path).unwrap();
        database.execute_batch(statement).unwrap();
        drop(database);
        let trouble = scene.files.open(&path, How::Edit).err().unwrap();
        assert_eq!(trouble.kind, Kind::Altered(part), "{statement}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    /// Wherever a bit flips: the file is refused, or what it says is what was saved.
    #[test]
    fn no_flipped_bit_changes_a_project_unnoticed(at in any::<prop::sample::Index>(), bit in 0..8_u8) {
        let scene = Scene::new();
        let (path, good) = saved_with_assignment(&scene);
        let before = scene.files.read(&path).unwrap();
        let mut bytes = good;
        *at.get_mut(&mut bytes) ^= 1 << bit;
        fs::write(&path, &bytes).unwrap();
        if let Ok(after) = scene.files.read(&path) {
            prop_assert_eq!((after.project, after.changed_at), (before.project, before.changed_at));
        }
    }

    #[test]
    fn no_flipped_bit_changes_a_working_copy_unnoticed(at in any::<prop::sample::Index>(), bit in 0..8_u8) {
        let scene = Scene::new();
        let mut opened = scene.files.create(&example(), &Blocks::new()).unwrap();
        (1..6).for_each(|it| stroke(&mut opened, it));
        undo(&mut opened);
        let folder = opened.store.working_copy();
        let before = abandon(opened);
        let mut bytes = fs::read(folder.join("copy.planraum")).unwrap();
        *at.get_mut(&mut bytes) ^= 1 << bit;
        fs::write(folder.join("copy.planraum"), &bytes).unwrap();
        if let Ok(after) = scene.files.resume(&folder) {
            prop_assert!(after.project == before.0 || after.rescued.is_some());
            prop_assert!(after.history == before.1 || !after.forgotten.is_empty() || after.rescued.is_some());
        }
    }
}

/// Files and working copies of the version before had no sums.
#[test]
fn what_the_version_before_wrote_opens_without_a_false_alarm() {
    let scene = Scene::new();
    let mut opened = scene.files.create(&example(), &Blocks::new()).unwrap();
    (1..6).for_each(|it| stroke(&mut opened, it));
    undo(&mut opened);
    let folder = opened.store.working_copy();
    let before = abandon(opened);
    let (copy, older) = (folder.join("copy.planraum"), scene.path("older.planraum"));
    without_sums(&copy, &older);
    fs::rename(&older, &copy).unwrap();
    assert_eq!(scene.files.unfinished().len(), 1);
    let mut again = scene.files.resume(&folder).unwrap();
    assert_eq!((&again.project, &again.history), (&before.0, &before.1));
    let path = scene.path("p.planraum");
    again.store.save_as(&path).unwrap();
    stroke(&mut again, 9);
    let numbers = again.history.steps().len();
    drop(again);
    assert_eq!((numbers, scene.files.resume(&folder).unwrap().history.steps().len()), (5, 5), "numbers are never given twice");

    without_sums(&path, &older);
    let opened = scene.files.open(&older, How::Edit).unwrap();
    assert_eq!((opened.upgraded_from, &opened.project), (Some(1), &before.0));
}

/// The notice of the older format was gone as soon as the file came back with its history.
#[test]
fn an_older_file_is_called_older_also_with_its_working_copy() {
    let scene = Scene::new();
    let (newer, path) = (scene.saved("p.planraum"), scene.path("older.planraum"));
    without_sums(&newer, &path);
    let mut opened = scene.files.open(&path, How::Edit).unwrap();
    stroke(&mut opened, 1);
    undo(&mut opened);
    drop(opened);
    let mut again = scene.files.open(&path, How::Edit).unwrap();
    assert_eq!((again.history.steps().len(), again.upgraded_from), (1, Some(1)));
    stroke(&mut again, 2);
    let folder = again.store.working_copy();
    drop(again);
    let mut resumed = scene.files.resume(&folder).unwrap();
    assert_eq!((resumed.history.steps().len(), resumed.upgraded_from), (1, Some(1)));
    resumed.store.save().unwrap();
    drop(resumed);
    let saved = scene.files.open(&path, How::Edit).unwrap();
    assert_eq!((saved.history.steps().len(), saved.upgraded_from), (1, None));
}

/// The same project as version 1 would have written it.
fn without_sums(newer: &Path, older: &Path) {
    let old = upgrade::create_version_1(older).unwrap();
    old.execute("ATTACH DATABASE ?1 AS new", [newer.to_str().unwrap()]).unwrap();
    for table in ["project", "source", "plan", "area", "assignment", "view", "classing", "city", "terms", "block"] {
        old.execute_batch(&format!("INSERT INTO main.{table} SELECT * FROM new.{table}")).unwrap();
    }
    old.execute_batch(
        "INSERT INTO step SELECT seq, done, inverse, title, at FROM new.step;
         INSERT INTO working SELECT one, origin, origin_hash, cursor, checkpoint, saved, pending, pending_hash, changed_at FROM new.working;",
    )
    .unwrap();
}
