//! Keys, the palette and the help.
use super::*;
use planraum::{
    desk::{
        action::{Asking, Drawing},
        look::{Brush, Tool},
    },
    views::keys::{COMMANDS, Heard},
};

const CTRL: Modifiers = Modifiers { alt: false, ctrl: true, shift: false, mac_cmd: false, command: true };
const CTRL_SHIFT: Modifiers = Modifiers { shift: true, ..CTRL };

fn at_the_map() -> Harness<'static, Seat> {
    before(Seat::with_sample(settings(Language::German)), SIZE)
}

fn types(harness: &mut Harness<'_, Seat>, text: &str) {
    harness.event(egui::Event::Text(text.into()));
    harness.run_steps(2);
}

#[test]
fn no_two_commands_want_the_same_key_at_the_same_time() {
    let seats = [Seat::new(settings(Language::German)), Seat::with_sample(settings(Language::German))];
    for seat in seats {
        let mut taken = std::collections::HashMap::new();
        for command in COMMANDS.iter().filter(|it| it.heard != Heard::There && (it.does)(&seat.desk).is_some()) {
            for keys in command.keys {
                let other = taken.insert((keys.key, keys.ctrl, keys.shift), command.name);
                assert_eq!(other, None, "{:?} means {} and {}", keys, command.name, other.unwrap_or_default());
            }
        }
    }
}

#[test]
fn keys_draw_take_back_and_save() {
    let mut harness = at_the_map();
    presses(&mut harness, Modifiers::NONE, Key::P);
    assert_eq!(harness.state().desk.look().tool, Tool::Paint);
    presses(&mut harness, Modifiers::NONE, Key::Num6);
    let plan = harness.state().desk.shown_plan().unwrap().clone();
    assert_eq!(harness.state().desk.look().brush.target, Some(plan.areas[5].id));
    presses(&mut harness, Modifiers::NONE, Key::Num0);
    assert_eq!(harness.state().desk.look().brush.target, None);
    presses(&mut harness, Modifiers::NONE, Key::CloseBracket);
    assert!(harness.state().desk.look().brush.radius > 0.0);
    presses(&mut harness, Modifiers::NONE, Key::Escape);
    assert_eq!(harness.state().desk.look().tool, Tool::Select, "Esc is one step back");

    let district = harness.state().desk.catalog().register.find(&key("03159017")).unwrap();
    harness.state_mut().does(Action::Look(LookAt::SelectDistrict { district: Some(district), add: false }));
    presses(&mut harness, Modifiers::NONE, Key::Delete);
    assert!(!harness.state().desk.shown_plan().unwrap().area_of.contains_key(&key("03159017")));
    presses(&mut harness, CTRL, Key::Z);
    assert!(harness.state().desk.shown_plan().unwrap().area_of.contains_key(&key("03159017")));
    presses(&mut harness, CTRL_SHIFT, Key::Z);
    assert!(!harness.state().desk.shown_plan().unwrap().area_of.contains_key(&key("03159017")));
    harness.state_mut().asked.clear();
    presses(&mut harness, CTRL_SHIFT, Key::S);
    presses(&mut harness, CTRL, Key::O);
    let asked = harness.state().asked.clone();
    assert!(asked.contains(&Action::File(FileWork::Ask(Asking::SaveAs))), "{asked:?}");
    assert!(!asked.contains(&Action::File(FileWork::Save)), "{asked:?}");
}

#[test]
fn the_map_moves_by_keys_and_shows_all_again() {
    let mut harness = at_the_map();
    presses(&mut harness, Modifiers::NONE, Key::Plus);
    let closer = harness.state().desk.look().extent.unwrap();
    presses(&mut harness, Modifiers::NONE, Key::ArrowRight);
    let moved = harness.state().desk.look().extent.unwrap();
    assert!(moved.centre[0] > closer.centre[0] && moved.centre[1] == closer.centre[1]);
    presses(&mut harness, Modifiers::NONE, Key::Home);
    assert_eq!(harness.state().desk.look().extent, None);
}

