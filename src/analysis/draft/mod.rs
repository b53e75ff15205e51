//! Draft: a stroke in progress. Districts move, every figure follows, and nothing is decided yet.
//!
//! **Promise.** Locks hold: a fixed area neither loses nor gains, a kept one never loses; what was refused is told. A draft that
//! is dropped ([`Draft::cancel`]) gives back ledger and figures exactly as they were; one that is finished gives the moves
//! of one command. Moving costs the ledger's additions and nothing else; the shapes of touched areas are worked out when
//! somebody looks at the figures, and only then.
//! **Not here.** Which districts a brush covers (`geometry::locate`), the command (`project`).

mod lock;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::OnceLock,
};

pub(super) use lock::Locks;
pub use lock::{WhyNot, forbidden};

use crate::{
    analysis::{
        assignment::Assignment,
        figures::{self, AreaFigures, Asked, CutEdges, FigureOptions, PlanFigures},
        ledger::Ledger,
        pool::AreaValue,
    },
    geometry::DistrictIx,
    model::{
        id::{AreaId, DistrictKey, IndicatorId},
        period::Period,
        plan::{Plan, Target},
    },
};

/// How a stroke paints.
#[derive(Debug, Clone, Default)]
pub struct DraftOptions {
    /// Only districts without area are taken.
    pub only_unassigned: bool,
    /// Which period and balance the figures show. The city comes from the ledger.
    pub figures: FigureOptions,
}

/// What came of putting districts.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Put {
    /// Districts that moved, with the label they had.
    pub moved: Vec<(DistrictIx, Option<usize>)>,
    /// Districts that stay where they are, and why.
    pub refused: Vec<(DistrictIx, WhyNot)>,
}

/// A finished stroke.
#[derive(Debug, Clone)]
pub struct Finished {
    /// The ledger with the moves made.
    pub ledger: Ledger,
    /// The figures with the moves made.
    pub figures: PlanFigures,
    /// The moves as one command wants them; empty if all came back to where they were.
    pub moves: BTreeMap<DistrictKey, Option<AreaId>>,
}

/// A stroke in progress; see the module.
#[derive(Debug, Clone)]
pub struct Draft {
    ledger: Ledger,
    locks: Locks,
    options: FigureOptions,
    target: Target,
    people: Option<(usize, usize)>,
    balanced: Option<(usize, usize)>,
    cuts: CutEdges,
    /// As of the last look before the last move.
    kept: PlanFigures,
    before: PlanFigures,
    /// Where each touched district stood at the beginning; it may be back there.
    origin: BTreeMap<DistrictIx, Option<usize>>,
    /// Areas whose kept figures are older than the last move.
    stale: BTreeSet<usize>,
    /// With every move made, once somebody asked.
    fresh: OnceLock<PlanFigures>,
}

impl Draft {
    /// Begins a stroke on a plan whose assignment the ledger holds. `figures` are the plan's own, if somebody has them:
    /// they must come from the same plan, ledger and options; `None` works them out.
    pub fn begin(plan: &Plan, ledger: Ledger, figures: Option<PlanFigures>, options: DraftOptions) -> Self {
        let options = DraftOptions { figures: FigureOptions { city: ledger.city().clone(), ..options.figures }, ..options };
        let catalog = ledger.catalog();
        let figures = figures.unwrap_or_else(|| PlanFigures::of(catalog, plan, ledger.assignment(), &options.figures));
        let number = |it: Asked<'_>| (it.number, it.period);
        Self {
            locks: Locks::of(plan, ledger.assignment(), options.only_unassigned),
            target: plan.target.clone(),
            options: options.figures.clone(),
            people: Asked::population(catalog, options.figures.period.as_ref()).map(number),
            balanced: Asked::balanced(catalog, plan, &options.figures).map(number),
            cuts: CutEdges { between_areas: figures.cut_edges, to_unassigned: figures.cut_edges_unassigned },
            before: figures.clone(),
            kept: figures,
            ledger,
            origin: BTreeMap::new(),
            stale: BTreeSet::new(),
            fresh: OnceLock::new(),
        }
    }

