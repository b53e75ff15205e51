//! The bar at the bottom: under which rule values are shown, what is shown from when and whom, whose borders these are.

use eframe::egui::{Align, Layout, Popup, Rect, Ui, UiBuilder, pos2};

use crate::{
    desk::{
        Desk,
        action::{Action, LookAt},
        look::Settings,
    },
    model::released::Profile,
    views::{
        icons::Icon,
        theme::{metrics, regular, text},
        widgets::{Button, Explain, MenuItem, icon_button, surface::line},
    },
};

/// What is shown, from whom, and whose borders these are.
fn lines(desk: &Desk) -> Vec<String> {
    let words = desk.words();
    let shown = desk.shown_indicator().zip(desk.shown_period()).map(|(series, period)| {
        let parts = [
            ("indicator", series.indicator.name.as_str().into()),
            ("source", series.indicator.source.as_str().into()),
            ("period", words.date(period.as_str()).into()),
        ];
        words.say_with("frame-shown", &parts)
    });
    shown.into_iter().chain(desk.catalog().notices.iter().cloned()).collect()
}

/// What beside the lines stands in the bar: the profile and the size.
const AROUND: f32 = 300.0;
/// Between two lines of the bar.
const APART: f32 = 12.0;
/// Height of the second line with the air below it.
const SECOND: f32 = 18.0;

fn wide(ui: &Ui, said: &str) -> f32 {
    line(ui, said, metrics::DENSE, regular(), eframe::egui::Color32::WHITE, f32::INFINITY).size().x + APART
}

/// Whether the sources need a line of their own. They are never given up.
fn needs_two(ui: &Ui, desk: &Desk, room: f32) -> bool {
    let notices = desk.catalog().notices.iter().map(|it| wide(ui, it)).sum::<f32>();
    notices + AROUND > room
}

/// How high the bar is in a window of this width.
pub fn status_height(ui: &Ui, desk: &Desk) -> f32 {
    if needs_two(ui, desk, ui.available_width()) { metrics::STATUS + SECOND } else { metrics::STATUS }
}

/// The bar.
pub fn status_bar_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let two = needs_two(ui, desk, ui.available_width() + 28.0); // the bar's inset
    let mut lines = lines(desk);
    if two && lines.len() > 1 && desk.shown_indicator().is_some() {
        lines.rotate_left(1); // whose borders these are stands first, what is shown in the room that is left
    }
    let (first, second) = if two { lines.split_at(lines.len().min(1)) } else { (lines.as_slice(), [].as_slice()) };
    let bar = ui.max_rect();
    ui.advance_cursor_after_rect(bar);
    let between = bar.bottom() - if two { SECOND } else { 0.0 };
    row_ui(ui, bar.with_max_y(between), |ui| first_line_ui(ui, desk, first, asked));
    if two {
        row_ui(ui, Rect::from_min_max(pos2(bar.left(), between - 3.0), bar.right_bottom()), |ui| {
            ui.spacing_mut().item_spacing.x = APART;
            second.iter().for_each(|it| line_ui(ui, it));
        });
    }
}

/// A row in its place: its buttons may be a hair higher than the bar, which does not grow for them out of the window.
fn row_ui(ui: &mut Ui, place: Rect, contents: impl FnOnce(&mut Ui)) {
    let centred = Layout::left_to_right(Align::Center);
    contents(&mut ui.new_child(UiBuilder::new().max_rect(place).layout(centred)));
}

fn first_line_ui(ui: &mut Ui, desk: &Desk, lines: &[String], asked: &mut Vec<Action>) {
    ui.spacing_mut().item_spacing.x = 8.0;
    ui.label(text::dense_second(ui, desk.words().say("frame-view")));
    profile_ui(ui, desk, asked);
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        scale_ui(ui, desk, asked);
        let (shown, notices) = lines.split_at(lines.len().min(1));
        notices.iter().rev().for_each(|it| line_ui(ui, it));
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| shown.iter().for_each(|it| line_ui(ui, it)));
    });
}

/// As much of a line as there is room for; of less than a word nothing is shown. What is missing is said under the pointer.
fn line_ui(ui: &mut Ui, said: &str) {
    const LEGIBLE: f32 = 56.0;
    if ui.available_width() > LEGIBLE {
        let size = if wide(ui, said) > ui.available_width() { text::hint(ui, said) } else { text::dense_second(ui, said) };
        ui.add(eframe::egui::Label::new(size).truncate());
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
