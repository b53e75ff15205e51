//! The head of a panel, and the small heading of a section in a list.
use super::surface::{line, put_line};
use crate::views::theme::{Theme, metrics, regular, semibold, text};
use eframe::egui::{Align, Align2, Layout, Rect, Sense, Ui, UiBuilder, pos2, vec2};

/// 38 points high: title, a quiet note behind it, and on the right what `actions` adds (from the right edge inwards).
pub fn panel_header<R>(ui: &mut Ui, title: &str, note: &str, actions: impl FnOnce(&mut Ui) -> R) -> R {
    panel_header_with_note(ui, title, note, actions).0
}

/// The same, answering with where the note stands, too, so that it can be opened.
pub fn panel_header_with_note<R>(ui: &mut Ui, title: &str, note: &str, actions: impl FnOnce(&mut Ui) -> R) -> (R, Rect) {
    let theme = Theme::of(ui.ctx());
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), metrics::PANEL_HEAD), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, theme.separator());
    let inner = rect.shrink2(vec2(metrics::PANEL_INSET - 4.0, 0.0));
    let mut right = ui.new_child(UiBuilder::new().max_rect(inner).layout(Layout::right_to_left(Align::Center)));
    right.spacing_mut().item_spacing.x = 2.0;
    let answer = actions(&mut right);
    let end = right.min_rect().left() - 8.0;
    let left = rect.left() + metrics::PANEL_INSET;
    let mut child = ui.new_child(UiBuilder::new().max_rect(Rect::from_min_max(pos2(left, rect.top()), pos2(end, rect.bottom()))));
    child.set_clip_rect(rect.intersect(ui.clip_rect()));
    let heading = line(ui, title, metrics::BASE, semibold(), theme.tokens.t1, end - left);
    let x = left + heading.size().x + 6.0;
    put_line(ui, heading, left, rect.center().y);
    let note = line(ui, note, metrics::BASE, regular(), theme.tokens.t3, end - x);
    let place = Align2::LEFT_CENTER.anchor_size(pos2(x, rect.center().y), vec2(note.size().x, 18.0));
    put_line(ui, note, x, rect.center().y);
    (answer, place)
}

/// „Soziales 7“: the heading of a group of rows, with its count on the right.
pub fn section(ui: &mut Ui, title: &str, count: &str) {
    ui.horizontal(|ui| {
        ui.add_space(metrics::PANEL_INSET);
        ui.label(text::hint(ui, title));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(metrics::PANEL_INSET);
            ui.label(text::hint(ui, count));
        });
    });
}
