//! Bands: the edges of many shapes sorted into horizontal stripes, so that a point meets only a few of them.
//!
//! **Promise.** Room for at most four entries per edge, however the edges zigzag.

use crate::geometry::{Bounds, Point, plane};

/// An edge, from point to point.
pub(super) type Edge = [Point; 2];

/// About so many edges are wanted in a stripe.
const EDGES_IN_BAND: f64 = 8.0;

/// The stripes of one shape.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Stripes {
    first: u32,
    count: u32,
    south: f64,
    per_metre: f64,
}

impl Stripes {
    /// Decide on the stripes of a shape with these edges. `rise`: sum of their heights.
    fn plan(first: u32, edges: usize, rise: f64, bounds: Bounds) -> Self {
        let height = bounds.height();
        let wanted = edges as f64 / EDGES_IN_BAND;
        let affordable = if rise > 0.0 { 2.0 * edges as f64 * height / rise } else { 1.0 };
        let count = wanted.min(affordable).clamp(1.0, 65_536.0).floor();
        let per_metre = if height > 0.0 { count / height } else { 0.0 };
        let per_metre = if per_metre.is_finite() { per_metre } else { 0.0 };
        Self { first, count: count as u32, south: bounds.min[1], per_metre }
    }

    fn end(self) -> u32 {
        self.first + self.count
    }

    /// The stripe of a height; heights outside belong to the first or the last.
    fn at(self, y: f64) -> u32 {
        let stripe = ((y - self.south) * self.per_metre).max(0.0) as u32; // `as` is 0 for NaN
        self.first + stripe.min(self.count - 1)
    }

    fn over(self, [a, b]: Edge) -> std::ops::RangeInclusive<u32> {
        self.at(a[1].min(b[1]))..=self.at(a[1].max(b[1]))
    }
}

/// Edges of many shapes in stripes. Edges are named by number; whoever asks knows where they run.
#[derive(Debug, Clone, Default)]
pub(super) struct Bands {
    shapes: Vec<Stripes>,
    start: Vec<u32>,
    edges: Vec<u32>,
}

impl Bands {
    /// Sort the edges of shapes. `shapes`: the edges of each shape by number and its rectangle; `edge`: where an edge runs.
    pub(super) fn of<E>(shapes: impl Iterator<Item = (E, Bounds)> + Clone, edge: impl Fn(u32) -> Edge) -> Self
    where
        E: Iterator<Item = u32> + Clone,
    {
        let mut bands = Self { shapes: Vec::new(), start: vec![0], edges: Vec::new() };
        for (edges, bounds) in shapes.clone() {
            bands.plan(edges.map(&edge), bounds);
        }
        let mut room: u32 = 0;
        for slot in &mut bands.start {
            room += std::mem::replace(slot, room);
        }
        bands.edges = vec![0; room as usize];
        for (stripes, (edges, _)) in bands.shapes.iter().zip(shapes) {
            for number in edges {
                for stripe in stripes.over(edge(number)) {
                    let slot = &mut bands.start[stripe as usize];
                    bands.edges[*slot as usize] = number;
                    *slot += 1;
                }
            }
        }
        bands.start.insert(0, 0); // each slot was moved to its end, which is where the next begins
        bands
    }

    /// Lay out the stripes of one more shape and count what comes into each.
    fn plan(&mut self, edges: impl Iterator<Item = Edge> + Clone, bounds: Bounds) {
        let (count, rise) = edges.clone().fold((0, 0.0), |(count, rise), [a, b]| (count + 1, rise + (a[1] - b[1]).abs()));
        let stripes = Stripes::plan(self.start.len() as u32 - 1, count, rise, bounds);
        self.start.resize(stripes.end() as usize + 1, 0);
        for edge in edges {
            for stripe in stripes.over(edge) {
                self.start[stripe as usize] += 1;
            }
        }
        self.shapes.push(stripes);
    }

    fn stripe(&self, stripe: u32) -> &[u32] {
        &self.edges[self.start[stripe as usize] as usize..self.start[stripe as usize + 1] as usize]
    }

    /// The edges of a shape that come near a height.
    pub(super) fn at(&self, shape: usize, y: f64) -> &[u32] {
        self.stripe(self.shapes[shape].at(y))
    }

    /// The edges of a shape that come near a range of heights; some more than once.
    pub(super) fn between(&self, shape: usize, south: f64, north: f64) -> &[u32] {
        let stripes = self.shapes[shape];
        let (first, last) = (stripes.at(south), stripes.at(north));
        &self.edges[self.start[first as usize] as usize..self.start[last as usize + 1] as usize]
    }

    /// Whether a point lies in a shape (even-odd rule).
    pub(super) fn hold(&self, shape: usize, point: Point, edge: impl Fn(u32) -> Edge) -> bool {
        let edges = self.at(shape, point[1]).iter().map(|&number| edge(number));
        edges.filter(|[a, b]| plane::ray_crosses(point, *a, *b)).count() % 2 == 1
    }

    /// The stretches of a horizontal line that lie in a shape, as pairs of west and east ends, into `ends`.
    pub(super) fn cut(&self, shape: usize, y: f64, edge: impl Fn(u32) -> Edge, ends: &mut Vec<f64>) {
        ends.clear();
        for [a, b] in self.at(shape, y).iter().map(|&number| edge(number)) {
            if (a[1] > y) != (b[1] > y) {
                ends.push((b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0]);
            }
        }
        ends.sort_unstable_by(f64::total_cmp);
    }
}
