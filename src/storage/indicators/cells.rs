//! Cells: the rows of `value`, `series_break` and `reference`.
//!
//! **Promise.** A row that cannot be read is told with its number and left out; of two rows for the same cell the first counts.
//! A secret never keeps its number.

use std::collections::{BTreeSet, HashMap};

use rusqlite::{Connection, Row};

use super::{
    IndicatorFile, KeyedCell, KeyedSeries,
    field::Field,
    mapping::Mapping,
    schema::{Table, Tables},
    signs,
};
use crate::{
    model::{
        catalog::{Reference, SeriesBreak},
        finding::{Code, Findings, Place, Severity},
        indicator::{Indicator, Pooling},
        period::Period,
        quantity::ratio,
        value::{Cell, Finite, MissingReason, Quality, State, SuppressedBy},
    },
    storage::{
        codes::{self, at, finding},
        foreign,
        limits::Limits,
        refused::Refused,
        watch::Watch,
    },
    words::{Message, say},
};

/// Places of texts in a list, each text once.
#[derive(Default)]
struct Places {
    list: Vec<String>,
    place: HashMap<String, u32>,
}

impl Places {
    fn of(&mut self, text: String) -> u32 {
        if let Some(place) = self.place.get(&text) {
            return *place;
        }
        let place = u32::try_from(self.list.len()).unwrap_or(u32::MAX);
        self.list.push(text.clone());
        self.place.insert(text, place);
        place
    }
}

/// What is wrong with a row: a code, the column, a message and a remedy.
type Wrong = (Code, &'static str, Message, Message);

fn wrong<T>(code: Code, column: &'static str, message: Message, remedy: Message) -> Result<T, Wrong> {
    Err((code, column, message, remedy))
}

/// One row while it is read: its table, and its number from 1.
struct Reading<'a> {
    row: &'a Row<'a>,
    table: &'a Table,
    name: &'static str,
    number: u64,
    mapping: &'a Mapping,
}

/// What a reading keeps to: caps, who watches it, what the source's signs mean.
#[derive(Clone, Copy)]
pub(super) struct Within<'a> {
    /// The caps.
    pub limits: &'a Limits,
    /// Who watches.
    pub watch: &'a Watch,
    /// How the source writes.
    pub mapping: &'a Mapping,
}

