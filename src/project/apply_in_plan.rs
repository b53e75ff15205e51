//! Changes within one plan. Reached only through `Project::apply`.

use std::{collections::BTreeMap, mem};

use crate::{
    model::{
        id::{AreaId, DistrictKey},
        plan::Plan,
        planning_area::{Lock, PlanningArea},
    },
    project::{Refusal, command::PlanChange},
};

impl Plan {
    /// Makes the change and returns the one that undoes it; a refused one leaves the plan as it was.
    pub(super) fn apply(&mut self, change: PlanChange) -> Result<PlanChange, Refusal> {
        use PlanChange as C;
        match change {
            C::Rename(name) => Ok(C::Rename(mem::replace(&mut self.name, name))),
            C::Describe(text) => Ok(C::Describe(mem::replace(&mut self.description, text))),
            C::Protect(untouchable) => Ok(C::Protect(mem::replace(&mut self.untouchable, untouchable))),
            C::SetTarget(target) => Ok(C::SetTarget(mem::replace(&mut self.target, target))),
            C::SetBalance(indicator) => Ok(C::SetBalance(mem::replace(&mut self.balance, indicator))),
            C::Assign(moves) => self.assign(moves),
            C::AddArea { position, area } => self.add_area(position, *area),
            C::RemoveArea(area) => self.remove_area(area),
            C::RenameArea(_, name) if name.trim().is_empty() => Err(Refusal::NameEmpty),
            C::RenameArea(area, name) => Ok(C::RenameArea(area, mem::replace(&mut self.area_mut(area)?.name, name))),
            C::RecodeArea(area, code) => {
                self.check_code(area, &code)?;
                Ok(C::RecodeArea(area, mem::replace(&mut self.area_mut(area)?.code, code)))
            }
            C::RecolourArea(area, colour) => Ok(C::RecolourArea(area, mem::replace(&mut self.area_mut(area)?.colour, colour))),
            C::SetReason(area, text) => Ok(C::SetReason(area, mem::replace(&mut self.area_mut(area)?.reason, text))),
            C::SetLocks(locks) => self.set_locks(&locks),
        }
    }

    fn area_mut(&mut self, area: AreaId) -> Result<&mut PlanningArea, Refusal> {
        self.areas.iter_mut().find(|it| it.id == area).ok_or(Refusal::NoSuchArea(area))
    }

    fn assign(&mut self, moves: BTreeMap<DistrictKey, Option<AreaId>>) -> Result<PlanChange, Refusal> {
        if let Some(stranger) = moves.values().flatten().find(|it| self.area(**it).is_none()) {
            return Err(Refusal::NoSuchArea(*stranger));
        }
        let before = moves.into_iter().map(|(district, area)| {
            let was = self.put(&district, area);
            (district, was)
        });
        Ok(PlanChange::Assign(before.collect()))
    }

    fn put(&mut self, district: &DistrictKey, area: Option<AreaId>) -> Option<AreaId> {
        match area {
            Some(it) => self.area_of.insert(district.clone(), it),
            None => self.area_of.remove(district),
        }
    }

    fn add_area(&mut self, position: usize, area: PlanningArea) -> Result<PlanChange, Refusal> {
        if self.area(area.id).is_some() {
            return Err(Refusal::IdTaken(area.id.0));
        }
        self.check_code(area.id, &area.code)?;
        let id = area.id;
        self.areas.insert(position.min(self.areas.len()), area);
        Ok(PlanChange::RemoveArea(id))
    }

    fn remove_area(&mut self, area: AreaId) -> Result<PlanChange, Refusal> {
        let position = self.position(area).ok_or(Refusal::NoSuchArea(area))?;
        if self.area_of.values().any(|it| *it == area) {
            return Err(Refusal::AreaNotEmpty(self.areas[position].name.clone()));
        }
        Ok(PlanChange::AddArea { position, area: Box::new(self.areas.remove(position)) })
    }

    fn check_code(&self, area: AreaId, code: &str) -> Result<(), Refusal> {
        if code.trim().is_empty() {
            return Err(Refusal::NameEmpty);
        }
        let taken = self.areas.iter().any(|it| it.id != area && it.code == code);
        if taken { Err(Refusal::NameTaken(code.to_owned())) } else { Ok(()) }
    }

    fn set_locks(&mut self, locks: &BTreeMap<AreaId, Lock>) -> Result<PlanChange, Refusal> {
        if let Some(stranger) = locks.keys().find(|it| self.area(**it).is_none()) {
            return Err(Refusal::NoSuchArea(*stranger));
        }
        let mut before = BTreeMap::new();
        for area in &mut self.areas {
            if let Some(lock) = locks.get(&area.id) {
                before.insert(area.id, mem::replace(&mut area.lock, *lock));
            }
        }
        Ok(PlanChange::SetLocks(before))
    }
}
