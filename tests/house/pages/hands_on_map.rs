//! A real mouse on the map: every button, the wheel and Esc, and what the desk has to say afterwards. Auditors found that
//! nothing tested more than the actions that the mouse was thought to cause.
use super::*;
use eframe::egui::{Event, MouseWheelUnit, PointerButton, Pos2, Rect, TouchPhase, pos2};
use planraum::{
    desk::{
        action::{AreaWork, Drawing},
        look::{Brush, Colouring, Tool},
    },
    geometry::{Bounds, DistrictIx, Point, locate::Rule},
    model::{
        id::AreaId,
        planning_area::{Lock, PlanningArea},
        saved_view::Extent,
    },
    views::map_gpu::Camera,
};

const LEFT: PointerButton = PointerButton::Primary;
const RIGHT: PointerButton = PointerButton::Secondary;

/// The planning page with Entwurf A, a tool in the hand and a brush that takes what is under its middle, into Münden.
fn holding(tool: Tool) -> Harness<'static, Seat> {
    let mut seat = Seat::with_sample(settings(Language::German));
    let plan = seat.plan("Entwurf A");
    seat.does(Action::Look(LookAt::Plan(plan)));
    seat.does(Action::Draw(Drawing::Tool(tool)));
    let target = area(&seat, "Münden").id;
    seat.does(Action::Draw(Drawing::Brush(Brush { target: Some(target), rule: Rule::Centre, ..Brush::default() })));
    before(seat, SIZE)
}

fn area<'a>(seat: &'a Seat, name: &str) -> &'a PlanningArea {
    seat.desk.shown_plan().unwrap().areas.iter().find(|it| it.name == name).unwrap()
}

fn map(harness: &Harness<'_, Seat>) -> Rect {
    harness.get_by(|it| it.role() == egui::accesskit::Role::Canvas).rect()
}

fn camera(harness: &Harness<'_, Seat>) -> Camera {
    harness.state().window.planning().camera().unwrap()
}

fn district(harness: &Harness<'_, Seat>, name: &str) -> DistrictIx {
    harness.state().desk.catalog().register.iter().find(|it| it.1.name == name).unwrap().0
}

fn centre(harness: &Harness<'_, Seat>, name: &str) -> Point {
    harness.state().desk.catalog().ground.locator.centre(district(harness, name)).unwrap()
}

/// Where a district lies on the screen.
fn on(harness: &Harness<'_, Seat>, name: &str) -> Pos2 {
    camera(harness).to_screen(map(harness), centre(harness, name))
}

/// The area of a district in the project.
fn area_of(harness: &Harness<'_, Seat>, name: &str) -> Option<String> {
    let desk = &harness.state().desk;
    let plan = desk.shown_plan().unwrap();
    let key = &desk.catalog().register.get(district(harness, name)).unwrap().key;
    plan.area_of.get(key).and_then(|it| plan.area(*it)).map(|it| it.name.clone())
}

fn taken(harness: &Harness<'_, Seat>) -> usize {
    harness.state().desk.history().taken()
}

fn target(harness: &Harness<'_, Seat>) -> Option<AreaId> {
    harness.state().desk.look().brush.target
}

fn button(at: Pos2, button: PointerButton, pressed: bool) -> Event {
    Event::PointerButton { pos: at, button, pressed, modifiers: Modifiers::NONE }
}

/// The button goes down at the first place and is held over the others, a frame for each.
fn drags(harness: &mut Harness<'_, Seat>, with: PointerButton, places: &[Pos2]) {
    harness.event(Event::PointerMoved(places[0]));
    harness.event(button(places[0], with, true));
    places[1..].iter().for_each(|it| harness.event(Event::PointerMoved(*it)));
    harness.step();
}

fn lets_go(harness: &mut Harness<'_, Seat>, with: PointerButton, at: Pos2) {
    harness.event(button(at, with, false));
    harness.run_steps(3);
}

/// Corners around a place, closed.
fn around(at: Pos2, reach: f32) -> Vec<Pos2> {
    [(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)].map(|(x, y)| at + vec2(x, y) * reach).to_vec()
}

