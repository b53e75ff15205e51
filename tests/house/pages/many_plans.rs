//! More plans than the strip of tabs has room for.
use super::*;
use egui::accesskit::Role;

/// The sample with so many more plans; the last one is shown.
fn with_plans(language: Language, more: usize, size: Vec2) -> Harness<'static, Seat> {
    let mut seat = Seat::with_sample(settings(language));
    for _ in 0..more {
        seat.does(Action::Plan(PlanWork::New));
    }
    before(seat, size)
}

/// The tabs in sight, from the left.
fn tabs(harness: &Harness<'_, Seat>) -> Vec<(String, egui::Rect)> {
    let named = |it: egui_kittest::Node<'_>| (it.accesskit_node().label().unwrap_or_default(), it.rect());
    harness.query_all_by_role(Role::Tab).map(named).collect()
}

/// Whatever stands in the strip of tabs lies beside one another and in the window.
fn assert_nothing_overlaps(harness: &Harness<'_, Seat>, what: &str) {
    let tabs = tabs(harness);
    let strip = tabs[0].1.y_range();
    let role = |it: Role| matches!(it, Role::Tab | Role::Button);
    let inside = harness.query_all_by(|it| role(it.role())).map(|it| it.rect()).filter(|it| strip.contains(it.center().y));
    let map = harness.get_by_role_and_label(Role::Canvas, "Karte").rect().x_range();
    let mut all: Vec<egui::Rect> = inside.filter(|it| map.contains(it.center().x)).collect();
    all.sort_by(|a, b| a.left().total_cmp(&b.left()));
    for pair in all.windows(2) {
        assert!(pair[0].right() <= pair[1].left() + 0.5, "{what}: {pair:?} of {tabs:?}");
    }
}

#[test]
fn the_plan_that_is_shown_has_its_tab_in_sight_however_many_there_are() {
    for size in [vec2(1440.0, 900.0), vec2(1280.0, 720.0), vec2(960.0, 600.0)] {
        for more in [0, 1, 9] {
            let mut harness = with_plans(Language::German, more, size);
            let plans: Vec<String> = harness.state().desk.project().plans.iter().map(|it| it.name.clone()).collect();
            for plan in [plans.len() - 1, 0, plans.len() / 2] {
                let id = harness.state().desk.project().plans[plan].id;
                harness.state_mut().does(Action::Look(LookAt::Plan(id)));
                harness.run_steps(3);
                let what = format!("{} plans in {size}, {} shown", plans.len(), plans[plan]);
                assert!(tabs(&harness).iter().any(|it| it.0 == plans[plan]), "{what}: {:?}", tabs(&harness));
                let undo = harness.get_by_label("Rückgängig").rect();
                assert!(tabs(&harness).iter().all(|it| it.1.right() <= undo.left()), "{what}: {undo} {:?}", tabs(&harness));
                assert_nothing_overlaps(&harness, &what);
                let hidden = plans.len() - tabs(&harness).len();
                assert_eq!(said(&harness, "Alle Varianten").is_empty(), hidden == 0, "{what}");
            }
        }
    }
}

#[test]
fn the_sample_and_one_more_plan_fit_where_there_is_room() {
    let harness = with_plans(Language::German, 1, SIZE);
    assert_eq!(tabs(&harness).len(), 4, "{:?}", tabs(&harness));
}

#[test]
fn a_plan_without_a_tab_is_chosen_from_the_list_of_all_by_mouse_and_by_key() {
    let mut harness = with_plans(Language::German, 9, SIZE);
    let hidden = 12 - tabs(&harness).len();
    clicks(&mut harness, &format!("Alle Varianten, {hidden} weitere ohne Reiter"));
    assert_eq!(harness.query_all_by_role(Role::MenuItem).count(), 12, "all plans stand in the list");
    let tenth = harness.state().desk.project().plans[9].name.clone();
    assert!(tabs(&harness).iter().all(|it| it.0 != tenth));
    harness.get_by_role_and_label(Role::MenuItem, &tenth).click();
    harness.run_steps(3);
    assert_eq!(harness.state().desk.shown_plan().unwrap().name, tenth);
    assert!(tabs(&harness).iter().any(|it| it.0 == tenth), "{:?}", tabs(&harness));
    assert_eq!(harness.query_all_by_role(Role::MenuItem).count(), 0, "the list is closed");
    presses(&mut harness, Modifiers::COMMAND, Key::PageDown);
    assert_eq!(harness.state().desk.shown_plan().unwrap().name, harness.state().desk.project().plans[10].name);
    presses(&mut harness, Modifiers::COMMAND, Key::PageUp);
    assert_eq!(harness.state().desk.shown_plan().unwrap().name, tenth);
    harness.get_by_label_contains("Alle Varianten").focus();
    harness.run_steps(2);
    presses(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(harness.query_all_by_role(Role::MenuItem).count(), 12, "Enter opens the list");
    assert_eq!((unnamed(&harness), unsaid(&harness)), (Vec::new(), Vec::new()));
}

#[test]
fn a_long_name_is_cut_in_the_tab_and_told_in_full_under_the_pointer() {
    let long = "Zuschnitt nach den Einzugsbereichen der weiterführenden Schulen mit Sonderregelung für den Südharz";
    let mut seat = Seat::with_sample(settings(Language::German));
    let plan = seat.plan("Entwurf A");
    seat.does(Action::Plan(PlanWork::Rename(plan, long.to_owned())));
    let mut harness = before(seat, SIZE);
    let tab = harness.get_by_role_and_label(Role::Tab, long).rect();
    assert!(tab.width() < 230.0, "{tab}");
    assert_eq!(said(&harness, long).len(), 1);
    harness.hover_at(tab.center());
    for _ in 0..40 {
        harness.run_steps(1);
    }
    assert!(said(&harness, long).len() > 1, "the whole name stands under the pointer");
}
