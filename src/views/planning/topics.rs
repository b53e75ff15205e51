//! Fachbereiche and life phases in the planner's language.
//!
//! **Promise.** What an indicator database calls them is data and stays as it is; only the usual names, which the sample county uses,
//! are said in English where the window speaks English. Names of indicators are always data: the database has one name for each.

use crate::words::Words;

/// The usual names, and what they are called in the words.
const USUAL: [(&str, &str); 16] = [
    ("Demografie", "planning-topic-population"),
    ("Soziales", "planning-topic-social"),
    ("Jugend", "planning-topic-youth"),
    ("Bildung", "planning-topic-education"),
    ("Gesundheit", "planning-topic-health"),
    ("Jobcenter", "planning-topic-jobcentre"),
    ("Integration", "planning-topic-integration"),
    ("Alle Lebensphasen", "planning-phase-all"),
    ("Schwangerschaft und Geburt", "planning-phase-birth"),
    ("Frühe Kindheit", "planning-phase-early"),
    ("Kita und Schulstart", "planning-phase-start"),
    ("Schulzeit", "planning-phase-school"),
    ("Kindheit und Jugend", "planning-phase-childhood"),
    ("Übergang Schule und Beruf", "planning-phase-transition"),
    ("Erwerbsalter", "planning-phase-working"),
    ("Alter", "planning-phase-old"),
];

/// A Fachbereich or a life phase as it is said.
pub(super) fn said(name: &str, words: &Words) -> String {
    USUAL.iter().find(|it| it.0 == name).map_or_else(|| name.to_owned(), |it| words.say(it.1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Language, Terms};

    #[test]
    fn in_german_every_name_is_what_the_data_say_and_in_english_the_usual_ones_are_english() {
        let [german, english] = [Language::German, Language::English].map(|it| Words::new(it, &Terms::default()));
        for (name, _) in USUAL {
            assert_eq!(said(name, &german), name);
        }
        assert_eq!((said("Frühe Kindheit", &english).as_str(), said("Amt 51", &english).as_str()), ("Early childhood", "Amt 51"));
    }
}
