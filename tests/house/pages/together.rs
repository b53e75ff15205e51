//! Maps that belong together: plans beside one another, and the picture that is made while another stands.
use std::collections::{BTreeMap, VecDeque};

use eframe::egui::vec2;
use planraum::{
    cartography::labels::Named,
    desk::{
        action::{Action, AreaWork, LookAt, PlanWork},
        answers::Question,
        errand::Errand,
        look::{Colouring, CompareMode, Page},
    },
    model::id::PlanId,
    words::Language,
};

use super::{Seat, before, settings};

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
