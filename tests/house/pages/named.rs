//! Naming and typing with a real keyboard: a new area is named at once, and what is typed behind Tab goes where Tab goes.
use super::*;
use eframe::egui::Event;
use planraum::desk::{
    action::{AreaWork, Drawing},
    look::{Drawer, Tool},
};

fn planning(tool: Tool) -> Harness<'static, Seat> {
    let mut seat = Seat::with_sample(settings(Language::German));
    let plan = seat.plan("Entwurf A");
    seat.does(Action::Look(LookAt::Plan(plan)));
    seat.does(Action::Draw(Drawing::Tool(tool)));
    before(seat, SIZE)
}

fn types(harness: &mut Harness<'_, Seat>, text: &str) {
    harness.event(Event::Text(text.to_owned()));
    harness.run_steps(2);
}

fn last_area(harness: &Harness<'_, Seat>) -> String {
    harness.state().desk.shown_plan().unwrap().areas.last().unwrap().name.clone()
}

fn field<'a>(harness: &'a Harness<'_, Seat>, label: &'a str) -> egui_kittest::Node<'a> {
    harness.get_by(|it| it.role() == egui::accesskit::Role::TextInput && it.label().as_deref() == Some(label))
}

fn key_down(key: Key) -> Event {
    Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE }
}

/// A planner made three areas and found them called „Raum 8“ to „Raum 10“, with no word of where to name them.
#[test]
fn a_new_area_is_named_at_once() {
    for tool in [Tool::Select, Tool::Paint] {
        let mut harness = planning(tool);
        clicks(&mut harness, "Raum anlegen");
        assert_eq!(last_area(&harness), "Raum 8");
        types(&mut harness, "Harzvorland");
        assert_eq!(field(&harness, "Name").value().as_deref(), Some("Harzvorland"), "the usual name was selected, and is gone");
        presses(&mut harness, Modifiers::NONE, Key::Enter);
        assert_eq!(last_area(&harness), "Harzvorland", "{tool:?}");
        assert!(harness.query_by_label("Kürzel").is_none(), "the details fold again");

        clicks(&mut harness, "Raum anlegen");
        types(&mut harness, "doch nicht");
        presses(&mut harness, Modifiers::NONE, Key::Escape);
        let desk = &harness.state().desk;
        let new = desk.shown_plan().unwrap().areas.last().unwrap();
        assert_eq!((new.name.as_str(), desk.look().tool), ("Raum 9", tool), "Escape keeps the usual name, and the tool");
        assert_eq!((desk.look().selection.area, desk.look().brush.target), (Some(new.id), Some(new.id)), "and the area is chosen");
        assert!(harness.query_by_label("Kürzel").is_none());
    }
}

/// Two key strokes within one frame: the letter behind Tab went into the field that was left.
#[test]
fn what_is_typed_behind_tab_goes_into_the_next_field() {
    for frames in [1, 2] {
        let mut harness = planning(Tool::Select);
        harness.state_mut().does(Action::Look(LookAt::Drawer(Drawer::Views)));
        harness.run_steps(3);
        field(&harness, "Überschrift").focus();
        harness.run_steps(2);
        harness.input_mut().events.extend([Event::Text("Arm".into()), key_down(Key::Tab)]);
        if frames == 2 {
            harness.step();
        }
        harness.input_mut().events.extend([Event::Text("und ".into()), Event::Text("reich".into())]);
        harness.run_steps(4);
        let said = ["Überschrift", "Ein Satz dazu"].map(|it| field(&harness, it).value().unwrap_or_default());
        assert_eq!(said, ["Arm", "und reich"], "{frames}");
    }
}

/// And backwards, where the focus moves a frame later still.
#[test]
fn what_is_typed_behind_a_tab_backwards_goes_into_the_field_before() {
    let mut harness = planning(Tool::Select);
    harness.state_mut().does(Action::Look(LookAt::Drawer(Drawer::Views)));
    harness.run_steps(3);
    field(&harness, "Ein Satz dazu").focus();
    harness.run_steps(2);
    let back = Event::Key { key: Key::Tab, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::SHIFT };
    harness.input_mut().events.extend([Event::Text("reich".into()), back, Event::Text("Arm".into())]);
    harness.run_steps(4);
    let said = ["Überschrift", "Ein Satz dazu"].map(|it| field(&harness, it).value().unwrap_or_default());
    assert_eq!(said, ["Arm", "reich"]);
}

