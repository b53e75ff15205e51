//! The corpus of difficult and faulty files, where the test data lies.

use std::time::{Duration, Instant};

use super::{files_in, is_the_county, read, refuses_well, speaks, test_data};
use planraum::storage::{
    check::{Kind, check},
    geojson::{self, Options},
    limits::Limits,
};

#[test]
#[ignore = "needs PLANRAUM_TEST_DATA"]
fn no_file_breaks_the_reader() {
    let files = files_in(&test_data("schwierig"));
    assert!(files.len() > 300, "{} files", files.len());
    for path in files {
        let begin = Instant::now();
        match check(&path, &Limits::default()) {
            Ok(checked) => speaks(&checked.findings),
            Err(refused) => {
                refuses_well(&refused);
                assert_eq!(refused.file, path);
            }
        }
        if let Err(refused) = geojson::read(&std::fs::read(&path).unwrap(), &Options::default()) {
            refuses_well(&refused);
        }
        assert!(begin.elapsed() < Duration::from_secs(20), "{}", path.display());
    }
}

#[test]
#[ignore = "needs PLANRAUM_TEST_DATA"]
fn derived_files_give_the_county_or_a_clear_refusal() {
    for (file, keys) in [
        ("lkgoe.geojsonl", true),
        ("lkgoe_25832_ohne_crs.geojson", true),
        ("lkgoe_3d.geojson", true),
        ("lkgoe_ags_als_zahl.geojson", true),
        ("lkgoe_crs_25832.geojson", true),
        ("lkgoe_crs_31467_gk3.geojson", true),
        ("lkgoe_doppelt_kodiert.geojson", true),
        ("lkgoe_geometrycollection.geojson", false),
    ] {
        let path = test_data("schwierig/echt_abgeleitet").join(file);
        let read = geojson::read_file(&path, &Options::default()).unwrap_or_else(|it| panic!("{file}: {it:?}"));
        assert!(!read.findings.has_errors(), "{file}");
        is_the_county(read, keys);
        assert_eq!(check(&path, &Limits::default()).unwrap().kind, Kind::Boundaries, "{file}");
    }
    for (file, code) in [("lkgoe_abgeschnitten.geojson", "json_cut_off"), ("lkgoe_25832.gpkg", "file_kind_unknown")] {
        let refused = check(&test_data("schwierig/echt_abgeleitet").join(file), &Limits::default()).unwrap_err();
        assert_eq!(refused.finding.code.0, code, "{file}");
    }
}

#[test]
#[ignore = "needs PLANRAUM_TEST_DATA"]
fn invalid_geojson_is_refused_or_told() {
    for folder in ["schwierig/geojson-schema/invalid", "schwierig/geojsonhint/bad"] {
        let mut tried = 0;
        for path in files_in(&test_data(folder)).iter().filter(|it| it.extension().is_some_and(|it| it == "json" || it == "geojson")) {
            let text = String::from_utf8_lossy(&std::fs::read(path).unwrap()).into_owned();
            // the direction of rings, the precision of numbers and members of no meaning are no fault that a planner has to know of
            let harmless = ["rhr", "winding_order", "excessive_precision", "changed_semantics"];
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            match read(&text) {
                Ok(file) => assert!(!file.findings.listed().is_empty() || harmless.iter().any(|it| name.contains(it)), "{name}"),
                Err(refused) => refuses_well(&refused),
            }
            tried += 1;
        }
        assert!(tried >= 30, "{folder}: {tried}");
    }
}

#[test]
#[ignore = "needs PLANRAUM_TEST_DATA"]
fn valid_areas_are_read() {
    let mut areas = 0;
    for path in files_in(&test_data("schwierig/geojson-schema/valid")) {
        let text = std::fs::read_to_string(&path).unwrap();
        let areal = text.contains("\"Polygon\"") || text.contains("\"MultiPolygon\"");
        match read(&text) {
            Ok(file) => areas += file.districts.len(),
            Err(refused) if areal && !path.ends_with("empty-polygon.json") => panic!("{}: {refused:?}", path.display()),
            Err(refused) => assert_eq!(refused.finding.code.0, "no_districts", "{}", path.display()),
        }
    }
    assert!(areas >= 10, "{areas}");
}
