//! How long a frame of the map takes: on the processor until it is handed over, and until the picture stands.
//!
//! Draws into a texture of 1280 × 860 pixels with whatever adapter is preferred for tests (a software one where there is
//! one). Districts come from our own generator; a file named by `PLANRAUM_GERMANY` (GeoJSON in degrees) is measured too.
#![allow(missing_docs, clippy::unwrap_used, clippy::print_stdout, reason = "a bench prints, and stops at the first surprise")]
mod stage;

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use eframe::egui::{Context, RawInput, Rect, Vec2, pos2, vec2};
use geo::MultiPolygon;
use planraum::{
    geometry::{
        projection::{Crs, Projector},
        simplify::Importance,
        synthetic,
        topology::Topology,
    },
    views::{
        map_gpu::{Camera, FillStyle, LineKind, MapLook, MapMesh, MapPaint, MapPainter, Mark},
        theme::{Scheme, Theme, area_colour},
    },
};
use stage::{Stage, busy, spread, verdict};

const SIZE: Vec2 = vec2(1280.0, 860.0);
const FRAMES: usize = 40;
/// The overview while it is dragged, on a software adapter: milliseconds until the picture stands.
const OVERVIEW_GOAL: f64 = 40.0;

/// A stage with nothing on it but a map.
struct Window {
    stage: Stage,
    context: Context,
    painter: MapPainter,
}

/// Until the frame is handed over, and until it stands.
type Times = (Duration, Duration);

impl Window {
    fn new() -> Self {
        let stage = Stage::new(SIZE);
        let start = Instant::now();
        let painter = MapPainter::new(Some(&stage.state));
        let adapter = stage.state.adapter.get_info();
        println!("{} ({:?}), {:?}, programs ready in {:?}", adapter.name, adapter.backend, painter.means(), start.elapsed());
        Self { painter, stage, context: Context::default() }
    }

    fn frame(&self, map: &MapPaint) -> Times {
        let whole = Rect::from_min_size(pos2(0.0, 0.0), SIZE);
        let start = Instant::now();
        let input = RawInput { screen_rect: Some(whole), ..RawInput::default() };
        let output = self.context.run_ui(input, |ui| self.painter.paint(ui.painter(), whole, map.clone()));
        self.stage.draw(&self.context, output, || ());
        let handed_over = start.elapsed();
        self.stage.wait();
        (handed_over, start.elapsed())
    }

    /// Prints median and 95 % of frames, each from the map of the frame before.
    fn measure(&self, name: &str, mut map: MapPaint, goal: Option<f64>, step: impl Fn(&mut MapPaint, usize)) {
        self.frame(&map);
        let (mut times, before): (Vec<Times>, _) = (Vec::new(), busy());
        for number in 0..FRAMES {
            step(&mut map, number);
            times.push(self.frame(&map));
        }
        let (handed, _) = spread(&mut times.iter().map(|it| it.0).collect::<Vec<_>>(), 95);
        let (stood, slow) = spread(&mut times.iter().map(|it| it.1).collect::<Vec<_>>(), 95);
        let all_threads = busy().zip(before).map_or(String::new(), |(now, then)| format!("{:6.1}", (now - then) / FRAMES as f64));
        let goal = goal.map_or(String::new(), |it| format!("   goal {it} ms: {}", verdict(slow, it)));
        println!("  {name:<40} handed over {handed:6.2} ms   picture {stood:6.2} ms, 95 % {slow:6.2}   all threads {all_threads} ms{goal}");
    }
}

/// Megabytes that this process holds, only where the system tells (Linux).
fn memory(when: &str) {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|it| it.strip_prefix("VmRSS:")?.trim().strip_suffix(" kB")?.trim().parse::<u64>().ok());
    println!("  memory {when}: {} MB", line.unwrap_or(0) / 1024);
}

/// Areas as a grid of 20 × 20 over the map.
fn areas(topology: &Topology) -> Vec<usize> {
    let bounds = topology.bounds().unwrap();
    let cell = |at: f64, from: f64, length: f64| (((at - from) / length * 20.0) as usize).min(19);
    let area = |district| {
        let [x, y] = topology.district_bounds(district).map_or(bounds.min, |it| it.centre());
        cell(x, bounds.min[0], bounds.width()) * 20 + cell(y, bounds.min[1], bounds.height())
    };
    topology.districts().map(area).collect()
}

