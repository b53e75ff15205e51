#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
//! Guerry's moral statistics of France (1833), 85 departments: figures known from other programs.
//! The data may not ship, so these tests read it where `PLANRAUM_TEST_DATA` says; each question has a twin on data of
//! our own in its room.
use planraum::analysis::{
    balance::{gini, max_deviation, parity},
    classify::{Method, classify},
    compare::compare,
};

/// A column of `Guerry.dbf`, in the order of the file.
pub fn guerry(name: &str) -> Vec<f64> {
    let folder = std::env::var("PLANRAUM_TEST_DATA").expect("PLANRAUM_TEST_DATA names the folder");
    column(&std::fs::read(std::path::Path::new(&folder).join("guerry/Guerry.dbf")).unwrap(), name)
}

/// A numeric column of a dBASE table: the field list starts at byte 32, 32 bytes each, closed by 0x0D.
fn column(table: &[u8], name: &str) -> Vec<f64> {
    let number = |at: usize, len: usize| table[at..at + len].iter().rev().fold(0, |sum, it| sum << 8 | usize::from(*it));
    let (rows, head, width) = (number(4, 4), number(8, 2), number(10, 2));
    let mut offset = 1; // each row begins with a deletion mark
    for field in table[32..].chunks(32).take_while(|it| it[0] != 0x0D) {
        let length = usize::from(field[16]);
        if field[..11].split(|it| *it == 0).next() == Some(name.as_bytes()) {
            let cell = |row: usize| &table[head + row * width + offset..][..length];
            return (0..rows).map(|row| str::from_utf8(cell(row)).unwrap().trim().parse().unwrap()).collect();
        }
        offset += length;
    }
    panic!("no column {name}");
}

/// Σ (value − mean of its class)².
fn squared_deviations(values: &[f64], class_of: impl Fn(f64) -> Option<usize>) -> f64 {
    let squares = |class: usize| {
        let members: Vec<f64> = values.iter().copied().filter(|it| class_of(*it) == Some(class)).collect();
        let mean = members.iter().sum::<f64>() / members.len() as f64;
        members.iter().map(|it| (it - mean).powi(2)).sum::<f64>()
    };
    (0..5).map(squares).sum()
}

#[test]
#[ignore = "needs PLANRAUM_TEST_DATA"]
fn crimes_against_property_have_their_known_natural_breaks() {
    let values = guerry("Crm_prp");
    let found = classify(&values, &Method::NaturalBreaks, 5).unwrap();
    assert_eq!(found.breaks, [1368.0, 5731.0, 7759.0, 10237.0, 15890.0, 20235.0]);
    assert!((found.goodness_of_variance_fit - 0.926).abs() < 1e-6, "{found:?}");
    assert!((squared_deviations(&values, |it| found.class_of(it)) - 57_771_651.67).abs() < 0.01);
}

/// Regionalisations (SKATER k = 4, 6, 8; REDCAP k = 6), by unit.
const S4: &str = "3231112121112113332431212241111143412143342111442242242322423111221234222232111133322";
pub const S6: &str = "3231112121112115332631212261111163412143342111442242262322423111221234222252111155522";
const S8: &str = "3231112121117115332631212261111163412143842111442242262322423111221234222252111155522";
pub const W6: &str = "4241112121116133332341212231111133312134432111332232232322324111221243222232111153322";

fn labels(plan: &str) -> Vec<Option<u32>> {
    plan.chars().map(|it| it.to_digit(10)).collect()
}

#[test]
#[ignore = "needs PLANRAUM_TEST_DATA"]
fn regionalisations_move_their_known_people() {
    let people = guerry("Pop1831");
    for (a, b, [moved, vi, staying], ari, [units, unit_vi]) in [
        (S6, W6, [5350.73, 0.563564, 0.834684], 0.816535, [14.0, 0.576944]),
        (S4, S6, [3745.16, 0.214392, 0.884290], 0.936643, [9.0, 0.206771]),
        (S6, S8, [786.78, 0.095807, 0.975692], 0.971767, [2.0, 0.090178]),
    ] {
        let found = compare(&labels(a), &labels(b), &people).unwrap();
        assert!((found.population_moved - moved).abs() < 1e-6, "{found:?}");
        assert!((found.variation_of_information.unwrap() - vi).abs() < 1e-6, "{found:?}");
        assert!((1.0 - found.share_moved.unwrap() - staying).abs() < 1e-6, "{found:?}");
        assert!((found.adjusted_rand_index - ari).abs() < 1e-6, "{found:?}");
        assert_eq!(found.unweighted.districts_moved as f64, units, "{found:?}");
        assert!((found.unweighted.variation_of_information.unwrap() - unit_vi).abs() < 1e-6, "{found:?}");
    }
    let found = compare(&labels(S6), &labels(W6), &people).unwrap();
    assert!((found.normalised_information_distance.unwrap() - 0.232106).abs() < 1e-6);
    assert!((found.unweighted.normalised_information_distance.unwrap() - 0.235754).abs() < 1e-6);
    assert_eq!(found.matching.iter().map(|it| (it.a, it.b)).collect::<Vec<_>>(), [(1, 1), (2, 2), (3, 4), (4, 3), (5, 5), (6, 6)]);
}

/// The people of each area, as the comparison of the plan with itself counts them.
fn people_by_area(plan: &str, people: &[f64]) -> Vec<f64> {
    compare(&labels(plan), &labels(plan), people).unwrap().matching.iter().map(|it| it.population).collect()
}

#[test]
#[ignore = "needs PLANRAUM_TEST_DATA"]
fn regionalisations_hold_their_known_people() {
    let found = people_by_area(S6, &guerry("Pop1831"));
    let known = [9257.57, 12_281.33, 3768.75, 3313.85, 1641.32, 2103.84];
    assert!(found.len() == 6 && found.iter().zip(known).all(|(found, known)| (found - known).abs() < 1e-6), "{found:?}");
}

#[test]
#[ignore = "needs PLANRAUM_TEST_DATA"]
fn regionalisations_have_their_known_balance() {
    let people = guerry("Pop1831");
    for (plan, deviation, range, inequality) in
        [(S6, 1.2767, 1.9724, 0.3868), (S4, 0.5178, 0.8492, 0.1889), (W6, 1.185, 2.1237, 0.4529), (S8, 1.9133, 2.8411, 0.5059)]
    {
        let areas = people_by_area(plan, &people);
        let (least, most) = areas.iter().fold((f64::MAX, 0.0_f64), |(least, most), it| (least.min(*it), most.max(*it)));
        let mean = areas.iter().sum::<f64>() / areas.len() as f64;
        assert!(((most - least) / mean - range).abs() < 5e-5, "{areas:?}");
        assert!((parity(&areas).unwrap() - deviation).abs() < 5e-5, "{areas:?} {:?}", parity(&areas));
        assert_eq!(parity(&areas), max_deviation(&areas, areas.iter().sum::<f64>() / areas.len() as f64));
        assert!((gini(&areas).unwrap() - inequality).abs() < 5e-5, "{areas:?} {:?}", gini(&areas));
    }
}
