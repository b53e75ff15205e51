//! The tabs of the plans above the map, with undo, redo and what lies beside the map.
//!
//! **Promise.** The plan that is shown has its tab in sight, and so has one whose name is being written. Plans whose tabs have no room stand, with all others, in the list
//! at the end: „3 weitere“.

use eframe::egui::{Align, Layout, Popup, ScrollArea, Ui};

use crate::{
    desk::{
        Desk,
        action::{Action, LookAt, PlanWork},
        look::Drawer,
    },
    model::plan::Plan,
    views::{
        frame::{
            plan_description,
            plan_menu::{NAME_FIELD, is_renamed, plan_menu_ui, rename_plan, rename_ui},
        },
        icons::Icon,
        theme::Theme,
        widgets::{Button, Explain as _, MenuItem, icon_button, is_cut, menu_button, tab, tab_width},
    },
};

/// Between tabs and buttons of the strip, in points.
const GAP: f32 = 2.0;
/// A button of an icon alone, with the gap before it.
const ICON: f32 = 28.0 + GAP;
/// With so much room left for tabs the drawers at the right keep their words even if some tabs then have to give way.
const ROOMY: f32 = 560.0;

/// The strip.
pub fn plan_tabs_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let rect = ui.max_rect();
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Theme::of(ui.ctx()).separator());
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        let plans = &desk.project().plans;
        let widths: Vec<f32> = plans.iter().map(|it| width_of(ui, desk, it)).collect();
        let (wordy, plain) = (steps_width(ui, desk, true), steps_width(ui, desk, false));
        let (room, all) = (ui.available_width() - ICON - 8.0, widths.iter().sum::<f32>()); // the plus, and air before the steps
        let with_words = all <= room - wordy || room - wordy >= ROOMY;
        let room = room - if with_words { wordy } else { plain };
        let stays = |it: &Plan| Some(it.id) == desk.look().plan || is_renamed(ui, it.id);
        let staying: Vec<usize> = plans.iter().enumerate().filter(|it| stays(it.1)).map(|it| it.0).collect();
        let shown = fitting(&widths, &staying, room, more_width(ui, desk, plans.len()));
        shown.iter().filter_map(|it| plans.get(*it)).for_each(|it| plan_tab(ui, desk, it, asked));
        if shown.len() < plans.len() {
            let short = shown.iter().filter_map(|it| widths.get(*it)).sum::<f32>() + more_width(ui, desk, plans.len()) > room;
            all_plans_ui(ui, desk, plans.len() - shown.len(), short, asked);
        }
        new_plan_ui(ui, desk, asked);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| steps_ui(ui, desk, with_words, asked));
    });
    plan_description::plan_description_ui(ui, desk, asked);
}

/// Which tabs are shown, in their order: all if they fit; else those that have to stay and as many from the first on as fit
/// beside them and the list of all, `more` wide. Widths in points, gaps included.
fn fitting(widths: &[f32], staying: &[usize], room: f32, more: f32) -> Vec<usize> {
    if widths.iter().sum::<f32>() <= room {
        return (0..widths.len()).collect();
    }
    let mut left = room - more - staying.iter().filter_map(|it| widths.get(*it)).sum::<f32>();
    let mut shown = staying.to_vec();
    for (at, width) in widths.iter().enumerate().filter(|it| !staying.contains(&it.0)) {
        left -= width;
        if left < 0.0 {
            break;
        }
        shown.push(at);
    }
    shown.sort_unstable();
    shown
}

/// The width of a plan's tab with the gap behind it, its menu or the field for its name.
fn width_of(ui: &Ui, desk: &Desk, plan: &Plan) -> f32 {
    if is_renamed(ui, plan.id) {
        return NAME_FIELD + 16.0 + GAP;
    }
    let chosen = desk.look().plan == Some(plan.id);
    tab_width(ui, &plan.name, lock_of(plan), chosen) + GAP + if chosen { ICON } else { 0.0 }
}

fn lock_of(plan: &Plan) -> Option<Icon> {
    plan.untouchable.then_some(Icon::Lock)
}

fn plan_tab(ui: &mut Ui, desk: &Desk, plan: &Plan, asked: &mut Vec<Action>) {
    let chosen = desk.look().plan == Some(plan.id);
    if is_renamed(ui, plan.id) {
        return rename_ui(ui, desk, plan.id, asked);
    }
    let mut response = tab(ui, &plan.name, lock_of(plan), chosen, false);
    match (is_cut(ui, &plan.name, chosen), plan.description.as_str()) {
        (false, "") => {}
        (false, description) => response = response.explain(description, None, None),
        (true, description) => response = response.explain(&plan.name, None, Some(description).filter(|it| !it.is_empty())),
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
        menu_button(ui, Icon::ChevronDown, &name, |ui| plan_menu_ui(ui, desk, plan, asked));
    }
}

