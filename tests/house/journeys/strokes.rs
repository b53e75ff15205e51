//! Drawing on the map: everything between the button going down and coming up, and the tools beside the brush.

use planraum::{
    analysis::{draft::WhyNot, pool::AreaValue},
    desk::{
        action::{Action, AreaWork, Drawing, Drawn, LookAt},
        look::{Colouring, Tool},
    },
    geometry::{Bounds, DistrictIx, locate::Rule},
    model::{
        id::{AreaId, IndicatorId},
        planning_area::Lock,
        released::Profile,
        saved_view::Level,
        value::{State, SuppressedBy},
    },
};

use super::hand::{Hand, at};

fn live(hand: &Hand, area: u32) -> AreaValue {
    *hand.desk.live_value(AreaId(area)).expect("the board has it").get()
}

/// What the list of areas shows when no stroke runs.
fn computed(hand: &Hand, area: u32) -> AreaValue {
    let overlay = hand.desk.overlay_at(Level::Areas).unwrap().as_ref().as_ref().unwrap();
    overlay.get().units.iter().find(|it| it.area == Some(AreaId(area))).unwrap().value
}

#[test]
fn rows_and_the_chosen_indicator_follow_the_stroke() {
    let mut hand = Hand::over_small_county();
    hand.run(Action::Look(LookAt::Indicator(IndicatorId::new("quota"))));
    hand.take_brush(1, 100.0);
    assert_eq!((hand.people(1), hand.people(2)), (Some(8400.0), Some(10_000.0 - 400.0 + 400.0 - 400.0 + 400.0)));
    let quota = computed(&hand, 1);
    assert_eq!(live(&hand, 1), quota);

    hand.drag(&[at(1, 0), at(2, 0)]);
    assert_eq!((hand.people(1), hand.people(2)), (Some(8700.0), Some(9700.0)), "d2 with its 300 people went over");
    let followed = live(&hand, 1);
    assert_eq!((followed.numerator, followed.denominator), (Some(quota.numerator.unwrap() + 4.0), Some(8700.0)));
    let deltas = hand.desk.deltas();
    let change = |area: u32| deltas.iter().find(|it| it.area == Some(AreaId(area))).and_then(|it| it.change);
    assert_eq!((change(1), change(2), change(3)), (Some(300.0), Some(-300.0), None));
    assert_eq!(hand.board().row_before(AreaId(1)).unwrap().balance.value, Some(8400.0));
    assert_eq!((hand.area_of("d2"), hand.taken()), (Some(2), 0), "nothing is decided while the button is down");

    hand.draw(Drawing::To(at(3, 0)));
    assert_eq!(hand.people(1), Some(9100.0));
    hand.draw(Drawing::End);
    assert_eq!((hand.area_of("d2"), hand.area_of("d3"), hand.taken()), (Some(1), Some(1), 1));
    assert_eq!(live(&hand, 1), computed(&hand, 1), "the answer that comes afterwards is what the stroke showed");
    assert_eq!(hand.steps.len(), 1);
    hand.check();
}

/// A mouse that tells fifty places on its way paints what one that tells two does, whatever counts as hit.
#[test]
fn a_slow_stroke_takes_what_a_fast_one_does() {
    for (rule, radius, north, taken) in [
        (Rule::Touch, 300.0, 950.0, vec![0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]),
        (Rule::Centre, 300.0, 950.0, vec![0]), // where the stroke begins, and no label point is near enough
        (Rule::Centre, 300.0, 700.0, vec![0, 1, 2, 3, 4, 5]),
        (Rule::HalfSurface, 300.0, 500.0, vec![0, 1, 2, 3, 4]),
        (Rule::HalfSurface, 200.0, 500.0, vec![0]),
        (Rule::Centre, 0.0, 950.0, vec![0, 1, 2, 3, 4, 5]), // without width it takes what it runs over
    ] {
        for steps in [1, 7, 50] {
            let mut hand = Hand::over_small_county();
            hand.take_brush(3, radius);
            hand.brush(|it| it.rule = rule);
            let places: Vec<_> = (0..=steps).map(|it| [500.0 + 5_000.0 * f64::from(it) / f64::from(steps), north]).collect();
            hand.drag(&places);
            let before = hand.board().assignment_before().clone();
            let all: Vec<u32> = hand.board().moved().iter().map(|it| it.0).collect();
            let expected: Vec<u32> = taken.iter().copied().filter(|it| before.area_of(DistrictIx(*it)) != Some(AreaId(3))).collect();
            assert_eq!(all, expected, "{rule:?} in {steps} steps");
        }
    }
}

