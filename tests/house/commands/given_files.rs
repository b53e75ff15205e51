//! Projects made and changed by files: boundaries, indicators, plans.
use super::{Folder, assert_close, number, shipped};
use crate::guerry::{S6, W6, guerry};

fn with_boundaries() -> Folder {
    let folder = Folder::new();
    folder.json(&format!("new k.planraum --districts {}", shipped("lkgoe_gemeinden_heute.geojson"))).done();
    folder
}

#[test]
fn an_indicator_database_joins_with_a_report() {
    let folder = with_boundaries();
    assert_eq!(folder.json("list k.planraum indicators").done().as_array().unwrap().len(), 0);
    let report = folder.json(&format!("import k.planraum {}", shipped("lkgoe_kennzahlen.sqlite"))).done();
    assert_close(&report, &[("matched", 40.0), ("values", 63_480.0)]);
    assert_eq!(number(&report, "states.known") + number(&report, "states.suppressed") + number(&report, "states.missing"), 63_480.0);
    for none in ["only_in_map", "only_in_file", "duplicates"] {
        assert_eq!(report[none].as_array().unwrap().len(), 0, "{none}");
    }
    assert_eq!(number(&folder.json("value k.planraum bevoelkerung").done(), "county.value"), 328_952.0);
    // The same file again changes nothing.
    folder.json(&format!("import k.planraum {}", shipped("lkgoe_kennzahlen.sqlite"))).done();
    assert_eq!(folder.json("list k.planraum indicators").done().as_array().unwrap().len(), 180);
}

#[test]
fn plans_come_and_go() {
    let folder = with_boundaries();
    let read = folder.json(&format!("plan import k.planraum Mein~Plan {}", shipped("lkgoe_plan_a.csv"))).done();
    assert_close(&read, &[("areas", 7.0), ("assigned", 39.0)]);
    assert_eq!(read["unassigned"], serde_json::json!(["03159501"]));
    folder.json("plan copy k.planraum Mein~Plan Kopie").done();
    let written = folder.json("plan export k.planraum Kopie k.csv").done();
    assert_eq!((number(&written, "assigned"), written["unknown"].as_array().map(Vec::len)), (39.0, Some(0)));
    folder.json("plan import k.planraum Zurück k.csv").done();
    let compared = folder.json("compare k.planraum Mein~Plan Zurück").done();
    assert_eq!(number(&compared, "unweighted.districts_moved"), 0.0);
    // Without a population there is none to be moved, and null says so.
    assert_eq!((compared["population_moved"].is_null(), compared["population_moved_state"].as_str()), (true, Some("missing")));
    folder.json("plan delete k.planraum Kopie").done();
    let names: Vec<String> =
        folder.json("list k.planraum plans").done().as_array().unwrap().iter().map(|it| it["name"].as_str().unwrap().to_owned()).collect();
    assert_eq!(names, ["Ausgangsplan", "Entwurf A", "Mein Plan", "Zurück"], "a new project has two plans to start from");
}

#[test]
fn an_assignment_read_again_keeps_names_and_reasons() {
    let folder = Folder::with_sample();
    folder.json("plan export s.planraum Entwurf~A~(fiktiv) a.csv").done();
    let text = String::from_utf8(folder.read("a.csv")).unwrap();
    let moved = text.replace("03159003;R6", "03159003;R5").replace("03159501;\r\n", "99999999;R1\r\n");
    folder.put("moved.csv", &moved);
    let read = folder.json("plan import s.planraum Entwurf~A~(fiktiv) moved.csv").done();
    assert_eq!((read["unknown"].clone(), read["unassigned"].clone()), (serde_json::json!(["99999999"]), serde_json::json!(["03159501"])));
    let areas = folder.json("list s.planraum areas --plan Entwurf~A").done();
    let fifth = areas.as_array().unwrap().iter().find(|it| it["id"] == "R5").unwrap();
    assert_eq!((fifth["name"].as_str(), fifth["districts"].as_u64()), (Some("Osterode"), Some(7)));
    assert!(fifth["reason"].as_str().unwrap().starts_with("Beispieltext (erfunden)"));
}