/// „3 weitere“, where that has no room the arrow alone, and below it the list of all plans.
fn all_plans_ui(ui: &mut Ui, desk: &Desk, hidden: usize, short: bool, asked: &mut Vec<Action>) {
    let words = desk.words();
    let (shown, name) = (more_said(desk, hidden), words.say_with("frame-all-plans", &[("count", hidden.into())]));
    let button = if short { Button::quiet("").icon(Icon::Layers) } else { Button::quiet(&shown).trailing(Icon::ChevronDown) };
    let response = ui.add(button.name(&name)).explain(&name, None, None);
    Popup::menu(&response).gap(4.0).accessible_name(&name).show(|ui| {
        ScrollArea::vertical().max_height(420.0).show(ui, |ui| {
            for plan in &desk.project().plans {
                let mut item = MenuItem::new(&plan.name).chosen(desk.look().plan == Some(plan.id));
                if let Some(lock) = lock_of(plan).filter(|_| desk.look().plan != Some(plan.id)) {
                    item = item.icon(lock);
                }
                if ui.add(item).explain(&plan.name, None, None).clicked() {
                    asked.push(Action::Look(LookAt::Plan(plan.id)));
                    ui.close();
                }
            }
        });
    });
}

/// A plan is rarely begun with nothing: the plus offers a copy of the shown one first. Where none is shown, there is nothing to ask.
fn new_plan_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let words = desk.words();
    let name = words.say("frame-new-plan");
    let Some(shown) = desk.shown_plan() else {
        if icon_button(ui, Icon::Plus, &name, None).clicked() {
            asked.push(Action::Plan(PlanWork::New));
        }
        return;
    };
    menu_button(ui, Icon::Plus, &name, |ui| {
        let copy = ui.add(MenuItem::new(&words.say("frame-new-plan-copy")).icon(Icon::Copy));
        if copy.explain(&shown.name, None, None).clicked() {
            asked.push(Action::Plan(PlanWork::Duplicate(shown.id)));
        }
        let empty = ui.add(MenuItem::new(&words.say("frame-new-plan-empty")).icon(Icon::Plus));
        if empty.explain(&words.say("frame-new-plan-empty-what"), None, None).clicked() {
            asked.push(Action::Plan(PlanWork::New));
        }
    });
}

fn more_said(desk: &Desk, hidden: usize) -> String {
    desk.words().say_with("frame-more-plans", &[("count", hidden.into())])
}

fn more_width(ui: &Ui, desk: &Desk, plans: usize) -> f32 {
    Button::quiet(&more_said(desk, plans)).trailing(Icon::ChevronDown).width(ui) + GAP
}

/// What can be laid beside the map, from the right.
const DRAWERS: [(Drawer, Icon, &str); 3] = [
    (Drawer::Views, Icon::Star, "frame-views"),
    (Drawer::Table, Icon::Table, "frame-table"),
    (Drawer::History, Icon::History, "frame-history"),
];

/// How wide [`steps_ui`] is.
fn steps_width(ui: &Ui, desk: &Desk, with_words: bool) -> f32 {
    let width = |key: &str| {
        let name = desk.words().say(key);
        Button::quiet(if with_words { &name } else { "" }).icon(Icon::Table).chosen(true).width(ui) + GAP
    };
    DRAWERS.iter().map(|it| width(it.2)).sum::<f32>() + 2.0 * ICON
}

fn steps_ui(ui: &mut Ui, desk: &Desk, with_words: bool, asked: &mut Vec<Action>) {
    let words = desk.words();
    for (drawer, icon, key) in DRAWERS {
        let name = words.say(key);
        let open = desk.look().drawer == drawer;
        let mut response = ui.add(Button::quiet(if with_words { &name } else { "" }).icon(icon).chosen(open).name(&name));
        if !with_words {
            response = response.explain(&name, None, None);
        }
        if response.clicked() {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chosen_tab_is_always_shown_and_the_others_from_the_first_on() {
        let shown = |widths: &[f32], staying: &[usize], room| fitting(widths, staying, room, 40.0);
        let alike = [100.0; 3];
        assert_eq!(shown(&alike, &[2], 300.0), [0, 1, 2], "the list of all needs no room where there is none");
        assert_eq!(shown(&alike, &[2], 290.0), [0, 2]);
        assert_eq!(shown(&alike, &[0], 290.0), [0, 1]);
        assert_eq!(shown(&alike, &[], 250.0), [0, 1]);
        assert_eq!(shown(&[100.0, 300.0, 50.0], &[1], 200.0), [1], "even where there is too little room");
        assert_eq!(shown(&alike, &[1, 2], 290.0), [1, 2], "a name that is being written is in sight as well");
        assert_eq!(shown(&[], &[], 0.0), [0; 0]);
    }
}
