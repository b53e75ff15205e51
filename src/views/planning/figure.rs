//! A number that can be opened: a click shows what it rests on.

use eframe::egui::{Align2, Color32, Popup, PopupCloseBehavior, Rect, Role, Sense, Ui, pos2, vec2};

use crate::views::{
    planning::basis::{Basis, basis_card_ui},
    theme::{Theme, metrics, regular, semibold},
    widgets::{
        popover_frame,
        surface::{announce, inner_focus_ring, line, put_line},
    },
};

/// How a figure is written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ink {
    pub colour: Color32,
    pub strong: bool,
}

/// Writes `said` with its right end in the middle of `right_middle` and lets it be opened; answers with its left end.
pub(super) fn figure_ui(ui: &mut Ui, right_middle: (f32, f32), room: f32, said: (&str, Ink), basis: &Basis<'_>) -> f32 {
    let (right, middle) = right_middle;
    let family = if said.1.strong { semibold() } else { regular() };
    let text = line(ui, said.0, metrics::BASE, family, said.1.colour, room);
    let left = right - text.size().x;
    let width = text.size().x.max(metrics::HIT);
    let rect = Align2::RIGHT_CENTER.anchor_size(pos2(right, middle), vec2(width, metrics::HIT));
    let response = ui.interact(rect, basis.id, Sense::click());
    announce(&response, Role::Button, ui.is_enabled(), None, &format!("{}: {}", basis.of, said.0));
    put_line(ui, text, left, middle);
    if response.hovered() || response.has_focus() {
        ui.painter().hline(left..=right, middle + 8.0, (1.0, said.1.colour));
    }
    inner_focus_ring(ui, &response, rect.expand2(vec2(3.0, 0.0)), metrics::CORNER_CONTROL);
    let popup = Popup::from_toggle_button_response(&response).gap(4.0).frame(popover_frame(ui.ctx()));
    let popup = popup.accessible_name(basis.of.as_str()).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    popup.show(|ui| basis_card_ui(ui, basis));
    left
}

/// Words in a row, at an exact place.
pub(super) fn words_at(ui: &Ui, text: &str, at: (f32, f32), room: f32, strong: bool, colour: Color32) -> f32 {
    let galley = line(ui, text, metrics::BASE, if strong { semibold() } else { regular() }, colour, room);
    let width = galley.size().x;
    put_line(ui, galley, at.0, at.1);
    width
}

/// The same with the right end at `at`; answers with the left end.
pub(super) fn words_ending_at(ui: &Ui, text: &str, at: (f32, f32), colour: Color32) -> f32 {
    let galley = line(ui, text, metrics::BASE, regular(), colour, f32::INFINITY);
    let left = at.0 - galley.size().x;
    put_line(ui, galley, left, at.1);
    left
}

/// The same in the small size of hints, with its right end at `at`.
pub(super) fn hint_ending_at(ui: &Ui, text: &str, at: (f32, f32)) {
    let colour = Theme::of(ui.ctx()).tokens.t3;
    let galley = line(ui, text, metrics::HINT, regular(), colour, f32::INFINITY);
    let left = at.0 - galley.size().x;
    put_line(ui, galley, left, at.1);
}

/// A square of the size of a hit target around a point.
pub(super) fn hit(middle: (f32, f32)) -> Rect {
    Rect::from_center_size(pos2(middle.0, middle.1), vec2(metrics::HIT, metrics::HIT))
}