/// Half a district can be covered on two ways over it.
#[test]
fn half_of_the_surface_adds_up_over_the_whole_stroke() {
    let mut hand = Hand::over_small_county();
    hand.take_brush(3, 150.0);
    hand.brush(|it| it.rule = Rule::HalfSurface);
    hand.drag(&[at(4, 0), [4_500.0, 300.0], [0.0, 300.0]]);
    assert!(!hand.board().moved().contains(&DistrictIx(1)), "the brush is 300 m wide");
    hand.drag(&[at(4, 0)]);
    hand.draw(Drawing::Cancel);
    hand.drag(&[at(4, 0), [4_500.0, 300.0], [0.0, 300.0], [0.0, 700.0], [4_500.0, 700.0]]);
    assert!(hand.board().moved().contains(&DistrictIx(1)));
}

#[test]
fn small_numbers_stay_hidden_while_the_stroke_runs() {
    let mut hand = Hand::over_small_county();
    hand.run(Action::Look(LookAt::Indicator(IndicatorId::new("quota"))));
    hand.run(Action::Look(LookAt::Profile(Profile::Oeffentlich)));
    hand.run(Action::Area(AreaWork::New));
    hand.brush(|it| it.radius = 100.0);
    hand.drag(&[at(5, 0)]);
    let shown = live(&hand, 4);
    assert_eq!(shown, computed_like(&hand, 4));
    assert_eq!((shown.state, shown.numerator), (State::Suppressed(SuppressedBy::Profile), None), "d5 has 2 cases of 600");
    hand.draw(Drawing::To(at(5, 1)));
    assert_eq!(live(&hand, 4).numerator, Some(5.0), "with d11 there are enough");
}

/// The same area asked afresh, as if the stroke had ended.
fn computed_like(hand: &Hand, area: u32) -> AreaValue {
    let mut other = Hand::over_small_county();
    other.run(Action::Look(LookAt::Indicator(IndicatorId::new("quota"))));
    other.run(Action::Look(LookAt::Profile(hand.desk.look().profile)));
    other.run(Action::Area(AreaWork::New));
    let districts = hand.board().moved().iter().copied().collect();
    other.draw(Drawing::Put { districts, area: Some(AreaId(area)) });
    computed(&other, area)
}

#[test]
fn a_fast_stroke_skips_nothing() {
    let mut hand = Hand::over_small_county();
    hand.take_brush(3, 50.0);
    hand.stroke(&[at(0, 1), at(5, 1)]);
    assert!((6..12).all(|it| hand.area_of(&format!("d{it}")) == Some(3)));
    assert_eq!(hand.taken(), 1, "one stroke is one step");
    hand.check();
}

#[test]
fn a_dropped_stroke_leaves_no_trace() {
    let mut hand = Hand::over_small_county();
    hand.take_brush(1, 100.0);
    let (project, rows) = (hand.desk.project().clone(), hand.board().rows().collect::<Vec<_>>());
    hand.drag(&[at(2, 0), at(4, 3)]);
    assert_ne!(hand.board().rows().collect::<Vec<_>>(), rows);
    hand.draw(Drawing::Cancel);
    assert_eq!((hand.desk.project(), hand.taken()), (&project, 0));
    assert_eq!(hand.board().rows().collect::<Vec<_>>(), rows);
    assert!(hand.desk.drawing().stroke().is_none() && hand.board().moved().is_empty() && hand.steps.is_empty());
    hand.check();
    hand.draw(Drawing::End);
    assert_eq!(hand.taken(), 0, "a button that comes up later ends nothing");
}

#[test]
fn a_stroke_that_comes_back_is_no_step() {
    let mut hand = Hand::over_small_county();
    hand.take_brush(1, 100.0);
    hand.stroke(&[at(0, 0), at(1, 2)]);
    assert_eq!((hand.taken(), hand.notes()), (0, vec![]));
}

