//! Words at exact places of a row.

use eframe::egui::{Color32, Rect, Ui, pos2, vec2};

use crate::views::{
    theme::{Theme, metrics, regular, semibold},
    widgets::surface::{line, put_line},
};

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
