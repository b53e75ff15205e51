//! What `--help` says: the words of the caller's language, put into the definition of the command line.
//!
//! **Promise.** Every command and every argument says what it is, in German and in English; names and codes are the same in both.

use clap::{Arg, ArgAction, Command};

use crate::words::Words;

/// The definition of the command line, speaking.
pub fn speaking(command: Command, words: &Words) -> Command {
    told("planraum", command.version(env!("CARGO_PKG_VERSION")).mut_subcommands(|it| inside("planraum", it, words)), words)
}

/// A command inside another: `plan import` is called `plan-import` here.
fn inside(above: &str, command: Command, words: &Words) -> Command {
    let name = if above == "planraum" { command.get_name().to_owned() } else { format!("{above}-{}", command.get_name()) };
    told(&name, command.mut_subcommands(|it| inside(&name, it, words)), words)
}

fn told(name: &str, command: Command, words: &Words) -> Command {
    let template = format!("{{about}}\n\n{} {{usage}}\n\n{{all-args}}{{after-help}}", words.say("cli-help-usage"));
    let mut command = command
        .about(words.say(of_command(name)))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .help_template(template)
        .mut_args(|it| {
            let help = words.say(of_argument(name, it.get_id().as_str()));
            let takes_values = it.get_action().takes_values();
            it.help(help).hide_possible_values(takes_values).hide_default_value(takes_values)
        })
        .arg(Arg::new("help").short('h').long("help").action(ArgAction::Help).help(words.say("cli-help-help")));
    if name == "planraum" {
        let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
        command = command.arg(version.help(words.say("cli-help-version"))).after_help(words.say("cli-help-exit"));
    }
    command
}

fn of_command(name: &str) -> &'static str {
    match name {
        "check" => "cli-help-check",
        "new" => "cli-help-new",
        "import" => "cli-help-import",
        "list" => "cli-help-list",
        "value" => "cli-help-value",
        "plan" => "cli-help-plan-commands",
        "plan-import" => "cli-help-plan-import",
        "plan-export" => "cli-help-plan-export",
        "plan-copy" => "cli-help-plan-copy",
        "plan-delete" => "cli-help-plan-delete",
        "plan-show" => "cli-help-plan-show",
        "compare" => "cli-help-compare",
        "classify" => "cli-help-classify",
        "render" => "cli-help-render",
        "export" => "cli-help-export",
        _ => "cli-help",
    }
}

/// What an argument is; most mean the same wherever they stand.
fn of_argument(command: &str, argument: &str) -> &'static str {
    match (command, argument) {
        ("planraum", "project") => "cli-help-project-of-window",
        ("import", "population") => "cli-help-population-of-import",
        ("import", "file") => "cli-help-file-of-indicators",
        ("new", "out") => "cli-help-out-of-new",
        ("new", "period") => "cli-help-period-of-new",
        ("export", "out") => "cli-help-out-of-export",
        ("export", "what") => "cli-help-what-to-export",
        ("export", "plan") => "cli-help-plan-to-export",
        ("export", "indicator") => "cli-help-indicators-to-export",
        ("export", "period") => "cli-help-period-of-export",
        ("render", "plan") => "cli-help-plan-to-render",
        ("render", "indicator") => "cli-help-indicator-to-render",
        ("list", "plan") => "cli-help-plan-of-areas",
        ("value" | "classify", "plan") => "cli-help-plan-to-pool",
        (_, "mapping") => "cli-help-mapping",
        (_, "project") => "cli-help-project",
        (_, "json") => "cli-help-json",
        (_, "files") => "cli-help-files",
        (_, "districts") => "cli-help-districts",
        (_, "sample") => "cli-help-sample",
        (_, "key") => "cli-help-key",
        (_, "name") => "cli-help-name",
        (_, "crs") => "cli-help-crs",
        (_, "values") => "cli-help-values",
        (_, "population") => "cli-help-population",
        (_, "city") => "cli-help-city",
        (_, "period") => "cli-help-period",
        (_, "file") => "cli-help-file-of-plan",
        (_, "what") => "cli-help-what-to-list",
        (_, "plan") => "cli-help-plan",
        (_, "new") => "cli-help-name-of-copy",
        (_, "balance") => "cli-help-balance",
        (_, "a") => "cli-help-plan-before",
        (_, "b") => "cli-help-plan-after",
        (_, "indicator") => "cli-help-indicator",
        (_, "method") => "cli-help-method",
        (_, "classes") => "cli-help-classes",
        (_, "breaks") => "cli-help-breaks",
        (_, "out") => "cli-help-out",
        (_, "layout") => "cli-help-layout",
        (_, "by") => "cli-help-by",
        (_, "profile") => "cli-help-profile",
        (_, "without_city") => "cli-help-without-city",
        (_, "date") => "cli-help-date",
        (_, "overwrite") => "cli-help-overwrite",
        (_, "help") => "cli-help-help",
        _ => UNSAID,
    }
}

/// A test fails where an argument has no words.
const UNSAID: &str = "cli-help";

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use crate::{
        cli::arguments::Arguments,
        words::{Language, Terms},
    };
    use clap::CommandFactory;

    fn each(above: &str, command: &Command, look: &mut impl FnMut(&str, &Command)) {
        for inner in command.get_subcommands() {
            let name = if above.is_empty() { inner.get_name().to_owned() } else { format!("{above}-{}", inner.get_name()) };
            look(&name, inner);
            each(&name, inner, look);
        }
    }

    #[test]
    fn every_command_and_argument_says_what_it_is() {
        let command = Arguments::command();
        let mut seen = 0;
        each("", &command, &mut |name, it| {
            assert_ne!(of_command(name), "cli-help", "{name}");
            for argument in it.get_arguments() {
                assert_ne!(of_argument(name, argument.get_id().as_str()), UNSAID, "{name} {argument}");
                seen += 1;
            }
        });
        assert!(seen > 50, "{seen}");
    }

    #[test]
    fn the_definition_is_sound_in_both_languages() {
        for language in Language::ALL {
            speaking(Arguments::command(), &Words::new(language, &Terms::default())).debug_assert();
        }
    }
}
