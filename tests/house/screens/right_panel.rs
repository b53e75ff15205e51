//! The right panel: areas, their figures, and what can be done with them.
use eframe::egui::{Key, vec2};
use egui_kittest::{Harness, kittest::Queryable as _};
use planraum::{
    desk::{
        action::{Action, AreaWork, Drawing, LookAt, PlanWork},
        look::Tool,
    },
    geometry::DistrictIx,
    model::{
        id::{AreaId, PlanId},
        plan::Target,
        planning_area::Lock,
    },
    project::{Command, PlanChange},
    views::{planning, theme::Scheme},
    words::Language,
};

use super::desk::{Screen, click, faults, part, run, screen, small, small_without_plans, write};

fn panel(language: Language) -> Harness<'static, Screen> {
    screen(small(language), planning::right_panel_ui, vec2(344.0, 830.0), Scheme::Light)
}

fn asked<'a>(harness: &'a Harness<'_, Screen>) -> &'a [Action] {
    &harness.state().asked
}

#[test]
fn rows_say_what_the_board_says() {
    let harness = panel(Language::German);
    for row in ["1, Nord, 3.000, +28,6 %", "2, Mitte, 2.000, −14,3 %", "3, Süd, 2.000, −14,3 %"] {
        assert!(harness.query_by_label(&row.replace(" %", "\u{a0}%")).is_some(), "{row}");
    }
    assert!(harness.query_by_label("Nicht zugeordnet: Eftal").is_some());
    assert!(harness.query_by_label("Forst, 1\u{a0}km² unbewohnt").is_some());
}

#[test]
fn a_row_is_chosen_and_locked() {
    let mut harness = panel(Language::German);
    harness.get_by_label_contains("2, Mitte").click();
    harness.run_steps(3);
    click(&mut harness, "Mitte: frei");
    assert_eq!(asked(&harness), [Action::Look(LookAt::SelectArea(Some(AreaId(2)))), Action::Area(AreaWork::Lock(AreaId(2), Lock::Fixed))]);
    assert!(harness.query_by_label("Mitte: gesperrt").is_some());
}

#[test]
fn a_number_opens_what_it_rests_on() {
    let mut harness = panel(Language::German);
    let figure = "Nord, Kinder in Armut: 11,7\u{a0}%";
    click(&mut harness, figure);
    assert!(harness.query_by_label("35 von 300").is_some());
    assert!(harness.query_by_label("Beispielwert (erfunden)").is_some());
    assert_eq!(asked(&harness), [], "looking changes nothing");
}

/// The target went up when an area was emptied, and nothing told why.
#[test]
fn the_target_of_the_areas_can_be_opened_and_follows_those_that_hold_districts() {
    let mut harness = panel(Language::German);
    click(&mut harness, "Ziel je Raum 2.333: Was dahintersteht");
    for said in ["7.000", "3 von 3 Räumen"] {
        assert!(harness.query_by_label(said).is_some(), "{said}");
    }
    let mut desk = small(Language::German);
    let members: Vec<_> =
        (0..).map(DistrictIx).take(20).filter(|it| desk.board().unwrap().assignment().area_of(*it) == Some(AreaId(2))).collect();
    run(&mut desk, Action::Draw(Drawing::Put { districts: members, area: None }));
    let mut harness = screen(desk, planning::right_panel_ui, vec2(344.0, 830.0), Scheme::Light);
    click(&mut harness, "Ziel je Raum 2.500: Was dahintersteht");
    assert!(harness.query_by_label("2 von 3 Räumen").is_some(), "the empty one does not count");
    run(&mut harness.state_mut().desk, Action::Plan(PlanWork::Target(PlanId(2), Target::Fixed(2_000.0))));
    harness.run_steps(3);
    assert!(harness.query_by_label_contains("Fester Wert").is_some());
    assert_eq!(faults(&harness), Vec::<String>::new());
}

