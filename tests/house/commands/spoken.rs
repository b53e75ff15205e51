//! What the command line says of itself: in the caller's language, also where the parser or the system would speak English.
use super::Folder;

/// Words that only somebody who speaks English says.
const ENGLISH: [&str; 14] = [
    "Usage",
    "Options",
    "Commands",
    "Arguments",
    "default",
    "possible",
    " the ",
    " of ",
    "required",
    "error:",
    "Print",
    "expected",
    "unexpected",
    "For more",
];

#[test]
fn help_is_in_the_callers_language() {
    let folder = Folder::new();
    let commands = ["", "check", "new", "import", "list", "value", "plan", "plan import", "plan export", "plan show", "compare"];
    for command in commands.into_iter().chain(["plan copy", "plan delete", "classify", "render", "export"]) {
        let german = folder.run(&format!("{command} --help"));
        assert_eq!((german.code, german.err.as_str()), (0, ""), "{command}");
        let foreign: Vec<&str> = ENGLISH.into_iter().filter(|it| german.out.contains(it)).collect();
        assert!(foreign.is_empty() && german.out.contains("Aufruf:"), "{command}: {foreign:?}\n{}", german.out);
        let english = folder.run_in("en_GB.UTF-8", &format!("{command} --help"));
        assert!(english.code == 0 && english.out.contains("Usage:") && english.out.contains("This help"), "{}", english.out);
        assert_eq!(german.out.lines().count(), english.out.lines().count(), "{command}");
    }
    assert_eq!(folder.run("--version").out.trim(), concat!("planraum ", env!("CARGO_PKG_VERSION")));
}

#[test]
fn wrong_usage_is_told_in_the_callers_language() {
    let folder = Folder::new();
    for (arguments, said) in [
        ("list", "Es fehlt: <PROJECT>, <WHAT>."),
        ("list a.planraum plan", "Mit „plan“ lässt sich <WHAT> nicht angeben. Gemeint ist vielleicht „plans“."),
        ("list a.planraum offers", "Möglich ist: districts, indicators, plans, areas, views."),
        (
            "value a.planraum x --period morgen",
            "Mit „morgen“ lässt sich --period <PERIOD> nicht angeben. Erwartet wird ein Zeitraum wie 2023",
        ),
        ("value a.planraum x --period", "Zu --period <PERIOD> fehlt der Wert."),
        ("classify a.planraum x --method jenks --classes 99", "eine ganze Zahl von 1 bis 20"),
        ("value a.planraum x --perod 2023", "Die Angabe „--perod“ gibt es hier nicht. Gemeint ist vielleicht „--period“."),
        ("lsit", "Den Befehl „lsit“ gibt es nicht."),
        ("nothing", "Den Befehl „nothing“ gibt es nicht."),
        ("new x.planraum --sample --districts y", "gehen nicht zusammen"),
        ("s.planraum list s.planraum plans", "Ein Befehl nennt sein Projekt selbst"),
        ("plan", "Aufruf:"),
    ] {
        let ran = folder.run(arguments);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments}: {}", ran.err);
        let foreign: Vec<&str> = ENGLISH.into_iter().filter(|it| ran.err.contains(it)).collect();
        assert!(ran.err.contains(said) && foreign.is_empty(), "{arguments}: {foreign:?}\n{}", ran.err);
        assert!(folder.run_in("en_GB.UTF-8", arguments).err.contains("--help"), "{arguments}");
    }
}

