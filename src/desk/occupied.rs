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

impl Desk {
    /// The areas of a plan that hold districts that count. O(districts).
    pub(super) fn occupied(&self, plan: PlanId) -> Option<BTreeSet<AreaId>> {
        let (plan, city) = (self.project.plan(plan)?, &self.project.city);
        let counts = |key| self.look.with_city || !city.contains(key);
        Some(plan.area_of.iter().filter(|it| counts(it.0)).map(|it| *it.1).collect())
    }

    /// Says which areas a step left empty, and that fewer share the target then. On the wall nothing is said.
    pub(super) fn tell_emptied(&mut self, plan: PlanId, before: BTreeSet<AreaId>) {
        let Some(after) = self.occupied(plan).filter(|_| self.look.presenting.is_none()) else { return };
        let fewer = self.fewer_share(plan, before.len(), after.len());
        let emptied = |plan: &Plan| before.difference(&after).filter_map(|it| Some(plan.area(*it)?.name.clone())).collect();
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
        let is_mean = |it: &Plan| it.target == Target::Mean && (it.balance.is_some() || self.catalog.with_role(Role::Population).is_some());
        let shared = self.project.plan(plan).is_some_and(is_mean) && 0 < after && after < before;
        shared.then(|| say!("desk-fewer-areas", before, after))
    }
}
