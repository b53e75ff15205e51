//! The banner over a copy: that it is one, what it changes, and whether it stays.

use eframe::egui::{CornerRadius, Frame, Label, Margin, Stroke, Ui, vec2};

use crate::{
    desk::{
        Desk,
        action::{Action, Showing},
    },
    model::{id::PlanId, indicator::Role},
    views::{
        presenting::{
            large::{button, second, strong},
            sizes::Sizes,
        },
        theme::{Theme, metrics},
    },
};

/// The banner, at most so wide.
pub fn banner_ui(ui: &mut Ui, desk: &Desk, width: f32, sizes: &Sizes, asked: &mut Vec<Action>) {
    let words = desk.words();
    let Some(copy) = desk.look().presenting.as_ref().and_then(|it| it.what_if) else { return };
    let theme = Theme::of(ui.ctx());
    let frame = Frame::new()
        .fill(theme.tokens.hand_soft)
        .stroke(Stroke::new(theme.edge() * 2.0, theme.tokens.hand))
        .corner_radius(CornerRadius::same(metrics::CORNER_CARD))
        .inner_margin(Margin::same((sizes.step * 0.5).min(100.0) as i8));
    frame.show(ui, |ui| {
        ui.set_max_width(width * 0.94);
        ui.spacing_mut().item_spacing = vec2(sizes.small, sizes.small * 0.3);
        ui.horizontal_wrapped(|ui| {
            ui.label(strong(ui, words.say("wall-copy"), sizes.legend).color(theme.tokens.hand));
            if button(ui, &words.say("wall-keep"), sizes.small, true).clicked() {
                asked.push(Action::Show(Showing::KeepWhatIf));
            }
            if button(ui, &words.say("wall-drop"), sizes.small, false).clicked() {
                asked.push(Action::Show(Showing::DropWhatIf));
            }
        });
        for (name, before, after) in changes(desk, copy) {
            let key = if counts_people(desk) { "wall-change" } else { "wall-change-districts" };
            let change = words.say_with(key, &[("area", name.into()), ("before", before.into()), ("after", after.into())]);
            ui.add(Label::new(second(ui, change, sizes.small)).wrap());
        }
    });
}

fn counts_people(desk: &Desk) -> bool {
    desk.catalog().with_role(Role::Population).is_some()
}

/// Areas whose people (without a count of them, districts) differ from the plan that was copied: name, before, after.
fn changes(desk: &Desk, copy: PlanId) -> Vec<(String, String, String)> {
    let original = desk.view_on_wall().and_then(|it| it.plan).or_else(|| desk.look().presenting.as_ref()?.before.plan);
    let Some((before, after)) = original.and_then(|it| desk.figures_of(it)).zip(desk.figures_of(copy)) else { return Vec::new() };
    let Some(plan) = desk.project().plan(copy) else { return Vec::new() };
    let words = desk.words();
    let people = |figures: &crate::analysis::figures::PlanFigures, area| match counts_people(desk) {
        true => figures.area(area)?.population?.value,
        false => Some(figures.area(area)?.districts as f64),
    };
    let change = |area: &crate::model::planning_area::PlanningArea| {
        let (before, after) = people(before.get(), area.id).zip(people(after.get(), area.id))?;
        (before != after).then(|| (area.name.clone(), words.whole(before), words.whole(after)))
    };
    plan.areas.iter().filter_map(change).collect()
}
