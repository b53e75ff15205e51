#![allow(clippy::unwrap_used)]
use super::*;
use crate::analysis::{
    assignment::Assignment,
    testing::{self, indicator, population, series},
};
use crate::model::{
    indicator::{Indicator, Pooling},
    value::{Cell, MissingReason, State},
};

/// A 3 × 2 grid with 100 … 600 people.
fn county(more: Vec<Series>) -> Catalog {
    let mut all = vec![population(&[100.0, 200.0, 300.0, 400.0, 500.0, 600.0])];
    all.extend(more);
    testing::catalog(6, 3, all)
}

fn figures(catalog: &Catalog, plan: &Plan, options: &FigureOptions) -> PlanFigures {
    PlanFigures::of(catalog, plan, &Assignment::of(plan, &catalog.register), options)
}

fn plan() -> Plan {
    // 3 . 2      R2 is in two parts that touch nowhere, d4 is without area
    // 1 1 2
    testing::plan(&[("d0", 1), ("d1", 1), ("d2", 2), ("d3", 2), ("d5", 2)])
}

#[test]
fn figures_follow_their_definitions() {
    let figures = figures(&county(Vec::new()), &plan(), &FigureOptions::default());
    let [one, two] = &figures.areas[..] else { unreachable!("two areas") };
    assert_eq!((one.districts, one.population.unwrap().value, one.surface_km2, one.perimeter_km), (2, Some(300.0), 2.0, 6.0));
    assert_eq!((one.parts, one.polygons), (1, 1));
    assert!((one.polsby_popper.unwrap() - 4.0 * std::f64::consts::PI * 2.0 / 36.0).abs() < 1e-12);
    assert!((one.reock.unwrap() - 2.0 / (std::f64::consts::PI * 1.25)).abs() < 1e-9);
    assert_eq!(one.convex_hull_ratio, Some(1.0));
    assert_eq!((two.parts, two.polygons, two.population.unwrap().value), (2, 2, Some(1300.0)));
    assert_eq!((figures.cut_edges, figures.cut_edges_unassigned), (2, 3));
    assert_eq!(figures.unassigned, [DistrictIx(4)]);
    assert_eq!((figures.target, figures.parity), (Some(800.0), Some(0.625)));
    assert_eq!((one.deviation, two.deviation), (Some(-0.625), Some(0.625)));
    assert_eq!(figures.gini, Some(0.3125));
    assert_eq!(one.density_surface, Surface { km2: 2.0, estimated: true });
    assert_eq!(one.density(), Some(150.0));
}

#[test]
fn two_areas_of_ten_and_fourteen_thousand_are_a_sixth_off() {
    let catalog = testing::catalog(2, 2, vec![population(&[10_000.0, 14_000.0])]);
    let figures = figures(&catalog, &testing::plan(&[("d0", 1), ("d1", 2)]), &FigureOptions::default());
    assert!((figures.parity.unwrap() - 1.0 / 6.0).abs() < 1e-12);
}

#[test]
fn a_target_of_ones_own_moves_deviations_but_not_parity() {
    let plan = Plan { target: Target::Fixed(650.0), ..plan() };
    let figures = figures(&county(Vec::new()), &plan, &FigureOptions::default());
    assert_eq!((figures.max_deviation, figures.parity), (Some(1.0), Some(0.625)));
    assert_eq!(figures.areas[0].deviation, Some(-350.0 / 650.0));
}

#[test]
fn an_area_that_is_the_city_alone_is_no_part_of_a_mean_beside_the_city() {
    let catalog = county(Vec::new());
    let city = CitySwitch::new(&catalog.register, &["d2".into(), "d3".into()].into(), true);
    let options = FigureOptions { city, ..FigureOptions::default() };
    let plan = |of: &[(&str, u32)]| Plan { target: Target::MeanBesideCity, ..testing::plan(of) };
    let all = figures(&catalog, &Plan { target: Target::Mean, ..plan(&[("d0", 1), ("d1", 1), ("d2", 2), ("d3", 2)]) }, &options);
    let beside = figures(&catalog, &plan(&[("d0", 1), ("d1", 1), ("d2", 2), ("d3", 2)]), &options);
    assert_eq!((beside.areas[1].has_target, beside.areas[1].deviation), (false, None), "the city has no target");
    assert_eq!((beside.target, beside.areas[0].deviation), (Some(300.0), Some(0.0)));
    assert_eq!((beside.held(), beside.with_target(), beside.max_deviation), (Some((300.0, 1)), 1, Some(0.0)));
    assert_eq!((beside.parity, beside.gini), (all.parity, all.gini), "parity and Gini are of all areas, whatever the target");
    assert_ne!(all.parity, Some(0.0));
    let mixed = figures(&catalog, &plan(&[("d0", 1), ("d1", 2), ("d2", 2), ("d3", 2)]), &options);
    assert!(mixed.areas.iter().all(|it| it.has_target), "an area that holds more than the city counts");
    assert_eq!(mixed.target, mixed.held().map(|it| it.0 / 2.0));
}

