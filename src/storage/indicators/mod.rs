//! Indicators: definitions and values out of a local SQLite file in the contract's schema.
//!
//! **Reading order.** [`schema`] (which tables and columns there are) → [`definition`] (what indicators are) → [`cells`] and
//! [`signs`] and [`mapping`] (what was counted) → [`complete`] (numerators, denominators, weights; what contradicts itself).
//! **Promise.** A true zero stays a zero, a hole stays a hole. Every row is checked; what cannot be read is told with its row
//! and left out. Missing optional columns mean that nothing is known.
//! **Not here.** Which districts of the map the keys mean: see [`super::join`].

mod cells;
mod complete;
mod definition;
mod field;
mod mapping;
mod schema;
mod signs;

use std::{collections::HashSet, path::Path};

pub(super) use field::LARGEST;
pub use mapping::Mapping;

use cells::Within;

use crate::{
    model::{
        catalog::{Reference, SeriesBreak},
        finding::{Findings, Place, Severity},
        id::IndicatorId,
        indicator::{Indicator, Role},
        period::Period,
        value::{Cell, MissingReason, State},
    },
    storage::{
        codes::{self, at, finding},
        foreign::Foreign,
        limits::Limits,
        refused::Refused,
        watch::Watch,
    },
    words::say,
};

/// The indicators of one source, by key text: nobody has looked yet whether the map has these districts.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct IndicatorFile {
    /// Every district key that occurs, in order of appearance.
    pub districts: Vec<String>,
    /// Every period that occurs, in order.
    pub periods: Vec<Period>,
    /// The indicators with their values.
    pub series: Vec<KeyedSeries>,
    /// Rows of values in the file, those left out included.
    pub rows: u64,
    /// Keys of districts that have more than one row for the same indicator and period, each once.
    pub repeated: Vec<String>,
    /// What was noticed.
    pub findings: Findings,
}

/// An indicator with its values by key.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyedSeries {
    /// What it is.
    pub indicator: Indicator,
    /// Its values, ordered by period and district, each pair once.
    pub values: Vec<KeyedCell>,
    /// Breaks, in order.
    pub breaks: Vec<SeriesBreak>,
    /// Published figures of the whole.
    pub references: Vec<Reference>,
}

/// A value by the places of its period and district in the lists of the [`IndicatorFile`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct KeyedCell {
    /// Place in `periods`.
    pub period: u32,
    /// Place in `districts`.
    pub district: u32,
    /// The value.
    pub cell: Cell,
}

impl IndicatorFile {
    /// The lines to print under maps: every source that an indicator names, each once.
    pub fn notices(&self) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for series in &self.series {
            let line = series.indicator.source.trim();
            if !line.is_empty() && !lines.iter().any(|it| it == line) {
                lines.push(line.to_owned());
            }
        }
        lines
    }
}

/// Reads an indicator database from a file, which stays untouched.
///
/// # Errors
/// No database, a damaged one, or one without the tables and columns of the contract.
pub fn read_file(path: &Path, limits: &Limits) -> Result<IndicatorFile, Refused> {
    read_file_watched(path, limits, &Watch::default())
}

/// The same of a source that writes in its own way.
///
/// # Errors
/// As [`read_file`].
pub fn read_file_mapped(path: &Path, mapping: &Mapping, limits: &Limits) -> Result<IndicatorFile, Refused> {
    let foreign = Foreign::open_file_watched(path, limits, &Watch::default())?;
    read_foreign(&foreign, Within { limits, watch: &Watch::default(), mapping }).map_err(|it| it.of_file(path))
}

/// The same, watched.
///
/// # Errors
/// As [`read_file`], and where it was stopped.
pub fn read_file_watched(path: &Path, limits: &Limits, watch: &Watch) -> Result<IndicatorFile, Refused> {
    let foreign = Foreign::open_file_watched(path, limits, &watch.part(0.0, 0.2))?;
    let within = Within { limits, watch: &watch.part(0.2, 1.0), mapping: &Mapping::default() };
    read_foreign(&foreign, within).map_err(|it| it.of_file(path))
}

/// Reads an indicator database from its bytes.
///
/// # Errors
/// As [`read_file`].
pub fn read(bytes: &[u8], limits: &Limits) -> Result<IndicatorFile, Refused> {
    let within = Within { limits, watch: &Watch::default(), mapping: &Mapping::default() };
    read_foreign(&Foreign::open(bytes, None, limits)?, within)
}

/// Whether an open database is meant as an indicator database: it has a table of the contract.
pub fn is_indicator_database(foreign: &Foreign) -> bool {
    schema::tables_are_there(foreign)
}

fn read_foreign(foreign: &Foreign, within: Within<'_>) -> Result<IndicatorFile, Refused> {
    let connection = foreign.connection()?;
    let mut findings = Findings::default();
    let unwatched = Within { watch: &Watch::default(), ..within };
    let read = |findings: &mut Findings| {
        let tables = schema::read(connection, findings)?;
        let (indicators, left_out): (_, HashSet<IndicatorId>) = definition::read(connection, &tables, findings)?;
        let mut file = cells::read(connection, &tables, indicators, within, findings)?;
        cells::read_breaks(connection, &tables, &mut file, unwatched, findings)?;
        cells::read_references(connection, &tables, &mut file, unwatched, findings)?;
        file.series.retain(|it| !left_out.contains(&it.indicator.id));
        Ok(file)
    };
    let mut file = read(&mut findings).map_err(|it: Refused| it.with(findings.clone()))?;
    leave_out_negative_people(&mut file);
    findings.extend(std::mem::take(&mut file.findings));
    complete::complete(&mut file, &mut findings);
    if file.series.is_empty() {
        if let Some(reason) = findings.take_first_error() {
            return Err(Refused::new(reason).with(findings)); // why none is left
        }
        let message = say!("storage-no-indicators");
        let refused = Refused::new(finding(Severity::Error, codes::INDICATOR_INVALID, message, say!("storage-remedy-indicators")));
        return Err(refused.with(findings));
    }
    file.findings = findings;
    Ok(file)
}

/// Nobody counts less than nobody: such a number of people is a hole, and told.
pub fn leave_out_negative_people(file: &mut IndicatorFile) {
    for series in &mut file.series {
        if !matches!(series.indicator.role, Some(Role::Population | Role::PopulationAge(_))) {
            continue;
        }
        let (mut count, mut first) = (0_u64, None);
        for value in series.values.iter_mut().filter(|it| it.cell.known_value().is_some_and(|it| it < 0.0)) {
            value.cell = Cell::without_number(State::Missing(MissingReason::NotDelivered));
            count += 1;
            first.get_or_insert(value.district);
        }
        let Some(first) = first else { continue };
        let place = Place { key: file.districts.get(first as usize).cloned(), ..Place::default() };
        let message = say!("storage-people-negative", id = series.indicator.id.as_str(), count);
        file.findings.push(at(finding(Severity::Warning, codes::NUMBER_INVALID, message, say!("storage-remedy-cell")), place));
    }
}

#[cfg(test)]
mod tests;
