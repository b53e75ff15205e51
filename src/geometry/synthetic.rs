//! Synthetic: coverages made for tests and benchmarks, of any size and always the same for the same seed.
//!
//! Cells of a shaken hexagonal lattice; every shared border is drawn by midpoint displacement, so it is as ragged as a
//! real one; about one district in a hundred has a second part far away, one in two hundred is an enclave.
//! **Promise.** Neighbours share identical vertices: the coverage is clean until [`dirty`] spoils it.
//! **Not here.** Nothing of this is data about any real place, and the program itself never shows it.

use std::collections::HashSet;

use geo::{Coord, LineString, MultiPolygon, Polygon};

use super::Point;
use super::topology::Topology;

/// Width of a cell in metres; eleven thousand of them cover a country of Germany's size.
const CELL: f64 = 5_700.0;
/// South-west corner in metres, so that numbers are as large as real ones.
const ORIGIN: Point = [300_000.0, 5_300_000.0];
/// How far a border strays sideways at each halving, against the length of what is halved.
const STRAY: f64 = 0.08;

/// A clean coverage of so many districts, about so many vertices each.
pub fn coverage(districts: usize, vertices_per_district: usize, seed: u64) -> Vec<MultiPolygon<f64>> {
    let (enclaves, second_parts) = (districts / 200, districts / 100);
    let hosts = districts - enclaves;
    let maker = Maker::new(hosts + second_parts, vertices_per_district, seed);
    let mut boundaries: Vec<MultiPolygon<f64>> =
        (0..hosts).map(|cell| MultiPolygon(vec![Polygon::new(maker.ring(cell), vec![])])).collect();
    for part in 0..second_parts {
        let host = (part * 97 + hosts / 3) % hosts;
        boundaries[host].0.push(Polygon::new(maker.ring(hosts + part), vec![]));
    }
    for enclave in 0..enclaves {
        let host = (enclave * 193 + 5) % hosts;
        let ring = maker.enclave(host);
        boundaries[host].0[0].interiors_push(ring.clone());
        boundaries.push(MultiPolygon(vec![Polygon::new(ring, vec![])]));
    }
    boundaries
}

/// The same coverage as a careless office delivers it: every copy of a vertex moved by up to 0.2 m on its own, so that
/// slivers up to 0.4 m wide lie between neighbours, and one in a hundred vertices along a border left out.
pub fn dirty(clean: &[MultiPolygon<f64>], seed: u64) -> Vec<MultiPolygon<f64>> {
    let topology = Topology::build(clean, 0.0).topology;
    let ends = topology.arcs().flat_map(|(arc, _)| {
        let points = topology.arc_points(arc);
        [points[0], points[points.len() - 1]]
    });
    let nodes: HashSet<[u64; 2]> = ends.map(|it| it.map(f64::to_bits)).collect();
    let mut chance = Chance(seed);
    let mut spoil = |line: &LineString<f64>| {
        let open = line.0.split_last().map_or(&[][..], |(_, open)| open); // the last point repeats the first
        let kept = open.iter().filter(|at| nodes.contains(&[at.x.to_bits(), at.y.to_bits()]) || chance.share() > 0.01);
        let kept: Vec<Coord<f64>> = kept.copied().collect();
        LineString(kept.into_iter().map(|at| chance.shake(at, 0.2)).collect())
    };
    let spoiled = clean.iter().map(|boundary| {
        let polygons = boundary.iter().map(|polygon| {
            let holes = polygon.interiors().iter().map(&mut spoil).collect();
            Polygon::new(spoil(polygon.exterior()), holes)
        });
        MultiPolygon(polygons.collect())
    });
    spoiled.collect()
}

/// A plain grid of squares, row by row from the south-west corner: `columns` × `rows` districts of `side` metres.
pub fn grid(columns: usize, rows: usize, side: f64) -> Vec<MultiPolygon<f64>> {
    let square = |at: usize| {
        let (x, y) = ((at % columns) as f64 * side, (at / columns) as f64 * side);
        let corners = [[x, y], [x + side, y], [x + side, y + side], [x, y + side]];
        MultiPolygon(vec![Polygon::new(LineString::from(corners.to_vec()), vec![])])
    };
    (0..columns * rows).map(square).collect()
}

/// Makes the lattice; every corner and border follows from its place and the seed alone.
struct Maker {
    columns: usize,
    halvings: f64,
    seed: u64,
}

/// A corner of the lattice: the cells of row `r` lie between the corner rows `r` and `r + 1`, three corners each.
type Corner = (u64, u64);

