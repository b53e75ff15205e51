//! The period: a slider over the periods of the chosen indicator, gaps visible.

use eframe::egui::Ui;

use crate::{
    desk::{
        Desk,
        action::{Action, LookAt},
    },
    model::{catalog::Series, value::State},
    views::{
        planning::parts,
        theme::text,
        widgets::{Button, Explain as _, Slider, Tick},
    },
};

/// The period in words, the slider, the years below.
pub(super) fn period_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let (Some(series), Some(shown)) = (desk.shown_indicator(), desk.shown_period()) else { return };
    let words = desk.words();
    let title = words.say("planning-period");
    let said = words.date(shown.as_str());
    parts::rule(ui);
    parts::padded(ui, 8, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        let periods = series.periods();
        let known = |at: usize| series.at(at).iter().any(|it| it.state == State::Known);
        let at = series.period_index(shown).unwrap_or(0);
        parts::headed(ui, text::title(ui, title.as_str()), |ui| {
            ui.label(text::key_figure(ui, said.as_str()));
            newer_ui(ui, desk, series, at, asked);
            if periods.len() > 1 && !known(at) {
                ui.label(text::hint(ui, words.say("planning-no-value"))); // beside the date: nothing below it moves
            }
        });
        if periods.len() < 2 {
            ui.label(text::hint(ui, words.say("planning-only-period")));
            return;
        }
        let ticks: Vec<Tick> = (0..).zip(periods).map(|(at, it)| Tick { text: short(it.as_str()), empty: !known(at) }).collect();
        let slider = Slider::new(&title, &said, at, periods.len() - 1).ticks(&ticks).show(ui);
        if let Some(period) = slider.and_then(|it| periods.get(it)) {
            asked.push(Action::Look(LookAt::Period(period.clone())));
        }
    });
}

/// Where the period shown is not the latest, as with a saved view: that there is a newer one, and the way to it.
fn newer_ui(ui: &mut Ui, desk: &Desk, series: &Series, at: usize, asked: &mut Vec<Action>) {
    let Some(newest) = series.latest_known().filter(|it| *it > at).and_then(|it| series.periods().get(it)) else { return };
    let words = desk.words();
    let newer = words.say_with("planning-newer", &[("period", short(newest.as_str()).into())]);
    let name = words.say_with("planning-newest", &[("period", words.date(newest.as_str()).into())]);
    if ui.add(Button::link(&newer).dense()).explain(&name, None, None).clicked() {
        asked.push(Action::Look(LookAt::Period(newest.clone())));
    }
}

/// The year alone of a day; anything else as it is.
fn short(period: &str) -> String {
    let is_day = period.len() == 10;
    period.get(..4).filter(|_| is_day).unwrap_or(period).to_owned()
}
