//! Working on areas and plans.

use planraum::{
    cartography::{legend::Sign, palette::Ground, surfaces::Surface},
    desk::{
        action::{Action, AreaWork, Drawing, LookAt, PlanWork},
        look::{Colouring, Page},
    },
    geometry::DistrictIx,
    model::{
        id::{AreaId, PlanId},
        plan::Target,
        saved_view::Level,
    },
};

use super::hand::{Hand, at};

#[test]
fn areas_are_made_named_merged_split_and_deleted() {
    let mut hand = Hand::over_small_county();
    hand.run(Action::Area(AreaWork::New));
    assert_eq!(hand.desk.look().brush.target, Some(AreaId(4)), "the new area is painted next");
    hand.brush(|it| it.radius = 100.0);
    hand.stroke(&[at(5, 0), at(5, 2)]);
    assert_eq!((hand.people(4), hand.row(4).districts), (Some(600.0 + 1200.0 + 1800.0), 3));
    hand.run(Action::Area(AreaWork::Rename(AreaId(4), "Ostrand".into())));
    hand.run(Action::Area(AreaWork::Reason(AreaId(4), "Ein Schulbezirk".into())));
    hand.check();

    hand.run(Action::Area(AreaWork::Merge { into: AreaId(3), from: AreaId(4) }));
    assert_eq!((hand.plan().areas.len(), hand.row(3).districts, hand.area_of("d5")), (3, 7, Some(3)));
    hand.check();

    hand.run(Action::Look(LookAt::SelectDistrict { district: Some(DistrictIx(4)), add: false }));
    hand.run(Action::Look(LookAt::SelectDistrict { district: Some(DistrictIx(10)), add: true }));
    hand.run(Action::Area(AreaWork::SplitOff(AreaId(3))));
    let fresh = hand.area_of("d4").unwrap();
    assert_eq!((hand.plan().areas.len(), hand.area_of("d10"), fresh == 3), (4, Some(fresh), false));
    hand.check();

    hand.run(Action::Area(AreaWork::Delete(AreaId(3))));
    assert_eq!((hand.plan().areas.len(), hand.area_of("d5"), hand.area_of("d4")), (3, None, Some(fresh)));
    hand.check();

    let steps = hand.taken();
    hand.undo_all();
    assert_eq!((hand.plan(), steps), (&super::hand::small_plan(), 7));
    hand.check();
}

#[test]
fn an_area_in_parts_becomes_several() {
    let mut hand = Hand::over_small_county();
    hand.draw(Drawing::Put { districts: vec![DistrictIx(5), DistrictIx(17)], area: Some(AreaId(1)) });
    assert_eq!(hand.row(1).parts, 3);
    hand.run(Action::Area(AreaWork::SplitParts(AreaId(1))));
    assert_eq!((hand.plan().areas.len(), hand.row(1).parts, hand.row(1).districts), (5, 1, 8));
    assert_ne!(hand.area_of("d5"), hand.area_of("d17"));
    hand.check();
}

#[test]
fn plans_are_copied_renamed_and_deleted_without_touching_the_original() {
    let mut hand = Hand::over_small_county();
    let (project, original) = (hand.desk.project().clone(), hand.plan().clone());
    hand.run(Action::Plan(PlanWork::Duplicate(PlanId(1))));
    let copy = hand.plan().id;
    assert_ne!(copy, PlanId(1), "the copy is shown");
    hand.take_brush(1, 100.0);
    hand.stroke(&[at(2, 0), at(2, 3)]);
    hand.check();
    hand.run(Action::Plan(PlanWork::Rename(copy, "Variante Süd".into())));
    hand.run(Action::Plan(PlanWork::Target(copy, Target::Fixed(9000.0))));
    assert_eq!(hand.board().target(), Some(9000.0), "the board follows the target");
    assert_eq!(hand.desk.project().plan(PlanId(1)), Some(&original));

    hand.run(Action::Look(LookAt::Plan(PlanId(1))));
    hand.check();
    hand.run(Action::Plan(PlanWork::Delete(PlanId(1))));
    assert_eq!((hand.plan().id, hand.desk.project().plans.len()), (copy, 1));
    hand.check();
    hand.run(Action::Undo);
    assert_eq!(hand.desk.project().plan(PlanId(1)), Some(&original));
    hand.undo_all();
    assert_eq!(hand.desk.project(), &project);
    hand.check();
}

#[test]
fn the_city_counts_or_not_and_the_board_knows() {
    let mut hand = Hand::over_small_county();
    let keys = ["d0".into()].into();
    hand.run(Action::Edit(planraum::project::Command::SetCity(keys)));
    let all = hand.people(1);
    hand.run(Action::Look(LookAt::WithCity(false)));
    assert_eq!(hand.people(1).zip(all).map(|(now, all)| all - now), Some(100.0));
    assert_eq!(hand.row(1).districts, 7);
    hand.take_brush(2, 100.0);
    hand.stroke(&[at(0, 0), at(1, 0)]);
    assert_eq!(hand.row(2).districts, 9, "the city came along and still counts nowhere");
    hand.run(Action::Undo);
    hand.run(Action::Undo);
    assert_eq!(hand.people(1), all, "without a city everybody counts");
}

