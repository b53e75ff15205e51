//! Properties: numbers that stand in a boundary file become indicators.
//!
//! **Promise.** Nobody knows yet how they pool, so they don't: pooling is `none` until the planner says otherwise.

use crate::{
    model::{
        finding::{Findings, Place, Severity},
        id::IndicatorId,
        indicator::{Indicator, Pooling, Role},
        period::Period,
        value::Cell,
    },
    storage::{
        codes::{self, at, finding},
        geojson::BoundaryFile,
        indicators::{IndicatorFile, KeyedCell, KeyedSeries},
    },
    words::say,
};

/// Which properties become indicators.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Wanted {
    /// None of them.
    #[default]
    None,
    /// Every numeric one.
    All,
    /// These.
    Fields(Vec<String>),
}

/// The wanted properties as indicators of one period; `population` names the one that counts people (it pools as a sum).
pub fn indicators_of(file: &BoundaryFile, wanted: &Wanted, population: Option<&str>, period: &Period) -> IndicatorFile {
    let mut findings = Findings::default();
    let mut names: Vec<String> = match wanted {
        Wanted::None => Vec::new(),
        Wanted::All => file.numeric_fields.iter().map(|it| it.name.clone()).collect(),
        Wanted::Fields(fields) => fields.clone(),
    };
    names.extend(population.map(str::to_owned).filter(|it| !names.contains(it)));
    names.retain(|name| {
        let numeric = file.numeric_fields.iter().any(|it| it.name == *name);
        if !numeric {
            let present: Vec<String> = file.numeric_fields.iter().map(|it| it.name.clone()).take(30).collect();
            let place = Place { column: Some(name.clone()), ..Place::default() };
            let message = say!("storage-field-not-numeric", name, present);
            findings.push(at(finding(Severity::Error, codes::FIELD_NOT_NUMERIC, message, say!("storage-remedy-field")), place));
        }
        numeric
    });
    let series: Vec<KeyedSeries> = names.iter().map(|name| series(file, name, population == Some(name))).collect();
    IndicatorFile {
        districts: file.districts.iter().map(|it| it.key.to_string()).collect(),
        periods: vec![period.clone()],
        rows: series.iter().map(|it| it.values.len() as u64).sum(),
        series,
        findings,
    }
}

fn series(file: &BoundaryFile, name: &str, population: bool) -> KeyedSeries {
    let mut indicator = Indicator::named(IndicatorId::new(name));
    if population {
        (indicator.pooling, indicator.role) = (Pooling::Sum, Some(Role::Population));
    }
    let values = (0..).zip(&file.districts).filter_map(|(district, it)| {
        let number = it.attributes.get(name)?.parse().ok()?;
        Some(KeyedCell { period: 0, district, cell: Cell::known(number) })
    });
    KeyedSeries { indicator, values: values.collect(), breaks: Vec::new(), references: Vec::new() }
}
