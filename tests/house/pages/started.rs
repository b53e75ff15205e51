//! The start page.
use super::*;
use planraum::desk::errand::{LeftBehind, OnDisk, Recent};

fn with_past(language: Language) -> Seat {
    let mut seat = Seat::new(settings(language));
    seat.seat.desk.set_clock("2026-11-23T15:00");
    let left = LeftBehind {
        path: "/daten/kita".into(),
        file: Some("/daten/kita.planraum".into()),
        name: "Kita".into(),
        at: "2026-11-22T17:48".into(),
        steps: 3,
        last: None,
        damaged: false,
        trouble: None,
    };
    let recent = ["Landkreis 2024", "Südharz"].map(|name| Recent {
        path: format!("/data/{name}.planraum").into(),
        name: name.into(),
        at: "2026-11-23T14:32".into(),
        plans: 3,
        areas: 7,
        indicators: 26,
        file: Default::default(),
    });
    let start = planraum::desk::errand::Report::StartPage { left_behind: vec![left], recent: recent.to_vec() };
    let looks = seat.seat.desk.finish(start);
    assert_eq!(looks.len(), 2, "both files are looked for, and nobody waits for it: {looks:?}");
    seat
}

#[test]
fn the_sample_is_one_click_away() {
    let mut harness = before(Seat::new(settings(Language::German)), SIZE);
    assert!(harness.query_by_label("Noch nichts geöffnet. Ihre Projekte stehen dann hier.").is_some(), "an empty list says so");
    clicks(&mut harness, "Beispiel öffnen");
    assert_eq!(harness.state().desk.look().page, Page::Planning);
    assert_eq!(harness.state().desk.catalog().register.len(), 40);
}

/// The box said neither which file was meant nor what would be lost.
#[test]
fn what_was_left_behind_names_its_file_and_what_the_file_has_not() {
    let harness = before(with_past(Language::German), SIZE);
    assert_eq!(said(&harness, "„Kita“: nicht gespeicherte Arbeit").len(), 1);
    assert_eq!(said(&harness, "Die Arbeitskopie hat 3 Schritte, die „kita.planraum“ nicht hat.").len(), 1);
    assert_eq!(said(&harness, "Zuletzt geändert gestern, 17:48").len(), 1);
    let resume = harness.get_by_label("An „Kita“ weiterarbeiten").rect();
    let discard = harness.get_by_label("Arbeitskopie von „Kita“ verwerfen").rect();
    assert!(resume.right() < discard.left() && (resume.center().y - discard.center().y).abs() < 1.0, "two buttons side by side");
    let mut seat = Seat::with_sample(settings(Language::English));
    seat.does(Action::Edit(planraum::project::Command::Rename("County".into())));
    let found = seat.hands.start_page(); // somebody works on it
    let planraum::desk::errand::Report::StartPage { left_behind, .. } = found else { unreachable!() };
    assert!(left_behind.is_empty());
    let folder = seat._folder.clone();
    drop(seat);
    let mut next = seat::Seat::in_folder(folder.path(), settings(Language::English));
    next.desk.set_clock("2026-11-23T15:00");
    let harness = before(Seat { seat: next, ..Seat::new(settings(Language::English)) }, SIZE);
    assert_eq!(said(&harness, "“Landkreis Göttingen (Beispiel)”: work not saved").len(), 1);
    assert_eq!(said(&harness, "Not saved to a file yet; the working copy has one step.").len(), 1);
    assert_eq!(said(&harness, "Last "), ["Last today, 14:32: Project is now called “County”"]);
}

/// It was offered as if it were whole.
#[test]
fn a_damaged_copy_says_so_and_can_still_be_gone_on_with() {
    let mut seat = with_past(Language::German);
    let mut left = seat.seat.desk.start_page().left_behind.clone();
    left[0].damaged = true;
    seat.seat.take(planraum::desk::errand::Report::StartPage { left_behind: left, recent: Vec::new() });
    let mut harness = before(seat, SIZE);
    assert_eq!(said(&harness, "Die Arbeitskopie ist beschädigt. Beim Weiterarbeiten öffnet sich, was davon ganz ist").len(), 1);
    clicks(&mut harness, "An „Kita“ weiterarbeiten");
    assert_eq!(harness.state().asked, [Action::File(FileWork::Resume("/daten/kita".into()))]);
    assert!(said(&before(with_past(Language::German), SIZE), "Die Arbeitskopie ist beschädigt").is_empty());
}

