//! Tests of projection. Expected metres and degrees are those of PROJ 9 and of the offices' published points.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use proptest::prelude::*;

use super::{Crs, OutOfDomain, Projector, guess_from_range, working_crs};
use crate::geometry::{Bounds, Point};

fn project(point: Point, from: Crs, to: Crs) -> Point {
    let mut points = [point];
    Projector::between(from, to).unwrap().project(&mut points).unwrap();
    points[0]
}

#[test]
fn known_points_come_out() {
    for (degrees, code, metres, within) in [
        ([9.0, 50.0], 25832, [500_000.0, 5_538_630.703], 1e-3),
        ([9.0, 50.0], 4647, [32_500_000.0, 5_538_630.703], 1e-3),
        ([15.0, 50.0], 25833, [500_000.0, 5_538_630.703], 1e-3),
        ([15.0, 50.0], 5650, [33_500_000.0, 5_538_630.703], 1e-3),
        ([9.0, 50.0], 32632, [500_000.0, 5_538_630.703], 1e-3),
        ([9.0, 50.0], 4258, [9.0, 50.0], 0.0),
        ([9.0, 50.0], 3857, [1_001_875.417, 6_446_275.841], 1e-3),
        ([9.0, 0.0], 32732, [500_000.0, 10_000_000.0], 1e-3),
    ] {
        let found = project(degrees, Crs::WGS84, Crs::from_epsg(code).unwrap());
        let off = (found[0] - metres[0]).abs().max((found[1] - metres[1]).abs());
        assert!(off <= within, "EPSG:{code} {found:?} {metres:?}");
    }
}

#[test]
fn gauss_krueger_is_within_metres_and_says_so() {
    // Göttingen, Gänseliesel: 9.9357° E, 51.5328° N lies near 3 565 000, 5 711 300 in zone 3
    let found = project([9.9357, 51.5328], Crs::WGS84, Crs::Epsg(31467));
    let utm = project([9.9357, 51.5328], Crs::WGS84, Crs::UTM32);
    let shift = [found[0] - 3_000_000.0 - utm[0], found[1] - utm[1]];
    assert!((50.0..150.0).contains(&shift[0]) && (1_700.0..2_000.0).contains(&shift[1]), "{shift:?}");
    assert!(Crs::Epsg(31467).metres_off_without_grid() && !Crs::UTM32.metres_off_without_grid());
}

proptest! {
    #[test]
    fn there_and_back_is_where_it_was(lon in 5.9..15.1_f64, lat in 47.2..55.1_f64, which in 0_usize..10) {
        let code = [25832, 25833, 4258, 3857, 31466, 31467, 31468, 31469, 4647, 27572][which];
        let metres = project([lon, lat], Crs::WGS84, Crs::Epsg(code));
        let back = project(metres, Crs::Epsg(code), Crs::WGS84);
        prop_assert!((back[0] - lon).abs() < 2e-8 && (back[1] - lat).abs() < 2e-8, "EPSG:{} {:?}", code, back);
    }

    #[test]
    fn no_number_makes_it_panic(x in any::<f64>(), y in any::<f64>(), one in 0_usize..9, other in 0_usize..9) {
        let codes = [4326, 25832, 3857, 31467, 4647, 27572, 3035, 4314, 32733];
        let mut points = [[x, y]];
        let projected = Projector::between(Crs::Epsg(codes[one]), Crs::Epsg(codes[other])).unwrap().project(&mut points);
        prop_assert!(projected.is_err() || points[0].iter().all(|it| it.is_finite()));
    }
}

