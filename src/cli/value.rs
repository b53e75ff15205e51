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
    report::table::told_of_breaks,
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
            .map(|(at, it)| Unit {
                key: it.key.to_string(),
                name: it.name.clone(),
                value: pool.district(at),
                counts: pool.counts(at),
                members: vec![at],
            })
            .collect(),
    };
    let values = disclosure::release_values(units.iter().map(|it| it.value).collect(), &series.indicator, profile);
    let county = disclosure::release_value(pool.county(), &series.indicator, profile);
    let indicator = series.indicator_at(at);
    let (mut json, mut rows) = (Vec::new(), Vec::new());
    for (Unit { key, name, counts, members, .. }, value) in units.iter().zip(values.get()) {
        let source = series.deliverers(at, members.iter().copied()).source;
        json.push(told(value, [key, name, period, &source], *counts));
        let mut row = vec![key.clone(), name.clone(), told::text_in_total(value, &indicator, &open.words)];
        row.extend((!counts).then(|| open.words.say("legend-switched-off")));
        row.extend((source != indicator.source).then(|| open.words.tell(&say!("legend-source", source = source.as_str()))));
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
        "source": indicator.source,
        "city_left_out": without_city,
        "series_breaks": told::breaks(series),
        "limit": disclosure::limit(profile).map(|it| open.words.tell(&it)),
        "values": json,
        "county": told::value(county.get()),
    });
    let mut text = vec![format!("{}, {}", series.indicator.name, open.words.date(period)), String::new()];
    text.extend(columns(&rows));
    text.push(String::new());
    text.push(open.words.tell(&say!("cli-county", value = told::text_in_total(county.get(), &indicator, &open.words))));
    text.extend(without_city.then(|| open.words.say("handout-without-city")));
    text.extend(told_of_breaks(&series.indicator, &series.breaks, &open.words));
    if !indicator.source.is_empty() {
        text.push(open.words.tell(&say!("legend-source", source = indicator.source.as_str())));
    }
    text.extend(disclosure::limit(profile).map(|it| open.words.tell(&it)));
    Ok(Answer::new(about, text).noticing(open.told_of_city(&asked.shown)))
}

/// A district, or an area with its districts.
struct Unit {
    key: String,
    name: String,
    value: AreaValue,
    counts: bool,
    members: Vec<DistrictIx>,
}

fn of_areas(open: &Open, name: &str, pool: &Pool<'_>) -> Result<Vec<Unit>, Refused> {
    let (plan, assignment) = open.plan(name)?;
    let unit = |(label, area): (usize, &crate::model::planning_area::PlanningArea)| {
        let members = assignment.members(label).to_vec();
        let value = pool.area(members.iter().copied());
        let counts = members.is_empty() || members.iter().any(|it| pool.counts(*it));
        Unit { key: area.code.clone(), name: area.name.clone(), value, counts, members }
    };
    Ok(plan.areas.iter().enumerate().map(unit).collect())
}

/// Where a period stands; a year that names exactly one period, such as a day or the school year that ends in it, names that one.
pub fn index_of(series: &Series, asked: &Period) -> Option<usize> {
    let only = || {
        let mut of_year = series.periods().iter().enumerate().filter(|it| it.1.year() == asked.year());
        let found = of_year.next().filter(|_| asked.as_str().len() == 4)?;
        of_year.next().is_none().then_some(found.0)
    };
    series.period_index(asked).or_else(only)
}

/// Where the period asked for stands; the latest with a known value where none is.
pub fn period_of(open: &Open, series: &Series, asked: Option<&Period>) -> Result<usize, Refused> {
    let at = match asked {
        Some(period) => index_of(series, period),
        None => series.latest_known().or(series.periods().len().checked_sub(1)),
    };
    at.ok_or_else(|| {
        let present = series.periods().iter().map(|it| open.words.date(it.as_str())).collect();
        let period = Arg::Date(asked.map(ToString::to_string).unwrap_or_default());
        unknown(say!("cli-no-such-period", id = series.indicator.id.as_str(), period), present, &open.path)
    })
}

fn told(value: &AreaValue, [key, name, period, source]: [&str; 4], counts: bool) -> Json {
    let mut members: Map<String, Json> = told::value(value);
    members.insert("key".into(), key.into());
    members.insert("name".into(), name.into());
    members.insert("period".into(), period.into());
    members.insert("source".into(), source.into());
    members.insert("counts".into(), counts.into());
    Json::Object(members)
}
