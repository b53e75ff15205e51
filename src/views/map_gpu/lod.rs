//! Levels of detail: which points of each border remain at which scale.
//!
//! Points leave by their importance (`geometry::simplify`), which belongs to the border: both neighbours lose the
//! same ones and no gap can open.
//!
//! **Promise.** Every level is a subset of the one before it; ends of arcs stay; a ring of its own stays a ring or,
//! once it is smaller than the tolerance, leaves altogether on both sides.

use crate::geometry::{
    Point,
    simplify::{Importance, threshold},
    topology::Topology,
};

/// All borders relative to the mesh's origin, flat: one arc after another.
#[derive(Debug, Default, Clone)]
pub(super) struct Borders {
    /// Metres east and north of the origin.
    pub points: Vec<[f32; 2]>,
    /// Effective area of each point, square metres; infinite where it stays.
    pub weights: Vec<f32>,
    /// Where each arc starts, with one number more at the end.
    pub starts: Vec<u32>,
}

impl Borders {
    /// All arcs in f32 around the origin.
    pub fn of(topology: &Topology, importance: &Importance, origin: Point) -> Self {
        let mut all = Self { starts: vec![0], ..Self::default() };
        for (number, _) in topology.arcs() {
            let points = topology.arc_points(number).iter();
            all.points.extend(points.map(|it| [(it[0] - origin[0]) as f32, (it[1] - origin[1]) as f32]));
            all.weights.extend(importance.of_arc(number).iter().map(|it| *it as f32));
            all.starts.push(all.points.len() as u32);
        }
        all
    }

    /// Number of arcs.
    pub fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// The points of one arc; none where the number is unknown.
    pub fn points(&self, arc: usize) -> &[[f32; 2]] {
        self.span(arc).and_then(|it| self.points.get(it)).unwrap_or_default()
    }

    /// The weights of one arc.
    pub fn weights(&self, arc: usize) -> &[f32] {
        self.span(arc).and_then(|it| self.weights.get(it)).unwrap_or_default()
    }

    fn span(&self, arc: usize) -> Option<std::ops::Range<usize>> {
        Some(*self.starts.get(arc)? as usize..*self.starts.get(arc + 1)? as usize)
    }

    /// The borders at a tolerance in metres.
    pub fn at(&self, tolerance: f64) -> Self {
        let mut level = Self { starts: vec![0], ..Self::default() };
        for arc in 0..self.len() {
            let (points, weights) = (self.points(arc), self.weights(arc));
            let floor = floor_for(points, tolerance);
            for (&point, &weight) in points.iter().zip(weights).filter(|(_, weight)| floor <= **weight) {
                level.points.push(point);
                level.weights.push(weight);
            }
            level.starts.push(level.points.len() as u32);
        }
        level
    }
}

/// The least weight that stays in an arc of these points at the tolerance: with a ring smaller than the tolerance
/// it is no number, so that nothing stays of it on either side.
pub(super) fn floor_for(points: &[[f32; 2]], tolerance: f64) -> f32 {
    let ring = points.first() == points.last();
    if ring && diagonal(points) < tolerance as f32 { f32::NAN } else { threshold(tolerance) as f32 }
}

fn diagonal(points: &[[f32; 2]]) -> f32 {
    let [w, s, e, n] = box_of(points.iter().copied());
    (e - w).hypot(n - s)
}

/// `[west, south, east, north]` of the points; inside out when there are none.
pub(super) fn box_of(points: impl IntoIterator<Item = [f32; 2]>) -> [f32; 4] {
    points.into_iter().fold(EMPTY, |[w, s, e, n], [x, y]| [w.min(x), s.min(y), e.max(x), n.max(y)])
}

/// The box that adds nothing.
pub(super) const EMPTY: [f32; 4] = [f32::INFINITY, f32::INFINITY, f32::NEG_INFINITY, f32::NEG_INFINITY];

/// The tolerances worth a level of their own, in metres, finest first and 0 for all points.
///
/// The coarsest but one suits the whole map on a screen of nine hundred pixels, the coarsest a moving picture of it. A
/// level that would keep more than three quarters of the points of the one before it is left out.
pub(super) fn tolerances(borders: &Borders, extent: f64) -> Vec<f64> {
    let whole_map = extent / 1200.0;
    let mut kept = borders.points.len();
    let mut chosen = vec![0.0];
    for share in [1.0 / 10.0, 1.0 / 4.0, 1.0, 2.5] {
        let floor = threshold(whole_map * share) as f32;
        let remaining = borders.weights.iter().filter(|it| floor <= **it).count();
        if remaining * 4 < kept * 3 {
            kept = remaining;
            chosen.push(whole_map * share);
        }
    }
    chosen
}
