//! The help: how things are done in plain words, and every key there is.
//!
//! **Promise.** Keys are those of `keys`, so the page cannot promise what the keyboard doesn't keep.

use eframe::egui::{Align, Id, Key, Label, Layout, Modal, Modifiers, Role, ScrollArea, Sense, Ui, vec2};

use crate::{
    desk::Desk,
    views::{
        icons::Icon,
        keys::{COMMANDS, Command, Group, Wish},
        theme::{Theme, text},
        widgets::{Button, icon_button, key_hint, popover_frame, surface::announce},
    },
};

/// How things are done: a heading and a few sentences each.
const HOW_TO: [(&str, &str); 7] = [
    ("help-start", "help-start-what"),
    ("help-overlay", "help-overlay-what"),
    ("help-draw", "help-draw-what"),
    ("help-plans", "help-plans-what"),
    ("help-numbers", "help-numbers-what"),
    ("help-present", "help-present-what"),
    ("help-saved", "help-saved-what"),
];

/// The page, while it is open. It may wish for the tour.
pub fn help_ui(ui: &mut Ui, desk: &Desk, open: &mut bool) -> Option<Wish> {
    if !*open {
        return None;
    }
    let words = desk.words();
    let screen = ui.ctx().content_rect().size();
    let size = vec2((screen.x - 60.0).min(900.0), (screen.y - 80.0).min(680.0));
    let modal = Modal::new(Id::unique("help")).frame(popover_frame(ui.ctx())).show(ui.ctx(), |ui| {
        ui.set_width(size.x - 28.0);
        let mut closed = ui.input_mut(|it| it.consume_key(Modifiers::NONE, Key::F1));
        let mut tour = false;
        ui.horizontal(|ui| {
            ui.label(text::page_title(ui, words.say("help-title")));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                closed |= icon_button(ui, Icon::Close, &words.say("help-close"), Some("Esc")).clicked();
                tour = ui.add(Button::plain(&words.say("help-tour")).icon(Icon::Play)).clicked();
            });
        });
        ui.add_space(8.0);
        let height = size.y - 70.0;
        ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink(false).show(ui, |ui| contents_ui(ui, desk));
        (closed, tour)
    });
    let (closed, tour) = modal.inner;
    *open = !(closed || tour || modal.should_close());
    tour.then_some(Wish::Tour)
}

/// Both columns, or one below the other where there is no room for two.
fn contents_ui(ui: &mut Ui, desk: &Desk) {
    if ui.available_width() < 620.0 {
        how_to_ui(ui, desk);
        keys_ui(ui, desk);
        return;
    }
    ui.columns_const(|[left, right]| {
        left.with_layout(Layout::top_down(Align::Min), |ui| {
            ui.set_max_width(ui.available_width() - 14.0);
            how_to_ui(ui, desk);
        });
        right.with_layout(Layout::top_down(Align::Min), |ui| {
            ui.set_max_width(ui.available_width() - 12.0);
            keys_ui(ui, desk);
        });
    });
}

fn how_to_ui(ui: &mut Ui, desk: &Desk) {
    let words = desk.words();
    for (heading, what) in HOW_TO {
        ui.label(text::title(ui, words.say(heading)));
        ui.add(Label::new(text::second(ui, words.say(what))).wrap());
        ui.add_space(10.0);
    }
}

fn keys_ui(ui: &mut Ui, desk: &Desk) {
    let words = desk.words();
    for group in Group::ALL {
        let listed: Vec<&Command> = COMMANDS.iter().filter(|it| it.group == group && !it.keys.is_empty() && is_meant(desk, it)).collect();
        if listed.is_empty() {
            continue;
        }
        ui.label(text::title(ui, words.say(group.name())));
        for command in listed {
            let keys: Vec<String> = command.keys.iter().map(|it| it.said(words)).collect();
            key_row(ui, &words.say(command.name), &keys);
        }
        match group {
            Group::Draw => key_row(ui, &words.say("help-digits"), &["1 – 9".to_owned(), "0".to_owned()]),
            Group::Wall => key_row(ui, &words.say("help-digits-wall"), &["1 – 9".to_owned()]),
            Group::Map => [("help-wheel", "help-wheel-key"), ("help-drag", "help-drag-key"), ("help-alt", "help-alt-key")]
                .into_iter()
                .for_each(|(what, key)| key_row(ui, &words.say(what), &[words.say(key)])),
            _ => {}
        }
        ui.add_space(10.0);
    }
}

/// Of commands of one group with the same keys, the one that can be had on this page; where none can, the first.
fn is_meant(desk: &Desk, command: &Command) -> bool {
    let twins = || COMMANDS.iter().filter(|it| it.group == command.group && it.keys == command.keys);
    twins().find(|it| (it.does)(desk).is_some()).or_else(|| twins().next()).is_none_or(|it| it.name == command.name)
}

fn key_row(ui: &mut Ui, what: &str, keys: &[String]) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), Sense::hover());
    announce(&response, Role::Label, true, None, &format!("{what}: {}", keys.join(", ")));
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Theme::of(ui.ctx()).separator());
    let mut row = ui.new_child(eframe::egui::UiBuilder::new().max_rect(rect).layout(Layout::right_to_left(Align::Center)));
    row.spacing_mut().item_spacing.x = 4.0;
    keys.iter().rev().for_each(|it| drop(key_hint(&mut row, it)));
    row.with_layout(Layout::left_to_right(Align::Center), |ui| ui.add(Label::new(text::dense(ui, what)).truncate()));
}
