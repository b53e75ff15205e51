//! What to do next: go on with one of the plans, or with a copy; and what to do where there is nothing to compare yet.

use eframe::egui::{Align, Layout, Ui};

use crate::{
    desk::{
        Desk,
        action::{Action, LookAt, PlanWork},
        look::Page,
    },
    views::{
        comparison::{
            pair::Pair,
            parts::{heading, shortened},
        },
        icons::Icon,
        theme::text,
        widgets::{Button, Explain},
    },
};

/// What a button has beside its words, in points.
const BESIDE: f32 = 56.0;

/// Both plans are offered alike: which is better is for the planner to say.
pub fn next_ui(ui: &mut Ui, pair: &Pair<'_>, asked: &mut Vec<Action>) {
    let words = pair.desk.words();
    heading(ui, &words.say("comparison-next"), |_| {});
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        for plan in [pair.a, pair.b] {
            let name = words.say_with("comparison-go-on", &[("plan", plan.name.as_str().into())]);
            let short = shortened(ui, &name, ui.max_rect().width() - BESIDE);
            let limit = (short != name).then_some(name.as_str());
            if ui.add(Button::plain(&short).name(&name)).explain(&words.say("comparison-go-on-what"), None, limit).clicked() {
                asked.extend([Action::Look(LookAt::Plan(plan.id)), Action::Look(LookAt::Page(Page::Planning))]);
            }
        }
        for plan in [pair.a, pair.b] {
            let name = words.say_with("comparison-duplicate", &[("plan", plan.name.as_str().into())]);
            let short = shortened(ui, &name, ui.max_rect().width() - BESIDE);
            let limit = (short != name).then_some(name.as_str());
            let button = ui.add(Button::plain(&short).icon(Icon::Copy).name(&name));
            if button.explain(&words.say("comparison-duplicate-what"), None, limit).clicked() {
                asked.extend([Action::Plan(PlanWork::Duplicate(plan.id)), Action::Look(LookAt::Page(Page::Planning))]);
            }
        }
    });
}

/// With fewer than two plans: why, and the one way on.
pub fn nothing_to_compare_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let words = desk.words();
    ui.with_layout(Layout::top_down(Align::Center), |ui| {
        ui.add_space(ui.available_height() * 0.3);
        ui.label(text::page_title(ui, words.say("comparison-nothing")));
        ui.label(text::second(ui, words.say("comparison-nothing-what")));
        ui.add_space(10.0);
        let plans = &desk.project().plans;
        let only = desk.shown_plan().or(plans.first());
        match (only, plans.as_slice()) {
            (_, [first, second, ..]) => {
                if ui.add(Button::primary(&words.say("comparison-take-first-two"))).clicked() {
                    asked.push(Action::Look(LookAt::Compare(vec![first.id, second.id])));
                }
            }
            (Some(plan), _) => {
                let name = words.say_with("comparison-duplicate", &[("plan", plan.name.as_str().into())]);
                if ui.add(Button::primary(&name).icon(Icon::Copy)).clicked() {
                    asked.extend([Action::Plan(PlanWork::Duplicate(plan.id)), Action::Look(LookAt::Page(Page::Planning))]);
                }
            }
            (None, _) => {
                if ui.add(Button::primary(&words.say("frame-new-plan")).icon(Icon::Plus)).clicked() {
                    asked.push(Action::Plan(PlanWork::New));
                }
            }
        }
    });
}
