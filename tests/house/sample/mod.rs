//! The sample county: its seeded generator, and the test that the shipped files in `maps/` are what it makes.
//!
//! `PLANRAUM_WRITE_SAMPLE=1 cargo test the_shipped_database` writes `maps/lkgoe_kennzahlen.sqlite` anew.
//!
//! **Promise.** The same rows on every platform: whole numbers throughout, one division at the very end.
//! **Reading order.** `structure` and `people` (who lives where) → `recipes`, `youth_welfare`, `population_figures`
//! (true figures) → `secrecy`, `publication` (what of it is published) → `generator` (all rows) → `database`.

mod catalogue;
mod chance;
mod checks;
mod counts;
mod database;
mod definition;
mod generator;
mod people;
mod plans;
mod plausible;
mod population_figures;
mod publication;
mod recipes;
mod secrecy;
mod secrets;
mod structure;
mod sums;
mod unassignable;
mod youth_welfare;

use std::path::PathBuf;

/// A file that ships in `maps/`.
fn shipped(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("maps").join(name)
}

const DATABASE: &str = "lkgoe_kennzahlen.sqlite";

#[test]
fn the_shipped_database_is_what_the_generator_makes() {
    let mut made = generator::sample();
    if std::env::var_os("PLANRAUM_WRITE_SAMPLE").is_some() {
        write_anew(&made);
    }
    let shipped = database::read(&shipped(DATABASE)).unwrap();
    made.indicators.sort_by(|a, b| a.id.cmp(&b.id));
    assert_eq!(shipped.indicators, made.indicators);
    assert_eq!(shipped.breaks, made.breaks);
    for (shipped, made) in shipped.values.iter().zip(&made.values) {
        assert_eq!(shipped, made);
    }
    for (shipped, made) in shipped.references.iter().zip(&made.references) {
        assert_eq!(shipped, made);
    }
    assert_eq!((shipped.values.len(), shipped.references.len()), (made.values.len(), made.references.len()));
}

/// Beside the old file first, so that a failure leaves the old one.
fn write_anew(made: &generator::Sample) {
    let folder = tempfile::tempdir_in(shipped("")).unwrap();
    let fresh = folder.path().join(DATABASE);
    database::write(made, &fresh).unwrap();
    std::fs::rename(fresh, shipped(DATABASE)).unwrap();
}
