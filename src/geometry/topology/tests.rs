//! Tests of the topology on coverages of our own making.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use geo::MultiPolygon;

use super::{Topology, TroubleKind};
use crate::geometry::{DistrictIx, synthetic};

fn build(boundaries: &[MultiPolygon<f64>]) -> Topology {
    Topology::build(boundaries, 0.5).topology
}

fn rook(topology: &Topology) -> Vec<(u32, u32)> {
    topology.rook_pairs().map(|(a, b)| (a.0, b.0)).collect()
}

#[test]
fn a_ten_by_ten_grid_has_180_rook_and_342_queen_pairs() {
    let topology = build(&synthetic::grid(10, 10, 100.0));
    assert_eq!((topology.rook_pairs().count(), topology.queen_pairs().len()), (180, 342));
    assert_eq!(topology.surface(DistrictIx(37)), 10_000.0);
    assert_eq!(topology.perimeter(DistrictIx(37)), 400.0);
}

#[test]
fn a_clean_coverage_keeps_every_coordinate_and_needs_no_repair() {
    for seed in 1..4 {
        let clean = synthetic::coverage(500, 145, seed);
        let built = Topology::build(&clean, 0.5);
        assert_eq!(built.troubles, []);
        for (number, boundary) in clean.iter().enumerate() {
            let district = DistrictIx(number as u32);
            assert_eq!(sorted_points(&built.topology.polygon(district)), sorted_points(boundary), "{number}");
            let exact = geo::Area::unsigned_area(boundary);
            assert!((built.topology.surface(district) - exact).abs() < 1e-9 * exact);
        }
    }
}

fn sorted_points(boundary: &MultiPolygon<f64>) -> Vec<[u64; 2]> {
    let rings = boundary.iter().flat_map(|it| it.interiors().iter().chain([it.exterior()]));
    let points = rings.flat_map(|ring| &ring.0[1..]);
    let mut points: Vec<[u64; 2]> = points.map(|at| [at.x.to_bits(), at.y.to_bits()]).collect();
    points.sort_unstable();
    points
}

#[test]
fn a_dirtied_coverage_has_the_neighbours_of_the_clean_one() {
    for (districts, vertices, seeds) in [(500, 145, 6), (600, 42, 6), (400, 12, 6), (3000, 30, 1)] {
        for seed in 0..seeds {
            let clean = synthetic::coverage(districts, vertices, seed);
            let dirty = synthetic::dirty(&clean, seed + 77);
            let (clean, dirty) = (build(&clean), Topology::build(&dirty, 0.5));
            assert_eq!(rook(&dirty.topology), rook(&clean), "{districts} {vertices} {seed}");
            let snapped = dirty.troubles.iter().any(|it| matches!(it.kind, TroubleKind::Snapped { count } if count > 100));
            assert!(snapped, "{:?}", dirty.troubles.iter().map(|it| it.kind).collect::<Vec<_>>());
        }
    }
}