#[test]
fn a_bad_point_is_named() {
    let projector = Projector::between(Crs::WGS84, Crs::UTM32).unwrap();
    for bad in [[f64::NAN, 50.0], [1e308, 50.0], [9.0, -1e308], [9.0, f64::INFINITY], [9.0, 91.0], [500_000.0, 5_500_000.0]] {
        let mut points = vec![[9.0, 50.0]; 3_000];
        points[2_500] = bad;
        let error = projector.project(&mut points).unwrap_err();
        assert_eq!((error.index, error.point.map(f64::to_bits)), (2_500, bad.map(f64::to_bits)));
    }
    let same = Projector::between(Crs::Plane, Crs::Plane).unwrap();
    assert_eq!(same.project(&mut [[0.0, 0.0], [1.0, f64::INFINITY]]), Err(OutOfDomain { index: 1, point: [1.0, f64::INFINITY] }));
    assert!(Projector::between(Crs::Plane, Crs::UTM32).is_err());
}

#[test]
fn names_are_read() {
    for (name, expected) in [
        ("urn:ogc:def:crs:EPSG::25832", Some(Crs::UTM32)),
        ("EPSG:25832", Some(Crs::UTM32)),
        ("epsg:31467", Some(Crs::Epsg(31467))),
        ("25833", Some(Crs::UTM33)),
        ("urn:ogc:def:crs:OGC:1.3:CRS84", Some(Crs::WGS84)),
        ("urn:ogc:def:crs:EPSG::4326", Some(Crs::WGS84)),
        ("http://www.opengis.net/def/crs/EPSG/0/25832", Some(Crs::UTM32)),
        ("EPSG:900913", Some(Crs::Epsg(3857))),
        ("plane", Some(Crs::Plane)),
        ("EPSG:1", None),
        ("EPSG:99999999", None),
        ("ESRI:54009", None),
        ("", None),
        ("Göttingen", None),
    ] {
        assert_eq!(Crs::parse(name), expected, "{name}");
        if let Some(crs) = expected {
            assert_eq!(Crs::parse(&crs.to_string()), expected, "its own name is read again");
        }
    }
}

#[test]
fn ranges_are_recognised() {
    let range = |west, south, east, north| Bounds { min: [west, south], max: [east, north] };
    for (bounds, crs, swapped) in [
        (range(9.5, 51.3, 10.7, 51.8), Crs::WGS84, false),
        (range(51.3, 9.5, 51.8, 10.7), Crs::WGS84, true),
        (range(-74.0, 40.5, -73.7, 40.9), Crs::WGS84, false),
        (range(540_000.0, 5_680_000.0, 616_000.0, 5_745_000.0), Crs::UTM32, false),
        (range(1_060_000.0, 6_670_000.0, 1_190_000.0, 6_760_000.0), Crs::Epsg(3857), false),
        (range(3_540_000.0, 5_680_000.0, 3_616_000.0, 5_745_000.0), Crs::Epsg(31467), false),
        (range(4_400_000.0, 5_680_000.0, 4_600_000.0, 5_745_000.0), Crs::Epsg(31468), false),
        (range(32_540_000.0, 5_680_000.0, 32_616_000.0, 5_745_000.0), Crs::Epsg(4647), false),
        (range(0.0, 0.0, 2_000.0, 900.0), Crs::Plane, false),
    ] {
        let guess = guess_from_range(bounds).unwrap();
        assert_eq!((guess.crs, guess.swapped), (crs, swapped), "{bounds:?}");
    }
    assert_eq!(guess_from_range(range(0.0, 0.0, 1e300, 1.0)), None);
    assert_eq!(guess_from_range(range(f64::NAN, 0.0, 1.0, 1.0)), None);
}

#[test]
fn maps_are_measured_in_a_zone_of_their_own() {
    let at = |lon: f64, lat: f64| working_crs(Bounds { min: [lon - 0.5, lat - 0.5], max: [lon + 0.5, lat + 0.5] });
    assert_eq!(at(10.1, 51.5), Crs::UTM32);
    assert_eq!(at(13.4, 52.5), Crs::UTM33);
    assert_eq!(at(2.3, 48.8), Crs::Epsg(25831));
    assert_eq!(at(-74.0, 40.7), Crs::Epsg(32618));
    assert_eq!(at(151.0, -33.9), Crs::Epsg(32756));
    assert_eq!(working_crs(Bounds { min: [5.9, 47.2], max: [15.1, 55.1] }), Crs::UTM32);
}
