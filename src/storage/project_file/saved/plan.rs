//! A plan and its areas in the text of a command, and the codes that the tables share with it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Unsound, real::Real};
use crate::model::{
    id::{AreaId, DistrictKey, IndicatorId, PlanId},
    plan::{Plan, Target},
    planning_area::{Colour, Lock, PlanningArea},
};

/// A plan, areas and assignment included.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct SavedPlan {
    id: u32,
    name: String,
    description: String,
    untouchable: bool,
    areas: Vec<SavedArea>,
    area_of: BTreeMap<String, u32>,
    target: Option<Real>,
    balance: Option<String>,
}

/// A planning area.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct SavedArea {
    id: u32,
    code: String,
    name: String,
    colour: u32,
    reason: String,
    lock: String,
}

impl From<&Plan> for SavedPlan {
    fn from(plan: &Plan) -> Self {
        Self {
            id: plan.id.0,
            name: plan.name.clone(),
            description: plan.description.clone(),
            untouchable: plan.untouchable,
            areas: plan.areas.iter().map(SavedArea::from).collect(),
            area_of: plan.area_of.iter().map(|(district, area)| (district.to_string(), area.0)).collect(),
            target: target_number(&plan.target).map(Real),
            balance: plan.balance.as_ref().map(ToString::to_string),
        }
    }
}

impl TryFrom<SavedPlan> for Plan {
    type Error = Unsound;
    fn try_from(saved: SavedPlan) -> Result<Self, Unsound> {
        Ok(Self {
            id: PlanId(saved.id),
            name: saved.name,
            description: saved.description,
            untouchable: saved.untouchable,
            areas: saved.areas.into_iter().map(PlanningArea::try_from).collect::<Result<_, _>>()?,
            area_of: saved.area_of.into_iter().map(|(district, area)| (DistrictKey::new(district), AreaId(area))).collect(),
            target: target_from_number(saved.target.map(|it| it.0)),
            balance: saved.balance.map(IndicatorId::new),
        })
    }
}

impl From<&PlanningArea> for SavedArea {
    fn from(area: &PlanningArea) -> Self {
        Self {
            id: area.id.0,
            code: area.code.clone(),
            name: area.name.clone(),
            colour: colour_number(area.colour),
            reason: area.reason.clone(),
            lock: lock_code(area.lock).to_owned(),
        }
    }
}

impl TryFrom<SavedArea> for PlanningArea {
    type Error = Unsound;
    fn try_from(saved: SavedArea) -> Result<Self, Unsound> {
        Ok(Self {
            id: AreaId(saved.id),
            code: saved.code,
            name: saved.name,
            colour: colour_from_number(saved.colour)?,
            reason: saved.reason,
            lock: lock_from_code(&saved.lock)?,
        })
    }
}

/// The number of [`Target::MeanBesideCity`]: a number that no planner can choose.
const BESIDE_CITY: f64 = -1.0;

/// A target as a number: the mean is none, the mean beside the city is −1.
pub(in super::super) fn target_number(target: &Target) -> Option<f64> {
    match target {
        Target::Mean => None,
        Target::MeanBesideCity => Some(BESIDE_CITY),
        Target::Fixed(number) => Some(*number),
    }
}

/// The target behind a number.
pub(in super::super) fn target_from_number(number: Option<f64>) -> Target {
    match number {
        None => Target::Mean,
        Some(BESIDE_CITY) => Target::MeanBesideCity,
        Some(number) => Target::Fixed(number),
    }
}

/// A colour as `0xRRGGBB`.
pub(in super::super) fn colour_number(Colour([red, green, blue]): Colour) -> u32 {
    u32::from_be_bytes([0, red, green, blue])
}

/// The colour behind `0xRRGGBB`.
pub(in super::super) fn colour_from_number(number: u32) -> Result<Colour, Unsound> {
    match number.to_be_bytes() {
        [0, red, green, blue] => Ok(Colour([red, green, blue])),
        _ => Err(Unsound::at(format!("colour {number}"))),
    }
}

/// The code of a lock.
pub(in super::super) fn lock_code(lock: Lock) -> &'static str {
    match lock {
        Lock::Free => "free",
        Lock::Fixed => "fixed",
        Lock::KeepAtLeast => "keep_at_least",
    }
}

/// The lock behind a code.
pub(in super::super) fn lock_from_code(code: &str) -> Result<Lock, Unsound> {
    match code {
        "free" => Ok(Lock::Free),
        "fixed" => Ok(Lock::Fixed),
        "keep_at_least" => Ok(Lock::KeepAtLeast),
        _ => Err(Unsound::at(format!("lock {code}"))),
    }
}
