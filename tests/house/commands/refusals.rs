//! What goes wrong is told: which file, what, what to do; and the program ends as the contract says.
use super::{Folder, shipped};

#[test]
fn wrong_usage_ends_with_two_and_nothing_on_stdout() {
    let folder = Folder::with_sample();
    for arguments in [
        "index s.planraum --recipe r.json",
        "index",
        "cluster",
        "gaps s.planraum --area R1",
        "value s.planraum",
        "list s.planraum offers",
        "classify s.planraum kinder_sgb2 --method nix --classes 5",
        "classify s.planraum kinder_sgb2 --method jenks",
        "classify s.planraum kinder_sgb2 --method manual --classes 3",
        "value s.planraum kinder_sgb2 --period gestern",
        "value s.planraum kinder_sgb2 --profile alle",
        "render s.planraum --out a.svg --layout a5",
        "render s.planraum",
        "new x.planraum",
        "new x.planraum --sample --districts x.geojson",
        "export s.planraum --what offers --out o.csv",
        "s.planraum list s.planraum plans",
    ] {
        let ran = folder.json(arguments);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments}: {}", ran.err);
        assert!(!ran.err.is_empty(), "{arguments}");
    }
    assert_eq!(folder.run("--help").code, 0);
}

#[test]
fn a_refusal_ends_with_one_and_tells_file_cause_and_remedy() {
    let folder = Folder::with_sample();
    folder.put("kaputt.planraum", "kein Projekt");
    folder.put("leer.geojson", "");
    folder.put("halb.geojson", "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Fea");
    folder.put("fremd.csv", "district;area\n99;R1\n");
    for (arguments, code, said) in [
        ("list nix.planraum plans", "file_unreadable", "nix.planraum"),
        ("list kaputt.planraum plans", "file_kind_unknown", "kaputt.planraum"),
        ("value s.planraum nix", "name_unknown", "bevoelkerung"),
        ("value s.planraum kinder_sgb2 --period 1999", "name_unknown", "2024"),
        ("plan show s.planraum Entwurf", "name_unknown", "Entwurf A (fiktiv)"),
        ("compare s.planraum Entwurf~A nix", "name_unknown", "Entwurf B (fiktiv)"),
        ("plan copy s.planraum Entwurf~A Ausgangsplan", "not_possible", "Ausgangsplan"),
        ("plan import s.planraum Neu nix.csv", "file_unreadable", "nix.csv"),
        ("plan import s.planraum Neu fremd.csv", "", "fremd.csv"),
        ("new s.planraum --sample", "file_exists", "s.planraum"),
        ("new n.planraum --districts leer.geojson", "file_empty", "leer.geojson"),
        ("new n.planraum --districts halb.geojson", "json_cut_off", "halb.geojson"),
        ("import s.planraum leer.geojson", "", "leer.geojson"),
        ("render s.planraum --out karte.pdf", "not_possible", ".svg"),
        ("render s.planraum --out nirgends/karte.svg", "file_unwritable", "karte.svg"),
        ("export s.planraum --what plan --out p.geojson", "not_possible", ".csv"),
    ] {
        let before = folder.read("s.planraum");
        let ran = folder.json(arguments);
        assert_eq!(ran.code, 1, "{arguments}: {}{}", ran.out, ran.err);
        let finding = &ran.json()["findings"][0];
        assert_eq!(finding["severity"].as_str(), Some("error"), "{arguments}");
        assert!(code.is_empty() || finding["code"].as_str() == Some(code), "{arguments}: {finding}");
        assert!(!finding["message"].as_str().unwrap().is_empty() && !finding["remedy"].as_str().unwrap().is_empty(), "{arguments}");
        assert!(ran.err.contains(said) && ran.err.trim_end().lines().next().unwrap().contains("Datei:"), "{arguments}: {}", ran.err);
        assert_eq!(before, folder.read("s.planraum"), "{arguments}: what was there is unchanged");
        assert!(!folder.path("n.planraum").exists(), "{arguments}");
    }
}

#[test]
fn checking_goes_on_after_a_file_that_is_refused() {
    let folder = Folder::new();
    folder.put("leer.geojson", "");
    let ran = folder.json(&format!("check leer.geojson {} nix.csv", shipped("lkgoe_plan_a.csv")));
    assert_eq!(ran.code, 1);
    let codes: Vec<_> =
        ran.json()["files"].as_array().unwrap().iter().map(|it| it["findings"][0]["code"].as_str().map(str::to_owned)).collect();
    assert_eq!(codes, [Some("file_empty".to_owned()), None, Some("file_unreadable".to_owned())]);
    let members = ["features", "districts", "vertices", "crs", "bbox", "key_field", "name_field", "indicators", "rows"];
    for file in ran.json()["files"].as_array().unwrap() {
        assert_eq!(members.map(|it| file.get(it).is_some()), [true; 9], "what is unknown is null, not absent: {file}");
    }
}

