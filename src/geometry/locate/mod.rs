//! Locate: which district lies under the cursor, and which ones a brush, a lasso or a rectangle takes.
//!
//! **Promise.** A point on a common border belongs to exactly one of the two districts. Where districts lie on
//! top of each other, the smallest is found, so that an enclave drawn over its host can be reached.
//! **Not here.** Brushes on the screen: all lengths are metres of the map.
//! **How.** A grid (`cells`) finds the few rectangles over a place, an R-tree those near a region; stripes of edges (`bands`)
//! decide in each.

mod bands;
mod cells;
mod region;
mod sites;
#[cfg(test)]
mod tests;

use std::sync::OnceLock;

use rstar::primitives::{GeomWithData, Rectangle};
use rstar::{AABB, RTree};

use self::bands::{Bands, Edge};
use self::cells::Cells;
use self::region::Cover;
pub use self::region::{Lasso, Region};
pub use self::sites::Site;
use super::topology::Topology;
use super::{Bounds, DistrictIx, Point};

/// When a district counts as taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Rule {
    /// As soon as the region touches it.
    #[default]
    Touch,
    /// When its label point lies in the region.
    Centre,
    /// When at least half of its surface does (measured along 64 lines, to about one percent).
    HalfSurface,
}

/// Finds districts by place. Holds what it needs of the topology, so it may outlive it.
#[derive(Debug)]
pub struct Locator {
    boxes: RTree<GeomWithData<Rectangle<Point>, Piece>>,
    topology: Topology,
    /// The first piece of each district and, at the end, the number of all.
    pieces: Vec<u32>,
    /// The district of each piece.
    district_of: Vec<DistrictIx>,
    bounds: Vec<Bounds>,
    cells: Cells,
    bands: Bands,
    centres: Vec<OnceLock<Option<Point>>>,
    sites: sites::Sites,
}

/// One polygon of a district: districts with distant parts would else be near everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Piece {
    district: DistrictIx,
    shape: u32,
}

impl Locator {
    /// Sort the borders for finding. Cloning the topology shares its points.
    pub fn new(topology: &Topology) -> Self {
        let (mut pieces, mut shapes, mut bounds) = (vec![0], Vec::new(), Vec::new());
        for polygon in topology.districts().flat_map(|district| topology.polygons_of(district).map(move |it| (district, it))) {
            let edges = topology.edges_along(polygon.1.arcs());
            let around = Bounds::of(edges.clone().flat_map(|it| topology.edge(it)));
            if let Some(around) = around {
                pieces.resize(polygon.0.index() + 1, shapes.len() as u32);
                shapes.push((polygon.0, edges));
                bounds.push(around);
            }
        }
        pieces.resize(topology.district_count() + 1, shapes.len() as u32);
        let boxes = shapes.iter().zip(&bounds).enumerate().map(|(shape, ((district, _), it))| {
            GeomWithData::new(Rectangle::from_corners(it.min, it.max), Piece { district: *district, shape: shape as u32 })
        });
        let boxes = RTree::bulk_load(boxes.collect());
        let edges = shapes.iter().zip(&bounds).map(|((_, edges), around)| (edges.clone(), *around));
        let bands = Bands::of(edges, |edge| topology.edge(edge));
        let cells = Cells::of(&bounds);
        let district_of = shapes.iter().map(|it| it.0).collect();
        let centres = vec![OnceLock::new(); topology.district_count()];
        Self { boxes, topology: topology.clone(), pieces, district_of, bounds, cells, bands, centres, sites: sites::Sites::default() }
    }

    /// The district at a place; `None` outside of all.
    pub fn district_at(&self, point: Point) -> Option<DistrictIx> {
        if !(point[0].is_finite() && point[1].is_finite()) {
            return None;
        }
        let here = self.cells.at(point).filter(|shape| self.bands.hold(*shape, point, |it| self.edge(it)));
        let surface = |district: DistrictIx| self.topology.surface(district);
        here.filter_map(|it| self.district_of.get(it).copied()).min_by(|&a, &b| surface(a).total_cmp(&surface(b)).then(a.cmp(&b)))
    }

    /// Whether a place lies in a district.
    pub fn holds(&self, district: DistrictIx, point: Point) -> bool {
        self.shapes_of(district).any(|shape| self.bounds[shape].contains(point) && self.bands.hold(shape, point, |it| self.edge(it)))
    }

    /// The districts that a round brush touches on its way from `a` to `b`, in order.
    pub fn touching_capsule(&self, a: Point, b: Point, radius_m: f64) -> Vec<DistrictIx> {
        self.taken(&Region::Capsule { a, b, radius_m }, Rule::Touch)
    }

    /// The districts whose label point lies in the lasso, in order.
    pub fn centre_in_polygon(&self, ring: &[Point]) -> Vec<DistrictIx> {
        self.taken(&Region::Lasso(Lasso::of(ring)), Rule::Centre)
    }

    /// The districts that the lasso touches, in order.
    pub fn touching_polygon(&self, ring: &[Point]) -> Vec<DistrictIx> {
        self.taken(&Region::Lasso(Lasso::of(ring)), Rule::Touch)
    }

    /// The districts that the rectangle touches, in order.
    pub fn touching_rect(&self, bounds: Bounds) -> Vec<DistrictIx> {
        self.taken(&Region::Rect(bounds), Rule::Touch)
    }

