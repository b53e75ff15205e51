//! The drawers: table, history, saved views.
use eframe::egui::{Key, Modifiers, OutputCommand, vec2};
use egui_kittest::{Harness, kittest::Queryable as _};
use planraum::{
    desk::{
        action::{Action, AreaWork, Drawing, LookAt, Showing},
        look::Drawer,
    },
    geometry::DistrictIx,
    model::{
        id::{AreaId, DistrictKey, ViewId},
        saved_view::Level,
    },
    project::{Command, PlanChange},
    views::{planning, theme::Scheme},
    words::Language,
};

use super::desk::{Screen, click, faults, run, screen, small, write};

fn drawer(drawer: Drawer, language: Language) -> Harness<'static, Screen> {
    let mut desk = small(language);
    run(&mut desk, Action::Look(LookAt::Drawer(drawer)));
    screen(desk, planning::drawer_ui, vec2(860.0, 340.0), Scheme::Light)
}

/// Names in the order of the rows on the screen.
fn names(harness: &Harness<'_, Screen>) -> Vec<String> {
    let mut rows: Vec<(f32, String)> = harness
        .query_all_by_role(eframe::egui::Role::Row)
        .map(|it| (it.rect().top(), egui_kittest::kittest::NodeT::accesskit_node(&it).label().unwrap_or_default()))
        .collect();
    rows.sort_by(|a, b| a.0.total_cmp(&b.0));
    rows.into_iter().map(|it| it.1.split(", ").nth(1).unwrap_or_default().to_owned()).collect()
}

#[test]
fn the_table_sorts_by_its_heads() {
    let mut harness = drawer(Drawer::Table, Language::German);
    assert_eq!(names(&harness)[..3], ["Adorf", "Behausen", "Ceheim"], "as the file has them");
    click(&mut harness, "Wert");
    let sorted = names(&harness);
    assert_eq!(sorted[0], "Habach", "the largest first: {sorted:?}");
    assert_eq!(
        sorted[7..].iter().map(String::as_str).collect::<std::collections::BTreeSet<_>>(),
        ["Defeld", "Forst"].into(),
        "unknown last"
    );
    click(&mut harness, "Wert");
    assert_eq!(names(&harness)[0], "Adorf");
    assert_eq!(names(&harness)[8], "Forst");
}

#[test]
fn a_row_selects_and_the_selection_marks_rows() {
    let mut harness = drawer(Drawer::Table, Language::German);
    harness.get_by_label_contains(", Behausen").click();
    harness.run_steps(3);
    assert_eq!(harness.state().asked, [Action::Look(LookAt::SelectDistrict { district: Some(DistrictIx(1)), add: false })]);
    harness.get_by_label_contains(", Erode").click_modifiers(Modifiers::COMMAND);
    harness.run_steps(3);
    let keys: Vec<_> = harness.state().desk.look().selection.districts.iter().map(DistrictKey::as_str).collect();
    assert_eq!(keys, ["d1", "d4"]);
    let chosen = harness.query_all_by_role(eframe::egui::Role::Row).filter(|it| {
        let node = egui_kittest::kittest::NodeT::accesskit_node(it);
        node.is_selected() == Some(true) || node.toggled() == Some(eframe::egui::accesskit::Toggled::True)
    });
    assert_eq!(chosen.count(), 2);
}

#[test]
fn arrows_walk_the_rows_and_enter_chooses() {
    let mut harness = drawer(Drawer::Table, Language::German);
    harness.get_by_label_contains(", Adorf").focus();
    harness.run_steps(2);
    harness.key_press(Key::ArrowDown);
    harness.run_steps(2);
    harness.key_press(Key::ArrowDown);
    harness.run_steps(2);
    assert!(harness.get_by_label_contains(", Ceheim").is_focused());
    harness.key_press(Key::Enter);
    harness.run_steps(2);
    assert_eq!(harness.state().asked, [Action::Look(LookAt::SelectDistrict { district: Some(DistrictIx(2)), add: false })]);
    harness.key_press(Key::End);
    harness.run_steps(3);
    assert!(harness.get_by_label_contains(", Forst").is_focused(), "the list follows the focus");
}