/// Of a project everything that was known of its sources was null.
#[test]
fn checking_a_project_tells_what_is_known_of_its_sources() {
    let folder = Folder::with_sample();
    let file = &folder.json("check s.planraum").done()["files"][0];
    assert_eq!((file["kind"].as_str(), file["districts"].as_u64(), file["features"].as_u64()), (Some("project"), Some(40), Some(40)));
    assert_eq!((file["key_field"].as_str(), file["name_field"].as_str()), (Some("AGS"), Some("GEN")), "{file:#}");
    assert!((file["bbox"][0].as_f64().unwrap() - 9.548).abs() < 1e-3 && file["rows"].as_u64().unwrap() > 1_000, "{:#}", file["bbox"]);
}

#[test]
fn copying_and_deleting_tell_the_assignment_as_the_contract_says() {
    let folder = Folder::with_sample();
    for arguments in ["plan copy s.planraum Entwurf~A Kopie", "plan delete s.planraum Kopie"] {
        let told = folder.json(arguments).done();
        assert_eq!(
            (told["assigned"].as_u64(), &told["unassigned"][0], &told["unknown"]),
            (Some(39), &"03159501".into(), &serde_json::json!([]))
        );
    }
}

/// A full disk behind `>` went unnoticed: the script went on with half an answer.
#[test]
#[cfg(target_os = "linux")]
fn an_answer_that_cannot_be_written_is_a_failure_but_a_closed_pipe_is_none() {
    let folder = Folder::with_sample();
    let run = |command: &str| {
        let mut shell = std::process::Command::new("bash");
        shell.args(["-c", command]).current_dir(folder.path("")).env("PLANRAUM_DATA_DIR", folder.path("workplace"));
        shell.env("PLANRAUM", env!("CARGO_BIN_EXE_planraum"));
        shell.status().unwrap().code()
    };
    assert_eq!(run("\"$PLANRAUM\" value s.planraum kinder_sgb2 --json > /dev/full"), Some(1));
    assert_eq!(run("set -o pipefail; \"$PLANRAUM\" value s.planraum kinder_sgb2 --json | true"), Some(0));
}

#[test]
fn an_answer_without_json_is_for_people() {
    let folder = Folder::with_sample();
    let ran = folder.run("value s.planraum bevoelkerung --plan Entwurf~A");
    assert_eq!(ran.code, 0);
    assert!(ran.out.contains("31.128\u{a0}Personen") && ran.out.contains("Zusammen: 328.952\u{a0}Personen"), "{}", ran.out);
    assert!(ran.err.is_empty(), "{}", ran.err);
}

/// The project was written although its population could not be read, and the wrong file was named.
#[test]
fn a_field_or_city_that_is_not_there_writes_nothing() {
    let folder = Folder::new();
    let map = shipped("lkgoe_gemeinden_heute.geojson");
    for (asked, said) in [("--population nix", "Das Feld „nix“ gibt es nicht"), ("--values nix", "nix"), ("--city nix", "nix")] {
        let ran = folder.json(&format!("new a.planraum --districts {map} {asked}"));
        assert_eq!(ran.code, 1, "{asked}");
        let told = ran.err.replace(['\u{2068}', '\u{2069}'], "");
        assert!(told.contains(said) && told.contains("lkgoe_gemeinden_heute.geojson"), "{asked}: {told}");
        assert!(!folder.path("a.planraum").exists(), "{asked}");
    }
}

/// An empty table, and no word.
#[test]
fn values_of_a_period_that_nobody_counted_are_refused() {
    let folder = Folder::with_sample();
    let ran = folder.json("export s.planraum --what values --period 1900 --out a.csv");
    assert_eq!((ran.code, ran.json()["findings"][0]["code"].as_str()), (1, Some("name_unknown")), "{}", ran.err);
    assert!(ran.err.contains("2024") && !folder.path("a.csv").exists(), "{}", ran.err);
}