    /// Whether from now on only districts without area are taken.
    pub fn take_only_unassigned(&mut self, only: bool) {
        self.locks.take_only_unassigned(only);
    }

    /// Puts districts into an area or, with `None`, takes them out. Those that are there already are passed over.
    pub fn put(&mut self, districts: impl IntoIterator<Item = DistrictIx>, to: Option<AreaId>) -> Put {
        let mut put = Put::default();
        let label = match to.map(|it| self.ledger.assignment().position(it)) {
            Some(None) => return put,
            Some(label) => label,
            None => None,
        };
        for district in districts {
            let from = self.ledger.assignment().label_of(district);
            if from == label || district.index() >= self.ledger.assignment().district_count() {
                continue;
            }
            let origin = self.origin.get(&district).copied().unwrap_or(from);
            match self.locks.forbid(from, label, origin) {
                Some(why) => put.refused.push((district, why)),
                None => {
                    self.make(district, label);
                    put.moved.push((district, from));
                }
            }
        }
        put
    }

    /// Puts districts back where they stood when the stroke began.
    pub fn take_back(&mut self, districts: impl IntoIterator<Item = DistrictIx>) {
        for district in districts {
            if let Some(origin) = self.origin.get(&district).copied() {
                self.make(district, origin);
            }
        }
    }

    fn make(&mut self, district: DistrictIx, to: Option<usize>) {
        let from = self.ledger.move_district(district, to);
        if from == to {
            return;
        }
        if let Some(fresh) = self.fresh.take() {
            self.kept = fresh;
            self.stale.clear();
        }
        let topology = &self.ledger.catalog().ground.topology;
        self.cuts.moved(topology, self.ledger.assignment(), district, from);
        self.stale.extend(from.into_iter().chain(to));
        if *self.origin.entry(district).or_insert(from) == to {
            self.origin.remove(&district);
        }
    }

    /// The ledger with the moves so far.
    pub fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// Whether nothing has moved, or all is back.
    pub fn is_empty(&self) -> bool {
        self.origin.is_empty()
    }

    /// The districts that stand elsewhere than at the beginning, with the label they had.
    pub fn moved(&self) -> impl Iterator<Item = (DistrictIx, Option<usize>)> {
        self.origin.iter().map(|(district, from)| (*district, *from))
    }

    /// Labels of the areas that lost or gained a district since the beginning.
    pub fn touched(&self) -> BTreeSet<usize> {
        let now = |it: &DistrictIx| self.ledger.assignment().label_of(*it);
        self.origin.iter().flat_map(|(district, from)| [*from, now(district)]).flatten().collect()
    }

    /// Whether a district stands elsewhere than at the beginning.
    pub fn has_moved(&self, district: DistrictIx) -> bool {
        self.origin.contains_key(&district)
    }

    /// The plan's figures with the moves so far; only touched areas are worked out anew, and only once after each move.
    pub fn figures(&self) -> &PlanFigures {
        if self.stale.is_empty() {
            return &self.kept;
        }
        self.fresh.get_or_init(|| {
            let mut figures = self.kept.clone();
            for label in &self.stale {
                self.refresh(&mut figures, *label);
            }
            figures.unassigned.clear();
            figures.unassigned.extend_from_slice(self.ledger.assignment().unassigned());
            figures.set_cuts(self.cuts);
            figures.balance(&self.target);
            figures
        })
    }

    fn refresh(&self, figures: &mut PlanFigures, label: usize) {
        let value = |it: Option<(usize, usize)>| it.and_then(|(series, period)| self.ledger.value(Some(label), series, period));
        let (population, amount) = (value(self.people), value(self.balanced));
        let fresh = figures::area_figures(self.ledger.catalog(), self.ledger.assignment(), label, self.ledger.city(), population, amount);
        if let Some((place, fresh)) = figures.areas.get_mut(label).zip(fresh) {
            *place = fresh;
        }
    }

