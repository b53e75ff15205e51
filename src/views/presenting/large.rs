//! Large type and large buttons.

use std::sync::Arc;

use eframe::egui::{
    Color32, CornerRadius, FontFamily, FontId, Galley, Rect, Response, RichText, Role, Sense, Stroke, StrokeKind, Ui, pos2,
    text::LayoutJob, vec2,
};

use crate::views::{
    theme::{CHIP_EDGE, CHIP_INK, Theme, medium, regular, semibold},
    widgets::surface::{announce, focus_ring, line, put_line, touched},
};

/// Text over at most so many lines.
pub fn text(ui: &Ui, text: &str, size: f32, family: FontFamily, width: f32, rows: usize) -> Arc<Galley> {
    let mut job = LayoutJob::simple(text.to_owned(), FontId::new(size, family), Color32::PLACEHOLDER, width);
    job.wrap.max_rows = rows;
    ui.painter().layout_job(job)
}

/// A line in the main ink.
pub fn strong(ui: &Ui, text: impl Into<String>, size: f32) -> RichText {
    RichText::new(text).font(FontId::new(size, semibold())).color(Theme::of(ui.ctx()).tokens.t1)
}

/// A line in the second ink.
pub fn second(ui: &Ui, text: impl Into<String>, size: f32) -> RichText {
    RichText::new(text).font(FontId::new(size, regular())).color(Theme::of(ui.ctx()).tokens.t2)
}

/// A button whose words are `size` points high. `primary` is filled.
pub fn button(ui: &mut Ui, words: &str, size: f32, primary: bool) -> Response {
    let theme = Theme::of(ui.ctx());
    let t = &theme.tokens;
    let (fill, ink, edge) = if primary { (t.acc, t.on_acc, Stroke::NONE) } else { (t.raised, t.t1, Stroke::new(theme.edge(), t.ctl)) };
    let words_shown = line(ui, words, size, medium(), ink, f32::INFINITY);
    let (rect, response) = ui.allocate_exact_size(words_shown.size() + vec2(size * 1.2, size * 0.7), Sense::click());
    announce(&response, Role::Button, ui.is_enabled(), None, words);
    let corner = (size * 0.3) as u8;
    ui.painter().rect(rect, CornerRadius::same(corner), touched(&theme, &response, fill), edge, StrokeKind::Inside);
    let left = rect.center().x - words_shown.size().x / 2.0;
    put_line(ui, words_shown, left, rect.center().y);
    focus_ring(ui, &response, rect, corner);
    response
}

/// An area's chip and name to click on; `said` says what the click does.
pub fn chip_button(ui: &mut Ui, (chip, name): (&str, &str), colour: Color32, size: f32, said: &str) -> Response {
    let theme = Theme::of(ui.ctx());
    let digits = line(ui, chip, size * 0.9, semibold(), CHIP_INK, f32::INFINITY);
    let chip_width = (digits.size().x + size * 0.7).max(size * 1.3);
    let words = line(ui, name, size, medium(), theme.tokens.t1, ui.available_width() - chip_width - size);
    let (rect, response) = ui.allocate_exact_size(vec2(chip_width + words.size().x + size * 0.8, size * 1.6), Sense::click());
    announce(&response, Role::Button, ui.is_enabled(), None, said);
    let corner = CornerRadius::same((size * 0.25) as u8);
    let ground = touched(&theme, &response, theme.tokens.raised);
    ui.painter().rect_filled(rect, corner, ground);
    let square = Rect::from_min_size(pos2(rect.left(), rect.center().y - size * 0.65), vec2(chip_width, size * 1.3));
    ui.painter().rect(square, corner, colour, Stroke::new(1.5, CHIP_EDGE), StrokeKind::Inside);
    let left = square.center().x - digits.size().x / 2.0;
    put_line(ui, digits, left, square.center().y);
    put_line(ui, words, square.right() + size * 0.4, rect.center().y);
    focus_ring(ui, &response, rect, (size * 0.25) as u8);
    response
}
