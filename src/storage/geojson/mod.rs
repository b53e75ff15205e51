//! GeoJSON: boundaries as RFC 7946 and its forerunner wrote them.
//!
//! UTF-8 with or without byte order mark, UTF-16, Windows-1252; collections, single features, bare geometries, features by
//! line; the old `crs` member. The text is read once, straight into rings: no tree of JSON is built.
//!
//! **Reading order.** [`coordinates`] → [`thing`] and [`lists`] (objects and lists, member by member) → [`intake`] (features) →
//! [`system`] (which coordinate system) → [`keys`] (which field is key and name) → [`assemble`] (districts).
//! **Promise.** Whatever the bytes are: no panic, no work beyond the caps; a repair is a finding.
//! **Not here.** How boundaries meet (`geometry::topology`, asked by [`super::ground`]).

mod assemble;
mod coordinates;
mod intake;
mod keys;
mod lists;
mod rings;
mod scalar;
mod system;
mod thing;

use std::path::Path;

use geo::MultiPolygon;
use serde::de::DeserializeSeed;

use crate::{
    geometry::projection::Crs,
    model::{
        catalog::District,
        finding::{Findings, Place, Severity},
        id::DistrictKey,
    },
    storage::{
        causes::of_json,
        codes::{self, at, finding},
        limits::Limits,
        put,
        refused::Refused,
        text::{self, Decoded},
        watch::Watch,
    },
    words::{Message, say},
};
use intake::Intake;
use thing::{Outcome, Role, Thing};

/// What the planner chose; what is `None` is found out.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The key field.
    pub key: Option<String>,
    /// The name field.
    pub name: Option<String>,
    /// The coordinate system.
    pub crs: Option<Crs>,
    /// The caps.
    pub limits: Limits,
    /// Who hears how far the reading is.
    pub watch: Watch,
}

/// A property that holds numbers wherever it holds anything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumericField {
    /// Its name.
    pub name: String,
    /// In how many districts it is filled.
    pub filled: usize,
}

/// A boundary file as it was read.
#[derive(Debug, Clone, PartialEq)]
pub struct BoundaryFile {
    /// The districts in the order of the file.
    pub districts: Vec<District>,
    /// Keys that several features have, in order.
    pub repeated: Vec<DistrictKey>,
    /// Their boundaries, in the same order and in `crs`, east first; never empty.
    pub polygons: Vec<MultiPolygon<f64>>,
    /// The coordinate system of `polygons`.
    pub crs: Crs,
    /// Whether the file didn't name it.
    pub crs_was_guessed: bool,
    /// The key field, if one was found.
    pub key_field: Option<String>,
    /// The name field, if one was found.
    pub name_field: Option<String>,
    /// Properties that could become indicators; their values stand in the districts' attributes.
    pub numeric_fields: Vec<NumericField>,
    /// Features in the file.
    pub features: usize,
    /// Vertices in the file, the closing ones counted as written.
    pub vertices: u64,
    /// West, south, east, north in degrees; `None` for plane coordinates in an unknown system.
    pub bbox_wgs84: Option<[f64; 4]>,
    /// The line to print under every map.
    pub notice: Option<String>,
    /// What was noticed.
    pub findings: Findings,
}

/// Reads a boundary file from the disk.
///
/// # Errors
/// As [`read`], and where the file cannot be read.
pub fn read_file(path: &Path, options: &Options) -> Result<BoundaryFile, Refused> {
    let bytes = put::read(path, &options.limits)?;
    read(&bytes, options).map_err(|it| it.of_file(path))
}

/// Reads a boundary file from its bytes.
///
/// # Errors
/// Wrong JSON, a cap, an unknown wanted field, or not one usable boundary.
pub fn read(bytes: &[u8], options: &Options) -> Result<BoundaryFile, Refused> {
    let limits = options.limits;
    if bytes.len() as u64 > limits.file_bytes {
        let message = say!("storage-file-too-large", megabytes = limits.file_bytes / 1_000_000);
        return Err(Refused::new(finding(Severity::Error, codes::FILE_TOO_LARGE, message, say!("storage-remedy-smaller"))));
    }
    let mut intake = Intake::new(limits, options.watch.clone());
    let decoded = decode(bytes, &mut intake.findings)?;
    let blanked = separators_as_blanks(&decoded);
    let text = blanked.as_deref().unwrap_or(&decoded.text);
    intake.expect_features(text);
    take_in(text, &mut intake)?;
    drop((blanked, decoded));
    assemble::assemble(intake, options)
}

