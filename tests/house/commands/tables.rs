//! Tables as plans: which columns are district and area, and which tables are no plans at all.
use super::{Folder, number};

/// A project of twelve squares called 01 to 12.
fn twelve() -> Folder {
    let folder = Folder::new();
    let square = |at: u32| {
        let x = f64::from(at) * 0.1;
        serde_json::json!({ "type": "Feature", "properties": { "AGS": format!("{at:02}"), "GEN": format!("Ort {at}") },
            "geometry": { "type": "Polygon", "coordinates": [[[x, 51.0], [x + 0.1, 51.0], [x + 0.1, 51.1], [x, 51.1], [x, 51.0]]] } })
    };
    let squares: Vec<_> = (1..=12).map(square).collect();
    folder.put("z.geojson", &serde_json::json!({ "type": "FeatureCollection", "features": squares }).to_string());
    folder.json("new z.planraum --districts z.geojson --key AGS").done();
    folder
}

fn table(heading: &str, row: impl Fn(u32) -> String) -> String {
    let rows = (1..=12).map(|it| format!("{}\n", row(it)));
    std::iter::once(format!("{heading}\n")).chain(rows).collect()
}

fn codes(json: &serde_json::Value) -> Vec<String> {
    json["findings"].as_array().unwrap().iter().map(|it| it["code"].as_str().unwrap().to_owned()).collect()
}

/// Every text with a comma was a plan without findings, and the second of sixteen columns held its areas.
#[test]
fn only_a_heading_tells_the_areas_of_a_wide_table() {
    let folder = twelve();
    for (name, text) in [
        ("zensus.csv", table("ags,municipality_name,population,share", |it| format!("{it:02},Ort {it},{it}00.0,13.{it}"))),
        ("staaten.csv", table("State,pcgdp1940,pcgdp1950,inegi", |it| format!("Ort {it},{it}00.000,{it}10.000,{}.000", it % 3))),
        (
            "schluessel.csv",
            table("ags_2016,rs_2016,name_2016,bez_2016,ags_heute", |it| format!("{it:02},{it:02},Ort {it},Gemeinde,{it:02}")),
        ),
        ("ohne.csv", (1..=12).map(|it| format!("{it:02},Ort {it},{it}00.0,13.{it}\n")).collect()),
    ] {
        folder.put(name, &text);
        let before = folder.read("z.planraum");
        for arguments in [format!("check {name}"), format!("plan import z.planraum Neu {name}")] {
            let ran = folder.run(&arguments);
            assert_eq!(ran.code, 1, "{arguments}: {}{}", ran.out, ran.err);
            assert!(ran.err.contains("„district“ und „area“") && ran.err.contains(&format!("Datei: {name}")), "{arguments}: {}", ran.err);
        }
        assert_eq!(folder.read("z.planraum"), before);
    }
    for (name, heading) in [("breit.csv", "AGS;Gemeinde;Einwohner;Sozialraum"), ("eng.csv", "key;label_name;people;area")] {
        folder.put(name, &table(heading, |it| format!("{it:02};Ort {it};{it}00;R{}", it % 3)));
        let read = folder.json(&format!("plan import z.planraum {name} {name}")).done();
        assert_eq!((number(&read, "areas"), number(&read, "assigned"), codes(&read)), (3.0, 12.0, vec![]), "{name}");
        assert_eq!(number(&folder.json(&format!("check {name}")).done(), "files.0.districts"), 12.0, "the heading is no district");
    }
}

/// Measurements became areas called "6186.0", and nobody was warned.
#[test]
fn a_table_that_looks_like_another_one_is_doubted() {
    let folder = twelve();
    folder.put("werte.csv", &table("ags;anteil", |it| format!("{it:02};{}.5", it % 4)));
    folder.put("einzeln.csv", &table("Schlüssel;Gemeinde", |it| format!("{it:02};Ort {it}")));
    folder.put("plan.csv", &table("district;area", |it| format!("{it:02};{}", it % 4)));
    for (name, doubted) in [("werte.csv", true), ("einzeln.csv", true), ("plan.csv", false)] {
        let read = folder.json(&format!("plan import z.planraum {name} {name}")).done();
        assert_eq!(codes(&read).contains(&"plan_doubtful".to_owned()), doubted, "{name}: {read:#}");
        let checked = folder.json(&format!("check {name}")).done();
        assert_eq!((number(&checked, "files.0.districts"), codes(&checked["files"][0]).len()), (12.0, usize::from(doubted)), "{name}");
    }
}

/// „23,77 – 25,10“ said not which of its ends belongs to a class.
#[test]
fn classify_says_which_end_belongs_to_a_class() {
    let folder = Folder::with_sample();
    let asked = "classify s.planraum kinder_sgb2 --period 2023 --method jenks --classes 4";
    let said = folder.run(asked).out;
    let breaks = folder.json(asked).done()["breaks"].as_array().unwrap().len();
    let classes: Vec<&str> = said.lines().take(breaks - 1).collect();
    assert!(classes[..breaks - 2].iter().all(|it| it.contains(" bis unter ")), "{said}");
    assert!(classes[breaks - 2].contains(" bis ") && !classes[breaks - 2].contains("unter"), "the highest class is closed: {said}");
    let by_hand = folder.run("classify s.planraum kinder_sgb2 --period 2023 --method quantile --classes 4 --plan 1").out;
    assert!(!by_hand.contains(" – "), "{by_hand}");
}

/// The deviations stood there without the target that they are from, nor what that rests on.
#[test]
fn plan_show_tells_what_the_target_rests_on() {
    let folder = Folder::with_sample();
    folder.json("plan copy s.planraum 2 Probe").done();
    let said = folder.run("plan show s.planraum Probe").out;
    let json = folder.json("plan show s.planraum Probe").done();
    let (sum, count, target) = (number(&json, "amount_in_areas"), number(&json, "areas_measured"), number(&json, "target"));
    assert!((sum / count - target).abs() < 1e-9, "{json:#}");
    let line = said.lines().find(|it| it.starts_with("Ziel je Raum: ")).unwrap_or_else(|| panic!("{said}"));
    assert!(
        line.contains("= 208.691 ÷ 6 besetzte Räume ohne die Stadt.") && line.contains("nicht Zugeordnetes zählen auch nicht"),
        "{line}"
    );
    assert_eq!(number(&json, "areas_occupied"), 7.0, "the city's area holds a district, and has no target");
    let city = said.lines().find(|it| it.contains("Stadt Göttingen")).unwrap_or_else(|| panic!("{said}"));
    assert!(city.contains("zählt nicht zum Ziel"), "{city}");
}
