//! Outline: the border of an area, found by cancelling the arcs inside it.
//!
//! **Promise.** The cost grows with the arcs of the given districts, never with the map; no polygon is united
//! with another, so nothing can fail on slivers. Rings never visit a node twice: parts that touch in a
//! corner are separate, and so is a hole that touches the edge.
//! **Not here.** Figures of the area: see [`super::shape`].

use std::f64::consts::TAU;

use super::topology::Topology;
use super::{ArcUse, Bounds, DistrictIx, Point, plane};

/// The border of an area as rings of arcs, the inside on the left.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Outline {
    /// Closed lists of arcs, outer rings and holes mixed.
    pub rings: Vec<Vec<ArcUse>>,
    /// Which ring is an outer one, and which holes lie in it.
    pub polygons: Vec<OutlinePolygon>,
}

/// One polygon as places in a list of rings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutlinePolygon {
    /// The place of the outer ring.
    pub outer: usize,
    /// The places of the holes in it.
    pub holes: Vec<usize>,
}

/// The outline of the districts. `inside` says whether a neighbour belongs to the area too; for a whole area
/// give all its districts and the test for them. Duplicate and unknown districts are ignored.
pub fn outline(topology: &Topology, districts: &[DistrictIx], inside: impl Fn(DistrictIx) -> bool) -> Outline {
    let rings = stitch(topology, border(topology, districts, inside), Wedge::Inside);
    let slices: Vec<&[ArcUse]> = rings.iter().map(Vec::as_slice).collect();
    let polygons = group(topology, &slices);
    Outline { polygons, rings }
}

/// The arcs of the districts with nobody of the area across, in order, each once.
pub(super) fn border(topology: &Topology, districts: &[DistrictIx], inside: impl Fn(DistrictIx) -> bool) -> Vec<ArcUse> {
    let all = districts.iter().flat_map(|&district| topology.arcs_of(district));
    let kept = all.filter(|&&used| !topology.across(used).is_some_and(&inside));
    let mut kept: Vec<ArcUse> = kept.copied().collect();
    if !districts.is_sorted_by(|a, b| a < b) {
        let mut seen = std::collections::HashSet::new();
        kept.retain(|used| seen.insert(*used));
    }
    kept
}

/// Which corner a ring keeps to where several meet in a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wedge {
    /// The corner on the left: rings around what is inside.
    Inside,
    /// The corner on the right: rings around what is outside.
    Outside,
}

/// Join arcs end to end into closed rings.
pub(super) fn stitch(topology: &Topology, border: Vec<ArcUse>, wedge: Wedge) -> Vec<Vec<ArcUse>> {
    let mut leaving: Vec<(u32, u32)> = border.iter().enumerate().map(|(at, &used)| (ends(topology, used).0, at as u32)).collect();
    leaving.sort_unstable();
    let used = vec![false; border.len()];
    let mut stitcher = Stitcher { topology, border, wedge, leaving, used, rings: Vec::new() };
    for first in 0..stitcher.border.len() {
        if !stitcher.used[first] {
            stitcher.follow(first);
        }
    }
    stitcher.rings
}

/// The nodes a boundary comes from and goes to when it runs along an arc.
fn ends(topology: &Topology, used: ArcUse) -> (u32, u32) {
    let arc = topology.arc(used.arc);
    if used.reversed { (arc.to, arc.from) } else { (arc.from, arc.to) }
}

struct Stitcher<'a> {
    topology: &'a Topology,
    border: Vec<ArcUse>,
    wedge: Wedge,
    /// Node and place in `border` of each arc that leaves it, in order.
    leaving: Vec<(u32, u32)>,
    used: Vec<bool>,
    rings: Vec<Vec<ArcUse>>,
}

impl Stitcher<'_> {
    fn follow(&mut self, first: usize) {
        let (mut at, mut path) = (first, Vec::new());
        loop {
            self.used[at] = true;
            path.push(self.border[at]);
            match self.next(at) {
                Some(next) => at = next,
                None => break,
            }
        }
        self.split(path);
    }

    /// The free arc that leaves where this one ends; among several, the one that keeps to the same district's corner.
    fn next(&self, at: usize) -> Option<usize> {
        let node = ends(self.topology, self.border[at]).1;
        let begin = self.leaving.partition_point(|&(from, _)| from < node);
        let here = self.leaving[begin..].iter().take_while(|&&(from, _)| from == node);
        let mut free = here.map(|&(_, next)| next as usize).filter(|&next| !self.used[next]);
        let only = free.next()?;
        if free.clone().next().is_none() {
            return Some(only);
        }
        let back = self.heading(self.border[at], true);
        let turn_to = |next: &usize| {
            let clockwise = back - self.heading(self.border[*next], false);
            let turn = if self.wedge == Wedge::Inside { clockwise } else { -clockwise };
            let turn = turn.rem_euclid(TAU);
            if turn <= 0.0 { TAU } else { turn }
        };
        std::iter::once(only).chain(free).min_by(|a, b| turn_to(a).total_cmp(&turn_to(b)))
    }

    /// The direction of the first step out of an arc's start or, looking back, of its end.
    fn heading(&self, used: ArcUse, from_end: bool) -> f64 {
        let points = self.topology.arc_points(used.arc);
        let (here, there) =
            if used.reversed == from_end { (points[0], points[1]) } else { (points[points.len() - 1], points[points.len() - 2]) };
        (there[1] - here[1]).atan2(there[0] - here[0])
    }

    /// Cut a path that comes back to a node into rings that do not.
    fn split(&mut self, path: Vec<ArcUse>) {
        let mut open: Vec<ArcUse> = Vec::with_capacity(path.len());
        let mut place: std::collections::HashMap<u32, usize> = std::collections::HashMap::new();
        for used in path {
            let (from, to) = ends(self.topology, used);
            place.insert(from, open.len());
            open.push(used);
            if let Some(&begin) = place.get(&to) {
                let ring = open.split_off(begin);
                for &gone in &ring {
                    place.remove(&ends(self.topology, gone).0);
                }
                self.rings.push(ring);
            }
        }
        if !open.is_empty() {
            self.rings.push(open); // cannot happen while every node is left as often as it is reached
        }
    }
}

