//! What one map shows, as values.
//!
//! **Promise.** Cloning is cheap: everything long stands behind an `Arc`. A new `Arc` means new content; the
//! painter keeps the one it has drawn and sends only what differs.
//! **Not here.** How it gets onto the screen: `frame`.

use std::sync::Arc;

use eframe::egui::Color32;

use super::{Camera, MapMesh};

/// Number of colours in [`MapLook::inks`].
pub const INKS: usize = 8;
/// Number of line classes that a look can hold, class 0 (not drawn) included.
pub const LINE_CLASSES: usize = 24;

/// How a district's surface is hatched. Measures are points at 100 %, anchored to the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[repr(u8)]
pub enum Pattern {
    /// Plain colour.
    #[default]
    None = 0,
    /// Suppressed („geheim“): rising lines 2.4 every 6.
    Secret = 1,
    /// Missing („nicht geliefert“): dots of radius 1 every 3.5.
    Missing = 2,
    /// Uninhabited: short dashes, staggered.
    Uninhabited = 3,
    /// In no area: thin falling lines 0.8 every 7.
    Unassigned = 4,
    /// Changed between two plans: falling lines 1 every 6.
    Changed = 5,
    /// What the brush would change: rising lines 2 every 8 with a light rim, so that they show on every colour.
    Ghost = 6,
    /// Known only in part: rising lines 1 every 8.
    Partial = 7,
}

/// The surface of one district.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct FillStyle {
    /// Ground of the hatch, or the whole surface; transparent leaves the map's ground.
    pub paper: Color32,
    /// The hatch drawn on it.
    pub pattern: Pattern,
    /// Which of [`MapLook::inks`] draws the hatch.
    pub ink: u8,
}

impl FillStyle {
    /// A plain colour.
    pub fn plain(paper: Color32) -> Self {
        Self { paper, ..Self::default() }
    }

    /// A hatch in the given ink on the given paper.
    pub fn hatched(paper: Color32, pattern: Pattern, ink: u8) -> Self {
        Self { paper, pattern, ink }
    }

    /// The two numbers that the shader reads: colour bytes, then hatch and ink.
    pub(super) fn packed(self) -> [u32; 2] {
        let ink = u32::from(self.ink) % INKS as u32;
        [u32::from_le_bytes(self.paper.to_array()), self.pattern as u32 | ink << 8]
    }
}

/// Dashes along a border, in points; they begin and end in the middle of a dash, so that corners are drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dash {
    /// Length of a dash.
    pub on: f32,
    /// Length of the gap after it.
    pub off: f32,
}

/// With which of the two means a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum LineLayer {
    /// A thin line from the card's own copy of all borders; leaves by itself where districts become too small
    /// to tell apart. No casing, no dash.
    #[default]
    Hair,
    /// Any width, with casing and dashes, drawn over all hairs.
    Stroke,
}

/// How the borders of one class are drawn. Widths are points.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct LineClass {
    /// Hair or stroke.
    pub layer: LineLayer,
    /// Width of the ink; 0 draws nothing.
    pub width: f32,
    /// Colour of the ink. Strokes should be opaque: their segments overlap at the joins.
    pub ink: Color32,
    /// Whole width of the casing under the ink, 0 for none.
    pub casing_width: f32,
    /// Colour of the casing.
    pub casing: Color32,
    /// Dashes, if not solid.
    pub dash: Option<Dash>,
}

/// Colours and line classes that a map is drawn with: the theme's part.
#[derive(Debug, Clone, PartialEq)]
pub struct MapLook {
    /// Colour outside all districts, opaque.
    pub ground: Color32,
    /// Inks of the hatches; [`FillStyle::ink`] chooses.
    pub inks: [Color32; INKS],
    /// Line classes by number; number 0 is never drawn, a later class is drawn over an earlier one. At most
    /// [`LINE_CLASSES`] are used.
    pub classes: Vec<LineClass>,
}

impl MapLook {
    /// The class of that number; class 0 and unknown numbers draw nothing.
    pub(super) fn class(&self, number: u8) -> LineClass {
        let usable = 0 < number && usize::from(number) < LINE_CLASSES;
        let found = usable.then(|| self.classes.get(usize::from(number)));
        found.flatten().copied().unwrap_or_default()
    }

    /// The class drawn as a stroke, if it draws anything.
    pub(super) fn stroke(&self, number: u8) -> Option<LineClass> {
        let class = self.class(number);
        (class.layer == LineLayer::Stroke && 0.0 < class.width.max(class.casing_width)).then_some(class)
    }
}

/// One border drawn once more, above all others: hover, selection, what the hand is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Mark {
    /// Number of the arc.
    pub arc: u32,
    /// Its line class, which must be a stroke.
    pub class: u8,
}

/// What one map shows.
#[derive(Debug, Clone)]
pub struct MapPaint {
    /// Tells the maps of one window apart; stable from frame to frame.
    pub view: u64,
    /// The districts and their borders.
    pub mesh: Arc<MapMesh>,
    /// Where the map looks.
    pub camera: Camera,
    /// One style per district, in the order of the mesh; missing ones stay transparent.
    pub fills: Arc<Vec<FillStyle>>,
    /// One class number per arc, in the order of the mesh; missing ones are not drawn.
    pub lines: Arc<Vec<u8>>,
    /// Borders drawn above, few.
    pub marks: Arc<Vec<Mark>>,
    /// The theme's part.
    pub look: Arc<MapLook>,
    /// Whether camera or stroke is in motion: a software adapter then draws coarser. Ask for one more frame,
    /// with `false`, 150 ms after the last motion.
    pub moving: bool,
}
