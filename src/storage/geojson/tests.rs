#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use super::*;
use crate::{
    model::finding::Code,
    storage::ground::ground_of,
    words::{Language, Terms, Words},
};

const SQUARE: &str = "[[[10,51],[10.1,51],[10.1,51.1],[10,51.1],[10,51]]]";

fn one(geometry: &str) -> String {
    format!(r#"{{"type":"Feature","properties":{{"AGS":"03159016","GEN":"Göttingen"}},"geometry":{geometry}}}"#)
}

fn collection(features: &[String]) -> String {
    format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, features.join(","))
}

fn square(key: &str, name: &str, west: f64) -> String {
    let east = west + 0.1;
    format!(
        r#"{{"type":"Feature","properties":{{"AGS":{key},"GEN":"{name}","EW":{west}}},"geometry":{{"type":"Polygon","coordinates":[[[{west},51],[{east},51],[{east},51.1],[{west},51.1],[{west},51]]]}}}}"#
    )
}

fn read_text(text: &str) -> Result<BoundaryFile, Refused> {
    read(text.as_bytes(), &Options::default())
}

fn codes_of(findings: &Findings) -> Vec<Code> {
    findings.listed().iter().map(|it| it.code).collect()
}

#[test]
fn a_plain_file_is_read_without_a_word() {
    let file = read_text(&collection(&[square("\"03159001\"", "Adelebsen", 10.0), square("\"03159002\"", "Bovenden", 10.1)])).unwrap();
    assert_eq!(codes_of(&file.findings), []);
    assert_eq!((file.districts.len(), file.features, file.vertices), (2, 2, 10));
    assert_eq!((file.key_field.as_deref(), file.name_field.as_deref(), file.crs), (Some("AGS"), Some("GEN"), Crs::WGS84));
    assert_eq!(file.bbox_wgs84, Some([10.0, 51.0, 10.2, 51.1]));
    assert_eq!(file.numeric_fields, [NumericField { name: "EW".into(), filled: 2 }]);
    assert_eq!(file.districts[1].attributes["EW"], "10.1");
    let (register, ground, findings) = ground_of(file);
    assert_eq!((register.len(), ground.topology.rook_pairs().count(), codes_of(&findings)), (2, 1, vec![]));
    assert_eq!(ground.crs, Crs::UTM32);
}

