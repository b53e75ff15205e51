//! Topology: the borders of all districts, each stored once as an arc that knows who lies on either side.
//!
//! **Promise.** A clean coverage keeps every coordinate to the last bit; an unclean one is mended within the
//! stated tolerance and says so in [`Trouble`]s. No district gets lost: one without a usable boundary has no arcs.
//! Districts drawn on top of each other (the same polygon twice) are both kept: the first shares the borders
//! with the neighbours, the other has a border of its own with nobody outside, and both are told as [`TroubleKind::Overlap`].
//! **Not here.** Areas of several districts: see [`super::outline`] and [`super::shape`].
//! **How.** Vertices are numbered ([`intake`]), opposite steps paired ([`twins`]), loose ends mended
//! (`mend`), and stretches between nodes woven into arcs ([`weave`]); all in time proportional to the vertices.

mod crossing;
mod inspect;
mod intake;
mod label;
mod mend;
mod slabs;
#[cfg(test)]
mod tests;
mod trouble;
mod twins;
mod weave;

use std::sync::Arc as Shared;

use geo::MultiPolygon;

pub use trouble::{Trouble, TroubleKind};

use super::outline;
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

/// Whoever waits: hears the share that is done, 0 to 1, and says whether to go on.
pub type GoOn<'a> = dyn Fn(f32) -> bool + 'a;

impl Topology {
    /// Build the topology; boundary `i` belongs to `DistrictIx(i)` and may be empty.
    ///
    /// `tolerance_m`: vertices and edges of different districts that are at most this far apart are meant to meet.
    /// It is lowered to a ten-thousandth of the map's diagonal where that is less, so that maps in
    /// unknown small units keep their shape.
    pub fn build(boundaries: &[MultiPolygon<f64>], tolerance_m: f64) -> Built {
        let nothing = || Built { topology: Self::default(), troubles: Vec::new(), tolerance_m };
        Self::build_while(boundaries, tolerance_m, &|_| true).unwrap_or_else(nothing) // nobody stops it
    }

    /// The same while `go_on` says so, which hears the share that is done; `None` if it was stopped. It is asked between the steps,
    /// and within those that take long on a map where little fits.
    pub fn build_while(boundaries: &[MultiPolygon<f64>], tolerance_m: f64, go_on: &GoOn<'_>) -> Option<Built> {
        let mut intake = intake::take_in(boundaries);
        let tolerance_m = fitting_tolerance(&intake.places, tolerance_m);
        go_on(0.2).then_some(())?;
        let sides = mend::mend(&mut intake, tolerance_m, go_on)?;
        go_on(0.6).then_some(())?;
        let woven = weave::weave(sides, &intake.places);
        go_on(0.8).then_some(())?;
        let topology = Self::of(woven, boundaries.len());
        let mut troubles = intake.troubles;
        troubles.extend(inspect::inspect(&topology, tolerance_m, go_on)?);
        troubles.sort_by_key(|it| it.kind);
        Some(Built { topology, troubles, tolerance_m })
    }

    fn of(woven: weave::Woven, districts: usize) -> Self {
        let weave::Woven { arcs, arc_start, points, rings, uses, nodes } = woven;
        let mut topology = Self { arcs, arc_start: arc_start.into(), points: points.into(), nodes, ..Self::default() };
        topology.sort_rings(&rings, &uses, districts);
        topology.measure();
        topology.meet_neighbours();
        topology
    }

    /// Put the rings in the order district, polygon, outer ring before holes.
    fn sort_rings(&mut self, rings: &[weave::WovenRing], uses: &[ArcUse], districts: usize) {
        let mut order: Vec<usize> = (0..rings.len()).collect();
        order.sort_by_key(|&ring| rings[ring].district);
        (self.ring_start, self.polygon_start, self.district_start) = (vec![0], vec![0], vec![0]);
        let mut rest = order.as_slice();
        for district in 0..districts as u32 {
            let mine = rest.iter().take_while(|&&ring| rings[ring].district == district).count();
            let (own, others) = rest.split_at(mine);
            rest = others;
            let own: Vec<&[ArcUse]> = own.iter().map(|&ring| &uses[rings[ring].uses.clone()]).collect();
            self.add_district(&own);
        }
    }

    fn add_district(&mut self, rings: &[&[ArcUse]]) {
        for polygon in outline::group(self, rings) {
            for &ring in std::iter::once(&polygon.outer).chain(&polygon.holes) {
                self.uses.extend_from_slice(rings[ring]);
                self.ring_start.push(self.uses.len() as u32);
            }
            self.polygon_start.push(self.ring_start.len() as u32 - 1);
        }
        self.district_start.push(self.polygon_start.len() as u32 - 1);
    }

