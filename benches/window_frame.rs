//! What a frame of the whole window costs while all of Germany is dragged: processor time of the window's thread (egui's
//! pass, tessellation, preparing the map; by the thread's own clock) and the wall time until the picture stands.
//!
//! `PLANRAUM_GERMANY` names a GeoJSON file of the 11,431 features; without it the 11,000 districts of our own generator are
//! dragged. Population, two rates and a plan of the Kreise lie over them; the window is 1440 × 900 and has every panel.
//! Before that, plan and indicator are switched with more than a thousand areas.
//! Drawn by whatever adapter is preferred for tests: a software one where there is one.
#![allow(missing_docs, clippy::unwrap_used, clippy::print_stdout, reason = "a bench prints, and stops at the first surprise")]
mod stage;

use std::{
    collections::VecDeque,
    fmt::Write as _,
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, Instant},
};

use eframe::egui::{Context, Event, Modifiers, Order, PointerButton, Pos2, RawInput, Rect, Vec2, pos2, vec2};
use planraum::{
    app::seat::Seat,
    desk::{
        action::{Action, FileWork, LookAt},
        look::{Colouring, Drawer, Page, Settings},
    },
    geometry::synthetic,
    model::{
        id::IndicatorId,
        saved_view::{Extent, Level},
    },
    views::{
        baked::Baker,
        graphics::Graphics,
        map_gpu::{MapMesh, MapPainter},
        theme::{self, Theme},
        window::{Window, ground},
    },
};
use stage::{Stage, busy, spread, verdict};

const SIZE: Vec2 = vec2(1440.0, 900.0);
const FRAMES: usize = 300;
/// A place of the map that no card covers.
const GRIP: Pos2 = pos2(700.0, 330.0);
/// The window's thread while panning: milliseconds of processor time, median and 99 %.
const THREAD_GOAL: f64 = 4.0;
/// The overview until the picture stands, on a software adapter.
const PICTURE_GOAL: f64 = 40.0;

/// Processor time of this thread alone; only where the system tells.
fn worked() -> Duration {
    #[cfg(unix)]
    {
        let now = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
        Duration::new(now.tv_sec as u64, now.tv_nsec as u32)
    }
    #[cfg(not(unix))]
    Duration::ZERO
}

/// The window before a planner who drags.
struct Bench {
    seat: Seat,
    window: Window,
    graphics: Graphics,
    context: Context,
    stage: Stage,
    frames: usize,
}

impl Bench {
    fn new(folder: &Path) -> Self {
        let (stage, context) = (Stage::new(SIZE), Context::default());
        let adapter = stage.state.adapter.get_info();
        println!("{} ({:?})", adapter.name, adapter.backend);
        let settings = Settings { reduced_motion: true, ..Settings::default() };
        theme::install_flat(&context, settings.scheme, true);
        let painter = MapPainter::new(Some(&stage.state));
        let graphics = Graphics { painter, mesh: None, cleared: None, baker: Baker::new(Some(&stage.state), painter) };
        Self { seat: Seat::in_folder(folder, settings), window: Window::default(), graphics, context, stage, frames: 0 }
    }

    fn does(&mut self, action: Action) {
        self.seat.does(action, "2026-11-23T14:32");
    }

    fn opens(&mut self, path: PathBuf) {
        self.does(Action::File(FileWork::Open(path)));
        let notes = self.seat.desk.notes().notes().iter();
        notes.for_each(|it| println!("  {}", self.seat.desk.words().tell(&it.message).lines().next().unwrap_or_default()));
        let told: Vec<u64> = self.seat.desk.notes().notes().iter().map(|it| it.id).collect();
        told.into_iter().for_each(|it| self.does(Action::Dismiss(it)));
    }

    fn make_mesh(&mut self) {
        let ground = Arc::clone(&self.seat.desk.catalog().ground);
        self.graphics.mesh = Some(Arc::new(MapMesh::build(&ground.topology, &ground.importance, false)));
    }

    /// One frame: processor time of this thread, wall time until the picture stands.
    fn frame(&mut self, events: Vec<Event>) -> (Duration, Duration) {
        self.frames += 1;
        let (time, screen_rect) = (Some(self.frames as f64 / 60.0), Some(Rect::from_min_size(Pos2::ZERO, SIZE)));
        let input = RawInput { screen_rect, time, events, focused: true, ..RawInput::default() };
        let (begun, before) = (Instant::now(), worked());
        let mut asked = Vec::new();
        self.graphics.cleared = Some(ground(&self.seat.desk, &Theme::of(&self.context)));
        let output = self.context.run_ui(input, |ui| self.window.ui(ui, &self.seat.desk, &self.graphics, &mut asked));
        asked.into_iter().for_each(|it| self.seat.does(it, "2026-11-23T14:32"));
        let prepared = self.stage.draw(&self.context, output, worked);
        self.stage.wait();
        (prepared - before, begun.elapsed())
    }

    fn button(pressed: bool, pos: Pos2) -> Event {
        Event::PointerButton { pos, button: PointerButton::Middle, pressed, modifiers: Modifiers::NONE }
    }

