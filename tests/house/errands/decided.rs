//! What only the planner can decide: replacing a file, taking a lock, going on with a working copy.
use super::*;

/// The ending was added after the dialog had asked, and the path field never asked: whatever lay there was gone.
#[test]
fn saving_elsewhere_replaces_nothing_that_was_not_agreed_to() {
    let folder = tempfile::tempdir().unwrap();
    let mut planner = with_two_files(folder.path());
    fs::write(planner.path("karte.planraum"), "{}").unwrap();
    planner.strokes("03159007");
    let other = fs::read(planner.path("b.planraum")).unwrap();
    for (typed, by_dialog, lies_there) in [
        ("b", false, "b.planraum"),
        ("b", true, "b.planraum"),
        ("b.planraum", false, "b.planraum"),
        ("karte.planraum", true, "karte.planraum"),
    ] {
        let path = planner.path(typed);
        match by_dialog {
            true => planner.chooses(Asking::SaveAs, &path),
            false => planner.asks_file(FileWork::Path(Asking::SaveAs, Some(path))),
        }
        planner.works();
        assert_eq!(planner.in_the_way(), Some((planner.path(lies_there), lies_there == "b.planraum")), "{typed}");
        planner.decides(Decision::Leave);
        assert_eq!((planner.desk.is_unsaved(), planner.refused()), (true, vec![]));
    }
    assert!(fs::read(planner.path("b.planraum")).unwrap() == other && fs::read(planner.path("karte.planraum")).unwrap() == b"{}");
    assert_eq!(planner.desk.file().path, Some(planner.path("a.planraum")), "the project still is where it was");
    planner.chooses(Asking::SaveAs, &planner.path("b.planraum"));
    assert_eq!((planner.in_the_way(), planner.desk.is_unsaved()), (None, false), "the dialog asked about exactly this project");
    planner.strokes("03159029");
    planner.does(Action::File(FileWork::SaveAs(planner.path("karte"))));
    planner.decides(Decision::Replace);
    assert_eq!((planner.desk.is_unsaved(), planner.refused()), (false, vec![]));
    assert_eq!(planner.in_file("karte.planraum"), **planner.desk.project());
    planner.does(Action::File(FileWork::SaveAs(planner.path("a"))));
    planner.asks_file(FileWork::Decide(Decision::OtherName));
    assert!(matches!(planner.errands.pop_front(), Some(Errand::Ask(Asking::SaveAs, None))));
}

#[test]
fn an_export_replaces_nothing_that_was_not_agreed_to() {
    let folder = tempfile::tempdir().unwrap();
    let mut planner = with_two_files(folder.path());
    let (asking, file) = (Asking::Export(Export::Assignment), planner.path("zuordnung.csv"));
    planner.does(Action::File(FileWork::Path(asking, Some(planner.path("zuordnung")))));
    assert!(file.exists() && planner.in_the_way().is_none(), "the ending belongs to it");
    fs::write(&file, "mine").unwrap();
    for typed in ["zuordnung", "zuordnung.csv"] {
        planner.does(Action::File(FileWork::Path(asking, Some(planner.path(typed)))));
        assert_eq!(planner.in_the_way(), Some((file.clone(), false)), "{typed}");
        planner.decides(Decision::Leave);
        assert_eq!(fs::read(&file).unwrap(), b"mine");
    }
    planner.does(Action::File(FileWork::Path(asking, Some(planner.path("zuordnung")))));
    planner.decides(Decision::Replace);
    assert!(fs::read(&file).unwrap().starts_with(b"\xef\xbb\xbf") || fs::read(&file).unwrap().len() > 100, "it is written now");
    fs::write(&file, "mine").unwrap();
    planner.chooses(asking, &file);
    assert!(planner.in_the_way().is_none() && fs::read(&file).unwrap() != b"mine", "the dialog has asked");
}

/// A note that passed was all; a lock left behind on another computer could never be taken over.
#[test]
fn of_a_project_that_somebody_has_open_the_planner_decides() {
    let folder = tempfile::tempdir().unwrap();
    let mut planner = with_two_files(folder.path());
    planner.does(Action::File(FileWork::Close));
    let colleagues = ProjectFiles::in_folder(&planner.path("kollegin")).unwrap();
    let mut colleague = colleagues.open(&planner.path("b.planraum"), How::Edit).unwrap();
    let opens = |planner: &mut Planner, decision| {
        planner.does(Action::File(FileWork::Open(planner.path("b.planraum"))));
        let Some(Deciding::Held { by, .. }) = planner.desk.deciding() else { panic!("{:?}", planner.refused()) };
        let by = planner.desk.words().tell(by);
        assert!(by.contains("hat das Projekt seit") && by.contains("am Rechner"), "{by}");
        assert!(!planner.desk.file().open, "nothing is opened before the decision");
        planner.decides(decision);
        assert!(planner.desk.deciding().is_none());
    };
    opens(&mut planner, Decision::Leave);
    assert!(!planner.desk.file().open);
    opens(&mut planner, Decision::Read);
    assert!(planner.desk.file().open && planner.desk.file().read_only.is_some());
    planner.does(Action::File(FileWork::Close));
    opens(&mut planner, Decision::TakeOver);
    assert_eq!((planner.desk.file().open, planner.desk.file().read_only.clone()), (true, None));
    planner.shows(DRAFT);
    planner.strokes("03159007");
    planner.does(Action::File(FileWork::Save));
    assert_eq!((planner.refused(), planner.desk.is_unsaved()), (vec![], false));
    let trouble = colleague.store.save().unwrap_err().to_string();
    assert!(trouble.contains("inzwischen übernommen") && trouble.contains("Speichern unter"), "the loser learns it: {trouble}");
    assert!(planner.left_behind().is_empty());
}