#[test]
fn an_area_is_assigned_from_the_table() {
    let mut harness = drawer(Drawer::Table, Language::German);
    harness.get_by_label_contains(", Eftal").click_secondary();
    harness.run_steps(3);
    click(&mut harness, "Süd");
    assert_eq!(harness.state().asked, [Action::Draw(Drawing::Put { districts: vec![DistrictIx(5)], area: Some(AreaId(3)) })]);
    assert_eq!(harness.state().desk.shown_plan().unwrap().area_of[&DistrictKey::new("d5")], AreaId(3));
}

#[test]
fn the_table_is_copied_as_a_spreadsheet_takes_it() {
    let mut harness = drawer(Drawer::Table, Language::German);
    harness.get_by_label("Tabelle kopieren, für Excel").click();
    let mut copied = None;
    for _ in 0..4 {
        harness.step();
        for command in &harness.output().platform_output.commands {
            if let OutputCommand::CopyText(text) = command {
                copied = Some(text.clone());
            }
        }
    }
    let copied = copied.expect("a table");
    let lines: Vec<&str> = copied.lines().collect();
    assert_eq!(lines[0], "Schlüssel\tName\tRaum\tWert\tZähler\tNenner\tRang\tStand");
    assert_eq!(lines[4], "d3\tDefeld\t2 Mitte\t–\t\t\t\tgeheim");
    assert_eq!(lines.len(), 13, "head, nine districts, a blank line, what it is, where it is from");
}

#[test]
fn the_same_table_holds_the_areas() {
    let mut harness = drawer(Drawer::Table, Language::German);
    click(&mut harness, "Werte für: Räume");
    assert_eq!(harness.state().asked, [Action::Look(LookAt::Level(Level::Areas))]);
    assert_eq!(names(&harness), ["Nord", "Mitte", "Süd"]);
}

#[test]
fn history_goes_back_and_forth() {
    let mut desk = small(Language::German);
    for name in ["Ost", "West"] {
        run(&mut desk, Action::Area(AreaWork::Rename(AreaId(1), name.into())));
    }
    run(&mut desk, Action::Look(LookAt::Drawer(Drawer::History)));
    let mut harness = screen(desk, planning::drawer_ui, vec2(300.0, 400.0), Scheme::Light);
    click(&mut harness, "Anfang");
    assert_eq!(harness.state().asked, [Action::GoToStep(0)]);
    assert_eq!(harness.state().desk.shown_plan().unwrap().area(AreaId(1)).unwrap().name, "Nord");
    assert_eq!(harness.query_all_by_label_contains("zurückgenommen").filter(|it| it.rect().height() > 30.0).count(), 2);
    harness.get_all_by_label_contains("West").find(|it| it.rect().height() > 30.0).unwrap().click();
    harness.run_steps(3);
    assert_eq!(harness.state().desk.history().taken(), 2);
}

#[test]
fn views_are_kept_renamed_moved_and_shown() {
    let mut harness = drawer(Drawer::Views, Language::German);
    write(&mut harness, "Überschrift", "Wo Kinder arm sind");
    click(&mut harness, "Ansicht speichern");
    click(&mut harness, "Ansicht speichern");
    assert_eq!(harness.state().desk.project().views.len(), 2);
    assert_eq!(harness.state().desk.project().views[0].title, "Wo Kinder arm sind");
    assert_eq!(harness.state().desk.project().views[1].title, "Kinder in Armut – Entwurf A", "a headline is suggested");
    click(&mut harness, "Mehr zu „Wo Kinder arm sind“");
    click(&mut harness, "Nach unten");
    assert_eq!(harness.state().desk.project().views[1].title, "Wo Kinder arm sind");
    click(&mut harness, "„Wo Kinder arm sind“ vorführen");
    assert_eq!(harness.state().asked.last(), Some(&Action::Show(Showing::Start(Some(ViewId(1))))));
}

#[test]
fn everything_has_a_name_in_both_languages() {
    for language in [Language::German, Language::English] {
        for kind in [Drawer::Table, Drawer::History, Drawer::Views] {
            let harness = drawer(kind, language);
            assert_eq!(faults(&harness), Vec::<String>::new(), "{kind:?}");
        }
    }
}

