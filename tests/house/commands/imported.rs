//! Indicator files that join a project: what is refused whole, what is replaced, and whose values stand where.
use super::{Folder, Ran, number};
use rusqlite::Connection;

const SQUARES: &str = r#"{"type":"FeatureCollection","features":[
    {"type":"Feature","properties":{"AGS":"01","GEN":"Ost"},"geometry":{"type":"Polygon","coordinates":[[[9,51],[9.1,51],[9.1,51.1],[9,51.1],[9,51]]]}},
    {"type":"Feature","properties":{"AGS":"02","GEN":"West"},"geometry":{"type":"Polygon","coordinates":[[[9.1,51],[9.2,51],[9.2,51.1],[9.1,51.1],[9.1,51]]]}},
    {"type":"Feature","properties":{"AGS":"02","GEN":"West"},"geometry":{"type":"Polygon","coordinates":[[[9.2,51],[9.3,51],[9.3,51.1],[9.2,51.1],[9.2,51]]]}}]}"#;

const TABLES: &str = "CREATE TABLE indicator(id TEXT, name TEXT, unit TEXT, pooling TEXT, source TEXT);
    CREATE TABLE value(indicator TEXT, district TEXT, period TEXT, value, state TEXT);";

/// A folder with two districts in `k.planraum`, of which one has two features.
fn two_districts() -> Folder {
    let folder = Folder::new();
    folder.put("k.geojson", SQUARES);
    folder.json("new k.planraum --districts k.geojson --key AGS").done();
    folder
}

/// An indicator database in the folder, and what its import came to.
fn import(folder: &Folder, name: &str, sql: &str) -> Ran {
    let database = Connection::open(folder.path(name)).unwrap();
    database.execute_batch(&format!("{TABLES} {sql}")).unwrap();
    drop(database);
    folder.json(&format!("import k.planraum {name}"))
}

fn codes(json: &serde_json::Value) -> Vec<&str> {
    json["findings"].as_array().unwrap().iter().map(|it| it["code"].as_str().unwrap()).collect()
}

const OLD: &str = "INSERT INTO indicator VALUES('kita','Kita-Plätze','','sum','Beispielwert (erfunden)');
    INSERT INTO value VALUES('kita','01','2023',10,NULL),('kita','02','2023',20,NULL);";

/// The later file's definition was taken for the earlier file's values: they lost their source.
#[test]
fn each_value_keeps_the_source_that_delivered_it() {
    let folder = two_districts();
    import(&folder, "alt.sqlite", OLD).done();
    let new = "INSERT INTO indicator VALUES('kita','Kita-Plätze','','sum',''); INSERT INTO value VALUES('kita','01','2023',11,NULL),('kita','02','2024',21,NULL);";
    let told = import(&folder, "neu.sqlite", new).done();
    assert!(codes(&told).contains(&"source_replaces"), "{told:#}");
    let values = folder.json("value k.planraum kita --period 2023").done();
    assert_eq!((number(&values, "values.0.value"), values["values"][0]["source"].as_str()), (11.0, Some("")));
    assert_eq!((number(&values, "values.1.value"), values["values"][1]["source"].as_str()), (20.0, Some("Beispielwert (erfunden)")));
    assert_eq!(values["source"].as_str(), Some("Beispielwert (erfunden)"), "who delivered the period");
    assert_eq!(folder.json("value k.planraum kita --period 2024").done()["source"].as_str(), Some(""));
    folder.json("export k.planraum --what values --period 2023 --profile intern --out w.csv").done();
    let text = String::from_utf8(folder.read("w.csv")).unwrap();
    let line = |key: &str| text.lines().find(|it| it.starts_with(key)).unwrap().to_owned();
    assert!(!line("01;").contains("erfunden") && line("02;").ends_with("Beispielwert (erfunden)"), "{text}");
    folder.json("export k.planraum --what districts --indicator kita --period 2023 --profile intern --out d.geojson").done();
    let drawn: serde_json::Value = serde_json::from_slice(&folder.read("d.geojson")).unwrap();
    assert_eq!(drawn["features"][0]["properties"]["kita_source"].as_str(), Some(""));
    assert_eq!(drawn["planraum"]["indicators"][0]["source"].as_str(), Some("Beispielwert (erfunden)"));
}