/// Opened by its file after a crash, a project showed the saved state without a word about the newer steps.
#[test]
fn opening_a_file_tells_of_the_working_copy_with_newer_steps() {
    let folder = tempfile::tempdir().unwrap();
    let mut planner = with_two_files(folder.path());
    planner.strokes("03159007");
    planner.strokes("03159029");
    let painted = planner.desk.project().clone();
    drop(planner); // the program ends without a word
    let mut later = Planner::at(folder.path());
    later.does(Action::File(FileWork::Open(later.path("a.planraum"))));
    let notes = later.desk.notes().notes();
    let note = notes.iter().find(|it| it.message.key == "desk-unfinished").expect("it is told");
    let told = later.desk.words().tell(&note.message).replace(['\u{2068}', '\u{2069}'], "");
    assert!(told.contains("mit 2 Schritten, die in keiner Datei stehen (zuletzt 23.11.2026, 14:32 Uhr)"), "{told}");
    assert_eq!(note.tone, Tone::Warning, "it stays until it is read");
    let Some(Offer::Resume(copy)) = note.offer.clone() else { panic!("{note:?}") };
    later.does(Action::File(FileWork::Resume(copy)));
    assert_eq!((later.desk.project(), later.desk.file().read_only.clone()), (&painted, None));
    later.does(Action::File(FileWork::Save));
    assert_eq!((later.refused(), later.desk.is_unsaved()), (vec![], false));
    assert_eq!(later.in_file("a.planraum"), *painted);
    assert!(later.left_behind().is_empty());
}

/// A damaged working copy was silently left out of the start page.
#[test]
fn a_working_copy_that_cannot_be_opened_is_told_and_can_be_thrown_away() {
    let folder = tempfile::tempdir().unwrap();
    let mut planner = with_two_files(folder.path());
    planner.strokes("03159007");
    drop(planner);
    let files = ProjectFiles::in_folder(&folder.path().join("daten")).unwrap();
    let copy = files.unfinished().pop().unwrap().folder;
    drop(files);
    fs::write(copy.join("copy.planraum"), "no database").unwrap();
    let mut later = Planner::at(folder.path());
    let start = later.hands.start_page();
    later.hears(vec![start]);
    let left = later.desk.start_page().left_behind.clone();
    assert!(left.len() == 1 && left[0].trouble.is_some(), "{left:?}");
    later.does(Action::File(FileWork::Discard(left[0].path.clone())));
    assert!(later.desk.start_page().left_behind.is_empty() && !copy.exists());
}

/// The window took a file of which no key is on the map; the command line refuses it.
#[test]
fn an_indicator_file_of_which_nothing_matches_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let mut planner = Planner::at(folder.path());
    planner.does(Action::File(FileWork::OpenSample));
    let before = planner.desk.project().clone();
    indicator_file(&planner.path("fremd"), "fremd", &["09999001", "09999002"]);
    planner.does(Action::File(FileWork::Open(planner.path("fremd"))));
    assert_eq!(planner.desk.project(), &before);
    let refused = planner.refused();
    assert!(refused.len() == 1 && refused[0].contains("nichts übernommen") && refused[0].contains("09999001, 09999002"), "{refused:?}");
}

/// Former versions were told by their folder only, which nobody finds; and a damaged copy looked whole on the start page.
#[test]
fn a_former_version_opens_from_the_note_that_tells_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut planner = with_two_files(folder.path());
    planner.strokes("03159007");
    planner.does(Action::File(FileWork::Save));
    let path = planner.desk.file().path.clone().unwrap();
    planner.does(Action::File(FileWork::Close));
    fs::write(&path, "no project").unwrap();
    planner.does(Action::File(FileWork::Open(path.clone())));
    let offers: Vec<Offer> = planner.desk.notes().notes().iter().filter_map(|it| it.offer.clone()).collect();
    let [Offer::Backup(latest)] = offers.as_slice() else { panic!("{offers:?}") };
    planner.does(Action::File(FileWork::AskBackup(latest.clone())));
    assert_eq!((planner.desk.asking(), planner.desk.asking_at()), (Some(Asking::Open), Some(latest.as_path())));
    planner.does(Action::File(FileWork::Path(Asking::Open, Some(latest.clone()))));
    assert!(planner.desk.file().open && planner.desk.notes().notes().iter().all(|it| it.offer.is_none()), "it is open, the note is gone");
    planner.does(Action::File(FileWork::Ask(Asking::Open)));
    assert_eq!(planner.desk.asking_at(), None, "the next question begins where one was the last time");
}
