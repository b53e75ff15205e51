//! The sample county's plans in figures: what design.md says must come out, read from the shipped files on a way of their own.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
    sync::{Arc, LazyLock},
};

use geo::{Coord, LineString, MultiPolygon, Polygon};
use planraum::{
    analysis::{
        assignment::Assignment,
        city::CitySwitch,
        draft::{Draft, DraftOptions},
        figures::{FigureOptions, PlanFigures},
        ledger::{Ledger, LedgerOptions},
        pool::Pool,
        repair,
    },
    geometry::{
        DistrictIx,
        locate::Locator,
        projection::{Crs, Projector},
        simplify::Importance,
        topology::Topology,
    },
    model::{
        catalog::{Catalog, District, Ground, Register, Series},
        id::{AreaId, DistrictKey, IndicatorId, PlanId},
        indicator::{Indicator, Pooling, Role, Scope},
        period::Period,
        plan::{Plan, Target},
        planning_area::{Colour, Lock, PlanningArea},
        value::{Cell, Finite, MissingReason, State, SuppressedBy},
    },
};
use serde_json::Value;

const CITY: &str = "03159016";
const HARZ: &str = "03159501";

fn shipped(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("maps").join(name)
}

/// Read once for all tests.
static COUNTY: LazyLock<Catalog> = LazyLock::new(read_county);

fn county() -> &'static Catalog {
    &COUNTY
}

fn read_county() -> Catalog {
    let root: Value = serde_json::from_slice(&std::fs::read(shipped("lkgoe_gemeinden_heute.geojson")).unwrap()).unwrap();
    let features = root["features"].as_array().unwrap();
    let text = |it: &Value, field: &str| it["properties"][field].as_str().unwrap().to_owned();
    let district = |it: &Value| District { key: DistrictKey::new(text(it, "AGS")), name: text(it, "GEN"), attributes: BTreeMap::new() };
    let register = Arc::new(Register::new(features.iter().map(district).collect()));
    let utm = Projector::between(Crs::from_epsg(4326).unwrap(), Crs::from_epsg(25832).unwrap()).unwrap();
    let boundaries: Vec<_> = features.iter().map(|it| boundary(&it["geometry"], &utm)).collect();
    let topology = Topology::build(&boundaries, 0.5).topology;
    let ground =
        Ground { locator: Locator::new(&topology), importance: Importance::of(&topology), topology, crs: Crs::from_epsg(25832).unwrap() };
    let series = series(&register).into_iter().map(Arc::new).collect();
    Catalog::new(register, Arc::new(ground), series, Vec::new(), 1)
}

fn boundary(geometry: &Value, utm: &Projector) -> MultiPolygon<f64> {
    let ring = |it: &Value| {
        let places = it.as_array().unwrap().iter().map(|at| [at[0].as_f64().unwrap(), at[1].as_f64().unwrap()]);
        let mut places: Vec<[f64; 2]> = places.collect();
        utm.project(&mut places).unwrap();
        LineString(places.into_iter().map(|[x, y]| Coord { x, y }).collect())
    };
    let polygon = |it: &Value| {
        let mut rings = it.as_array().unwrap().iter().map(ring);
        Polygon::new(rings.next().unwrap(), rings.collect())
    };
    match geometry["type"].as_str() {
        Some("Polygon") => MultiPolygon(vec![polygon(&geometry["coordinates"])]),
        _ => MultiPolygon(geometry["coordinates"].as_array().unwrap().iter().map(polygon).collect()),
    }
}

/// The indicators of the shipped database with their rows' own numbers.
fn series(register: &Register) -> Vec<Series> {
    let file = rusqlite::Connection::open(shipped("lkgoe_kennzahlen.sqlite")).unwrap();
    let mut rows = file.prepare("SELECT id, pooling, factor, role, scope, min_count FROM indicator ORDER BY id").unwrap();
    let indicator = |row: &rusqlite::Row<'_>| -> rusqlite::Result<Indicator> {
        let scope: Option<String> = row.get(4)?;
        Ok(Indicator {
            pooling: Pooling::from_code(&row.get::<_, String>(1)?).unwrap(),
            factor: row.get::<_, Option<f64>>(2)?.unwrap_or(1.0),
            role: row.get::<_, Option<String>>(3)?.and_then(|it| Role::from_code(&it)),
            scope: if scope.is_some() { Scope::WithoutCity } else { Scope::All },
            min_count: row.get::<_, Option<u32>>(5)?.unwrap_or(Indicator::USUAL_MIN_COUNT),
            ..Indicator::named(IndicatorId::new(row.get::<_, String>(0)?))
        })
    };
    let indicators: Vec<Indicator> = rows.query_map([], indicator).unwrap().map(Result::unwrap).collect();
    indicators.into_iter().map(|it| cells(&file, it, register)).collect()
}

