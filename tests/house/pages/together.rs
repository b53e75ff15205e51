//! Maps that belong together: plans beside one another, and the picture that is made while another stands.
use std::collections::{BTreeMap, VecDeque};

use eframe::egui::vec2;
use egui_kittest::kittest::Queryable as _;
use planraum::{
    cartography::labels::Named,
    desk::{
        action::{Action, AreaWork, LookAt, PlanWork},
        answers::Question,
        errand::Errand,
        look::{Colouring, CompareMode, Page},
    },
    model::{id::PlanId, saved_view::Extent},
    words::Language,
};

use super::{Seat, before, clicks, said, settings};

/// Does everything but what is `held`, which is handed back.
fn performs(seat: &mut Seat, errands: Vec<Errand>, held: impl Fn(&Errand) -> bool) -> Vec<Errand> {
    let (mut waiting, mut back) = (VecDeque::from(errands), Vec::new());
    while let Some(errand) = waiting.pop_front() {
        if held(&errand) {
            back.push(errand);
            continue;
        }
        let mut reports = Vec::new();
        seat.seat.hands.perform(errand, &mut |it| reports.push(it));
        waiting.extend(reports.into_iter().flat_map(|it| seat.seat.desk.finish(it)));
    }
    back
}

fn of_names(errand: &Errand) -> bool {
    matches!(errand, Errand::Answer { question: Question::Names { .. }, .. })
}

/// With a thousand areas the window stood still while the places of their names were looked for.
#[test]
fn the_places_of_names_are_found_aside_and_the_old_map_stands_until_then() {
    let mut seat = Seat::with_sample(settings(Language::German));
    let (a, start) = (seat.plan("Entwurf A"), seat.plan("Ausgangsplan"));
    seat.does(Action::Look(LookAt::Page(Page::Planning)));
    seat.does(Action::Look(LookAt::Plan(a)));
    seat.does(Action::Look(LookAt::Colouring(Colouring::Areas)));
    let mut harness = before(seat, vec2(1440.0, 900.0));
    harness.run_steps(3);
    let marks = |harness: &egui_kittest::Harness<'_, Seat>| -> Vec<u32> {
        harness.state().window.planning().area_labels().iter().map(|it| it.area.0).collect()
    };
    let before = marks(&harness);
    assert!(!before.is_empty());
    let held = {
        let errands = harness.state_mut().seat.desk.run(Action::Look(LookAt::Plan(start)));
        performs(harness.state_mut(), errands, of_names)
    };
    assert_eq!(held.len(), 1, "it is asked for once, aside");
    assert!(!harness.state().desk.is_ready_to_show(Some(start)));
    harness.run_steps(3);
    assert_eq!(marks(&harness), before, "the map of the plan before stands");
    performs(harness.state_mut(), held, |_| false);
    assert!(harness.state().desk.is_ready_to_show(Some(start)));
    harness.run_steps(3);
    let districts: BTreeMap<_, _> = harness.state().desk.project().plan(start).unwrap().areas.iter().map(|it| (it.id.0, ())).collect();
    let after = marks(&harness);
    assert!(!after.is_empty() && after.iter().all(|it| districts.contains_key(it)) && after != before, "{before:?} {after:?}");
    // A change of the plan needs nothing that takes long: the map follows at once.
    let area = harness.state().desk.shown_plan().unwrap().areas[0].id;
    let errands = harness.state_mut().seat.desk.run(Action::Area(AreaWork::Rename(area, "Umbenannt".into())));
    performs(harness.state_mut(), errands, of_names);
    assert!(harness.state().desk.is_ready_to_show(Some(start)));
}

/// Beside plan A, areas that are new in B and in C bore the same number.
#[test]
fn new_areas_of_two_plans_bear_different_numbers() {
    let mut seat = Seat::with_sample(settings(Language::German));
    let a = seat.plan("Entwurf A");
    let mut plans = vec![a];
    for name in ["Ebergötzen", "Rosdorf"] {
        let district = seat.desk.catalog().register.iter().find(|it| it.1.name == name).unwrap().0;
        seat.does(Action::Plan(PlanWork::Duplicate(a)));
        seat.does(Action::Look(LookAt::SelectDistrict { district: Some(district), add: false }));
        let plan = seat.desk.shown_plan().unwrap();
        let key = &seat.desk.catalog().register.get(district).unwrap().key;
        let area = plan.area_of[key];
        seat.does(Action::Area(AreaWork::SplitOff(area)));
        plans.push(seat.desk.shown_plan().unwrap().id);
    }
    seat.does(Action::Look(LookAt::Compare(plans.clone())));
    seat.does(Action::Look(LookAt::Page(Page::Comparison)));
    seat.does(Action::Look(LookAt::CompareMode(CompareMode::SideBySide)));
    let signs = |plan: PlanId| -> Vec<String> {
        let picture = seat.desk.picture_of_plan(plan, planraum::cartography::palette::Ground::Light).unwrap();
        picture.labels.iter().filter(|it| matches!(it.of, Named::Area(_))).map(|it| it.chip.clone()).collect()
    };
    let new = |plan: PlanId| -> Vec<String> { signs(plan).into_iter().filter(|it| !signs(a).contains(it)).collect() };
    let (b, c) = (new(plans[1]), new(plans[2]));
    assert_eq!((b.len(), c.len()), (1, 1), "one new area each: {b:?} {c:?}");
    assert_ne!(b, c);
}

