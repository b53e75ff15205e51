//! `render` and `export`: what leaves the house as a file.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{
    figures::Shown,
    read::{layout, level, period},
};
use crate::{
    model::{period::Period, saved_view::Level},
    report::map::page::Layout,
};

/// `render`
#[derive(Debug, Args)]
pub struct Render {
    /// The project.
    pub project: PathBuf,
    /// File to write: .svg or .png.
    #[arg(long)]
    pub out: PathBuf,
    /// Replace the file even if the data of the project came from one of its name.
    #[arg(long)]
    pub overwrite: bool,
    /// Plan whose areas are outlined and, without an indicator, coloured.
    #[arg(long)]
    pub plan: Option<String>,
    /// Indicator that colours the map.
    #[arg(long)]
    pub indicator: Option<String>,
    /// Period; the latest with a known value if left out.
    #[arg(long, value_parser = period)]
    pub period: Option<Period>,
    /// The sheet: a4, a3 or slide.
    #[arg(long, default_value = "a4", value_parser = layout)]
    pub layout: Layout,
    /// Which units carry the indicator's colours: districts or areas.
    #[arg(long, default_value = "districts", value_parser = level)]
    pub by: Level,
    #[command(flatten)]
    #[allow(missing_docs, reason = "a comment on a flattened field would become help text")]
    pub shown: Shown,
}

/// `export`
#[derive(Debug, Args)]
pub struct Export {
    /// The project.
    pub project: PathBuf,
    /// What to write.
    #[arg(long)]
    pub what: Exported,
    /// File to write: .geojson or .csv.
    #[arg(long)]
    pub out: PathBuf,
    /// Replace the file even if the data of the project came from one of its name.
    #[arg(long)]
    pub overwrite: bool,
    /// The plan; the first that may be changed if left out.
    #[arg(long)]
    pub plan: Option<String>,
    /// Indicators that go along; may be given several times.
    #[arg(long)]
    pub indicator: Vec<String>,
    /// Period; each indicator's latest with a known value if left out.
    #[arg(long, value_parser = period)]
    pub period: Option<Period>,
    #[command(flatten)]
    #[allow(missing_docs, reason = "a comment on a flattened field would become help text")]
    pub shown: Shown,
}

/// What can be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Exported {
    /// Areas of a plan with population and the indicators asked for.
    Areas,
    /// Districts with population and the indicators asked for.
    Districts,
    /// Values of indicators, all if none is named; with a plan per area.
    Values,
    /// Which district belongs to which area.
    Plan,
}