#[test]
fn a_stroke_takes_what_it_runs_over_and_is_one_step() {
    let mut harness = holding(Tool::Paint);
    let [from, to] = ["Friedland", "Gleichen"].map(|it| on(&harness, it));
    drags(&mut harness, LEFT, &[from, from.lerp(to, 0.3), from.lerp(to, 0.7), to]);
    assert!(harness.state().desk.drawing().stroke().is_some());
    assert_eq!((area_of(&harness, "Friedland").as_deref(), taken(&harness)), (Some("Umland West/Süd"), 0), "nothing is decided yet");
    assert!(!harness.state().desk.deltas().is_empty());
    lets_go(&mut harness, LEFT, to);
    assert_eq!(["Friedland", "Gleichen"].map(|it| area_of(&harness, it)), ["Münden"; 2].map(|it| Some(it.to_owned())));
    assert_eq!(taken(&harness), 1);
}

/// A mouse that is pressed, swept over half the county and let go between two frames.
#[test]
fn a_stroke_within_one_frame_begins_where_the_button_went_down() {
    let mut harness = holding(Tool::Paint);
    let [from, to] = ["Friedland", "Duderstadt"].map(|it| (on(&harness, it), centre(&harness, it)));
    harness.event(Event::PointerMoved(from.0 - vec2(3.0, 0.0)));
    harness.step();
    harness.input_mut().events.extend([Event::PointerMoved(from.0), button(from.0, LEFT, true), Event::PointerMoved(to.0)]);
    harness.run_steps(1);
    lets_go(&mut harness, LEFT, to.0);
    let desk = &harness.state().desk;
    let hit = desk.catalog().ground.locator.touching_capsule(from.1, to.1, 0.5);
    assert!(hit.len() > 2, "more than its ends");
    let plan = desk.shown_plan().unwrap();
    for it in hit {
        let found = desk.catalog().register.get(it).unwrap();
        assert_eq!(plan.area_of.get(&found.key), target(&harness).as_ref(), "{}", found.name);
    }
    assert_eq!(taken(&harness), 1);
}

/// Auditors found that lasso and rectangle told nothing until they were let go.
#[test]
fn loop_and_rectangle_show_what_they_would_do_and_then_do_it() {
    for tool in [Tool::Lasso, Tool::Rectangle] {
        let mut harness = holding(tool);
        let at = on(&harness, "Friedland");
        let corners = around(at, 9.0);
        let way = if tool == Tool::Lasso { corners.clone() } else { vec![corners[0], corners[2]] };
        drags(&mut harness, LEFT, &way);
        let desk = &harness.state().desk;
        let ghost = desk.drawing().ghost().unwrap_or_else(|| panic!("{tool:?} shows what it would take"));
        assert_eq!(ghost.districts, [district(&harness, "Friedland")], "{tool:?}");
        let deltas = desk.deltas();
        let gains = deltas.iter().find(|it| it.area == target(&harness)).unwrap();
        assert!(gains.change.is_some_and(|it| it > 0.0) && gains.compactness_after.is_some(), "{gains:?}");
        let [before, after] = gains.shown.as_ref().unwrap();
        assert_ne!(
            before.get().value.or(before.get().estimate),
            after.get().value.or(after.get().estimate),
            "the indicator that is chosen"
        );
        assert_eq!(taken(&harness), 0);
        lets_go(&mut harness, LEFT, *way.last().unwrap());
        assert_eq!((area_of(&harness, "Friedland").as_deref(), taken(&harness)), (Some("Münden"), 1), "{tool:?}");
        assert!(harness.state().desk.drawing().ghost().is_none());
    }
}

#[test]
fn the_right_button_takes_out() {
    for tool in [Tool::Paint, Tool::Rectangle, Tool::Lasso] {
        let mut harness = holding(tool);
        let at = on(&harness, "Friedland");
        let corners = around(at, 9.0);
        let way = match tool {
            Tool::Paint => vec![at, at + vec2(1.0, 0.0)],
            Tool::Rectangle => vec![corners[0], corners[2]],
            _ => corners,
        };
        drags(&mut harness, RIGHT, &way);
        lets_go(&mut harness, RIGHT, *way.last().unwrap());
        assert_eq!((area_of(&harness, "Friedland"), taken(&harness)), (None, 1), "{tool:?}");
    }
}

