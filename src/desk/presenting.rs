//! Saved views and the wall: what the audience sees, and what may happen in front of it.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    desk::{
        Desk,
        action::Showing,
        errand::Errand,
        look::{Page, Presenting},
        plan_work, showing,
    },
    geometry::DistrictIx,
    model::{
        id::{AreaId, PlanId, ViewId},
        released::Profile,
    },
    project::{Command, PlanChange, ViewChange},
    words::{Message, say},
};

impl Desk {
    pub(super) fn show(&mut self, showing: Showing) -> Vec<Errand> {
        match showing {
            Showing::SaveView { title, sentence } => self.save_view(title, sentence),
            Showing::UpdateView(id) => self.update_view(id),
            Showing::Retitle(id, title, sentence) => self.retitle(id, title, sentence),
            Showing::DeleteView(id) => self.edit(Command::InViews(ViewChange::Remove(id))),
            Showing::MoveView(id, steps) => match showing::move_command(&self.project, id, steps) {
                Some(command) => self.edit(command),
                None => Vec::new(),
            },
            Showing::GoTo(id) => self.go_to_view(id),
            Showing::Start(view) => self.start_presenting(view),
            Showing::Next => self.step_view(1),
            Showing::Back => self.step_view(-1),
            Showing::Black => self.with_wall(|wall| wall.black = !wall.black),
            Showing::Stop => self.stop_presenting(),
            Showing::WhatIf(district, area) => self.what_if(district, area),
            Showing::KeepWhatIf => self.keep_what_if(),
            Showing::DropWhatIf => self.drop_what_if(),
        }
    }

    fn save_view(&mut self, title: String, sentence: String) -> Vec<Errand> {
        let title = if title.trim().is_empty() { self.suggested_title() } else { title.trim().to_owned() };
        let classing = self.classing_to_keep();
        let view = showing::view_of(&self.look, self.project.next_view_id(), title.clone(), sentence.trim().to_owned(), classing);
        let position = self.project.views.len();
        let errands = self.edit(Command::InViews(ViewChange::Add { position, view: Box::new(view) }));
        self.notes.tell(Message::new("desk-view-saved").with("view", title));
        errands
    }

    /// What a view is called when the planner names nothing: indicator and plan.
    pub fn suggested_title(&self) -> String {
        let indicator = self.shown_indicator().map(|it| it.indicator.name.clone());
        let plan = self.shown_plan().map(|it| it.name.clone());
        match (indicator, plan) {
            (Some(indicator), Some(plan)) => format!("{indicator} – {plan}"),
            (Some(name), None) | (None, Some(name)) => name,
            (None, None) => self.project.name.clone(),
        }
    }

    fn update_view(&mut self, id: ViewId) -> Vec<Errand> {
        let Some(old) = self.project.view(id).cloned() else { return Vec::new() };
        let classing = self.classing_to_keep();
        let view = showing::view_of(&self.look, id, old.title, old.sentence, classing);
        self.edit(Command::InViews(ViewChange::Replace(Box::new(view))))
    }

    fn retitle(&mut self, id: ViewId, title: String, sentence: String) -> Vec<Errand> {
        let Some(old) = self.project.view(id).cloned() else { return Vec::new() };
        if title.trim().is_empty() || (old.title == title && old.sentence == sentence) {
            return Vec::new();
        }
        let mut view = old;
        (view.title, view.sentence) = (title, sentence);
        self.edit(Command::InViews(ViewChange::Replace(Box::new(view))))
    }

    fn go_to_view(&mut self, id: ViewId) -> Vec<Errand> {
        if let Some(view) = self.project.view(id).cloned() {
            self.drawing.drop_stroke();
            showing::look_at(&mut self.look, &view);
            self.look.page = Page::Planning;
            self.keep_look_valid();
        }
        Vec::new()
    }

