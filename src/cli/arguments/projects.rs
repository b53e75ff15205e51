//! `check`, `new`, `import`, `list`: files and what a project holds.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::read::{crs, period};
use crate::{geometry::projection::Crs, model::period::Period};

/// `check`
#[derive(Debug, Args)]
pub struct Check {
    /// Files to read.
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
}

/// `new`
#[derive(Debug, Args)]
pub struct New {
    /// The project file to write.
    pub out: PathBuf,
    /// Boundaries as GeoJSON.
    #[arg(long, required_unless_present = "sample", conflicts_with = "sample")]
    pub districts: Option<PathBuf>,
    /// Make the sample county.
    #[arg(long)]
    pub sample: bool,
    /// Field with the key of each district.
    #[arg(long, requires = "districts")]
    pub key: Option<String>,
    /// Field with the name of each district.
    #[arg(long, requires = "districts")]
    pub name: Option<String>,
    /// Coordinate system of the file, such as EPSG:25832.
    #[arg(long, requires = "districts", value_parser = crs)]
    pub crs: Option<Crs>,
    /// Numeric fields that become indicators: F1,F2 or all.
    #[arg(long, requires = "districts", value_delimiter = ',')]
    pub values: Vec<String>,
    /// Numeric field that counts people.
    #[arg(long, requires = "districts")]
    pub population: Option<String>,
    /// Keys of the districts that are the city: KEY,KEY.
    #[arg(long, requires = "districts", value_delimiter = ',')]
    pub city: Vec<String>,
    /// Period of these values; the present year if left out.
    #[arg(long, requires = "districts", value_parser = period)]
    pub period: Option<Period>,
}

/// `import`
#[derive(Debug, Args)]
pub struct Import {
    /// The project.
    pub project: PathBuf,
    /// Indicator database (SQLite).
    pub file: PathBuf,
    /// What the signs of the file mean, as JSON.
    #[arg(long)]
    pub mapping: Option<PathBuf>,
    /// Indicator that counts people.
    #[arg(long)]
    pub population: Option<String>,
}

/// `list`
#[derive(Debug, Args)]
pub struct List {
    /// The project.
    pub project: PathBuf,
    /// What to list.
    pub what: Listed,
    /// Areas of this plan only.
    #[arg(long)]
    pub plan: Option<String>,
}

/// What can be listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Listed {
    /// Districts with key, name and attributes.
    Districts,
    /// Indicators with their definitions.
    Indicators,
    /// Plans.
    Plans,
    /// Areas of all plans.
    Areas,
    /// Saved views.
    Views,
}
