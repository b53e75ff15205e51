//! Cut edges: pairs of neighbouring districts that a plan separates.

use crate::{
    analysis::assignment::Assignment,
    geometry::{DistrictIx, topology::Topology},
};

/// How many rook pairs are cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::analysis) struct CutEdges {
    /// Both sides assigned, to different areas.
    pub between_areas: usize,
    /// One side assigned, the other not.
    pub to_unassigned: usize,
}

impl CutEdges {
    /// All of a plan's.
    pub(in crate::analysis) fn of(topology: &Topology, assignment: &Assignment) -> Self {
        let mut cuts = Self::default();
        for (a, b) in topology.rook_pairs() {
            match Kind::of(assignment.label_of(a), assignment.label_of(b)) {
                Kind::Whole => {}
                Kind::Areas => cuts.between_areas += 1,
                Kind::Unassigned => cuts.to_unassigned += 1,
            }
        }
        cuts
    }

    /// After a district was put from one label to another; `assignment` already knows the new one.
    pub(in crate::analysis) fn moved(&mut self, topology: &Topology, assignment: &Assignment, district: DistrictIx, from: Option<usize>) {
        let to = assignment.label_of(district);
        for neighbour in topology.neighbours(district) {
            let there = assignment.label_of(neighbour.district);
            let (was, is) = (Kind::of(from, there), Kind::of(to, there));
            self.between_areas += usize::from(is == Kind::Areas);
            self.to_unassigned += usize::from(is == Kind::Unassigned);
            self.between_areas -= usize::from(was == Kind::Areas);
            self.to_unassigned -= usize::from(was == Kind::Unassigned);
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Whole,
    Areas,
    Unassigned,
}

impl Kind {
    fn of(a: Option<usize>, b: Option<usize>) -> Self {
        match (a, b) {
            (a, b) if a == b => Self::Whole,
            (Some(_), Some(_)) => Self::Areas,
            _ => Self::Unassigned,
        }
    }
}
