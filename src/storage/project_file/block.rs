//! The bytes of sources: opaque here, found by the SHA-256 of what they are.

use std::{collections::BTreeMap, sync::Arc};

use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest, Sha256};

use super::trouble::Fault;
use crate::model::id::SourceId;

/// Blocks by their ids.
pub type Blocks = BTreeMap<SourceId, Arc<[u8]>>;

/// The id of a block: SHA-256 of its bytes.
pub fn source_id(bytes: &[u8]) -> SourceId {
    SourceId(Sha256::digest(bytes).into())
}

/// Keeps a block; one that is there already stays.
pub(super) fn put(to: &Connection, bytes: &[u8]) -> rusqlite::Result<SourceId> {
    let id = source_id(bytes);
    to.execute("INSERT OR IGNORE INTO block(id, bytes) VALUES (?1, ?2)", params![id.0, bytes])?;
    Ok(id)
}

/// A block, checked against its id; a missing or changed one is a fault.
pub(super) fn get(from: &Connection, id: SourceId) -> Result<Arc<[u8]>, Fault> {
    let query = "SELECT bytes FROM block WHERE id = ?1";
    let bytes: Option<Arc<[u8]>> = from.query_row(query, [id.0], |row| row.get(0)).optional()?;
    bytes.filter(|it| source_id(it) == id).ok_or_else(|| Fault::SourceMissing(id.to_string()))
}

/// Whether all of these are there; the first one that isn't is a fault.
pub(super) fn check_there(from: &Connection, ids: impl IntoIterator<Item = SourceId>) -> Result<(), Fault> {
    let mut query = from.prepare("SELECT 1 FROM block WHERE id = ?1")?;
    for id in ids {
        if !query.exists([id.0])? {
            return Err(Fault::SourceMissing(id.to_string()));
        }
    }
    Ok(())
}

/// Several blocks.
pub(super) fn get_all(from: &Connection, ids: impl IntoIterator<Item = SourceId>) -> Result<Blocks, Fault> {
    ids.into_iter().map(|id| Ok((id, get(from, id)?))).collect()
}
