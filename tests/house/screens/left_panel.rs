//! The left panel: choosing what is seen, and classing it.
use eframe::egui::{Key, pos2, vec2};
use egui_kittest::{Harness, kittest::Queryable as _};
use planraum::{
    desk::{
        action::{Action, Drawing, LookAt},
        look::Tool,
    },
    model::{
        classing::{ClassMethod, Classing},
        id::{AreaId, IndicatorId},
        saved_view::Level,
    },
    project::Command,
    views::{planning, theme::Scheme},
    words::Language,
};

use super::desk::{Screen, click, faults, part, run, screen, small, write};

fn panel(language: Language) -> Harness<'static, Screen> {
    screen(small(language), planning::left_panel_ui, vec2(288.0, 830.0), Scheme::Light)
}

fn classing(harness: &Harness<'_, Screen>) -> Classing {
    harness.state().desk.classing_of(&IndicatorId::new("poor")).into_owned()
}

#[test]
fn choosing_an_indicator_asks_for_it() {
    let mut harness = panel(Language::German);
    assert_eq!(harness.state().desk.look().indicator, Some(IndicatorId::new("poor")), "a share is shown at first");
    click(&mut harness, "Hilfen, alle Fälle");
    assert_eq!(harness.state().asked, [Action::Look(LookAt::Indicator(IndicatorId::new("cases")))]);
    assert!(harness.query_by_label_contains("Absolute Zahlen").is_some(), "counts as colours are warned of");
}

#[test]
fn single_years_of_age_wait_until_they_are_searched_for() {
    let mut harness = panel(Language::German);
    assert!(harness.query_by_label("Siebenjährige").is_none());
    assert!(harness.query_by_label("Ein einzelnes Altersjahr steht hier erst, wenn man danach sucht.").is_some());
    write(&mut harness, "5 Kennzahlen durchsuchen", "sieben");
    assert!(harness.query_by_label("Siebenjährige").is_some());
    assert!(harness.query_by_label("Kinder in Betreuung").is_none());
    assert_eq!(harness.state().asked.last(), Some(&Action::Look(LookAt::Indicator(IndicatorId::new("age7")))), "Enter takes the first");
}

#[test]
fn pills_and_life_phases_narrow_the_list() {
    let mut harness = panel(Language::German);
    harness.get_all_by_label("Jugend").next().unwrap().click();
    harness.run_steps(3);
    assert_eq!(harness.state().asked, [Action::Look(LookAt::Department(Some("Jugend".into())))]);
    assert!(harness.query_by_label("Kinder in Armut").is_none());
    click(&mut harness, "Lebensphase");
    let lowest = |harness: &Harness<'_, Screen>| {
        let all = harness.get_all_by_label("Alle");
        all.max_by(|a, b| a.rect().top().total_cmp(&b.rect().top())).map(|it| it.click())
    };
    lowest(&harness).unwrap();
    harness.run_steps(3);
    assert_eq!(harness.state().asked.last(), Some(&Action::Look(LookAt::LifePhase(Some("Alle".into())))));
    click(&mut harness, "Alle Kennzahlen zeigen");
    assert!(harness.query_by_label("Kinder in Armut").is_some());
}

#[test]
fn the_period_goes_by_keys_and_says_where_nothing_is() {
    let mut harness = panel(Language::German);
    part(&harness, "Zeitraum").focus();
    harness.run_steps(2);
    harness.key_press(Key::ArrowLeft);
    harness.run_steps(3);
    assert!(matches!(harness.state().asked.as_slice(), [Action::Look(LookAt::Period(it))] if it.as_str() == "2022"));
    assert!(harness.query_all_by_label("Im gezeigten Zeitraum liegt kein Wert vor.").next().is_some());
}

