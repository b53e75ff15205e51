//! What of the true figures stands in the database: known, secret or missing cells, the Harz, the county's own figures.

use super::counts::Truth;
use super::definition::Indicator;
use super::people::YEAR_COUNT;
use super::secrecy::Secret;
use super::structure::{BUEHREN, CITY, COUNTY, DISTRICTS, FRIEDLAND, HARZ};
use super::unassignable;

/// One row of the table `value`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cell {
    pub indicator: String,
    pub district: String,
    pub period: String,
    pub value: Option<f64>,
    pub numerator: Option<f64>,
    pub denominator: Option<f64>,
    pub state: Option<String>,
    pub quality: Option<String>,
}

/// One row of the table `reference`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reference {
    pub indicator: String,
    pub area: String,
    pub period: String,
    pub value: Option<f64>,
    pub numerator: Option<f64>,
    pub denominator: Option<f64>,
    pub state: Option<String>,
}

const HOUSEHOLDS: [&str; 3] = ["einpersonen_ab_75", "haushalte_mit_kindern", "alleinerziehende"];
const DAY_CARE: [&str; 4] = ["betreuung_unter_3", "betreuung_ab_3", "kitaplaetze", "familiensprache"];
const WITH_THE_CAMP: [&str; 8] = [
    "auslaenderanteil",
    "kinder_migration",
    "wanderungssaldo",
    "wanderungssaldo_je_1000",
    "sgb2_quote",
    "kinder_sgb2",
    "arbeitslose",
    "beschaeftigte",
];

/// Whether the indicator was surveyed in that year at all; if not, there is no row.
pub fn surveyed(id: &str, at: usize) -> bool {
    match id {
        "pflegebeduerftige_ab_75" => at % 2 == 1, // every other year from 2017
        "wahlbeteiligung" => at == 0 || at == 5,  // 2016 and 2021
        "bevoelkerung_5_jahre" => 5 <= at,        // 2021 against 2016
        _ => true,
    }
}

/// Why a cell is missing, in the words of the contract.
pub fn gap(indicator: &Indicator, place: usize, at: usize) -> Option<&'static str> {
    let (id, district, year) = (indicator.id.as_str(), &DISTRICTS[place], 2016 + at);
    let never_delivered = district.key == BUEHREN && (id == "kinder_sgb2" || DAY_CARE.contains(&id));
    let own_office = district.key == CITY && indicator.scope.is_some();
    let (small_place, from_osterode) = (district.population < 2_500, district.area == 5 || district.area == 6);
    match id {
        _ if never_delivered || own_office => Some("not_delivered"),
        "kinder_sgb2" if year == 2022 => Some("not_delivered"),
        "familiensprache" if year < 2018 && district.area == 5 => Some("not_delivered"),
        "uebergang_gymnasium" if year == 2019 && district.key == "03159036" => Some("not_delivered"),
        "u8_u9" if year == 2024 && from_osterode => Some("later"),
        "wohngeldhaushalte" if year == 2024 && ["03159010", "03159034", "03159036"].contains(&district.key) => Some("later"),
        "seu_sprache" | "seu_motorik" | "seu_uebergewicht" | "seu_schulempfehlung" if year == 2021 && small_place => Some("unreliable"),
        _ if district.key == FRIEDLAND && HOUSEHOLDS.contains(&id) => Some("unreliable"),
        _ => None,
    }
}

fn quality(id: &str, place: usize, at: usize) -> Option<&'static str> {
    match id {
        _ if WITH_THE_CAMP.contains(&id) && DISTRICTS[place].key == FRIEDLAND => Some("limited"),
        _ if HOUSEHOLDS.contains(&id) => Some("estimated"),
        _ if at + 1 == YEAR_COUNT && (id.starts_with("hze_ausgaben") || id == "geburten" || id == "sterbefaelle") => Some("provisional"),
        _ => None,
    }
}

/// All cells of one indicator, year by year, the Harz last.
pub fn cells(indicator: &Indicator, truth: &Truth, secret: &Secret) -> Vec<Cell> {
    let mut cells = Vec::new();
    for at in (0..YEAR_COUNT).filter(|&at| surveyed(&indicator.id, at)) {
        cells.extend((0..DISTRICTS.len()).map(|place| cell(indicator, truth, secret, place, at)));
        cells.push(harz(indicator, truth, at));
    }
    cells
}