#[test]
fn a_plan_that_is_protected_stays_as_it_is() {
    let folder = Folder::with_sample();
    let before = folder.read("s.planraum");
    let refused = folder.json(&format!("plan import s.planraum Ausgangsplan {}", shipped("lkgoe_plan_a.csv")));
    assert_eq!((refused.code, refused.json()["findings"][0]["severity"].as_str()), (1, Some("error")));
    assert!(refused.err.contains("geschützt") && before == folder.read("s.planraum"), "{}", refused.err);
}

#[test]
fn numeric_properties_become_indicators_when_asked_for() {
    let folder = Folder::new();
    folder.put(
        "b.geojson",
        r#"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"AGS":"01","GEN":"Ost","quote":4.5,"ew":10},"geometry":{"type":"Polygon","coordinates":[[[9,51],[9.1,51],[9.1,51.1],[9,51.1],[9,51]]]}}]}"#,
    );
    folder.json("new b.planraum --districts b.geojson --values quote --population ew --period 2024").done();
    let indicators = folder.json("list b.planraum indicators").done();
    let told: Vec<_> =
        indicators.as_array().unwrap().iter().map(|it| (it["id"].as_str().unwrap(), it["pooling"].as_str().unwrap())).collect();
    assert_eq!(told, [("quote", "none"), ("ew", "sum")]);
    let missing = folder.json("new c.planraum --districts b.geojson --values nix --period 2024");
    assert_eq!((missing.code, missing.json()["findings"][0]["code"].as_str()), (1, Some("field_unknown")));
}

#[test]
fn a_protected_plan_cannot_be_deleted() {
    let folder = Folder::with_sample();
    let before = folder.read("s.planraum");
    let refused = folder.json("plan delete s.planraum Ausgangsplan");
    assert_eq!((refused.code, refused.json()["findings"][0]["severity"].as_str()), (1, Some("error")));
    assert!(refused.err.contains("ist der Ausgangsplan und bleibt, wie er ist") && before == folder.read("s.planraum"), "{}", refused.err);
}

#[test]
fn a_new_project_has_two_plans_to_start_from() {
    let folder = with_boundaries();
    let plans = folder.json("list k.planraum plans").done();
    let told: Vec<(&str, usize)> =
        plans.as_array().unwrap().iter().map(|it| (it["name"].as_str().unwrap(), it["areas"].as_u64().unwrap() as usize)).collect();
    assert_eq!(told, [("Ausgangsplan", 20), ("Entwurf A", 0)], "19 units of today and the forest");
    // Where no plan is named, one with areas is meant.
    folder.json(&format!("plan import k.planraum Mein~Plan {}", shipped("lkgoe_plan_a.csv"))).done();
    assert_eq!(number(&folder.json("export k.planraum --what areas --out a.geojson").done(), "rows"), 7.0);
    let drawn = folder.json("render k.planraum --out a.svg");
    assert_eq!(drawn.code, 0, "{}", drawn.err);
}

#[test]
fn the_city_of_a_new_project_is_named_or_its_absence_told() {
    let folder = Folder::new();
    let county = shipped("lkgoe_gemeinden_heute.geojson");
    let refused = folder.json(&format!("new x.planraum --districts {county} --city 03159016,99"));
    assert_eq!((refused.code, refused.json()["findings"][0]["code"].as_str()), (1, Some("name_unknown")));
    assert!(!folder.path("x.planraum").exists());
    for (file, city, told) in [("mit", "--city 03159016", None), ("ohne", "", Some("city_not_named"))] {
        folder.json(&format!("new {file}.planraum --districts {county} {city}")).done();
        folder.json(&format!("import {file}.planraum {}", shipped("lkgoe_kennzahlen.sqlite"))).done();
        let values = folder.json(&format!("value {file}.planraum bevoelkerung --without-city")).done();
        assert_eq!(values["findings"][0]["code"].as_str(), told, "{file}");
        assert_eq!(number(&values, "county.value") < 300_000.0, told.is_none(), "{file}");
        assert!(folder.json(&format!("value {file}.planraum bevoelkerung")).done()["findings"].is_null());
    }
}

