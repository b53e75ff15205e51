//! Small relatives of the difficult files in the test data, made of the county that ships.

use super::{COUNTY, codes_of, is_the_county, read};
use planraum::{
    geometry::projection::{Crs, Projector},
    storage::{
        geojson::{self, Options},
        refused::Refused,
    },
};
use serde_json::{Value, json};

fn county() -> Value {
    serde_json::from_str(COUNTY).unwrap()
}

/// The county with every feature changed.
fn with_features(change: impl Fn(&mut Value)) -> Value {
    let mut root = county();
    root.as_object_mut().unwrap().retain(|key, _| key != "crs");
    root["features"].as_array_mut().unwrap().iter_mut().for_each(change);
    root
}

/// Changes every position below a value.
fn each_position(value: &mut Value, change: &impl Fn(&mut Vec<Value>)) {
    let Value::Array(items) = value else { return };
    if items.first().is_some_and(Value::is_number) {
        change(items);
    } else {
        items.iter_mut().for_each(|it| each_position(it, change));
    }
}

fn projected(to: Crs) -> Value {
    let projector = Projector::between(Crs::WGS84, to).unwrap();
    with_features(|feature| {
        each_position(&mut feature["geometry"]["coordinates"], &|it| {
            let mut point = [[it[0].as_f64().unwrap(), it[1].as_f64().unwrap()]];
            projector.project(&mut point).unwrap();
            *it = vec![json!(point[0][0]), json!(point[0][1])];
        });
    })
}

fn named(mut root: Value, crs: &str) -> Value {
    root["crs"] = json!({"type": "name", "properties": {"name": crs}});
    root
}

#[test]
fn the_county_itself_is_read_without_a_word() {
    let file = read(COUNTY).unwrap();
    assert_eq!(codes_of(&file.findings), Vec::<&str>::new());
    assert_eq!((file.key_field.as_deref(), file.name_field.as_deref(), file.vertices), (Some("AGS"), Some("GEN"), 9_022));
    is_the_county(file, true);
}

#[test]
fn by_line() {
    let lines: Vec<String> = county()["features"].as_array().unwrap().iter().map(Value::to_string).collect();
    for text in [lines.join("\n"), lines.iter().map(|it| format!("\u{1e}{it}\n")).collect()] {
        let file = read(&text).unwrap();
        assert_eq!(codes_of(&file.findings), ["features_bare"]);
        is_the_county(file, true);
    }
}

#[test]
fn in_other_systems_named_or_not() {
    for (crs, name) in [
        (Crs::UTM32, "EPSG:25832"),
        (Crs::Epsg(31467), "urn:ogc:def:crs:EPSG::31467"),
        (Crs::Epsg(3857), "EPSG:3857"),
        (Crs::Epsg(4647), "EPSG:4647"),
    ] {
        let file = read(&named(projected(crs), name).to_string()).unwrap();
        assert_eq!((file.crs, file.crs_was_guessed), (crs, false));
        is_the_county(file, true);
        let file = read(&projected(crs).to_string()).unwrap();
        assert_eq!((file.crs, file.crs_was_guessed), (crs, true), "{name} by its range");
        assert_eq!(codes_of(&file.findings)[0], "crs_guessed");
        is_the_county(file, true);
    }
    let wrong = read(&named(projected(Crs::UTM32), "urn:ogc:def:crs:OGC:1.3:CRS84").to_string()).unwrap();
    assert_eq!(codes_of(&wrong.findings), ["crs_contradicted"]);
    is_the_county(wrong, true);
}

#[test]
fn chosen_by_hand() {
    let options = Options { crs: Some(Crs::UTM32), key: Some("ars".into()), name: Some("BEZ".into()), ..Options::default() };
    let file = geojson::read(projected(Crs::UTM32).to_string().as_bytes(), &options).unwrap();
    assert_eq!((file.crs_was_guessed, file.key_field.as_deref(), codes_of(&file.findings)), (false, Some("ARS"), vec![]));
    assert_eq!((file.districts[0].key.as_str(), file.districts[0].name.as_str()), ("031590001001", "Gemeinde"));
    is_the_county(file, false);
}

