//! The two languages of the program.
use super::Convention;
use unic_langid::{LanguageIdentifier, langid};

/// A language that every text exists in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, PartialOrd, Ord)]
pub enum Language {
    /// The first language.
    #[default]
    German,
    /// The second language, equally complete.
    English,
}

impl Language {
    /// Both, in the order in which the settings offer them.
    pub const ALL: [Self; 2] = [Self::German, Self::English];

    /// The tag of BCP 47: `de` or `en`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::German => "de",
            Self::English => "en",
        }
    }

    /// The language of a locale such as `de_DE.UTF-8`; German for anything that is not English.
    pub fn of_locale(locale: &str) -> Self {
        let head = locale.split(['_', '-', '.', '@']).next().unwrap_or_default();
        if head.eq_ignore_ascii_case("en") { Self::English } else { Self::German }
    }

    /// How this language writes numbers.
    pub fn convention(self) -> Convention {
        match self {
            Self::German => Convention::German,
            Self::English => Convention::English,
        }
    }

    /// The name that speakers of the language call it by.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::German => "Deutsch",
            Self::English => "English",
        }
    }

    pub(super) fn identifier(self) -> LanguageIdentifier {
        match self {
            Self::German => langid!("de"),
            Self::English => langid!("en"),
        }
    }

    pub(super) fn source(self) -> &'static str {
        match self {
            Self::German => include_str!("../../assets/words/de.ftl"),
            Self::English => include_str!("../../assets/words/en.ftl"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_names_its_language() {
        for (locale, language) in [
            ("de_DE.UTF-8", Language::German),
            ("en_GB", Language::English),
            ("en", Language::English),
            ("C", Language::German),
            ("", Language::German),
        ] {
            assert_eq!(Language::of_locale(locale), language, "{locale}");
        }
    }
}
