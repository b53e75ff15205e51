//! Ground: boundaries of a file become borders that know both sides, in metres.
//!
//! **Promise.** What could not be brought together is told with the tolerance used; no district gets lost.

use std::{num::NonZero, sync::Arc, thread};

use geo::{Coord, MultiPolygon};

use crate::{
    geometry::{
        Bounds, Point,
        locate::Locator,
        projection::{Crs, Projector, working_crs},
        simplify::Importance,
        topology::{Topology, Trouble, TroubleKind},
    },
    model::{
        catalog::{Catalog, District, Ground, Register},
        finding::{Code, Finding, Findings, Place, Severity},
    },
    storage::{
        codes::{self, at, finding},
        geojson::BoundaryFile,
        watch::{Stopped, Watch},
    },
    words::{Message, say},
};

/// Vertices and edges of neighbours that are at most this far apart are meant to meet, in metres.
pub const TOLERANCE_M: f64 = 0.5;

/// What encloses less than this, in square metres, encloses nothing.
const LEAST_SURFACE_M2: f64 = 1.0;

fn without_surface(district: &District) -> Finding {
    let place = Place { key: Some(district.key.to_string()), ..Place::default() };
    let message = say!("storage-district-without-surface", name = &district.name);
    at(finding(Severity::Warning, codes::GEOMETRY_EMPTY, message, say!("storage-remedy-border")), place)
}

/// Register, borders and what was noticed. Takes the file, so that its boundaries need not be kept twice.
pub fn ground_of(file: BoundaryFile) -> (Arc<Register>, Arc<Ground>, Findings) {
    ground_of_watched(file, &Watch::default()).unwrap_or_else(|_| {
        let none = Catalog::empty(); // where nobody watches, nobody stops
        (none.register, none.ground, Findings::default())
    })
}

/// The same, watched.
///
/// # Errors
/// It was stopped.
pub fn ground_of_watched(file: BoundaryFile, watch: &Watch) -> Result<(Arc<Register>, Arc<Ground>, Findings), Stopped> {
    watch.check()?;
    let BoundaryFile { districts, mut polygons, crs, bbox_wgs84, repeated, .. } = file;
    let register = Register::new(districts).with_repeated(repeated);
    let mut findings = Findings::default();
    let working =
        bbox_wgs84.map_or(Crs::Plane, |[west, south, east, north]| working_crs(Bounds { min: [west, south], max: [east, north] }));
    to_metres(&mut polygons, crs, working, &register, &mut findings);
    watch.at(1, 10)?;
    let given: Vec<bool> = polygons.iter().map(|it| !it.0.is_empty()).collect(); // of others it is told already what they lack
    let weaving = watch.part(0.1, 0.7);
    let go_on = |share: f32| weaving.at((share * 1_000.0) as u64, 1_000).is_ok();
    let built = Topology::build_while(&polygons, TOLERANCE_M, &go_on).ok_or(Stopped)?;
    drop(polygons);
    watch.at(7, 10)?;
    for trouble in &built.troubles {
        findings.push(told(trouble, built.tolerance_m, &register));
    }
    let topology = built.topology;
    for (at, district) in register.iter().filter(|it| given.get(it.0.index()) == Some(&true)) {
        if topology.surface(at) < LEAST_SURFACE_M2 {
            findings.push(without_surface(district));
        }
    }
    let (locator, importance) = thread::scope(|scope| {
        let importance = scope.spawn(|| Importance::of(&topology));
        (Locator::new(&topology), importance.join().unwrap_or_default()) // neither panics, whatever the topology
    });
    let ground = Ground { locator, importance, topology, crs: working };
    watch.at(1, 1)?;
    Ok((Arc::new(register), Arc::new(ground), findings))
}