/// An area without districts has no figures that „make no sense“: it is empty.
#[test]
fn an_area_that_holds_nothing_yet_says_so() {
    for (language, empty, senseless) in [
        (Language::German, "4, Raum 4, leer, noch kein Gebiet", "nicht sinnvoll"),
        (Language::English, "4, Area 4, empty, no district yet", "not meaningful"),
    ] {
        let mut desk = small(language);
        run(&mut desk, Action::Area(AreaWork::New));
        let harness = screen(desk, planning::right_panel_ui, vec2(344.0, 830.0), Scheme::Light);
        assert_eq!(harness.query_all_by_label_contains(senseless).count(), 0);
        assert_eq!(harness.query_all_by_label(empty).count(), 1);
    }
}

#[test]
fn f2_renames_the_chosen_area() {
    let mut harness = panel(Language::German);
    harness.get_by_label_contains("3, Süd").click();
    harness.run_steps(3);
    harness.key_press(Key::F2);
    harness.run_steps(4);
    write(&mut harness, "Name", "Südharz");
    assert_eq!(asked(&harness).last(), Some(&Action::Area(AreaWork::Rename(AreaId(3), "Südharz".into()))));
    write(&mut harness, "Kürzel", "R2");
    assert!(!asked(&harness).iter().any(|it| matches!(it, Action::Edit(_))), "a code that another area has is not taken");
    write(&mut harness, "Kürzel", "S");
    let change = PlanChange::RecodeArea(AreaId(3), "S".into());
    assert_eq!(asked(&harness).last(), Some(&Action::Edit(Command::InPlan(PlanId(2), change))));
}

#[test]
fn a_name_waits_until_the_field_is_left_and_escape_gives_it_back() {
    let mut harness = panel(Language::German);
    harness.get_by_label_contains("1, Nord").click();
    harness.run_steps(3);
    click(&mut harness, "Bearbeiten");
    part(&harness, "Name").focus();
    harness.run_steps(2);
    part(&harness, "Name").type_text("west");
    harness.run_steps(2);
    let renamed = |it: &Action| matches!(it, Action::Area(AreaWork::Rename(..)));
    assert!(!asked(&harness).iter().any(renamed));
    harness.key_press(Key::Escape);
    harness.run_steps(3);
    assert!(!asked(&harness).iter().any(renamed));
    assert_eq!(part(&harness, "Name").value().as_deref(), Some("Nord"));
}

#[test]
fn merging_splitting_and_deleting_wait_below() {
    let mut desk = small(Language::German);
    run(&mut desk, Action::Look(LookAt::SelectDistrict { district: Some(DistrictIx(1)), add: false }));
    let mut harness = screen(desk, planning::right_panel_ui, vec2(344.0, 900.0), Scheme::Light);
    click(&mut harness, "Bearbeiten");
    click(&mut harness, "Auswahl abtrennen: ein Gebiet");
    assert_eq!(asked(&harness).last(), Some(&Action::Area(AreaWork::SplitOff(AreaId(1)))));
    assert_eq!(harness.state().desk.shown_plan().unwrap().areas.len(), 4);
    harness.get_by_label_contains("1, Nord").click();
    harness.run_steps(3);
    click(&mut harness, "2 Teile trennen");
    click(&mut harness, "Bearbeiten");
    click(&mut harness, "Zusammenlegen");
    click(&mut harness, "Mitte");
    assert!(matches!(asked(&harness).last(), Some(Action::Area(AreaWork::Merge { into: AreaId(2), .. }))), "{:?}", asked(&harness).last());
}

#[test]
fn the_menu_sets_targets_and_locks_everything() {
    let mut harness = panel(Language::German);
    click(&mut harness, "Mehr zu den Räumen");
    write(&mut harness, "Fester Wert", "2.500");
    assert_eq!(asked(&harness).last(), Some(&Action::Plan(PlanWork::Target(PlanId(2), Target::Fixed(2500.0)))));
    if harness.query_by_label("Alle Räume sperren").is_none() {
        click(&mut harness, "Mehr zu den Räumen");
    }
    click(&mut harness, "Alle Räume sperren");
    assert_eq!(asked(&harness).last(), Some(&Action::Area(AreaWork::LockAll(Lock::Fixed))));
}

