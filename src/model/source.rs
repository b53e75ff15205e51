//! Where data came from. A source is an immutable block kept in the project file under its content's address.

use crate::model::id::SourceId;

/// What a block holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SourceKind {
    /// Districts and their borders.
    Boundaries,
    /// Indicators and their values.
    Indicators,
}

/// One source of the project, in the order in which it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The content's address.
    pub id: SourceId,
    /// What the block holds.
    pub kind: SourceKind,
    /// The file's name without its folder.
    pub file_name: String,
    /// The line to print under every map: owner, licence, changes. Empty if the file names none.
    pub notice: String,
}
