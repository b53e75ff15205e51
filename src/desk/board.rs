//! The board: the figures of one plan, kept up to date while districts move over it.
//!
//! Only the areas that a move touches are looked at again; how many areas the plan has doesn't matter.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use crate::{
    analysis::{
        assignment::Assignment,
        city::CitySwitch,
        pool::{AreaValue, Pool},
    },
    geometry::{DistrictIx, shape},
    model::{
        catalog::{Catalog, Series},
        id::{AreaId, DistrictKey, PlanId},
        indicator::{Role, Scope},
        plan::{Plan, Target},
        planning_area::Lock,
    },
    project::Project,
};

/// The figures of one area, or of the districts without one.
#[derive(Debug, Clone, PartialEq)]
pub struct AreaRow {
    /// Which area; `None` is "not assigned".
    pub area: Option<AreaId>,
    /// Districts that count.
    pub districts: usize,
    /// The balanced figure, population unless the planner chose another.
    pub balance: AreaValue,
    /// Connected parts.
    pub parts: usize,
    /// Polsby–Popper compactness, 0 to 1.
    pub compactness: Option<f64>,
    /// Surface in m².
    pub surface: f64,
}

/// What came of painting some districts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Painted {
    /// Changed area.
    pub changed: Vec<DistrictIx>,
    /// Stayed, because their area or the target is locked.
    pub refused: Vec<DistrictIx>,
}

/// The board of one plan.
#[derive(Debug, Clone)]
pub struct Board {
    catalog: Arc<Catalog>,
    plan: PlanId,
    revision: u64,
    version: u64,
    city: CitySwitch,
    with_city: bool,
    locks: Vec<Lock>,
    target: Target,
    balance: Option<(Arc<Series>, usize)>,
    base: Assignment,
    now: Assignment,
    moved: BTreeSet<DistrictIx>,
    base_rows: Vec<AreaRow>,
    rows: Vec<AreaRow>,
    base_unassigned: AreaRow,
    unassigned: AreaRow,
}

impl Board {
    /// The board of a plan.
    pub fn of(catalog: &Arc<Catalog>, plan: &Plan, project: &Project, with_city: bool) -> Self {
        let now = Assignment::of(plan, &catalog.register);
        let city = CitySwitch::new(&catalog.register, &project.city, with_city);
        let empty = AreaRow {
            area: None,
            districts: 0,
            balance: AreaValue::without_number(crate::model::value::Cell::ABSENT.state),
            parts: 0,
            compactness: None,
            surface: 0.0,
        };
        let mut board = Self {
            catalog: Arc::clone(catalog),
            plan: plan.id,
            revision: catalog.revision,
            version: next_version(),
            city,
            with_city,
            locks: plan.areas.iter().map(|it| it.lock).collect(),
            target: plan.target.clone(),
            balance: balanced(catalog, plan),
            base: now.clone(),
            moved: BTreeSet::new(),
            base_rows: Vec::new(),
            rows: vec![empty.clone(); now.areas().len()],
            base_unassigned: empty.clone(),
            unassigned: empty,
            now,
        };
        board.refresh((0..board.rows.len()).map(Some).chain([None]));
        board.settle();
        board
    }

    /// Whether it is the board of this plan, catalog and city switch.
    pub fn is_of(&self, plan: PlanId, catalog: u64, with_city: bool) -> bool {
        (self.plan, self.revision, self.with_city) == (plan, catalog, with_city)
    }

    /// The plan.
    pub fn plan(&self) -> PlanId {
        self.plan
    }

    /// Another number after every change, and never the same for two boards.
    pub fn version(&self) -> u64 {
        self.version
    }

    /// The rows of the areas in the plan's order, moves included.
    pub fn rows(&self) -> &[AreaRow] {
        &self.rows
    }

    /// The row of an area, moves included.
    pub fn row(&self, area: AreaId) -> Option<&AreaRow> {
        self.rows.get(self.now.position(area)?)
    }

