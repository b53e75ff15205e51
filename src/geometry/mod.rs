//! Geometry: where the districts lie and how they touch.
//!
//! Borders are stored once, as arcs that know the district on either side. Neighbours, outlines of
//! areas, shared border length, perimeter and drawing at any scale are bookkeeping on arcs.
//!
//! **Reading order.** [`topology`] (boundaries become arcs) → [`outline`] (districts become areas) →
//! [`shape`] (figures of an area) → [`locate`] (what lies under the cursor) → [`simplify`] (fewer points) →
//! [`projection`] (degrees become metres) → [`synthetic`] (coverages made for tests and benchmarks).
//! **Promise.** Nothing here panics or hangs, whatever the coordinates are; nothing is rounded to `f32`.
//! **Not here.** Names, keys, values, files, colours. A district is a number, given by its place in the list.

#[cfg(test)]
mod area_tests;
pub mod locate;
pub mod outline;
mod plane;
pub mod projection;
pub mod shape;
pub mod simplify;
#[cfg(test)]
mod simplify_tests;
pub mod synthetic;
pub mod topology;

/// A place in the plane: east and north in metres of the working coordinate system.
pub type Point = [f64; 2];

/// The number of a district: its place in the list of boundaries that the topology was built from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DistrictIx(pub u32);

impl DistrictIx {
    /// The number as an index into a list with one entry per district.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// The number of an arc: a stretch of border between two places where borders meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArcIx(pub u32);

impl ArcIx {
    /// The number as an index into a list with one entry per arc.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// An arc as a boundary runs along it. Followed this way, the inside of the boundary lies on the left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArcUse {
    /// Which arc.
    pub arc: ArcIx,
    /// Whether it is run from its last point to its first.
    pub reversed: bool,
}

/// What an arc knows: who lies on either side of it, how long it is, and which nodes it joins.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Arc {
    /// The district on the left hand of somebody walking from the first point to the last.
    pub left: Option<DistrictIx>,
    /// The district on the right hand; `None` is outside of all districts.
    pub right: Option<DistrictIx>,
    /// Length in metres.
    pub length: f64,
    /// The number of the node at the first point.
    pub from: u32,
    /// The number of the node at the last point; equals `from` where the arc is a closed ring.
    pub to: u32,
}

/// An upright rectangle, edges included.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    /// The south-west corner.
    pub min: Point,
    /// The north-east corner.
    pub max: Point,
}

impl Bounds {
    /// The smallest rectangle around the points; `None` without points.
    pub fn of(points: impl IntoIterator<Item = Point>) -> Option<Self> {
        points.into_iter().fold(None, |all, point| {
            let this = Self { min: point, max: point };
            Some(all.map_or(this, |all: Self| all.union(this)))
        })
    }

    /// The smallest rectangle around both.
    pub fn union(self, other: Self) -> Self {
        Self {
            min: [self.min[0].min(other.min[0]), self.min[1].min(other.min[1])],
            max: [self.max[0].max(other.max[0]), self.max[1].max(other.max[1])],
        }
    }

    /// The rectangle grown (or, below zero, shrunk) by so many metres on every side.
    pub fn grown(self, by: f64) -> Self {
        Self { min: [self.min[0] - by, self.min[1] - by], max: [self.max[0] + by, self.max[1] + by] }
    }

    /// Whether the point lies inside or on the edge.
    pub fn contains(&self, [x, y]: Point) -> bool {
        self.min[0] <= x && x <= self.max[0] && self.min[1] <= y && y <= self.max[1]
    }

    /// Whether the rectangles have at least one point in common.
    pub fn meets(&self, other: &Self) -> bool {
        self.min[0] <= other.max[0] && other.min[0] <= self.max[0] && self.min[1] <= other.max[1] && other.min[1] <= self.max[1]
    }

    /// Width from west to east in metres.
    pub fn width(&self) -> f64 {
        self.max[0] - self.min[0]
    }

    /// Height from south to north in metres.
    pub fn height(&self) -> f64 {
        self.max[1] - self.min[1]
    }

    /// The point in the middle.
    pub fn centre(&self) -> Point {
        [(self.min[0] + self.max[0]) / 2.0, (self.min[1] + self.max[1]) / 2.0]
    }
}

/// A district that shares a stretch of border, not just a corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Neighbour {
    /// Which district.
    pub district: DistrictIx,
    /// Length of the common border in metres, over all arcs.
    pub shared_length: f64,
}