/// Once a board had been seen it was never asked for again at the same revision, and painting was refused for good.
#[test]
fn a_plan_seen_before_can_be_drawn_on_again() {
    let mut hand = Hand::over_small_county();
    hand.run(Action::Plan(PlanWork::Duplicate(PlanId(1))));
    let copy = hand.plan().id;
    for plan in [PlanId(1), copy, PlanId(1)] {
        hand.run(Action::Look(LookAt::Plan(plan)));
        hand.check();
    }
    for with_city in [false, true] {
        hand.run(Action::Look(LookAt::WithCity(with_city)));
        hand.check();
    }
    hand.take_brush(3, 100.0);
    hand.stroke(&[at(0, 0)]);
    assert_eq!((hand.area_of("d0"), hand.notes()), (Some(3), vec![]));
}

/// What came protected can be taken back and come again; only deleting it by hand is refused.
#[test]
fn a_protected_plan_stays_until_its_protection_goes() {
    let mut hand = Hand::over_small_county();
    let project = hand.desk.project().clone();
    let plan = planraum::model::plan::Plan { untouchable: true, ..planraum::model::plan::Plan::empty(PlanId(7), "Wie heute") };
    hand.run(Action::Edit(planraum::project::Command::AddPlan { position: 0, plan: Box::new(plan) }));
    hand.run(Action::Plan(PlanWork::Delete(PlanId(7))));
    assert_eq!((hand.taken(), hand.desk.project().plans.len()), (1, 2), "deleting is refused");
    hand.run(Action::Plan(PlanWork::Protect(PlanId(7), true)));
    assert_eq!(hand.taken(), 1, "it is protected already");
    hand.run(Action::Undo);
    assert_eq!(hand.desk.project(), &project);
    hand.run(Action::Redo);
    assert!(hand.desk.project().plan(PlanId(7)).unwrap().untouchable);
    hand.run(Action::Plan(PlanWork::Protect(PlanId(7), false)));
    hand.run(Action::Plan(PlanWork::Delete(PlanId(7))));
    assert_eq!(hand.desk.project().plans.len(), 1);
    hand.undo_all();
    assert_eq!(hand.desk.project(), &project);
}

/// Switched off, the city is an outline on every map: by areas, by the value of a mixed area, and between two plans.
#[test]
fn the_switched_off_city_is_drawn_in_outline_only() {
    let mut hand = Hand::over_small_county();
    hand.run(Action::Edit(planraum::project::Command::SetCity(["d0".into(), "d5".into()].into()))); // of R1, and without area
    hand.run(Action::Look(LookAt::Indicator("quota".into())));
    hand.run(Action::Look(LookAt::Level(Level::Areas)));
    let of = |hand: &Hand| {
        let picture = hand.desk.picture(Ground::Light).unwrap();
        let row = |sign: Sign| picture.legend.others.iter().find(|it| it.sign == sign).map(|it| it.count);
        let told = (row(Sign::Unassigned).flatten(), row(Sign::Uninhabited).flatten(), row(Sign::SwitchedOff));
        ([0, 5, 1].map(|it| picture.surfaces[it] == Surface::SwitchedOff), told)
    };
    assert_eq!(of(&hand).0, [false; 3], "the city counts");
    hand.run(Action::Look(LookAt::WithCity(false)));
    assert_eq!(of(&hand).0, [true, true, false], "R1 has a value, its city district is an outline all the same");
    assert!(of(&hand).1.2.is_some(), "and the legend says what an outline is");
    hand.run(Action::Look(LookAt::Colouring(Colouring::Areas)));
    assert_eq!(of(&hand), ([true, true, false], (Some(2), Some(1), Some(Some(2)))), "d11 and d17 are open, nobody lives in d23");
    let counted: Vec<_> = hand.desk.picture(Ground::Light).unwrap().legend.classes.iter().map(|it| it.count).collect();
    assert_eq!(counted, [Some(7), Some(8), Some(4)]);

    hand.take_brush(2, 100.0);
    hand.see();
    for places in [&[at(0, 0), at(1, 0)][..], &[at(5, 0), at(5, 1)]] {
        hand.drag(places);
        hand.see();
        hand.draw(Drawing::End);
        hand.see();
    }
    assert!(hand.pictures.0 >= 2, "pictures that followed are what new ones would be");
    assert_eq!(of(&hand).0, [true, true, false]);

    let first = hand.plan().id;
    hand.run(Action::Plan(PlanWork::Duplicate(first)));
    let second = hand.plan().id;
    hand.stroke(&[at(4, 0), at(5, 0)]);
    hand.run(Action::Look(LookAt::Compare(vec![first, second])));
    hand.run(Action::Look(LookAt::Page(Page::Comparison)));
    let [a, b] = [first, second].map(|it| hand.desk.project().plan(it).unwrap());
    let compared = hand.desk.compared(first, second).unwrap();
    let picture = hand.desk.picture_of_differences(compared, a, b, Ground::Light).unwrap();
    assert_eq!([0, 5].map(|it| picture.surfaces[it]), [Surface::SwitchedOff; 2]);
    assert!(picture.legend.others.iter().any(|it| it.sign == Sign::SwitchedOff));
}

