#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
//! Guerry's moral statistics of France (1833), 85 departments: figures known from other programs.
//! The data may not ship, so these tests read it where `PLANRAUM_TEST_DATA` says; each question has a twin on data of
//! our own in its room.
use planraum::analysis::classify::{Method, classify};

/// A column of `Guerry.dbf`, in the order of the file.
fn guerry(name: &str) -> Vec<f64> {
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
