//! The borders in sight that are drawn as strokes, as segments for the card.
//!
//! **Promise.** Cost depends on the borders in sight and their points at this scale, never on the number of
//! areas. Later classes come after earlier ones, so that they lie above.
//! **Not here.** Hairs: the card draws them from the mesh's own borders.

use std::{ops::Range, sync::Arc};

use bytemuck::{Pod, Zeroable};

use super::{
    LineClass, MapLook, MapMesh, Mark,
    lod::{box_of, floor_for},
    paint::LINE_CLASSES,
};

/// One piece of a stroke with its neighbours on the line; a neighbour that is missing repeats the end.
#[derive(Debug, Clone, Copy, PartialEq, Pod, Zeroable)]
#[repr(C)]
pub(super) struct Segment {
    /// The point before, then the start; metres from the mesh's origin.
    pub before: [f32; 4],
    /// The end, then the point after.
    pub after: [f32; 4],
    /// Metres along the arc to start and end, and its whole length.
    pub along: [f32; 3],
    pub class: u32,
}

/// Segments by class, lowest first.
#[derive(Debug, Default, Clone, PartialEq)]
pub(super) struct Strokes {
    pub segments: Vec<Segment>,
    /// Where each class that occurs lies, and whether it has a casing.
    pub classes: Vec<(Range<u32>, bool)>,
}

/// What was gathered, so that it is not gathered again while it still serves.
#[derive(Debug, Clone)]
pub(super) struct Gathered {
    mesh: Arc<MapMesh>,
    look: Arc<MapLook>,
    wanted: Wanted,
    region: [f32; 4],
    tolerance: f64,
}

/// Which borders are wanted: all by their class, or some.
#[derive(Debug, Clone)]
pub(super) enum Wanted {
    ByClass(Arc<Vec<u8>>),
    Marks(Arc<Vec<Mark>>),
}

impl Wanted {
    fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::ByClass(a), Self::ByClass(b)) => Arc::ptr_eq(a, b),
            (Self::Marks(a), Self::Marks(b)) => Arc::ptr_eq(a, b),
            _ => false,
        }
    }
}

impl Gathered {
    /// Prepares for a map that shows `sight` (metres from the origin): half as much again on every side.
    pub fn around(mesh: &Arc<MapMesh>, look: &Arc<MapLook>, wanted: Wanted, sight: [f32; 4], tolerance: f64) -> Self {
        let [w, s, e, n] = sight;
        let (x, y) = ((e - w) / 2.0, (n - s) / 2.0);
        Self { mesh: Arc::clone(mesh), look: Arc::clone(look), wanted, region: [w - x, s - y, e + x, n + y], tolerance }
    }

    /// Whether it also serves this map: same content, still in the region, scale not far off.
    pub fn serves(&self, mesh: &Arc<MapMesh>, look: &Arc<MapLook>, wanted: &Wanted, sight: [f32; 4], tolerance: f64) -> bool {
        let inside = self.region[0] <= sight[0] && self.region[1] <= sight[1] && sight[2] <= self.region[2] && sight[3] <= self.region[3];
        let scale = tolerance / self.tolerance.max(f64::MIN_POSITIVE);
        inside && (0.7..=1.4).contains(&scale) && Arc::ptr_eq(&self.mesh, mesh) && Arc::ptr_eq(&self.look, look) && self.wanted.same(wanted)
    }

    /// The segments in the region.
    pub fn strokes(&self) -> Strokes {
        let mut by_class: Vec<Vec<Segment>> = vec![Vec::new(); LINE_CLASSES];
        let mut add = |arc: usize, class: u8| {
            let drawn = self.look.stroke(class).filter(|_| self.meets(arc));
            if let Some((line, segments)) = drawn.zip(by_class.get_mut(usize::from(class))) {
                self.push(arc, class, self.tolerance * generosity(&line), segments);
            }
        };
        match &self.wanted {
            Wanted::ByClass(classes) => classes.iter().enumerate().filter(|it| 0 < *it.1).for_each(|(arc, class)| add(arc, *class)),
            Wanted::Marks(marks) => marks.iter().for_each(|it| add(it.arc as usize, it.class)),
        }
        self.joined(by_class)
    }

    fn meets(&self, arc: usize) -> bool {
        self.mesh.boxes.get(arc).is_some_and(|it| meet(*it, self.region))
    }

    fn push(&self, arc: usize, class: u8, tolerance: f64, segments: &mut Vec<Segment>) {
        let (points, weights) = (self.mesh.borders.points(arc), self.mesh.borders.weights(arc));
        let floor = floor_for(points, tolerance);
        let kept: Vec<[f32; 2]> = points.iter().zip(weights).filter(|it| floor <= *it.1).map(|it| *it.0).collect();
        let ring = 3 < kept.len() && kept.first() == kept.last();
        let length: f32 = kept.windows(2).map(|it| apart(it[0], it[1])).sum();
        let mut walked = 0.0;
        for (number, pair) in kept.windows(2).enumerate() {
            let [a, b] = [pair[0], pair[1]];
            let before = number.checked_sub(1).and_then(|it| kept.get(it)).copied();
            let before = before.or(if ring { kept.get(kept.len() - 2).copied() } else { None }).unwrap_or(a);
            let after = kept.get(number + 2).copied();
            let after = after.or(if ring { kept.get(1).copied() } else { None }).unwrap_or(b);
            let end = walked + apart(a, b);
            if meet(box_of([a, b]), self.region) {
                segments.push(Segment {
                    before: [before[0], before[1], a[0], a[1]],
                    after: [b[0], b[1], after[0], after[1]],
                    along: [walked, end, length],
                    class: u32::from(class),
                });
            }
            walked = end;
        }
    }

    fn joined(&self, by_class: Vec<Vec<Segment>>) -> Strokes {
        let mut out = Strokes::default();
        for (class, segments) in by_class.into_iter().enumerate().filter(|it| !it.1.is_empty()) {
            let first = out.segments.len() as u32;
            out.segments.extend(segments);
            let cased = self.look.stroke(class as u8).is_some_and(|it| 0.0 < it.casing_width);
            out.classes.push((first..out.segments.len() as u32, cased));
        }
        out
    }
}

/// How much coarser than the surfaces a line may run: under a casing the difference is hidden, and a wide line that
/// follows every notch is restless.
fn generosity(line: &LineClass) -> f64 {
    if line.width + 1.5 < line.casing_width { 1.8 } else { 1.0 }
}

fn meet(a: [f32; 4], b: [f32; 4]) -> bool {
    a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]
}

fn apart(a: [f32; 2], b: [f32; 2]) -> f32 {
    (b[0] - a[0]).hypot(b[1] - a[1])
}