/// Auditors found Alt only with brush and eraser.
#[test]
fn alt_takes_the_area_under_the_pointer_as_target_with_every_tool() {
    for tool in [Tool::Paint, Tool::Erase, Tool::Lasso, Tool::Rectangle] {
        let mut harness = holding(tool);
        let at = on(&harness, "Duderstadt");
        let eichsfeld = area(harness.state(), "Eichsfeld").id;
        harness.event(Event::PointerMoved(at));
        harness.event(Event::ModifiersChanged(Modifiers::ALT));
        harness.event(button(at, LEFT, true));
        harness.event(button(at, LEFT, false));
        harness.event(Event::ModifiersChanged(Modifiers::NONE));
        harness.run_steps(3);
        assert_eq!((target(&harness), taken(&harness)), (Some(eichsfeld), 0), "{tool:?}");
    }
}

/// With a loop or a rectangle a click that drags nothing is free: it chooses the target, as a click in the list does.
#[test]
fn an_area_chosen_by_click_or_in_the_list_is_the_target() {
    for tool in [Tool::Lasso, Tool::Rectangle] {
        let mut harness = holding(tool);
        let at = on(&harness, "Duderstadt");
        drags(&mut harness, LEFT, &[at]);
        lets_go(&mut harness, LEFT, at);
        let eichsfeld = area(harness.state(), "Eichsfeld").id;
        assert_eq!((target(&harness), taken(&harness)), (Some(eichsfeld), 0), "{tool:?}");
        let osterode = area(harness.state(), "Osterode").id;
        harness.state_mut().does(Action::Look(LookAt::SelectArea(Some(osterode))));
        assert_eq!(target(&harness), Some(osterode));
    }
}

#[test]
fn escape_drops_what_was_begun_and_keeps_the_tool() {
    for tool in [Tool::Paint, Tool::Lasso, Tool::Rectangle] {
        let mut harness = holding(tool);
        let at = on(&harness, "Friedland");
        let corners = around(at, 9.0);
        let way = if tool == Tool::Rectangle { vec![corners[0], corners[2]] } else { corners };
        drags(&mut harness, LEFT, &way);
        presses(&mut harness, Modifiers::NONE, Key::Escape);
        assert!(harness.state().desk.drawing().stroke().is_none() && harness.state().desk.deltas().is_empty(), "{tool:?}");
        assert_eq!(harness.state().desk.look().tool, tool, "one step back is enough");
        lets_go(&mut harness, LEFT, at);
        assert_eq!((area_of(&harness, "Friedland").as_deref(), taken(&harness)), (Some("Umland West/Süd"), 0), "{tool:?}");
    }
}

/// What was begun with one tool must not be ended with another.
#[test]
fn another_tool_in_the_middle_drops_the_loop() {
    let mut harness = holding(Tool::Lasso);
    let at = on(&harness, "Friedland");
    drags(&mut harness, LEFT, &around(at, 9.0));
    presses(&mut harness, Modifiers::NONE, Key::A);
    lets_go(&mut harness, LEFT, at);
    presses(&mut harness, Modifiers::NONE, Key::L);
    assert_eq!((taken(&harness), harness.state().desk.look().tool), (0, Tool::Lasso));
}

#[test]
fn a_click_chooses_the_district_under_it() {
    let mut harness = holding(Tool::Select);
    let at = on(&harness, "Duderstadt");
    drags(&mut harness, LEFT, &[at]);
    lets_go(&mut harness, LEFT, at);
    let desk = &harness.state().desk;
    let chosen: Vec<_> = desk.look().selection.districts.iter().filter_map(|it| desk.catalog().register.find(it)).collect();
    assert_eq!(chosen, [district(&harness, "Duderstadt")]);
    assert_eq!(desk.look().hover, Some(district(&harness, "Duderstadt")));
    assert_eq!(desk.look().selection.area, Some(area(harness.state(), "Eichsfeld").id));
}

