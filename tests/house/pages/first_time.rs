//! What a planner wondered at who sat before the window for the first time.
use super::*;
use planraum::{
    desk::{
        action::{Drawing, PlanWork},
        notes::{Offer, Tone},
    },
    model::{
        id::{AreaId, IndicatorId},
        plan::Target,
    },
};

fn with_plan() -> Seat {
    let mut seat = Seat::with_sample(settings(Language::German));
    let plan = seat.plan("Entwurf A");
    seat.does(Action::Look(LookAt::Plan(plan)));
    seat
}

/// The sentences that are told now.
fn told(seat: &Seat) -> Vec<String> {
    seat.desk.notes().notes().iter().map(|it| seat.desk.words().tell(&it.message)).collect()
}

fn put(seat: &mut Seat, name: &str, area: Option<u32>) {
    let district = seat.desk.catalog().register.iter().find(|it| it.1.name.starts_with(name)).unwrap().0;
    seat.does(Action::Draw(Drawing::Put { districts: vec![district], area: area.map(AreaId) }));
}

/// The list stayed where the chosen row was, and what only spoke of „Wohngeld“ stood above what is called so.
#[test]
fn the_search_for_an_indicator_begins_with_the_best_hit() {
    let mut seat = with_plan();
    let last = seat.desk.catalog().series().iter().rfind(|it| it.indicator.role.is_none()).unwrap().indicator.id.clone();
    seat.does(Action::Look(LookAt::Indicator(last)));
    let mut harness = before(seat, vec2(1280.0, 720.0));
    harness.state_mut().does(Action::Look(LookAt::SearchIndicators("kinder".into())));
    harness.run_steps(3);
    let panel = |label: &str| harness.query_all_by_label(label).find(|it| it.rect().left() < 200.0).map(|it| it.rect());
    let names = harness.state().desk.catalog().series().iter().map(|it| it.indicator.name.clone());
    let mut rows: Vec<(f32, String)> = names.filter_map(|it| Some((panel(&it)?.top(), it))).collect();
    rows.sort_by(|a, b| a.0.total_cmp(&b.0));
    let rows: Vec<&String> = rows.iter().map(|it| &it.1).collect();
    assert!(rows.len() > 5 && rows[0].starts_with("Kinder"), "{rows:?}");
    let in_name = |it: &&&String| it.to_lowercase().contains("kinder");
    let first_without = rows.iter().position(|it| !in_name(&it)).unwrap_or(rows.len());
    assert!(rows[first_without..].iter().all(|it| !in_name(&it)), "names first: {rows:?}");
    let top = panel(rows[0]).unwrap().top();
    assert!(top < 400.0, "the first hit is in sight: {top}");
    let heading = said(&harness, "Im Namen gefunden");
    assert!(!heading.is_empty(), "{heading:?}");
    let chosen = rows[0].clone();
    let id = harness.state().desk.catalog().series().iter().find(|it| it.indicator.name == chosen).unwrap().indicator.id.clone();
    harness.get_by(|it| it.role() == egui::accesskit::Role::TextInput && it.value().as_deref() == Some("kinder")).focus();
    harness.run_steps(2);
    presses(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(harness.state().desk.look().indicator, Some(id), "Enter takes the first one that is seen");
}

/// The plus made an empty plan at once, where nearly everybody wants to try something with the one they see.
#[test]
fn the_plus_offers_a_copy_before_an_empty_plan() {
    let mut harness = before(with_plan(), SIZE);
    let count = |harness: &Harness<'_, Seat>| harness.state().desk.project().plans.len();
    let before = count(&harness);
    clicks(&mut harness, "Neue Variante");
    assert_eq!(count(&harness), before, "nothing is made before one has chosen");
    let [copy, empty] = ["Kopie der gezeigten Variante", "Leere Variante"].map(|it| harness.get_by_label(it).rect());
    assert!(copy.bottom() <= empty.top() + 1.0, "{copy:?} {empty:?}");
    clicks(&mut harness, "Kopie der gezeigten Variante");
    let made = harness.state().desk.shown_plan().unwrap();
    assert_eq!((made.name.as_str(), made.areas.len()), ("Entwurf A (fiktiv) – Kopie", 7));
    clicks(&mut harness, "Neue Variante");
    clicks(&mut harness, "Leere Variante");
    let made = harness.state().desk.shown_plan().unwrap();
    assert_eq!((made.name.as_str(), made.areas.len(), count(&harness)), ("Entwurf C", 0, before + 2));
}

/// „Rückgängig: Bovenden …“ stood over another plan; and the button of a note took back what was done after it.
#[test]
fn what_was_said_of_a_step_leaves_with_the_next_one_and_with_the_plan() {
    let mut seat = with_plan();
    put(&mut seat, "Bovenden", None);
    seat.does(Action::Undo);
    assert!(told(&seat).iter().any(|it| it.starts_with("Rückgängig: ")), "{:?}", told(&seat));
    let other = seat.plan("Entwurf B");
    seat.does(Action::Look(LookAt::Plan(other)));
    assert_eq!(told(&seat), Vec::<String>::new());
    seat.does(Action::Plan(PlanWork::Duplicate(other)));
    let copy = seat.desk.look().plan.unwrap();
    seat.does(Action::Plan(PlanWork::Delete(copy)));
    let offers = |seat: &Seat| seat.desk.notes().notes().iter().filter(|it| it.offer == Some(Offer::Undo)).count();
    assert_eq!(offers(&seat), 1, "{:?}", told(&seat));
    put(&mut seat, "Bovenden", None);
    assert_eq!(offers(&seat), 0, "it would take back the stroke, not the deletion: {:?}", told(&seat));
}

/// One stroke took the only district of an area, and a sentence about means was all that was said.
#[test]
fn a_stroke_that_empties_an_area_says_so_and_offers_the_way_back() {
    let mut seat = with_plan();
    seat.does(Action::Area(planraum::desk::action::AreaWork::Lock(AreaId(7), planraum::model::planning_area::Lock::Free)));
    put(&mut seat, "Göttingen", Some(3));
    assert_eq!(told(&seat).last().unwrap(), "„Stadt Göttingen“ ist jetzt leer.", "the city was no part of the mean");
    seat.does(Action::Undo);
    seat.does(Action::Plan(PlanWork::Target(PlanId(2), Target::Mean)));
    put(&mut seat, "Göttingen", Some(3));
    let note = seat.desk.notes().notes().last().unwrap().clone();
    assert_eq!((note.tone, note.offer), (Tone::Warning, Some(Offer::Undo)));
    assert!(told(&seat).last().unwrap().starts_with("„Stadt Göttingen“ ist jetzt leer. Statt 7 sind jetzt 6"), "{:?}", told(&seat));
    seat.does(Action::Undo);
    assert!(!told(&seat).iter().any(|it| it.contains("leer")), "{:?}", told(&seat));
    put(&mut seat, "Bovenden", Some(3));
    assert_eq!(seat.desk.notes().notes().iter().filter(|it| it.offer.is_some()).count(), 0, "{:?}", told(&seat));
}

/// „harz“ found whatever has these letters somewhere.
#[test]
fn the_search_for_everything_finds_nothing_far_fetched() {
    let mut harness = before(with_plan(), SIZE);
    presses(&mut harness, Modifiers::COMMAND, Key::K);
    harness.event(egui::Event::Text("harz".into()));
    harness.run_steps(3);
    let options = harness.query_all_by_role(egui::accesskit::Role::ListBoxOption).filter_map(|it| it.accesskit_node().label());
    let options: Vec<String> = options.collect();
    assert!(options.len() > 3 && options[0].starts_with("Harz"), "{options:?}");
    assert!(options.iter().all(|it| it.to_lowercase().contains("harz")), "{options:?}");
}

/// The terminal told of 2024 where the window opened at 2023: the sample's saved view says 2023, nothing else does.
#[test]
fn a_project_without_views_opens_at_the_newest_period_and_the_sample_says_that_there_is_a_newer_one() {
    let mut harness = before(with_plan(), SIZE);
    let period = |it: &Harness<'_, Seat>| it.state().desk.shown_period().unwrap().as_str().to_owned();
    assert_eq!(period(&harness), "2023");
    assert!(!said(&harness, "Kinder in SGB-II-Haushalten: Beispielwert (erfunden) · Stichtag 2023").is_empty(), "in the status bar");
    clicks(&mut harness, "neuer: 2024");
    assert_eq!(period(&harness), "2024");
    assert!(harness.query_by_label("neuer: 2024").is_none());

    let mut seat = Seat::with_sample(settings(Language::German));
    let views: Vec<_> = seat.desk.project().views.iter().map(|it| it.id).collect();
    views
        .into_iter()
        .for_each(|it| seat.does(Action::Edit(planraum::project::Command::InViews(planraum::project::ViewChange::Remove(it)))));
    let path = seat._folder.path().join("ohne.planraum");
    seat.does(Action::File(FileWork::SaveAs(path.clone())));
    seat.does(Action::File(FileWork::Close));
    let mut elsewhere = Seat::new(settings(Language::German));
    elsewhere.does(Action::File(FileWork::Open(path)));
    elsewhere.does(Action::Look(LookAt::Indicator(IndicatorId::new("kinder_sgb2"))));
    assert_eq!(elsewhere.desk.shown_period().unwrap().as_str(), "2024");
}

/// The picture of what it should be has words at the tools; at 1440 × 900 they were icons.
#[test]
fn the_tools_have_their_words_where_they_fit() {
    let wide = |size: Vec2| {
        let harness = before(with_plan(), size);
        let map = harness.get_by_label("Karte").rect();
        let tools: Vec<egui::Rect> = ["Auswählen", "Malen", "Radieren", "Lasso", "Rechteck", "Sperren"]
            .iter()
            .map(|it| harness.get_by(|node| node.role() == egui::accesskit::Role::Button && node.label().as_deref() == Some(it)).rect())
            .collect();
        assert!(tools.iter().all(|it| map.contains_rect(*it)), "{size}: {tools:?}");
        let legend = harness.get_all_by_label("Legende einklappen").next().unwrap().rect();
        assert!(tools.iter().all(|it| !it.intersects(legend.expand(4.0))), "{size}");
        tools.iter().filter(|it| it.width() > 60.0).count()
    };
    assert_eq!((wide(SIZE), wide(vec2(1920.0, 1080.0))), (6, 6));
    assert!(wide(vec2(1280.0, 720.0)) <= 1);
}

/// „Fälle § 27 Abs. 2: Sonstige …“ and its neighbours looked alike.
#[test]
fn a_long_name_of_an_indicator_has_two_lines() {
    let mut seat = with_plan();
    seat.does(Action::Look(LookAt::SearchIndicators("Familiensprache".into())));
    let harness = before(seat, SIZE);
    let row = |name: &str| harness.get_by(|it| it.role() == egui::accesskit::Role::Button && it.label().as_deref() == Some(name)).rect();
    assert!(row("Kita-Kinder mit nicht deutscher Familiensprache").height() > 36.0);
    let mut seat = with_plan();
    seat.does(Action::Look(LookAt::SearchIndicators("Geburten".into())));
    let harness = before(seat, SIZE);
    let row = |name: &str| harness.get_by(|it| it.role() == egui::accesskit::Role::Button && it.label().as_deref() == Some(name)).rect();
    assert!(row("Geburten").height() < 32.0);
}

/// A line from 23 to 21 fell to the ground: nothing said that the axis begins at 20.
#[test]
fn a_chart_says_where_its_axis_begins_unless_that_is_zero() {
    let chart = |indicator: &str| {
        let mut seat = with_plan();
        seat.does(Action::Look(LookAt::Indicator(IndicatorId::new(indicator))));
        let harness = before(seat, SIZE);
        harness
            .query_all_by(|it| it.role() == egui::accesskit::Role::Image)
            .filter_map(|it| it.accesskit_node().label())
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert!(chart("kinder_sgb2").contains("; Achse beginnt bei "), "{}", chart("kinder_sgb2"));
    assert!(!chart("wanderungssaldo").contains("Achse beginnt"), "{}", chart("wanderungssaldo"));
}

/// „Jugend“ and „Frühe Kindheit“ stood in an English window.
#[test]
fn topics_and_phases_are_english_in_an_english_window() {
    let harness = before(Seat::with_sample(settings(Language::English)), SIZE);
    for (there, not) in [("Social affairs", "Soziales"), ("Youth", "Jugend"), ("Health", "Gesundheit")] {
        assert!(!said(&harness, there).is_empty() && !said(&harness, not).iter().any(|it| it == not), "{there}");
    }
}
