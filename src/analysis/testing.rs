//! Small catalogs and plans for tests: districts are squares of 1 km on a grid, numbered row by row from the south-west.
#![allow(clippy::unwrap_used)]

use std::{collections::BTreeMap, sync::Arc};

use geo::{MultiPolygon, Rect};

use crate::{
    geometry::{DistrictIx, locate::Locator, projection::Crs, simplify::Importance, topology::Topology},
    model::{
        catalog::{Catalog, District, Ground, Register, Series},
        id::{AreaId, DistrictKey, IndicatorId, PlanId},
        indicator::{Indicator, Pooling, Role},
        period::Period,
        plan::Plan,
        planning_area::{Colour, Lock, PlanningArea},
        value::{Cell, Finite, MissingReason, State, SuppressedBy},
    },
};

pub const SECRET: Cell = Cell { state: State::Suppressed(SuppressedBy::Source), ..Cell::ABSENT };
pub const SENSELESS: Cell = Cell { state: State::Missing(MissingReason::NotMeaningful), ..Cell::ABSENT };

/// Districts by key; each is called like its key.
pub fn register(keys: &[&str]) -> Register {
    let district = |key: &&str| District { key: DistrictKey::new(key), name: (*key).to_owned(), attributes: BTreeMap::new() };
    Register::new(keys.iter().map(district).collect())
}

/// A plan of the areas named, `R1` for 1 and so on, in ascending order.
pub fn plan(assigned: &[(&str, u32)]) -> Plan {
    let mut plan = Plan::empty(PlanId(1), "Test");
    plan.area_of = assigned.iter().map(|(key, area)| (DistrictKey::new(key), AreaId(*area))).collect();
    let last = assigned.iter().map(|it| it.1).max().unwrap_or(0);
    plan.areas = (1..=last).map(area).collect();
    plan
}

/// The area with this number.
pub fn area(number: u32) -> PlanningArea {
    PlanningArea {
        id: AreaId(number),
        code: format!("R{number}"),
        name: format!("Raum {number}"),
        colour: Colour::of_area(number as usize),
        reason: String::new(),
        lock: Lock::Free,
    }
}

/// Squares on a grid of so many columns.
pub fn ground(districts: usize, columns: usize) -> Ground {
    let square = |it: usize| {
        let (x, y) = ((it % columns) as f64 * 1000.0, (it / columns) as f64 * 1000.0);
        MultiPolygon(vec![Rect::new((x, y), (x + 1000.0, y + 1000.0)).to_polygon()])
    };
    let boundaries: Vec<_> = (0..districts).map(square).collect();
    let topology = Topology::build(&boundaries, 0.0).topology;
    Ground { locator: Locator::new(&topology), importance: Importance::of(&topology), topology, crs: Crs::from_epsg(25832).unwrap() }
}

/// A catalog of so many districts `d0`, `d1`, … on a grid, with these series.
pub fn catalog(districts: usize, columns: usize, series: Vec<Series>) -> Catalog {
    let keys: Vec<String> = (0..districts).map(|it| format!("d{it}")).collect();
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    let series = series.into_iter().map(Arc::new).collect();
    Catalog::new(Arc::new(register(&keys)), Arc::new(ground(districts, columns)), series, Vec::new(), 1)
}

/// A series with these cells, period by period.
pub fn series(indicator: Indicator, periods: &[(&str, &[Cell])]) -> Series {
    let times = periods.iter().map(|it| Period::parse(it.0).unwrap()).collect();
    let districts = periods.first().map_or(0, |it| it.1.len());
    let mut series = Series::empty(indicator, times, districts);
    for (period, cells) in periods {
        let at = series.period_index(&Period::parse(period).unwrap()).unwrap();
        for (number, cell) in (0..).zip(*cells) {
            series.put(at, DistrictIx(number), *cell);
        }
    }
    series
}

/// An indicator that pools this way.
pub fn indicator(id: &str, pooling: Pooling, factor: f64) -> Indicator {
    Indicator { pooling, factor, ..Indicator::named(IndicatorId::new(id)) }
}

/// The population of 2023.
pub fn population(people: &[f64]) -> Series {
    let cells: Vec<Cell> = people.iter().map(|it| Cell::known(*it)).collect();
    let indicator = Indicator { role: Some(Role::Population), ..indicator("population", Pooling::Sum, 1.0) };
    series(indicator, &[("2023", &cells)])
}

/// A known share with its counts.
pub fn share(numerator: f64, denominator: f64) -> Cell {
    let value = Finite::new(100.0 * numerator / denominator);
    Cell { state: State::Known, value, numerator: Finite::new(numerator), denominator: Finite::new(denominator), ..Cell::ABSENT }
}

/// A secret share with a known denominator.
pub fn secret_of(denominator: f64) -> Cell {
    Cell { denominator: Finite::new(denominator), ..SECRET }
}

/// A known mean with its weight.
pub fn mean(value: f64, weight: f64) -> Cell {
    Cell { denominator: Finite::new(weight), ..Cell::known(value) }
}
