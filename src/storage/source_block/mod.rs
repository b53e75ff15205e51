//! Source blocks: what was read from a file, as bytes that never change, named by what they are.
//!
//! A block is four letters that say its kind and version, then [postcard](https://postcard.jamesmunns.com) of forms of our own.
//! The project file keeps blocks, so that every number can be reproduced a year later without the file it came from.
//!
//! **Promise.** The same content gives the same bytes and the same id. Decoding checks everything again: a block from a project
//! file that somebody changed is refused, never believed.
//! **Not here.** Where blocks are kept (`project_file`), what was noticed when the file was read (that was told then).

mod boundaries;
mod fold;
mod indicators;

use crate::{
    model::{
        finding::Severity,
        id::SourceId,
        source::{Source, SourceKind},
    },
    storage::{
        codes::{self, finding},
        geojson::BoundaryFile,
        indicators::IndicatorFile,
        limits::Limits,
        project_file::source_id,
        refused::Refused,
    },
    words::say,
};

pub use fold::{catalog_of, catalog_of_watched, replaced_by};

const BOUNDARIES: &[u8; 4] = b"PRB1";
const BOUNDARIES_2: &[u8; 4] = b"PRB2";
const INDICATORS: &[u8; 4] = b"PRI1";

/// A block with the source that names it.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// The line for the project's list of sources.
    pub source: Source,
    /// The bytes.
    pub bytes: Vec<u8>,
}

impl Block {
    /// A boundary file as a block; its notice is the source's.
    pub fn of_boundaries(file: &BoundaryFile, file_name: &str) -> Self {
        let notice = file.notice.clone().unwrap_or_default();
        Self::new(SourceKind::Boundaries, encode_boundaries(file), file_name, notice)
    }

    /// An indicator file as a block; its notice names every source in it.
    pub fn of_indicators(file: &IndicatorFile, file_name: &str) -> Self {
        Self::new(SourceKind::Indicators, encode_indicators(file), file_name, file.notices().join("; "))
    }

    fn new(kind: SourceKind, bytes: Vec<u8>, file_name: &str, notice: String) -> Self {
        Self { source: Source { id: id_of(&bytes), kind, file_name: file_name.to_owned(), notice }, bytes }
    }
}

/// The content address of bytes.
pub fn id_of(bytes: &[u8]) -> SourceId {
    source_id(bytes)
}

/// A boundary file as bytes.
pub fn encode_boundaries(file: &BoundaryFile) -> Vec<u8> {
    match file.repeated.is_empty() {
        true => encoded(BOUNDARIES, &boundaries::Form::of(file)),
        false => encoded(BOUNDARIES_2, &boundaries::Form2::of(file)),
    }
}

/// An indicator file as bytes.
pub fn encode_indicators(file: &IndicatorFile) -> Vec<u8> {
    encoded(INDICATORS, &indicators::Form::of(file))
}

/// A boundary file out of bytes, without findings.
///
/// # Errors
/// The bytes are no such block, or say something that no reader would have accepted.
pub fn decode_boundaries(bytes: &[u8], limits: &Limits) -> Result<BoundaryFile, Refused> {
    if bytes.starts_with(BOUNDARIES_2) {
        let form: boundaries::Form2 = decoded(BOUNDARIES_2, bytes)?;
        return form.file(limits).ok_or_else(damaged);
    }
    let form: boundaries::Form = decoded(BOUNDARIES, bytes)?;
    form.file(limits).ok_or_else(damaged)
}

/// An indicator file out of bytes, without findings.
///
/// # Errors
/// As [`decode_boundaries`].
pub fn decode_indicators(bytes: &[u8], limits: &Limits) -> Result<IndicatorFile, Refused> {
    let form: indicators::Form = decoded(INDICATORS, bytes)?;
    form.file(limits).ok_or_else(damaged)
}

fn encoded(kind: &[u8; 4], form: &impl serde::Serialize) -> Vec<u8> {
    // our forms have neither maps without length nor other things that postcard cannot write: only memory could fail
    postcard::to_extend(form, kind.to_vec()).unwrap_or_default()
}

fn decoded<'a, F: serde::Deserialize<'a>>(kind: &[u8; 4], bytes: &'a [u8]) -> Result<F, Refused> {
    let body = bytes.strip_prefix(kind).ok_or_else(damaged)?;
    match postcard::take_from_bytes(body) {
        Ok((form, [])) => Ok(form),
        _ => Err(damaged()),
    }
}

fn damaged() -> Refused {
    Refused::new(finding(Severity::Error, codes::BLOCK_DAMAGED, say!("storage-block-damaged"), say!("storage-remedy-block")))
}

#[cfg(test)]
mod tests;