fn beside(seat: &mut Seat) {
    let plans = ["Entwurf A", "Entwurf B", "Ausgangsplan"].map(|it| seat.plan(it)).to_vec();
    seat.does(Action::Look(LookAt::Compare(plans)));
    seat.does(Action::Look(LookAt::CompareMode(CompareMode::SideBySide)));
}

/// Side by side nothing said how far apart two places are.
#[test]
fn maps_side_by_side_have_one_scale_bar() {
    let mut seat = Seat::with_sample(settings(Language::German));
    beside(&mut seat);
    seat.does(Action::Look(LookAt::Page(Page::Comparison)));
    let mut harness = before(seat, vec2(1440.0, 900.0));
    harness.run_steps(2);
    let first = harness.query_all_by_label("Karte").next().unwrap().rect();
    let lengths: Vec<_> = harness
        .output()
        .shapes
        .iter()
        .filter_map(|it| if let eframe::egui::Shape::Text(text) = &it.shape { Some(text) } else { None })
        .filter(|it| it.galley.text().ends_with("km") && it.galley.text().starts_with(|it: char| it.is_ascii_digit()))
        .collect();
    assert!(!lengths.is_empty(), "there is a length in kilometres");
    assert!(lengths.iter().all(|it| first.contains_rect(it.visual_bounding_rect())), "in the first map, and in no other");
}

/// On one map a district had its name, on the next it had none.
#[test]
fn maps_side_by_side_name_the_same_districts() {
    for size in [vec2(1440.0, 900.0), vec2(1920.0, 1080.0)] {
        let mut seat = Seat::with_sample(settings(Language::German));
        beside(&mut seat);
        let centre = seat.desk.catalog().ground.topology.bounds().unwrap().centre();
        seat.does(Action::Look(LookAt::Page(Page::Comparison)));
        let mut harness = before(seat, size);
        harness.state_mut().does(Action::Look(LookAt::Extent(Some(Extent { centre, height: 24_000.0 }))));
        harness.run_steps(4);
        let named: Vec<_> = harness.state().window.comparison().named_districts().take(3).collect();
        assert!(named[0].len() > 1, "{size}: {named:?}");
        assert!(named.windows(2).all(|it| it[0] == it[1]), "{size}: {named:?}");
    }
}

/// The comparison was opened where planning had looked last, and what changes was out of sight.
#[test]
fn changes_out_of_sight_are_told_and_shown_and_planning_finds_its_place_again() {
    for mode in [CompareMode::Differences, CompareMode::SideBySide] {
        let mut seat = Seat::with_sample(settings(Language::German));
        beside(&mut seat);
        seat.does(Action::Look(LookAt::CompareMode(mode)));
        let catalog = std::sync::Arc::clone(seat.desk.catalog());
        let muenden = catalog.register.iter().find(|it| it.1.name == "Hann. Münden").unwrap().0;
        let near = Extent { centre: catalog.ground.locator.centre(muenden).unwrap(), height: 6_000.0 };
        let (a, b) = (seat.plan("Entwurf A"), seat.plan("Entwurf B"));
        seat.does(Action::Look(LookAt::Compare(vec![a, b])));
        seat.does(Action::Look(LookAt::Page(Page::Planning)));
        seat.does(Action::Look(LookAt::Extent(Some(near))));
        seat.does(Action::Look(LookAt::Page(Page::Comparison)));
        let mut harness = before(seat, vec2(1440.0, 900.0));
        harness.state_mut().does(Action::Look(LookAt::Extent(Some(near)))); // maps side by side open with everything
        harness.run_steps(3);
        assert_eq!(said(&harness, "Was sich ändert, liegt außerhalb").len(), 1, "{mode:?}");
        clicks(&mut harness, "Änderungen zeigen");
        harness.run_steps(3);
        let comparison = harness.state().window.comparison();
        let camera = if mode == CompareMode::Differences { comparison.camera() } else { comparison.cameras().next() }.unwrap();
        let map = harness.query_all_by_label("Karte").next().unwrap().rect();
        let seen = camera.bounds(map.size());
        let desk = &harness.state().desk;
        let changed = &desk.compared(a, b).unwrap().get().changed;
        assert!(changed.iter().all(|it| seen.contains(catalog.ground.locator.centre(*it).unwrap())), "{mode:?}: {seen:?}");
        assert_eq!(said(&harness, "Was sich ändert, liegt außerhalb"), Vec::<String>::new());
        harness.state_mut().does(Action::Look(LookAt::Page(Page::Planning)));
        assert_eq!(harness.state().desk.look().extent, Some(near), "{mode:?}: planning looks where it looked");
    }
}
