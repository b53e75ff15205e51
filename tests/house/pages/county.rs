//! The small picture of the sample county on the start page, made from what ships.
use std::{collections::HashMap, fmt::Write as _};

use planraum::{
    cartography::{labels::Named, palette::Ground},
    desk::look::Colouring,
    geometry::{ArcIx, ArcUse, Point},
};

use super::*;

const FILE: &str = "assets/start/county.txt";
/// Width of the picture in its own units; one is about 20 m.
const WIDTH: f64 = 4000.0;
/// Points that matter less than this many metres are left out.
const TOLERANCE: f64 = 260.0;
/// Islands and exclaves smaller than this, in units of the picture, would be no more than a dark spot.
const SPOT: i64 = 110;

#[test]
fn the_picture_is_that_of_the_sample() {
    let made = made();
    if std::env::var_os("PLANRAUM_WRITE_START").is_some() {
        std::fs::write(FILE, &made).unwrap();
    }
    let kept = std::fs::read_to_string(FILE).unwrap();
    assert!(kept == made, "PLANRAUM_WRITE_START=1 cargo test the_picture_is_that_of_the_sample writes it anew");
}

struct Drawn<'a> {
    seat: &'a Seat,
    points: Vec<[i64; 2]>,
    number: HashMap<[i64; 2], usize>,
}

impl Drawn<'_> {
    fn at(&self, point: Point) -> [i64; 2] {
        let bounds = self.seat.desk.catalog().ground.topology.bounds().unwrap();
        let scale = WIDTH / bounds.width();
        [((point[0] - bounds.min[0]) * scale).round() as i64, ((bounds.max[1] - point[1]) * scale).round() as i64]
    }

    fn number(&mut self, at: [i64; 2]) -> usize {
        let next = self.points.len();
        let number = *self.number.entry(at).or_insert(next);
        if number == next {
            self.points.push(at);
        }
        number
    }

    /// The points of a border that are worth keeping, its ends always.
    fn border(&mut self, arc: ArcIx) -> Vec<usize> {
        let ground = Arc::clone(&self.seat.desk.catalog().ground);
        let points = ground.importance.points_at(&ground.topology, arc, TOLERANCE);
        let mut numbers: Vec<usize> =
            points.into_iter().map(|it| self.at(it)).collect::<Vec<_>>().into_iter().map(|it| self.number(it)).collect();
        numbers.dedup();
        numbers
    }

    fn ring(&mut self, uses: &[ArcUse]) -> Vec<usize> {
        let mut ring = Vec::new();
        for side in uses {
            let mut along = self.border(side.arc);
            if side.reversed {
                along.reverse();
            }
            ring.extend(along);
        }
        ring.dedup();
        if ring.first() == ring.last() {
            ring.pop();
        }
        ring
    }

    /// Whether a ring is large enough to be seen as a shape.
    fn is_seen(&self, ring: &[usize]) -> bool {
        let spread = |axis: usize| {
            let along = || ring.iter().map(|it| self.points[*it][axis]);
            along().max().unwrap_or(0) - along().min().unwrap_or(0)
        };
        ring.len() > 2 && spread(0).max(spread(1)) > SPOT
    }

    fn triangles(&mut self, polygon: &[Vec<usize>]) -> Vec<usize> {
        let corners: Vec<usize> = polygon.iter().flatten().copied().collect();
        let places: Vec<[f64; 2]> = corners.iter().map(|it| self.points[*it].map(|it| it as f64)).collect();
        let mut holes = Vec::new();
        let mut start = 0;
        for ring in polygon {
            if start > 0 {
                holes.push(start as u32);
            }
            start += ring.len();
        }
        let mut cut: Vec<u32> = Vec::new();
        earcut::Earcut::new().earcut_slice(&places, &holes, &mut cut);
        cut.into_iter().map(|it| corners[it as usize]).collect()
    }
}

fn made() -> String {
    let mut seat = Seat::with_sample(settings(Language::German));
    let plan = seat.plan("Entwurf A");
    seat.does(Action::Look(LookAt::Plan(plan)));
    seat.does(Action::Look(LookAt::Colouring(Colouring::Areas)));
    let plan = seat.desk.shown_plan().unwrap().clone();
    let labels = seat.desk.picture(Ground::Light).unwrap().labels;
    let catalog = Arc::clone(seat.desk.catalog());
    let topology = &catalog.ground.topology;
    let area_of = |it: planraum::geometry::DistrictIx| {
        let key = &catalog.register.get(it).unwrap().key;
        plan.area_of.get(key).and_then(|it| plan.position(*it)).map_or(0, |it| it + 1)
    };
    let mut drawn = Drawn { seat: &seat, points: Vec::new(), number: HashMap::new() };
    let mut out = String::new();
    for area in &plan.areas {
        let at = labels.iter().find(|it| it.of == Named::Area(area.id)).unwrap().at;
        let ([x, y], [r, g, b]) = (drawn.at(at), area.colour.0);
        writeln!(out, "area {} {r:02X}{g:02X}{b:02X} {x} {y} {}", area.chip(), area.name).unwrap();
    }
    let mut fills: std::collections::BTreeMap<usize, Vec<usize>> = std::collections::BTreeMap::new();
    for district in topology.districts() {
        for polygon in topology.polygons_of(district) {
            let rings: Vec<Vec<usize>> = polygon.rings().map(|it| drawn.ring(it)).collect();
            if drawn.is_seen(&rings[0]) {
                let rings: Vec<Vec<usize>> = rings.into_iter().filter(|it| drawn.is_seen(it)).collect();
                fills.entry(area_of(district)).or_default().extend(drawn.triangles(&rings));
            }
        }
    }
    let mut lines = String::new();
    for (number, arc) in topology.arcs() {
        let kind = match (arc.left, arc.right) {
            (Some(left), Some(right)) if area_of(left) == area_of(right) => "district",
            (Some(_), Some(_)) => "area",
            _ => "county",
        };
        let along = drawn.border(number);
        let closed = along.first() == along.last();
        if along.len() > 1 && (!closed || drawn.is_seen(&along)) {
            writeln!(lines, "line {kind} {}", joined(&along)).unwrap();
        }
    }
    let flat: Vec<i64> = drawn.points.iter().flatten().copied().collect();
    writeln!(out, "points {}", joined(&flat)).unwrap();
    for (area, triangles) in fills {
        writeln!(out, "fill {area} {}", joined(&triangles)).unwrap();
    }
    out + &lines
}

fn joined(numbers: &[impl ToString]) -> String {
    numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}
