//! Values as JSON and as text: full precision there, the county's way of writing here.

use serde_json::{Map, Value, json};

use crate::{
    analysis::pool::AreaValue,
    cartography::said::out_of,
    model::{
        catalog::Series,
        indicator::Indicator,
        value::{MissingReason, State, SuppressedBy},
    },
    report::table::state_name,
    words::Words,
};

/// A value with everything that the contract names; `key`, `name` and the like are added by the caller.
pub fn value(value: &AreaValue) -> Map<String, Value> {
    let (by, reason) = match value.state {
        State::Suppressed(SuppressedBy::Source) => (Some("source"), None),
        State::Suppressed(SuppressedBy::Profile) => (Some("profile"), None),
        State::Missing(reason) => (None, Some(reason.code())),
        _ => (None, None),
    };
    let parts = value.parts;
    let told = json!({
        "value": value.value,
        "state": value.state.code(),
        "by": by,
        "reason": reason,
        "at_least": value.at_least,
        "estimate": value.estimate,
        "coverage": value.coverage,
        "numerator": value.numerator,
        "denominator": value.denominator,
        "range": value.range.map(|(min, max)| json!({ "min": min, "max": max })),
        "parts": { "known": parts.known, "suppressed": parts.suppressed, "missing": parts.missing },
        "quality": value.quality.codes(),
        "city_left_out": value.city_left_out,
    });
    match told {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}

/// Where a series breaks: the first period of each new series, and why.
pub fn breaks(series: &Series) -> Value {
    series.breaks.iter().map(|it| json!({ "period": it.period.as_str(), "reason": it.reason })).collect()
}

/// A number of that name; if it isn't known, `null` with a sibling `…_state` that says why: what a profile hides exists, and is
/// told as `suppressed`.
pub fn number(members: &mut Map<String, Value>, name: &str, number: Option<f64>, unknown: State) {
    members.insert(name.to_owned(), number.into());
    if number.is_none() {
        members.insert(format!("{name}_state"), unknown.code().into());
    }
}

/// Where nobody counted.
pub const MISSING: State = State::Missing(MissingReason::NotDelivered);
/// Where the profile hides.
pub const HIDDEN: State = State::Suppressed(SuppressedBy::Profile);

/// A value of that name; if it isn't known, `null` with its state as a sibling.
pub fn named_value(members: &mut Map<String, Value>, name: &str, value: Option<&AreaValue>) {
    members.insert(name.to_owned(), value.and_then(|it| it.value).into());
    if let Some(state) = value.map_or(Some("missing"), |it| Some(it.state.code()).filter(|_| it.value.is_none())) {
        members.insert(format!("{name}_state"), state.into());
    }
}

/// The same for what may be a total: that the city is left out of it stands behind it.
pub fn text_in_total(value: &AreaValue, indicator: &Indicator, words: &Words) -> String {
    let said = text(value, indicator, words);
    if value.city_left_out { format!("{said} ({})", words.say("legend-without-city")) } else { said }
}

/// A value for people: number and unit, else why there is none.
pub fn text(value: &AreaValue, indicator: &Indicator, words: &Words) -> String {
    let written = |number: f64| words.with_unit(number, indicator.shown_decimals(), &indicator.unit);
    match (value.value, value.estimate, value.at_least, value.range) {
        (Some(number), ..) => written(number),
        (_, Some(estimate), ..) => format!("≈ {} ({})", written(estimate), out_of(value.parts, words)),
        (_, _, Some(least), _) => format!("≥ {}", written(least)),
        (.., Some((min, max))) => format!("{} – {}", words.number(min, indicator.shown_decimals()), written(max)),
        _ => words.tell(&state_name(value.state, None)),
    }
}
