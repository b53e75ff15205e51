//! The one door for change: a command goes in, its inverse comes out.

use std::mem;

use crate::{
    model::{
        classing::Classing,
        id::{IndicatorId, PlanId},
        plan::Plan,
    },
    project::{
        Command, Project, Refusal,
        command::{PlanChange, ViewChange},
    },
};

impl Project {
    /// The only way a project changes. A refused command leaves everything as it was; what this returns is taken back with
    /// [`Project::replay`].
    pub fn apply(&mut self, command: Command) -> Result<Command, Refusal> {
        self.keep_starting_plan(&command)?;
        self.replay(command)
    }

    /// Takes a step again that was taken once, or takes it back. What was allowed then is not asked anew: a history kept by an
    /// older version may hold what is refused today.
    pub fn replay(&mut self, command: Command) -> Result<Command, Refusal> {
        match command {
            Command::Rename(name) => Ok(Command::Rename(mem::replace(&mut self.name, name))),
            Command::UseSources(sources) => Ok(Command::UseSources(mem::replace(&mut self.sources, sources))),
            Command::SetCity(keys) => Ok(Command::SetCity(mem::replace(&mut self.city, keys))),
            Command::SetTerms(terms) => Ok(Command::SetTerms(Box::new(mem::replace(&mut self.terms, *terms)))),
            Command::SetClassing(indicator, wanted) => Ok(self.set_classing(indicator, wanted)),
            Command::AddPlan { position, plan } => self.add_plan(position, *plan),
            Command::RemovePlan(plan) => self.remove_plan(plan),
            Command::InPlan(plan, change) => self.change_plan(plan, change),
            Command::InViews(change) => self.change_views(change).map(Command::InViews),
            Command::Together(commands) => self.apply_together(commands),
        }
    }

    /// The starting plan keeps its name, its description and its protection, and stays. What a target or another balance says
    /// is said beside it, not in it.
    fn keep_starting_plan(&self, command: &Command) -> Result<(), Refusal> {
        let (id, keeps) = match command {
            Command::Together(commands) => return commands.iter().try_for_each(|it| self.keep_starting_plan(it)),
            Command::RemovePlan(id) => (*id, true),
            Command::InPlan(id, change) => {
                (*id, matches!(change, PlanChange::Rename(_) | PlanChange::Describe(_) | PlanChange::Protect(_)))
            }
            _ => return Ok(()),
        };
        match self.plan(id).filter(|it| keeps && it.is_starting()) {
            Some(plan) => Err(Refusal::StartingPlan(plan.name.clone())),
            None => Ok(()),
        }
    }

    fn set_classing(&mut self, indicator: IndicatorId, wanted: Option<Classing>) -> Command {
        let before = match wanted {
            Some(it) => self.classing.insert(indicator.clone(), it),
            None => self.classing.remove(&indicator),
        };
        Command::SetClassing(indicator, before)
    }

    /// All or none: what was done before a refusal is taken back.
    fn apply_together(&mut self, commands: Vec<Command>) -> Result<Command, Refusal> {
        let mut back = Vec::with_capacity(commands.len());
        for command in commands {
            match self.replay(command) {
                Ok(inverse) => back.push(inverse),
                Err(refusal) => {
                    for inverse in back.into_iter().rev() {
                        // The inverse of what was just done finds the state it came from, so it cannot be refused.
                        let undone = self.replay(inverse);
                        debug_assert!(undone.is_ok());
                    }
                    return Err(refusal);
                }
            }
        }
        back.reverse();
        Ok(Command::Together(back))
    }

    fn add_plan(&mut self, position: usize, plan: Plan) -> Result<Command, Refusal> {
        if self.plan(plan.id).is_some() {
            return Err(Refusal::IdTaken(plan.id.0));
        }
        self.check_plan_name(plan.id, &plan.name)?;
        if let Some(stranger) = plan.area_of.values().find(|it| plan.area(**it).is_none()) {
            return Err(Refusal::NoSuchArea(*stranger));
        }
        let (id, untouchable) = (plan.id, plan.untouchable);
        self.plans.insert(position.min(self.plans.len()), plan);
        let remove = Command::RemovePlan(id);
        // A plan that came protected can still be taken back: its protection goes first.
        let open = || Command::InPlan(id, PlanChange::Protect(false));
        Ok(if untouchable { Command::Together(vec![open(), remove]) } else { remove })
    }

    fn remove_plan(&mut self, plan: PlanId) -> Result<Command, Refusal> {
        let position = self.plans.iter().position(|it| it.id == plan).ok_or(Refusal::NoSuchPlan(plan))?;
        if let Some(kept) = self.plans.get(position).filter(|it| it.untouchable) {
            return Err(Refusal::PlanKept(kept.name.clone()));
        }
        Ok(Command::AddPlan { position, plan: Box::new(self.plans.remove(position)) })
    }

    fn change_plan(&mut self, id: PlanId, change: PlanChange) -> Result<Command, Refusal> {
        if let PlanChange::Rename(name) = &change {
            self.check_plan_name(id, name)?;
        }
        let plan = self.plans.iter_mut().find(|it| it.id == id).ok_or(Refusal::NoSuchPlan(id))?;
        if plan.untouchable && !change.leaves_areas_alone() {
            return Err(Refusal::Untouchable(plan.name.clone()));
        }
        plan.apply(change).map(|inverse| Command::InPlan(id, inverse))
    }

    fn check_plan_name(&self, plan: PlanId, name: &str) -> Result<(), Refusal> {
        if name.trim().is_empty() {
            return Err(Refusal::NameEmpty);
        }
        let taken = self.plans.iter().any(|it| it.id != plan && it.name.trim() == name.trim());
        if taken { Err(Refusal::NameTaken(name.trim().to_owned())) } else { Ok(()) }
    }

    fn change_views(&mut self, change: ViewChange) -> Result<ViewChange, Refusal> {
        let place = |id| self.views.iter().position(|it| it.id == id).ok_or(Refusal::NoSuchView(id));
        match change {
            ViewChange::Add { view, .. } if place(view.id).is_ok() => Err(Refusal::IdTaken(view.id.0)),
            ViewChange::Add { position, view } => {
                let id = view.id;
                self.views.insert(position.min(self.views.len()), *view);
                Ok(ViewChange::Remove(id))
            }
            ViewChange::Remove(id) => {
                let position = place(id)?;
                Ok(ViewChange::Add { position, view: Box::new(self.views.remove(position)) })
            }
            ViewChange::Replace(view) => {
                let position = place(view.id)?;
                Ok(ViewChange::Replace(Box::new(mem::replace(&mut self.views[position], *view))))
            }
            ViewChange::Move(id, to) => {
                let from = place(id)?;
                let moved = self.views.remove(from);
                self.views.insert(to.min(self.views.len()), moved);
                Ok(ViewChange::Move(id, from))
            }
        }
    }
}
