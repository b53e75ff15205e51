//! GeoJSON as RFC 7946 wants it: longitude and latitude in WGS 84 with seven decimals (about a centimetre), outer rings
//! counter-clockwise and holes clockwise, no `crs` member.
//!
//! Every value stands under the id of its indicator; what is not known is `null` with a sibling `…_state`, which is `switched_off`
//! for the city while it does not count; `…_counts: false` stands beside whatever is in no total. How many districts a partial value is made from stands beside it. An id that is a
//! member of the unit already (`name`, `area`) gets `indicator_` before it. Sources, profile, the rule for small numbers and the
//! member of each indicator stand in the member `planraum` beside the features.

use std::collections::BTreeSet;

use geojson::{Feature, FeatureCollection, Geometry, GeometryValue, JsonObject, JsonValue, Position};

use super::area_file::{UnitFile, UnitRow, ValueColumn};
use crate::{
    analysis::pool::AreaValue,
    geometry::{
        Point,
        projection::{Crs, Projector},
    },
    model::{saved_view::Level, value::State},
    words::{Message, say},
};

/// The file.
///
/// # Errors
/// The borders are in a plane of their own, or a place cannot be told in degrees.
pub fn of_units(file: &UnitFile) -> Result<Vec<u8>, Message> {
    let nowhere = || say!("handout-no-degrees");
    let projector = Projector::between(file.ground.crs, Crs::WGS84).map_err(|_| nowhere())?;
    let members = members(file);
    let feature = |(number, unit): (usize, &UnitRow)| -> Result<Feature, Message> {
        let geometry = geometry(&projector, &file.boundary(unit)).ok_or_else(nowhere)?;
        Ok(Feature { bbox: None, geometry, id: None, properties: Some(properties(file, &members, number, unit)), foreign_members: None })
    };
    let features = file.units.iter().enumerate().map(feature).collect::<Result<Vec<Feature>, Message>>()?;
    let collection = FeatureCollection { bbox: None, features, foreign_members: Some(about(file, &members)) };
    let mut text = serde_json::to_vec(&collection).map_err(|it| say!("handout-unwritable", detail = it.to_string()))?;
    text.push(b'\n');
    Ok(text)
}

/// `Some(None)` for a unit without boundary, `None` for one that cannot be projected.
fn geometry(projector: &Projector, boundary: &geo::MultiPolygon<f64>) -> Option<Option<Geometry>> {
    let ring = |ring: &geo::LineString<f64>, left: bool| -> Option<Vec<Position>> {
        let mut points: Vec<Point> = ring.coords().map(|it| [it.x, it.y]).collect();
        projector.project(&mut points).ok()?;
        points.iter_mut().for_each(|it| *it = it.map(|it| (it * 1e7).round() / 1e7));
        points.dedup();
        if (signed_area(&points) > 0.0) != left {
            points.reverse();
        }
        Some(points.into_iter().map(|it| Position::from(it.to_vec())).collect())
    };
    let polygon = |it: &geo::Polygon<f64>| -> Option<Vec<Vec<Position>>> {
        let outer = std::iter::once(ring(it.exterior(), true));
        outer.chain(it.interiors().iter().map(|it| ring(it, false))).collect()
    };
    let mut polygons: Vec<_> = boundary.iter().map(polygon).collect::<Option<_>>()?;
    Some(match polygons.len() {
        0 => None,
        1 => polygons.pop().map(|coordinates| Geometry::new(GeometryValue::Polygon { coordinates })),
        _ => Some(Geometry::new(GeometryValue::MultiPolygon { coordinates: polygons })),
    })
}

/// Twice the area of a closed ring, above 0 where it runs counter-clockwise.
fn signed_area(ring: &[Point]) -> f64 {
    let Some(origin) = ring.first() else { return 0.0 };
    let from_origin = |it: Point| [it[0] - origin[0], it[1] - origin[1]];
    ring.windows(2).map(|it| (from_origin(it[0]), from_origin(it[1]))).map(|(a, b)| a[0] * b[1] - b[0] * a[1]).sum()
}

/// What a unit tells of itself, before any indicator.
const OWN: [&str; 7] = ["key", "code", "name", "area", "reason", "districts", "surface_km2"];

