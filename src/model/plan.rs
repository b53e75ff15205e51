//! A plan (Planungsvariante): which district belongs to which planning area.
//!
//! **Promise.** A district is in one area of the plan or in none; the type leaves no third possibility.
//! **Not here.** How a plan changes: see `project::apply`.

use std::collections::BTreeMap;

use crate::model::{
    id::{AreaId, DistrictKey, IndicatorId, PlanId},
    planning_area::PlanningArea,
};

/// What each area should hold.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Target {
    /// The mean over the areas that count.
    #[default]
    Mean,
    /// The mean over those of them that hold more than the city. An area that is the city alone has no target: beside 30,000 people
    /// everywhere else, its 120,000 would make every area look too small.
    MeanBesideCity,
    /// A number chosen by the planner.
    Fixed(f64),
}

/// A plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// Its id within the project.
    pub id: PlanId,
    /// Its name, unique within the project.
    pub name: String,
    /// What it is for, in the planner's words.
    pub description: String,
    /// A protected plan cannot be drawn on; the starting plan is one, and stays one.
    pub untouchable: bool,
    /// Its areas in the order of the list.
    pub areas: Vec<PlanningArea>,
    /// The area of each district that has one.
    pub area_of: BTreeMap<DistrictKey, AreaId>,
    /// What each area should hold.
    pub target: Target,
    /// The indicator whose balance is shown; `None` is the population.
    pub balance: Option<IndicatorId>,
}

impl Plan {
    /// The plan that a project begins with: as things are. No other plan gets its id.
    pub const STARTING: PlanId = PlanId(1);

    /// Whether this is the starting plan: it can be copied, and nothing else.
    pub fn is_starting(&self) -> bool {
        self.untouchable && self.id == Self::STARTING
    }

    /// A plan without areas.
    pub fn empty(id: PlanId, name: impl Into<String>) -> Self {
        Self {
            id,
            name: name.into(),
            description: String::new(),
            untouchable: false,
            areas: Vec::new(),
            area_of: BTreeMap::new(),
            target: Target::Mean,
            balance: None,
        }
    }

    /// The same plan under another id and name, to be changed. What the starting plan says of itself („wie heute“) is no
    /// longer true of a copy, so that goes.
    pub fn copied(&self, id: PlanId, name: impl Into<String>) -> Self {
        let description = if self.is_starting() { String::new() } else { self.description.clone() };
        Self { id, name: name.into(), description, untouchable: false, ..self.clone() }
    }

    /// An area of this plan.
    pub fn area(&self, area: AreaId) -> Option<&PlanningArea> {
        self.areas.iter().find(|it| it.id == area)
    }

    /// Where an area stands in the list.
    pub fn position(&self, area: AreaId) -> Option<usize> {
        self.areas.iter().position(|it| it.id == area)
    }

    /// An id that no area of this plan has ever had while it stands in the list or in an assignment.
    pub fn next_area_id(&self) -> AreaId {
        AreaId(self.areas.iter().map(|it| it.id.0).max().map_or(1, |it| it.saturating_add(1)))
    }

    /// A code that is still free: `R1`, `R2`, …
    pub fn next_code(&self) -> String {
        (1_u32..).map(|it| format!("R{it}")).find(|code| self.areas.iter().all(|area| area.code != *code)).unwrap_or_default()
    }

    /// The districts of an area, in key order.
    pub fn districts_of(&self, area: AreaId) -> impl Iterator<Item = &DistrictKey> {
        self.area_of.iter().filter(move |(_, it)| **it == area).map(|(key, _)| key)
    }
}
