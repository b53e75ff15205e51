//! Topology: the borders of all districts, each stored once as an arc that knows who lies on either side.
//!
//! **Promise.** A clean coverage keeps every coordinate to the last bit; an unclean one is mended within the
//! stated tolerance and says so in [`Trouble`]s. No district gets lost: one without a usable boundary has no arcs.
//! Districts drawn on top of each other (the same polygon twice) are both kept: the first shares the borders
//! with the neighbours, the other has a border of its own with nobody outside, and both are told as [`TroubleKind::Overlap`].
//! **Not here.** Areas of several districts: see [`super::outline`] and [`super::shape`].
//! **How.** Vertices are numbered ([`intake`]), opposite steps paired ([`twins`]), loose ends mended
//! (`mend`), and stretches between nodes woven into arcs ([`weave`]); all in time proportional to the vertices.

mod building;
mod crossing;
mod inspect;
mod intake;
mod label;
mod meeting;
mod mend;
mod slabs;
#[cfg(test)]
mod tests;
mod trouble;
mod twins;
mod weave;

use std::sync::Arc as Shared;

use geo::MultiPolygon;

pub use building::GoOn;
pub use trouble::{Trouble, TroubleKind};

use super::{Arc, ArcIx, ArcUse, Bounds, DistrictIx, Neighbour, Point, plane};

/// A topology, and what was wrong with the boundaries it was made of.
#[derive(Debug, Clone)]
pub struct Built {
    /// The borders.
    pub topology: Topology,
    /// Repairs and what could not be repaired, most serious kinds last.
    pub troubles: Vec<Trouble>,
    /// The tolerance used, in metres: the wanted one, or less where the whole map is only a few metres wide.
    pub tolerance_m: f64,
}

/// Borders as arcs, districts as lists of arcs.
#[derive(Debug, Clone, Default)]
pub struct Topology {
    arcs: Vec<Arc>,
    arc_start: Shared<[u32]>,
    points: Shared<[Point]>,
    nodes: u32,
    uses: Vec<ArcUse>,
    ring_start: Vec<u32>,
    polygon_start: Vec<u32>,
    district_start: Vec<u32>,
    neighbours: Vec<Neighbour>,
    neighbour_start: Vec<u32>,
    surface: Vec<f64>,
    district_bounds: Vec<Option<Bounds>>,
}

/// One polygon of a district: its outer ring and its holes as lists of arcs.
#[derive(Debug, Clone, Copy)]
pub struct PolygonRings<'a> {
    topology: &'a Topology,
    first: usize,
    end: usize,
}

impl<'a> PolygonRings<'a> {
    /// The outer ring, counter-clockwise.
    pub fn outer(self) -> &'a [ArcUse] {
        self.topology.ring(self.first)
    }

    /// The holes, clockwise.
    pub fn holes(self) -> impl Iterator<Item = &'a [ArcUse]> {
        (self.first + 1..self.end).map(move |ring| self.topology.ring(ring))
    }

    /// The arcs of all rings.
    pub fn arcs(self) -> &'a [ArcUse] {
        let start = |ring: usize| self.topology.ring_start[ring] as usize;
        &self.topology.uses[start(self.first)..start(self.end)]
    }

    /// The outer ring first, then the holes.
    pub fn rings(self) -> impl Iterator<Item = &'a [ArcUse]> {
        (self.first..self.end).map(move |ring| self.topology.ring(ring))
    }
}

impl Topology {
    /// How many districts there are, those without boundary included.
    pub fn district_count(&self) -> usize {
        self.district_start.len().saturating_sub(1)
    }

    /// How many arcs there are.
    pub fn arc_count(&self) -> usize {
        self.arcs.len()
    }

    /// How many nodes there are: places where borders meet, and one on each ring that meets no other.
    pub fn node_count(&self) -> usize {
        self.nodes as usize
    }

    /// How many points all arcs have together.
    pub fn point_count(&self) -> usize {
        self.points.len()
    }

    /// All districts in order.
    pub fn districts(&self) -> impl Iterator<Item = DistrictIx> + Clone + use<> {
        (0..self.district_count() as u32).map(DistrictIx)
    }

    /// All arcs in order.
    pub fn arcs(&self) -> impl Iterator<Item = (ArcIx, Arc)> {
        self.arcs.iter().enumerate().map(|(number, &arc)| (ArcIx(number as u32), arc))
    }

    /// What an arc knows. Panics for an arc of another topology.
    pub fn arc(&self, arc: ArcIx) -> Arc {
        self.arcs[arc.index()]
    }

    /// The points of an arc, at least two; a closed arc repeats its first point at the end.
    pub fn arc_points(&self, arc: ArcIx) -> &[Point] {
        &self.points[self.arc_start[arc.index()] as usize..self.arc_start[arc.index() + 1] as usize]
    }

    /// The district on the other side of a border, seen from the boundary that runs along it.
    pub fn across(&self, used: ArcUse) -> Option<DistrictIx> {
        let arc = self.arcs[used.arc.index()];
        if used.reversed { arc.left } else { arc.right }
    }

    /// All arcs of a district, each once, ring by ring; none for an unknown district or one without boundary.
    pub fn arcs_of(&self, district: DistrictIx) -> &[ArcUse] {
        let polygons = self.polygon_range(district);
        let ring = |polygon: usize| self.polygon_start[polygon] as usize;
        if polygons.is_empty() {
            return &[];
        }
        let (first, end) = (ring(polygons.start), ring(polygons.end));
        &self.uses[self.ring_start[first] as usize..self.ring_start[end] as usize]
    }

