//! The bar at the bottom: under which rule values are shown, what is shown from when and whom, whose borders these are.

use eframe::egui::{Align, Label, Layout, Popup, Role, Ui, UiBuilder};

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
        widgets::{
            Button, Explain, MenuItem, icon_button,
            surface::{announce, line},
        },
    },
};

/// What there is to say, whole and in parts.
struct Told {
    /// What is shown, from whom, from when: the whole of it, then less and less.
    shown: Vec<String>,
    /// Whose borders these are, then whose numbers.
    notices: Vec<String>,
}

impl Told {
    fn of(desk: &Desk) -> Self {
        let words = desk.words();
        let shown = desk.shown_indicator().zip(desk.shown_period()).map(|(series, period)| {
            let (name, source) = (series.indicator.name.as_str(), series.indicator.source.as_str());
            let date = words.date(period.as_str());
            let whole = [("indicator", name.into()), ("source", source.into()), ("period", date.as_str().into())];
            vec![
                words.say_with("frame-shown", &whole),
                words.say_with("frame-shown-from", &[("source", source.into()), ("period", date.as_str().into())]),
                words.say_with("frame-shown-when", &[("period", date.into())]),
            ]
        });
        Self { shown: shown.unwrap_or_default(), notices: desk.catalog().notices.to_vec() }
    }

    /// All of it, for whoever points at the bar.
    fn whole(&self) -> String {
        self.shown.iter().take(1).chain(&self.notices).map(String::as_str).collect::<Vec<_>>().join("\n")
    }

    /// What stands in that room, and whether that is all: whose borders these are always, then as much as may be of what is shown,
    /// then whose numbers. A piece stands whole or not at all.
    fn within(&self, room: f32, wide: impl Fn(&str) -> f32) -> Standing<'_> {
        let all = self.shown.iter().take(1).chain(&self.notices).map(|it| wide(it)).sum::<f32>() <= room;
        let mut left = if all { room } else { room - MORE };
        let mut take = |it: &str, anyway: bool| {
            let fits = anyway || wide(it) <= left;
            left -= if fits { wide(it) } else { 0.0 };
            fits
        };
        let (first, others) = self.notices.split_at(self.notices.len().min(1));
        let mut notices: Vec<&str> = first.iter().map(String::as_str).filter(|it| take(it, true)).collect();
        let shown = self.shown.iter().find(|it| take(it, false)).map(String::as_str);
        notices.extend(others.iter().map(String::as_str).filter(|it| take(it, false)));
        Standing { shown, notices, all }
    }
}

/// What of it stands in the bar.
struct Standing<'a> {
    shown: Option<&'a str>,
    notices: Vec<&'a str>,
    all: bool,
}

/// Between two pieces of the bar.
const APART: f32 = 12.0;
/// Room of the sign that there is more to say.
const MORE: f32 = 24.0;

fn wide(ui: &Ui, said: &str) -> f32 {
    line(ui, said, metrics::DENSE, regular(), eframe::egui::Color32::WHITE, f32::INFINITY).size().x + APART
}

/// The bar: one line. Where there is little room, pieces leave it whole; all of them are said under the pointer.
pub fn status_bar_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let bar = ui.max_rect();
    ui.advance_cursor_after_rect(bar);
    // Its buttons may be a hair higher than the bar, which does not grow for them out of the window.
    let ui = &mut ui.new_child(UiBuilder::new().max_rect(bar).layout(Layout::left_to_right(Align::Center)));
    ui.spacing_mut().item_spacing.x = 8.0;
    ui.label(text::dense_second(ui, desk.words().say("frame-view")));
    profile_ui(ui, desk, asked);
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        scale_ui(ui, desk, asked);
        ui.spacing_mut().item_spacing.x = APART;
        told_ui(ui, desk);
    });
}

/// From the right: whose borders and numbers these are; at the left what is shown.
fn told_ui(ui: &mut Ui, desk: &Desk) {
    let told = Told::of(desk);
    let standing = told.within(ui.available_width(), |it| wide(ui, it));
    let line_ui = |ui: &mut Ui, said: &str| {
        let response = ui.add(Label::new(text::dense_second(ui, said)).truncate());
        if !standing.all {
            let _ = response.explain(&told.whole(), None, None);
        }
    };
    if !standing.all {
        let sign = ui.add(Label::new(text::dense_second(ui, "…")));
        announce(&sign, Role::Label, true, None, &told.whole());
        let _ = sign.explain(&told.whole(), None, None);
    }
    standing.notices.iter().rev().for_each(|it| line_ui(ui, it));
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| standing.shown.iter().for_each(|it| line_ui(ui, it)));
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

#[cfg(test)]
mod tests {
    use super::*;

    /// At 200 % the bar took two lines, and „Stichtag“ was cut in its middle.
    #[test]
    fn pieces_leave_the_bar_whole_and_the_surveyors_never() {
        let told = Told {
            shown: ["Kinder: Amt · Stichtag 2023", "Amt · Stichtag 2023", "Stichtag 2023"].map(str::to_owned).to_vec(),
            notices: ["Grenzen © Amt", "© Statistik"].map(str::to_owned).to_vec(),
        };
        let standing = |room: f32| {
            let it = told.within(room, |it| 10.0 * it.chars().count() as f32);
            ([it.shown.unwrap_or("–")].into_iter().chain(it.notices).collect::<Vec<_>>().join(" | "), it.all)
        };
        assert_eq!(standing(520.0), ("Kinder: Amt · Stichtag 2023 | Grenzen © Amt | © Statistik".into(), true));
        assert_eq!(standing(MORE + 400.0), ("Kinder: Amt · Stichtag 2023 | Grenzen © Amt".into(), false));
        assert_eq!(standing(MORE + 350.0), ("Amt · Stichtag 2023 | Grenzen © Amt".into(), false));
        assert_eq!(standing(MORE + 270.0), ("Stichtag 2023 | Grenzen © Amt".into(), false));
        assert_eq!(standing(MORE + 245.0), ("– | Grenzen © Amt | © Statistik".into(), false));
        assert_eq!(standing(40.0), ("– | Grenzen © Amt".into(), false));
    }
}
