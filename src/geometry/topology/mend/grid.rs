//! Grid: points sorted into square cells, to find what lies near without looking at everything.

use crate::geometry::{Bounds, Point};

/// Points in cells, row by row.
pub(super) struct Grid {
    origin: Point,
    cell: f64,
    /// Row, column and number of each point, in order.
    entries: Vec<(u32, u32, u32)>,
}

impl Grid {
    /// Sort points (number and place) into cells at least `cell` wide.
    pub(super) fn of(points: impl Iterator<Item = (u32, Point)> + Clone, cell: f64) -> Option<Self> {
        let bounds = Bounds::of(points.clone().map(|(_, place)| place))?;
        let widest = bounds.width().max(bounds.height());
        let cell = cell.max(widest / f64::from(1_u32 << 31)); // columns and rows must be numbered in 32 bits
        if !(cell > 0.0 && cell.is_finite()) {
            return None;
        }
        let mut grid = Self { origin: bounds.min, cell, entries: Vec::new() };
        grid.entries = points.map(|(number, place)| (grid.row(place[1]), grid.column(place[0]), number)).collect();
        grid.entries.sort_unstable();
        Some(grid)
    }

    /// The column of a coordinate; what lies west of all points belongs to the first.
    pub(super) fn column(&self, x: f64) -> u32 {
        ((x - self.origin[0]) / self.cell).max(0.0) as u32
    }

    /// The row of a coordinate; what lies south of all points belongs to the first.
    pub(super) fn row(&self, y: f64) -> u32 {
        ((y - self.origin[1]) / self.cell).max(0.0) as u32
    }

    /// The southern edge of a row.
    pub(super) fn south_of(&self, row: u32) -> f64 {
        self.origin[1] + self.cell * f64::from(row)
    }

    /// The width of a cell in metres.
    pub(super) fn cell(&self) -> f64 {
        self.cell
    }

    /// How many points lie in the fullest cell.
    pub(super) fn crowd(&self) -> usize {
        self.entries.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)).map(<[_]>::len).max().unwrap_or(0)
    }

    /// The points in a row from one column to another.
    pub(super) fn in_row(&self, row: u32, columns: std::ops::RangeInclusive<u32>) -> impl Iterator<Item = u32> {
        let begin = self.entries.partition_point(|&(r, c, _)| (r, c) < (row, *columns.start()));
        let here = self.entries[begin..].iter();
        here.take_while(move |&&(r, c, _)| r == row && c <= *columns.end()).map(|&(_, _, number)| number)
    }

    /// Every pair of points in the same or in touching cells, each once. Where very many lie together, each is
    /// paired only with the next hundred: a heap of points that dense has no shape to mend.
    pub(super) fn pairs(&self, mut pair: impl FnMut(u32, u32)) {
        const MOST: usize = 100;
        let mut above = 0;
        for (at, &(row, column, one)) in self.entries.iter().enumerate() {
            let beside = self.entries[at + 1..].iter().take(MOST);
            for &(_, _, other) in beside.take_while(|&&(r, c, _)| r == row && c <= column + 1) {
                pair(one, other);
            }
            let west = (row + 1, column.saturating_sub(1));
            while self.entries.get(above).is_some_and(|&(r, c, _)| (r, c) < west) {
                above += 1;
            }
            let north = self.entries[above..].iter().take(MOST);
            for &(_, _, other) in north.take_while(|&&(r, c, _)| r == row + 1 && c <= column + 1) {
                pair(one, other);
            }
        }
    }
}