/// Values of two definitions stood side by side under the later one, and nobody was told.
#[test]
fn another_definition_replaces_the_whole_indicator_and_says_so() {
    let folder = two_districts();
    import(&folder, "alt.sqlite", OLD).done();
    let new = "INSERT INTO indicator VALUES('kita','Neu','%','none','Amt'); INSERT INTO value VALUES('kita','01','2024',99.5,NULL);";
    let told = import(&folder, "neu.sqlite", new);
    assert!(told.err.contains("kita") && told.err.contains("2 frühere Werte gelten nicht mehr"), "{}", told.err);
    assert!(told.err.contains("Beispielwert (erfunden)"), "whose values they were: {}", told.err);
    assert!(codes(&told.done()).contains(&"source_replaces"));
    assert_eq!(folder.json("value k.planraum kita --period 2023").code, 1, "no value of the other definition is left");
    assert_eq!(number(&folder.json("value k.planraum kita").done(), "values.0.value"), 99.5);
}

/// One refused cell ended with 1, and yet the project was changed; nothing that fitted was told as taken over.
#[test]
fn what_ends_with_one_changes_nothing_and_names_the_file() {
    let indicator = "INSERT INTO indicator VALUES('kita','Kita','','sum','Amt');";
    for (values, code) in [
        ("('kita','01','2023',5,NULL),('kita','02','2023','viele',NULL)", "cell_wrong_type"),
        ("('kita','01','2023',5,NULL),('kita','02','gestern',5,NULL)", "period_invalid"),
        ("('kita','91','2023',5,NULL),('kita','92','2023',5,NULL)", "join_only_in_file"),
        ("('kita','01','2023','viele',NULL)", "cell_wrong_type"),
    ] {
        let folder = two_districts();
        let before = folder.read("k.planraum");
        let ran = import(&folder, "k.sqlite", &format!("{indicator} INSERT INTO value VALUES{values};"));
        let told = ran.json();
        assert_eq!((ran.code, told["taken"].as_bool(), folder.read("k.planraum") == before), (1, Some(false), true), "{values}");
        let counted = [number(&told, "values"), number(&told, "states.known"), number(&told, "states.missing")];
        assert_eq!((counted, told["indicators"].as_array().map(Vec::len)), ([0.0; 3], Some(0)), "counted as if it had come in: {told:#}");
        assert!(codes(&told).contains(&code) && told["file"].as_str() == Some("k.sqlite"), "{told:#}");
        let first = ran.err.lines().next().unwrap_or_default();
        assert!(first.contains("nichts übernommen") && first.ends_with("Datei: k.sqlite"), "{}", ran.err);
        assert_eq!(folder.run("import k.planraum k.sqlite").out, "", "nothing is said to be taken over");
    }
    let folder = two_districts();
    let ran = import(&folder, "leer.sqlite", indicator);
    assert_eq!((ran.code, codes(&ran.json()).contains(&"indicator_empty")), (1, true), "{}", ran.err);
}

/// What is only odd is told with the file's name, taken, and ends with 0.
#[test]
fn what_ends_with_zero_is_taken() {
    let folder = two_districts();
    let ran = import(
        &folder,
        "k.sqlite",
        "INSERT INTO indicator VALUES('kita','Kita','','sum','Amt'); INSERT INTO value VALUES('kita','01','2023',5,NULL),('kita','91','2023',5,NULL);",
    );
    assert!(ran.err.starts_with("k.sqlite, "), "{}", ran.err);
    let told = ran.done();
    assert_eq!((told["taken"].as_bool(), number(&told, "values")), (Some(true), 1.0));
    assert_eq!(number(&folder.json("value k.planraum kita").done(), "values.0.value"), 5.0);
}

/// A hundred findings were listed and nobody was told that there were more.
#[test]
fn findings_are_counted_beyond_the_hundred_that_are_listed() {
    let folder = two_districts();
    let rows = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 150)
        INSERT INTO value SELECT 'kita', '01', 'vor ' || x, x, NULL FROM n;";
    let ran = import(&folder, "k.sqlite", &format!("INSERT INTO indicator VALUES('kita','Kita','','sum','Amt'); {rows}"));
    let told = ran.json();
    assert_eq!((codes(&told).len(), number(&told, "findings_by_severity.error")), (100, 150.0), "{}", ran.err);
    assert!(number(&told, "findings_total") >= 151.0 && ran.err.contains("weitere Hinweise"), "{}", ran.err);
    let checked = folder.json("check k.sqlite").json();
    assert_eq!(number(&checked, "files.0.findings_by_severity.error"), 150.0);
    let line = folder.run("check k.sqlite").err;
    assert!(line.starts_with("k.sqlite, 151 Hinweise:"), "{line}");
}

