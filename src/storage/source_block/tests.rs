#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use std::sync::LazyLock;

use super::*;
use crate::{
    model::{finding::Findings, id::IndicatorId, value::Cell},
    storage::{geojson, indicators},
};
use proptest::prelude::*;

static BOUNDARY_FILE: LazyLock<BoundaryFile> = LazyLock::new(|| {
    let file = geojson::read(include_bytes!("../../../maps/lkgoe_gemeinden_heute.geojson"), &geojson::Options::default()).unwrap();
    BoundaryFile { notice: Some("© wir".into()), findings: Findings::default(), ..file }
});
static INDICATOR_FILE: LazyLock<IndicatorFile> = LazyLock::new(|| {
    let mut file = indicators::read(include_bytes!("../../../maps/lkgoe_kennzahlen.sqlite"), &Limits::default()).unwrap();
    file.series.retain(|it| ["bevoelkerung", "kinder_sgb2", "seu_sprache"].contains(&it.indicator.id.as_str()));
    IndicatorFile { findings: Findings::default(), ..file }
});

#[test]
fn blocks_come_back_as_they_were() {
    let limits = Limits::default();
    assert_eq!(decode_boundaries(&encode_boundaries(&BOUNDARY_FILE), &limits).unwrap(), *BOUNDARY_FILE);
    assert_eq!(decode_indicators(&encode_indicators(&INDICATOR_FILE), &limits).unwrap(), *INDICATOR_FILE);
    assert_eq!(Block::of_boundaries(&BOUNDARY_FILE, "a").source.id, Block::of_boundaries(&BOUNDARY_FILE, "b").source.id);
}

#[test]
fn what_is_no_block_is_refused() {
    let (boundaries, indicators) = (encode_boundaries(&BOUNDARY_FILE), encode_indicators(&INDICATOR_FILE));
    let longer = [boundaries.as_slice(), b"x"].concat();
    for bytes in [b"".as_slice(), b"PRB1", b"PRB2aaaa", &indicators, &boundaries[..boundaries.len() - 1], &longer] {
        assert_eq!(decode_boundaries(bytes, &Limits::default()).unwrap_err().finding.code, codes::BLOCK_DAMAGED);
    }
    let few = Limits { vertices: 10, cells: 10, ..Limits::default() };
    assert!(decode_boundaries(&boundaries, &few).is_err() && decode_indicators(&indicators, &few).is_err());
}

#[test]
fn the_later_source_counts_and_says_so() {
    let mut later = INDICATOR_FILE.clone();
    later.series.retain(|it| it.indicator.id == IndicatorId::new("bevoelkerung"));
    let value = later.series[0].values.iter_mut().find(|it| later.districts[it.district as usize] == "03159001").unwrap();
    value.cell = Cell::known(7_000.0);
    let blocks = [
        Block::of_indicators(&INDICATOR_FILE, "alt.sqlite"),
        Block::of_boundaries(&BOUNDARY_FILE, "karte.geojson"),
        Block::of_indicators(&later, "neu.sqlite"),
    ];
    let list: Vec<_> = blocks.into_iter().map(|it| (it.source, it.bytes)).collect();
    let (catalog, findings) = catalog_of(&list, 5, &Limits::default()).unwrap();
    let (_, population) = catalog.population(None).unwrap();
    assert_eq!((population[0].known_value(), population[1].known_value(), catalog.revision), (Some(7_000.0), Some(8_059.0), 5));
    let told = findings.listed().iter().find(|it| it.code == codes::SOURCE_REPLACES).unwrap();
    assert_eq!(told.place.key.as_deref(), Some("bevoelkerung"));
    let none: [(Source, Vec<u8>); 0] = [];
    assert_eq!(catalog_of(&none, 0, &Limits::default()).unwrap_err().finding.code, codes::NO_DISTRICTS);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..Default::default() })]

    #[test]
    fn a_changed_block_never_breaks_the_reader(boundaries: bool, at in any::<prop::sample::Index>(), to: u8, end in any::<prop::sample::Index>()) {
        static BLOCKS: LazyLock<[Vec<u8>; 2]> = LazyLock::new(|| [encode_boundaries(&BOUNDARY_FILE), encode_indicators(&INDICATOR_FILE)]);
        let mut bytes = BLOCKS[usize::from(boundaries)].clone();
        let place = at.index(bytes.len());
        bytes[place] = to;
        let cut = &bytes[..end.index(bytes.len())];
        for bytes in [bytes.as_slice(), cut] {
            let _ = decode_boundaries(bytes, &Limits::default());
            let _ = decode_indicators(bytes, &Limits::default());
        }
    }
}
