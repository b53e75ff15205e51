//! What the window says of a project when it opens it.
use planraum::{
    app::seat::Seat,
    desk::{
        action::{Action, FileWork},
        look::Settings,
        notes::Note,
    },
    model::id::DistrictKey,
    project::{Command, PlanChange},
    storage::project_file::{How, ProjectFiles},
    words::Message,
};
use std::path::Path;

/// Puts a district that the map doesn't have into an area of the first plan that may be changed, and saves.
pub fn name_a_stranger(workplace: &Path, file: &Path) {
    let files = ProjectFiles::in_folder(workplace).unwrap();
    let mut opened = files.open(file, How::Edit).unwrap();
    let plan = opened.project.plans.iter().find(|it| !it.untouchable && !it.areas.is_empty()).unwrap();
    let moves = [(DistrictKey::new("03159099"), Some(plan.areas[0].id))].into();
    let command = Command::InPlan(plan.id, PlanChange::Assign(moves));
    let step = opened.history.take(&mut opened.project, command, Message::new("project-name-empty"), "2026-11-23T14:32".into()).unwrap();
    opened.store.record(step).unwrap();
    opened.store.save().unwrap();
    opened.store.close();
}

/// A project of version 1, with three districts of our own making, as that version saved it.
fn version_1(folder: &Path) -> std::path::PathBuf {
    let file = folder.join("damals.planraum");
    std::fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/version_1.planraum"), &file).unwrap();
    file
}

fn opened_in_the_window(folder: &Path, file: &Path) -> Seat {
    let mut seat = Seat::in_folder(&folder.join("data"), Settings::default());
    seat.does(Action::File(FileWork::Open(file.to_owned())), "2026-11-23T14:32");
    seat
}

fn said(seat: &Seat) -> String {
    let words = seat.desk.words();
    let tell = |note: &Note| {
        let findings: Vec<_> = note.findings.listed().iter().map(|it| words.tell(&it.message)).collect();
        format!("{} {}", words.tell(&note.message), findings.join(" "))
    };
    seat.desk.notes().notes().iter().map(tell).collect::<Vec<_>>().join("\n")
}

/// The command line told it, the window did not.
#[test]
fn a_plan_that_names_districts_the_map_has_not_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let file = version_1(folder.path());
    let seat = opened_in_the_window(folder.path(), &file);
    assert!(!said(&seat).contains("auf der Karte nicht gibt"), "{}", said(&seat));
    drop(seat);
    name_a_stranger(&folder.path().join("data"), &file);
    let seat = opened_in_the_window(folder.path(), &file);
    assert!(said(&seat).contains("nennt 1 Gebiet, das es auf der Karte nicht gibt: 03159099"), "{}", said(&seat));
}

#[test]
fn a_project_of_the_version_before_opens_and_is_called_older_until_it_is_saved() {
    let folder = tempfile::tempdir().unwrap();
    let file = version_1(folder.path());
    let before = std::fs::read(&file).unwrap();
    let mut seat = opened_in_the_window(folder.path(), &file);
    assert!(said(&seat).contains("älteren Version"), "{}", said(&seat));
    let plan = seat.desk.project().plan_named("Entwurf von damals").unwrap();
    assert_eq!((plan.areas.len(), plan.area_of.len()), (2, 3));
    assert_eq!(std::fs::read(&file).unwrap(), before, "the file itself stays until it is saved");
    seat.does(Action::Edit(Command::Rename("Heute".into())), "2026-11-23T14:32");
    seat.does(Action::File(FileWork::Save), "2026-11-23T14:32");
    drop(seat);
    let seat = opened_in_the_window(folder.path(), &file);
    assert!(!said(&seat).contains("älteren Version"), "{}", said(&seat));
    assert_eq!((seat.desk.project().name.as_str(), seat.desk.project().plans.len()), ("Heute", 3));
}

/// A bit that flipped in a step which had been undone kept the planner from the file's history, or was told to nobody.
#[test]
fn a_history_that_could_not_be_read_to_its_end_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let file = version_1(folder.path());
    let mut seat = opened_in_the_window(folder.path(), &file);
    seat.does(Action::Edit(Command::Rename("Heute".into())), "2026-11-23T14:32");
    seat.does(Action::Undo, "2026-11-23T14:32");
    drop(seat);
    let copy = std::fs::read_dir(folder.path().join("data/working")).unwrap().next().unwrap().unwrap().path().join("copy.planraum");
    assert_eq!(rusqlite::Connection::open(copy).unwrap().execute("UPDATE step SET at = '2024'", []).unwrap(), 1);
    let mut seat = opened_in_the_window(folder.path(), &file);
    assert!(said(&seat).contains("ein rückgängig gemachter Schritt lässt sich nicht wiederholen"), "{}", said(&seat));
    seat.does(Action::Edit(Command::Rename("Morgen".into())), "2026-11-23T14:32");
    seat.does(Action::File(FileWork::Save), "2026-11-23T14:32");
    drop(seat);
    let seat = opened_in_the_window(folder.path(), &file);
    assert_eq!(seat.desk.project().name, "Morgen");
    assert!(!said(&seat).contains("nicht wiederholen"), "{}", said(&seat));
}

/// An indicator database of our own: its definitions, and one value of 2023 for each of the three districts.
pub fn indicators(folder: &Path, name: &str, definitions: &str, values: &[(&str, &str, f64)]) -> std::path::PathBuf {
    let path = folder.join(name);
    let database = rusqlite::Connection::open(&path).unwrap();
    let tables = "CREATE TABLE indicator(id TEXT PRIMARY KEY, name TEXT, pooling TEXT, role TEXT);
                  CREATE TABLE value(indicator TEXT, district TEXT, period TEXT, value REAL);";
    database.execute_batch(&format!("{tables} INSERT INTO indicator VALUES {definitions};")).unwrap();
    for (indicator, district, value) in values {
        database.execute("INSERT INTO value VALUES (?1, ?2, '2023', ?3)", (indicator, district, value)).unwrap();
    }
    path
}

const PEOPLE: [(&str, &str, f64); 3] = [("ew", "03159001", 900.0), ("ew", "03159002", -1.0), ("ew", "03159003", 700.0)];

/// What the reader noticed of a file was told on the command line, and lost in the window; what the join noticed was told twice.
#[test]
fn what_is_noticed_of_an_indicator_file_is_told_once() {
    let folder = tempfile::tempdir().unwrap();
    let mut seat = opened_in_the_window(folder.path(), &version_1(folder.path()));
    let values = [&PEOPLE[..], &[("ew", "99999999", 1.0)]].concat();
    let first = indicators(folder.path(), "a.sqlite", "('ew', 'Einwohner', 'sum', 'population')", &values);
    seat.does(Action::File(FileWork::Open(first)), "2026-11-23T14:32");
    let told = said(&seat);
    for once in ["negativ", "99999999"] {
        assert_eq!(told.matches(once).count(), 1, "{once}: {told}");
    }
    let other = [("kinder", "03159001", 9.0), ("kinder", "03159002", 8.0)];
    let second = indicators(folder.path(), "b.sqlite", "('kinder', 'Kinder', 'sum', 'population')", &other);
    seat.does(Action::File(FileWork::Open(second)), "2026-11-23T14:32");
    assert!(said(&seat).contains("„kinder“ zählt nicht die Einwohner: das tut im Projekt schon „ew“"), "{}", said(&seat));
    let (catalog, ew) = (seat.desk.catalog(), "ew".into());
    assert_eq!(catalog.with_role(planraum::model::indicator::Role::Population).map(|it| &it.indicator.id), Some(&ew));
}
