//! Cards that ask before somebody else's file is touched, and what the window tells of files.
use super::*;
use planraum::{
    desk::{
        action::{Asking, Decision, Export},
        errand::{LeftBehind, Report},
    },
    model::finding::{Code, Finding, Findings, Place, Severity},
    storage::project_file::{How, ProjectFiles},
    words::Message,
};

fn decided(harness: &Harness<'_, Seat>) -> Option<Action> {
    harness.state().asked.iter().rev().find(|it| matches!(it, Action::File(FileWork::Decide(_)))).cloned()
}

/// The path field overwrote whatever lay there.
#[test]
fn a_file_in_the_way_is_asked_about() {
    for (label, decision) in [("Ersetzen", Decision::Replace), ("Anderer Name …", Decision::OtherName), ("Abbrechen", Decision::Leave)] {
        let mut seat = Seat::with_sample(settings(Language::German));
        let path = seat._folder.path().join("karte.svg");
        std::fs::write(&path, "mine").unwrap();
        seat.does(Action::File(FileWork::Path(Asking::Export(Export::Map), Some(path.clone()))));
        let mut harness = before(seat, SIZE);
        assert_eq!((unnamed(&harness), unsaid(&harness)), (Vec::new(), Vec::new()));
        assert_eq!(said(&harness, "Dort liegt eine Datei, die kein Planraum-Projekt ist.").len(), 1);
        clicks(&mut harness, label);
        assert_eq!(decided(&harness), Some(Action::File(FileWork::Decide(decision))));
        assert_eq!(std::fs::read(&path).unwrap() == b"mine", decision != Decision::Replace);
        assert!(harness.query_by_label("Ersetzen").is_none(), "the card is gone");
    }
}

#[test]
fn a_project_that_a_colleague_has_open_can_be_read_or_taken_over() {
    for (language, label, read_only) in [
        (Language::German, "Nur lesen", Some(true)),
        (Language::German, "Übernehmen", Some(false)),
        (Language::English, "Take over", Some(false)),
        (Language::English, "Cancel", None),
    ] {
        let mut seat = Seat::with_sample(settings(language));
        let file = seat._folder.path().join("a.planraum");
        seat.does(Action::File(FileWork::SaveAs(file.clone())));
        seat.does(Action::File(FileWork::Close));
        let colleague = ProjectFiles::in_folder(&seat._folder.path().join("colleague")).unwrap().open(&file, How::Edit).unwrap();
        seat.does(Action::File(FileWork::Open(file)));
        let mut harness = before(seat, vec2(640.0, 360.0));
        assert_eq!((unnamed(&harness), unsaid(&harness)), (Vec::new(), Vec::new()));
        clicks(&mut harness, label);
        let open = harness.state().desk.file();
        assert_eq!(open.open.then_some(open.read_only.is_some()), read_only, "{label}");
        drop(colleague);
    }
}

/// Findings in the window said what was wrong, but not where.
#[test]
fn findings_tell_their_place() {
    let mut seat = Seat::with_sample(settings(Language::German));
    let mut findings = Findings::default();
    findings.push(Finding {
        severity: Severity::Warning,
        code: Code("key_missing"),
        place: Place { feature: Some(17), key: Some("03159016".into()), ..Place::default() },
        message: Message::new("storage-file-empty"),
        remedy: Message::new("storage-remedy-utf8"),
    });
    let errands = seat.seat.desk.run(Action::File(FileWork::Open("/nirgends".into())));
    let planraum::desk::errand::Errand::Job { job, .. } = errands[0] else { panic!("{errands:?}") };
    seat.seat.desk.finish(Report::Refused { job, message: Message::new("hands-stopped"), findings, backup: None });
    let mut harness = before(seat, SIZE);
    let see = said(&harness, "1 Hinweis").into_iter().next().expect("the findings can be opened");
    clicks(&mut harness, &see);
    let place: Vec<String> = said(&harness, "Stelle:").iter().map(|it| it.replace(['\u{2068}', '\u{2069}'], "")).collect();
    assert_eq!(place, ["Stelle: Objekt Nr. 17, Schlüssel 03159016."]);
}

#[test]
fn a_working_copy_that_cannot_be_opened_can_only_be_thrown_away() {
    let mut seat = Seat::new(settings(Language::German));
    let trouble = Some(Message::new("project-file-damaged"));
    let left = LeftBehind {
        path: "/daten/kita".into(),
        file: None,
        name: "Kita".into(),
        at: String::new(),
        steps: 0,
        last: None,
        damaged: false,
        trouble,
    };
    seat.seat.take(Report::StartPage { left_behind: vec![left], recent: Vec::new() });
    let mut harness = before(seat, SIZE);
    assert_eq!(said(&harness, "Eine Arbeitskopie lässt sich nicht öffnen.").len(), 1);
    assert!(harness.query_by_label("An „Kita“ weiterarbeiten").is_none());
    clicks(&mut harness, "Arbeitskopie von „Kita“ verwerfen");
    clicks(&mut harness, "Arbeitskopie von „Kita“ endgültig verwerfen");
    assert_eq!(harness.state().asked, [Action::File(FileWork::Discard("/daten/kita".into()))]);
}
