//! The wall.
use super::*;
use planraum::{
    desk::action::Showing,
    model::{released::Profile, saved_view::Level},
};

fn presenting(language: Language) -> Seat {
    let mut seat = Seat::with_sample(settings(language));
    let shipped: Vec<_> = seat.desk.project().views.iter().map(|it| it.id).collect();
    shipped.into_iter().for_each(|it| seat.does(Action::Show(Showing::DeleteView(it))));
    let plan = seat.plan("Entwurf A");
    seat.does(Action::Look(LookAt::Plan(plan)));
    seat.does(Action::Look(LookAt::Level(Level::Areas)));
    for (title, sentence) in
        [("Im Südharz lebt jedes fünfte Kind in einem SGB-II-Haushalt", "Im Landkreis ist es jedes siebte Kind."), ("Zweite", "")]
    {
        seat.does(Action::Show(Showing::SaveView { title: title.into(), sentence: sentence.into() }));
    }
    seat.does(Action::Show(Showing::Start(None)));
    seat
}

fn on_wall(harness: &Harness<'_, Seat>) -> String {
    harness.state().desk.view_on_wall().map(|it| it.title.clone()).unwrap_or_default()
}

const HD: Vec2 = vec2(1920.0, 1080.0);

#[test]
fn the_clicker_turns_pages_and_b_makes_it_black() {
    let mut harness = before(presenting(Language::German), HD);
    assert!(on_wall(&harness).starts_with("Im Südharz"));
    assert!(harness.query_by_label("1 von 2").is_some());
    presses(&mut harness, Modifiers::NONE, Key::PageDown);
    assert_eq!(on_wall(&harness), "Zweite");
    presses(&mut harness, Modifiers::NONE, Key::Space);
    assert_eq!(on_wall(&harness), "Zweite", "it stays at the end");
    presses(&mut harness, Modifiers::NONE, Key::Home);
    assert!(on_wall(&harness).starts_with("Im Südharz"));
    presses(&mut harness, Modifiers::NONE, Key::End);
    presses(&mut harness, Modifiers::NONE, Key::ArrowLeft);
    assert!(on_wall(&harness).starts_with("Im Südharz"));
    presses(&mut harness, Modifiers::NONE, Key::B);
    assert!(harness.state().desk.look().presenting.as_ref().unwrap().black);
    assert!(harness.query_by_label("1 von 2").is_none(), "nothing but black");
    presses(&mut harness, Modifiers::NONE, Key::B);
    presses(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(harness.state().desk.look().presenting.is_none());
    assert_eq!(harness.state().desk.look().page, Page::Planning);
}

#[test]
fn nothing_is_shown_that_the_audience_may_not_see() {
    let harness = before(presenting(Language::German), HD);
    let desk = &harness.state().desk;
    assert!(desk.look().profile >= Profile::Konferenz);
    assert_eq!(desk.overlay().unwrap().as_ref().as_ref().unwrap().profile(), desk.look().profile);
}

#[test]
fn a_chosen_area_tells_its_value_and_esc_puts_it_away_first() {
    let mut harness = before(presenting(Language::German), HD);
    let area = harness.state().desk.shown_plan().unwrap().areas[5].id;
    harness.state_mut().does(Action::Look(LookAt::SelectArea(Some(area))));
    harness.run_steps(3);
    assert!(harness.query_by_label("Südharz").is_some());
    assert_eq!(said(&harness, "Rang ").len(), 1);
    presses(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(harness.state().desk.look().presenting.is_some() && harness.state().desk.look().selection.area.is_none());
}

#[test]
fn what_would_be_if_happens_in_a_copy_that_is_kept_or_dropped() {
    for (answer, plans) in [("Behalten", 1), ("Verwerfen", 0)] {
        let mut harness = before(presenting(Language::German), HD);
        let (count, original) = (harness.state().desk.project().plans.len(), harness.state().desk.shown_plan().unwrap().clone());
        let friedland = harness.state().desk.catalog().register.iter().find(|it| it.1.name == "Friedland").unwrap().0;
        harness.state_mut().does(Action::Look(LookAt::SelectDistrict { district: Some(friedland), add: false }));
        harness.run_steps(3);
        clicks(&mut harness, "Friedland zu Umland Ost/Nord");
        let desk = &harness.state().desk;
        assert_eq!(desk.project().plan(original.id), Some(&original), "the plan itself stays");
        assert_ne!(desk.shown_plan().unwrap().id, original.id);
        assert!(harness.query_by_label("Kopie: Was wäre, wenn …").is_some());
        assert_eq!(said(&harness, "Umland West/Süd: 42.179 → 27.635").len(), 1);
        clicks(&mut harness, answer);
        assert_eq!(harness.state().desk.project().plans.len(), count + plans, "{answer}");
        assert!(harness.query_by_label("Kopie: Was wäre, wenn …").is_none());
    }
}

#[test]
fn a_digit_moves_the_chosen_district() {
    let mut harness = before(presenting(Language::German), HD);
    let friedland = harness.state().desk.catalog().register.iter().find(|it| it.1.name == "Friedland").unwrap();
    let (at, id) = (friedland.0, friedland.1.key.clone());
    harness.state_mut().does(Action::Look(LookAt::SelectDistrict { district: Some(at), add: false }));
    presses(&mut harness, Modifiers::NONE, Key::Num3);
    let plan = harness.state().desk.shown_plan().unwrap();
    assert_eq!(plan.area_of.get(&id), Some(&plan.areas[2].id));
}

#[test]
fn after_the_wall_nobody_draws_in_the_copy_unasked() {
    let mut harness = before(presenting(Language::German), HD);
    let (plan, plans) = (harness.state().desk.look().plan, harness.state().desk.project().plans.len());
    let friedland = harness.state().desk.catalog().register.iter().find(|it| it.1.name == "Friedland").unwrap().0;
    harness.state_mut().does(Action::Look(LookAt::SelectDistrict { district: Some(friedland), add: false }));
    presses(&mut harness, Modifiers::NONE, Key::Num3);
    assert_ne!(harness.state().desk.look().plan, plan, "what happens on the wall happens in a copy");
    harness.state_mut().does(Action::Show(planraum::desk::action::Showing::Stop));
    let desk = &harness.state().desk;
    assert_ne!(desk.look().plan, desk.project().plans.last().map(|it| it.id));
    assert_eq!(desk.project().plans.len(), plans + 1, "and nobody loses it");
    let told = desk.notes().notes().iter().map(|it| desk.words().tell(&it.message)).next_back();
    assert!(told.is_some_and(|it| it.contains("liegt unter den Varianten")));
}

#[test]
fn everything_has_a_name_in_both_languages_and_nothing_leaves_the_wall() {
    for language in [Language::German, Language::English] {
        for size in [vec2(1280.0, 720.0), vec2(640.0, 360.0)] {
            let harness = before(presenting(language), size);
            assert_eq!((unnamed(&harness), unsaid(&harness)), (Vec::new(), Vec::new()), "{language:?} {size}");
            let title = harness.state().desk.view_on_wall().unwrap().title.clone();
            assert!(in_sight(&harness, &title, size), "{size}");
        }
    }
}

/// The card of what was clicked took the place of the sentence that the view was saved for.
#[test]
fn sentence_and_legend_stay_while_a_card_is_open() {
    for size in [HD, vec2(1280.0, 720.0)] {
        let mut harness = before(presenting(Language::German), size);
        let sentence = "Im Landkreis ist es jedes siebte Kind.";
        let beside = harness.get_by_label(sentence).rect();
        let areas: Vec<_> = harness.state().desk.shown_plan().unwrap().areas.iter().map(|it| it.id).collect();
        let districts: Vec<_> =
            ["03159017", "03159001", "03159501"].map(|it| harness.state().desk.catalog().register.find(&key(it))).to_vec();
        let choices = areas.into_iter().map(|it| LookAt::SelectArea(Some(it)));
        for choice in choices.chain(districts.into_iter().map(|district| LookAt::SelectDistrict { district, add: false })) {
            harness.state_mut().does(Action::Look(LookAt::SelectArea(None)));
            harness.state_mut().does(Action::Look(choice.clone()));
            harness.run_steps(4);
            assert_eq!(harness.get_by_label(sentence).rect(), beside, "{choice:?}");
            let card = harness.ctx.memory(|it| it.area_rect(egui::Id::unique("wall card"))).unwrap();
            assert!(!card.intersects(beside), "{choice:?}: {card:?} over {beside:?}");
            let rows: Vec<_> = harness.query_all_by_label("unbewohnt").map(|it| it.rect()).collect();
            assert!(!rows.is_empty() && rows.iter().all(|it| !card.intersects(*it)), "{choice:?}: {card:?} over the legend, {rows:?}");
            assert!(egui::Rect::from_min_size(egui::Pos2::ZERO, size).contains_rect(card), "{choice:?}: {card:?} in {size:?}");
        }
    }
}

/// Where a card hides least was looked up on a map some pixels narrower than the one on the wall.
#[test]
fn the_card_on_the_wall_lies_in_a_corner_where_what_is_chosen_is_seen() {
    let mut on_map = 0;
    for size in [vec2(1280.0, 720.0), vec2(1024.0, 768.0), vec2(1400.0, 700.0)] {
        let mut harness = before(presenting(Language::German), size);
        let districts: Vec<_> = harness.state().desk.catalog().register.iter().map(|it| (it.0, it.1.name.clone())).collect();
        for (district, name) in districts {
            harness.state_mut().does(Action::Look(LookAt::SelectDistrict { district: Some(district), add: false }));
            harness.run_steps(4);
            let map = harness.get_by_role_and_label(egui::accesskit::Role::Canvas, "Karte").rect();
            let card = harness.ctx.memory(|it| it.area_rect(egui::Id::unique("wall card"))).unwrap();
            if !map.contains(card.center()) {
                continue;
            }
            on_map += 1;
            let desk = &harness.state().desk;
            let camera = harness.state().window.wall().camera().unwrap();
            let at = camera.to_screen(map, desk.catalog().ground.locator.centre(district).unwrap());
            assert!(!card.contains(at), "{size}: {name} at {at} below {card}");
        }
    }
    assert!(on_map > 20, "{on_map} cards lay on the map");
}

/// The card covered the western third of the map, and what was chosen lay beside a hole in the county.
#[test]
fn the_county_stands_beside_the_card_of_what_is_chosen() {
    for (size, scale) in [(HD, 1.0), (vec2(1280.0, 720.0), 1.0), (vec2(1280.0, 720.0), 2.0)] {
        let mut harness = before(presenting(Language::German), size / scale);
        let catalog = Arc::clone(harness.state().desk.catalog());
        let whole = harness.state().window.wall().camera().unwrap();
        for name in ["Friedland", "Duderstadt", "Staufenberg", "Bad Sachsa"] {
            let district = catalog.register.iter().find(|it| it.1.name == name).unwrap().0;
            harness.state_mut().does(Action::Look(LookAt::SelectDistrict { district: Some(district), add: false }));
            harness.run_steps(8);
            let card = harness.ctx.memory(|it| it.area_rect(egui::Id::unique("wall card"))).unwrap();
            let map = harness.get_by_role_and_label(egui::accesskit::Role::Canvas, "Karte").rect();
            let camera = harness.state().window.wall().camera().unwrap();
            assert!(camera.metres_per_point < whole.metres_per_point * 1.5, "{name}, {size} at {scale}: hardly smaller");
            let at = |it| camera.to_screen(map, catalog.ground.locator.centre(it).unwrap());
            let under = catalog.register.iter().filter(|it| card.contains(at(it.0))).map(|it| it.1.name.as_str()).collect::<Vec<_>>();
            assert!(under.is_empty(), "{name}, {size} at {scale}: {under:?} under the card {card:?}");
        }
        presses(&mut harness, Modifiers::NONE, Key::Escape);
        harness.run_steps(4);
        assert_eq!(harness.state().window.wall().camera().unwrap(), whole, "without a card it is as before");
    }
}

/// Whoever changes something before an audience sees whole that it is a copy, and how to answer.
#[test]
fn the_banner_of_a_copy_is_whole() {
    for language in [Language::German, Language::English] {
        for size in [HD, vec2(1280.0, 720.0), vec2(640.0, 360.0)] {
            let mut harness = before(presenting(language), size);
            let friedland = harness.state().desk.catalog().register.iter().find(|it| it.1.name == "Friedland").unwrap().0;
            harness.state_mut().does(Action::Look(LookAt::SelectDistrict { district: Some(friedland), add: false }));
            presses(&mut harness, Modifiers::NONE, Key::Num3);
            harness.run_steps(6);
            let screen = egui::Rect::from_min_size(egui::Pos2::ZERO, size);
            let banner = harness.ctx.memory(|it| it.area_rect(egui::Id::unique("wall copy"))).unwrap();
            let title = harness.get_by_label(&harness.state().desk.view_on_wall().unwrap().title.clone()).rect();
            let card = harness.ctx.memory(|it| it.area_rect(egui::Id::unique("wall card"))).unwrap();
            assert!(screen.contains_rect(banner) && !banner.intersects(title) && !banner.intersects(card.shrink(1.0)), "{size}: {banner}");
            let words = harness.state().desk.words().clone();
            for key in ["wall-copy", "wall-keep", "wall-drop"] {
                let said = harness.get_by_label(&words.say(key)).rect();
                assert!(banner.contains_rect(said), "{size}: {key} at {said} in {banner}");
            }
            let changes: Vec<_> = harness.query_all_by_label_contains("→").map(|it| it.rect()).collect();
            let (map, camera) =
                (harness.get_by_role(egui::accesskit::Role::Canvas).rect(), harness.state().window.wall().camera().unwrap());
            let catalog = harness.state().desk.catalog();
            let at = |it| camera.to_screen(map, catalog.ground.locator.centre(it).unwrap());
            let under = catalog.register.iter().filter(|it| banner.contains(at(it.0)) || card.contains(at(it.0))).count();
            assert_eq!(under, 0, "{size}: districts under banner or card");
            assert!(changes.len() == 2 && changes.iter().all(|it| banner.contains_rect(*it)), "{size}: {changes:?} in {banner}");
        }
    }
}
