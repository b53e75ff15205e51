//! The wall.
use super::*;
use planraum::{
    analysis::{disclosure, pool::AreaValue},
    desk::{action::Showing, look::Colouring},
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

/// A change was told of people alone, though the map shows something else.
#[test]
fn what_would_be_if_is_told_for_the_indicator_shown_and_never_unveils_a_district() {
    let shown = |indicator: &str, district: &str| {
        let mut seat = Seat::with_sample(settings(Language::German));
        let shipped: Vec<_> = seat.desk.project().views.iter().map(|it| it.id).collect();
        shipped.into_iter().for_each(|it| seat.does(Action::Show(Showing::DeleteView(it))));
        let plan = seat.plan("Entwurf A");
        seat.does(Action::Look(LookAt::Plan(plan)));
        seat.does(Action::Look(LookAt::Indicator(planraum::model::id::IndicatorId::new(indicator))));
        seat.does(Action::Show(Showing::SaveView { title: "Eine".into(), sentence: String::new() }));
        seat.does(Action::Show(Showing::Start(None)));
        let mut harness = before(seat, HD);
        let name = |it: &str| harness.state().desk.catalog().register.iter().find(|one| one.1.name == it).unwrap().0;
        let district = name(district);
        harness.state_mut().does(Action::Look(LookAt::SelectDistrict { district: Some(district), add: false }));
        presses(&mut harness, Modifiers::NONE, Key::Num3);
        harness.run_steps(6);
        let name = harness.state().desk.shown_indicator().unwrap().indicator.name.clone();
        let told = harness.query_all_by(|_| true).filter_map(|it| it.accesskit_node().label().or(it.accesskit_node().value()));
        let changes: Vec<String> = told.filter(|it| it.contains(&format!(", {name}: "))).collect();
        let changes: Vec<String> = changes.into_iter().filter(|it| it.contains(" → ") || it.ends_with("geheim")).collect();
        (changes, harness)
    };
    let (changes, harness) = shown("kinder_sgb2", "Friedland");
    assert_eq!(changes.len(), 2, "{changes:?}");
    assert!(changes.iter().all(|it| it.contains(" → ") && it.contains('%')), "{changes:?}");
    let desk = &harness.state().desk;
    let after = desk.overlay_at(Level::Areas).unwrap().as_ref().as_ref().unwrap().get();
    let west = after.units.iter().find(|it| it.name == "Umland West/Süd").unwrap();
    let is = planraum::cartography::said::short(&west.value, &after.indicator, desk.words());
    assert!(changes.iter().any(|it| it.starts_with("Umland West/Süd") && it.ends_with(&format!("→ {is}"))), "{changes:?}, {is}");
    let plan = desk.shown_plan().unwrap();
    let (catalog, third) = (desk.catalog(), plan.areas[2].id);
    let placed = |it: &DistrictKey| plan.area_of.get(it).is_some_and(|it| *it != third);
    let mut hidden = catalog.series().iter().filter_map(|series| {
        let (at, indicator) = (series.latest_known()?, &series.indicator);
        let secret = |it| disclosure::hides(&AreaValue::of_cell(&series.cell(at, it), indicator), indicator, Profile::Konferenz);
        let district = catalog.register.iter().find(|it| placed(&it.1.key) && secret(it.0))?;
        Some((indicator.id.to_string(), district.1.name.clone()))
    });
    let (indicator, secret) = hidden.next().expect("the sample has a hidden district");
    let (changes, _) = shown(&indicator, &secret);
    assert!(!changes.is_empty() && changes.iter().all(|it| it.ends_with(": geheim")), "{secret}: {changes:?}");
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

/// The first click made the county a third smaller and laid another district under the pointer.
#[test]
fn neither_a_click_nor_a_copy_moves_the_map_on_the_wall() {
    for (size, scale) in [(HD, 1.0), (vec2(1440.0, 900.0), 1.0), (vec2(1280.0, 720.0), 1.0), (vec2(1280.0, 720.0), 2.0)] {
        let mut harness = before(presenting(Language::German), size / scale);
        let catalog = Arc::clone(harness.state().desk.catalog());
        let map_of = |it: &Harness<'_, Seat>| it.get_by_role_and_label(egui::accesskit::Role::Canvas, "Karte").rect();
        let whole = (harness.state().window.wall().camera().unwrap(), map_of(&harness));
        for name in ["Friedland", "Duderstadt", "Staufenberg", "Bad Sachsa", "Göttingen"] {
            let district = catalog.register.iter().find(|it| it.1.name == name).unwrap().0;
            let at = whole.0.to_screen(whole.1, catalog.ground.locator.centre(district).unwrap());
            harness.hover_at(at);
            harness.run_steps(1);
            harness.drag_at(at);
            harness.drop_at(at);
            harness.run_steps(6);
            let desk = &harness.state().desk;
            assert_eq!(desk.look().selection.districts.len(), 1, "{name}, {size} at {scale}");
            assert!(desk.look().hover.is_none_or(|it| it == district), "{name}, {size} at {scale}: nothing else is pointed at");
            presses(&mut harness, Modifiers::NONE, Key::Num3);
            harness.run_steps(6);
            assert_eq!((harness.state().window.wall().camera().unwrap(), map_of(&harness)), whole, "{name}, {size} at {scale}");
            for card in ["wall card", "wall copy"] {
                let card = harness.ctx.memory(|it| it.area_rect(egui::Id::unique(card))).unwrap();
                assert!(!card.contains(at), "{name}, {size} at {scale}: under {card:?}");
                let under = |it| card.contains(whole.0.to_screen(whole.1, catalog.ground.locator.centre(it).unwrap()));
                let under = catalog.register.iter().filter(|it| under(it.0)).count();
                assert!(under <= 10, "{name}, {size} at {scale}: {under} districts under {card:?}");
            }
            harness.state_mut().does(Action::Show(Showing::DropWhatIf));
        }
    }
}

/// Another view laid a district under a pointer that rested, and the audience saw it outlined.
#[test]
fn a_pointer_that_rests_points_at_nothing_new() {
    let mut harness = before(presenting(Language::German), HD);
    let map = harness.get_by_role_and_label(egui::accesskit::Role::Canvas, "Karte").rect();
    harness.hover_at(map.center());
    harness.run_steps(2);
    assert!(harness.state().desk.look().hover.is_some());
    presses(&mut harness, Modifiers::NONE, Key::PageDown);
    harness.run_steps(3);
    assert_eq!(harness.state().desk.look().hover, None);
    harness.hover_at(map.center() + vec2(2.0, 0.0));
    harness.run_steps(2);
    assert!(harness.state().desk.look().hover.is_some(), "until it is moved");
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
            assert!(changes.len() >= 2 && changes.iter().all(|it| banner.contains_rect(*it)), "{size}: {changes:?} in {banner}");
        }
    }
}

