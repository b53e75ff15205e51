//! What the mesh and the numbers for the shaders promise, without a graphics adapter.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod view;

use std::sync::Arc;

use eframe::egui::{Color32, vec2};
use geo::{LineString, MultiPolygon, Polygon};

use super::{
    Camera, LineClass, LineKind, LineLayer, MapLook, MapMesh, Mark,
    strokes::{Gathered, Wanted},
    triangles::{NOBODY, in_sight},
};
use crate::{
    geometry::{simplify::Importance, topology::Topology},
    views::theme::{Scheme, Theme},
};

const COLUMNS: usize = 6;
const ROWS: usize = 4;
const STEPS: usize = 400;

/// A wavy line from (0,0) to (1,0), the same for everyone who asks with the same number.
fn wave(number: usize, t: f64) -> f64 {
    let phase = number as f64 * 1.7;
    (t * std::f64::consts::PI).sin() * (0.08 * (t * 9.0 + phase).sin() + 0.03 * (t * 31.0 + phase).cos())
}

/// The side between two corners of the grid, wavy inside, 1 km long.
fn side(from: [usize; 2], to: [usize; 2]) -> Vec<[f64; 2]> {
    let (a, b) = (from.min(to), from.max(to));
    let number = a[0] * 31 + a[1] * 7 + usize::from(a[0] == b[0]);
    let point = |step: usize| {
        let t = step as f64 / STEPS as f64;
        let off = wave(number, t);
        let [dx, dy] = [b[0] as f64 - a[0] as f64, b[1] as f64 - a[1] as f64];
        [(a[0] as f64 + dx * t - dy * off) * 1000.0 + 5e5, (a[1] as f64 + dy * t + dx * off) * 1000.0 + 5.7e6]
    };
    let mut points: Vec<_> = (0..=STEPS).map(point).collect();
    if from != a {
        points.reverse();
    }
    points
}

/// A grid of wavy squares; the one in the middle has an island district inside.
fn coverage() -> Vec<MultiPolygon<f64>> {
    let island = |scale: f64| -> LineString<f64> {
        let around = (0..=40).map(|it| f64::from(it % 40) / 40.0 * std::f64::consts::TAU);
        around.map(|it| (5e5 + 2500.0 + scale * it.cos(), 5.7e6 + 1500.0 + scale * it.sin())).collect()
    };
    let mut all = Vec::new();
    for row in 0..ROWS {
        for column in 0..COLUMNS {
            let corners = [[column, row], [column + 1, row], [column + 1, row + 1], [column, row + 1], [column, row]];
            let ring: LineString<f64> = corners.windows(2).flat_map(|it| side(it[0], it[1])).map(|[x, y]| (x, y)).collect();
            let holes = if (column, row) == (2, 1) { vec![island(200.0)] } else { Vec::new() };
            all.push(Polygon::new(ring, holes).into());
        }
    }
    all.push(Polygon::new(island(200.0), Vec::new()).into());
    all
}

fn topology() -> Topology {
    Topology::build(&coverage(), 0.5).topology
}

fn mesh_of(topology: &Topology) -> MapMesh {
    MapMesh::build(topology, &Importance::of(topology), true)
}

/// Surface per district from the triangles of a level, square metres.
fn surfaces(mesh: &MapMesh, level: usize) -> Vec<f64> {
    let level = &mesh.levels[level];
    let (corners, indices) = (level.corners.here().unwrap(), level.indices.here().unwrap());
    let mut sums = vec![0.0; mesh.district_count()];
    for triangle in indices.chunks(3) {
        let [a, b, c] = [0, 1, 2].map(|it| corners[triangle[it] as usize]);
        assert!(a.district == b.district && b.district == c.district);
        let [a, b, c, district] = [a.at.map(f64::from), b.at.map(f64::from), c.at.map(f64::from), [f64::from(a.district); 2]];
        sums[district[0] as usize] += ((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])).abs() / 2.0;
    }
    sums
}

#[test]
fn triangles_cover_exactly_their_district() {
    let topology = topology();
    let mesh = mesh_of(&topology);
    for (district, surface) in topology.districts().zip(surfaces(&mesh, 0)) {
        let exact = topology.surface(district);
        assert!((surface - exact).abs() < exact * 1e-5, "{district:?}: {surface} instead of {exact}");
    }
}

