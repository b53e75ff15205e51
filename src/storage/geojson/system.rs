//! System: which coordinate system the numbers are in, what the file says about it, and whether both agree.
//!
//! **Promise.** A guess is always told, with the way to correct it. A feature far from all others is left out, not drawn.

use serde_json::Value;

use super::{
    intake::{Feature, Problem},
    rings::bounds_of,
    scalar::Scalar,
};
use crate::{
    geometry::{
        Bounds,
        projection::{Crs, guess_from_range},
    },
    model::finding::{Findings, Place, Severity},
    storage::codes::{self, at, finding},
    words::{Message, say},
};

/// The system of a file, as far as it could be found out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct System {
    pub crs: Crs,
    pub guessed: bool,
    pub swapped: bool,
}

/// Decides on the system and marks the features that lie outside of it.
pub(super) fn decide(wanted: Option<Crs>, said: Option<&Scalar>, features: &mut [Feature], findings: &mut Findings) -> System {
    let bounds: Vec<Option<Bounds>> = features.iter().map(bounds_of_feature).collect();
    let declared = wanted.or_else(|| declared(said, findings));
    let found = by_range(&bounds);
    let system = match (declared, found) {
        (Some(crs), found) if fits(crs, &bounds, false) => {
            // Germany in degrees, north first, fits every geographic system; only the numbers tell
            let swapped = found.is_some_and(|it| it.swapped && it.crs.is_geographic() == crs.is_geographic());
            System { crs, guessed: false, swapped }
        }
        (Some(crs), Some(found)) if wanted.is_none() && found.crs != Crs::Plane => {
            let message = say!("storage-crs-contradicted", said = told(crs), found = told(found.crs));
            findings.push(finding(Severity::Warning, codes::CRS_CONTRADICTED, message, say!("storage-remedy-crs")));
            found
        }
        (Some(crs), _) => System { crs, guessed: false, swapped: false },
        // RFC 7946: without a word it is WGS 84
        (None, Some(found)) if found.crs == Crs::WGS84 => System { guessed: false, ..found },
        (None, Some(found)) => {
            let message = match found.crs {
                Crs::Plane => say!("storage-crs-plane"),
                crs => say!("storage-crs-guessed", crs = told(crs)),
            };
            findings.push(finding(Severity::Warning, codes::CRS_GUESSED, message, say!("storage-remedy-crs")));
            found
        }
        (None, None) => System { crs: Crs::WGS84, guessed: true, swapped: false },
    };
    if system.swapped {
        findings.push(finding(
            Severity::Warning,
            codes::COORDINATES_SWAPPED,
            say!("storage-coordinates-swapped"),
            say!("storage-remedy-swapped"),
        ));
    }
    if system.crs.metres_off_without_grid() {
        let message = say!("storage-crs-inexact", crs = told(system.crs));
        findings.push(finding(Severity::Note, codes::CRS_INEXACT, message, say!("storage-remedy-crs-inexact")));
    }
    leave_out_strangers(system, &bounds, features);
    tell_far_away(system, &bounds, features, findings);
    system
}

/// A feature so many times as far from the middle as half of them are lies somewhere else …
const FAR: f64 = 10.0;
/// … if it is at least as far away as Neuwerk from Hamburg, twice over: about 200 km, in degrees and in metres.
const AWAY: [f64; 2] = [2.0, 200_000.0];

/// Tells single features that lie far from all others, as those do that have east and north swapped. They stay on the map.
fn tell_far_away(system: System, bounds: &[Option<Bounds>], features: &[Feature], findings: &mut Findings) {
    let here: Vec<(u64, [f64; 2])> = features
        .iter()
        .zip(bounds)
        .filter(|(feature, _)| feature.problem.is_none())
        .filter_map(|(feature, bounds)| bounds.map(|it| (feature.number, centre(it))))
        .collect();
    if here.len() < 4 {
        return tell_turned(system, bounds, features, findings); // too few to say where the others are
    }
    let middle = [0, 1].map(|axis| median(here.iter().map(|it| it.1[axis])));
    let distance = |[x, y]: [f64; 2]| (x - middle[0]).hypot(y - middle[1]);
    let spread = median(here.iter().map(|it| distance(it.1)));
    let [degrees, metres] = AWAY;
    let away = if system.crs.is_geographic() { degrees } else { metres };
    let far = away.max(FAR * spread);
    for (number, place) in here.iter().filter(|it| distance(it.1) > far) {
        let turned = system.crs != Crs::Plane && distance([place[1], place[0]]) <= far;
        let (code, message) = if turned {
            (codes::COORDINATES_SWAPPED, say!("storage-far-away-swapped"))
        } else {
            (codes::COORDINATES_OUT_OF_RANGE, say!("storage-far-away"))
        };
        let place = Place { feature: Some(*number), ..Place::default() };
        findings.push(at(finding(Severity::Warning, code, message, say!("storage-remedy-border")), place));
    }
}

