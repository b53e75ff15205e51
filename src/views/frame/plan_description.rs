//! What a plan is for, in the planner's words: a small card to write it in.

use eframe::egui::{Id, Modal, Ui};

use crate::{
    desk::{
        Desk,
        action::{Action, PlanWork},
    },
    model::{id::PlanId, plan::Plan},
    views::{
        theme::text,
        widgets::{Button, Field, popover_frame},
    },
};

/// What is being written, about which plan.
type Writing = (PlanId, String);

fn writing() -> Id {
    Id::unique("plan description")
}

/// Opens the card for a plan.
pub(super) fn begin(ui: &Ui, plan: &Plan) {
    ui.data_mut(|it| it.insert_temp::<Writing>(writing(), (plan.id, plan.description.clone())));
}

/// The card, while it is open. „Übernehmen“ is one step of the history; Escape leaves everything as it was.
pub(super) fn plan_description_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let Some((id, mut description)) = ui.data(|it| it.get_temp::<Writing>(writing())) else { return };
    let close = |ui: &Ui| ui.data_mut(|it| it.remove::<Writing>(writing()));
    let Some(plan) = desk.project().plan(id) else { return close(ui) };
    let words = desk.words();
    let modal = Modal::new(writing().with("card")).frame(popover_frame(ui.ctx())).show(ui.ctx(), |ui| {
        ui.set_width(460.0);
        ui.label(text::card_title(ui, words.say_with("frame-plan-describe-title", &[("plan", plan.name.as_str().into())])));
        ui.add_space(8.0);
        let (name, hint) = (words.say("frame-plan-description"), words.say("frame-plan-description-hint"));
        let text = writing().with("text");
        let response = Field::new(&name).hint(&hint).rows(5).show(ui, text, &mut description);
        let begun = text.with("begun");
        if !ui.data(|it| it.get_temp::<bool>(begun)).unwrap_or(false) {
            ui.data_mut(|it| it.insert_temp(begun, true));
            response.request_focus();
        }
        ui.add_space(10.0);
        let answer = ui.horizontal(|ui| {
            let keep = ui.add(Button::primary(&words.say("frame-apply"))).clicked();
            let leave = ui.add(Button::plain(&words.say("frame-cancel"))).clicked();
            keep.then_some(true).or(leave.then_some(false))
        });
        answer.inner
    });
    let answer = if modal.should_close() { Some(false) } else { modal.inner };
    match answer {
        Some(keep) => {
            if keep {
                asked.push(Action::Plan(PlanWork::Describe(id, description.trim().to_owned())));
            }
            ui.data_mut(|it| it.remove::<bool>(writing().with("text").with("begun")));
            close(ui);
        }
        None => {
            ui.data_mut(|it| it.insert_temp::<Writing>(writing(), (id, description)));
        }
    }
}
