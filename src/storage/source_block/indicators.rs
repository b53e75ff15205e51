//! The form in which indicators and their values are kept.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use crate::{
    model::{
        catalog::{Reference, SeriesBreak},
        finding::Findings,
        id::IndicatorId,
        indicator::{Direction, Indicator, Pooling, Role, Scope},
        period::Period,
        value::{Cell, Finite, MissingReason, Quality, State, SuppressedBy},
    },
    storage::{
        indicators::{IndicatorFile, KeyedCell, KeyedSeries},
        limits::Limits,
    },
};

/// Everything of an [`IndicatorFile`] that lasts.
#[derive(Serialize, Deserialize)]
pub(super) struct Form {
    districts: Vec<String>,
    periods: Vec<String>,
    series: Vec<SeriesForm>,
    rows: u64,
}

#[derive(Serialize, Deserialize)]
struct SeriesForm {
    indicator: IndicatorForm,
    values: Vec<(u32, u32, CellForm)>,
    breaks: Vec<(String, String)>,
    references: Vec<(String, String, CellForm)>,
}

#[derive(Serialize, Deserialize)]
struct IndicatorForm {
    id: String,
    name: String,
    unit: String,
    pooling: String,
    factor: f64,
    numerator: Option<String>,
    denominator: Option<String>,
    weight: Option<String>,
    direction: String,
    department: String,
    life_phase: String,
    source: String,
    licence: String,
    definition: String,
    min_count: u32,
    role: Option<String>,
    decimals: Option<u8>,
    without_city: bool,
    reports: Vec<String>,
    territory: String,
}

/// State and flags as numbers; which number is which is part of the form and never changes.
#[derive(Serialize, Deserialize)]
struct CellForm {
    state: u8,
    quality: u8,
    value: Option<f64>,
    numerator: Option<f64>,
    denominator: Option<f64>,
}

const STATES: [(u8, State); 7] = [
    (0, State::Known),
    (1, State::Suppressed(SuppressedBy::Source)),
    (2, State::Suppressed(SuppressedBy::Profile)),
    (3, State::Missing(MissingReason::NotDelivered)),
    (4, State::Missing(MissingReason::Later)),
    (5, State::Missing(MissingReason::NotMeaningful)),
    (6, State::Missing(MissingReason::Unreliable)),
];

impl Form {
    pub(super) fn of(file: &IndicatorFile) -> Self {
        let series = |it: &KeyedSeries| SeriesForm {
            indicator: IndicatorForm::of(&it.indicator),
            values: it.values.iter().map(|it| (it.period, it.district, CellForm::of(&it.cell))).collect(),
            breaks: it.breaks.iter().map(|it| (it.period.as_str().to_owned(), it.reason.clone())).collect(),
            references: it.references.iter().map(|it| (it.area.clone(), it.period.as_str().to_owned(), CellForm::of(&it.cell))).collect(),
        };
        Self {
            districts: file.districts.clone(),
            periods: file.periods.iter().map(|it| it.as_str().to_owned()).collect(),
            series: file.series.iter().map(series).collect(),
            rows: file.rows,
        }
    }

    /// The file again; `None` for a form that no reader would have made.
    pub(super) fn file(self, limits: &Limits) -> Option<IndicatorFile> {
        let cells: u64 = self.series.iter().map(|it| it.values.len() as u64).sum();
        if cells > limits.cells || !all_different(&self.districts) {
            return None;
        }
        let periods = self.periods.iter().map(|it| Period::parse(it)).collect::<Option<Vec<_>>>()?;
        if !periods.is_sorted_by(|a, b| a < b) {
            return None;
        }
        let (places, mut ids) = ((periods.len(), self.districts.len()), HashSet::new());
        let series = self.series.into_iter().map(|it| {
            let series = it.series(places)?;
            ids.insert(series.indicator.id.clone()).then_some(series)
        });
        let series = series.collect::<Option<Vec<_>>>()?;
        Some(IndicatorFile {
            districts: self.districts,
            periods,
            series,
            rows: self.rows,
            repeated: Vec::new(),
            findings: Findings::default(),
        })
    }
}

fn all_different(texts: &[String]) -> bool {
    let mut seen = HashSet::new();
    texts.iter().all(|it| seen.insert(it))
}

