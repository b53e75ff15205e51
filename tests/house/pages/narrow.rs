//! The planning page where there is little room: 1280 × 720 at 200 %, and smaller.
use egui::{Rect, accesskit::Role};

use super::*;
use planraum::desk::look::{CompareMode, Drawer};

const SMALL: [Vec2; 3] = [vec2(853.0, 480.0), vec2(640.0, 360.0), vec2(560.0, 330.0)];

fn rect(harness: &Harness<'_, Seat>, name: &str) -> Rect {
    harness.get_by_label(name).rect()
}

/// Nothing that is hit on the strip of tabs or among the tools lies on anything else.
fn assert_apart(harness: &Harness<'_, Seat>, names: &[&str], what: &str) {
    for (at, one) in names.iter().enumerate() {
        for other in &names[at + 1..] {
            let (a, b) = (rect(harness, one), rect(harness, other));
            assert!(!a.shrink(0.5).intersects(b.shrink(0.5)), "{what}: {one} {a} lies on {other} {b}");
        }
    }
}

/// Tabs and steps lay on one another, the legend on the tools, the period on the list.
#[test]
fn with_a_panel_open_nothing_lies_on_anything_else() {
    for size in SMALL {
        for panel in ["Kennzahlen ein- oder ausblenden", "Räume ein- oder ausblenden"] {
            let mut harness = before(Seat::with_sample(settings(Language::German)), size);
            clicks(&mut harness, panel);
            let what = format!("{panel} in {size}");
            let steps = ["Rückgängig", "Wiederholen", "Verlauf", "Tabelle", "Ansichten", "Neue Variante", "Variante „Entwurf A (fiktiv)“"];
            let plain = ["Kennzahlen ein- oder ausblenden", "Räume ein- oder ausblenden", "Entwurf A (fiktiv)"];
            let all: Vec<&str> = steps.into_iter().chain(plain).collect();
            assert_apart(&harness, &all, &what);
            all.iter().for_each(|it| assert!(in_sight(&harness, it, size), "{what}: {it} {}", rect(&harness, it)));
            let tools = ["Auswählen", "Malen", "Radieren", "Lasso", "Rechteck", "Sperren", "Legende ausklappen"];
            assert_apart(&harness, &tools, &what);
            let map = harness.get_by_role_and_label(Role::Canvas, "Karte").rect();
            assert!(tools.iter().all(|it| map.expand(0.5).contains_rect(rect(&harness, it))), "{what}: {map}");
        }
    }
}

#[test]
fn a_low_panel_shows_the_list_or_what_belongs_to_the_chosen_indicator() {
    for size in SMALL {
        let mut harness = before(Seat::with_sample(settings(Language::German)), size);
        clicks(&mut harness, "Kennzahlen ein- oder ausblenden");
        let map = harness.get_by_role_and_label(Role::Canvas, "Karte").rect();
        let bottom = map.bottom();
        let rows = harness.query_all_by_role(Role::Button).map(|it| it.rect());
        let rows = rows.filter(|it| it.width() > 250.0 && it.right() <= map.left() + 0.5 && it.bottom() <= bottom && it.top() > 150.0);
        assert!(rows.count() >= 2, "{size}: indicators can be read");
        assert!(harness.query_by_label("Zeitraum").is_none(), "{size}");
        clicks(&mut harness, "Was das Feld zeigt: Zeit, Klassen");
        let period = harness.get_all_by_label("Zeitraum").next().unwrap().rect();
        assert!(period.bottom() < bottom && period.right() < map.left(), "{size}: {period}");
        assert_eq!((unnamed(&harness), unsaid(&harness)), (Vec::new(), Vec::new()));
        clicks(&mut harness, "Was das Feld zeigt: Auswahl");
        assert!(harness.query_by_label("Zeitraum").is_none());
    }
}

/// At 200 % the second of two lines lay below the window. It is one: what has no room is said by the sign that there is more.
#[test]
fn the_bar_below_lies_in_the_window_with_all_sources() {
    for size in SMALL.into_iter().take(2).chain([vec2(1280.0, 720.0), SIZE]) {
        let harness = before(Seat::with_sample(settings(Language::German)), size);
        let window = Rect::from_min_size(egui::Pos2::ZERO, size);
        let map = harness.get_by_role_and_label(Role::Canvas, "Karte").rect();
        for start in ["Grenzen © GeoBasis-DE", "© Statistisches Bundesamt", "Ansicht", "Oberfläche größer", "Oberfläche kleiner"] {
            let said = harness.query_all_by(|it| it.label().or(it.value()).is_some_and(|it| it.contains(start)));
            let lowest = said.map(|it| it.rect()).max_by(|a, b| a.bottom().total_cmp(&b.bottom())).unwrap();
            assert!(lowest.bottom() <= size.y + 1.5 && window.expand(1.5).contains_rect(lowest), "{size}: {start} {lowest}");
            assert!(lowest.center().y > map.bottom(), "{size}: {start} {lowest} below {map}");
        }
        assert!(map.bottom() <= size.y - 26.0, "{size}: the bar has its height: {map}");
    }
}

