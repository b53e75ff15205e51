//! What can be said about and done with the chosen area: name, code, colour, reason, merging, splitting, deleting.

use eframe::egui::{Align, Id, Key, Layout, Popup, Response, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, vec2};

use crate::{
    desk::{
        Desk,
        action::{Action, AreaWork, LookAt},
    },
    model::{
        id::{AreaId, PlanId},
        plan::Plan,
        planning_area::{Colour, PlanningArea},
    },
    project::{Command, PlanChange},
    views::{
        icons::Icon,
        numbers::{opened_ui, rule_card_ui},
        planning::{areas, kept, parts, rules::AreaFigure, shown::colour},
        theme::{CHIP_EDGE, Theme, metrics, text},
        widgets::{
            Button, Explain as _, Field, MenuItem, area_chip, icon_button,
            surface::{announce, focus_ring},
        },
    },
    words::say,
};

/// The field that F2 goes to. Areas of a copied plan have the same numbers: what is typed for one plan never gets into another.
pub(super) fn name_id(plan: PlanId, area: AreaId) -> Id {
    Id::unique(("area name", plan.0, area.0))
}

/// Where the field is remembered in which an area that was just made is being named.
pub(super) fn naming_id() -> Id {
    Id::unique("area being named")
}

/// Everything about the chosen area, at most half as high as the panel.
pub(super) fn area_details_ui(ui: &mut Ui, desk: &Desk, plan: &Plan, area: &PlanningArea, asked: &mut Vec<Action>) {
    let words = desk.words();
    let was_written = kept::typed(ui, name_id(plan.id, area.id)).is_some();
    parts::padded(ui, 5, |ui| {
        ui.horizontal(|ui| {
            area_chip(ui, area.chip(), colour(area.colour), &area.name);
            ui.label(text::title(ui, area.name.as_str()));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if icon_button(ui, Icon::Close, &words.say("planning-area-close"), None).clicked() {
                    asked.push(Action::Look(LookAt::ToggleArea(area.id)));
                }
            });
        });
    });
    let room = ui.ctx().content_rect().height() * 0.5;
    ScrollArea::vertical().max_height(room).min_scrolled_height(room).auto_shrink([false, true]).show(ui, |ui| {
        parts::padded(ui, 4, |ui| {
            if plan.untouchable {
                areas::protected_ui(ui, desk, plan, asked);
            }
            ui.add_enabled_ui(!plan.untouchable, |ui| {
                names_ui(ui, desk, plan, area, asked);
                colours_ui(ui, desk, plan, area, asked);
            });
            reason_ui(ui, desk, plan, area, asked);
            figures_ui(ui, desk, area);
            ui.add_enabled_ui(!plan.untouchable, |ui| work_ui(ui, desk, plan, area, asked));
        });
    });
    if was_written {
        fold_when_named(ui, name_id(plan.id, area.id), area.id, asked);
    }
}

/// Whoever goes on elsewhere without Enter has named a new area as well: its details fold. They stay where one goes on in them.
fn fold_when_named(ui: &Ui, name: Id, area: AreaId, asked: &mut Vec<Action>) {
    let naming = ui.ctx().data(|it| it.get_temp::<Id>(naming_id())) == Some(name);
    if !naming || kept::typed(ui, name).is_some() {
        return;
    }
    ui.ctx().data_mut(|it| it.remove::<Id>(naming_id()));
    let goes_on_here = ui.memory(|it| it.focused()).is_some() || ui.rect_contains_pointer(ui.min_rect());
    if !goes_on_here {
        asked.push(Action::Look(LookAt::ToggleArea(area)));
    }
}

/// Name and code, each unique where it has to be: the sentence says so while it is typed.
fn names_ui(ui: &mut Ui, desk: &Desk, plan: &Plan, area: &PlanningArea, asked: &mut Vec<Action>) {
    let words = desk.words();
    let code_id = Id::unique(("area code", plan.id.0, area.id.0));
    let name_id = name_id(plan.id, area.id);
    let taken = |code: &str| plan.areas.iter().any(|it| it.id != area.id && it.code == code.trim());
    let nameless = kept::typed(ui, name_id).is_some_and(|it| it.trim().is_empty());
    let wrong = kept::typed(ui, code_id).is_some_and(|it| it.trim().is_empty() || taken(&it));
    let (label, code_label) = (words.say("planning-area-name"), words.say("planning-area-code"));
    let (name_error, code_error) = (words.say("planning-area-name-empty"), words.say("planning-area-code-taken"));
    let renamed = |ui: &mut Ui, id, text: &mut String| Field::new(&label).error(nameless.then_some(name_error.as_str())).show(ui, id, text);
    let recoded =
        |ui: &mut Ui, id, text: &mut String| Field::new(&code_label).error(wrong.then_some(code_error.as_str())).show(ui, id, text);
    let naming = ui.ctx().data(|it| it.get_temp::<Id>(naming_id())) == Some(name_id) && kept::typed(ui, name_id).is_some();
    if naming && ui.input(|it| it.key_pressed(Key::Enter) || it.key_pressed(Key::Escape)) {
        ui.ctx().data_mut(|it| it.remove::<Id>(naming_id()));
        asked.push(Action::Look(LookAt::ToggleArea(area.id)));
    }
    ui.horizontal_top(|ui| {
        let width = ui.available_width() - 80.0;
        ui.allocate_ui(vec2(width, 0.0), |ui| {
            let name = kept::edited(ui, name_id, &area.name, renamed);
            asked.extend(name.filter(|it| !it.trim().is_empty()).map(|it| Action::Area(AreaWork::Rename(area.id, it.trim().to_owned()))));
        });
        let code = kept::edited(ui, code_id, &area.code, recoded).map(|it| it.trim().to_owned());
        let change = code.filter(|it| !it.is_empty() && !taken(it)).map(|it| PlanChange::RecodeArea(area.id, it));
        asked.extend(change.map(|it| Action::Edit(Command::InPlan(plan.id, it))));
    });
}

