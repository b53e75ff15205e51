//! The project in its tables: written as a whole, read as a whole, every row checked.
//!
//! **Promise.** What is read obeys the rules that `Project::apply` keeps: ids and names once, no district in an area that isn't there.
//! **Not here.** Steps (`steps`), the bytes of sources (`block`).

use std::collections::{BTreeMap, BTreeSet, HashSet};

use rusqlite::{Connection, Row, params};

use super::{
    saved::{self, Unsound},
    schema::NEEDS_PROGRAM,
    seal,
    trouble::Fault,
};
use crate::{
    model::{
        id::{AreaId, DistrictKey, IndicatorId, PlanId, SourceId},
        plan::Plan,
        planning_area::PlanningArea,
        saved_view::SavedView,
        source::Source,
    },
    project::Project,
};

/// Puts the project into its tables in place of what stood there. The caller holds the transaction.
pub(super) fn write(to: &Connection, project: &Project, changed_at: &str) -> Result<(), Fault> {
    for table in ["project", "source", "plan", "area", "assignment", "view", "classing", "city", "terms"] {
        to.execute(&format!("DELETE FROM {table}"), [])?;
    }
    let name = &project.name;
    let insert = "INSERT INTO project(one, name, changed_at, written_by, needs) VALUES (1, ?1, ?2, ?3, ?4)";
    to.execute(insert, params![name, changed_at, env!("CARGO_PKG_VERSION"), NEEDS_PROGRAM])?;
    to.execute("INSERT INTO terms(one, body) VALUES (1, ?1)", [saved::terms_to_text(&project.terms)?])?;
    write_lists(to, project)?;
    for (position, plan) in (0_i64..).zip(&project.plans) {
        write_plan(to, position, plan)?;
    }
    seal::write(to)
}

fn write_lists(to: &Connection, project: &Project) -> Result<(), Fault> {
    let mut insert = to.prepare("INSERT INTO source(position, id, kind, file_name, notice) VALUES (?1, ?2, ?3, ?4, ?5)")?;
    for (position, source) in (0_i64..).zip(&project.sources) {
        insert.execute(params![position, source.id.0, saved::kind_code(source.kind), source.file_name, source.notice])?;
    }
    let mut insert = to.prepare("INSERT INTO view(position, body) VALUES (?1, ?2)")?;
    for (position, view) in (0_i64..).zip(&project.views) {
        insert.execute(params![position, saved::view_to_text(view)?])?;
    }
    let mut insert = to.prepare("INSERT INTO classing(indicator, body) VALUES (?1, ?2)")?;
    for (indicator, classing) in &project.classing {
        insert.execute(params![indicator.as_str(), saved::classing_to_text(classing)?])?;
    }
    let mut insert = to.prepare("INSERT INTO city(district) VALUES (?1)")?;
    for district in &project.city {
        insert.execute([district.as_str()])?;
    }
    Ok(())
}

fn write_plan(to: &Connection, position: i64, plan: &Plan) -> Result<(), Fault> {
    let target = saved::target_number(&plan.target);
    let balance = plan.balance.as_ref().map(IndicatorId::as_str);
    to.execute(
        "INSERT INTO plan(position, id, name, description, untouchable, target, balance) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![position, plan.id.0, plan.name, plan.description, plan.untouchable, target, balance],
    )?;
    let mut insert = to
        .prepare_cached("INSERT INTO area(plan, position, id, code, name, colour, reason, lock) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")?;
    for (place, it) in (0_i64..).zip(&plan.areas) {
        let (colour, lock) = (saved::colour_number(it.colour), saved::lock_code(it.lock));
        insert.execute(params![plan.id.0, place, it.id.0, it.code, it.name, colour, it.reason, lock])?;
    }
    let mut insert = to.prepare_cached("INSERT INTO assignment(plan, district, area) VALUES (?1, ?2, ?3)")?;
    for (district, area) in &plan.area_of {
        insert.execute(params![plan.id.0, district.as_str(), area.0])?;
    }
    Ok(())
}

/// The project from its tables.
pub(super) fn read(from: &Connection) -> Result<Project, Fault> {
    let name = from.query_row("SELECT name FROM project WHERE one = 1", [], |row| row.get(0))?;
    let project = Project {
        name,
        sources: rows(from, "SELECT id, kind, file_name, notice FROM source ORDER BY position", source)?,
        plans: read_plans(from)?,
        views: rows(from, "SELECT body FROM view ORDER BY position", |row| saved::view_from_text(&text(row, 0)?))?,
        city: rows(from, "SELECT district FROM city", |row| Ok(DistrictKey::new(text(row, 0)?)))?.into_iter().collect(),
        classing: rows(from, "SELECT indicator, body FROM classing", |row| {
            Ok((IndicatorId::new(text(row, 0)?), saved::classing_from_text(&text(row, 1)?)?))
        })?
        .into_iter()
        .collect(),
        terms: rows(from, "SELECT body FROM terms", |row| saved::terms_from_text(&text(row, 0)?))?.pop().unwrap_or_default(),
    };
    check_rules(&project)?;
    seal::check(from)?;
    Ok(project)
}