#[test]
fn while_text_is_typed_letters_are_letters() {
    let mut harness = at_the_map();
    presses(&mut harness, CTRL, Key::K);
    assert!(harness.query_by_label("Ort, Raum, Kennzahl oder Befehl suchen").is_some());
    presses(&mut harness, Modifiers::NONE, Key::P);
    assert_eq!(harness.state().desk.look().tool, Tool::Select);
    presses(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(harness.query_by_label("Ort, Raum, Kennzahl oder Befehl suchen").is_none(), "Esc closes the palette");
}

#[test]
fn the_palette_finds_a_place_by_any_spelling_and_goes_there_by_enter() {
    let mut harness = at_the_map();
    presses(&mut harness, CTRL_SHIFT, Key::P);
    types(&mut harness, "muenden");
    assert!(harness.query_by_label("Münden, Raum").is_some());
    presses(&mut harness, Modifiers::NONE, Key::Enter);
    let look = harness.state().desk.look().clone();
    let area = harness.state().desk.shown_plan().unwrap().area(look.selection.area.unwrap()).unwrap().name.clone();
    assert_eq!(area, "Münden");
    assert!(harness.query_by_label("Münden, Raum").is_none(), "it closes after the choice");
}

#[test]
fn the_palette_goes_down_by_arrows_and_remembers() {
    let mut harness = at_the_map();
    presses(&mut harness, CTRL, Key::K);
    types(&mut harness, "malen");
    presses(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(harness.state().desk.look().tool, Tool::Paint);
    presses(&mut harness, CTRL, Key::K);
    let first = harness.query_all_by(|it| it.role() == egui::accesskit::Role::ListBoxOption).next().unwrap();
    assert_eq!(first.accesskit_node().label().unwrap(), "Malen, Räume zeichnen");
    presses(&mut harness, Modifiers::NONE, Key::ArrowDown);
    let chosen = harness
        .query_all_by(|it| it.toggled() == Some(egui::accesskit::Toggled::True) && it.role() == egui::accesskit::Role::ListBoxOption);
    let chosen: Vec<String> = chosen.filter_map(|it| it.accesskit_node().label()).collect();
    assert!(chosen.len() == 1 && chosen[0] != "Malen, Räume zeichnen", "{chosen:?}");
    types(&mut harness, "qqqq");
    assert!(harness.query_by_label("Nichts gefunden für „qqqq“.").is_some());
}

#[test]
fn the_help_lists_every_key_in_both_languages() {
    for (language, undo) in [(Language::German, "Rückgängig: Strg Z"), (Language::English, "Undo: Ctrl Z")] {
        let mut harness = before(Seat::with_sample(settings(language)), SIZE);
        presses(&mut harness, Modifiers::NONE, Key::F1);
        assert!(harness.query_by_label(undo).is_some(), "{undo}");
        assert_eq!((unnamed(&harness), unsaid(&harness)), (Vec::new(), Vec::new()));
        presses(&mut harness, Modifiers::NONE, Key::Escape);
        assert!(harness.query_by_label(undo).is_none());
    }
}

#[test]
fn a_digit_means_nothing_while_nothing_is_drawn() {
    let mut harness = at_the_map();
    let before = harness.state().desk.look().brush.clone();
    presses(&mut harness, Modifiers::NONE, Key::Num3);
    assert_eq!(harness.state().desk.look().brush, before);
    assert!(!harness.state().asked.iter().any(|it| matches!(it, Action::Draw(Drawing::Brush(Brush { .. })))));
}

/// „Raum anlegen“ found nothing: the command is called „Neuer Raum“.
#[test]
fn commands_are_found_by_what_else_they_are_called() {
    let table = [
        (Language::German, "Raum anlegen", "Neuer Raum, Bearbeiten"),
        (Language::German, "einlesen", "Kennzahlen einlesen …, Datei"),
        (Language::German, "importieren", "Öffnen …, Datei"),
        (Language::German, "kennzahlen importieren", "Kennzahlen einlesen …, Datei"),
        (Language::German, "speichern unter", "Speichern unter …, Datei"),
        (Language::German, "grenzen importieren", "Neues Projekt aus Grenzen …, Datei"),
        (Language::German, "drucken", "Karte ausgeben …, Datei"),
        (Language::German, "variante kopieren", "Variante duplizieren, Bearbeiten"),
        (Language::English, "add area", "New area, Edit"),
        (Language::English, "import data", "Read indicators …, File"),
    ];
    for (language, typed, wanted) in table {
        let mut harness = before(Seat::with_sample(settings(language)), SIZE);
        presses(&mut harness, CTRL, Key::K);
        types(&mut harness, typed);
        let options = harness.query_all_by(|it| it.role() == egui::accesskit::Role::ListBoxOption);
        let found: Vec<String> = options.filter_map(|it| it.accesskit_node().label()).collect();
        let commands: Vec<&String> = found.iter().take(4).collect();
        assert!(commands.iter().any(|it| *it == wanted), "{typed}: {commands:?}");
    }
}

#[test]
fn the_menu_begins_projects_and_reads_indicators_and_the_field_says_what_it_expects() {
    let mut harness = at_the_map();
    clicks(&mut harness, "Menü");
    clicks(&mut harness, "Kennzahlen einlesen …");
    assert!(harness.state().asked.contains(&Action::File(FileWork::Ask(Asking::Indicators))));
    assert_eq!(said(&harness, "Eine SQLite-Datei (*.sqlite, *.db) mit den Tabellen „indicator“ und „value“").len(), 1);
    presses(&mut harness, Modifiers::NONE, Key::Escape);
    clicks(&mut harness, "Menü");
    clicks(&mut harness, "Neu …");
    assert!(harness.state().asked.contains(&Action::File(FileWork::Ask(Asking::New))));
    assert_eq!(said(&harness, "Grenzen als GeoJSON (*.geojson)").len(), 1);
    assert_eq!((unnamed(&harness), unsaid(&harness)), (Vec::new(), Vec::new()));
}

/// The help sent people „oben“ for the period, which stands at the lower left, and spoke of what the legend calls
/// otherwise: what help and tour put in quotes has to be the name of something in the window.
#[test]
fn help_and_tour_speak_of_what_is_in_the_window() {
    for (file, quotes) in [("assets/words/de.ftl", ['„', '“']), ("assets/words/en.ftl", ['“', '”'])] {
        let text = std::fs::read_to_string(file).unwrap();
        let messages: Vec<(&str, &str)> = text.lines().filter_map(|it| it.split_once(" = ")).collect();
        let names: Vec<&str> = messages.iter().map(|it| it.1).chain(["…"]).collect();
        let told = messages.iter().filter(|it| it.0.ends_with("-what") && (it.0.starts_with("help-") || it.0.starts_with("tour-")));
        let mut quoted = 0;
        for (key, text) in told {
            for part in text.split(quotes[0]).skip(1) {
                let name = part.split(quotes[1]).next().unwrap();
                assert!(names.contains(&name), "{file}, {key}: nothing is called „{name}“");
                quoted += 1;
            }
        }
        assert!(quoted > 10, "{quoted}");
    }
    let harness = at_the_map();
    let (period, map) = (harness.get_all_by_label("Zeitraum").next().unwrap().rect(), harness.get_by_label("Karte").rect());
    assert!(period.right() < map.left() && period.top() > map.center().y, "at the lower left: {period}");
}
