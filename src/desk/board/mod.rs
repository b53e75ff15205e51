//! The board: one plan laid out to be drawn on, every figure following the districts that move over it.
//!
//! **Promise.** A step of a stroke costs the ledger's additions for the districts that move, however many areas there are.
//! Shapes (parts, compactness) are worked out only for touched areas, and only when somebody looks at a row. What is
//! dropped leaves no trace.
//! **Not here.** Sums and locks (`analysis::draft`, `analysis::ledger`), which districts the brush hits (`desk::drawing`).

mod changes;
mod open;
mod released;
mod row;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{
        Arc, OnceLock,
        atomic::{AtomicU64, Ordering},
    },
};

use changes::{Change, Changes};
use open::Open;
pub use released::{ReleasedBoard, ReleasedRow};
pub use row::AreaRow;
use row::Hidden;

use crate::{
    analysis::{
        assignment::Assignment,
        city::CitySwitch,
        draft::{Draft, DraftOptions, Put, WhyNot},
        figures::PlanFigures,
        ledger::{Ledger, LedgerOptions},
        pool::{AreaValue, Pool},
        repair::{self, Enclave},
    },
    cartography::compose::Moved,
    geometry::{DistrictIx, shape},
    model::{
        catalog::{Catalog, Series},
        id::{AreaId, DistrictKey, IndicatorId, PlanId},
        period::Period,
        plan::Plan,
    },
    project::Project,
};

/// What came of painting some districts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Painted {
    /// Changed area.
    pub changed: Vec<DistrictIx>,
    /// Stayed, and why.
    pub refused: Vec<(DistrictIx, WhyNot)>,
}

impl Painted {
    fn of(put: Put) -> Self {
        Self { changed: put.moved.into_iter().map(|it| it.0).collect(), refused: put.refused }
    }
}

/// Districts that lie apart from the main part of their area, or wholly within an area they don't belong to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Apart {
    /// In register order.
    pub districts: Vec<DistrictIx>,
    /// The area they belong to, if any.
    pub of: Option<AreaId>,
}

/// The board of one plan.
#[derive(Debug, Clone)]
pub struct Board {
    catalog: Arc<Catalog>,
    plan: PlanId,
    with_city: bool,
    version: u64,
    draft: Draft,
    before: Assignment,
    moved: BTreeSet<DistrictIx>,
    open: Open,
    unassigned_before: AreaRow,
    unassigned: OnceLock<AreaRow>,
    hidden_before: Hidden,
    hidden: OnceLock<Hidden>,
    changes: Changes,
    /// Of the plan as it stands without the running stroke.
    enclaves: OnceLock<Vec<Enclave>>,
    /// As the enclaves.
    apart: OnceLock<Vec<Apart>>,
    /// The period shown.
    period: Option<Period>,
}

impl Board {
    /// The board of a plan, at the latest count of whatever is balanced. O(districts × indicators × periods), once; worked out
    /// beside the window.
    pub fn of(catalog: &Arc<Catalog>, plan: &Plan, project: &Project, with_city: bool) -> Self {
        let assignment = Assignment::of(plan, &catalog.register);
        let city = CitySwitch::new(&catalog.register, &project.city, with_city);
        let open = Open::of(catalog, &city, &assignment);
        let ledger = Ledger::build(catalog, &assignment, LedgerOptions { city, only: None });
        let version = next_version();
        let mut board = Self {
            catalog: Arc::clone(catalog),
            plan: plan.id,
            with_city,
            version,
            draft: Draft::begin(plan, ledger, None, DraftOptions::default()),
            before: assignment,
            moved: BTreeSet::new(),
            open,
            unassigned_before: AreaRow::nothing(),
            unassigned: OnceLock::new(),
            hidden_before: Hidden::default(),
            hidden: OnceLock::new(),
            changes: Changes::since(version),
            enclaves: OnceLock::new(),
            apart: OnceLock::new(),
            period: None,
        };
        board.stand();
        board
    }

    /// Whether it is the board of this plan, catalog and city switch.
    pub fn is_of(&self, plan: PlanId, catalog: u64, with_city: bool) -> bool {
        (self.plan, self.catalog.revision, self.with_city) == (plan, catalog, with_city)
    }

    /// The plan.
    pub fn plan(&self) -> PlanId {
        self.plan
    }

    /// Another number after every change, and never the same for two boards.
    pub fn version(&self) -> u64 {
        self.version
    }

    /// The districts that changed area since the board had that version, and the areas they touched; `None` if nobody remembers.
    pub fn changed_since(&self, version: u64) -> Option<Moved> {
        self.changes.since_version(version)
    }

