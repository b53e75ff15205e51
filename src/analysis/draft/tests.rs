#![allow(clippy::unwrap_used)]
use super::*;
use crate::{
    analysis::{
        ledger::LedgerOptions,
        testing::{self, indicator, population, series, share},
    },
    model::{
        catalog::Catalog,
        indicator::{Pooling, Role},
        planning_area::Lock,
        value::Cell,
    },
};

const N: usize = 16;

/// A 4 × 4 grid: people 100, 200, …, a quota each.
fn county() -> Catalog {
    let people: Vec<f64> = (1..=N).map(|it| 100.0 * it as f64).collect();
    let cells: Vec<Cell> = people.iter().map(|it| share((it / 10.0).sqrt().floor(), *it)).collect();
    testing::catalog(N, 4, vec![series(indicator("quota", Pooling::Ratio, 100.0), &[("2023", &cells)]), population(&people)])
}

/// The rows of the grid: R1, R2, R3, and the last one without area.
fn rows() -> Plan {
    let keys: Vec<String> = (0..12).map(|it| format!("d{it}")).collect();
    let assigned: Vec<(&str, u32)> = keys.iter().map(String::as_str).zip((0..12).map(|it| it / 4 + 1)).collect();
    testing::plan(&assigned)
}

fn begin(plan: &Plan, only_unassigned: bool) -> Draft {
    let catalog = county();
    let assignment = Assignment::of(plan, &catalog.register);
    let ledger = Ledger::build(&catalog, &assignment, LedgerOptions::default());
    Draft::begin(plan, ledger, None, DraftOptions { only_unassigned, ..DraftOptions::default() })
}

fn some(numbers: &[u32]) -> Vec<DistrictIx> {
    numbers.iter().copied().map(DistrictIx).collect()
}

#[test]
fn a_stroke_becomes_the_moves_of_one_command() {
    let plan = rows();
    let mut draft = begin(&plan, false);
    draft.put(some(&[4, 5, 12]), Some(AreaId(1)));
    draft.put(some(&[5]), None);
    draft.put(some(&[4]), Some(AreaId(2))); // painted over and back: no move
    let moves = draft.finish().moves;
    assert_eq!(moves, [("d5".into(), None), ("d12".into(), Some(AreaId(1)))].into());
}

#[test]
fn locks_hold_and_say_so() {
    let mut plan = rows();
    plan.areas[0].lock = Lock::Fixed;
    plan.areas[1].lock = Lock::KeepAtLeast;
    for (districts, to, refused) in [
        (&[0][..], Some(3), Some(WhyNot::GivesNothing(AreaId(1)))),
        (&[0], None, Some(WhyNot::GivesNothing(AreaId(1)))),
        (&[8], Some(1), Some(WhyNot::TakesNothing(AreaId(1)))),
        (&[4], Some(3), Some(WhyNot::GivesNothing(AreaId(2)))),
        (&[8], Some(2), None),
        (&[12], Some(3), None),
    ] {
        let mut draft = begin(&plan, false);
        let put = draft.put(some(districts), to.map(AreaId));
        assert_eq!(put.refused.first().map(|it| it.1), refused, "{districts:?} to {to:?}");
        assert_eq!(put.moved.len(), usize::from(refused.is_none()));
        assert_eq!(draft.is_empty(), refused.is_some());
    }
}

#[test]
fn what_the_stroke_itself_painted_it_may_take_out_again() {
    let mut plan = rows();
    plan.areas[1].lock = Lock::KeepAtLeast;
    let mut draft = begin(&plan, false);
    draft.put(some(&[8]), Some(AreaId(2)));
    assert_eq!(draft.put(some(&[8]), Some(AreaId(3))).refused, []);
    assert!(draft.is_empty());
}

#[test]
fn painting_only_unassigned_leaves_the_rest_alone() {
    let mut draft = begin(&rows(), true);
    let put = draft.put(some(&[4, 12, 13]), Some(AreaId(1)));
    assert_eq!(put.refused, [(DistrictIx(4), WhyNot::HasArea(AreaId(2)))]);
    assert_eq!(draft.moves().len(), 2);
    assert_eq!(draft.put(some(&[12]), Some(AreaId(2))).refused, [], "it was without area when the stroke began");
}

#[test]
fn an_untouchable_plan_stays_as_it_is() {
    let plan = Plan { untouchable: true, ..rows() };
    let mut draft = begin(&plan, false);
    assert_eq!(draft.put(some(&[12]), Some(AreaId(1))).refused, [(DistrictIx(12), WhyNot::Untouchable)]);
    assert!(draft.is_empty());
}

#[test]
fn the_chosen_indicator_follows() {
    let mut draft = begin(&rows(), false);
    draft.put(some(&[15]), Some(AreaId(1)));
    let value = draft.value(AreaId(1), &"quota".into(), None).unwrap();
    assert_eq!(value.denominator, Some(100.0 + 200.0 + 300.0 + 400.0 + 1600.0));
    let (before, now) = draft.change_of(AreaId(1)).unwrap();
    assert_eq!((before.parts, now.parts), (1, 2), "the far corner is an island");
    assert_eq!(now.population.unwrap().value, Some(2600.0));
    assert_eq!(draft.touched(), [0].into());
}

