//! What is left out of a number is said wherever the number goes: the city, hidden cells, districts that did not deliver.
use super::{Folder, number};
use rusqlite::Connection;

/// Ten districts in a row, the last of them the city, with indicators of every kind; area 1 holds the first five.
fn county() -> Folder {
    let folder = Folder::new();
    let square = |at: usize| {
        let (west, east) = (10.0 + 0.01 * at as f64, 10.01 + 0.01 * at as f64);
        format!(
            r#"{{"type":"Feature","properties":{{"AGS":"d{at}","GEN":"{at}"}},"geometry":{{"type":"Polygon","coordinates":[[[{west},51.0],[{east},51.0],[{east},51.01],[{west},51.01],[{west},51.0]]]}}}}"#
        )
    };
    let features: Vec<String> = (0..10).map(square).collect();
    folder.put("d.geojson", &format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, features.join(",")));
    folder.json("new t.planraum --districts d.geojson --key AGS --name GEN --city d9").done();
    let database = Connection::open(folder.path("t.sqlite")).unwrap();
    database
        .execute_batch(
            "CREATE TABLE indicator(id TEXT PRIMARY KEY, name TEXT, unit TEXT, pooling TEXT, factor REAL, numerator TEXT, denominator TEXT, role TEXT, scope TEXT);
            CREATE TABLE value(indicator TEXT, district TEXT, period TEXT, value REAL, numerator REAL, denominator REAL, state TEXT);
            CREATE TABLE series_break(indicator TEXT, period TEXT, reason TEXT);
            INSERT INTO series_break VALUES('rate','2020','Neue Erhebung'),('outside','2021',NULL);
            INSERT INTO indicator VALUES('pop','Menschen',NULL,'sum',1,NULL,NULL,'population',NULL),
                ('spending','Ausgaben','€','sum',1,NULL,NULL,NULL,NULL), ('rate','Quote','%','ratio',100,NULL,'pop',NULL,NULL),
                ('outside','Umland',NULL,'sum',1,NULL,NULL,NULL,'without_city');
            WITH RECURSIVE d(n) AS (SELECT 0 UNION ALL SELECT n+1 FROM d WHERE n < 9)
            INSERT INTO value SELECT 'pop','d'||n,'2023',CASE n WHEN 6 THEN 2 ELSE 100.5 + n END,NULL,NULL,NULL FROM d
            UNION ALL SELECT 'spending','d'||n,'2023',50000+n,CASE n WHEN 6 THEN 2 ELSE 20 END,NULL,NULL FROM d
            UNION ALL SELECT 'rate','d'||n,'2023',NULL,CASE n WHEN 6 THEN NULL WHEN 4 THEN NULL ELSE 20 END,CASE n WHEN 4 THEN 20 END,CASE n WHEN 4 THEN 'suppressed' WHEN 6 THEN 'missing' END FROM d
            UNION ALL SELECT 'outside','d'||n,'2023',10+n,NULL,NULL,NULL FROM d;",
        )
        .unwrap();
    drop(database);
    folder.json("import t.planraum t.sqlite").done();
    let rows: Vec<String> = (0..10).map(|it| format!("d{it};{}", if it < 5 { 1 } else { 2 })).collect();
    folder.put("p.csv", &format!("district;area\n{}\n", rows.join("\n")));
    folder.json("plan import t.planraum P p.csv").done();
    folder
}

fn text_of(folder: &Folder, name: &str) -> String {
    String::from_utf8(folder.read(name)).unwrap()
}