/// Tell outer rings from holes, and give each hole the smallest outer ring around it.
pub(super) fn group(topology: &Topology, rings: &[&[ArcUse]]) -> Vec<OutlinePolygon> {
    let areas: Vec<f64> = rings.iter().map(|ring| topology.ring_area(ring)).collect();
    let mut polygons: Vec<OutlinePolygon> =
        (0..rings.len()).filter(|&ring| areas[ring] > 0.0).map(|outer| OutlinePolygon { outer, holes: vec![] }).collect();
    if polygons.is_empty() {
        let largest = (0..rings.len()).max_by(|&a, &b| areas[a].abs().total_cmp(&areas[b].abs()));
        polygons.extend(largest.map(|outer| OutlinePolygon { outer, holes: vec![] }));
    }
    let mut outer = vec![false; rings.len()];
    polygons.iter().for_each(|it| outer[it.outer] = true);
    let holes: Vec<usize> = (0..rings.len()).filter(|&ring| !outer[ring]).collect();
    if holes.is_empty() {
        return polygons;
    }
    if let [only] = polygons.as_mut_slice() {
        only.holes = holes;
        return polygons;
    }
    let bounds: Vec<Option<Bounds>> = polygons.iter().map(|it| ring_bounds(topology, rings[it.outer])).collect();
    for hole in holes {
        let around = (0..polygons.len()).filter(|&at| {
            let outer = rings[polygons[at].outer];
            areas[polygons[at].outer] >= areas[hole].abs() && holds(topology, outer, bounds[at], rings[hole])
        });
        let smallest = around.min_by(|&a, &b| areas[polygons[a].outer].total_cmp(&areas[polygons[b].outer]));
        let home = smallest.unwrap_or(0);
        polygons[home].holes.push(hole);
    }
    polygons
}

fn ring_bounds(topology: &Topology, ring: &[ArcUse]) -> Option<Bounds> {
    Bounds::of(ring.iter().flat_map(|used| topology.arc_points(used.arc)).copied())
}

/// Whether the hole lies in the outer ring, judged by the middle of one of its steps.
fn holds(topology: &Topology, outer: &[ArcUse], bounds: Option<Bounds>, hole: &[ArcUse]) -> bool {
    let Some(point) = hole.first().and_then(|used| middle(topology.arc_points(used.arc))) else {
        return false;
    };
    bounds.is_some_and(|it| it.contains(point)) && ring_holds(topology, outer, point)
}

fn middle(points: &[Point]) -> Option<Point> {
    let pair = points.windows(2).next()?;
    Some([(pair[0][0] + pair[1][0]) / 2.0, (pair[0][1] + pair[1][1]) / 2.0])
}

/// Whether a point lies in a ring (even-odd rule).
pub(super) fn ring_holds(topology: &Topology, ring: &[ArcUse], point: Point) -> bool {
    let crossings = ring.iter().flat_map(|used| topology.arc_points(used.arc).windows(2));
    crossings.filter(|pair| plane::ray_crosses(point, pair[0], pair[1])).count() % 2 == 1
}

impl Outline {
    /// The outline as polygons for files; empty where the area is.
    pub fn to_multi_polygon(&self, topology: &Topology) -> geo::MultiPolygon<f64> {
        let line = |ring: usize| geo::LineString::from(topology.ring_points(&self.rings[ring]));
        let polygons = self
            .polygons
            .iter()
            .map(|polygon| geo::Polygon::new(line(polygon.outer), polygon.holes.iter().map(|&hole| line(hole)).collect()));
        geo::MultiPolygon(polygons.collect())
    }

    /// Length of the outline in metres, holes included.
    pub fn length(&self, topology: &Topology) -> f64 {
        self.rings.iter().flatten().map(|used| topology.arc(used.arc).length).sum()
    }
}