    /// The same before the running stroke.
    pub fn row_before(&self, area: AreaId) -> Option<&AreaRow> {
        self.base_rows.get(self.base.position(area)?)
    }

    /// The districts without an area, the uninhabited and the switched-off left aside.
    pub fn unassigned(&self) -> &AreaRow {
        &self.unassigned
    }

    /// The same before the running stroke.
    pub fn unassigned_before(&self) -> &AreaRow {
        &self.base_unassigned
    }

    /// Districts without an area that the planner still has to place: neither uninhabited nor switched off.
    pub fn to_place(&self) -> impl Iterator<Item = DistrictIx> {
        self.now.unassigned().iter().copied().filter(|it| !self.catalog.is_uninhabited(*it) && !self.city.is_switched_off(*it))
    }

    /// Where every district stands, moves included.
    pub fn assignment(&self) -> &Assignment {
        &self.now
    }

    /// Where every district stood before the running stroke.
    pub fn assignment_before(&self) -> &Assignment {
        &self.base
    }

    /// The indicator that is balanced, and the place of its period.
    pub fn balanced(&self) -> Option<(&Arc<Series>, usize)> {
        self.balance.as_ref().map(|(series, at)| (series, *at))
    }

    /// What each area should hold, moves included.
    pub fn target(&self) -> Option<f64> {
        target_of(&self.target, &self.rows)
    }

    /// Deviation of an area from the target, as a share; `None` where either is unknown or the area counts nobody.
    pub fn deviation(&self, area: AreaId) -> Option<f64> {
        deviation(self.row(area)?, self.target()?)
    }

    /// The same before the running stroke.
    pub fn deviation_before(&self, area: AreaId) -> Option<f64> {
        deviation(self.row_before(area)?, target_of(&self.target, &self.base_rows)?)
    }

    /// Districts that moved since the last settling.
    pub fn moved(&self) -> &BTreeSet<DistrictIx> {
        &self.moved
    }

    /// Puts districts into an area, or takes them out, as far as locks allow.
    pub fn paint(&mut self, districts: &[DistrictIx], area: Option<AreaId>, only_unassigned: bool) -> Painted {
        let label = area.and_then(|it| self.now.position(it));
        let mut painted = Painted::default();
        let mut touched = BTreeSet::new();
        for district in districts {
            let before = self.now.label_of(*district);
            if before == label || (only_unassigned && before.is_some()) {
                continue;
            }
            if self.is_locked_out(*district, label) {
                painted.refused.push(*district);
                continue;
            }
            self.now.put(*district, label);
            touched.extend([before, label]);
            painted.changed.push(*district);
            if self.base.label_of(*district) == label {
                self.moved.remove(district)
            } else {
                self.moved.insert(*district)
            };
        }
        self.refresh(touched);
        painted
    }

    /// Fixed areas neither lose nor gain, those that keep at least what they have never lose.
    fn is_locked_out(&self, district: DistrictIx, to: Option<usize>) -> bool {
        let from = self.now.label_of(district).and_then(|it| self.locks.get(it));
        let to = to.and_then(|it| self.locks.get(it));
        from.is_some_and(|it| *it != Lock::Free) || to == Some(&Lock::Fixed)
    }

    /// What painting would do: `look` sees the board as it would be, then everything is as before, version included.
    pub fn preview<T>(
        &mut self,
        districts: &[DistrictIx],
        area: Option<AreaId>,
        only_unassigned: bool,
        look: impl FnOnce(&Self) -> T,
    ) -> (Painted, T) {
        let version = self.version;
        let painted = self.paint(districts, area, only_unassigned);
        let seen = look(self);
        self.reset();
        self.version = version;
        (painted, seen)
    }

    /// Drops everything since the last settling.
    pub fn reset(&mut self) {
        for district in std::mem::take(&mut self.moved) {
            self.now.put(district, self.base.label_of(district));
        }
        self.rows.clone_from(&self.base_rows);
        self.unassigned = self.base_unassigned.clone();
        self.version = next_version();
    }

