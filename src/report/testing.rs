//! A small county for the tests of this room: six squares in three columns, two areas, one secret, one hole, one forest.
#![allow(clippy::unwrap_used)]

use std::{collections::BTreeMap, sync::Arc};

use geo::{MultiPolygon, Rect};

use crate::{
    analysis::{
        assignment::Assignment,
        city::CitySwitch,
        overlay::{Overlay, OverlayQuestion},
    },
    cartography::{compose::Composition, palette},
    geometry::{DistrictIx, locate::Locator, projection::Crs, simplify::Importance, topology::Topology},
    model::{
        catalog::{Catalog, District, Ground, Register, Series},
        id::{AreaId, DistrictKey, IndicatorId, PlanId},
        indicator::{Indicator, Pooling, Role},
        period::Period,
        plan::Plan,
        planning_area::{Colour, Lock, PlanningArea},
        released::Profile,
        saved_view::Level,
        value::{Cell, Finite, MissingReason, State, SuppressedBy},
    },
    report::{
        area_file::{Origin, UnitFile},
        map::{MapSheet, page::Layout},
    },
    words::{Language, Terms, Words},
};

/// All but two of forty-one: hidden outside `intern`, because the two would be known.
pub const PLANTED: (f64, f64) = (39.0, 41.0);

pub fn words() -> Arc<Words> {
    Arc::new(Words::new(Language::German, &Terms::default()))
}

fn ground() -> Ground {
    let square = |it: u32| {
        let (x, y) = (565_000.0 + f64::from(it % 3) * 1_000.0, 5_700_000.0 + f64::from(it / 3) * 1_000.0);
        MultiPolygon(vec![Rect::new((x, y), (x + 1_000.0, y + 1_000.0)).to_polygon()])
    };
    let topology = Topology::build(&(0..6).map(square).collect::<Vec<_>>(), 0.0).topology;
    Ground { locator: Locator::new(&topology), importance: Importance::of(&topology), topology, crs: Crs::UTM32 }
}

fn series(indicator: Indicator, cells: &[Cell]) -> Arc<Series> {
    let mut series = Series::empty(indicator, vec![Period::parse("2023").unwrap()], cells.len());
    (0..).map(DistrictIx).zip(cells).for_each(|(at, cell)| series.put(0, at, *cell));
    Arc::new(series)
}

fn share(numerator: f64, denominator: f64) -> Cell {
    Cell { numerator: Finite::new(numerator), denominator: Finite::new(denominator), ..Cell::known(100.0 * numerator / denominator) }
}

/// Four known shares (one of them planted), one secret, one not delivered; nobody lives in the last.
pub fn catalog() -> Catalog {
    let names = ["Adorf", "B & <Söhne>", "=C", "Dorf\u{202E}", "Eck", "Forst"];
    let district = |(number, name): (usize, &&str)| District {
        key: DistrictKey::new(format!("0315900{number}")),
        name: (*name).to_owned(),
        attributes: BTreeMap::new(),
    };
    let register = Register::new(names.iter().enumerate().map(district).collect());
    let secret = Cell::without_number(State::Suppressed(SuppressedBy::Source));
    let hole = Cell::without_number(State::Missing(MissingReason::NotDelivered));
    let senseless = Cell::without_number(State::Missing(MissingReason::NotMeaningful));
    let quota = Indicator {
        name: "Anteil „A“".into(),
        unit: "%".into(),
        pooling: Pooling::Ratio,
        factor: 100.0,
        source: "Beispielwert (erfunden)".into(),
        ..Indicator::named(IndicatorId::new("quota"))
    };
    let people = Indicator {
        name: "Bevölkerung".into(),
        pooling: Pooling::Sum,
        role: Some(Role::Population),
        ..Indicator::named(IndicatorId::new("people"))
    };
    let quota = series(quota, &[share(10.0, 100.0), share(30.0, 100.0), share(PLANTED.0, PLANTED.1), secret, hole, senseless]);
    let people = series(people, &[100.0, 200.0, 300.0, 400.0, 500.0, 0.0].map(Cell::known));
    Catalog::new(Arc::new(register), Arc::new(ground()), vec![quota, people], vec!["© GeoBasis-DE / BKG 2016".into()], 1)
}

pub fn plan() -> Plan {
    let mut plan = Plan::empty(PlanId(1), "Entwurf <A>");
    let area = |number: u32, name: &str| PlanningArea {
        id: AreaId(number),
        code: format!("R{number}"),
        name: name.into(),
        colour: Colour::of_area(number as usize),
        reason: "Schulwege".into(),
        lock: Lock::Free,
    };
    plan.areas = vec![area(1, "West"), area(2, "@Ost")];
    plan.area_of = [(0, 1), (1, 1), (2, 2), (4, 2)].map(|(at, area)| (DistrictKey::new(format!("0315900{at}")), AreaId(area))).into();
    plan
}

/// The indicator on districts, or on areas.
pub fn question(level: Level, profile: Profile) -> OverlayQuestion {
    OverlayQuestion { level, profile, ..OverlayQuestion::about("quota".into()) }
}

/// Areas or districts with both indicators.
pub fn units(level: Level, profile: Profile) -> UnitFile {
    let (catalog, plan, words) = (catalog(), plan(), words());
    let assignment = Assignment::of(&plan, &catalog.register);
    let city = CitySwitch::everybody();
    let origin = Origin { catalog: &catalog, plan: Some((&plan, &assignment)), city: &city, profile, words: &words };
    let wanted: Vec<_> = catalog.series().iter().map(|it| (Arc::clone(it), 0)).collect();
    match level {
        Level::Areas => UnitFile::of_areas(origin, &wanted).unwrap(),
        Level::Districts => UnitFile::of_districts(origin, &wanted),
    }
}

/// The map of the indicator.
pub fn sheet(profile: Profile, layout: Layout) -> MapSheet {
    let (catalog, plan, words) = (catalog(), plan(), words());
    let assignment = Assignment::of(&plan, &catalog.register);
    let both = Some((&plan, &assignment));
    let overlay = Overlay::of(&catalog, both, &question(Level::Districts, profile)).unwrap();
    let areas = Overlay::of(&catalog, both, &question(Level::Areas, profile)).unwrap();
    let composition = Composition {
        catalog: &catalog,
        plan: both,
        city: CitySwitch::everybody(),
        open: None,
        ground: palette::Ground::Light,
        group: None,
        area_labels: true,
        district_labels: true,
        words: &words,
    };
    MapSheet {
        picture: composition.of_indicator(
            &overlay,
            Some(&crate::cartography::compose::KeyFigures::of_overlay(&areas)),
            crate::model::classing::Ramp::YlGnBu,
        ),
        beside: Vec::new(),
        area_colours: composition.chip_colours(None),
        ground: Arc::clone(&catalog.ground),
        register: Arc::clone(&catalog.register),
        layout,
        extent: None,
        date: "2026-11-23".into(),
        words: Arc::clone(&words),
    }
}
