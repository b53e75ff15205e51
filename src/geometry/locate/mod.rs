//! Locate: which district lies under the cursor, and which ones a brush, a lasso or a rectangle takes.
//!
//! **Promise.** A point on a common border belongs to exactly one of the two districts. Where districts lie on
//! top of each other, the smallest is found, so that an enclave drawn over its host can be reached.
//! **Not here.** Brushes on the screen: all lengths are metres of the map.
//! **How.** An R-tree of rectangles finds the few districts near, stripes of edges (`bands`) decide in each.

mod bands;
mod region;

use std::sync::OnceLock;

use rstar::primitives::{GeomWithData, Rectangle};
use rstar::{AABB, RTree};

use self::bands::{Bands, Edge};
pub use self::region::{Lasso, Region};
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
    boxes: RTree<GeomWithData<Rectangle<Point>, u32>>,
    topology: Topology,
    /// The shape of each district in `bands`; districts without boundary have none.
    shape_of: Vec<Option<u32>>,
    bands: Bands,
    centres: Vec<OnceLock<Option<Point>>>,
}

impl Locator {
    /// Sort the borders for finding. Cloning the topology shares its points.
    pub fn new(topology: &Topology) -> Self {
        let placed = topology.districts().filter_map(|it| Some((it, topology.district_bounds(it)?)));
        let boxes = placed.clone().map(|(district, bounds)| GeomWithData::new(Rectangle::from_corners(bounds.min, bounds.max), district.0));
        let boxes = RTree::bulk_load(boxes.collect());
        let shapes = placed.clone().map(|(district, bounds)| (topology.edges_of(district), bounds));
        let bands = Bands::of(shapes, |edge| topology.edge(edge));
        let mut shape_of = vec![None; topology.district_count()];
        for (shape, (district, _)) in placed.enumerate() {
            shape_of[district.index()] = Some(shape as u32);
        }
        let centres = vec![OnceLock::new(); topology.district_count()];
        Self { boxes, topology: topology.clone(), shape_of, bands, centres }
    }

    /// The district at a place; `None` outside of all.
    pub fn district_at(&self, point: Point) -> Option<DistrictIx> {
        if !(point[0].is_finite() && point[1].is_finite()) {
            return None;
        }
        let near = self.boxes.locate_all_at_point(&point).map(|it| DistrictIx(it.data));
        let here = near.filter(|&district| self.holds(district, point));
        here.min_by(|&a, &b| self.topology.surface(a).total_cmp(&self.topology.surface(b)).then(a.cmp(&b)))
    }

    /// Whether a place lies in a district (even-odd rule over all its rings).
    pub fn holds(&self, district: DistrictIx, point: Point) -> bool {
        self.shape(district).is_some_and(|shape| self.bands.hold(shape, point, |it| self.edge(it)))
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
        let near = self.boxes.locate_in_envelope_intersecting(&envelope).map(|it| DistrictIx(it.data));
        let taken = near.filter(|&district| match rule {
            Rule::Touch => self.touches(district, region, bounds),
            Rule::Centre => self.centre(district).is_some_and(|it| region.holds(it)),
            Rule::HalfSurface => self.share_in(district, region, bounds) >= 0.5,
        });
        let mut taken: Vec<DistrictIx> = taken.collect();
        taken.sort_unstable();
        taken
    }

    /// The label point of a district, kept once it was asked for.
    pub fn centre(&self, district: DistrictIx) -> Option<Point> {
        *self.centres.get(district.index())?.get_or_init(|| self.topology.label_point(district))
    }

    fn shape(&self, district: DistrictIx) -> Option<usize> {
        self.shape_of.get(district.index()).copied().flatten().map(|it| it as usize)
    }

    fn edge(&self, number: u32) -> Edge {
        self.topology.edge(number)
    }

    fn touches(&self, district: DistrictIx, region: &Region, bounds: Bounds) -> bool {
        let Some(shape) = self.shape(district) else {
            return false;
        };
        let near = self.bands.between(shape, bounds.min[1], bounds.max[1]);
        near.iter().any(|&edge| region.meets(self.edge(edge))) || region.any_point().is_some_and(|it| self.holds(district, it))
    }

    /// Which share of the district's surface lies in the region, by evenly spaced horizontal lines.
    fn share_in(&self, district: DistrictIx, region: &Region, around: Bounds) -> f64 {
        const LINES: u32 = 64;
        let (Some(shape), Some(bounds)) = (self.shape(district), self.topology.district_bounds(district)) else {
            return 0.0;
        };
        let (mut own, mut theirs, mut whole, mut common) = (Vec::new(), Vec::new(), 0.0, 0.0);
        for line in 0..LINES {
            let y = bounds.min[1] + bounds.height() * (f64::from(line) + 0.5) / f64::from(LINES);
            self.bands.cut(shape, y, |it| self.edge(it), &mut own);
            whole += length(&own);
            if around.min[1] <= y && y <= around.max[1] {
                region.cut(y, &mut theirs);
                common += common_length(&own, &theirs);
            }
        }
        if whole > 0.0 { common / whole } else { 0.0 }
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
