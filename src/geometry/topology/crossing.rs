//! Crossing: edges that run across each other where no node is.
//!
//! All edges are sorted into square cells about twice as wide as an edge is long; only edges of one cell are
//! compared. The time is proportional to the edges, however the map is drawn: cells with a heap of edges are
//! compared up to a limit.

use super::{ArcIx, Bounds, Point, Topology, plane};

/// Two arcs that cross, and where.
pub(super) struct Crossing {
    pub arcs: [ArcIx; 2],
    pub place: Point,
}

/// In one cell so many edges are compared with one another.
const CROWD: usize = 64;

/// Crossings of all arcs, up to a number of them.
pub(super) fn crossings(topology: &Topology, most: usize) -> Vec<Crossing> {
    let Some(cells) = Cells::of(topology) else { return Vec::new() };
    let (mut found, mut edges) = (Vec::new(), Vec::new());
    for cell in cells.start.windows(2) {
        let numbers = &cells.edges[cell[0] as usize..cell[1] as usize];
        if numbers.len() < 2 || found.len() >= most {
            continue;
        }
        edges.clear();
        edges.extend(numbers.iter().take(CROWD).map(|&number| (number, topology.edge(number))));
        for (at, &(one, edge)) in edges.iter().enumerate() {
            // the edge with the next number begins where this one ends
            for &(other, across) in edges[at + 1..].iter().filter(|it| one.abs_diff(it.0) > 1) {
                if cross(edge, across) {
                    let arcs = [one, other].map(|it| topology.arc_of_edge(it));
                    found.push(Crossing { arcs, place: meeting(edge, across) });
                }
            }
        }
    }
    found
}

/// Whether two edges cross at a point inside both.
fn cross([a, b]: [Point; 2], [c, d]: [Point; 2]) -> bool {
    let apart = |axis: usize| a[axis].max(b[axis]) < c[axis].min(d[axis]) || c[axis].max(d[axis]) < a[axis].min(b[axis]);
    if apart(0) || apart(1) || a == c || a == d || b == c || b == d {
        return false; // a common vertex is where borders may meet
    }
    let opposite = |one: f64, other: f64| (one > 0.0 && other < 0.0) || (one < 0.0 && other > 0.0);
    opposite(plane::turn(a, b, c), plane::turn(a, b, d)) && opposite(plane::turn(c, d, a), plane::turn(c, d, b))
}

fn meeting([a, b]: [Point; 2], [c, d]: [Point; 2]) -> Point {
    let (from, to) = (plane::turn(c, d, a), plane::turn(c, d, b));
    let share = from / (from - to);
    [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])]
}

/// Edges by the cells they pass.
struct Cells {
    south_west: Point,
    width: f64,
    columns: usize,
    rows: usize,
    start: Vec<u32>,
    edges: Vec<u32>,
}

impl Cells {
    fn of(topology: &Topology) -> Option<Self> {
        let bounds = topology.bounds()?;
        let edges = topology.point_count() - topology.arc_count();
        let length: f64 = topology.arcs().map(|(_, arc)| arc.length).sum();
        let mut cells = Self::plan(bounds, edges, 2.0 * length / edges as f64)?;
        let mut room = vec![0_u32; cells.columns * cells.rows + 1];
        cells.each(topology, |cell, _| room[cell] += 1);
        let mut sum: u32 = 0;
        for slot in &mut room {
            sum = sum.checked_add(std::mem::replace(slot, sum))?;
        }
        cells.edges = vec![0; sum as usize];
        let mut edges = std::mem::take(&mut cells.edges);
        cells.each(topology, |cell, edge| {
            edges[room[cell] as usize] = edge;
            room[cell] += 1;
        });
        room.insert(0, 0); // each slot was moved to its end
        (cells.start, cells.edges) = (room, edges);
        Some(cells)
    }

    /// Cells at least so wide, and not many more of them than edges.
    fn plan(bounds: Bounds, edges: usize, width: f64) -> Option<Self> {
        let most = 4 * edges as u64 + 16;
        let mut width = width.max(bounds.width().max(bounds.height()) / 1e6);
        if !(width > 0.0 && width.is_finite()) {
            return None;
        }
        let count = |length: f64, width: f64| (length / width) as u64 + 1;
        while count(bounds.width(), width) * count(bounds.height(), width) > most {
            width *= 1.5;
        }
        let (columns, rows) = (count(bounds.width(), width) as usize, count(bounds.height(), width) as usize);
        Some(Self { south_west: bounds.min, width, columns, rows, start: vec![], edges: vec![] })
    }

    /// Name every cell that every edge passes.
    fn each(&self, topology: &Topology, mut name: impl FnMut(usize, u32)) {
        let row = |y: f64| (((y - self.south_west[1]) / self.width).max(0.0) as usize).min(self.rows - 1);
        let column = |x: f64| (((x - self.south_west[0]) / self.width).max(0.0) as usize).min(self.columns - 1);
        for (arc, _) in topology.arcs() {
            for edge in topology.edges_of_arc(arc) {
                let [a, b] = topology.edge(edge);
                let (low, high) = if a[1] <= b[1] { (a, b) } else { (b, a) };
                let (first, last) = (row(low[1]), row(high[1]));
                for at in first..=last {
                    let (west, east) = self.stretch(low, high, at, first == last);
                    for across in column(west)..=column(east) {
                        name(at * self.columns + across, edge);
                    }
                }
            }
        }
    }

    /// West and east end of what an edge covers of a row, a little more rather than less.
    fn stretch(&self, low: Point, high: Point, row: usize, only: bool) -> (f64, f64) {
        if only {
            return (low[0].min(high[0]), low[0].max(high[0]));
        }
        let south = self.south_west[1] + self.width * row as f64;
        let slack = self.width * 1e-6;
        let at = |y: f64| low[0] + ((y - low[1]) / (high[1] - low[1])).clamp(0.0, 1.0) * (high[0] - low[0]);
        let (one, other) = (at(south - slack), at(south + self.width + slack));
        (one.min(other) - slack, one.max(other) + slack)
    }
}
