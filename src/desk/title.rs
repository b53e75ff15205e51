//! What a step was, in the planner's words: the lines of the history.

mod classing;

use std::collections::BTreeMap;

use crate::{
    model::{
        catalog::Catalog,
        id::{AreaId, DistrictKey, IndicatorId, PlanId},
        plan::{Plan, Target},
        planning_area::{Lock, PlanningArea},
    },
    project::{Command, PlanChange, Project, ViewChange},
    words::{Arg, Message, say},
};

/// Where districts go, as a step holds it.
type Moves = BTreeMap<DistrictKey, Option<AreaId>>;

/// The title of a command, told before it is applied, so that old names are still there. Names of districts and indicators are
/// the catalog's.
pub fn title_of(command: &Command, project: &Project, catalog: &Catalog) -> Message {
    match command {
        Command::Rename(name) => Message::new("step-rename-project").with("name", name.as_str()),
        Command::UseSources(sources) if sources.len() > project.sources.len() => {
            let added = sources.iter().find(|it| !project.sources.contains(it));
            Message::new("step-source-added").with("file", added.map_or("", |it| it.file_name.as_str()))
        }
        Command::UseSources(_) => Message::new("step-sources"),
        Command::SetCity(_) => Message::new("step-city"),
        Command::SetTerms(_) => Message::new("step-terms"),
        Command::SetClassing(indicator, wanted) => {
            let name = catalog.find(indicator).map_or(indicator.as_str(), |it| it.indicator.name.as_str());
            classing::changed(name, project.classing.get(indicator), wanted.as_ref())
        }
        Command::AddPlan { plan, .. } => Message::new("step-plan-added").with("plan", plan.name.as_str()),
        Command::RemovePlan(id) => Message::new("step-plan-removed").with("plan", project.plan(*id).map_or("", |it| it.name.as_str())),
        Command::InPlan(id, change) => match project.plan(*id) {
            Some(plan) => in_plan(change, plan, catalog),
            None => Message::new("step-change"),
        },
        Command::InViews(change) => in_views(change, project),
        Command::Together(commands) => together(commands, project, catalog),
    }
}

/// Merging and splitting have words of their own; else the weightiest of several commands speaks for all: an area that comes or
/// goes before the districts that move with it.
fn together(commands: &[Command], project: &Project, catalog: &Catalog) -> Message {
    if let Some(title) = merged_or_split(commands, project, catalog) {
        return title;
    }
    let weight = |it: &&Command| match it {
        Command::InPlan(_, PlanChange::RemoveArea(_) | PlanChange::AddArea { .. }) => 2,
        Command::InPlan(_, PlanChange::Assign(_)) => 1,
        _ => 3,
    };
    commands.iter().max_by_key(weight).map_or_else(|| Message::new("step-change"), |it| title_of(it, project, catalog))
}

/// The title of a step in which districts of one area all go to another that takes its place, or to new ones beside it.
fn merged_or_split(commands: &[Command], project: &Project, catalog: &Catalog) -> Option<Message> {
    let (mut at, mut moves, mut added, mut removed) = (None::<PlanId>, Moves::new(), Vec::<&PlanningArea>::new(), Vec::new());
    for command in commands {
        let Command::InPlan(plan, change) = command else { return None };
        if *at.get_or_insert(*plan) != *plan {
            return None;
        }
        match change {
            PlanChange::Assign(some) => moves.extend(some.iter().map(|(key, area)| (key.clone(), *area))),
            PlanChange::AddArea { area, .. } => added.push(area),
            PlanChange::RemoveArea(id) => removed.push(*id),
            _ => return None,
        }
    }
    let plan = project.plan(at?)?;
    let from = one(moves.keys().map(|it| plan.area_of.get(it).copied()))??;
    let from_name = plan.area(from)?.name.as_str();
    match (added.as_slice(), removed.as_slice()) {
        ([], [gone]) if *gone == from => {
            let into = plan.area(one(moves.values().copied())??)?;
            Some(Message::new("step-merged").with("from", from_name).with("into", into.name.as_str()))
        }
        ([new], []) if one(moves.values().copied()) == Some(Some(new.id)) => {
            let (area, names) = (new.name.as_str(), names_of(&moves, catalog));
            Some(match names.as_slice() {
                [only] => Message::new("step-split-off-one").with("district", *only).with("from", from_name).with("area", area),
                [one, two] => {
                    Message::new("step-split-off-two").with("first", *one).with("second", *two).with("from", from_name).with("area", area)
                }
                _ => Message::new("step-split-off").with("count", moves.len()).with("from", from_name).with("area", area),
            })
        }
        ([_, _, ..], []) => Some(Message::new("step-split-parts").with("from", from_name).with("count", added.len() + 1)),
        _ => None,
    }
}

