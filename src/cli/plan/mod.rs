//! `plan`: assignment files in and out, copies, deletions, figures.

mod changes;
mod files;
mod show;

use super::{answer::Answer, arguments::Plan};
use crate::{storage::refused::Refused, words::Words};

/// Runs one of the sub-commands.
pub fn run(asked: &Plan, words: &Words) -> Result<Answer, Refused> {
    match asked {
        Plan::Import(it) => files::import(it, words),
        Plan::Export(it) => files::export(it, words),
        Plan::Copy(it) => changes::copy(it, words),
        Plan::Delete(it) => changes::delete(it, words),
        Plan::Show(it) => show::run(it, words),
    }
}
