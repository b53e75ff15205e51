//! Surfaces as triangles and borders as points, both sorted into a grid of cells.
//!
//! **Promise.** Each cell is one range of the buffer, so that a map draws what lies in sight with a handful of
//! calls; neighbouring ranges are drawn as one.

use std::ops::Range;

use bytemuck::{Pod, Zeroable};
use earcut::Earcut;

use super::lod::{Borders, box_of};
use crate::geometry::{ArcUse, DistrictIx, topology::PolygonRings};

/// A corner of a triangle.
#[derive(Debug, Clone, Copy, PartialEq, Pod, Zeroable)]
#[repr(C)]
pub(super) struct Corner {
    /// Metres from the mesh's origin.
    pub at: [f32; 2],
    pub district: u32,
}

/// A point of a border. The buffer is bound four times, one point apart, so that an instance knows a segment
/// and the points around it; where the arc changes, there is no segment.
#[derive(Debug, Clone, Copy, PartialEq, Pod, Zeroable)]
#[repr(C)]
pub(super) struct BorderPoint {
    /// Metres from the mesh's origin.
    pub at: [f32; 2],
    pub arc: u32,
    /// District on the left, [`NOBODY`] for the outside.
    pub left: u32,
    pub right: u32,
}

/// Stands for the outside, and for the arc of a padding point.
pub(super) const NOBODY: u32 = u32::MAX;

/// A range of a buffer and the box around what it draws: `[west, south, east, north]` from the origin.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Cell {
    pub bounds: [f32; 4],
    pub range: Range<u32>,
}

/// Surfaces of one level.
#[derive(Debug, Default)]
pub(super) struct Triangles {
    pub corners: Vec<Corner>,
    pub indices: Vec<u32>,
    pub cells: Vec<Cell>,
}

/// Borders of one level.
#[derive(Debug, Default)]
pub(super) struct BorderPoints {
    pub points: Vec<BorderPoint>,
    pub cells: Vec<Cell>,
}

/// Which ranges touch the box, neighbours joined.
pub(super) fn in_sight(cells: &[Cell], sight: [f32; 4]) -> Vec<Range<u32>> {
    let touches = |b: &[f32; 4]| b[0] <= sight[2] && sight[0] <= b[2] && b[1] <= sight[3] && sight[1] <= b[3];
    let mut ranges: Vec<Range<u32>> = Vec::new();
    for cell in cells.iter().filter(|it| touches(&it.bounds)) {
        match ranges.last_mut() {
            Some(last) if last.end == cell.range.start => last.end = cell.range.end,
            _ => ranges.push(cell.range.clone()),
        }
    }
    ranges
}

/// In which cell of a grid over the map something belongs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Grid {
    extent: [f32; 4],
    side: u32,
}

impl Grid {
    /// A grid over the extent, with about sixteen things a cell, at most 16 × 16 cells.
    pub fn over(extent: [f32; 4], things: usize) -> Self {
        let side = ((things as f32 / 16.0).sqrt().ceil() as u32).clamp(1, 16);
        Self { extent, side }
    }

    /// The cell of the middle of a box; rows follow each other in opposite directions, so that neighbours in
    /// the plane are more often neighbours in the buffer.
    pub fn cell(&self, of: [f32; 4]) -> u32 {
        let [w, s, e, n] = self.extent;
        let step = |at: f32, from: f32, to: f32| {
            let share = (at - from) / (to - from).max(f32::MIN_POSITIVE);
            ((share * self.side as f32) as u32).min(self.side - 1)
        };
        let column = step((of[0] + of[2]) / 2.0, w, e);
        let row = step((of[1] + of[3]) / 2.0, s, n);
        row * self.side + if row % 2 == 0 { column } else { self.side - 1 - column }
    }
}

/// One polygon of a district.
pub(super) type Part<'a> = (DistrictIx, PolygonRings<'a>);

