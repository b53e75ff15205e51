//! Databases that were damaged: whatever bit is turned, the reader says what it could not read.

use std::{
    sync::LazyLock,
    time::{Duration, Instant},
};

use super::{refuses_well, speaks};
use planraum::storage::{
    indicators::{self, IndicatorFile},
    join::join,
    limits::Limits,
    refused::Refused,
    source_block,
};
use proptest::prelude::*;
use rusqlite::Connection;

/// The sample's database with three of its indicators, so that hundreds of damaged ones can be tried.
static SMALL: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let (whole, small) = (folder.path().join("whole.sqlite"), folder.path().join("small.sqlite"));
    std::fs::write(&whole, include_bytes!("../../../maps/lkgoe_kennzahlen.sqlite")).unwrap();
    let connection = Connection::open(&whole).unwrap();
    for (table, column) in [("indicator", "id"), ("value", "indicator"), ("series_break", "indicator"), ("reference", "indicator")] {
        connection
            .execute_batch(&format!("DELETE FROM {table} WHERE {column} NOT IN ('bevoelkerung', 'kinder_sgb2', 'seu_sprache')"))
            .unwrap();
    }
    connection.execute_batch(&format!("VACUUM INTO '{}'", small.display())).unwrap();
    std::fs::read(small).unwrap()
});

fn try_one(bytes: &[u8]) -> Result<IndicatorFile, Refused> {
    let begin = Instant::now();
    let outcome = indicators::read(bytes, &Limits { seconds: 5, ..Limits::default() });
    assert!(begin.elapsed() < Duration::from_secs(8));
    match &outcome {
        Ok(file) => {
            speaks(&file.findings);
            let back = source_block::decode_indicators(&source_block::encode_indicators(file), &Limits::default()).unwrap();
            assert_eq!(back.series, file.series, "what was read is fit to be kept");
        }
        Err(refused) => refuses_well(refused),
    }
    outcome
}

/// Marsaglia's xorshift: the same damage on every machine.
fn draws(seed: u64) -> impl FnMut(usize) -> usize {
    let mut state = seed;
    move |below| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state >> 11).unwrap() % below
    }
}

#[test]
fn five_hundred_turned_bits() {
    let sound = try_one(&SMALL).unwrap();
    let mut draw = draws(20_261_123);
    let (mut refused, mut read) = (0, 0);
    for _ in 0..500 {
        let mut bytes = SMALL.clone();
        let place = draw(bytes.len());
        bytes[place] ^= 1 << draw(8);
        match try_one(&bytes) {
            Err(_) => refused += 1,
            Ok(file) => {
                read += 1;
                assert!(file.rows <= sound.rows + 1);
            }
        }
    }
    assert!(refused > 20 && read > 20, "{refused} refused, {read} read");
}

#[test]
fn cut_and_swapped_pages() {
    let size = usize::from(u16::from_be_bytes([SMALL[16], SMALL[17]]));
    let pages = SMALL.len() / size;
    for page in 0..pages {
        assert!(try_one(&SMALL[..page * size]).is_err(), "cut after {page} pages");
        let mut bytes = SMALL.clone();
        let other = (page + 1) % pages;
        let (first, second) = (SMALL[page * size..][..size].to_vec(), SMALL[other * size..][..size].to_vec());
        bytes[page * size..][..size].copy_from_slice(&second);
        bytes[other * size..][..size].copy_from_slice(&first);
        let _ = try_one(&bytes);
    }
    for place in 16..100 {
        for value in [0, 1, 0x7F, 0xFF] {
            let mut bytes = SMALL.clone();
            bytes[place] = value;
            let _ = try_one(&bytes);
        }
    }
}

#[test]
fn periods_without_end_do_not_fill_the_memory() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.sqlite");
    Connection::open(&path)
        .unwrap()
        .execute_batch(
            "CREATE TABLE indicator(id); CREATE TABLE value(indicator, district, period, value); INSERT INTO indicator VALUES('i');
            WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 9000) INSERT INTO value SELECT 'i', 'a', printf('%04d', x), x FROM n;",
        )
        .unwrap();
    let file = indicators::read_file(&path, &Limits::default()).unwrap();
    let district = |key: u32| planraum::model::catalog::District {
        key: key.to_string().as_str().into(),
        name: String::new(),
        attributes: Default::default(),
    };
    let map = planraum::model::catalog::Register::new((0..11_000).map(district).collect());
    let (series, report) = join(&map, file, &Limits::default());
    assert!(series.is_empty() && report.findings.has_errors());
    assert_eq!(report.findings.listed().iter().filter(|it| it.code.0 == "too_many_cells").count(), 1);
}

#[test]
fn a_log_beside_the_database_is_read_too() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("Räume ;„a“?mode=rw.sqlite");
    let connection = Connection::open(&path).unwrap();
    connection
        .execute_batch("PRAGMA journal_mode = WAL; CREATE TABLE indicator(id); CREATE TABLE value(indicator, district, period, value); INSERT INTO indicator VALUES('i'); INSERT INTO value VALUES('i', 'a', '2023', 1);")
        .unwrap();
    let before = std::fs::read(&path).unwrap();
    assert_eq!(indicators::read_file(&path, &Limits::default()).unwrap().rows, 1);
    assert_eq!(std::fs::read(&path).unwrap(), before, "the file itself stays as it is");
    drop(connection);
    assert_eq!(indicators::read_file(&path, &Limits::default()).unwrap().rows, 1);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..Default::default() })]

    #[test]
    fn changed_at_random(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20)) {
        let mut bytes = SMALL.clone();
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        let _ = try_one(&bytes);
    }
}
