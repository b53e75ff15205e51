//! Simplify: how much each point of a border matters, so that any coarser map is a filter.
//!
//! The importance of a point is the largest area (m²) of the triangle with its remaining neighbours, as points
//! are taken out in rising order: Visvalingam & Whyatt, *Line generalisation by repeated elimination of
//! points*, Cartographic Journal 30 (1993). It is computed once per arc, so neighbours stay together.
//!
//! **Promise.** Ends of arcs stay; every ring keeps at least three different points, so no district vanishes.
//! **Not here.** A coarse border may cross another one: fine for drawing, not for files.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::topology::Topology;
use super::{ArcIx, ArcUse, Point, plane};

/// The importance of every point of every arc, in m²; infinite where the point must stay.
#[derive(Debug, Clone, Default)]
pub struct Importance {
    arc_start: Vec<u32>,
    importance: Vec<f64>,
}

impl Importance {
    /// Weigh all points of all arcs.
    pub fn of(topology: &Topology) -> Self {
        let mut all = Self { arc_start: vec![0], importance: Vec::with_capacity(topology.point_count()) };
        let mut weigher = Weigher::default();
        for (number, arc) in topology.arcs() {
            let begin = all.importance.len();
            all.importance.extend_from_slice(weigher.weigh(topology.arc_points(number)));
            if arc.from == arc.to {
                keep_most_important(&mut all.importance[begin..], 2);
            }
            all.arc_start.push(all.importance.len() as u32);
        }
        all.open_thin_rings(topology);
        all
    }

    /// A ring of two arcs would shrink to a line there and back: its most important point stays.
    fn open_thin_rings(&mut self, topology: &Topology) {
        for district in topology.districts() {
            for ring in topology.polygons_of(district).flat_map(|it| it.rings()) {
                if let [one, other] = ring {
                    let finest = [one, other].into_iter().max_by(|a, b| self.top(a).total_cmp(&self.top(b)));
                    if let Some(finest) = finest {
                        let range = self.range(finest.arc);
                        keep_most_important(&mut self.importance[range], 1);
                    }
                }
            }
        }
    }

    /// The greatest importance between the ends of an arc.
    fn top(&self, used: &ArcUse) -> f64 {
        let weights = self.of_arc(used.arc);
        weights[1..weights.len() - 1].iter().copied().fold(0.0, f64::max)
    }

    fn range(&self, arc: ArcIx) -> std::ops::Range<usize> {
        self.arc_start[arc.index()] as usize..self.arc_start[arc.index() + 1] as usize
    }

    /// The importance of each point of an arc, in the order of [`Topology::arc_points`].
    pub fn of_arc(&self, arc: ArcIx) -> &[f64] {
        &self.importance[self.range(arc)]
    }

    /// The places of the points that remain at a tolerance (m): ends, and points whose triangle is at least half a
    /// square of that side. Zero keeps all.
    pub fn indices_at(&self, arc: ArcIx, tolerance_m: f64) -> impl Iterator<Item = usize> {
        let least = threshold(tolerance_m);
        let weights = self.of_arc(arc).iter().enumerate();
        weights.filter(move |(_, weight)| **weight >= least).map(|(at, _)| at)
    }

    /// The points that remain of an arc at a tolerance (m), ends included.
    pub fn points_at(&self, topology: &Topology, arc: ArcIx, tolerance_m: f64) -> Vec<Point> {
        let points = topology.arc_points(arc);
        self.indices_at(arc, tolerance_m).map(|at| points[at]).collect()
    }

    /// The points that remain of a ring at a tolerance (m), the first repeated at the end.
    pub fn ring_at(&self, topology: &Topology, ring: &[ArcUse], tolerance_m: f64) -> Vec<Point> {
        let mut all: Vec<Point> = Vec::new();
        for &used in ring {
            let mut points = self.points_at(topology, used.arc, tolerance_m);
            if used.reversed {
                points.reverse();
            }
            all.pop(); // the node where the last arc ended is where this one begins
            all.append(&mut points);
        }
        all
    }
}

/// The least importance (m²) of a point that is kept at a tolerance in metres.
pub fn threshold(tolerance_m: f64) -> f64 {
    tolerance_m * tolerance_m / 2.0
}

/// Make the `count` most important points between the ends stay for ever.
fn keep_most_important(weights: &mut [f64], count: usize) {
    for _ in 0..count {
        let last = weights.len() - 1;
        let inner = (1..last).filter(|&at| weights[at].is_finite());
        if let Some(top) = inner.max_by(|&a, &b| weights[a].total_cmp(&weights[b])) {
            weights[top] = f64::INFINITY;
        }
    }
}

/// Room that is used again from arc to arc.
#[derive(Default)]
struct Weigher {
    weights: Vec<f64>,
    before: Vec<u32>,
    after: Vec<u32>,
    queue: BinaryHeap<Reverse<(Area, u32)>>,
}

/// An area that can stand in a queue: never NaN matters, since `total_cmp` orders it too.
#[derive(PartialEq)]
struct Area(f64);

impl Eq for Area {}

impl PartialOrd for Area {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Area {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.total_cmp(&other.0)
    }
}

impl Weigher {
    fn weigh(&mut self, points: &[Point]) -> &[f64] {
        self.start(points);
        let mut highest = 0.0_f64;
        while let Some(Reverse((Area(area), at))) = self.queue.pop() {
            let at = at as usize;
            if area != self.weights[at] {
                continue; // the point was weighed anew since, or is out already
            }
            highest = highest.max(area);
            let (before, after) = (self.before[at], self.after[at]);
            (self.after[before as usize], self.before[after as usize]) = (after, before);
            self.weights[at] = -1.0 - highest; // negative marks it as out until the end
            for side in [before, after] {
                self.weigh_point(points, side as usize);
            }
        }
        for weight in &mut self.weights {
            if *weight < 0.0 {
                *weight = -1.0 - *weight;
            }
        }
        &self.weights
    }

    fn start(&mut self, points: &[Point]) {
        self.weights.clear();
        self.weights.resize(points.len(), f64::INFINITY);
        self.before = (0..points.len() as u32).map(|at| at.saturating_sub(1)).collect();
        self.after = (1..=points.len() as u32).collect();
        self.queue.clear();
        for at in 1..points.len().saturating_sub(1) {
            self.weigh_point(points, at);
        }
    }

    fn weigh_point(&mut self, points: &[Point], at: usize) {
        if at == 0 || at + 1 == points.len() {
            return;
        }
        let (before, after) = (self.before[at] as usize, self.after[at] as usize);
        let area = (plane::turn(points[before], points[at], points[after]) / 2.0).abs();
        self.weights[at] = area;
        self.queue.push(Reverse((Area(area), at as u32)));
    }
}
