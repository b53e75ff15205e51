//! The right panel: the areas of the plan with their figures, the districts without one, and below them the chosen area.

use eframe::egui::{Id, Label, Rect, ScrollArea, Sense, Ui, vec2};

use crate::{
    desk::{
        Desk,
        action::{Action, AreaWork, PlanWork},
    },
    model::{
        plan::{Plan, Target},
        planning_area::Lock,
        saved_view::Level,
    },
    views::{
        icons::Icon,
        numbers::{opened_at, rule_card_ui},
        planning::{
            area_row, city, district_rows, figure::hint_ending_at, kept, parts, rules::target_rule, selection, shown::Shown,
            table::point_at_area, target,
        },
        theme::{Theme, metrics, text},
        widgets::{Button, Explain as _, MenuItem, icon_button, menu_button, panel_header, panel_header_with_note},
    },
    words::say,
};

/// Header, rows, and at the foot the chosen area.
pub(super) fn areas_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let words = desk.words();
    let Some(plan) = desk.shown_plan() else {
        panel_header(ui, &words.say("planning-areas"), "", |_| ());
        parts::foot(ui, "selection foot", |ui| {
            city::city_choice_ui(ui, desk, asked); // with a plan it waits in the menu
            selection::without_area_ui(ui, desk, None, asked);
        });
        return no_plan_ui(ui, desk, asked);
    };
    head_ui(ui, desk, plan, asked);
    columns_ui(ui, desk);
    parts::foot(ui, "selection foot", |ui| selection::selection_ui(ui, desk, plan, asked));
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        if plan.areas.is_empty() {
            no_areas_ui(ui, desk, plan, asked);
        }
        let shown = Shown::of(ui, desk, Level::Areas);
        let of_districts = desk.look().level == Level::Districts;
        let legend = of_districts.then(|| Shown::of(ui, desk, Level::Districts)).flatten();
        let deltas = desk.deltas();
        keep_in_sight(ui, desk, plan);
        let rows = in_sight(ui, area_row::HEIGHT, plan.areas.len());
        ui.add_space(area_row::HEIGHT * rows.start as f32);
        let mut pointed = None;
        for area in plan.areas.get(rows.clone()).unwrap_or_default() {
            let delta = deltas.iter().find(|it| it.area == Some(area.id));
            // A row keeps its name however far the list is scrolled, or the keyboard's focus would wander.
            let row =
                ui.push_id(area.id.0, |ui| area_row::area_row_ui(ui, desk, plan, area, (shown.as_ref(), legend.as_ref(), delta), asked));
            pointed = pointed.or(Some(area.id).filter(|_| row.inner));
        }
        point_at_area(ui, list_id(), desk, pointed, asked);
        ui.add_space(area_row::HEIGHT * (plan.areas.len() - rows.end) as f32);
        district_rows::unassigned_ui(ui, desk, deltas.iter().find(|it| it.area.is_none()), asked);
        district_rows::uninhabited_ui(ui, desk, asked);
        if shown.as_ref().is_some_and(|it| it.overlay.units.iter().any(|it| it.district.is_none() && it.is_partly_known())) {
            partial_ui(ui, desk);
        }
    });
}

fn list_id() -> Id {
    Id::unique("areas of the plan")
}

/// The list isn't there: no row of it is under the pointer any more.
pub fn areas_hidden(ui: &Ui, desk: &Desk, asked: &mut Vec<Action>) {
    point_at_area(ui, list_id(), desk, None, asked);
}

/// What the sign in the rows means.
fn partial_ui(ui: &mut Ui, desk: &Desk) {
    parts::padded(ui, 8, |ui| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            let (rect, _) = ui.allocate_exact_size(vec2(14.0, 16.0), Sense::hover());
            Icon::Coverage.paint(ui.painter(), rect.center(), 13.0, Theme::of(ui.ctx()).tokens.t2);
            ui.add(Label::new(text::hint(ui, desk.words().say("planning-partial-what"))).wrap());
        });
    });
}

/// Nothing is drawn yet: what a plan is for, and the way to the first.
fn no_plan_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let words = desk.words();
    parts::padded(ui, 16, |ui| {
        ui.label(text::second(ui, words.say("planning-no-plan")));
        if ui.add(Button::plain(&words.say("frame-new-plan")).icon(Icon::Plus)).clicked() {
            asked.push(Action::Plan(PlanWork::New));
        }
    });
}

/// An area was chosen elsewhere, on the map above all: its row comes into sight, once.
fn keep_in_sight(ui: &Ui, desk: &Desk, plan: &Plan) {
    let id = Id::unique("area in sight");
    let chosen = desk.look().selection.area.map(|it| (plan.id, it, desk.look().open_areas.contains(&it))); // details take room
    if kept::state(ui, id, None) == chosen {
        return;
    }
    let row = chosen.and_then(|it| plan.position(it.1)).map(|at| {
        let top = ui.cursor().top() + area_row::HEIGHT * at as f32;
        Rect::from_x_y_ranges(ui.max_rect().x_range(), top..=top + area_row::HEIGHT)
    });
    let sight = ui.clip_rect();
    match row.filter(|it| sight.height() > it.height() && !(sight.top() <= it.top() && it.bottom() <= sight.bottom())) {
        Some(row) => ui.scroll_to_rect(row, None),
        None => kept::set_state(ui, id, chosen),
    }
}

