//! Another year is shown: whoever is counted beside it is counted then, on the board, in figures and between plans.

use planraum::{
    desk::{
        action::{Action, Drawing, Drawn, LookAt, PlanWork},
        look::Page,
    },
    geometry::{Bounds, DistrictIx},
    model::{
        catalog::{Catalog, Series},
        id::AreaId,
        indicator::Role,
        period::Period,
        value::Cell,
    },
    project::Project,
};

use super::hand::{Hand, SMALL, at, small_county, small_plan};

fn year(text: &str) -> Period {
    Period::parse(text).unwrap()
}

/// The small county with people counted in 2020 (ten to a district) and 2023, and a quota of 2019, 2021 and 2023.
fn county() -> Catalog {
    let base = small_county();
    let repeated = |series: &Series, periods: &[&str], cell: &dyn Fn(&str, Cell) -> Cell| {
        let mut all = Series::empty(series.indicator.clone(), periods.iter().map(|it| year(it)).collect(), SMALL);
        for (at, period) in periods.iter().enumerate() {
            (0..SMALL as u32).map(DistrictIx).for_each(|it| all.put(at, it, cell(period, series.cell(0, it))));
        }
        all.into()
    };
    let series = base.series().iter().map(|it| match it.indicator.role {
        Some(Role::Population) => {
            repeated(it, &["2020", "2023-12-31"], &|period, last| if period == "2020" { Cell::known(10.0) } else { last })
        }
        _ => repeated(it, &["2019", "2021", "2023"], &|_, last| last),
    });
    Catalog::new(base.register.clone(), base.ground.clone(), series.collect(), Vec::new(), 1)
}

fn hand() -> Hand {
    let mut hand = Hand::over(county(), Project { name: "Klein".into(), plans: vec![small_plan()], ..Project::default() });
    hand.run(Action::Look(LookAt::Indicator("quota".into())));
    hand
}

fn show(hand: &mut Hand, period: &str) {
    hand.run(Action::Look(LookAt::Period(year(period))));
}

#[test]
fn the_board_counts_people_at_the_period_shown() {
    let mut hand = hand();
    let latest = hand.people(1);
    show(&mut hand, "2021");
    assert_eq!((hand.people(1), hand.people(2), hand.people(3)), (Some(80.0), Some(80.0), Some(40.0)));
    assert_eq!(hand.board().unassigned().balance.value, Some(40.0));
    assert_eq!(hand.board().deviation(AreaId(3)), Some(-0.4), "of a mean of 66.7");
    assert_eq!(
        hand.board().balanced().and_then(|(it, at)| it.periods().get(at).cloned()),
        Some(year("2020")),
        "the row says which count it is"
    );
    hand.check();
    show(&mut hand, "2023");
    assert_eq!(hand.people(1), latest);
    hand.check();
    show(&mut hand, "2019");
    assert_eq!(hand.people(1), latest, "nobody counted people by then: their latest count is better than none");
    hand.check();
}

/// Whoever lived in the forest in 2020 was counted in the figures of that year, and the brush left the forest out all the same.
#[test]
fn the_brush_leaves_out_what_was_uninhabited_at_the_period_shown() {
    let mut hand = hand();
    hand.take_brush(3, 0.0);
    let column = Bounds { min: [5100.0, 100.0], max: [5900.0, 3900.0] };
    for (period, taken) in [("2023", 3), ("2021", 4), ("2019", 3)] {
        show(&mut hand, period);
        hand.draw(Drawing::PreviewRegion { region: Drawn::Rectangle(column), erase: false });
        assert_eq!(hand.desk.drawing().ghost().unwrap().districts.len(), taken, "{period}");
    }
}

#[test]
fn strokes_count_at_the_period_shown_and_are_dropped_when_it_changes() {
    let mut hand = hand();
    show(&mut hand, "2021");
    hand.take_brush(1, 0.0);
    hand.drag(&[at(2, 0), at(2, 1)]);
    assert_eq!((hand.people(1), hand.people(2)), (Some(100.0), Some(60.0)));
    assert_eq!(hand.desk.deltas().first().and_then(|it| it.change), Some(20.0));
    show(&mut hand, "2023");
    assert!(hand.desk.drawing().stroke().is_none());
    hand.check();
    hand.stroke(&[at(2, 0), at(2, 1)]);
    show(&mut hand, "2021");
    assert_eq!(hand.people(1), Some(100.0));
    hand.check();
    hand.run(Action::Undo);
    assert_eq!(hand.people(1), Some(80.0));
    hand.check();
}

#[test]
fn figures_and_comparison_count_at_the_period_shown() {
    let mut hand = hand();
    let first = hand.plan().id;
    hand.run(Action::Plan(PlanWork::Duplicate(first)));
    let second = hand.plan().id;
    assert_ne!(first, second);
    hand.take_brush(1, 0.0);
    hand.stroke(&[at(2, 0)]);
    hand.run(Action::Look(LookAt::Compare(vec![first, second])));
    hand.run(Action::Look(LookAt::Page(Page::Comparison)));
    for (period, moved, people) in [("2023", 300.0, 8400.0), ("2021", 10.0, 80.0)] {
        show(&mut hand, period);
        let compared = hand.desk.compared(first, second).unwrap();
        assert_eq!((compared.get().moved.people.value, compared.get().flows[0].population.value), (Some(moved), Some(moved)), "{period}");
        let figures = hand.desk.figures_of(first).unwrap();
        assert_eq!(figures.get().areas[0].population.unwrap().value, Some(people), "{period}");
    }
}
