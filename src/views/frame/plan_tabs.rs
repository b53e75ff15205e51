//! The tabs of the plans above the map, with undo, redo and what lies beside the map.

use eframe::egui::{Align, Context, Id, Layout, TextEdit, Ui};

use crate::{
    desk::{
        Desk,
        action::{Action, LookAt, PlanWork},
        look::Drawer,
    },
    model::{id::PlanId, plan::Plan},
    views::{
        frame::plan_description,
        icons::Icon,
        theme::Theme,
        widgets::{Button, Explain as _, MenuItem, icon_button, tab},
    },
};

/// The strip.
pub fn plan_tabs_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let rect = ui.max_rect();
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Theme::of(ui.ctx()).separator());
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        let room = ui.available_width() - if ui.available_width() < 1_000.0 { 220.0 } else { 400.0 };
        eframe::egui::ScrollArea::horizontal()
            .scroll_bar_visibility(eframe::egui::scroll_area::ScrollBarVisibility::AlwaysHidden)
            .max_width(room.max(160.0))
            .auto_shrink([true, false])
            .show(ui, |ui| {
                ui.horizontal_centered(|ui| {
                    desk.project().plans.iter().for_each(|it| plan_tab(ui, desk, it, asked));
                    if icon_button(ui, Icon::Plus, &desk.words().say("frame-new-plan"), None).clicked() {
                        asked.push(Action::Plan(PlanWork::New));
                    }
                });
            });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| steps_ui(ui, desk, asked));
    });
    plan_description::plan_description_ui(ui, desk, asked);
}

/// The plan's tab becomes a field for its name.
pub fn rename_plan(ctx: &Context, plan: &Plan) {
    ctx.data_mut(|it| it.insert_temp(Id::unique(("renaming plan", plan.id.0)), plan.name.clone()));
    ctx.request_repaint();
}

fn plan_tab(ui: &mut Ui, desk: &Desk, plan: &Plan, asked: &mut Vec<Action>) {
    let chosen = desk.look().plan == Some(plan.id);
    let renaming = Id::unique(("renaming plan", plan.id.0));
    if let Some(name) = ui.data(|it| it.get_temp::<String>(renaming)) {
        return rename_ui(ui, desk, plan.id, (name, renaming), asked);
    }
    let mut response = tab(ui, &plan.name, plan.untouchable.then_some(Icon::Lock), chosen, false);
    if !plan.description.is_empty() {
        response = response.explain(&plan.description, None, None);
    }
    if response.clicked() {
        asked.push(Action::Look(LookAt::Plan(plan.id)));
    }
    if response.double_clicked() || (chosen && response.has_focus() && ui.input(|it| it.key_pressed(eframe::egui::Key::F2))) {
        rename_plan(ui.ctx(), plan);
    }
    response.context_menu(|ui| plan_menu_ui(ui, desk, plan, asked));
    if chosen {
        let name = desk.words().say_with("frame-plan-menu", &[("plan", plan.name.as_str().into())]);
        crate::views::widgets::menu_button(ui, Icon::ChevronDown, &name, |ui| plan_menu_ui(ui, desk, plan, asked));
    }
}

fn plan_menu_ui(ui: &mut Ui, desk: &Desk, plan: &Plan, asked: &mut Vec<Action>) {
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

fn rename_ui(ui: &mut Ui, desk: &Desk, plan: PlanId, (mut name, id): (String, Id), asked: &mut Vec<Action>) {
    let said = desk.words().say("frame-plan-name");
    let edit = ui.add(TextEdit::singleline(&mut name).desired_width(140.0).id(id.with("field")));
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

fn steps_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let words = desk.words();
    let narrow = ui.available_width() < 360.0;
    for (drawer, icon, key) in [
        (Drawer::Views, Icon::Star, "frame-views"),
        (Drawer::Table, Icon::Table, "frame-table"),
        (Drawer::History, Icon::History, "frame-history"),
    ] {
        let name = words.say(key);
        let open = desk.look().drawer == drawer;
        let text = if narrow { "" } else { name.as_str() };
        if ui.add(Button::quiet(text).icon(icon).chosen(open).name(&name)).clicked() {
            asked.push(Action::Look(LookAt::Drawer(if open { Drawer::Closed } else { drawer })));
        }
    }
    let ctrl = |key: &str| words.say_with("key-ctrl", &[("key", key.into())]);
    ui.add_enabled_ui(desk.history().to_redo().is_some(), |ui| {
        if icon_button(ui, Icon::Redo, &words.say("frame-redo"), Some(&ctrl("Y"))).clicked() {
            asked.push(Action::Redo);
        }
    });
    ui.add_enabled_ui(desk.history().to_undo().is_some(), |ui| {
        if icon_button(ui, Icon::Undo, &words.say("frame-undo"), Some(&ctrl("Z"))).clicked() {
            asked.push(Action::Undo);
        }
    });
}
