//! Label: the place in a district that lies farthest from its border, where a name stands best.
//!
//! Method: quadtree search for the pole of inaccessibility, after Garcia-Castellanos & Lombardo, *Poles of
//! inaccessibility*, Scottish Geographical Journal 123 (2007), and Agafonkin's `polylabel` (2016).

use std::collections::BinaryHeap;

use super::Topology;
use crate::geometry::{Bounds, DistrictIx, Point, plane};

/// The search ends within this share of the polygon's longer side.
const PRECISION: f64 = 0.01;
/// Edges looked at, over all squares, before the best so far is good enough; bounds the time on ragged polygons.
const BUDGET: usize = 5_000_000;

impl Topology {
    /// The pole of inaccessibility of the district's largest polygon; `None` where it has no boundary.
    pub fn label_point(&self, district: DistrictIx) -> Option<Point> {
        let polygons = self.polygons_of(district).map(|polygon| {
            let surface: f64 = polygon.rings().map(|ring| self.ring_area(ring)).sum();
            (surface, polygon)
        });
        let (_, largest) = polygons.max_by(|a, b| a.0.total_cmp(&b.0))?;
        let edges: Vec<[Point; 2]> =
            largest.rings().flatten().flat_map(|used| self.arc_points(used.arc).windows(2)).map(|pair| [pair[0], pair[1]]).collect();
        let bounds = Bounds::of(edges.iter().flatten().copied())?;
        Some(pole(&edges, bounds))
    }
}

fn pole(edges: &[[Point; 2]], bounds: Bounds) -> Point {
    let precision = bounds.width().max(bounds.height()) * PRECISION;
    let side = bounds.width().min(bounds.height()).max(precision);
    let mut queue = BinaryHeap::new();
    let mut best = Square::new(inner_point(edges, bounds), 0.0, edges);
    if !(side > 0.0 && side.is_finite()) {
        return best.centre;
    }
    let count = |length: f64| ((length / side).ceil() as u32).clamp(1, 64);
    for column in 0..count(bounds.width()) {
        for row in 0..count(bounds.height()) {
            let corner = |from: f64, at: u32| from + side * (f64::from(at) + 0.5);
            let centre = [corner(bounds.min[0], column), corner(bounds.min[1], row)];
            queue.push(Square::new(centre, side / 2.0, edges));
        }
    }
    for _ in 0..(BUDGET / edges.len()).clamp(16, 500) {
        let Some(square) = queue.pop().filter(|it: &Square| it.reach > best.depth + precision) else {
            break;
        };
        if square.depth > best.depth {
            best = square;
        }
        for (right, up) in [(-0.5, -0.5), (0.5, -0.5), (-0.5, 0.5), (0.5, 0.5)] {
            let centre = [square.centre[0] + right * square.half, square.centre[1] + up * square.half];
            let part = Square::new(centre, square.half / 2.0, edges);
            if part.depth > best.depth {
                best = part;
            }
            queue.push(part);
        }
    }
    best.centre
}

/// The middle of the longest stretch inside along a line through the middle of the rectangle: inside even
/// where the polygon is too thin for any square.
fn inner_point(edges: &[[Point; 2]], bounds: Bounds) -> Point {
    let y = bounds.min[1] + bounds.height() * 0.500_3; // not exactly the middle, where vertices like to be
    let crossing = edges.iter().filter(|[a, b]| (a[1] > y) != (b[1] > y));
    let mut ends: Vec<f64> = crossing.map(|[a, b]| (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0]).collect();
    ends.sort_unstable_by(f64::total_cmp);
    let longest = ends.chunks_exact(2).max_by(|a, b| (a[1] - a[0]).total_cmp(&(b[1] - b[0])));
    longest.map_or(bounds.centre(), |pair| [(pair[0] + pair[1]) / 2.0, y])
}

/// A square, how deep its centre lies in the polygon (negative outside), and how deep any point of it can lie.
#[derive(Clone, Copy)]
struct Square {
    centre: Point,
    half: f64,
    depth: f64,
    reach: f64,
}

impl Square {
    fn new(centre: Point, half: f64, edges: &[[Point; 2]]) -> Self {
        let (mut inside, mut nearest) = (false, f64::INFINITY);
        for &[a, b] in edges {
            inside ^= plane::ray_crosses(centre, a, b);
            nearest = nearest.min(plane::segment_distance_squared(centre, a, b));
        }
        let depth = if inside { nearest.sqrt() } else { -nearest.sqrt() };
        Self { centre, half, depth, reach: depth + half * std::f64::consts::SQRT_2 }
    }
}

impl PartialEq for Square {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Square {}

impl PartialOrd for Square {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Square {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.reach.total_cmp(&other.reach)
    }
}
