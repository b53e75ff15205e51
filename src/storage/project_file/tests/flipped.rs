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
