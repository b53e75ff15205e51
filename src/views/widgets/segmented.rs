//! A few options of which one holds: „Gemeinde | Samtgemeinde“.
use super::surface::{announce, inner_focus_ring, line, put_line, touched};
use crate::views::theme::{Theme, medium, metrics, semibold};
use eframe::egui::{Color32, CornerRadius, Id, Rect, Role, Sense, Stroke, StrokeKind, Ui, pos2, vec2};

/// Shows the options, as wide as there is room, and answers with the one asked for. `name` says what is chosen here.
pub fn segmented(ui: &mut Ui, name: &str, options: &[&str], chosen: usize) -> Option<usize> {
    let theme = Theme::of(ui.ctx());
    let width = ui.available_width().min(options.len() as f32 * 180.0);
    let (id, rect) = ui.allocate_space(vec2(width, metrics::CONTROL));
    let corner = CornerRadius::same(metrics::CORNER_CONTROL);
    ui.painter().rect_filled(rect, corner, theme.tokens.raised);
    let mut asked = None;
    for (at, option) in options.iter().enumerate() {
        let cell = cell(rect, at, options.len());
        if segment(ui, id.with(at), (cell, corners(at, options.len())), (name, option), at == chosen) {
            asked = Some(at);
        }
        if at > 0 {
            ui.painter().vline(cell.left(), cell.y_range(), Stroke::new(1.0, theme.tokens.ctl));
        }
    }
    ui.painter().rect_stroke(rect, corner, theme.control_edge(), StrokeKind::Inside);
    asked.filter(|it| *it != chosen)
}

fn segment(ui: &Ui, id: Id, (cell, corner): (Rect, CornerRadius), (name, option): (&str, &str), chosen: bool) -> bool {
    let theme = Theme::of(ui.ctx());
    let t = &theme.tokens;
    let response = ui.interact(cell, id, Sense::click());
    announce(&response, Role::RadioButton, ui.is_enabled(), Some(chosen), &format!("{name}: {option}"));
    let ground = if chosen { t.acc_soft } else { t.raised };
    ui.painter().rect_filled(cell, corner, touched(&theme, &response, ground));
    let (family, ink): (_, Color32) = if chosen { (semibold(), t.acc) } else { (medium(), t.t2) };
    let words = line(ui, option, metrics::BASE, family, ink, cell.width() - 8.0);
    let left = cell.center().x - words.size().x / 2.0;
    put_line(ui, words, left, cell.center().y);
    inner_focus_ring(ui, &response, cell, metrics::CORNER_CONTROL);
    response.clicked()
}

fn cell(rect: Rect, at: usize, count: usize) -> Rect {
    let step = rect.width() / count as f32;
    let left = (rect.left() + step * at as f32).round();
    let right = (rect.left() + step * (at + 1) as f32).round();
    Rect::from_min_max(pos2(left, rect.top()), pos2(right.min(rect.right()), rect.bottom()))
}

/// Only the outer corners are round.
fn corners(at: usize, count: usize) -> CornerRadius {
    let (first, last) = (at == 0, at + 1 == count);
    let round = |it: bool| if it { metrics::CORNER_CONTROL } else { 0 };
    CornerRadius { nw: round(first), sw: round(first), ne: round(last), se: round(last) }
}
