//! The sample county on a desk, read straight from the files in `maps/`, for pictures.
use std::{
    collections::{BTreeMap, HashMap},
    fs,
    path::PathBuf,
    sync::Arc,
};

use geo::{LineString, MultiPolygon, Polygon};
use geojson::{FeatureCollection, GeometryValue, Position};
use planraum::{
    desk::Desk,
    geometry::{
        locate::Locator,
        projection::{Crs, Projector},
        simplify::Importance,
        topology::Topology,
    },
    model::{
        catalog::{Catalog, District, Ground, Reference, Register, Series, SeriesBreak},
        id::{AreaId, DistrictKey, IndicatorId, PlanId},
        indicator::{Indicator, Pooling, Role, Scope},
        period::Period,
        plan::Plan,
        planning_area::{Colour, Lock, PlanningArea},
        value::{Cell, Finite, MissingReason, State, SuppressedBy},
    },
    project::Project,
    words::Language,
};

fn maps(file: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("maps").join(file)
}

/// The county with the protected plan A and a copy of it.
pub fn county(language: Language) -> Desk {
    let mut project = Project { name: "Landkreis Göttingen (Beispiel)".into(), ..Project::default() };
    let start = Plan { untouchable: true, ..plan(PlanId(1), "Ausgangsplan") };
    project.plans = vec![start, plan(PlanId(2), "Entwurf A")];
    project.city = [DistrictKey::new("03159016")].into();
    super::desk::opened(project, catalog(), language)
}

fn plan(id: PlanId, name: &str) -> Plan {
    let mut plan = Plan::empty(id, name);
    for (at, line) in fs::read_to_string(maps("lkgoe_raeume.csv")).unwrap().lines().skip(1).enumerate() {
        let mut parts = line.splitn(3, ';');
        let (code, name, reason) = (parts.next().unwrap(), parts.next().unwrap(), parts.next().unwrap_or_default());
        plan.areas.push(PlanningArea {
            id: AreaId(at as u32 + 1),
            code: code.into(),
            name: name.into(),
            colour: Colour::of_area(at),
            reason: reason.into(),
            lock: if at == 6 { Lock::Fixed } else { Lock::Free },
        });
    }
    for line in fs::read_to_string(maps("lkgoe_plan_a.csv")).unwrap().lines().skip(1) {
        let (district, code) = line.split_once(';').unwrap();
        if let Some(area) = plan.areas.iter().find(|it| it.code == code) {
            plan.area_of.insert(DistrictKey::new(district), area.id);
        }
    }
    plan.area_of.remove(&DistrictKey::new("03159001"));
    plan
}

fn catalog() -> Catalog {
    let features: FeatureCollection = fs::read_to_string(maps("lkgoe_gemeinden_heute.geojson")).unwrap().parse().unwrap();
    let projector = Projector::between(Crs::WGS84, Crs::Epsg(25832)).unwrap();
    let (mut boundaries, mut districts) = (Vec::new(), Vec::new());
    for feature in features.features {
        let text = |key: &str| feature.property(key).and_then(|it| it.as_str()).unwrap_or_default().to_owned();
        let attributes: BTreeMap<String, String> = ["BEZ", "KRS", "SG"].map(|it| (it.to_owned(), text(it))).into();
        districts.push(District { key: DistrictKey::new(text("AGS")), name: text("GEN"), attributes });
        boundaries.push(match feature.geometry.unwrap().value {
            GeometryValue::Polygon { coordinates } => MultiPolygon(vec![polygon(&coordinates, &projector)]),
            GeometryValue::MultiPolygon { coordinates } => coordinates.iter().map(|it| polygon(it, &projector)).collect(),
            other => panic!("{other:?}"),
        });
    }
    let topology = Topology::build(&boundaries, 0.5).topology;
    let ground = Ground { locator: Locator::new(&topology), importance: Importance::of(&topology), topology, crs: Crs::Epsg(25832) };
    let register = Register::new(districts);
    let series = series(&register).into_iter().map(Arc::new).collect();
    Catalog::new(Arc::new(register), Arc::new(ground), series, vec!["© GeoBasis-DE / BKG 2016 (Daten verändert)".into()], 1)
}