    /// Where every district stands, moves included.
    pub fn assignment(&self) -> &Assignment {
        self.draft.ledger().assignment()
    }

    /// Where every district stood before the running stroke.
    pub fn assignment_before(&self) -> &Assignment {
        &self.before
    }

    /// Districts without an area that the planner still has to place: neither uninhabited nor switched off.
    pub fn to_place(&self) -> impl Iterator<Item = DistrictIx> {
        self.assignment().unassigned().iter().copied().filter(|it| self.must_be_placed(*it))
    }

    /// How many of them there are, counted along.
    pub fn open_districts(&self) -> usize {
        self.open.districts()
    }

    /// Whether a district without area is one too many.
    pub fn must_be_placed(&self, district: DistrictIx) -> bool {
        self.open.counts(district)
    }

    /// The period at which people are counted: the one shown; without one the latest count.
    pub fn period(&self) -> Option<&Period> {
        self.period.as_ref()
    }

    /// The indicator that is balanced, and the place of its period.
    pub fn balanced(&self) -> Option<(&Arc<Series>, usize)> {
        let figures = self.draft.before();
        let series = self.catalog.find(figures.balanced.as_ref()?)?;
        Some((series, series.period_index(figures.period.as_ref()?)?))
    }

    /// All figures of the plan, moves included; touched areas are worked out when this is asked.
    pub fn figures(&self) -> &PlanFigures {
        self.draft.figures()
    }

    /// The same before the running stroke.
    pub fn figures_before(&self) -> &PlanFigures {
        self.draft.before()
    }

    /// What an area has of an indicator at a period, moves included: read from the ledger's sums, whatever the stroke did.
    /// `None` for an area, indicator or period that isn't there. Not yet released: see `analysis::disclosure`.
    pub fn value(&self, area: AreaId, indicator: &IndicatorId, period: &Period) -> Option<AreaValue> {
        let period = self.catalog.find(indicator)?.period_index(period)?;
        self.draft.ledger().value_of(Some(self.assignment().position(area)?), indicator, period)
    }

    /// The same before the running stroke, at the period with this number: pooled from the area's districts.
    pub fn value_before(&self, area: AreaId, series: &Series, period: usize) -> Option<AreaValue> {
        let members = self.before.members(self.before.position(area)?).iter().copied();
        Some(Pool::at(&self.catalog, series, period, self.draft.ledger().city()).area(members))
    }

    /// The parts of an area, largest first.
    pub fn parts(&self, area: AreaId) -> Vec<Vec<DistrictIx>> {
        let assignment = self.assignment();
        let Some(label) = assignment.position(area) else { return Vec::new() };
        shape::parts(&self.catalog.ground.topology, assignment.members(label), |it| assignment.label_of(it) == Some(label))
    }

    /// What lies apart, as the plan stands without the running stroke: the parts of all areas beyond each one's main part, and
    /// the enclaves. In register order of their first district.
    pub fn apart(&self, plan: &Plan) -> &[Apart] {
        self.apart.get_or_init(|| {
            let islands = repair::islands(&self.catalog, plan, &self.before, self.period.as_ref());
            let parts = islands.into_iter().map(|it| Apart { districts: it.districts, of: Some(it.area) });
            let inside = self.enclaves(plan).iter().map(|it| Apart { districts: it.districts.clone(), of: it.of });
            let mut all: Vec<Apart> = parts.chain(inside).collect();
            all.sort();
            all.dedup();
            all
        })
    }

    /// Districts that lie wholly within an area they don't belong to, with the moves that would mend it, as the plan stands
    /// without the running stroke: to look for them visits every district, which no step of a stroke may cost. What may stay
    /// without area is no enclave.
    pub fn enclaves(&self, plan: &Plan) -> &[Enclave] {
        self.enclaves.get_or_init(|| {
            let mut found = repair::enclaves(&self.catalog, plan, &self.before, self.period.as_ref());
            found.retain(|it| it.of.is_some() || it.districts.iter().any(|district| self.must_be_placed(*district)));
            found
        })
    }
}

impl Board {
    /// Districts that moved since the last settling.
    pub fn moved(&self) -> &BTreeSet<DistrictIx> {
        &self.moved
    }

    /// What moved since the last settling, as the project wants it.
    pub fn moves(&self) -> BTreeMap<DistrictKey, Option<AreaId>> {
        self.draft.moves()
    }

    /// Puts districts into an area, or takes them out, as far as locks allow.
    pub fn paint(&mut self, districts: &[DistrictIx], area: Option<AreaId>, only_unassigned: bool) -> Painted {
        let put = self.put(districts, area, only_unassigned);
        let to = area.and_then(|it| self.assignment().position(it));
        self.changed(put.moved.iter().map(|(district, from)| (*district, *from, to)));
        Painted::of(put)
    }

