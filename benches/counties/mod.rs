//! Counties to measure on: the sample, Germany where `PLANRAUM_GERMANY` names a GeoJSON file of it, and coverages of our own
//! generator with a fixed seed. All but the sample get made-up values, and plans whose areas hang together.
use std::{collections::BTreeMap, sync::Arc};

use planraum::{
    analysis::assignment::Assignment,
    geometry::{DistrictIx, locate::Locator, projection::Crs, simplify::Importance, synthetic, topology::Topology},
    model::{
        catalog::{Catalog, District, Ground, Register, Series},
        id::{AreaId, DistrictKey, IndicatorId, PlanId},
        indicator::{Indicator, Pooling, Role},
        period::Period,
        plan::Plan,
        planning_area::{Colour, Lock, PlanningArea},
        value::{Cell, Finite, State},
    },
    storage::{
        geojson::{self, Options},
        ground::ground_of,
        limits::Limits,
        sample::sample,
        source_block::catalog_of,
    },
};

/// A county and what is drawn on it.
pub struct County {
    pub name: String,
    pub catalog: Arc<Catalog>,
    pub plan: Plan,
}

/// A number below `below`, the same on every machine (SplitMix64).
fn draw(seed: u64, below: u64) -> u64 {
    let mut it = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    it = (it ^ (it >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    it = (it ^ (it >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    (it ^ (it >> 31)) % below
}

/// The sample county with its first draft.
pub fn sample_county() -> Option<County> {
    let made = sample().ok()?;
    let list: Vec<_> = made.project.sources.iter().filter_map(|it| Some((it.clone(), made.blocks.get(&it.id)?.clone()))).collect();
    let catalog = Arc::new(catalog_of(&list, 1, &Limits::default()).ok()?.0);
    let plan = made.project.plans.iter().find(|it| !it.untouchable)?.clone();
    Some(County { name: "sample".to_owned(), catalog, plan })
}

/// Germany with 402 areas and so many made-up series of so many years.
pub fn germany(indicators: usize, years: usize) -> Option<County> {
    let bytes = std::fs::read(std::env::var_os("PLANRAUM_GERMANY")?).ok()?;
    let file = geojson::read(&bytes, &Options::default()).ok()?;
    let (_, ground, _) = ground_of(file);
    let count = ground.topology.district_count();
    Some(county("Germany", ground, count, (indicators, years), 402))
}

/// So many districts with so many vertices each.
pub fn made_up(districts: usize, vertices: usize, values: (usize, usize), areas: usize) -> County {
    let topology = Topology::build(&synthetic::coverage(districts, vertices, 7), 0.0).topology;
    let ground = Ground { locator: Locator::new(&topology), importance: Importance::of(&topology), topology, crs: Crs::Plane };
    county(&format!("{districts} districts, {areas} areas"), Arc::new(ground), districts, values, areas)
}

fn county(name: &str, ground: Arc<Ground>, districts: usize, (indicators, years): (usize, usize), areas: usize) -> County {
    let attributes = |it: usize| BTreeMap::from([("group".to_owned(), format!("G{}", it / 8))]);
    let district =
        |it: usize| District { key: DistrictKey::new(format!("{it:06}")), name: format!("Ort {it}"), attributes: attributes(it) };
    let register = Register::new((0..districts).map(district).collect());
    let series = (0..indicators).map(|it| Arc::new(series(it, years, districts))).collect();
    let catalog = Catalog::new(Arc::new(register), ground, series, Vec::new(), 1);
    let plan = plan(&catalog, areas);
    County { name: name.to_owned(), catalog: Arc::new(catalog), plan }
}

/// Every other indicator is a ratio; the first is the population.
fn series(number: usize, years: usize, districts: usize) -> Series {
    let pooling = if number % 2 == 1 { Pooling::Ratio } else { Pooling::Sum };
    let role = (number == 0).then_some(Role::Population);
    let indicator = Indicator { pooling, factor: 100.0, role, ..Indicator::named(IndicatorId::new(format!("i{number}"))) };
    let periods = (0..years).filter_map(|it| Period::parse(&(2015 + it).to_string())).collect();
    let mut series = Series::empty(indicator, periods, districts);
    for (year, district) in (0..years).flat_map(|year| (0..districts).map(move |it| (year, it))) {
        let seed = (number * years + year) * districts + district;
        let whole = 300 + draw(seed as u64, 20_000);
        let part = draw(!seed as u64, whole);
        let number = |it: u64| Finite::new(it as f64);
        let cell = Cell { state: State::Known, value: number(part), numerator: number(part), denominator: number(whole), ..Cell::ABSENT };
        series.put(year, DistrictIx(district as u32), cell);
    }
    series
}

/// Areas grown from evenly spaced districts to their neighbours, so that each hangs together.
fn plan(catalog: &Catalog, areas: usize) -> Plan {
    let count = catalog.register.iter().count();
    let mut label = vec![None; count];
    let mut front: Vec<DistrictIx> = (0..areas).map(|it| DistrictIx((it * count / areas) as u32)).collect();
    (1..).zip(&front).for_each(|(area, seed)| label[seed.index()] = Some(area));
    while !front.is_empty() {
        let mut next = Vec::new();
        for (from, to) in front.iter().flat_map(|from| catalog.ground.topology.neighbours(*from).iter().map(|it| (*from, it.district))) {
            if label[to.index()].is_none() {
                label[to.index()] = label[from.index()];
                next.push(to);
            }
        }
        front = next;
    }
    let mut plan = Plan::empty(PlanId(1), "bench");
    plan.areas = (1..=areas as u32).map(area).collect();
    let keys = catalog.register.iter().map(|(it, district)| (it, district.key.clone()));
    plan.area_of = keys.filter_map(|(it, key)| Some((key, AreaId(label[it.index()]?)))).collect();
    plan
}

fn area(number: u32) -> PlanningArea {
    let (code, name) = (format!("R{number}"), format!("Raum {number}"));
    PlanningArea { id: AreaId(number), code, name, colour: Colour::of_area(number as usize), reason: String::new(), lock: Lock::Free }
}

/// Districts at the border of two areas, with the two areas: scattered over the map, so that no cache holds them all.
pub fn border(county: &County, assignment: &Assignment) -> Vec<(DistrictIx, AreaId, AreaId)> {
    let count = county.catalog.register.iter().count();
    let at_border = (0..count).map(|it| DistrictIx(((it * 4_409) % count) as u32)).filter_map(|it| {
        let own = assignment.area_of(it)?;
        let mut others = county.catalog.ground.topology.neighbours(it).iter().filter_map(|it| assignment.area_of(it.district));
        Some((it, own, others.find(|it| *it != own)?))
    });
    at_border.take(64).collect()
}