    /// The figures at the beginning of the stroke.
    pub fn before(&self) -> &PlanFigures {
        &self.before
    }

    /// An area's figures before and now, for signed differences at the cursor.
    pub fn change_of(&self, area: AreaId) -> Option<(AreaFigures, AreaFigures)> {
        let before = self.before.area(area)?.clone();
        let now = self.figures().area(area)?.clone();
        Some((before, now))
    }

    /// The value of an area with the moves so far; `None` for an indicator or area that isn't there.
    pub fn value(&self, area: AreaId, indicator: &IndicatorId, period: Option<&Period>) -> Option<AreaValue> {
        let label = self.ledger.assignment().position(area)?;
        let asked = Asked::of(self.ledger.catalog(), period, |it| it.indicator.id == *indicator)?;
        self.ledger.value(Some(label), asked.number, asked.period)
    }

    /// The moves so far, by key and id.
    pub fn moves(&self) -> BTreeMap<DistrictKey, Option<AreaId>> {
        let assignment = self.ledger.assignment();
        let name = |it: &DistrictIx| self.ledger.catalog().register.get(*it).map(|it| it.key.clone());
        self.origin.keys().filter_map(|it| Some((name(it)?, assignment.area_of(*it)))).collect()
    }

    /// Keeps what was moved and goes on: the next stroke begins here.
    pub fn settle(&mut self) {
        let figures = self.figures().clone();
        self.stand_on(figures);
    }

    /// Drops what was moved: everything is as it was at the beginning, to the last bit.
    pub fn reset(&mut self) {
        for (district, from) in std::mem::take(&mut self.origin) {
            self.ledger.move_district(district, from);
        }
        let before = self.before.clone();
        self.cuts = CutEdges { between_areas: before.cut_edges, to_unassigned: before.cut_edges_unassigned };
        self.stand_on(before);
    }

    fn stand_on(&mut self, figures: PlanFigures) {
        self.origin.clear();
        self.stale.clear();
        self.fresh.take();
        self.before = figures.clone();
        self.kept = figures;
    }

    /// Follows the plan after it was changed in another way than by this draft, locks or no locks, and settles there. Returns
    /// the districts that moved; `None`, with nothing changed, where the plan has other areas or balances something else.
    pub fn follow(&mut self, plan: &Plan) -> Option<Vec<DistrictIx>> {
        let catalog = self.ledger.catalog();
        let wanted = Assignment::of(plan, &catalog.register);
        let balanced = Asked::balanced(catalog, plan, &self.options).map(|it| &it.series.indicator.id);
        if wanted.areas() != self.ledger.assignment().areas() || balanced != self.kept.balanced.as_ref() {
            return None;
        }
        let all = (0..).map(DistrictIx).take(wanted.district_count());
        let moved: Vec<DistrictIx> = all.filter(|it| wanted.label_of(*it) != self.ledger.assignment().label_of(*it)).collect();
        for district in &moved {
            self.make(*district, wanted.label_of(*district));
        }
        self.locks = Locks::of(plan, &wanted, false);
        self.target = plan.target.clone();
        let mut figures = self.figures().clone();
        figures.balance(&self.target);
        self.stand_on(figures);
        Some(moved)
    }

    /// Ends the stroke and keeps it.
    pub fn finish(self) -> Finished {
        Finished { moves: self.moves(), figures: self.figures().clone(), ledger: self.ledger }
    }

    /// Ends the stroke and drops it: ledger and figures are what they were at the beginning.
    pub fn cancel(mut self) -> (Ledger, PlanFigures) {
        self.reset();
        (self.ledger, self.before)
    }
}

#[cfg(test)]
mod tests;
