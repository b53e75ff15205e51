//! The foot of the page: help, language, colours, version.

use eframe::egui::Ui;

use crate::{
    desk::{
        Desk,
        action::Action,
        look::{Scheme, Settings},
    },
    views::{
        icons::Icon,
        keys::Wish,
        theme::text,
        widgets::{Button, Explain},
    },
    words::Language,
};

/// The foot.
pub fn footer_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) -> Option<Wish> {
    let words = desk.words();
    let now = desk.settings();
    let mut wish = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 10.0;
        if ui.add(Button::quiet(&words.say("start-help")).icon(Icon::Help).key("F1").dense()).clicked() {
            wish = Some(Wish::Help);
        }
        let other = if now.language == Language::German { Language::English } else { Language::German };
        if ui.add(Button::quiet(&words.say("frame-language")).icon(Icon::Globe).dense()).clicked() {
            asked.push(Action::Settings(Settings { language: other, ..now.clone() }));
        }
        let (scheme, name, next) = match now.scheme {
            Scheme::Light => (Icon::Sun, "start-light", Scheme::Dark),
            Scheme::Dark => (Icon::Moon, "start-dark", Scheme::HighContrast),
            Scheme::HighContrast => (Icon::Contrast, "start-contrast", Scheme::Light),
        };
        let what = words.say("start-scheme-what");
        if ui.add(Button::quiet(&words.say(name)).icon(scheme).dense()).explain(&what, None, None).clicked() {
            asked.push(Action::Settings(Settings { scheme: next, ..now.clone() }));
        }
        ui.label(text::hint(ui, words.say_with("start-version", &[("version", env!("CARGO_PKG_VERSION").into())])));
    });
    wish
}