    /// F5: the first view, or the one asked for; while presenting, another one. Without any view, what is seen now is saved
    /// first, so that F5 always shows something.
    fn start_presenting(&mut self, view: Option<ViewId>) -> Vec<Errand> {
        let mut errands = Vec::new();
        if self.project.views.is_empty() && self.file.open {
            errands = self.save_view(String::new(), String::new());
        }
        let Some(view) = view.or(self.project.views.first().map(|it| it.id)) else { return errands };
        if self.look.presenting.is_some() {
            self.put_on_wall(view);
            return errands;
        }
        let (before, taken) = (Box::new(self.look.clone()), self.history.taken());
        self.look.presenting = Some(Presenting { view, black: false, before, what_if: None, limits: None, steps: taken..taken });
        self.put_on_wall(view);
        errands
    }

    /// On the wall nothing is shown that the public may not see.
    fn put_on_wall(&mut self, id: ViewId) {
        let Some(view) = self.project.view(id).cloned() else { return };
        showing::look_at(&mut self.look, &view);
        self.look.profile = self.look.profile.max(Profile::Konferenz);
        self.look.hover = None;
        if let Some(wall) = &mut self.look.presenting {
            wall.view = id;
            wall.black = false;
            wall.limits = None;
        }
        self.keep_look_valid();
        if let Some(copy) = self.look.presenting.as_ref().and_then(|it| it.what_if) {
            self.hold_limits(); // of the plan that the view was saved with
            self.look.plan = Some(copy);
        }
        self.keep_look_valid();
    }

    fn step_view(&mut self, steps: i64) -> Vec<Errand> {
        let Some(wall) = &self.look.presenting else { return Vec::new() };
        if let Some(next) = showing::step_from(&self.project, wall.view, steps) {
            self.put_on_wall(next);
        }
        Vec::new()
    }

    fn stop_presenting(&mut self) -> Vec<Errand> {
        if let Some(wall) = self.look.presenting.take() {
            self.look = *wall.before;
            self.keep_look_valid();
            // Nobody goes on drawing in the copy without having chosen it, and nobody loses it.
            if let Some(copy) = wall.what_if.and_then(|it| self.project.plan(it)) {
                self.notes.tell(say!("desk-what-if-left", plan = copy.name.as_str()));
            }
        }
        Vec::new()
    }

    fn with_wall(&mut self, change: impl FnOnce(&mut Presenting)) -> Vec<Errand> {
        if let Some(wall) = &mut self.look.presenting {
            change(wall);
        }
        Vec::new()
    }

    /// „Was wäre, wenn“: the first change in front of the audience makes a copy, and all happens there.
    fn what_if(&mut self, district: DistrictIx, area: Option<AreaId>) -> Vec<Errand> {
        let Some(key) = self.catalog.register.get(district).map(|it| it.key.clone()) else { return Vec::new() };
        let Some(wall) = self.look.presenting.clone() else { return Vec::new() };
        if self.shown_plan().is_some_and(|it| it.area_of.get(&key).copied() == area) {
            return Vec::new(); // it is there already: no step, and no copy for it
        }
        let mut commands = Vec::new();
        if wall.what_if.is_none() {
            self.hold_limits();
        }
        let copy = match wall.what_if {
            Some(copy) => copy,
            None => match self.copy_for_audience() {
                Some((id, command)) => {
                    commands.push(command);
                    id
                }
                None => return Vec::new(),
            },
        };
        commands.push(Command::InPlan(copy, PlanChange::Assign(BTreeMap::from([(key, area)]))));
        let errands = self.edit_on_wall(Command::Together(commands));
        if self.project.plan(copy).is_some() {
            self.look.plan = Some(copy);
            self.with_wall(|wall| wall.what_if = Some(copy));
        }
        errands
    }

    /// A change in the copy. From now on it is the last that may be taken back here.
    fn edit_on_wall(&mut self, command: Command) -> Vec<Errand> {
        let before = self.history.taken();
        let errands = self.edit(command);
        let after = self.history.taken();
        self.with_wall(|wall| {
            let follows = (wall.steps.start..=wall.steps.end).contains(&before);
            if after > before {
                wall.steps = if follows { wall.steps.start } else { before }..after;
            }
        });
        errands
    }

