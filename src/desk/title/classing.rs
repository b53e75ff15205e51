//! What a change of classes was, from what to what: two of them in a row are told apart.
use crate::{
    cartography::said::ramp,
    model::classing::{ClassMethod, Classing},
    words::{Arg, Message, say},
};

/// „Klassen von „Kinder in Armut“: natürliche Grenzen · 5 → gleiche Breite · 4“, or what else differs; `None` is what the program
/// takes by itself.
pub(super) fn changed(indicator: &str, before: Option<&Classing>, after: Option<&Classing>) -> Message {
    let usual = Classing::default();
    let [was, is] = [before, after].map(|it| it.unwrap_or(&usual));
    let (limits, colours) = (limits_of(was) != limits_of(is), was.ramp != is.ramp);
    match (limits, colours) {
        (true, true) => from_to("step-classing-changed", indicator, both(was), both(is)),
        (true, false) => from_to("step-classing-changed", indicator, limits_of(was), limits_of(is)),
        (false, true) => from_to("step-classing-ramp", indicator, ramp(was.ramp), ramp(is.ramp)),
        (false, false) => say!("step-classing", indicator), // kept for the project what it would have been anyhow, or no longer
    }
}

fn from_to(key: &'static str, indicator: &str, from: Message, to: Message) -> Message {
    Message::new(key).with("indicator", indicator).with("from", from).with("to", to)
}

fn both(classing: &Classing) -> Message {
    say!("step-classing-both", limits = limits_of(classing), colours = ramp(classing.ramp))
}

/// „natürliche Grenzen · 5“, „eigene Grenzen 12; 18,5“, „festgehalten 12; 18,5“.
fn limits_of(classing: &Classing) -> Message {
    if let Some(frozen) = &classing.frozen {
        let inner = frozen.get(1..frozen.len().saturating_sub(1)).unwrap_or(&[]);
        return say!("step-classing-limits", method = Message::new("planning-method-frozen"), limits = listed(inner));
    }
    let method = Message::new(match &classing.method {
        ClassMethod::Manual(limits) => {
            return say!("step-classing-limits", method = Message::new("planning-method-manual"), limits = listed(limits));
        }
        ClassMethod::Quantile => "planning-method-quantile",
        ClassMethod::EqualInterval => "planning-method-equal",
        ClassMethod::NaturalBreaks => "planning-method-natural",
        ClassMethod::StandardDeviation => "planning-method-deviation",
        ClassMethod::Pretty => "planning-method-pretty",
    });
    say!("planning-method-and-classes", method, classes = i64::from(classing.classes))
}

/// With semicolons, because a German number has a comma of its own.
fn listed(limits: &[f64]) -> Arg {
    let mut limits = limits.iter().map(|it| Arg::Decimal(*it, decimals(*it)));
    let first = limits.next().unwrap_or_else(|| Arg::Text(String::new()));
    limits.fold(first, |said, next| Message::new("step-classing-and").with("limits", said).with("next", next).into())
}

/// As many decimals as the number has, at most three: a limit that was worked out has no end.
fn decimals(number: f64) -> u8 {
    let is_whole = |places: u8| {
        let scaled = number * 10_f64.powi(i32::from(places));
        (scaled - scaled.round()).abs() < 1e-9 * scaled.abs().max(1.0)
    };
    (0..3).find(|it| is_whole(*it)).unwrap_or(3)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::classing::Ramp;
    use crate::words::{Language, Terms, Words};

    /// „Klassen geändert“ stood there twice, and nobody could tell which was which.
    #[test]
    fn a_step_says_what_its_classes_were_and_became() {
        let words = Words::new(Language::German, &Terms::default());
        let usual = Classing::default();
        let four = Classing { classes: 4, ..usual.clone() };
        let own = Classing { method: ClassMethod::Manual(vec![12.0, 18.5]), ..usual.clone() };
        let held = Classing { frozen: Some(vec![1.0, 12.0, 18.123_456, 30.0]), ..usual.clone() };
        let purple = Classing { ramp: Ramp::Purples, ..usual.clone() };
        let both = Classing { method: ClassMethod::EqualInterval, ..purple.clone() };
        for (before, after, said) in [
            (None, Some(&four), "Klassen von „Armut“: natürliche Grenzen · 5 → natürliche Grenzen · 4"),
            (Some(&four), Some(&own), "Klassen von „Armut“: natürliche Grenzen · 4 → eigene Grenzen 12; 18,5"),
            (Some(&own), Some(&held), "Klassen von „Armut“: eigene Grenzen 12; 18,5 → festgehalten 12; 18,123"),
            (None, Some(&purple), "Farben von „Armut“: Gelb – Grün – Blau → Violett"),
            (None, Some(&both), "Klassen von „Armut“: natürliche Grenzen · 5, Gelb – Grün – Blau → gleiche Breite · 5, Violett"),
            (Some(&four), None, "Klassen von „Armut“: natürliche Grenzen · 4 → natürliche Grenzen · 5"),
            (Some(&usual), None, "Klassen von „Armut“ geändert"),
        ] {
            assert_eq!(words.tell(&changed("Armut", before, after)), said);
        }
    }
}
