//! What an auditor met at the real window: where the keyboard is, what moves, what lies on what.
use super::*;
use planraum::{
    desk::look::{Drawer, Tool},
    model::{
        classing::{ClassMethod, Classing},
        id::IndicatorId,
        period::Period,
    },
    project::Command,
};

const AUDITED: Vec2 = vec2(1380.0, 860.0);

fn with_plan() -> Seat {
    let mut seat = Seat::with_sample(settings(Language::German));
    let plan = seat.plan("Entwurf A");
    seat.does(Action::Look(LookAt::Plan(plan)));
    seat
}

fn focused(harness: &Harness<'_, Seat>) -> Option<(String, egui::Rect)> {
    let found = harness.query_all_by(|it| it.is_focused()).find(|it| it.accesskit_node().label().is_some());
    found.map(|it| (it.accesskit_node().label().unwrap(), it.rect()))
}

fn row(harness: &Harness<'_, Seat>, name: &str) -> egui::Rect {
    harness.get_by_role_and_label(egui::accesskit::Role::Button, name).rect()
}

/// Tab walked through 180 rows below the edge; Enter chose one that nobody saw.
#[test]
fn the_list_of_indicators_is_one_stop_and_its_row_is_seen() {
    let mut harness = before(with_plan(), AUDITED);
    let period = harness.get_all_by_label("Zeitraum").next().unwrap().rect().top();
    let search = harness.get_by_label_contains("Kennzahlen durchsuchen").rect();
    let mut seen = Vec::new();
    for _ in 0..72 {
        presses(&mut harness, Modifiers::NONE, Key::Tab);
        if let Some((name, rect)) =
            focused(&harness).filter(|it| it.1.width() > 200.0 && it.1.right() < 300.0 && it.1.top() > search.bottom())
        {
            assert!(rect.top() < 860.0, "{name} {rect}");
            seen.push(name);
        }
    }
    seen.dedup();
    let in_list: Vec<&String> = seen.iter().filter(|it| *it == "Kinder in SGB-II-Haushalten").collect();
    assert!(!in_list.is_empty() && seen.len() < 8, "{seen:?}");

    let id = harness.get_by_role_and_label(egui::accesskit::Role::Button, "Kinder in SGB-II-Haushalten");
    id.focus();
    harness.run_steps(2);
    for _ in 0..12 {
        presses(&mut harness, Modifiers::NONE, Key::ArrowDown);
        let (name, rect) = focused(&harness).unwrap();
        assert!(rect.top() > search.bottom() && rect.bottom() <= period, "{name} {rect}: scrolled into view");
    }
    let (name, _) = focused(&harness).unwrap();
    presses(&mut harness, Modifiers::NONE, Key::Enter);
    let chosen = harness.state().desk.shown_indicator().unwrap().indicator.name.clone();
    assert_eq!(chosen, name, "what is seen is what is chosen");
    presses(&mut harness, Modifiers::NONE, Key::Home);
    let first = focused(&harness).unwrap();
    presses(&mut harness, Modifiers::NONE, Key::End);
    let last = focused(&harness).unwrap();
    assert!(first.0 != last.0 && last.1.bottom() <= period, "{first:?} {last:?}");
}

#[test]
fn f6_goes_from_part_to_part() {
    let mut seat = with_plan();
    seat.does(Action::Look(LookAt::Drawer(Drawer::Table)));
    let mut harness = before(seat, AUDITED);
    let mut round = Vec::new();
    for _ in 0..6 {
        presses(&mut harness, Modifiers::NONE, Key::F6);
        round.push(focused(&harness).unwrap().0);
    }
    assert_eq!(round, ["Planungsvarianten", "Kennzahlen", "Karte", "Räume", "Schublade", "Planungsvarianten"]);
    presses(&mut harness, Modifiers::SHIFT, Key::F6);
    assert_eq!(focused(&harness).unwrap().0, "Schublade");
    presses(&mut harness, Modifiers::NONE, Key::F6);
    presses(&mut harness, Modifiers::NONE, Key::F6);
    presses(&mut harness, Modifiers::NONE, Key::Tab);
    let (name, rect) = focused(&harness).unwrap();
    assert!(rect.right() < 300.0, "{name}: Tab goes on inside the part");
    presses(&mut harness, Modifiers::NONE, Key::F6);
    assert_eq!(focused(&harness).unwrap().0, "Karte", "from within a part to the next");
    presses(&mut harness, Modifiers::NONE, Key::F1);
    assert!(!said(&harness, "Zum nächsten Bereich").is_empty());
}