impl Reading<'_> {
    fn field(&self, column: &str) -> Field {
        Field::of(self.row, self.table.place(column)).unwrap_or(Field::Wrong)
    }

    fn text(&self, column: &'static str) -> Result<Option<String>, Wrong> {
        let said = self.field(column).text();
        said.or_else(|()| wrong(codes::CELL_WRONG_TYPE, column, say!("storage-cell-no-text", column), say!("storage-remedy-cell")))
    }

    fn required(&self, column: &'static str) -> Result<String, Wrong> {
        match self.text(column)? {
            Some(text) => Ok(text),
            None => wrong(codes::CELL_WRONG_TYPE, column, say!("storage-cell-blank", column), say!("storage-remedy-cell")),
        }
    }

    fn number(&self, column: &'static str) -> Result<Option<Finite>, Wrong> {
        match (self.field(column), self.field(column).number()) {
            (_, Ok(number)) => Ok(number.and_then(Finite::new)),
            (Field::Text(text), Err(())) if column != "value" => wrong(
                codes::CELL_WRONG_TYPE,
                column,
                say!("storage-cell-text-no-number", column, text = text.chars().take(40).collect::<String>()),
                say!("storage-remedy-counts"),
            ),
            (_, Err(())) => wrong(codes::CELL_WRONG_TYPE, column, say!("storage-cell-no-number", column), say!("storage-remedy-cell")),
        }
    }

    /// A number, or a sign that stands in its place.
    fn value(&self) -> Result<Option<signs::Sign>, Wrong> {
        let field = self.field("value");
        if self.mapping.gives_signs()
            && let Some(sign) = field.text().ok().flatten().and_then(|it| self.mapping.given(&it))
        {
            return Ok(Some(sign)); // whatever else it could be read as
        }
        if let (Field::Text(text), Err(()) | Ok(None)) = (&field, field.number()) {
            let sign = self.mapping.sign(text);
            let unknown = || match signs::is_two_numbers(text) {
                true => wrong(codes::CELL_WRONG_TYPE, "value", say!("storage-two-numbers", text), say!("storage-remedy-two-numbers")),
                false => wrong(codes::CELL_WRONG_TYPE, "value", say!("storage-sign-unknown", text), say!("storage-remedy-sign")),
            };
            return sign.map_or_else(unknown, |it| Ok(Some(it)));
        }
        let number = self.number("value")?;
        Ok(number.map(|it| signs::Sign { state: State::Known, number: Some(it.get()), quality: self.mapping.quality_of(it.get()) }))
    }

    fn period(&self) -> Result<Period, Wrong> {
        let text = self.required("period")?;
        Period::parse(&text)
            .map_or_else(|| wrong(codes::PERIOD_INVALID, "period", say!("storage-period-invalid", text), say!("storage-remedy-period")), Ok)
    }

    fn place(&self, column: &str, key: Option<String>) -> Place {
        Place { row: Some(self.number), column: Some(format!("{}.{column}", self.name)), key, ..Place::default() }
    }

    fn tell(&self, severity: Severity, (code, column, message, remedy): Wrong, findings: &mut Findings) {
        let key = self.field(if self.name == "value" { "district" } else { "indicator" }).text().ok().flatten();
        findings.push(at(finding(severity, code, message, remedy), self.place(column, key)));
    }

    /// The state that the row gives itself; `None` where it says nothing.
    fn state(&self) -> Result<Option<State>, Wrong> {
        let Some(text) = self.text("state")? else { return Ok(None) };
        let code = text.to_lowercase();
        let state = match code.split_once(':') {
            None if code == "known" => Some(State::Known),
            None if code == "suppressed" => Some(State::Suppressed(SuppressedBy::Source)),
            None if code == "missing" => Some(State::Missing(MissingReason::NotDelivered)),
            Some(("missing", reason)) => MissingReason::from_code(reason.trim()).map(State::Missing),
            _ => None,
        };
        state.map_or_else(
            || wrong(codes::CODE_UNKNOWN, "state", say!("storage-code-unknown", text, column = "state"), say!("storage-remedy-code")),
            |it| Ok(Some(it)),
        )
    }

    fn quality(&self) -> Result<Quality, Wrong> {
        let text = self.text("quality")?.unwrap_or_default();
        Quality::from_codes(&text.to_lowercase()).or_else(|unknown| {
            wrong(
                codes::CODE_UNKNOWN,
                "quality",
                say!("storage-code-unknown", text = unknown, column = "quality"),
                say!("storage-remedy-code"),
            )
        })
    }

    /// The whole cell, still open where nothing says what its value is; see [`is_open`]. What state and numbers say against
    /// each other is told; the state counts.
    fn cell(&self, indicator: &Indicator, findings: &mut Findings) -> Result<Cell, Wrong> {
        let (value, numerator, denominator) = (self.value()?, self.number("numerator")?, self.number("denominator")?);
        let (said, quality) = (self.state()?, self.quality()?);
        if denominator.is_some_and(|it| it.get() < 0.0) {
            return wrong(codes::NUMBER_INVALID, "denominator", say!("storage-number-negative"), say!("storage-remedy-cell"));
        }
        let quality = value.map_or(quality, |it| quality.with(it.quality));
        let state = said.or(value.map(|it| it.state)).unwrap_or(State::Known);
        let number = value.and_then(|it| it.number).and_then(Finite::new);
        if state != State::Known {
            let nobody = denominator.is_some_and(|it| it.get() == 0.0); // 0 of 0 is what "not meaningful" means
            if number.or(numerator.filter(|_| !nobody)).is_some() {
                let told = (
                    codes::STATE_CONTRADICTED,
                    "state",
                    say!("storage-state-contradicted", state = state.code()),
                    say!("storage-remedy-state"),
                );
                self.tell(Severity::Warning, told, findings);
            }
            return Ok(Cell { denominator, quality, ..Cell::without_number(state) });
        }
        let made = computed(indicator, numerator, denominator).filter(|_| number.is_none());
        let quality = made.map_or(quality, |it| quality.with(self.mapping.quality_of(it.get())));
        let value = number.or(made);
        let named = indicator.numerator.is_some() || indicator.denominator.is_some();
        if value.is_none() && said == Some(State::Known) && !named {
            let told = (codes::STATE_CONTRADICTED, "value", say!("storage-known-without-value"), say!("storage-remedy-state"));
            self.tell(Severity::Warning, told, findings);
        }
        Ok(Cell { state, value, numerator, denominator, quality })
    }
}