fn with_three_districts() -> Folder {
    let folder = Folder::new();
    std::fs::copy(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/version_1.planraum"), folder.path("k.planraum"))
        .unwrap();
    folder
}

fn codes(report: &serde_json::Value) -> Vec<&str> {
    report["findings"].as_array().unwrap().iter().map(|it| it["code"].as_str().unwrap()).collect()
}

/// Nobody counts less than nobody; and the rule holds for an indicator that only the option makes one of people.
#[test]
fn people_named_by_the_option_are_never_negative() {
    let folder = with_three_districts();
    let values = [("ew", "03159001", 900.0), ("ew", "03159002", -1.0), ("ew", "03159003", 700.0)];
    crate::opened::indicators(&folder.path(""), "ew.sqlite", "('ew', 'Einwohner', 'none', NULL)", &values);
    let report = folder.json("import k.planraum ew.sqlite --population ew").done();
    assert_eq!(codes(&report), ["number_invalid"]);
    let told = folder.json("value k.planraum ew").done();
    assert_eq!((told["values"][1]["value"].as_f64(), told["values"][1]["state"].as_str()), (None, Some("missing")));
    assert_eq!((told["county"]["at_least"].as_f64(), told["county"]["state"].as_str()), (Some(1_600.0), Some("partial")));
}

/// People are counted by one indicator of a project; which one, was left to the order of the sources.
#[test]
fn a_second_indicator_that_counts_people_is_told_and_does_not() {
    let folder = with_three_districts();
    let counts = |id, by: f64| [(id, "03159001", 900.0 * by), (id, "03159002", 800.0 * by), (id, "03159003", 700.0 * by)];
    crate::opened::indicators(&folder.path(""), "a.sqlite", "('ew', 'Einwohner', 'sum', 'population')", &counts("ew", 1.0));
    crate::opened::indicators(&folder.path(""), "b.sqlite", "('hw', 'Hauptwohnsitze', 'sum', 'population')", &counts("hw", 2.0));
    crate::opened::indicators(&folder.path(""), "c.sqlite", "('nw', 'Nebenwohnsitze', 'sum', NULL)", &counts("nw", 3.0));
    let twice = "('x', 'X', 'sum', 'population'), ('y', 'Y', 'sum', 'population')";
    crate::opened::indicators(&folder.path(""), "d.sqlite", twice, &[counts("x", 4.0), counts("y", 5.0)].concat());
    assert_eq!(codes(&folder.json("import k.planraum a.sqlite").done()), [""; 0]);
    for file in ["b.sqlite", "c.sqlite --population nw"] {
        assert_eq!(codes(&folder.json(&format!("import k.planraum {file}")).done()), ["role_taken"], "{file}");
    }
    assert_eq!(codes(&folder.json("import k.planraum d.sqlite").done()), ["code_unknown", "role_taken"]);
    let plan = folder.json("plan show k.planraum Entwurf~von~damals").done();
    assert_eq!(plan["areas"][0]["population"].as_f64(), Some(1_700.0), "{plan:#}");
}

/// S6 and W6 over 85 squares with these people, read from tables whose lines stand in this order; the pairs by code.
fn guerry_pairs(people: &[f64], order: &[usize]) -> Vec<(String, String)> {
    let folder = Folder::new();
    let square = |at: usize| {
        let (x, y) = ((at % 10) as f64 * 0.1, 45.0 + (at / 10) as f64 * 0.1);
        serde_json::json!({ "type": "Feature", "properties": { "id": format!("{at:03}"), "people": people[at] },
            "geometry": { "type": "Polygon", "coordinates": [[[x, y], [x + 0.1, y], [x + 0.1, y + 0.1], [x, y + 0.1], [x, y]]] } })
    };
    let squares: Vec<_> = (0..people.len()).map(square).collect();
    folder.put("g.geojson", &serde_json::json!({ "type": "FeatureCollection", "features": squares }).to_string());
    folder.json("new g.planraum --districts g.geojson --key id --population people").done();
    for (name, labels) in [("S6", S6), ("W6", W6)] {
        let lines = order.iter().map(|at| format!("{at:03};{}\n", &labels[*at..=*at]));
        folder.put("plan.csv", &lines.collect::<String>());
        folder.json(&format!("plan import g.planraum {name} plan.csv")).done();
    }
    let compared = folder.json("compare g.planraum S6 W6").done();
    let code = |it: &serde_json::Value| it.as_str().unwrap().to_owned();
    compared["matching"].as_array().unwrap().iter().map(|it| (code(&it["a"]), code(&it["b"]))).collect()
}

fn published_pairs() -> Vec<(String, String)> {
    ["11", "22", "34", "43", "55", "66"].map(|it| (it[..1].to_owned(), it[1..].to_owned())).to_vec()
}

/// Area 6 shares no district with area 6, and was left alone because the tables name their areas in another order.
#[test]
#[ignore = "needs PLANRAUM_TEST_DATA"]
fn the_areas_of_france_match_as_published() {
    let (people, units) = (guerry("Pop1831"), (0..85).collect::<Vec<_>>());
    assert_eq!(guerry_pairs(&people, &units), published_pairs());
}

/// The same with people of our own, and with the lines the other way round.
#[test]
fn the_order_of_lines_decides_no_match() {
    let (people, units) = (vec![100.0; 85], (0..85).collect::<Vec<_>>());
    assert_eq!(guerry_pairs(&people, &units), published_pairs());
    assert_eq!(guerry_pairs(&people, &units.into_iter().rev().collect::<Vec<_>>()), published_pairs());
}

/// The project was there, the program ended with 1, and nobody knew whether it could be used.
#[test]
fn a_map_with_errors_makes_a_project_that_says_what_it_lacks() {
    let folder = Folder::new();
    let feature = |key: u32, ring: &str| {
        format!(r#"{{"type":"Feature","properties":{{"AGS":"{key:02}"}},"geometry":{{"type":"Polygon","coordinates":[{ring}]}}}}"#)
    };
    let square = "[[9,51],[9.1,51],[9.1,51.1],[9,51.1],[9,51]]";
    let map = |features: &[String]| format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, features.join(","));
    folder.put("halb.geojson", &map(&[feature(1, square), feature(2, "[[9.1,51],[\"x\",51],[9.2,51.1],[9.1,51]]")]));
    folder.put("nichts.geojson", &map(&[feature(2, "[[9.1,51],[\"x\",51],[9.2,51.1],[9.1,51]]")]));
    let ran = folder.json("new h.planraum --districts halb.geojson --key AGS");
    let told = ran.json();
    assert_eq!((ran.code, told["made"].as_bool(), told["complete"].as_bool()), (1, Some(true), Some(false)), "{told:#}");
    assert_eq!((number(&told, "districts"), told["findings"][0]["severity"].as_str()), (1.0, Some("error")));
    assert_eq!(folder.json("list h.planraum districts").done().as_array().map(Vec::len), Some(1));
    let ran = folder.run("new g.planraum --districts halb.geojson --key AGS");
    assert!(ran.code == 1 && ran.out.contains("nicht vollständig"), "{}", ran.out);
    let refused = folder.json("new n.planraum --districts nichts.geojson --key AGS");
    assert!(refused.code == 1 && refused.json()["made"].is_null() && !folder.path("n.planraum").exists(), "{}", refused.err);
    let whole = folder.json(&format!("new v.planraum --districts {}", shipped("lkgoe_gemeinden_heute.geojson"))).done();
    assert_eq!((whole["made"].as_bool(), whole["complete"].as_bool()), (Some(true), Some(true)));
}
