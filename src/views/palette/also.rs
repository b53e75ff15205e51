//! What else a command is called: whoever types „Raum anlegen“ or „importieren“ finds „Neuer Raum“ and „Kennzahlen einlesen“.

use crate::words::Words;

/// The command and the message with its other names, separated by commas.
const ALSO: [(&str, &str); 26] = [
    ("keys-new", "palette-also-new"),
    ("keys-open", "palette-also-open"),
    ("keys-indicators", "palette-also-indicators"),
    ("keys-save", "palette-also-save"),
    ("keys-save-as", "palette-also-save-as"),
    ("keys-export-map", "palette-also-export-map"),
    ("keys-export-table", "palette-also-export-table"),
    ("keys-export-areas", "palette-also-export-areas"),
    ("keys-export-assignment", "palette-also-export-assignment"),
    ("keys-close", "palette-also-close"),
    ("keys-undo", "palette-also-undo"),
    ("keys-redo", "palette-also-redo"),
    ("keys-rename", "palette-also-rename"),
    ("keys-unassign", "palette-also-unassign"),
    ("keys-new-area", "palette-also-new-area"),
    ("keys-new-plan", "palette-also-new-plan"),
    ("keys-duplicate-plan", "palette-also-duplicate-plan"),
    ("keys-comparison", "palette-also-comparison"),
    ("keys-present", "palette-also-present"),
    ("keys-save-view", "palette-also-save-view"),
    ("keys-tool-paint", "palette-also-tool-paint"),
    ("keys-tool-erase", "palette-also-tool-erase"),
    ("keys-tool-lock", "palette-also-tool-lock"),
    ("keys-larger", "palette-also-larger"),
    ("keys-labels", "palette-also-labels"),
    ("keys-help", "palette-also-help"),
];

/// The other names of a command.
pub fn other_names(command: &str, words: &Words) -> Vec<String> {
    let found = ALSO.iter().find(|it| it.0 == command).map(|it| words.say(it.1)).unwrap_or_default();
    found.split(", ").filter(|it| !it.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::keys::COMMANDS;

    #[test]
    fn every_other_name_belongs_to_a_command() {
        for (command, _) in ALSO {
            assert!(COMMANDS.iter().any(|it| it.name == command), "{command}");
        }
    }
}
