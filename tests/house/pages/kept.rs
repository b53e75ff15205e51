//! What the bar says about the project's file and about what is kept of the work.
use std::{fs::File, path::PathBuf};

use planraum::{
    desk::{errand::Report, keeping::Keeping},
    project::Command,
    words::Message,
};

use super::*;

/// The sample saved as a file that was written on this day.
fn with_file(language: Language, written: &str) -> (Seat, PathBuf) {
    let mut seat = Seat::with_sample(settings(language));
    let path = seat._folder.path().join("Landkreis 2026.planraum");
    seat.does(Action::File(FileWork::SaveAs(path.clone())));
    seat.does(Action::File(FileWork::Close));
    let at: jiff::civil::DateTime = written.parse().unwrap();
    let at = at.to_zoned(jiff::tz::TimeZone::system()).unwrap().timestamp();
    File::options().write(true).open(&path).unwrap().set_modified(at.into()).unwrap();
    seat.does(Action::File(FileWork::Open(path.clone())));
    assert!(seat.desk.file().open);
    (seat, path)
}

fn rename(name: &str) -> Action {
    Action::Edit(Command::Rename(name.to_owned()))
}

/// The bar said the time of opening.
#[test]
fn an_opened_file_says_when_it_was_written_and_not_when_it_was_opened() {
    let (seat, path) = with_file(Language::German, "2026-11-12T09:05");
    let mut harness = before(seat, SIZE);
    assert_eq!(said(&harness, "Landkreis 2026.planraum"), ["Landkreis 2026.planraum · Gespeichert 12.11.2026, 09:05"]);
    harness.hover_at(harness.get_by_label_contains("2026.planraum · Gesp").rect().center());
    for _ in 0..40 {
        harness.run_steps(1);
    }
    assert_eq!(said(&harness, &path.display().to_string()).len(), 1, "the whole path stands under the pointer");
}

#[test]
fn after_a_step_the_bar_says_where_it_is_kept_and_after_saving_that_the_file_has_it() {
    let (seat, _) = with_file(Language::German, "2026-11-22T09:05");
    let mut harness = before(seat, SIZE);
    assert_eq!(said(&harness, "Landkreis 2026.planraum"), ["Landkreis 2026.planraum · Gespeichert gestern, 09:05"]);
    harness.state_mut().does(rename("Anders"));
    harness.run_steps(3);
    assert_eq!(said(&harness, "Landkreis 2026.planraum"), ["Landkreis 2026.planraum · Geändert, in der Arbeitskopie sicher"]);
    harness.state_mut().does(Action::File(FileWork::Save));
    harness.run_steps(3);
    assert_eq!(said(&harness, "Landkreis 2026.planraum · Gespeichert").len(), 1);
    let mut harness = before(Seat::with_sample(settings(Language::English)), SIZE);
    assert_eq!(said(&harness, "In no file yet, safe in the working copy").len(), 1);
    harness.set_size(vec2(640.0, 360.0));
    harness.run_steps(4);
    assert_eq!(said(&harness, "In no file yet").len(), 1, "in small windows too");
}

/// The note about it passes; what it told stays true.
#[test]
fn a_step_that_could_not_be_written_down_is_said_as_long_as_it_is_so() {
    let mut harness = before(Seat::with_sample(settings(Language::German)), SIZE);
    let session = harness.state().desk.file().session;
    let message = Message::new("project-file-not-kept");
    harness.state_mut().seat.take(Report::NotRecorded { session, message: message.clone() });
    harness.run_steps(3);
    let notes: Vec<u64> = harness.state().desk.notes().notes().iter().map(|it| it.id).collect();
    notes.into_iter().for_each(|it| harness.state_mut().does(Action::Dismiss(it)));
    for size in [SIZE, vec2(640.0, 360.0)] {
        harness.set_size(size);
        harness.run_steps(4);
        assert_eq!(said(&harness, "Nicht festgehalten").len(), 1, "{size}");
        assert!(in_sight(&harness, "Nicht festgehalten", size), "{size}");
    }
    assert_eq!(harness.state().desk.keeping(), Keeping::NotRecorded(&message));
    harness.state_mut().does(rename("Anders"));
    harness.run_steps(3);
    assert_eq!(said(&harness, "Nicht festgehalten").len(), 0, "the next step took it along");
}

/// At 200 % the pages lay under the search.
#[test]
fn nothing_in_the_bar_lies_on_anything_else() {
    for language in [Language::German, Language::English] {
        for width in [1440.0, 1280.0, 1000.0, 853.0, 640.0] {
            let harness = before(with_file(language, "2026-11-12T09:05").0, vec2(width, 720.0));
            let row = egui::Rect::from_min_size(egui::Pos2::ZERO, vec2(width, 44.0));
            let inside = harness.query_all_by_role(egui::accesskit::Role::Button).map(|it| it.rect());
            // A row of the list of indicators may have been scrolled to where the bar is; it is wider than any button of the bar.
            let mut inside: Vec<egui::Rect> = inside.filter(|it| row.contains_rect(*it) && it.width() < 260.0).collect();
            inside.extend(harness.query_all_by_label_contains("Landkreis").map(|it| it.rect()).filter(|it| row.contains_rect(*it)));
            inside.sort_by(|a, b| a.left().total_cmp(&b.left()));
            assert!(inside.len() >= 6, "{width}: {inside:?}");
            for pair in inside.windows(2).filter(|it| it[0].y_range().intersects(it[1].y_range())) {
                assert!(pair[0].right() <= pair[1].left() + 0.5, "{language:?} {width}: {pair:?}");
            }
        }
    }
}

/// „Gespeichert heute, 14:32“ is shorter than „Geändert, in der Arbeitskopie sicher“: with each step the pages' names jumped.
#[test]
fn what_stands_beside_the_state_stays_where_it_is() {
    let (seat, _) = with_file(Language::German, "2026-11-22T09:05");
    let mut harness = before(seat, SIZE);
    let place = |harness: &Harness<'_, Seat>| harness.get_by_label("Vergleich").rect();
    let was = place(&harness);
    let name = harness.state().desk.project().name.clone();
    harness.state_mut().does(rename("Anders"));
    harness.run_steps(3);
    harness.state_mut().does(rename(&name));
    harness.run_steps(3);
    assert_eq!(place(&harness), was, "changed: {:?}", said(&harness, "Landkreis"));
    harness.state_mut().does(Action::File(FileWork::Save));
    harness.run_steps(3);
    assert_eq!(place(&harness), was, "saved");
}