#[test]
fn every_form_of_geojson_is_read() {
    let polygon = format!(r#"{{"type":"Polygon","coordinates":{SQUARE}}}"#);
    let many = format!(r#"{{"type":"MultiPolygon","coordinates":[{SQUARE}]}}"#);
    let mixed = format!(r#"{{"type":"GeometryCollection","geometries":[{polygon},{{"type":"Point","coordinates":[10,51]}},{many}]}}"#);
    for (text, parts, expected) in [
        (polygon.clone(), 1, vec![codes::GEOMETRY_BARE, codes::KEY_MISSING]),
        (one(&polygon), 1, vec![]),
        (one(&many), 1, vec![]),
        (one(&mixed), 2, vec![]),
        (format!("{{\"coordinates\":{SQUARE},\"type\":\"Polygon\"}}"), 1, vec![codes::GEOMETRY_BARE, codes::KEY_MISSING]),
        (format!("[{}]", one(&polygon)), 1, vec![codes::FEATURES_BARE]),
        (format!("[{}]", collection(&[one(&polygon)])), 1, vec![codes::FEATURES_BARE]),
        (format!("\u{1e}{}\n", one(&polygon)), 1, vec![]),
    ] {
        let file = read_text(&text).unwrap();
        assert_eq!((file.districts.len(), file.polygons[0].0.len(), codes_of(&file.findings)), (1, parts, expected), "{text}");
    }
    let lines = read_text(&format!("{}\n{}\n", square("\"03159001\"", "A", 10.0), square("\"03159002\"", "B", 10.1))).unwrap();
    assert_eq!((lines.districts.len(), codes_of(&lines.findings)), (2, vec![codes::FEATURES_BARE]));
    let apart = read_text(&format!(r#"{{"type":"GeometryCollection","geometries":[{polygon},{many}]}}"#)).unwrap();
    assert_eq!(apart.districts.iter().map(|it| it.key.to_string()).collect::<Vec<_>>(), ["#1", "#2"]);
}

#[test]
fn every_encoding_is_read() {
    let text = collection(&[square("\"03159001\"", "Hörden", 10.0)]);
    let wide: Vec<u8> = [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let latin: Vec<u8> = text.chars().map(|it| u8::try_from(u32::from(it)).unwrap()).collect();
    let twice = text.replace("Hörden", "HÃ¶rden").into_bytes();
    for (bytes, code) in [
        ([b"\xEF\xBB\xBF", text.as_bytes()].concat(), None),
        (wide, Some(codes::ENCODING_DECODED)),
        (latin, Some(codes::ENCODING_DECODED)),
        (twice, Some(codes::ENCODING_DOUBLE)),
    ] {
        let file = read(&bytes, &Options::default()).unwrap();
        assert_eq!((file.districts[0].name.as_str(), codes_of(&file.findings).first().copied()), ("Hörden", code));
    }
}

#[test]
fn a_wrong_feature_spoils_no_other_and_is_told_with_its_place() {
    let good = square("\"03159001\"", "Adelebsen", 10.0);
    for (geometry, code, path) in [
        (r#"{"type":"Polygon","coordinates":[[[10,51],[10]]]}"#, codes::GEOMETRY_INVALID, Some("$.features[1].geometry.coordinates[0][1]")),
        (r#"{"type":"Polygon","coordinates":[[["10",51]]]}"#, codes::GEOMETRY_INVALID, Some("$.features[1].geometry.coordinates[0][0][0]")),
        (r#"{"type":"Polygon","coordinates":[[[10,51],[10.1,51]]]}"#, codes::GEOMETRY_EMPTY, None),
        (r#"{"type":"Polygon","coordinates":[[10,51],[10.1,51]]}"#, codes::GEOMETRY_INVALID, Some("$.features[1].geometry")),
        (r#"{"type":"Polygon"}"#, codes::GEOMETRY_INVALID, Some("$.features[1].geometry")),
        (r#"{"type":"Polgon","coordinates":[]}"#, codes::GEOMETRY_INVALID, Some("$.features[1].geometry")),
        (r#"{"type":"Point","coordinates":[10,51]}"#, codes::GEOMETRY_NOT_AREAL, None),
        (r#"{"type":"Polygon","coordinates":[[[1e308,1e308],[2,1e308],[2,2],[1e308,1e308]]]}"#, codes::COORDINATES_OUT_OF_RANGE, None),
        ("null", codes::GEOMETRY_MISSING, None),
        ("17", codes::GEOMETRY_INVALID, Some("$.features[1].geometry")),
    ] {
        let file = read_text(&collection(&[good.clone(), one(geometry)])).unwrap();
        let told = file.findings.listed().iter().find(|it| it.code == code).unwrap_or_else(|| panic!("{geometry}: {:?}", file.findings));
        assert_eq!((file.districts.len(), told.place.feature, told.place.key.as_deref()), (1, Some(2), Some("03159016")), "{geometry}");
        if path.is_some() {
            assert_eq!(told.place.json_path.as_deref(), path, "{geometry}");
        }
    }
}

#[test]
fn rings_are_closed_and_heights_dropped() {
    let open = "[[[10,51,7],[10.1,51],[10.1,51.1],[10,51.1]]]";
    let file = read_text(&one(&format!(r#"{{"type":"Polygon","coordinates":{open}}}"#))).unwrap();
    assert_eq!(codes_of(&file.findings), [codes::RING_CLOSED, codes::EXTRA_DIMENSIONS]);
    assert_eq!(file.polygons[0].0[0].exterior().0.len(), 5);
}

/// A feature with the key "#2" and the second feature, which had none, became one district.
#[test]
fn a_feature_without_key_joins_nothing() {
    let file = read_text(&collection(&[square("\"#2\"", "A", 10.0), square("null", "B", 10.2), square("\"3\"", "C", 10.4)])).unwrap();
    assert_eq!(file.districts.iter().map(|it| it.key.as_str()).collect::<Vec<_>>(), ["#2", "#2'", "3"]);
    assert_eq!(codes_of(&file.findings), [codes::KEY_MISSING]);
}

#[test]
fn keys_that_lost_a_zero_get_it_back_and_equal_keys_are_one_district() {
    let features = [square("3159001", "Adelebsen", 10.0), square("3159002", "Bovenden", 10.1), square("3159002", "Bovenden", 10.3)];
    let file = read_text(&collection(&features)).unwrap();
    assert_eq!(file.districts.iter().map(|it| it.key.as_str()).collect::<Vec<_>>(), ["03159001", "03159002"]);
    assert_eq!(file.polygons[1].0.len(), 2);
    assert_eq!(codes_of(&file.findings), [codes::KEY_ZERO_RESTORED, codes::KEY_REPEATED]);
    assert_eq!(file.findings.listed()[1].place.feature, Some(3));
}

#[test]
fn a_feature_without_key_is_called_by_its_number() {
    let mut features: Vec<String> = (1..12).map(|it| square(&format!("\"031590{it:02}\""), "A", 9.0 + 0.1 * f64::from(it))).collect();
    features[4] = features[4].replace("\"03159005\"", "null");
    let file = read_text(&collection(&features)).unwrap();
    assert_eq!((file.districts[4].key.as_str(), codes_of(&file.findings)), ("#5", vec![codes::KEY_MISSING]));
}

#[test]
fn the_coordinate_system_is_named_or_guessed() {
    let metres = r#"{"type":"Polygon","coordinates":[[[560000,5700000],[570000,5700000],[570000,5710000],[560000,5700000]]]}"#;
    let turned = r#"{"type":"Polygon","coordinates":[[[51,10],[51,10.1],[51.1,10.1],[51,10]]]}"#;
    let crs = |name: &str, geometry: &str| {
        format!(r#"{{"type":"FeatureCollection","features":[{}],"crs":{{"type":"name","properties":{{"name":"{name}"}}}}}}"#, one(geometry))
    };
    let polygon = format!(r#"{{"type":"Polygon","coordinates":{SQUARE}}}"#);
    for (text, wanted, guessed, expected) in [
        (one(metres), Crs::UTM32, true, vec![codes::CRS_GUESSED]),
        (crs("urn:ogc:def:crs:EPSG::25832", metres), Crs::UTM32, false, vec![]),
        (crs("urn:ogc:def:crs:OGC:1.3:CRS84", &polygon), Crs::WGS84, false, vec![]),
        (crs("urn:ogc:def:crs:OGC:1.3:CRS84", metres), Crs::UTM32, true, vec![codes::CRS_CONTRADICTED]),
        (crs("EPSG:25832", &polygon), Crs::WGS84, true, vec![codes::CRS_CONTRADICTED]),
        (crs("EPSG:99999", metres), Crs::UTM32, true, vec![codes::CRS_UNKNOWN, codes::CRS_GUESSED]),
        (one(turned), Crs::WGS84, false, vec![codes::COORDINATES_SWAPPED]),
        (crs("EPSG:4326", turned), Crs::WGS84, false, vec![codes::COORDINATES_SWAPPED]),
    ] {
        let file = read_text(&text).unwrap();
        assert_eq!((file.crs, file.crs_was_guessed, codes_of(&file.findings)), (wanted, guessed, expected), "{text}");
        let [west, south, east, north] = file.bbox_wgs84.unwrap();
        assert!(9.5 < west && east < 10.2 && 50.9 < south && north < 51.6, "{text}: {:?}", file.bbox_wgs84);
    }
}

#[test]
fn metres_among_degrees_are_left_out() {
    let mut features: Vec<String> = (0..12).map(|it| square(&format!("\"031590{it:02}\""), "A", 9.0 + 0.1 * f64::from(it))).collect();
    features[3] = one(r#"{"type":"Polygon","coordinates":[[[560000,5700000],[570000,5700000],[570000,5710000],[560000,5700000]]]}"#);
    let file = read_text(&collection(&features)).unwrap();
    assert_eq!((file.districts.len(), file.crs, codes_of(&file.findings)), (11, Crs::WGS84, vec![codes::COORDINATES_OUT_OF_RANGE]));
}

#[test]
fn refusals_tell_cause_place_and_remedy() {
    let words = Words::new(Language::German, &Terms::default());
    let whole = collection(&[square("\"03159001\"", "Adelebsen", 10.0)]);
    let told = |text: &str| read_text(text).unwrap_err().of_file(std::path::Path::new("karten/a.geojson")).told(&words);
    insta::assert_snapshot!(told(&whole[..whole.len() - 30]), @"Die Datei bricht mitten im Text ab; bis dahin sind 0 Objekte vollständig. Stelle: Objekt Nr. 1, Schlüssel 03159001, Zeile 1, Pfad $.features[0].geometry.coordinates[0][2][1]. Bitte die Datei noch einmal vollständig herunterladen oder exportieren. Datei: karten/a.geojson");
    insta::assert_snapshot!(told(&whole.replace("[10,51]", "[10,1e999]")), @"Eine Zahl ist größer, als ein Rechner sie darstellen kann. Stelle: Objekt Nr. 1, Schlüssel 03159001, Zeile 1, Pfad $.features[0].geometry.coordinates[0][0][1]. Bitte die Datei neu exportieren; an dieser Stelle ist sie kein gültiges JSON. Datei: karten/a.geojson");
    insta::assert_snapshot!(told(&whole.replace("[10,51]", "[NaN,51]")), @"Die Datei ist ab Zeichen 163 dieser Zeile kein gültiges JSON: hier steht etwas, das kein Wert ist (expected value). Stelle: Objekt Nr. 1, Schlüssel 03159001, Zeile 1, Pfad $.features[0].geometry.coordinates[0][0][0]. Bitte die Datei neu exportieren; an dieser Stelle ist sie kein gültiges JSON. Datei: karten/a.geojson");
    insta::assert_snapshot!(told("{\"type\":\"FeatureCollection\",\"features\":[]}"), @"Von 0 Objekten der Datei hat keines eine brauchbare Fläche. Bitte eine Datei mit Flächen (Polygon oder MultiPolygon) wählen. Datei: karten/a.geojson");
    insta::assert_snapshot!(told("  "), @"Die Datei ist leer. Bitte die Datei neu exportieren oder an dieser Stelle berichtigen. Datei: karten/a.geojson");
    let unknown = read(whole.as_bytes(), &Options { key: Some("BEZ_NR".into()), ..Options::default() }).unwrap_err();
    insta::assert_snapshot!(unknown.told(&words), @"Das Feld „BEZ_NR“ gibt es nicht; vorhanden sind: AGS, GEN, EW. Bitte eines der vorhandenen Felder wählen.");
}

#[test]
fn caps_refuse_and_say_so() {
    let limits = Limits { districts: 2, vertices: 9, nesting: 12, columns: 2, file_bytes: 2_000, ..Limits::default() };
    let refused = |text: &str, limits: Limits| read(text.as_bytes(), &Options { limits, ..Options::default() }).unwrap_err().finding.code;
    let three = collection(&[square("\"1\"", "A", 10.0), square("\"2\"", "B", 10.1), square("\"3\"", "C", 10.2)]);
    let roomy = Limits { columns: 100, vertices: 1_000, ..limits };
    assert_eq!(refused(&three, roomy), codes::TOO_MANY_DISTRICTS);
    assert_eq!(refused(&three, Limits { vertices: 9, ..roomy }), codes::TOO_MANY_VERTICES);
    assert_eq!(refused(&three, Limits { columns: 2, ..roomy }), codes::TOO_MANY_COLUMNS);
    assert_eq!(refused(&three, Limits { file_bytes: 100, ..roomy }), codes::FILE_TOO_LARGE);
    for deep in [
        format!("{}{}", "{\"type\":\"GeometryCollection\",\"geometries\":[".repeat(40), "]}".repeat(40)),
        format!("{{\"type\":\"Polygon\",\"coordinates\":{}", "[".repeat(500)),
        format!("{{\"type\":\"Feature\",\"properties\":{{\"a\":{}", "[".repeat(500)),
        "[".repeat(500),
        "{\"features\":[".repeat(100),
    ] {
        assert_eq!(refused(&deep, roomy), codes::NESTING_TOO_DEEP, "{}", &deep[..40]);
    }
}

/// A name that stands often in a feature costs no more than one that stands once: of several the last counts, also an empty one.
#[test]
fn of_repeated_properties_the_last_counts_however_many_there_are() {
    let many: String = (0..3_000).map(|it| format!("\"p{it}\":{it},")).collect();
    let again = many.repeat(40);
    let properties = format!(
        "{many}{again}\"EW\":1,\"EW\":2,\"GONE\":5,\"GONE\":null,\"BACK\":null,\"BACK\":7,\"AGS\":\"03159016\",\"GEN\":\"Göttingen\""
    );
    let begin = std::time::Instant::now();
    let text = format!(r#"{{"type":"Feature","properties":{{{properties}}},"geometry":{{"type":"Polygon","coordinates":{SQUARE}}}}}"#);
    let file = read_text(&text).unwrap();
    assert!(begin.elapsed().as_secs() < 20, "120,000 repeats among 3,000 names: {:?}", begin.elapsed());
    let attributes = &file.districts[0].attributes;
    assert_eq!(
        (attributes["EW"].as_str(), attributes.get("GONE"), attributes["BACK"].as_str(), attributes["p2999"].as_str()),
        ("2", None, "7", "2999")
    );
    assert_eq!(codes_of(&file.findings), [codes::MEMBER_REPEATED], "told once");
}