#[test]
fn the_register_knows_the_surface_better_than_the_map() {
    let km2: Vec<Cell> = [1.5, 2.5, 1.0, 1.0, 1.0].iter().map(|it| Cell::known(*it)).chain([Cell::ABSENT]).collect();
    let register = series(Indicator { role: Some(Role::RegisterSurface), ..indicator("km2", Pooling::Sum, 1.0) }, &[("2023", &km2)]);
    let figures = figures(&county(vec![register]), &plan(), &FigureOptions::default());
    assert_eq!(figures.areas[0].density_surface, Surface { km2: 4.0, estimated: false });
    assert_eq!(figures.areas[0].surface_km2, 2.0, "the extent on the map stays what it is");
    assert_eq!(figures.areas[1].density_surface, Surface { km2: 3.0, estimated: true }, "one district is not in the register");
}

#[test]
fn the_city_switched_off_and_empty_areas_take_part_in_no_mean() {
    let catalog = county(Vec::new());
    let mut plan = testing::plan(&[("d0", 1), ("d1", 1), ("d2", 2), ("d5", 3)]);
    plan.areas.push(testing::area(4));
    let city = CitySwitch::new(&catalog.register, &["d5".into()].into(), false);
    let figures = figures(&catalog, &plan, &FigureOptions { city, ..FigureOptions::default() });
    assert_eq!((figures.parity, figures.target), (Some(0.0), Some(300.0)));
    let three = &figures.areas[2];
    assert_eq!((three.districts, three.switched_off, three.deviation, three.surface_km2), (0, 1, None, 1.0));
    assert_eq!(figures.areas[3].deviation, None);
}

#[test]
fn what_nobody_counted_is_no_figure() {
    let catalog = testing::catalog(6, 3, Vec::new());
    let bare = figures(&catalog, &plan(), &FigureOptions::default());
    assert_eq!((bare.areas[0].population, bare.parity, bare.gini, bare.target), (None, None, None, None));
    assert_eq!((bare.areas[0].districts, bare.cut_edges), (2, 2));
    let later = series(
        Indicator { role: Some(Role::Population), ..indicator("p", Pooling::Sum, 1.0) },
        &[(
            "2023",
            &[
                Cell::known(1.0),
                Cell::known(1.0),
                Cell::without_number(State::Missing(MissingReason::Later)),
                Cell::known(1.0),
                Cell::known(1.0),
                Cell::known(1.0),
            ],
        )],
    );
    let gap = figures(&testing::catalog(6, 3, vec![later]), &plan(), &FigureOptions::default());
    assert_eq!((gap.areas[0].population.unwrap().value, gap.areas[1].population.unwrap().value), (Some(2.0), None));
    assert_eq!((gap.parity, gap.max_deviation), (None, None), "an unknown area leaves the plan's balance unknown");
}

#[test]
fn another_indicator_can_be_balanced() {
    let children: Vec<Cell> = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0].iter().map(|it| Cell::known(*it)).collect();
    let catalog = county(vec![series(indicator("children", Pooling::Sum, 1.0), &[("2023", &children)])]);
    let options = FigureOptions { balance: Some("children".into()), ..FigureOptions::default() };
    let figures = figures(&catalog, &plan(), &options);
    assert_eq!((figures.target, figures.balanced), (Some(8.0), Some("children".into())));
    assert_eq!(figures.areas[0].population.unwrap().value, Some(300.0));
}
