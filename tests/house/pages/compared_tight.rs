//! The comparison where there is little room, or where names are long.
use super::*;
use egui::{Rect, accesskit::Role};
use planraum::desk::look::CompareMode;

const LONG: &str = "Entwurf A (fiktiv) – was wäre, wenn (23.11.2026 18:12)";

/// Two plans with names that no strip holds.
fn with_long_names(language: Language) -> Seat {
    let mut seat = Seat::with_sample(settings(language));
    for (start, name) in [("Entwurf A", LONG), ("Entwurf B", "Entwurf B (fiktiv) – was wäre, wenn (23.11.2026 18:14)")] {
        let plan = seat.plan(start);
        seat.does(Action::Plan(PlanWork::Rename(plan, name.to_owned())));
    }
    seat.compares();
    seat
}

#[test]
fn long_names_keep_the_strip_above_the_map() {
    for language in [Language::German, Language::English] {
        for width in [1001.0, 1024.0, 1100.0, 1200.0, 1280.0, 1366.0] {
            let harness = before(with_long_names(language), vec2(width, 720.0));
            let map = harness.get_by_role_and_label(Role::Canvas, if language == Language::German { "Karte" } else { "Map" }).rect();
            let strip: Vec<Rect> = [Role::ComboBox, Role::RadioButton]
                .into_iter()
                .flat_map(|it| harness.query_all_by_role(it).map(|it| it.rect()).collect::<Vec<_>>())
                .filter(|it| it.bottom() <= map.top() + 1.0 && it.left() < map.right() - 1.0)
                .collect();
            assert!(strip.len() >= 4, "{width}: {strip:?}");
            assert!(strip.iter().all(|it| it.right() <= map.right() - 4.0), "{language:?} {width}: {strip:?} above {map}");
            let mut sorted = strip.clone();
            sorted.sort_by(|a, b| a.left().total_cmp(&b.left()));
            assert!(sorted.windows(2).all(|it| it[0].right() <= it[1].left() + 0.5), "{language:?} {width}: {sorted:?}");
        }
    }
}

/// The names of both plans pushed the figures to the left, where the panel cut them.
#[test]
fn long_names_keep_the_figures_in_their_panel() {
    for (mode, width) in [(CompareMode::Differences, 1280.0), (CompareMode::Differences, 1010.0), (CompareMode::SideBySide, 1280.0)] {
        let mut seat = with_long_names(Language::German);
        seat.does(Action::Look(LookAt::CompareMode(mode)));
        let harness = before(seat, vec2(width, 4_000.0));
        let map = harness.query_all_by_label("Karte").map(|it| it.rect()).reduce(Rect::union).unwrap();
        let panel = Rect::from_x_y_ranges(map.right()..=width, 0.0..=4_000.0);
        let told = |it: &egui_kittest::Node<'_>| it.accesskit_node().label().or(it.accesskit_node().value());
        let leaf = |it: &egui_kittest::Node<'_>| {
            matches!(it.accesskit_node().role(), Role::Label | Role::Button | Role::RadioButton | Role::ComboBox)
        };
        let all = harness.query_all_by(|_| true).filter(|it| leaf(it) && it.rect().right() > map.right() + 20.0);
        let outside: Vec<String> = all
            .filter(|it| it.rect().top() > 110.0 && it.rect().bottom() < 3_960.0)
            .filter(|it| it.rect().left() < panel.left() || it.rect().right() > panel.right())
            .map(|it| format!("{:?} {}", told(&it), it.rect()))
            .collect();
        assert!(outside.is_empty(), "{mode:?} {width}: {panel}: {outside:#?}");
    }
}

/// A name that is cut at its end is told whole under the pointer.
#[test]
fn the_whole_name_of_a_compared_plan_stands_under_the_pointer() {
    let mut harness = before(with_long_names(Language::German), vec2(1280.0, 720.0));
    let choice = harness.get_by_role_and_label(Role::ComboBox, "Variante vorher").rect();
    let count = said(&harness, LONG).len();
    harness.hover_at(choice.center());
    for _ in 0..40 {
        harness.run_steps(1);
    }
    assert!(said(&harness, LONG).len() > count, "{:?}", said(&harness, LONG));
}

