//! Borders of real places: how many neighbours they have, how large they are, and that nothing hangs.

use std::path::{Path, PathBuf};

use geo::{Coord, LineString, MultiPolygon, Polygon};
use planraum::geometry::locate::{Locator, Rule};
use planraum::geometry::projection::{Crs, Projector, guess_from_range, working_crs};
use planraum::geometry::simplify::Importance;
use planraum::geometry::topology::{Built, Topology, TroubleKind};
use planraum::geometry::{Bounds, DistrictIx, Point};
use serde_json::Value;

/// Tolerance that the program uses by default, in metres.
const TOLERANCE: f64 = 0.5;

fn test_data(file: &str) -> PathBuf {
    let folder = std::env::var("PLANRAUM_TEST_DATA").expect("PLANRAUM_TEST_DATA names the folder with test data");
    Path::new(&folder).join(file)
}

/// The boundaries of a GeoJSON file, as they stand there.
fn geojson(file: &Path) -> Vec<MultiPolygon<f64>> {
    let text = std::fs::read(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let root: Value = serde_json::from_slice(&text).unwrap();
    let features = root["features"].as_array().unwrap().iter();
    features.map(|feature| geometry(&feature["geometry"])).collect()
}

fn geometry(value: &Value) -> MultiPolygon<f64> {
    let coordinates = &value["coordinates"];
    match value["type"].as_str() {
        Some("Polygon") => MultiPolygon(vec![polygon(coordinates)]),
        Some("MultiPolygon") => MultiPolygon(coordinates.as_array().unwrap().iter().map(polygon).collect()),
        _ => MultiPolygon(vec![]),
    }
}

fn polygon(rings: &Value) -> Polygon<f64> {
    let ring = |ring: &Value| {
        let point = |at: &Value| Coord { x: at[0].as_f64().unwrap(), y: at[1].as_f64().unwrap() };
        LineString(ring.as_array().unwrap().iter().map(point).collect())
    };
    let mut rings = rings.as_array().unwrap().iter().map(ring);
    Polygon::new(rings.next().unwrap(), rings.collect())
}

/// The polygons of a shapefile, every ring a part; holes are told by running counter-clockwise.
fn shapefile(file: &Path) -> Vec<MultiPolygon<f64>> {
    let bytes = std::fs::read(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let big = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap()) as usize;
    let little = |at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap()) as usize;
    let number = |at: usize| f64::from_le_bytes(bytes[at..at + 8].try_into().unwrap());
    let (mut at, mut boundaries) = (100, Vec::new());
    while at + 8 < bytes.len() {
        let record = at + 8;
        at = record + 2 * big(at + 4);
        let (parts, points) = (little(record + 36), little(record + 40));
        let first_point = record + 44 + 4 * parts;
        let starts: Vec<usize> = (0..parts).map(|part| little(record + 44 + 4 * part)).chain([points]).collect();
        let ring = |range: &[usize]| {
            let point = |at: usize| Coord { x: number(first_point + 16 * at), y: number(first_point + 16 * at + 8) };
            LineString((range[0]..range[1]).map(point).collect())
        };
        boundaries.push(with_holes(starts.windows(2).map(ring).collect()));
    }
    boundaries
}

fn with_holes(rings: Vec<LineString<f64>>) -> MultiPolygon<f64> {
    let area = |ring: &LineString<f64>| ring.lines().map(|it| it.determinant()).sum::<f64>();
    let (outer, holes): (Vec<_>, Vec<_>) = rings.into_iter().partition(|ring| area(ring) < 0.0);
    let mut polygons: Vec<Polygon<f64>> = outer.into_iter().map(|ring| Polygon::new(ring, vec![])).collect();
    for hole in holes {
        let home = polygons.iter().position(|it| geo::Contains::contains(it, &hole)).unwrap_or(0);
        polygons[home].interiors_push(hole);
    }
    MultiPolygon(polygons)
}

fn bounds(boundaries: &[MultiPolygon<f64>]) -> Bounds {
    Bounds::of(boundaries.iter().flat_map(geo::CoordsIter::coords_iter).map(|at| [at.x, at.y])).unwrap()
}

/// Degrees into the metres of a system.
fn projected(boundaries: &[MultiPolygon<f64>], to: Crs) -> Vec<MultiPolygon<f64>> {
    let projector = Projector::between(Crs::WGS84, to).unwrap();
    let line = |line: &LineString<f64>| {
        let mut points: Vec<Point> = line.coords().map(|at| [at.x, at.y]).collect();
        projector.project(&mut points).unwrap();
        LineString::from(points)
    };
    let polygon = |it: &Polygon<f64>| Polygon::new(line(it.exterior()), it.interiors().iter().map(line).collect());
    boundaries.iter().map(|it| MultiPolygon(it.iter().map(polygon).collect())).collect()
}

fn in_metres(file: &str) -> Built {
    let degrees = geojson(&test_data(file));
    let crs = working_crs(bounds(&degrees));
    Topology::build(&projected(&degrees, crs), TOLERANCE)
}

