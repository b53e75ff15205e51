//! Tests of outlines and figures of areas.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;
use std::f64::consts::PI;

use geo::{Area, BooleanOps, MultiPolygon};
use proptest::prelude::*;

use super::outline::{Outline, outline};
use super::shape::{convex_hull, figures, parts, smallest_circle};
use super::topology::Topology;
use super::{DistrictIx, plane, synthetic};

fn grid(columns: usize, rows: usize) -> Topology {
    Topology::build(&synthetic::grid(columns, rows, 100.0), 0.5).topology
}

fn area(numbers: &[u32]) -> BTreeSet<DistrictIx> {
    numbers.iter().copied().map(DistrictIx).collect()
}

fn draw(topology: &Topology, area: &BTreeSet<DistrictIx>) -> Outline {
    outline(topology, &area.iter().copied().collect::<Vec<_>>(), |it| area.contains(&it))
}

/// Outer rings, holes and length of the outline of some squares of a 4 × 4 grid.
#[test]
fn outlines_on_a_grid() {
    let topology = grid(4, 4);
    for (districts, outer, holes, length) in [
        (&[][..], 0, 0, 0.0),
        (&[5], 1, 0, 400.0),
        (&[5, 6], 1, 0, 600.0),
        (&[5, 10], 2, 0, 800.0),                                          // touching in a corner: two polygons
        (&[0, 1, 2, 4, 6, 8, 9, 10], 1, 1, 1600.0),                       // a ring around 5
        (&[0, 1, 2, 4, 6, 8, 9], 1, 1, 1600.0),                           // the hole touches the edge in the corner of 10
        (&[1, 4, 6, 9], 4, 0, 1600.0),                                    // four squares around a hole, touching in corners only
        (&[0, 1, 2, 3, 4, 6, 7, 8, 9, 11, 12, 13, 14, 15], 1, 2, 2400.0), // two holes that touch in a corner
    ] {
        let whole = draw(&topology, &area(districts));
        let found_holes: usize = whole.polygons.iter().map(|it| it.holes.len()).sum();
        assert_eq!((whole.polygons.len(), found_holes, whole.length(&topology)), (outer, holes, length), "{districts:?}");
    }
}