fn polygon(rings: &[Vec<Position>], projector: &Projector) -> Polygon<f64> {
    let mut rings = rings.iter().map(|it| {
        let mut points: Vec<[f64; 2]> = it.iter().map(|it| [it[0], it[1]]).collect();
        projector.project(&mut points).unwrap();
        points.into_iter().map(|[x, y]| (x, y)).collect::<LineString<f64>>()
    });
    Polygon::new(rings.next().unwrap(), rings.collect())
}

fn series(register: &Register) -> Vec<Series> {
    let database =
        rusqlite::Connection::open_with_flags(maps("lkgoe_kennzahlen.sqlite"), rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let mut values: HashMap<String, Vec<(String, Period, Cell)>> = HashMap::new();
    let mut rows = database.prepare("SELECT indicator, district, period, value, numerator, denominator, state FROM value").unwrap();
    let mut rows = rows.query([]).unwrap();
    while let Some(row) = rows.next().unwrap() {
        let number = |at: usize| row.get::<_, Option<f64>>(at).unwrap().and_then(Finite::new);
        let state = match row.get::<_, Option<String>>(6).unwrap().as_deref() {
            None | Some("known") => State::Known,
            Some("suppressed") => State::Suppressed(SuppressedBy::Source),
            Some(other) => {
                State::Missing(other.strip_prefix("missing:").and_then(MissingReason::from_code).unwrap_or(MissingReason::NotDelivered))
            }
        };
        let cell = Cell { state, value: number(3), numerator: number(4), denominator: number(5), ..Cell::ABSENT };
        let period = Period::parse(&row.get::<_, String>(2).unwrap()).unwrap();
        values.entry(row.get(0).unwrap()).or_default().push((row.get(1).unwrap(), period, cell));
    }
    let mut all = Vec::new();
    let mut indicators = database
        .prepare("SELECT id, name, unit, pooling, factor, department, life_phase, source, definition, role, scope, decimals FROM indicator")
        .unwrap();
    let mut rows = indicators.query([]).unwrap();
    while let Some(row) = rows.next().unwrap() {
        let text = |at: usize| row.get::<_, Option<String>>(at).unwrap().unwrap_or_default();
        let indicator = Indicator {
            name: text(1),
            unit: text(2),
            pooling: Pooling::from_code(&text(3)).unwrap(),
            factor: row.get::<_, Option<f64>>(4).unwrap().unwrap_or(1.0),
            department: text(5),
            life_phase: text(6),
            source: text(7),
            definition: text(8),
            role: Role::from_code(&text(9)),
            scope: if text(10) == "without_city" { Scope::WithoutCity } else { Scope::All },
            decimals: row.get(11).unwrap(),
            ..Indicator::named(IndicatorId::new(text(0)))
        };
        let cells = values.remove(indicator.id.as_str()).unwrap_or_default();
        let mut series = Series::empty(indicator, cells.iter().map(|it| it.1.clone()).collect(), register.len());
        for (key, period, cell) in cells {
            let (Some(at), Some(district)) = (series.period_index(&period), register.find(&DistrictKey::new(key))) else { continue };
            series.put(at, district, cell);
        }
        let mut breaks = database.prepare("SELECT period, reason FROM series_break WHERE indicator = ?1").unwrap();
        let found = breaks.query_map([series.indicator.id.as_str()], |it| Ok((it.get::<_, String>(0)?, it.get::<_, String>(1)?))).unwrap();
        let found: Vec<_> = found.map(Result::unwrap).collect();
        series.breaks = found.into_iter().map(|it| SeriesBreak { period: Period::parse(&it.0).unwrap(), reason: it.1 }).collect();
        let mut references =
            database.prepare("SELECT area, period, value, numerator, denominator FROM reference WHERE indicator = ?1").unwrap();
        let found = references.query_map([series.indicator.id.as_str()], |it| {
            let number = |at: usize| Ok::<_, rusqlite::Error>(it.get::<_, Option<f64>>(at)?.and_then(Finite::new));
            let cell = Cell { state: State::Known, value: number(2)?, numerator: number(3)?, denominator: number(4)?, ..Cell::ABSENT };
            Ok(Reference { area: it.get(0)?, period: Period::parse(&it.get::<_, String>(1)?).unwrap(), cell })
        });
        series.references = found.unwrap().map(Result::unwrap).collect();
        all.push(series);
    }
    all
}
