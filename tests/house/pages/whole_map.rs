//! The map that shows everything: what lies above it lies beside the districts.
use egui::Rect;

use super::*;
use planraum::{
    desk::{
        action::{Drawing, Showing},
        look::{Drawer, Tool},
    },
    model::id::IndicatorId,
};

/// The districts that lie under any of these.
fn under(harness: &Harness<'_, Seat>, cards: &[Rect]) -> Vec<String> {
    let map = harness.get_by_role_and_label(egui::accesskit::Role::Canvas, "Karte").rect();
    let (desk, camera) = (&harness.state().desk, harness.state().window.planning().camera().unwrap());
    let topology = &desk.catalog().ground.topology;
    let on_screen = |it| {
        let bounds = topology.district_bounds(it).unwrap();
        Rect::from_two_pos(camera.to_screen(map, bounds.min), camera.to_screen(map, bounds.max))
    };
    assert!(desk.catalog().register.iter().all(|it| map.contains_rect(on_screen(it.0))), "everything is in sight");
    let share = |it: u16| f32::from(it) / 60.0;
    let points =
        cards.iter().flat_map(|card| (0..=60_u16).flat_map(move |x| (0..=60_u16).map(move |y| card.lerp_inside(vec2(share(x), share(y))))));
    let mut found: Vec<_> = points.filter_map(|it| desk.catalog().ground.locator.district_at(camera.to_map(map, it))).collect();
    found.sort_unstable();
    found.dedup();
    found.into_iter().filter_map(|it| desk.catalog().register.get(it)).map(|it| it.name.clone()).collect()
}

/// The legend from its headline to its last row, the tools, the zoom.
fn cards(harness: &Harness<'_, Seat>) -> Vec<Rect> {
    let rect = |name: &str| harness.get_by_label(name).rect();
    let head = rect("Legende einklappen");
    let rows = harness.get_all_by_label_contains("unbewohnt").map(|it| it.rect());
    let legend = rows.filter(|it| it.left() < head.right() && it.right() > head.left() - 190.0).fold(head, Rect::union);
    let legend = legend.with_min_x(legend.right() - 200.0);
    assert!(legend.height() > 100.0, "{legend}");
    vec![legend, rect("Auswählen").union(rect("Sperren")), rect("Verkleinern").union(rect("Alles zeigen"))]
}

#[test]
fn the_legend_and_the_tools_lie_beside_the_county() {
    for size in [SIZE, vec2(1280.0, 800.0), vec2(1600.0, 900.0)] {
        let mut harness = before(Seat::with_sample(settings(Language::German)), size);
        harness.run_steps(4);
        assert_eq!(under(&harness, &cards(&harness)), Vec::<String>::new(), "{size}, as it opens");
        presses(&mut harness, Modifiers::NONE, Key::Plus);
        presses(&mut harness, Modifiers::NONE, Key::ArrowRight);
        clicks(&mut harness, "Alles zeigen");
        assert_eq!(harness.state().desk.look().extent, None);
        assert_eq!(under(&harness, &cards(&harness)), Vec::<String>::new(), "{size}, asked for");
    }
}

#[test]
fn a_card_that_comes_later_does_not_move_a_map_that_somebody_moved() {
    let mut harness = before(Seat::with_sample(settings(Language::German)), SIZE);
    clicks(&mut harness, "Legende einklappen");
    presses(&mut harness, Modifiers::NONE, Key::Plus);
    let camera = harness.state().window.planning().camera();
    clicks(&mut harness, "Legende ausklappen");
    harness.run_steps(4);
    assert_eq!(harness.state().window.planning().camera(), camera);
}

/// The first arrow on a map that shows everything changed its scale: where the map looks was guessed.
#[test]
fn an_arrow_moves_the_map_and_leaves_its_scale() {
    for compares in [false, true] {
        let mut seat = Seat::with_sample(settings(Language::German));
        if compares {
            seat.compares();
        }
        let mut harness = before(seat, vec2(1280.0, 720.0));
        harness.run_steps(4);
        let camera = |harness: &Harness<'_, Seat>| {
            let window = &harness.state().window;
            if compares { window.comparison().camera().unwrap() } else { window.planning().camera().unwrap() }
        };
        let whole = camera(&harness);
        for (key, east, north) in [(Key::ArrowRight, 1, 0), (Key::ArrowUp, 0, 1), (Key::ArrowLeft, -1, 0), (Key::ArrowDown, 0, -1)] {
            let before = camera(&harness);
            presses(&mut harness, Modifiers::NONE, key);
            harness.run_steps(3);
            let after = camera(&harness);
            assert!((after.metres_per_point / whole.metres_per_point - 1.0).abs() < 1e-9, "{key:?} changes the scale");
            let moved = [0, 1].map(|it: usize| ((after.centre[it] - before.centre[it]) / whole.metres_per_point / 10.0).round() as i32);
            assert_eq!(moved.map(i32::signum), [east, north], "{key:?}: {moved:?}");
        }
        assert!((0..2).all(|it| (camera(&harness).centre[it] - whole.centre[it]).abs() < 1e-3), "there and back");
        presses(&mut harness, Modifiers::NONE, Key::Plus);
        assert!((camera(&harness).metres_per_point * 1.3 / whole.metres_per_point - 1.0).abs() < 1e-9);
        presses(&mut harness, Modifiers::NONE, Key::Home);
        harness.run_steps(3);
        assert_eq!(camera(&harness), whole);
    }
}

