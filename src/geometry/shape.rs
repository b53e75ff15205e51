//! Shape: figures of an area — size, border, parts, and three measures of how compact it is.
//!
//! **Promise.** Parts are counted by shared borders (rook), polygons by outer rings, perimeter includes holes.
//! A measure of nothing is `None`, never 0.
//! **Sources.** Polsby & Popper, *The third criterion*, Yale Law & Policy Review 9 (1991); Reock, *Measuring
//! compactness as a requirement of legislative apportionment*, Midwest Journal of Political Science 5 (1961);
//! Welzl, *Smallest enclosing disks*, LNCS 555 (1991); Andrew, *Another efficient algorithm for convex
//! hulls in two dimensions*, Information Processing Letters 9 (1979); Akl & Toussaint, *A fast convex hull algorithm*,
//! Information Processing Letters 7 (1978).

use std::collections::HashMap;
use std::f64::consts::PI;
use std::hash::{BuildHasherDefault, Hasher};

use super::outline::{Outline, outline};
use super::topology::Topology;
use super::{DistrictIx, Point, plane};

/// Figures of a set of districts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figures {
    /// Planar surface in m².
    pub surface: f64,
    /// Length of the outline in metres, holes included.
    pub perimeter: f64,
    /// Components of the rook graph; districts without boundary do not count.
    pub parts: usize,
    /// Outer rings of the outline: an island of a district counts here, but not as a part.
    pub polygons: usize,
    /// 4π · surface / perimeter²: 1 for a circle.
    pub polsby_popper: Option<f64>,
    /// Surface / surface of the smallest circle around the area: 1 for a circle.
    pub reock: Option<f64>,
    /// Surface / surface of the convex hull: 1 for a shape without dents.
    pub convex_hull_ratio: Option<f64>,
}

/// The figures of an area; `inside` as in [`outline`]: true for exactly these districts.
pub fn figures(topology: &Topology, districts: &[DistrictIx], inside: impl Fn(DistrictIx) -> bool) -> Figures {
    let border = outline(topology, districts, &inside);
    figures_of(topology, districts, inside, &border)
}

/// The same where the outline is at hand already.
pub fn figures_of(topology: &Topology, districts: &[DistrictIx], inside: impl Fn(DistrictIx) -> bool, border: &Outline) -> Figures {
    let surface = districts.iter().map(|&it| topology.surface(it)).sum::<f64>();
    let perimeter = border.length(topology);
    let hull = convex_hull(outer_points(topology, border));
    let share = |whole: f64| (whole > 0.0 && surface > 0.0).then(|| surface / whole);
    Figures {
        surface,
        perimeter,
        parts: parts(topology, districts, inside).len(),
        polygons: border.polygons.len(),
        polsby_popper: share(perimeter * perimeter / (4.0 * PI)),
        reock: smallest_circle(&hull).and_then(|(_, radius)| share(PI * radius * radius)),
        convex_hull_ratio: share(plane::signed_area(&hull)),
    }
}

fn outer_points(topology: &Topology, border: &Outline) -> Vec<Point> {
    let outer = border.polygons.iter().flat_map(|polygon| &border.rings[polygon.outer]);
    outer.flat_map(|used| topology.arc_points(used.arc)).copied().collect()
}

/// The districts grouped into parts that hang together by shared borders, largest part (by surface) first;
/// districts without boundary are left out.
pub fn parts(topology: &Topology, districts: &[DistrictIx], inside: impl Fn(DistrictIx) -> bool) -> Vec<Vec<DistrictIx>> {
    let mut part_of: HashMap<DistrictIx, usize, BuildHasherDefault<Spread>> =
        HashMap::with_capacity_and_hasher(districts.len(), BuildHasherDefault::default());
    let mut parts: Vec<Vec<DistrictIx>> = Vec::new();
    for &start in districts {
        if part_of.contains_key(&start) || topology.arcs_of(start).is_empty() {
            continue;
        }
        let number = parts.len();
        part_of.insert(start, number);
        let (mut part, mut looked) = (vec![start], 0);
        while let Some(&district) = part.get(looked) {
            looked += 1;
            for it in topology.neighbours(district).iter().map(|it| it.district).filter(|&it| inside(it)) {
                if part_of.insert(it, number).is_none() {
                    part.push(it);
                }
            }
        }
        part.sort_unstable();
        parts.push(part);
    }
    if parts.len() < 2 {
        return parts;
    }
    let size = |part: Vec<DistrictIx>| (part.iter().map(|&it| topology.surface(it)).sum::<f64>(), part);
    let mut sized: Vec<(f64, Vec<DistrictIx>)> = parts.into_iter().map(size).collect();
    sized.sort_by(|a, b| b.0.total_cmp(&a.0));
    sized.into_iter().map(|it| it.1).collect()
}

/// District numbers stand close together and come from no stranger: one multiplication spreads them (Knuth, *The Art of
/// Computer Programming* 3, 6.4).
#[derive(Default)]
struct Spread(u64);

impl Hasher for Spread {
    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|it| self.write_u32((*it).into()));
    }

    fn write_u32(&mut self, number: u32) {
        self.0 = (self.0 ^ u64::from(number)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }

    fn finish(&self) -> u64 {
        self.0 ^ self.0 >> 32
    }
}