/// Among two or three features none is far from the others. But where one lies in Germany as the file is read, and another would
/// only the other way round, there is no doubt.
fn tell_turned(system: System, bounds: &[Option<Bounds>], features: &[Feature], findings: &mut Findings) {
    let ways = || features.iter().zip(bounds).filter(|it| it.0.problem.is_none()).filter_map(|it| Some((it.0.number, way((*it.1)?)?)));
    if !ways().any(|it| it.1 == system.swapped) {
        return;
    }
    for (number, _) in ways().filter(|it| it.1 != system.swapped) {
        let place = Place { feature: Some(number), ..Place::default() };
        let message = say!("storage-turned");
        findings.push(at(finding(Severity::Warning, codes::COORDINATES_SWAPPED, message, say!("storage-remedy-border")), place));
    }
}

/// Whether a boundary lies in Germany with north first (`true`) or with east first (`false`); nothing if neither way.
fn way(bounds: Bounds) -> Option<bool> {
    let german = |it: &crate::geometry::projection::Guess| it.crs != Crs::Plane && !it.alternatives.contains(&Crs::Plane);
    let straight = guess_from_range(bounds).filter(german);
    let turned = || guess_from_range(swapped(bounds)).filter(german).map(|_| true);
    straight.map(|it| it.swapped).or_else(turned)
}

fn centre(Bounds { min, max }: Bounds) -> [f64; 2] {
    [(min[0] + max[0]) / 2.0, (min[1] + max[1]) / 2.0]
}

/// The middle one, or the upper of the two in the middle; 0 of none.
fn median(numbers: impl Iterator<Item = f64>) -> f64 {
    let mut numbers: Vec<f64> = numbers.collect();
    numbers.sort_by(f64::total_cmp);
    numbers.get(numbers.len() / 2).copied().unwrap_or(0.0)
}

fn told(crs: Crs) -> Message {
    match crs {
        Crs::Plane => say!("storage-plane"),
        crs => say!("storage-crs-name", name = crs.name()),
    }
}

fn bounds_of_feature(feature: &Feature) -> Option<Bounds> {
    let all = feature.polygons.iter().filter_map(bounds_of);
    all.reduce(Bounds::union)
}

/// What the `crs` member says; nothing where it is absent, `null` or cannot be computed (which is told).
fn declared(said: Option<&Scalar>, findings: &mut Findings) -> Option<Crs> {
    let name = match said? {
        Scalar::Null => return None,
        Scalar::Text(text) => text.clone(),
        Scalar::Nested(json) => name_in(json),
        other => other.text().unwrap_or_default(),
    };
    let crs = Crs::parse(&name);
    if crs.is_none() {
        let place = Place { json_path: Some("$.crs".to_owned()), ..Place::default() };
        let message = say!("storage-crs-unknown", name);
        findings.push(at(finding(Severity::Warning, codes::CRS_UNKNOWN, message, say!("storage-remedy-crs")), place));
    }
    crs
}

/// The name in a `crs` member: `{"type":"name","properties":{"name":…}}`, `{"type":"EPSG","properties":{"code":…}}`, a link.
fn name_in(json: &str) -> String {
    let value: Value = serde_json::from_str(json).unwrap_or_default();
    let properties = value.get("properties").unwrap_or(&value);
    let said = ["name", "code", "href"].iter().find_map(|it| properties.get(*it));
    match said {
        Some(Value::String(name)) => name.clone(),
        Some(Value::Number(code)) => format!("EPSG:{code}"),
        _ => json.to_owned(),
    }
}

/// The system that the numbers suggest: of all features together, or else of nearly all.
fn by_range(bounds: &[Option<Bounds>]) -> Option<System> {
    let whole = bounds.iter().flatten().copied().reduce(Bounds::union)?;
    let known = |bounds: Bounds| guess(bounds).filter(|it| it.crs != Crs::Plane);
    if let Some(system) = known(whole) {
        return Some(system);
    }
    let (mut votes, mut voters): (Vec<(System, usize)>, usize) = (Vec::new(), 0); // there are only a handful of systems
    for vote in bounds.iter().flatten().map(|it| known(*it)) {
        voters += 1;
        match vote.and_then(|vote| votes.iter_mut().find(|it| it.0 == vote)) {
            Some(counted) => counted.1 += 1,
            None => votes.extend(vote.map(|it| (it, 1))),
        }
    }
    let nearly_all = votes.iter().max_by_key(|it| it.1).filter(|it| it.1 * 10 >= voters * 9);
    nearly_all.map(|it| it.0).or_else(|| bounds.iter().flatten().find_map(|it| guess(*it)))
}