#[test]
fn every_stroke_can_be_undone_and_done_again() {
    let mut hand = Hand::over_small_county();
    hand.take_brush(3, 100.0);
    let before = hand.plan().clone();
    let board = hand.board().version();
    for column in 0..4 {
        hand.stroke(&[at(column, 0), at(column, 3)]);
    }
    let after = hand.plan().clone();
    assert_eq!(hand.taken(), 4);
    for _ in 0..4 {
        hand.run(Action::Undo);
        hand.check();
    }
    assert_eq!((hand.plan(), hand.taken()), (&before, 0));
    hand.redo_all();
    assert_eq!(hand.plan(), &after);
    hand.check();
    assert!(hand.board().changed_since(board).is_some(), "it is still the same board: undoing moved districts on it");
}

#[test]
fn locks_hold_and_say_why() {
    let mut hand = Hand::over_small_county();
    hand.run(Action::Area(AreaWork::Lock(AreaId(2), Lock::Fixed)));
    hand.take_brush(1, 100.0);
    hand.draw(Drawing::Ghost(Some(at(2, 0))));
    let ghost = hand.desk.drawing().ghost().unwrap();
    assert_eq!((ghost.districts.len(), &ghost.refused[..]), (0, &[(DistrictIx(2), WhyNot::GivesNothing(AreaId(2)))][..]));
    hand.stroke(&[at(2, 0), at(3, 0)]);
    assert_eq!(hand.taken(), 1, "only the lock itself");
    assert_eq!(hand.notes(), ["2 Gebiete bleiben, wo sie sind: „Raum 2“ ist gesperrt und gibt keine Gebiete ab."]);
    hand.take_brush(2, 100.0);
    hand.stroke(&[at(1, 0)]);
    assert_eq!(hand.notes().last().unwrap(), "Ein Gebiet bleibt, wo es ist: „Raum 2“ ist gesperrt und nimmt keine Gebiete auf.");
    hand.run(Action::Area(AreaWork::Lock(AreaId(2), Lock::KeepAtLeast)));
    hand.stroke(&[at(1, 0)]);
    assert_eq!(hand.area_of("d1"), Some(2), "what may only grow takes districts");
    hand.draw(Drawing::Put { districts: vec![DistrictIx(1), DistrictIx(0)], area: Some(AreaId(3)) });
    assert_eq!((hand.area_of("d1"), hand.area_of("d0")), (Some(2), Some(3)), "and never gives them away");
    hand.check();
}

#[test]
fn a_locked_area_is_neither_merged_nor_split_nor_deleted() {
    for work in [
        AreaWork::Merge { into: AreaId(1), from: AreaId(2) },
        AreaWork::Merge { into: AreaId(2), from: AreaId(1) },
        AreaWork::SplitOff(AreaId(2)),
        AreaWork::SplitParts(AreaId(2)),
        AreaWork::Delete(AreaId(2)),
    ] {
        let mut hand = Hand::over_small_county();
        hand.draw(Drawing::Put { districts: vec![DistrictIx(8), DistrictIx(9)], area: None });
        hand.run(Action::Look(LookAt::SelectDistrict { district: Some(DistrictIx(2)), add: false }));
        hand.run(Action::Area(AreaWork::Lock(AreaId(2), Lock::Fixed)));
        let plan = hand.plan().clone();
        hand.run(Action::Area(work.clone()));
        assert_eq!(hand.plan(), &plan, "{work:?}");
        assert!(hand.notes().last().is_some_and(|it| it.contains("„Raum 2“ ist gesperrt")), "{work:?}: {:?}", hand.notes());
    }
}

#[test]
fn an_untouchable_plan_is_not_drawn_on() {
    let mut hand = Hand::over_small_county();
    let plan = hand.plan().id;
    hand.run(Action::Edit(planraum::project::Command::InPlan(plan, planraum::project::PlanChange::Protect(true))));
    hand.take_brush(1, 100.0);
    hand.stroke(&[at(2, 0)]);
    assert_eq!((hand.taken(), hand.area_of("d2")), (1, Some(2)));
    assert_eq!(hand.notes().len(), 1);
}