#[test]
fn method_number_colours_and_own_limits_are_one_step_each() {
    let mut harness = panel(Language::German);
    click(&mut harness, "Klassen ändern: natürliche Grenzen · 5");
    click(&mut harness, "gleiche Breite");
    assert_eq!(classing(&harness).method, ClassMethod::EqualInterval);
    click(&mut harness, "Zahl der Klassen: 3");
    assert_eq!(classing(&harness).classes, 3);
    click(&mut harness, "Violett");
    click(&mut harness, "Grenzen festhalten");
    assert!(classing(&harness).frozen.is_some_and(|it| it.len() == 4));
    click(&mut harness, "eigene Grenzen");
    assert!(matches!(classing(&harness).method, ClassMethod::Manual(it) if it.len() == 2));
    write(&mut harness, "Grenzen, mit Semikolon getrennt", "12; 18,5");
    assert_eq!(classing(&harness).method, ClassMethod::Manual(vec![12.0, 18.5]));
    write(&mut harness, "Grenzen, mit Semikolon getrennt", "18; 12");
    assert!(harness.query_by_label_contains("Jede Grenze muss größer sein").is_some());
    assert_eq!(classing(&harness).method, ClassMethod::Manual(vec![12.0, 18.5]), "what will not do changes nothing");
    click(&mut harness, "Auf Vorgabe zurücksetzen");
    assert_eq!(classing(&harness), Classing::default());
    let only_classing = |it: &Action| matches!(it, Action::Edit(Command::SetClassing(..)));
    assert!(harness.state().asked.iter().all(only_classing));
}

#[test]
fn an_own_limit_is_dragged_and_set_when_let_go() {
    let mut desk = small(Language::German);
    let classing = Classing { method: ClassMethod::Manual(vec![12.0, 18.0]), classes: 3, ..Classing::default() };
    run(&mut desk, Action::Edit(Command::SetClassing(IndicatorId::new("poor"), Some(classing))));
    let mut harness = screen(desk, planning::left_panel_ui, vec2(288.0, 830.0), Scheme::Light);
    let grip = harness.get_by_label("Grenze 1: 12").rect().center();
    harness.drag_at(grip);
    harness.run_steps(1);
    harness.hover_at(grip + vec2(30.0, 0.0));
    harness.run_steps(2);
    assert_eq!(harness.state().asked, [], "nothing is set before it is let go");
    harness.drop_at(grip + vec2(30.0, 0.0));
    harness.run_steps(3);
    let [Action::Edit(Command::SetClassing(_, Some(set)))] = harness.state().asked.as_slice() else {
        panic!("{:?}", harness.state().asked)
    };
    assert!(matches!(&set.method, ClassMethod::Manual(it) if it[0] > 12.0 && it[0] < 18.0 && it[1] == 18.0), "{set:?}");
}

#[test]
fn level_and_city_are_switched() {
    let mut harness = panel(Language::German);
    click(&mut harness, "Werte für: Räume");
    click(&mut harness, "Mit Stadt Adorf");
    assert_eq!(harness.state().asked, [Action::Look(LookAt::Level(Level::Areas)), Action::Look(LookAt::WithCity(false))]);
}