    fn measure(&mut self) {
        let districts = || (0..self.district_count() as u32).map(DistrictIx);
        let surface = districts().map(|district| {
            let rings = self.polygons_of(district).flat_map(PolygonRings::rings);
            rings.map(|ring| self.ring_area(ring)).sum()
        });
        let (surface, bounds) = (surface.collect(), districts().map(|it| self.find_bounds(it)).collect());
        (self.surface, self.district_bounds) = (surface, bounds);
    }

    fn find_bounds(&self, district: DistrictIx) -> Option<Bounds> {
        Bounds::of(self.arcs_of(district).iter().flat_map(|used| self.arc_points(used.arc)).copied())
    }

    fn meet_neighbours(&mut self) {
        self.neighbour_start = vec![0];
        let mut met: Vec<(DistrictIx, f64)> = Vec::new();
        for district in (0..self.district_count() as u32).map(DistrictIx) {
            met.clear();
            met.extend(
                self.arcs_of(district)
                    .iter()
                    .filter_map(|&used| self.across(used).map(|other| (other, self.arcs[used.arc.index()].length))),
            );
            met.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
            let begin = self.neighbours.len();
            for &(district, length) in &met {
                match self.neighbours[begin..].last_mut() {
                    Some(last) if last.district == district => last.shared_length += length,
                    _ => self.neighbours.push(Neighbour { district, shared_length: length }),
                }
            }
            self.neighbour_start.push(self.neighbours.len() as u32);
        }
    }

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

    /// All pairs of districts that share a stretch of border, each once, the smaller number first, in order.
    pub fn rook_pairs(&self) -> impl Iterator<Item = (DistrictIx, DistrictIx)> {
        self.districts().flat_map(|district| {
            let later = self.neighbours(district).iter().filter(move |it| district < it.district);
            later.map(move |it| (district, it.district))
        })
    }

    /// All pairs of districts that share a stretch of border or a corner, each once, in order.
    pub fn queen_pairs(&self) -> Vec<(DistrictIx, DistrictIx)> {
        let mut pairs = Vec::new();
        self.each_meeting(|one, others| pairs.extend(others.iter().map(|&other| (one, other))));
        pairs
    }

    /// How many pairs [`Topology::queen_pairs`] has, counted without making them: a thousand districts round one point are
    /// half a million pairs.
    pub fn queen_pair_count(&self) -> usize {
        let mut count = 0;
        self.each_meeting(|_, others| count += others.len());
        count
    }

    /// Name each district, in order, with the later ones that it shares a border or a corner with, in order too.
    fn each_meeting(&self, mut name: impl FnMut(DistrictIx, &[DistrictIx])) {
        let stars = self.stars();
        let mut corners: Vec<(DistrictIx, usize, usize)> = Vec::with_capacity(stars.len());
        for star in stars.chunk_by(|a, b| a.0 == b.0) {
            let (begin, end) = (corners.len(), corners.len() + star.len());
            corners.extend((begin..end).zip(star).map(|(at, &(_, district))| (district, at + 1, end)));
        }
        corners.sort_unstable();
        let mut met = vec![None; self.district_count()];
        let mut others: Vec<DistrictIx> = Vec::new();
        for own in corners.chunk_by(|a, b| a.0 == b.0) {
            others.clear();
            for &(one, from, to) in own {
                let later = stars[from..to].iter().map(|it| it.1);
                others.extend(later.filter(|it| met[it.index()].replace(one) != Some(one)));
            }
            others.sort_unstable();
            name(own[0].0, &others);
        }
    }

    /// Each node with each district that meets there, in order.
    fn stars(&self) -> Vec<(u32, DistrictIx)> {
        let mut stars: Vec<(u32, DistrictIx)> = Vec::with_capacity(4 * self.arcs.len());
        for arc in &self.arcs {
            for district in [arc.left, arc.right].into_iter().flatten() {
                stars.extend([(arc.from, district), (arc.to, district)]);
            }
        }
        stars.sort_unstable();
        stars.dedup();
        stars
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

/// A ten-thousandth of the map's diagonal is the most that two districts may be apart and yet meet.
fn fitting_tolerance(places: &[Point], wanted: f64) -> f64 {
    let diagonal = Bounds::of(places.iter().copied()).map_or(0.0, |it| plane::distance(it.min, it.max));
    let wanted = if wanted.is_finite() { wanted.max(0.0) } else { 0.0 };
    wanted.min(diagonal * 1e-4)
}
