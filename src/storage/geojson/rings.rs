//! Rings: positions become polygons, open rings are closed, rings that enclose nothing are left out.

use geo::{Coord, LineString, Polygon};

use super::coordinates::{Coordinates, FaultKind, Shape};
use crate::geometry::Bounds;

/// What was repaired while polygons were made.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Repairs {
    /// Rings that were not closed.
    pub closed: u64,
    /// Rings with too few positions, left out.
    pub short: u64,
}

/// Adds the polygons of a geometry to a list. `many` is true for a MultiPolygon.
pub(super) fn add_polygons(from: &Coordinates, many: bool, to: &mut Vec<Polygon<f64>>) -> Result<Repairs, FaultKind> {
    match (from.shape, many) {
        (Shape::Empty, _) => return Ok(Repairs::default()),
        (Shape::Lines, false) | (Shape::Polygons, true) => {}
        _ => return Err(FaultKind::WrongNesting),
    }
    let (mut repairs, mut line, mut position) = (Repairs::default(), 0, 0);
    for &end in &from.polygon_ends {
        let rings = from.line_ends.get(line..end).unwrap_or(&[]);
        line = end;
        let mut outer: Option<Option<LineString<f64>>> = None;
        let mut holes = Vec::new();
        for &ring_end in rings {
            let ring = ring_of(from.positions.get(position..ring_end).unwrap_or(&[]), &mut repairs);
            position = ring_end;
            match (&outer, ring) {
                (None, ring) => outer = Some(ring),
                (Some(_), Some(hole)) => holes.push(hole),
                (Some(_), None) => {}
            }
        }
        if let Some(Some(outer)) = outer {
            to.push(Polygon::new(outer, holes));
        }
    }
    Ok(repairs)
}

/// A closed ring of at least four positions, or `None`.
fn ring_of(positions: &[[f64; 2]], repairs: &mut Repairs) -> Option<LineString<f64>> {
    let closed = positions.first() == positions.last();
    if positions.len() + usize::from(!closed) < 4 {
        repairs.short += 1;
        return None;
    }
    let mut ring = Vec::with_capacity(positions.len() + usize::from(!closed));
    ring.extend(positions.iter().map(|[x, y]| Coord { x: *x, y: *y }));
    if !closed {
        repairs.closed += 1;
        ring.extend(ring.first().copied());
    }
    Some(LineString::new(ring))
}

/// The rectangle around a polygon.
pub(super) fn bounds_of(polygon: &Polygon<f64>) -> Option<Bounds> {
    Bounds::of(polygon.exterior().0.iter().map(|it| [it.x, it.y]))
}
