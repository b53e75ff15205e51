//! The bar at the bottom: under which rule values are shown, what is shown from when and whom, whose borders these are.

use eframe::egui::{Align, Layout, Popup, Ui};

use crate::{
    desk::{
        Desk,
        action::{Action, LookAt},
        look::Settings,
    },
    model::released::Profile,
    views::{
        icons::Icon,
        theme::text,
        widgets::{Button, Explain, MenuItem, icon_button},
    },
};

/// The bar.
pub fn status_bar_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let words = desk.words();
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        ui.label(text::dense_second(ui, words.say("frame-view")));
        profile_ui(ui, desk, asked);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            scale_ui(ui, desk, asked);
            for notice in desk.catalog().notices.iter().rev() {
                line_ui(ui, notice);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                if let (Some(series), Some(period)) = (desk.shown_indicator(), desk.shown_period()) {
                    let line = words.say_with(
                        "frame-shown",
                        &[
                            ("indicator", series.indicator.name.as_str().into()),
                            ("source", series.indicator.source.as_str().into()),
                            ("period", words.date(period.as_str()).into()),
                        ],
                    );
                    line_ui(ui, &line);
                }
            });
        });
    });
}

/// As much of a line as there is room for; of less than a word nothing is shown.
fn line_ui(ui: &mut Ui, line: &str) {
    const LEGIBLE: f32 = 56.0;
    if ui.available_width() > LEGIBLE {
        ui.add(eframe::egui::Label::new(text::dense_second(ui, line)).truncate());
    }
}

fn profile_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let words = desk.words();
    let shown = words.say(name_of(desk.look().profile));
    let response = ui.add(Button::quiet(&shown).icon(Icon::Eye).dense()).explain(&words.say("frame-profile-hint"), None, None);
    Popup::menu(&response).show(|ui| {
        for (profile, _) in Profile::ALL {
            let name = words.say(name_of(profile));
            if ui.add(MenuItem::new(&name).chosen(profile == desk.look().profile)).clicked() {
                asked.push(Action::Look(LookAt::Profile(profile)));
                ui.close();
            }
        }
    });
}

/// The text of a profile.
pub fn name_of(profile: Profile) -> &'static str {
    match profile {
        Profile::Intern => "frame-profile-intern",
        Profile::Konferenz => "frame-profile-konferenz",
        Profile::Oeffentlich => "frame-profile-oeffentlich",
    }
}

fn scale_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let words = desk.words();
    let settings = desk.settings();
    let mut step = |by: f32| asked.push(Action::Settings(Settings { scale: next_scale(settings.scale, by), ..settings.clone() }));
    let ctrl = |key: &str| words.say_with("key-ctrl", &[("key", key.into())]);
    if icon_button(ui, Icon::Plus, &words.say("frame-larger"), Some(&ctrl("+"))).clicked() {
        step(1.0);
    }
    ui.label(text::dense_second(ui, words.percent(f64::from(settings.scale), 0)));
    if icon_button(ui, Icon::Minus, &words.say("frame-smaller"), Some(&ctrl("−"))).clicked() {
        step(-1.0);
    }
}

/// The next size of the interface: 75, 90, 100, 110, 125, 150, 175, 200 %.
pub fn next_scale(scale: f32, by: f32) -> f32 {
    const STEPS: [f32; 8] = [0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0];
    let up = STEPS.iter().copied().find(|it| *it > scale + 0.01);
    let down = STEPS.iter().rev().copied().find(|it| *it < scale - 0.01);
    (if by > 0.0 { up } else { down }).unwrap_or(scale)
}