/// What may stand beside a value.
const EXTRAS: [&str; 8] = ["_state", "_at_least", "_estimate", "_coverage", "_districts_known", "_districts_wanted", "_source", "_counts"];

/// The member of each column: the indicator's id, and something before it where that is taken.
fn members(file: &UnitFile) -> Vec<String> {
    let mut taken: BTreeSet<String> = OWN.iter().map(|it| (*it).to_owned()).collect();
    let all = |name: &str| std::iter::once("").chain(EXTRAS).map(|it| format!("{name}{it}")).collect::<Vec<_>>();
    let mut member = |column: &ValueColumn| {
        let population = column.indicator.role == Some(crate::model::indicator::Role::Population);
        let mut name = if population { "population" } else { column.indicator.id.as_str() }.to_owned();
        while all(&name).iter().any(|it| taken.contains(it)) {
            name.insert_str(0, "indicator_");
        }
        taken.extend(all(&name));
        name
    };
    file.columns.iter().map(&mut member).collect()
}

fn properties(file: &UnitFile, members: &[String], number: usize, unit: &UnitRow) -> JsonObject {
    let mut told = JsonObject::new();
    let mut put = |name: &str, value: JsonValue| told.insert(name.to_owned(), value);
    match file.level {
        Level::Areas => {
            put("code", unit.key.as_str().into());
            put("name", unit.name.as_str().into());
            put("reason", unit.reason.as_deref().into());
            put("districts", unit.districts.clone().into());
        }
        Level::Districts => {
            put("key", unit.key.as_str().into());
            put("name", unit.name.as_str().into());
            put("area", unit.area.as_deref().into());
        }
    }
    put("surface_km2", unit.surface_km2.into());
    for (column, member) in file.columns.iter().zip(members) {
        let Some(value) = column.values.get().get(number) else { continue };
        if !column.counts(number) {
            put(&format!("{member}{}", EXTRAS[7]), false.into());
        }
        if unit.switched_off {
            put(member, JsonValue::Null);
            put(&format!("{member}{}", EXTRAS[0]), "switched_off".into());
            continue;
        }
        put(member, value.value.into());
        for (name, extra) in extras(value) {
            put(&format!("{member}{name}"), extra);
        }
        // named beside the value only where others delivered some of the column
        if let Some(source) = column.sources.get(number).filter(|it| **it != column.indicator.source) {
            put(&format!("{member}{}", EXTRAS[6]), source.as_str().into());
        }
    }
    told
}

/// What stands beside a value that is not simply known.
fn extras(value: &AreaValue) -> Vec<(&'static str, JsonValue)> {
    if value.state == State::Known {
        return Vec::new();
    }
    let [state, at_least, estimate, coverage, known, wanted, ..] = EXTRAS;
    let mut extras = vec![(state, value.state.code().into())];
    extras.extend(value.at_least.map(|it| (at_least, it.into())));
    extras.extend(value.estimate.map(|it| (estimate, it.into())));
    extras.extend(value.coverage.filter(|_| value.state == State::Partial).map(|it| (coverage, it.into())));
    if value.state == State::Partial {
        extras.extend([(known, value.parts.known.into()), (wanted, value.parts.wanted().into())]);
    }
    extras
}

fn about(file: &UnitFile, members: &[String]) -> JsonObject {
    let column = |(it, member): (&ValueColumn, &String)| {
        serde_json::json!({
            "id": it.indicator.id.as_str(),
            "member": member,
            "name": it.indicator.name,
            "unit": it.indicator.unit,
            "period": it.period.as_str(),
            "source": it.indicator.source,
            "licence": it.indicator.licence,
            "city_left_out": it.without_city,
            "series_breaks": it.breaks.iter().map(|it| serde_json::json!({ "period": it.period.as_str(), "reason": it.reason })).collect::<Vec<_>>(),
        })
    };
    let about = serde_json::json!({
        "plan": file.plan,
        "profile": file.profile.code(),
        "limit": file.limit(),
        "city_left_out": file.without_city,
        "city": file.told_of_city(),
        "notices": file.notices,
        "indicators": file.columns.iter().zip(members).map(column).collect::<Vec<_>>(),
    });
    JsonObject::from_iter([("planraum".to_owned(), about)])
}

#[cfg(test)]
mod tests;