/// Whether a row leaves open what its value is: it says no state but known, and no number that would give the value.
pub(super) fn is_open(cell: &Cell) -> bool {
    cell.state == State::Known && cell.value.is_none()
}

/// An open cell that nothing fills is a hole; a denominator of 0 says why.
pub(super) fn settled(cell: Cell) -> Cell {
    if !is_open(&cell) {
        return cell;
    }
    let nobody = cell.denominator.is_some_and(|it| it.get() == 0.0);
    let reason = if nobody { MissingReason::NotMeaningful } else { MissingReason::NotDelivered };
    Cell { denominator: cell.denominator, quality: cell.quality, ..Cell::without_number(State::Missing(reason)) }
}

/// The value of a row that gives only its counts.
fn computed(indicator: &Indicator, numerator: Option<Finite>, denominator: Option<Finite>) -> Option<Finite> {
    let numerator = numerator?;
    match (indicator.pooling, denominator) {
        (Pooling::Sum, _) => Some(numerator),
        (Pooling::None, None) => Some(numerator),
        (_, Some(denominator)) => ratio(numerator.get(), denominator.get(), indicator.factor).and_then(Finite::new),
        _ => None,
    }
}

/// Reads all values.
pub(super) fn read(
    connection: &Connection,
    tables: &Tables,
    indicators: Vec<Indicator>,
    within: Within<'_>,
    findings: &mut Findings,
) -> Result<IndicatorFile, Refused> {
    let mut series: Vec<KeyedSeries> = indicators
        .into_iter()
        .map(|indicator| KeyedSeries { indicator, values: Vec::new(), breaks: Vec::new(), references: Vec::new() })
        .collect();
    let place: HashMap<String, usize> = series.iter().enumerate().map(|(at, it)| (it.indicator.id.to_string(), at)).collect();
    let (mut districts, mut periods) = (Places::default(), Places::default());
    let rows = each_row(connection, &tables.value, "value", within, |reading| {
        let outcome = (|| {
            let indicator = reading.required("indicator")?;
            let unknown = || {
                wrong(
                    codes::INDICATOR_UNKNOWN,
                    "indicator",
                    say!("storage-indicator-unknown", id = &indicator),
                    say!("storage-remedy-indicator"),
                )
            };
            let series = place.get(&indicator).and_then(|at| series.get_mut(*at)).map_or_else(unknown, Ok)?;
            let (district, period) = (reading.required("district")?, reading.period()?);
            let cell = reading.cell(&series.indicator, findings)?;
            let (district, period) = (districts.of(district), periods.of(period.as_str().to_owned()));
            series.values.push(KeyedCell { period, district, cell });
            Ok(())
        })();
        if let Err(it) = outcome {
            reading.tell(Severity::Error, it, findings);
        }
    })?;
    let order = order_periods(&periods.list);
    let mut file = IndicatorFile { periods: order.periods, districts: districts.list, series, rows, ..IndicatorFile::default() };
    for series in &mut file.series {
        series.values.iter_mut().for_each(|it| it.period = order.place.get(it.period as usize).copied().unwrap_or(0));
        series.values.sort_by_key(|it| (it.period, it.district)); // stable: of two for the same cell the first stays first
    }
    drop_repeated(&mut file, findings);
    Ok(file)
}

struct Order {
    periods: Vec<Period>,
    place: Vec<u32>,
}

fn order_periods(texts: &[String]) -> Order {
    let mut periods: Vec<Period> = texts.iter().filter_map(|it| Period::parse(it)).collect();
    periods.sort();
    let of = |text: &String| Period::parse(text).and_then(|it| periods.binary_search(&it).ok()).and_then(|at| u32::try_from(at).ok());
    let place = texts.iter().map(|it| of(it).unwrap_or(0)).collect();
    Order { periods, place }
}

