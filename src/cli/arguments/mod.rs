//! What may be typed: commands and options. What is said of them stands in `help`, in both languages.
//!
//! Reading order: `projects` (check, new, import, list), `plans` (plan, compare), `figures` (value, classify), `written` (render,
//! export), `read` (how values are read), `help` (what is said of them), `usage` (what is said when they can't be followed).

mod figures;
pub(super) mod help;
mod plans;
mod projects;
mod read;
pub(super) mod usage;
mod written;

use std::path::PathBuf;

use clap::{Parser, Subcommand};

pub use figures::{Classify, Method, Shown, Value};
pub use plans::{Compare, Plan, PlanCopy, PlanExport, PlanFile, PlanName, PlanShow};
pub use projects::{Check, Import, List, Listed, New};
pub use written::{Export, Exported, Render};

/// Draw, compare and present Sozialplanungsräume. Without a command the window opens.
#[derive(Debug, Parser)]
#[command(name = "planraum", version, about, disable_help_subcommand = true)]
pub struct Arguments {
    /// Project to open in the window.
    pub project: Option<PathBuf>,
    /// Print one JSON document on stdout and nothing else.
    #[arg(long, global = true)]
    pub json: bool,
    /// What to do instead of opening the window.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Read any supported file and tell what is in it.
    Check(Check),
    /// Make a project from boundaries, or the sample county.
    New(New),
    /// Take an indicator database into a project, with a join report.
    Import(Import),
    /// List what a project holds.
    List(List),
    /// Values of an indicator per district or, with a plan, per area.
    Value(Value),
    /// Plans: import, export, copy, delete, show.
    #[command(subcommand)]
    Plan(Plan),
    /// Compare two plans.
    Compare(Compare),
    /// Find class breaks.
    Classify(Classify),
    /// Draw one map with title, legend, scale bar and sources.
    Render(Render),
    /// Write areas, districts, values or a plan to a file.
    Export(Export),
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_definition_of_the_command_line_is_sound() {
        Arguments::command().debug_assert();
    }
}
