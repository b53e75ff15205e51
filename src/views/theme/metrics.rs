//! Sizes in points: type, spacing, heights, corners. Line heights come from the font (1.36 em).

/// Hints, units, axes.
pub const HINT: f32 = 11.0;
/// Dense tables and cards.
pub const DENSE: f32 = 12.0;
/// Text and controls.
pub const BASE: f32 = 13.0;
/// Titles of cards.
pub const CARD: f32 = 15.0;
/// Titles of pages.
pub const PAGE: f32 = 18.0;
/// The one figure of a card.
pub const FIGURE: f32 = 24.0;
/// Titles of reports.
pub const REPORT: f32 = 28.0;

/// Type on the wall at 1080p: title, value, sentence, legend, smallest.
pub const PRESENTING: [f32; 5] = [60.0, 38.0, 34.0, 28.0, 24.0];

/// Distances, smallest first.
pub const SPACE: [f32; 7] = [2.0, 4.0, 6.0, 8.0, 12.0, 16.0, 24.0];
/// From the edge of a panel to its content.
pub const PANEL_INSET: f32 = 14.0;
/// Between cards, and from a card to the edge of the map.
pub const CARD_GAP: f32 = 12.0;

/// Height of the app bar.
pub const APP_BAR: f32 = 44.0;
/// Height of panel heads and plan tabs.
pub const PANEL_HEAD: f32 = 38.0;
/// Height of buttons and the like.
pub const CONTROL: f32 = 28.0;
/// Height of inputs.
pub const INPUT: f32 = 30.0;
/// Height of the status bar.
pub const STATUS: f32 = 26.0;
/// Least width and height of anything that can be hit.
pub const HIT: f32 = 24.0;
/// Edge of an icon.
pub const ICON: f32 = 16.0;

/// Corners of key hints and swatches.
pub const CORNER_SMALL: u8 = 3;
/// Corners of controls.
pub const CORNER_CONTROL: u8 = 5;
/// Corners of fields with content.
pub const CORNER_FIELD: u8 = 6;
/// Corners of cards and the tool strip.
pub const CORNER_CARD: u8 = 8;