fn guess(bounds: Bounds) -> Option<System> {
    let straight = guess_from_range(bounds)?;
    if straight.crs != Crs::Plane {
        return Some(System { crs: straight.crs, guessed: true, swapped: straight.swapped });
    }
    // north before east, as some offices' metres come
    let turned = guess_from_range(swapped(bounds)).filter(|it| it.crs != Crs::Plane && it.crs != Crs::WGS84);
    Some(turned.map_or(System { crs: Crs::Plane, guessed: true, swapped: false }, |it| System {
        crs: it.crs,
        guessed: true,
        swapped: true,
    }))
}

fn swapped(Bounds { min, max }: Bounds) -> Bounds {
    Bounds { min: [min[1], min[0]], max: [max[1], max[0]] }
}

/// Whether at least half of the features can be in this system.
fn fits(crs: Crs, bounds: &[Option<Bounds>], swapped: bool) -> bool {
    let all = bounds.iter().flatten().count();
    let inside = bounds.iter().flatten().filter(|it| lies_in(crs, **it, swapped)).count();
    all == 0 || inside * 2 >= all
}

/// Whether a boundary can be in this system: degrees within the globe; metres of a German system not all within it, and
/// not beyond every plane.
fn lies_in(crs: Crs, bounds: Bounds, turned: bool) -> bool {
    let bounds = if turned { swapped(bounds) } else { bounds };
    let within = |x: f64, y: f64| -x <= bounds.min[0] && bounds.max[0] <= x && -y <= bounds.min[1] && bounds.max[1] <= y;
    match crs {
        Crs::Plane => within(1e12, 1e12),
        crs if crs.is_geographic() => within(180.0, 90.0),
        _ => within(1e8, 1e8) && !within(180.0, 90.0),
    }
}

fn leave_out_strangers(system: System, bounds: &[Option<Bounds>], features: &mut [Feature]) {
    for (feature, bounds) in features.iter_mut().zip(bounds) {
        let Some(bounds) = bounds else { continue };
        let astray = system.crs != Crs::Plane
            && by_range(&[Some(*bounds)]).is_some_and(|it| it.crs != Crs::Plane && it.crs.is_geographic() != system.crs.is_geographic());
        if astray || !lies_in(system.crs, *bounds, system.swapped) {
            let [x, y] = farthest(feature).unwrap_or(bounds.min);
            let reason = say!("storage-fault-out-of-range", x = short(x), y = short(y), crs = told(system.crs));
            feature.problem = Some(Problem::OutOfRange(reason));
            feature.polygons = Vec::new();
        }
    }
}

/// The position of a boundary that lies farthest out: the one that is wrong, if only one is.
fn farthest(feature: &Feature) -> Option<[f64; 2]> {
    let positions = feature.polygons.iter().flat_map(|it| &it.exterior().0).map(|it| [it.x, it.y]);
    let out = |it: &[f64; 2]| it[0].abs().max(it[1].abs());
    positions.max_by(|a, b| out(a).total_cmp(&out(b)))
}