fn last_step(desk: &planraum::desk::Desk) -> String {
    desk.words().tell(&desk.history().to_undo().unwrap().title)
}

#[test]
fn areas_sort_by_number_and_by_name() {
    let mut harness = drawer(Drawer::Table, Language::German);
    click(&mut harness, "Werte für: Räume");
    let value = |harness: &Harness<'_, Screen>, name: &str| {
        let overlay = harness.state().desk.overlay_at(Level::Areas).unwrap().as_ref().as_ref().unwrap().get().clone();
        overlay.units.iter().find(|it| it.name == name).unwrap().value.shown().unwrap_or(f64::NEG_INFINITY)
    };
    click(&mut harness, "Wert");
    let sorted = names(&harness);
    assert_eq!(sorted.len(), 3);
    assert!(value(&harness, &sorted[0]) >= value(&harness, &sorted[1]) && value(&harness, &sorted[1]) >= value(&harness, &sorted[2]));
    click(&mut harness, "Name");
    assert_eq!(names(&harness), ["Mitte", "Nord", "Süd"]);
    run(&mut harness.state_mut().desk, Action::Area(AreaWork::Rename(AreaId(2), "Zentrum".into())));
    harness.run_steps(3);
    assert_eq!(names(&harness), ["Nord", "Süd", "Zentrum"], "another name has another place at once");
}

#[test]
fn what_is_chosen_elsewhere_comes_into_sight_once() {
    let mut desk = small(Language::German);
    run(&mut desk, Action::Look(LookAt::Drawer(Drawer::Table)));
    let mut harness = screen(desk, planning::drawer_ui, vec2(860.0, 170.0), Scheme::Light);
    let seen = |harness: &Harness<'_, Screen>, name: &str| {
        let window = eframe::egui::Rect::from_min_size(eframe::egui::Pos2::ZERO, vec2(860.0, 170.0));
        harness.query_by_label_contains(name).is_some_and(|it| window.contains_rect(it.rect()))
    };
    assert!(!seen(&harness, ", Forst") && seen(&harness, ", Adorf"));
    run(&mut harness.state_mut().desk, Action::Look(LookAt::SelectDistrict { district: Some(DistrictIx(8)), add: false }));
    harness.run_steps(4);
    assert!(seen(&harness, ", Forst"), "the map's choice is scrolled to");
    for _ in 0..12 {
        harness.query_all_by_role(eframe::egui::Role::Row).next().unwrap().scroll_up();
        harness.run_steps(3);
    }
    assert!(seen(&harness, ", Adorf"), "and then the list is the planner's again");
}

#[test]
fn a_row_under_the_pointer_is_marked_on_the_map() {
    let mut harness = drawer(Drawer::Table, Language::German);
    let row = harness.get_by_label_contains(", Ceheim").rect().center();
    harness.hover_at(row);
    harness.run_steps(3);
    assert_eq!(harness.state().desk.look().hover, Some(DistrictIx(2)));
    harness.hover_at(eframe::egui::pos2(10.0, 10.0));
    harness.run_steps(3);
    assert_eq!(harness.state().desk.look().hover, None);
}

