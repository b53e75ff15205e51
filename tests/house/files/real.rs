//! Boundaries and tables of real places, where the test data lies: found keys, traps that must be told.

use super::{codes_of, test_data};
use planraum::storage::{
    geojson::{self, BoundaryFile, Options},
    ground::ground_of,
};

fn read(file: &str) -> BoundaryFile {
    geojson::read_file(&test_data(file), &Options::default()).unwrap_or_else(|it| panic!("{file}: {it:?}"))
}

#[test]
#[ignore = "needs PLANRAUM_TEST_DATA"]
fn keys_and_names_of_real_files_are_found() {
    for (file, districts, key, name) in [
        ("berlin_lor_2019/berlin-lor-planning-areas-until-2020.geojson", 447, "id", Some("name")),
        ("staedte/bremen.geojson", 88, "name", Some("name")),
        ("staedte/muenster.geojson", 45, "Nr", Some("name")),
        ("hamburg_statgebiete/einwohner_statistischeGebiete.geojson", 941, "STATGEB", None),
        ("lkgoe_heute_vg250/lkgoe_gemeinden_heute.geojson", 40, "AGS", Some("GEN")),
    ] {
        let it = read(file);
        assert_eq!((it.districts.len(), it.key_field.as_deref(), it.name_field.as_deref()), (districts, Some(key), name), "{file}");
        assert!(!it.crs_was_guessed && !it.findings.has_errors(), "{file}");
    }
}

#[test]
#[ignore = "needs PLANRAUM_TEST_DATA"]
fn the_traps_of_berlin_are_told() {
    let berlin = read("berlin_lor_2019/berlin-lor-planning-areas-until-2020.geojson");
    assert_eq!((berlin.features, berlin.vertices), (448, 70_055));
    assert_eq!(codes_of(&berlin.findings), ["key_repeated"]);
    assert_eq!(berlin.findings.listed()[0].place.key.as_deref(), Some("06010102"));
    let double = berlin.districts.iter().find(|it| it.key.as_str() == "06010102").unwrap();
    assert_eq!(double.name, "Schloßstraße");
}

#[test]
#[ignore = "needs PLANRAUM_TEST_DATA"]
fn neighbours_come_out_of_files_as_published() {
    for (file, rook, queen) in
        [("staedte/bremen.geojson", 221, 231), ("hamburg_statgebiete/einwohner_statistischeGebiete.geojson", 2_535, 2_900)]
    {
        let (_, ground, _) = ground_of(read(file));
        assert_eq!((ground.topology.rook_pairs().count(), ground.topology.queen_pairs().len()), (rook, queen), "{file}");
    }
}
