//! The numbers that must come out.
use super::{Folder, assert_close, number, shipped};

#[test]
fn the_sample_county_is_what_it_is() {
    let folder = Folder::new();
    let made = folder.json("new s.planraum --sample").done();
    assert_close(&made, &[("districts", 40.0), ("parts", 1.0), ("neighbours", 97.0)]);
    assert!((number(&made, "surface_km2") - 1_753.805).abs() < 5e-4);
    assert_eq!(made["findings"].as_array().map(Vec::len), Some(0));
    for (what, at_least) in [("districts", 40), ("indicators", 24), ("plans", 3), ("areas", 32), ("views", 0)] {
        let list = folder.json(&format!("list s.planraum {what}")).done();
        assert!(list.as_array().unwrap().len() >= at_least, "{what}");
    }
}

#[test]
fn the_demo_plan_has_its_figures() {
    let folder = Folder::with_sample();
    let plan = folder.json("plan show s.planraum Entwurf~A~(fiktiv)").done();
    let people = [31_128.0, 42_179.0, 30_010.0, 33_919.0, 36_579.0, 34_876.0, 120_261.0];
    for (at, people) in people.into_iter().enumerate() {
        assert_eq!(plan["areas"][at]["id"].as_str(), Some(format!("R{}", at + 1).as_str()));
        assert_eq!(number(&plan, &format!("areas.{at}.population")), people);
    }
    assert_close(&plan, &[("cut_edges", 34.0), ("cut_edges_unassigned", 7.0)]);
    assert!((number(&plan, "parity") - 1.559118).abs() < 1e-6 && (number(&plan, "gini") - 0.256672).abs() < 1e-6);
    assert_eq!(plan["unassigned"], serde_json::json!(["03159501"]));
    let without = folder.json("plan show s.planraum Entwurf~A --without-city").done();
    assert!((number(&without, "parity") - 0.212673).abs() < 1e-6 && (number(&without, "gini") - 0.062417).abs() < 1e-6);
    assert_eq!(without["areas"][6]["districts"].as_u64(), Some(0));
    assert_eq!((without["areas"][6]["population"].is_null(), without["areas"][6]["population_state"].as_str()), (true, Some("missing")));
}

/// Worked out from `maps/lkgoe_gemeinden_heute.geojson` by other means: Krüger's series in another program, borders that occur
/// once in an area, SciPy's convex hull, Welzl's circle.
#[test]
fn the_demo_plan_has_its_shapes() {
    let folder = Folder::with_sample();
    let plan = folder.json("plan show s.planraum Entwurf~A~(fiktiv)").done();
    for (at, [surface, perimeter, polsby_popper, reock, hull]) in [
        [198.97256183079932, 127.92216312123044, 0.15279581754195976, 0.2744881438061825, 0.5490690554596172],
        [340.55043313861904, 139.82705974075157, 0.21888139606270504, 0.47792681881207477, 0.7739624516993706],
        [261.3505044094762, 153.6883789081396, 0.13904364596659366, 0.3641323593138677, 0.5929159805932421],
        [200.2818476980748, 104.34617947710449, 0.23115236883002252, 0.5075238564384744, 0.718696220409923],
        [200.72519971936245, 136.18182873213644, 0.13601081375907995, 0.4081329987650267, 0.614895877191628],
        [172.07252330243685, 235.53281587957596, 0.03897790949259857, 0.27889514007866517, 0.4635546787252867],
        [116.78807340761888, 64.55096578217821, 0.35221096272473684, 0.4805854550724679, 0.7959877066262537],
    ]
    .into_iter()
    .enumerate()
    {
        let expected = [
            ("surface_km2", surface),
            ("perimeter_km", perimeter),
            ("polsby_popper", polsby_popper),
            ("reock", reock),
            ("convex_hull_ratio", hull),
        ];
        for (name, expected) in expected {
            let found = number(&plan, &format!("areas.{at}.{name}"));
            assert!((found - expected).abs() < 1e-9 * expected, "R{} {name}: {found}, not {expected}", at + 1);
        }
    }
    let polygons: Vec<f64> = (0..7).map(|it| number(&plan, &format!("areas.{it}.polygons"))).collect();
    let parts: Vec<f64> = (0..7).map(|it| number(&plan, &format!("areas.{it}.parts"))).collect();
    assert_eq!(
        (polygons, parts),
        (vec![1.0, 1.0, 1.0, 2.0, 1.0, 6.0, 1.0], vec![1.0; 7]),
        "exclaves of a Gemeinde are polygons of one part"
    );
}

