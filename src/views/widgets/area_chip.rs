//! The number of an area on its colour.
use super::surface::{announce, line};
use crate::views::theme::{CHIP_EDGE, CHIP_INK, metrics, semibold};
use eframe::egui::{Color32, CornerRadius, FontId, Painter, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2};

/// Edge of the chip in lists.
const SIZE: f32 = 20.0;

/// A chip of 20 points. `name` is read out: „Raum 6, Südharz“.
pub fn area_chip(ui: &mut Ui, number: impl ToString, colour: Color32, name: &str) -> Response {
    let digits = line(ui, &number.to_string(), metrics::HINT, semibold(), CHIP_INK, f32::INFINITY);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(SIZE.max(digits.size().x + 8.0), SIZE), Sense::hover());
    announce(&response, Role::Label, true, None, name);
    paint_area_chip(ui.painter(), rect, number, colour, metrics::HINT);
    response
}

/// Draws a chip in `rect`, its number `size` points high: lists, labels of the map, the wall.
pub fn paint_area_chip(painter: &Painter, rect: Rect, number: impl ToString, colour: Color32, size: f32) {
    let corner = CornerRadius::same((rect.height() * 0.2).round() as u8);
    painter.rect(rect, corner, colour, Stroke::new((rect.height() / SIZE).max(1.0), CHIP_EDGE), StrokeKind::Inside);
    let digits = painter.layout_no_wrap(number.to_string(), FontId::new(size, semibold()), CHIP_INK);
    let at: Pos2 = rect.center() - digits.size() / 2.0;
    painter.galley(at, digits, CHIP_INK);
}
