//! Tests of simplification.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::simplify::{Importance, threshold};
use super::topology::Topology;
use super::{ArcIx, Point, plane, synthetic};

/// The plain way: look for the smallest triangle again and again.
fn slowly(points: &[Point]) -> Vec<f64> {
    let mut weights = vec![f64::INFINITY; points.len()];
    let (mut left, mut highest): (Vec<usize>, f64) = ((0..points.len()).collect(), 0.0);
    while left.len() > 2 {
        let area = |at: usize| (plane::turn(points[left[at - 1]], points[left[at]], points[left[at + 1]]) / 2.0).abs();
        let at = (1..left.len() - 1).min_by(|&a, &b| area(a).total_cmp(&area(b)).then(left[a].cmp(&left[b]))).unwrap();
        highest = highest.max(area(at));
        weights[left.remove(at)] = highest;
    }
    weights
}

#[test]
fn importance_is_what_the_plain_way_finds() {
    let topology = Topology::build(&synthetic::coverage(30, 80, 3), 0.5).topology;
    let importance = Importance::of(&topology);
    for (number, arc) in topology.arcs().filter(|(_, arc)| arc.from != arc.to) {
        let (fast, slow) = (importance.of_arc(number), slowly(topology.arc_points(number)));
        let same = fast.iter().zip(&slow).all(|(a, b)| a == b || a.is_infinite() && topology_keeps_one(&topology, number));
        assert!(same, "{arc:?} {fast:?} {slow:?}");
    }
}

/// Whether the arc is one of the two of a ring, which must keep a point between its ends.
fn topology_keeps_one(topology: &Topology, number: ArcIx) -> bool {
    let rings = topology.districts().flat_map(|it| topology.polygons_of(it)).flat_map(|it| it.rings());
    rings.filter(|ring| ring.len() == 2).flatten().any(|used| used.arc == number)
}

#[test]
fn every_ring_keeps_three_points_and_neighbours_keep_the_same() {
    let topology = Topology::build(&synthetic::coverage(400, 60, 4), 0.5).topology;
    let importance = Importance::of(&topology);
    let mut before = usize::MAX;
    for tolerance in [0.0, 50.0, 500.0, 5e3, 1e6] {
        let kept: usize = topology.arcs().map(|(arc, _)| importance.indices_at(arc, tolerance).count()).sum();
        assert!(kept <= before, "coarser never keeps more");
        assert!(tolerance > 0.0 || kept == topology.point_count(), "nothing is lost at zero");
        before = kept;
        for ring in topology.districts().flat_map(|it| topology.polygons_of(it)).flat_map(|it| it.rings()) {
            let coarse = importance.ring_at(&topology, ring, tolerance);
            let mut places: Vec<_> = coarse.iter().map(|it| it.map(f64::to_bits)).collect();
            places.sort_unstable();
            places.dedup();
            assert!(places.len() >= 3 && coarse.first() == coarse.last(), "{coarse:?}");
        }
    }
    assert_eq!(threshold(100.0), 5_000.0);
}