/// The triangles of all parts at a level; `order` is the parts' numbers with their cells, sorted by cell.
pub(super) fn triangulate(level: &Borders, parts: &[Part], order: &[(u32, usize)]) -> Triangles {
    let mut cutter = Cutter::default();
    let mut out = Triangles::default();
    let corners = parts.iter().flat_map(|it| it.1.rings()).flatten().map(|it| level.points(it.arc.index()).len()).sum();
    out.corners.reserve_exact(corners); // doubling would leave holes in the process's memory
    out.indices.reserve_exact(3 * corners);
    for same_cell in order.chunk_by(|a, b| a.0 == b.0) {
        let (first_corner, first_index) = (out.corners.len(), out.indices.len() as u32);
        for part in same_cell.iter().filter_map(|(_, it)| parts.get(*it)) {
            cutter.cut(level, part, &mut out);
        }
        let bounds = out.corners.iter().skip(first_corner).map(|it| it.at);
        let cell = Cell { bounds: box_of(bounds), range: first_index..out.indices.len() as u32 };
        out.cells.extend((!cell.range.is_empty()).then_some(cell));
    }
    out
}

/// Earcut with its scratch space.
#[derive(Default)]
struct Cutter {
    earcut: Earcut<f64>,
    points: Vec<[f64; 2]>,
    holes: Vec<u32>,
    triangles: Vec<u32>,
}

impl Cutter {
    fn cut(&mut self, level: &Borders, (district, polygon): &Part, out: &mut Triangles) {
        self.points.clear();
        self.holes.clear();
        for (number, ring) in polygon.rings().enumerate() {
            let start = self.points.len();
            push_ring(level, ring, &mut self.points);
            let corners = self.points.len() - start;
            if corners < 3 {
                self.points.truncate(start);
                if number == 0 {
                    return; // the part is too small for this level
                }
            } else if 0 < number {
                self.holes.push(start as u32);
            }
        }
        self.earcut.earcut_slice(&self.points, &self.holes, &mut self.triangles);
        let base = out.corners.len() as u32;
        let corner = |it: &[f64; 2]| Corner { at: it.map(|it| it as f32), district: district.0 };
        out.corners.extend(self.points.iter().map(corner));
        out.indices.extend(self.triangles.iter().map(|it| it + base));
    }
}

/// The ring's corners without the closing one and without repetitions.
fn push_ring(level: &Borders, ring: &[ArcUse], points: &mut Vec<[f64; 2]>) {
    let start = points.len();
    let mut push = |at: &[f32; 2]| {
        let at = at.map(f64::from);
        if points[start..].last() != Some(&at) {
            points.push(at);
        }
    };
    for side in ring {
        let along = level.points(side.arc.index()).iter();
        if side.reversed { along.rev().for_each(&mut push) } else { along.for_each(&mut push) }
    }
    while start + 1 < points.len() && points.get(start) == points.last() {
        points.pop();
    }
}

/// The border points of a level, sorted by cell, with one point of padding before and two after.
pub(super) fn border_points(level: &Borders, sides: &[[u32; 2]], order: &[(u32, usize)]) -> BorderPoints {
    let padding = BorderPoint { at: [0.0; 2], arc: NOBODY, left: NOBODY, right: NOBODY };
    let mut out = BorderPoints { points: Vec::with_capacity(level.points.len() + 3), cells: Vec::new() };
    out.points.push(padding);
    for same_cell in order.chunk_by(|a, b| a.0 == b.0) {
        let first = out.points.len();
        for &(_, arc) in same_cell {
            let [left, right] = sides.get(arc).copied().unwrap_or([NOBODY; 2]);
            let point = |at: &[f32; 2]| BorderPoint { at: *at, arc: arc as u32, left, right };
            out.points.extend(level.points(arc).iter().map(point));
        }
        let range = first as u32 - 1..out.points.len() as u32 - 1; // instance i draws point i + 1 to i + 2
        let cell = Cell { bounds: box_of(out.points.iter().skip(first).map(|it| it.at)), range };
        out.cells.extend((!cell.range.is_empty()).then_some(cell));
    }
    out.points.extend([padding; 2]);
    out
}
