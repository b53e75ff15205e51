//! Checking: what kind of file this is, by its content and not by its name, and what is in it.
//!
//! **Promise.** A file of a kind that is not read here is refused with its kind named and a way out.

use std::path::{Path, PathBuf};

use crate::{
    geometry::projection::Crs,
    model::finding::{Findings, Severity},
    storage::{
        codes::{self, finding},
        foreign::{self, Foreign},
        geojson::{self, BoundaryFile, Options},
        ground::ground_of,
        indicators,
        limits::Limits,
        plan_file, put,
        refused::Refused,
        text,
    },
    words::say,
};

/// The kinds of file that are read here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// District boundaries as GeoJSON.
    Boundaries,
    /// An indicator database.
    Indicators,
    /// A plan as a table of districts and areas.
    Plan,
    /// A project of ours.
    Project,
}

impl Kind {
    /// The code in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Boundaries => "boundaries",
            Self::Indicators => "indicators",
            Self::Plan => "plan",
            Self::Project => "project",
        }
    }
}

/// What a file holds; what does not apply to its kind is `None`.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked {
    /// The file.
    pub file: PathBuf,
    /// What it is.
    pub kind: Kind,
    /// Features of a boundary file.
    pub features: Option<usize>,
    /// Districts: of a boundary file, or named in a table.
    pub districts: Option<usize>,
    /// Vertices of all boundaries.
    pub vertices: Option<u64>,
    /// The coordinate system.
    pub crs: Option<Crs>,
    /// West, south, east, north in degrees.
    pub bbox: Option<[f64; 4]>,
    /// The key field.
    pub key_field: Option<String>,
    /// The name field.
    pub name_field: Option<String>,
    /// Ids of indicators; of a boundary file the numeric properties that could become some.
    pub indicators: Option<Vec<String>>,
    /// Rows of a table.
    pub rows: Option<u64>,
    /// What was noticed.
    pub findings: Findings,
}

impl Checked {
    fn new(file: &Path, kind: Kind) -> Self {
        Self {
            file: file.to_owned(),
            kind,
            features: None,
            districts: None,
            vertices: None,
            crs: None,
            bbox: None,
            key_field: None,
            name_field: None,
            indicators: None,
            rows: None,
            findings: Findings::default(),
        }
    }
}

/// Reads a file of any supported kind and tells what it found. Of a project only the kind is told: it has a reader of its own.
///
/// # Errors
/// It cannot be read, is of no supported kind, or its reader refuses it.
pub fn check(path: &Path, limits: &Limits) -> Result<Checked, Refused> {
    if is_project_file(path)? {
        return Ok(Checked::new(path, Kind::Project));
    }
    let bytes = put::read(path, limits)?;
    checked(path, bytes, limits).map_err(|it| it.of_file(path))
}

/// Whether a file is a project of ours, by its first bytes. A project may be larger than any other file: it has a cap of its own.
///
/// # Errors
/// It cannot be read.
pub fn is_project_file(path: &Path) -> Result<bool, Refused> {
    let start = put::read_start(path, 72)?;
    Ok(start.starts_with(foreign::HEADER) && is_project(&start))
}

/// Which kind of file these bytes are, by what is in them.
///
/// # Errors
/// They are of no supported kind.
pub fn kind_of(bytes: &[u8]) -> Result<Kind, Refused> {
    Ok(match sniff(bytes)? {
        Sniffed::Project => Kind::Project,
        Sniffed::Database => Kind::Indicators,
        Sniffed::Text if looks_like_json(bytes) => Kind::Boundaries,
        Sniffed::Text if looks_like_table(bytes) => Kind::Plan,
        Sniffed::Text => return Err(stranger("Text")),
    })
}

fn checked(path: &Path, bytes: Vec<u8>, limits: &Limits) -> Result<Checked, Refused> {
    match sniff(&bytes)? {
        Sniffed::Text => {}
        Sniffed::Project => return Ok(Checked::new(path, Kind::Project)),
        Sniffed::Database => return database(path, limits),
    }
    if looks_like_json(&bytes) {
        let options = Options { limits: *limits, ..Options::default() };
        let file = geojson::read(&bytes, &options)?;
        drop(bytes);
        return Ok(boundaries(path, file));
    }
    if !looks_like_table(&bytes) {
        return Err(stranger("Text"));
    }
    plan(path, &bytes, limits)
}

/// What the first bytes say.
enum Sniffed {
    Project,
    Database,
    Text,
}

/// The `application_id` of our project files, at offset 68 of every SQLite file.
fn is_project(bytes: &[u8]) -> bool {
    bytes.get(68..72) == Some(super::project_file::APPLICATION_ID.to_be_bytes().as_slice())
}