fn cells(file: &rusqlite::Connection, indicator: Indicator, register: &Register) -> Series {
    let sql = "SELECT district, period, value, numerator, denominator, state FROM value WHERE indicator = ?1";
    let mut rows = file.prepare(sql).unwrap();
    let cell = |row: &rusqlite::Row<'_>| -> rusqlite::Result<(String, String, Cell)> {
        let number = |it: usize| Ok::<_, rusqlite::Error>(row.get::<_, Option<f64>>(it)?.and_then(Finite::new));
        let state = match row.get::<_, Option<String>>(5)?.as_deref() {
            None | Some("known") => State::Known,
            Some("suppressed") => State::Suppressed(SuppressedBy::Source),
            Some(it) => {
                State::Missing(it.strip_prefix("missing:").and_then(MissingReason::from_code).unwrap_or(MissingReason::NotDelivered))
            }
        };
        let cell = Cell { state, value: number(2)?, numerator: number(3)?, denominator: number(4)?, ..Cell::ABSENT };
        Ok((row.get(0)?, row.get(1)?, cell))
    };
    let all: Vec<_> = rows.query_map([indicator.id.as_str()], cell).unwrap().map(Result::unwrap).collect();
    let periods = all.iter().map(|it| Period::parse(&it.1).unwrap()).collect();
    let mut series = Series::empty(indicator, periods, register.len());
    for (district, period, cell) in all {
        let at = series.period_index(&Period::parse(&period).unwrap()).unwrap();
        series.put(at, register.find(&DistrictKey::new(district)).unwrap(), cell);
    }
    series
}

fn plan(file: &str) -> Plan {
    let mut plan = Plan::empty(PlanId(1), "fiktiv");
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_path(shipped(file)).unwrap();
    for row in reader.records().map(Result::unwrap) {
        plan.area_of.insert(DistrictKey::new(&row[0]), AreaId(row[1][1..].parse().unwrap()));
    }
    let area = |number: u32| PlanningArea {
        id: AreaId(number),
        code: format!("R{number}"),
        name: format!("Raum {number}"),
        colour: Colour::of_area(number as usize),
        reason: String::new(),
        lock: Lock::Free,
    };
    plan.areas = plan.area_of.values().map(|it| it.0).collect::<BTreeSet<u32>>().into_iter().map(area).collect();
    plan
}

fn close(found: Option<f64>, wanted: f64) {
    assert!(found.is_some_and(|it| (it - wanted).abs() < 1e-6), "{found:?} is not {wanted}");
}

#[test]
fn the_demo_plan_has_its_figures() {
    let (catalog, plan) = (county(), plan("lkgoe_plan_a.csv"));
    let assignment = Assignment::of(&plan, &catalog.register);
    let figures = PlanFigures::of(catalog, &plan, &assignment, &FigureOptions::default());
    let people: Vec<_> = figures.areas.iter().map(|it| it.population.and_then(|it| it.value).unwrap()).collect();
    assert_eq!(people, [31_128.0, 42_179.0, 30_010.0, 33_919.0, 36_579.0, 34_876.0, 120_261.0]);
    close(figures.parity, 1.559118);
    close(figures.gini, 0.256672);
    assert_eq!((figures.cut_edges, figures.cut_edges + figures.cut_edges_unassigned), (34, 41));
    assert_eq!(figures.unassigned, [catalog.register.find(&HARZ.into()).unwrap()]);
    let surface: f64 = figures.areas.iter().map(|it| it.surface_km2).sum();
    let harz = catalog.ground.topology.surface(figures.unassigned[0]) / 1e6;
    assert!((surface + harz - 1753.805).abs() < 5e-4, "{}", surface + harz);
    assert!(figures.areas.iter().all(|it| !it.density_surface.estimated), "the register knows every surface");
}

#[test]
fn without_the_city_the_demo_plan_is_far_more_even() {
    let (catalog, plan) = (county(), plan("lkgoe_plan_a.csv"));
    let city = CitySwitch::new(&catalog.register, &[CITY.into()].into(), false);
    let options = FigureOptions { city, ..FigureOptions::default() };
    let figures = PlanFigures::of(catalog, &plan, &Assignment::of(&plan, &catalog.register), &options);
    close(figures.parity, 0.212673);
    close(figures.gini, 0.062417);
}