/// The brush changed the legend's height, the legend the map's fit, and the district that one aimed at was gone.
#[test]
fn picking_a_tool_moves_nothing() {
    for size in [vec2(640.0, 360.0), vec2(853.0, 480.0), vec2(1280.0, 720.0), SIZE] {
        for drawer in [Drawer::Closed, Drawer::Table] {
            let mut seat = Seat::with_sample(settings(Language::German));
            let plan = seat.plan("Entwurf A");
            seat.does(Action::Look(LookAt::Plan(plan)));
            seat.does(Action::Look(LookAt::Indicator(IndicatorId::new("kinder_sgb2"))));
            seat.does(Action::Look(LookAt::Drawer(drawer)));
            let mut harness = before(seat, size);
            harness.run_steps(4);
            let camera = harness.state().window.planning().camera();
            for tool in [Tool::Paint, Tool::Lasso, Tool::Lock, Tool::Erase, Tool::Select, Tool::Rectangle, Tool::Select] {
                harness.state_mut().does(Action::Draw(Drawing::Tool(tool)));
                harness.run_steps(6);
                assert_eq!(harness.state().window.planning().camera(), camera, "{tool:?} in {size} with {drawer:?}");
            }
        }
    }
}

/// Notes of several lines lay on the south of the county; one in a free corner covers none of it.
#[test]
fn a_note_lies_beside_the_county_and_stays_there() {
    for size in [vec2(1280.0, 720.0), SIZE] {
        let mut seat = Seat::with_sample(settings(Language::German));
        let plan = seat.plan("Entwurf A");
        seat.does(Action::Look(LookAt::Plan(plan)));
        let mut harness = before(seat, size);
        harness.run_steps(4);
        let title = "Kinder in Haushalten mit SGB II im Südharz und in Osterode, und was daraus für die Schulen folgt";
        harness.state_mut().does(Action::Show(Showing::SaveView { title: title.into(), sentence: String::new() }));
        harness.run_steps(4);
        let note = harness.ctx.memory(|it| it.area_rect(egui::Id::unique("notes"))).unwrap();
        assert!(note.height() > 30.0, "{note}");
        assert_eq!(under(&harness, &[note]), Vec::<String>::new(), "{size}: {note}");
        for card in ["zoom", "tools", "legend"] {
            let card = harness.ctx.memory(|it| it.area_rect(egui::Id::unique(card))).unwrap();
            assert!(!note.intersects(card), "{size}: {note} on {card}");
        }
        presses(&mut harness, Modifiers::NONE, Key::Plus);
        harness.run_steps(4);
        let later = harness.ctx.memory(|it| it.area_rect(egui::Id::unique("notes"))).unwrap();
        assert_eq!(later.center_bottom(), note.center_bottom(), "it doesn't wander with the map");
    }
}

/// Three notes lay on rank and numerator of the card of what was chosen.
#[test]
fn notes_stay_clear_of_the_card_of_what_is_chosen() {
    for (size, chosen_first) in [(vec2(1280.0, 720.0), true), (SIZE, true), (vec2(1280.0, 720.0), false), (SIZE, false)] {
        let mut harness = before(Seat::with_sample(settings(Language::German)), size);
        let choose = |harness: &mut Harness<'_, Seat>| {
            let district = Some(planraum::geometry::DistrictIx(20));
            harness.state_mut().does(Action::Look(LookAt::SelectDistrict { district, add: false }));
            harness.run_steps(4);
        };
        if chosen_first {
            choose(&mut harness);
        }
        for name in ["Kinder in Haushalten mit SGB II im Südharz und in Osterode", "Zwei", "Drei"] {
            harness.state_mut().does(Action::Show(Showing::SaveView { title: name.into(), sentence: String::new() }));
        }
        harness.run_steps(4);
        if !chosen_first {
            choose(&mut harness);
        }
        harness.run_steps(4);
        let rect = |id| harness.ctx.memory(|it| it.area_rect(id)).unwrap();
        let (note, card) = (rect(egui::Id::unique("notes")), rect(egui::Id::unique(("hover card", "chosen"))));
        assert!(note.height() > 60.0 && !note.intersects(card), "{size} {chosen_first}: {note} on {card}");
    }
}
