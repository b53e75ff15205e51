//! A table to hand out: columns, rows, and what has to be said below it.

use crate::{
    analysis::{
        disclosure,
        overlay::{Overlay, UnitClass},
        pool::AreaValue,
    },
    cartography::said,
    model::{
        catalog::{Catalog, SeriesBreak},
        indicator::Indicator,
        released::{Profile, Released},
        saved_view::Level,
        value::{MissingReason, State},
    },
    words::{Arg, Convention, Message, Words, say},
};

/// A field of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Field {
    /// Text.
    Text(String),
    /// A number in full precision.
    Number(f64),
    /// Nothing is known.
    Empty,
}

impl Field {
    /// The number, or nothing.
    pub fn number(value: Option<f64>) -> Self {
        value.map_or(Self::Empty, Self::Number)
    }
}

impl From<&str> for Field {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Field {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

/// A table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// Headings.
    pub columns: Vec<String>,
    /// Rows, each as long as the headings.
    pub rows: Vec<Vec<Field>>,
    /// Said below: sources, the limit of the profile.
    pub notes: Vec<String>,
    /// How its numbers are written.
    pub convention: Convention,
}

impl Table {
    /// The units of an overlay with everything that may be known of their values.
    pub fn of_overlay(overlay: &Released<Overlay>, catalog: &Catalog, words: &Words) -> Self {
        let shown = overlay.get();
        let key = if shown.level == Level::Areas { "handout-column-code" } else { "handout-column-key" };
        let mut columns: Vec<String> = [key, "handout-column-name", "handout-column-period"].map(|it| words.say(it)).to_vec();
        columns.push(titled(&shown.indicator));
        columns.extend(VALUE_COLUMNS.map(|it| words.say(it)));
        columns.push(words.say("handout-column-rank"));
        let row = |unit: &crate::analysis::overlay::Unit| {
            let mut row: Vec<Field> = vec![unit.key.as_str().into(), unit.name.as_str().into(), shown.period.as_str().into()];
            row.extend(value_fields(&unit.value, Some(unit.class), unit.class != UnitClass::SwitchedOff, words));
            row.push(Field::number(unit.rank.map(|it| it.place as f64)));
            row
        };
        let mut notes = notes(catalog, &shown.indicator, overlay.profile(), words);
        notes.extend(shown.without_city.then(|| words.say("handout-without-city")));
        let breaks = catalog.find(&shown.indicator.id).map_or(&[][..], |it| it.breaks.as_slice());
        notes.extend(told_of_breaks(&shown.indicator, breaks, words));
        Self { columns, rows: shown.units.iter().map(row).collect(), notes, convention: words.language().convention() }
    }
}

/// The headings of [`value_fields`] after the value itself.
pub const VALUE_COLUMNS: [&str; 6] = [
    "handout-column-state",
    "handout-column-at-least",
    "handout-column-estimate",
    "handout-column-coverage",
    "handout-column-numerator",
    "handout-column-denominator",
];

/// Value, state (and whether it counts in totals), what is certain, estimate, coverage, and the counts behind it.
pub fn value_fields(value: &AreaValue, class: Option<UnitClass>, counts: bool, words: &Words) -> Vec<Field> {
    let value = if class == Some(UnitClass::SwitchedOff) { &AreaValue::without_number(value.state) } else { value };
    vec![
        Field::number(value.value),
        state_said(value, class, counts, words).into(),
        Field::number(value.at_least),
        Field::number(value.estimate),
        Field::number(value.coverage),
        Field::number(value.numerator),
        Field::number(value.denominator),
    ]
}

/// The state in words, with how many districts an estimate is made from, that it counts in no total, and that the city is left out.
fn state_said(value: &AreaValue, class: Option<UnitClass>, counts: bool, words: &Words) -> String {
    let mut said = vec![words.tell(&state_name(value.state, class))];
    let told_already = counts || class == Some(UnitClass::SwitchedOff);
    said.extend((!told_already).then(|| words.say("legend-switched-off")));
    said.extend(value.estimate.map(|_| said::out_of(value.parts, words)));
    said.extend(value.city_left_out.then(|| words.say("legend-without-city")));
    said.join(", ")
}

/// The name of an indicator with its unit.
pub fn titled(indicator: &Indicator) -> String {
    if indicator.unit.is_empty() { indicator.name.clone() } else { format!("{} ({})", indicator.name, indicator.unit) }
}

/// A state in words; what is uninhabited or switched off says so.
pub fn state_name(state: State, class: Option<UnitClass>) -> Message {
    match (class, state) {
        (Some(UnitClass::Uninhabited), _) => say!("legend-uninhabited"),
        (Some(UnitClass::SwitchedOff), _) => say!("legend-switched-off"),
        (_, State::Known) => say!("handout-state-known"),
        (_, State::Partial) => say!("legend-partial"),
        (_, State::Suppressed(_)) => say!("handout-state-secret"),
        (_, State::Missing(MissingReason::NotDelivered)) => say!("handout-state-not-delivered"),
        (_, State::Missing(MissingReason::Later)) => say!("handout-state-later"),
        (_, State::Missing(MissingReason::NotMeaningful)) => say!("handout-state-not-meaningful"),
        (_, State::Missing(MissingReason::Unreliable)) => say!("handout-state-unreliable"),
    }
}

/// Where a series breaks, one line a break: values before and after do not compare.
pub fn told_of_breaks(indicator: &Indicator, breaks: &[SeriesBreak], words: &Words) -> Vec<String> {
    let told = |it: &SeriesBreak| {
        let (indicator, period) = (indicator.name.as_str(), Arg::Date(it.period.to_string()));
        words.tell(&match it.reason.trim() {
            "" => say!("handout-series-break", indicator, period),
            reason => say!("handout-series-break-because", indicator, period, reason),
        })
    };
    breaks.iter().map(told).collect()
}

/// Source and licence of the values, then everybody who is named, then the limit of the profile.
pub fn notes(catalog: &Catalog, indicator: &Indicator, profile: Profile, words: &Words) -> Vec<String> {
    let mut notes = Vec::new();
    for line in [&indicator.source, &indicator.licence].into_iter().chain(&catalog.notices) {
        if !line.is_empty() && !notes.contains(line) {
            notes.push(line.clone());
        }
    }
    notes.push(words.tell(&say!("handout-profile", profile = super::profile_name(profile))));
    notes.extend(disclosure::limit(profile).map(|it| words.tell(&it)));
    notes
}
