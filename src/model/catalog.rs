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
    repeated: Vec<DistrictKey>,
}

impl Register {
    /// Of two districts with the same key the first keeps it; readers merge them before (finding `key_repeated`).
    pub fn new(districts: Vec<District>) -> Self {
        let mut place = HashMap::with_capacity(districts.len());
        for (number, district) in (0..).zip(&districts) {
            place.entry(district.key.clone()).or_insert(DistrictIx(number));
        }
        Self { districts, place, repeated: Vec::new() }
    }

    /// The same with the keys that several features of the map had.
    #[must_use]
    pub fn with_repeated(self, repeated: Vec<DistrictKey>) -> Self {
        Self { repeated, ..self }
    }

    /// Keys that several features of the map had: each is one district of several parts.
    pub fn repeated(&self) -> &[DistrictKey] {
        &self.repeated
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

/// Who delivered a value: what is to be named beside it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Deliverer {
    /// Who publishes it.
    pub source: String,
    /// Under which licence.
    pub licence: String,
}

/// An indicator with all its values.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// What it is.
    pub indicator: Indicator,
    periods: Vec<Period>,
    districts: usize,
    cells: Vec<Cell>,           // period by period, districts in register order
    deliverers: Vec<Deliverer>, // empty unless values of several sources stand together
    delivered_by: Vec<u16>,     // the place of each cell's deliverer; as long as `cells`, or empty like the list
    /// Breaks, in order.
    pub breaks: Vec<SeriesBreak>,
    /// Published figures of the whole.
    pub references: Vec<Reference>,
}

impl Deliverer {
    /// Several in one line, each named once.
    pub fn together<'a>(all: impl IntoIterator<Item = &'a Self>) -> Self {
        let (mut sources, mut licences): (Vec<&str>, Vec<&str>) = (Vec::new(), Vec::new());
        for it in all {
            for (list, text) in [(&mut sources, it.source.as_str()), (&mut licences, it.licence.as_str())] {
                if !text.is_empty() && !list.contains(&text) {
                    list.push(text);
                }
            }
        }
        Self { source: sources.join("; "), licence: licences.join("; ") }
    }
}

impl Series {
    /// A series over `districts` districts in which every cell is still absent. Periods are sorted, repeated ones dropped.
    pub fn empty(indicator: Indicator, mut periods: Vec<Period>, districts: usize) -> Self {
        periods.sort();
        periods.dedup();
        let cells = vec![Cell::ABSENT; periods.len() * districts];
        let (deliverers, delivered_by) = (Vec::new(), Vec::new());
        Self { indicator, periods, districts, cells, deliverers, delivered_by, breaks: Vec::new(), references: Vec::new() }
    }

    /// Takes over every value of another series that says anything, with whoever delivered it. What has no place here is left out.
    pub fn take_over(&mut self, from: &Self) {
        if self.deliverers.is_empty() {
            self.deliverers.push(self.own_deliverer());
            self.delivered_by = vec![0; self.cells.len()];
        }
        let own = [from.own_deliverer()];
        let theirs = if from.deliverers.is_empty() { &own[..] } else { &from.deliverers };
        let number: Vec<u16> = theirs.iter().map(|it| self.number_of(it)).collect();
        for (at, period) in from.periods.iter().enumerate() {
            let Some(to) = self.period_index(period) else { continue };
            for (district, cell) in from.at(at).iter().enumerate().take(self.districts).filter(|it| *it.1 != Cell::ABSENT) {
                let by = from.delivered_by.get(at * from.districts + district).map_or(0, |it| usize::from(*it));
                let place = to * self.districts + district;
                if let (Some(to), Some(delivered)) = (self.cells.get_mut(place), self.delivered_by.get_mut(place)) {
                    (*to, *delivered) = (*cell, number.get(by).copied().unwrap_or(0));
                }
            }
        }
    }

    fn number_of(&mut self, deliverer: &Deliverer) -> u16 {
        let place = self.deliverers.iter().position(|it| it == deliverer).unwrap_or_else(|| {
            self.deliverers.push(deliverer.clone());
            self.deliverers.len() - 1
        });
        u16::try_from(place).unwrap_or(u16::MAX) // no project has that many sources
    }

    /// Everybody who delivered a value of this series, each named once; without any value the indicator's own.
    pub fn all_deliverers(&self) -> Deliverer {
        let mut used = vec![false; self.deliverers.len()];
        for (_, by) in self.cells.iter().zip(&self.delivered_by).filter(|it| *it.0 != Cell::ABSENT) {
            used.get_mut(usize::from(*by)).into_iter().for_each(|it| *it = true);
        }
        let all: Vec<&Deliverer> = self.deliverers.iter().zip(used).filter(|it| it.1).map(|it| it.0).collect();
        if all.is_empty() { self.own_deliverer() } else { Deliverer::together(all) }
    }

    fn own_deliverer(&self) -> Deliverer {
        Deliverer { source: self.indicator.source.clone(), licence: self.indicator.licence.clone() }
    }

    /// Who delivered a cell.
    pub fn deliverer(&self, period_index: usize, district: DistrictIx) -> Deliverer {
        let at = self.delivered_by.get(period_index * self.districts + district.index());
        at.and_then(|it| self.deliverers.get(usize::from(*it))).cloned().unwrap_or_else(|| self.own_deliverer())
    }

    /// Everybody who delivered something in a period for these districts, each named once; without any value the indicator's own.
    pub fn deliverers(&self, period_index: usize, districts: impl IntoIterator<Item = DistrictIx>) -> Deliverer {
        if self.deliverers.is_empty() {
            return self.own_deliverer();
        }
        let there = districts.into_iter().filter(|it| self.cell(period_index, *it) != Cell::ABSENT);
        let found: Vec<Deliverer> = there.map(|it| self.deliverer(period_index, it)).collect();
        if found.is_empty() { self.own_deliverer() } else { Deliverer::together(&found) }
    }

    /// The indicator as a period shows it: source and licence name whoever delivered that period.
    pub fn indicator_at(&self, period_index: usize) -> Indicator {
        let all = (0..u32::try_from(self.districts).unwrap_or(u32::MAX)).map(DistrictIx);
        let Deliverer { source, licence } = self.deliverers(period_index, all);
        Indicator { source, licence, ..self.indicator.clone() }
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
