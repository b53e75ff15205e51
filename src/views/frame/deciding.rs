//! The card that asks before somebody else's file is touched: replace it or choose another name, read it or take it over.

use eframe::egui::{Id, Label, Modal, Ui};

use crate::{
    desk::{
        Desk,
        action::{Action, Decision, FileWork},
        deciding::Deciding,
    },
    views::{
        theme::text,
        widgets::{Button, popover_frame},
    },
    words::{Words, say},
};

/// What the card says, and what can be answered; the first answer is the one that loses nothing.
struct Card {
    title: String,
    detail: String,
    answers: Vec<(&'static str, Decision)>,
}

impl Card {
    fn of(deciding: &Deciding, words: &Words) -> Self {
        match deciding {
            Deciding::Replace { path, project, .. } => {
                let name = path.file_name().map_or_else(|| path.display().to_string(), |it| it.to_string_lossy().into_owned());
                let path = path.display().to_string();
                let detail = if *project { say!("frame-replace-project", path) } else { say!("frame-replace-other", path) };
                Self {
                    title: words.tell(&say!("frame-replace", name)),
                    detail: words.tell(&detail),
                    answers: vec![("frame-replace-other-name", Decision::OtherName), ("frame-replace-yes", Decision::Replace)],
                }
            }
            Deciding::Held { by, .. } => Self {
                title: words.tell(by),
                detail: words.say("frame-held"),
                answers: vec![("frame-held-read", Decision::Read), ("frame-held-take-over", Decision::TakeOver)],
            },
        }
    }
}

/// The card, while something waits for a decision; Escape leaves everything as it is.
pub fn deciding_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let Some(deciding) = desk.deciding() else { return };
    let words = desk.words();
    let card = Card::of(deciding, words);
    let modal = Modal::new(Id::unique("deciding")).frame(popover_frame(ui.ctx())).show(ui.ctx(), |ui| {
        ui.set_width(460.0);
        ui.add(Label::new(text::card_title(ui, card.title.as_str())).wrap());
        ui.add_space(6.0);
        ui.add(Label::new(text::second(ui, card.detail.as_str())).wrap());
        ui.add_space(10.0);
        let mut decision = None;
        ui.horizontal(|ui| {
            for (at, (key, answer)) in card.answers.iter().enumerate() {
                let said = words.say(key);
                let button = if at == 0 { Button::primary(&said) } else { Button::plain(&said) };
                if ui.add(button).clicked() {
                    decision = Some(*answer);
                }
            }
            if ui.add(Button::plain(&words.say("frame-cancel"))).clicked() {
                decision = Some(Decision::Leave);
            }
        });
        decision
    });
    let decision = if modal.should_close() { Some(Decision::Leave) } else { modal.inner };
    asked.extend(decision.map(|it| Action::File(FileWork::Decide(it))));
}