/// What SQLite, the system and the reader of JSON say stood in the middle of German sentences.
#[test]
fn causes_are_told_in_german_and_the_original_stands_in_brackets() {
    let folder = Folder::with_sample();
    folder.put("k.geojson", "{\"type\":\"FeatureCollection\",\"features\":[1 2]}");
    let mut broken = folder.read("s.planraum");
    broken[4_096..40_000].fill(7);
    std::fs::write(folder.path("kaputt.planraum"), broken).unwrap();
    for (arguments, said) in [
        ("check k.geojson", "kein gültiges JSON: hier fehlt ein Komma oder eine schließende Klammer (expected `,` or `]`)."),
        ("check kaputt.planraum", "Grund: Teile der Datei passen nicht zusammen ("),
        ("check nix.geojson", "Die Datei kann nicht gelesen werden: Ordner oder Datei gibt es nicht."),
    ] {
        let ran = folder.run(arguments);
        assert!(ran.code == 1 && ran.err.contains(said), "{arguments}: {}", ran.err);
    }
}

/// A nightly export over the planner's own boundary file would have taken it from them; over the export of the night before it
/// has to work.
#[test]
fn a_file_that_the_project_came_from_is_replaced_only_when_that_is_said() {
    let folder = Folder::new();
    let square = r#"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"AGS":"03159001","GEN":"A"},
        "geometry":{"type":"Polygon","coordinates":[[[9.9,51.5],[10.0,51.5],[10.0,51.6],[9.9,51.6],[9.9,51.5]]]}}]}"#;
    folder.put("Kreis.geojson", square);
    folder.json("new k.planraum --districts Kreis.geojson").done();
    let export = "export k.planraum --what districts --out Kreis.geojson";
    let ran = folder.json(export);
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert!(ran.out.contains("file_exists") && ran.err.contains("--overwrite"), "{}{}", ran.out, ran.err);
    assert_eq!(folder.read("Kreis.geojson"), square.as_bytes());
    folder.json(&format!("{export} --overwrite")).done();
    assert_ne!(folder.read("Kreis.geojson"), square.as_bytes());
    for arguments in ["render k.planraum --out a.svg", "export k.planraum --what districts --out b.geojson"] {
        folder.json(arguments).done();
        let first = folder.read(arguments.rsplit(' ').next().unwrap());
        folder.json(arguments).done();
        assert!(folder.read(arguments.rsplit(' ').next().unwrap()) == first, "the same bytes over the old ones: {arguments}");
    }
}

/// Scripts had to read the contract to know what 1 and 2 mean.
#[test]
fn help_tells_how_the_program_ends() {
    let folder = Folder::new();
    for (locale, said) in [("de_DE.UTF-8", "mit 2 bei falschem Aufruf"), ("en_GB.UTF-8", "with 2 on wrong usage")] {
        assert!(folder.run_in(locale, "--help").out.contains(said), "{locale}");
        assert!(!folder.run_in(locale, "check --help").out.contains(said), "{locale}");
    }
}

/// A name out of somebody's file moved the cursor of the terminal, wrote over a line or began one.
#[test]
fn a_name_does_nothing_but_be_printed() {
    let folder = Folder::new();
    let square = r#"{"type":"Polygon","coordinates":[[[9,51],[9.1,51],[9.1,51.1],[9,51.1],[9,51]]]}"#;
    let name = r#"\u001b[2J\u001b]0;x\u0007Ort\r\nzwei\u202etro"#;
    folder.put("g.geojson", &format!(r#"{{"type":"Feature","properties":{{"AGS":"01","GEN":"{name}"}},"geometry":{square}}}"#));
    folder.json("new g.planraum --districts g.geojson --key AGS --name GEN").done();
    let listed = folder.run("list g.planraum districts").out;
    assert_eq!(
        (listed.lines().count(), listed.contains(['\u{1b}', '\u{7}', '\r', '\u{202e}']), listed.contains("Ort")),
        (1, false, true),
        "{listed:?}"
    );
    folder.json(&format!("plan copy g.planraum Ausgangsplan {}", "x".repeat(5_000))).done();
    let refused = folder.run("plan show g.planraum nix\u{1b}[31m").err;
    assert!(!refused.contains('\u{1b}') && refused.len() < 1_000 && refused.contains("xxx…"), "{} {refused:?}", refused.len());
}
