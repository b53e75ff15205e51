//! The strip above the maps: which plans, and how they are shown.

use eframe::egui::{Align, Color32, FontId, Layout, Ui, vec2};

use crate::{
    desk::{
        Desk,
        action::{Action, LookAt},
        look::CompareMode,
    },
    model::id::PlanId,
    views::{
        icons::Icon,
        theme::{metrics, regular, text},
        widgets::{Button, Dropdown, Explain, icon_button, segmented, segmented_width},
    },
};

/// Width of the switch between differences and maps beside one another.
const MODES: f32 = 230.0;
/// Width of a choice whose plan has a short name.
pub const USUAL: f32 = 150.0;
/// Width below which a choice says too little.
const LEAST: f32 = 110.0;
/// In a narrow window: the swap, the way to the figures or the map, what lies between.
const PAGES: f32 = 126.0;
/// What a choice has beside the name.
const SIGNS: f32 = 48.0;

/// The strip; in a narrow window with a switch between map and figures.
pub fn strip_ui(ui: &mut Ui, desk: &Desk, panel_open: Option<&mut bool>, asked: &mut Vec<Action>) {
    let words = desk.words();
    let narrow = panel_open.is_some();
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = if narrow { 4.0 } else { 8.0 };
        match desk.look().compare.mode {
            CompareMode::Differences => pair_ui(ui, desk, narrow, asked),
            CompareMode::SideBySide => add_ui(ui, desk, asked),
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if let Some(open) = panel_open {
                let name = words.say(if *open { "comparison-show-map" } else { "comparison-show-figures" });
                if ui.add(Button::plain(&name)).clicked() {
                    *open = !*open;
                }
            }
            mode_ui(ui, desk, asked);
        });
    });
}

fn mode_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let words = desk.words();
    let options = [words.say("comparison-differences"), words.say("comparison-beside")];
    let modes = [CompareMode::Differences, CompareMode::SideBySide];
    let chosen = usize::from(desk.look().compare.mode == CompareMode::SideBySide);
    let width = ui.available_width().min(MODES);
    ui.allocate_ui_with_layout(vec2(width, 28.0), Layout::left_to_right(Align::Center), |ui| {
        let options: Vec<&str> = options.iter().map(String::as_str).collect();
        let mode = segmented(ui, &words.say("comparison-mode"), &options, chosen).and_then(|it| modes.get(it));
        asked.extend(mode.map(|it| Action::Look(LookAt::CompareMode(*it))));
    });
}

fn pair_ui(ui: &mut Ui, desk: &Desk, narrow: bool, asked: &mut Vec<Action>) {
    let words = desk.words();
    let Some((a, b)) = desk.shown_pair() else { return };
    // What the switch at the right end, two words and the swap between them leave, shared by two. The switch is read whole.
    let [one, other] = [words.say("comparison-differences"), words.say("comparison-beside")];
    let others = if narrow { segmented_width(ui, &[&one, &other]) + PAGES } else { MODES + 150.0 };
    let room = ((ui.available_width() - others) / 2.0).clamp(if narrow { LEAST } else { USUAL }, 280.0);
    if !narrow {
        ui.label(text::second(ui, words.say("comparison-from")));
    }
    plan_choice(ui, desk, &words.say("comparison-plan-a"), (0, room), asked);
    let swap = words.say("comparison-swap");
    if icon_button(ui, Icon::Swap, &swap, None).clicked() {
        let rest = desk.look().compare.plans.iter().skip(2).copied();
        asked.push(Action::Look(LookAt::Compare([b, a].into_iter().chain(rest).collect())));
    }
    if !narrow {
        ui.label(text::second(ui, words.say("comparison-to")));
    }
    plan_choice(ui, desk, &words.say("comparison-plan-b"), (1, room), asked);
}

/// The plan at a place of the comparison, to be changed; as wide as its name where there is `room`: names of copies differ at
/// their end. One that already has another place changes places with it.
pub fn plan_choice(ui: &mut Ui, desk: &Desk, name: &str, (place, room): (usize, f32), asked: &mut Vec<Action>) {
    let plans = &desk.project().plans;
    let compared = &desk.look().compare.plans;
    let Some(now) = compared.get(place).and_then(|it| desk.project().plan(*it)) else { return };
    let names: Vec<&str> = plans.iter().map(|it| it.name.as_str()).collect();
    let font = FontId::new(metrics::BASE, regular());
    let whole = ui.painter().layout_no_wrap(now.name.clone(), font, Color32::PLACEHOLDER).size().x + SIGNS;
    let width = (ui.available_width() - 4.0).min(whole.clamp(USUAL.min(room), room)).max(60.0);
    ui.allocate_ui_with_layout(vec2(width, 30.0), Layout::left_to_right(Align::Center), |ui| {
        let shown = ui.scope(|ui| Dropdown::new(name, &now.name).show(ui, &names));
        let about = Some(now.description.as_str()).filter(|it| !it.is_empty());
        if whole > width || about.is_some() {
            let _ = shown.response.explain(&now.name, None, about);
        }
        let chosen = shown.inner.and_then(|it| plans.get(it)).map(|it| it.id);
        if let Some(plan) = chosen.filter(|it| *it != now.id) {
            asked.push(Action::Look(LookAt::Compare(with_plan_at(compared, place, plan))));
        }
    });
}

fn with_plan_at(compared: &[PlanId], place: usize, plan: PlanId) -> Vec<PlanId> {
    let mut plans = compared.to_vec();
    match plans.iter().position(|it| *it == plan) {
        Some(other) => plans.swap(other, place),
        None => plans.iter_mut().skip(place).take(1).for_each(|it| *it = plan),
    }
    plans
}

/// One more plan beside the others, up to four.
fn add_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let words = desk.words();
    let compared = &desk.look().compare.plans;
    let next = desk.project().plans.iter().find(|it| !compared.contains(&it.id)).filter(|_| compared.len() < 4);
    let limit = words.say(if compared.len() < 4 { "comparison-no-more-plans" } else { "comparison-four-plans" });
    ui.add_enabled_ui(next.is_some(), |ui| {
        let name = words.say("comparison-add");
        let limit = next.is_none().then_some(limit.as_str());
        if ui.add(Button::plain(&name).icon(Icon::Plus)).explain(&name, None, limit).clicked() {
            let plans = compared.iter().copied().chain(next.map(|it| it.id)).collect();
            asked.push(Action::Look(LookAt::Compare(plans)));
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_is_never_compared_with_itself() {
        let [a, b, c] = [PlanId(1), PlanId(2), PlanId(3)];
        assert_eq!(with_plan_at(&[a, b], 0, c), [c, b]);
        assert_eq!(with_plan_at(&[a, b], 0, b), [b, a]);
        assert_eq!(with_plan_at(&[a, b, c], 2, a), [c, b, a]);
    }
}
