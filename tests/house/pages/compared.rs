//! The comparison page.
use super::*;
use planraum::desk::look::CompareMode;

const PEOPLE: &str = "42.098\u{a0}Menschen";
const ROW: &str = "Von Umland Ost/Nord nach Eichsfeld: Ebergötzen, Landolfshausen, Seeburg, Seulingen, Waake, 7.222";

fn comparing(language: Language) -> Seat {
    let mut seat = Seat::with_sample(settings(language));
    seat.compares();
    seat
}

#[test]
fn it_says_how_many_people_move_and_where_to() {
    let harness = before(comparing(Language::German), SIZE);
    let compared = harness.state().desk.compared(harness.state().plan("Entwurf A"), harness.state().plan("Entwurf B")).unwrap();
    assert_eq!(compared.get().moved.people.value, Some(42_098.0));
    for words in [PEOPLE, "wechseln den Raum, 12,8\u{a0}%", "9 von 39 Gebieten · 4 von 7 Räumen ändern sich"] {
        assert!(harness.query_by_label(words).is_some(), "{words}");
    }
    assert!(harness.query_by_label(ROW).is_some());
}

#[test]
fn a_row_finds_its_districts_on_the_map_and_again_everything() {
    let mut harness = before(comparing(Language::German), SIZE);
    clicks(&mut harness, ROW);
    let look = harness.state().desk.look().clone();
    assert_eq!(look.selection.districts.len(), 5);
    assert!(look.extent.is_some());
    clicks(&mut harness, ROW);
    let look = harness.state().desk.look();
    assert!(look.selection.districts.is_empty() && look.extent.is_none());
}

#[test]
fn figures_of_both_plans_and_their_difference_can_be_read() {
    let harness = before(comparing(Language::German), SIZE);
    let figures = said(&harness, "Kleinster Raum, Einwohner:");
    assert_eq!(figures, ["Kleinster Raum, Einwohner: Entwurf A (fiktiv) 30.010, Entwurf B (fiktiv) 22.788, −7.222"]);
}

/// Every area was looked up among all others, at every frame: with five hundred areas the window froze.
#[test]
fn a_comparison_of_five_hundred_areas_moves() {
    use planraum::{
        model::{id::AreaId, plan::Plan, planning_area::PlanningArea},
        project::Command,
    };
    let mut seat = Seat::with_sample(settings(Language::German));
    let plan = seat.desk.project().plan(seat.plan("Entwurf A")).unwrap().clone();
    let one = plan.areas[0].clone();
    let many = |number: u32| PlanningArea {
        id: AreaId(1_000 + number),
        code: format!("V{number}"),
        name: format!("Viertel {number}"),
        ..one.clone()
    };
    let areas: Vec<PlanningArea> = plan.areas.iter().cloned().chain((0..500).map(many)).collect();
    let mut ids = Vec::new();
    for id in [PlanId(801), PlanId(802)] {
        let plan = Plan { id, name: format!("Viele {}", id.0), areas: areas.clone(), ..plan.clone() };
        seat.does(Action::Edit(Command::AddPlan { position: 0, plan: Box::new(plan) }));
        ids.push(id);
    }
    seat.does(Action::Look(LookAt::Compare(ids.clone())));
    seat.does(Action::Look(LookAt::Page(Page::Comparison)));
    assert!(seat.desk.compared(ids[0], ids[1]).is_some());
    let mut harness = before(seat, SIZE);
    let begun = std::time::Instant::now();
    harness.run_steps(2);
    let took = begun.elapsed() / 2;
    assert!(took.as_secs_f64() < 3.0, "a frame took {took:?}, even without any optimization");
}

#[test]
fn plans_swap_and_stand_side_by_side() {
    let mut harness = before(comparing(Language::German), SIZE);
    let plans = harness.state().desk.look().compare.plans.clone();
    clicks(&mut harness, "Varianten tauschen");
    assert_eq!(harness.state().desk.look().compare.plans, [plans[1], plans[0]]);
    clicks(&mut harness, "Darstellung: Nebeneinander");
    assert_eq!(harness.state().desk.look().compare.mode, CompareMode::SideBySide);
    assert_eq!(harness.query_all_by_label("Karte").count(), 2);
    let plan = harness.state().plan("Entwurf A");
    harness.state_mut().does(Action::Plan(PlanWork::Duplicate(plan)));
    harness.state_mut().does(Action::Look(LookAt::Page(Page::Comparison)));
    harness.run_steps(3);
    clicks(&mut harness, "Variante dazu");
    assert_eq!(harness.query_all_by_label("Karte").count(), 3);
    clicks(&mut harness, "Variante 3 herausnehmen");
    assert_eq!(harness.query_all_by_label("Karte").count(), 2);
}

