//! Slabs: which districts hold a point, where districts may lie on top of each other.
//!
//! A district that fills its rectangle is found by it. A thin one that runs aslant leaves nearly all of it empty, and a bundle of such
//! has the same rectangle: those are cut into slabs from south to north, each with a rectangle and the edges of its own.
//!
//! **Promise.** The districts found are exactly those that an odd number of whose edges a ray to the east crosses. Room for a few
//! entries per edge.

use std::ops::Range;

use rstar::primitives::{GeomWithData, Rectangle};
use rstar::{AABB, RTree};

use super::{Bounds, DistrictIx, Point, Topology, plane};

/// No district is cut into more slabs.
const MOST: f64 = 64.0;
/// A slab pays where it spares so many edges.
const EDGES_IN_SLAB: f64 = 256.0;
/// A district that fills less of its rectangle than one in so many is cut.
const FILLS: f64 = 4.0;

/// The edges of a district, or of a slab of it.
#[derive(Clone)]
enum Edges {
    All,
    Some(Range<usize>),
}

/// The slabs of all districts.
pub(super) struct Slabs<'a> {
    topology: &'a Topology,
    boxes: RTree<GeomWithData<Rectangle<Point>, (DistrictIx, Edges)>>,
    edges: Vec<u32>,
}

impl<'a> Slabs<'a> {
    /// Of all districts that have a boundary.
    pub(super) fn of(topology: &'a Topology) -> Self {
        let (mut boxes, mut edges) = (Vec::new(), Vec::new());
        for district in topology.districts() {
            let Some(bounds) = topology.district_bounds(district) else { continue };
            let count = count(topology, district, bounds);
            if count < 2 {
                boxes.push(GeomWithData::new(Rectangle::from_corners(bounds.min, bounds.max), (district, Edges::All)));
                continue;
            }
            for (slab, numbers) in cut(topology, district, bounds, count) {
                let begin = edges.len();
                edges.extend(numbers);
                let data = (district, Edges::Some(begin..edges.len()));
                boxes.push(GeomWithData::new(Rectangle::from_corners(slab.min, slab.max), data));
            }
        }
        Self { topology, boxes: RTree::bulk_load(boxes), edges }
    }

    /// What may hold the point: districts, each with how many edges have to be looked at.
    pub(super) fn near(&self, point: Point) -> impl Iterator<Item = Near<'_>> {
        let found = self.boxes.locate_in_envelope_intersecting(&AABB::from_point(point));
        found.map(|it| Near { district: it.data.0, slabs: self, edges: &it.data.1 })
    }
}

/// A district that may hold a point.
pub(super) struct Near<'a> {
    /// Which.
    pub district: DistrictIx,
    slabs: &'a Slabs<'a>,
    edges: &'a Edges,
}

impl Near<'_> {
    /// How many edges have to be looked at.
    pub(super) fn cost(&self) -> usize {
        match self.edges {
            Edges::All => self.slabs.topology.edges_of(self.district).count(),
            Edges::Some(range) => range.len(),
        }
    }

    /// Whether the district holds the point.
    pub(super) fn holds(&self, point: Point) -> bool {
        let topology = self.slabs.topology;
        let crosses = |edge: &u32| {
            let [a, b] = topology.edge(*edge);
            plane::ray_crosses(point, a, b)
        };
        let crossed = match self.edges {
            Edges::All => topology.edges_of(self.district).filter(crosses).count(),
            Edges::Some(range) => self.slabs.edges.get(range.clone()).unwrap_or_default().iter().filter(|it| crosses(it)).count(),
        };
        crossed % 2 == 1
    }
}

/// Into how many slabs a district is cut: by how little of its rectangle it fills, and by how many edges it has; but no more than
/// there is room for.
fn count(topology: &Topology, district: DistrictIx, bounds: Bounds) -> usize {
    let (edges, rise) = topology.edges_of(district).fold((0.0, 0.0), |(count, rise), it| {
        let [a, b] = topology.edge(it);
        (count + 1.0, rise + (a[1] - b[1]).abs())
    });
    let empty = bounds.width() * bounds.height() / (FILLS * topology.surface(district).abs());
    let wanted = if empty.is_nan() { 1.0 } else { empty.max(edges / EDGES_IN_SLAB) };
    let affordable = (3.0 * edges + MOST * 4.0) * bounds.height() / rise;
    let count = wanted.min(MOST).min(affordable);
    if count.is_finite() { count as usize } else { 1 }
}

/// The slabs of a district from south to north: the rectangle of what runs through each, a little more rather than less, and the
/// edges that do.
fn cut(topology: &Topology, district: DistrictIx, bounds: Bounds, count: usize) -> impl Iterator<Item = (Bounds, Vec<u32>)> + use<> {
    let (south, height) = (bounds.min[1], bounds.height() / count as f64);
    let slack = 1e-6 * (bounds.width() + height);
    let row = |y: f64| (((y - south) / height).max(0.0) as usize).min(count - 1);
    let mut slabs = vec![(None::<(f64, f64)>, Vec::new()); count];
    for number in topology.edges_of(district) {
        let [a, b] = topology.edge(number);
        let (low, high) = if a[1] <= b[1] { (a, b) } else { (b, a) };
        let at = |y: f64| low[0] + ((y - low[1]) / (high[1] - low[1])).clamp(0.0, 1.0) * (high[0] - low[0]);
        // one slab more on either side: where a slab ends, rounding decides
        for (place, slab) in slabs.iter_mut().enumerate().take(row(high[1]) + 2).skip(row(low[1]).saturating_sub(1)) {
            let foot = south + height * place as f64;
            let ends = [at(foot - slack), at(foot + height + slack)];
            let (west, east) =
                if high[1] > low[1] { (ends[0].min(ends[1]), ends[0].max(ends[1])) } else { (a[0].min(b[0]), a[0].max(b[0])) };
            slab.0 = Some(slab.0.map_or((west, east), |(from, to)| (from.min(west), to.max(east))));
            slab.1.push(number);
        }
    }
    let rectangle = move |place: usize, (west, east): (f64, f64)| {
        // a point on the line between two slabs belongs to the northern one, and only to that
        let foot = |place: usize| south + height * place as f64;
        let head = if place + 1 < count { foot(place + 1).next_down() } else { bounds.max[1] };
        Bounds { min: [west - slack, foot(place)], max: [east + slack, head] }
    };
    slabs.into_iter().enumerate().filter_map(move |(place, (span, edges))| Some((rectangle(place, span?), edges)))
}