fn decode<'a>(bytes: &'a [u8], findings: &mut Findings) -> Result<Decoded<'a>, Refused> {
    let Some(decoded) = text::decode(bytes) else {
        let message = say!("storage-encoding-unreadable");
        return Err(Refused::new(finding(Severity::Error, codes::ENCODING_UNREADABLE, message, say!("storage-remedy-utf8"))));
    };
    if decoded.text.trim().is_empty() {
        return Err(Refused::new(finding(
            Severity::Error,
            codes::FILE_EMPTY,
            say!("storage-file-empty"),
            say!("storage-remedy-check-export"),
        )));
    }
    if let Some(encoding) = decoded.encoding {
        let severity = if decoded.guessed { Severity::Warning } else { Severity::Note };
        findings.push(finding(
            severity,
            codes::ENCODING_DECODED,
            say!("storage-encoding-decoded", encoding),
            say!("storage-remedy-umlauts"),
        ));
    }
    Ok(decoded)
}

/// RFC 8142 puts U+001E before each text of a sequence; inside JSON it can only be a mistake.
fn separators_as_blanks(decoded: &Decoded<'_>) -> Option<String> {
    decoded.text.contains('\u{1e}').then(|| decoded.text.replace('\u{1e}', " "))
}

/// Reads all JSON texts one after another.
fn take_in(text: &str, intake: &mut Intake) -> Result<(), Refused> {
    let mut json = serde_json::Deserializer::from_str(text);
    let mut texts = 0_u64;
    while json.end().is_err() {
        let outer = intake.begin_feature();
        let outcome = Thing { intake: &mut *intake, role: Role::Root }.deserialize(&mut json);
        let concluded = outcome.and_then(|it| match it {
            Outcome::NoObject => {
                let message = say!("storage-not-geojson");
                intake.note(Severity::Error, codes::NOT_GEOJSON, "root", message, say!("storage-remedy-geojson"));
                intake.current = outer;
                Ok(())
            }
            it => lists::conclude(intake, it, outer),
        });
        if let Err(error) = concluded {
            return Err(refused(error, intake));
        }
        texts += 1;
    }
    if texts > 1 {
        let message = say!("storage-features-by-line", count = texts);
        intake.findings.push(finding(Severity::Note, codes::FEATURES_BARE, message, say!("storage-remedy-none")));
    }
    Ok(())
}

fn refused(error: serde_json::Error, intake: &mut Intake) -> Refused {
    let noticed = std::mem::take(&mut intake.findings);
    if let Some(stop) = intake.stop.take() {
        return Refused::new(stop).with(noticed);
    }
    let place = Place { line: Some(error.line() as u64), ..intake.place() };
    let too_deep = error.to_string().contains(scalar::TOO_DEEP);
    let complete = intake.features.len();
    let reason = if too_deep {
        let message = say!("storage-nesting-too-deep", most = intake.limits.nesting);
        finding(Severity::Error, codes::NESTING_TOO_DEEP, message, say!("storage-remedy-smaller"))
    } else if error.is_eof() {
        finding(Severity::Error, codes::JSON_CUT_OFF, say!("storage-json-cut-off", complete), say!("storage-remedy-fetch-again"))
    } else {
        finding(Severity::Error, codes::JSON_BROKEN, broken(&error), say!("storage-remedy-json"))
    };
    Refused::new(at(reason, place)).with(noticed)
}

/// What is wrong, without the line, which is told apart.
fn broken(error: &serde_json::Error) -> Message {
    match error.to_string().split(" at line ").next() {
        Some("number out of range") => say!("storage-json-number"),
        _ => say!("storage-json-broken", cause = of_json(error), column = error.column()),
    }
}

#[cfg(test)]
mod tests;
