//! Tests of the topology on coverages of our own making.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use geo::{MultiPolygon, Polygon};
use proptest::prelude::*;

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
    for seed in 1..3 {
        let clean = synthetic::coverage(400, 145, seed);
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
    for (districts, vertices, seeds) in [(300, 145, 2), (600, 42, 2), (400, 12, 3), (1_500, 24, 1)] {
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

fn ring(points: &[[f64; 2]]) -> geo::LineString<f64> {
    geo::LineString::from(points.to_vec())
}

fn plain(points: &[[f64; 2]]) -> MultiPolygon<f64> {
    MultiPolygon(vec![Polygon::new(ring(points), vec![])])
}

fn square(x: f64, y: f64, side: f64) -> MultiPolygon<f64> {
    plain(&[[x, y], [x + side, y], [x + side, y + side], [x, y + side]])
}

fn kinds(boundaries: &[MultiPolygon<f64>]) -> Vec<(TroubleKind, Vec<u32>)> {
    let troubles = Topology::build(boundaries, 0.5).troubles;
    troubles.into_iter().map(|it| (it.kind, it.districts.into_iter().map(|it| it.0).collect())).collect()
}

/// A map wide enough for the whole tolerance, around what is tried.
fn with_frame(mut boundaries: Vec<MultiPolygon<f64>>) -> Vec<MultiPolygon<f64>> {
    boundaries.push(square(90_000.0, 90_000.0, 1_000.0));
    boundaries
}

#[test]
fn each_trouble_is_told_with_its_districts() {
    use TroubleKind::*;
    let thin = |width: f64| with_frame(vec![square(0.0, 0.0, 1_000.0), square(1_000.0 + width, 0.0, 1_000.0)]);
    let doubled = MultiPolygon(vec![square(0.0, 0.0, 10.0).0[0].clone(), square(0.0, 0.0, 10.0).0[0].clone()]);
    let bow_tie = plain(&[[0.0, 0.0], [10.0, 10.0], [10.0, 0.0], [0.0, 9.0]]);
    let hole_outside = MultiPolygon(vec![Polygon::new(
        ring(&[[0.0, 0.0], [10.0, 0.0], [10.0, 10.0], [0.0, 10.0]]),
        vec![ring(&[[20.0, 20.0], [30.0, 20.0], [30.0, 30.0]])],
    )]);
    let slit = MultiPolygon(vec![Polygon::new(
        ring(&[[0.0, 0.0], [1_000.0, 0.0], [1_000.0, 1_000.0], [0.0, 1_000.0]]),
        vec![ring(&[[100.0, 500.0], [900.0, 500.0], [900.0, 503.0], [100.0, 503.0]])],
    )]);
    for (name, boundaries, expected) in [
        ("0.4 m apart", thin(0.4), vec![(Snapped { count: 2 }, vec![0, 1])]),
        ("0.4 m over each other", thin(-0.4), vec![(Snapped { count: 2 }, vec![0, 1])]),
        ("0.6 m apart", thin(0.6), vec![]),
        ("twice the same", vec![square(0.0, 0.0, 10.0), square(0.0, 0.0, 10.0)], vec![(Overlap, vec![0, 1])]),
        ("drawn over", vec![square(0.0, 0.0, 10.0), square(4.0, 4.0, 2.0)], vec![(Overlap, vec![0, 1])]),
        ("half over", vec![square(0.0, 0.0, 10.0), square(5.0, 5.0, 10.0)], vec![(Overlap, vec![0, 1])]),
        ("bow tie", vec![bow_tie], vec![(SelfIntersection, vec![0])]),
        ("slit", with_frame(vec![slit]), vec![(Gap, vec![0])]),
        ("two points", vec![plain(&[[0.0, 0.0], [1.0, 1.0]])], vec![(RingCollapsed, vec![0])]),
        ("one point", vec![plain(&[[0.0, 0.0]; 5])], vec![(RingCollapsed, vec![0])]),
        ("hole outside", vec![hole_outside], vec![(HoleOutside, vec![0])]),
        ("part twice", vec![doubled], vec![(RingRepeated, vec![0])]),
        ("not a number", vec![plain(&[[0.0, 0.0], [f64::NAN, 0.0], [1.0, 1.0]])], vec![(NotAPlace, vec![0])]),
        ("too far", vec![plain(&[[0.0, 0.0], [1e308, 0.0], [1.0, 1.0]])], vec![(NotAPlace, vec![0])]),
    ] {
        assert_eq!(kinds(&boundaries), expected, "{name}");
    }
}

#[test]
fn vertices_missing_on_one_side_are_put_back() {
    let corners = |middle: Vec<[f64; 2]>| {
        let mut left = vec![[0.0, 0.0], [1_000.0, 0.0]];
        left.extend(middle);
        left.extend([[1_000.0, 1_000.0], [0.0, 1_000.0]]);
        plain(&left)
    };
    let right = plain(&[[1_000.0, 0.0], [2_000.0, 0.0], [2_000.0, 1_000.0], [1_000.0, 1_000.0]]);
    // on the edge: inserted at once
    let boundaries = with_frame(vec![corners(vec![[1_000.2, 400.0]]), right.clone()]);
    let built = Topology::build(&boundaries, 0.5);
    assert_eq!(rook(&built.topology), [(0, 1)]);
    assert_eq!(built.troubles[0].kind, TroubleKind::Inserted { count: 1 });
    assert!((built.topology.neighbours(DistrictIx(0))[0].shared_length - 1_000.0).abs() < 1e-3);
    // far over the edge: an overlap that is flat against its length
    let boundaries = with_frame(vec![corners(vec![[1_050.0, 400.0]]), right]);
    let built = Topology::build(&boundaries, 0.5);
    assert_eq!(rook(&built.topology), [(0, 1)]);
    assert_eq!(built.troubles[0].kind, TroubleKind::MismatchedEdges { count: 1 });
    assert!((built.troubles[0].extent - 50.0).abs() < 1e-9, "how wide it was is told: {}", built.troubles[0].extent);
}

#[test]
fn parts_that_touch_become_one_and_spikes_vanish() {
    let two = MultiPolygon(vec![square(0.0, 0.0, 10.0).0[0].clone(), square(10.0, 0.0, 10.0).0[0].clone()]);
    let topology = build(&[two]);
    assert_eq!((topology.polygons_of(DistrictIx(0)).count(), topology.surface(DistrictIx(0))), (1, 200.0));
    assert_eq!(topology.perimeter(DistrictIx(0)), 60.0);
    let spike = plain(&[[0.0, 0.0], [10.0, 0.0], [10.0, 5.0], [30.0, 5.0], [10.0, 5.0], [10.0, 10.0], [0.0, 10.0]]);
    let topology = build(&[spike]);
    assert_eq!((topology.surface(DistrictIx(0)), topology.perimeter(DistrictIx(0))), (100.0, 40.0));
}

/// A file may list a hole and the part that fills it under one key; both count, and the border between them vanishes.
#[test]
fn a_part_that_fills_a_hole_of_its_own_district_is_no_repeated_ring() {
    let donut =
        Polygon::new(square(0.0, 0.0, 10.0).0.remove(0).into_inner().0, vec![ring(&[[4.0, 4.0], [6.0, 4.0], [6.0, 6.0], [4.0, 6.0]])]);
    let filler = square(4.0, 4.0, 2.0).0.remove(0);
    for parts in [vec![donut.clone(), filler.clone()], vec![filler.clone(), donut.clone()]] {
        let built = Topology::build(&[MultiPolygon(parts)], 0.5);
        assert_eq!((built.topology.surface(DistrictIx(0)), built.troubles), (100.0, vec![]));
        assert_eq!((built.topology.perimeter(DistrictIx(0)), built.topology.polygon(DistrictIx(0)).0.len()), (40.0, 1));
    }
    let twice = Topology::build(&[MultiPolygon(vec![donut.clone(), donut])], 0.5);
    assert_eq!(twice.topology.surface(DistrictIx(0)), 96.0);
    assert_eq!(twice.troubles.iter().map(|it| it.kind).collect::<Vec<_>>(), [TroubleKind::RingRepeated; 2]);
}

#[test]
fn a_district_with_an_enclave_has_a_hole_and_a_neighbour() {
    let hole = [[4.0, 4.0], [6.0, 4.0], [6.0, 6.0], [4.0, 6.0]];
    let host = MultiPolygon(vec![Polygon::new(square(0.0, 0.0, 10.0).0[0].exterior().clone(), vec![ring(&hole)])]);
    let topology = build(&[host, plain(&hole), MultiPolygon(vec![])]);
    assert_eq!(rook(&topology), [(0, 1)]);
    assert_eq!([topology.surface(DistrictIx(0)), topology.surface(DistrictIx(1))], [96.0, 4.0]);
    assert_eq!([topology.perimeter(DistrictIx(0)), topology.perimeter(DistrictIx(1))], [48.0, 8.0]);
    assert_eq!(topology.polygon(DistrictIx(0)).0[0].interiors().len(), 1);
    assert_eq!(topology.district_count(), 3);
    assert_eq!((topology.surface(DistrictIx(2)), topology.district_bounds(DistrictIx(2))), (0.0, None));
    assert_eq!(topology.label_point(DistrictIx(2)), None);
    assert!(topology.arcs_of(DistrictIx(9)).is_empty() && topology.neighbours(DistrictIx(9)).is_empty());
}

#[test]
fn a_ring_of_a_million_vertices_is_no_trouble() {
    let count = 1_000_000;
    let point = |at: usize| {
        let angle = std::f64::consts::TAU * at as f64 / count as f64;
        let radius = 10_000.0 * (1.0 + 0.3 * (angle * 997.0).sin());
        [radius * angle.cos(), radius * angle.sin()]
    };
    let round: Vec<_> = (0..count).map(point).collect();
    let topology = build(&[plain(&round)]);
    assert_eq!((topology.arc_count(), topology.point_count()), (1, count + 1));
    assert!(topology.label_point(DistrictIx(0)).is_some());
}

proptest! {
    /// Any polygons at all on a coarse lattice, so that vertices, edges and rings coincide in every way.
    #[test]
    fn no_mess_breaks_the_books(rings in prop::collection::vec(prop::collection::vec((0_u8..7, 0_u8..7), 0..9), 0..12)) {
        let boundaries: Vec<MultiPolygon<f64>> = rings.chunks(2).map(|pair| {
            let line = |ring: &[(u8, u8)]| ring.iter().map(|&(x, y)| [f64::from(x), f64::from(y)]).collect::<Vec<_>>();
            let holes = pair[1..].iter().map(|it| self::ring(&line(it))).collect();
            MultiPolygon(vec![Polygon::new(self::ring(&line(&pair[0])), holes)])
        }).collect();
        for tolerance in [0.0, 0.5, f64::NAN, f64::INFINITY] {
            let topology = Topology::build(&boundaries, tolerance).topology;
            check_books(&topology)?;
            prop_assert_eq!(topology.district_count(), boundaries.len());
        }
        let far = boundaries.iter().map(|it| geo::Scale::scale_xy(it, 1e5, 1e5)).collect::<Vec<_>>();
        check_books(&synthetic_shake(&far))?;
    }
}

fn synthetic_shake(boundaries: &[MultiPolygon<f64>]) -> Topology {
    build(&synthetic::dirty(boundaries, 3))
}

/// Every ring is closed, every arc is used once on either side, outlines of all fit together.
fn check_books(topology: &Topology) -> Result<(), TestCaseError> {
    let mut uses = vec![[0, 0]; topology.arc_count()];
    for district in topology.districts() {
        for ring in topology.polygons_of(district).flat_map(|it| it.rings()) {
            let points = topology.ring_points(ring);
            prop_assert_eq!(points.first(), points.last());
        }
        for used in topology.arcs_of(district) {
            uses[used.arc.index()][usize::from(used.reversed)] += 1;
            let arc = topology.arc(used.arc);
            prop_assert_eq!(if used.reversed { arc.right } else { arc.left }, Some(district));
            prop_assert!(topology.across(*used) != Some(district));
        }
        for it in topology.neighbours(district) {
            prop_assert!(topology.neighbours(it.district).iter().any(|back| back.district == district));
        }
    }
    for ((_, arc), uses) in topology.arcs().zip(uses) {
        prop_assert_eq!(uses, [1, i32::from(arc.right.is_some())]);
    }
    let all: Vec<DistrictIx> = topology.districts().collect();
    let whole = crate::geometry::outline::outline(topology, &all, |_| true);
    let open = topology.arcs().filter(|(_, arc)| arc.right.is_none()).count();
    prop_assert_eq!(whole.rings.iter().map(Vec::len).sum::<usize>(), open);
    let rings: usize = whole.polygons.iter().map(|it| 1 + it.holes.len()).sum();
    prop_assert_eq!(rings, whole.rings.len());
    Ok(())
}

#[test]
fn in_an_unclean_map_districts_up_to_a_metre_apart_meet_half_way() {
    let row = |gaps: [f64; 2]| {
        let second = 1_000.0 + gaps[0];
        with_frame(vec![square(0.0, 0.0, 1_000.0), square(second, 0.0, 1_000.0), square(second + 1_000.0 + gaps[1], 0.0, 1_000.0)])
    };
    assert_eq!(rook(&build(&row([0.3, 0.8]))), [(0, 1), (1, 2)]);
    assert_eq!(rook(&build(&row([0.0, 0.8]))), [(0, 1)], "in a clean map the gap is a true one");
    assert_eq!(rook(&build(&row([0.3, 1.2]))), [(0, 1)]);
    let built = Topology::build(&row([0.3, 0.8]), 0.5);
    assert!(built.troubles.iter().all(|it| it.extent <= 0.5), "nothing moves farther than the tolerance: {:?}", built.troubles);
}

/// A ring with so many teeth, `step` apart and 10 km long.
fn comb(teeth: usize, step: f64) -> MultiPolygon<f64> {
    let tooth = |it: usize| [[it as f64 * step, 0.0], [(it as f64 + 0.5) * step, 10_000.0]];
    let end = [[teeth as f64 * step, -500.0], [0.0, -500.0]];
    plain(&(0..teeth).flat_map(tooth).chain(end).collect::<Vec<_>>())
}

// The maps below took minutes and more while the work grew with the square of what lies in one place.

#[test]
fn a_comb_with_fine_teeth_is_read_in_one_go() {
    for step in [0.35, 3.5] {
        let topology = build(&[comb(20_000, step)]);
        assert_eq!(topology.point_count(), 40_003);
        let label = topology.label_point(DistrictIx(0)).unwrap();
        assert!(label[1] < 10_000.0 && topology.district_count() == 1);
    }
}

#[test]
fn a_vertex_on_the_back_of_a_comb_is_found_in_the_crowd() {
    let foot = plain(&[[1_000.0, -500.0], [0.0, -500.0], [0.0, -900.0], [1_000.0, -900.0]]);
    let topology = build(&[comb(3_000, 1.0), foot]);
    assert_eq!(rook(&topology), [(0, 1)]);
    assert_eq!(topology.neighbours(DistrictIx(0))[0].shared_length, 1_000.0);
}

#[test]
fn the_same_polygon_a_thousand_times_is_told_and_no_more() {
    let built = Topology::build(&vec![square(0.0, 0.0, 700.0); 1_000], 0.5);
    assert!(built.troubles.iter().all(|it| it.kind == TroubleKind::Overlap));
    assert_eq!((built.topology.district_count(), built.troubles.len()), (1_000, 10_000));
}

#[test]
fn slivers_that_cross_in_a_bundle_are_told_and_no_more() {
    let sliver = |it: usize| {
        let (low, high) = ((it * 37 % 2_000) as f64 * 0.035, 50_000.0 + it as f64 * 1.1);
        plain(&[[low, 0.0], [14_000.0, high], [14_000.0, high + 1.1]])
    };
    let built = Topology::build(&(0..2_000).map(sliver).collect::<Vec<_>>(), 0.5);
    assert!(built.troubles.iter().any(|it| it.kind == TroubleKind::Overlap));
    assert!(built.topology.districts().all(|it| !built.topology.arcs_of(it).is_empty()));
}

#[test]
fn three_thousand_districts_round_a_point_are_all_queens() {
    let spoke = |it: usize| {
        let angle = it as f64 / 3_000.0 * std::f64::consts::TAU;
        [60_000.0 * angle.cos(), 60_000.0 * angle.sin()]
    };
    let spokes: Vec<_> = (0..3_000).map(|it| plain(&[[0.0, 0.0], spoke(it), spoke((it + 1) % 3_000)])).collect();
    let topology = build(&spokes);
    assert_eq!((topology.rook_pairs().count(), topology.queen_pair_count()), (3_000, 3_000 * 2_999 / 2));
}

/// The two outer borders of a flat map that two districts share were taken for one border drawn twice: one district lost all
/// its ground, the other's surface came out negative, on a clean map.
#[test]
fn a_flat_rectangle_cut_along_its_diagonal_keeps_both_halves() {
    for (length, height) in [(10_000.0, 1_000.0), (4_000.0, 1_000.0), (10_000.0, 3_000.0), (1_000.0, 1_000.0), (1_000.0, 4.0)] {
        let lower = plain(&[[0.0, 0.0], [length, 0.0], [length, height]]);
        let upper = plain(&[[0.0, 0.0], [length, height], [0.0, height]]);
        let built = Topology::build(&[lower, upper], 0.5);
        assert_eq!(built.troubles, [], "{length} × {height}");
        let surfaces = [0, 1].map(|it| built.topology.surface(DistrictIx(it)));
        assert_eq!(surfaces, [length * height / 2.0; 2], "{length} × {height}");
        assert_eq!(rook(&built.topology), [(0, 1)]);
    }
}
