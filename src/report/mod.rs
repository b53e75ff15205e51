//! What is handed out: maps, tables and files as values, and the writers that turn them into bytes.
//!
//! **Promise.** A writer returns bytes and touches nothing. Everything that goes out was released by `analysis::disclosure`;
//! what was hidden there cannot be found in any file. The same document gives the same bytes.
//! **Not here.** Putting bytes down (`storage`), choosing what goes out (`desk`, `cli`).
//!
//! Reading order: this file, [`map`], [`table`], [`csv`], [`area_file`], [`geojson`], [`plain`].

pub mod area_file;
pub mod csv;
pub mod geojson;
pub mod map;
pub mod plain;
pub mod table;
#[cfg(test)]
mod testing;

use std::path::Path;

use crate::{
    model::released::Profile,
    words::{Message, say},
};
use area_file::{AssignmentFile, UnitFile};
use map::MapSheet;
use table::Table;

/// Something that leaves the house.
#[derive(Debug, Clone)]
pub enum Document {
    /// A map: SVG or PNG.
    Map(Box<MapSheet>),
    /// A table: CSV.
    Table(Table),
    /// Areas or districts with their values: GeoJSON, or their table as CSV.
    Units(Box<UnitFile>),
    /// Which district belongs to which area: CSV.
    Assignment(AssignmentFile),
}

/// The kinds of files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// Lines and text.
    Svg,
    /// Pixels.
    Png,
    /// Semicolons, decimal commas.
    Csv,
    /// RFC 7946.
    GeoJson,
}

impl Format {
    const ENDINGS: [(&'static str, Self); 5] =
        [("svg", Self::Svg), ("png", Self::Png), ("csv", Self::Csv), ("geojson", Self::GeoJson), ("json", Self::GeoJson)];

    /// What a file's ending asks for.
    pub fn of_path(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        Self::ENDINGS.iter().find(|(it, _)| *it == ending).map(|(_, format)| *format)
    }
}

impl Document {
    /// The formats it can be written in, the usual one first.
    pub fn formats(&self) -> &'static [Format] {
        match self {
            Self::Map(_) => &[Format::Svg, Format::Png],
            Self::Table(_) | Self::Assignment(_) => &[Format::Csv],
            Self::Units(_) => &[Format::GeoJson, Format::Csv],
        }
    }

    /// The file in the format that its name asks for.
    ///
    /// # Errors
    /// The ending is none that this document can be written in.
    pub fn bytes_for(&self, path: &Path) -> Result<Vec<u8>, Message> {
        match Format::of_path(path).filter(|it| self.formats().contains(it)) {
            Some(format) => self.bytes(format),
            None => Err(self.no_such_format()),
        }
    }

    /// The file.
    ///
    /// # Errors
    /// It cannot be written in that format.
    pub fn bytes(&self, format: Format) -> Result<Vec<u8>, Message> {
        match (self, format) {
            (Self::Map(sheet), Format::Svg) => Ok(sheet.svg().into_bytes()),
            (Self::Map(sheet), Format::Png) => map::pixels::png(&sheet.svg(), sheet.layout.usual_dpi()).map(|it| it.bytes),
            (Self::Table(table), Format::Csv) => Ok(csv::of_table(table)),
            (Self::Units(units), Format::GeoJson) => geojson::of_units(units),
            (Self::Units(units), Format::Csv) => Ok(csv::of_table(&units.wide_table())),
            (Self::Assignment(assignment), Format::Csv) => Ok(csv::of_assignment(assignment)),
            _ => Err(self.no_such_format()),
        }
    }

    fn no_such_format(&self) -> Message {
        let ending = |format: &Format| Format::ENDINGS.iter().find(|(_, it)| it == format).map_or("", |(ending, _)| *ending);
        let endings: Vec<String> = self.formats().iter().map(|it| format!(".{}", ending(it))).collect();
        say!("handout-no-such-format", endings)
    }
}

/// A profile in words.
pub fn profile_name(profile: Profile) -> Message {
    match profile {
        Profile::Intern => say!("handout-profile-intern"),
        Profile::Konferenz => say!("handout-profile-konferenz"),
        Profile::Oeffentlich => say!("handout-profile-oeffentlich"),
    }
}
