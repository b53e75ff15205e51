//! Definitions: one row of `indicator` after another becomes an [`Indicator`].
//!
//! **Promise.** What a row leaves out is unknown, not invented; a code that is in no list is told, and the cautious reading taken.

use std::collections::HashSet;

use rusqlite::{Connection, Row};

use super::{
    field::Field,
    schema::{Table, Tables},
};
use crate::{
    model::{
        finding::{Code, Findings, Place, Severity},
        id::IndicatorId,
        indicator::{Direction, Indicator, Pooling, Role, Scope},
    },
    storage::{
        codes::{self, at, finding},
        foreign,
        refused::Refused,
        text,
    },
    words::{Message, say},
};

/// More indicators than any county has.
const MOST: usize = 100_000;

/// One row while it is read.
struct Reading<'a> {
    row: &'a Row<'a>,
    table: &'a Table,
    number: u64,
    id: String,
    findings: &'a mut Findings,
}

/// Reads all definitions in the order of the table, and says which of them can't be used: without its factor an indicator would come
/// out wrong, without its smallest count it would tell what is secret.
pub(super) fn read(
    connection: &Connection,
    tables: &Tables,
    findings: &mut Findings,
) -> Result<(Vec<Indicator>, HashSet<IndicatorId>), Refused> {
    let table = &tables.indicator;
    let failed = |it: rusqlite::Error| foreign::unread(connection, &it);
    let mut query = connection.prepare(&table.query).map_err(failed)?;
    let mut rows = query.query([]).map_err(failed)?;
    let (mut indicators, mut left_out, mut number) = (Vec::new(), HashSet::new(), 0_u64);
    let (mut seen, mut roles) = (HashSet::new(), Vec::new());
    while let Some(row) = rows.next().map_err(failed)? {
        number += 1;
        let id = Field::of(row, table.place("id")).map_err(failed)?.text().ok().flatten();
        let Some(id) = id.filter(|it| seen.insert(it.clone())) else {
            let message = say!("storage-indicator-invalid");
            let place = Place { row: Some(number), column: Some("indicator.id".to_owned()), ..Place::default() };
            findings.push(at(finding(Severity::Error, codes::INDICATOR_INVALID, message, say!("storage-remedy-indicator-id")), place));
            continue;
        };
        if indicators.len() >= MOST {
            let message = say!("storage-too-many-indicators", most = MOST);
            return Err(Refused::new(finding(Severity::Error, codes::TOO_MANY_CELLS, message, say!("storage-remedy-smaller"))));
        }
        let mut reading = Reading { row, table, number, id, findings: &mut *findings };
        let mut indicator = reading.indicator().map_err(failed)?;
        match (reading.factor().map_err(failed)?, reading.min_count().map_err(failed)?) {
            (Some(factor), Some(min_count)) => (indicator.factor, indicator.min_count) = (factor, min_count),
            _ => _ = left_out.insert(indicator.id.clone()),
        }
        if let Some(role) = indicator.role {
            if roles.contains(&role) {
                reading.unknown("role", &role.code(), say!("storage-remedy-role-once"));
                indicator.role = None;
            }
            roles.push(role);
        }
        indicators.push(indicator);
    }
    check_names(&indicators, findings);
    Ok((indicators, left_out))
}