#[test]
fn a_hole_lies_in_the_smallest_ring_around_it() {
    let topology = grid(7, 7);
    let on_ring = |at: u32, from: u32, to: u32| {
        let (x, y) = (at % 7, at / 7);
        let inside = |it: u32, from: u32, to: u32| from <= it && it <= to;
        inside(x, from, to) && inside(y, from, to) && !(inside(x, from + 1, to - 1) && inside(y, from + 1, to - 1))
    };
    let rings: Vec<u32> = (0..49).filter(|&at| on_ring(at, 0, 6) || on_ring(at, 2, 4)).collect();
    let whole = draw(&topology, &area(&rings));
    let surface = |polygon: &geo::Polygon<f64>| (polygon.unsigned_area(), polygon.interiors().len());
    let mut surfaces: Vec<_> = whole.to_multi_polygon(&topology).iter().map(surface).collect();
    surfaces.sort_by(|a, b| a.0.total_cmp(&b.0));
    assert_eq!(surfaces, [(80_000.0, 1), (240_000.0, 1)]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// The outline by arcs is what uniting the polygons gives, and its figures are sums over the districts.
    #[test]
    fn an_outline_is_the_union_of_its_districts(chosen in prop::collection::btree_set(0_u32..60, 1..40), seed in 0_u64..9) {
        let boundaries = synthetic::coverage(60, 24, seed);
        let topology = Topology::build(&boundaries, 0.5).topology;
        let area: BTreeSet<DistrictIx> = chosen.iter().copied().map(DistrictIx).collect();
        let whole = draw(&topology, &area);
        let drawn = whole.to_multi_polygon(&topology);
        let union = area.iter().fold(MultiPolygon(vec![]), |sum, it| sum.union(&boundaries[it.index()]));
        let surface: f64 = area.iter().map(|&it| topology.surface(it)).sum();
        prop_assert!((drawn.unsigned_area() - surface).abs() < 1e-6 * surface);
        prop_assert!((union.unsigned_area() - surface).abs() < 1e-4 * surface);
        let inner: f64 = area.iter().flat_map(|&it| topology.neighbours(it)).filter(|it| area.contains(&it.district)).map(|it| it.shared_length).sum();
        let perimeters: f64 = area.iter().map(|&it| topology.perimeter(it)).sum();
        prop_assert!((whole.length(&topology) - (perimeters - inner)).abs() < 1e-6 * perimeters);
        for polygon in &whole.polygons {
            prop_assert!(topology.ring_area(&whole.rings[polygon.outer]) > 0.0);
            prop_assert!(polygon.holes.iter().all(|&hole| topology.ring_area(&whole.rings[hole]) < 0.0));
        }
    }
}

#[test]
fn figures_of_a_square_and_of_an_angle() {
    let topology = grid(4, 4);
    let of = |numbers: &[u32]| {
        let area = area(numbers);
        figures(&topology, &area.iter().copied().collect::<Vec<_>>(), |it| area.contains(&it))
    };
    let square = of(&[0, 1, 4, 5]);
    assert_eq!((square.surface, square.perimeter, square.parts, square.polygons), (40_000.0, 800.0, 1, 1));
    for (measure, expected) in [
        (square.polsby_popper, PI / 4.0),
        (square.reock, 2.0 / PI),
        (square.convex_hull_ratio, 1.0),
        (of(&[0, 1, 4]).convex_hull_ratio, 6.0 / 7.0),
        (of(&[0, 1, 2, 3]).reock, 40_000.0 / (PI * 42_500.0)),
    ] {
        assert!((measure.unwrap() - expected).abs() < 1e-9, "{measure:?} {expected}");
    }
    assert_eq!((of(&[0, 5]).parts, of(&[0, 5]).polygons), (2, 2), "a corner joins nothing");
    let nothing = of(&[]);
    assert_eq!((nothing.parts, nothing.polsby_popper, nothing.reock, nothing.convex_hull_ratio), (0, None, None, None));
}

#[test]
fn parts_come_largest_first_and_leave_out_districts_without_boundary() {
    let mut boundaries = synthetic::grid(5, 1, 100.0);
    boundaries.push(MultiPolygon(vec![]));
    let topology = Topology::build(&boundaries, 0.5).topology;
    let area = area(&[0, 2, 3, 5]);
    let found = parts(&topology, &area.iter().copied().collect::<Vec<_>>(), |it| area.contains(&it));
    assert_eq!(found, [vec![DistrictIx(2), DistrictIx(3)], vec![DistrictIx(0)]]);
}

proptest! {
    #[test]
    fn the_smallest_circle_holds_all_points_and_leans_on_some(
        points in prop::collection::vec((-1e3..1e3_f64, -1e3..1e3_f64), 1..60),
    ) {
        let points: Vec<_> = points.into_iter().map(|(x, y)| [x, y]).collect();
        let (centre, radius) = smallest_circle(&points).unwrap();
        let far = |it: &[f64; 2]| plane::distance(*it, centre);
        prop_assert!(points.iter().all(|it| far(it) <= radius + 1e-6));
        let leaning: Vec<_> = points.iter().filter(|it| far(it) >= radius - 1e-6).copied().collect();
        let middle_in_hull = convex_hull(leaning.clone()).len() < 3 || {
            let hull = convex_hull(leaning.clone());
            (0..hull.len()).all(|at| plane::turn(hull[at], hull[(at + 1) % hull.len()], centre) > -1e-3)
        };
        prop_assert!(points.len() == 1 || (leaning.len() >= 2 && middle_in_hull), "{:?} could shrink", leaning);
    }

    #[test]
    fn a_hull_is_convex_and_holds_all_points(points in prop::collection::vec((-9_i32..9, -9_i32..9), 3..120)) {
        let points: Vec<_> = points.into_iter().map(|(x, y)| [f64::from(x), f64::from(y)]).collect();
        let hull = convex_hull(points.clone());
        prop_assert!(hull.iter().all(|it| points.contains(it)));
        for at in 0..hull.len() {
            let (a, b) = (hull[at], hull[(at + 1) % hull.len()]);
            prop_assert!(points.iter().all(|it| plane::turn(a, b, *it) >= 0.0));
        }
    }
}
