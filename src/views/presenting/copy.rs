//! The banner over a copy: that it is one, what it changes, and whether it stays.

use eframe::egui::{CornerRadius, Frame, Label, Margin, Stroke, Ui, vec2};

use crate::{
    cartography::said,
    desk::{
        Desk,
        action::{Action, Showing},
    },
    model::indicator::Role,
    views::{
        presenting::{
            large::{button, second, strong},
            sizes::Sizes,
        },
        theme::{Theme, metrics},
    },
};

/// So many areas are told of one by one.
const TOLD: usize = 3;

/// The banner in the room there is, with what changes.
pub fn banner_ui(ui: &mut Ui, desk: &Desk, changes: &[String], sizes: &Sizes, asked: &mut Vec<Action>) {
    let words = desk.words();
    let theme = Theme::of(ui.ctx());
    let frame = Frame::new()
        .fill(theme.tokens.hand_soft)
        .stroke(Stroke::new(theme.edge() * 2.0, theme.tokens.hand))
        .corner_radius(CornerRadius::same(metrics::CORNER_CARD))
        .inner_margin(Margin::same((sizes.step * 0.5).min(100.0) as i8));
    frame.show(ui, |ui| {
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
        for change in changes {
            ui.add(Label::new(second(ui, change, sizes.small)).wrap());
        }
    });
}

/// What the copy changes in each area that is touched, in words: its people (without a count of them, its districts), and what
/// it has of the indicator shown. Three areas are told of, the others counted: a banner for seven would hide the county.
pub fn changes(desk: &Desk) -> Vec<String> {
    let words = desk.words();
    let key = if counts_people(desk) { "wall-change" } else { "wall-change-districts" };
    let mut lines = Vec::new();
    let changes = desk.changes_of_copy();
    for change in changes.iter().take(TOLD) {
        if change.counted == Some([None; 2]) {
            lines.push(words.say_with("wall-change-secret", &[("area", change.area.as_str().into())]));
        } else if let Some([before, after]) = change.counted {
            let said = |it: Option<f64>| it.map_or_else(|| words.say("value-secret"), |it| words.whole(it));
            let told = [("area", change.area.as_str().into()), ("before", said(before).into()), ("after", said(after).into())];
            lines.push(words.say_with(key, &told));
        }
        if let Some((indicator, [before, after])) = &change.shown {
            let [was, is] = [before, after].map(|it| said::short(it.get(), indicator, words));
            let is = if was == is { is } else { format!("{was} → {is}") };
            let told = [("area", change.area.as_str().into()), ("indicator", indicator.name.as_str().into()), ("change", is.into())];
            lines.push(words.say_with("wall-change-shown", &told));
        }
    }
    let more = changes.len().saturating_sub(TOLD);
    if more > 0 {
        lines.push(words.say_with("wall-changes-more", &[("count", more.into())]));
    }
    lines
}

fn counts_people(desk: &Desk) -> bool {
    desk.catalog().with_role(Role::Population).is_some()
}
