//! Rewrite: rings with vertices renumbered, added or left out.
//!
//! **Promise.** A ring that would be left with fewer than three vertices stays as it was.

use crate::geometry::topology::intake::Rings;
use crate::geometry::topology::twins::Sides;

/// What is to change in which ring, by side.
#[derive(Default)]
pub(super) struct Rewrite {
    insert: Vec<(u32, Vec<u32>)>,
    skip: Vec<u32>,
}

impl Rewrite {
    pub(super) fn is_empty(&self) -> bool {
        self.insert.is_empty() && self.skip.is_empty()
    }

    /// Add vertices between the two ends of a side.
    pub(super) fn insert(&mut self, side: u32, vertices: Vec<u32>) {
        self.insert.push((side, vertices));
    }

    /// Leave out the vertices these sides begin at.
    pub(super) fn skip(&mut self, sides: &[u32]) {
        self.skip.extend_from_slice(sides);
    }
}

/// Give every vertex its new number.
pub(super) fn renumber(rings: &mut Rings, becomes: &[u32], places: usize) -> Sides {
    rebuild(rings, |_, old, ring| ring.push(becomes[old as usize]));
    Sides::of(rings, places)
}

/// Add and leave out vertices.
pub(super) fn apply(rings: &mut Rings, rewrite: &Rewrite, places: usize) -> Sides {
    let mut added = rewrite.insert.iter().collect::<Vec<_>>();
    added.sort_unstable_by_key(|it| it.0);
    let mut gone = vec![false; rings.vertex.len()];
    for &side in &rewrite.skip {
        gone[side as usize] = true;
    }
    let mut added = added.into_iter().peekable();
    rebuild(rings, |at, vertex, ring| {
        if !gone[at] {
            ring.push(vertex);
        }
        while let Some((_, vertices)) = added.next_if(|it| it.0 as usize == at) {
            ring.extend_from_slice(vertices);
        }
    });
    Sides::of(rings, places)
}

/// Write every ring anew; `step` gets the place of each old vertex, the vertex, and the ring so far.
fn rebuild(rings: &mut Rings, mut step: impl FnMut(usize, u32, &mut Vec<u32>)) {
    let mut vertices = Vec::with_capacity(rings.vertex.len() + rings.vertex.len() / 64);
    let (mut start, mut ring) = (vec![0], Vec::new());
    for number in 0..rings.count() {
        ring.clear();
        for at in rings.range(number) {
            step(at, rings.vertex[at], &mut ring);
        }
        ring.dedup();
        while ring.len() > 1 && ring.first() == ring.last() {
            ring.pop();
        }
        let old = &rings.vertex[rings.range(number)];
        vertices.extend_from_slice(if ring.len() < 3 { old } else { &ring });
        start.push(vertices.len() as u32);
    }
    (rings.vertex, rings.start) = (vertices, start);
}
