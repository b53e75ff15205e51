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
    let (map, steps) = (map.intersect(notes(&harness)) == notes(&harness), card(&harness, "steps"));
    assert!(map && !steps.intersects(notes(&harness)), "{}: on the map, not on the steps {steps}", notes(&harness));
    clicks(&mut harness, "2 weitere Meldungen");
    assert!(heard(&harness, "Zwei"));
}

fn card(harness: &Harness<'_, Seat>, name: &str) -> egui::Rect {
    harness.ctx.memory(|it| it.area_rect(egui::Id::unique(name))).unwrap_or_else(|| panic!("{name} is not there"))
}

fn hover_card(harness: &Harness<'_, Seat>, which: &str) -> egui::Rect {
    harness.ctx.memory(|it| it.area_rect(egui::Id::unique(("hover card", which)))).unwrap()
}

fn map(harness: &Harness<'_, Seat>) -> egui::Rect {
    harness.get_by_role_and_label(egui::accesskit::Role::Canvas, "Karte").rect()
}

/// As wide as the county is on the screen.
fn county_width(harness: &Harness<'_, Seat>) -> f32 {
    let camera = harness.state().window.planning().camera().unwrap();
    let bounds = harness.state().desk.catalog().ground.topology.bounds().unwrap();
    (bounds.width() / camera.metres_per_point) as f32
}

/// At 200 % the invented values were nowhere said, the legend was a bare title, the surveyors' line was gone.
#[test]
fn at_200_percent_source_and_swatches_stay() {
    let size = vec2(640.0, 360.0);
    let harness = before(with_plan(), size);
    for told in [
        "Quelle: Beispielwert (erfunden)",
        "Grenzen © GeoBasis-DE / BKG 2016 (Daten verändert)",
        "unter 8: 17",
        "20 und mehr: 2",
        "unbewohnt: 1",
    ] {
        let seen = said(&harness, told);
        assert!(!seen.is_empty(), "{told}");
        let rect = harness.get_all_by(|it| it.label().or(it.value()).is_some_and(|it| it.starts_with(told))).next().unwrap().rect();
        assert!(egui::Rect::from_min_size(egui::Pos2::ZERO, size).contains_rect(rect), "{told} {rect}");
    }
    let [legend, tools, zoom] = ["legend", "tools", "zoom"].map(|it| card(&harness, it));
    assert!(!legend.intersects(tools) && !legend.intersects(zoom) && map(&harness).contains_rect(legend), "{legend} {tools} {zoom}");
}

/// At 200 % the county took 470 × 360 of 1280 × 720 pixels, and the bar below a second line of the map.
#[test]
fn at_200_percent_the_county_is_as_large_as_the_map_is_high() {
    let size = vec2(640.0, 360.0);
    let harness = before(with_plan(), size);
    assert!(map(&harness).height() > 230.0, "the bar below is one line: {}", map(&harness));
    assert!(county_width(&harness) > 240.0, "{}", county_width(&harness));
}

/// The card of what changes covered half the map, the tools and „Alles zeigen“.
#[test]
fn on_a_small_map_no_card_lies_on_the_tools() {
    let mut seat = with_plan();
    let area = seat.desk.shown_plan().unwrap().areas[0].id;
    seat.does(Action::Look(LookAt::SelectArea(Some(area))));
    let mut harness = before(seat, vec2(640.0, 360.0));
    harness.run_steps(3);
    let others = |harness: &Harness<'_, Seat>| ["tools", "zoom", "legend"].map(|it| card(harness, it));
    let chosen = hover_card(&harness, "chosen");
    assert!(chosen.height() < 110.0, "three lines: {chosen}");
    assert!(
        map(&harness).contains_rect(chosen) && others(&harness).iter().all(|it| !it.intersects(chosen)),
        "{chosen} {:?}",
        others(&harness)
    );
    presses(&mut harness, Modifiers::NONE, Key::P);
    let camera = harness.state().window.planning().camera().unwrap();
    let ground = std::sync::Arc::clone(&harness.state().desk.catalog().ground);
    let at = camera.to_screen(map(&harness), ground.locator.centre(planraum::geometry::DistrictIx(20)).unwrap());
    harness.hover_at(at);
    harness.run_steps(4);
    let change = card(&harness, "delta card");
    let tools_and_zoom = ["tools", "zoom"].map(|it| card(&harness, it));
    assert!(map(&harness).contains_rect(change) && tools_and_zoom.iter().all(|it| !it.intersects(change)), "{change} {tools_and_zoom:?}");
    assert!(!change.expand(20.0).contains(at) && change.height() < map(&harness).height() * 0.5, "{change} {at}");
}