/// The amount spent on two children, and two people hidden as population but printed as denominator, left in every export.
#[test]
fn a_small_count_leaves_in_no_column_of_any_file() {
    let folder = county();
    for arguments in [
        "--what values --out a.csv",
        "--what values --plan P --out b.csv",
        "--what values --out c.geojson",
        "--what districts --indicator spending --indicator rate --out d.csv",
        "--what areas --plan P --indicator spending --out e.geojson",
    ] {
        folder.json(&format!("export t.planraum {arguments}")).done();
    }
    let table = text_of(&folder, "a.csv");
    for line in table.lines().filter(|it| it.starts_with("d6;") && !it.contains(";outside;")) {
        let fields: Vec<&str> = line.split(';').collect();
        assert_eq!((fields[6], fields[11], fields[12]), ("", "", ""), "{line}");
    }
    assert!(!table.contains("50006") && !text_of(&folder, "c.geojson").contains("50006") && !text_of(&folder, "d.csv").contains("50006"));
    for file in ["a.csv", "b.csv", "c.geojson", "d.csv", "e.geojson"] {
        assert!(text_of(&folder, file).contains("Kleine Zahlen"), "{file} tells what is not checked");
    }
    let shown = folder.json("value t.planraum rate --profile oeffentlich").done();
    assert_eq!((shown["values"][6]["denominator"].is_null(), shown["values"][6]["state"].as_str()), (true, Some("missing")), "{shown:#}");
    assert_eq!(number(&folder.json("value t.planraum rate").done(), "values.6.denominator"), 2.0, "intern it is there");
}

