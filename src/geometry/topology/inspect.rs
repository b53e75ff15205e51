//! Inspect: what is still wrong once everything within the tolerance is mended.
//!
//! **Promise.** The search is bounded: on a map where nothing fits, the first troubles are told, and the program goes on.

use std::collections::BTreeMap;

use super::crossing::crossings;
use super::slabs::Slabs;
use super::trouble::{Trouble, TroubleKind};
use super::{ArcIx, ArcUse, DistrictIx, GoOn, Point, Topology, plane};
use crate::geometry::outline::{self, Wedge};

/// A hole in the coverage counts as a gap while it is, on average, narrower than so many tolerances; a wider one is
/// taken for what it looks like: a lake, or a town that is not part of the map.
const NARROW: f64 = 20.0;
/// So many edges are looked at to find overlaps.
const BUDGET: usize = 20_000_000;
/// So many troubles of a kind are told.
const MOST: usize = 10_000;

/// Gaps, overlaps and crossings of a topology; nothing where it was stopped.
pub(super) fn inspect(topology: &Topology, tolerance_m: f64, go_on: &GoOn<'_>) -> Option<Vec<Trouble>> {
    go_on(0.9).then_some(())?;
    let open: Vec<ArcIx> = topology.arcs().filter(|(_, arc)| arc.right.is_none()).map(|(number, _)| number).collect();
    let mut troubles = gaps(topology, &open, tolerance_m);
    let mut places = Places::default();
    overlaps(topology, &open, tolerance_m, &mut places, go_on)?;
    go_on(0.98).then_some(())?;
    for crossing in crossings(topology, MOST) {
        let districts = crossing.arcs.map(|arc| [topology.arc(arc).left, topology.arc(arc).right]);
        let common = districts[0].into_iter().flatten().find(|it| districts[1].contains(&Some(*it)));
        let key = match (common, districts[0][0], districts[1][0]) {
            (Some(district), _, _) => (TroubleKind::SelfIntersection, vec![district]),
            (None, Some(one), Some(other)) => (TroubleKind::Overlap, vec![one.min(other), one.max(other)]),
            _ => continue,
        };
        places.add(key, crossing.place, 0.0);
    }
    troubles.extend(places.troubles());
    Some(troubles)
}

/// What was found, once per kind and districts.
#[derive(Default)]
struct Places {
    found: BTreeMap<(TroubleKind, Vec<DistrictIx>), (Point, f64)>,
}

impl Places {
    fn add(&mut self, key: (TroubleKind, Vec<DistrictIx>), place: Point, extent: f64) {
        if !self.full() || self.found.contains_key(&key) {
            self.found.entry(key).or_insert((place, 0.0)).1 += extent;
        }
    }

    fn full(&self) -> bool {
        self.found.len() >= MOST
    }

    fn troubles(self) -> impl Iterator<Item = Trouble> {
        let trouble = |((kind, districts), (place, extent))| Trouble { kind, districts, place, extent };
        self.found.into_iter().map(trouble)
    }
}

/// Narrow holes in the coverage, each with its mean width.
fn gaps(topology: &Topology, open: &[ArcIx], tolerance_m: f64) -> Vec<Trouble> {
    let border = open.iter().map(|&arc| ArcUse { arc, reversed: false }).collect();
    let mut troubles = Vec::new();
    for ring in outline::stitch(topology, border, Wedge::Outside) {
        let area = -topology.ring_area(&ring);
        let length: f64 = ring.iter().map(|used| topology.arc(used.arc).length).sum();
        let width = 2.0 * area / length;
        if 0.0 < area && width <= NARROW * tolerance_m && troubles.len() < MOST {
            let mut districts: Vec<DistrictIx> = ring.iter().filter_map(|used| topology.arc(used.arc).left).collect();
            districts.sort_unstable();
            districts.dedup();
            let place = topology.arc_points(ring[0].arc)[0];
            troubles.push(Trouble { kind: TroubleKind::Gap, districts, place, extent: width });
        }
    }
    troubles
}