#[test]
fn either_plan_can_be_gone_on_with() {
    let mut harness = before(comparing(Language::German), vec2(1440.0, 2200.0));
    clicks(&mut harness, "„Entwurf B (fiktiv)“ weiterführen");
    let seat = harness.state();
    assert_eq!((seat.desk.look().page, seat.desk.look().plan), (Page::Planning, Some(seat.plan("Entwurf B"))));
}

#[test]
fn alike_plans_and_too_few_plans_are_said_in_words() {
    let mut seat = Seat::with_sample(settings(Language::German));
    let plan = seat.plan("Entwurf A");
    seat.does(Action::Plan(PlanWork::Duplicate(plan)));
    let copy = seat.desk.look().plan.unwrap();
    seat.does(Action::Look(LookAt::Compare(vec![plan, copy])));
    seat.does(Action::Look(LookAt::Page(Page::Comparison)));
    assert!(before(seat, SIZE).query_by_label("Beide Varianten sind gleich").is_some());
    let mut seat = Seat::with_sample(settings(Language::German));
    seat.does(Action::Look(LookAt::Page(Page::Comparison)));
    seat.does(Action::Look(LookAt::Compare(vec![plan])));
    let mut harness = before(seat, SIZE);
    clicks(&mut harness, "Die ersten beiden vergleichen");
    assert_eq!(harness.state().desk.look().compare.plans.len(), 2);
}

#[test]
fn everything_has_a_name_and_fits_in_both_languages_and_small_windows() {
    for (language, shown) in [
        (Language::German, ["Darstellung: Nebeneinander", "Varianten tauschen"]),
        (Language::English, ["Display: Side by side", "Swap plans"]),
    ] {
        for size in [vec2(1280.0, 720.0), vec2(640.0, 360.0)] {
            let harness = before(comparing(language), size);
            assert_eq!((unnamed(&harness), unsaid(&harness)), (Vec::new(), Vec::new()), "{language:?} {size}");
            for name in shown {
                assert!(in_sight(&harness, name, size), "{name} in {size}: {:?}", harness.get_by_label(name).rect());
            }
        }
    }
}

#[test]
fn in_a_narrow_window_map_and_figures_take_turns() {
    let mut harness = before(comparing(Language::German), vec2(854.0, 480.0));
    assert!(harness.query_by_label(PEOPLE).is_none());
    clicks(&mut harness, "Zahlen");
    assert!(harness.query_by_label(PEOPLE).is_some());
}

/// An area renamed in B kept A's name everywhere in the comparison.
#[test]
fn an_area_renamed_in_the_later_plan_is_told_by_both_names() {
    let mut seat = Seat::with_sample(settings(Language::German));
    let (a, b) = (seat.plan("Entwurf A"), seat.plan("Entwurf B"));
    seat.does(Action::Look(LookAt::Plan(b)));
    let osterode = seat.desk.shown_plan().unwrap().areas.iter().find(|it| it.name == "Osterode").unwrap().id;
    seat.does(Action::Area(planraum::desk::action::AreaWork::Rename(osterode, "Harzrand".into())));
    seat.compares();
    let harness = before(seat, vec2(1440.0, 2400.0));
    let both = "Osterode → Harzrand";
    assert!(!said(&harness, both).is_empty(), "in the tables");
    assert!(said(&harness, "Von Südharz nach Harzrand").len() == 1, "a district goes to what B calls it: {:?}", said(&harness, "Von "));
    let desk = &harness.state().desk;
    let project = desk.project();
    let released = desk.compared(a, b).unwrap();
    let ground = planraum::cartography::palette::Ground::Light;
    let picture = desk.picture_of_differences(released, project.plan(a).unwrap(), project.plan(b).unwrap(), ground).unwrap();
    assert!(picture.labels.iter().any(|it| it.text == both), "and on the map");
}

/// „+7.222“ stood on the map and told nobody what it was made of.
#[test]
fn a_gain_on_the_map_opens_what_it_rests_on() {
    let mut harness = before(comparing(Language::German), SIZE);
    clicks(&mut harness, "Eichsfeld: +7.222");
    for said in
        ["Wer in den Raum kommt, weniger wer ihn verlässt", "7.222 in 5 Gebieten · Umland Ost/Nord", "33.919", "41.141", "31.12.2023"]
    {
        assert!(harness.query_by_label(said).is_some(), "{said}");
    }
}