/// Of several rows for the same cell the first counts; different ones are an error, equal ones a note.
fn drop_repeated(file: &mut IndicatorFile, findings: &mut Findings) {
    let (districts, periods) = (&file.districts, &file.periods);
    let mut repeated = BTreeSet::new();
    for series in &mut file.series {
        let id = series.indicator.id.clone();
        series.values.dedup_by(|later, first| {
            let same = (later.period, later.district) == (first.period, first.district);
            if same {
                repeated.insert(later.district);
                let severity = if later.cell == first.cell { Severity::Note } else { Severity::Error };
                let district = districts.get(later.district as usize).cloned().unwrap_or_default();
                let period = periods.get(later.period as usize).map(|it| it.as_str().to_owned()).unwrap_or_default();
                let place = Place { key: Some(district.clone()), column: Some("value.district".to_owned()), ..Place::default() };
                let message = say!("storage-value-repeated", id = id.as_str(), district, period);
                findings.push(at(finding(severity, codes::VALUE_REPEATED, message, say!("storage-remedy-repeated")), place));
            }
            same
        });
        series.values.shrink_to_fit();
    }
    file.repeated = repeated.iter().filter_map(|it| districts.get(*it as usize)).cloned().collect();
}

/// So many rows are read before anybody is asked whether to go on.
const ROWS_AT_ONCE: u64 = 4_096;

/// Visits every row of a table, at most as many as the cap allows; the result is their number.
fn each_row(
    connection: &Connection,
    table: &Table,
    name: &'static str,
    Within { limits, watch, mapping }: Within<'_>,
    mut visit: impl FnMut(&Reading<'_>),
) -> Result<u64, Refused> {
    let failed = |it: rusqlite::Error| foreign::unread(connection, &it);
    let count = || connection.query_row(&format!("SELECT count(*) FROM ({})", table.query), [], |it| it.get::<_, i64>(0));
    let counted = watch.is_kept().then(count).and_then(Result::ok).and_then(|it| u64::try_from(it).ok());
    let expected = counted.unwrap_or(limits.cells);
    let mut query = connection.prepare(&table.query).map_err(failed)?;
    let mut rows = query.query([]).map_err(failed)?;
    let mut number = 0_u64;
    while let Some(row) = rows.next().map_err(failed)? {
        number += 1;
        if number > limits.cells {
            let message = say!("storage-too-many-cells", most = limits.cells);
            return Err(Refused::new(finding(Severity::Error, codes::TOO_MANY_CELLS, message, say!("storage-remedy-smaller"))));
        }
        if number.is_multiple_of(ROWS_AT_ONCE) {
            watch.at(number, expected)?;
        }
        visit(&Reading { row, table, name, number, mapping });
    }
    Ok(number)
}

/// Reads the breaks in series, if the table is there.
pub(super) fn read_breaks(
    connection: &Connection,
    tables: &Tables,
    file: &mut IndicatorFile,
    within: Within<'_>,
    findings: &mut Findings,
) -> Result<(), Refused> {
    let Some(table) = &tables.series_break else { return Ok(()) };
    each_row(connection, table, "series_break", within, |reading| {
        let outcome = (|| {
            let series = series_of(reading, &mut file.series)?;
            let (period, reason) = (reading.period()?, reading.text("reason")?.unwrap_or_default());
            series.breaks.push(SeriesBreak { period, reason });
            Ok(())
        })();
        if let Err(it) = outcome {
            reading.tell(Severity::Warning, it, findings);
        }
    })?;
    file.series.iter_mut().for_each(|it| it.breaks.sort_by(|a, b| a.period.cmp(&b.period)));
    Ok(())
}

/// Reads the published figures of the whole, if the table is there.
pub(super) fn read_references(
    connection: &Connection,
    tables: &Tables,
    file: &mut IndicatorFile,
    within: Within<'_>,
    findings: &mut Findings,
) -> Result<(), Refused> {
    let Some(table) = &tables.reference else { return Ok(()) };
    each_row(connection, table, "reference", within, |reading| {
        let outcome = (|| {
            let series = series_of(reading, &mut file.series)?;
            let (area, period) = (reading.required("area")?, reading.period()?);
            let cell = settled(reading.cell(&series.indicator, findings)?);
            series.references.push(Reference { area, period, cell });
            Ok(())
        })();
        if let Err(it) = outcome {
            reading.tell(Severity::Warning, it, findings);
        }
    })?;
    Ok(())
}

fn series_of<'a>(reading: &Reading<'_>, series: &'a mut [KeyedSeries]) -> Result<&'a mut KeyedSeries, Wrong> {
    let id = reading.required("indicator")?;
    let found = series.iter_mut().find(|it| it.indicator.id.as_str() == id);
    found.map_or_else(
        || wrong(codes::INDICATOR_UNKNOWN, "indicator", say!("storage-indicator-unknown", id), say!("storage-remedy-indicator")),
        Ok,
    )
}