#[test]
fn what_was_left_behind_can_be_resumed_or_thrown_away() {
    let mut harness = before(with_past(Language::German), SIZE);
    clicks(&mut harness, "An „Kita“ weiterarbeiten");
    assert_eq!(harness.state().asked, [Action::File(FileWork::Resume("/daten/kita".into()))]);
    let mut harness = before(with_past(Language::German), SIZE);
    clicks(&mut harness, "Arbeitskopie von „Kita“ verwerfen");
    assert_eq!(harness.state().asked, [], "a slip of the mouse throws nothing away");
    clicks(&mut harness, "Behalten");
    clicks(&mut harness, "Arbeitskopie von „Kita“ verwerfen");
    clicks(&mut harness, "Arbeitskopie von „Kita“ endgültig verwerfen");
    assert_eq!(harness.state().asked, [Action::File(FileWork::Discard("/daten/kita".into()))]);
}

#[test]
fn a_recent_project_opens_by_its_row() {
    let mut harness = before(with_past(Language::German), SIZE);
    assert_eq!(harness.query_all_by_label("geöffnet heute, 14:32").count(), 2);
    harness.get_by_role_and_label(egui::accesskit::Role::Button, "Südharz").click();
    harness.run_steps(3);
    assert_eq!(harness.state().asked, [Action::File(FileWork::Open("/data/Südharz.planraum".into()))]);
}

#[test]
fn everything_has_a_name_and_fits_in_both_languages_and_small_windows() {
    for (language, primary) in
        [(Language::German, ["Neu", "Öffnen", "Beispiel öffnen"]), (Language::English, ["New", "Open", "Open sample"])]
    {
        for size in [vec2(1280.0, 720.0), vec2(640.0, 360.0)] {
            let harness = before(with_past(language), size);
            assert_eq!((unnamed(&harness), unsaid(&harness)), (Vec::new(), Vec::new()), "{language:?} {size}");
            let shown = if size.x > 860.0 { &primary[..] } else { &primary[..2] };
            for name in shown {
                assert!(in_sight(&harness, name, size), "{name} in {size}: {:?}", harness.get_by_label(name).rect());
            }
        }
    }
}

#[test]
fn language_and_colours_change_in_the_foot() {
    let mut harness = before(Seat::new(settings(Language::German)), SIZE);
    clicks(&mut harness, "English");
    assert!(harness.query_by_label("Open sample").is_some());
    clicks(&mut harness, "Light");
    assert_eq!(harness.state().desk.settings().scheme, planraum::desk::look::Scheme::Dark);
}

#[test]
fn the_round_leads_through_five_steps_and_can_be_left() {
    let mut harness = before(Seat::new(settings(Language::German)), SIZE);
    clicks(&mut harness, "Rundgang, 3 Min.");
    assert!(harness.state().desk.file().open, "the sample is opened for it");
    for step in 1..=5 {
        assert!(harness.query_by_label(&format!("Schritt {step} von 5")).is_some(), "{step}");
        let page = if step == 4 { Page::Comparison } else { Page::Planning };
        assert_eq!(harness.state().desk.look().page, page);
        clicks(&mut harness, if step == 5 { "Fertig" } else { "Weiter" });
    }
    assert!(said(&harness, "Schritt").is_empty());
    presses(&mut harness, Modifiers::NONE, Key::F1);
    clicks(&mut harness, "Rundgang");
    presses(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(said(&harness, "Schritt").is_empty(), "Esc leaves it");
}

/// The list said neither where a project lies nor when it was saved, and a file that is gone looked like any other.
#[test]
fn a_recent_project_says_what_it_holds_where_it_lies_and_whether_it_is_there() {
    let mut harness = before(with_past(Language::German), SIZE);
    assert_eq!(said(&harness, "3 Varianten · 7 Räume · 26 Kennzahlen").len(), 2);
    assert_eq!(said(&harness, "Südharz.planraum in /data").len(), 1);
    let seen = |name: &str, file| planraum::desk::errand::Report::Seen(format!("/data/{name}.planraum").into(), file);
    harness.state_mut().seat.take(seen("Südharz", OnDisk::Gone));
    harness.state_mut().seat.take(seen("Landkreis 2024", OnDisk::Written("2026-11-20T08:15".into())));
    harness.run_steps(3);
    assert_eq!(said(&harness, "Nicht gefunden: verschoben, gelöscht").len(), 1);
    assert_eq!(said(&harness, "gespeichert 20.11.2026, 08:15").len(), 1);
    let mut seat = Seat::with_sample(settings(Language::English));
    let path = seat._folder.path().join("county.planraum");
    seat.does(Action::File(FileWork::SaveAs(path.clone())));
    seat.does(Action::File(FileWork::Close));
    let recent = &seat.desk.start_page().recent;
    assert_eq!((recent[0].plans, recent[0].areas, &recent[0].path), (3, 7, &path));
    assert!(matches!(recent[0].file, OnDisk::Written(_)));
    std::fs::remove_file(path).unwrap();
    let next = seat::Seat::in_folder(seat._folder.path(), settings(Language::English));
    assert_eq!(next.desk.start_page().recent[0].file, OnDisk::Gone);
}