#[test]
fn plan_b_differs_from_plan_a_by_what_it_moves() {
    let folder = Folder::with_sample();
    let compared = folder.json("compare s.planraum Entwurf~A~(fiktiv) Entwurf~B~(fiktiv)").done();
    for (place, expected) in [
        ("population_moved", 42_098.0),
        ("share_moved", 0.127976),
        ("variation_of_information", 0.258949),
        ("normalised_information_distance", 0.116590),
        ("adjusted_rand_index", 0.655039),
        ("unweighted.districts_moved", 9.0),
        ("unweighted.variation_of_information", 0.521385),
        ("moves.0.population", 34_876.0),
        ("moves.0.districts", 4.0),
        ("moves.1.population", 7_222.0),
    ] {
        let found = number(&compared, place);
        assert!((found - expected).abs() < 1e-6, "{place}: {found}");
    }
    assert_eq!((compared["moves"][0]["from"].as_str(), compared["moves"][0]["to"].as_str()), (Some("R6"), Some("R5")));
    assert_eq!(compared["matching"].as_array().unwrap().len(), 6);
    let same = folder.json("compare s.planraum Entwurf~A Entwurf~A").done();
    assert_close(&same, &[("population_moved", 0.0), ("variation_of_information", 0.0), ("adjusted_rand_index", 1.0)]);
}

/// What both plans have under different names is told by both.
#[test]
fn areas_that_are_called_otherwise_in_the_other_plan_are_told_by_both_names() {
    let folder = Folder::with_sample();
    folder.json("plan export s.planraum Entwurf~A a.csv").done();
    let file = String::from_utf8(folder.read("a.csv")).unwrap();
    folder.put("b.csv", &file.replace(";R5", ";Harzrand"));
    folder.json("plan import s.planraum Neu b.csv").done();
    let compared = folder.json("compare s.planraum Entwurf~A Neu").done();
    let matching = compared["matching"].as_array().unwrap();
    let fifth = matching.iter().find(|it| it["a"] == "R5").unwrap();
    assert_eq!((fifth["name_a"].as_str(), fifth["name_b"].as_str()), (Some("Osterode"), Some("Harzrand")), "{file}");
    let text = folder.run("compare s.planraum Entwurf~A Neu").out;
    assert!(text.contains("Umbenannt: R5 Osterode → Harzrand"), "{text}");
}

#[test]
fn the_tiny_plan_comes_out_through_files_of_our_own() {
    let folder = tiny();
    folder.put("a.csv", "district;area\na;1\nb;1\nc;2\nd;2\n");
    folder.put("b.csv", "district|area\na|1\nb|2\nc|2\nd|\n");
    for (plan, unassigned) in [("a", 0), ("b", 1)] {
        let read = folder.json(&format!("plan import t.planraum {} {plan}.csv", plan.to_uppercase())).done();
        assert_eq!(read["unassigned"].as_array().unwrap().len(), unassigned, "{read}");
        assert_eq!(number(&read, "assigned") as usize, 4 - unassigned);
    }
    let compared = folder.json("compare t.planraum A B").done();
    for (place, expected) in [
        ("population_moved", 600.0),
        ("variation_of_information", 1.005496),
        ("unweighted.variation_of_information", 1.039721),
        ("adjusted_rand_index", -0.285714),
    ] {
        assert!((number(&compared, place) - expected).abs() < 1e-6, "{place}: {compared:#}");
    }
    assert!(compared["moves"].as_array().unwrap().iter().any(|it| it["to"].is_null()));
}

