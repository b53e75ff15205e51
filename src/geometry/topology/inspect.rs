//! Inspect: what is still wrong once everything within the tolerance is mended.
//!
//! **Promise.** The search is bounded: on a map where nothing fits, the first troubles are told, and the program goes on.

use std::collections::BTreeMap;

use rstar::primitives::{GeomWithData, Rectangle};
use rstar::{AABB, RTree};

use super::crossing::crossings;
use super::trouble::{Trouble, TroubleKind};
use super::{ArcIx, ArcUse, DistrictIx, Point, Topology, plane};
use crate::geometry::outline::{self, Wedge};

/// A hole in the coverage counts as a gap while it is, on average, narrower than so many tolerances; a wider one is
/// taken for what it looks like: a lake, or a town that is not part of the map.
const NARROW: f64 = 20.0;
/// So many edges are looked at to find overlaps.
const BUDGET: usize = 20_000_000;
/// So many troubles of a kind are told.
const MOST: usize = 10_000;

/// Gaps, overlaps and crossings of a topology.
pub(super) fn inspect(topology: &Topology, tolerance_m: f64) -> Vec<Trouble> {
    let open: Vec<ArcIx> = topology.arcs().filter(|(_, arc)| arc.right.is_none()).map(|(number, _)| number).collect();
    let mut troubles = gaps(topology, &open, tolerance_m);
    let mut places = Places::default();
    overlaps(topology, &open, tolerance_m, &mut places);
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
    troubles
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

/// Where the district beside an open arc lies on top of another one.
fn overlaps(topology: &Topology, open: &[ArcIx], tolerance_m: f64, places: &mut Places) {
    let boxes = topology.districts().filter_map(|district| {
        let bounds = topology.district_bounds(district)?;
        Some(GeomWithData::new(Rectangle::from_corners(bounds.min, bounds.max), district))
    });
    let boxes = RTree::bulk_load(boxes.collect());
    let mut budget = BUDGET;
    for &arc in open {
        let Some(own) = topology.arc(arc).left else { continue };
        let Some(sample) = beside(topology.arc_points(arc), tolerance_m) else { continue };
        let near = boxes.locate_in_envelope_intersecting(&AABB::from_point(sample)).map(|it| it.data);
        for other in near.filter(|&it| it != own) {
            if places.full() {
                return;
            }
            let Some(left) = budget.checked_sub(topology.edges_of(other).count()) else { return };
            budget = left;
            if holds(topology, other, sample) {
                let key = (TroubleKind::Overlap, vec![own.min(other), own.max(other)]);
                places.add(key, sample, topology.arc(arc).length);
            }
        }
    }
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

fn holds(topology: &Topology, district: DistrictIx, point: Point) -> bool {
    let crossed = topology.edges_of(district).map(|edge| topology.edge(edge));
    crossed.filter(|[a, b]| plane::ray_crosses(point, *a, *b)).count() % 2 == 1
}