    /// The districts that a region takes by a rule, in order.
    pub fn taken(&self, region: &Region, rule: Rule) -> Vec<DistrictIx> {
        let Some(bounds) = region.bounds() else {
            return Vec::new();
        };
        let envelope = AABB::from_corners(bounds.min, bounds.max);
        let near = self.boxes.locate_in_envelope_intersecting(&envelope).map(|it| it.data);
        let mut taken: Vec<DistrictIx> = match rule {
            Rule::Touch => near.filter(|piece| self.touches(piece.shape as usize, region, bounds)).map(|it| it.district).collect(),
            _ => near.map(|it| it.district).collect(),
        };
        taken.sort_unstable();
        taken.dedup();
        match rule {
            Rule::Touch => {}
            Rule::Centre => taken.retain(|&it| self.centre(it).is_some_and(|it| region.holds(it))),
            Rule::HalfSurface => taken.retain(|&it| self.share_in(it, region, bounds) >= 0.5),
        }
        taken
    }

    /// The districts of which a round brush has covered at least half on its whole way, as far as its last leg can have made it
    /// so; in order. How many points the way is told in makes no difference.
    pub fn half_under_track(&self, track: &[Point], radius_m: f64) -> Vec<DistrictIx> {
        let Some((&to, before)) = track.split_last() else { return Vec::new() };
        let from = before.last().copied().unwrap_or(to);
        let mut taken = self.touching_capsule(from, to, radius_m);
        taken.retain(|&district| {
            let Some(around) = self.topology.district_bounds(district) else { return false };
            let legs = if before.is_empty() { vec![[to, to]] } else { track.windows(2).map(|leg| [leg[0], leg[1]]).collect() };
            let near = |leg: &[Point; 2]| Bounds::of(*leg).is_some_and(|it| it.grown(radius_m).meets(&around));
            let region = Region::Track { legs: legs.into_iter().filter(near).collect(), radius_m };
            region.bounds().is_some_and(|it| self.share_in(district, &region, it) >= 0.5)
        });
        taken
    }

    /// The label point of a district, kept once it was asked for.
    pub fn centre(&self, district: DistrictIx) -> Option<Point> {
        *self.centres.get(district.index())?.get_or_init(|| self.topology.label_point(district))
    }

    fn shapes_of(&self, district: DistrictIx) -> std::ops::Range<usize> {
        let at = |index: usize| self.pieces.get(index).map_or(0, |&it| it as usize);
        at(district.index())..at(district.index() + 1)
    }

    fn edge(&self, number: u32) -> Edge {
        self.topology.edge(number)
    }

    fn touches(&self, shape: usize, region: &Region, around: Bounds) -> bool {
        match region.covers(self.bounds[shape]) {
            Cover::Nothing => false,
            Cover::Whole => true,
            Cover::Part => {
                let near = self.bands.between(shape, around.min[1], around.max[1]);
                near.iter().any(|&edge| region.meets(self.edge(edge)))
                    || region.any_point().is_some_and(|it| self.bands.hold(shape, it, |it| self.edge(it)))
            }
        }
    }

    /// Which share of the district's surface lies in the region, by evenly spaced horizontal lines.
    fn share_in(&self, district: DistrictIx, region: &Region, around: Bounds) -> f64 {
        let (mut whole, mut common) = (0.0, 0.0);
        for shape in self.shapes_of(district) {
            let (surface, share) = self.piece_in(shape, region, around);
            whole += surface;
            common += surface * share;
        }
        if whole > 0.0 { common / whole } else { 0.0 }
    }

    /// The surface of one piece (as measured along the lines) and which share of it lies in the region.
    fn piece_in(&self, shape: usize, region: &Region, around: Bounds) -> (f64, f64) {
        const LINES: u32 = 64;
        let bounds = self.bounds[shape];
        let (mut own, mut theirs, mut whole, mut common) = (Vec::new(), Vec::new(), 0.0, 0.0);
        let cover = region.covers(bounds);
        for line in 0..LINES {
            let y = bounds.min[1] + bounds.height() * (f64::from(line) + 0.5) / f64::from(LINES);
            self.bands.cut(shape, y, |it| self.edge(it), &mut own);
            whole += length(&own);
            if cover == Cover::Part && around.min[1] <= y && y <= around.max[1] {
                region.cut(y, &mut theirs);
                common += common_length(&own, &theirs);
            }
        }
        let share = match cover {
            Cover::Nothing => 0.0,
            Cover::Whole => 1.0,
            Cover::Part => common / whole,
        };
        let surface = whole * bounds.height() / f64::from(LINES);
        if surface > 0.0 { (surface, share) } else { (0.0, 0.0) }
    }
}

/// Sum of the lengths of stretches given by pairs of ends.
fn length(ends: &[f64]) -> f64 {
    ends.chunks_exact(2).map(|pair| pair[1] - pair[0]).sum()
}

/// Length of what two lists of stretches, both in order, have in common.
fn common_length(one: &[f64], other: &[f64]) -> f64 {
    let (mut one, mut other, mut sum) = (one.chunks_exact(2).peekable(), other.chunks_exact(2).peekable(), 0.0);
    while let (Some(a), Some(b)) = (one.peek(), other.peek()) {
        sum += (a[1].min(b[1]) - a[0].max(b[0])).max(0.0);
        if a[1] < b[1] {
            one.next()
        } else {
            other.next()
        };
    }
    sum
}