/// Kinds by their first bytes that people try and that are not read (yet).
const STRANGERS: [(&[u8], &str); 9] = [
    (b"PK\x03\x04", "ZIP, XLSX, ODS"),
    (b"PK\x05\x06", "ZIP"),
    (b"\xD0\xCF\x11\xE0", "XLS, DOC"),
    (b"\x00\x00\x27\x0A", "Shapefile"),
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xFF\xD8\xFF", "JPEG"),
    (b"\x1F\x8B", "GZIP"),
    (b"<", "XML, KML, HTML"),
];

fn sniff(bytes: &[u8]) -> Result<Sniffed, Refused> {
    if bytes.is_empty() {
        return Err(Refused::new(finding(
            Severity::Error,
            codes::FILE_EMPTY,
            say!("storage-file-empty"),
            say!("storage-remedy-check-export"),
        )));
    }
    if bytes.starts_with(foreign::HEADER) {
        return match bytes.get(68..72) {
            _ if is_project(bytes) => Ok(Sniffed::Project),
            Some(b"GPKG" | b"GP10" | b"GP11") => Err(stranger("GeoPackage")),
            _ => Ok(Sniffed::Database),
        };
    }
    if bytes.contains(&0) && matches!(bytes.first(), Some(0x02 | 0x03 | 0x30 | 0x31 | 0x43 | 0x63 | 0x83 | 0x8B | 0xCB | 0xF5 | 0xFB)) {
        return Err(stranger("dBASE"));
    }
    if is_coordinate_system(bytes) {
        let message = say!("storage-kind-coordinate-system");
        return Err(Refused::new(finding(Severity::Error, codes::FILE_KIND_UNKNOWN, message, say!("storage-remedy-coordinate-system"))));
    }
    match STRANGERS.iter().find(|it| bytes.starts_with(it.0)) {
        Some((_, kind)) => Err(stranger(kind)),
        None => Ok(Sniffed::Text),
    }
}

/// How a coordinate system in words begins: the `.prj` that lies beside every Shapefile (WKT 1 and 2, OGC 01-009 and 18-010).
const COORDINATE_SYSTEMS: [&str; 12] = [
    "GEOGCS",
    "PROJCS",
    "GEOCCS",
    "COMPD_CS",
    "LOCAL_CS",
    "VERT_CS",
    "GEOGCRS",
    "GEODCRS",
    "GEODETICCRS",
    "PROJCRS",
    "COMPOUNDCRS",
    "BOUNDCRS",
];

fn is_coordinate_system(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let word = text.split(|it| *it == b'[').next().unwrap_or_default().trim_ascii();
    word.len() < text.len() && COORDINATE_SYSTEMS.iter().any(|it| word.eq_ignore_ascii_case(it.as_bytes()))
}

/// Refuses files that are no boundaries by what they are, before the reader of boundaries calls them broken JSON.
///
/// # Errors
/// They are of another kind.
pub fn refuse_other_than_boundaries(bytes: &[u8]) -> Result<(), Refused> {
    let unreadable = || Ok::<bool, Refused>(matches!(sniff(bytes)?, Sniffed::Text) && text::decode(bytes).is_none());
    if bytes.trim_ascii_start().starts_with(b"{") || unreadable()? {
        return Ok(()); // the reader of boundaries says what is wrong with it
    }
    let message = match kind_of(bytes)? {
        Kind::Boundaries => return Ok(()),
        Kind::Plan => say!("storage-kind-table"),
        Kind::Indicators => say!("storage-kind-indicators"),
        Kind::Project => say!("storage-kind-project"),
    };
    Err(Refused::new(finding(Severity::Error, codes::FILE_KIND_UNKNOWN, message, say!("storage-remedy-geojson"))))
}

fn stranger(kind: &str) -> Refused {
    Refused::new(finding(Severity::Error, codes::FILE_KIND_UNKNOWN, say!("storage-kind-unknown", kind), say!("storage-remedy-kind")))
}

fn looks_like_json(bytes: &[u8]) -> bool {
    let Some(decoded) = text::decode(bytes) else { return false };
    decoded.text.trim_start_matches(|it: char| it.is_whitespace() || it == '\u{1e}' || it == '\u{feff}').starts_with(['{', '['])
}

/// Whether the first line could be one of a plan: two columns at least, and no piece of a program with GeoJSON in it.
fn looks_like_table(bytes: &[u8]) -> bool {
    let Some(decoded) = text::decode(bytes) else { return true }; // the reader of tables says what is wrong with it
    let first = decoded.text.lines().find(|it| !it.trim().is_empty()).unwrap_or_default();
    first.contains([';', '\t', '|', ',']) && !first.contains('{')
}

