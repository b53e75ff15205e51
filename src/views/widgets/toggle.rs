//! A switch: „Mit Stadt Göttingen“.
use super::surface::{announce, focus_ring, inner_focus_ring, line, put_line, touch};
use crate::views::theme::{Theme, contrast::over, metrics, regular};
use eframe::egui::{CornerRadius, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, pos2, vec2};

const TRACK: Vec2 = vec2(34.0, 20.0);

/// A switch alone; `name` is read out. A click asks to turn it over.
pub fn toggle(ui: &mut Ui, name: &str, on: bool) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(TRACK.x, metrics::HIT), Sense::click());
    announce(&response, Role::Switch, ui.is_enabled(), Some(on), name);
    let track = Rect::from_center_size(rect.center(), TRACK);
    paint(ui, track, &response, on);
    focus_ring(ui, &response, track, 10);
    response
}

/// A row as wide as there is room: words left, switch right; the whole row can be hit.
pub fn toggle_row(ui: &mut Ui, text: &str, on: bool) -> Response {
    let theme = Theme::of(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), metrics::CONTROL), Sense::click());
    announce(&response, Role::Switch, ui.is_enabled(), Some(on), text);
    let words = line(ui, text, metrics::BASE, regular(), theme.tokens.t1, rect.width() - TRACK.x - 8.0);
    put_line(ui, words, rect.left(), rect.center().y);
    let track = Rect::from_center_size(pos2(rect.right() - TRACK.x / 2.0, rect.center().y), TRACK);
    paint(ui, track, &response, on);
    inner_focus_ring(ui, &response, rect.expand2(vec2(5.0, 0.0)), metrics::CORNER_CONTROL);
    response
}

fn paint(ui: &Ui, track: Rect, response: &Response, on: bool) {
    let theme = Theme::of(ui.ctx());
    let t = &theme.tokens;
    let touch = touch(response);
    let (fill, edge, knob) = if on {
        (over(t.on_acc, t.acc, touch * 1.5), Stroke::NONE, t.on_acc)
    } else {
        (t.inked(t.raised, touch), theme.control_edge(), t.ctl)
    };
    ui.painter().rect(track, CornerRadius::same(10), fill, edge, StrokeKind::Inside);
    let x = if on { track.right() - 10.0 } else { track.left() + 10.0 };
    ui.painter().circle_filled(pos2(x, track.center().y), if on { 7.0 } else { 6.0 }, knob);
}