/// The brush painted into the first area while another one, or none, was seen chosen.
#[test]
fn the_brush_begins_with_the_area_that_is_seen_chosen() {
    let mut harness = planning(Tool::Select);
    let seen = |harness: &Harness<'_, Seat>| {
        let look = harness.state().desk.look().clone();
        (look.brush.target, look.selection.area)
    };
    let area = |harness: &Harness<'_, Seat>, at: usize| Some(harness.state().desk.shown_plan().unwrap().areas[at].id);
    presses(&mut harness, Modifiers::NONE, Key::P);
    assert_eq!(seen(&harness), (area(&harness, 0), area(&harness, 0)), "nothing was chosen: the first, and it is seen");
    presses(&mut harness, Modifiers::NONE, Key::Num3);
    assert_eq!(seen(&harness), (area(&harness, 2), area(&harness, 2)), "a digit chooses what is seen");
    presses(&mut harness, Modifiers::NONE, Key::A);
    let fifth = area(&harness, 4);
    let duderstadt = harness.state().desk.catalog().register.iter().find(|it| it.1.name == "Duderstadt").unwrap().0;
    harness.state_mut().does(Action::Look(LookAt::SelectDistrict { district: Some(duderstadt), add: false }));
    let of_district = harness.state().desk.look().selection.area;
    presses(&mut harness, Modifiers::NONE, Key::P);
    assert_eq!(seen(&harness), (of_district, of_district), "the area of the district that was clicked");
    harness.state_mut().does(Action::Look(LookAt::SelectArea(fifth)));
    harness.state_mut().does(Action::Look(LookAt::SelectDistrict { district: Some(duderstadt), add: false }));
    assert_eq!(seen(&harness), (fifth, fifth), "with the brush at hand a district chosen in the table aims nowhere else");
    harness.state_mut().does(Action::Area(AreaWork::New));
    assert_eq!(seen(&harness).0, seen(&harness).1);
    let other = harness.state().plan("Entwurf B");
    harness.state_mut().does(Action::Look(LookAt::Plan(other)));
    assert_eq!(seen(&harness), (area(&harness, 0), area(&harness, 0)), "in another plan the brush isn't empty");
}

/// Square brackets cannot be typed without AltGr on a German keyboard.
#[test]
fn comma_and_full_stop_set_the_width_of_the_brush() {
    let mut harness = planning(Tool::Paint);
    let radius = |harness: &Harness<'_, Seat>| harness.state().desk.look().brush.radius;
    let before = radius(&harness);
    presses(&mut harness, Modifiers::NONE, Key::Period);
    let wider = radius(&harness);
    assert!(wider > before);
    presses(&mut harness, Modifiers::NONE, Key::Comma);
    assert_eq!(radius(&harness), before);
    presses(&mut harness, Modifiers::NONE, Key::CloseBracket);
    assert_eq!(radius(&harness), wider, "the old keys still do");
}

/// 180 indicators on the start page, 89 in the search field.
#[test]
fn the_list_says_how_many_indicators_there_are_and_which_wait() {
    let mut harness = planning(Tool::Select);
    let all = harness.state().desk.catalog().series().len();
    harness.run_steps(2);
    let hint = format!("{all} Kennzahlen durchsuchen");
    assert!(harness.query_all_by(|it| it.placeholder() == Some(hint.as_str()) || it.label().as_deref() == Some(hint.as_str())).count() > 0);
    assert_eq!(said(&harness, "91 einzelne Altersjahre").len(), 1);
}