#[test]
fn only_unassigned_districts_are_taken_if_so_wished() {
    let mut hand = Hand::over_small_county();
    hand.take_brush(1, 100.0);
    hand.brush(|it| it.only_unassigned = true);
    hand.stroke(&[at(3, 0), at(5, 0)]);
    assert_eq!((hand.area_of("d3"), hand.area_of("d4"), hand.area_of("d5")), (Some(2), Some(3), Some(1)));
    assert_eq!(hand.notes(), Vec::<String>::new(), "the planner wished it so");
    hand.stroke(&[at(3, 0)]);
    assert_eq!(hand.notes(), ["Ein Gebiet bleibt, wo es ist: Gehört schon zu „Raum 2“; bemalt werden nur nicht zugeordnete Gebiete."]);
    hand.draw(Drawing::Begin { at: at(5, 0), erase: true });
    hand.draw(Drawing::End);
    assert_eq!(hand.area_of("d5"), None, "the eraser takes out what has an area");
    hand.check();
}

#[test]
fn lasso_rectangle_and_eraser_are_one_step_each() {
    let mut hand = Hand::over_small_county();
    hand.take_brush(1, 100.0);
    let inside = |from: [f64; 2], to: [f64; 2]| vec![from, [to[0], from[1]], to, [from[0], to[1]]];
    hand.draw(Drawing::Lasso { ring: inside([2100.0, 100.0], [3900.0, 900.0]), erase: false });
    assert_eq!((hand.area_of("d2"), hand.area_of("d3"), hand.area_of("d8"), hand.taken()), (Some(1), Some(1), Some(2), 1));
    hand.draw(Drawing::Rectangle { bounds: Bounds { min: [4100.0, 100.0], max: [5900.0, 1900.0] }, erase: false });
    assert_eq!((hand.area_of("d4"), hand.area_of("d11"), hand.taken()), (Some(1), Some(1), 2));
    hand.draw(Drawing::Rectangle { bounds: Bounds { min: [100.0, 100.0], max: [900.0, 3900.0] }, erase: true });
    assert_eq!((hand.area_of("d0"), hand.area_of("d18"), hand.area_of("d1"), hand.taken()), (None, None, Some(1), 3));
    hand.check();
}

#[test]
fn a_group_is_painted_as_a_whole() {
    let mut hand = Hand::over_small_county();
    hand.take_brush(3, 0.0);
    hand.brush(|it| it.group_by = Some("samtgemeinde".to_owned()));
    hand.stroke(&[at(0, 0)]);
    for (key, area) in [("d0", 3), ("d1", 3), ("d6", 3), ("d7", 3), ("d12", 1), ("d2", 2)] {
        assert_eq!(hand.area_of(key), Some(area), "{key}");
    }
    assert_eq!(hand.taken(), 1);
}

#[test]
fn the_ghost_tells_what_a_click_would_do_and_changes_nothing() {
    let mut hand = Hand::over_small_county();
    hand.take_brush(1, 100.0);
    let (version, figures) = (hand.board().version(), hand.board().figures().clone());
    hand.draw(Drawing::Ghost(Some(at(5, 0))));
    let ghost = hand.desk.drawing().ghost().unwrap().clone();
    assert_eq!(ghost.districts, [DistrictIx(5)]);
    let deltas = hand.desk.deltas();
    assert_eq!(deltas.iter().map(|it| (it.area, it.change)).collect::<Vec<_>>(), [(Some(AreaId(1)), Some(600.0)), (None, Some(-600.0))]);
    assert_eq!((deltas[0].parts_before, deltas[0].parts_after), (1, 2));
    assert_eq!((hand.board().version(), hand.board().figures()), (version, &figures));
    hand.check();
    hand.stroke(&[at(5, 0)]);
    assert_eq!(hand.people(1), Some(9000.0));
}

#[test]
fn the_board_remembers_what_changed() {
    let mut hand = Hand::over_small_county();
    hand.take_brush(1, 100.0);
    let start = hand.board().version();
    hand.drag(&[at(2, 0)]);
    let begun = hand.board().version();
    hand.draw(Drawing::To(at(3, 0)));
    let changed = |since| hand.board().changed_since(since).map(|it| it.districts.into_iter().map(|it| it.0).collect::<Vec<_>>());
    assert_eq!((changed(start), changed(begun), changed(begun + 1_000_000)), (Some(vec![2, 3]), Some(vec![3]), None));
    hand.draw(Drawing::Cancel);
    assert_eq!(hand.board().changed_since(begun).map(|it| it.districts.len()), Some(2), "both came back");
}