/// With seven changed areas the banner took half the wall.
#[test]
fn the_banner_tells_three_areas_and_counts_the_others() {
    let mut harness = before(presenting(Language::German), HD);
    let plan = harness.state().desk.shown_plan().unwrap().clone();
    let catalog = Arc::clone(harness.state().desk.catalog());
    let keys = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7];
    for (at, area) in plan.areas.iter().enumerate() {
        let district = catalog.register.iter().find(|it| plan.area_of.get(&it.1.key) == Some(&area.id)).unwrap().0;
        harness.state_mut().does(Action::Look(LookAt::SelectDistrict { district: Some(district), add: false }));
        presses(&mut harness, Modifiers::NONE, keys[(at + 1) % keys.len()]);
    }
    harness.run_steps(6);
    assert_eq!(harness.state().desk.changes_of_copy().len(), 7);
    assert_eq!(said(&harness, "und 4 weitere Räume").len(), 1);
    let banner = harness.ctx.memory(|it| it.area_rect(egui::Id::unique("wall copy"))).unwrap();
    assert!(banner.area() < HD.x * HD.y / 6.0, "{banner}");
}

/// The card of a low wall names no indicator: then the legend does, and no card lies on it.
#[test]
fn on_a_low_wall_the_indicator_is_named_beside_the_card() {
    for size in [vec2(854.0, 480.0), vec2(800.0, 450.0), vec2(640.0, 360.0)] {
        let mut seat = presenting(Language::German);
        let herzberg = seat.desk.catalog().register.iter().find(|it| it.1.name.starts_with("Herzberg")).unwrap().0;
        seat.does(Action::Look(LookAt::SelectDistrict { district: Some(herzberg), add: false }));
        let harness = before(seat, size);
        let title = harness.get_by_label("Kinder in SGB-II-Haushalten, %").rect();
        let card = harness.get_by_label("Herzberg am Harz zu …").rect();
        assert!(egui::Rect::from_min_size(egui::Pos2::ZERO, size).contains_rect(title), "{size}: {title}");
        assert!(title.height() >= 10.0 && !title.intersects(card), "{size}: {title} {card}");
    }
}

/// „Südharz, 43.719 Menschen. Was wäre in einem anderen Raum?“ did not say which district was meant.
#[test]
fn the_card_of_an_area_says_which_district_would_be_elsewhere() {
    for (level, colouring, asked) in [
        (Level::Districts, Colouring::Indicator, "Was wäre in einem anderen Raum?"),
        (Level::Areas, Colouring::Indicator, "Herzberg am Harz: Was wäre in einem anderen Raum?"),
        (Level::Districts, Colouring::Areas, "Herzberg am Harz: Was wäre in einem anderen Raum?"),
    ] {
        let mut seat = presenting(Language::German);
        let herzberg = seat.desk.catalog().register.iter().find(|it| it.1.name.starts_with("Herzberg")).unwrap().0;
        seat.does(Action::Look(LookAt::Level(level)));
        seat.does(Action::Look(LookAt::Colouring(colouring)));
        seat.does(Action::Look(LookAt::SelectDistrict { district: Some(herzberg), add: false }));
        assert!(before(seat, HD).query_by_label(asked).is_some(), "{level:?}, {colouring:?}");
    }
}

/// How much of an estimate is known stood nowhere on the wall.
#[test]
fn the_card_says_of_how_many_districts_the_county_s_value_is_made() {
    let county = |size| {
        let mut seat = presenting(Language::German);
        let herzberg = seat.desk.catalog().register.iter().find(|it| it.1.name.starts_with("Herzberg")).unwrap().0;
        seat.does(Action::Look(LookAt::SelectDistrict { district: Some(herzberg), add: false }));
        said(&before(seat, size), "Landkreis ")
    };
    assert!(county(HD).iter().any(|it| it.ends_with(", aus 36 von 39")), "{:?}", county(HD));
    assert!(county(vec2(854.0, 480.0)).iter().any(|it| it.starts_with("Landkreis rund ")), "without room it is „rund“");
}
