//! `list`: what a project holds.

use serde_json::{Value, json};

use super::{
    answer::{Answer, columns},
    arguments::{List, Listed},
    opening::{self, Open},
    told,
};
use crate::{
    geometry::DistrictIx,
    model::{
        catalog::{District, Series},
        plan::Plan,
        planning_area::PlanningArea,
        quantity::SquareMetres,
        saved_view::{Level, SavedView},
    },
    storage::refused::Refused,
    words::{Arg, Words, say},
};

/// Lists one kind of thing.
pub fn run(asked: &List, words: &Words) -> Result<Answer, Refused> {
    let open = opening::open(&asked.project, words)?;
    let (json, rows): (Vec<Value>, Vec<Vec<String>>) = match asked.what {
        Listed::Districts => open.catalog.register.iter().map(|(at, it)| district(&open, at, it)).unzip(),
        Listed::Indicators => open.catalog.series().iter().map(|it| indicator(&open, it)).unzip(),
        Listed::Plans => open.project.plans.iter().map(plan).unzip(),
        Listed::Areas => areas(&open, asked.plan.as_deref())?.into_iter().unzip(),
        Listed::Views => open.project.views.iter().map(|it| view(&open, it)).unzip(),
    };
    Ok(Answer::new(Value::Array(json), columns(&rows)).noticing(open.told_of_strangers()))
}

fn district(open: &Open, at: DistrictIx, known: &District) -> (Value, Vec<String>) {
    let topology = &open.catalog.ground.topology;
    let json = json!({
        "key": known.key.as_str(),
        "name": known.name,
        "surface_km2": SquareMetres(topology.surface(at)).square_kilometres(),
        "polygons": topology.polygons_of(at).count(),
        "uninhabited": open.catalog.is_uninhabited(at),
        "city": open.project.city.contains(&known.key),
        "attributes": known.attributes,
    });
    (json, vec![known.key.to_string(), known.name.clone()])
}

fn indicator(open: &Open, series: &Series) -> (Value, Vec<String>) {
    let it = &series.indicator;
    let periods: Vec<&str> = series.periods().iter().map(|it| it.as_str()).collect();
    let latest = series.latest_known().and_then(|it| series.periods().get(it)).map(|it| it.as_str());
    let json = json!({
        "id": it.id.as_str(),
        "name": it.name,
        "unit": it.unit,
        "pooling": it.pooling.code(),
        "factor": it.factor,
        "direction": it.direction.code(),
        "department": it.department,
        "life_phase": it.life_phase,
        "source": it.source,
        "licence": it.licence,
        "definition": it.definition,
        "min_count": it.min_count,
        "role": it.role.map(|it| it.code()),
        "periods": periods,
        "latest": latest,
        "series_breaks": told::breaks(series),
    });
    let breaks = series.breaks.iter().map(|it| open.words.tell(&say!("cli-series-break", period = Arg::Date(it.period.to_string()))));
    let breaks: Vec<String> = breaks.collect();
    (json, vec![it.id.to_string(), it.name.clone(), it.unit.clone(), latest.unwrap_or("–").to_owned(), breaks.join(", ")])
}

fn plan(plan: &Plan) -> (Value, Vec<String>) {
    let json = json!({
        "id": plan.id.0,
        "name": plan.name,
        "description": plan.description,
        "areas": plan.areas.len(),
        "districts": plan.area_of.len(),
        "untouchable": plan.untouchable,
    });
    (json, vec![plan.id.0.to_string(), plan.name.clone(), plan.description.clone()])
}

fn areas(open: &Open, named: Option<&str>) -> Result<Vec<(Value, Vec<String>)>, Refused> {
    let plans = match named {
        Some(name) => vec![open.plan(name)?.0],
        None => open.project.plans.iter().collect(),
    };
    Ok(plans.into_iter().flat_map(|plan| plan.areas.iter().map(|it| area(plan, it))).collect())
}

fn area(plan: &Plan, area: &PlanningArea) -> (Value, Vec<String>) {
    let keys: Vec<&str> = plan.districts_of(area.id).map(|it| it.as_str()).collect();
    let [red, green, blue] = area.colour.0;
    let json = json!({
        "plan": plan.name,
        "id": area.code,
        "name": area.name,
        "reason": area.reason,
        "colour": format!("#{red:02X}{green:02X}{blue:02X}"),
        "districts": keys.len(),
        "district_keys": keys,
    });
    (json, vec![plan.name.clone(), area.code.clone(), area.name.clone()])
}

fn view(open: &Open, view: &SavedView) -> (Value, Vec<String>) {
    let plan = view.plan.and_then(|it| open.project.plan(it)).map(|it| it.name.as_str());
    let json = json!({
        "id": view.id.0,
        "title": view.title,
        "sentence": view.sentence,
        "plan": plan,
        "indicator": view.indicator.as_ref().map(|it| it.as_str()),
        "period": view.period.as_ref().map(|it| it.as_str()),
        "level": if view.level == Level::Areas { "areas" } else { "districts" },
        "with_city": view.with_city,
    });
    (json, vec![view.id.0.to_string(), view.title.clone(), view.sentence.clone()])
}
