//! The whole sample in memory, row by row as it stands in the database.

use super::catalogue;
use super::counts::Truth;
use super::definition::Indicator;
use super::people::residents;
use super::publication::{Cell, Reference, cells, gap, references};
use super::secrecy::{Secret, of_one};
use super::structure::{COUNTY, DISTRICTS, HARZ, HARZ_HECTARES};
use super::{population_figures, recipes, youth_welfare};
use std::collections::BTreeMap;

/// Everything that the database holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Sample {
    pub indicators: Vec<Indicator>,
    pub values: Vec<Cell>,
    /// Indicator, first period of the new series, reason.
    pub breaks: Vec<(String, String, String)>,
    pub references: Vec<Reference>,
}

/// Indicators whose small counts an office outside the county's own house hides before it delivers.
pub const SENSITIVE: &[&str] =
    &["kinder_sgb2", "sgb2_quote", "arbeitslose", "jugendarbeitslose", "langzeitarbeitslose", "grundsicherung_alter", "wohngeldhaushalte"];

/// The true figures of every invented indicator, before anything is hidden.
pub fn truths() -> BTreeMap<String, Truth> {
    let people = residents();
    let mut all = population_figures::drawn(&people);
    all.extend(recipes::drawn(&people).into_iter().map(|(id, truth)| (id.to_owned(), truth)));
    all.extend(youth_welfare::drawn(&people));
    all
}

/// The secret cells by indicator; who is not named has none.
pub fn secrets(truths: &BTreeMap<String, Truth>) -> BTreeMap<String, Secret> {
    let indicators = catalogue::indicators();
    let sensitive = indicators.iter().filter(|it| SENSITIVE.contains(&it.id.as_str()));
    sensitive.map(|it| (it.id.clone(), of_one(&truths[&it.id].numerator, |place, at| gap(it, place, at).is_none()))).collect()
}

/// The sample, always the same.
pub fn sample() -> Sample {
    let (truths, indicators) = (truths(), catalogue::indicators());
    let secrets = secrets(&truths);
    let (mut values, mut all_references) = public_figures();
    for indicator in indicators.iter().filter(|it| truths.contains_key(&it.id)) {
        let truth = &truths[&indicator.id];
        values.extend(cells(indicator, truth, secrets.get(&indicator.id).unwrap_or(&Secret::new())));
        if !indicator.id.starts_with("alter_") {
            all_references.extend(references(indicator, truth));
        }
    }
    Sample { indicators, values, breaks: breaks(), references: all_references }
}

/// Population and surface of the register.
fn public_figures() -> (Vec<Cell>, Vec<Reference>) {
    let (mut cells, mut references) = (Vec::new(), Vec::new());
    let places = || DISTRICTS.iter().map(|it| (it.key, it.population, it.hectares)).chain([(HARZ, 0, HARZ_HECTARES)]);
    let people = |it: i64| f64::from(i32::try_from(it).unwrap());
    for (key, population, _) in places() {
        cells.push(public("bevoelkerung", key, people(population)));
    }
    for (key, _, hectares) in places() {
        cells.push(public("flaeche_km2", key, people(hectares) / 100.0));
    }
    for (id, total) in [("bevoelkerung", 328_952.0), ("flaeche_km2", 1_755.39)] {
        references.push(Reference {
            indicator: id.into(),
            area: COUNTY.into(),
            period: "2023-12-31".into(),
            value: Some(total),
            ..Reference::default()
        });
    }
    (cells, references)
}

fn public(id: &str, key: &str, value: f64) -> Cell {
    Cell { indicator: id.into(), district: key.into(), period: "2023-12-31".into(), value: Some(value), ..Cell::default() }
}

fn breaks() -> Vec<(String, String, String)> {
    const FORM: &str = "Ab dem Einschulungsjahr 2020 gilt ein neuer Untersuchungsbogen; Werte davor und danach sind nicht vergleichbar. Beispielwert (erfunden).";
    const LAW: &str = "Seit 2023 haben durch das erweiterte Wohngeld mehr Haushalte Anspruch. Beispielwert (erfunden).";
    let examined = ["seu_sprache", "seu_motorik", "seu_schulempfehlung"].map(|id| (id.to_owned(), "2020".to_owned(), FORM.to_owned()));
    examined.into_iter().chain([("wohngeldhaushalte".to_owned(), "2023".to_owned(), LAW.to_owned())]).collect()
}
