//! What a step was, in the planner's words: the lines of the history.

use crate::{
    model::{id::AreaId, plan::Plan, planning_area::Lock},
    project::{Command, PlanChange, Project, ViewChange},
    words::Message,
};

/// The title of a command, told before it is applied, so that old names are still there.
pub fn title_of(command: &Command, project: &Project) -> Message {
    match command {
        Command::Rename(name) => Message::new("step-rename-project").with("name", name.as_str()),
        Command::UseSources(sources) if sources.len() > project.sources.len() => {
            let added = sources.iter().find(|it| !project.sources.contains(it));
            Message::new("step-source-added").with("file", added.map_or("", |it| it.file_name.as_str()))
        }
        Command::UseSources(_) => Message::new("step-sources"),
        Command::SetCity(_) => Message::new("step-city"),
        Command::SetTerms(_) => Message::new("step-terms"),
        Command::SetClassing(indicator, _) => Message::new("step-classing").with("indicator", indicator.as_str()),
        Command::AddPlan { plan, .. } => Message::new("step-plan-added").with("plan", plan.name.as_str()),
        Command::RemovePlan(id) => Message::new("step-plan-removed").with("plan", project.plan(*id).map_or("", |it| it.name.as_str())),
        Command::InPlan(id, change) => match project.plan(*id) {
            Some(plan) => in_plan(change, plan),
            None => Message::new("step-change"),
        },
        Command::InViews(change) => in_views(change, project),
        Command::Together(commands) => together(commands, project),
    }
}

/// The weightiest of several commands speaks for all: an area that comes or goes before the districts that move with it.
fn together(commands: &[Command], project: &Project) -> Message {
    let weight = |it: &&Command| match it {
        Command::InPlan(_, PlanChange::RemoveArea(_) | PlanChange::AddArea { .. }) => 2,
        Command::InPlan(_, PlanChange::Assign(_)) => 1,
        _ => 3,
    };
    commands.iter().max_by_key(weight).map_or_else(|| Message::new("step-change"), |it| title_of(it, project))
}

fn in_plan(change: &PlanChange, plan: &Plan) -> Message {
    let area_name = |id: AreaId| plan.area(id).map_or("", |it| it.name.as_str());
    match change {
        PlanChange::Rename(name) => Message::new("step-plan-renamed").with("from", plan.name.as_str()).with("to", name.as_str()),
        PlanChange::Describe(_) => Message::new("step-plan-described").with("plan", plan.name.as_str()),
        PlanChange::Protect(true) => Message::new("step-plan-protected").with("plan", plan.name.as_str()),
        PlanChange::Protect(false) => Message::new("step-plan-opened").with("plan", plan.name.as_str()),
        PlanChange::SetTarget(_) => Message::new("step-target").with("plan", plan.name.as_str()),
        PlanChange::SetBalance(_) => Message::new("step-balance").with("plan", plan.name.as_str()),
        PlanChange::Assign(moves) => assigned(moves.len(), moves.values().copied(), &area_name),
        PlanChange::AddArea { area, .. } => Message::new("step-area-added").with("area", area.name.as_str()),
        PlanChange::RemoveArea(id) => Message::new("step-area-removed").with("area", area_name(*id)),
        PlanChange::RenameArea(id, name) => Message::new("step-area-renamed").with("from", area_name(*id)).with("to", name.as_str()),
        PlanChange::RecodeArea(id, code) => Message::new("step-area-recoded").with("area", area_name(*id)).with("code", code.as_str()),
        PlanChange::RecolourArea(id, _) => Message::new("step-area-recoloured").with("area", area_name(*id)),
        PlanChange::SetReason(id, _) => Message::new("step-reason").with("area", area_name(*id)),
        PlanChange::SetLocks(locks) => {
            let locked = locks.values().any(|it| *it != Lock::Free);
            match (locks.keys().next(), locks.len()) {
                (Some(id), 1) => Message::new(if locked { "step-area-locked" } else { "step-area-unlocked" }).with("area", area_name(*id)),
                _ => Message::new(if locked { "step-all-locked" } else { "step-all-unlocked" }),
            }
        }
    }
}

/// „12 Gebiete → Südharz“, „3 Gebiete herausgenommen“, or both directions in one stroke.
fn assigned<'a>(count: usize, targets: impl Iterator<Item = Option<AreaId>>, area_name: &impl Fn(AreaId) -> &'a str) -> Message {
    let mut targets: Vec<Option<AreaId>> = targets.collect();
    targets.sort();
    targets.dedup();
    match targets.as_slice() {
        [Some(id)] => Message::new("step-assigned").with("count", count).with("area", area_name(*id)),
        [None] => Message::new("step-unassigned").with("count", count),
        _ => Message::new("step-assigned-several").with("count", count).with("areas", targets.len()),
    }
}

fn in_views(change: &ViewChange, project: &Project) -> Message {
    let name = |id| project.view(id).map_or("", |it| it.title.as_str());
    match change {
        ViewChange::Add { view, .. } => Message::new("step-view-added").with("view", view.title.as_str()),
        ViewChange::Remove(id) => Message::new("step-view-removed").with("view", name(*id)),
        ViewChange::Replace(view) => Message::new("step-view-changed").with("view", view.title.as_str()),
        ViewChange::Move(id, _) => Message::new("step-view-moved").with("view", name(*id)),
    }
}