#[test]
fn a_running_stroke_shows_what_it_changes() {
    let mut desk = small(Language::German);
    run(&mut desk, Action::Draw(Drawing::Tool(Tool::Paint)));
    run(&mut desk, Action::Draw(Drawing::Begin { at: [500.0, 1500.0], erase: false }));
    let harness = screen(desk, planning::right_panel_ui, vec2(344.0, 830.0), Scheme::Light);
    assert!(harness.query_by_label("+900").is_some());
    assert!(harness.query_by_label("−900").is_some());
}

#[test]
fn the_chart_tells_its_values_and_its_break() {
    let mut desk = small(Language::German);
    run(&mut desk, Action::Look(LookAt::SelectArea(Some(AreaId(1)))));
    let harness = screen(desk, planning::right_panel_ui, vec2(344.0, 830.0), Scheme::Light);
    assert!(harness.query_by_label("1 Nord im Zeitverlauf").is_some());
    assert!(harness.query_by_label_contains("Nord: 2021 ").is_some());
    assert!(harness.query_by_label("Bruch 2023: neues Gesetz").is_some());
}

#[test]
fn a_protected_plan_offers_a_copy() {
    let mut desk = small(Language::German);
    run(&mut desk, Action::Look(LookAt::Plan(PlanId(1))));
    let mut harness = screen(desk, planning::right_panel_ui, vec2(344.0, 830.0), Scheme::Light);
    click(&mut harness, "Kopie anlegen");
    assert_eq!(asked(&harness), [Action::Plan(PlanWork::Duplicate(PlanId(1)))]);
}

#[test]
fn everything_has_a_name_in_both_languages() {
    for (language, edit) in [(Language::German, "Bearbeiten"), (Language::English, "Edit")] {
        let mut harness = panel(language);
        assert_eq!(faults(&harness), Vec::<String>::new());
        harness.get_by_label_contains("2, Mitte").click();
        harness.run_steps(3);
        click(&mut harness, edit);
        assert_eq!(faults(&harness), Vec::<String>::new(), "with the details open");
    }
}

#[test]
fn an_area_chosen_on_the_map_comes_into_sight() {
    let mut desk = small(Language::German);
    for _ in 0..12 {
        run(&mut desk, Action::Area(AreaWork::New));
    }
    run(&mut desk, Action::Look(LookAt::SelectArea(None)));
    let mut harness = screen(desk, planning::right_panel_ui, vec2(344.0, 600.0), Scheme::Light);
    let last = harness.state().desk.shown_plan().unwrap().areas.last().unwrap().clone();
    assert!(harness.query_by_label_contains(&format!(", {}", last.name)).is_none(), "it is far below");
    run(&mut harness.state_mut().desk, Action::Look(LookAt::SelectArea(Some(last.id))));
    harness.run_steps(20);
    let window = eframe::egui::Rect::from_min_size(eframe::egui::Pos2::ZERO, vec2(344.0, 600.0));
    let start = format!("{}, {}", last.chip(), last.name);
    let row = harness.query_all_by_label_contains(&start).find(|it| it.rect().height() > 30.0).unwrap();
    assert!(window.contains_rect(row.rect()), "{:?}", row.rect());
}

#[test]
fn without_a_plan_the_chart_is_there_and_a_plan_is_one_click_away() {
    let desk = small_without_plans(Language::German);
    assert!(desk.shown_plan().is_none());
    let mut harness = screen(desk, planning::right_panel_ui, vec2(344.0, 830.0), Scheme::Light);
    assert!(harness.query_by_label("Landkreis im Zeitverlauf").is_some());
    assert!(harness.query_by_label_contains(": 2021 ").is_some(), "the chart tells its values");
    run(&mut harness.state_mut().desk, Action::Look(LookAt::SelectDistrict { district: Some(DistrictIx(0)), add: false }));
    harness.run_steps(3);
    assert!(harness.query_by_label("Adorf im Zeitverlauf").is_some());
    assert_eq!(faults(&harness), Vec::<String>::new());
    click(&mut harness, "Neue Variante");
    assert!(harness.state().desk.shown_plan().is_some());
}