/// Whoever had lost the county on the planning page found an empty comparison, and no button that brought it back.
#[test]
fn a_lost_county_is_found_when_the_comparison_opens() {
    use planraum::model::saved_view::Extent;
    for mode in [CompareMode::Differences, CompareMode::SideBySide] {
        let mut seat = Seat::with_sample(settings(Language::German));
        let bounds = seat.desk.catalog().ground.topology.bounds().unwrap();
        let nowhere = Extent { centre: [bounds.max[0] + 200_000.0, bounds.centre()[1]], height: 20_000.0 };
        seat.does(Action::Look(LookAt::CompareMode(mode)));
        seat.does(Action::Look(LookAt::Extent(Some(nowhere))));
        seat.compares();
        let mut harness = before(seat, SIZE);
        assert_eq!(harness.state().desk.look().extent, None, "{mode:?}");
        let cameras = |harness: &Harness<'_, Seat>| -> Vec<_> {
            let comparison = harness.state().window.comparison();
            if mode == CompareMode::Differences { comparison.camera().into_iter().collect() } else { comparison.cameras().collect() }
        };
        let whole = cameras(&harness);
        assert!(whole.windows(2).all(|it| it[0] == it[1]), "one camera for all maps: {whole:?}");
        let seen = whole[0].bounds(harness.query_all_by_label("Karte").next().unwrap().rect().size());
        assert!(seen.contains(bounds.min) && seen.contains(bounds.max), "{mode:?}: {seen:?} around {bounds:?}");
        // Somebody who is here and goes to the edge is left there, and has the way back at hand.
        harness.state_mut().does(Action::Look(LookAt::Extent(Some(nowhere))));
        harness.run_steps(3);
        assert_eq!(harness.state().desk.look().extent, Some(nowhere));
        clicks(&mut harness, "Alles zeigen");
        harness.run_steps(3);
        assert_eq!(cameras(&harness), whole);
        clicks(&mut harness, "Vergrößern");
        harness.run_steps(3);
        let near = cameras(&harness);
        assert!(near.iter().all(|it| (it.metres_per_point * 1.5 / whole[0].metres_per_point - 1.0).abs() < 1e-6), "{near:?}");
    }
}

/// Beside one another the maps opened at the scale of the map before, which was wider: of each a part of the county was seen.
#[test]
fn maps_beside_one_another_open_with_the_whole_county() {
    use planraum::model::saved_view::Extent;
    let mut seat = Seat::with_sample(settings(Language::German));
    let bounds = seat.desk.catalog().ground.topology.bounds().unwrap();
    let near = Extent { centre: bounds.centre(), height: bounds.height() / 3.0 };
    seat.does(Action::Look(LookAt::Extent(Some(near))));
    seat.compares();
    let mut harness = before(seat, SIZE);
    assert_eq!(harness.state().desk.look().extent, Some(near), "one map looks where the one before did");
    clicks(&mut harness, "Darstellung: Nebeneinander");
    harness.run_steps(3);
    let cameras: Vec<_> = harness.state().window.comparison().cameras().collect();
    let size = harness.query_all_by_label("Karte").next().unwrap().rect().size();
    assert!(cameras.windows(2).all(|it| it[0] == it[1]), "{cameras:?}");
    let seen = cameras[0].bounds(size);
    assert!(seen.contains(bounds.min) && seen.contains(bounds.max), "{seen:?} around {bounds:?}");
    clicks(&mut harness, "Vergrößern");
    harness.run_steps(3);
    assert!(harness.state().desk.look().extent.is_some(), "whoever goes nearer stays there");
}

