//! Commands: every change a planner can make, as a value.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    model::{
        classing::Classing,
        id::{AreaId, DistrictKey, IndicatorId, PlanId, ViewId},
        plan::{Plan, Target},
        planning_area::{Colour, Lock, PlanningArea},
        saved_view::SavedView,
        source::Source,
    },
    words::Terms,
};

/// A change to the project. One stroke, one click, one import is one command.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Another name for the project.
    Rename(String),
    /// Another list of sources; what was imported or dropped comes back by undoing.
    UseSources(Vec<Source>),
    /// Which districts are the city.
    SetCity(BTreeSet<DistrictKey>),
    /// What the county calls things.
    SetTerms(Box<Terms>),
    /// How an indicator is classed; `None` leaves it to the program.
    SetClassing(IndicatorId, Option<Classing>),
    /// A new plan at a place in the list.
    AddPlan {
        /// Where it stands among the tabs.
        position: usize,
        /// The whole plan, areas and assignment included.
        plan: Box<Plan>,
    },
    /// A plan leaves.
    RemovePlan(PlanId),
    /// A change within one plan.
    InPlan(PlanId, PlanChange),
    /// A change to the saved views.
    InViews(ViewChange),
    /// Several commands as one step: all of them, or none.
    Together(Vec<Command>),
}

/// A change within one plan.
#[derive(Debug, Clone, PartialEq)]
pub enum PlanChange {
    /// Another name, unique in the project.
    Rename(String),
    /// Another description.
    Describe(String),
    /// Whether the plan can be changed at all.
    Protect(bool),
    /// What each area should hold.
    SetTarget(Target),
    /// Which indicator is balanced.
    SetBalance(Option<IndicatorId>),
    /// Puts districts into areas or, with `None`, takes them out. One brush stroke is one command.
    Assign(BTreeMap<DistrictKey, Option<AreaId>>),
    /// A new, empty area at a place in the list.
    AddArea {
        /// Where it stands in the list.
        position: usize,
        /// The area.
        area: Box<PlanningArea>,
    },
    /// An area without districts leaves; to delete one with districts, unassign them in the same step.
    RemoveArea(AreaId),
    /// Another name for an area.
    RenameArea(AreaId, String),
    /// Another code for an area.
    RecodeArea(AreaId, String),
    /// Another colour for an area.
    RecolourArea(AreaId, Colour),
    /// Why the border runs here.
    SetReason(AreaId, String),
    /// What may happen to areas; several at once, so that "lock all" is one step.
    SetLocks(BTreeMap<AreaId, Lock>),
}

impl PlanChange {
    /// Whether an untouchable plan allows it: its districts and areas stay, what is said about it may change.
    pub(super) fn leaves_areas_alone(&self) -> bool {
        matches!(self, Self::Rename(_) | Self::Describe(_) | Self::Protect(_) | Self::SetTarget(_) | Self::SetBalance(_))
    }
}

/// A change to the saved views.
#[derive(Debug, Clone, PartialEq)]
pub enum ViewChange {
    /// A new one at a place in the list.
    Add {
        /// Where it stands in the list.
        position: usize,
        /// The view.
        view: Box<SavedView>,
    },
    /// One leaves.
    Remove(ViewId),
    /// Another content for the one with the same id.
    Replace(Box<SavedView>),
    /// Another place in the list.
    Move(ViewId, usize),
}

impl Command {
    /// The plan it changes, if it is one plan's matter.
    pub fn plan(&self) -> Option<PlanId> {
        match self {
            Self::AddPlan { plan, .. } => Some(plan.id),
            Self::RemovePlan(plan) | Self::InPlan(plan, _) => Some(*plan),
            Self::Together(commands) => commands.iter().find_map(Self::plan),
            _ => None,
        }
    }

    /// Whether sources change, so that the catalog must be folded anew.
    pub fn touches_sources(&self) -> bool {
        match self {
            Self::UseSources(_) => true,
            Self::Together(commands) => commands.iter().any(Self::touches_sources),
            _ => false,
        }
    }
}
