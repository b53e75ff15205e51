//! Insert: an edge without twin runs through the loose vertices of other districts that nearly lie on it.

use super::grid::Grid;
use super::rewrite::Rewrite;
use super::{Note, districts_at, loose_vertices};
use crate::geometry::topology::twins::Sides;
use crate::geometry::{Point, plane};

/// Which vertices are to be added to which sides.
pub(super) fn find(sides: &Sides, places: &[Point], tolerance_m: f64, note: &mut Note) -> Rewrite {
    let loose = loose_vertices(sides, places.len());
    let points = loose.iter().map(|&vertex| (vertex, places[vertex as usize]));
    let mut rewrite = Rewrite::default();
    let Some(grid) = Grid::of(points, fitting_cell(sides, places, tolerance_m)) else { return rewrite };
    let mut seeker = Seeker { sides, places, tolerance_m, found: Vec::new() };
    for side in sides.open() {
        seeker.seek(&grid, side);
        for &(_, vertex, apart) in &seeker.found {
            let districts = districts_at(sides, vertex).chain([sides.district[side as usize]]);
            note.add(districts, places[vertex as usize], apart);
        }
        if !seeker.found.is_empty() {
            rewrite.insert(side, seeker.found.iter().map(|it| it.1).collect());
        }
    }
    rewrite
}

/// Half the mean length of the open edges: then all edges together pass few cells.
fn fitting_cell(sides: &Sides, places: &[Point], tolerance_m: f64) -> f64 {
    let edges = sides.open().map(|side| ends(sides, places, side)).map(|[a, b]| plane::distance(a, b));
    let (count, length) = edges.fold((0.0, 0.0), |(count, sum), length| (count + 1.0, sum + length));
    (4.0 * tolerance_m).max(length / f64::max(count, 1.0) / 2.0)
}

fn ends(sides: &Sides, places: &[Point], side: u32) -> [Point; 2] {
    [places[sides.from[side as usize] as usize], places[sides.to(side) as usize]]
}

struct Seeker<'a> {
    sides: &'a Sides,
    places: &'a [Point],
    tolerance_m: f64,
    /// How far along the edge, which vertex, how far off.
    found: Vec<(f64, u32, f64)>,
}

impl Seeker<'_> {
    /// Find the vertices near a side, in the order in which it passes them.
    fn seek(&mut self, grid: &Grid, side: u32) {
        self.found.clear();
        let [a, b] = ends(self.sides, self.places, side);
        let (south, north) = (a[1].min(b[1]) - self.tolerance_m, a[1].max(b[1]) + self.tolerance_m);
        for row in grid.row(south)..=grid.row(north) {
            let Some((west, east)) = self.stretch([a, b], grid.south_of(row), grid.cell()) else { continue };
            for vertex in grid.in_row(row, grid.column(west)..=grid.column(east)) {
                self.weigh(side, vertex);
            }
        }
        self.found.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    }

    /// West and east end of what an edge and its tolerance cover of a row.
    fn stretch(&self, [a, b]: [Point; 2], south: f64, cell: f64) -> Option<(f64, f64)> {
        let (low, high) = if a[1] <= b[1] { (a, b) } else { (b, a) };
        let (from, to) = (south - self.tolerance_m, south + cell + self.tolerance_m);
        if high[1] < from || to < low[1] {
            return None;
        }
        let rise = high[1] - low[1];
        let at = |y: f64| {
            let share = if rise > 0.0 { ((y - low[1]) / rise).clamp(0.0, 1.0) } else { 0.0 };
            low[0] + share * (high[0] - low[0])
        };
        let (one, other) = if rise > 0.0 { (at(from), at(to)) } else { (low[0], high[0]) };
        Some((one.min(other) - self.tolerance_m, one.max(other) + self.tolerance_m))
    }

    fn weigh(&mut self, side: u32, vertex: u32) {
        let (from, to) = (self.sides.from[side as usize], self.sides.to(side));
        let own = self.sides.district[side as usize];
        if vertex == from || vertex == to || districts_at(self.sides, vertex).any(|it| it == own) {
            return;
        }
        let place = self.places[vertex as usize];
        let (share, nearest) = plane::nearest_on_segment(place, self.places[from as usize], self.places[to as usize]);
        let apart = plane::distance(place, nearest);
        if 0.0 < share && share < 1.0 && apart <= self.tolerance_m {
            self.found.push((share, vertex, apart));
        }
    }
}
