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
mod out;
mod plan;
mod refusal;
mod render;
mod told;
mod value;

use std::{ffi::OsString, path::PathBuf, process::ExitCode};

use clap::{CommandFactory, FromArgMatches};

use crate::{
    storage::{caps, refused::Refused},
    words::{Words, say},
};
use answer::Answer;
use arguments::{
    Arguments, Command, help,
    usage::{self, Told},
};

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
    let words = opening::words_of_caller();
    let read = help::speaking(Arguments::command(), &words).try_get_matches_from(arguments).and_then(|it| Arguments::from_arg_matches(&it));
    let asked = match read.map_err(|it| usage::told(&it, &words)).and_then(|it| sound(it, &words)) {
        Ok(asked) => asked,
        Err(told) => return Ran::Done(answer::explain(told, &words)),
    };
    let Some(command) = asked.command else { return Ran::Window(asked.project) };
    caps::in_folder(caps::workplace().as_deref()).1.iter().for_each(|it| answer::complain(&words.tell(it)));
    Ran::Done(answer::give(answer(&command, &words), asked.json, &words))
}

/// Breaks are for `manual`. A project goes with the window only; a lone word that is no file was meant as a command.
fn sound(asked: Arguments, words: &Words) -> Result<Arguments, Told> {
    if let Some(Command::Classify(it)) = &asked.command
        && it.breaks_without_use()
    {
        return Err(usage::wrong(say!("cli-usage-conflict", argument = "--breaks", other = format!("--method {}", it.method)), words));
    }
    let Some(project) = &asked.project else { return Ok(asked) };
    if asked.command.is_some() {
        return Err(usage::wrong(say!("cli-usage-project-before-command"), words));
    }
    let looks_like_a_word = project.extension().is_none() && project.components().count() == 1;
    if looks_like_a_word && !project.exists() {
        return Err(usage::wrong(say!("cli-usage-unknown-command", name = project.display().to_string()), words));
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

/// A sentence on stderr in the language of whoever called the program from there.
pub fn complain(message: &crate::words::Message) {
    answer::complain(&opening::words_of_caller().tell(message));
}