/// The convex hull, counter-clockwise, without points on its edges, the first not repeated (Andrew 1979).
pub fn convex_hull(mut points: Vec<Point>) -> Vec<Point> {
    leave_out_inner(&mut points);
    points.sort_unstable_by(|a, b| a[0].total_cmp(&b[0]).then(a[1].total_cmp(&b[1])));
    points.dedup();
    if points.len() < 3 {
        return points;
    }
    let mut hull = half_hull(points.iter().copied());
    let mut upper = half_hull(points.iter().rev().copied());
    hull.pop();
    upper.pop();
    hull.append(&mut upper);
    hull
}

/// Most points of an outline lie within the octagon of those farthest out in eight directions, and are no corner of the hull:
/// sorting only the others is what makes hulls quick (Akl & Toussaint 1978).
fn leave_out_inner(points: &mut Vec<Point>) {
    const WORTH_IT: usize = 16;
    if points.len() < WORTH_IT {
        return;
    }
    let mut corners = farthest(points);
    corners.dedup();
    if corners.len() > 1 && corners.first() == corners.last() {
        corners.pop();
    }
    let edges: Vec<(Point, Point)> = corners.iter().copied().zip(corners.iter().copied().cycle().skip(1)).collect();
    if edges.len() > 2 {
        points.retain(|it| edges.iter().any(|(a, b)| plane::turn(*a, *b, *it) <= 0.0));
    }
}

/// The points farthest out in eight directions, counter-clockwise from the east. Of many points only some are looked at:
/// the octagon is then a little smaller than it could be, and no less right.
fn farthest(points: &[Point]) -> Vec<Point> {
    const LOOKED_AT: usize = 1_024;
    let mut best = [(f64::NEG_INFINITY, [0.0; 2]); 8];
    for it in points.iter().step_by(points.len() / LOOKED_AT + 1) {
        let [x, y] = *it;
        for (place, out) in best.iter_mut().zip([x, x + y, y, y - x, -x, -x - y, -y, x - y]) {
            if place.0 < out {
                *place = (out, *it);
            }
        }
    }
    best.map(|it| it.1).to_vec()
}

fn half_hull(points: impl Iterator<Item = Point>) -> Vec<Point> {
    let mut half: Vec<Point> = Vec::new();
    for point in points {
        while let [.., before, last] = half[..] {
            if plane::turn(before, last, point) > 0.0 {
                break;
            }
            half.pop();
        }
        half.push(point);
    }
    half
}

/// Centre and radius (m) of the smallest circle around the points; `None` without points (Welzl 1991, unrolled).
pub fn smallest_circle(points: &[Point]) -> Option<(Point, f64)> {
    let points = shuffled(points);
    let (&first, rest) = points.split_first()?;
    let mut circle = (first, 0.0);
    for (at, &point) in rest.iter().enumerate() {
        if !in_circle(circle, point) {
            circle = through_one(&points[..=at], point);
        }
    }
    Some(circle)
}

/// The smallest circle around the points that runs through one more.
fn through_one(points: &[Point], one: Point) -> (Point, f64) {
    let mut circle = (one, 0.0);
    for (at, &point) in points.iter().enumerate() {
        if !in_circle(circle, point) {
            circle = through_two(&points[..at], one, point);
        }
    }
    circle
}

fn through_two(points: &[Point], one: Point, two: Point) -> (Point, f64) {
    let mut circle = around(one, two);
    for &point in points {
        if !in_circle(circle, point) {
            circle = through_three(one, two, point);
        }
    }
    circle
}

fn around(a: Point, b: Point) -> (Point, f64) {
    let centre = [(a[0] + b[0]) / 2.0, (a[1] + b[1]) / 2.0];
    (centre, plane::distance(a, b) / 2.0)
}

fn through_three(a: Point, b: Point, c: Point) -> (Point, f64) {
    let (b1, c1) = ([b[0] - a[0], b[1] - a[1]], [c[0] - a[0], c[1] - a[1]]);
    let (bb, cc) = (b1[0] * b1[0] + b1[1] * b1[1], c1[0] * c1[0] + c1[1] * c1[1]);
    let doubled = 2.0 * (b1[0] * c1[1] - b1[1] * c1[0]);
    let offset = [(c1[1] * bb - b1[1] * cc) / doubled, (b1[0] * cc - c1[0] * bb) / doubled];
    if !(offset[0].is_finite() && offset[1].is_finite()) {
        let pairs = [around(a, b), around(b, c), around(a, c)]; // three points on a line
        return pairs.into_iter().fold(around(a, b), |most, it| if most.1 < it.1 { it } else { most });
    }
    ([a[0] + offset[0], a[1] + offset[1]], offset[0].hypot(offset[1]))
}

fn in_circle((centre, radius): (Point, f64), point: Point) -> bool {
    plane::distance(centre, point) <= radius * (1.0 + 1e-12) + 1e-9
}

/// The points in a mixed order that is always the same; the order makes the search linear on average.
fn shuffled(points: &[Point]) -> Vec<Point> {
    let mut points = points.to_vec();
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    for at in (1..points.len()).rev() {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        points.swap(at, (state % (at as u64 + 1)) as usize);
    }
    points
}
