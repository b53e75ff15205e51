//! Insert: an edge without twin runs through the loose vertices of other districts that nearly lie on it.
//!
//! Vertices are sorted into cells about as wide as an edge is long. Where they crowd in few cells, as at the ends of the teeth
//! of a comb, a tree of rectangles finds them instead ([`Corridor`]): the time grows with what lies near, not with its square.

use rstar::primitives::GeomWithData;
use rstar::{AABB, RTree, SelectionFunction};

use super::grid::Grid;
use super::rewrite::Rewrite;
use super::{Note, districts_at, loose_vertices};
use crate::geometry::topology::twins::Sides;
use crate::geometry::{Point, plane};

/// A cell with more vertices is too full to be looked through for every edge that passes.
const CROWD: usize = 256;
/// In a crowd so many vertices are weighed for each edge on average, and then no more.
const WEIGHED: usize = 64;

type Vertex = GeomWithData<Point, u32>;

/// Which vertices are to be added to which sides.
pub(super) fn find(sides: &Sides, places: &[Point], tolerance_m: f64, note: &mut Note) -> Rewrite {
    let loose = loose_vertices(sides, places.len());
    let points = loose.iter().map(|&vertex| (vertex, places[vertex as usize]));
    let mut rewrite = Rewrite::default();
    let Some(grid) = Grid::of(points.clone(), fitting_cell(sides, places, tolerance_m)) else { return rewrite };
    let crowded = grid.crowd() > CROWD;
    let tree = crowded.then(|| RTree::bulk_load(points.map(|(vertex, place)| Vertex::new(place, vertex)).collect()));
    let budget = WEIGHED * (sides.from.len() + CROWD);
    let mut seeker = Seeker { sides, places, tolerance_m, found: Vec::new(), weighed: 0 };
    for side in sides.open() {
        match &tree {
            Some(_) if seeker.weighed > budget => break,
            Some(tree) => seeker.seek_in_crowd(tree, side),
            None => seeker.seek(&grid, side),
        }
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
    /// How many vertices were looked at so far.
    weighed: usize,
}

/// All that lies within the tolerance of an edge.
struct Corridor {
    from: Point,
    to: Point,
    tolerance_m: f64,
}

impl SelectionFunction<Vertex> for Corridor {
    fn should_unpack_parent(&self, envelope: &AABB<Point>) -> bool {
        self.meets(envelope.lower(), envelope.upper())
    }

    fn should_unpack_leaf(&self, leaf: &Vertex) -> bool {
        self.meets(*leaf.geom(), *leaf.geom())
    }
}

impl Corridor {
    /// Whether the edge passes the rectangle within the tolerance of its sides, rather once too often than too seldom.
    fn meets(&self, low: Point, high: Point) -> bool {
        let (mut enters, mut leaves) = (0.0_f64, 1.0_f64);
        for axis in 0..2 {
            let slack = self.tolerance_m * 1.001 + 1e-9;
            let (least, most) = (low[axis] - slack, high[axis] + slack);
            let (from, way) = (self.from[axis], self.to[axis] - self.from[axis]);
            if way == 0.0 {
                if from < least || most < from {
                    return false;
                }
            } else {
                let (one, other) = ((least - from) / way, (most - from) / way);
                (enters, leaves) = (enters.max(one.min(other)), leaves.min(one.max(other)));
            }
        }
        enters <= leaves + 1e-9
    }
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
        self.sort();
    }

    /// The same where vertices crowd.
    fn seek_in_crowd(&mut self, tree: &RTree<Vertex>, side: u32) {
        self.found.clear();
        let [from, to] = ends(self.sides, self.places, side);
        for near in tree.locate_with_selection_function(Corridor { from, to, tolerance_m: self.tolerance_m }) {
            self.weigh(side, near.data);
        }
        self.sort();
    }

    fn sort(&mut self) {
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
        self.weighed += 1;
        if vertex == from || vertex == to {
            return;
        }
        let place = self.places[vertex as usize];
        let (share, nearest) = plane::nearest_on_segment(place, self.places[from as usize], self.places[to as usize]);
        let apart = plane::distance(place, nearest);
        let own = self.sides.district[side as usize];
        let near = 0.0 < share && share < 1.0 && apart <= self.tolerance_m;
        if near && districts_at(self.sides, vertex).all(|it| it != own) {
            self.found.push((share, vertex, apart));
        }
    }
}
