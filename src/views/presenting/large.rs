//! Large type and large buttons.

use std::sync::Arc;

use eframe::egui::{
    Color32, CornerRadius, FontFamily, FontId, Galley, Response, RichText, Role, Sense, Stroke, StrokeKind, Ui, pos2, text::LayoutJob, vec2,
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

/// An area's chip to click on; `name` says what the click does.
pub fn chip_button(ui: &mut Ui, chip: &str, colour: Color32, size: f32, name: &str) -> Response {
    let digits = line(ui, chip, size, semibold(), CHIP_INK, f32::INFINITY);
    let width = (digits.size().x + size * 0.9).max(size * 1.6);
    let (rect, response) = ui.allocate_exact_size(vec2(width, size * 1.6), Sense::click());
    announce(&response, Role::Button, ui.is_enabled(), None, name);
    let corner = (size * 0.3) as u8;
    let edge = Stroke::new(if response.hovered() { 3.0 } else { 1.5 }, CHIP_EDGE);
    ui.painter().rect(rect, CornerRadius::same(corner), colour, edge, StrokeKind::Inside);
    let at = pos2(rect.center().x - digits.size().x / 2.0, rect.center().y);
    put_line(ui, digits, at.x, at.y);
    focus_ring(ui, &response, rect, corner);
    response
}
