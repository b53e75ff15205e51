//! Small plane geometry: distances, turns, areas of point lists.
//!
//! **Promise.** Every area is summed about a point of the ring itself, so that coordinates in the millions
//! of metres cost no digits.

use super::Point;

/// Twice the signed area of the triangle a, b, c; positive where c lies left of a → b. Unit: m².
pub(super) fn turn(a: Point, b: Point, c: Point) -> f64 {
    (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
}

/// Distance in metres.
pub(super) fn distance(a: Point, b: Point) -> f64 {
    (b[0] - a[0]).hypot(b[1] - a[1])
}

/// Squared distance in m².
pub(super) fn distance_squared(a: Point, b: Point) -> f64 {
    (b[0] - a[0]).powi(2) + (b[1] - a[1]).powi(2)
}

/// Squared distance from a point to the segment from a to b, in m².
pub(super) fn segment_distance_squared(point: Point, a: Point, b: Point) -> f64 {
    distance_squared(point, nearest_on_segment(point, a, b).1)
}

/// How far along a → b (0 to 1) the nearest place to the point lies, and that place.
pub(super) fn nearest_on_segment(point: Point, a: Point, b: Point) -> (f64, Point) {
    let along = [b[0] - a[0], b[1] - a[1]];
    let length_squared = along[0] * along[0] + along[1] * along[1];
    if length_squared <= 0.0 {
        return (0.0, a);
    }
    let share = ((point[0] - a[0]) * along[0] + (point[1] - a[1]) * along[1]) / length_squared;
    let share = share.clamp(0.0, 1.0);
    (share, [a[0] + share * along[0], a[1] + share * along[1]])
}

/// Length of a line through the points, in metres.
pub(super) fn length(points: &[Point]) -> f64 {
    points.windows(2).map(|pair| distance(pair[0], pair[1])).sum()
}

/// Signed area of a ring (closed or not) in m²; positive where it runs counter-clockwise.
pub(super) fn signed_area(ring: &[Point]) -> f64 {
    let Some((&origin, rest)) = ring.split_first() else {
        return 0.0;
    };
    rest.windows(2).map(|pair| turn(origin, pair[0], pair[1])).sum::<f64>() / 2.0
}

/// Whether a ray from the point to the east crosses the segment. Summed over a ring, an odd number is inside.
pub(super) fn ray_crosses([x, y]: Point, a: Point, b: Point) -> bool {
    (a[1] > y) != (b[1] > y) && x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0]
}

/// Whether the segments a–b and c–d have a point in common; touching counts.
pub(super) fn segments_meet(a: Point, b: Point, c: Point, d: Point) -> bool {
    let (from_c, from_d) = (turn(a, b, c), turn(a, b, d));
    let (from_a, from_b) = (turn(c, d, a), turn(c, d, b));
    if opposite(from_c, from_d) && opposite(from_a, from_b) {
        return true;
    }
    (from_c == 0.0 && within(a, b, c))
        || (from_d == 0.0 && within(a, b, d))
        || (from_a == 0.0 && within(c, d, a))
        || (from_b == 0.0 && within(c, d, b))
}

fn opposite(one: f64, other: f64) -> bool {
    (one > 0.0 && other < 0.0) || (one < 0.0 && other > 0.0)
}

/// Whether a point known to lie on the line through a and b lies between them.
fn within(a: Point, b: Point, point: Point) -> bool {
    a[0].min(b[0]) <= point[0] && point[0] <= a[0].max(b[0]) && a[1].min(b[1]) <= point[1] && point[1] <= a[1].max(b[1])
}
