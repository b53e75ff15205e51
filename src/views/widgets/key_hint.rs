//! The chip that names a key: „Strg K“.
use super::surface::{line, put_line};
use crate::views::theme::{Theme, medium, metrics};
use eframe::egui::{Color32, CornerRadius, Galley, Pos2, Rect, Response, Sense, StrokeKind, Ui, Vec2, vec2};
use std::sync::Arc;

const HEIGHT: f32 = 18.0;
const INSET: f32 = 5.0;

/// A key, named beside what it does.
pub fn key_hint(ui: &mut Ui, key: &str) -> Response {
    let colour = Theme::of(ui.ctx()).tokens.t2;
    let (size, text) = measure(ui, key, colour);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    paint(ui, rect, text, colour.gamma_multiply(0.45));
    response
}

/// The size of the chip, and its text.
pub(super) fn measure(ui: &Ui, key: &str, colour: Color32) -> (Vec2, Arc<Galley>) {
    let text = line(ui, key, metrics::HINT, medium(), colour, f32::INFINITY);
    (vec2((text.size().x + 2.0 * INSET).max(HEIGHT), HEIGHT), text)
}

pub(super) fn paint(ui: &Ui, rect: Rect, text: Arc<Galley>, edge: Color32) {
    let edge = eframe::egui::Stroke::new(1.0, edge);
    ui.painter().rect_stroke(rect, CornerRadius::same(metrics::CORNER_SMALL), edge, StrokeKind::Inside);
    let middle = Pos2::new(rect.center().x - text.size().x / 2.0, rect.center().y);
    put_line(ui, text, middle.x, middle.y);
}