/// „Aus 4 von 5“: an estimate did not say how many districts it was made from.
#[test]
fn an_estimate_says_how_many_districts_it_is_made_from() {
    let folder = county();
    let said = folder.run("value t.planraum rate --plan P").out;
    assert!(said.contains("≈") && said.contains("(aus 4 von 5)"), "{said}");
    assert!(folder.run_in("en_GB.UTF-8", "value t.planraum rate --plan P").out.contains("(from 4 of 5)"));
    folder.json("export t.planraum --what values --plan P --indicator rate --out a.csv").done();
    assert!(text_of(&folder, "a.csv").contains("aus 4 von 5"), "{}", text_of(&folder, "a.csv"));
    folder.json("export t.planraum --what areas --plan P --indicator rate --out a.geojson").done();
    assert!(text_of(&folder, "a.geojson").contains(r#""rate_districts_known":4,"rate_districts_wanted":5"#));
    folder.json("render t.planraum --plan P --indicator rate --out a.svg").done();
    assert!(text_of(&folder, "a.svg").contains("aus 4 von 5"));
}

/// Whoever reads a number without the city has to know, in every form of every command.
#[test]
fn that_the_city_is_left_out_is_said_everywhere() {
    let folder = county();
    for (arguments, without) in [
        ("value t.planraum pop", false),
        ("value t.planraum pop --without-city", true),
        ("value t.planraum outside --plan P", true),
        ("classify t.planraum pop --method equal --classes 3 --without-city", true),
        ("classify t.planraum outside --method equal --classes 3", true),
        ("plan show t.planraum P", false),
        ("plan show t.planraum P --without-city", true),
        ("plan show t.planraum P --balance outside", true),
        ("compare t.planraum P P", false),
        ("compare t.planraum P P --without-city", true),
    ] {
        let ran = folder.run(arguments);
        assert_eq!((ran.code, ran.out.contains("Ohne die Stadt")), (0, without), "{arguments}: {}", ran.out);
        assert_eq!(folder.json(arguments).done()["city_left_out"].as_bool(), Some(without), "{arguments}");
    }
    for what in ["--what values --plan P", "--what areas --plan P", "--what districts"] {
        for (file, about) in [("a.csv", ""), ("a.geojson", "--without-city"), ("b.csv", "--without-city"), ("c.csv", "--indicator outside")]
        {
            let indicator = if about.is_empty() { "--indicator pop" } else { "" };
            folder.json(&format!("export t.planraum {what} {indicator} {about} --out {file}")).done();
            assert_eq!(text_of(&folder, file).contains("Ohne die Stadt"), !about.is_empty(), "{what} {about}: {}", text_of(&folder, file));
        }
    }
    let areas = folder.json("value t.planraum outside --plan P").done();
    assert_eq!((areas["values"][1]["city_left_out"].as_bool(), number(&areas, "values.1.value")), (Some(true), 66.0));
}

/// With the city switched off, the file of the districts was the same byte for byte.
#[test]
fn a_district_that_is_switched_off_tells_no_figure() {
    let folder = county();
    folder.json("export t.planraum --what districts --out a.csv").done();
    folder.json("export t.planraum --what districts --without-city --out b.csv").done();
    folder.json("export t.planraum --what districts --without-city --out b.geojson").done();
    let city = |name: &str| text_of(&folder, name).lines().find(|it| it.starts_with("d9;")).unwrap().to_owned();
    assert!(city("a.csv").contains("109,5") && !city("b.csv").contains("109,5"), "{}", city("b.csv"));
    assert!(city("b.csv").contains("zählt nicht mit"), "{}", city("b.csv"));
    let drawn = text_of(&folder, "b.geojson");
    assert!(drawn.contains(r#""population":null"#) && drawn.contains(r#""population_state":"switched_off""#), "{drawn}");
}

/// The help promised the first plan that may be changed, and the column stayed empty.
#[test]
fn districts_know_their_area_without_being_asked_for_a_plan() {
    let folder = county();
    folder.json("export t.planraum --what districts --out a.geojson").done();
    assert!(text_of(&folder, "a.geojson").contains(r#""area":"1""#), "{}", text_of(&folder, "a.geojson"));
}

/// 100,5 is a hundred thousand and five to an English spreadsheet.
#[test]
fn an_english_table_has_decimal_points() {
    let folder = county();
    let english = |arguments: &str| assert_eq!(folder.run_in("en_GB.UTF-8", arguments).code, 0);
    english("export t.planraum --what values --indicator pop --out a.csv");
    assert!(text_of(&folder, "a.csv").contains(";100.5;") && !text_of(&folder, "a.csv").contains("100,5"));
    english("plan export t.planraum P p2.csv");
    assert_eq!(number(&folder.json("plan import t.planraum Q p2.csv").done(), "areas"), 2.0, "what is written can be read");
}

#[test]
fn breaks_by_hand_begin_and_end_with_the_values() {
    // the city, 19, is outside this series
    let folder = county();
    let breaks = |more: &str| folder.json(&format!("classify t.planraum outside --method manual {more}")).done()["breaks"].to_string();
    assert_eq!(breaks("--breaks 15,12,1"), "[10.0,12.0,15.0,18.0]");
    assert_eq!(breaks("--breaks 500,600"), "[10.0,18.0]");
    let told = folder.json("classify t.planraum outside --method manual --breaks 12 --classes 5").done();
    assert_eq!(told["findings"][0]["code"].as_str(), Some("classes_by_breaks"), "{told:#}");
    let wrong = folder.run("classify t.planraum outside --method equal --classes 3 --breaks 12");
    assert!(wrong.code == 2 && wrong.err.contains("--breaks und --method equal"), "{}", wrong.err);
}

/// Whoever reads the answer as JSON read nothing of what isn't checked.
#[test]
fn outside_intern_every_answer_tells_the_limit_of_secrecy() {
    let folder = county();
    for command in
        ["value t.planraum pop", "classify t.planraum pop --method equal --classes 3", "plan show t.planraum P", "compare t.planraum P P"]
    {
        for (profile, told) in [("intern", false), ("konferenz", true), ("oeffentlich", true)] {
            let arguments = format!("{command} --profile {profile}");
            assert_eq!(folder.run(&arguments).out.contains("Kleine Zahlen"), told, "{arguments}");
            assert_eq!(folder.json(&arguments).done()["limit"].is_string(), told, "{arguments}");
        }
    }
}

/// The city's own row of a series without the city was listed as if it were in the total below.
#[test]
fn the_city_s_row_of_a_series_without_it_says_that_it_does_not_count() {
    let folder = county();
    let told = folder.json("value t.planraum outside").done();
    let counts: Vec<bool> = told["values"].as_array().unwrap().iter().map(|it| it["counts"].as_bool().unwrap()).collect();
    assert_eq!(counts, [[true; 9].as_slice(), &[false]].concat());
    let listed: f64 = told["values"].as_array().unwrap().iter().filter(|it| it["counts"] == true).map(|it| number(it, "value")).sum();
    assert_eq!(listed, number(&told["county"], "value"));
    assert!(folder.run("value t.planraum outside").out.lines().any(|it| it.starts_with("d9") && it.contains("zählt nicht mit")));
}

/// Its own value stood in every file like any other, and whoever summed the column counted the city.
#[test]
fn the_city_s_value_of_a_series_without_it_is_marked_in_every_file() {
    let folder = county();
    for what in ["--what values --indicator outside", "--what districts --indicator outside"] {
        folder.json(&format!("export t.planraum {what} --out a.csv")).done();
        let marked: Vec<String> =
            text_of(&folder, "a.csv").lines().filter(|it| it.contains("zählt nicht mit")).map(str::to_owned).collect();
        assert!(marked.len() == 1 && marked[0].starts_with("d9;"), "{what}: {marked:?}");
        folder.json(&format!("export t.planraum {what} --out a.geojson")).done();
        let drawn: serde_json::Value = serde_json::from_str(&text_of(&folder, "a.geojson")).unwrap();
        let told = |at: usize| drawn["features"][at]["properties"].clone();
        assert_eq!((told(9)["outside"].as_f64(), told(9)["outside_counts"].as_bool()), (Some(19.0), Some(false)), "{what}");
        assert_eq!((told(8)["outside"].as_f64(), told(8).get("outside_counts")), (Some(18.0), None), "{what}");
        let counted = drawn["features"].as_array().unwrap().iter().map(|it| &it["properties"]).filter(|it| it["outside_counts"] != false);
        let sum: f64 = counted.map(|it| it["outside"].as_f64().unwrap()).sum();
        assert_eq!(sum, number(&folder.json("value t.planraum outside").done(), "county.value"), "{what}");
    }
    folder.json("export t.planraum --what districts --indicator pop --without-city --out b.geojson").done();
    let drawn: serde_json::Value = serde_json::from_str(&text_of(&folder, "b.geojson")).unwrap();
    assert_eq!(drawn["features"][9]["properties"]["population_counts"].as_bool(), Some(false));
}

/// An area of the city alone was said to count in a total that leaves it out.
#[test]
fn an_area_of_the_city_alone_does_not_count_where_it_is_left_out() {
    let folder = county();
    let rows: Vec<String> = (0..10).map(|it| format!("d{it};{}", if it < 9 { 1 } else { 2 })).collect();
    folder.put("q.csv", &format!("district;area\n{}\n", rows.join("\n")));
    folder.json("plan import t.planraum Q q.csv").done();
    let told = folder.json("value t.planraum outside --plan Q").done();
    assert_eq!([0, 1].map(|it| told["values"][it]["counts"].as_bool()), [Some(true), Some(false)], "{told:#}");
}

/// Where a series breaks was known to the project and told by no command.
#[test]
fn every_command_that_tells_a_series_tells_where_it_breaks() {
    let folder = county();
    let value = folder.json("value t.planraum rate").done();
    assert_eq!(value["series_breaks"], serde_json::json!([{ "period": "2020", "reason": "Neue Erhebung" }]));
    let said = folder.run("value t.planraum rate").out;
    assert!(said.contains("Bruch in der Zeitreihe „Quote“ ab 2020") && said.contains("Neue Erhebung"), "{said}");
    assert!(folder.run_in("en_GB.UTF-8", "value t.planraum rate").out.contains("breaks in 2020"));
    let listed = folder.json("list t.planraum indicators").done();
    let breaks: Vec<usize> = listed.as_array().unwrap().iter().map(|it| it["series_breaks"].as_array().unwrap().len()).collect();
    assert_eq!((breaks, folder.run("list t.planraum indicators").out.contains("Bruch ab 2021")), (vec![0, 0, 1, 1], true));
    for (what, told) in [("--what values", 2), ("--what values --indicator rate", 1), ("--what districts --indicator pop", 0)] {
        folder.json(&format!("export t.planraum {what} --out a.csv")).done();
        assert_eq!(text_of(&folder, "a.csv").matches("Bruch in der Zeitreihe").count(), told, "{what}: {}", text_of(&folder, "a.csv"));
    }
    folder.json("export t.planraum --what values --indicator rate --out a.geojson").done();
    let drawn: serde_json::Value = serde_json::from_str(&text_of(&folder, "a.geojson")).unwrap();
    assert_eq!(drawn["planraum"]["indicators"][0]["series_breaks"], value["series_breaks"]);
}
