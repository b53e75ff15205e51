//! Text by role. A view writes `ui.label(text::title(ui, "Räume"))` and no sizes or colours.
use super::{Theme, medium, metrics, semibold};
use eframe::egui::{FontFamily, FontId, RichText, TextStyle, Ui};

/// The text style of dense tables and cards, 12 points.
pub fn dense_style() -> TextStyle {
    TextStyle::Name("dense".into())
}

fn styled(text: impl Into<String>, size: f32, family: FontFamily) -> RichText {
    RichText::new(text).font(FontId::new(size, family))
}

/// Title of a page, 18 semibold.
pub fn page_title(ui: &Ui, text: impl Into<String>) -> RichText {
    styled(text, metrics::PAGE, semibold()).color(Theme::of(ui.ctx()).tokens.t1)
}

/// Title of a card, 15 semibold.
pub fn card_title(ui: &Ui, text: impl Into<String>) -> RichText {
    styled(text, metrics::CARD, semibold()).color(Theme::of(ui.ctx()).tokens.t1)
}

/// Title of a panel or a section, 13 semibold.
pub fn title(ui: &Ui, text: impl Into<String>) -> RichText {
    styled(text, metrics::BASE, semibold()).color(Theme::of(ui.ctx()).tokens.t1)
}

/// Text, 13.
pub fn base(ui: &Ui, text: impl Into<String>) -> RichText {
    styled(text, metrics::BASE, FontFamily::Proportional).color(Theme::of(ui.ctx()).tokens.t1)
}

/// Secondary text, 13.
pub fn second(ui: &Ui, text: impl Into<String>) -> RichText {
    styled(text, metrics::BASE, FontFamily::Proportional).color(Theme::of(ui.ctx()).tokens.t2)
}

/// Text of dense tables and cards, 12.
pub fn dense(ui: &Ui, text: impl Into<String>) -> RichText {
    styled(text, metrics::DENSE, FontFamily::Proportional).color(Theme::of(ui.ctx()).tokens.t1)
}

/// Secondary text of dense tables and cards, 12.
pub fn dense_second(ui: &Ui, text: impl Into<String>) -> RichText {
    styled(text, metrics::DENSE, FontFamily::Proportional).color(Theme::of(ui.ctx()).tokens.t2)
}

/// Hints, units and axes, 11.
pub fn hint(ui: &Ui, text: impl Into<String>) -> RichText {
    styled(text, metrics::HINT, FontFamily::Proportional).color(Theme::of(ui.ctx()).tokens.t3)
}

/// The one figure of a card, 24 semibold.
pub fn figure(ui: &Ui, text: impl Into<String>) -> RichText {
    styled(text, metrics::FIGURE, semibold()).color(Theme::of(ui.ctx()).tokens.t1)
}

/// A key figure in a row, 13 semibold.
pub fn key_figure(ui: &Ui, text: impl Into<String>) -> RichText {
    title(ui, text)
}

/// Text of a control, 13 medium.
pub fn control(ui: &Ui, text: impl Into<String>) -> RichText {
    styled(text, metrics::BASE, medium()).color(Theme::of(ui.ctx()).tokens.t1)
}

/// What needs attention, 13 medium in amber. Always with words that say why.
pub fn warning(ui: &Ui, text: impl Into<String>) -> RichText {
    styled(text, metrics::BASE, medium()).color(Theme::of(ui.ctx()).tokens.warn)
}
