//! Properties: numbers that stand in a boundary file become indicators.
//!
//! **Promise.** Nobody knows yet how they pool, so they don't: pooling is `none` until the planner says otherwise.

use std::collections::HashSet;

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
        indicators::{self, IndicatorFile, KeyedCell, KeyedSeries},
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
    names.extend(population.map(str::to_owned));
    let mut seen = HashSet::new();
    names.retain(|it| seen.insert(it.clone()) && usable(file, it, &mut findings));
    let series: Vec<KeyedSeries> = names.iter().map(|name| series(file, name, population == Some(name), &mut findings)).collect();
    let mut made = IndicatorFile {
        districts: file.districts.iter().map(|it| it.key.to_string()).collect(),
        periods: vec![period.clone()],
        rows: series.iter().map(|it| it.values.len() as u64).sum(),
        series,
        repeated: Vec::new(),
        findings,
    };
    indicators::leave_out_negative_people(&mut made);
    made
}

/// Whether a property can become an indicator; if not, it is told why.
fn usable(file: &BoundaryFile, name: &str, findings: &mut Findings) -> bool {
    if name.trim().is_empty() {
        let message = say!("storage-field-nameless");
        findings.push(finding(Severity::Warning, codes::FIELD_NAMELESS, message, say!("storage-remedy-field-nameless")));
        return false;
    }
    if file.numeric_fields.iter().any(|it| it.name == name) {
        return true;
    }
    let present: Vec<String> = file.numeric_fields.iter().map(|it| it.name.clone()).take(30).collect();
    let own = [&file.key_field, &file.name_field].into_iter().flatten().any(|it| it == name);
    let (code, message) = if own || file.districts.iter().any(|it| it.attributes.contains_key(name)) {
        (codes::FIELD_NOT_NUMERIC, say!("storage-field-not-numeric", name, present))
    } else {
        (codes::FIELD_UNKNOWN, say!("storage-number-field-unknown", name, present))
    };
    let place = Place { column: Some(name.to_owned()), ..Place::default() };
    findings.push(at(finding(Severity::Error, code, message, say!("storage-remedy-field")), place));
    false
}

fn series(file: &BoundaryFile, name: &str, population: bool, findings: &mut Findings) -> KeyedSeries {
    let mut indicator = Indicator::named(IndicatorId::new(name));
    if population {
        (indicator.pooling, indicator.role) = (Pooling::Sum, Some(Role::Population));
    }
    let mut values = Vec::new();
    for (district, it) in (0..).zip(&file.districts) {
        let Some(number) = it.attributes.get(name).and_then(|it| it.parse::<f64>().ok()) else { continue };
        if number.abs() <= indicators::LARGEST {
            values.push(KeyedCell { period: 0, district, cell: Cell::known(number) });
            continue;
        }
        let place = Place { key: Some(it.key.to_string()), column: Some(name.to_owned()), ..Place::default() };
        let message = say!("storage-cell-no-number", column = name);
        findings.push(at(finding(Severity::Error, codes::CELL_WRONG_TYPE, message, say!("storage-remedy-cell")), place));
    }
    KeyedSeries { indicator, values, breaks: Vec::new(), references: Vec::new() }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::storage::{geojson, limits::Limits, source_block::Block, source_block::decode_indicators};

    fn file() -> BoundaryFile {
        let feature = |number: u32, people: &str| {
            format!(
                r#"{{"type":"Feature","properties":{{"AGS":"0315900{number}","GEN":"Ort {number}","":7,"EW":{people}}},
                "geometry":{{"type":"Polygon","coordinates":[[[9.{number},51],[9.{number}5,51],[9.{number}5,52],[9.{number},51]]]}}}}"#
            )
        };
        let features = [feature(1, "-5"), feature(2, "1.5e308"), feature(3, "12")].join(",");
        geojson::read(format!(r#"{{"type":"FeatureCollection","features":[{features}]}}"#).as_bytes(), &Default::default()).unwrap()
    }

    fn told(file: &IndicatorFile) -> Vec<&str> {
        file.findings.listed().iter().map(|it| it.code.0).collect()
    }

    /// A property without name made a project that could not be opened; less than nobody and 1.5e308 people were counted.
    #[test]
    fn what_is_no_indicator_or_no_count_of_people_is_left_out_and_told() {
        let made = indicators_of(&file(), &Wanted::All, Some("EW"), &Period::parse("2024").unwrap());
        assert_eq!(told(&made), ["field_nameless", "cell_wrong_type", "number_invalid"]);
        let people: Vec<Option<f64>> = made.series[0].values.iter().map(|it| it.cell.known_value()).collect();
        assert_eq!((made.series.len(), people), (1, vec![None, Some(12.0)]));
        let kept = decode_indicators(&Block::of_indicators(&made, "a").bytes, &Limits::default()).unwrap();
        assert_eq!(kept.series, made.series, "fit to be kept");
    }

    #[test]
    fn a_field_that_is_missing_is_not_called_wordy() {
        let period = Period::parse("2024").unwrap();
        for (name, code) in [("nix", "field_unknown"), ("GEN", "field_not_numeric"), ("EW", "cell_wrong_type")] {
            let made = indicators_of(&file(), &Wanted::Fields(vec![name.to_owned(), name.to_owned()]), None, &period);
            assert_eq!(told(&made), [code], "{name}");
        }
    }
}