impl SeriesForm {
    fn series(self, (periods, districts): (usize, usize)) -> Option<KeyedSeries> {
        let value = |(period, district, cell): (u32, u32, CellForm)| {
            let inside = (period as usize) < periods && (district as usize) < districts;
            inside.then_some(KeyedCell { period, district, cell: cell.cell()? })
        };
        let values = self.values.into_iter().map(value).collect::<Option<Vec<_>>>()?;
        let ordered = values.is_sorted_by(|a, b| (a.period, a.district) < (b.period, b.district));
        let broken = |(period, reason): (String, String)| Some(SeriesBreak { period: Period::parse(&period)?, reason });
        let reference = |(area, period, cell): (String, String, CellForm)| {
            Some(Reference { area, period: Period::parse(&period)?, cell: cell.cell()? })
        };
        ordered.then_some(())?;
        Some(KeyedSeries {
            indicator: self.indicator.indicator()?,
            values,
            breaks: self.breaks.into_iter().map(broken).collect::<Option<Vec<_>>>()?,
            references: self.references.into_iter().map(reference).collect::<Option<Vec<_>>>()?,
        })
    }
}

impl IndicatorForm {
    fn of(it: &Indicator) -> Self {
        let id = |it: &Option<IndicatorId>| it.as_ref().map(ToString::to_string);
        Self {
            id: it.id.to_string(),
            name: it.name.clone(),
            unit: it.unit.clone(),
            pooling: it.pooling.code().to_owned(),
            factor: it.factor,
            numerator: id(&it.numerator),
            denominator: id(&it.denominator),
            weight: id(&it.weight),
            direction: it.direction.code().to_owned(),
            department: it.department.clone(),
            life_phase: it.life_phase.clone(),
            source: it.source.clone(),
            licence: it.licence.clone(),
            definition: it.definition.clone(),
            min_count: it.min_count,
            role: it.role.map(Role::code),
            decimals: it.decimals,
            without_city: it.scope == Scope::WithoutCity,
            reports: it.reports.clone(),
            territory: it.territory.clone(),
        }
    }

    fn indicator(self) -> Option<Indicator> {
        let holds = !self.id.is_empty() && self.factor.is_finite() && self.factor > 0.0 && self.decimals.is_none_or(|it| it <= 9);
        let role = match self.role {
            Some(code) => Some(Role::from_code(&code)?),
            None => None,
        };
        holds.then_some(Indicator {
            id: IndicatorId::new(self.id),
            name: self.name,
            unit: self.unit,
            pooling: Pooling::from_code(&self.pooling)?,
            factor: self.factor,
            numerator: self.numerator.map(IndicatorId::new),
            denominator: self.denominator.map(IndicatorId::new),
            weight: self.weight.map(IndicatorId::new),
            direction: Direction::from_code(&self.direction)?,
            department: self.department,
            life_phase: self.life_phase,
            source: self.source,
            licence: self.licence,
            definition: self.definition,
            min_count: self.min_count,
            least_named: [None; 2],
            role,
            decimals: self.decimals,
            scope: if self.without_city { Scope::WithoutCity } else { Scope::All },
            reports: self.reports,
            territory: self.territory,
        })
    }
}

impl CellForm {
    fn of(it: &Cell) -> Self {
        let number = |it: Option<Finite>| it.map(Finite::get);
        Self {
            // Partial is of areas only; a reader never makes it
            state: STATES.iter().find(|(_, state)| *state == it.state).map_or(3, |it| it.0),
            quality: it.quality.0,
            value: number(it.value),
            numerator: number(it.numerator),
            denominator: number(it.denominator),
        }
    }

    fn cell(self) -> Option<Cell> {
        let state = STATES.iter().find(|it| it.0 == self.state)?.1;
        let number = |it: Option<f64>| it.map_or(Some(None), |it| Finite::new(it).map(Some));
        let (value, numerator, denominator) = (number(self.value)?, number(self.numerator)?, number(self.denominator)?);
        // what is known has a value; what is not has neither value nor numerator
        let holds = if state == State::Known { value.is_some() } else { value.is_none() && numerator.is_none() };
        let known_flags = Quality::FLAGS.iter().fold(0, |all, it| all | it.0.0);
        (holds && self.quality & !known_flags == 0).then_some(Cell { state, value, numerator, denominator, quality: Quality(self.quality) })
    }
}
