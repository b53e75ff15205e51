//! What a number rests on: numerator, denominator, coverage, rule, period, source. The same card everywhere.

use eframe::egui::{Id, Label, Ui};

use crate::{
    analysis::pool::AreaValue,
    model::{
        indicator::{Indicator, Pooling},
        period::Period,
        value::Quality,
    },
    views::{numbers::said::figure_of, theme::text},
    words::{Words, say},
};

/// What a card tells about.
#[derive(Debug, Clone)]
pub struct Basis<'a> {
    /// Tells this figure from the others beside it.
    pub id: Id,
    /// Whose value it is, for people: „Südharz, Kinder in SGB-II-Haushalten“.
    pub of: String,
    /// The indicator.
    pub indicator: &'a Indicator,
    /// When.
    pub period: Option<&'a Period>,
    /// The value, as it may be shown.
    pub value: AreaValue,
    /// The county's value beside it, where that says something.
    pub county: Option<AreaValue>,
    /// The planner's language.
    pub words: &'a Words,
}

/// The card, 260 points wide.
pub fn basis_card_ui(ui: &mut Ui, basis: &Basis<'_>) {
    ui.set_width(260.0);
    ui.spacing_mut().item_spacing.y = 4.0;
    ui.spacing_mut().interact_size.y = 18.0;
    let figure = figure_of(&basis.value, basis.indicator, basis.words);
    ui.label(text::title(ui, basis.of.as_str()));
    ui.horizontal(|ui| {
        ui.label(text::figure(ui, figure.text.as_str()));
        ui.label(text::dense_second(ui, figure.note.as_str()));
    });
    for (label, said) in basis.lines() {
        line_ui(ui, &label, &said);
    }
}

pub(super) fn line_ui(ui: &mut Ui, label: &str, said: &str) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let label = text::dense_second(ui, label);
        ui.allocate_ui(eframe::egui::vec2(78.0, 16.0), |ui| {
            ui.set_width(78.0);
            ui.add(Label::new(label).wrap());
        });
        ui.vertical(|ui| ui.label(text::dense(ui, said)));
    });
}

impl Basis<'_> {
    /// What is known about the value, line by line: what it is called and what is said.
    pub fn lines(&self) -> Vec<(String, String)> {
        lines(self)
    }
}

fn lines(basis: &Basis<'_>) -> Vec<(String, String)> {
    let Basis { indicator, value, words, .. } = basis;
    let mut lines = Vec::new();
    let mut add = |key: &str, said: Option<String>| lines.extend(said.filter(|it| !it.is_empty()).map(|it| (words.say(key), it)));
    let county = basis.county.map(|it| figure_of(&it, indicator, words).text);
    add("planning-basis-county", county);
    add("planning-basis-counts", counts(value, indicator, words));
    add("planning-basis-covered", coverage(value, words));
    add("planning-basis-rule", Some(rule(indicator, words)));
    add("planning-basis-unit", Some(indicator.unit.clone()));
    add("planning-basis-period", basis.period.map(|it| words.date(it.as_str())));
    add("planning-basis-quality", Some(quality(value.quality, words)));
    add("planning-basis-city", value.city_left_out.then(|| words.say("planning-basis-without-city")));
    add("planning-basis-definition", Some(indicator.definition.clone()));
    add("planning-basis-source", Some(indicator.source.clone()));
    add("planning-basis-licence", Some(indicator.licence.clone()));
    lines
}

/// „260 von 1.077“, or the weight of a mean.
fn counts(value: &AreaValue, indicator: &Indicator, words: &Words) -> Option<String> {
    match (indicator.pooling, value.numerator, value.denominator) {
        (_, Some(part), Some(whole)) => {
            Some(words.tell(&say!("planning-basis-part-of", part = counted(part, words), whole = counted(whole, words))))
        }
        (Pooling::Mean, None, Some(weight)) => Some(words.tell(&say!("planning-basis-weight", weight = counted(weight, words)))),
        (_, Some(part), None) => Some(counted(part, words)),
        _ => None,
    }
}

fn counted(count: f64, words: &Words) -> String {
    words.number(count, if count.fract() == 0.0 { 0 } else { 1 })
}

fn coverage(value: &AreaValue, words: &Words) -> Option<String> {
    let (known, wanted) = (value.parts.known, value.parts.wanted());
    if wanted < 2 {
        return None;
    }
    let districts = say!("planning-basis-districts", known, wanted);
    let share = value.coverage.filter(|it| *it < 1.0).map(|it| words.percent(it.min(0.99), 0));
    Some(match share {
        Some(share) => words.tell(&say!("planning-basis-share-of-districts", share, districts)),
        None => words.tell(&districts),
    })
}

fn rule(indicator: &Indicator, words: &Words) -> String {
    match indicator.pooling {
        Pooling::Sum => words.say("planning-basis-sum"),
        Pooling::Ratio => words.tell(&say!("planning-basis-ratio", factor = counted(indicator.factor, words))),
        Pooling::Mean => words.say("planning-basis-mean"),
        Pooling::None => words.say("planning-basis-none"),
    }
}

fn quality(quality: Quality, words: &Words) -> String {
    let said = quality.codes().into_iter().map(|it| {
        words.say(match it {
            "rounded" => "planning-quality-rounded",
            "estimated" => "planning-quality-estimated",
            "provisional" => "planning-quality-provisional",
            "corrected" => "planning-quality-corrected",
            _ => "planning-quality-limited",
        })
    });
    said.collect::<Vec<_>>().join(", ")
}
