//! Commands as text: what a history step holds.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{
    SavedSource, Unsound,
    plan::{SavedArea, SavedPlan, colour_from_number, colour_number, lock_code, lock_from_code, target_from_number, target_number},
    real::Real,
    view::{SavedClassing, SavedTerms, SavedViewBody},
};
use crate::{
    model::{
        classing::Classing,
        id::{AreaId, DistrictKey, IndicatorId, PlanId, ViewId},
        plan::Plan,
        planning_area::PlanningArea,
        saved_view::SavedView,
        source::Source,
    },
    project::{Command, PlanChange, ViewChange},
};

/// A command.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum SavedCommand {
    Rename(String),
    UseSources(Vec<SavedSource>),
    SetCity(BTreeSet<String>),
    SetTerms(SavedTerms),
    SetClassing(String, Option<SavedClassing>),
    AddPlan { position: usize, plan: SavedPlan },
    RemovePlan(u32),
    InPlan(u32, SavedPlanChange),
    InViews(SavedViewChange),
    Together(Vec<SavedCommand>),
}

/// A change within one plan.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum SavedPlanChange {
    Rename(String),
    Describe(String),
    Protect(bool),
    SetTarget(Option<Real>),
    SetBalance(Option<String>),
    Assign(BTreeMap<String, Option<u32>>),
    AddArea { position: usize, area: SavedArea },
    RemoveArea(u32),
    RenameArea(u32, String),
    RecodeArea(u32, String),
    RecolourArea(u32, u32),
    SetReason(u32, String),
    SetLocks(BTreeMap<u32, String>),
}

/// A change to the saved views.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum SavedViewChange {
    Add { position: usize, view: SavedViewBody },
    Remove(u32),
    Replace(SavedViewBody),
    Move(u32, usize),
}

impl From<&Command> for SavedCommand {
    fn from(command: &Command) -> Self {
        match command {
            Command::Rename(name) => Self::Rename(name.clone()),
            Command::UseSources(sources) => Self::UseSources(sources.iter().map(SavedSource::from).collect()),
            Command::SetCity(keys) => Self::SetCity(keys.iter().map(ToString::to_string).collect()),
            Command::SetTerms(terms) => Self::SetTerms(terms.as_ref().into()),
            Command::SetClassing(indicator, classing) => {
                Self::SetClassing(indicator.to_string(), classing.as_ref().map(SavedClassing::from))
            }
            Command::AddPlan { position, plan } => Self::AddPlan { position: *position, plan: plan.as_ref().into() },
            Command::RemovePlan(plan) => Self::RemovePlan(plan.0),
            Command::InPlan(plan, change) => Self::InPlan(plan.0, change.into()),
            Command::InViews(change) => Self::InViews(change.into()),
            Command::Together(commands) => Self::Together(commands.iter().map(Self::from).collect()),
        }
    }
}

impl TryFrom<SavedCommand> for Command {
    type Error = Unsound;
    fn try_from(saved: SavedCommand) -> Result<Self, Unsound> {
        Ok(match saved {
            SavedCommand::Rename(name) => Self::Rename(name),
            SavedCommand::UseSources(sources) => Self::UseSources(sources.into_iter().map(Source::try_from).collect::<Result<_, _>>()?),
            SavedCommand::SetCity(keys) => Self::SetCity(keys.into_iter().map(DistrictKey::new).collect()),
            SavedCommand::SetTerms(terms) => Self::SetTerms(Box::new(terms.into())),
            SavedCommand::SetClassing(indicator, classing) => {
                Self::SetClassing(IndicatorId::new(indicator), classing.map(Classing::try_from).transpose()?)
            }
            SavedCommand::AddPlan { position, plan } => Self::AddPlan { position, plan: Box::new(Plan::try_from(plan)?) },
            SavedCommand::RemovePlan(plan) => Self::RemovePlan(PlanId(plan)),
            SavedCommand::InPlan(plan, change) => Self::InPlan(PlanId(plan), change.try_into()?),
            SavedCommand::InViews(change) => Self::InViews(change.try_into()?),
            SavedCommand::Together(commands) => Self::Together(commands.into_iter().map(Self::try_from).collect::<Result<_, _>>()?),
        })
    }
}

