//! Region: what a brush, a lasso or a rectangle covers.

use super::bands::{Bands, Edge};
use crate::geometry::{Bounds, Point, plane};

/// A piece of the plane that districts are picked with.
#[derive(Debug, Clone)]
pub enum Region {
    /// All places within `radius_m` of the line from `a` to `b`: a round brush, swept.
    Capsule {
        /// Where the brush was.
        a: Point,
        /// Where it is now.
        b: Point,
        /// Its radius in metres.
        radius_m: f64,
    },
    /// All places within `radius_m` of any of these legs: a round brush on its whole way.
    Track {
        /// From where to where, leg by leg.
        legs: Vec<[Point; 2]>,
        /// The brush's radius in metres.
        radius_m: f64,
    },
    /// An upright rectangle.
    Rect(Bounds),
    /// A lasso.
    Lasso(Lasso),
}

/// How much of something a region covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cover {
    Nothing,
    Part,
    Whole,
}

/// A ring drawn by hand; where it crosses itself, the even-odd rule says what is inside.
#[derive(Debug, Clone)]
pub struct Lasso {
    ring: Vec<Point>,
    bounds: Option<Bounds>,
    bands: Bands,
}

impl Lasso {
    /// A lasso of these points; the last is joined to the first. Points that are no numbers are left out.
    pub fn of(ring: &[Point]) -> Self {
        let mut ring: Vec<Point> = ring.iter().copied().filter(|it| it[0].is_finite() && it[1].is_finite()).collect();
        ring.extend(ring.first().copied());
        let bounds = Bounds::of(ring.iter().copied());
        let shapes = bounds.map(|bounds| (0..ring.len() as u32 - 1, bounds));
        let bands = Bands::of(shapes.into_iter(), |edge| [ring[edge as usize], ring[edge as usize + 1]]);
        Self { ring, bounds, bands }
    }

    fn edge(&self, number: u32) -> Edge {
        [self.ring[number as usize], self.ring[number as usize + 1]]
    }

    fn holds(&self, point: Point) -> bool {
        self.bounds.is_some_and(|it| it.contains(point)) && self.bands.hold(0, point, |it| self.edge(it))
    }

    /// Whether a point of the lasso lies in the rectangle.
    fn comes_into(&self, bounds: Bounds) -> bool {
        let near = self.bands.between(0, bounds.min[1], bounds.max[1]);
        near.iter().any(|&it| bounds.contains(self.ring[it as usize]))
    }

    fn crossed_by(&self, [a, b]: Edge) -> bool {
        let near = self.bands.between(0, a[1].min(b[1]), a[1].max(b[1]));
        near.iter().map(|&it| self.edge(it)).any(|[c, d]| plane::segments_meet(a, b, c, d))
    }
}

impl Region {
    /// The rectangle around the region; `None` where it covers nothing.
    pub fn bounds(&self) -> Option<Bounds> {
        let bounds = match self {
            Self::Capsule { a, b, radius_m } => Bounds::of([*a, *b])?.grown(radius_m.max(0.0)),
            Self::Track { legs, radius_m } => Bounds::of(legs.iter().flatten().copied())?.grown(radius_m.max(0.0)),
            Self::Rect(bounds) => *bounds,
            Self::Lasso(lasso) => lasso.bounds?,
        };
        let usable = bounds.min.iter().chain(&bounds.max).all(|it| it.is_finite());
        usable.then_some(bounds)
    }

    /// Whether a point lies in the region, its edge included for brush and rectangle.
    pub fn holds(&self, point: Point) -> bool {
        match self {
            Self::Capsule { a, b, radius_m } => plane::segment_distance_squared(point, *a, *b) <= radius_m * radius_m,
            Self::Track { legs, radius_m } => {
                legs.iter().any(|[a, b]| plane::segment_distance_squared(point, *a, *b) <= radius_m * radius_m)
            }
            Self::Rect(bounds) => bounds.contains(point),
            Self::Lasso(lasso) => lasso.holds(point),
        }
    }

    /// The capsules that a track is made of; nothing for any other region.
    fn capsules(&self) -> impl Iterator<Item = Self> {
        let legs = if let Self::Track { legs, radius_m } = self { Some((legs, *radius_m)) } else { None };
        legs.into_iter().flat_map(|(legs, radius_m)| legs.iter().map(move |[a, b]| Self::Capsule { a: *a, b: *b, radius_m }))
    }