/// With a drawer open three of five classes were seen and the source had fallen off; then, in two columns, the legend lay on
/// most of a low map.
#[test]
fn the_legend_is_complete_with_a_drawer_open_or_one_line_that_opens() {
    for drawer in [Drawer::Table, Drawer::History, Drawer::Views] {
        for size in [AUDITED, vec2(1280.0, 720.0)] {
            let mut seat = with_plan();
            seat.does(Action::Look(LookAt::Drawer(drawer)));
            let mut harness = before(seat, size);
            if size.y < 800.0 && drawer != Drawer::History {
                let (line, camera) = (card(&harness, "legend"), harness.state().window.planning().camera());
                assert!(line.height() < 80.0 && county_width(&harness) > 350.0, "{drawer:?}: {line} {}", county_width(&harness));
                clicks(&mut harness, "Legende ausklappen");
                assert_eq!(harness.state().window.planning().camera(), camera, "a look at the legend moves nothing");
            }
            presses(&mut harness, Modifiers::NONE, Key::Plus); // an overview took the legend's place
            presses(&mut harness, Modifiers::NONE, Key::Plus);
            let legend = card(&harness, "legend");
            for row in [
                "unter 8: 17",
                "20 und mehr: 2",
                "geheim, auch als Schutz: 2",
                "nicht geliefert: 1",
                "unbewohnt: 1",
                "nicht zugeordnet: 0",
                "Quelle: Beispielwert",
            ] {
                let rect = harness.get_all_by(|it| it.label().or(it.value()).is_some_and(|it| it.starts_with(row))).next().unwrap().rect();
                assert!(legend.contains_rect(rect) && map(&harness).contains_rect(rect), "{drawer:?} {size}: {row} {rect} in {legend}");
            }
        }
    }
}

/// The steps took two fifths of the map, and the county became smaller: they are a card, where there is room for one.
#[test]
fn the_steps_lie_on_the_map_and_move_nothing() {
    for size in [vec2(1440.0, 900.0), vec2(1280.0, 720.0)] {
        let mut harness = before(with_plan(), size);
        harness.run_steps(4);
        let (whole, camera) = (map(&harness), harness.state().window.planning().camera());
        harness.state_mut().does(Action::Look(LookAt::Drawer(Drawer::History)));
        harness.run_steps(4);
        let steps = card(&harness, "steps");
        assert_eq!((map(&harness), harness.state().window.planning().camera()), (whole, camera), "{size}");
        assert!(whole.contains_rect(steps) && ["tools", "legend", "zoom"].iter().all(|it| !card(&harness, it).intersects(steps)), "{size}");
        assert!(steps.contains_rect(harness.get_by_label("Anfang, jetzt").rect()), "{size}");
        clicks(&mut harness, "Schließen");
        assert_eq!(harness.state().desk.look().drawer, Drawer::Closed);
    }
    let mut harness = before(with_plan(), vec2(640.0, 360.0));
    harness.state_mut().does(Action::Look(LookAt::Drawer(Drawer::History)));
    harness.run_steps(4);
    assert!(harness.query_by_label("Zur Karte").is_some(), "no room for a card");
}

/// 600 of 797 points, and 12 % less after a drawer had been open.
#[test]
fn the_same_window_shows_the_same_large_county() {
    for (size, least) in [(AUDITED, 740.0), (vec2(1280.0, 720.0), 585.0)] {
        let mut seat = with_plan();
        seat.does(Action::Look(LookAt::Indicator(sgb2())));
        let mut harness = before(seat, size);
        harness.run_steps(4);
        let camera = harness.state().window.planning().camera();
        assert!(county_width(&harness) > least, "{size}: {} {}", county_width(&harness), card(&harness, "legend"));
        for drawer in [Drawer::History, Drawer::Closed] {
            harness.state_mut().does(Action::Look(LookAt::Drawer(drawer)));
            harness.run_steps(6);
        }
        assert_eq!(harness.state().window.planning().camera(), camera, "{size}");
    }
}

/// The card of what is pointed at covered the source in the legend and a third of the county.
#[test]
fn in_a_small_window_the_card_has_three_lines() {
    let mut harness = before(with_plan(), vec2(1280.0, 720.0));
    let camera = harness.state().window.planning().camera().unwrap();
    let ground = std::sync::Arc::clone(&harness.state().desk.catalog().ground);
    let at = camera.to_screen(map(&harness), ground.locator.centre(planraum::geometry::DistrictIx(20)).unwrap());
    harness.hover_at(at);
    harness.run_steps(4);
    let pointed = hover_card(&harness, "pointed at");
    assert!(pointed.height() < 110.0 && !pointed.intersects(card(&harness, "legend")), "{pointed}");
}

/// The form took so much that one and a half views were seen.
#[test]
fn the_form_stands_beside_the_saved_views() {
    let mut seat = with_plan();
    seat.does(Action::Look(LookAt::Drawer(Drawer::Views)));
    let harness = before(seat, AUDITED);
    let bottom = 860.0 - 26.0;
    let views: Vec<String> = harness.state().desk.project().views.iter().map(|it| it.title.clone()).collect();
    let seen = views.iter().filter(|view| harness.query_all_by_label(view).any(|it| it.rect().bottom() < bottom)).count();
    assert!(seen >= 3.min(views.len()), "{seen} of {views:?}");
    let save = harness.get_by_label("Ansicht speichern").rect();
    assert!(save.bottom() <= bottom, "{save}");
}