#[test]
fn north_before_east() {
    let turned = |root: Value| {
        let mut root = root;
        root["features"]
            .as_array_mut()
            .unwrap()
            .iter_mut()
            .for_each(|it| each_position(&mut it["geometry"]["coordinates"], &|it| it.swap(0, 1)));
        read(&root.to_string()).unwrap()
    };
    for (root, first) in [(with_features(|_| ()), "coordinates_swapped"), (projected(Crs::UTM32), "crs_guessed")] {
        let file = turned(root);
        assert!(codes_of(&file.findings).contains(&"coordinates_swapped") && codes_of(&file.findings)[0] == first);
        is_the_county(file, true);
    }
}

#[test]
fn with_heights() {
    let file =
        read(&with_features(|it| each_position(&mut it["geometry"]["coordinates"], &|it| it.push(json!(123.4)))).to_string()).unwrap();
    assert_eq!(codes_of(&file.findings), ["extra_dimensions"]);
    is_the_county(file, true);
}

#[test]
fn with_keys_as_numbers() {
    let root = with_features(|it| {
        let number: u64 = it["properties"]["AGS"].as_str().unwrap().parse().unwrap();
        it["properties"]["AGS"] = json!(number);
    });
    let file = read(&root.to_string()).unwrap();
    assert_eq!(codes_of(&file.findings), ["key_zero_restored"]);
    is_the_county(file, true);
}

#[test]
fn with_umlauts_encoded_twice() {
    let twice = |text: &str| -> String { text.bytes().map(char::from).collect() };
    let root = with_features(|it| {
        let name = twice(it["properties"]["GEN"].as_str().unwrap());
        it["properties"]["GEN"] = json!(name);
    });
    let file = read(&root.to_string()).unwrap();
    assert_eq!(codes_of(&file.findings), ["encoding_double"]);
    is_the_county(file, true);
}

#[test]
fn in_other_encodings() {
    let text = with_features(|_| ()).to_string();
    let latin: Vec<u8> = text.chars().map(|it| u8::try_from(u32::from(it)).unwrap()).collect();
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let marked = [b"\xEF\xBB\xBF", text.as_bytes()].concat();
    for (bytes, expected) in [(latin, vec!["encoding_decoded"]), (wide, vec!["encoding_decoded"]), (marked, vec![])] {
        let file = geojson::read(&bytes, &Options::default()).unwrap();
        assert_eq!(codes_of(&file.findings), expected);
        is_the_county(file, true);
    }
}

#[test]
fn as_bare_geometries() {
    let geometries: Vec<Value> = county()["features"].as_array().unwrap().iter().map(|it| it["geometry"].clone()).collect();
    let file = read(&json!({"type": "GeometryCollection", "geometries": geometries}).to_string()).unwrap();
    assert_eq!(codes_of(&file.findings), ["geometry_bare", "key_missing"]);
    assert_eq!((file.districts[0].key.as_str(), file.districts[39].key.as_str()), ("#1", "#40"));
    is_the_county(file, false);
}

#[test]
fn cut_off() {
    let refused: Refused = read(&COUNTY[..COUNTY.len() / 2]).unwrap_err();
    super::refuses_well(&refused);
    assert_eq!(refused.finding.code.0, "json_cut_off");
    assert!(refused.finding.place.line.is_some() && refused.finding.place.feature.is_some_and(|it| it > 10));
    assert!(refused.finding.place.json_path.as_deref().is_some_and(|it| it.starts_with("$.features[")));
}

#[test]
fn in_metres_without_any_known_range() {
    let root = with_features(|it| {
        each_position(&mut it["geometry"]["coordinates"], &|it| {
            *it = it.iter().map(|it| json!((it.as_f64().unwrap() - 9.0) * 100_000.0)).collect();
        });
    });
    let file = read(&root.to_string()).unwrap();
    assert_eq!((file.crs, file.bbox_wgs84, codes_of(&file.findings)), (Crs::Plane, None, vec!["crs_guessed"]));
    let (register, ground, _) = planraum::storage::ground::ground_of(file);
    assert_eq!((register.len(), ground.topology.rook_pairs().count(), ground.crs), (40, 97, Crs::Plane));
}