    /// Has another picture shown, and says what that cost the window's thread: the costliest frame with the answers that came
    /// before it. Answers are worked out between frames, as the window's other threads do.
    fn switches(&mut self, name: &str, to: &[Action]) {
        let (mut worst, mut together) = (Vec::new(), Vec::new());
        for action in to.iter().cycle().take(3 * to.len()) {
            let before = worked();
            let mut waiting = VecDeque::from(self.seat.desk.run(action.clone()));
            let mut times = vec![worked() - before, self.frame(Vec::new()).0];
            while let Some(errand) = waiting.pop_front() {
                let mut reports = Vec::new();
                self.seat.hands.perform(errand, &mut |it| reports.push(it));
                let before = worked();
                waiting.extend(reports.into_iter().flat_map(|it| self.seat.desk.finish(it)));
                times.push(worked() - before + self.frame(Vec::new()).0);
            }
            times.extend((0..3).map(|_| self.frame(Vec::new()).0));
            worst.extend(times.iter().max().copied());
            together.push(times.iter().sum::<Duration>());
        }
        let ((usual, most), all) = (spread(&mut worst, 100), spread(&mut together, 99).0);
        println!("  {name}: costliest frame {usual:.1} ms of the thread (at most {most:.1} ms), {all:.1} ms until the map rests");
    }

    /// Drags the map to and fro with the middle button, and says what a frame cost.
    fn drags(&mut self, name: &str, goal_of_picture: Option<f64>) {
        let mut rests: Vec<_> = (0..20).map(|_| self.frame(vec![Event::PointerMoved(GRIP)])).collect();
        let rests: Vec<_> = rests.split_off(10);
        let under = self.context.layer_id_at(GRIP).map(|it| it.order);
        assert_eq!(under, Some(Order::Background), "{name}: a card lies where the map should be grabbed");
        self.frame(vec![Self::button(true, GRIP)]);
        let (mut at, mut times, before) = (GRIP, Vec::new(), busy());
        for number in 0..FRAMES {
            let way = if number / 25 % 2 == 0 { 1.0 } else { -1.0 };
            at += vec2(8.0, -5.0) * way;
            times.push(self.frame(vec![Event::PointerMoved(at)]));
        }
        self.frame(vec![Self::button(false, at)]);
        let all_threads = busy().zip(before).map_or(f64::NAN, |(now, then)| (now - then) / FRAMES as f64);
        let (median, slowest) = spread(&mut times.iter().map(|it| it.0).collect::<Vec<_>>(), 99);
        let (picture, slow) = spread(&mut times.iter().map(|it| it.1).collect::<Vec<_>>(), 95);
        let (kept_median, kept_slowest) = (verdict(median, THREAD_GOAL), verdict(slowest, THREAD_GOAL));
        let rest = spread(&mut rests.iter().map(|it| it.0).collect::<Vec<_>>(), 99).0;
        let still = spread(&mut rests.iter().map(|it| it.1).collect::<Vec<_>>(), 99).0;
        println!("  {name}; at rest {rest:.2} ms of the thread, picture {still:.1} ms; {:?}", self.seat.desk.look().extent);
        println!(
            "    window's thread, {FRAMES} frames: median {median:.2} ms ({kept_median}), 99 % {slowest:.2} ms ({kept_slowest}), goal {THREAD_GOAL} ms"
        );
        let goal = goal_of_picture.map_or(String::new(), |it| format!(", goal {it} ms: {} / {}", verdict(picture, it), verdict(slow, it)));
        println!("    picture stands after: median {picture:.1} ms, 95 % {slow:.1} ms, all threads together {all_threads:.1} ms{goal}");
    }
}

/// A plan of about so many areas that hang together: squares of a grid laid over the districts, `shift` of a square aside.
fn gridded(seat: &Seat, areas: usize, shift: f64) -> String {
    let (catalog, mut rows) = (seat.desk.catalog(), String::from("district;area\r\n"));
    let (bounds, along) = (catalog.ground.topology.bounds().unwrap(), (areas as f64).sqrt());
    for (district, it) in catalog.register.iter() {
        let [x, y] = catalog.ground.locator.centre(district).unwrap();
        let [x, y] = [(x - bounds.min[0]) / bounds.width(), (y - bounds.min[1]) / bounds.height()].map(|it| (it * along + shift) as usize);
        let _ = write!(rows, "{};{x}-{y}\r\n", it.key.as_str());
    }
    rows
}

/// Population, and two rates with numerators and denominators, for districts with these keys.
fn write_indicators(path: &Path, keys: &[String]) {
    let database = rusqlite::Connection::open(path).unwrap();
    let tables = "CREATE TABLE indicator(id TEXT, name TEXT, unit TEXT, pooling TEXT, factor REAL, role TEXT, source TEXT);
        CREATE TABLE value(indicator TEXT, district TEXT, period TEXT, value REAL, numerator REAL, denominator REAL, state TEXT);
        INSERT INTO indicator VALUES ('people','Bevölkerung','Personen','sum',1,'population','Beispiel'),
            ('a','Anteil A','%','ratio',100,NULL,'Beispiel'), ('b','Anteil B','%','ratio',100,NULL,'Beispiel'); BEGIN;";
    database.execute_batch(tables).unwrap();
    let mut insert = database.prepare("INSERT INTO value VALUES (?1,?2,'2023',?3,?4,?5,'known')").unwrap();
    for (number, key) in keys.iter().enumerate() {
        let whole = 400 + (number * 7_919) % 20_000;
        insert.execute(rusqlite::params!["people", key, whole as f64, None::<f64>, None::<f64>]).unwrap();
        for (indicator, of) in [("a", 5), ("b", 9)] {
            let part = whole / (2 + number % of);
            insert.execute(rusqlite::params![indicator, key, 100.0 * part as f64 / whole as f64, part as f64, whole as f64]).unwrap();
        }
    }
    database.execute_batch("COMMIT").unwrap();
}

