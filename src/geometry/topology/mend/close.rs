//! Close: two districts drew the same stretch of border with different vertices; the finer drawing holds for both.
//!
//! Such a stretch is a narrow loop: both borders part at one common vertex and come together at another a few
//! steps on. How narrow it must be is measured against its own length, since a dropped vertex leaves a flat
//! triangle of any size; a gap may be a true one and must be flatter than an overlap, which never is.

use super::Note;
use super::rewrite::Rewrite;
use crate::geometry::topology::twins::{NONE, Sides};
use crate::geometry::{Point, plane};

/// Each border may take so many steps between the common vertices.
const STEPS: usize = 4;
/// Of the borders that come to one vertex so many are tried: more lie there only where districts are drawn on top of each other.
const CROWD: usize = 16;
/// The width of a gap against its length; only where other borders are unclean too, else a gap that is wider than
/// the tolerance is taken for a true one.
const FLAT_GAP: f64 = 0.15;
/// The width of an overlap against its length.
const FLAT_OVERLAP: f64 = 0.3;
/// What a mend may take of the smaller ring. An overlap lies inside both rings; where the two chains go around both
/// districts instead, what is between them is as large as the two together.
const LARGEST_PART: f64 = 0.5;

/// Which stretches are to be replaced. `unclean`: whether other borders had to be mended.
pub(super) fn find(sides: &Sides, places: &[Point], tolerance_m: f64, unclean: bool, note: &mut Note) -> Rewrite {
    let flat_gap = if unclean { FLAT_GAP } else { 0.0 };
    let (before, busy) = (previous(sides), vec![false; sides.from.len()]);
    let mut closer = Closer { sides, places, tolerance_m, flat_gap, before, busy };
    let mut rewrite = Rewrite::default();
    for side in sides.open() {
        if let Some(loop_) = closer.find_loop(side) {
            closer.replace(&loop_, &mut rewrite, note);
        }
    }
    rewrite
}

fn previous(sides: &Sides) -> Vec<u32> {
    let mut before = vec![NONE; sides.next.len()];
    for (side, &next) in sides.next.iter().enumerate() {
        before[next as usize] = side as u32;
    }
    before
}

struct Closer<'a> {
    sides: &'a Sides,
    places: &'a [Point],
    tolerance_m: f64,
    flat_gap: f64,
    before: Vec<u32>,
    /// Sides that belong to a loop already.
    busy: Vec<bool>,
}

/// Two chains of open sides between the same two vertices: one there, the other back.
struct Loop {
    there: Vec<u32>,
    back: Vec<u32>,
    width: f64,
}

impl Closer<'_> {
    fn free(&self, side: u32) -> bool {
        self.sides.twin[side as usize] == NONE && !self.busy[side as usize]
    }

    /// A narrow loop that begins with this side.
    fn find_loop(&self, first: u32) -> Option<Loop> {
        if !self.free(first) {
            return None;
        }
        let start = self.sides.from[first as usize];
        let there = self.chain(first, |side| self.sides.next[side as usize]);
        let comers = self.sides.starting_at(start).iter().map(|&side| self.before[side as usize]);
        let strangers = comers.filter(|&it| self.sides.district[it as usize] != self.sides.district[first as usize]);
        let mut loops = strangers.filter(|&last| self.free(last)).take(CROWD).filter_map(|last| {
            let back = self.chain(last, |side| self.before[side as usize]);
            self.meet(&there, &back)
        });
        loops.next()
    }

    /// The open sides from one on, in one direction.
    fn chain(&self, first: u32, step: impl Fn(u32) -> u32) -> Vec<u32> {
        let all = std::iter::successors(Some(first), |&side| Some(step(side)).filter(|&it| it != first));
        all.take(STEPS).take_while(|&side| self.free(side)).collect()
    }

    /// Cut both chains where they first meet, and see whether the loop between is narrow.
    fn meet(&self, there: &[u32], back: &[u32]) -> Option<Loop> {
        let meets = |steps: usize| {
            (1..steps).find_map(|some| {
                let (one, other) = (there.get(some - 1)?, back.get(steps - some - 1)?);
                (self.sides.to(*one) == self.sides.from[*other as usize]).then_some((some, steps - some))
            })
        };
        let (some, others) = (2..=2 * STEPS).find_map(meets)?;
        let (there, back) = (there[..some].to_vec(), back[..others].iter().rev().copied().collect());
        let found = Loop { there, back, width: 0.0 };
        let width = self.width(&found)?;
        Some(Loop { width, ..found })
    }

    fn line(&self, chain: &[u32]) -> Vec<Point> {
        let ends = chain.last().map(|&last| self.sides.to(last));
        let vertices = chain.iter().map(|&side| self.sides.from[side as usize]).chain(ends);
        vertices.map(|vertex| self.places[vertex as usize]).collect()
    }

    /// The largest distance from one chain to the other, if it is small enough.
    fn width(&self, found: &Loop) -> Option<f64> {
        let (there, back) = (self.line(&found.there), self.line(&found.back));
        let ring: Vec<Point> = there.iter().chain(&back[1..]).copied().collect();
        let between = plane::signed_area(&ring);
        let flat = if between < 0.0 { self.flat_gap } else { FLAT_OVERLAP };
        let length = plane::distance(there[0], back[0]);
        let width = farthest(&there, &back).max(farthest(&back, &there));
        let narrow = width <= self.tolerance_m.max(flat * length);
        (narrow && between <= self.most_to_take(found)).then_some(width)
    }

    /// How much of the two districts a mend may take, in square metres.
    fn most_to_take(&self, found: &Loop) -> f64 {
        let ring_of = |side: u32| {
            let sides = std::iter::successors(Some(side), |&it| Some(self.sides.next[it as usize]).filter(|&next| next != side));
            let ring: Vec<Point> = sides.map(|it| self.places[self.sides.from[it as usize] as usize]).collect();
            plane::signed_area(&ring).abs()
        };
        LARGEST_PART * ring_of(found.there[0]).min(ring_of(found.back[0]))
    }

    /// Let the coarser chain follow the finer one; among equals the first district's holds.
    fn replace(&mut self, found: &Loop, rewrite: &mut Rewrite, note: &mut Note) {
        let Loop { there, back, width } = found;
        let rank = |chain: &[u32]| (chain.len(), std::cmp::Reverse(self.sides.district[chain[0] as usize]));
        let (model, copy) = if rank(there) >= rank(back) { (there, back) } else { (back, there) };
        let inner = model[1..].iter().rev().map(|&side| self.sides.from[side as usize]).collect();
        let place = self.places[self.sides.from[copy[0] as usize] as usize];
        note.add(districts_of(self.sides, [model[0], copy[0]]), place, *width);
        rewrite.insert(copy[0], inner);
        rewrite.skip(&copy[1..]);
        for &side in there.iter().chain(back) {
            self.busy[side as usize] = true;
        }
    }
}

fn districts_of(sides: &Sides, of: [u32; 2]) -> [u32; 2] {
    of.map(|side| sides.district[side as usize])
}

/// How far the farthest vertex of one line lies from the other line.
fn farthest(line: &[Point], other: &[Point]) -> f64 {
    let nearest = |&point: &Point| {
        let edges = other.windows(2).map(|pair| plane::segment_distance_squared(point, pair[0], pair[1]));
        edges.fold(f64::INFINITY, f64::min)
    };
    line.iter().map(nearest).fold(0.0, f64::max).sqrt()
}
