//! The light palette of the map. Whatever leaves the house is printed on white, so no other palette is needed here.
//!
//! The values are those of the design tokens (`views::theme` has the same for the screen; a test there and one here hold
//! both to the table).

use crate::model::planning_area::Colour;

/// Text and outlines.
pub const INK: &str = "#182124";
/// Second text.
pub const SECOND: &str = "#4A565A";
/// Under outlines and around labels.
pub const CASING: &str = "#FFFFFF";
/// Borders of districts.
pub const HAIR: &str = "#5C6B6E";
/// Lines and dots of secret and missing.
pub const HATCH: &str = "#6A7679";
/// Their ground.
pub const PAPER: &str = "#F7F8F6";
/// Ground of uninhabited districts.
pub const EMPTY: &str = "#DFE5E1";
/// Dashes on it.
pub const DASH: &str = "#6F7B7E";
/// A new border in a comparison.
pub const HAND: &str = "#C2410C";
/// The sheet.
pub const SHEET: &str = "#FFFFFF";
/// The map outside the county.
pub const GROUND: &str = "#F1F3F1";
/// Separators.
pub const LINE: &str = "#C4CBC7";
/// The edge of the number chip.
pub const CHIP_EDGE: &str = "#182124";
/// The number on it.
pub const CHIP_INK: &str = "#0C1214";

/// A colour as SVG writes it.
pub fn hex(Colour([red, green, blue]): Colour) -> String {
    format!("#{red:02X}{green:02X}{blue:02X}")
}
