//! The planning page where there is little room: 1280 × 720 at 200 %, and smaller.
use egui::{Rect, accesskit::Role};

use super::*;

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
