//! Every step that was taken, newest first; a click goes there and back.

use std::sync::Arc;

use eframe::egui::{Align, FontSelection, Label, Layout, RichText, ScrollArea, Ui, WidgetText};

use crate::{
    desk::{Desk, action::Action},
    project::history::Step,
    views::{
        theme::{Theme, text},
        widgets::{Explain as _, Row, Tone, pill},
    },
};

/// Two lines of text: what a step changed, and to what, is read whole.
const HEIGHT: f32 = 50.0;

/// How high the whole list is, in points.
pub fn history_height(desk: &Desk) -> f32 {
    let rows = desk.history().steps().len() + 1 + usize::from(desk.drawing().stroke().is_some());
    HEIGHT * rows as f32
}

/// The list; only the rows in sight are drawn.
pub(super) fn history_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let words = desk.words();
    let history = desk.history();
    if desk.drawing().stroke().is_some() {
        running_ui(ui, &words.say("planning-history-running"));
    }
    let rows = history.steps().len() + 1; // the beginning is a place to go to, too
    ScrollArea::vertical().auto_shrink([false, false]).show_rows(ui, HEIGHT, rows, |ui, range| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for row in range {
            let taken = rows - 1 - row;
            let step = taken.checked_sub(1).and_then(|it| history.steps().get(it));
            step_ui(ui, desk, step, taken, asked);
        }
    });
}

fn running_ui(ui: &mut Ui, name: &str) {
    Row::new(name, HEIGHT).changing(true).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.label(text::second(ui, name));
        });
    });
}

/// One step, or the beginning. `taken` is how many steps are done once one goes there.
fn step_ui(ui: &mut Ui, desk: &Desk, step: Option<&Step>, taken: usize, asked: &mut Vec<Action>) {
    let words = desk.words();
    let now = desk.history().taken();
    let title = step.map_or_else(|| words.say("planning-history-beginning"), |it| words.tell(&it.title));
    let at = step.map(|it| time_of(&it.at, desk)).unwrap_or_default();
    let state = match taken.cmp(&now) {
        std::cmp::Ordering::Equal => words.say("planning-history-now"),
        std::cmp::Ordering::Greater => words.say("planning-history-undone"),
        std::cmp::Ordering::Less => String::new(),
    };
    let name = [at.as_str(), title.as_str(), state.as_str()].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(", ");
    let (response, ()) = Row::new(&name, HEIGHT).chosen(taken == now).show(ui, |ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            match taken.cmp(&now) {
                std::cmp::Ordering::Equal => drop(pill(ui, Tone::Accent, &state)),
                std::cmp::Ordering::Greater => drop(pill(ui, Tone::Neutral, &state)),
                std::cmp::Ordering::Less => {}
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let quiet = Theme::of(ui.ctx()).tokens.t3;
                ui.add_sized([42.0, 18.0], Label::new(text::dense(ui, at.as_str()).color(quiet)).halign(Align::Min));
                let words = if taken == now { text::title(ui, title.as_str()) } else { text::base(ui, title.as_str()) };
                let words = if taken > now { words.color(quiet) } else { words };
                ui.add(two_lines(ui, words));
            });
        });
    });
    let response = response.explain(&title, None, Some(&words.say("planning-history-go")));
    if response.clicked() && taken != now {
        asked.push(Action::GoToStep(taken));
    }
}

/// Words that wrap once; what is longer ends with „…“ and is told whole under the pointer.
fn two_lines(ui: &Ui, words: RichText) -> Label {
    let job = WidgetText::from(words).into_layout_job(ui.style(), FontSelection::Default, Align::Center);
    let mut job = Arc::unwrap_or_clone(job);
    job.wrap.max_rows = 2;
    Label::new(job).wrap()
}

/// The time of today's steps, the day of earlier ones.
fn time_of(at: &str, desk: &Desk) -> String {
    let (day, time) = at.split_once('T').unwrap_or((at, ""));
    let today = desk.now().split_once('T').map_or(desk.now(), |it| it.0);
    match day == today {
        true => time.get(..5).unwrap_or(time).to_owned(),
        false => {
            let written = desk.words().date(day);
            written.get(..6).filter(|_| day.len() == 10).unwrap_or(&written).to_owned()
        }
    }
}