#[test]
fn the_wheel_zooms_to_the_pointer() {
    let mut harness = holding(Tool::Paint);
    let (at, before) = (on(&harness, "Duderstadt"), camera(&harness));
    harness.event(Event::PointerMoved(at));
    let wheel = Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, 120.0),
        phase: TouchPhase::Move,
        source: egui::MouseWheelSource::Wheel,
        modifiers: Modifiers::NONE,
    };
    harness.event(wheel);
    harness.run_steps(12);
    let after = camera(&harness);
    assert!(after.metres_per_point < before.metres_per_point * 0.8, "{before:?} {after:?}");
    let moved = (on(&harness, "Duderstadt") - at).length();
    assert!(moved < 0.5, "the place under the pointer stays: {moved}");
    assert_eq!(taken(&harness), 0);
}

#[test]
fn the_middle_button_drags_the_map_whatever_tool_is_at_hand() {
    for tool in [Tool::Select, Tool::Paint, Tool::Lasso] {
        let mut harness = holding(tool);
        let at = on(&harness, "Duderstadt");
        drags(&mut harness, PointerButton::Middle, &[at, at - vec2(30.0, 10.0), at - vec2(80.0, 40.0)]);
        lets_go(&mut harness, PointerButton::Middle, at - vec2(80.0, 40.0));
        harness.run_steps(4);
        let moved = on(&harness, "Duderstadt") - (at - vec2(80.0, 40.0));
        assert!(moved.length() < 1.0, "{tool:?} {moved:?}");
        assert_eq!(taken(&harness), 0);
    }
}

/// Auditors found the overview a mere picture, under the labels.
#[test]
fn the_overview_moves_the_map_and_paints_nothing() {
    let mut harness = holding(Tool::Paint);
    let here = centre(&harness, "Duderstadt");
    harness.state_mut().does(Action::Look(LookAt::Extent(Some(Extent { centre: here, height: 12_000.0 }))));
    harness.run_steps(3);
    let overview = harness.get_by_label_contains("Übersicht").rect();
    assert!(map(&harness).contains_rect(overview));
    let place = pos2(overview.left() + overview.width() * 0.3, overview.bottom() - overview.height() * 0.3);
    drags(&mut harness, LEFT, &[place]);
    lets_go(&mut harness, LEFT, place);
    harness.run_steps(4);
    let Extent { centre, height } = harness.state().desk.look().extent.unwrap();
    let whole = harness.state().desk.catalog().ground.topology.bounds().unwrap();
    let fits = Camera::fitting(whole, overview.size(), 8.0).to_map(overview, place);
    assert!((centre[0] - fits[0]).abs() < 500.0 && (centre[1] - fits[1]).abs() < 500.0, "{centre:?} {fits:?}");
    assert!((height - 12_000.0).abs() < 1.0, "as close as before");
    assert_eq!((taken(&harness), harness.state().desk.drawing().stroke().is_none()), (0, true));
}

/// Auditors found enclaves in words only, and a key that moved districts nobody had seen.
#[test]
fn enclaves_are_told_with_any_tool_and_the_key_shows_them_first() {
    let mut seat = Seat::with_sample(settings(Language::German));
    let plan = seat.plan("Entwurf A");
    seat.does(Action::Look(LookAt::Plan(plan)));
    seat.does(Action::Plan(PlanWork::Duplicate(plan)));
    let find = |seat: &Seat, name: &str| seat.desk.catalog().register.iter().find(|it| it.1.name == name).unwrap().0;
    let göttingen = find(&seat, "Göttingen");
    let enclave: Vec<_> = seat.desk.catalog().ground.topology.neighbours(göttingen).iter().map(|it| it.district).collect();
    let (ring, stadt) = (area(&seat, "Umland Ost/Nord").id, area(&seat, "Münden").id);
    seat.does(Action::Area(AreaWork::LockAll(Lock::Free)));
    seat.does(Action::Draw(Drawing::Put { districts: enclave, area: Some(ring) }));
    seat.does(Action::Draw(Drawing::Put { districts: vec![göttingen], area: Some(stadt) }));
    seat.does(Action::Look(LookAt::Colouring(Colouring::Areas)));
    let before_it = seat.desk.history().taken();
    let mut harness = before(seat, SIZE);
    assert_eq!(harness.state().desk.look().tool, Tool::Select);
    assert_eq!(said(&harness, "Göttingen: ein Einschluss").len(), 1);

    let duderstadt = centre(&harness, "Duderstadt");
    harness.state_mut().does(Action::Look(LookAt::Extent(Some(Extent { centre: duderstadt, height: 9_000.0 }))));
    harness.run_steps(3);
    presses(&mut harness, Modifiers::NONE, Key::I);
    assert_eq!(taken(&harness), before_it, "it is not in sight: the map goes there first");
    let desk = &harness.state().desk;
    let seen = camera(&harness).bounds(map(&harness).size());
    let Bounds { min, max } = desk.catalog().ground.topology.district_bounds(district(&harness, "Göttingen")).unwrap();
    assert!(seen.contains(min) && seen.contains(max));

    clicks(&mut harness, "So lassen");
    assert_eq!(said(&harness, "Göttingen: ein Einschluss").len(), 0);
    presses(&mut harness, Modifiers::NONE, Key::I);
    assert_eq!((taken(&harness), said(&harness, "Göttingen: ein Einschluss").len()), (before_it, 1), "shown again before it is done");
    presses(&mut harness, Modifiers::NONE, Key::I);
    assert_eq!((taken(&harness), area_of(&harness, "Göttingen").as_deref()), (before_it + 1, Some("Umland Ost/Nord")));
}