#[test]
fn coarser_levels_have_fewer_points_and_neither_gap_nor_overlap() {
    let topology = topology();
    let mesh = mesh_of(&topology);
    assert!(3 < mesh.level_count(), "{} levels", mesh.level_count());
    let whole: f64 = outline_surface(&mesh, 0);
    for level in 0..mesh.level_count() {
        // the districts of a level fill what its own outer border encloses: neighbours share each point
        let sum: f64 = surfaces(&mesh, level).iter().sum();
        let inside = outline_surface(&mesh, level);
        assert!((sum - inside).abs() < inside * 1e-5, "level {level}: {sum} in {inside}");
        assert!((inside - whole).abs() < whole * 0.02, "level {level} still looks the same");
    }
    let points: Vec<usize> = mesh.levels.iter().map(|it| it.borders.here().unwrap().len()).collect();
    assert!(points.windows(2).all(|it| it[1] < it[0]), "{points:?}");
}

/// What the borders to the outside enclose at a level.
fn outline_surface(mesh: &MapMesh, level: usize) -> f64 {
    let points = mesh.levels[level].borders.here().unwrap();
    let pairs = points.windows(2).filter(|it| it[0].arc == it[1].arc && it[0].arc != NOBODY);
    let cross = |a: [f32; 2], b: [f32; 2]| f64::from(a[0]) * f64::from(b[1]) - f64::from(b[0]) * f64::from(a[1]);
    let sum: f64 = pairs
        .map(|it| match (it[0].left == NOBODY, it[0].right == NOBODY) {
            (false, true) => cross(it[0].at, it[1].at),
            (true, false) => -cross(it[0].at, it[1].at),
            _ => 0.0,
        })
        .sum();
    sum / 2.0
}

#[test]
fn every_border_is_drawn_once() {
    let topology = topology();
    let mesh = mesh_of(&topology);
    for level in &mesh.levels {
        let points = level.borders.here().unwrap();
        let ranges = in_sight(&level.border_cells, [f32::NEG_INFINITY, f32::NEG_INFINITY, f32::INFINITY, f32::INFINITY]);
        assert_eq!(ranges.len(), 1, "all cells are neighbours in the buffer");
        let mut length = vec![0.0; mesh.arc_count()];
        for instance in ranges.into_iter().flatten() {
            let [from, to] = [points[instance as usize + 1], points[instance as usize + 2]];
            assert!(instance as usize + 3 < points.len());
            if from.arc == to.arc {
                length[from.arc as usize] += f64::from((to.at[0] - from.at[0]).hypot(to.at[1] - from.at[1]));
            }
        }
        if level.tolerance == 0.0 {
            for (arc, drawn) in topology.arcs().map(|it| it.1).zip(length) {
                assert!((arc.length - drawn).abs() < 0.5, "{} m drawn of {} m", drawn, arc.length);
            }
        }
    }
}

#[test]
fn only_cells_in_sight_are_drawn() {
    let mesh = mesh_of(&topology());
    let level = &mesh.levels[0];
    let count = |sight| -> u32 { in_sight(&level.surface_cells, sight).iter().map(|it| it.end - it.start).sum() };
    let all = count([-1e9, -1e9, 1e9, 1e9]);
    assert_eq!(all as usize, level.indices.here().unwrap().len());
    let corner = count([-3000.0, -2000.0, -2900.0, -1900.0]);
    assert!(0 < corner && corner < all / 2, "{corner} of {all}");
    assert_eq!(count([1e6, 1e6, 2e6, 2e6]), 0);
}

fn gathered(mesh: &Arc<MapMesh>, wanted: Wanted, sight: [f32; 4]) -> Gathered {
    let look = Arc::new(MapLook::themed(&Theme::new(Scheme::Light), 1.0));
    Gathered::around(mesh, &look, wanted, sight, 10.0)
}

const EVERYWHERE: [f32; 4] = [-1e6, -1e6, 1e6, 1e6];