fn sgb2() -> IndicatorId {
    IndicatorId::new("kinder_sgb2")
}

/// The marker for 20 was dragged in a year whose largest value lies below 40: 40 was gone, and „30 und mehr“ had its blue.
#[test]
fn own_limits_stay_in_every_year() {
    let mut seat = with_plan();
    seat.does(Action::Look(LookAt::Indicator(sgb2())));
    let method = ClassMethod::Manual(vec![10.0, 20.0, 30.0, 40.0]);
    seat.does(Action::Edit(Command::SetClassing(sgb2(), Some(Classing { method, ..Classing::default() }))));
    let mut harness = before(seat, AUDITED);
    for row in ["unter 10", "10 bis unter 20", "20 bis unter 30", "30 bis unter 40: 0", "40 und mehr: 0"] {
        assert!(!said(&harness, row).is_empty(), "{row}");
    }
    let limit = said(&harness, "Grenze 2").pop().unwrap();
    let marker = harness.get_by_label(&limit).rect().center();
    let right = harness.get_by_label(&said(&harness, "Grenze 3").pop().unwrap()).rect().center();
    let to = marker + (right - marker) * 0.44;
    harness.drag_at(marker);
    harness.run_steps(2);
    harness.hover_at(to);
    harness.run_steps(2);
    harness.drop_at(to);
    harness.run_steps(4);
    let now = harness.state().desk.classing_of(&sgb2()).into_owned();
    let ClassMethod::Manual(limits) = now.method else { panic!("{now:?}") };
    assert_eq!((limits.len(), limits[0], limits[2], limits[3]), (4, 10.0, 30.0, 40.0), "{limits:?}");
    assert_eq!((limits[1] * 10.0).round() / 10.0, limits[1], "written with one decimal: {limits:?}");
    let colours = |seat: &Seat| {
        let ground = planraum::cartography::palette::Ground::Light;
        seat.desk.picture(ground).unwrap().legend.classes.iter().map(|it| it.sign).collect::<Vec<_>>()
    };
    let before = colours(harness.state());
    harness.state_mut().does(Action::Look(LookAt::Period(Period::parse("2019").unwrap())));
    assert_eq!(colours(harness.state()), before, "the same colours in every year");
}

/// A click on a year without values took the histogram away, and the slider moved 146 points from under the pointer.
#[test]
fn the_slider_stays_where_it_is_in_a_year_without_values() {
    let mut seat = with_plan();
    seat.does(Action::Look(LookAt::Indicator(sgb2())));
    let mut harness = before(seat, AUDITED);
    let slider = |harness: &Harness<'_, Seat>| harness.get_by_role_and_label(egui::accesskit::Role::Slider, "Zeitraum").rect();
    let was = slider(&harness);
    harness.state_mut().does(Action::Look(LookAt::Period(Period::parse("2022").unwrap())));
    harness.run_steps(4);
    assert_eq!(slider(&harness), was);
    assert!(!said(&harness, "ohne Werte").is_empty() && !said(&harness, "Im gezeigten Zeitraum liegt kein Wert vor").is_empty());
}

/// Leaving the brush scrolled the list to its top, the chosen indicator out of sight.
#[test]
fn the_chosen_indicator_is_in_sight_after_drawing() {
    let mut harness = before(with_plan(), AUDITED);
    harness.run_steps(4);
    let was = row(&harness, "Kinder in SGB-II-Haushalten");
    harness.state_mut().does(Action::Draw(planraum::desk::action::Drawing::Tool(Tool::Paint)));
    harness.run_steps(4);
    harness.state_mut().does(Action::Draw(planraum::desk::action::Drawing::Tool(Tool::Select)));
    harness.run_steps(6);
    let now = row(&harness, "Kinder in SGB-II-Haushalten");
    let search = harness.get_by_label_contains("Kennzahlen durchsuchen").rect();
    let period = harness.get_all_by_label("Zeitraum").next().unwrap().rect();
    assert!(now.top() > search.bottom() && now.bottom() < period.top(), "{now}, before {was}");
}

