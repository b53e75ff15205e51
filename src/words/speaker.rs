//! Says messages in one language.
//!
//! **Promise.** Any message is said, always: an unknown key says itself, an unknown value says its name in braces.
//! No isolation marks are put around values: they would end up in exports, searches and file names.
use super::{Arg, Convention, Language, Message, Terms, date, number};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};

/// All texts in one language with one county's terms. Build it once per language change and share it in an `Arc`.
pub struct Words {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Words").field("language", &self.language).finish_non_exhaustive()
    }
}

impl Words {
    /// The texts of `language`, with the county's `terms`.
    pub fn new(language: Language, terms: &Terms) -> Self {
        Self::of_source(language.source(), language, terms)
    }

    /// The texts of any Fluent source; `new` gives it the program's own, tests give it theirs.
    pub(super) fn of_source(source: &str, language: Language, terms: &Terms) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![language.identifier()]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language {
            Language::German => |value, _| counted(value, Convention::German),
            Language::English => |value, _| counted(value, Convention::English),
        }));
        bundle.add_resource_overriding(parsed(source.to_owned()));
        bundle.add_resource_overriding(parsed(terms.source(language == Language::English)));
        Self { language, bundle }
    }

    /// The language spoken.
    pub fn language(&self) -> Language {
        self.language
    }

    /// A text without values.
    pub fn say(&self, key: &str) -> String {
        self.say_with(key, &[])
    }

    /// A text with its values.
    pub fn say_with(&self, key: &str, args: &[(&str, Arg)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|it| it.value()) else {
            return key.to_owned();
        };
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            values.set(*name, self.value(value));
        }
        // Whatever Fluent could not resolve it writes as `{$name}`, which is the best a reader can be given.
        self.bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned()
    }

    /// The text of a message.
    pub fn tell(&self, message: &Message) -> String {
        self.say_with(message.key, &message.args)
    }

    /// A day `YYYY-MM-DD` as this language writes it; other periods (`2023`, `2023/24`) stay as they are.
    pub fn date(&self, day: &str) -> String {
        date::written(day, self.language)
    }

    fn value(&self, arg: &Arg) -> FluentValue<'static> {
        match arg {
            Arg::Number(count) => FluentValue::from(*count),
            other => FluentValue::from(self.text_of(other)),
        }
    }

    fn text_of(&self, arg: &Arg) -> String {
        match arg {
            Arg::Text(text) => text.clone(),
            Arg::Number(count) => number::grouped(*count, self.language.convention()),
            Arg::Decimal(value, decimals) => self.number(*value, *decimals),
            Arg::Percent(share, decimals) => self.percent(*share, *decimals),
            Arg::Date(day) => self.date(day),
            Arg::Message(message) => self.tell(message),
            Arg::List(items) => items.iter().map(|it| self.text_of(it)).collect::<Vec<_>>().join(", "),
        }
    }
}

/// A resource from source; what does not parse is left out (the texts are checked by a test, the terms are quoted).
fn parsed(source: String) -> FluentResource {
    FluentResource::try_new(source).unwrap_or_else(|(whole, _)| whole)
}

/// How Fluent writes the counts inside a text: like every other number of the program.
fn counted(value: &FluentValue<'_>, convention: Convention) -> Option<String> {
    match value {
        FluentValue::Number(count) => Some(number::written(count.value, 0, convention)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;
    use crate::say;

    const COUNTED: &str = "n = { $count ->\n    [one] ein Gebiet\n   *[other] { $count } Gebiete\n    }\n";

    fn words(language: Language) -> Words {
        Words::of_source(COUNTED, language, &Terms::default())
    }

    #[test]
    fn the_texts_parse_without_a_fault() {
        for language in Language::ALL {
            if let Err((_, faults)) = FluentResource::try_new(language.source().to_owned()) {
                panic!("{}.ftl: {faults:?}", language.tag());
            }
        }
    }

    #[test]
    fn counts_choose_their_form_and_are_grouped() {
        for (count, german, english) in
            [(0, "0 Gebiete", "0 Gebiete"), (1, "ein Gebiet", "ein Gebiet"), (11_431, "11.431 Gebiete", "11,431 Gebiete")]
        {
            let message = say!("n", count);
            assert_eq!(words(Language::German).tell(&message), german);
            assert_eq!(words(Language::English).tell(&message), english);
        }
    }

    #[test]
    fn values_inside_values_speak_the_same_language() {
        let words = words(Language::German);
        let list = Arg::from(vec![Arg::from("id"), Arg::from(1200), Arg::from(say!("n", count = 2))]);
        assert_eq!(words.text_of(&list), "id, 1.200, 2 Gebiete");
        assert_eq!(words.text_of(&Arg::Decimal(-0.5, 1)), "−0,5");
        assert_eq!(words.text_of(&Arg::Percent(0.164, 1)), "16,4\u{a0}%");
        assert_eq!(words.text_of(&Arg::Date("2023-12-31".into())), "31.12.2023");
    }

    #[test]
    fn an_unknown_key_says_itself() {
        assert_eq!(words(Language::German).say("no-such-key"), "no-such-key");
    }

    #[test]
    fn words_can_be_shared_between_threads() {
        fn shared<T: Send + Sync>(_: &T) {}
        shared(&words(Language::German));
    }
}
