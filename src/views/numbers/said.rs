//! What a value says in words, short enough for a row: its number, what is certain of it, or why there is none.

use crate::{
    analysis::{
        overlay::{Unit, UnitClass},
        pool::AreaValue,
    },
    cartography::said::{out_of, unit_behind},
    model::{
        indicator::Indicator,
        value::{MissingReason, State},
    },
    words::{Words, say},
};

/// A value in words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Figure {
    /// The number, or the reason why there is none.
    pub text: String,
    /// What must be said with it: „aus 4 von 5“, „99 % erfasst“.
    pub note: String,
    /// Whether `text` is a number.
    pub is_number: bool,
}

/// What a value says: its number with a short unit, what is certain of it, or why there is none.
pub fn figure_of(value: &AreaValue, indicator: &Indicator, words: &Words) -> Figure {
    let number = |it: f64| words.with_unit(it, indicator.shown_decimals(), unit_behind(indicator));
    let part = |text: String, note: String| Figure { text, note, is_number: true };
    if let Some(known) = value.value {
        return part(number(known), String::new());
    }
    let covered = value.coverage.map(|it| covered(it, words)).unwrap_or_default();
    if let Some(estimate) = value.estimate {
        return part(number(estimate), out_of(value.parts, words));
    }
    if let Some(least) = value.at_least {
        return part(words.tell(&say!("planning-value-at-least", value = number(least))), covered);
    }
    if let Some((low, high)) = value.range {
        return part(words.tell(&say!("planning-value-range", low = number(low), high = number(high))), String::new());
    }
    let text = match value {
        it if it.counts_not() => words.say("planning-value-switched-off"),
        it if it.rests_on_nothing() => words.say("value-empty-area"),
        it => state_of(it.state, words),
    };
    Figure { text, note: String::new(), is_number: false }
}

/// The same for a unit of the map: also uninhabited and switched-off ones have their word.
pub fn figure_of_unit(unit: &Unit, indicator: &Indicator, words: &Words) -> Figure {
    let only = |key: &str| Figure { text: words.say(key), ..Figure::default() };
    match unit.class {
        UnitClass::Uninhabited => only("planning-value-uninhabited"),
        UnitClass::SwitchedOff => only("planning-value-switched-off"),
        _ => figure_of(&unit.value, indicator, words),
    }
}

/// „99 % erfasst“; what is less than all never rounds up to it.
fn covered(coverage: f64, words: &Words) -> String {
    let share = if coverage < 1.0 { coverage.min(0.99) } else { coverage };
    words.tell(&say!("planning-value-covered", share = words.percent(share, 0)))
}

/// Why there is no number.
pub fn state_of(state: State, words: &Words) -> String {
    words.say(match state {
        State::Known => "planning-value-known",
        State::Partial => "planning-value-partial",
        State::Suppressed(_) => "planning-value-secret",
        State::Missing(MissingReason::NotDelivered) => "planning-value-not-delivered",
        State::Missing(MissingReason::Later) => "planning-value-later",
        State::Missing(MissingReason::NotMeaningful) => "planning-value-not-meaningful",
        State::Missing(MissingReason::Unreliable) => "planning-value-unreliable",
    })
}
