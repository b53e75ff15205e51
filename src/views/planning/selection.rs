//! The foot of the right panel: the chosen area or districts over time, why the border runs here, or what can be done with it.

use eframe::egui::{
    Align, Context, Id, Key, Layout, Modifiers, Ui,
    text::{CCursor, CCursorRange},
    text_edit::TextEditState,
};

use crate::{
    desk::{
        Desk,
        action::{Action, LookAt},
    },
    model::{id::AreaId, plan::Plan, planning_area::PlanningArea},
    views::{
        icons::Icon,
        planning::{area_details, kept, parts, shown::colour, trend},
        theme::text,
        widgets::{Button, Explain as _, area_chip, icon_button},
    },
};

/// Below this height of the window's content the chart waits until it is opened.
const ROOM_FOR_CHART: f32 = 780.0;

/// The foot; nothing where nothing is chosen and no indicator is shown.
pub(super) fn selection_ui(ui: &mut Ui, desk: &Desk, plan: &Plan, asked: &mut Vec<Action>) {
    let area = desk.look().selection.area.and_then(|it| plan.area(it));
    let drawing = desk.look().tool.draws();
    if let Some(area) = area {
        rename_key(ui, desk, area, asked);
        if desk.look().open_areas.contains(&area.id) {
            parts::rule(ui);
            return area_details::area_details_ui(ui, desk, plan, area, asked);
        }
        if drawing {
            parts::rule(ui);
            head_ui(ui, desk, area, asked);
            return parts::padded(ui, 6, |ui| area_details::reason_ui(ui, desk, plan, area, asked));
        }
    }
    if drawing {
        return;
    }
    without_area_ui(ui, desk, area, asked);
}

/// What there is to say without a chosen area: the chosen districts over time.
pub(super) fn without_area_ui(ui: &mut Ui, desk: &Desk, area: Option<&PlanningArea>, asked: &mut Vec<Action>) {
    if desk.shown_indicator().is_none() {
        return;
    }
    parts::rule(ui);
    trend_ui(ui, desk, area, asked);
}

/// F2 opens the name of the chosen area.
fn rename_key(ui: &mut Ui, desk: &Desk, area: &PlanningArea, asked: &mut Vec<Action>) {
    if !ui.input_mut(|it| it.consume_key(Modifiers::NONE, Key::F2)) {
        return;
    }
    rename_area(ui.ctx(), desk, area.id, asked);
}

/// Opens the details of an area with the field of its name ready to be written in.
pub fn rename_area(ctx: &Context, desk: &Desk, area: AreaId, asked: &mut Vec<Action>) {
    if !desk.look().open_areas.contains(&area) {
        asked.push(Action::Look(LookAt::ToggleArea(area)));
    }
    let Some(plan) = desk.shown_plan() else { return };
    let name = area_details::name_id(plan.id, area);
    let letters = plan.area(area).map_or(0, |it| it.name.chars().count());
    let mut state = TextEditState::load(ctx, name).unwrap_or_default();
    state.cursor.set_char_range(Some(CCursorRange::two(CCursor::new(0), CCursor::new(letters))));
    state.store(ctx, name);
    ctx.data_mut(|it| it.remove::<Id>(area_details::naming_id()));
    ctx.memory_mut(|it| it.request_focus(name));
    ctx.request_repaint();
}

/// The same for an area that was just made: Enter takes the name, Escape keeps the usual one, and both fold the details again.
pub fn name_area(ctx: &Context, desk: &Desk, area: AreaId, asked: &mut Vec<Action>) {
    rename_area(ctx, desk, area, asked);
    if let Some(plan) = desk.shown_plan() {
        ctx.data_mut(|it| it.insert_temp(area_details::naming_id(), area_details::name_id(plan.id, area)));
    }
}

/// Chip and name, and the way to everything that can be done with the area.
fn head_ui(ui: &mut Ui, desk: &Desk, area: &PlanningArea, asked: &mut Vec<Action>) {
    parts::padded(ui, 5, |ui| {
        ui.horizontal(|ui| {
            area_chip(ui, area.chip(), colour(area.colour), &area.name);
            ui.label(text::title(ui, area.name.as_str()));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| edit_button(ui, desk, area, asked));
        });
    });
}

fn edit_button(ui: &mut Ui, desk: &Desk, area: &PlanningArea, asked: &mut Vec<Action>) {
    let words = desk.words();
    let button = ui.add(Button::link(&words.say("planning-area-edit")));
    if button.explain(&words.say("planning-area-edit-what"), Some("F2"), None).clicked() {
        asked.push(Action::Look(LookAt::ToggleArea(area.id)));
    }
}

/// „6 Südharz im Zeitverlauf“ with the chart below, where there is room or it was opened.
fn trend_ui(ui: &mut Ui, desk: &Desk, area: Option<&PlanningArea>, asked: &mut Vec<Action>) {
    let words = desk.words();
    let id = Id::unique("trend open");
    let open = kept::state(ui, id, ui.ctx().content_rect().height() >= ROOM_FOR_CHART);
    let title = words.say_with("planning-trend", &[("of", trend::selected_name(desk).into())]);
    parts::padded(ui, 5, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                let (icon, name) = match open {
                    true => (Icon::ChevronDown, words.say("planning-trend-close")),
                    false => (Icon::ChevronUp, words.say("planning-trend-open")),
                };
                if icon_button(ui, icon, &name, None).clicked() {
                    kept::set_state(ui, id, !open);
                }
                if let Some(area) = area {
                    edit_button(ui, desk, area, asked);
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    ui.add(eframe::egui::Label::new(text::title(ui, title)).truncate());
                });
            });
        });
        if open {
            trend::trend_chart_ui(ui, desk);
        }
    });
}