proptest::proptest! {
    #[test]
    fn a_stroke_shows_what_the_finished_plan_will_show(strokes in proptest::collection::vec((0..N as u32, 0..4_u32), 0..25)) {
        let plan = rows();
        let mut draft = begin(&plan, false);
        for (district, area) in &strokes {
            draft.put(some(&[*district]), (*area > 0).then_some(AreaId(*area)));
            draft.figures();
        }
        let finished = draft.finish();
        let catalog = county();
        let mut wanted = plan.clone();
        for (key, area) in finished.moves {
            match area {
                Some(area) => wanted.area_of.insert(key, area),
                None => wanted.area_of.remove(&key),
            };
        }
        let assignment = Assignment::of(&wanted, &catalog.register);
        proptest::prop_assert_eq!(finished.ledger.assignment(), &assignment);
        proptest::prop_assert_eq!(finished.figures, PlanFigures::of(&catalog, &wanted, &assignment, &FigureOptions::default()));
    }

    #[test]
    fn a_dropped_stroke_leaves_no_trace(strokes in proptest::collection::vec((0..N as u32, 0..4_u32), 0..25)) {
        let plan = rows();
        let mut draft = begin(&plan, false);
        let (ledger, figures) = (draft.ledger().clone(), draft.figures().clone());
        for (district, area) in &strokes {
            draft.put(some(&[*district]), (*area > 0).then_some(AreaId(*area)));
        }
        draft.take_back(some(&[3, 7, 12]));
        let (after, shown) = draft.cancel();
        proptest::prop_assert!(after == ledger);
        proptest::prop_assert_eq!(shown, figures);
    }

    /// Strokes that are settled and dropped in turn, and a plan that changes meanwhile, end where starting afresh would.
    #[test]
    fn settled_and_followed_drafts_are_as_good_as_new(strokes in proptest::collection::vec((0..N as u32, 0..4_u32, 0..4_u8), 0..25)) {
        let (catalog, mut plan) = (county(), rows());
        let mut draft = begin(&plan, false);
        for (district, area, how) in &strokes {
            let (key, to) = (format!("d{district}").as_str().into(), (*area > 0).then_some(AreaId(*area)));
            if *how < 3 {
                draft.put(some(&[*district]), to);
            }
            match how {
                0 => draft.reset(),
                1 | 3 => {
                    match to {
                        Some(area) => plan.area_of.insert(key, area),
                        None => plan.area_of.remove(&key),
                    };
                    if *how == 1 { draft.settle() } else { draft.reset(); draft.follow(&plan).unwrap(); }
                }
                _ => {
                    draft.figures();
                    draft.reset();
                }
            }
        }
        let assignment = Assignment::of(&plan, &catalog.register);
        proptest::prop_assert_eq!(draft.ledger().assignment(), &assignment);
        proptest::prop_assert_eq!(draft.figures(), &PlanFigures::of(&catalog, &plan, &assignment, &FigureOptions::default()));
        proptest::prop_assert!(draft.is_empty());
    }
}

proptest::proptest! {
    /// Whatever was painted, looked at, settled and dropped: at another period the draft says what starting afresh there would.
    #[test]
    fn a_draft_turned_to_another_period_is_as_good_as_new(
        strokes in proptest::collection::vec((0..N as u32, 0..4_u32, proptest::bool::ANY), 0..12), years in proptest::collection::vec(0..4_usize, 0..4),
    ) {
        let (earlier, later) = ((0..N).map(|it| Cell::known(7.0 * it as f64)), (0..N).map(|it| Cell::known(1000.0 - it as f64)));
        let (earlier, later): (Vec<Cell>, Vec<Cell>) = (earlier.collect(), later.collect());
        let people = crate::model::indicator::Indicator { role: Some(Role::Population), ..indicator("population", Pooling::Sum, 1.0) };
        let catalog = testing::catalog(N, 4, vec![series(people, &[("2020", &earlier), ("2023", &later)])]);
        let mut plan = rows();
        let ledger = Ledger::build(&catalog, &Assignment::of(&plan, &catalog.register), LedgerOptions::default());
        let mut draft = Draft::begin(&plan, ledger, None, DraftOptions::default());
        let mut years = years.into_iter().map(|it| [None, Some("2019"), Some("2022"), Some("2024")][it].and_then(Period::parse));
        let mut period = None;
        for (district, area, keep) in strokes {
            draft.put(some(&[district]), (area > 0).then_some(AreaId(area)));
            if keep {
                for (key, area) in draft.moves() {
                    match area {
                        Some(area) => plan.area_of.insert(key, area),
                        None => plan.area_of.remove(&key),
                    };
                }
                draft.settle();
            }
            if let Some(next) = years.next() {
                period = next;
                draft.turn_to(&plan, period.clone());
            }
        }
        draft.reset();
        let options = FigureOptions { period, ..FigureOptions::default() };
        let afresh = PlanFigures::of(&catalog, &plan, &Assignment::of(&plan, &catalog.register), &options);
        proptest::prop_assert_eq!(draft.figures(), &afresh);
        proptest::prop_assert_eq!(draft.before(), &afresh);
    }
}

#[test]
fn a_draft_follows_locks_and_target_but_no_other_areas() {
    let mut plan = rows();
    let mut draft = begin(&plan, false);
    plan.areas[0].lock = Lock::Fixed;
    plan.target = Target::Fixed(500.0);
    assert_eq!(draft.follow(&plan), Some(Vec::new()));
    assert_eq!(draft.put(some(&[0]), None).refused, [(DistrictIx(0), WhyNot::GivesNothing(AreaId(1)))]);
    assert_eq!(draft.figures().target, Some(500.0));
    plan.areas.swap(0, 1);
    assert_eq!(draft.follow(&plan), None);
}