    /// Whether an edge comes into the region or lies in it.
    pub(super) fn meets(&self, edge: Edge) -> bool {
        let [from, to] = edge;
        if self.holds(from) || self.holds(to) {
            return true;
        }
        match self {
            Self::Capsule { a, b, radius_m } => {
                let near = |point| plane::segment_distance_squared(point, from, to) <= radius_m * radius_m;
                near(*a) || near(*b) || plane::segments_meet(*a, *b, from, to)
            }
            Self::Track { .. } => self.capsules().any(|it| it.meets(edge)),
            Self::Rect(Bounds { min, max }) => {
                let (across, up) = ([max[0], min[1]], [min[0], max[1]]);
                plane::segments_meet(*min, *max, from, to) || plane::segments_meet(across, up, from, to)
            }
            Self::Lasso(lasso) => lasso.crossed_by(edge),
        }
    }

    /// How an upright rectangle lies to the region: decides about whole districts by their rectangles.
    pub(super) fn covers(&self, bounds: Bounds) -> Cover {
        let Bounds { min, max } = bounds;
        let corners = [min, [max[0], min[1]], max, [min[0], max[1]]];
        let edges = [0, 1, 2, 3].map(|at| [corners[at], corners[(at + 1) % 4]]);
        let (all_in, part) = match self {
            Self::Lasso(lasso) => {
                let part = lasso.comes_into(bounds) || edges.iter().any(|it| lasso.crossed_by(*it));
                (!part && lasso.holds(min), part)
            }
            Self::Track { .. } => {
                // Together the capsules may cover a rectangle that none covers alone: then the lines are asked.
                let covers = |it: Self| it.covers(bounds);
                (self.capsules().map(covers).any(|it| it == Cover::Whole), self.capsules().map(covers).any(|it| it != Cover::Nothing))
            }
            _ => {
                let all_in = corners.iter().all(|it| self.holds(*it)); // brush and rectangle are convex
                let starts_inside = self.any_point().is_some_and(|it| bounds.contains(it));
                (all_in, starts_inside || edges.iter().any(|it| self.meets(*it)))
            }
        };
        match (all_in, part) {
            (true, _) => Cover::Whole,
            (false, true) => Cover::Part,
            (false, false) => Cover::Nothing,
        }
    }

    /// Some point of the region, to see whether it lies in a district that it does not touch the border of.
    pub(super) fn any_point(&self) -> Option<Point> {
        match self {
            Self::Capsule { a, .. } => Some(*a),
            Self::Track { legs, .. } => legs.first().map(|it| it[0]),
            Self::Rect(bounds) => Some(bounds.centre()),
            Self::Lasso(lasso) => lasso.ring.first().copied(),
        }
    }

    /// The stretches of a horizontal line in the region, as pairs of west and east ends, into `ends`.
    pub(super) fn cut(&self, y: f64, ends: &mut Vec<f64>) {
        ends.clear();
        match self {
            Self::Capsule { a, b, radius_m } => ends.extend(cut_capsule(*a, *b, *radius_m, y).into_iter().flatten()),
            Self::Track { legs, radius_m } => {
                let mut each: Vec<[f64; 2]> = legs.iter().filter_map(|[a, b]| cut_capsule(*a, *b, *radius_m, y)).collect();
                each.sort_unstable_by(|a, b| a[0].total_cmp(&b[0]));
                for [west, east] in each {
                    match ends.last_mut() {
                        Some(last) if west <= *last => *last = last.max(east),
                        _ => ends.extend([west, east]),
                    }
                }
            }
            Self::Rect(Bounds { min, max }) if min[1] <= y && y <= max[1] => ends.extend([min[0], max[0]]),
            Self::Rect(_) => {}
            Self::Lasso(lasso) if lasso.bounds.is_some() => lasso.bands.cut(0, y, |it| lasso.edge(it), ends),
            Self::Lasso(_) => {}
        }
    }
}

/// West and east end of a horizontal line in a capsule, which is convex: two discs and the strip between them.
fn cut_capsule(a: Point, b: Point, radius: f64, y: f64) -> Option<[f64; 2]> {
    if y < a[1].min(b[1]) - radius || a[1].max(b[1]) + radius < y {
        return None;
    }
    let mut ends: Option<[f64; 2]> = None;
    let mut take = |x: f64| ends = Some(ends.map_or([x, x], |[west, east]| [west.min(x), east.max(x)]));
    for centre in [a, b] {
        let half = (radius * radius - (y - centre[1]).powi(2)).max(-1.0);
        if half >= 0.0 {
            take(centre[0] - half.sqrt());
            take(centre[0] + half.sqrt());
        }
    }
    let length = plane::distance(a, b);
    if length > 0.0 {
        let aside = [(a[1] - b[1]) / length * radius, (b[0] - a[0]) / length * radius];
        for side in [1.0, -1.0] {
            let shift = |point: Point| [point[0] + side * aside[0], point[1] + side * aside[1]];
            let (from, to) = (shift(a), shift(b));
            if (from[1] > y) != (to[1] > y) {
                take((to[0] - from[0]) * (y - from[1]) / (to[1] - from[1]) + from[0]);
            }
        }
    }
    ends
}
