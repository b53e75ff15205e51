//! What was wrong with the boundaries, and what was done about it.

use crate::geometry::{DistrictIx, Point};

/// One thing that was wrong: what, whose, where, and how large.
#[derive(Debug, Clone, PartialEq)]
pub struct Trouble {
    /// What was wrong or was repaired.
    pub kind: TroubleKind,
    /// The districts concerned, in order, each once.
    pub districts: Vec<DistrictIx>,
    /// One place where it can be seen.
    pub place: Point,
    /// How large it is in metres (the longest move of a vertex, the width of a gap or of a stretch drawn twice); 0 where size says nothing.
    pub extent: f64,
}

/// The kinds of trouble. The first three are repairs, the others tell what stays as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TroubleKind {
    /// Vertices of different districts lay within the tolerance and became one.
    Snapped {
        /// How many vertices moved.
        count: u32,
    },
    /// Vertices lay within the tolerance on an edge of another district, which now runs through them.
    Inserted {
        /// How many vertices were added to edges.
        count: u32,
    },
    /// Two districts drew the same stretch of border with different vertices; both now follow the finer drawing.
    MismatchedEdges {
        /// How many stretches were brought together.
        count: u32,
    },
    /// A narrow strip between districts belongs to nobody.
    Gap,
    /// A place belongs to more than one district.
    Overlap,
    /// The boundary of a district crosses itself.
    SelfIntersection,
    /// A ring of fewer than three different points encloses nothing and was left out.
    RingCollapsed,
    /// A ring that the district has twice was left out once.
    RingRepeated,
    /// A hole reaches out of its polygon and was left out.
    HoleOutside,
    /// A coordinate is no number or lies outside of any plane; its ring was left out.
    NotAPlace,
}
