//! When an area gets empty or goes: a stroke that took the last district of one says so and offers a way back; and the mean of the
//! areas is one of fewer, with which every deviation changes.
//!
//! **Not here.** The target itself (`analysis::figures`), and what stands behind it wherever it is shown (`views`).
use std::collections::BTreeSet;

use crate::{
    desk::Desk,
    model::{
        id::{AreaId, PlanId},
        indicator::Role,
        plan::{Plan, Target},
    },
    words::{Message, say},
};

/// The areas of a plan that hold districts that count, and those of them that its target measures.
#[derive(Debug, Clone, Default)]
pub(super) struct Occupied {
    areas: BTreeSet<AreaId>,
    measured: BTreeSet<AreaId>,
}

impl Desk {
    /// Which areas of a plan hold districts. O(districts).
    pub(super) fn occupied(&self, plan: PlanId) -> Option<Occupied> {
        let (plan, city) = (self.project.plan(plan)?, &self.project.city);
        let holding = |with_city: bool| plan.area_of.iter().filter(|it| with_city || !city.contains(it.0)).map(|it| *it.1).collect();
        let with_city = self.look.with_city;
        Some(Occupied { areas: holding(with_city), measured: holding(with_city && plan.target != Target::MeanBesideCity) })
    }

    /// Says which areas a step left empty, and that fewer share the target then. On the wall nothing is said.
    pub(super) fn tell_emptied(&mut self, plan: PlanId, before: Occupied) {
        let Some(after) = self.occupied(plan).filter(|_| self.look.presenting.is_none()) else { return };
        let fewer = self.fewer_share(plan, before.measured.len(), after.measured.len());
        let emptied = |plan: &Plan| before.areas.difference(&after.areas).filter_map(|it| Some(plan.area(*it)?.name.clone())).collect();
        let emptied: Vec<String> = self.project.plan(plan).map(emptied).unwrap_or_default();
        match (emptied.is_empty(), fewer) {
            (false, fewer) => {
                let said = match fewer {
                    Some(fewer) => say!("desk-area-emptied-and", count = emptied.len(), names = emptied.join(", "), fewer),
                    None => say!("desk-area-emptied", count = emptied.len(), names = emptied.join(", ")),
                };
                self.notes.warn_of_step(self.this_step(), said);
            }
            (true, Some(fewer)) => self.notes.tell_instead(fewer),
            (true, None) => {}
        }
    }

    /// That fewer areas share the target than before, where it is their mean.
    fn fewer_share(&self, plan: PlanId, before: usize, after: usize) -> Option<Message> {
        let is_mean = |it: &Plan| {
            !matches!(it.target, Target::Fixed(_)) && (it.balance.is_some() || self.catalog.with_role(Role::Population).is_some())
        };
        let shared = self.project.plan(plan).is_some_and(is_mean) && 0 < after && after < before;
        shared.then(|| say!("desk-fewer-areas", before, after))
    }
}
