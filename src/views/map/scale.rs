//! The scale bar on the screen.

use eframe::egui::{Align2, FontId, Rect, Stroke, Ui, pos2};

use crate::{
    cartography::scale_bar,
    views::{
        map_gpu::Camera,
        theme::{Theme, metrics, regular},
    },
    words::Words,
};

/// Paints the bar with its left end at the lower left of `rect`.
pub fn scale_bar_ui(ui: &Ui, rect: Rect, camera: Camera, words: &Words, size: f32) {
    let room = rect.width().min(140.0 * size / metrics::HINT);
    let Some(bar) = scale_bar::fitting(f64::from(room) * camera.metres_per_point) else { return };
    let theme = Theme::of(ui.ctx());
    let painter = ui.painter();
    let length = room * bar.share as f32;
    let (left, y) = (rect.left(), rect.bottom() - 2.0);
    for (width, colour) in [(4.0, theme.map.casing), (1.5, theme.map.ink)] {
        painter.line(
            vec![pos2(left, y - 5.0), pos2(left, y), pos2(left + length, y), pos2(left + length, y - 5.0)],
            Stroke::new(width, colour),
        );
    }
    let (number, unit) = if bar.metres >= 1_000.0 { (bar.metres / 1_000.0, "km") } else { (bar.metres, "m") };
    let text = words.with_unit(number, if number < 1.0 { 1 } else { 0 }, unit);
    let font = FontId::new(size, regular());
    let ink = super::Inked::of(&theme, 1.5);
    super::paint_label_text(painter, pos2(left + length, y - 7.0), Align2::RIGHT_BOTTOM, &text, font.clone(), ink);
    super::paint_label_text(painter, pos2(left, y - 7.0), Align2::LEFT_BOTTOM, &words.number(0.0, 0), font, ink);
}
