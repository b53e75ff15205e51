//! The map tokens as line classes and inks: which number means what.
//!
//! **Promise.** A later kind is drawn over an earlier one. Widths are points at 100 % and grow with the factor.

use eframe::egui::Color32;

use super::{Dash, LineClass, LineLayer, MapLook, paint::INKS};
use crate::views::theme::{Theme, map};

/// What a border is on this map; `as u8` is its class number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[repr(u8)]
pub enum LineKind {
    /// Not drawn.
    #[default]
    None = 0,
    /// Between two Gemeinden.
    District,
    /// Between two Samtgemeinden.
    Group,
    /// The same in both plans compared.
    Shared,
    /// Outline of the county.
    County,
    /// Outline of an area.
    Area,
    /// In the earlier plan only.
    Dropped,
    /// Around districts in no area.
    Unassigned,
    /// In the later plan only.
    New,
    /// What is wrong: a part cut off, an island.
    Problem,
    /// What the brush would change.
    Ghost,
    /// Chosen.
    Selected,
    /// Under the pointer.
    Hover,
    /// Chosen where the hand's colour means a new border.
    ChosenBesideNew,
}

/// Inks of the hatches; `as u8` is what [`FillStyle::ink`](super::FillStyle) wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[repr(u8)]
pub enum Ink {
    /// Lines and dots of secret and missing.
    #[default]
    Hatch = 0,
    /// Dashes of uninhabited.
    Empty,
    /// Text ink: what changed, what is unassigned.
    Line,
    /// The user's hand.
    Hand,
    /// Errors.
    Error,
}

impl MapLook {
    /// The look of a theme with lines so many times as wide: 1, or [`map::PRESENTING`].
    pub fn themed(theme: &Theme, factor: f32) -> Self {
        let (map, tokens) = (&theme.map, &theme.tokens);
        let hair = |line: map::Line, share: f32| LineClass {
            width: line.width * factor,
            ink: map.hair.gamma_multiply(share),
            ..LineClass::default()
        };
        let dashed = |on: f32, off: f32| Some(Dash { on: on * factor, off: off * factor });
        let stroke = |line: map::Line, ink: Color32, dash: Option<Dash>| LineClass {
            layer: LineLayer::Stroke,
            width: line.width * factor,
            ink,
            casing_width: line.casing * factor,
            casing: map.casing,
            dash,
        };
        let class = |kind: LineKind| match kind {
            LineKind::None => LineClass::default(),
            LineKind::District => hair(map::DISTRICT, 0.55),
            LineKind::Group => hair(map::GROUP, 0.85),
            LineKind::Shared => stroke(map::SHARED_BORDER, map.hair, None),
            LineKind::County => stroke(map::COUNTY, map.ink, None),
            LineKind::Area => stroke(map::AREA, map.ink, None),
            LineKind::Dropped => stroke(map::DROPPED_BORDER, map.ink, dashed(5.0, 4.5)),
            LineKind::Unassigned => stroke(map::UNASSIGNED, map.ink, dashed(6.0, 4.0)),
            LineKind::New => stroke(map::NEW_BORDER, tokens.hand, None),
            LineKind::Problem => stroke(map::UNASSIGNED, tokens.err, dashed(5.0, 3.0)),
            LineKind::Ghost => stroke(map::AREA, tokens.hand, None),
            LineKind::Selected | LineKind::Hover => stroke(map::HOVER, tokens.hand, None),
            LineKind::ChosenBesideNew => stroke(map::HOVER, tokens.acc, None),
        };
        let inks = [map.hatch, map.dash, map.ink, tokens.hand, tokens.err];
        Self {
            ground: tokens.ground,
            inks: std::array::from_fn::<_, INKS, _>(|it| inks.get(it).copied().unwrap_or(map.ink)),
            classes: LineKind::ALL.map(class).to_vec(),
        }
    }
}

impl LineKind {
    /// All kinds by number.
    pub const ALL: [Self; 14] = [
        Self::None,
        Self::District,
        Self::Group,
        Self::Shared,
        Self::County,
        Self::Area,
        Self::Dropped,
        Self::Unassigned,
        Self::New,
        Self::Problem,
        Self::Ghost,
        Self::Selected,
        Self::Hover,
        Self::ChosenBesideNew,
    ];
}
