//! Files as they come: difficult, torn, hostile. Nothing panics, nothing hangs, and whatever is wrong is told as agreed.

mod difficult;
mod hostile;
mod real;
mod torn;
mod twins;

use std::path::{Path, PathBuf};

use planraum::{
    model::finding::{Finding, Findings},
    storage::{
        codes,
        geojson::{self, BoundaryFile, Options},
        refused::{Refused, told_finding},
    },
    words::{Language, Terms, Words},
};

/// A file in the folder with test data.
pub fn test_data(file: &str) -> PathBuf {
    let folder = std::env::var("PLANRAUM_TEST_DATA").expect("PLANRAUM_TEST_DATA names the folder with test data");
    Path::new(&folder).join(file)
}

/// All files in a folder and the folders in it, by name.
pub fn files_in(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.unwrap().path();
        if path.is_dir() { files.extend(files_in(&path)) } else { files.push(path) }
    }
    files.sort();
    files
}

/// Every finding has a code of the table and speaks whole sentences in both languages, with all values in place.
pub fn speaks(findings: &Findings) {
    for language in Language::ALL {
        let words = Words::new(language, &Terms::default());
        findings.listed().iter().for_each(|it| speaks_in(it, &words));
    }
}

fn speaks_in(finding: &Finding, words: &Words) {
    assert!(codes::ALL.contains(&finding.code), "{:?}", finding.code);
    for message in [&finding.message, &finding.remedy] {
        let text = words.tell(message);
        assert!(!text.contains("{$") && text != message.key && text.ends_with('.'), "{}: {text}", finding.code.0);
    }
    assert!(told_finding(finding, words).len() > 20);
}

/// A refusal says cause and remedy, and its file last.
pub fn refuses_well(refused: &Refused) {
    speaks(&refused.findings());
    if !refused.file.as_os_str().is_empty() {
        let told = refused.told(&Words::new(Language::German, &Terms::default()));
        assert!(told.ends_with(&refused.file.display().to_string()), "{told}");
    }
}

/// The boundaries that ship.
pub const COUNTY: &str = include_str!("../../../maps/lkgoe_gemeinden_heute.geojson");

/// Reads boundaries with nothing chosen.
pub fn read(text: &str) -> Result<BoundaryFile, Refused> {
    geojson::read(text.as_bytes(), &Options::default())
}

/// The codes of findings, in order.
pub fn codes_of(findings: &Findings) -> Vec<&'static str> {
    findings.listed().iter().map(|it| it.code.0).collect()
}

/// Whether these are the county's 40 areas: the same keys and names, the same surfaces to a millionth, 97 rook pairs.
pub fn is_the_county(file: BoundaryFile, keys: bool) {
    let (whole, _, _) = planraum::storage::ground::ground_of(read(COUNTY).unwrap());
    let crs = file.crs;
    let (register, ground, _) = planraum::storage::ground::ground_of(file);
    assert_eq!((register.len(), ground.topology.rook_pairs().count()), (40, 97));
    if keys {
        let of =
            |it: &planraum::model::catalog::Register| it.districts().iter().map(|it| (it.key.clone(), it.name.clone())).collect::<Vec<_>>();
        assert_eq!(of(&register), of(&whole));
    }
    let surface: f64 = ground.topology.districts().map(|it| ground.topology.surface(it)).sum();
    let tolerance = if crs.metres_off_without_grid() { 1e-4 } else { 1e-6 };
    assert!((surface / 1_753_805_000.0 - 1.0).abs() < tolerance, "{surface}");
}
