//! `plan …` and `compare`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::figures::Shown;

/// `plan …`
#[derive(Debug, Subcommand)]
pub enum Plan {
    /// Read an assignment file (district;area) as a plan; a plan of that name gets the new assignment.
    Import(PlanFile),
    /// Write a plan as an assignment file.
    Export(PlanExport),
    /// Copy a plan.
    Copy(PlanCopy),
    /// Delete a plan.
    Delete(PlanName),
    /// Figures of a plan.
    Show(PlanShow),
}

/// `plan import`
#[derive(Debug, Args)]
pub struct PlanFile {
    /// The project.
    pub project: PathBuf,
    /// Name of the plan.
    pub plan: String,
    /// Assignment file.
    pub file: PathBuf,
}

/// `plan export`
#[derive(Debug, Args)]
pub struct PlanExport {
    #[command(flatten)]
    #[allow(missing_docs, reason = "a comment on a flattened field would become help text")]
    pub of: PlanFile,
    /// Replace the file even if the data of the project came from one of its name.
    #[arg(long)]
    pub overwrite: bool,
}

/// `plan copy`
#[derive(Debug, Args)]
pub struct PlanCopy {
    /// The project.
    pub project: PathBuf,
    /// Name of the plan.
    pub plan: String,
    /// Name of the copy.
    pub new: String,
}

/// `plan delete`
#[derive(Debug, Args)]
pub struct PlanName {
    /// The project.
    pub project: PathBuf,
    /// Name of the plan.
    pub plan: String,
}

/// `plan show`
#[derive(Debug, Args)]
pub struct PlanShow {
    /// The project.
    pub project: PathBuf,
    /// Name of the plan.
    pub plan: String,
    /// Indicator to balance instead of the plan's own.
    #[arg(long)]
    pub balance: Option<String>,
    #[command(flatten)]
    #[allow(missing_docs, reason = "a comment on a flattened field would become help text")]
    pub shown: Shown,
}

/// `compare`
#[derive(Debug, Args)]
pub struct Compare {
    /// The project.
    pub project: PathBuf,
    /// Plan before.
    pub a: String,
    /// Plan after.
    pub b: String,
    #[command(flatten)]
    #[allow(missing_docs, reason = "a comment on a flattened field would become help text")]
    pub shown: Shown,
}
