//! Whatever a planner does, undoing everything gives the start, and doing it again the end.

use planraum::{
    desk::{
        action::{Action, AreaWork, Drawing, LookAt, PlanWork},
        errand::Errand,
        look::Colouring,
    },
    geometry::{Bounds, DistrictIx, Point},
    model::{
        id::{AreaId, IndicatorId, PlanId},
        plan::Target,
        planning_area::Lock,
        saved_view::Level,
    },
};
use proptest::prelude::*;

use super::hand::{Hand, SMALL};

fn places() -> impl Strategy<Value = Point> {
    (0.0..6000.0_f64, 0.0..4000.0_f64).prop_map(|(x, y)| [x, y])
}

fn areas() -> impl Strategy<Value = AreaId> {
    (1..6_u32).prop_map(AreaId)
}

fn districts() -> impl Strategy<Value = Vec<DistrictIx>> {
    proptest::collection::vec((0..SMALL as u32).prop_map(DistrictIx), 1..5)
}

fn locks() -> impl Strategy<Value = Lock> {
    prop_oneof![2 => Just(Lock::Free), 1 => Just(Lock::Fixed), 1 => Just(Lock::KeepAtLeast)]
}

fn draw(drawing: Drawing) -> Vec<Action> {
    vec![Action::Draw(drawing)]
}

/// A stroke that ends, or is dropped.
fn strokes() -> impl Strategy<Value = Vec<Action>> {
    (areas(), 0.0..900.0_f64, any::<bool>(), proptest::collection::vec(places(), 1..4), any::<bool>(), any::<bool>()).prop_map(
        |(target, radius, only_unassigned, places, erase, kept)| {
            let brush = planraum::desk::look::Brush { target: Some(target), radius, only_unassigned, ..Default::default() };
            let begin = Drawing::Begin { at: places[0], erase };
            let way = places.iter().skip(1).map(|it| Drawing::To(*it));
            let end = if kept { Drawing::End } else { Drawing::Cancel };
            [Drawing::Brush(brush), Drawing::Ghost(Some(places[0])), begin].into_iter().chain(way).chain([end]).map(Action::Draw).collect()
        },
    )
}

fn area_works() -> impl Strategy<Value = Vec<Action>> {
    let work = prop_oneof![
        Just(AreaWork::New),
        (areas(), "[a-c]{1,2}").prop_map(|(area, name)| AreaWork::Rename(area, name)),
        (areas(), 0..20_usize).prop_map(|(area, colour)| AreaWork::Recolour(area, colour)),
        (areas(), "[a-c]{0,2}").prop_map(|(area, text)| AreaWork::Reason(area, text)),
        (areas(), areas()).prop_map(|(into, from)| AreaWork::Merge { into, from }),
        areas().prop_map(AreaWork::SplitOff),
        areas().prop_map(AreaWork::SplitParts),
        areas().prop_map(AreaWork::Delete),
        (areas(), locks()).prop_map(|(area, lock)| AreaWork::Lock(area, lock)),
        locks().prop_map(AreaWork::LockAll),
    ];
    work.prop_map(|it| vec![Action::Area(it)])
}

fn targets() -> impl Strategy<Value = Target> {
    prop_oneof![Just(Target::Mean), Just(Target::MeanBesideCity), (100.0..9e3_f64).prop_map(Target::Fixed)]
}

fn plan_works() -> impl Strategy<Value = Vec<Action>> {
    let plan = || (1..4_u32).prop_map(PlanId);
    let work = prop_oneof![
        plan().prop_map(PlanWork::Duplicate),
        (plan(), "[a-c]{1,2}").prop_map(|(plan, name)| PlanWork::Rename(plan, name)),
        plan().prop_map(PlanWork::Delete),
        (plan(), targets()).prop_map(|(plan, target)| PlanWork::Target(plan, target)),
    ];
    prop_oneof![2 => work.prop_map(|it| vec![Action::Plan(it)]), 1 => plan().prop_map(|it| vec![Action::Look(LookAt::Plan(it))])]
}

/// The areas' own colours, or an indicator on districts or areas.
fn colourings() -> impl Strategy<Value = Vec<LookAt>> {
    prop_oneof![
        Just(vec![LookAt::Colouring(Colouring::Areas)]),
        Just(vec![LookAt::Indicator(IndicatorId::new("quota")), LookAt::Level(Level::Areas)]),
        Just(vec![LookAt::Indicator(IndicatorId::new("quota")), LookAt::Level(Level::Districts)]),
    ]
}

fn anything() -> impl Strategy<Value = Vec<Action>> {
    prop_oneof![
        6 => strokes(),
        2 => (districts(), proptest::option::of(areas())).prop_map(|(districts, area)| draw(Drawing::Put { districts, area })),
        1 => (places(), places(), any::<bool>()).prop_map(|(a, b, erase)| {
            let bounds = Bounds { min: [a[0].min(b[0]), a[1].min(b[1])], max: [a[0].max(b[0]), a[1].max(b[1])] };
            draw(Drawing::Rectangle { bounds, erase })
        }),
        1 => (proptest::collection::vec(places(), 3..6), any::<bool>()).prop_map(|(ring, erase)| draw(Drawing::Lasso { ring, erase })),
        1 => Just(draw(Drawing::AbsorbEnclaves)),
        1 => districts().prop_map(|it| vec![Action::Look(LookAt::SelectDistrict { district: it.first().copied(), add: true })]),
        3 => area_works(),
        2 => plan_works(),
        1 => colourings().prop_map(|it| it.into_iter().map(Action::Look).collect()),
        1 => Just(vec![Action::Undo]),
        1 => Just(vec![Action::Redo]),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn undoing_everything_gives_the_start_and_redoing_the_end(what in proptest::collection::vec(anything(), 1..16)) {
        let mut hand = Hand::over_small_county();
        let start = hand.desk.project().clone();
        for action in what.into_iter().flatten() {
            hand.run(action);
            hand.see();
            if hand.desk.shown_plan().is_some() && hand.desk.drawing().stroke().is_none() {
                hand.check();
            }
        }
        let (end, steps) = (hand.desk.project().clone(), hand.taken());
        hand.undo_all();
        prop_assert_eq!(hand.desk.project(), &start);
        hand.check();
        while hand.taken() < steps {
            hand.run(Action::Redo);
        }
        prop_assert_eq!(hand.desk.project(), &end);
        prop_assert!(hand.left.iter().all(|it| matches!(it, Errand::SetTaken { .. } | Errand::KeepPlace { .. })), "{:?}", hand.left);
    }
}

/// Values by area were never asked for once the only plan was gone: the map stayed empty instead of saying so.
#[test]
fn without_any_plan_the_map_by_areas_says_why() {
    let mut hand = Hand::over_small_county();
    hand.run(Action::Plan(PlanWork::Delete(PlanId(1))));
    hand.run(Action::Look(LookAt::Indicator(IndicatorId::new("quota"))));
    hand.run(Action::Look(LookAt::Level(Level::Areas)));
    hand.see();
}
