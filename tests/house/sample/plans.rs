//! The two plans that ship, both fiktiv: the demo plan, and plan B with Radolfshausen in the Eichsfeld and no Südharz.

use super::shipped;
use super::structure::{DISTRICTS, HARZ};
use std::collections::BTreeMap;

const RADOLFSHAUSEN: [&str; 5] = ["03159011", "03159023", "03159032", "03159033", "03159035"];

fn table(name: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_path(shipped(name)).unwrap();
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn plan(name: &str) -> BTreeMap<String, String> {
    let rows = table(name);
    let plan: BTreeMap<String, String> = rows.iter().map(|row| (row[0].clone(), row[1].clone())).collect();
    assert_eq!(plan.len(), rows.len(), "{name} names a district twice");
    plan
}

#[test]
fn the_demo_plan_has_the_published_populations() {
    let plan = plan("lkgoe_plan_a.csv");
    assert_eq!(plan.len(), DISTRICTS.len());
    assert!(!plan.contains_key(HARZ), "nobody lives in the Harz: it is in no area");
    let mut people: BTreeMap<&str, i64> = BTreeMap::new();
    for district in DISTRICTS {
        assert_eq!(plan[district.key], format!("R{}", district.area), "{}", district.key);
        *people.entry(plan[district.key].as_str()).or_default() += district.population;
    }
    let expected = [("R1", 31_128), ("R2", 42_179), ("R3", 30_010), ("R4", 33_919), ("R5", 36_579), ("R6", 34_876), ("R7", 120_261)];
    assert_eq!(people.into_iter().collect::<Vec<_>>(), expected);
}

#[test]
fn plan_b_moves_radolfshausen_and_the_south_harz() {
    let (a, b) = (plan("lkgoe_plan_a.csv"), plan("lkgoe_plan_b.csv"));
    assert!(a.keys().eq(b.keys()));
    let mut moved = 0;
    for district in DISTRICTS {
        let (before, after) = (a[district.key].as_str(), b[district.key].as_str());
        let expected = if RADOLFSHAUSEN.contains(&district.key) {
            "R4"
        } else if before == "R6" {
            "R5"
        } else {
            before
        };
        assert_eq!(after, expected, "{}", district.key);
        moved += if before == after { 0 } else { district.population };
    }
    assert_eq!(moved, 42_098);
}

#[test]
fn every_area_has_a_name_and_a_reason_that_says_it_is_invented() {
    let areas = table("lkgoe_raeume.csv");
    let ids: Vec<&str> = areas.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(ids, ["R1", "R2", "R3", "R4", "R5", "R6", "R7"]);
    for area in &areas {
        assert!(!area[1].is_empty() && area[2].starts_with("Beispieltext (erfunden): "), "{area:?}");
    }
}
