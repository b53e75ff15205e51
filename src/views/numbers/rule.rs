//! What a figure rests on that was worked out from others: its rule, and what went in.

use eframe::egui::Ui;

use crate::{
    views::{numbers::basis::line_ui, theme::text},
    words::Words,
};

/// What a card tells about.
#[derive(Debug, Clone)]
pub struct Rule<'a> {
    /// Whose figure it is, for people: „Südharz, Abweichung vom Ziel“.
    pub of: String,
    /// The figure as it is written.
    pub said: String,
    /// How it is worked out.
    pub rule: String,
    /// What went in, each with its name; what is empty is left out.
    pub inputs: Vec<(String, String)>,
    /// The planner's language.
    pub words: &'a Words,
}

/// The card, as wide as that of a value.
pub fn rule_card_ui(ui: &mut Ui, rule: &Rule<'_>) {
    ui.set_width(260.0);
    ui.spacing_mut().item_spacing.y = 4.0;
    ui.spacing_mut().interact_size.y = 18.0;
    ui.label(text::title(ui, rule.of.as_str()));
    ui.label(text::figure(ui, rule.said.as_str()));
    line_ui(ui, &rule.words.say("planning-basis-rule"), &rule.rule);
    for (name, said) in rule.inputs.iter().filter(|it| !it.1.is_empty()) {
        line_ui(ui, name, said);
    }
}
