//! What may be typed: commands, options, and how their values are read.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::{
    geometry::projection::Crs,
    model::{classing::ClassMethod, period::Period, released::Profile, saved_view::Level},
    report::map::page::Layout,
    words::date,
};

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

/// Under which rule and with whom.
#[derive(Debug, Clone, Args)]
pub struct Shown {
    /// Rule for small numbers: intern, konferenz or oeffentlich. Files default to oeffentlich, stdout to intern.
    #[arg(long, value_parser = profile)]
    pub profile: Option<Profile>,
    /// Leave the city out of totals, means, classes and ranks.
    #[arg(long)]
    pub without_city: bool,
    /// Date to print (YYYY-MM-DD); the project's last change if left out.
    #[arg(long, value_parser = day)]
    pub date: Option<String>,
}

/// `value`
#[derive(Debug, Args)]
pub struct Value {
    /// The project.
    pub project: PathBuf,
    /// Id of the indicator.
    pub indicator: String,
    /// Period; the latest with a known value if left out.
    #[arg(long, value_parser = period)]
    pub period: Option<Period>,
    /// Plan whose areas the values are pooled over.
    #[arg(long)]
    pub plan: Option<String>,
    #[command(flatten)]
    #[allow(missing_docs)]
    pub shown: Shown,
}

/// `plan …`
#[derive(Debug, Subcommand)]
pub enum Plan {
    /// Read an assignment file (district;area) as a plan; a plan of that name gets the new assignment.
    Import(PlanFile),
    /// Write a plan as an assignment file.
    Export(PlanFile),
    /// Copy a plan.
    Copy(PlanCopy),
    /// Delete a plan.
    Delete(PlanName),
    /// Figures of a plan.
    Show(PlanShow),
}

/// `plan import`, `plan export`
#[derive(Debug, Args)]
pub struct PlanFile {
    /// The project.
    pub project: PathBuf,
    /// Name of the plan.
    pub plan: String,
    /// Assignment file.
    pub file: PathBuf,
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
    #[allow(missing_docs)]
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
    #[allow(missing_docs)]
    pub shown: Shown,
}

/// The ways of finding breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Method {
    /// Equal numbers in each class.
    Quantile,
    /// Equal steps.
    Equal,
    /// Natural breaks, exact.
    Jenks,
    /// Steps of one standard deviation.
    Stddev,
    /// Round numbers.
    Pretty,
    /// Breaks given by --breaks.
    Manual,
}

/// `classify`
#[derive(Debug, Args)]
pub struct Classify {
    /// The project.
    pub project: PathBuf,
    /// Id of the indicator.
    pub indicator: String,
    /// How breaks are found.
    #[arg(long)]
    pub method: Method,
    /// How many classes are wanted.
    #[arg(long, required_unless_present = "breaks", value_parser = clap::value_parser!(u8).range(1..=20))]
    pub classes: Option<u8>,
    /// Breaks for --method manual, such as 5,10,20.
    #[arg(long, value_delimiter = ',', allow_negative_numbers = true, required_if_eq("method", "manual"), value_parser = number)]
    pub breaks: Vec<f64>,
    /// Period; the latest with a known value if left out.
    #[arg(long, value_parser = period)]
    pub period: Option<Period>,
    /// Plan whose areas are classed.
    #[arg(long)]
    pub plan: Option<String>,
    #[command(flatten)]
    #[allow(missing_docs)]
    pub shown: Shown,
}

impl Classify {
    /// The method with its breaks.
    pub fn class_method(&self) -> ClassMethod {
        match self.method {
            Method::Quantile => ClassMethod::Quantile,
            Method::Equal => ClassMethod::EqualInterval,
            Method::Jenks => ClassMethod::NaturalBreaks,
            Method::Stddev => ClassMethod::StandardDeviation,
            Method::Pretty => ClassMethod::Pretty,
            Method::Manual => ClassMethod::Manual(self.breaks.clone()),
        }
    }
}

/// `render`
#[derive(Debug, Args)]
pub struct Render {
    /// The project.
    pub project: PathBuf,
    /// File to write: .svg or .png.
    #[arg(long)]
    pub out: PathBuf,
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
    #[allow(missing_docs)]
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
    #[allow(missing_docs)]
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

fn period(text: &str) -> Result<Period, String> {
    Period::parse(text).ok_or_else(|| "expected a period such as 2023, 2023-12-31 or 2023/24".to_owned())
}

fn profile(text: &str) -> Result<Profile, String> {
    Profile::from_code(text).ok_or_else(|| "expected intern, konferenz or oeffentlich".to_owned())
}

fn layout(text: &str) -> Result<Layout, String> {
    Layout::from_code(text).ok_or_else(|| "expected a4, a3 or slide".to_owned())
}

fn level(text: &str) -> Result<Level, String> {
    match text {
        "districts" => Ok(Level::Districts),
        "areas" => Ok(Level::Areas),
        _ => Err("expected districts or areas".to_owned()),
    }
}

fn day(text: &str) -> Result<String, String> {
    date::parts(text).map(|_| text.to_owned()).ok_or_else(|| "expected a day such as 2026-11-23".to_owned())
}

fn crs(text: &str) -> Result<Crs, String> {
    Crs::parse(text).ok_or_else(|| "expected a known coordinate system such as EPSG:25832".to_owned())
}

fn number(text: &str) -> Result<f64, String> {
    text.trim().parse().ok().filter(|it: &f64| it.is_finite()).ok_or_else(|| "expected numbers such as 5,10.5,20".to_owned())
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