impl Maker {
    fn new(cells: usize, vertices: usize, seed: u64) -> Self {
        let columns = ((cells as f64).sqrt().ceil() as usize).max(1);
        Self { columns, halvings: (vertices as f64 / 6.0).max(1.0).log2(), seed }
    }

    fn corners(&self, cell: usize) -> [Corner; 6] {
        let (row, column) = ((cell / self.columns) as u64, (cell % self.columns) as u64);
        let west = 2 * column + row % 2;
        [(west, row), (west + 1, row), (west + 2, row), (west + 2, row + 1), (west + 1, row + 1), (west, row + 1)]
    }

    fn ring(&self, cell: usize) -> LineString<f64> {
        let corners = self.corners(cell);
        let mut points: Vec<Point> = Vec::new();
        for at in 0..6 {
            points.extend(self.border(corners[at], corners[(at + 1) % 6]));
            points.pop();
        }
        LineString::from(points)
    }

    fn chance(&self, corners: &[Corner]) -> Chance {
        let mut chance = Chance(self.seed);
        for &(x, y) in corners {
            chance = Chance(chance.next() ^ (x << 32 | y));
        }
        chance
    }

    /// Where a corner lies: on the hexagonal lattice, shaken by up to a sixth of a cell.
    fn place(&self, corner: Corner) -> Point {
        let mut chance = self.chance(&[corner]);
        let (x, y) = (corner.0 as f64, corner.1 as f64);
        let tooth = if (corner.0 + corner.1).is_multiple_of(2) { 0.14 } else { -0.14 };
        let shake = |chance: &mut Chance| (chance.share() - 0.5) / 3.0;
        let place = [x / 2.0 + shake(&mut chance), y * 0.87 + tooth + shake(&mut chance)];
        [millimetres(ORIGIN[0] + CELL * place[0]), millimetres(ORIGIN[1] + CELL * place[1])]
    }

    /// The border between two corners, drawn in one direction and turned round where wanted in the other.
    fn border(&self, from: Corner, to: Corner) -> Vec<Point> {
        let (low, high) = (from.min(to), from.max(to));
        let mut chance = self.chance(&[low, high]);
        let halvings = (self.halvings + 1.2 * (chance.share() - 0.5)).round() as i32;
        let mut points = vec![self.place(low), self.place(high)];
        for level in 0..halvings {
            let stray = STRAY * 2_f64.powf(-0.4 * f64::from(level));
            points = halve(&points, stray, &mut chance);
        }
        if from != low {
            points.reverse();
        }
        points
    }

    /// A wobbly ring well inside a cell.
    fn enclave(&self, cell: usize) -> LineString<f64> {
        let places = self.corners(cell).map(|corner| self.place(corner));
        let middle = [0, 1].map(|axis| places.iter().map(|it| it[axis]).sum::<f64>() / 6.0);
        let count = (6.0 * 2_f64.powf(self.halvings) / 3.0).max(8.0) as usize;
        let mut chance = self.chance(&self.corners(cell));
        let phase = 6.3 * chance.share();
        let point = |at: usize| {
            let angle = std::f64::consts::TAU * at as f64 / count as f64;
            let radius = CELL * 0.12 * (1.0 + 0.15 * (5.0 * angle + phase).sin());
            [millimetres(middle[0] + radius * angle.cos()), millimetres(middle[1] + radius * angle.sin())]
        };
        LineString::from((0..count).map(point).collect::<Vec<_>>())
    }
}

/// Every step of a line halved at a point a little aside.
fn halve(points: &[Point], stray: f64, chance: &mut Chance) -> Vec<Point> {
    let mut finer = Vec::with_capacity(2 * points.len());
    for pair in points.windows(2) {
        let ([ax, ay], [bx, by]) = (pair[0], pair[1]);
        let aside = stray * (2.0 * chance.share() - 1.0);
        let middle = [(ax + bx) / 2.0 - aside * (by - ay), (ay + by) / 2.0 + aside * (bx - ax)];
        finer.extend([pair[0], middle.map(millimetres)]);
    }
    finer.extend(points.last());
    finer
}

fn millimetres(metres: f64) -> f64 {
    (metres * 1e3).round() / 1e3
}

/// A small generator of even quality: Steele, Lea & Flood, *Fast splittable pseudorandom number generators*,
/// OOPSLA 2014 (SplitMix64).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// From 0 to just below 1.
    fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Moved by up to `radius` metres in any direction.
    fn shake(&mut self, at: Coord<f64>, radius: f64) -> Coord<f64> {
        let (angle, far) = (std::f64::consts::TAU * self.share(), radius * self.share().sqrt());
        Coord { x: at.x + far * angle.cos(), y: at.y + far * angle.sin() }
    }
}
