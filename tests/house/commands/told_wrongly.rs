//! Sentences that were broken, in the wrong language, or told no way out.
use super::Folder;

const SQUARE: &str = r#"{"type":"Polygon","coordinates":[[[9,51],[9.1,51],[9.1,51.1],[9,51.1],[9,51]]]}"#;

#[test]
fn a_refused_change_says_what_to_do() {
    let folder = Folder::with_sample();
    for (arguments, said) in [
        ("plan copy s.planraum Entwurf~A ~", "Bitte einen Namen angeben."),
        ("plan copy s.planraum Entwurf~A Ausgangsplan", "Bitte einen anderen Namen wählen."),
        ("plan delete s.planraum Ausgangsplan", "die Kopie ändern."),
    ] {
        let ran = folder.run(arguments);
        assert!(ran.code == 1 && ran.err.contains(said), "{arguments}: {}", ran.err);
    }
}

/// GeoJSON was called a damaged database, and an empty file one that lacks a table.
#[test]
fn import_tells_files_of_other_kinds() {
    let folder = Folder::with_sample();
    folder.put("g.geojson", &format!(r#"{{"type":"Feature","properties":{{"AGS":"1"}},"geometry":{SQUARE}}}"#));
    folder.put("leer.sqlite", "");
    folder.put("plan.csv", "district;area\n03159001;R1\n");
    for (name, said) in [
        ("g.geojson", "planraum new PROJEKT --districts DATEI"),
        ("plan.csv", "planraum plan import PROJEKT VARIANTE DATEI"),
        ("leer.sqlite", "Die Datei ist leer."),
        ("s.planraum", "ein Projekt"),
    ] {
        let ran = folder.run(&format!("import s.planraum {name}"));
        assert!(ran.code == 1 && ran.err.contains(said) && !ran.err.contains("beschädigt"), "{name}: {}", ran.err);
    }
}

/// „31.12.2023“ was offered and not taken.
#[test]
fn a_period_is_taken_as_it_is_offered_and_by_its_year() {
    let folder = Folder::with_sample();
    for period in ["2023-12-31", "31.12.2023", "2023"] {
        let told = folder.json(&format!("value s.planraum bevoelkerung --period {period}")).done();
        assert_eq!(told["period"].as_str(), Some("2023-12-31"), "{period}");
    }
}

#[test]
fn sentences_end_once() {
    let folder = Folder::new();
    folder.put("g.geojson", &format!(r#"{{"type":"FeatureCollection","features":[{{"type":"Feature","properties":{{"AGS":"1"}}}},{{"type":"Feature","properties":{{"AGS":"2"}},"geometry":{SQUARE}}}]}}"#));
    let ran = folder.run("check g.geojson");
    assert!(ran.err.contains("geometry") && !ran.err.contains(".."), "{}", ran.err);
    let ran = folder.run("new nirgends/x.planraum --sample");
    assert!(ran.code == 1 && ran.err.contains("Grund: ") && !ran.err.contains(") Bitte"), "{}", ran.err);
    folder.put("ohne.geojson", r#"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"AGS":"1"},"geometry":null}]}"#);
    let ran = folder.run("check ohne.geojson");
    assert!(ran.code == 1 && !ran.err.contains("Kein Objekt hat einen Schlüssel"), "{}", ran.err);
}

/// The name became the key where a program had written the key with a point.
#[test]
fn a_key_written_as_a_decimal_is_the_key() {
    let folder = Folder::new();
    folder.put("g.geojson", &format!(r#"{{"type":"FeatureCollection","features":[{{"type":"Feature","properties":{{"AGS":3159001.0,"GEN":"Adelebsen"}},"geometry":{SQUARE}}}]}}"#));
    let checked = folder.json("check g.geojson").done();
    assert_eq!(checked["files"][0]["key_field"].as_str(), Some("AGS"));
    folder.json("new g.planraum --districts g.geojson").done();
    assert_eq!(folder.json("list g.planraum districts").done()[0]["key"].as_str(), Some("03159001"));
}

/// A planner with an English system read German, and the path of a build machine.
#[test]
#[cfg(target_os = "linux")]
fn without_a_display_the_caller_s_language_is_spoken() {
    for (locale, said) in [("en_US.UTF-8", "There is no display"), ("de_DE.UTF-8", "Es ist kein Bildschirm da")] {
        let ran = Folder::new().run_in(locale, "");
        assert!(ran.code == 1 && ran.err.contains(said) && !ran.err.contains(".rs"), "{}", ran.err);
    }
}

/// A table of bytes was to be saved as UTF-8.
#[test]
fn a_dbf_is_called_so() {
    let folder = Folder::new();
    folder.put("t.dbf", "\u{3}\u{0}\u{1}\u{0};\u{0}\u{0}");
    let ran = folder.run("check t.dbf");
    assert!(ran.code == 1 && ran.err.contains("dBASE"), "{}", ran.err);
}

/// It was called a table without heading, and as boundaries broken JSON; a table and a database too.
#[test]
fn what_is_no_map_is_called_what_it_is() {
    let folder = Folder::with_sample();
    let system = "GEOGCS[\"GCS\",DATUM[\"D\",SPHEROID[\"W\",6378137,298.25]],PRIMEM[\"Greenwich\",0],UNIT[\"Degree\",0.0174]]";
    folder.put("welt.prj", system);
    folder.put("neu.prj", &format!("\u{feff} \n{}", system.replace("GEOGCS[", "GeogCRS [")));
    for name in ["welt.prj", "neu.prj"] {
        for arguments in ["check", "new x.planraum --districts", "import s.planraum"] {
            let ran = folder.run(&format!("{arguments} {name}"));
            assert!(
                ran.code == 1 && ran.err.contains("Koordinatensystem (.prj)") && ran.err.contains("GeoJSON"),
                "{arguments}: {}",
                ran.err
            );
        }
    }
    folder.put("t.csv", "district;area\n03159001;R1\n");
    folder.put("t.zip", "PK\u{3}\u{4}");
    folder.put("kaputt.geojson", "  {\"type\":");
    folder.put("wort.geojson", "Grenzen");
    for (name, said) in
        [("t.csv", "Tabelle"), ("t.zip", "ZIP"), ("s.planraum", "Projekt"), ("kaputt.geojson", "bricht"), ("wort.geojson", "Text")]
    {
        let ran = folder.run(&format!("new x.planraum --districts {name}"));
        assert!(ran.code == 1 && ran.err.contains(said) && !folder.path("x.planraum").exists(), "{name}: {}", ran.err);
    }
}

/// A name of two million signs went onto the map and into every list.
#[test]
fn a_name_as_long_as_a_book_is_cut_and_told() {
    let folder = Folder::new();
    let long = "x".repeat(2_000_000);
    folder.put("g.geojson", &format!(r#"{{"type":"Feature","properties":{{"AGS":"01","GEN":"{long}"}},"geometry":{SQUARE}}}"#));
    let told = folder.json("new g.planraum --districts g.geojson --key AGS --name GEN").done();
    assert_eq!(told["findings"][0]["code"].as_str(), Some("name_shortened"), "{told:#}");
    let name = folder.json("list g.planraum districts").done()[0]["name"].as_str().unwrap().to_owned();
    assert!(name.chars().count() == 301 && name.ends_with("x…"), "{}", name.len());
    folder.put("p.csv", &format!("district;area\n01;{long}\n"));
    let ran = folder.run("plan import g.planraum P p.csv");
    assert!(ran.code == 1 && ran.err.contains("Zeile 2") && ran.err.contains("300 Zeichen"), "{}", ran.err);
}

/// „Es fehlt: <WHAT>“ said not what could stand there.
#[test]
fn what_is_missing_is_said_with_what_is_possible() {
    let folder = Folder::with_sample();
    for (arguments, possible) in [
        ("list s.planraum", "Für <WHAT> ist möglich: districts, indicators, plans, areas, views."),
        ("list", "Für <WHAT> ist möglich: districts, indicators, plans, areas, views."),
        ("export s.planraum --out x.csv", "Für --what <WHAT> ist möglich: areas, districts, values, plan."),
    ] {
        let ran = folder.run(arguments);
        assert!(ran.code == 2 && ran.out.is_empty() && ran.err.contains(possible), "{arguments}: {}", ran.err);
    }
    let ran = folder.run("value s.planraum");
    assert!(ran.code == 2 && !ran.err.contains("möglich"), "{}", ran.err);
}

/// „R3 → R4  9  28.000“ stood there without a word of what is counted and what the areas are called.
#[test]
fn a_comparison_names_areas_and_columns() {
    let folder = Folder::with_sample();
    let said = folder.run("compare s.planraum 2 3").out;
    let mut lines = said.lines().skip(2);
    let head = lines.next().unwrap();
    for word in ["Von (Entwurf A (fiktiv))", "Nach (Entwurf B (fiktiv))", "Gebiete", "Menschen"] {
        assert!(head.contains(word), "{said}");
    }
    let first = lines.next().unwrap();
    assert!(first.starts_with('R') && first.contains("Osterode"), "{said}");
    let ends = [head, first].map(|it| it.trim_end().chars().count());
    assert_eq!(ends[0], ends[1], "the head of a column of numbers ends where they end: {said}");
    let same = folder.run("compare s.planraum 2 2").out;
    assert!(!same.contains("Gebiete  "), "no head without a row: {same}");
}
