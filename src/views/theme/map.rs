//! Colours, line widths and hatches of the map, and the twelve colours of areas.
//!
//! Widths are in points at 100 %; presenting multiplies them by [`PRESENTING`]. The same picture goes to screen, wall and
//! paper, so paper takes the light tokens.
use super::{Scheme, tokens::hex};
use eframe::egui::Color32;

/// The colours of areas, in the order in which they are given out. In the drafts that ship neighbours are ΔE2000 ≥ 20 apart; in any
/// other plan as far as it goes: twelve colours alone cannot tell twelve areas apart, so number, name and outline always stand beside the colour.
pub const AREA_COLOURS: [Color32; 12] = [
    hex(0xB6A55C),
    hex(0x598995),
    hex(0xB9774A),
    hex(0xB3E3F0),
    hex(0x9078BE),
    hex(0xF9BC8B),
    hex(0xD1E6C1),
    hex(0x56B6BB),
    hex(0xBAB3FE),
    hex(0x977969),
    hex(0x9FC1AE),
    hex(0x9FA282),
];

/// The edge of the number chip, in every scheme.
pub const CHIP_EDGE: Color32 = hex(0x182124);
/// The number on the chip, in every scheme.
pub const CHIP_INK: Color32 = hex(0x0C1214);
/// Share of an area's colour over white on the map.
pub const AREA_OPACITY: f32 = 0.86;
/// Line widths and type grow by this when presenting.
pub const PRESENTING: f32 = 2.2;

/// An area's colour by its place in the palette; the thirteenth begins again.
pub fn area_colour(place: usize) -> Color32 {
    AREA_COLOURS.get(place % AREA_COLOURS.len()).copied().unwrap_or(Color32::GRAY)
}

/// A line of the map and the lighter or darker line under it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Line {
    /// Width of the line in points.
    pub width: f32,
    /// Width of the casing under it in points; 0 where there is none.
    pub casing: f32,
}

/// County outline.
pub const COUNTY: Line = Line { width: 1.4, casing: 3.2 };
/// Outline of an area.
pub const AREA: Line = Line { width: 2.0, casing: 4.6 };
/// Hover and selection, in the colour of the hand, on white.
pub const HOVER: Line = Line { width: 2.6, casing: 5.5 };
/// Unassigned districts, dashed 6-4.
pub const UNASSIGNED: Line = Line { width: 2.0, casing: 5.0 };
/// A new border in a comparison, in the colour of the hand.
pub const NEW_BORDER: Line = Line { width: 3.0, casing: 6.0 };
/// A dropped border in a comparison, dashed 5-4.5.
pub const DROPPED_BORDER: Line = Line { width: 2.0, casing: 0.0 };
/// A border that both plans share, in hair.
pub const SHARED_BORDER: Line = Line { width: 1.5, casing: 0.0 };
/// Border of a Gemeinde, hair at 55 %.
pub const DISTRICT: Line = Line { width: 0.6, casing: 0.0 };
/// Border of a Samtgemeinde, hair at 85 %.
pub const GROUP: Line = Line { width: 0.9, casing: 0.0 };
/// Ring of the brush.
pub const BRUSH: Line = Line { width: 2.0, casing: 4.0 };

/// Colours of the map.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MapTokens {
    /// Outlines and labels.
    pub ink: Color32,
    /// Under outlines and around labels.
    pub casing: Color32,
    /// Borders of districts.
    pub hair: Color32,
    /// Lines and dots of secret and missing.
    pub hatch: Color32,
    /// Ground of secret and missing.
    pub paper: Color32,
    /// Ground of uninhabited districts.
    pub empty: Color32,
    /// Dashes on it.
    pub dash: Color32,
}

impl MapTokens {
    /// The colours of a scheme.
    pub const fn of(scheme: Scheme) -> Self {
        match scheme {
            Scheme::Light => Self {
                ink: hex(0x182124),
                casing: hex(0xFFFFFF),
                hair: hex(0x5C6B6E),
                hatch: hex(0x6A7679),
                paper: hex(0xF7F8F6),
                empty: hex(0xDFE5E1),
                dash: hex(0x6F7B7E),
            },
            Scheme::Dark => Self {
                ink: hex(0xF4F7F7),
                casing: hex(0x0C1012),
                hair: hex(0x9FB0B5),
                hatch: hex(0x93A2A7),
                paper: hex(0x1B2124),
                empty: hex(0x222A2D),
                dash: hex(0x93A2A7),
            },
            Scheme::HighContrast => Self {
                ink: hex(0x000000),
                casing: hex(0xFFFFFF),
                hair: hex(0x333333),
                hatch: hex(0x333333),
                paper: hex(0xFFFFFF),
                empty: hex(0xE6E6E6),
                dash: hex(0x404040),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_begin_again_after_twelve() {
        assert_eq!(area_colour(0), area_colour(12));
        assert_ne!(area_colour(0), area_colour(1));
        let distinct: std::collections::BTreeSet<[u8; 4]> = AREA_COLOURS.iter().map(|it| it.to_array()).collect();
        assert_eq!(distinct.len(), 12);
    }
}