    fn put(&mut self, districts: &[DistrictIx], area: Option<AreaId>, only_unassigned: bool) -> Put {
        self.draft.take_only_unassigned(only_unassigned);
        let put = self.draft.put(districts.iter().copied(), area);
        for (district, from) in &put.moved {
            self.count_open(*district, from.is_none(), area.is_none());
            if self.draft.has_moved(*district) {
                self.moved.insert(*district)
            } else {
                self.moved.remove(district)
            };
        }
        self.hidden.take();
        put
    }

    fn count_open(&mut self, district: DistrictIx, was: bool, is: bool) {
        self.open.moved(&self.catalog.ground.topology, district, was, is);
        if was != is {
            self.unassigned.take();
        }
    }

    /// What painting would do: `look` sees the board as it would be, then everything is as before, version included.
    pub fn preview<T>(
        &mut self,
        districts: &[DistrictIx],
        area: Option<AreaId>,
        only_unassigned: bool,
        look: impl FnOnce(&Self) -> T,
    ) -> (Painted, T) {
        let painted = Painted::of(self.put(districts, area, only_unassigned));
        let seen = look(self);
        self.take_back();
        (painted, seen)
    }

    /// Drops everything since the last settling.
    pub fn reset(&mut self) {
        let back = self.take_back();
        self.changed(back);
    }

    fn take_back(&mut self) -> Vec<Change> {
        let back = self.back();
        self.count_back(&back);
        self.draft.reset();
        back
    }

    /// What takes back everything since the last settling.
    fn back(&self) -> Vec<Change> {
        let change = |it: DistrictIx| (it, self.assignment().label_of(it), self.before.label_of(it));
        self.moved.iter().copied().map(change).collect()
    }

    fn count_back(&mut self, back: &[Change]) {
        for (district, now, before) in back {
            self.count_open(*district, now.is_none(), before.is_none());
        }
        self.hidden.take();
        self.moved.clear();
    }

    /// What moved becomes the new ground.
    pub fn settle(&mut self) {
        self.draft.settle();
        for district in std::mem::take(&mut self.moved) {
            self.before.put(district, self.draft.ledger().assignment().label_of(district));
        }
        self.stand();
        self.changed([]);
    }

    /// The board stands as a plan again, without anything under way.
    fn stand(&mut self) {
        self.unassigned_before = self.unassigned().clone();
        self.hidden_before = self.hidden();
        self.enclaves.take();
        self.apart.take();
    }

    /// Counts people, or whatever is balanced, at the period shown. `true` where that makes other figures; then everything
    /// since the last settling is dropped. O(areas). `plan` is the board's.
    pub fn show_period(&mut self, plan: &Plan, period: Option<&Period>) -> bool {
        if self.period.as_ref() == period || plan.id != self.plan {
            return false;
        }
        self.period = period.cloned();
        let back = self.back();
        if !self.draft.turn_to(plan, self.period.clone()) {
            return false;
        }
        self.count_back(&back);
        self.unassigned.take();
        self.hidden.take();
        self.stand();
        self.changed(back);
        true
    }

    /// Follows the project after another change than a stroke: undo, redo, a lock, a target. `false` where it cannot, because
    /// areas came or went, or others count: then another board is needed.
    pub fn follow(&mut self, plan: &Plan, project: &Project) -> bool {
        let city = CitySwitch::new(&self.catalog.register, &project.city, self.with_city);
        if plan.id != self.plan || city != *self.draft.ledger().city() {
            return false;
        }
        let mut changes = self.take_back();
        let Some(moved) = self.draft.follow(plan) else {
            self.stand();
            self.changed(changes);
            return false;
        };
        for district in moved {
            let (was, is) = (self.before.label_of(district), self.assignment().label_of(district));
            self.count_open(district, was.is_none(), is.is_none());
            self.before.put(district, is);
            changes.push((district, was, is));
        }
        self.unassigned.take();
        self.hidden.take();
        self.stand();
        self.changed(changes);
        true
    }

    fn changed(&mut self, changes: impl IntoIterator<Item = Change>) {
        self.version = next_version();
        self.changes.add(self.version, changes);
    }
}

/// Versions only tell boards apart; they count up over all boards, so that another plan's board is never taken for this one's.
fn next_version() -> u64 {
    static LAST: AtomicU64 = AtomicU64::new(0);
    LAST.fetch_add(1, Ordering::Relaxed) + 1
}
