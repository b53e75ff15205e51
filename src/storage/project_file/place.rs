//! Where in a project file something is damaged, in the planner's words: our tables have names that nobody outside knows.

use crate::words::{Message, say};

/// `plan 3`, `assignment 1 03159016` or `area 2: lock ajar`, as a planner would call it.
pub(super) fn said(place: &str) -> Message {
    let mut words = place.split([' ', ':']).filter(|it| !it.is_empty());
    let (table, number, third) = (words.next().unwrap_or_default(), words.next().unwrap_or_default(), words.next().unwrap_or_default());
    match table {
        "file" => say!("project-file-place-length"),
        "journal" => say!("project-file-place-journal"),
        "sqlite_schema" => say!("project-file-place-schema"),
        "user_version" => say!("project-file-place-version"),
        "plan" => say!("project-file-place-plan", number),
        "area" => say!("project-file-place-area", number),
        "assignment" => say!("project-file-place-assignment", plan = number, key = third),
        "view" => say!("project-file-place-view", number),
        "source" => say!("project-file-place-source", number),
        "classing" => say!("project-file-place-classing", number),
        "terms" => say!("project-file-place-terms"),
        "city" => say!("project-file-place-city"),
        "step" => say!("project-file-place-step", number),
        _ => say!("project-file-place-entry"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Language, Terms, Words};

    /// „Stelle: assignment 1 03159001“ and „file size“ stood in German sentences.
    #[test]
    fn places_are_told_in_the_planner_s_words() {
        let words = Words::new(Language::German, &Terms::default());
        for (place, told) in [
            ("assignment 1 03159001", "Zuordnung von 03159001 in Planungsvariante Nr. 1"),
            ("area 2: lock ajar", "Raum Nr. 2"),
            ("file size", "Länge der Datei"),
            ("sqlite_schema", "Aufbau der Tabellen"),
            ("JSON 1:5", "ein Eintrag"),
        ] {
            assert_eq!(words.tell(&said(place)).replace(['\u{2068}', '\u{2069}'], ""), told, "{place}");
        }
    }
}