/// Beside one another the figure of an area stood in its neighbour, and told the wrong value there.
#[test]
fn a_figure_stands_in_its_own_area_on_every_map() {
    for (size, plans) in [(vec2(1280.0, 720.0), 2), (vec2(1280.0, 720.0), 4), (vec2(1920.0, 1080.0), 3)] {
        let mut seat = comparing(Language::German);
        seat.does(Action::Look(LookAt::CompareMode(CompareMode::SideBySide)));
        let all = ["Entwurf A", "Entwurf B"].map(|it| seat.plan(it));
        for copied in all {
            seat.does(Action::Plan(PlanWork::Duplicate(copied)));
        }
        let copies = seat.desk.project().plans.iter().map(|it| it.id).filter(|it| !all.contains(it)).skip(1);
        let compared: Vec<PlanId> = all.into_iter().chain(copies).take(plans).collect();
        assert_eq!(compared.len(), plans);
        seat.does(Action::Look(LookAt::Compare(compared.clone())));
        seat.does(Action::Look(LookAt::Page(Page::Comparison)));
        let mut harness = before(seat, size);
        harness.run_steps(4);
        let (desk, comparison) = (&harness.state().desk, harness.state().window.comparison());
        let maps: Vec<_> = harness.query_all_by_label("Karte").map(|it| it.rect()).collect();
        let mut figures = 0;
        for (((map, camera), labels), plan) in maps.iter().zip(comparison.cameras()).zip(comparison.area_labels()).zip(&compared) {
            for label in labels.iter().filter(|it| !it.figure.is_empty()) {
                let plan = desk.project().plan(*plan).unwrap();
                let at = desk.catalog().ground.locator.district_at(camera.to_map(*map, label.figure_at.center()));
                let found = at.and_then(|it| desk.catalog().register.get(it)).map(|it| plan.area_of.get(&it.key).copied());
                assert!(found.is_none_or(|it| it == Some(label.area)), "{size} {}: {} stands in {found:?}", plan.name, label.figure);
                figures += 1;
            }
        }
        assert!(figures >= 3 * plans, "{figures} figures on {plans} maps in {size}");
    }
}

/// The card spoke of „8 Harzrand“ in B's colours where the map showed „5 Osterode“.
#[test]
fn the_card_of_a_later_plan_calls_its_areas_as_the_map_does() {
    use planraum::desk::action::AreaWork;
    let mut seat = Seat::with_sample(settings(Language::German));
    let b = seat.plan("Entwurf B");
    seat.does(Action::Look(LookAt::Plan(b)));
    let osterode = seat.desk.shown_plan().unwrap().areas.iter().find(|it| it.name == "Osterode").unwrap().id;
    seat.does(Action::Area(AreaWork::Rename(osterode, "Harzrand".into())));
    seat.does(Action::Look(LookAt::Level(planraum::model::saved_view::Level::Areas)));
    seat.does(Action::Look(LookAt::CompareMode(CompareMode::SideBySide)));
    seat.compares();
    let mut harness = before(seat, SIZE);
    harness.run_steps(2);
    let map = harness.query_all_by_label("Karte").nth(1).unwrap().rect();
    let camera = harness.state().window.comparison().cameras().nth(1).unwrap();
    let catalog = Arc::clone(harness.state().desk.catalog());
    let district = catalog.register.iter().find(|it| it.1.name == "Osterode am Harz").unwrap().0;
    harness.hover_at(camera.to_screen(map, catalog.ground.locator.centre(district).unwrap()));
    harness.run_steps(3);
    let on_map = |name: &str| harness.query_all_by_label(name).filter(|it| map.contains_rect(it.rect())).count();
    assert_eq!((on_map("Osterode → Harzrand"), on_map("Harzrand")), (2, 0), "chip and title");
}

/// The hand's colour means a new border here: a district that is chosen has the accent's, or one would take its edge for one.
#[test]
fn what_is_chosen_looks_like_no_new_border() {
    use egui::{Shape, epaint::ColorMode};
    // How many lines of the map have the colour of the accent, and how many that of the hand.
    let lines = |harness: &Harness<'_, Seat>| {
        let tokens = theme::Theme::of(&harness.ctx).tokens;
        let inks = |shape: &Shape| match shape {
            Shape::Path(path) => match path.stroke.color {
                ColorMode::Solid(ink) if path.stroke.width > 1.0 => Some(ink),
                _ => None,
            },
            _ => None,
        };
        let inks: Vec<_> = harness.output().shapes.iter().filter_map(|it| inks(&it.shape)).collect();
        [tokens.acc, tokens.hand].map(|wanted| inks.iter().filter(|it| **it == wanted).count())
    };
    for (page, in_hand) in [(Page::Comparison, false), (Page::Planning, true)] {
        let mut seat = Seat::with_sample(settings(Language::German));
        seat.compares();
        seat.does(Action::Look(LookAt::Page(page)));
        let bovenden = seat.desk.catalog().register.iter().find(|it| it.1.name == "Bovenden").unwrap().0;
        let mut harness = before(seat, SIZE);
        let none = lines(&harness);
        harness.state_mut().does(Action::Look(LookAt::SelectDistrict { district: Some(bovenden), add: false }));
        harness.run_steps(4);
        let chosen = lines(&harness);
        let [accent, hand] = [0, 1].map(|it| chosen[it] > none[it]);
        assert_eq!(hand, in_hand, "{page:?}: {none:?}, {chosen:?}");
        assert!(accent || in_hand, "{page:?}: {none:?}, {chosen:?}");
    }
}