/// Four squares in a row with 100, 200, 300 and 400 people.
fn tiny() -> Folder {
    let folder = Folder::new();
    let square = |(at, key): (usize, &str)| {
        let (west, east, people) = (9.0 + at as f64 * 0.01, 9.01 + at as f64 * 0.01, (at + 1) * 100);
        format!(
            r#"{{"type":"Feature","properties":{{"id":"{key}","name":"{key}","people":{people}}},"geometry":{{"type":"Polygon","coordinates":[[[{west},51],[{east},51],[{east},51.01],[{west},51.01],[{west},51]]]}}}}"#
        )
    };
    let features: Vec<String> = ["a", "b", "c", "d"].into_iter().enumerate().map(square).collect();
    folder.put("t.geojson", &format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, features.join(",")));
    let made = folder.json("new t.planraum --districts t.geojson --key id --name name --population people --period 2023").done();
    assert_close(&made, &[("districts", 4.0), ("neighbours", 3.0), ("parts", 1.0)]);
    folder
}

#[test]
fn values_are_pooled_by_the_rule_of_their_indicator() {
    let folder = Folder::with_sample();
    let districts = folder.json("value s.planraum bevoelkerung").done();
    assert_eq!(number(&districts, "county.value"), 328_952.0);
    let forest = districts["values"].as_array().unwrap().iter().find(|it| it["key"] == "03159501").unwrap();
    assert_eq!((forest["value"].as_f64(), forest["state"].as_str()), (Some(0.0), Some("known")));
    let areas = folder.json("value s.planraum kinder_sgb2 --plan Entwurf~A --period 2024").done();
    for area in areas["values"].as_array().unwrap() {
        let parts = &area["parts"];
        let whole = parts["suppressed"].as_u64() == Some(0) && parts["missing"].as_u64() == Some(0);
        assert_eq!(area["state"].as_str(), Some(if whole { "known" } else { "partial" }), "{area:#}");
        let (value, estimate) = (area["value"].as_f64(), area["estimate"].as_f64());
        assert_eq!((value.is_some(), estimate.is_some()), (whole, !whole && number(area, "coverage") >= 0.9));
        let rate = 100.0 * number(area, "numerator") / number(area, "denominator");
        assert!((value.or(estimate).unwrap() - rate).abs() < 1e-9, "never a mean of rates");
    }
}

#[test]
fn classes_say_breaks_counts_and_fit() {
    let folder = Folder::with_sample();
    for (method, more) in [("quantile", ""), ("equal", ""), ("jenks", ""), ("stddev", ""), ("pretty", ""), ("manual", "--breaks 5,10,20")] {
        let classes = folder.json(&format!("classify s.planraum kinder_sgb2 --method {method} --classes 4 {more}")).done();
        let breaks: Vec<f64> = classes["breaks"].as_array().unwrap().iter().filter_map(|it| it.as_f64()).collect();
        let counts: Vec<u64> = classes["counts"].as_array().unwrap().iter().filter_map(|it| it.as_u64()).collect();
        assert_eq!(breaks.len(), counts.len() + 1, "{method}");
        assert!(breaks.is_sorted() && (0.0..=1.0).contains(&number(&classes, "goodness_of_variance_fit")), "{method}");
        assert_eq!(counts.iter().sum::<u64>(), 35, "{method}: forty less three secret, one missing, one uninhabited");
    }
    let all = folder.json("classify s.planraum bevoelkerung --method jenks --classes 5").done();
    let without = folder.json("classify s.planraum bevoelkerung --method jenks --classes 5 --without-city").done();
    assert!(number(&all, "breaks.5") > 100_000.0 && number(&without, "breaks.5") < 30_000.0);
}

#[test]
fn checking_tells_what_is_in_a_file() {
    let folder = Folder::new();
    let checked = folder
        .json(&format!(
            "check {} {} {}",
            shipped("lkgoe_gemeinden_heute.geojson"),
            shipped("lkgoe_kennzahlen.sqlite"),
            shipped("lkgoe_plan_a.csv")
        ))
        .done();
    let kinds: Vec<_> = checked["files"].as_array().unwrap().iter().map(|it| it["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["boundaries", "indicators", "plan"]);
    assert_close(&checked, &[("files.0.features", 40.0), ("files.0.districts", 40.0), ("files.1.rows", 63_480.0)]);
    assert_eq!((checked["files"][0]["key_field"].as_str(), checked["files"][0]["name_field"].as_str()), (Some("AGS"), Some("GEN")));
    assert!((number(&checked, "files.0.bbox.0") - 9.5).abs() < 0.2 && (number(&checked, "files.0.bbox.3") - 51.8).abs() < 0.2);
}
