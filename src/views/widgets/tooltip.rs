//! Tooltips: what it is, its key, and where its limit lies.
use super::key_hint;
use crate::views::theme::text;
use eframe::egui::{Response, Ui};

/// Explains a component when the pointer rests on it, also while it is disabled.
pub trait Explain {
    /// `what` in words, the `key` that does the same, and the `limit` or the reason why it is off.
    #[must_use]
    fn explain(self, what: &str, key: Option<&str>, limit: Option<&str>) -> Self;
}

impl Explain for Response {
    fn explain(self, what: &str, key: Option<&str>, limit: Option<&str>) -> Self {
        let show = |ui: &mut Ui| {
            ui.set_max_width(ui.spacing().tooltip_width);
            ui.horizontal(|ui| {
                ui.label(text::dense(ui, what));
                key.inspect(|it| drop(key_hint(ui, it)));
            });
            limit.inspect(|it| drop(ui.label(text::hint(ui, *it))));
        };
        self.on_hover_ui(show).on_disabled_hover_ui(show)
    }
}