/// A key that stood twice in the map or twice in the file was called no duplicate.
#[test]
fn keys_that_stand_twice_on_either_side_are_duplicates() {
    let folder = two_districts();
    let values = "INSERT INTO indicator VALUES('kita','Kita','','sum','Amt');
        INSERT INTO value VALUES('kita','01','2023',5,NULL),('kita','01','2023',5,NULL),('kita','02','2023',5,NULL);";
    let told = import(&folder, "k.sqlite", values).done();
    assert_eq!(told["duplicates"], serde_json::json!(["01", "02"]), "one twice in the file, one twice in the map");
}

/// Districts and published county contradicted each other, and only the window showed it.
#[test]
fn a_published_figure_that_the_districts_do_not_make_up_is_told() {
    let reference = |county: u32| {
        format!(
            "INSERT INTO indicator VALUES('kita','Kita','','sum','Amt');
            INSERT INTO value VALUES('kita','01','2023',400,NULL),('kita','02','2023',2,NULL);
            CREATE TABLE reference(indicator TEXT, area TEXT, period TEXT, value REAL);
            INSERT INTO reference VALUES('kita','03159','2023',{county}),('kita','unassignable','2023',3);"
        )
    };
    let folder = two_districts();
    let wrong = import(&folder, "falsch.sqlite", &reference(999));
    assert!(wrong.err.contains("405") && wrong.err.contains("999"), "{}", wrong.err);
    assert!(codes(&wrong.done()).contains(&"reference_differs"));
    assert!(!codes(&import(&folder, "richtig.sqlite", &reference(405)).done()).contains(&"reference_differs"));
}

/// What could not be read was taken for 3, and a file that asks for ten cases told four.
#[test]
fn a_smallest_count_that_cannot_be_read_refuses_the_file() {
    for wrong in ["'zehn'", "-1", "2.5", "1e12", "x'0a'"] {
        let folder = two_districts();
        let before = folder.read("k.planraum");
        let sql = format!(
            "ALTER TABLE indicator ADD COLUMN min_count; INSERT INTO indicator VALUES('kita','Kita','','sum','Amt',{wrong});
            INSERT INTO value VALUES('kita','01','2023',5,NULL);"
        );
        let ran = import(&folder, "k.sqlite", &sql);
        let told = ran.json();
        let finding =
            told["findings"].as_array().unwrap().iter().find(|it| it["place"]["column"] == "indicator.min_count").unwrap().clone();
        assert_eq!((ran.code, finding["severity"].as_str(), finding["place"]["row"].as_u64()), (1, Some("error"), Some(1)), "{wrong}");
        assert!(ran.err.contains("k.sqlite") && ran.err.contains("min_count") && ran.err.contains("Bitte"), "{}", ran.err);
        assert_eq!(folder.read("k.planraum"), before, "{wrong}");
    }
    for right in ["NULL", "''", "10", "'10'", "0"] {
        let sql = format!(
            "ALTER TABLE indicator ADD COLUMN min_count; INSERT INTO indicator VALUES('kita','Kita','','sum','Amt',{right});
            INSERT INTO value VALUES('kita','01','2023',5,NULL);"
        );
        import(&two_districts(), "k.sqlite", &sql).done();
    }
}

/// A column that the database computes was left out with a warning: what it keeps secret was told.
#[test]
fn a_computed_column_that_would_change_numbers_refuses_the_file() {
    for (column, code) in [
        ("indicator ADD COLUMN min_count AS (10)", 1),
        ("value ADD COLUMN numerator AS (value)", 1),
        ("indicator ADD COLUMN reports AS ('x')", 0),
    ] {
        let sql = format!(
            "ALTER TABLE {column}; {}",
            OLD.replace("VALUES('kita','Kita", "(id, name, unit, pooling, source) VALUES('kita','Kita")
        );
        let sql = sql.replace("INTO value VALUES", "INTO value(indicator, district, period, value, state) VALUES");
        let ran = import(&two_districts(), "k.sqlite", &sql);
        assert_eq!((ran.code, codes(&ran.json()).contains(&"schema_ignored")), (code, true), "{column}: {}", ran.err);
    }
}

/// `(1,5)` refused the whole file, though brackets make a text of it and Germany writes a comma.
#[test]
fn a_number_in_brackets_is_read_as_germany_writes_it_or_refused_with_the_way_out() {
    let folder = two_districts();
    let sql = |value: &str| OLD.replace(",10,", &format!(",'{value}',"));
    import(&folder, "a.sqlite", &sql("(1,5)")).done();
    let told = folder.json("value k.planraum kita --period 2023").done();
    assert_eq!((number(&told, "values.0.value"), &told["values"][0]["quality"]), (1.5, &serde_json::json!(["limited"])));
    let ran = import(&folder, "b.sqlite", &sql("(1.234)"));
    assert!(ran.code == 1 && ran.err.contains("auf zwei Arten") && ran.err.contains("„limited“"), "{}", ran.err);
    let sql = format!(
        "ALTER TABLE value ADD COLUMN numerator; {}; UPDATE value SET numerator = '(3)';",
        OLD.replace("INTO value VALUES", "INTO value(indicator,district,period,value,state) VALUES")
    );
    let ran = import(&folder, "c.sqlite", &sql);
    assert!(ran.code == 1 && ran.err.contains("steht „(3)“") && ran.err.contains("nur in der Spalte „value“"), "{}", ran.err);
}

