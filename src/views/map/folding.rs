//! Whether the legend on a map is folded to one line.
//!
//! **Promise.** Where there is little room the legend is one line until somebody opens it, and opening it there moves nothing: it
//! lies on the map for as long as it is read.

use eframe::egui::Rect;

/// The legend folded to one line: as the planner left it, apart for maps with room and for those with little.
#[derive(Debug, Clone, Copy, Default)]
pub struct Folding {
    folded: bool,
    opened: bool,               // where there is little room
    line: Option<(Rect, Rect)>, // on which map the one line lay there last, and where
}

impl Folding {
    /// Whether the legend is one line on a map with `little` room or with enough.
    pub fn is_folded(self, little: bool) -> bool {
        if little { !self.opened } else { self.folded }
    }

    /// It was folded or opened there.
    pub fn set(&mut self, little: bool, folded: bool) {
        if little { self.opened = !folded } else { self.folded = folded }
    }

    /// Where the legend lies on the map in `rect`, or would lie if nobody had opened it for a look.
    pub fn counts_as(&mut self, little: bool, rect: Rect, legend: Rect) -> Rect {
        if !little || !self.opened {
            self.line = Some((rect, legend));
            return legend;
        }
        self.line.filter(|it| it.0 == rect).map_or(legend, |it| it.1)
    }

    /// The window became narrow or wide: what was opened for a look is one line again.
    pub fn begin_anew(&mut self) {
        *self = Self::default();
    }
}