/// „Nächstes nicht zugeordnetes Gebiet“ moves the camera, not only the choice.
#[test]
fn what_is_found_is_brought_into_sight() {
    let mut harness = holding(Tool::Select);
    let area = area(harness.state(), "Münden").id;
    harness.state_mut().does(Action::Draw(Drawing::Put { districts: Vec::new(), area: Some(area) }));
    let duderstadt = district(&harness, "Duderstadt");
    harness.state_mut().does(Action::Draw(Drawing::Put { districts: vec![duderstadt], area: None }));
    harness.state_mut().does(Action::Area(AreaWork::LockAll(planraum::model::planning_area::Lock::Free)));
    let far = centre(&harness, "Staufenberg");
    for _ in 0..2 {
        harness.state_mut().does(Action::Look(LookAt::Extent(Some(Extent { centre: far, height: 8_000.0 }))));
        harness.run_steps(3);
        presses(&mut harness, Modifiers::NONE, Key::N);
        assert!(map(&harness).contains(on(&harness, "Duderstadt")));
    }
}

/// Auditors found labels and cards over the overview: what tells of an enclave lies beside it, in a small window too.
#[test]
fn the_strip_about_enclaves_leaves_overview_and_buttons_free() {
    let mut seat = Seat::with_sample(settings(Language::German));
    let plan = seat.plan("Entwurf A");
    seat.does(Action::Look(LookAt::Plan(plan)));
    let göttingen = seat.desk.catalog().register.iter().find(|it| it.1.name == "Göttingen").unwrap().0;
    let ring = seat.desk.catalog().ground.topology.neighbours(göttingen).iter().map(|it| it.district).collect();
    let (umland, münden) = (area(&seat, "Umland Ost/Nord").id, area(&seat, "Münden").id);
    seat.does(Action::Area(AreaWork::LockAll(Lock::Free)));
    seat.does(Action::Draw(Drawing::Put { districts: ring, area: Some(umland) }));
    seat.does(Action::Draw(Drawing::Put { districts: vec![göttingen], area: Some(münden) }));
    let centre = seat.desk.catalog().ground.locator.centre(göttingen).unwrap();
    seat.does(Action::Look(LookAt::Extent(Some(Extent { centre, height: 20_000.0 }))));
    let harness = before(seat, vec2(1280.0, 720.0));
    let strip = harness.ctx.memory(|it| it.area_rect(egui::Id::unique("islands"))).unwrap();
    let zoom = harness.ctx.memory(|it| it.area_rect(egui::Id::unique("zoom"))).unwrap();
    let overview = harness.get_by_label_contains("Übersicht").rect();
    assert!(!strip.intersects(overview) && !strip.intersects(zoom), "{strip:?} {overview:?} {zoom:?}");
    assert!(map(&harness).contains_rect(strip), "{strip:?}");
}
