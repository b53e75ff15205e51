//! Tests of finding, against slow ways that are plainly right.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use geo::{BoundingRect, Contains, Distance, Euclidean, Intersects, Line, MultiPolygon, Polygon};
use proptest::prelude::*;

use super::{Lasso, Locator, Region, Rule};
use crate::geometry::topology::Topology;
use crate::geometry::{Bounds, DistrictIx, Point, synthetic};

fn map() -> (Vec<MultiPolygon<f64>>, Topology) {
    let boundaries = synthetic::coverage(200, 40, 5);
    let topology = Topology::build(&boundaries, 0.5).topology;
    (boundaries, topology)
}

fn districts(boundaries: &[MultiPolygon<f64>], test: impl Fn(&MultiPolygon<f64>) -> bool) -> Vec<DistrictIx> {
    let found = boundaries.iter().enumerate().filter(|(_, it)| test(it));
    found.map(|(number, _)| DistrictIx(number as u32)).collect()
}

/// A place on the map from two shares of its width and height, a little beyond its edges too.
fn place(topology: &Topology, (x, y): (f64, f64)) -> Point {
    let bounds = topology.bounds().unwrap().grown(3_000.0);
    [bounds.min[0] + x * bounds.width(), bounds.min[1] + y * bounds.height()]
}

fn share() -> impl Strategy<Value = (f64, f64)> {
    (0.0..1.0, 0.0..1.0)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn a_point_is_found_where_it_lies(shares in prop::collection::vec(share(), 30)) {
        let (boundaries, topology) = map();
        let locator = Locator::new(&topology);
        for point in shares.into_iter().map(|it| place(&topology, it)) {
            let slow = districts(&boundaries, |it| it.contains(&geo::Point::from(point)));
            prop_assert_eq!(locator.district_at(point), slow.first().copied());
        }
    }

    #[test]
    fn a_swept_brush_skips_no_district(from in share(), to in share(), radius in 0.0..8_000.0) {
        let (boundaries, topology) = map();
        let (a, b) = (place(&topology, from), place(&topology, to));
        let path = Line::new(a, b);
        let slow = districts(&boundaries, |it| it.iter().any(|polygon| Euclidean.distance(&path, polygon) <= radius));
        prop_assert_eq!(Locator::new(&topology).touching_capsule(a, b, radius), slow);
    }

    #[test]
    fn a_lasso_takes_what_it_touches(corners in prop::collection::vec(share(), 3..9)) {
        let (boundaries, topology) = map();
        let middle = place(&topology, (0.5, 0.5));
        let mut ring: Vec<Point> = corners.into_iter().map(|it| place(&topology, it)).collect();
        ring.sort_by(|a, b| {
            let angle = |it: &Point| (it[1] - middle[1]).atan2(it[0] - middle[0]);
            angle(a).total_cmp(&angle(b))
        });
        let lasso = Polygon::new(geo::LineString::from(ring.clone()), vec![]);
        let slow = districts(&boundaries, |it| it.intersects(&lasso));
        prop_assert_eq!(Locator::new(&topology).touching_polygon(&ring), slow);
    }

    #[test]
    fn a_rectangle_takes_what_it_touches(one in share(), other in share()) {
        let (boundaries, topology) = map();
        let bounds = Bounds::of([place(&topology, one), place(&topology, other)]).unwrap();
        let rect = geo::Rect::new(bounds.min, bounds.max);
        let slow = districts(&boundaries, |it| it.intersects(&rect));
        prop_assert_eq!(Locator::new(&topology).touching_rect(bounds), slow);
    }
}

