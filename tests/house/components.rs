//! The components, used by mouse and by keyboard.
use eframe::egui::{self, Id, Key, Ui};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use planraum::views::theme::{self, Scheme};
use planraum::views::widgets::*;
use std::{cell::RefCell, rc::Rc};

/// What the component answered, in order.
type Heard = Rc<RefCell<Vec<String>>>;

fn harness(mut show: impl FnMut(&mut Ui, &mut Vec<String>) + 'static) -> (Harness<'static>, Heard) {
    let heard: Heard = Rc::default();
    let ears = Rc::clone(&heard);
    let harness = Harness::builder()
        .with_size(egui::vec2(400.0, 300.0))
        .with_context_setup(|ctx| theme::install(ctx, Scheme::Light, true))
        .build_ui(move |ui| show(ui, &mut ears.borrow_mut()));
    (harness, heard)
}

/// Tab to the first component, then press keys.
fn keys(harness: &mut Harness<'_>, keys: &[Key]) {
    for key in keys {
        harness.key_press(*key);
        harness.run();
    }
}

#[test]
fn a_button_is_pressed_by_mouse_enter_and_space() {
    let (mut harness, heard) = harness(|ui, heard| {
        if ui.add(Button::primary("Speichern")).clicked() {
            heard.push("save".into());
        }
    });
    harness.get_by_label("Speichern").click();
    harness.run();
    keys(&mut harness, &[Key::Tab, Key::Enter, Key::Space]);
    assert_eq!(*heard.borrow(), ["save", "save", "save"]);
}

#[test]
fn a_disabled_button_says_nothing() {
    let (mut harness, heard) = harness(|ui, heard| {
        if ui.add_enabled(false, Button::plain("Wiederholen")).clicked() {
            heard.push("redo".into());
        }
    });
    harness.get_by_label("Wiederholen").click();
    harness.run();
    assert!(heard.borrow().is_empty());
    assert!(harness.get_by_label("Wiederholen").accesskit_node().is_disabled());
}

#[test]
fn segments_answer_only_with_what_is_new() {
    let mut chosen = 0;
    let (mut harness, heard) = harness(move |ui, heard| {
        if let Some(asked) = segmented(ui, "Einheit", &["Gemeinde", "Samtgemeinde"], chosen) {
            chosen = asked;
            heard.push(asked.to_string());
        }
    });
    for name in ["Einheit: Gemeinde", "Einheit: Samtgemeinde", "Einheit: Samtgemeinde"] {
        harness.get_by_label(name).click();
        harness.run();
    }
    assert_eq!(*heard.borrow(), ["1"]);
}

#[test]
fn a_slider_follows_the_arrows_and_stops_at_its_ends() {
    let mut step = 1;
    let (mut harness, heard) = harness(move |ui, heard| {
        if let Some(asked) = Slider::new("Zeitraum", "2017", step, 3).marks().show(ui) {
            step = asked;
            heard.push(asked.to_string());
        }
    });
    keys(&mut harness, &[Key::Tab, Key::ArrowRight, Key::ArrowUp, Key::ArrowRight, Key::Home, Key::ArrowLeft, Key::End]);
    assert_eq!(*heard.borrow(), ["2", "3", "0", "3"]);
}

#[test]
fn a_dropdown_opens_and_is_chosen_from_by_keyboard() {
    let options = ["gleiche Breite", "eigene Grenzen", "natürliche Klassen"];
    let mut chosen = 0;
    let (mut harness, heard) = harness(move |ui, heard| {
        if let Some(asked) = Dropdown::new("Klassen", options[chosen]).show(ui, &options) {
            chosen = asked;
            heard.push(options[asked].into());
        }
    });
    keys(&mut harness, &[Key::Tab, Key::Enter, Key::ArrowDown, Key::ArrowDown, Key::Enter]);
    assert_eq!(*heard.borrow(), ["eigene Grenzen"]);
    assert!(harness.query_by_label("natürliche Klassen").is_none(), "the list closes after the choice");
}