/// What is handed out is what is seen: Auditors found figures and names on paper that the screen lacks, and the other way round.
#[test]
fn the_exported_map_is_the_picture_on_the_screen() {
    use planraum::desk::{
        action::{Export, FileWork},
        errand::{Errand, Work},
    };
    let exported = |hand: &mut Hand| {
        hand.left.clear();
        hand.run(Action::File(FileWork::Export(Export::Map, "karte.svg".into())));
        let document = hand.left.iter().find_map(|it| match it {
            Errand::Job { work: Work::Write { document, .. }, .. } => Some(std::sync::Arc::clone(document)),
            _ => None,
        });
        match document.as_deref() {
            Some(planraum::report::Document::Map(sheet)) => sheet.picture.clone(),
            other => panic!("a map: {other:?}"),
        }
    };
    let mut hand = Hand::over_small_county();
    hand.run(Action::Look(LookAt::Indicator("quota".into())));
    for level in [Level::Districts, Level::Areas] {
        for colouring in [Colouring::Indicator, Colouring::Areas] {
            hand.run(Action::Look(LookAt::Level(level)));
            hand.run(Action::Look(LookAt::Colouring(colouring)));
            let seen = hand.desk.picture(Ground::Light).unwrap();
            assert!(seen.labels.iter().any(|it| !it.figure.is_empty()), "areas have figures");
            assert_eq!(exported(&mut hand), seen, "{level:?} {colouring:?}");
        }
    }
    let first = hand.plan().id;
    hand.run(Action::Plan(PlanWork::Duplicate(first)));
    let second = hand.plan().id;
    hand.take_brush(2, 100.0);
    hand.stroke(&[at(1, 0), at(1, 1)]);
    hand.run(Action::Look(LookAt::Compare(vec![first, second])));
    hand.run(Action::Look(LookAt::Page(Page::Comparison)));
    let [a, b] = [first, second].map(|it| hand.desk.project().plan(it).unwrap().clone());
    let compared = std::sync::Arc::clone(hand.desk.compared(first, second).unwrap());
    let seen = hand.desk.picture_of_differences(&compared, &a, &b, Ground::Light).unwrap();
    assert_eq!(exported(&mut hand), seen);
    assert!(seen.labels.iter().any(|it| it.figure.starts_with('+')), "gains and losses");
}

/// What stood side by side on the screen left the house as one map with differences.
#[test]
fn maps_side_by_side_are_exported_side_by_side() {
    use planraum::desk::{
        action::{Export, FileWork},
        errand::{Errand, Work},
        look::CompareMode,
    };
    let mut hand = Hand::over_small_county();
    hand.run(Action::Look(LookAt::Indicator("quota".into())));
    let first = hand.plan().id;
    hand.run(Action::Plan(PlanWork::Duplicate(first)));
    let second = hand.plan().id;
    hand.take_brush(2, 100.0);
    hand.stroke(&[at(1, 0), at(1, 1)]);
    hand.run(Action::Look(LookAt::Compare(vec![first, second])));
    hand.run(Action::Look(LookAt::Page(Page::Comparison)));
    hand.run(Action::Look(LookAt::CompareMode(CompareMode::SideBySide)));
    for (level, colouring) in
        [(Level::Areas, Colouring::Indicator), (Level::Districts, Colouring::Indicator), (Level::Districts, Colouring::Areas)]
    {
        hand.run(Action::Look(LookAt::Level(level)));
        hand.run(Action::Look(LookAt::Colouring(colouring)));
        hand.left.clear();
        hand.run(Action::File(FileWork::Export(Export::Map, "karte.svg".into())));
        let document = hand.left.iter().find_map(|it| match it {
            Errand::Job { work: Work::Write { document, .. }, .. } => Some(std::sync::Arc::clone(document)),
            _ => None,
        });
        let Some(planraum::report::Document::Map(sheet)) = document.as_deref() else { panic!("a map: {document:?}") };
        assert_eq!(sheet.beside.len(), 2);
        for (map, plan) in sheet.beside.iter().zip([first, second]) {
            let seen = hand.desk.picture_of_plan(plan, Ground::Light).unwrap();
            let drawn = |it: &planraum::cartography::picture::Picture| {
                (it.surfaces.clone(), it.borders.clone(), it.labels.clone(), it.legend.clone())
            };
            assert_eq!(drawn(&map.picture), drawn(&seen), "{level:?} {colouring:?}");
        }
        let svg = sheet.svg();
        for name in ["Entwurf A", hand.desk.project().plan(second).unwrap().name.as_str()] {
            assert!(svg.contains(&format!(">{name}<")), "{name}");
        }
        for part in ["map", "districts", "borders", "labels"] {
            assert_eq!([1, 2].map(|it| svg.matches(&format!("id=\"{part}-{it}\"")).count()), [1, 1], "{part}");
        }
    }
}