/// What all of them are; `None` where they differ or there are none.
fn one<T: PartialEq>(mut all: impl Iterator<Item = T>) -> Option<T> {
    let first = all.next()?;
    all.all(|it| it == first).then_some(first)
}

/// The names of one or two districts; of more, none.
fn names_of<'a>(moves: &'a Moves, catalog: &'a Catalog) -> Vec<&'a str> {
    let name = |key: &'a DistrictKey| {
        let found = catalog.register.find(key).and_then(|it| catalog.register.get(it));
        found.map_or(key.as_str(), |it| it.name.as_str())
    };
    if moves.len() > 2 { Vec::new() } else { moves.keys().map(name).collect() }
}

fn in_plan(change: &PlanChange, plan: &Plan, catalog: &Catalog) -> Message {
    let area_name = |id: AreaId| plan.area(id).map_or("", |it| it.name.as_str());
    match change {
        PlanChange::Rename(name) => Message::new("step-plan-renamed").with("from", plan.name.as_str()).with("to", name.as_str()),
        PlanChange::Describe(_) => Message::new("step-plan-described").with("plan", plan.name.as_str()),
        PlanChange::Protect(true) => Message::new("step-plan-protected").with("plan", plan.name.as_str()),
        PlanChange::Protect(false) => Message::new("step-plan-opened").with("plan", plan.name.as_str()),
        PlanChange::SetTarget(to) => {
            let (plan, from, to) = (plan.name.as_str(), target(&plan.target), target(to));
            say!("step-target-changed", plan, from, to)
        }
        PlanChange::SetBalance(to) => {
            let (plan, from, to) = (plan.name.as_str(), balanced(plan.balance.as_ref(), catalog), balanced(to.as_ref(), catalog));
            say!("step-balance-changed", plan, from, to)
        }
        PlanChange::Assign(moves) => assigned(moves, catalog, &area_name),
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

/// What each area should hold, in words.
fn target(target: &Target) -> Arg {
    match target {
        Target::Mean => Message::new("planning-target-mean").into(),
        Target::MeanBesideCity => Message::new("planning-target-beside-city").into(),
        Target::Fixed(number) => Arg::Decimal(*number, 0),
    }
}

fn balanced(indicator: Option<&IndicatorId>, catalog: &Catalog) -> Arg {
    match indicator {
        None => Message::new("planning-balance-people").into(),
        Some(id) => catalog.find(id).map_or(id.as_str(), |it| it.indicator.name.as_str()).into(),
    }
}

/// „Friedland → Südharz“, „12 Gebiete → Südharz“, „3 Gebiete herausgenommen“, or several directions in one stroke.
fn assigned<'a>(moves: &Moves, catalog: &Catalog, area_name: &impl Fn(AreaId) -> &'a str) -> Message {
    let mut targets: Vec<Option<AreaId>> = moves.values().copied().collect();
    targets.sort();
    targets.dedup();
    let (count, names) = (moves.len(), names_of(moves, catalog));
    match (targets.as_slice(), names.as_slice()) {
        ([Some(id)], [only]) => Message::new("step-assigned-one").with("district", *only).with("area", area_name(*id)),
        ([Some(id)], [first, second]) => {
            Message::new("step-assigned-two").with("first", *first).with("second", *second).with("area", area_name(*id))
        }
        ([Some(id)], _) => match uninhabited(moves, catalog) {
            0 => Message::new("step-assigned").with("count", count).with("area", area_name(*id)),
            empty => Message::new("step-assigned-uninhabited").with("count", count).with("empty", empty).with("area", area_name(*id)),
        },
        ([None], [only]) => Message::new("step-unassigned-one").with("district", *only),
        ([None], [first, second]) => Message::new("step-unassigned-two").with("first", *first).with("second", *second),
        ([None], _) => Message::new("step-unassigned").with("count", count),
        _ => Message::new("step-assigned-several").with("count", count).with("areas", targets.len()),
    }
}

/// How many of them nobody lives in: they rarely belong to an area, so the step tells.
fn uninhabited(moves: &Moves, catalog: &Catalog) -> usize {
    let nobody = catalog.uninhabited();
    moves.keys().filter_map(|it| catalog.register.find(it)).filter(|it| nobody(*it)).count()
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