    /// What moved becomes the new ground.
    pub fn settle(&mut self) {
        for district in std::mem::take(&mut self.moved) {
            self.base.put(district, self.now.label_of(district));
        }
        self.base_rows.clone_from(&self.rows);
        self.base_unassigned = self.unassigned.clone();
    }

    /// What moved since the last settling, as the project wants it.
    pub fn moves(&self) -> BTreeMap<DistrictKey, Option<AreaId>> {
        let key = |it: DistrictIx| self.catalog.register.get(it).map(|district| district.key.clone());
        self.moved.iter().filter_map(|it| Some((key(*it)?, self.now.area_of(*it)))).collect()
    }

    /// The parts of an area, largest first.
    pub fn parts(&self, area: AreaId) -> Vec<Vec<DistrictIx>> {
        let Some(label) = self.now.position(area) else { return Vec::new() };
        shape::parts(&self.catalog.ground.topology, self.now.members(label), |it| self.now.label_of(it) == Some(label))
    }

    fn refresh(&mut self, labels: impl IntoIterator<Item = Option<usize>>) {
        self.version = next_version();
        for label in labels {
            let row = self.row_of(label);
            match label.map(|it| self.rows.get_mut(it)) {
                Some(Some(place)) => *place = row,
                Some(None) => {}
                None => self.unassigned = row,
            }
        }
    }

    fn row_of(&self, label: Option<usize>) -> AreaRow {
        let members: Vec<DistrictIx> = match label {
            Some(it) => self.now.members(it).to_vec(),
            None => self.to_place().collect(),
        };
        let figures = shape::figures(&self.catalog.ground.topology, &members, |it| {
            self.now.label_of(it) == label && members.binary_search(&it).is_ok()
        });
        let counting = members.iter().copied().filter(|it| self.city.counts(*it, Scope::All));
        AreaRow {
            area: label.and_then(|it| self.now.areas().get(it)).copied(),
            districts: counting.clone().count(),
            balance: self.balance_of(counting),
            parts: figures.parts,
            compactness: figures.polsby_popper,
            surface: figures.surface,
        }
    }

    fn balance_of(&self, districts: impl Iterator<Item = DistrictIx>) -> AreaValue {
        match &self.balance {
            Some((series, at)) => Pool::at(&self.catalog, series, *at, &self.city).area(districts),
            None => AreaValue::without_number(crate::model::value::Cell::ABSENT.state),
        }
    }
}

/// Versions only tell boards apart; they count up over all boards, so that another plan's board is never taken for this one's.
fn next_version() -> u64 {
    static LAST: AtomicU64 = AtomicU64::new(0);
    LAST.fetch_add(1, Ordering::Relaxed) + 1
}

/// The planner's choice, else the population at its latest known period.
fn balanced(catalog: &Catalog, plan: &Plan) -> Option<(Arc<Series>, usize)> {
    let chosen = plan.balance.as_ref().and_then(|it| catalog.find(it));
    let series = chosen.or_else(|| catalog.with_role(Role::Population))?;
    Some((Arc::clone(series), series.latest_known()?))
}

/// The mean counts only areas in which somebody counts; one unknown area makes the mean unknown.
fn target_of(target: &Target, rows: &[AreaRow]) -> Option<f64> {
    if let Target::Fixed(people) = target {
        return Some(*people);
    }
    let counting: Vec<_> = rows.iter().filter(|it| it.districts > 0).collect();
    let sum: Option<f64> = counting.iter().map(|it| it.balance.value).sum();
    sum.filter(|_| !counting.is_empty()).map(|it| it / counting.len() as f64)
}

fn deviation(row: &AreaRow, target: f64) -> Option<f64> {
    let value = row.balance.value.filter(|_| row.districts > 0)?;
    (target > 0.0).then(|| (value - target) / target)
}