#[test]
fn strokes_come_by_class_and_know_their_neighbours() {
    let mesh = Arc::new(mesh_of(&topology()));
    let mut lines = vec![LineKind::District as u8; mesh.arc_count()];
    (lines[3], lines[5], lines[7]) = (LineKind::Area as u8, LineKind::County as u8, LineKind::Area as u8);
    let strokes = gathered(&mesh, Wanted::ByClass(Arc::new(lines)), EVERYWHERE).strokes();
    let classes: Vec<u32> = strokes.segments.iter().map(|it| it.class).collect();
    assert!(classes.is_sorted() && classes.first() == Some(&(LineKind::County as u32)), "{classes:?}");
    assert_eq!(strokes.classes.len(), 2, "hairs are not gathered");
    assert!(strokes.classes.iter().all(|it| it.1), "both have a casing");
    for pair in strokes.segments.windows(2).filter(|it| it[0].along[1] == it[1].along[0]) {
        let [a, b] = [pair[0], pair[1]];
        assert_eq!(a.after[..2], b.before[2..], "a segment begins where the last ended");
        assert_eq!(a.after[2..], b.after[..2], "and the last knew where it goes");
        assert_eq!(b.before[..2], a.before[2..]);
    }
    let first = strokes.segments[0];
    assert_eq!(first.before[..2], first.before[2..], "an end has no neighbour");
}

#[test]
fn a_ring_has_no_end() {
    let topology = topology();
    let mesh = Arc::new(mesh_of(&topology));
    let ring = topology.arcs().find(|it| it.1.from == it.1.to).unwrap().0;
    let marks = vec![Mark { arc: ring.0, class: LineKind::Hover as u8 }];
    let segments = gathered(&mesh, Wanted::Marks(Arc::new(marks)), EVERYWHERE).strokes().segments;
    assert!(segments.len() > 8, "{} segments", segments.len());
    assert!(segments.iter().all(|it| it.before[..2] != it.before[2..] && it.after[..2] != it.after[2..]));
}

#[test]
fn gathering_stops_at_the_edge_and_starts_again_only_when_needed() {
    let mesh = Arc::new(mesh_of(&topology()));
    let look = Arc::new(MapLook::themed(&Theme::new(Scheme::Light), 1.0));
    let lines = Arc::new(vec![LineKind::Area as u8; mesh.arc_count()]);
    let sight = [-3000.0, -2000.0, -2000.0, -1000.0];
    let wanted = Wanted::ByClass(lines.clone());
    let few = Gathered::around(&mesh, &look, wanted.clone(), sight, 10.0);
    let all = Gathered::around(&mesh, &look, wanted.clone(), EVERYWHERE, 10.0);
    assert!(few.strokes().segments.len() < all.strokes().segments.len() / 2);
    assert!(few.serves(&mesh, &look, &wanted, sight, 10.0));
    assert!(few.serves(&mesh, &look, &wanted, [-2600.0, -1900.0, -1600.0, -900.0], 12.0), "half a map further");
    assert!(!few.serves(&mesh, &look, &wanted, [-2400.0, -1900.0, -1400.0, -900.0], 10.0), "beyond");
    assert!(!few.serves(&mesh, &look, &wanted, sight, 4.0), "much nearer");
    let other = Wanted::ByClass(Arc::new((*lines).clone()));
    assert!(!few.serves(&mesh, &look, &other, sight, 10.0), "new content");
}

#[test]
fn class_zero_and_unknown_classes_draw_nothing() {
    let wide = LineClass { layer: LineLayer::Stroke, width: 3.0, ink: Color32::RED, ..LineClass::default() };
    let look = MapLook { classes: vec![wide; 40], ..MapLook::themed(&Theme::new(Scheme::Light), 1.0) };
    assert!(look.stroke(0).is_none() && look.stroke(1).is_some() && look.stroke(30).is_none());
    let themed = MapLook::themed(&Theme::new(Scheme::Dark), 2.2);
    for (number, kind) in LineKind::ALL.into_iter().enumerate() {
        assert_eq!(kind as usize, number);
    }
    assert_eq!(themed.class(LineKind::Area as u8).casing_width, 4.6 * 2.2);
}

#[test]
fn a_map_without_districts_is_empty_and_harmless() {
    let mesh = mesh_of(&Topology::build(&[], 0.5).topology);
    assert_eq!((mesh.district_count(), mesh.arc_count(), mesh.level_count()), (0, 0, 1));
    assert_eq!(Camera::fitting(mesh.bounds(), vec2(100.0, 100.0), 10.0).metres_per_point, Camera::NEAREST);
}
