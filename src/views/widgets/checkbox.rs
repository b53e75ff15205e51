//! A box to tick, with its words.
use super::surface::{announce, focus_ring, line, put_line, touch};
use crate::views::icons::Icon;
use crate::views::theme::{Theme, contrast::over, metrics, regular};
use eframe::egui::{CornerRadius, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, pos2, vec2};

const BOX: f32 = 16.0;

/// A click asks to turn it over.
pub fn checkbox(ui: &mut Ui, text: &str, on: bool) -> Response {
    let theme = Theme::of(ui.ctx());
    let t = &theme.tokens;
    let words = line(ui, text, metrics::BASE, regular(), t.t1, ui.available_width() - BOX - 8.0);
    let size = vec2(BOX + 8.0 + words.size().x, metrics::HIT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    announce(&response, Role::CheckBox, ui.is_enabled(), Some(on), text);
    let square = Rect::from_center_size(pos2(rect.left() + BOX / 2.0, rect.center().y), Vec2::splat(BOX));
    let touch = touch(&response);
    let (fill, edge) =
        if on { (over(t.on_acc, t.acc, touch * 1.5), Stroke::NONE) } else { (t.inked(t.raised, touch), theme.control_edge()) };
    ui.painter().rect(square, CornerRadius::same(metrics::CORNER_SMALL), fill, edge, StrokeKind::Inside);
    if on {
        Icon::Check.paint(ui.painter(), square.center(), 12.0, t.on_acc);
    }
    put_line(ui, words, square.right() + 8.0, rect.center().y);
    focus_ring(ui, &response, square, metrics::CORNER_SMALL);
    response
}
