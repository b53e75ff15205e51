//! The catalog: everything given. Districts, their borders, and what was counted in them.
//!
//! **Promise.** It never changes while it is looked at: another list of sources makes another catalog.
//! **Not here.** How it is read (`storage`), how areas are computed from it (`analysis::pool`).

use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use crate::{
    geometry::{DistrictIx, locate::Locator, projection::Crs, simplify::Importance, topology::Topology},
    model::{
        id::{DistrictKey, IndicatorId},
        indicator::{Indicator, Pooling, Role},
        period::Period,
        value::{Cell, State},
    },
};

/// A district (Gebietseinheit): the smallest unit that is ever assigned.
#[derive(Debug, Clone, PartialEq)]
pub struct District {
    /// Its office's key.
    pub key: DistrictKey,
    /// Its name for people.
    pub name: String,
    /// Everything else its file said about it, as text, by field name.
    pub attributes: BTreeMap<String, String>,
}

/// The districts in the order of their file, and where each key stands.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Register {
    districts: Vec<District>,
    place: HashMap<DistrictKey, DistrictIx>,
}

impl Register {
    /// Of two districts with the same key the first keeps it; readers merge them before (finding `key_repeated`).
    pub fn new(districts: Vec<District>) -> Self {
        let mut place = HashMap::with_capacity(districts.len());
        for (number, district) in (0..).zip(&districts) {
            place.entry(district.key.clone()).or_insert(DistrictIx(number));
        }
        Self { districts, place }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.districts.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.districts.is_empty()
    }

    /// All of them, in order.
    pub fn districts(&self) -> &[District] {
        &self.districts
    }

    /// Every index with its district.
    pub fn iter(&self) -> impl Iterator<Item = (DistrictIx, &District)> {
        (0..).map(DistrictIx).zip(&self.districts)
    }

    /// The district at an index.
    pub fn get(&self, district: DistrictIx) -> Option<&District> {
        self.districts.get(district.0 as usize)
    }

    /// Where a key stands.
    pub fn find(&self, key: &DistrictKey) -> Option<DistrictIx> {
        self.place.get(key).copied()
    }
}

/// A break in a series: before and after do not compare.
#[derive(Debug, Clone, PartialEq)]
pub struct SeriesBreak {
    /// The first period of the new series.
    pub period: Period,
    /// Why, in the source's words.
    pub reason: String,
}

/// A published figure for the whole county, or for those who could not be placed.
#[derive(Debug, Clone, PartialEq)]
pub struct Reference {
    /// The county's key, or `unassignable`.
    pub area: String,
    /// When.
    pub period: Period,
    /// The figure.
    pub cell: Cell,
}

/// An indicator with all its values.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// What it is.
    pub indicator: Indicator,
    periods: Vec<Period>,
    districts: usize,
    cells: Vec<Cell>, // period by period, districts in register order
    /// Breaks, in order.
    pub breaks: Vec<SeriesBreak>,
    /// Published figures of the whole.
    pub references: Vec<Reference>,
}

impl Series {
    /// A series over `districts` districts in which every cell is still absent. Periods are sorted, repeated ones dropped.
    pub fn empty(indicator: Indicator, mut periods: Vec<Period>, districts: usize) -> Self {
        periods.sort();
        periods.dedup();
        let cells = vec![Cell::ABSENT; periods.len() * districts];
        Self { indicator, periods, districts, cells, breaks: Vec::new(), references: Vec::new() }
    }

    /// The periods, in order.
    pub fn periods(&self) -> &[Period] {
        &self.periods
    }

    /// Where a period stands.
    pub fn period_index(&self, period: &Period) -> Option<usize> {
        self.periods.binary_search(period).ok()
    }

    /// The cells of one period in register order; empty for a period that isn't there.
    pub fn at(&self, period_index: usize) -> &[Cell] {
        self.cells.get(period_index * self.districts..(period_index + 1) * self.districts).unwrap_or(&[])
    }

    /// One cell; absent where nothing is.
    pub fn cell(&self, period_index: usize, district: DistrictIx) -> Cell {
        self.at(period_index).get(district.0 as usize).copied().unwrap_or(Cell::ABSENT)
    }

    /// Puts a cell; one outside the series is ignored.
    pub fn put(&mut self, period_index: usize, district: DistrictIx, cell: Cell) {
        let at = (district.0 as usize) < self.districts;
        if let Some(place) = self.cells.get_mut(period_index * self.districts + district.0 as usize).filter(|_| at) {
            *place = cell;
        }
    }

    /// The latest period with at least one known value.
    pub fn latest_known(&self) -> Option<usize> {
        (0..self.periods.len()).rev().find(|it| self.at(*it).iter().any(|cell| cell.state == State::Known))
    }

