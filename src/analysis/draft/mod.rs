//! Draft: a stroke in progress. Districts move, every figure follows, and nothing is decided yet.
//!
//! **Promise.** Locks hold: a fixed area neither loses nor gains, a kept one never loses; what was refused is told. A draft that
//! is dropped ([`Draft::cancel`]) gives back ledger and figures exactly as they were; one that is finished gives the moves
//! of one command. Moving costs the ledger's additions and nothing else; the shapes of touched areas are worked out when
//! somebody looks at the figures, and only then.
//! **Not here.** Which districts a brush covers (`geometry::locate`), the command (`project`).

mod lock;
mod present;

use std::collections::{BTreeMap, BTreeSet};

pub(super) use lock::Locks;
pub use lock::{WhyNot, forbidden};
use present::Present;

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
    /// As at the beginning of the stroke.
    before: PlanFigures,
    /// With the moves made.
    present: Present,
    /// Where each touched district stood at the beginning; it may be back there.
    origin: BTreeMap<DistrictIx, Option<usize>>,
    /// What moved since the last look.
    stale: Touched,
    /// What moved since the beginning, even if it is back.
    touched: Touched,
}

/// Areas that lost or gained a district.
#[derive(Debug, Clone, Default)]
struct Touched {
    areas: BTreeSet<usize>,
    /// Whether what is without area did, too.
    open: bool,
}

impl Touched {
    fn add(&mut self, from: Option<usize>, to: Option<usize>) {
        self.areas.extend(from.into_iter().chain(to));
        self.open |= from.is_none() || to.is_none();
    }

    fn clear(&mut self) {
        self.areas.clear();
        self.open = false;
    }
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
            present: Present::of(figures),
            ledger,
            origin: BTreeMap::new(),
            stale: Touched::default(),
            touched: Touched::default(),
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
        if self.present.wake().0 {
            self.stale.clear();
        }
        let topology = &self.ledger.catalog().ground.topology;
        self.cuts.moved(topology, self.ledger.assignment(), district, from);
        self.stale.add(from, to);
        self.touched.add(from, to);
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
        self.present.look(|figures| {
            for label in &self.stale.areas {
                self.refresh(figures, *label);
            }
            if self.stale.open {
                figures.unassigned.clear();
                figures.unassigned.extend_from_slice(self.ledger.assignment().unassigned());
            }
            figures.set_cuts(self.cuts);
            figures.balance(&self.target);
        })
    }

    fn value_of_area(&self, label: usize, (series, period): (usize, usize)) -> Option<AreaValue> {
        self.ledger.value(Some(label), series, period)
    }

    fn refresh(&self, figures: &mut PlanFigures, label: usize) {
        let value = |it: Option<(usize, usize)>| self.value_of_area(label, it?);
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
    pub fn change_of(&self, area: AreaId) -> Option<(&AreaFigures, &AreaFigures)> {
        Some((self.before.area(area)?, self.figures().area(area)?))
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
        let mut before = std::mem::replace(&mut self.before, PlanFigures::none());
        before.take_over(self.figures(), &self.touched.areas, self.touched.open);
        self.before = before;
        self.origin.clear();
        self.touched.clear();
    }

    /// Drops what was moved: everything is as it was at the beginning, to the last bit.
    pub fn reset(&mut self) {
        for (district, from) in std::mem::take(&mut self.origin) {
            self.ledger.move_district(district, from);
        }
        self.cuts = CutEdges { between_areas: self.before.cut_edges, to_unassigned: self.before.cut_edges_unassigned };
        self.present.wake().1.take_over(&self.before, &self.touched.areas, self.touched.open);
        self.stale.clear();
        self.touched.clear();
    }

    /// Shows the figures at another period, dropping what was moved: O(areas). `false`, with nothing dropped, where these are
    /// the very figures that are shown. The plan is the one the draft was begun on.
    pub fn turn_to(&mut self, plan: &Plan, period: Option<Period>) -> bool {
        self.options.period = period;
        let catalog = self.ledger.catalog();
        let (people, balanced) = (Asked::population(catalog, self.options.period.as_ref()), Asked::balanced(catalog, plan, &self.options));
        let named = balanced.and_then(|it| Some((it.series.indicator.id.clone(), it.series.periods().get(it.period)?.clone()))).unzip();
        let number = |it: Asked<'_>| (it.number, it.period);
        let asked = (people.map(number), balanced.map(number));
        if asked == (self.people, self.balanced) {
            return false;
        }
        (self.people, self.balanced) = asked;
        self.reset();
        let mut figures = self.before.clone();
        (figures.balanced, figures.period) = named;
        for (label, area) in figures.areas.iter_mut().enumerate() {
            area.population = self.people.and_then(|it| self.value_of_area(label, it));
            area.amount = self.balanced.and_then(|it| self.value_of_area(label, it));
        }
        figures.balance(&self.target);
        self.before.clone_from(&figures);
        self.present = Present::of(figures);
        true
    }

    /// Follows the plan after it was changed in another way than by this draft, locks or no locks, and settles there. Returns
    /// the districts that moved; `None`, with nothing changed, where the plan has other areas or balances something else.
    pub fn follow(&mut self, plan: &Plan) -> Option<Vec<DistrictIx>> {
        let catalog = self.ledger.catalog();
        let wanted = Assignment::of(plan, &catalog.register);
        let balanced = Asked::balanced(catalog, plan, &self.options).map(|it| &it.series.indicator.id);
        if wanted.areas() != self.ledger.assignment().areas() || balanced != self.before.balanced.as_ref() {
            return None;
        }
        let all = (0..).map(DistrictIx).take(wanted.district_count());
        let moved: Vec<DistrictIx> = all.filter(|it| wanted.label_of(*it) != self.ledger.assignment().label_of(*it)).collect();
        for district in &moved {
            self.make(*district, wanted.label_of(*district));
        }
        self.locks = Locks::of(plan, &wanted, false);
        self.target = plan.target.clone();
        if self.present.wake().0 {
            self.stale.clear(); // the target may be another one: every area is balanced anew, none measured
        }
        self.settle();
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