fn notes(harness: &Harness<'_, Seat>) -> egui::Rect {
    harness.ctx.memory(|it| it.area_rect(egui::Id::unique("notes"))).unwrap()
}

/// The red box had no button, stayed after its remedy was taken, and lay on other pages over other things.
#[test]
fn a_protected_plan_offers_its_copy_and_is_then_said_no_more() {
    let mut seat = with_plan();
    let start = seat.plan("Ausgangsplan");
    seat.does(Action::Look(LookAt::Plan(start)));
    let area = seat.desk.shown_plan().unwrap().areas[0].id;
    seat.does(Action::Look(LookAt::SelectArea(Some(area))));
    seat.does(Action::Draw(planraum::desk::action::Drawing::Tool(Tool::Paint)));
    let at = seat.desk.catalog().ground.locator.centre(planraum::geometry::DistrictIx(20)).unwrap();
    seat.does(Action::Draw(planraum::desk::action::Drawing::Begin { at, erase: false }));
    let mut harness = before(seat, AUDITED);
    let told = "„Ausgangsplan“ ist geschützt. Zum Zeichnen bitte eine Kopie anlegen.";
    assert_eq!(said(&harness, told).len(), 1);
    for card in ["zoom", "tools", "legend"] {
        let card = harness.ctx.memory(|it| it.area_rect(egui::Id::unique(card))).unwrap();
        assert!(!notes(&harness).intersects(card), "{} on {card}", notes(&harness));
    }
    let plans = harness.state().desk.project().plans.len();
    harness.get_all_by_label("Kopie anlegen").find(|it| notes(&harness).contains_rect(it.rect())).unwrap().click();
    harness.run_steps(3);
    assert_eq!(harness.state().desk.project().plans.len(), plans + 1);
    assert!(said(&harness, told).is_empty(), "the cause is gone");
}

#[test]
fn no_target_is_said_no_more_once_there_is_one_or_the_page_is_left() {
    for leaves in [false, true] {
        let mut seat = with_plan();
        let start = seat.desk.shown_plan().unwrap().areas[0].id;
        seat.does(Action::Draw(planraum::desk::action::Drawing::Tool(Tool::Paint)));
        seat.does(Action::Draw(planraum::desk::action::Drawing::Brush(planraum::desk::look::Brush {
            target: None,
            ..seat.desk.look().brush.clone()
        })));
        let at = seat.desk.catalog().ground.locator.centre(planraum::geometry::DistrictIx(20)).unwrap();
        seat.does(Action::Draw(planraum::desk::action::Drawing::Begin { at, erase: false }));
        assert_eq!(seat.desk.notes().notes().len(), 1);
        seat.does(if leaves { Action::Look(LookAt::Page(Page::Comparison)) } else { Action::Look(LookAt::SelectArea(Some(start))) });
        assert!(seat.desk.notes().notes().is_empty() || !leaves && seat.desk.look().brush.target.is_none(), "{leaves}");
    }
}

/// Two or three messages lay over the history, the scale, „Alles zeigen“.
#[test]
fn at_most_two_messages_are_read_at_a_time() {
    let mut seat = with_plan();
    for name in ["Eins", "Zwei", "Drei", "Vier"] {
        seat.does(Action::Show(planraum::desk::action::Showing::SaveView { title: name.into(), sentence: String::new() }));
    }
    seat.does(Action::Look(LookAt::Drawer(Drawer::History)));
    let mut harness = before(seat, AUDITED);
    let heard = |harness: &Harness<'_, Seat>, name: &str| {
        let place = notes(harness);
        harness.query_all_by_label_contains(name).any(|it| place.contains_rect(it.rect()))
    };
    assert!(heard(&harness, "Vier") && heard(&harness, "Drei") && !heard(&harness, "Zwei"));
    let map = harness.get_by_role_and_label(egui::accesskit::Role::Canvas, "Karte").rect();
    assert!(map.contains_rect(notes(&harness)), "{}: on the map, not on the drawer below {map}", notes(&harness));
    clicks(&mut harness, "2 weitere Meldungen");
    assert!(heard(&harness, "Zwei"));
}
