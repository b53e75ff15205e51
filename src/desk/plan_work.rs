//! Work on plans as commands: new, duplicate, rename, describe, protect, delete.

use crate::{
    desk::action::PlanWork,
    model::{id::PlanId, plan::Plan},
    project::{Command, PlanChange, Project},
    words::Words,
};

/// What a piece of work comes to: the command, and the plan that is shown next.
pub struct Wanted {
    /// The command.
    pub command: Command,
    /// The plan whose tab is chosen next.
    pub then: Option<PlanId>,
}

/// The command for a piece of work; `None` where there is nothing to do.
pub fn command_for(work: &PlanWork, project: &Project, words: &Words) -> Option<Wanted> {
    match work {
        PlanWork::New => Some(add(empty(project, words), project.plans.len())),
        PlanWork::Duplicate(id) => duplicate(project, *id, words),
        PlanWork::Rename(id, name) if project.plan(*id)?.name == name.trim() => None,
        PlanWork::Rename(id, name) => Some(change(*id, PlanChange::Rename(name.trim().to_owned()))),
        PlanWork::Describe(id, text) if project.plan(*id)?.description == *text => None,
        PlanWork::Describe(id, text) => Some(change(*id, PlanChange::Describe(text.clone()))),
        PlanWork::Delete(id) => Some(Wanted { command: Command::RemovePlan(*id), then: neighbour(project, *id) }),
        PlanWork::Protect(id, untouchable) if project.plan(*id)?.untouchable == *untouchable => None,
        PlanWork::Protect(id, untouchable) => Some(change(*id, PlanChange::Protect(*untouchable))),
        PlanWork::Target(id, target) => Some(change(*id, PlanChange::SetTarget(target.clone()))),
    }
}

fn change(plan: PlanId, change: PlanChange) -> Wanted {
    Wanted { command: Command::InPlan(plan, change), then: None }
}

fn add(plan: Plan, position: usize) -> Wanted {
    let then = Some(plan.id);
    Wanted { command: Command::AddPlan { position, plan: Box::new(plan) }, then }
}

/// A plan without areas, measured as the starting plan is.
fn empty(project: &Project, words: &Words) -> Plan {
    let target = project.plan(Plan::STARTING).map(|it| it.target.clone()).unwrap_or_default();
    Plan { target, ..Plan::empty(project.next_plan_id(), free_name(project, words)) }
}

/// A copy stands right behind its original and can be changed, whatever the original allows.
fn duplicate(project: &Project, id: PlanId, words: &Words) -> Option<Wanted> {
    let position = project.plans.iter().position(|it| it.id == id)?;
    let original = project.plans.get(position)?;
    let (id, name) = (project.next_plan_id(), copy_name(project, &original.name, words));
    let copy = original.copied(id, name);
    Some(add(copy, position + 1))
}

/// „Entwurf A“, „Entwurf B“, … the first that no plan's name begins with: beside „Entwurf A (fiktiv)“ comes „Entwurf B“.
fn free_name(project: &Project, words: &Words) -> String {
    let letters = ('A'..='Z').map(|it| it.to_string()).chain((27..).map(|it: u32| it.to_string()));
    letters.map(|it| words.say_with("plan-new-name", &[("letter", it.into())])).find(|name| is_fresh(project, name)).unwrap_or_default()
}

/// Whether no plan is called so, nor so with more behind it.
fn is_fresh(project: &Project, name: &str) -> bool {
    let goes_on = |rest: &str| !rest.starts_with(char::is_alphanumeric);
    project.plans.iter().all(|it| it.name.trim().strip_prefix(name).is_none_or(|rest| !goes_on(rest)))
}

fn copy_name(project: &Project, original: &str, words: &Words) -> String {
    (1_i64..)
        .map(|it| match it {
            1 => words.say_with("plan-copy-name", &[("plan", original.into())]),
            _ => words.say_with("plan-copy-name-again", &[("plan", original.into()), ("number", it.into())]),
        })
        .find(|name| is_free(project, name))
        .unwrap_or_default()
}

/// Whether no plan is called so.
pub(super) fn is_free(project: &Project, name: &str) -> bool {
    project.plans.iter().all(|it| it.name.trim() != name.trim())
}

/// The plan shown after one is gone: the one before it, or the one behind.
fn neighbour(project: &Project, id: PlanId) -> Option<PlanId> {
    let position = project.plans.iter().position(|it| it.id == id)?;
    let near = position.checked_sub(1).or(Some(position + 1))?;
    project.plans.get(near).map(|it| it.id)
}
