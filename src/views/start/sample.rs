//! The sample county: what it is, one click to open it, and the round through the program.

use eframe::egui::{Align, Label, Layout, Rect, Ui, UiBuilder, pos2, vec2};

use crate::{
    desk::{
        Desk,
        action::{Action, FileWork},
    },
    views::{
        icons::Icon,
        keys::Wish,
        start::{picture, tour},
        theme::{Theme, text},
        widgets::{Button, Tone, floating_card, pill},
    },
};

/// The right side of the page: the county above, the card below, whose borders they are at the foot.
pub fn side_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) -> Option<Wish> {
    let rect = ui.max_rect();
    let width = (rect.width() - 64.0).min(760.0);
    let left = rect.center().x - width / 2.0;
    let foot = Rect::from_min_max(pos2(left, rect.bottom() - 34.0), pos2(left + width, rect.bottom() - 12.0));
    ui.scope_builder(UiBuilder::new().max_rect(foot), |ui| {
        ui.add(Label::new(text::hint(ui, desk.words().say("start-notice"))).truncate());
    });
    let height = if width < 560.0 { 236.0 } else { 168.0 };
    let card = Rect::from_min_max(pos2(left, foot.top() - 12.0 - height), pos2(left + width, foot.top() - 12.0));
    let above = Rect::from_min_max(pos2(left, rect.top() + 28.0), pos2(left + width, card.top() - 24.0));
    picture::picture_ui(ui, desk, above);
    ui.scope_builder(UiBuilder::new().max_rect(card), |ui| card_ui(ui, desk, asked)).inner
}

/// The card.
pub fn card_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) -> Option<Wish> {
    let words = desk.words();
    let mut wish = None;
    floating_card(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 8.0;
        let narrow = ui.available_width() < 520.0;
        let mut open = |ui: &mut Ui| {
            if ui.add(Button::primary(&words.say("start-open-sample")).large()).clicked() {
                asked.push(Action::File(FileWork::OpenSample));
            }
        };
        if narrow {
            about_ui(ui, desk);
            open(ui);
        } else {
            let row = vec2(ui.available_width(), 70.0);
            ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
                open(ui);
                ui.add_space(16.0);
                ui.with_layout(Layout::top_down(Align::Min), |ui| about_ui(ui, desk));
            });
        }
        ui.add_space(2.0);
        ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top(), Theme::of(ui.ctx()).separator());
        ui.add_space(4.0);
        wish = tour_ui(ui, desk);
    });
    wish
}

fn about_ui(ui: &mut Ui, desk: &Desk) {
    let words = desk.words();
    ui.horizontal_wrapped(|ui| {
        ui.label(text::card_title(ui, words.say("start-sample")));
        pill(ui, Tone::Warning, &words.say("start-invented"));
    });
    ui.add(Label::new(text::second(ui, words.say("start-sample-what"))).wrap());
}

/// Five steps at a glance, and the round that leads through them.
fn tour_ui(ui: &mut Ui, desk: &Desk) -> Option<Wish> {
    let words = desk.words();
    ui.horizontal_wrapped(|ui| {
        ui.label(text::title(ui, words.say("start-first-time")));
        ui.label(text::second(ui, words.say("start-five-steps")));
    });
    let mut begin = false;
    ui.spacing_mut().interact_size.y = 26.0; // before the row begins: its first button stands in the middle of this height
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for (number, step) in (1..).zip(tour::names()) {
            if number > 1 {
                let (arrow, _) = ui.allocate_exact_size(vec2(10.0, 28.0), eframe::egui::Sense::hover());
                Icon::ChevronRight.paint(ui.painter(), arrow.center(), 10.0, Theme::of(ui.ctx()).tokens.t3);
            }
            let name = format!("{number}  {}", words.say(step));
            let said = words.say_with("tour-step-name", &[("number", number.into()), ("step", words.say(step).into())]);
            begin |= ui.add(Button::plain(&name).dense().name(&said)).clicked();
        }
        begin |= ui.add(Button::link(&words.say("start-tour"))).clicked();
    });
    begin.then_some(Wish::Tour)
}