/// Projects in place, on all processors; a boundary that cannot be projected becomes empty and is told.
fn to_metres(polygons: &mut [MultiPolygon<f64>], from: Crs, to: Crs, register: &Register, findings: &mut Findings) {
    let workers = thread::available_parallelism().map_or(1, NonZero::get).min(8);
    let share = polygons.len().div_ceil(workers).max(1);
    let failed: Vec<usize> = thread::scope(|scope| {
        let part = |(number, part)| scope.spawn(move || project_part(part, number * share, from, to));
        let parts: Vec<_> = polygons.chunks_mut(share).enumerate().map(part).collect();
        parts.into_iter().flat_map(|it| it.join().unwrap_or_default()).collect() // a part never panics
    });
    for district in failed.into_iter().filter_map(|it| register.districts().get(it)) {
        let place = Place { key: Some(district.key.to_string()), ..Place::default() };
        let message = say!("storage-not-projectable", name = &district.name);
        findings.push(at(finding(Severity::Error, codes::COORDINATES_OUT_OF_RANGE, message, say!("storage-remedy-crs")), place));
    }
}

/// The numbers of the boundaries that could not be projected, counted from `first`.
fn project_part(part: &mut [MultiPolygon<f64>], first: usize, from: Crs, to: Crs) -> Vec<usize> {
    let Ok(projector) = Projector::between(from, to) else { return Vec::new() };
    let (mut points, mut failed) = (Vec::new(), Vec::new());
    for (number, boundary) in (first..).zip(part) {
        if !project(boundary, &projector, &mut points) {
            boundary.0.clear();
            failed.push(number);
        }
    }
    failed
}

/// Projects a boundary where it stands; `false` where a point of it cannot be expressed, and then it is half done.
pub(super) fn project(boundary: &mut MultiPolygon<f64>, projector: &Projector, points: &mut Vec<Point>) -> bool {
    let mut whole = true;
    let mut ring_in_place = |ring: &mut geo::LineString<f64>| {
        points.clear();
        points.extend(ring.0.iter().map(|it| [it.x, it.y]));
        whole &= projector.project(points).is_ok();
        for (to, [x, y]) in ring.0.iter_mut().zip(points.iter()) {
            *to = Coord { x: *x, y: *y };
        }
    };
    for polygon in &mut boundary.0 {
        polygon.exterior_mut(&mut ring_in_place);
        polygon.interiors_mut(|rings| rings.iter_mut().for_each(&mut ring_in_place));
    }
    whole
}

fn told(trouble: &Trouble, tolerance_m: f64, register: &Register) -> Finding {
    let names: Vec<String> = trouble.districts.iter().take(4).filter_map(|it| register.get(*it)).map(|it| it.name.clone()).collect();
    let key = trouble.districts.first().and_then(|it| register.get(*it)).map(|it| it.key.to_string());
    let (severity, code, message) = wording(trouble, tolerance_m, names);
    at(finding(severity, code, message, remedy(severity)), Place { key, ..Place::default() })
}

fn wording(trouble: &Trouble, tolerance_m: f64, names: Vec<String>) -> (Severity, Code, Message) {
    let tolerance = crate::words::Arg::Decimal(tolerance_m, 2);
    let extent = crate::words::Arg::Decimal(trouble.extent, 2);
    let (note, warning) = (Severity::Note, Severity::Warning);
    match trouble.kind {
        TroubleKind::Snapped { count } => (note, codes::BORDER_SNAPPED, say!("storage-border-snapped", names, count, extent, tolerance)),
        TroubleKind::Inserted { count } => (note, codes::BORDER_INSERTED, say!("storage-border-inserted", names, count, tolerance)),
        TroubleKind::MismatchedEdges { count } => {
            // A stretch may be wider than the tolerance where it is long: then somebody should look whose border is right.
            let severity = if trouble.extent > tolerance_m { warning } else { note };
            (severity, codes::BORDER_MISMATCHED, say!("storage-border-mismatched", names, count, extent, tolerance))
        }
        TroubleKind::Gap => (warning, codes::BORDER_GAP, say!("storage-border-gap", names, extent, tolerance)),
        TroubleKind::Overlap => (warning, codes::BORDER_OVERLAP, say!("storage-border-overlap", names, tolerance)),
        TroubleKind::SelfIntersection => (warning, codes::BORDER_CROSSES_ITSELF, say!("storage-border-crosses-itself", names)),
        TroubleKind::RingCollapsed => (note, codes::RING_COLLAPSED, say!("storage-ring-collapsed", names)),
        TroubleKind::RingRepeated => (note, codes::RING_REPEATED, say!("storage-ring-repeated", names)),
        TroubleKind::HoleOutside => (warning, codes::HOLE_OUTSIDE, say!("storage-hole-outside", names)),
        TroubleKind::NotAPlace => (Severity::Error, codes::COORDINATES_OUT_OF_RANGE, say!("storage-not-a-place", names)),
    }
}

