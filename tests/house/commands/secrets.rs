//! What a profile hides, and what nobody counted, on the command line: `null`, and beside it why.
use super::{Folder, number};

/// Squares in a row with so many people each, and two plans: in B the second square is with the third.
fn row_of(people: &[Option<f64>]) -> Folder {
    let folder = Folder::new();
    let square = |(at, people): (usize, &Option<f64>)| {
        let (west, east) = (10.0 + 0.01 * at as f64, 10.01 + 0.01 * at as f64);
        let people = people.map_or("null".to_owned(), |it| it.to_string());
        format!(
            r#"{{"type":"Feature","properties":{{"AGS":"d{at}","GEN":"{at}","people":{people}}},"geometry":{{"type":"Polygon","coordinates":[[[{west},51.0],[{east},51.0],[{east},51.01],[{west},51.01],[{west},51.0]]]}}}}"#
        )
    };
    let features: Vec<String> = people.iter().enumerate().map(square).collect();
    folder.put("d.geojson", &format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, features.join(",")));
    folder.json("new t.planraum --districts d.geojson --key AGS --name GEN --population people --period 2023").done();
    folder.put("a.csv", "district;area\nd0;1\nd1;1\nd2;2\nd3;3\n");
    folder.put("b.csv", "district;area\nd0;1\nd1;2\nd2;2\nd3;3\n");
    folder.json("plan import t.planraum A a.csv").done();
    folder.json("plan import t.planraum B b.csv").done();
    folder
}

/// One district without a count weighed nothing, and the comparison told with certainty that nobody moves.
#[test]
fn people_whom_nobody_counted_do_not_move_as_nobody() {
    let folder = row_of(&[Some(100.0), None, Some(300.0), Some(400.0)]);
    let compared = folder.json("compare t.planraum A B").done();
    for (place, state) in [
        ("/population_moved", "missing"),
        ("/moves/0/population", "missing"),
        ("/share_moved", "partial"),
        ("/variation_of_information", "partial"),
        ("/normalised_information_distance", "partial"),
    ] {
        assert!(compared.pointer(place).unwrap().is_null(), "{place}: {compared:#}");
        assert_eq!(compared.pointer(&format!("{place}_state")).unwrap(), state, "{place}: {compared:#}");
    }
    assert_eq!((number(&compared, "without_population"), number(&compared, "unweighted.districts_moved")), (1.0, 1.0));
    let said = folder.run("compare t.planraum A B").out;
    assert!(said.contains("Ein Gebiet wechselt den Raum") && said.contains("nicht geliefert"), "{said}");
    assert!(said.contains("Für ein Gebiet fehlt die Einwohnerzahl"), "{said}");
}

#[test]
fn what_moves_is_at_least_what_is_counted() {
    let folder = row_of(&[Some(100.0), None, Some(300.0), Some(400.0)]);
    folder.put("c.csv", "district;area\nd0;3\nd1;3\nd2;2\nd3;3\n");
    folder.json("plan import t.planraum C c.csv").done();
    let compared = folder.json("compare t.planraum A C").done();
    assert_eq!(
        (compared["population_moved_state"].as_str(), compared["population_moved_at_least"].as_f64()),
        (Some("partial"), Some(100.0))
    );
    let said = folder.run("compare t.planraum A C").out;
    assert!(said.contains("≥ 100") && said.contains("mindestens 100 Menschen in 2 Gebieten"), "{said}");
}

/// What the profile hides exists: it is `suppressed`, not `missing`, wherever a number is left out because of it.
#[test]
fn what_a_profile_hides_is_said_to_be_suppressed() {
    let folder = row_of(&[Some(100.0), Some(2.0), Some(300.0), Some(1.0)]);
    let compared = folder.json("compare t.planraum A B --profile oeffentlich").done();
    for place in
        ["/population_moved", "/moves/0/population", "/share_moved", "/variation_of_information", "/normalised_information_distance"]
    {
        assert!(compared.pointer(place).unwrap().is_null(), "{place}: {compared:#}");
        assert_eq!(compared.pointer(&format!("{place}_state")).unwrap(), "suppressed", "{place}: {compared:#}");
    }
    let said = folder.run("compare t.planraum A B --profile oeffentlich").out;
    assert!(said.contains("geheim") && !said.contains("2 Menschen"), "{said}");
    let shown = folder.json("plan show t.planraum A --profile oeffentlich").done();
    for place in ["/target", "/max_deviation", "/parity", "/gini", "/areas/0/deviation", "/areas/2/deviation", "/areas/2/amount"] {
        assert!(shown.pointer(place).unwrap().is_null(), "{place}: {shown:#}");
        assert_eq!(shown.pointer(&format!("{place}_state")).unwrap(), "suppressed", "{place}: {shown:#}");
    }
    assert_eq!(number(&folder.json("plan show t.planraum A").done(), "areas.2.amount"), 1.0, "intern it is all there");
}

/// −1 says that nearly as many came as went: outside the house the sample's balances and their rates told it, on the map's
/// file as in every table.
#[test]
fn a_balance_of_one_or_two_leaves_the_house_in_no_form() {
    let folder = Folder::with_sample();
    let mut hidden = 0;
    for id in ["wanderungssaldo", "wanderungssaldo_je_1000"] {
        let within = folder.json(&format!("value s.planraum {id} --period 2023")).done();
        let outside = folder.json(&format!("value s.planraum {id} --period 2023 --profile oeffentlich")).done();
        folder.json(&format!("export s.planraum --what values --indicator {id} --period 2023 --out {id}.csv")).done();
        let file = String::from_utf8(folder.read(&format!("{id}.csv"))).unwrap();
        for (known, shown) in within["values"].as_array().unwrap().iter().zip(outside["values"].as_array().unwrap()) {
            let count = if id == "wanderungssaldo" { "value" } else { "numerator" };
            let Some(count) = known[count].as_f64() else { continue };
            let small = count != 0.0 && count.abs() < 3.0;
            assert_eq!(shown["value"].is_null() && shown["numerator"].is_null(), small, "{id}: {known:#} {shown:#}");
            let line = file.lines().find(|it| it.contains(known["key"].as_str().unwrap())).unwrap();
            assert_eq!(line.contains("geheim") || line.contains("suppressed"), small, "{line}");
            hidden += usize::from(small);
        }
        assert!(outside["limit"].as_str().unwrap().contains("Salden"), "the rule is told: {outside:#}");
    }
    assert!(hidden >= 10, "{hidden}");
}
