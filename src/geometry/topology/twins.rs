//! Twins: each stretch from vertex to vertex finds the district on its other side.
//!
//! A *side* is one step of a ring, from one vertex to the next, with the ring's district on its left.
//! Two sides that run the same step in opposite directions are twins: one border seen from both sides.

use super::intake::Rings;

/// Stands for "no side".
pub(super) const NONE: u32 = u32::MAX;

/// All sides: number `i` is the step that begins at `rings.vertex[i]`.
pub(super) struct Sides {
    /// The vertex each side begins at.
    pub from: Vec<u32>,
    /// The side that follows in the ring.
    pub next: Vec<u32>,
    /// The side on the other hand of the border, or [`NONE`].
    pub twin: Vec<u32>,
    /// The district on the left.
    pub district: Vec<u32>,
    /// Where the list of sides that begin at a vertex starts in `starting`.
    offset: Vec<u32>,
    starting: Vec<u32>,
}

impl Sides {
    /// Find all twins. Where more than two sides claim the same step, the districts that come first are
    /// paired; the others keep a side without twin, and their border.
    pub(super) fn of(rings: &Rings, places: usize) -> Self {
        let (next, district) = chain(rings);
        let (offset, starting) = by_origin(&rings.vertex, places);
        let twin = vec![NONE; rings.vertex.len()];
        let mut sides = Self { from: rings.vertex.clone(), next, twin, district, offset, starting };
        for side in 0..sides.from.len() as u32 {
            sides.pair(side);
        }
        sides
    }

    fn pair(&mut self, side: u32) {
        if self.twin[side as usize] != NONE {
            return;
        }
        let (from, to) = (self.from[side as usize], self.to(side));
        let free = |&other: &u32| self.twin[other as usize] == NONE && self.to(other) == from && other != side;
        if let Some(other) = self.starting_at(to).iter().copied().find(free) {
            self.twin[side as usize] = other;
            self.twin[other as usize] = side;
        }
    }

    /// The vertex a side ends at.
    pub(super) fn to(&self, side: u32) -> u32 {
        self.from[self.next[side as usize] as usize]
    }

    /// The sides that begin at a vertex.
    pub(super) fn starting_at(&self, vertex: u32) -> &[u32] {
        let vertex = vertex as usize;
        &self.starting[self.offset[vertex] as usize..self.offset[vertex + 1] as usize]
    }

    /// The sides with nobody on their right hand.
    pub(super) fn open(&self) -> impl Iterator<Item = u32> {
        (0..self.twin.len() as u32).filter(|&side| self.twin[side as usize] == NONE)
    }
}

/// The following side and the district of each side.
fn chain(rings: &Rings) -> (Vec<u32>, Vec<u32>) {
    let mut next: Vec<u32> = (1..=rings.vertex.len() as u32).collect();
    let mut district = Vec::with_capacity(rings.vertex.len());
    for ring in 0..rings.count() {
        let range = rings.range(ring);
        next[range.end - 1] = range.start as u32;
        district.resize(range.end, rings.district[ring]);
    }
    (next, district)
}

/// Counting sort of the sides by the vertex they begin at; within a vertex in rising order.
fn by_origin(from: &[u32], places: usize) -> (Vec<u32>, Vec<u32>) {
    let mut offset = vec![0_u32; places + 2];
    for &vertex in from {
        offset[vertex as usize + 2] += 1;
    }
    for at in 2..offset.len() {
        offset[at] += offset[at - 1];
    }
    let mut starting = vec![0; from.len()];
    for (side, &vertex) in from.iter().enumerate() {
        let slot = &mut offset[vertex as usize + 1];
        starting[*slot as usize] = side as u32;
        *slot += 1;
    }
    offset.pop();
    (offset, starting)
}
