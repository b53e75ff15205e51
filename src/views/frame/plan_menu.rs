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

/// The plan's tab becomes a field for its name.
pub fn rename_plan(ctx: &Context, plan: &Plan) {
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
    let entry = |ui: &mut Ui, key: &str, icon| {
        let clicked = ui.add(MenuItem::new(&words.say(key)).icon(icon)).clicked();
        if clicked {
            ui.close();
        }
        clicked
    };
    if entry(ui, "frame-plan-duplicate", Icon::Copy) {
        asked.push(Action::Plan(PlanWork::Duplicate(plan.id)));
    }
    if entry(ui, "frame-plan-rename", Icon::Edit) {
        rename_plan(ui.ctx(), plan);
    }
    if entry(ui, "frame-plan-describe", Icon::Comment) {
        plan_description::begin(ui, plan);
    }
    let (protect, icon) = if plan.untouchable { ("frame-plan-unprotect", Icon::Unlock) } else { ("frame-plan-protect", Icon::Lock) };
    if entry(ui, protect, icon) {
        asked.push(Action::Plan(PlanWork::Protect(plan.id, !plan.untouchable)));
    }
    ui.add_enabled_ui(!plan.untouchable, |ui| {
        let item = ui.add(MenuItem::new(&words.say("frame-plan-delete")).icon(Icon::Trash));
        let why = plan.untouchable.then(|| words.say_with("project-plan-kept", &[("name", plan.name.as_str().into())]));
        if item.explain(&words.say("frame-plan-delete"), None, why.as_deref()).clicked() {
            ui.close();
            asked.push(Action::Plan(PlanWork::Delete(plan.id)));
        }
    });
}
