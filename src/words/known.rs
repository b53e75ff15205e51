//! Names that the texts use, as the texts spell them: a key or the name of a value that was kept in a file and comes back.
use super::Language;
use std::{collections::HashSet, sync::OnceLock};

/// The key of a message, or the name of a value, as it stands in the texts; `None` for any other text.
/// A history step keeps its title by key: this is how the key is found again without trusting the file.
pub fn known(name: &str) -> Option<&'static str> {
    static NAMES: OnceLock<HashSet<&'static str>> = OnceLock::new();
    NAMES.get_or_init(|| names(Language::German.source())).get(name).copied()
}

fn names(source: &'static str) -> HashSet<&'static str> {
    let is_name = |sign: char| sign.is_ascii_alphanumeric() || sign == '-' || sign == '_';
    let mut found = HashSet::new();
    for line in source.lines().filter(|it| !it.starts_with('#')) {
        let key = line.split_once('=').map(|(key, _)| key.trim_end());
        found.extend(key.filter(|it| it.starts_with(|sign: char| sign.is_ascii_alphabetic()) && it.chars().all(is_name)));
        found.extend(line.split('$').skip(1).filter_map(|it| it.split(|sign| !is_name(sign)).next()));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_and_names_of_values_are_found_again() {
        for (name, there) in [("words-percent-points", true), ("value", true), ("words-nothing", false), ("", false), ("den", false)] {
            assert_eq!(known(name), there.then_some(name), "{name}");
        }
    }
}
