//! The sample county drawn on: the shipped files, through the same readers as the program.

use std::sync::LazyLock;

use planraum::{
    analysis::figures::PlanFigures,
    desk::action::{Action, AreaWork, Drawing, LookAt, PlanWork},
    model::{
        catalog::Catalog,
        id::{AreaId, IndicatorId, PlanId},
        saved_view::Level,
        source::Source,
    },
    project::Project,
    storage::{limits::Limits, sample::sample, source_block::catalog_of},
};

use super::hand::Hand;

static SAMPLE: LazyLock<(Catalog, Project)> = LazyLock::new(|| {
    let sample = sample().unwrap();
    let block = |it: &Source| (it.clone(), sample.blocks[&it.id].clone());
    let blocks: Vec<_> = sample.project.sources.iter().map(block).collect();
    (catalog_of(&blocks, 1, &Limits::default()).unwrap().0, sample.project)
});

const DRAFT: PlanId = PlanId(2);

fn hand() -> Hand {
    let mut hand = Hand::over(SAMPLE.0.clone(), SAMPLE.1.clone());
    hand.run(Action::Look(LookAt::Plan(DRAFT)));
    hand
}

fn people(figures: &PlanFigures) -> Vec<f64> {
    figures.areas.iter().filter_map(|it| it.population?.value).collect()
}

#[test]
fn the_demo_plan_lies_on_the_board() {
    let hand = hand();
    assert_eq!(people(hand.board().figures()), [31_128.0, 42_179.0, 30_010.0, 33_919.0, 36_579.0, 34_876.0, 120_261.0]);
    assert!((hand.board().figures().parity.unwrap() - 1.559118).abs() < 1e-6);
    assert_eq!((hand.board().unassigned().districts, hand.board().figures().unassigned.len()), (0, 1), "the Harz may stay open");
    hand.check();
}

#[test]
fn a_stroke_over_the_county_follows_live_and_is_one_step() {
    let mut hand = hand();
    let indicator = IndicatorId::new("kinder_sgb2");
    hand.run(Action::Look(LookAt::Indicator(indicator)));
    let target = AreaId(5);
    let from = hand.plan().areas.iter().map(|it| it.id).find(|it| it.0 == 6).unwrap();
    let keys: Vec<String> = hand.plan().districts_of(from).map(|it| it.to_string()).collect();
    let track: Vec<_> = keys.iter().map(|it| hand.middle(it)).collect();
    hand.take_brush(target.0, 50.0);
    let county: f64 = people(hand.board().figures()).iter().sum();
    hand.draw(Drawing::Begin { at: track[0], erase: false });
    let mut moved = 0;
    for place in &track {
        hand.draw(Drawing::To(*place));
        assert!(hand.board().moved().len() >= moved);
        moved = hand.board().moved().len();
        let all: f64 = hand.board().rows().filter_map(|it| it.balance.value).sum();
        assert_eq!(all, county, "nobody is lost on the way");
    }
    let live = hand.desk.live_value(target).unwrap();
    hand.draw(Drawing::End);
    assert_eq!((hand.taken(), hand.steps.len()), (1, 1));
    assert!(keys.iter().all(|it| hand.area_of(it) == Some(5)));
    let overlay = hand.desk.overlay_at(Level::Areas).unwrap().as_ref().as_ref().unwrap();
    let unit = overlay.get().units.iter().find(|it| it.area == Some(target)).unwrap();
    assert_eq!(live.get(), &unit.value, "what the stroke showed is what the answer says");
    hand.check();
    hand.undo_all();
    assert_eq!(people(hand.board().figures())[5], 34_876.0);
    hand.check();
}

#[test]
fn every_indicator_of_every_area_is_live() {
    let mut hand = hand();
    let friedland = hand.district("03159012");
    hand.draw(Drawing::Put { districts: vec![friedland], area: Some(AreaId(1)) });
    let all: Vec<IndicatorId> = hand.desk.catalog().series().iter().map(|it| it.indicator.id.clone()).collect();
    for indicator in all.into_iter().filter(|it| !it.as_str().starts_with("alter_")) {
        hand.run(Action::Look(LookAt::Indicator(indicator.clone())));
        let overlay = hand.desk.overlay_at(Level::Areas).unwrap().as_ref().as_ref().unwrap();
        for unit in &overlay.get().units {
            let live = hand.desk.live_value(unit.area.unwrap()).unwrap();
            assert_eq!(live.get().state, unit.value.state, "{indicator} {}", unit.name);
            let near = |a: Option<f64>, b: Option<f64>| a == b || a.zip(b).is_some_and(|(a, b)| (a - b).abs() <= 1e-9 * b.abs().max(1.0));
            assert!(near(live.get().shown(), unit.value.shown()), "{indicator} {}: {live:?} {:?}", unit.name, unit.value);
        }
    }
}

#[test]
fn a_samtgemeinde_is_painted_as_a_whole() {
    let mut hand = hand();
    hand.run(Action::Area(AreaWork::New));
    hand.brush(|it| it.group_by = Some("SG".to_owned()));
    let group = |hand: &Hand, key: &str| hand.desk.catalog().register.get(hand.district(key)).unwrap().attributes.get("SG").cloned();
    let radolfshausen = hand.desk.catalog().register.districts().iter().find(|it| it.attributes.get("SG").is_some_and(|it| it == "5404"));
    let key = radolfshausen.unwrap().key.to_string();
    let at = hand.middle(&key);
    hand.stroke(&[at]);
    let new = hand.plan().areas.last().unwrap().id;
    let members: Vec<String> = hand.plan().districts_of(new).map(|it| it.to_string()).collect();
    assert!(members.len() > 2 && members.iter().all(|it| group(&hand, it).as_deref() == Some("5404")), "{members:?}");
    assert_eq!(
        hand.desk.catalog().register.districts().iter().filter(|it| it.attributes.get("SG").is_some_and(|it| it == "5404")).count(),
        members.len()
    );
    hand.check();
}

#[test]
fn the_starting_plan_is_copied_before_it_is_changed() {
    let mut hand = hand();
    let start = hand.desk.project().plans.iter().find(|it| it.untouchable).unwrap().clone();
    hand.run(Action::Look(LookAt::Plan(start.id)));
    hand.take_brush(1, 100.0);
    let at = hand.middle("03159012");
    hand.stroke(&[at]);
    assert_eq!(hand.taken(), 0);
    hand.run(Action::Plan(PlanWork::Duplicate(start.id)));
    hand.take_brush(1, 100.0);
    hand.stroke(&[at]);
    assert_eq!((hand.taken(), hand.area_of("03159012")), (2, Some(1)));
    assert_eq!(hand.desk.project().plan(start.id), Some(&start));
    hand.check();
}
