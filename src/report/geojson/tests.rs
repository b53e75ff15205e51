#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use super::*;
use crate::{
    model::released::Profile,
    report::{
        csv,
        testing::{self, PLANTED},
    },
};

fn read(level: Level, profile: Profile) -> (String, FeatureCollection) {
    let text = String::from_utf8(of_units(&testing::units(level, profile)).unwrap()).unwrap();
    let collection = text.parse().unwrap();
    (text, collection)
}

fn rings(feature: &Feature) -> Vec<Vec<Point>> {
    let polygons = match &feature.geometry.as_ref().unwrap().value {
        GeometryValue::Polygon { coordinates } => vec![coordinates.clone()],
        GeometryValue::MultiPolygon { coordinates } => coordinates.clone(),
        other => panic!("{other:?}"),
    };
    polygons.into_iter().flatten().map(|ring| ring.iter().map(|it| [it[0], it[1]]).collect()).collect()
}

#[test]
fn a_file_is_read_back_with_rings_that_turn_left() {
    let (text, collection) = read(Level::Districts, Profile::Intern);
    assert_eq!(collection.features.len(), 6);
    assert!(!text.contains("\"crs\""));
    for feature in &collection.features {
        for ring in rings(feature) {
            assert!(signed_area(&ring) > 0.0 && ring.first() == ring.last() && ring.len() >= 5);
            assert!(ring.iter().all(|[x, y]| (9.8..10.1).contains(x) && (51.4..51.5).contains(y)), "{ring:?}");
            assert!(ring.iter().flatten().all(|it| (it * 1e7 - (it * 1e7).round()).abs() < 1e-3), "seven decimals");
        }
    }
}

#[test]
fn what_lies_around_a_hole_is_an_area_with_a_hole_that_turns_right() {
    let mut file = testing::units(Level::Areas, Profile::Intern);
    let square =
        |low: f64, high: f64| geo::Rect::new((565_000.0 + low, 5_700_000.0 + low), (565_000.0 + high, 5_700_000.0 + high)).to_polygon();
    let around = geo::Polygon::new(square(0.0, 3_000.0).exterior().clone(), vec![square(1_000.0, 2_000.0).exterior().clone()]);
    let topology = crate::geometry::topology::Topology::build(&[geo::MultiPolygon(vec![around])], 0.0).topology;
    let old = &file.ground;
    file.ground = std::sync::Arc::new(crate::model::catalog::Ground {
        locator: crate::geometry::locate::Locator::new(&topology),
        importance: crate::geometry::simplify::Importance::of(&topology),
        topology,
        crs: old.crs,
    });
    file.units.truncate(1);
    let collection: FeatureCollection = String::from_utf8(of_units(&file).unwrap()).unwrap().parse().unwrap();
    let signs: Vec<bool> = rings(&collection.features[0]).iter().map(|it| signed_area(it) > 0.0).collect();
    assert_eq!(signs, [true, false]);
}

#[test]
fn areas_carry_what_is_known_of_them() {
    let (_, collection) = read(Level::Areas, Profile::Intern);
    let west = collection.features[0].properties.as_ref().unwrap();
    assert_eq!((west["code"].as_str(), west["name"].as_str(), west["reason"].as_str()), (Some("R1"), Some("West"), Some("Schulwege")));
    assert_eq!((west["population"].as_f64(), west["quota"].as_f64()), (Some(300.0), Some(20.0)));
    assert!((west["surface_km2"].as_f64().unwrap() - 2.0).abs() < 1e-9);
    assert_eq!(west["districts"].as_array().unwrap().len(), 2);
    let east = collection.features[1].properties.as_ref().unwrap();
    assert!(east["quota"].is_null() && east["quota_state"].as_str() == Some("partial"));
    let about = &collection.foreign_members.as_ref().unwrap()["planraum"];
    assert_eq!((about["profile"].as_str(), about["limit"].is_null()), (Some("intern"), true));
    assert_eq!(about["indicators"][0]["source"].as_str(), Some("Beispielwert (erfunden)"));
}

#[test]
fn no_hidden_number_is_in_any_file() {
    let planted = 100.0 * PLANTED.0 / PLANTED.1;
    for level in [Level::Districts, Level::Areas] {
        let digits = format!("{planted}");
        let intern = read(level, Profile::Intern).0;
        assert_eq!(intern.contains(&digits[..8]), level == Level::Districts);
        for profile in [Profile::Konferenz, Profile::Oeffentlich] {
            let (text, collection) = read(level, profile);
            assert!(!text.contains(&digits[..8]));
            assert!(collection.foreign_members.as_ref().unwrap()["planraum"]["limit"].as_str().unwrap().contains("Kleine Zahlen"));
            let table = String::from_utf8(csv::of_table(&testing::units(level, profile).table())).unwrap();
            let row = table.lines().find(|it| it.contains("03159002") && it.contains("quota")).unwrap_or("");
            assert!(!row.contains(";39;") && !row.contains(";41;") && !table.contains("95,1"), "{row}");
            assert!(table.contains("Kleine Zahlen"));
        }
    }
}

#[test]
fn the_same_file_gives_the_same_bytes() {
    assert_eq!(read(Level::Areas, Profile::Oeffentlich).0, read(Level::Areas, Profile::Oeffentlich).0);
}

/// A county may call its indicators as it likes; no value takes the place of what a unit tells of itself.
#[test]
fn an_indicator_called_like_a_member_gets_another_name() {
    let mut file = testing::units(Level::Districts, Profile::Intern);
    let before = read(Level::Districts, Profile::Intern).1;
    let columns = file.columns.len();
    for (column, id) in file.columns.iter_mut().zip(["name", "surface_km2"]) {
        column.indicator.id = crate::model::id::IndicatorId::new(id);
        column.indicator.role = None;
    }
    let told: FeatureCollection = String::from_utf8(of_units(&file).unwrap()).unwrap().parse().unwrap();
    for (feature, plain) in told.features.iter().zip(&before.features) {
        let [feature, plain] = [feature, plain].map(|it| it.properties.as_ref().unwrap());
        assert_eq!((&feature["key"], &feature["name"], &feature["surface_km2"]), (&plain["key"], &plain["name"], &plain["surface_km2"]));
        assert!(feature.contains_key("indicator_name"));
    }
    let about = &told.foreign_members.unwrap()["planraum"]["indicators"];
    assert_eq!((about[0]["id"].as_str(), about[0]["member"].as_str()), (Some("name"), Some("indicator_name")));
    let names = members(&file);
    assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), columns);
}