/// So many samples are looked at before somebody is asked whether to go on.
const AT_ONCE: usize = 256;

/// Where the district beside an open arc lies on top of another one; `None` where it was stopped.
fn overlaps(topology: &Topology, open: &[ArcIx], tolerance_m: f64, places: &mut Places, go_on: &GoOn<'_>) -> Option<()> {
    let slabs = Slabs::of(topology);
    let mut budget = BUDGET;
    for (number, &arc) in open.iter().enumerate() {
        if number % AT_ONCE == 0 {
            go_on(0.9 + 0.08 * (number as f32 / open.len() as f32)).then_some(())?;
        }
        let Some(own) = topology.arc(arc).left else { continue };
        let Some(sample) = beside(topology.arc_points(arc), tolerance_m) else { continue };
        for near in slabs.near(sample).filter(|it| it.district != own) {
            if places.full() {
                return Some(());
            }
            let Some(left) = budget.checked_sub(near.cost()) else { return Some(()) };
            budget = left;
            if near.holds(sample) {
                let key = (TroubleKind::Overlap, vec![own.min(near.district), own.max(near.district)]);
                places.add(key, sample, topology.arc(arc).length);
            }
        }
    }
    Some(())
}

/// A point just left of the middle of the longest edge: inside the arc's district.
fn beside(points: &[Point], tolerance_m: f64) -> Option<Point> {
    let length = |pair: &&[Point]| plane::distance_squared(pair[0], pair[1]);
    let longest = points.windows(2).max_by(|a, b| length(a).total_cmp(&length(b)))?;
    let (a, b) = (longest[0], longest[1]);
    let length = plane::distance(a, b);
    let aside = (tolerance_m / 2.0).min(length / 100.0) / length;
    let sample = [(a[0] + b[0]) / 2.0 - aside * (b[1] - a[1]), (a[1] + b[1]) / 2.0 + aside * (b[0] - a[0])];
    (sample[0].is_finite() && sample[1].is_finite()).then_some(sample)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use geo::{LineString, MultiPolygon, Polygon};
    use proptest::prelude::*;

    use super::*;

    fn polygon(points: &[(i16, i16)]) -> MultiPolygon<f64> {
        let ring = points.iter().map(|(x, y)| (f64::from(*x) / 7.0, f64::from(*y) / 3.0)).collect::<Vec<_>>();
        MultiPolygon::new(vec![Polygon::new(LineString::from(ring), vec![])])
    }

    fn holds(topology: &Topology, district: DistrictIx, point: Point) -> bool {
        let crossed = topology.edges_of(district).map(|edge| topology.edge(edge));
        crossed.filter(|[a, b]| plane::ray_crosses(point, *a, *b)).count() % 2 == 1
    }

    /// Every open arc against every other district.
    fn one_by_one(topology: &Topology, open: &[ArcIx], tolerance_m: f64) -> Places {
        let mut places = Places::default();
        for &arc in open {
            let (Some(own), Some(sample)) = (topology.arc(arc).left, beside(topology.arc_points(arc), tolerance_m)) else { continue };
            for other in topology.districts().filter(|&it| it != own && holds(topology, it, sample)) {
                let key = (TroubleKind::Overlap, vec![own.min(other), own.max(other)]);
                places.add(key, sample, topology.arc(arc).length);
            }
        }
        places
    }

    /// What is found with slabs is what is found without, to the last bit.
    fn same_as_one_by_one(boundaries: &[MultiPolygon<f64>]) -> usize {
        let topology = Topology::build(boundaries, 0.5).topology;
        let open: Vec<ArcIx> = topology.arcs().filter(|(_, arc)| arc.right.is_none()).map(|(number, _)| number).collect();
        let mut places = Places::default();
        overlaps(&topology, &open, 0.5, &mut places, &|_| true).unwrap();
        let expected = one_by_one(&topology, &open, 0.5);
        assert_eq!(places.found, expected.found);
        places.found.len()
    }

    /// Thin ones that run aslant, on top of each other.
    fn slivers(count: u32, apart: f64) -> Vec<MultiPolygon<f64>> {
        let ring = |number: u32| {
            let aside = f64::from(number * 7_919 % 1_000) / 10.0;
            let far = f64::from(number) * apart;
            LineString::from(vec![(aside, 0.0), (20_000.0, 50_000.0 + far), (20_000.0, 50_001.0 + far), (aside, 0.0)])
        };
        (0..count).map(|it| MultiPolygon::new(vec![Polygon::new(ring(it), vec![])])).collect()
    }

    #[test]
    fn a_bundle_of_slivers_has_the_overlaps_that_it_has() {
        assert!(same_as_one_by_one(&slivers(60, 1.0)) > 50);
    }

    /// Building could not be stopped before it was done.
    #[test]
    fn building_stops_when_told_and_is_asked_often_enough() {
        let boundaries = slivers(60, 1.0);
        let asked = std::cell::Cell::new(0);
        let shares = std::cell::RefCell::new(Vec::new());
        let count = |share: f32| {
            asked.set(asked.get() + 1);
            shares.borrow_mut().push(share);
            true
        };
        let built = Topology::build_while(&boundaries, 0.5, &count).unwrap();
        assert_eq!(built.troubles, Topology::build(&boundaries, 0.5).troubles);
        assert!(asked.get() >= 8 && shares.borrow().is_sorted(), "{shares:?}");
        for patience in 0..asked.get() {
            let left = std::cell::Cell::new(patience);
            let stops = |_: f32| left.replace(left.get() - 1) > 0;
            assert!(Topology::build_while(&boundaries, 0.5, &stops).is_none(), "{patience}");
            assert_eq!(left.get(), -1, "it is asked no more once it is told to stop");
        }
    }

    /// Two thousand slivers looked at some twenty million edges.
    #[test]
    fn a_point_in_a_bundle_of_slivers_meets_few_of_them() {
        let topology = Topology::build(&slivers(400, 100.0), 0.5).topology;
        let slabs = Slabs::of(&topology);
        let points: Vec<Point> = topology.arcs().filter_map(|(arc, _)| beside(topology.arc_points(arc), 0.5)).collect();
        let met: usize = points.iter().map(|&it| slabs.near(it).map(|it| it.cost()).sum::<usize>()).sum();
        let all: usize = topology.districts().map(|it| topology.edges_of(it).count()).sum();
        assert!(met < points.len() * all / 8, "{met} edges for {} points of {all}", points.len());
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

        #[test]
        fn overlaps_are_those_of_one_by_one(
            shapes in proptest::collection::vec(proptest::collection::vec((-900..900_i16, -900..900_i16), 3..9), 2..12),
        ) {
            same_as_one_by_one(&shapes.iter().map(|it| polygon(it)).collect::<Vec<_>>());
        }

        /// Points on the lines between slabs and on corners too.
        #[test]
        fn slabs_hold_what_districts_hold(
            shapes in proptest::collection::vec(proptest::collection::vec((-9..9_i16, -900..900_i16), 3..7), 1..5),
            at in proptest::collection::vec((-9..9_i16, -900..900_i16), 1..20),
        ) {
            let topology = Topology::build(&shapes.iter().map(|it| polygon(it)).collect::<Vec<_>>(), 0.0).topology;
            let slabs = Slabs::of(&topology);
            for (x, y) in at {
                let point = [f64::from(x) / 7.0, f64::from(y) / 3.0];
                let mut found: Vec<DistrictIx> = slabs.near(point).filter(|it| it.holds(point)).map(|it| it.district).collect();
                found.sort_unstable();
                prop_assert_eq!(found, topology.districts().filter(|&it| holds(&topology, it, point)).collect::<Vec<_>>());
            }
        }
    }
}
