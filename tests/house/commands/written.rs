//! What leaves the house: maps and files, the same bytes every time, and never a number that must stay secret.
use super::{Folder, number};
use geojson::{FeatureCollection, GeometryValue};

#[test]
fn a_map_is_drawn_from_the_command_line() {
    let folder = Folder::with_sample();
    for (arguments, size) in [
        ("--out a.svg --indicator kinder_sgb2 --plan Entwurf~A", (1122.52, 793.70)),
        ("--out a.png --indicator kinder_sgb2", (3508.0, 2480.0)),
        ("--out s.png --plan Entwurf~B --layout slide", (1920.0, 1080.0)),
        ("--out b.svg --plan Entwurf~A --indicator kinder_sgb2 --by areas --layout a3 --without-city", (1587.40, 1122.52)),
    ] {
        let drawn = folder.json(&format!("render s.planraum {arguments} --date 2026-11-23")).done();
        assert!((number(&drawn, "width") - size.0).abs() < 0.01 && (number(&drawn, "height") - size.1).abs() < 0.01, "{arguments}");
    }
    let svg = String::from_utf8(folder.read("a.svg")).unwrap();
    for said in [
        "Kinder in SGB-II-Haushalten",
        "2024",
        "Entwurf A (fiktiv)",
        "BKG",
        "Beispielwert (erfunden)",
        "Kleine Zahlen",
        "23.11.2026",
        "geheim",
        "unbewohnt",
    ] {
        assert!(svg.contains(said), "{said}");
    }
    assert_eq!(svg.matches("id=\"district-").count(), 40);
    assert!(svg.len() < 300_000, "{} bytes", svg.len());
    assert!(String::from_utf8(folder.read("b.svg")).unwrap().contains("ohne die Stadt"));
    folder.json("render s.planraum --out again.svg --indicator kinder_sgb2 --plan Entwurf~A --date 2026-11-23").done();
    assert_eq!(folder.read("a.svg"), folder.read("again.svg"), "the same project and date, the same bytes");
}

#[test]
fn without_a_date_the_same_project_gives_the_same_bytes() {
    let folder = Folder::with_sample();
    let project = rusqlite::Connection::open(folder.path("s.planraum")).unwrap();
    let changed: String = project.query_row("SELECT changed_at FROM project", [], |it| it.get(0)).unwrap();
    drop(project);
    for format in ["svg", "png"] {
        let draw = |name: &str, date: &str| {
            folder.json(&format!("render s.planraum --out {name}.{format} --indicator kinder_sgb2 {date}")).done();
            folder.read(&format!("{name}.{format}"))
        };
        let first = draw("a", "");
        assert!(first == draw("b", ""), "{format}: twice the same");
        assert!(first == draw("c", &format!("--date {}", &changed[..10])), "{format}: the date is that of the last change");
        assert!(first != draw("d", "--date 1999-12-31"), "{format}: a date is printed at all");
    }
}