impl From<&PlanChange> for SavedPlanChange {
    fn from(change: &PlanChange) -> Self {
        match change {
            PlanChange::Rename(name) => Self::Rename(name.clone()),
            PlanChange::Describe(text) => Self::Describe(text.clone()),
            PlanChange::Protect(it) => Self::Protect(*it),
            PlanChange::SetTarget(target) => Self::SetTarget(target_number(target).map(Real)),
            PlanChange::SetBalance(indicator) => Self::SetBalance(indicator.as_ref().map(ToString::to_string)),
            PlanChange::Assign(moves) => {
                Self::Assign(moves.iter().map(|(district, area)| (district.to_string(), area.map(|it| it.0))).collect())
            }
            PlanChange::AddArea { position, area } => Self::AddArea { position: *position, area: area.as_ref().into() },
            PlanChange::RemoveArea(area) => Self::RemoveArea(area.0),
            PlanChange::RenameArea(area, name) => Self::RenameArea(area.0, name.clone()),
            PlanChange::RecodeArea(area, code) => Self::RecodeArea(area.0, code.clone()),
            PlanChange::RecolourArea(area, colour) => Self::RecolourArea(area.0, colour_number(*colour)),
            PlanChange::SetReason(area, text) => Self::SetReason(area.0, text.clone()),
            PlanChange::SetLocks(locks) => Self::SetLocks(locks.iter().map(|(area, lock)| (area.0, lock_code(*lock).to_owned())).collect()),
        }
    }
}

impl TryFrom<SavedPlanChange> for PlanChange {
    type Error = Unsound;
    fn try_from(saved: SavedPlanChange) -> Result<Self, Unsound> {
        use SavedPlanChange as S;
        Ok(match saved {
            S::Rename(name) => Self::Rename(name),
            S::Describe(text) => Self::Describe(text),
            S::Protect(it) => Self::Protect(it),
            S::SetTarget(target) => Self::SetTarget(target_from_number(target.map(|it| it.0))),
            S::SetBalance(indicator) => Self::SetBalance(indicator.map(IndicatorId::new)),
            S::Assign(moves) => {
                Self::Assign(moves.into_iter().map(|(district, area)| (DistrictKey::new(district), area.map(AreaId))).collect())
            }
            S::AddArea { position, area } => Self::AddArea { position, area: Box::new(PlanningArea::try_from(area)?) },
            S::RemoveArea(area) => Self::RemoveArea(AreaId(area)),
            S::RenameArea(area, name) => Self::RenameArea(AreaId(area), name),
            S::RecodeArea(area, code) => Self::RecodeArea(AreaId(area), code),
            S::RecolourArea(area, colour) => Self::RecolourArea(AreaId(area), colour_from_number(colour)?),
            S::SetReason(area, text) => Self::SetReason(AreaId(area), text),
            S::SetLocks(locks) => {
                let locks = locks.into_iter().map(|(area, lock)| Ok((AreaId(area), lock_from_code(&lock)?)));
                Self::SetLocks(locks.collect::<Result<_, Unsound>>()?)
            }
        })
    }
}

impl From<&ViewChange> for SavedViewChange {
    fn from(change: &ViewChange) -> Self {
        match change {
            ViewChange::Add { position, view } => Self::Add { position: *position, view: view.as_ref().into() },
            ViewChange::Remove(view) => Self::Remove(view.0),
            ViewChange::Replace(view) => Self::Replace(view.as_ref().into()),
            ViewChange::Move(view, to) => Self::Move(view.0, *to),
        }
    }
}

impl TryFrom<SavedViewChange> for ViewChange {
    type Error = Unsound;
    fn try_from(saved: SavedViewChange) -> Result<Self, Unsound> {
        Ok(match saved {
            SavedViewChange::Add { position, view } => Self::Add { position, view: Box::new(SavedView::try_from(view)?) },
            SavedViewChange::Remove(view) => Self::Remove(ViewId(view)),
            SavedViewChange::Replace(view) => Self::Replace(Box::new(SavedView::try_from(view)?)),
            SavedViewChange::Move(view, to) => Self::Move(ViewId(view), to),
        })
    }
}
