//! What each area should hold: the mean, or a number of the planner's; and what is balanced.

use eframe::egui::{Id, Ui};

use crate::{
    desk::{
        Desk,
        action::{Action, PlanWork},
    },
    model::{
        indicator::Pooling,
        plan::{Plan, Target},
    },
    project::{Command, PlanChange},
    views::{
        planning::kept,
        theme::text,
        widgets::{Field, MenuItem},
    },
    words::{parse_number, say},
};

/// The part of the panel's menu about the target.
pub(super) fn target_ui(ui: &mut Ui, desk: &Desk, plan: &Plan, asked: &mut Vec<Action>) {
    let words = desk.words();
    ui.label(text::hint(ui, words.say("planning-target-per-area")));
    let beside_city = (!desk.project().city.is_empty()).then_some((Target::MeanBesideCity, "planning-target-beside-city"));
    for (target, key) in [(Target::Mean, "planning-target-mean")].into_iter().chain(beside_city) {
        let holds = plan.target == target;
        if ui.add(MenuItem::new(&words.say(key)).chosen(holds)).clicked() && !holds {
            asked.push(Action::Plan(PlanWork::Target(plan.id, target)));
        }
    }
    fixed_ui(ui, desk, plan, asked);
    balance_ui(ui, desk, plan, asked);
}

fn fixed_ui(ui: &mut Ui, desk: &Desk, plan: &Plan, asked: &mut Vec<Action>) {
    let words = desk.words();
    let current = match plan.target {
        Target::Fixed(number) => words.whole(number),
        Target::Mean | Target::MeanBesideCity => String::new(),
    };
    let id = Id::unique(("fixed target", plan.id.0));
    let positive = |text: &str| parse_number(text, words.language().convention()).ok().filter(|it| *it > 0.0);
    let wrong = kept::typed(ui, id).filter(|it| !it.trim().is_empty() && positive(it).is_none());
    let error = wrong.map(|_| words.say("planning-target-not-a-number"));
    let label = words.say("planning-target-fixed");
    let mean = desk.released_board().and_then(|it| it.target()).map(|it| words.whole(it)).unwrap_or_default();
    let field = |ui: &mut Ui, id, text: &mut String| Field::new(&label).hint(&mean).error(error.as_deref()).show(ui, id, text);
    let Some(typed) = kept::edited(ui, id, &current, field) else { return };
    if typed.trim().is_empty() {
        asked.push(Action::Plan(PlanWork::Target(plan.id, Target::Mean)));
    } else if let Some(people) = positive(&typed) {
        asked.push(Action::Plan(PlanWork::Target(plan.id, Target::Fixed(people))));
    }
}

/// Balanced are people, unless the planner prefers the shown count.
fn balance_ui(ui: &mut Ui, desk: &Desk, plan: &Plan, asked: &mut Vec<Action>) {
    let words = desk.words();
    let mut ask = |balance| asked.push(Action::Edit(Command::InPlan(plan.id, PlanChange::SetBalance(balance))));
    ui.label(text::hint(ui, words.say("planning-balance")));
    if ui.add(MenuItem::new(&words.say("planning-balance-people")).chosen(plan.balance.is_none())).clicked() && plan.balance.is_some() {
        ask(None);
    }
    let shown = desk.shown_indicator().map(|it| &it.indicator).filter(|it| it.pooling == Pooling::Sum && it.role.is_none());
    let chosen = plan.balance.as_ref().and_then(|it| desk.catalog().find(it)).map(|it| &it.indicator);
    for indicator in chosen.into_iter().chain(shown.filter(|it| chosen.is_none_or(|chosen| chosen.id != it.id))) {
        let holds = plan.balance.as_ref() == Some(&indicator.id);
        let text = words.tell(&say!("planning-balance-indicator", indicator = indicator.name.as_str()));
        if ui.add(MenuItem::new(&text).chosen(holds)).clicked() && !holds {
            ask(Some(indicator.id.clone()));
        }
    }
}
