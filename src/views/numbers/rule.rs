//! What a figure rests on that was worked out from others: its rule, and what went in.

use eframe::egui::Ui;

use crate::{
    model::plan::Target,
    views::{numbers::basis::line_ui, theme::text},
    words::{Words, say},
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

/// What a target rests on: „46.993 = 328.952 ÷ 7 besetzte Räume“, or that it is fixed. `held` is what the areas that hold
/// districts have together, and how many they are.
pub fn target_said(target: f64, of: &Target, held: Option<(f64, usize)>, words: &Words) -> String {
    let target = words.whole(target);
    match (of, held) {
        (Target::Mean, Some((sum, count))) => words.tell(&say!("planning-target-said", target, sum = words.whole(sum), count)),
        (Target::MeanBesideCity, Some((sum, count))) => {
            words.tell(&say!("planning-target-said-beside-city", target, sum = words.whole(sum), count))
        }
        (Target::Fixed(_), _) => words.tell(&say!("planning-target-said-fixed", target)),
        (Target::Mean | Target::MeanBesideCity, None) => target,
    }
}