#[test]
fn beside_the_city_the_demo_plan_is_measured_by_what_its_other_areas_hold() {
    let (catalog, plan) = (county(), Plan { target: Target::MeanBesideCity, ..plan("lkgoe_plan_a.csv") });
    let city = CitySwitch::new(&catalog.register, &[CITY.into()].into(), true);
    let options = FigureOptions { city, ..FigureOptions::default() };
    let figures = PlanFigures::of(catalog, &plan, &Assignment::of(&plan, &catalog.register), &options);
    close(figures.target, 208_691.0 / 6.0);
    close(figures.max_deviation, 0.212673);
    close(figures.parity, 1.559118);
    let city: Vec<_> = figures.areas.iter().filter(|it| !it.has_target).map(|it| (it.districts, it.deviation)).collect();
    assert_eq!(city, [(1, None)]);
}

#[test]
fn the_forest_makes_no_county_value_partial() {
    let catalog = county();
    let everybody = CitySwitch::everybody();
    let (mut whole, mut partial) = (0, 0);
    for series in catalog.series() {
        for period in 0..series.periods().len() {
            let county = Pool::at(catalog, series, period, &everybody).county();
            let lacking = county.parts.suppressed + county.parts.missing;
            whole += u32::from(county.state == State::Known);
            partial += u32::from(county.state == State::Partial);
            assert_eq!(county.state == State::Partial, lacking > 0 && county.parts.known > 0, "{} {period}", series.indicator.id);
        }
    }
    assert!(whole > 100 && partial > 50, "{whole} whole, {partial} partial");
    let young = catalog.find(&"anteil_unter_18".into()).unwrap();
    let county = Pool::at(catalog, young, young.latest_known().unwrap(), &everybody).county();
    assert_eq!((county.state, county.parts.aside), (State::Known, 1), "the Harz is set aside");
}

#[test]
fn on_the_way_from_plan_a_to_plan_b_the_ledger_tells_what_pooling_tells() {
    let catalog = county();
    let (a, b) = (plan("lkgoe_plan_a.csv"), plan("lkgoe_plan_b.csv"));
    let (from, to) = (Assignment::of(&a, &catalog.register), Assignment::of(&b, &catalog.register));
    let ledger = Ledger::build(catalog, &from, LedgerOptions::default());
    let mut draft = Draft::begin(&a, ledger, None, DraftOptions::default());
    for district in (0..).map(DistrictIx).take(catalog.register.len()) {
        draft.put([district], to.area_of(district));
    }
    assert_eq!(draft.moves().len(), 9);
    let everybody = CitySwitch::everybody();
    for (number, series) in catalog.series().iter().enumerate() {
        for period in 0..series.periods().len() {
            let pool = Pool::at(catalog, series, period, &everybody);
            for label in 0..from.areas().len() {
                let wanted = pool.area(draft.ledger().assignment().members(label).iter().copied());
                let found = draft.ledger().value(Some(label), number, period).unwrap();
                if series.indicator.pooling == Pooling::Mean {
                    assert_eq!((found.state, found.parts), (wanted.state, wanted.parts));
                    assert!(found.value.zip(wanted.value).is_none_or(|(a, b)| (a - b).abs() < 1e-9));
                } else {
                    assert_eq!(found, wanted, "{} {period} {label}", series.indicator.id);
                }
            }
        }
    }
    let people: f64 = draft.figures().areas.iter().filter_map(|it| it.population?.value).sum();
    assert_eq!(people, 328_952.0, "nobody is lost on the way");
}

#[test]
fn the_demo_plan_needs_no_repair_but_the_forest() {
    let (catalog, plan) = (county(), plan("lkgoe_plan_a.csv"));
    let assignment = Assignment::of(&plan, &catalog.register);
    assert_eq!(repair::islands(catalog, &plan, &assignment, None), []);
    assert_eq!(repair::enclaves(catalog, &plan, &assignment, None), []);
    assert_eq!(repair::next_unassigned(&assignment, None, |it| !catalog.is_uninhabited(it)), None);
    let next = repair::next_unassigned(&assignment, None, |_| true).and_then(|it| catalog.register.get(it));
    assert_eq!(next.map(|it| it.key.as_str()), Some(HARZ));
}