fn map(boundaries: &[MultiPolygon<f64>]) -> MapPaint {
    let topology = Topology::build(boundaries, 0.5).topology;
    let start = Instant::now();
    let importance = Importance::of(&topology);
    let weighed = start.elapsed();
    let mesh = MapMesh::build(&topology, &importance, false);
    let (built, levels) = (start.elapsed() - weighed, mesh.level_count());
    println!(
        "  {} points; weighed in {weighed:?}, mesh of {levels} levels ({} MB) built in {built:?}",
        topology.point_count(),
        mesh.level_bytes() >> 20
    );
    let areas = areas(&topology);
    let line = |arc: planraum::geometry::Arc| match (arc.left, arc.right) {
        (Some(a), Some(b)) if areas[a.index()] == areas[b.index()] => LineKind::District,
        (Some(_), Some(_)) => LineKind::Area,
        _ => LineKind::County,
    };
    MapPaint {
        view: 1,
        camera: Camera::fitting(mesh.bounds(), SIZE, 20.0),
        fills: Arc::new(areas.iter().map(|it| FillStyle::plain(area_colour(*it))).collect()),
        lines: Arc::new(topology.arcs().map(|it| line(it.1) as u8).collect()),
        marks: Arc::default(),
        look: Arc::new(MapLook::themed(&Theme::new(Scheme::Light), 1.0)),
        moving: false,
        mesh: Arc::new(mesh),
    }
}

fn recolour(map: &mut MapPaint, number: usize) {
    let mut fills = (*map.fills).clone();
    if let Some(fill) = fills.get_mut(number * 7) {
        *fill = FillStyle::plain(area_colour(number));
    }
    map.fills = Arc::new(fills);
}

fn hover(map: &mut MapPaint, number: usize) {
    map.marks = Arc::new((0..8).map(|it| Mark { arc: (number * 50 + it) as u32, class: LineKind::Hover as u8 }).collect());
}

fn measure(window: &Window, name: &str, boundaries: impl FnOnce() -> Vec<MultiPolygon<f64>>) {
    let chosen = std::env::args().skip(1).find(|it| !it.starts_with('-'));
    if chosen.is_some_and(|it| !name.contains(&it)) {
        return;
    }
    memory("before");
    let boundaries = boundaries();
    println!("{name}, {} districts", boundaries.len());
    let map = map(&boundaries);
    drop(boundaries);
    memory("with topology gone and the mesh built");
    let drag = |map: &mut MapPaint, _| map.camera = map.camera.dragged(vec2(9.0, -5.0));
    let moving = MapPaint { moving: true, ..map.clone() };
    let far = map.camera.metres_per_point;
    println!("  overview at {far:.0} m a point");
    window.frame(&map);
    memory("with the first map shown");
    window.measure("overview, dragging", moving.clone(), Some(OVERVIEW_GOAL), drag);
    window.measure("overview, dragging, full quality", map.clone(), None, drag);
    window.measure("overview, zooming", moving.clone(), None, |map, _| map.camera.metres_per_point *= 0.97);
    window.measure("overview, hovering", map.clone(), None, hover);
    window.measure("overview, stroke of the brush", moving.clone(), None, recolour);
    window.measure("overview, one colour changed", map.clone(), None, recolour);
    for scale in [far / 4.0, far / 16.0, far / 50.0] {
        let near = |map: &MapPaint| MapPaint { camera: Camera { metres_per_point: scale, ..map.camera }, ..map.clone() };
        window.measure(&format!("{scale:.0} m a point, dragging"), near(&moving), None, drag);
        window.measure(&format!("{scale:.0} m a point, dragging, full quality"), near(&map), None, drag);
    }
    memory("with all levels on the card");
}

fn read(path: &std::ffi::OsStr) -> Vec<MultiPolygon<f64>> {
    let file = std::fs::File::open(path).unwrap();
    let projector = Projector::between(Crs::WGS84, Crs::Epsg(25832)).unwrap();
    let line = |points: &[geojson::Position]| -> geo::LineString<f64> {
        let mut points: Vec<[f64; 2]> = points.iter().map(|it| [it[0], it[1]]).collect();
        projector.project(&mut points).unwrap();
        points.into_iter().map(|[x, y]| (x, y)).collect()
    };
    let polygon = |rings: &[Vec<geojson::Position>]| {
        let mut rings = rings.iter().map(|it| line(it));
        geo::Polygon::new(rings.next().unwrap(), rings.collect())
    };
    let features = geojson::FeatureReader::from_reader(std::io::BufReader::new(file)).features();
    let boundary = |feature: geojson::Result<geojson::Feature>| match feature.unwrap().geometry.map(|it| it.value) {
        Some(geojson::GeometryValue::Polygon { coordinates }) => MultiPolygon(vec![polygon(&coordinates)]),
        Some(geojson::GeometryValue::MultiPolygon { coordinates }) => coordinates.iter().map(|it| polygon(it)).collect(),
        _ => MultiPolygon(Vec::new()),
    };
    features.map(boundary).collect()
}

fn main() {
    let window = Window::new();
    if let Some(path) = std::env::var_os("PLANRAUM_GERMANY") {
        measure(&window, "Germany", || read(&path));
    }
    measure(&window, "synthetic 11k", || synthetic::coverage(11_000, 145, 7));
    measure(&window, "synthetic 100k", || synthetic::coverage(100_000, 42, 7));
}
