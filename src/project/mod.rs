//! The project: everything decided. It changes only by commands, and every command comes back as the one that undoes it.
//!
//! **Promise.** [`Project::apply`] is the only way in for what is new; [`Project::replay`] goes back and forth in what was done.
//! A refused command leaves the project as it was.
//! **Not here.** Figures (`analysis`), files (`storage`), selection and camera (`desk`).

mod apply;
mod apply_in_plan;
pub mod command;
pub mod history;
mod idle;
pub mod refusal;

use std::collections::{BTreeMap, BTreeSet};

pub use command::{Command, PlanChange, ViewChange};
pub use refusal::Refusal;

use crate::{
    model::{
        classing::Classing,
        id::{DistrictKey, IndicatorId, PlanId, ViewId},
        plan::Plan,
        saved_view::SavedView,
        source::Source,
    },
    words::Terms,
};

/// Everything the planner decided.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Project {
    /// Its name.
    pub name: String,
    /// Its sources in the order in which they count.
    pub sources: Vec<Source>,
    /// The plans in the order of their tabs.
    pub plans: Vec<Plan>,
    /// The saved views in the order in which they are shown.
    pub views: Vec<SavedView>,
    /// The keys of the city that can be left out of totals.
    pub city: BTreeSet<DistrictKey>,
    /// How indicators are classed, where the planner chose.
    pub classing: BTreeMap<IndicatorId, Classing>,
    /// What the county calls things.
    pub terms: Terms,
}

impl Project {
    /// A plan of this project.
    pub fn plan(&self, plan: PlanId) -> Option<&Plan> {
        self.plans.iter().find(|it| it.id == plan)
    }

    /// A plan by its name, or by its id written as a number.
    pub fn plan_named(&self, name: &str) -> Option<&Plan> {
        let by_name = self.plans.iter().find(|it| it.name == name);
        by_name.or_else(|| name.parse().ok().and_then(|id| self.plan(PlanId(id))))
    }

    /// The plan that is meant where none is named: the first with areas that may be changed, else the first that may be
    /// changed, else the first.
    pub fn usual_plan(&self) -> Option<&Plan> {
        let open = || self.plans.iter().filter(|it| !it.untouchable);
        open().find(|it| !it.areas.is_empty()).or_else(|| open().next()).or(self.plans.first())
    }

    /// An id that no plan of this project has.
    pub fn next_plan_id(&self) -> PlanId {
        PlanId(self.plans.iter().map(|it| it.id.0).max().map_or(1, |it| it.saturating_add(1)))
    }

    /// A saved view.
    pub fn view(&self, view: ViewId) -> Option<&SavedView> {
        self.views.iter().find(|it| it.id == view)
    }

    /// An id that no saved view of this project has.
    pub fn next_view_id(&self) -> ViewId {
        ViewId(self.views.iter().map(|it| it.id.0).max().map_or(1, |it| it.saturating_add(1)))
    }
}