    /// Whether a step can be taken back; in front of the audience only one that was taken there.
    pub fn may_undo(&self) -> bool {
        let (taken, wall) = (self.history.taken(), self.look.presenting.as_ref());
        self.history.to_undo().is_some() && wall.is_none_or(|it| it.steps.start < taken && taken <= it.steps.end)
    }

    /// Whether a step can be taken again; in front of the audience only one that was taken back there.
    pub fn may_redo(&self) -> bool {
        let (taken, wall) = (self.history.taken(), self.look.presenting.as_ref());
        self.history.to_redo().is_some() && wall.is_none_or(|it| it.steps.contains(&taken))
    }

    /// In front of the audience the last change in the copy is taken back, or again. The map and the banner of the copy show it;
    /// where the copy leaves or comes with it, so does its banner.
    pub(super) fn rewind_on_wall(&mut self, back: bool) -> Vec<Errand> {
        let Some(wall) = self.look.presenting.clone() else { return Vec::new() };
        if !(if back { self.may_undo() } else { self.may_redo() }) {
            return Vec::new();
        }
        if wall.what_if.is_none() {
            self.hold_limits();
        }
        let there: Vec<PlanId> = self.project.plans.iter().map(|it| it.id).collect();
        let project = Arc::make_mut(&mut self.project);
        let done = if back { self.history.undo(project) } else { self.history.redo(project) };
        let errands = self.after_rewind(done.map_err(|it| it.message()), false, None);
        let came = self.project.plans.iter().map(|it| it.id).find(|it| !there.contains(it));
        let copy = came.or(wall.what_if).filter(|it| self.project.plan(*it).is_some());
        self.with_wall(|wall| wall.what_if = copy);
        match copy {
            Some(_) => self.look.plan = copy,
            None => self.put_on_wall(wall.view),
        }
        errands
    }

    /// What is kept is kept: nothing of it is taken back in front of the audience any more.
    fn keep_what_if(&mut self) -> Vec<Errand> {
        let taken = self.history.taken();
        self.with_wall(|wall| (wall.what_if, wall.steps) = (None, taken..taken));
        Vec::new()
    }

    /// The limits of the classes that are seen now hold until another view is shown.
    fn hold_limits(&mut self) {
        let limits = self.limits_as_seen();
        self.with_wall(|wall| wall.limits = limits);
    }

    fn copy_for_audience(&self) -> Option<(PlanId, Command)> {
        let original = self.shown_plan()?;
        let id = self.project.next_plan_id();
        let (day, time) = self.now.split_once('T').unwrap_or((self.now.as_str(), ""));
        let time = format!("{} {time}", self.words.date(day));
        let name = self.name_for_audience(&original.name, time.trim());
        Some((id, Command::AddPlan { position: self.project.plans.len(), plan: Box::new(original.copied(id, name)) }))
    }

    /// What no plan is called yet: a second copy within the same minute has a number.
    fn name_for_audience(&self, original: &str, time: &str) -> String {
        let name = |number: i64| match number {
            1 => self.words.say_with("desk-what-if-name", &[("plan", original.into()), ("time", time.into())]),
            _ => {
                let named = [("plan", original.into()), ("time", time.into()), ("number", number.into())];
                self.words.say_with("desk-what-if-name-again", &named)
            }
        };
        (1..).map(name).find(|it| plan_work::is_free(&self.project, it)).unwrap_or_default()
    }

    /// The copy goes; undoing brings it back like anything else.
    fn drop_what_if(&mut self) -> Vec<Errand> {
        let Some(copy) = self.look.presenting.as_ref().and_then(|it| it.what_if) else { return Vec::new() };
        self.with_wall(|wall| wall.what_if = None);
        let view = self.look.presenting.as_ref().map(|it| it.view);
        let errands = self.edit_on_wall(Command::RemovePlan(copy));
        if let Some(view) = view {
            self.put_on_wall(view);
        }
        errands
    }
}
