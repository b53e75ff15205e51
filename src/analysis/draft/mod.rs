//! Draft: a stroke in progress. Districts move, every figure follows, and nothing is decided yet.
//!
//! **Promise.** Locks hold: a fixed area neither loses nor gains, a kept one never loses; what was refused is told. A draft that
//! is dropped ([`Draft::cancel`]) gives back ledger and figures exactly as they were; one that is finished gives the moves
//! of one command. Work grows with the districts moved and the areas touched, never with the plan.
//! **Not here.** Which districts a brush covers (`geometry::locate`), the command (`project`).

mod lock;

use std::collections::{BTreeMap, BTreeSet};

pub(super) use lock::Locks;
pub use lock::WhyNot;

use crate::{
    analysis::{
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
    target: Target,
    people: Option<(usize, usize)>,
    balanced: Option<(usize, usize)>,
    cuts: CutEdges,
    figures: PlanFigures,
    before: PlanFigures,
    /// Where each touched district stood at the beginning; it may be back there.
    origin: BTreeMap<DistrictIx, Option<usize>>,
    /// Areas whose figures are older than the last move.
    stale: BTreeSet<usize>,
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
            people: Asked::population(catalog, options.figures.period.as_ref()).map(number),
            balanced: Asked::balanced(catalog, plan, &options.figures).map(number),
            cuts: CutEdges { between_areas: figures.cut_edges, to_unassigned: figures.cut_edges_unassigned },
            before: figures.clone(),
            figures,
            ledger,
            origin: BTreeMap::new(),
            stale: BTreeSet::new(),
        }
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

    /// The plan's figures with the moves so far; only touched areas are worked out anew.
    pub fn figures(&mut self) -> &PlanFigures {
        if !self.stale.is_empty() {
            for label in std::mem::take(&mut self.stale) {
                self.refresh(label);
            }
            self.figures.unassigned.clear();
            self.figures.unassigned.extend_from_slice(self.ledger.assignment().unassigned());
            self.figures.set_cuts(self.cuts);
            self.figures.balance(&self.target);
        }
        &self.figures
    }

    fn refresh(&mut self, label: usize) {
        let value = |it: Option<(usize, usize)>| it.and_then(|(series, period)| self.ledger.value(Some(label), series, period));
        let (population, amount) = (value(self.people), value(self.balanced));
        let fresh = figures::area_figures(self.ledger.catalog(), self.ledger.assignment(), label, self.ledger.city(), population, amount);
        let area = self.ledger.assignment().areas().get(label).copied();
        let place = self.figures.areas.iter_mut().find(|it| Some(it.area) == area);
        if let Some((place, fresh)) = place.zip(fresh) {
            *place = fresh;
        }
    }

    /// The figures at the beginning of the stroke.
    pub fn before(&self) -> &PlanFigures {
        &self.before
    }

    /// An area's figures before and now, for signed differences at the cursor.
    pub fn change_of(&mut self, area: AreaId) -> Option<(AreaFigures, AreaFigures)> {
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

    /// Ends the stroke and keeps it.
    pub fn finish(mut self) -> Finished {
        self.figures();
        Finished { moves: self.moves(), figures: self.figures, ledger: self.ledger }
    }

    /// Ends the stroke and drops it: ledger and figures are what they were at the beginning.
    pub fn cancel(mut self) -> (Ledger, PlanFigures) {
        for (district, from) in std::mem::take(&mut self.origin) {
            self.ledger.move_district(district, from);
        }
        (self.ledger, self.before)
    }
}

#[cfg(test)]
mod tests;