    /// The latest period not after `period`.
    pub fn latest_until(&self, period: &Period) -> Option<usize> {
        self.periods.iter().rposition(|it| it.last_day() <= period.last_day())
    }
}

/// The ground: borders, and what finds a place on them. Built once per list of boundaries.
#[derive(Debug)]
pub struct Ground {
    /// Borders stored once, as arcs.
    pub topology: Topology,
    /// Finds districts by place.
    pub locator: Locator,
    /// How much each border point matters when the map is drawn small.
    pub importance: Importance,
    /// The planar system that all metres refer to.
    pub crs: Crs,
}

/// Everything given.
#[derive(Debug, Clone)]
pub struct Catalog {
    /// The districts.
    pub register: Arc<Register>,
    /// Their borders.
    pub ground: Arc<Ground>,
    series: Vec<Arc<Series>>,
    place: HashMap<IndicatorId, usize>,
    /// Who is named under every map, one line a source.
    pub notices: Vec<String>,
    /// Grows whenever another catalog takes this one's place.
    pub revision: u64,
}

impl Catalog {
    /// A catalog of these parts; of two series with the same id the later one counts.
    pub fn new(register: Arc<Register>, ground: Arc<Ground>, series: Vec<Arc<Series>>, notices: Vec<String>, revision: u64) -> Self {
        let place = series.iter().enumerate().map(|(at, it)| (it.indicator.id.clone(), at)).collect();
        let mut catalog = Self { register, ground, series, place, notices, revision };
        catalog.tell_least_counts();
        catalog
    }

    /// Tells every indicator what those named for its counts keep secret.
    fn tell_least_counts(&mut self) {
        let told: Vec<[Option<u32>; 2]> = self.series.iter().map(|it| self.least_named(&it.indicator)).collect();
        for (series, told) in self.series.iter_mut().zip(told) {
            if series.indicator.least_named != told {
                Arc::make_mut(series).indicator.least_named = told;
            }
        }
    }

    fn least_named(&self, indicator: &Indicator) -> [Option<u32>; 2] {
        let below = if indicator.pooling == Pooling::Mean { &indicator.weight } else { &indicator.denominator };
        [&indicator.numerator, below].map(|named| {
            let named = &self.find(named.as_ref()?)?.indicator;
            let extent = named.role == Some(Role::RegisterSurface);
            Some(if extent { 0 } else { named.min_count.max(indicator.min_count) })
        })
    }

    /// Nothing given yet.
    pub fn empty() -> Self {
        let topology = Topology::build(&[], 0.0).topology;
        let locator = Locator::new(&topology);
        let importance = Importance::of(&topology);
        let ground = Ground { topology, locator, importance, crs: Crs::Plane };
        Self::new(Arc::default(), Arc::new(ground), Vec::new(), Vec::new(), 0)
    }

    /// All series, in the order of their sources.
    pub fn series(&self) -> &[Arc<Series>] {
        &self.series
    }

    /// The series of an indicator.
    pub fn find(&self, indicator: &IndicatorId) -> Option<&Arc<Series>> {
        self.place.get(indicator).and_then(|at| self.series.get(*at))
    }

    /// The series with a role.
    pub fn with_role(&self, role: Role) -> Option<&Arc<Series>> {
        self.series.iter().find(|it| it.indicator.role == Some(role))
    }

    /// The population per district in register order: at the latest period not after `period`, without one the latest known.
    /// `None` where nobody counted it by then.
    pub fn population(&self, period: Option<&Period>) -> Option<(&Period, &[Cell])> {
        let series = self.with_role(Role::Population)?;
        let at = period.map_or_else(|| series.latest_known(), |it| series.latest_until(it))?;
        Some((series.periods().get(at)?, series.at(at)))
    }

    /// Whether a district is uninhabited: its population is a known 0.
    pub fn is_uninhabited(&self, district: DistrictIx) -> bool {
        self.uninhabited()(district)
    }

    /// The same question for many districts: who counted them is looked up once.
    pub fn uninhabited(&self) -> impl Fn(DistrictIx) -> bool + '_ {
        self.uninhabited_at(None)
    }

    /// The same at the latest count not after `period`; without one, or where nobody counted by then, at the latest known.
    pub fn uninhabited_at(&self, period: Option<&Period>) -> impl Fn(DistrictIx) -> bool + use<'_> {
        let cells = self.population(period).or_else(|| self.population(None)).map_or(&[][..], |it| it.1);
        |district| cells.get(district.index()).and_then(Cell::known_value) == Some(0.0)
    }
}