fn remedy(severity: Severity) -> Message {
    match severity {
        Severity::Note => say!("storage-remedy-none"),
        _ => say!("storage-remedy-border"),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::panic)]
    use super::*;

    /// A hole as large as its polygon, or a ring there and back, made a district of 0 km² with nothing to do about it.
    #[test]
    fn a_district_that_encloses_nothing_is_told() {
        let feature = |key: u32, rings: &str| {
            format!(r#"{{"type":"Feature","properties":{{"AGS":"0315900{key}"}},"geometry":{{"type":"Polygon","coordinates":[{rings}]}}}}"#)
        };
        let square = "[[10,51],[10.1,51],[10.1,51.1],[10,51.1],[10,51]]";
        let features = [
            feature(1, "[[9,51],[9.1,51],[9.1,51.1],[9,51.1],[9,51]]"),
            feature(2, &format!("{square},{square}")),
            feature(3, "[[11,51],[11.1,51],[11,51],[11,51]]"),
        ];
        let text = format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, features.join(","));
        let Ok(file) = crate::storage::geojson::read(text.as_bytes(), &Default::default()) else { panic!("{text}") };
        let (_, _, findings) = ground_of(file);
        let warned = findings.listed().iter().filter(|it| it.code == codes::GEOMETRY_EMPTY && it.severity == Severity::Warning);
        assert_eq!(warned.filter_map(|it| it.place.key.as_deref()).collect::<Vec<_>>(), ["03159002", "03159003"]);
    }

    /// Weaving the borders takes longest of all, and could not be stopped.
    #[test]
    fn the_weaving_of_borders_is_stopped_when_told() {
        let feature = |x: f64| {
            format!(
                r#"{{"type":"Feature","properties":{{}},"geometry":{{"type":"Polygon","coordinates":[[[{x},51],[10.2,51],[10.1,51.1],[{x},51]]]}}}}"#
            )
        };
        let text = format!(r#"{{"type":"FeatureCollection","features":[{},{}]}}"#, feature(10.0), feature(10.05));
        let Ok(file) = crate::storage::geojson::read(text.as_bytes(), &Default::default()) else { panic!("{text}") };
        for at in [0.15, 0.2, 0.5, 0.6] {
            let asked = std::sync::Arc::new(std::sync::Mutex::new(0.0_f32));
            let last = std::sync::Arc::clone(&asked);
            let watch = Watch::by(move |share| {
                if let Ok(mut last) = last.lock() {
                    *last = share;
                }
                if share < at { std::ops::ControlFlow::Continue(()) } else { std::ops::ControlFlow::Break(()) }
            });
            assert!(ground_of_watched(file.clone(), &watch).is_err(), "{at}");
            let last = asked.lock().map_or(1.0, |it| *it);
            assert!((at..0.69).contains(&last), "stopped at {last}, not after the borders were woven");
        }
    }

    /// A wide overlap is closed by the finer drawing, but somebody should look: it is no matter of a tolerance.
    #[test]
    fn a_stretch_wider_than_the_tolerance_is_a_warning_with_its_width() {
        let words = crate::words::Words::new(crate::words::Language::German, &crate::words::Terms::default());
        for (extent, expected) in [(0.3, Severity::Note), (50.0, Severity::Warning)] {
            let kind = TroubleKind::MismatchedEdges { count: 1 };
            let finding = told(&Trouble { kind, districts: Vec::new(), place: [0.0, 0.0], extent }, 0.5, &Register::default());
            assert_eq!((finding.severity, finding.code), (expected, codes::BORDER_MISMATCHED));
            let message = words.tell(&finding.message);
            assert!(message.contains(&words.number(extent, 2)) && message.contains("0,50"), "{message}");
        }
    }
}
