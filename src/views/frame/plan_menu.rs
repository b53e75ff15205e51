//! What can be done with a plan: the menu at its tab, and the field in which it gets another name.

use eframe::egui::{Context, Id, TextEdit, Ui};

use crate::{
    desk::{
        Desk,
        action::{Action, PlanWork},
    },
    model::{id::PlanId, plan::Plan},
    views::{
        frame::plan_description,
        icons::Icon,
        widgets::{Explain as _, MenuItem},
    },
};

/// Width of the field for a plan's name, in points.
pub(super) const NAME_FIELD: f32 = 140.0;

fn renaming(plan: PlanId) -> Id {
    Id::unique(("renaming plan", plan.0))
}

/// The plan's tab becomes a field for its name; the starting plan keeps the one it has.
pub fn rename_plan(ctx: &Context, plan: &Plan) {
    if plan.is_starting() {
        return;
    }
    ctx.data_mut(|it| it.insert_temp(renaming(plan.id), plan.name.clone()));
    ctx.request_repaint();
}

/// Whether the plan's tab is a field for its name now.
pub(super) fn is_renamed(ui: &Ui, plan: PlanId) -> bool {
    ui.data(|it| it.get_temp::<String>(renaming(plan)).is_some())
}

/// The field for the plan's name; Enter or leaving it keeps what was typed, Escape doesn't.
pub(super) fn rename_ui(ui: &mut Ui, desk: &Desk, plan: PlanId, asked: &mut Vec<Action>) {
    let id = renaming(plan);
    let Some(mut name) = ui.data(|it| it.get_temp::<String>(id)) else { return };
    let said = desk.words().say("frame-plan-name");
    let edit = ui.add(TextEdit::singleline(&mut name).desired_width(NAME_FIELD).id(id.with("field")));
    edit.widget_info(|| eframe::egui::WidgetInfo::labeled(eframe::egui::Role::TextInput, true, &said));
    if !edit.has_focus() && !edit.lost_focus() {
        edit.request_focus();
    }
    let escaped = ui.input(|it| it.key_pressed(eframe::egui::Key::Escape));
    if edit.lost_focus() {
        ui.data_mut(|it| it.remove::<String>(id));
        if !escaped {
            asked.push(Action::Plan(PlanWork::Rename(plan, name)));
        }
    } else {
        ui.data_mut(|it| it.insert_temp(id, name));
    }
}

/// The entries of the menu.
pub(super) fn plan_menu_ui(ui: &mut Ui, desk: &Desk, plan: &Plan, asked: &mut Vec<Action>) {
    let words = desk.words();
    // What cannot be had is grey and says why, and what to do instead.
    let entry = |ui: &mut Ui, key: &str, icon, why: Option<&str>| {
        let item = |ui: &mut Ui| ui.add(MenuItem::new(&words.say(key)).icon(icon));
        let response = match why {
            None => item(ui),
            Some(why) => ui.add_enabled_ui(false, item).inner.explain(&words.say(key), None, Some(why)),
        };
        let clicked = why.is_none() && response.clicked();
        if clicked {
            ui.close();
        }
        clicked
    };
    let refused = |key: &str| words.say_with(key, &[("name", plan.name.as_str().into())]);
    let starting = plan.is_starting().then(|| refused("project-starting-plan"));
    let stays = starting.as_deref();
    if entry(ui, "frame-plan-duplicate", Icon::Copy, None) {
        asked.push(Action::Plan(PlanWork::Duplicate(plan.id)));
    }
    if entry(ui, "frame-plan-rename", Icon::Edit, stays) {
        rename_plan(ui.ctx(), plan);
    }
    if entry(ui, "frame-plan-describe", Icon::Comment, stays) {
        plan_description::begin(ui, plan);
    }
    let (protect, icon) = if plan.untouchable { ("frame-plan-unprotect", Icon::Unlock) } else { ("frame-plan-protect", Icon::Lock) };
    if stays.is_none() && entry(ui, protect, icon, None) {
        asked.push(Action::Plan(PlanWork::Protect(plan.id, !plan.untouchable)));
    }
    let kept = starting.or_else(|| plan.untouchable.then(|| refused("project-plan-kept")));
    if entry(ui, "frame-plan-delete", Icon::Trash, kept.as_deref()) {
        asked.push(Action::Plan(PlanWork::Delete(plan.id)));
    }
}