#[test]
fn the_picture_follows_the_stroke_without_being_made_anew() {
    for look in [
        vec![LookAt::Colouring(Colouring::Areas)],
        vec![LookAt::Indicator(IndicatorId::new("quota")), LookAt::Level(Level::Areas)],
        vec![LookAt::Indicator(IndicatorId::new("quota"))],
    ] {
        let mut hand = Hand::over_small_county();
        hand.take_brush(1, 400.0);
        look.iter().for_each(|it| hand.run(Action::Look(it.clone())));
        hand.see();
        for place in [at(2, 0), at(3, 1), at(4, 1), at(5, 3), at(2, 2)] {
            let stroke = hand.desk.drawing().stroke().is_some();
            hand.draw(if stroke { Drawing::To(place) } else { Drawing::Begin { at: place, erase: false } });
            hand.see();
        }
        hand.draw(Drawing::Cancel);
        hand.see();
        assert_eq!(hand.pictures, (6, 1), "{look:?}");
    }
}

/// A loop that is being drawn tells what it would do, and only a loop that takes others is worked out anew.
#[test]
fn a_region_is_shown_before_it_is_let_go() {
    let mut hand = Hand::over_small_county();
    hand.run(Action::Look(LookAt::Indicator(IndicatorId::new("quota"))));
    hand.take_brush(1, 0.0);
    hand.brush(|it| it.rule = Rule::Centre);
    let bounds = |east: f64| Bounds { min: [2_100.0, 100.0], max: [east, 900.0] };
    let preview = |east: f64, erase| Drawing::PreviewRegion { region: Drawn::Rectangle(bounds(east)), erase };
    hand.draw(preview(2_900.0, false));
    let ghost = hand.desk.drawing().ghost().unwrap();
    assert_eq!((&ghost.districts[..], ghost.of_region), (&[DistrictIx(2)][..], true));
    let delta = hand.desk.deltas().remove(0);
    assert_eq!((delta.area, delta.change), (Some(AreaId(1)), Some(300.0)));
    let (before, after) = (computed(&hand, 1), delta.shown.as_ref().map(|[before, after]| (*before.get(), *after.get())).unwrap());
    assert_eq!(after.0, before, "what the list of areas shows");
    assert_eq!((delta.compactness_before.is_some(), delta.compactness_after < delta.compactness_before), (true, true), "no longer a bar");
    hand.draw(preview(3_900.0, false));
    assert_eq!(hand.desk.drawing().ghost().unwrap().districts.len(), 2);
    hand.draw(preview(3_900.0, true));
    assert_eq!(hand.desk.deltas().iter().map(|it| it.change).collect::<Vec<_>>(), [Some(700.0), Some(-700.0)], "taken out");
    assert_eq!(hand.taken(), 0);
    hand.check();
    hand.draw(Drawing::Rectangle { bounds: bounds(2_900.0), erase: false });
    assert_eq!((live(&hand, 1), hand.desk.drawing().ghost()), (after.1, None));

    hand.brush(|it| it.target = None);
    hand.draw(preview(3_900.0, false));
    assert!(hand.desk.drawing().ghost().is_some_and(|it| it.districts.is_empty()), "without a target it would do nothing");
}

/// d0 has 2 cases of 100: an area's value before and after it moved would tell them.
#[test]
fn the_card_beside_the_brush_tells_no_secret_of_the_shown_indicator() {
    let mut hand = Hand::over_small_county();
    hand.run(Action::Look(LookAt::Indicator(IndicatorId::new("quota"))));
    hand.take_brush(2, 100.0);
    for (profile, secret) in [(Profile::Intern, false), (Profile::Oeffentlich, true)] {
        hand.run(Action::Look(LookAt::Profile(profile)));
        hand.draw(Drawing::Ghost(Some(at(0, 0))));
        let deltas = hand.desk.deltas();
        let values: Vec<_> = deltas.iter().filter_map(|it| it.shown.as_ref()).flatten().map(|it| it.get().state).collect();
        assert_eq!(values.len(), 4);
        assert_eq!(values.iter().all(|it| *it == State::Suppressed(SuppressedBy::Profile)), secret, "{profile:?} {values:?}");
    }
}

