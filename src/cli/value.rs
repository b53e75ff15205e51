//! `value`: an indicator per district, or pooled per area of a plan.

use serde_json::{Map, Value as Json, json};

use super::{
    answer::{Answer, columns},
    arguments::Value,
    opening::{self, Open},
    refusal::unknown,
    told,
};
use crate::{
    analysis::{
        disclosure,
        pool::{AreaValue, Pool},
    },
    geometry::DistrictIx,
    model::{catalog::Series, period::Period},
    storage::refused::Refused,
    words::{Arg, Words, say},
};

/// Tells all values under the profile.
pub fn run(asked: &Value, words: &Words) -> Result<Answer, Refused> {
    let open = opening::open(&asked.project, words)?;
    let series = open.series(&asked.indicator)?;
    let at = period_of(&open, series, asked.period.as_ref())?;
    let period = series.periods().get(at).map_or("", |it| it.as_str());
    let (city, profile) = (open.city(&asked.shown), asked.shown.profile_of_stdout());
    let pool = Pool::at(&open.catalog, series, at, &city);
    let units = match &asked.plan {
        Some(name) => of_areas(&open, name, &pool)?,
        None => open
            .catalog
            .register
            .iter()
            .map(|(at, it)| (it.key.to_string(), it.name.clone(), pool.district(at), !city.is_switched_off(at)))
            .collect(),
    };
    let values = disclosure::release_values(units.iter().map(|it| it.2).collect(), &series.indicator, profile);
    let county = disclosure::release_value(pool.county(), &series.indicator, profile);
    let (mut json, mut rows) = (Vec::new(), Vec::new());
    for ((key, name, _, counts), value) in units.iter().zip(values.get()) {
        json.push(unit(key, name, period, *counts, value));
        let mut row = vec![key.clone(), name.clone(), told::text_in_total(value, &series.indicator, &open.words)];
        row.extend((!counts).then(|| open.words.say("legend-switched-off")));
        rows.push(row);
    }
    let without_city = open.leaves_city_out(&asked.shown, series.indicator.scope);
    let about = json!({
        "indicator": series.indicator.id.as_str(),
        "name": series.indicator.name,
        "unit": series.indicator.unit,
        "period": period,
        "plan": asked.plan,
        "profile": profile.code(),
        "source": series.indicator.source,
        "city_left_out": without_city,
        "limit": disclosure::limit(profile).map(|it| open.words.tell(&it)),
        "values": json,
        "county": told::value(county.get()),
    });
    let mut text = vec![format!("{}, {}", series.indicator.name, open.words.date(period)), String::new()];
    text.extend(columns(&rows));
    text.push(String::new());
    text.push(open.words.tell(&say!("cli-county", value = told::text_in_total(county.get(), &series.indicator, &open.words))));
    text.extend(without_city.then(|| open.words.say("handout-without-city")));
    text.push(open.words.tell(&say!("legend-source", source = series.indicator.source.as_str())));
    text.extend(disclosure::limit(profile).map(|it| open.words.tell(&it)));
    Ok(Answer::new(about, text).noticing(open.told_of_city(&asked.shown)))
}

type Unit = (String, String, AreaValue, bool);

fn of_areas(open: &Open, name: &str, pool: &Pool<'_>) -> Result<Vec<Unit>, Refused> {
    let (plan, assignment) = open.plan(name)?;
    let unit = |(label, area): (usize, &crate::model::planning_area::PlanningArea)| {
        let members: &[DistrictIx] = assignment.members(label);
        (area.code.clone(), area.name.clone(), pool.area(members.iter().copied()), true)
    };
    Ok(plan.areas.iter().enumerate().map(unit).collect())
}

/// Where the period asked for stands; the latest with a known value where none is.
pub fn period_of(open: &Open, series: &Series, asked: Option<&Period>) -> Result<usize, Refused> {
    let at = match asked {
        Some(period) => series.period_index(period),
        None => series.latest_known().or(series.periods().len().checked_sub(1)),
    };
    at.ok_or_else(|| {
        let present = series.periods().iter().map(|it| open.words.date(it.as_str())).collect();
        let period = Arg::Date(asked.map(ToString::to_string).unwrap_or_default());
        unknown(say!("cli-no-such-period", id = series.indicator.id.as_str(), period), present, &open.path)
    })
}

fn unit(key: &str, name: &str, period: &str, counts: bool, value: &AreaValue) -> Json {
    let mut members: Map<String, Json> = told::value(value);
    members.insert("key".into(), key.into());
    members.insert("name".into(), name.into());
    members.insert("period".into(), period.into());
    members.insert("counts".into(), counts.into());
    Json::Object(members)
}