/// A new area's details stayed open over the list when one just went on painting, and folded much later at some Enter.
#[test]
fn a_new_area_is_named_by_going_on_on_the_map_too() {
    let mut harness = planning(Tool::Select);
    clicks(&mut harness, "Raum anlegen");
    types(&mut harness, "Harzvorland");
    let map = harness.get_by_role_and_label(egui::accesskit::Role::Canvas, "Karte").rect();
    harness.hover_at(map.left_center() + vec2(20.0, 0.0));
    harness.run_steps(1);
    presses_button(&mut harness, map.left_center() + vec2(20.0, 0.0));
    assert_eq!(last_area(&harness), "Harzvorland");
    assert!(harness.query_by_label("Kürzel").is_none(), "the details fold");

    clicks(&mut harness, "Raum anlegen");
    types(&mut harness, "Eichsfeld");
    presses(&mut harness, Modifiers::NONE, Key::Tab);
    assert_eq!((last_area(&harness).as_str(), said(&harness, "Kürzel").is_empty()), ("Eichsfeld", false), "one goes on in them");
    field(&harness, "Name").focus();
    harness.run_steps(2);
    presses(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(!said(&harness, "Kürzel").is_empty(), "it is no longer the first name");
}

fn presses_button(harness: &mut Harness<'_, Seat>, pos: egui::Pos2) {
    for pressed in [true, false] {
        harness.event(Event::PointerButton { pos, button: egui::PointerButton::Primary, pressed, modifiers: Modifiers::NONE });
        harness.run_steps(2);
    }
}

/// What was typed for one plan landed in another: Strg+Bild ab was heard amid a text, and the areas of a copied plan have the
/// same numbers.
#[test]
fn what_is_typed_for_one_plan_never_gets_into_another() {
    let mut harness = planning(Tool::Paint);
    let plan = harness.state().desk.shown_plan().unwrap().clone();
    harness.state_mut().does(Action::Plan(PlanWork::Duplicate(plan.id)));
    let copy = harness.state().desk.shown_plan().unwrap().id;
    let area = plan.areas[0].id;
    let reason = |harness: &Harness<'_, Seat>, plan| harness.state().desk.project().plan(plan).unwrap().areas[0].reason.clone();
    let before = reason(&harness, copy);
    harness.state_mut().does(Action::Look(LookAt::SelectArea(Some(area))));
    harness.run_steps(3);
    let label = "Warum verläuft die Grenze hier?";
    let written = |it: &egui_kittest::Node<'_>| it.accesskit_node().role() == egui::accesskit::Role::MultilineTextInput;
    harness.query_all_by_label(label).find(written).unwrap().focus();
    harness.run_steps(2);
    types(&mut harness, "Nur in der Kopie. ");
    presses(&mut harness, Modifiers::COMMAND, Key::PageUp);
    assert_eq!(harness.state().desk.shown_plan().unwrap().id, copy, "not amid a text");
    harness.state_mut().does(Action::Look(LookAt::Plan(plan.id)));
    harness.state_mut().does(Action::Look(LookAt::SelectArea(Some(area))));
    harness.run_steps(3);
    presses(&mut harness, Modifiers::NONE, Key::Tab);
    assert_eq!(reason(&harness, plan.id), before, "the other plan keeps its own");
    harness.state_mut().does(Action::Look(LookAt::Plan(copy)));
    harness.state_mut().does(Action::Look(LookAt::SelectArea(Some(area))));
    harness.run_steps(3);
    assert!(reason(&harness, copy).contains("Nur in der Kopie. "), "and the copy gets what was typed for it");
}

/// A stroke under way vanished without a word when the plan was changed by key.
#[test]
fn no_key_changes_the_plan_while_a_stroke_runs() {
    let mut harness = planning(Tool::Paint);
    let plan = harness.state().desk.shown_plan().unwrap().id;
    let pos = harness.get_by_role_and_label(egui::accesskit::Role::Canvas, "Karte").rect().center();
    harness.event(Event::PointerMoved(pos));
    harness.event(Event::PointerButton { pos, button: egui::PointerButton::Primary, pressed: true, modifiers: Modifiers::NONE });
    harness.step();
    assert!(harness.state().desk.drawing().stroke().is_some());
    for key in [Key::PageDown, Key::PageUp] {
        harness.key_press_modifiers(Modifiers::COMMAND, key);
        harness.step();
        let desk = &harness.state().desk;
        assert_eq!((desk.shown_plan().unwrap().id, desk.drawing().stroke().is_some()), (plan, true));
    }
}
