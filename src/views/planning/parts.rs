//! Small pieces that all panels share: insets, rules, hints, a row of label and control.

use eframe::egui::{Align, Align2, Frame, Layout, Margin, Panel, Pos2, RichText, Sense, Ui, UiBuilder, vec2};

use crate::views::{
    icons::Icon,
    theme::{Theme, metrics, text},
    widgets::{Swatch, swatch},
};

/// Contents inside the panel's inset, 8 points apart.
pub(super) fn inset<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> R {
    padded(ui, 10, contents)
}

/// The same with so many points above and below.
pub(super) fn padded<R>(ui: &mut Ui, vertical: i8, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let frame = Frame::new().inner_margin(Margin::symmetric(14, vertical));
    let shown = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 8.0;
        contents(ui)
    });
    shown.inner
}

/// A line between two parts of a panel.
pub(super) fn rule(ui: &mut Ui) {
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), 1.0));
    ui.painter().hline(rect.x_range(), rect.center().y, Theme::of(ui.ctx()).separator());
}

/// What stays at the foot of a panel while the list above it takes the rest.
pub(super) fn foot<R>(ui: &mut Ui, name: &'static str, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let panel = Panel::bottom(name).frame(Frame::NONE).show_separator_line(false).resizable(false).min_size(0.0);
    let shown = panel.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        contents(ui)
    });
    shown.inner
}

/// A title left, something on the right.
pub(super) fn headed<R>(ui: &mut Ui, title: RichText, right: impl FnOnce(&mut Ui) -> R) -> R {
    let size = vec2(ui.available_width(), metrics::CONTROL);
    let row = ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_size(size);
        ui.label(title);
        ui.with_layout(Layout::right_to_left(Align::Center), right).inner
    });
    row.inner
}

/// A swatch at an exact place, whatever the layout around it.
pub(super) fn swatch_at(ui: &mut Ui, middle_left: Pos2, sign: Swatch) {
    let place = Align2::LEFT_CENTER.anchor_size(middle_left, vec2(12.0, 12.0));
    let mut child = ui.new_child(UiBuilder::new().max_rect(place));
    let _ = swatch(&mut child, sign);
}

/// A sentence in amber with its glyph.
pub(super) fn warned(ui: &mut Ui, sentence: &str) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let (rect, _) = ui.allocate_exact_size(vec2(14.0, 16.0), Sense::hover());
        Icon::Warning.paint(ui.painter(), rect.center(), 13.0, Theme::of(ui.ctx()).tokens.warn);
        let words = text::dense(ui, sentence).color(Theme::of(ui.ctx()).tokens.warn);
        ui.add(eframe::egui::Label::new(words).wrap());
    });
}

/// Where a panel has nothing to show: one sentence.
pub(super) fn empty(ui: &mut Ui, sentence: &str) {
    padded(ui, 16, |ui| ui.label(text::second(ui, sentence)));
}