/// The boundaries as a file: Germany where it is named, else our own districts.
fn boundaries(folder: &Path) -> PathBuf {
    if let Some(path) = std::env::var_os("PLANRAUM_GERMANY") {
        return path.into();
    }
    let mut text = String::from(r#"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:25832"}},"features":["#);
    for (number, boundary) in synthetic::coverage(11_000, 145, 7).iter().enumerate() {
        let comma = if number > 0 { "," } else { "" };
        let geometry = geojson::GeometryValue::from(boundary);
        let _ = write!(
            text,
            r#"{comma}{{"type":"Feature","properties":{{"AGS":"{number:08}","GEN":"Ort {number}"}},"geometry":{}}}"#,
            geojson::Geometry::new(geometry)
        );
    }
    let path = folder.join("Bezirke.geojson");
    std::fs::write(&path, text + "]}").unwrap();
    path
}

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let mut bench = Bench::new(folder.path());
    let begun = Instant::now();
    bench.opens(boundaries(folder.path()));
    let keys: Vec<String> = bench.seat.desk.catalog().register.iter().map(|it| it.1.key.as_str().to_owned()).collect();
    println!("  {} districts opened in {:.2} s", keys.len(), begun.elapsed().as_secs_f64());
    let (indicators, plan) = (folder.path().join("Kennzahlen.sqlite"), folder.path().join("Kreise.csv"));
    write_indicators(&indicators, &keys);
    let rows: String = keys.iter().map(|it| format!("{it};{}\r\n", it.get(..5).unwrap_or("rest"))).collect();
    std::fs::write(&plan, format!("district;area\r\n{rows}")).unwrap();
    bench.opens(indicators);
    bench.opens(plan);
    bench.make_mesh();
    let desk = &bench.seat.desk;
    let areas = desk.shown_plan().map_or(0, |it| it.areas.len());
    println!("  plan of {areas} areas, {} indicators", desk.catalog().series().len());
    let bounds = desk.catalog().ground.topology.bounds().unwrap();
    for (name, shift) in [("tausend", 0.0), ("verschoben", 0.5)] {
        let path = folder.path().join(format!("{name}.csv"));
        std::fs::write(&path, gridded(&bench.seat, 1_600, shift)).unwrap();
        bench.opens(path);
    }
    let plans: Vec<_> = bench.seat.desk.project().plans.iter().map(|it| (it.id, it.areas.len())).collect();
    println!("  plans {plans:?}");
    let last: Vec<_> = plans.iter().rev().take(2).map(|it| Action::Look(LookAt::Plan(it.0))).collect();
    bench.does(Action::Look(LookAt::Page(Page::Planning)));
    bench.does(Action::Look(LookAt::Indicator(IndicatorId::new("a"))));
    (0..5).for_each(|_| _ = bench.frame(Vec::new()));
    bench.switches("another plan, districts by indicator", &last);
    let indicators = ["a", "b"].map(|it| Action::Look(LookAt::Indicator(IndicatorId::new(it))));
    bench.switches("another indicator, districts", &indicators);
    bench.does(Action::Look(LookAt::Colouring(Colouring::Areas)));
    bench.does(Action::Look(LookAt::Level(Level::Areas)));
    bench.switches("another plan, areas", &last);
    bench.does(last[0].clone());
    bench.does(Action::Look(LookAt::Plan(plans[0].0)));
    bench.does(Action::Look(LookAt::Page(Page::Planning)));
    bench.does(Action::Look(LookAt::Indicator(IndicatorId::new("a"))));
    let near = Extent { centre: bounds.centre(), height: 60_000.0 };
    for (colouring, level, colours) in
        [(Colouring::Indicator, Level::Districts, "districts by indicator"), (Colouring::Areas, Level::Areas, "areas of the plan")]
    {
        bench.does(Action::Look(LookAt::Colouring(colouring)));
        bench.does(Action::Look(LookAt::Level(level)));
        bench.does(Action::Look(LookAt::Extent(None)));
        bench.drags(&format!("overview, {colours}"), Some(PICTURE_GOAL));
        bench.does(Action::Look(LookAt::Extent(Some(near))));
        bench.drags(&format!("60 km in sight, {colours}"), None);
    }
    bench.does(Action::Look(LookAt::Extent(None)));
    bench.does(Action::Look(LookAt::Drawer(Drawer::Table)));
    bench.drags("overview, areas, table open", None);
}