/// The first file's findings stood among the second one's, and a refusal was told twice.
#[test]
fn findings_of_several_files_are_told_file_by_file_and_once() {
    let folder = Folder::new();
    let square = r#"{"type":"Polygon","coordinates":[[[10,51],[10.1,51],[10.1,51.1],[10,51.1]]]}"#;
    folder.put("a.geojson", &format!(r#"{{"type":"Feature","properties":{{"AGS":"1"}},"geometry":{square}}}"#));
    folder.put("leer.geojson", "");
    let ran = folder.run("check leer.geojson a.geojson");
    let lines: Vec<&str> = ran.err.lines().collect();
    assert_eq!((ran.code, ran.err.matches("Die Datei ist leer").count()), (1, 1), "{}", ran.err);
    let ring = lines.iter().position(|it| it.contains("geschlossen")).unwrap_or_else(|| panic!("{}", ran.err));
    assert!(lines[..ring].iter().any(|it| it.starts_with("a.geojson, ")), "{}", ran.err);
}

/// A plan that was made for other boundaries put its districts nowhere, and nobody heard of it.
#[test]
fn a_plan_that_names_districts_the_map_has_not_is_told() {
    let folder = Folder::with_sample();
    assert!(!folder.run("check s.planraum").err.contains("03159099"));
    crate::opened::name_a_stranger(&folder.path("workplace"), &folder.path("s.planraum"));
    for arguments in ["check s.planraum", "list s.planraum plans", "plan show s.planraum Entwurf~A"] {
        let ran = folder.run(arguments);
        assert!(ran.code == 0 && ran.err.contains("03159099"), "{arguments}: {}", ran.err);
    }
}

/// One turned bit in the assignment moved a district from one area into another, and nobody heard of it.
#[test]
fn a_project_in_which_a_bit_was_turned_is_refused_and_the_place_named() {
    let folder = Folder::with_sample();
    let path = folder.path("s.planraum");
    let database = rusqlite::Connection::open(&path).unwrap();
    let turn = "UPDATE assignment SET area = area + 1 WHERE district = '03159001' AND plan = 2";
    assert_eq!(database.execute(turn, []).unwrap(), 1);
    drop(database);
    for arguments in ["check s.planraum", "list s.planraum plans", "plan copy s.planraum Entwurf~A Neu"] {
        let ran = folder.run(arguments);
        assert!(ran.code == 1 && ran.err.contains("Zuordnung der Gebiete") && ran.err.contains("Prüfsumme"), "{arguments}: {}", ran.err);
        assert!(folder.json(arguments).out.contains("project_damaged"), "{arguments}");
    }
}

/// Whatever was named as project was copied first: a device without end filled the disk, a pipe was waited for.
#[test]
#[cfg(target_os = "linux")]
fn devices_and_pipes_are_no_files() {
    let folder = Folder::with_sample();
    let pipe = folder.path("rohr");
    assert!(std::process::Command::new("mkfifo").arg(pipe).status().unwrap().success());
    for arguments in [
        "list /dev/zero plans",
        "list rohr plans",
        "check rohr",
        "check /dev/zero",
        "import s.planraum rohr",
        "import /dev/zero rohr",
        "plan import s.planraum Neu /dev/zero",
        "plan copy rohr A B",
        "new n.planraum --districts rohr",
    ] {
        let ran = folder.run(arguments);
        assert!(ran.code == 1 && ran.err.contains("keine gewöhnliche Datei"), "{arguments}: {}", ran.err);
    }
}

/// Who wrote into a pipe that nobody reads waited for ever; a project took the place of the pipe.
#[test]
#[cfg(unix)]
fn nothing_is_written_where_no_plain_file_is() {
    let folder = Folder::with_sample();
    for name in ["rohr.svg", "rohr.csv", "rohr.geojson", "rohr.planraum"] {
        assert!(std::process::Command::new("mkfifo").arg(folder.path(name)).status().unwrap().success());
    }
    std::os::unix::fs::symlink("/dev/null", folder.path("nichts.png")).unwrap();
    for arguments in [
        "render s.planraum --out rohr.svg",
        "render s.planraum --out nichts.png",
        "export s.planraum --what districts --out rohr.geojson",
        "export s.planraum --what plan --out rohr.csv",
        "plan export s.planraum Entwurf~A rohr.csv",
        "new rohr.planraum --sample",
        "new /dev/null --sample",
    ] {
        let ran = folder.run(arguments);
        assert!(ran.code == 1 && ran.err.contains("keine gewöhnliche Datei") && ran.err.contains("Bitte"), "{arguments}: {}", ran.err);
    }
    let kind = |name: &str| std::fs::symlink_metadata(folder.path(name)).unwrap().file_type();
    assert!(!kind("rohr.planraum").is_file() && kind("nichts.png").is_symlink());
}
