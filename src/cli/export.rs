//! `export`: areas, districts, values and plans as files for other programs.

use std::{collections::BTreeSet, path::Path, sync::Arc};

use serde_json::json;

use super::{
    answer::Answer,
    arguments::{Export, Exported},
    opening::{self, Open},
    out,
    refusal::{impossible, unknown},
    value::{index_of, period_of},
};
use crate::{
    analysis::assignment::Assignment,
    model::{catalog::Series, indicator::Role, period::Period, plan::Plan},
    report::{
        Document, Format,
        area_file::{AssignmentFile, Origin, UnitFile},
    },
    storage::refused::Refused,
    words::{Arg, Words, say},
};

/// A series and the place of a period in it.
type Column = (Arc<Series>, usize);

/// Writes the file.
pub fn run(asked: &Export, words: &Words) -> Result<Answer, Refused> {
    let open = opening::open(&asked.project, words)?;
    let (document, rows) = document(asked, &open)?;
    let bytes = document.bytes_for(&asked.out).map_err(|it| impossible(it, &asked.out))?;
    out::lay_down(&asked.out, &bytes, &open, asked.overwrite)?;
    let file = asked.out.display().to_string();
    let text = vec![open.words.tell(&say!("desk-written", file = file.as_str()))];
    Ok(Answer::new(json!({ "file": file, "rows": rows, "profile": asked.shown.profile_of_file().code() }), text)
        .noticing(open.told_of_city(&asked.shown)))
}

fn document(asked: &Export, open: &Open) -> Result<(Document, usize), Refused> {
    let of_plan = matches!(asked.what, Exported::Areas | Exported::Plan);
    let tells_area = asked.what == Exported::Districts && !open.project.plans.is_empty();
    let wants_plan = asked.plan.is_some() || of_plan || tells_area;
    let plan = if wants_plan { Some(open.plan_or_usual(asked.plan.as_deref())?) } else { None };
    let plan = plan.as_ref().map(|it| (it.0, &it.1));
    let city = open.city(&asked.shown);
    let origin = Origin { catalog: &open.catalog, plan, city: &city, profile: asked.shown.profile_of_file(), words: &open.words };
    match asked.what {
        Exported::Plan => assignment(open, plan),
        Exported::Areas => units(areas(open, origin, &with_population(asked, open)?)?),
        Exported::Districts => units(UnitFile::of_districts(origin, &with_population(asked, open)?)),
        Exported::Values => values(asked, open, origin),
    }
}

fn assignment(open: &Open, plan: Option<(&Plan, &Assignment)>) -> Result<(Document, usize), Refused> {
    let (plan, assignment) = plan.ok_or_else(|| impossible(say!("cli-no-plan-at-all"), &open.path))?;
    let file = AssignmentFile::of(plan, assignment, &open.catalog);
    let rows = file.rows.len();
    Ok((Document::Assignment(file), rows))
}

fn areas(open: &Open, origin: Origin<'_>, columns: &[Column]) -> Result<UnitFile, Refused> {
    UnitFile::of_areas(origin, columns).ok_or_else(|| impossible(say!("cli-no-plan-at-all"), &open.path))
}

fn units(file: UnitFile) -> Result<(Document, usize), Refused> {
    let rows = file.units.len();
    Ok((Document::Units(Box::new(file)), rows))
}

/// As a table every indicator and period has rows of its own; on a map each indicator has one period.
fn values(asked: &Export, open: &Open, origin: Origin<'_>) -> Result<(Document, usize), Refused> {
    let as_table = is_table(&asked.out);
    let columns = if asked.indicator.is_empty() { all(asked, open, as_table)? } else { named(asked, open, as_table)? };
    let file = if origin.plan.is_some() { areas(open, origin, &columns)? } else { UnitFile::of_districts(origin, &columns) };
    if !as_table {
        return units(file);
    }
    let table = file.table();
    let rows = table.rows.len();
    Ok((Document::Table(table), rows))
}

fn is_table(out: &Path) -> bool {
    Format::of_path(out) == Some(Format::Csv)
}

/// The population, then the indicators asked for.
fn with_population(asked: &Export, open: &Open) -> Result<Vec<Column>, Refused> {
    let population = open.population();
    let mut columns: Vec<Column> = population.into_iter().collect();
    for column in named(asked, open, false)? {
        if columns.iter().all(|it| it.0.indicator.id != column.0.indicator.id) {
            columns.push(column);
        }
    }
    Ok(columns)
}

fn named(asked: &Export, open: &Open, every_period: bool) -> Result<Vec<Column>, Refused> {
    let mut columns = Vec::new();
    for id in &asked.indicator {
        let series = open.series(id)?;
        if every_period && asked.period.is_none() {
            columns.extend((0..series.periods().len()).map(|at| (Arc::clone(series), at)));
        } else {
            columns.push((Arc::clone(series), period_of(open, series, asked.period.as_ref())?));
        }
    }
    Ok(columns)
}

/// All indicators but the single years of age; those that lack the period asked for are left out.
fn all(asked: &Export, open: &Open, every_period: bool) -> Result<Vec<Column>, Refused> {
    let telling = open.catalog.series().iter().filter(|it| !matches!(it.indicator.role, Some(Role::PopulationAge(_))));
    let columns = |series: &Arc<Series>| -> Vec<Column> {
        let periods: Vec<usize> = match &asked.period {
            Some(period) => index_of(series, period).into_iter().collect(),
            None if every_period => (0..series.periods().len()).collect(),
            None => series.latest_known().into_iter().collect(),
        };
        periods.into_iter().map(|it| (Arc::clone(series), it)).collect()
    };
    let found: Vec<Column> = telling.flat_map(columns).collect();
    match asked.period.as_ref().filter(|_| found.is_empty()) {
        Some(period) => Err(unknown_period(open, period)),
        None => Ok(found),
    }
}

fn unknown_period(open: &Open, period: &Period) -> Refused {
    let present: BTreeSet<&Period> = open.catalog.series().iter().flat_map(|it| it.periods()).collect();
    let present = present.into_iter().rev().map(|it| open.words.date(it.as_str())).collect();
    unknown(say!("cli-no-values-in-period", period = Arg::Date(period.to_string())), present, &open.path)
}