impl Reading<'_> {
    fn indicator(&mut self) -> rusqlite::Result<Indicator> {
        let id = IndicatorId::new(&self.id);
        let mut it = Indicator::named(id);
        if let Some(name) = self.text("name")? {
            it.name = self.fitting("name", name);
        }
        it.unit = self.text("unit")?.map(|unit| self.fitting("unit", unit)).unwrap_or_default();
        it.pooling = self.code("pooling", Pooling::from_code)?.unwrap_or(Pooling::None);
        it.numerator = self.text("numerator")?.map(IndicatorId::new);
        it.denominator = self.text("denominator")?.map(IndicatorId::new);
        it.weight = self.text("weight")?.map(IndicatorId::new);
        it.direction = self.code("direction", Direction::from_code)?.unwrap_or_default();
        it.department = self.text("department")?.unwrap_or_default();
        it.life_phase = self.text("life_phase")?.unwrap_or_default();
        it.source = self.text("source")?.unwrap_or_default();
        it.licence = self.text("licence")?.unwrap_or_default();
        it.definition = self.text("definition")?.unwrap_or_default();
        it.territory = self.text("territory")?.unwrap_or_default();
        it.decimals = self.number("decimals", |it| is_whole(it, 9.0))?.map(|it| it as u8);
        it.role = self.code("role", Role::from_code)?;
        it.scope = self.code("scope", scope)?.unwrap_or_default();
        let reports = self.text("reports")?.unwrap_or_default();
        it.reports = reports.split([',', ';']).map(str::trim).filter(|it| !it.is_empty()).map(str::to_owned).collect();
        Ok(it)
    }

    /// The factor, 1 where none is said; `None` where what is said is none.
    fn factor(&mut self) -> rusqlite::Result<Option<f64>> {
        let wrong = match self.field("factor")?.number() {
            Ok(None) => return Ok(Some(1.0)),
            Ok(Some(factor)) if factor > 0.0 => return Ok(Some(factor)),
            Ok(Some(_)) => (codes::NUMBER_INVALID, say!("storage-factor-wrong", id = &self.id)),
            Err(()) => (codes::CELL_WRONG_TYPE, say!("storage-factor-wrong", id = &self.id)),
        };
        self.tell_as(Severity::Error, wrong.0, "factor", wrong.1, say!("storage-remedy-cell"));
        Ok(None)
    }

    /// The smallest count that may be shown, the usual one where none is said; `None` where what is said can't be read: nobody
    /// knows then how small a number has to be to stay secret.
    fn min_count(&mut self) -> rusqlite::Result<Option<u32>> {
        let code = match self.field("min_count")?.number() {
            Ok(None) => return Ok(Some(Indicator::USUAL_MIN_COUNT)),
            Ok(Some(least)) if is_whole(least, f64::from(u32::MAX)) => return Ok(Some(least as u32)),
            Ok(Some(_)) => codes::NUMBER_INVALID,
            Err(()) => codes::CELL_WRONG_TYPE,
        };
        let message = say!("storage-min-count-wrong", id = &self.id);
        self.tell_as(Severity::Error, code, "min_count", message, say!("storage-remedy-min-count"));
        Ok(None)
    }

    /// The text as it can be read on a map.
    fn fitting(&mut self, column: &str, text: String) -> String {
        let Some(shortened) = text::shortened(&text) else { return text };
        let message = say!("storage-name-shortened", count = 1, most = text::LONGEST_NAME);
        self.tell(codes::NAME_SHORTENED, column, message, say!("storage-remedy-name-shortened"));
        shortened
    }

    fn field(&self, column: &str) -> rusqlite::Result<Field> {
        Field::of(self.row, self.table.place(column))
    }

    fn text(&mut self, column: &'static str) -> rusqlite::Result<Option<String>> {
        let text = self.field(column)?.text();
        Ok(text.unwrap_or_else(|()| {
            self.tell(codes::CELL_WRONG_TYPE, column, say!("storage-cell-no-text", column), say!("storage-remedy-cell"));
            None
        }))
    }

    fn number(&mut self, column: &'static str, allowed: impl Fn(f64) -> bool) -> rusqlite::Result<Option<f64>> {
        match self.field(column)?.number() {
            Ok(None) => Ok(None),
            Ok(Some(number)) if allowed(number) => Ok(Some(number)),
            Ok(Some(_)) => {
                self.tell(codes::NUMBER_INVALID, column, say!("storage-number-not-allowed", column), say!("storage-remedy-cell"));
                Ok(None)
            }
            Err(()) => {
                self.tell(codes::CELL_WRONG_TYPE, column, say!("storage-cell-no-number", column), say!("storage-remedy-cell"));
                Ok(None)
            }
        }
    }

    fn code<T>(&mut self, column: &'static str, read: impl Fn(&str) -> Option<T>) -> rusqlite::Result<Option<T>> {
        let Some(text) = self.text(column)? else { return Ok(None) };
        let found = read(&text.to_lowercase());
        if found.is_none() {
            self.unknown(column, &text, say!("storage-remedy-code"));
        }
        Ok(found)
    }

    fn unknown(&mut self, column: &'static str, text: &str, remedy: Message) {
        self.tell(codes::CODE_UNKNOWN, column, say!("storage-code-unknown", text, column), remedy);
    }

    fn tell(&mut self, code: Code, column: &str, message: Message, remedy: Message) {
        self.tell_as(Severity::Warning, code, column, message, remedy);
    }

    fn tell_as(&mut self, severity: Severity, code: Code, column: &str, message: Message, remedy: Message) {
        let place =
            Place { row: Some(self.number), key: Some(self.id.clone()), column: Some(format!("indicator.{column}")), ..Place::default() };
        self.findings.push(at(finding(severity, code, message, remedy), place));
    }
}

fn is_whole(number: f64, most: f64) -> bool {
    number.fract() == 0.0 && (0.0..=most).contains(&number)
}

fn scope(code: &str) -> Option<Scope> {
    match code {
        "all" => Some(Scope::All),
        "without_city" => Some(Scope::WithoutCity),
        _ => None,
    }
}

/// Numerators, denominators and weights must be indicators of the same file.
fn check_names(indicators: &[Indicator], findings: &mut Findings) {
    let ids: HashSet<&IndicatorId> = indicators.iter().map(|it| &it.id).collect();
    for indicator in indicators {
        let named = [("numerator", &indicator.numerator), ("denominator", &indicator.denominator), ("weight", &indicator.weight)];
        for (column, name) in named {
            let Some(name) = name.as_ref().filter(|it| !ids.contains(it)) else { continue };
            let place = Place { key: Some(indicator.id.to_string()), column: Some(format!("indicator.{column}")), ..Place::default() };
            let message = say!("storage-reference-unknown", name = name.as_str());
            findings.push(at(finding(Severity::Warning, codes::REFERENCE_UNKNOWN, message, say!("storage-remedy-code")), place));
        }
    }
}
