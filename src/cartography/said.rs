//! Values in words: the number with its unit, or why there is none.

use crate::{
    analysis::pool::{AreaValue, Parts},
    model::{
        classing::Ramp,
        indicator::Indicator,
        value::{MissingReason, State},
    },
    words::{Message, Words, say},
};

/// „16,4 %“, „9,6 %, aus 4 von 5“, „mindestens 120“, „geheim“, „nicht geliefert“, „2.900–3.690 €“.
pub fn value(value: &AreaValue, indicator: &Indicator, words: &Words) -> String {
    let number = |it: f64| words.with_unit(it, indicator.shown_decimals(), unit_behind(indicator));
    match value.state {
        State::Known => value.value.map_or_else(|| words.say("value-missing"), number),
        State::Partial => partial(value, indicator, words),
        State::Suppressed(_) => words.say("value-secret"),
        State::Missing(_) if value.counts_not() => words.say("value-switched-off"),
        State::Missing(_) if value.rests_on_nothing() => words.say("value-empty-area"),
        State::Missing(reason) => match value.range {
            Some((low, high)) => range(low, high, indicator, words),
            None => missing(reason, words),
        },
    }
}

/// The same for a label on the map, where room is short: an estimate is „rund 16,4 %“. How much of it is known stands beside the map.
pub fn short(it: &AreaValue, indicator: &Indicator, words: &Words) -> String {
    match it.estimate.filter(|_| it.state == State::Partial) {
        Some(estimate) => words.say_with("value-about", &[("value", number(estimate, indicator, words).into())]),
        None => value(it, indicator, words),
    }
}

/// A known number of an indicator with its unit: „16,4 %“.
pub fn number(value: f64, indicator: &Indicator, words: &Words) -> String {
    words.with_unit(value, indicator.shown_decimals(), unit_behind(indicator))
}

fn partial(value: &AreaValue, indicator: &Indicator, words: &Words) -> String {
    let number = |it: f64| words.with_unit(it, indicator.shown_decimals(), unit_behind(indicator));
    let covered = value.coverage.map(|it| words.percent(floor_share(it), 0));
    match (value.estimate, value.at_least, covered, value.range) {
        (Some(estimate), ..) => words.tell(&say!("value-estimated", value = number(estimate), from = out_of(value.parts, words))),
        (_, Some(least), _, _) => words.say_with("value-at-least", &[("value", number(least).into())]),
        (_, _, _, Some((low, high))) => range(low, high, indicator, words),
        (_, _, Some(covered), _) => words.say_with("value-partial", &[("covered", covered.into())]),
        _ => words.say("value-missing"),
    }
}

/// „aus 4 von 5“: of how many districts an estimate is made.
pub fn out_of(parts: Parts, words: &Words) -> String {
    words.tell(&say!("value-out-of", known = parts.known, wanted = parts.wanted()))
}

/// Coverage is never rounded up to the whole: 99.6 % are „99 % erfasst“.
fn floor_share(share: f64) -> f64 {
    (share * 100.0 + 1e-9).floor() / 100.0
}

fn range(low: f64, high: f64, indicator: &Indicator, words: &Words) -> String {
    let decimals = indicator.shown_decimals();
    if low == high {
        return words.with_unit(low, decimals, unit_behind(indicator));
    }
    format!("{}–{}", words.number(low, decimals), words.with_unit(high, decimals, unit_behind(indicator)))
}

/// Why there is no number.
pub fn state(state: State, words: &Words) -> String {
    match state {
        State::Known => String::new(),
        State::Partial => words.say("value-partial-state"),
        State::Suppressed(_) => words.say("value-secret"),
        State::Missing(reason) => missing(reason, words),
    }
}

/// Whether a source says of itself that its values are made up.
pub fn is_invented(source: &str) -> bool {
    source.contains("erfunden") || source.contains("invented")
}

/// Why a value is missing.
pub fn missing(reason: MissingReason, words: &Words) -> String {
    match reason {
        MissingReason::NotDelivered => words.say("value-missing"),
        MissingReason::Later => words.say("value-later"),
        MissingReason::NotMeaningful => words.say("value-not-meaningful"),
        MissingReason::Unreliable => words.say("value-unreliable"),
    }
}

/// The unit that stands behind every number: a sign, no word. Longer ones (je 1.000, Jahre, Personen) stand once, beside the
/// indicator's name; see [`headline`].
pub fn unit_behind(indicator: &Indicator) -> &str {
    let unit = indicator.unit.trim();
    if matches!(unit, "%" | "€" | "km²") || unit.chars().count() <= 1 { unit } else { "" }
}

/// The indicator's name with the unit that stands behind no number: „Hilfen zur Erziehung, je 1.000“.
pub fn headline(indicator: &Indicator) -> String {
    let unit = indicator.unit.trim();
    let is_said = !unit_behind(indicator).is_empty() || unit.is_empty() || indicator.name.contains(unit);
    if is_said { indicator.name.clone() } else { format!("{}, {unit}", indicator.name) }
}

/// What a ramp is called.
pub fn ramp(ramp: Ramp) -> Message {
    Message::new(match ramp {
        Ramp::YlGnBu => "planning-ramp-ylgnbu",
        Ramp::Purples => "planning-ramp-purples",
        Ramp::YlOrBr => "planning-ramp-ylorbr",
        Ramp::Viridis => "planning-ramp-viridis",
        Ramp::Cividis => "planning-ramp-cividis",
        Ramp::PuOr => "planning-ramp-puor",
        Ramp::BrBG => "planning-ramp-brbg",
        Ramp::Qualitative => "planning-ramp-qualitative",
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::id::IndicatorId;

    #[test]
    fn a_unit_stands_behind_the_number_or_beside_the_name_but_never_nowhere() {
        for (name, unit, behind, beside) in [
            ("Kinder in Armut", "%", "%", "Kinder in Armut"),
            ("Ausgaben", "€", "€", "Ausgaben"),
            ("Fläche", "km²", "km²", "Fläche"),
            ("Hilfen", "je 1.000", "", "Hilfen, je 1.000"),
            ("Hilfen je 1.000", "je 1.000", "", "Hilfen je 1.000"),
            ("Durchschnittsalter", " Jahre ", "", "Durchschnittsalter, Jahre"),
            ("Bevölkerungsdichte", "Ew./km²", "", "Bevölkerungsdichte, Ew./km²"),
            ("Index", "", "", "Index"),
        ] {
            let indicator = Indicator { name: name.into(), unit: unit.into(), ..Indicator::named(IndicatorId::new("x")) };
            assert_eq!((unit_behind(&indicator), headline(&indicator).as_str()), (behind, beside), "{name} {unit}");
        }
    }
}