fn cell(indicator: &Indicator, truth: &Truth, secret: &Secret, place: usize, at: usize) -> Cell {
    let whole = truth.denominator.as_ref().map(|it| ratio_of(it.at(place, at), truth.per.1));
    let empty = Cell { indicator: indicator.id.clone(), district: DISTRICTS[place].key.into(), period: year(at), ..Cell::default() };
    if let Some(reason) = gap(indicator, place, at) {
        return Cell { state: Some(format!("missing:{reason}")), ..empty };
    }
    if secret.contains(&(place, at)) {
        return Cell { state: Some("suppressed".into()), denominator: whole, ..empty };
    }
    let quality = quality(&indicator.id, place, at).map(str::to_owned);
    let part = ratio_of(truth.numerator.at(place, at), truth.per.0);
    match whole {
        None => Cell { value: Some(part), quality, ..empty },
        Some(0.0) => Cell { numerator: Some(part), denominator: Some(0.0), state: Some("missing:not_meaningful".into()), ..empty },
        Some(whole) => {
            Cell { value: Some(rate(indicator, part, whole)), numerator: Some(part), denominator: Some(whole), quality, ..empty }
        }
    }
}

/// Nobody lives in the Harz: people there are a known 0, everything else makes no sense.
fn harz(indicator: &Indicator, truth: &Truth, at: usize) -> Cell {
    let empty = Cell { indicator: indicator.id.clone(), district: HARZ.into(), period: year(at), ..Cell::default() };
    if counts_people(indicator) {
        return Cell { value: Some(0.0), ..empty };
    }
    let whole = truth.denominator.is_some() && indicator.id != "bevoelkerungsdichte";
    Cell { denominator: whole.then_some(0.0), state: Some("missing:not_meaningful".into()), ..empty }
}

/// Whether the indicator is population, whole or by age.
pub fn counts_people(indicator: &Indicator) -> bool {
    let role = indicator.role.as_deref().unwrap_or_default();
    role.starts_with("population") || indicator.id == "bevoelkerung_reihe"
}

/// The county's own figures; they hold the secret and the undelivered cells, and the cases without a place.
pub fn references(indicator: &Indicator, truth: &Truth) -> Vec<Reference> {
    let years = (0..YEAR_COUNT).filter(|&at| surveyed(&indicator.id, at));
    years.flat_map(|at| [Some(county(indicator, truth, at)), nowhere(indicator, truth, at)]).flatten().collect()
}

fn county(indicator: &Indicator, truth: &Truth, at: usize) -> Reference {
    let empty = Reference { indicator: indicator.id.clone(), area: COUNTY.into(), period: year(at), ..Reference::default() };
    if indicator.id == "kinder_sgb2" && at == 6 {
        return Reference { state: Some("missing:not_delivered".into()), ..empty };
    }
    if let Some(county) = truth.county {
        return Reference { value: Some(ratio_of(county[at], truth.per.0)), ..empty };
    }
    let counted = |place: usize| indicator.scope.is_none() || DISTRICTS[place].key != CITY;
    let cases = truth.numerator.county(at, counted) + unassignable::cases(&indicator.id, at);
    let part = ratio_of(cases, truth.per.0);
    let Some(denominator) = &truth.denominator else {
        return Reference { value: Some(part), ..empty };
    };
    let whole = ratio_of(denominator.county(at, counted) + unassignable::whole(&indicator.id, at), truth.per.1);
    Reference { value: Some(rate(indicator, part, whole)), numerator: Some(part), denominator: Some(whole), ..empty }
}

/// Cases that belong to no Gemeinde: no address, or the address of the office.
fn nowhere(indicator: &Indicator, truth: &Truth, at: usize) -> Option<Reference> {
    let (cases, whole) = (unassignable::cases(&indicator.id, at), unassignable::whole(&indicator.id, at));
    let known = 0 < cases + whole && !(indicator.id == "kinder_sgb2" && at == 6);
    let empty = Reference { indicator: indicator.id.clone(), area: "unassignable".into(), period: year(at), ..Reference::default() };
    let part = ratio_of(cases, truth.per.0);
    known.then(|| match truth.denominator {
        None => Reference { value: Some(part), ..empty },
        Some(_) => Reference { numerator: Some(part), denominator: Some(ratio_of(whole, truth.per.1)), ..empty },
    })
}

fn rate(indicator: &Indicator, part: f64, whole: f64) -> f64 {
    part / whole * indicator.factor.unwrap_or(1.0)
}

#[allow(clippy::cast_precision_loss)] // far below 2^53
fn ratio_of(number: i64, per: i64) -> f64 {
    number as f64 / per as f64
}

fn year(at: usize) -> String {
    (2016 + at).to_string()
}
