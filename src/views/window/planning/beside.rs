//! Between which cards the whole county is shown, and whether the legend is one of them or folded.
//!
//! **Promise.** Picking a tool never moves the map: legend and tools look different under another tool, and the county stays
//! where it was fitted. Where there is little room the legend is one line until somebody opens it, and opening it there moves
//! nothing either: it lies on the map for as long as it is read.

use eframe::egui::{Rect, Vec2};

use crate::{desk::look::Tool, model::id::IndicatorId};

/// The legend folded to one line: as the planner left it, apart for maps with room and for those with little.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Folding {
    folded: bool,
    opened: bool,               // where there is little room
    line: Option<(Rect, Rect)>, // on which map the one line lay there last, and where
}

impl Folding {
    /// Whether the legend is one line on a map with `little` room or with enough.
    pub(super) fn is_folded(self, little: bool) -> bool {
        if little { !self.opened } else { self.folded }
    }

    /// It was folded or opened there.
    pub(super) fn set(&mut self, little: bool, folded: bool) {
        if little { self.opened = !folded } else { self.folded = folded }
    }

    /// Where the legend lies on the map in `rect`, or would lie if nobody had opened it for a look.
    pub(super) fn counts_as(&mut self, little: bool, rect: Rect, legend: Rect) -> Rect {
        if !little || !self.opened {
            self.line = Some((rect, legend));
            return legend;
        }
        self.line.filter(|it| it.0 == rect).map_or(legend, |it| it.1)
    }

    /// The window became narrow or wide: what was opened for a look is one line again.
    pub(super) fn begin_anew(&mut self) {
        *self = Self::default();
    }
}

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
