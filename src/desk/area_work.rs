//! Work on areas as commands: new, merge, split off, delete, lock.

use std::collections::BTreeMap;

use crate::{
    analysis::draft::{self, WhyNot},
    desk::action::AreaWork,
    model::{
        colouring::fresh_colour,
        id::{AreaId, DistrictKey, PlanId},
        plan::Plan,
        planning_area::{Colour, Lock, PlanningArea},
    },
    project::{Command, PlanChange},
    words::Words,
};

/// What a piece of work comes to: the command, and the area that is worked on next.
pub struct Wanted {
    /// The command.
    pub command: Command,
    /// The area that becomes target and selection.
    pub then: Option<AreaId>,
}

/// The lock that forbids a piece of work: an area that gives nothing away is not merged into another, split or deleted.
pub fn forbidden(work: &AreaWork, plan: &Plan) -> Option<WhyNot> {
    match work {
        AreaWork::Merge { into, from } => draft::forbidden(plan, Some(*from), Some(*into)),
        AreaWork::SplitOff(area) | AreaWork::SplitParts(area) | AreaWork::Delete(area) => draft::forbidden(plan, Some(*area), None),
        _ => None,
    }
}

/// Which areas districts border on.
pub type Beside<'a> = &'a dyn Fn(&[DistrictKey]) -> Vec<AreaId>;

/// The command for a piece of work on `plan`. `chosen` are the districts that are selected; `parts` lists the parts of
/// the area in question, largest first; `beside` tells which areas districts border on. `None` where there is nothing to do.
pub fn command_for(
    work: &AreaWork,
    plan: &Plan,
    chosen: &[DistrictKey],
    parts: &[Vec<DistrictKey>],
    beside: Beside<'_>,
    words: &Words,
) -> Option<Wanted> {
    let change = |it| Some(Wanted { command: Command::InPlan(plan.id, it), then: None });
    match work {
        AreaWork::New => Some(new_area(plan, words)),
        AreaWork::Rename(area, name) if plan.area(*area)?.name == *name => None,
        AreaWork::Rename(area, name) => change(PlanChange::RenameArea(*area, name.trim().to_owned())),
        AreaWork::Recolour(area, number) => change(PlanChange::RecolourArea(*area, Colour::of_area(*number))),
        AreaWork::Reason(area, text) if plan.area(*area)?.reason == *text => None,
        AreaWork::Reason(area, text) => change(PlanChange::SetReason(*area, text.clone())),
        AreaWork::Merge { into, from } => merge(plan, *into, *from),
        AreaWork::SplitOff(area) => split_off(plan, *area, &[chosen.to_vec()], beside, words),
        AreaWork::SplitParts(area) => split_off(plan, *area, parts.get(1..)?, beside, words),
        AreaWork::Delete(area) => Some(delete(plan, *area)),
        AreaWork::Lock(area, lock) => change(PlanChange::SetLocks(BTreeMap::from([(*area, *lock)]))),
        AreaWork::LockAll(lock) => lock_all(plan, *lock),
    }
}

fn new_area(plan: &Plan, words: &Words) -> Wanted {
    let area = fresh_area(plan, 0, &[], words);
    let id = area.id;
    let change = PlanChange::AddArea { position: plan.areas.len(), area: Box::new(area) };
    Wanted { command: Command::InPlan(plan.id, change), then: Some(id) }
}

/// The `ahead`-th of several areas that are about to be made.
fn fresh_area(plan: &Plan, ahead: u32, beside: &[AreaId], words: &Words) -> PlanningArea {
    let id = AreaId(plan.next_area_id().0.saturating_add(ahead));
    let mut codes = (1_u32..).map(|it| format!("R{it}")).filter(|code| plan.areas.iter().all(|area| area.code != *code));
    let code = codes.nth(ahead as usize).unwrap_or_default();
    let number = code.trim_start_matches('R').to_owned();
    PlanningArea {
        id,
        name: words.say_with("area-new-name", &[("number", number.into())]),
        code,
        colour: free_colour(plan, ahead as usize, beside),
        reason: String::new(),
        lock: Lock::Free,
    }
}