#[test]
fn steps_are_told_by_name() {
    let mut desk = small(Language::German);
    let put = |desk: &mut planraum::desk::Desk, districts: &[u32], area: Option<u32>| {
        let districts = districts.iter().map(|it| DistrictIx(*it)).collect();
        run(desk, Action::Draw(Drawing::Put { districts, area: area.map(AreaId) }));
    };
    put(&mut desk, &[5], Some(3));
    assert_eq!(last_step(&desk), "Eftal → Süd");
    put(&mut desk, &[0, 1], Some(2));
    assert_eq!(last_step(&desk), "Adorf und Behausen → Mitte");
    put(&mut desk, &[0, 1, 2, 3], Some(1));
    assert_eq!(last_step(&desk), "3 Gebiete → Nord", "of more only how many");
    put(&mut desk, &[3], None);
    assert_eq!(last_step(&desk), "Defeld herausgenommen");
    let classing = planraum::model::classing::Classing { classes: 4, ..Default::default() };
    let poor = planraum::model::id::IndicatorId::new("poor");
    run(&mut desk, Action::Edit(planraum::project::Command::SetClassing(poor, Some(classing))));
    assert_eq!(last_step(&desk), "Klassen von „Kinder in Armut“: natürliche Grenzen · 5 → natürliche Grenzen · 4", "its name, not its id");
    let plan = desk.look().plan.unwrap();
    run(&mut desk, Action::Plan(planraum::desk::action::PlanWork::Target(plan, planraum::model::plan::Target::Fixed(35_000.0))));
    assert!(last_step(&desk).ends_with(": Mittel der Räume → 35.000"), "{}", last_step(&desk));
    run(&mut desk, Action::Look(LookAt::SelectDistrict { district: Some(DistrictIx(1)), add: false }));
    run(&mut desk, Action::Area(AreaWork::SplitOff(AreaId(1))));
    assert_eq!(last_step(&desk), "Behausen von „Nord“ abgetrennt: „Raum 4“");
    run(&mut desk, Action::Area(AreaWork::Merge { into: AreaId(1), from: AreaId(3) }));
    assert_eq!(last_step(&desk), "„Süd“ und „Nord“ zu „Nord“ zusammengelegt");
    run(&mut desk, Action::Area(AreaWork::Delete(AreaId(1))));
    assert_eq!(last_step(&desk), "Raum „Nord“ aufgelöst");
}

#[test]
fn many_classes_are_warned_of_before_a_view_is_kept() {
    let warning = "Mehr als 5 Klassen sind an der Wand schwer auseinanderzuhalten.";
    let mut harness = drawer(Drawer::Views, Language::German);
    assert!(harness.query_by_label(warning).is_none());
    let classing = planraum::model::classing::Classing {
        method: planraum::model::classing::ClassMethod::EqualInterval,
        classes: 7,
        ..Default::default()
    };
    let poor = planraum::model::id::IndicatorId::new("poor");
    run(&mut harness.state_mut().desk, Action::Edit(planraum::project::Command::SetClassing(poor, Some(classing))));
    harness.run_steps(3);
    assert!(harness.query_by_label(warning).is_some());
}

/// A district put into the area that it is in made a step „Adorf → Nord“, and one had to undo it to get at the one before.
#[test]
fn what_changes_nothing_is_no_step() {
    let mut desk = small(Language::German);
    run(&mut desk, Action::Draw(Drawing::Put { districts: vec![DistrictIx(5)], area: Some(AreaId(3)) }));
    run(&mut desk, Action::Undo);
    let plan = desk.look().plan.unwrap();
    let home = desk.shown_plan().unwrap().area_of[&DistrictKey::new("d0")];
    let assign = |key: &str, area| PlanChange::Assign([(DistrictKey::new(key), Some(area))].into());
    let idle = [
        Action::Draw(Drawing::Put { districts: vec![DistrictIx(0)], area: Some(home) }),
        Action::Edit(Command::InPlan(plan, assign("d0", home))),
        Action::Edit(Command::Together(vec![Command::InPlan(plan, assign("d0", home))])),
        Action::Edit(Command::SetClassing(planraum::model::id::IndicatorId::new("poor"), None)),
        Action::Area(AreaWork::Lock(home, planraum::model::planning_area::Lock::Free)),
        Action::Area(AreaWork::SplitOff(home)),
    ];
    for action in idle {
        run(&mut desk, action.clone());
        assert_eq!((desk.history().steps().len(), desk.history().taken()), (1, 0), "and what was undone can still be redone: {action:?}");
    }
}

/// Of „Klassen von „Kinder in Armut“: natürliche Grenzen · 5 → …“ one line showed the half that is always the same.
#[test]
fn a_long_step_takes_two_lines() {
    let mut desk = small(Language::German);
    let poor = planraum::model::id::IndicatorId::new("poor");
    for classes in [4, 7] {
        let classing = planraum::model::classing::Classing { classes, ..Default::default() };
        run(&mut desk, Action::Edit(Command::SetClassing(poor.clone(), Some(classing))));
    }
    run(&mut desk, Action::Look(LookAt::Drawer(Drawer::History)));
    let harness = screen(desk, planning::drawer_ui, vec2(300.0, 400.0), Scheme::Light);
    let title = "Klassen von „Kinder in Armut“: natürliche Grenzen · 4 → natürliche Grenzen · 7";
    let (row, line) = (harness.get_by_label_contains(&format!("{title}, jetzt")).rect(), harness.get_by_label(title).rect());
    assert!(line.height() > 24.0 && row.contains_rect(line), "{line} in {row}");
}

