//! The command line: the same readers, answers and writers as the window, driven from a terminal.
//!
//! **Promise.** No command needs a display. `--json` prints one document on stdout and nothing else; messages go to stderr.
//! 0 done; 1 refused, or findings of severity *error*; 2 wrong usage. A change is one step of the project's history.
//! **Not here.** The window (`app`).
//!
//! Reading order: [`arguments`], [`answer`], `opening`, then one file per command.

pub mod answer;
pub mod arguments;
mod check;
mod classify;
mod compare;
mod export;
mod import;
mod list;
mod new;
mod opening;
mod plan;
mod refusal;
mod render;
mod told;
mod value;

use std::{ffi::OsString, path::PathBuf, process::ExitCode};

use clap::{CommandFactory, Parser, error::ErrorKind};

use crate::{storage::refused::Refused, words::Words};
use answer::Answer;
use arguments::{Arguments, Command};

/// What came of the arguments.
#[derive(Debug)]
pub enum Ran {
    /// A command ran; this is how the program ends.
    Done(ExitCode),
    /// No command: the window is wanted, with this project.
    Window(Option<PathBuf>),
}

/// Reads the arguments (the program's own name first) and runs the command, if there is one.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Ran {
    let asked = match Arguments::try_parse_from(arguments).and_then(sound) {
        Ok(asked) => asked,
        Err(error) => {
            let _ = error.print(); // help on stdout, wrong usage on stderr
            return Ran::Done(ExitCode::from(u8::from(error.use_stderr()) * 2));
        }
    };
    let Some(command) = asked.command else { return Ran::Window(asked.project) };
    let words = opening::words_of_caller();
    Ran::Done(answer::give(answer(&command, &words), asked.json, &words))
}

/// A project goes with the window only; a lone word that is no file was meant as a command.
fn sound(asked: Arguments) -> Result<Arguments, clap::Error> {
    let Some(project) = &asked.project else { return Ok(asked) };
    let wrong = |kind, text: String| Err(Arguments::command().error(kind, text));
    if asked.command.is_some() {
        return wrong(ErrorKind::ArgumentConflict, "a command names its project itself: planraum COMMAND PROJECT".to_owned());
    }
    let looks_like_a_word = project.extension().is_none() && project.components().count() == 1;
    if looks_like_a_word && !project.exists() {
        return wrong(ErrorKind::InvalidSubcommand, format!("unrecognized subcommand '{}'", project.display()));
    }
    Ok(asked)
}

fn answer(command: &Command, words: &Words) -> Result<Answer, Refused> {
    match command {
        Command::Check(it) => check::run(it, words),
        Command::New(it) => new::run(it, words),
        Command::Import(it) => import::run(it, words),
        Command::List(it) => list::run(it, words),
        Command::Value(it) => value::run(it, words),
        Command::Plan(it) => plan::run(it, words),
        Command::Compare(it) => compare::run(it, words),
        Command::Classify(it) => classify::run(it, words),
        Command::Render(it) => render::run(it, words),
        Command::Export(it) => export::run(it, words),
    }
}
