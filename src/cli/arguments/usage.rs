//! What is said of arguments that can't be followed, in the caller's language. What was typed and the names stay as they are.
//!
//! **Promise.** One sentence says what is wrong, one what would be right; then the usage, as `--help` shows it.

use std::error::Error as _;

use clap::{
    CommandFactory as _,
    error::{ContextKind, Error, ErrorKind},
};

use super::{Arguments, read::Expected};
use crate::words::{Message, Words, say};

/// What goes to the caller, and whether it is a complaint.
pub struct Told {
    /// The text, with line breaks.
    pub text: String,
    /// Complaints go to stderr and end with 2, help goes to stdout and ends with 0.
    pub wrong: bool,
}

/// What is told of what came out of the arguments.
pub fn told(error: &Error, words: &Words) -> Told {
    let text = match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            spoken(&error.to_string(), words)
        }
        _ => complaint(&[Some(cause(error)), hint(error)], &usage(error), words),
    };
    Told { text, wrong: error.use_stderr() }
}

/// A complaint of our own.
pub fn wrong(cause: Message, words: &Words) -> Told {
    Told { text: complaint(&[Some(cause)], "", words), wrong: true }
}

fn complaint(sentences: &[Option<Message>], usage: &str, words: &Words) -> String {
    let said: Vec<String> = sentences.iter().flatten().map(|it| words.tell(it)).collect();
    let usage = spoken(usage.trim_end(), words);
    let parts = [said.join(" "), usage, words.say("cli-usage-more")];
    parts.into_iter().filter(|it| !it.is_empty()).map(|it| it + "\n").collect::<Vec<_>>().join("\n")
}

/// The few words that the parser puts in by itself: headings on lines of their own, and signs in the usage.
fn spoken(text: &str, words: &Words) -> String {
    let mut spoken = text.replace("Usage:", &words.say("cli-help-usage"));
    for (heading, key) in [("Commands", "cli-help-commands"), ("Arguments", "cli-help-arguments"), ("Options", "cli-help-options")] {
        spoken = spoken.replace(&format!("\n{heading}:\n"), &format!("\n{}:\n", words.say(key)));
    }
    for (sign, key) in [("OPTIONS", "cli-help-options-sign"), ("COMMAND", "cli-help-command-sign")] {
        for [open, close] in [["[", "]"], ["<", ">"]] {
            spoken = spoken.replace(&format!("{open}{sign}{close}"), &format!("{open}{}{close}", words.say(key)));
        }
    }
    spoken
}

fn of(error: &Error, kind: ContextKind) -> String {
    error.get(kind).map(ToString::to_string).unwrap_or_default()
}

fn usage(error: &Error) -> String {
    of(error, ContextKind::Usage)
}

fn cause(error: &Error) -> Message {
    let (argument, value) = (of(error, ContextKind::InvalidArg), of(error, ContextKind::InvalidValue));
    match error.kind() {
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if value.is_empty() => say!("cli-usage-no-value", argument),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => say!("cli-usage-wrong-value", argument, value),
        ErrorKind::UnknownArgument => say!("cli-usage-unknown-argument", argument),
        ErrorKind::InvalidSubcommand => say!("cli-usage-unknown-command", name = of(error, ContextKind::InvalidSubcommand)),
        ErrorKind::MissingRequiredArgument => say!("cli-usage-missing", argument),
        ErrorKind::MissingSubcommand => say!("cli-usage-missing-command"),
        ErrorKind::ArgumentConflict => say!("cli-usage-conflict", argument, other = of(error, ContextKind::PriorArg)),
        ErrorKind::NoEquals | ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            say!("cli-usage-count", argument)
        }
        ErrorKind::InvalidUtf8 => say!("cli-usage-encoding"),
        _ => say!("cli-usage-other", detail = error.kind().to_string()),
    }
}

/// What would be right.
fn hint(error: &Error) -> Option<Message> {
    if let Some(expected) = error.source().and_then(|it| it.downcast_ref::<Expected>()) {
        return Some(expected.message());
    }
    if error.kind() == ErrorKind::MissingRequiredArgument {
        return choices(&usage(error), &of(error, ContextKind::InvalidArg));
    }
    let meant = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    let near = meant.into_iter().map(|it| of(error, it)).find(|it| !it.is_empty());
    let possible = of(error, ContextKind::ValidValue);
    match near {
        Some(near) => Some(say!("cli-usage-meant", near)),
        None if possible.is_empty() => None,
        None => Some(say!("cli-usage-possible", possible)),
    }
}

/// What could stand where something is missing, if that is one of a few.
fn choices(usage: &str, missing: &str) -> Option<Message> {
    let mut arguments = Arguments::command();
    arguments.build();
    let command = arguments.get_subcommands().find(|it| usage.split_whitespace().any(|word| word == it.get_name()))?;
    let of_few = |it: &&clap::Arg| !it.get_possible_values().is_empty() && missing.contains(&it.to_string());
    let found = command.get_arguments().find(of_few)?;
    let possible: Vec<String> = found.get_possible_values().iter().map(|it| it.get_name().to_owned()).collect();
    Some(say!("cli-usage-possible-for", argument = found.to_string(), possible = possible.join(", ")))
}