/// „◔“ stood on „%“, „zum Teil erf…“ was cut.
#[test]
fn what_is_partly_known_has_room_in_its_row() {
    let mut seat = with_plan();
    seat.does(Action::Look(LookAt::Indicator(IndicatorId::new("jugendarbeitslose"))));
    let start = seat.plan("Ausgangsplan");
    seat.does(Action::Look(LookAt::Plan(start)));
    let harness = before(seat, AUDITED);
    let deviations: Vec<egui::Rect> =
        harness.query_all_by_label_contains("Abweichung").map(|it| it.rect()).filter(|it| it.left() > 1_070.0).collect();
    let signs: Vec<egui::Rect> = harness
        .query_all_by(|it| it.label().or(it.value()).is_some_and(|it| it.contains("erfasst")))
        .map(|it| it.rect())
        .filter(|it| it.left() > 1_070.0 && it.width() < 20.0)
        .collect();
    assert!(!signs.is_empty());
    let right = 1_070.0 + 14.0 + 28.0 + 78.0 + 64.0; // where the deviations end
    assert!(signs.iter().all(|it| it.left() >= right), "{signs:?} {deviations:?}");
}

/// Everything that is painted as words in the last frame.
fn painted(harness: &Harness<'_, Seat>) -> Vec<String> {
    fn words(shape: &egui::Shape, found: &mut Vec<String>) {
        match shape {
            egui::Shape::Text(text) => found.push(text.galley.text().to_owned()),
            egui::Shape::Vec(shapes) => shapes.iter().for_each(|it| words(it, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    harness.output().shapes.iter().for_each(|it| words(&it.shape, &mut found));
    found
}

/// The page is as it was, and nobody saw that the arrows now move the map.
#[test]
fn a_map_that_f6_went_to_shows_a_ring() {
    let mut harness = before(with_plan(), AUDITED);
    let ringed = |harness: &Harness<'_, Seat>| {
        let (map, ring) = (map(harness), theme::Theme::of(&harness.ctx).focus());
        let around = |it: &egui::Shape| matches!(it, egui::Shape::Rect(it) if it.stroke.color == ring.color && it.rect.expand(4.0).contains_rect(map));
        harness.output().shapes.iter().any(|it| around(&it.shape))
    };
    assert!(!ringed(&harness));
    for _ in 0..3 {
        presses(&mut harness, Modifiers::NONE, Key::F6);
    }
    assert_eq!(focused(&harness).unwrap().0, "Karte");
    assert!(ringed(&harness));
    presses(&mut harness, Modifiers::NONE, Key::F6);
    assert!(!ringed(&harness));
}

/// The menu of the classes lay on the legend, which shows what it does.
#[test]
fn the_menu_of_the_classes_leaves_the_legend_in_sight() {
    for size in [AUDITED, vec2(1280.0, 720.0)] {
        let mut seat = with_plan();
        seat.does(Action::Look(LookAt::Indicator(sgb2())));
        let mut harness = before(seat, size);
        let name = said(&harness, "Klassen ändern").pop().unwrap();
        clicks(&mut harness, &name);
        let legend = card(&harness, "legend");
        for entry in ["gleiche Breite", "Violett", "Grenzen festhalten"] {
            let rect = harness.get_by_label(entry).rect();
            assert!(rect.right() < legend.left() && rect.left() >= 0.0 && rect.top() >= 0.0, "{size}: {entry} {rect} {legend}");
        }
    }
}

/// „Abweichung vom Ziel“ and „Kennzahl“ stood over nothing where a file has boundaries only.
#[test]
fn over_an_empty_column_stands_nothing() {
    let seat = with_plan();
    let harness = before(seat, AUDITED);
    assert!(painted(&harness).iter().any(|it| it == "Abweichung vom Ziel"));
    let mut seat = Seat::new(settings(Language::German));
    let path = seat._folder.path().join("leer.geojson");
    let square = |at: f64| {
        format!(
            r#"{{"type":"Feature","properties":{{"GEN":"Dorf {at}"}},"geometry":{{"type":"Polygon","coordinates":[[[{at},51],[{0},51],[{0},52],[{at},52],[{at},51]]]}}}}"#,
            at + 1.0
        )
    };
    std::fs::write(&path, format!(r#"{{"type":"FeatureCollection","features":[{},{}]}}"#, square(9.0), square(10.0))).unwrap();
    seat.does(Action::File(FileWork::Open(path)));
    seat.does(Action::Plan(PlanWork::New));
    seat.does(Action::Area(planraum::desk::action::AreaWork::New));
    let harness = before(seat, AUDITED);
    let words = painted(&harness);
    assert!(words.iter().any(|it| it == "Teile"), "{words:?}");
    assert!(!words.iter().any(|it| it == "Abweichung vom Ziel"), "{words:?}");
}