#[test]
fn half_of_the_surface_is_measured_on_a_grid() {
    let topology = Topology::build(&synthetic::grid(4, 4, 100.0), 0.5).topology;
    let locator = Locator::new(&topology);
    let take = |width: f64, rule| locator.taken(&Region::Rect(Bounds { min: [0.0, 0.0], max: [width, 100.0] }), rule).len();
    assert_eq!([take(149.0, Rule::HalfSurface), take(151.0, Rule::HalfSurface)], [1, 2]);
    assert_eq!([take(149.0, Rule::Centre), take(151.0, Rule::Centre)], [1, 2]);
    assert_eq!(take(149.0, Rule::Touch), 4, "the districts above are touched too");
    let ring = [[-1.0, -1.0], [151.0, -1.0], [151.0, 99.0], [-1.0, 99.0]];
    assert_eq!(locator.taken(&Region::Lasso(Lasso::of(&ring)), Rule::HalfSurface).len(), 2);
    let brush = Region::Capsule { a: [50.0, 50.0], b: [350.0, 50.0], radius_m: 45.0 };
    assert_eq!(locator.taken(&brush, Rule::HalfSurface).len(), 4);
    assert_eq!(locator.centre_in_polygon(&ring), [DistrictIx(0), DistrictIx(1)]);
}

proptest! {
    /// What a track covers is what its capsules cover together, and is the same told in more points.
    #[test]
    fn a_track_is_its_legs_together(places in prop::collection::vec(share(), 1..5), radius in 100.0..8_000.0, more in 2..5_u32) {
        let (_, topology) = map();
        let locator = Locator::new(&topology);
        let track: Vec<Point> = places.into_iter().map(|it| place(&topology, it)).collect();
        let between = |leg: &[Point]| { let (a, b) = (leg[0], leg[1]); (1..=more).map(move |it| [0, 1].map(|at| a[at] + (b[at] - a[at]) * f64::from(it) / f64::from(more))).collect::<Vec<_>>() };
        let finer: Vec<Point> = std::iter::once(track[0]).chain(track.windows(2).flat_map(between)).collect();
        let legs = |track: &[Point]| track.windows(2).map(|it| [it[0], it[1]]).collect::<Vec<_>>();
        if track.len() > 1 {
            let region = Region::Track { legs: legs(&track), radius_m: radius };
            let mut each: Vec<DistrictIx> = legs(&track).iter().flat_map(|it| locator.touching_capsule(it[0], it[1], radius)).collect();
            each.sort_unstable();
            each.dedup();
            prop_assert_eq!(locator.taken(&region, Rule::Touch), each);
        }
        let along = |track: &[Point]| {
            let mut all: Vec<DistrictIx> = (1..=track.len()).flat_map(|it| locator.half_under_track(&track[..it], radius)).collect();
            all.sort_unstable();
            all.dedup();
            all
        };
        prop_assert_eq!(along(&track), along(&finer));
    }
}

#[test]
fn the_smaller_of_two_districts_on_top_of_each_other_is_found() {
    let mut boundaries = synthetic::grid(1, 1, 100.0);
    boundaries.push(MultiPolygon(vec![geo::Rect::new([40.0, 40.0], [60.0, 60.0]).to_polygon()]));
    let locator = Locator::new(&Topology::build(&boundaries, 0.5).topology);
    assert_eq!(locator.district_at([50.0, 50.0]), Some(DistrictIx(1)));
    assert_eq!(locator.district_at([10.0, 10.0]), Some(DistrictIx(0)));
}

#[test]
fn a_point_on_a_border_belongs_to_exactly_one_district() {
    let topology = Topology::build(&synthetic::grid(3, 3, 100.0), 0.5).topology;
    let locator = Locator::new(&topology);
    for point in [[100.0, 50.0], [50.0, 100.0], [100.0, 100.0], [133.3, 200.0]] {
        let here = topology.districts().filter(|&it| locator.holds(it, point)).count();
        assert_eq!(here, 1, "{point:?}");
    }
}

#[test]
fn nonsense_finds_nothing() {
    let (boundaries, topology) = map();
    let locator = Locator::new(&topology);
    assert!(boundaries[0].bounding_rect().is_some());
    for bad in [f64::NAN, f64::INFINITY, 1e308] {
        assert_eq!(locator.district_at([bad, 0.0]), None);
        assert_eq!(locator.touching_capsule([bad, 0.0], [0.0, bad], 10.0), []);
        assert_eq!(locator.touching_polygon(&[[bad, bad]; 4]), []);
        assert_eq!(locator.touching_rect(Bounds { min: [bad, bad], max: [bad, bad] }), []);
    }
    assert_eq!(locator.touching_polygon(&[]), []);
    assert_eq!(Locator::new(&Topology::default()).district_at([0.0, 0.0]), None);
}
