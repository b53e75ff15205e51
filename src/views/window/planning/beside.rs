//! Between which cards the whole county is shown.
//!
//! **Promise.** Picking a tool never moves the map: legend and tools look different under another tool, and the county stays
//! where it was fitted.
//! **Not here.** Whether the legend is one line: `map::Folding`.

use eframe::egui::{Rect, Vec2};

use crate::{desk::look::Tool, model::id::IndicatorId};

/// What the planner changed if the county is fitted anew.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Setting {
    /// The map on the screen.
    pub(super) rect: Rect,
    /// Whether the legend is folded where there is room for it.
    pub(super) folded: bool,
    /// Whether there is a legend yet.
    pub(super) told: bool,
    /// What is shown.
    pub(super) indicator: Option<IndicatorId>,
    /// Whether everything is wanted.
    pub(super) everything: bool,
}

/// The cards that the county is fitted between.
#[derive(Debug, Default)]
pub(super) struct Beside {
    cards: Vec<Rect>,
    of: Option<(Setting, Tool)>,
}

impl Beside {
    /// Which they are.
    pub(super) fn cards(&self) -> &[Rect] {
        &self.cards
    }

    /// These cards lie on the map now. Those that only another tool made look different count as they were.
    pub(super) fn lie(&mut self, cards: Vec<Rect>, setting: Setting, tool: Tool) {
        if self.of.as_ref().is_some_and(|it| it.0 == setting && it.1 != tool) {
            return;
        }
        (self.cards, self.of) = (cards, Some((setting, tool)));
    }
}

/// How high a card counts: as high as the next of a few steps, so that one row more moves nothing.
pub(super) fn in_steps(card: Rect, step: f32, lowest: f32) -> Rect {
    let high = (card.height() / step).ceil() * step;
    Rect::from_min_size(card.min, Vec2::new(card.width(), high)).with_max_y((card.top() + high).min(lowest).max(card.bottom()))
}
