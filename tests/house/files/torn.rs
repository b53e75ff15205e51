//! Files that were cut, changed or made of nonsense: never a panic, never more than the caps allow.

use std::time::{Duration, Instant};

use super::{read, refuses_well, speaks};
use planraum::storage::{
    geojson::{self, Options},
    ground::ground_of,
};
use proptest::prelude::*;

const SMALL: &str = r#"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:4326"}},"features":[
{"type":"Feature","id":1,"properties":{"AGS":"03159001","GEN":"Hörden","n":1.5,"o":{"a":[null]}},"geometry":{"type":"Polygon","coordinates":[[[10,51],[10.1,51],[10.1,51.1],[10,51]]]}},
{"type":"Feature","properties":{"AGS":"03159002","GEN":"B\u00fchren"},"geometry":{"type":"GeometryCollection","geometries":[{"type":"MultiPolygon","coordinates":[[[[10.1,51,3],[10.2,51],[10.2,51.1],[10.1,51.1]]]]}]}}]}"#;

#[test]
fn cut_at_every_byte() {
    for end in 0..SMALL.len() {
        match geojson::read(&SMALL.as_bytes()[..end], &Options::default()) {
            Ok(file) => panic!("{end}: {file:?}"),
            Err(refused) => refuses_well(&refused),
        }
    }
    assert_eq!(read(SMALL).unwrap().districts.len(), 2);
}

#[test]
fn every_byte_changed() {
    for place in 0..SMALL.len() {
        for byte in [0, b' ', b'"', b'[', b']', b'{', b'}', b',', b'9', b'-', b'e', 0xFF] {
            let mut bytes = SMALL.as_bytes().to_vec();
            bytes[place] = byte;
            try_all(&bytes);
        }
    }
}

/// Reads and, where that succeeds, builds; both must speak well.
fn try_all(bytes: &[u8]) {
    match geojson::read(bytes, &Options::default()) {
        Ok(file) => {
            speaks(&file.findings);
            assert!(file.districts.len() == file.polygons.len() && !file.districts.is_empty());
            let districts = file.districts.len();
            let (register, ground, findings) = ground_of(file);
            speaks(&findings);
            assert_eq!((register.len(), ground.topology.district_count()), (districts, districts));
        }
        Err(refused) => refuses_well(&refused),
    }
}

#[test]
fn monsters_are_refused_in_time() {
    let nested = |open: &str, times: usize| open.repeat(times);
    let ring: String = (0..200_000).map(|it| format!("[{},{}],", 10.0 + f64::from(it) * 1e-6, 51.0)).collect();
    let many_fields: String = (0..20_000).map(|it| format!("\"f{it}\":1,")).collect();
    let monsters = [
        nested("[", 1_000_000),
        nested("{\"a\":", 200_000),
        nested("{\"type\":\"GeometryCollection\",\"geometries\":[", 100_000),
        nested("{\"type\":\"FeatureCollection\",\"features\":[", 100_000),
        format!("{{\"type\":\"Polygon\",\"coordinates\":{}", nested("[", 100_000)),
        format!("{{\"type\":\"Polygon\",\"coordinates\":[[{ring}[10,51]]]}}"),
        format!("{{\"type\":\"Feature\",\"geometry\":null,\"properties\":{{{many_fields}\"x\":1}}}}"),
        format!("{{\"type\":\"FeatureCollection\",\"features\":[{}null]}}", "null,".repeat(250_000)),
        format!("{{\"type\":\"FeatureCollection\",\"bbox\":[{}1],\"features\":[]}}", "1,".repeat(1_000_000)),
        format!("\"{}", "a".repeat(1_000_000)),
        "1 ".repeat(300_000),
    ];
    for monster in monsters {
        let begin = Instant::now();
        try_all(monster.as_bytes());
        assert!(begin.elapsed() < Duration::from_secs(20), "{}…", &monster[..60]);
    }
}

#[test]
fn strange_coordinates_never_hang() {
    for ring in [
        "[[1e308,1e308],[-1e308,1e308],[-1e308,-1e308],[1e308,1e308]]",
        "[[0,0],[0,0],[0,0],[0,0]]",
        "[[179.9,0],[-179.9,0],[-179.9,1],[179.9,0]]",
        "[[0,90],[90,90],[180,90],[0,90]]",
        "[[0,-90],[1,-90],[1,90],[0,-90]]",
        "[[1e-300,1e-300],[2e-300,1e-300],[2e-300,2e-300],[1e-300,1e-300]]",
        "[[10,51],[11,52],[10,52],[11,51],[10,51]]",
        "[[1e11,1e11],[2e11,1e11],[2e11,2e11],[1e11,1e11]]",
    ] {
        let begin = Instant::now();
        try_all(format!("{{\"type\":\"Polygon\",\"coordinates\":[{ring}]}}").as_bytes());
        assert!(begin.elapsed() < Duration::from_secs(5), "{ring}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..Default::default() })]

    #[test]
    fn changed_at_random(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6), cut in prop::option::of(any::<prop::sample::Index>())) {
        let mut bytes = SMALL.as_bytes().to_vec();
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        try_all(&bytes);
    }

    #[test]
    fn numbers_of_any_size(numbers in prop::collection::vec(any::<f64>(), 8), swap: bool) {
        let number = |at: usize| if numbers[at].is_finite() { format!("{:e}", numbers[at]) } else { "0".into() };
        let position = |at: usize| if swap { format!("[{},{}]", number(at + 1), number(at)) } else { format!("[{},{}]", number(at), number(at + 1)) };
        let text = format!("{{\"type\":\"Polygon\",\"coordinates\":[[{},{},{},{}]]}}", position(0), position(2), position(4), position(6));
        try_all(text.as_bytes());
    }

    #[test]
    fn any_text(text in "\\PC{0,60}") {
        prop_assert!(read(&text).is_err());
    }
}
