//! `value`, `classify`, and what all commands that show values are told: the rule for small numbers, the city, the date.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::read::{classes, day, number, period, profile};
use crate::model::{classing::ClassMethod, period::Period, released::Profile};

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
    #[allow(missing_docs, reason = "a comment on a flattened field would become help text")]
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
    /// How many classes are wanted; with --method pretty only about as many, with --method manual the breaks say how many.
    #[arg(long, required_unless_present = "breaks", value_parser = classes)]
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
    #[allow(missing_docs, reason = "a comment on a flattened field would become help text")]
    pub shown: Shown,
}

impl std::fmt::Display for Method {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(self.to_possible_value().as_ref().map_or("", |it| it.get_name()))
    }
}

impl Classify {
    /// Whether breaks are given to a method that finds its own.
    pub fn breaks_without_use(&self) -> bool {
        !self.breaks.is_empty() && self.method != Method::Manual
    }

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
