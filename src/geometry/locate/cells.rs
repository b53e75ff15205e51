//! Cells: a grid over the map that names, for a place, the few pieces whose rectangles lie there.
//!
//! One look finds them where a tree of rectangles takes a step per level, each to another corner of the memory: with 100,000
//! districts that was the larger part of finding the one under the cursor.
//!
//! **Promise.** Room for at most eight entries a piece, or one cell: where rectangles lie on top of each other the grid is coarser.

use crate::geometry::{Bounds, Point};

/// Entries a piece that a grid may have before it is made coarser.
const ENTRIES: u64 = 8;

/// The grid.
#[derive(Debug, Clone, Default)]
pub(super) struct Cells {
    corner: Point,
    /// Columns and rows.
    count: [u32; 2],
    per_metre: [f64; 2],
    start: Vec<u32>,
    entries: Vec<(Bounds, u32)>,
}

impl Cells {
    /// Sorts rectangles into cells; they are named by their place in the list.
    pub(super) fn of(boxes: &[Bounds]) -> Self {
        let Some(whole) = Bounds::of(boxes.iter().flat_map(|it| [it.min, it.max])) else { return Self::default() };
        let mut cells = Self { corner: whole.min, ..Self::default() };
        let mut wanted = boxes.len() as f64;
        loop {
            cells.plan(whole, wanted);
            let entries: u64 = boxes.iter().map(|it| cells.covered(it)).sum();
            if entries <= ENTRIES * boxes.len() as u64 || cells.count == [1, 1] {
                break;
            }
            wanted /= 4.0;
        }
        cells.fill(boxes);
        cells
    }

    /// About so many cells, as square as can be.
    fn plan(&mut self, whole: Bounds, wanted: f64) {
        let sides = [whole.width().max(f64::MIN_POSITIVE), whole.height().max(f64::MIN_POSITIVE)];
        let across = (wanted * sides[0] / sides[1]).sqrt().clamp(1.0, wanted.max(1.0));
        let count = [across, wanted / across].map(|it| it.clamp(1.0, 4_096.0) as u32);
        self.count = count;
        self.per_metre = [0, 1].map(|axis| {
            let per_metre = f64::from(count[axis]) / sides[axis];
            if per_metre.is_finite() { per_metre } else { 0.0 }
        });
    }

    /// Column or row of a coordinate; what lies outside belongs to the first or the last.
    fn at_axis(&self, axis: usize, coordinate: f64) -> u32 {
        let cell = ((coordinate - self.corner[axis]) * self.per_metre[axis]).max(0.0) as u32; // `as` is 0 for NaN
        cell.min(self.count[axis] - 1)
    }

    /// How many cells a rectangle lies over.
    fn covered(&self, it: &Bounds) -> u64 {
        let along = |axis: usize| u64::from(self.at_axis(axis, it.max[axis]) - self.at_axis(axis, it.min[axis])) + 1;
        along(0) * along(1)
    }

    fn over(&self, it: &Bounds) -> impl Iterator<Item = usize> + use<> {
        let [columns, rows] = [0, 1].map(|axis| self.at_axis(axis, it.min[axis])..=self.at_axis(axis, it.max[axis]));
        let width = self.count[0] as usize;
        rows.flat_map(move |row| columns.clone().map(move |column| row as usize * width + column as usize))
    }

    fn fill(&mut self, boxes: &[Bounds]) {
        let mut start = vec![0_u32; self.count[0] as usize * self.count[1] as usize + 1];
        boxes.iter().flat_map(|it| self.over(it)).for_each(|cell| start[cell + 1] += 1);
        for cell in 1..start.len() {
            start[cell] += start[cell - 1];
        }
        let mut entries = vec![(Bounds { min: [0.0; 2], max: [0.0; 2] }, 0); start.last().map_or(0, |it| *it as usize)];
        let mut next = start.clone();
        for (number, it) in boxes.iter().enumerate() {
            for cell in self.over(it) {
                entries[next[cell] as usize] = (*it, number as u32);
                next[cell] += 1;
            }
        }
        (self.start, self.entries) = (start, entries);
    }

    /// The rectangles that a place lies in.
    pub(super) fn at(&self, point: Point) -> impl Iterator<Item = usize> + '_ {
        let entries = if self.start.is_empty() {
            &[]
        } else {
            let cell = self.at_axis(1, point[1]) as usize * self.count[0] as usize + self.at_axis(0, point[0]) as usize;
            &self.entries[self.start[cell] as usize..self.start[cell + 1] as usize]
        };
        entries.iter().filter(move |it| it.0.contains(point)).map(|it| it.1 as usize)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use proptest::prelude::*;

    use super::*;

    fn bounds() -> impl Strategy<Value = Bounds> {
        let side = prop_oneof![Just(0.0), 0.0..3.0, 0.0..90.0];
        (0.0..100.0, 0.0..100.0, side.clone(), side).prop_map(|(x, y, width, height)| Bounds { min: [x, y], max: [x + width, y + height] })
    }

    proptest! {
        #[test]
        fn all_rectangles_over_a_place_are_named_once(boxes in prop::collection::vec(bounds(), 0..60), x in -10.0..200.0, y in -10.0..200.0) {
            let cells = Cells::of(&boxes);
            for point in [[x, y]].into_iter().chain(boxes.iter().flat_map(|it| [it.min, it.max])) {
                let mut found: Vec<usize> = cells.at(point).collect();
                found.sort_unstable();
                let slow: Vec<usize> = (0..boxes.len()).filter(|it| boxes[*it].contains(point)).collect();
                prop_assert_eq!(found, slow);
            }
        }
    }

    #[test]
    fn rectangles_on_top_of_each_other_take_no_more_than_their_room() {
        let boxes = vec![Bounds { min: [0.0; 2], max: [1_000.0, 1_000.0] }; 5_000];
        let cells = Cells::of(&boxes);
        assert!(cells.entries.len() <= 8 * boxes.len(), "{}", cells.entries.len());
        assert_eq!(cells.at([500.0, 500.0]).count(), 5_000);
    }

    #[test]
    fn places_without_end_are_in_no_rectangle() {
        let cells = Cells::of(&[Bounds { min: [0.0; 2], max: [1.0, 1.0] }]);
        assert_eq!(cells.at([f64::NAN, 0.5]).count() + cells.at([f64::INFINITY, 0.5]).count(), 0);
        assert_eq!(Cells::of(&[]).at([0.0, 0.0]).count(), 0);
    }
}