/// Only a file that could be joined was told not to be taken.
#[test]
fn a_file_that_cannot_even_be_read_is_told_not_to_be_taken() {
    let folder = two_districts();
    folder.put("leer.sqlite", "");
    folder.put("k.csv", "district;area\n01;R1\n");
    let unreadable = "INSERT INTO indicator VALUES('kita','Kita','','sum','Amt'); ALTER TABLE indicator ADD COLUMN factor; UPDATE indicator SET factor = 0;";
    import(&folder, "faktor.sqlite", unreadable);
    for name in ["leer.sqlite", "k.csv", "faktor.sqlite", "fehlt.sqlite"] {
        let ran = folder.json(&format!("import k.planraum {name}"));
        let told = ran.json();
        assert_eq!((ran.code, told["file"].as_str(), told["taken"].as_bool()), (1, Some(name), Some(false)), "{told:#}");
        assert_eq!((told["findings"][0]["severity"].as_str(), ran.err.matches("Datei: ").count()), (Some("error"), 1), "{}", ran.err);
    }
}

/// What a source's own signs mean could not be said: a file that writes `k.A.` was refused, and `.` was always a secret.
#[test]
fn a_mapping_says_what_the_signs_of_a_source_mean() {
    let folder = two_districts();
    let sql = "INSERT INTO indicator VALUES('kita','Kita-Plätze','','sum','Beispielwert (erfunden)');
        INSERT INTO value VALUES('kita','01','2022','.',NULL),('kita','02','2022','k.A.',NULL),
            ('kita','01','2023',0,NULL),('kita','02','2023',-9,NULL), ('kita','01','2024','-',NULL),('kita','02','2024',5,NULL);";
    let refused = import(&folder, "kita.sqlite", sql);
    assert_eq!((refused.code, codes(&refused.json())), (1, vec!["cell_wrong_type"]), "without a mapping k.A. is no sign");
    folder.put("kita.json", r#"{"signs": {".": "missing:later", "k.A.": "suppressed", "-9": "missing:unreliable"}, "rounds": true}"#);
    let told = folder.json("import k.planraum kita.sqlite --mapping kita.json").done();
    let states = ["known", "suppressed", "missing"].map(|it| number(&told, &format!("states.{it}")));
    assert_eq!(states, [3.0, 1.0, 2.0], "{told:#}");
    for name in ["kita.sqlite", "kita.json"] {
        std::fs::remove_file(folder.path(name)).unwrap(); // the project holds what it needs
    }
    let value = |period: &str, at: usize| folder.json(&format!("value k.planraum kita --period {period}")).done()["values"][at].clone();
    assert_eq!((value("2022", 0)["state"].as_str(), value("2022", 1)["state"].as_str()), (Some("missing"), Some("suppressed")));
    assert_eq!(value("2023", 0)["quality"], serde_json::json!(["rounded"]), "a 0 of a source that rounds");
    assert_eq!(value("2023", 1)["state"].as_str(), Some("missing"), "-9 is a sign here, no number");
    assert_eq!(
        (value("2024", 0)["value"].as_f64(), value("2024", 0)["quality"].clone()),
        (Some(0.0), serde_json::json!([])),
        "a true zero"
    );
}

#[test]
fn a_mapping_that_is_not_understood_changes_nothing() {
    let folder = two_districts();
    import(&folder, "alt.sqlite", OLD).done();
    let before = folder.read("k.planraum");
    folder.put("m.json", r#"{"signs": {".": "secret"}}"#);
    let refused = folder.json("import k.planraum alt.sqlite --mapping m.json");
    let json = refused.json();
    let finding = &json["findings"][0];
    assert_eq!((refused.code, finding["code"].as_str()), (1, Some("code_unknown")), "{json:#}");
    assert_eq!(finding["place"]["json_path"].as_str(), Some(r#"$.signs["."]"#));
    for part in ["„secret“", "missing:later", "m.json"] {
        assert!(refused.err.contains(part), "{part}: {}", refused.err);
    }
    assert!(json["file"].as_str().is_some_and(|it| it.ends_with("m.json")), "{json:#}");
    assert_eq!(folder.read("k.planraum"), before);
}