/// When the project was last changed, as its table says.
pub(super) fn changed_at(from: &Connection) -> rusqlite::Result<String> {
    from.query_row("SELECT changed_at FROM project WHERE one = 1", [], |row| row.get(0))
}

fn read_plans(from: &Connection) -> Result<Vec<Plan>, Fault> {
    let mut plans = rows(from, "SELECT id, name, description, untouchable, target, balance FROM plan ORDER BY position", plan)?;
    let mut areas: BTreeMap<PlanId, Vec<PlanningArea>> = BTreeMap::new();
    let query = "SELECT plan, id, code, name, colour, reason, lock FROM area ORDER BY plan, position";
    for (plan, area) in rows(from, query, area)? {
        areas.entry(plan).or_default().push(area);
    }
    let mut area_of: BTreeMap<PlanId, BTreeMap<DistrictKey, AreaId>> = BTreeMap::new();
    let query = "SELECT plan, district, area FROM assignment ORDER BY plan, district";
    for (plan, district, area) in rows(from, query, |row| Ok((PlanId(id(row, 0)?), DistrictKey::new(text(row, 1)?), AreaId(id(row, 2)?))))?
    {
        area_of.entry(plan).or_default().insert(district, area);
    }
    for plan in &mut plans {
        plan.areas = areas.remove(&plan.id).unwrap_or_default();
        plan.area_of = area_of.remove(&plan.id).unwrap_or_default();
    }
    match areas.keys().chain(area_of.keys()).next() {
        Some(stranger) => Err(Unsound::at(format!("plan {}", stranger.0)).into()),
        None => Ok(plans),
    }
}

fn source(row: &Row<'_>) -> Result<Source, Unsound> {
    let id: [u8; 32] = row.get(0).map_err(|_| Unsound::at("id"))?;
    Ok(Source { id: SourceId(id), kind: saved::kind_from_code(&text(row, 1)?)?, file_name: text(row, 2)?, notice: text(row, 3)? })
}

fn plan(row: &Row<'_>) -> Result<Plan, Unsound> {
    let target: Option<f64> = row.get(4).map_err(|_| Unsound::at("target"))?;
    let balance: Option<String> = row.get(5).map_err(|_| Unsound::at("balance"))?;
    let mut plan = Plan::empty(PlanId(id(row, 0)?), text(row, 1)?);
    plan.description = text(row, 2)?;
    plan.untouchable = match id(row, 3)? {
        0 => false,
        1 => true,
        other => return Err(Unsound::at(format!("untouchable {other}"))),
    };
    plan.target = saved::target_from_number(target);
    plan.balance = balance.map(IndicatorId::new);
    Ok(plan)
}

fn area(row: &Row<'_>) -> Result<(PlanId, PlanningArea), Unsound> {
    let colour = saved::colour_from_number(id(row, 4)?)?;
    let lock = saved::lock_from_code(&text(row, 6)?)?;
    let area = PlanningArea { id: AreaId(id(row, 1)?), code: text(row, 2)?, name: text(row, 3)?, colour, reason: text(row, 5)?, lock };
    Ok((PlanId(id(row, 0)?), area))
}

/// All rows of a query, each through `decode`; the first unsound one is named by its table and number.
pub(super) fn rows<T>(from: &Connection, query: &str, decode: impl Fn(&Row<'_>) -> Result<T, Unsound>) -> Result<Vec<T>, Fault> {
    let mut statement = from.prepare(query)?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(decode(row).map_err(|it| it.within(format!("{} {}", table_of(query), found.len() + 1)))?);
    }
    Ok(found)
}

fn table_of(query: &str) -> &str {
    query.split_once("FROM ").and_then(|(_, rest)| rest.split(' ').next()).unwrap_or_default()
}

/// The text of a column.
pub(super) fn text(row: &Row<'_>, column: usize) -> Result<String, Unsound> {
    row.get(column).map_err(|_| Unsound::at(format!("column {}", column + 1)))
}

fn id(row: &Row<'_>, column: usize) -> Result<u32, Unsound> {
    row.get(column).map_err(|_| Unsound::at(format!("column {}", column + 1)))
}

/// What commands keep, a file has to keep too: else a later undo would be refused.
pub(super) fn check_rules(project: &Project) -> Result<(), Unsound> {
    let (mut ids, mut names, mut views) = (HashSet::new(), HashSet::new(), HashSet::new());
    for plan in &project.plans {
        let name = plan.name.trim();
        if name.is_empty() || !names.insert(name) || !ids.insert(plan.id) {
            return Err(Unsound::at(format!("plan {}", plan.id.0)));
        }
        let there: HashSet<AreaId> = plan.areas.iter().map(|it| it.id).collect();
        if let Some((district, _)) = plan.area_of.iter().find(|(_, area)| !there.contains(area)) {
            return Err(Unsound::at(format!("assignment {} {district}", plan.id.0)));
        }
    }
    match project.views.iter().find(|it: &&SavedView| !views.insert(it.id)) {
        Some(twice) => Err(Unsound::at(format!("view {}", twice.id.0))),
        None => Ok(()),
    }
}

/// The sources whose blocks the project needs.
pub(super) fn needed(project: &Project) -> BTreeSet<SourceId> {
    project.sources.iter().map(|it| it.id).collect()
}
