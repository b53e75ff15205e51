//! When an area gets empty or goes: the mean of the areas is one of fewer, and with it every deviation changes. That is said.
//!
//! **Not here.** The target itself (`analysis::figures`), and what stands behind it wherever it is shown (`views`).
use std::collections::BTreeSet;

use crate::{
    desk::Desk,
    model::{
        id::{AreaId, PlanId},
        indicator::Role,
        plan::Target,
    },
    words::say,
};

impl Desk {
    /// How many areas of a plan hold districts that count. O(districts).
    pub(super) fn occupied(&self, plan: PlanId) -> Option<usize> {
        let (plan, city) = (self.project.plan(plan)?, &self.project.city);
        let counts = |key| self.look.with_city || !city.contains(key);
        Some(plan.area_of.iter().filter(|it| counts(it.0)).map(|it| *it.1).collect::<BTreeSet<AreaId>>().len())
    }

    /// Says that a step left fewer areas to share the target. On the wall nothing is said.
    pub(super) fn tell_fewer_areas(&mut self, plan: PlanId, before: Option<usize>) {
        let Some((before, after)) = before.zip(self.occupied(plan)) else { return };
        let is_mean = |it: &crate::model::plan::Plan| {
            it.target == Target::Mean && (it.balance.is_some() || self.catalog.with_role(Role::Population).is_some())
        };
        let shared = self.project.plan(plan).is_some_and(is_mean) && self.look.presenting.is_none();
        if shared && 0 < after && after < before {
            self.notes.tell_instead(say!("desk-fewer-areas", before, after));
        }
    }
}