/// Which of so many rows of that height, from here down, can be seen; a few more on both sides, so that Tab finds the next.
fn in_sight(ui: &Ui, height: f32, count: usize) -> std::ops::Range<usize> {
    const MORE: f32 = 3.0;
    let (top, sight) = (ui.cursor().top(), ui.clip_rect());
    let row = |at: f32, more: f32| (((at - top) / height + more).max(0.0) as usize).min(count);
    row(sight.top(), -MORE)..row(sight.bottom(), MORE + 1.0)
}

fn head_ui(ui: &mut Ui, desk: &Desk, plan: &Plan, asked: &mut Vec<Action>) {
    let words = desk.words();
    let count = words.count(plan.areas.len());
    let target = desk.released_board().and_then(|it| it.target()).map(|it| words.whole(it));
    let held = desk.released_board().and_then(|it| it.held()).map(|it| it.1);
    let with_target = desk.released_board().map_or(0, |it| it.with_target());
    let empty = held.map(|it| with_target.saturating_sub(it)).filter(|it| *it > 0 && !matches!(plan.target, Target::Fixed(_)));
    let note = match (&target, empty) {
        (Some(target), Some(empty)) => words.tell(&say!("planning-areas-note-empty", count, empty, target = target.as_str())),
        (Some(target), None) => words.tell(&say!("planning-areas-note", count, target = target.as_str())),
        (None, _) => count,
    };
    let (_, place) = panel_header_with_note(ui, &words.say("planning-areas"), &note, |ui| {
        menu_button(ui, Icon::More, &words.say("planning-areas-more"), |ui| menu_ui(ui, desk, plan, asked));
        ui.add_enabled_ui(!plan.untouchable, |ui| {
            if icon_button(ui, Icon::Plus, &words.say("planning-area-new"), None).clicked() {
                asked.push(Action::Area(AreaWork::New));
            }
        });
    });
    if let Some(target) = target {
        let name = words.say_with("planning-target-opens", &[("target", target.as_str().into())]);
        let rule = target_rule(desk, plan, &target);
        let hint = rule.rule.clone();
        let opened = opened_at(ui, place, Id::unique("target of the areas"), &name, |ui| rule_card_ui(ui, &rule));
        let _ = opened.explain(&words.say("planning-target-of"), None, Some(&hint));
    }
}

fn menu_ui(ui: &mut Ui, desk: &Desk, plan: &Plan, asked: &mut Vec<Action>) {
    let words = desk.words();
    ui.set_width(248.0);
    ui.spacing_mut().item_spacing.y = 3.0;
    ui.add_enabled_ui(!plan.untouchable && !plan.areas.is_empty(), |ui| {
        if ui.add(MenuItem::new(&words.say("planning-lock-all")).icon(Icon::Lock)).clicked() {
            asked.push(Action::Area(AreaWork::LockAll(Lock::Fixed)));
        }
        if ui.add(MenuItem::new(&words.say("planning-unlock-all")).icon(Icon::Unlock)).clicked() {
            asked.push(Action::Area(AreaWork::LockAll(Lock::Free)));
        }
    });
    city::city_entry_ui(ui, desk, asked);
    parts::rule(ui);
    target::target_ui(ui, desk, plan, asked);
}

/// What stands in the columns of the rows; over a column without anything stands nothing.
fn columns_ui(ui: &mut Ui, desk: &Desk) {
    let words = desk.words();
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), Sense::hover());
    let (left, right) = (rect.left() + metrics::PANEL_INSET, rect.right() - metrics::PANEL_INSET);
    let middle = rect.center().y;
    let places = area_row::Columns::of(left, right);
    if desk.released_board().is_some_and(|it| it.target().is_some()) {
        hint_ending_at(ui, &words.say("planning-column-deviation"), (places.deviation, middle));
    }
    hint_ending_at(ui, &words.say("planning-column-parts"), (places.parts + 28.0, middle));
    if desk.shown_indicator().is_some() {
        hint_ending_at(ui, &words.say("planning-column-value"), (right, middle));
    }
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Theme::of(ui.ctx()).separator());
}

fn no_areas_ui(ui: &mut Ui, desk: &Desk, plan: &Plan, asked: &mut Vec<Action>) {
    let words = desk.words();
    parts::padded(ui, 14, |ui| {
        ui.label(text::second(ui, words.say("planning-no-areas")));
        if plan.untouchable {
            protected_ui(ui, desk, plan, asked);
            return;
        }
        if ui.add(Button::plain(&words.say("planning-area-new")).icon(Icon::Plus)).clicked() {
            asked.push(Action::Area(AreaWork::New));
        }
        // Nobody has to begin with nothing: what is there today is one click away.
        let today = desk.project().plans.iter().find(|it| it.untouchable && !it.areas.is_empty());
        if let Some(today) = today {
            let name = words.say_with("planning-from-today", &[("plan", today.name.as_str().into())]);
            let button = ui.add(Button::plain(&name).icon(Icon::Copy));
            if button.explain(&words.say("planning-protected-copy-what"), None, None).clicked() {
                asked.push(Action::Plan(PlanWork::Duplicate(today.id)));
            }
        }
    });
}

/// Why nothing can be changed here, and the way out: a copy.
pub(super) fn protected_ui(ui: &mut Ui, desk: &Desk, plan: &Plan, asked: &mut Vec<Action>) {
    let words = desk.words();
    ui.label(text::hint(ui, words.say_with("planning-protected", &[("plan", plan.name.as_str().into())])));
    let button = ui.add(Button::plain(&words.say("planning-protected-copy")).icon(Icon::Copy).dense());
    if button.explain(&words.say("planning-protected-copy-what"), None, None).clicked() {
        asked.push(Action::Plan(PlanWork::Duplicate(plan.id)));
    }
}