#[test]
fn while_painting_the_panel_is_about_the_brush() {
    let mut desk = small(Language::German);
    run(&mut desk, Action::Draw(Drawing::Tool(Tool::Paint)));
    let mut harness = screen(desk, planning::left_panel_ui, vec2(288.0, 830.0), Scheme::Light);
    click(&mut harness, "Ziel des Pinsels");
    click(&mut harness, "Mitte");
    assert_eq!(harness.state().desk.look().brush.target, Some(AreaId(2)));
    assert!(harness.query_by_label("Malen in Einheiten von: Samtgemeinde").is_some(), "rows of three hang together");
    assert!(harness.query_by_label("Malen in Einheiten von: BEZ").is_none(), "a chequerboard is not among the first");
    click(&mut harness, "Weitere Merkmale (verstreut)");
    click(&mut harness, "BEZ");
    assert_eq!(harness.state().desk.look().brush.group_by.as_deref(), Some("BEZ"), "but any attribute can be painted by");
    click(&mut harness, "Malen in Einheiten von: Samtgemeinde");
    assert_eq!(harness.state().desk.look().brush.group_by.as_deref(), Some("SG"));
    let before = harness.state().desk.look().brush.radius;
    part(&harness, "Pinselbreite").focus();
    harness.run_steps(2);
    harness.key_press(Key::ArrowRight);
    harness.run_steps(3);
    let step = planning::brush_step(before) + 1;
    assert_eq!(harness.state().desk.look().brush.radius, planning::BRUSH_WIDTHS[step] / 2.0);
    click(&mut harness, "Nur nicht zugeordnete Gebiete");
    assert!(harness.state().desk.look().brush.only_unassigned);
    click(&mut harness, "Nicht zugeordnet: 1");
    assert_eq!(harness.state().asked.last(), Some(&Action::Draw(Drawing::NextUnassigned)));
    click(&mut harness, "Zeichnen beenden");
    assert_eq!(harness.state().desk.look().tool, Tool::Select);
}

#[test]
fn the_running_stroke_is_listed() {
    let mut desk = small(Language::German);
    run(&mut desk, Action::Draw(Drawing::Tool(Tool::Paint)));
    run(&mut desk, Action::Draw(Drawing::Begin { at: [500.0, 1500.0], erase: false }));
    let harness = screen(desk, planning::left_panel_ui, vec2(288.0, 830.0), Scheme::Light);
    assert!(harness.query_by_label("Defeld 900").is_some());
    assert!(harness.query_by_label("Ein Gebiet wechselt 900").is_some());
}

#[test]
fn everything_has_a_name_in_both_languages() {
    for (language, said) in
        [(Language::German, "Klassen ändern: natürliche Grenzen · 5"), (Language::English, "Change classes: natural breaks · 5")]
    {
        let mut harness = panel(language);
        assert_eq!(faults(&harness), Vec::<String>::new());
        click(&mut harness, said);
        assert_eq!(faults(&harness), Vec::<String>::new(), "with the menu open");
        let mut desk = small(language);
        run(&mut desk, Action::Draw(Drawing::Tool(Tool::Paint)));
        let harness = screen(desk, planning::left_panel_ui, vec2(272.0, 640.0), Scheme::Dark);
        assert_eq!(faults(&harness), Vec::<String>::new(), "while painting");
    }
}

/// The bars said „3, 2, 2“, of districts even where areas were counted, and under the pointer nothing.
#[test]
fn the_histogram_says_which_class_holds_how_many() {
    let mut desk = small(Language::German);
    let classing = Classing { method: ClassMethod::Manual(vec![12.0, 18.0]), classes: 3, ..Classing::default() };
    run(&mut desk, Action::Edit(Command::SetClassing(IndicatorId::new("poor"), Some(classing))));
    let mut harness = screen(desk, planning::left_panel_ui, vec2(288.0, 830.0), Scheme::Light);
    let told = |harness: &Harness<'_, Screen>| {
        let node = harness.get_by_label_contains("Verteilung: unter 12: ");
        (egui_kittest::kittest::NodeT::accesskit_node(&node).label().unwrap_or_default(), node.rect())
    };
    let (said, rect) = told(&harness);
    assert!(said.contains("; 12 bis unter 18: ") && said.contains("; 18 und mehr: ") && said.ends_with("Gebiete"), "{said}");
    harness.hover_at(pos2(rect.right() - 4.0, rect.center().y));
    harness.run_steps(60);
    assert!(harness.query_all_by_label_contains("18 und mehr: ").any(|it| it.rect() != rect), "under the pointer");
    click(&mut harness, "Werte für: Räume");
    harness.run_steps(3);
    assert!(told(&harness).0.contains("Räume"), "{}", told(&harness).0);
}