/// A coordinate in a sentence: enough digits to find it again.
fn short(number: f64) -> String {
    if number.abs() < 1e9 { format!("{number:.3}") } else { format!("{number:e}") }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::panic)]
    use super::*;

    /// One district with latitude before longitude lay off Somalia, and nobody was told.
    #[test]
    fn a_single_feature_far_from_all_others_is_told() {
        let square = |x: f64, y: f64| geo::Polygon::new(vec![(x, y), (x + 0.1, y), (x + 0.1, y + 0.1), (x, y)].into(), Vec::new());
        let row = (0..6).map(|it| square(9.0 + 0.1 * f64::from(it), 51.0));
        for (other, told) in [
            (square(51.0, 9.0), Some(codes::COORDINATES_SWAPPED)),
            (square(-60.0, -10.0), Some(codes::COORDINATES_OUT_OF_RANGE)),
            (square(9.2, 52.9), None), // an island
        ] {
            let polygons = row.clone().chain([other]);
            let feature = |(number, it)| Feature { number, polygons: vec![it], ..Feature::default() };
            let mut features: Vec<Feature> = (1..).zip(polygons).map(feature).collect();
            let mut findings = Findings::default();
            decide(Some(Crs::WGS84), None, &mut features, &mut findings);
            let found: Vec<_> = findings.listed().iter().map(|it| (it.code, it.place.feature)).collect();
            assert_eq!(found, told.map(|it| (it, Some(7))).into_iter().collect::<Vec<_>>());
        }
    }

    /// With two or three features nobody is far from the others: one the wrong way round went unnoticed.
    #[test]
    fn one_of_a_few_features_the_wrong_way_round_is_told() {
        let square =
            |x: f64, y: f64, size: f64| geo::Polygon::new(vec![(x, y), (x + size, y), (x + size, y + size), (x, y)].into(), vec![]);
        let degrees = |x: f64, y: f64| square(x, y, 0.1);
        let metres = |x: f64, y: f64| square(x, y, 900.0);
        let (here, there) = (degrees(9.9, 51.5), degrees(10.0, 51.5));
        for (polygons, crs, told) in [
            (vec![here.clone(), degrees(51.6, 9.9)], Crs::WGS84, vec![2]),
            (vec![degrees(51.6, 9.9), here.clone(), there.clone()], Crs::WGS84, vec![1]),
            (vec![here.clone(), there.clone()], Crs::WGS84, vec![]),
            (vec![here.clone(), degrees(9.9, 44.0)], Crs::WGS84, vec![]), // Genoa may be meant
            (vec![degrees(45.0, 5.0), degrees(51.6, 9.9)], Crs::WGS84, vec![]), // off Somalia both: nobody knows
            (vec![metres(560_000.0, 5_710_000.0), metres(5_710_000.0, 561_000.0)], Crs::UTM32, vec![2]),
            (vec![metres(560_000.0, 5_710_000.0), metres(561_000.0, 5_710_000.0)], Crs::UTM32, vec![]),
        ] {
            let feature = |(number, it)| Feature { number, polygons: vec![it], ..Feature::default() };
            let mut features: Vec<Feature> = (1..).zip(polygons).map(feature).collect();
            let mut findings = Findings::default();
            decide(Some(crs), None, &mut features, &mut findings);
            let found: Vec<_> = findings.listed().iter().filter(|it| it.code == codes::COORDINATES_SWAPPED).collect();
            assert!(found.iter().all(|it| it.message == say!("storage-turned")), "none of a few lies far away from the others");
            assert_eq!(found.iter().filter_map(|it| it.place.feature).collect::<Vec<_>>(), told, "{features:?}");
        }
    }

    /// One position was wrong, and another one was named.
    #[test]
    fn the_wrong_coordinate_is_named() {
        let ring = |points: &[(f64, f64)]| geo::Polygon::new(points.to_vec().into(), Vec::new());
        let good = ring(&[(9.9, 51.5), (10.0, 51.5), (10.0, 51.6), (9.9, 51.5)]);
        let bad = ring(&[(9.9, 51.5), (1.2e29, 51.5), (10.0, 51.6), (9.9, 51.5)]);
        let mut features = [good.clone(), good, bad].map(|it| Feature { polygons: vec![it], ..Feature::default() });
        decide(Some(Crs::WGS84), None, &mut features, &mut Findings::default());
        let Some(Problem::OutOfRange(reason)) = &features[2].problem else { panic!("{:?}", features[2].problem) };
        let words = crate::words::Words::new(crate::words::Language::English, &crate::words::Terms::default());
        assert!(words.tell(reason).contains("1.2e29"), "{}", words.tell(reason));
    }

    /// Who is in which system is counted once, not once for each: 100,000 features took minutes.
    #[test]
    fn nearly_all_decide_and_the_count_takes_no_time() {
        let square = |x: f64, y: f64| Some(Bounds { min: [x, y], max: [x + 1_000.0, y + 1_000.0] });
        let degrees = Some(Bounds { min: [9.0, 51.0], max: [9.1, 51.1] });
        let zone_32 = |count: usize| (0..count).map(|it| square(560_000.0 + it as f64, 5_700_000.0)).collect::<Vec<_>>();
        let begin = std::time::Instant::now();
        for (mut bounds, strangers, decided) in [(zone_32(100_000), 1, true), (zone_32(90), 10, true), (zone_32(89), 11, false)] {
            bounds.extend(std::iter::repeat_n(degrees, strangers));
            bounds.push(None);
            let found = by_range(&bounds).map(|it| it.crs == Crs::UTM32);
            assert_eq!(found, Some(true), "{strangers}");
            bounds.reverse(); // without a majority the first one decides
            assert_eq!(by_range(&bounds).map(|it| it.crs == Crs::UTM32), Some(decided), "{strangers}");
        }
        assert!(begin.elapsed().as_secs() < 10, "{:?}", begin.elapsed());
    }
}
