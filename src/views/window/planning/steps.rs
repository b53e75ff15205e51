//! The steps that were taken, as a card on the map below the tools: one sees at once what going back does.
//!
//! **Promise.** Opening it moves neither the map nor a card. Where the map is too small for it, it is a drawer like table and
//! views.

use eframe::egui::{Align2, Area, Id, Order, Rect, Ui, Vec2, pos2, vec2};

use super::Planning;
use crate::{
    desk::{Desk, action::Action, look::Drawer},
    views::{
        parts::Part,
        planning::{drawer_ui, history_height},
        theme::metrics,
        widgets::{give_room, popover_frame},
    },
};

const WIDTH: f32 = 320.0;
/// The longest list; more is scrolled.
const HIGHEST: f32 = 340.0;
/// A map with less room has none for the card beside the legend, and above the card of what is pointed at.
const ROOM: Vec2 = vec2(620.0, 540.0);

/// Whether the steps lie on a map that is so large, and not in a drawer.
pub(super) fn lie_on_map(desk: &Desk, map: Vec2) -> bool {
    desk.look().drawer == Drawer::History && map.x >= ROOM.x && map.y >= ROOM.y
}

impl Planning {
    /// The card, if it is open; answers with where it lies.
    pub(super) fn steps_ui(&mut self, ui: &Ui, desk: &Desk, rect: Rect, strip: Rect, asked: &mut Vec<Action>) -> Option<Rect> {
        if !lie_on_map(desk, rect.size()) {
            return None;
        }
        let frame = popover_frame(ui.ctx()).inner_margin(1.0);
        let size = vec2(WIDTH, (metrics::PANEL_HEAD + history_height(desk)).min(HIGHEST));
        let place = pos2(rect.right() - 14.0, strip.bottom() + 8.0);
        let area = Area::new(Id::unique("steps")).order(Order::Middle).pivot(Align2::RIGHT_TOP).fixed_pos(place);
        let shown = area.show(ui.ctx(), |ui| {
            give_room(ui, size);
            frame.show(ui, |ui| {
                ui.set_min_size(size);
                ui.set_max_size(size);
                self.parts.ui(ui, Part::Drawer, &desk.words().say("planning-part-drawer"));
                drawer_ui(ui, desk, asked);
            });
        });
        Some(shown.response.rect)
    }
}
