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
}

#[test]
fn an_answer_without_json_is_for_people() {
    let folder = Folder::with_sample();
    let ran = folder.run("value s.planraum bevoelkerung --plan Entwurf~A");
    assert_eq!(ran.code, 0);
    assert!(ran.out.contains("31.128\u{a0}Personen") && ran.out.contains("Zusammen: 328.952\u{a0}Personen"), "{}", ran.out);
    assert!(ran.err.is_empty(), "{}", ran.err);
}