/// Forty rows could only be scrolled through: now what is typed is looked for, and what is left out is told.
#[test]
fn the_table_is_filtered_by_name_key_and_area() {
    let mut harness = drawer(Drawer::Table, Language::German);
    let filter = |harness: &mut Harness<'static, Screen>, text: &str| {
        write(harness, "Name, Schlüssel, Raum", text);
        names(harness)
    };
    for (typed, found) in [
        ("DEFELD", &["Defeld"][..]),
        ("d7", &["Habach"]),
        ("sued", &["Gehagen", "Habach"]),
        ("Süd hab", &["Habach"]),
        ("nicht zugeordnet", &["Eftal", "Forst"]),
    ] {
        assert_eq!(filter(&mut harness, typed), found, "{typed}");
    }
    assert!(harness.query_by_label_contains(", Eftal").unwrap().is_focused(), "Enter leaves for the first row");
    let copied = harness.query_by_label_contains("2 von 9 · Kinder in Armut");
    assert!(copied.is_some() || said(&harness).contains("2 von 9 · Kinder in Armut"), "{}", said(&harness));
    assert_eq!(filter(&mut harness, "zzz"), Vec::<String>::new());
    assert!(harness.query_by_label("Keine Zeile passt zu „zzz“.").is_some());
    assert_eq!(faults(&harness), Vec::<String>::new());
    click(&mut harness, "Filter leeren");
    assert_eq!(names(&harness).len(), 9);
    assert!(harness.query_by_label("Filter leeren").is_none() && !said(&harness).contains("von 9"));
}

/// All painted text.
fn said(harness: &Harness<'_, Screen>) -> String {
    use eframe::egui::Shape;
    fn of(shape: &Shape, all: &mut Vec<String>) {
        match shape {
            Shape::Text(text) => all.push(text.galley.text().to_owned()),
            Shape::Vec(shapes) => shapes.iter().for_each(|it| of(it, all)),
            _ => {}
        }
    }
    let mut all = Vec::new();
    harness.output().shapes.iter().for_each(|it| of(&it.shape, &mut all));
    all.join(" | ")
}

/// Emptying or deleting an area changed the target and every deviation without a word.
#[test]
fn an_area_that_gets_empty_is_told_with_the_target() {
    let notes = |desk: &planraum::desk::Desk| {
        let words = desk.words();
        desk.notes().notes().iter().map(|it| words.tell(&it.message)).collect::<Vec<_>>().join(" | ")
    };
    let told = "Statt 3 sind jetzt 2 Räume besetzt.";
    let mut desk = small(Language::German);
    run(&mut desk, Action::Draw(Drawing::Put { districts: vec![DistrictIx(6)], area: Some(AreaId(2)) }));
    assert!(!notes(&desk).contains("besetzt"), "Habach is still in the third: {}", notes(&desk));
    run(&mut desk, Action::Draw(Drawing::Put { districts: vec![DistrictIx(7)], area: Some(AreaId(2)) }));
    assert!(notes(&desk).contains(told), "{}", notes(&desk));
    let harness = screen(desk, planning::right_panel_ui, vec2(320.0, 700.0), Scheme::Light);
    assert!(said(&harness).contains("3 · 1 leer · Ziel "), "{}", said(&harness));
    let mut desk = small(Language::German);
    run(&mut desk, Action::Area(AreaWork::Delete(AreaId(3))));
    assert!(notes(&desk).contains(told), "{}", notes(&desk));
    let mut desk = small(Language::German);
    let plan = desk.look().plan.unwrap();
    run(&mut desk, Action::Plan(planraum::desk::action::PlanWork::Target(plan, planraum::model::plan::Target::Fixed(2000.0))));
    run(&mut desk, Action::Area(AreaWork::Delete(AreaId(3))));
    assert!(!notes(&desk).contains("besetzt"), "a fixed target stays: {}", notes(&desk));
}