/// A bad number in the settings is told, and the usual cap holds; a sane one counts.
#[test]
fn caps_come_from_the_settings_of_the_workplace() {
    let folder = Folder::with_sample();
    let settings = |text: &str| {
        std::fs::create_dir_all(folder.path("workplace")).unwrap();
        folder.put("workplace/settings.json", text);
    };
    let mut file = String::from(r#"{"type":"FeatureCollection","features":[]}"#);
    file.push_str(&" ".repeat(1_500_000));
    folder.put("large.geojson", &file);
    let code = |ran: &super::Ran| ran.json()["findings"][0]["code"].as_str().map(str::to_owned);
    settings(r#"{"caps": {"file_mb": 1}}"#);
    let refused = folder.json("new k.planraum --districts large.geojson");
    assert_eq!(code(&refused).as_deref(), Some("file_too_large"), "{}", refused.err);
    settings(r#"{"caps": {"file_mb": 0}}"#);
    let refused = folder.json("new k.planraum --districts large.geojson");
    assert_eq!(code(&refused).as_deref(), Some("no_districts"), "{}", refused.err);
    assert!(refused.err.contains("file_mb") && refused.err.contains("settings.json"), "{}", refused.err);
}

#[test]
fn areas_and_districts_leave_as_geojson() {
    let folder = Folder::with_sample();
    let written = folder.json("export s.planraum --what areas --plan Entwurf~A --out a.geojson --indicator kinder_sgb2").done();
    assert_eq!(number(&written, "rows"), 7.0);
    let collection: FeatureCollection = String::from_utf8(folder.read("a.geojson")).unwrap().parse().unwrap();
    let first = collection.features[0].properties.as_ref().unwrap();
    assert_eq!(
        (first["code"].as_str(), first["name"].as_str(), first["population"].as_f64()),
        (Some("R1"), Some("Münden"), Some(31_128.0))
    );
    assert!(first["reason"].as_str().unwrap().contains("erfunden") && first["kinder_sgb2"].is_number());
    let mut rings = 0;
    for feature in &collection.features {
        let polygons = match &feature.geometry.as_ref().unwrap().value {
            GeometryValue::Polygon { coordinates } => vec![coordinates.clone()],
            GeometryValue::MultiPolygon { coordinates } => coordinates.clone(),
            other => panic!("{other:?}"),
        };
        for (number, ring) in polygons.iter().flat_map(|it| it.iter().enumerate()) {
            let area: f64 = ring.windows(2).map(|it| (it[0][0] - 10.0) * (it[1][1] - 51.5) - (it[1][0] - 10.0) * (it[0][1] - 51.5)).sum();
            assert_eq!(area > 0.0, number == 0, "outer rings turn left, holes right");
            rings += 1;
        }
    }
    assert!(rings >= 7);
    // What was written can be read as boundaries again.
    let read = folder.json("check a.geojson").done();
    assert_eq!(number(&read, "files.0.features"), 7.0);
    let districts = folder.json("export s.planraum --what districts --out d.geojson").done();
    assert_eq!(number(&districts, "rows"), 40.0);
    let again = folder.json("new again.planraum --districts d.geojson --key key --name name").done();
    assert_eq!(number(&again, "neighbours"), 97.0, "borders survive the way through seven decimals");
}

#[test]
fn tables_leave_as_csv() {
    let folder = Folder::with_sample();
    let rows = |arguments: &str| number(&folder.json(&format!("export s.planraum {arguments}")).done(), "rows");
    assert_eq!(rows("--what plan --plan Entwurf~A --out p.csv"), 40.0);
    assert_eq!(rows("--what values --indicator kinder_sgb2 --period 2024 --out v.csv"), 40.0);
    assert_eq!(rows("--what values --indicator kinder_sgb2 --plan Entwurf~A --out w.csv"), 63.0, "seven areas, nine years");
    assert_eq!(rows("--what areas --plan Entwurf~A --out a.csv"), 7.0);
    let plan = String::from_utf8(folder.read("p.csv")).unwrap();
    assert!(plan.starts_with("\u{FEFF}district;area\r\n") && plan.contains("\r\n03159501;\r\n"));
    let values = String::from_utf8(folder.read("v.csv")).unwrap();
    assert!(values.starts_with('\u{FEFF}') && values.contains("Beispielwert (erfunden)") && values.contains("Kleine Zahlen"));
    let number_of = values.lines().find(|it| it.starts_with("03159016;")).unwrap().split(';').nth(6).unwrap();
    assert!(number_of.contains(',') && number_of.replace(',', ".").parse::<f64>().is_ok(), "{number_of}");
}

/// The cells that the profile hides, found by what `intern` knows: no output outside it may hold their numbers.
#[test]
fn what_the_profile_hides_is_in_no_file_and_on_no_screen() {
    let folder = Folder::with_sample();
    let indicator = "hze_faelle"; // single cases in small Gemeinden
    let intern = folder.json(&format!("value s.planraum {indicator} --profile intern")).done();
    let open = folder.json(&format!("value s.planraum {indicator} --profile oeffentlich")).done();
    let hidden: Vec<(String, String)> = intern["values"]
        .as_array()
        .unwrap()
        .iter()
        .zip(open["values"].as_array().unwrap())
        .filter(|(_, open)| open["by"] == "profile")
        .map(|(intern, open)| {
            for member in ["value", "numerator", "denominator", "at_least", "estimate"] {
                assert!(open[member].is_null(), "{member}: {open:#}");
            }
            (intern["key"].as_str().unwrap().to_owned(), intern["value"].to_string())
        })
        .collect();
    assert!(!hidden.is_empty());
    folder.json(&format!("export s.planraum --what values --indicator {indicator} --out v.csv")).done();
    folder.json(&format!("export s.planraum --what values --indicator {indicator} --out v.geojson")).done();
    folder.json(&format!("render s.planraum --indicator {indicator} --out v.svg")).done();
    let collection: FeatureCollection = String::from_utf8(folder.read("v.geojson")).unwrap().parse().unwrap();
    for (key, value) in &hidden {
        let feature = collection.features.iter().find(|it| it.property("key").and_then(|it| it.as_str()) == Some(key)).unwrap();
        assert!(feature.property(indicator).unwrap().is_null());
        assert_eq!(feature.property(format!("{indicator}_state")).unwrap().as_str(), Some("suppressed"));
        let table = String::from_utf8(folder.read("v.csv")).unwrap();
        let latest = intern["period"].as_str().unwrap();
        let row = table.lines().find(|it| it.starts_with(key.as_str()) && it.split(';').nth(5) == Some(latest)).unwrap();
        let fields: Vec<&str> = row.split(';').collect();
        assert_eq!((fields[6], fields[7], fields[8], fields[9], fields[11], fields[12]), ("", "geheim", "", "", "", ""), "{value}: {row}");
    }
}

/// Where working copies find no room, the project was called damaged or unreadable.
#[test]
#[cfg(target_os = "linux")]
fn a_full_folder_for_working_copies_is_called_so() {
    let folder = Folder::with_sample();
    for arguments in ["value s.planraum bevoelkerung", "plan copy s.planraum Ausgangsplan Neu", "new n.planraum --sample"] {
        // no file may become larger than some hundred kilobytes: writing fails as on a full disk
        let script = format!("trap '' XFSZ; ulimit -f 200; exec {} {arguments}", env!("CARGO_BIN_EXE_planraum"));
        let mut shell = std::process::Command::new("sh");
        shell.args(["-c", &script]).current_dir(folder.path("")).env("PLANRAUM_DATA_DIR", folder.path("workplace"));
        let ran = shell.env("LC_ALL", "de_DE.UTF-8").output().unwrap();
        let told = String::from_utf8(ran.stderr).unwrap();
        let said =
            told.contains("Der Ordner für Arbeitskopien lässt sich nicht benutzen") || told.contains("keine Arbeitskopie der Datenbank");
        assert!(ran.status.code() == Some(1) && said && !told.contains("beschädigt"), "{arguments}: {told}");
        assert!(!folder.path("n.planraum").exists(), "{arguments}");
    }
    folder.json("value s.planraum bevoelkerung").done();
}

/// A project whose file ends like a map was replaced by the map of it.
#[test]
fn the_project_itself_is_never_replaced_by_what_is_made_of_it() {
    let folder = Folder::with_sample();
    for name in ["p.geojson", "p.csv", "p.svg"] {
        std::fs::copy(folder.path("s.planraum"), folder.path(name)).unwrap();
        let before = folder.read(name);
        let command = match name {
            "p.geojson" => "export p.geojson --what districts --out ./p.geojson",
            "p.csv" => "plan export p.csv Ausgangsplan p.csv",
            _ => "render p.svg --out p.svg",
        };
        for overwrite in ["", "--overwrite"] {
            let ran = folder.run(&format!("{command} {overwrite}"));
            assert!(ran.code == 1 && ran.err.contains("Datei des Projekts selbst"), "{command} {overwrite}: {}", ran.err);
            assert_eq!(folder.read(name), before, "{command} {overwrite}");
        }
    }
}