/// The twelve colours; those that other areas have say so.
fn colours_ui(ui: &mut Ui, desk: &Desk, plan: &Plan, area: &PlanningArea, asked: &mut Vec<Action>) {
    let words = desk.words();
    ui.label(text::dense_second(ui, words.say("planning-area-colour")));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(1.0, 2.0);
        for (at, choice) in Colour::AREAS.into_iter().enumerate() {
            let other = plan.areas.iter().find(|it| it.id != area.id && it.colour == choice);
            let name = words.tell(&say!("planning-colour-number", number = at + 1));
            let response = colour_ui(ui, choice, choice == area.colour, &name);
            let clicked = response.clicked();
            let limit = other.map(|it| words.say_with("planning-colour-taken", &[("area", it.name.as_str().into())]));
            let _ = response.explain(&name, None, limit.as_deref());
            if clicked && choice != area.colour {
                asked.push(Action::Area(AreaWork::Recolour(area.id, at)));
            }
        }
    });
}

fn colour_ui(ui: &mut Ui, choice: Colour, chosen: bool, name: &str) -> Response {
    let theme = Theme::of(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(vec2(metrics::HIT, metrics::HIT), Sense::click());
    announce(&response, Role::RadioButton, ui.is_enabled(), Some(chosen), name);
    let square = rect.shrink(if chosen { 3.5 } else { 4.0 });
    ui.painter().rect(square, metrics::CORNER_SMALL, colour(choice), Stroke::new(1.0, CHIP_EDGE), StrokeKind::Inside);
    if chosen {
        ui.painter().rect_stroke(rect.shrink(0.5), metrics::CORNER_CONTROL, Stroke::new(2.0, theme.tokens.acc), StrokeKind::Inside);
    }
    focus_ring(ui, &response, square, metrics::CORNER_SMALL);
    response
}

/// „Warum verläuft die Grenze hier?“: goes into reports.
pub(super) fn reason_ui(ui: &mut Ui, desk: &Desk, plan: &Plan, area: &PlanningArea, asked: &mut Vec<Action>) {
    let words = desk.words();
    let id = Id::unique(("area reason", plan.id.0, area.id.0));
    let (label, hint) = (words.say("planning-area-reason"), words.say("planning-area-reason-hint"));
    ui.add_enabled_ui(!plan.untouchable, |ui| {
        let field = |ui: &mut Ui, id, text: &mut String| Field::new(&label).hint(&hint).rows(3).show(ui, id, text);
        let reason = kept::edited(ui, id, &area.reason, field);
        asked.extend(reason.map(|it| Action::Area(AreaWork::Reason(area.id, it))));
    });
}

/// Every figure of the area; each can be opened.
fn figures_ui(ui: &mut Ui, desk: &Desk, area: &PlanningArea) {
    let Some(row) = desk.released_board().and_then(|it| it.row(area.id)) else { return };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(10.0, 2.0);
        for figure in AreaFigure::DETAILS {
            let Some(said) = figure.said(desk, &row) else { continue };
            let (name, written) = (format!("{}, {said}", area.name), text::dense_second(ui, said.as_str()));
            opened_ui(ui, written, &name, |ui| rule_card_ui(ui, &figure.rule(desk, area, &row, &said)));
        }
    });
}

fn work_ui(ui: &mut Ui, desk: &Desk, plan: &Plan, area: &PlanningArea, asked: &mut Vec<Action>) {
    let words = desk.words();
    let mut ask = |work| asked.push(Action::Area(work));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        let others = plan.areas.len() > 1;
        let merge_text = words.say("planning-merge");
        let button = Button::plain(&merge_text).icon(Icon::Merge).trailing(Icon::ChevronDown).dense();
        let merge = ui.add_enabled(others, button).explain(&words.say("planning-merge-what"), None, None);
        Popup::menu(&merge).gap(4.0).accessible_name(words.say("planning-merge")).show(|ui| {
            for other in plan.areas.iter().filter(|it| it.id != area.id) {
                if ui.add(MenuItem::new(&other.name).chip(other.chip(), colour(other.colour))).clicked() {
                    ask(AreaWork::Merge { into: other.id, from: area.id });
                }
            }
        });
        let own = |key: &crate::model::id::DistrictKey| plan.area_of.get(key) == Some(&area.id);
        let chosen = desk.look().selection.districts.iter().filter(|it| own(it)).count();
        let text = words.tell(&say!("planning-split-off", count = chosen));
        let limit = (chosen == 0).then(|| words.say("planning-split-off-none"));
        let split = ui.add_enabled(chosen > 0, Button::plain(&text).icon(Icon::Split).dense());
        if split.explain(&words.say("planning-split-off-what"), None, limit.as_deref()).clicked() {
            ask(AreaWork::SplitOff(area.id));
        }
        let parts = desk.released_board().and_then(|it| it.row(area.id)).map_or(0, |it| it.parts);
        if parts > 1 {
            let text = words.tell(&say!("planning-split-parts", count = parts));
            if ui.add(Button::plain(&text).icon(Icon::Split).dense()).explain(&words.say("planning-split-parts-what"), None, None).clicked()
            {
                ask(AreaWork::SplitParts(area.id));
            }
        }
        let delete = ui.add(Button::plain(&words.say("planning-area-delete")).icon(Icon::Trash).dense());
        if delete.explain(&words.say("planning-area-delete-what"), None, None).clicked() {
            ask(AreaWork::Delete(area.id));
        }
    });
}