/// A colour unlike those beside it and unlike those in use; the `ahead`-th of several areas looks unlike the ones made before it.
fn free_colour(plan: &Plan, ahead: usize, beside: &[AreaId]) -> Colour {
    let mut used: Vec<Colour> = plan.areas.iter().map(|it| it.colour).collect();
    let mut beside: Vec<Colour> = beside.iter().filter_map(|it| plan.area(*it)).map(|it| it.colour).collect();
    for _ in 0..ahead.min(Colour::AREAS.len()) {
        let before = fresh_colour(&beside, &used);
        used.push(before);
        beside.push(before);
    }
    fresh_colour(&beside, &used)
}

fn moves_of(plan: &Plan, area: AreaId, to: Option<AreaId>) -> BTreeMap<DistrictKey, Option<AreaId>> {
    plan.districts_of(area).map(|it| (it.clone(), to)).collect()
}

fn merge(plan: &Plan, into: AreaId, from: AreaId) -> Option<Wanted> {
    if into == from {
        return None;
    }
    let mut then = vec![PlanChange::RemoveArea(from)];
    then.extend(joined_reason(plan, into, from).map(|it| PlanChange::SetReason(into, it)));
    Some(Wanted { command: together(plan.id, moves_of(plan, from, Some(into)), then), then: Some(into) })
}

/// What was written about the border of an area that goes stays with the one that takes its districts.
fn joined_reason(plan: &Plan, into: AreaId, from: AreaId) -> Option<String> {
    let [kept, gone] = [into, from].map(|it| plan.area(it).map(|it| it.reason.trim()).unwrap_or_default());
    let new = !gone.is_empty() && !kept.contains(gone);
    new.then(|| [kept, gone].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join("\n\n"))
}

fn delete(plan: &Plan, area: AreaId) -> Wanted {
    Wanted { command: together(plan.id, moves_of(plan, area, None), vec![PlanChange::RemoveArea(area)]), then: None }
}

/// The districts leave first, so that an area that goes is empty.
fn together(plan: PlanId, moves: BTreeMap<DistrictKey, Option<AreaId>>, then: Vec<PlanChange>) -> Command {
    let assign = (!moves.is_empty()).then_some(PlanChange::Assign(moves));
    Command::Together(assign.into_iter().chain(then).map(|it| Command::InPlan(plan, it)).collect())
}

/// Each group of districts becomes an area of its own, placed behind the one it came from.
fn split_off(plan: &Plan, area: AreaId, groups: &[Vec<DistrictKey>], beside: Beside<'_>, words: &Words) -> Option<Wanted> {
    let position = plan.position(area)?;
    let mut commands = Vec::new();
    let mut first = None;
    for (ahead, group) in (0_u32..).zip(groups.iter().filter(|it| !it.is_empty())) {
        let fresh = fresh_area(plan, ahead, &beside(group), words);
        let id = fresh.id;
        let moves: BTreeMap<_, _> =
            group.iter().filter(|it| plan.area_of.get(it) == Some(&area)).map(|it| (it.clone(), Some(id))).collect();
        if moves.is_empty() {
            continue; // an area of nothing is not split off
        }
        first = first.or(Some(id));
        commands.push(Command::InPlan(plan.id, PlanChange::AddArea { position: position + 1 + ahead as usize, area: Box::new(fresh) }));
        commands.push(Command::InPlan(plan.id, PlanChange::Assign(moves)));
    }
    Some(Wanted { command: Command::Together(commands), then: Some(first?) })
}

fn lock_all(plan: &Plan, lock: Lock) -> Option<Wanted> {
    let locks: BTreeMap<_, _> = plan.areas.iter().filter(|it| it.lock != lock).map(|it| (it.id, lock)).collect();
    (!locks.is_empty()).then_some(Wanted { command: Command::InPlan(plan.id, PlanChange::SetLocks(locks)), then: None })
}