/// Over the table three words of the map were left, with the legend, the tools and the zoom on one another.
#[test]
fn a_drawer_leaves_a_useful_map_or_takes_its_place() {
    for size in SMALL.into_iter().chain([vec2(1280.0, 720.0)]) {
        for drawer in [Drawer::Table, Drawer::History, Drawer::Views] {
            let mut harness = before(Seat::with_sample(settings(Language::German)), size);
            let camera = harness.state().window.planning().camera();
            harness.state_mut().does(Action::Look(LookAt::Drawer(drawer)));
            harness.run_steps(4);
            let what = format!("{drawer:?} in {size}");
            if let Some(map) = harness.query_by_role_and_label(Role::Canvas, "Karte") {
                assert!(map.rect().height() >= 199.0, "{what}: {}", map.rect());
                continue;
            }
            assert!(size.y < 500.0, "{what}");
            assert_eq!((unnamed(&harness), unsaid(&harness)), (Vec::new(), Vec::new()), "{what}");
            assert!(in_sight(&harness, "Zur Karte", size), "{what}");
            clicks(&mut harness, "Zur Karte");
            assert_eq!(harness.state().desk.look().drawer, Drawer::Closed);
            assert!(harness.query_by_role_and_label(Role::Canvas, "Karte").is_some(), "{what}");
            assert_eq!(harness.state().window.planning().camera(), camera, "{what}: the map looks where it looked");
        }
    }
}

/// „Nebeneinan…“ at 200 %.
#[test]
fn the_ways_of_comparing_are_read_whole() {
    for language in [Language::German, Language::English] {
        for mode in [CompareMode::Differences, CompareMode::SideBySide] {
            let mut seat = Seat::with_sample(settings(language));
            seat.compares();
            seat.does(Action::Look(LookAt::CompareMode(mode)));
            let harness = before(seat, vec2(640.0, 360.0));
            let options = if language == Language::German { ["Unterschiede", "Nebeneinander"] } else { ["Differences", "Side by side"] };
            for option in options {
                let cell = harness
                    .get_all_by_role(Role::RadioButton)
                    .find(|it| it.accesskit_node().label().is_some_and(|it| it.ends_with(option)));
                let cell = cell.unwrap_or_else(|| panic!("{option}")).rect();
                let font = egui::FontId::new(theme::metrics::BASE, theme::semibold());
                let words = harness.ctx.fonts_mut(|it| it.layout_no_wrap(option.to_owned(), font, egui::Color32::WHITE).size().x);
                assert!(cell.width() - 8.0 >= words && cell.right() <= 640.0, "{language:?} {mode:?}: {option} {words} in {cell}");
            }
        }
    }
}

/// What was found lay under its own card.
#[test]
fn on_a_low_map_the_card_is_low_and_hides_no_middle_of_what_it_is_about() {
    let size = vec2(640.0, 360.0);
    let mut harness = before(Seat::with_sample(settings(Language::German)), size);
    let catalog = std::sync::Arc::clone(harness.state().desk.catalog());
    for name in ["Gleichen", "Friedland", "Duderstadt", "Staufenberg", "Bad Sachsa"] {
        let district = catalog.register.iter().find(|it| it.1.name == name).unwrap().0;
        harness.state_mut().does(Action::Look(LookAt::SelectDistrict { district: Some(district), add: false }));
        harness.run_steps(6);
        let map = harness.get_by_role_and_label(Role::Canvas, "Karte").rect();
        let card = harness.ctx.memory(|it| it.area_rect(egui::Id::unique(("hover card", "chosen")))).unwrap();
        assert!(card.height() < map.height() * 0.35, "{name}: {card} on {map}");
        let camera = harness.state().window.planning().camera().unwrap();
        let at = camera.to_screen(map, catalog.ground.locator.centre(district).unwrap());
        assert!(!card.contains(at), "{name} at {at} below {card}");
    }
}

/// Nothing said which area the brush paints into while the list of areas was closed.
#[test]
fn without_the_list_of_areas_the_map_says_what_is_drawn_into() {
    let mut harness = before(Seat::with_sample(settings(Language::German)), vec2(640.0, 360.0));
    presses(&mut harness, Modifiers::NONE, Key::P);
    presses(&mut harness, Modifiers::NONE, Key::Num3);
    let map = harness.get_by_role_and_label(Role::Canvas, "Karte").rect();
    harness.hover_at(map.center());
    harness.run_steps(4);
    assert!(harness.query_by_label("Zeichnet in").is_some());
    presses(&mut harness, Modifiers::NONE, Key::R);
    harness.run_steps(4);
    assert!(harness.query_by_label("Zeichnet in").is_none(), "the eraser draws into none");
}