fn pairs(built: &Built) -> (usize, usize) {
    (built.topology.rook_pairs().count(), built.topology.queen_pairs().len())
}

fn repairs(built: &Built) -> Vec<TroubleKind> {
    built.troubles.iter().map(|it| it.kind).collect()
}

fn sample() -> Vec<MultiPolygon<f64>> {
    geojson(&Path::new(env!("CARGO_MANIFEST_DIR")).join("maps/lkgoe_gemeinden_heute.geojson"))
}

#[test]
fn the_sample_county_has_97_pairs_and_1753_square_kilometres() {
    let degrees = sample();
    let around = bounds(&degrees);
    assert_eq!((working_crs(around), guess_from_range(around).unwrap().crs), (Crs::UTM32, Crs::WGS84));
    let metres = projected(&degrees, Crs::UTM32);
    let built = Topology::build(&metres, TOLERANCE);
    assert_eq!(built.troubles, []);
    assert_eq!(built.topology.rook_pairs().count(), 97);
    let surface: f64 = built.topology.districts().map(|it| built.topology.surface(it)).sum();
    assert!((surface / 1e6 - 1753.805).abs() < 5e-4, "{surface}");
    let whole = planraum::geometry::outline::outline(&built.topology, &all(&built), |_| true);
    assert_eq!((whole.polygons.len(), whole.rings.len()), (1, 1), "one part, no holes");
}

fn all(built: &Built) -> Vec<DistrictIx> {
    built.topology.districts().collect()
}

#[test]
fn every_district_of_the_sample_is_found_at_its_label_and_survives_coarse_drawing() {
    let built = Topology::build(&projected(&sample(), Crs::UTM32), TOLERANCE);
    let (topology, locator) = (&built.topology, Locator::new(&built.topology));
    let importance = Importance::of(topology);
    for district in topology.districts() {
        let label = topology.label_point(district).unwrap();
        assert_eq!(locator.district_at(label), Some(district));
        assert!(locator.touching_capsule(label, label, 0.0).contains(&district));
        for ring in topology.polygons_of(district).flat_map(|it| it.rings()) {
            let coarse = importance.ring_at(topology, ring, 1e5);
            assert!(coarse.len() >= 4 && coarse.first() == coarse.last(), "{district:?} {coarse:?}");
        }
    }
    let around = topology.bounds().unwrap();
    assert_eq!(locator.touching_rect(around).len(), 40);
    assert_eq!(locator.taken(&planraum::geometry::locate::Region::Rect(around), Rule::HalfSurface).len(), 40);
}

#[test]
#[ignore = "needs PLANRAUM_TEST_DATA"]
fn bremen_and_hamburg_have_their_published_neighbours() {
    for (file, expected) in
        [("staedte/bremen.geojson", (221, 231)), ("hamburg_statgebiete/einwohner_statistischeGebiete.geojson", (2535, 2900))]
    {
        let built = in_metres(file);
        assert_eq!(pairs(&built), expected, "{file}: {:?}", repairs(&built));
    }
}

#[test]
#[ignore = "needs PLANRAUM_TEST_DATA"]
fn columbus_keeps_its_plane_coordinates_and_has_100_and_118_pairs() {
    let plane = geojson(&test_data("klassiker_libpysal/columbus/columbus.json"));
    let built = Topology::build(&plane, TOLERANCE);
    assert_eq!(pairs(&built), (100, 118));
    assert_eq!(repairs(&built), []);
    let shapes = shapefile(&test_data("klassiker_libpysal/columbus/columbus.shp"));
    assert_eq!(pairs(&Topology::build(&shapes, TOLERANCE)), (100, 118));
}

#[test]
#[ignore = "needs PLANRAUM_TEST_DATA"]
fn guerrys_departments_have_210_queen_pairs() {
    let built = Topology::build(&shapefile(&test_data("guerry/Guerry.shp")), TOLERANCE);
    assert_eq!(built.topology.queen_pairs().len(), 210, "{:?}", repairs(&built));
}

#[test]
#[ignore = "needs PLANRAUM_TEST_DATA"]
fn flensburg_has_24_pairs_once_its_borders_are_mended() {
    let built = Topology::build(&shapefile(&test_data("flensburg_stadtteile/shapefile/Stadtteile.shp")), TOLERANCE);
    assert_eq!(built.topology.rook_pairs().count(), 24, "{:?}", built.troubles);
}

#[test]
#[ignore = "needs PLANRAUM_TEST_DATA"]
fn berlin_and_muenster_keep_every_district() {
    for (file, districts) in [("berlin_lor_2019/berlin-lor-planning-areas-until-2020.geojson", 448), ("staedte/muenster.geojson", 45)] {
        let built = in_metres(file);
        assert_eq!(built.topology.district_count(), districts);
        assert!(built.topology.districts().all(|it| built.topology.surface(it) > 0.0));
    }
}