#[test]
fn switches_and_boxes_ask_to_be_turned_over() {
    let (mut harness, heard) = harness(|ui, heard| {
        if toggle_row(ui, "Mit Stadt Göttingen", true).clicked() {
            heard.push("city".into());
        }
        if checkbox(ui, "Gesperrte Räume schützen", false).clicked() {
            heard.push("locked".into());
        }
    });
    harness.get_by_label("Gesperrte Räume schützen").click();
    harness.run();
    keys(&mut harness, &[Key::Tab, Key::Space]);
    assert_eq!(*heard.borrow(), ["locked", "city"]);
}

#[test]
fn a_notice_answers_with_its_remedy_or_its_way_out() {
    let (mut harness, heard) = harness(|ui, heard| {
        let notice = Notice::new(Tone::Error, "Elbingerode wird eine Insel").remedy("Insel auflösen", Some("I")).leave("Abbrechen");
        heard.extend(notice.show(ui).map(|it| format!("{it:?}")));
    });
    for name in ["Insel auflösen", "Abbrechen"] {
        harness.get_by_label(name).click();
        harness.run();
    }
    assert_eq!(*heard.borrow(), ["Remedy", "Leave"]);
}

#[test]
fn progress_can_be_cancelled_and_a_row_chosen() {
    let (mut harness, heard) = harness(|ui, heard| {
        if Progress::new("Wird gelesen", None).show(ui, "Abbrechen") {
            heard.push("cancel".into());
        }
        let (row, lock) =
            Row::new("Südharz", 60.0).show(ui, |ui| icon_button(ui, planraum::views::icons::Icon::Lock, "Sperren", None).clicked());
        if row.clicked() {
            heard.push("row".into());
        }
        if lock {
            heard.push("lock".into());
        }
    });
    for name in ["Abbrechen", "Sperren", "Südharz"] {
        harness.get_by_label(name).click();
        harness.run();
    }
    assert_eq!(*heard.borrow(), ["cancel", "lock", "row"]);
}

#[test]
fn a_field_is_written_in_and_found_by_its_label() {
    let mut name = String::new();
    let (mut harness, heard) = harness(move |ui, heard| {
        if Field::new("Name").hint("Südharz").show(ui, Id::unique("name"), &mut name).changed() {
            heard.push(name.clone());
        }
    });
    let field = harness.get_by_role_and_label(egui::Role::TextInput, "Name");
    field.focus();
    field.type_text("Harz");
    harness.run();
    assert_eq!(heard.borrow().last().map(String::as_str), Some("Harz"));
}

/// Beside its button there was room for one word a line.
#[test]
fn a_narrow_note_with_much_to_say_has_its_button_below() {
    let title = "Zu dieser Datei gibt es eine Arbeitskopie mit 7 Schritten, die in keiner Datei stehen (zuletzt 23.11.2026, 18:16 Uhr). \
        Hier ist der gespeicherte Stand zu sehen.";
    let (mut harness, heard) = harness(move |ui, heard| {
        ui.set_max_width(300.0);
        let answer = Notice::new(Tone::Warning, title).remedy("Weiterarbeiten", None).closable("Schließen").brief().show(ui);
        heard.extend(answer.map(|it| format!("{it:?}")));
    });
    let rect = |harness: &Harness<'_>, name: &str| harness.get_by_label(name).rect();
    let (words, button, cross) = (rect(&harness, title), rect(&harness, "Weiterarbeiten"), rect(&harness, "Schließen"));
    assert!(words.width() > 180.0 && button.top() >= words.bottom() && cross.right() <= 300.0, "{words} {button} {cross}");
    harness.get_by_label("Weiterarbeiten").click();
    harness.run();
    harness.get_by_label("Schließen").click();
    harness.run();
    assert_eq!(*heard.borrow(), ["Remedy", "Leave"]);
}
