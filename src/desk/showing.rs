//! Saved views: keeping what is seen, finding the next one.

use crate::{
    desk::look::{Colouring, Look},
    model::{classing::Classing, id::ViewId, saved_view::SavedView},
    project::{Command, Project, ViewChange},
};

/// What is seen now, as a view under `id`. The classes are kept with it, so that it looks the same next year.
pub fn view_of(look: &Look, id: ViewId, title: String, sentence: String, classing: Option<Classing>) -> SavedView {
    SavedView {
        id,
        title,
        sentence,
        plan: look.plan,
        indicator: look.indicator.clone().filter(|_| look.colouring == Colouring::Indicator),
        period: look.period.clone(),
        level: look.level,
        classing,
        extent: look.extent,
        selection: look.selection.clone(),
        with_city: look.with_city,
    }
}

/// The planner looks at a saved view; what the view doesn't say (tool, drawer, profile) stays.
pub fn look_at(look: &mut Look, view: &SavedView) {
    look.plan = view.plan.or(look.plan);
    look.colouring = if view.indicator.is_some() { Colouring::Indicator } else { Colouring::Areas };
    look.indicator = view.indicator.clone().or_else(|| look.indicator.take());
    look.period = view.period.clone();
    look.level = view.level;
    look.extent = view.extent;
    look.selection = view.selection.clone();
    look.with_city = view.with_city;
    look.classes_of = view.classing.is_some().then_some(view.id);
}

/// The view so many places further on, staying at the ends.
pub fn step_from(project: &Project, current: ViewId, steps: i64) -> Option<ViewId> {
    let at = project.views.iter().position(|it| it.id == current)?;
    let last = project.views.len().checked_sub(1)?;
    let to = i64::try_from(at).ok()?.saturating_add(steps).clamp(0, i64::try_from(last).ok()?);
    project.views.get(usize::try_from(to).ok()?).map(|it| it.id)
}

/// The command that moves a view one or more places; `None` at the ends.
pub fn move_command(project: &Project, view: ViewId, steps: i32) -> Option<Command> {
    let at = project.views.iter().position(|it| it.id == view)?;
    let to = i64::try_from(at).ok()? + i64::from(steps);
    let to = usize::try_from(to).ok().filter(|it| *it < project.views.len() && *it != at)?;
    Some(Command::InViews(ViewChange::Move(view, to)))
}
