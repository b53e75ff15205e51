//! Whether a command would leave everything as it is: then it is no step, and there is nothing to take back.
//!
//! **Not here.** Applying it (`apply`), refusing it: what is refused is not idle.
use crate::{
    model::plan::Plan,
    project::{
        Command, Project,
        command::{PlanChange, ViewChange},
    },
};

impl Project {
    /// Whether applying the command would change nothing. O(what it names); a list of sources always counts as a change.
    pub fn is_idle(&self, command: &Command) -> bool {
        match command {
            Command::Rename(name) => self.name == *name,
            Command::SetCity(keys) => self.city == *keys,
            Command::SetTerms(terms) => self.terms == **terms,
            Command::SetClassing(indicator, wanted) => self.classing.get(indicator) == wanted.as_ref(),
            Command::InPlan(id, change) => self.plan(*id).is_some_and(|it| it.has_already(change)),
            Command::InViews(ViewChange::Replace(view)) => self.view(view.id) == Some(&**view),
            Command::InViews(ViewChange::Move(id, to)) => self.views.iter().position(|it| it.id == *id) == Some(*to),
            Command::Together(commands) => commands.iter().all(|it| self.is_idle(it)),
            Command::UseSources(_) | Command::AddPlan { .. } | Command::RemovePlan(_) | Command::InViews(_) => false,
        }
    }
}

impl Plan {
    /// A change that an untouchable plan refuses is none that it has already.
    fn has_already(&self, change: &PlanChange) -> bool {
        if self.untouchable && !change.leaves_areas_alone() {
            return false;
        }
        match change {
            PlanChange::Rename(name) => self.name == *name,
            PlanChange::Describe(text) => self.description == *text,
            PlanChange::Protect(protect) => self.untouchable == *protect,
            PlanChange::SetTarget(target) => self.target == *target,
            PlanChange::SetBalance(balance) => self.balance == *balance,
            PlanChange::Assign(moves) => moves.iter().all(|(district, area)| self.area_of.get(district) == area.as_ref()),
            PlanChange::RenameArea(id, name) => self.area(*id).is_some_and(|it| it.name == *name),
            PlanChange::RecodeArea(id, code) => self.area(*id).is_some_and(|it| it.code == *code),
            PlanChange::RecolourArea(id, colour) => self.area(*id).is_some_and(|it| it.colour == *colour),
            PlanChange::SetReason(id, text) => self.area(*id).is_some_and(|it| it.reason == *text),
            PlanChange::SetLocks(locks) => locks.iter().all(|(id, lock)| self.area(*id).is_some_and(|it| it.lock == *lock)),
            PlanChange::AddArea { .. } | PlanChange::RemoveArea(_) => false,
        }
    }
}