/// A planner drew a rectangle around everything and had put the forest, which nobody lives in and no municipality holds, into
/// an area without noticing.
#[test]
fn what_sweeps_over_a_forest_leaves_it_out() {
    let mut hand = Hand::over_small_county();
    hand.take_brush(3, 0.0);
    let region = Drawn::Rectangle(Bounds { min: [5100.0, 100.0], max: [5900.0, 3900.0] });
    hand.draw(Drawing::PreviewRegion { region: region.clone(), erase: false });
    let ghost = hand.desk.drawing().ghost().unwrap();
    assert_eq!(ghost.districts, [5, 11, 17].map(DistrictIx));
    assert_eq!(ghost.refused, [(DistrictIx(23), WhyNot::Uninhabited)]);
    let Drawn::Rectangle(bounds) = region else { return };
    hand.draw(Drawing::Rectangle { bounds, erase: false });
    assert_eq!((hand.area_of("d17"), hand.area_of("d23")), (Some(3), None));
    assert!(hand.notes().is_empty(), "the others came: {:?}", hand.notes());
    hand.draw(Drawing::Rectangle { bounds: Bounds { min: [5100.0, 3100.0], ..bounds }, erase: false });
    let why = "unbewohnt und ohne Raum. Solche Gebiete kommen nur dazu, wenn man sie einzeln mit dem Pinsel anklickt oder „Auch \
               unbewohnte Gebiete“ einschaltet.";
    assert_eq!(hand.notes(), [format!("Ein Gebiet bleibt, wo es ist: {why}")]);
    let several = planraum::words::say!("desk-stayed", count = 3, why = WhyNot::Uninhabited.message(hand.plan()));
    assert_eq!(hand.tell(&several), format!("3 Gebiete bleiben, wo sie sind: {why}"));
    hand.stroke(&[at(4, 3), at(5, 3)]);
    assert_eq!(hand.area_of("d23"), None, "nor does a stroke on its way");

    hand.brush(|it| it.radius = 600.0);
    hand.stroke(&[at(5, 3)]);
    assert_eq!((hand.area_of("d23"), hand.area_of("d22")), (None, Some(3)), "nor a wide brush that takes its neighbours, too");
    hand.brush(|it| it.radius = 0.0);
    hand.draw(Drawing::Ghost(Some(at(5, 3))));
    assert_eq!(hand.desk.drawing().ghost().unwrap().districts, [DistrictIx(23)], "pressed upon it is meant");
    hand.stroke(&[at(5, 3)]);
    assert_eq!(hand.area_of("d23"), Some(3));
    hand.take_brush(2, 0.0);
    hand.draw(Drawing::Rectangle { bounds, erase: false });
    assert_eq!(hand.area_of("d23"), Some(2), "once it has an area it goes where its neighbours go");
    hand.draw(Drawing::Rectangle { bounds, erase: true });
    assert_eq!(hand.area_of("d23"), None, "and everything is taken out");
    hand.brush(|it| it.with_uninhabited = true);
    hand.draw(Drawing::Rectangle { bounds, erase: false });
    assert_eq!(hand.area_of("d23"), Some(2));
    let title = |hand: &Hand| hand.tell(&hand.desk.history().to_undo().unwrap().title);
    assert_eq!(title(&hand), "4 Gebiete, davon 1 unbewohnt → Raum 2");
    hand.check();
}

/// The row of a chosen district's area is marked in the list; the brush took the first area all the same.
#[test]
fn the_brush_begins_with_the_area_of_what_is_chosen() {
    let mut hand = Hand::over_small_county();
    let (district, area) = (0..24).find_map(|it| Some((it, hand.area_of(&format!("d{it}")).filter(|area| *area > 1)?))).unwrap();
    hand.run(Action::Look(LookAt::SelectDistrict { district: Some(DistrictIx(district)), add: false }));
    hand.draw(Drawing::Tool(Tool::Paint));
    assert_eq!(hand.desk.look().brush.target, Some(AreaId(area)));
}