    fn polygon_range(&self, district: DistrictIx) -> std::ops::Range<usize> {
        match (self.district_start.get(district.index()), self.district_start.get(district.index() + 1)) {
            (Some(&first), Some(&end)) => first as usize..end as usize,
            _ => 0..0,
        }
    }

    fn ring(&self, ring: usize) -> &[ArcUse] {
        &self.uses[self.ring_start[ring] as usize..self.ring_start[ring + 1] as usize]
    }

    /// The polygons of a district: its parts, each with an outer ring and holes.
    pub fn polygons_of(&self, district: DistrictIx) -> impl Iterator<Item = PolygonRings<'_>> {
        self.polygon_range(district).map(|polygon| {
            let ring = |polygon: usize| self.polygon_start[polygon] as usize;
            PolygonRings { topology: self, first: ring(polygon), end: ring(polygon + 1) }
        })
    }

    /// The points of a ring in order, the first repeated at the end.
    pub fn ring_points(&self, ring: &[ArcUse]) -> Vec<Point> {
        let mut points = Vec::new();
        for (number, &used) in ring.iter().enumerate() {
            points.extend(self.points_along(used).skip(usize::from(number > 0)));
        }
        points
    }

    /// The points of an arc in the order in which a boundary runs along it.
    pub fn points_along(&self, used: ArcUse) -> impl Iterator<Item = Point> {
        let points = self.arc_points(used.arc);
        let last = points.len() - 1;
        (0..points.len()).map(move |at| points[if used.reversed { last - at } else { at }])
    }

    /// The numbers of all edges of a district, for [`Topology::edge`].
    pub(super) fn edges_of(&self, district: DistrictIx) -> impl Iterator<Item = u32> + Clone {
        self.edges_along(self.arcs_of(district))
    }

    /// The numbers of all edges of some arcs, for [`Topology::edge`].
    pub(super) fn edges_along<'a>(&'a self, arcs: &'a [ArcUse]) -> impl Iterator<Item = u32> + Clone + 'a {
        arcs.iter().flat_map(|used| self.edges_of_arc(used.arc))
    }

    /// The numbers of the edges of an arc.
    fn edges_of_arc(&self, arc: ArcIx) -> std::ops::Range<u32> {
        self.arc_start[arc.index()]..self.arc_start[arc.index() + 1] - 1
    }

    /// The arc that an edge belongs to.
    fn arc_of_edge(&self, edge: u32) -> ArcIx {
        ArcIx(self.arc_start.partition_point(|&start| start <= edge) as u32 - 1)
    }

    /// An edge of an arc, run as the arc runs: both districts beside it see the very same numbers.
    pub(super) fn edge(&self, number: u32) -> [Point; 2] {
        [self.points[number as usize], self.points[number as usize + 1]]
    }

    /// Signed area of a ring in m², summed about a point of the ring.
    pub(super) fn ring_area(&self, ring: &[ArcUse]) -> f64 {
        let Some(origin) = ring.first().and_then(|&used| self.points_along(used).next()) else {
            return 0.0;
        };
        let doubled = ring.iter().map(|used| {
            let pairs = self.arc_points(used.arc).windows(2);
            let forth: f64 = pairs.map(|pair| plane::turn(origin, pair[0], pair[1])).sum();
            if used.reversed { -forth } else { forth }
        });
        doubled.sum::<f64>() / 2.0
    }

    /// The boundary of a district as polygons; empty for a district without boundary.
    pub fn polygon(&self, district: DistrictIx) -> MultiPolygon<f64> {
        let polygons = self.polygons_of(district).map(|polygon| {
            let line = |ring| geo::LineString::from(self.ring_points(ring));
            geo::Polygon::new(line(polygon.outer()), polygon.holes().map(line).collect())
        });
        MultiPolygon(polygons.collect())
    }

    /// The districts that share a stretch of border (rook), in order, with the shared length.
    pub fn neighbours(&self, district: DistrictIx) -> &[Neighbour] {
        let start = |index: usize| self.neighbour_start.get(index).map(|&it| it as usize);
        match (start(district.index()), start(district.index() + 1)) {
            (Some(first), Some(end)) => &self.neighbours[first..end],
            _ => &[],
        }
    }

    /// Planar surface in m², holes taken out; 0 for a district without boundary.
    pub fn surface(&self, district: DistrictIx) -> f64 {
        self.surface.get(district.index()).copied().unwrap_or(0.0)
    }

    /// Length of the boundary in metres, holes included.
    pub fn perimeter(&self, district: DistrictIx) -> f64 {
        self.arcs_of(district).iter().map(|used| self.arcs[used.arc.index()].length).sum()
    }

    /// The rectangle around all districts; `None` where no district has a boundary.
    pub fn bounds(&self) -> Option<Bounds> {
        self.district_bounds.iter().copied().flatten().reduce(Bounds::union)
    }

    /// The rectangle around a district; `None` where it has no boundary.
    pub fn district_bounds(&self, district: DistrictIx) -> Option<Bounds> {
        self.district_bounds.get(district.index()).copied().flatten()
    }
}
