//! Terms that a county calls by its own name.
//!
//! Göttingen says *Sozialplanungskonferenz* in one paper and *Sozialraumkonferenz* on its web pages. The project keeps
//! the chosen nouns; the texts name them as Fluent terms: `{ -planning-area(form: "plural") }`.
use std::fmt::Write as _;

/// A German noun in the forms that the texts need, and what English texts call it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Noun {
    /// „Sozialraum“
    pub singular: String,
    /// „Sozialraums“, as in „Name des Sozialraums“
    pub genitive: String,
    /// „Sozialräume“
    pub plural: String,
    /// „Sozialräumen“
    pub dative_plural: String,
    /// “social area”
    pub english: String,
    /// “social areas”
    pub english_plural: String,
}

impl Noun {
    /// A noun from its forms: German singular, genitive, plural, dative plural; English singular, plural.
    pub fn new(german: [&str; 4], english: [&str; 2]) -> Self {
        let [singular, genitive, plural, dative_plural] = german.map(str::to_owned);
        let [english, english_plural] = english.map(str::to_owned);
        Self { singular, genitive, plural, dative_plural, english, english_plural }
    }

    fn forms(&self) -> [&String; 6] {
        [&self.singular, &self.genitive, &self.plural, &self.dative_plural, &self.english, &self.english_plural]
    }
}

/// The nouns of one county.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Terms {
    /// What a planning area is called: „Sozialplanungsraum“ unless the county says otherwise.
    pub planning_area: Noun,
    /// What the conference is called: „Sozialplanungskonferenz“ unless the county says otherwise.
    pub conference: Noun,
}

impl Default for Terms {
    fn default() -> Self {
        Self {
            planning_area: Noun::new(
                ["Sozialplanungsraum", "Sozialplanungsraums", "Sozialplanungsräume", "Sozialplanungsräumen"],
                ["planning area", "planning areas"],
            ),
            conference: Noun::new(
                ["Sozialplanungskonferenz", "Sozialplanungskonferenz", "Sozialplanungskonferenzen", "Sozialplanungskonferenzen"],
                ["planning conference", "planning conferences"],
            ),
        }
    }
}

impl Terms {
    /// The other usual pair: „Sozialraum“ and „Sozialraumkonferenz“.
    pub fn sozialraum() -> Self {
        Self {
            planning_area: Noun::new(["Sozialraum", "Sozialraums", "Sozialräume", "Sozialräumen"], ["social area", "social areas"]),
            conference: Noun::new(
                ["Sozialraumkonferenz", "Sozialraumkonferenz", "Sozialraumkonferenzen", "Sozialraumkonferenzen"],
                ["social area conference", "social area conferences"],
            ),
        }
    }

    /// The terms as Fluent source. Whatever a county typed is quoted, so it can never be read as Fluent.
    pub(super) fn source(&self, english: bool) -> String {
        let mut source = String::new();
        for (id, noun) in [("planning-area", &self.planning_area), ("conference", &self.conference)] {
            let [singular, genitive, plural, dative_plural, en, en_plural] = noun.forms().map(|it| quoted(it));
            let forms = if english { [&en, &en, &en_plural, &en_plural] } else { [&singular, &genitive, &plural, &dative_plural] };
            let _ = writeln!(source, "-{id} = {{ $form ->\n   *[singular] {}", forms[0]);
            let _ = writeln!(source, "    [genitive] {}\n    [plural] {}", forms[1], forms[2]);
            let _ = writeln!(source, "    [dative-plural] {}\n    }}", forms[3]);
        }
        source
    }
}

/// A text as a Fluent string literal; line breaks become spaces because a literal may not hold them.
fn quoted(text: &str) -> String {
    let plain: String = text.chars().map(|sign| if sign.is_control() { ' ' } else { sign }).collect();
    format!("{{ \"{}\" }}", plain.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::super::{Language, Words};
    use super::*;

    const TEXTS: &str = "areas = { -planning-area(form: \"plural\") }\nmeeting = { -conference }\n";

    fn say(terms: &Terms, language: Language, key: &str) -> String {
        Words::of_source(TEXTS, language, terms).say(key)
    }

    #[test]
    fn a_county_renames_its_terms() {
        let own = Terms::sozialraum();
        assert_eq!(say(&Terms::default(), Language::German, "areas"), "Sozialplanungsräume");
        assert_eq!(say(&own, Language::German, "areas"), "Sozialräume");
        assert_eq!(say(&own, Language::English, "areas"), "social areas");
        assert_eq!(say(&own, Language::German, "meeting"), "Sozialraumkonferenz");
    }

    #[test]
    fn a_term_is_text_and_never_code() {
        let mut terms = Terms::default();
        terms.planning_area.plural = "R\"äume { $x } \\ \n-a = b".into();
        assert_eq!(say(&terms, Language::German, "areas"), "R\"äume { $x } \\  -a = b");
        assert_eq!(say(&terms, Language::German, "meeting"), "Sozialplanungskonferenz");
    }
}
