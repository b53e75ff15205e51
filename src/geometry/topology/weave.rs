//! Weave: sides become arcs between nodes, rings become lists of arcs.
//!
//! **Promise.** Every ring is covered by arcs without rest; an arc lies between two districts, or between
//! one and the outside, from end to end. Borders inside one district (parts that touch, spikes) vanish.

use super::twins::{NONE, Sides};
use crate::geometry::{Arc, ArcIx, ArcUse, DistrictIx, Point, plane};

/// Arcs and rings, not yet grouped into polygons.
#[derive(Default)]
pub(super) struct Woven {
    pub arcs: Vec<Arc>,
    pub arc_start: Vec<u32>,
    pub points: Vec<Point>,
    pub rings: Vec<WovenRing>,
    pub uses: Vec<ArcUse>,
    pub nodes: u32,
}

/// One ring: whose, and which stretch of `uses`.
pub(super) struct WovenRing {
    pub district: u32,
    pub uses: std::ops::Range<usize>,
}

/// Make arcs and rings of the sides.
pub(super) fn weave(mut sides: Sides, places: &[Point]) -> Woven {
    let alive = drop_inner_borders(&mut sides);
    let node = find_nodes(&sides, &alive, places.len());
    let arc_of = vec![NONE; sides.from.len()];
    let done = alive.iter().map(|alive| !alive).collect();
    let mut loom = Loom { sides, places, node, arc_of, done, woven: Woven::default() };
    loom.woven.arc_start.push(0);
    for side in 0..loom.sides.from.len() as u32 {
        if !loom.done[side as usize] {
            loom.weave_ring(side);
        }
    }
    loom.woven
}

/// Take out sides whose twin belongs to the same district, and join the rings across the cut.
fn drop_inner_borders(sides: &mut Sides) -> Vec<bool> {
    let mut alive = vec![true; sides.from.len()];
    let inner = |sides: &Sides, side: usize| {
        let twin = sides.twin[side];
        twin != NONE && sides.district[twin as usize] == sides.district[side]
    };
    if !(0..sides.from.len()).any(|side| inner(sides, side)) {
        return alive;
    }
    let mut previous = vec![NONE; sides.from.len()];
    for (side, &next) in sides.next.iter().enumerate() {
        previous[next as usize] = side as u32;
    }
    for side in 0..sides.from.len() {
        let twin = sides.twin[side] as usize;
        if !alive[side] || !inner(sides, side) {
            continue;
        }
        (alive[side], alive[twin]) = (false, false);
        for (gone, other) in [(side, twin), (twin, side)] {
            let (before, after) = (previous[gone], sides.next[other]);
            sides.next[before as usize] = after;
            previous[after as usize] = before;
        }
    }
    alive
}

const NOT_A_NODE: u32 = u32::MAX;
const UNNUMBERED: u32 = u32::MAX - 1;

/// A vertex is a node unless exactly two stretches of border meet there.
fn find_nodes(sides: &Sides, alive: &[bool], places: usize) -> Vec<u32> {
    let mut degree = vec![0_u8; places];
    for side in (0..sides.from.len()).filter(|&side| alive[side]) {
        let twin = sides.twin[side];
        if twin == NONE || (side as u32) < twin {
            for vertex in [sides.from[side], sides.to(side as u32)] {
                let degree = &mut degree[vertex as usize];
                *degree = degree.saturating_add(1);
            }
        }
    }
    degree.into_iter().map(|degree| if degree == 2 { NOT_A_NODE } else { UNNUMBERED }).collect()
}

struct Loom<'a> {
    sides: Sides,
    places: &'a [Point],
    /// The node number of each vertex.
    node: Vec<u32>,
    /// Twice the arc's number, plus one where the side runs against it.
    arc_of: Vec<u32>,
    done: Vec<bool>,
    woven: Woven,
}

impl Loom<'_> {
    fn weave_ring(&mut self, any: u32) {
        let start = self.ring_start(any);
        let (begin, mut side) = (self.woven.uses.len(), start);
        loop {
            if self.arc_of[side as usize] == NONE {
                self.weave_arc(side);
            }
            let code = self.arc_of[side as usize];
            self.woven.uses.push(ArcUse { arc: ArcIx(code / 2), reversed: code % 2 == 1 });
            side = self.skip_arc(side);
            if side == start {
                break;
            }
        }
        let district = self.sides.district[start as usize];
        self.woven.rings.push(WovenRing { district, uses: begin..self.woven.uses.len() });
    }

    /// A side of the ring that begins at a node; a ring without one gets its first vertex for a node.
    fn ring_start(&mut self, any: u32) -> u32 {
        let mut side = any;
        loop {
            if self.is_node(self.sides.from[side as usize]) {
                return side;
            }
            side = self.sides.next[side as usize];
            if side == any {
                self.node[self.sides.from[side as usize] as usize] = UNNUMBERED;
                return side;
            }
        }
    }

    fn is_node(&self, vertex: u32) -> bool {
        self.node[vertex as usize] != NOT_A_NODE
    }

    fn node_number(&mut self, vertex: u32) -> u32 {
        let node = &mut self.node[vertex as usize];
        if *node == UNNUMBERED {
            *node = self.woven.nodes;
            self.woven.nodes += 1;
        }
        *node
    }

    /// Mark the sides up to the next node as done, and return the side that begins there.
    fn skip_arc(&mut self, mut side: u32) -> u32 {
        loop {
            self.done[side as usize] = true;
            side = self.sides.next[side as usize];
            if self.is_node(self.sides.from[side as usize]) {
                return side;
            }
        }
    }

    /// Make an arc of the sides from here to the next node, and tell their twins of it.
    fn weave_arc(&mut self, first: u32) {
        let (number, begin, mut side) = (self.woven.arcs.len() as u32, self.woven.points.len(), first);
        let from = self.sides.from[first as usize];
        self.woven.points.push(self.places[from as usize]);
        let to = loop {
            self.arc_of[side as usize] = 2 * number;
            let twin = self.sides.twin[side as usize];
            if twin != NONE {
                self.arc_of[twin as usize] = 2 * number + 1;
            }
            side = self.sides.next[side as usize];
            let vertex = self.sides.from[side as usize];
            self.woven.points.push(self.places[vertex as usize]);
            if self.is_node(vertex) {
                break vertex;
            }
        };
        let (from, to) = (self.node_number(from), self.node_number(to));
        self.finish_arc(first, begin, from, to);
    }

    fn finish_arc(&mut self, first: u32, begin: usize, from: u32, to: u32) {
        let left = Some(DistrictIx(self.sides.district[first as usize]));
        let twin = self.sides.twin[first as usize];
        let right = (twin != NONE).then(|| DistrictIx(self.sides.district[twin as usize]));
        let length = plane::length(&self.woven.points[begin..]);
        self.woven.arcs.push(Arc { left, right, length, from, to });
        self.woven.arc_start.push(self.woven.points.len() as u32);
    }
}