fn boundaries(path: &Path, mut file: BoundaryFile) -> Checked {
    let mut checked = Checked {
        features: Some(file.features),
        districts: Some(file.districts.len()),
        vertices: Some(file.vertices),
        crs: Some(file.crs),
        bbox: file.bbox_wgs84,
        key_field: file.key_field.clone(),
        name_field: file.name_field.clone(),
        indicators: Some(file.numeric_fields.iter().map(|it| it.name.clone()).collect()),
        findings: std::mem::take(&mut file.findings),
        ..Checked::new(path, Kind::Boundaries)
    };
    checked.findings.extend(ground_of(file).2);
    checked
}

fn database(path: &Path, limits: &Limits) -> Result<Checked, Refused> {
    let foreign = Foreign::open_file(path, limits)?;
    if !indicators::is_indicator_database(&foreign) {
        return Err(stranger("SQLite"));
    }
    drop(foreign);
    let file = indicators::read_file(path, limits)?;
    Ok(Checked {
        districts: Some(file.districts.len()),
        indicators: Some(file.series.iter().map(|it| it.indicator.id.to_string()).collect()),
        rows: Some(file.rows),
        findings: file.findings,
        ..Checked::new(path, Kind::Indicators)
    })
}

/// A plan file without its map: every first column counts as a district.
fn plan(path: &Path, bytes: &[u8], limits: &Limits) -> Result<Checked, Refused> {
    let table = plan_file::without_map(bytes, limits)?;
    if table.rows == 0 || !table.two_columns {
        return Err(stranger("Text"));
    }
    Ok(Checked { districts: Some(table.districts), rows: Some(table.rows), findings: table.findings, ..Checked::new(path, Kind::Plan) })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_content_tells_the_kind_whatever_the_name_says() {
        let folder = tempfile::tempdir().unwrap();
        let file = |bytes: &[u8]| {
            let path = folder.path().join("Räume.xlsx");
            std::fs::write(&path, bytes).unwrap();
            check(&path, &Limits::default())
        };
        let boundaries = file(include_bytes!("../../maps/lkgoe_gemeinden_heute.geojson")).unwrap();
        assert_eq!((boundaries.kind, boundaries.districts, boundaries.vertices), (Kind::Boundaries, Some(40), Some(9_022)));
        assert!(boundaries.bbox.is_some_and(|it| (it[0] - 9.548).abs() < 1e-3 && (it[3] - 51.833).abs() < 1e-3));
        let indicators = file(include_bytes!("../../maps/lkgoe_kennzahlen.sqlite")).unwrap();
        assert_eq!((indicators.kind, indicators.districts), (Kind::Indicators, Some(40)));
        assert!(indicators.indicators.is_some_and(|it| it.contains(&"bevoelkerung".to_owned())));
        assert_eq!(indicators.findings.listed(), []);
        let plan = file(include_bytes!("../../maps/lkgoe_plan_a.csv")).unwrap();
        assert_eq!((plan.kind, plan.districts, plan.rows), (Kind::Plan, Some(39), Some(39)));
        let mut project = vec![0; 100];
        project[..16].copy_from_slice(foreign::HEADER);
        project[68..72].copy_from_slice(&crate::storage::project_file::APPLICATION_ID.to_be_bytes());
        assert_eq!(file(&project).unwrap().kind, Kind::Project);
        let large = folder.path().join("groß.planraum");
        std::fs::write(&large, &project).unwrap();
        std::fs::File::options().write(true).open(&large).unwrap().set_len(700_000_000).unwrap(); // holes, no bytes
        assert_eq!(check(&large, &Limits::default()).unwrap().kind, Kind::Project, "the cap of other files is not a project's");
        for (bytes, kind) in [
            (b"PK\x03\x04rest".as_slice(), codes::FILE_KIND_UNKNOWN),
            (b"<kml/>", codes::FILE_KIND_UNKNOWN),
            (b"just words", codes::FILE_KIND_UNKNOWN),
            (b"var x={\"type\":\"FeatureCollection\",\"features\":[]};", codes::FILE_KIND_UNKNOWN), // was a plan
            (b"\xEF\xBB\xBF\xEF\xBB\xBF{\"type\":\"FeatureCollection\",\"features\":[]}", codes::JSON_BROKEN), // was a plan
            (b"district\n03159001\n", codes::FILE_KIND_UNKNOWN),
            (b"district;area\n1;R1\n2;R1\n3;R1\n4;R1\n5;R1\n6;R1\n7;R1\n8;R1\n9;R1\n10\n", codes::LINE_INCOMPLETE),
            (b"", codes::FILE_EMPTY),
            (b"{\"type\":\"Topology\",\"objects\":{},\"arcs\":[]}", codes::NO_DISTRICTS),
        ] {
            let refused = file(bytes).unwrap_err();
            assert_eq!((refused.finding.code, refused.file.file_name().unwrap().to_str()), (kind, Some("Räume.xlsx")));
        }
        assert_eq!(check(&folder.path().join("missing"), &Limits::default()).unwrap_err().finding.code, codes::FILE_UNREADABLE);
    }
}