/// F6 did nothing here although the help offers it.
#[test]
fn f6_goes_round_the_parts_of_the_comparison() {
    for mode in [CompareMode::Differences, CompareMode::SideBySide] {
        let mut seat = Seat::with_sample(settings(Language::German));
        seat.does(Action::Look(LookAt::CompareMode(mode)));
        seat.compares();
        let mut harness = before(seat, SIZE);
        let focused = |harness: &Harness<'_, Seat>| {
            let mut all = harness.query_all_by(|it| it.is_focused()).filter_map(|it| it.accesskit_node().label());
            all.next_back().unwrap_or_default()
        };
        let mut visited = Vec::new();
        for _ in 0..5 {
            presses(&mut harness, Modifiers::NONE, Key::F6);
            visited.push(focused(&harness));
        }
        let maps = if mode == CompareMode::Differences { vec!["Karte"] } else { vec!["Karte"; 2] };
        let round: Vec<&str> = ["Planungsvarianten"].into_iter().chain(maps).chain(["Zahlen"]).collect();
        let expected: Vec<&str> = round.iter().copied().cycle().take(5).collect();
        assert_eq!(visited, expected, "{mode:?}");
        presses(&mut harness, Modifiers::SHIFT, Key::F6);
        assert_eq!(focused(&harness), expected[3], "{mode:?}: and back");
    }
}

/// The help named tabs and drawer on a page that has neither.
#[test]
fn the_help_names_the_parts_of_the_page_it_is_opened_on() {
    let mut seat = Seat::with_sample(settings(Language::German));
    seat.compares();
    let mut harness = before(seat, SIZE);
    for (page, there, not) in
        [(Page::Comparison, "Varianten, Karten, Zahlen", "Schublade: F6"), (Page::Planning, "Karte, Schublade", "Zahlen: F6")]
    {
        harness.state_mut().does(Action::Look(LookAt::Page(page)));
        presses(&mut harness, Modifiers::NONE, Key::F1);
        harness.run_steps(3);
        let mut next = said(&harness, "Zum nächsten Bereich: ");
        next.retain(|it| it.ends_with("F6"));
        assert!(next.len() == 1 && next[0].contains(there) && !next[0].contains(not), "{page:?}: {next:?}");
        presses(&mut harness, Modifiers::NONE, Key::Escape);
    }
}

/// At 200 % the legend took half the map.
#[test]
fn where_there_is_little_room_the_legend_of_differences_is_one_line() {
    for (size, folded) in [(vec2(853.0, 480.0), true), (vec2(640.0, 360.0), true), (vec2(1280.0, 720.0), false), (SIZE, false)] {
        let mut seat = Seat::with_sample(settings(Language::German));
        seat.compares();
        let mut harness = before(seat, size);
        assert_eq!(harness.query_by_label("Legende ausklappen").is_some(), folded, "{size}");
        if folded {
            clicks(&mut harness, "Legende ausklappen");
            assert!(harness.query_by_label("Legende einklappen").is_some(), "{size}: it opens for a look");
            clicks(&mut harness, "Legende einklappen");
            assert!(harness.query_by_label("Legende ausklappen").is_some(), "{size}");
        }
    }
}

/// With three plans a row was called as in the first, although the value is that of the plan's own area.
#[test]
fn beside_three_plans_a_value_tells_what_its_plan_calls_the_area() {
    use planraum::desk::action::AreaWork;
    let mut seat = Seat::with_sample(settings(Language::German));
    let (a, b) = (seat.plan("Entwurf A"), seat.plan("Entwurf B"));
    let plans = |seat: &Seat| -> Vec<PlanId> { seat.desk.project().plans.iter().map(|it| it.id).collect() };
    let others = plans(&seat);
    seat.does(Action::Plan(PlanWork::Duplicate(b)));
    let c = plans(&seat).into_iter().find(|it| !others.contains(it)).unwrap();
    seat.does(Action::Look(LookAt::Plan(c)));
    let osterode = seat.desk.shown_plan().unwrap().areas.iter().find(|it| it.name == "Osterode").unwrap().id;
    seat.does(Action::Area(AreaWork::Rename(osterode, "Harzrand".into())));
    seat.does(Action::Look(LookAt::CompareMode(CompareMode::SideBySide)));
    seat.does(Action::Look(LookAt::Compare(vec![a, b, c])));
    seat.does(Action::Look(LookAt::Page(Page::Comparison)));
    let harness = before(seat, vec2(1440.0, 2_400.0));
    let plan = harness.state().desk.project().plan(c).unwrap().name.clone();
    let rows = said(&harness, "Osterode, ");
    assert!(rows.iter().any(|it| it.contains(&format!("{plan} (Harzrand) "))), "{rows:?}");
    assert!(!said(&harness, &format!("Harzrand, {plan}, ")).is_empty(), "and so does the card of the value");
    assert!(said(&harness, &format!("Osterode, {plan}, ")).is_empty(), "{:?}", said(&harness, "Osterode, "));
    let name = rows.iter().find(|it| it.contains("(Harzrand)")).unwrap();
    let high = harness.get_all_by_label(name).next().unwrap().rect().height();
    assert!(high > 36.0, "the name stands below the value: {high}");
}
