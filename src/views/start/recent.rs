//! What can be gone on with: working copies that a crash left behind, and projects that were open lately.

use eframe::egui::{Align, CornerRadius, Frame, Id, Label, Layout, Margin, RichText, Sense, Ui, Vec2, vec2};

use crate::{
    desk::{
        Desk,
        action::{Action, FileWork},
        errand::{LeftBehind, OnDisk, Recent},
    },
    views::{
        icons::Icon,
        moments::when,
        start::heading,
        theme::{Theme, metrics, text},
        widgets::{Button, Explain as _, Row},
    },
};

/// Working copies with changes that no file has. Nothing is thrown away without being asked.
pub fn left_behind_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let tokens = Theme::of(ui.ctx()).tokens;
    for copy in &desk.start_page().left_behind {
        let frame = Frame::new()
            .fill(tokens.warn_soft)
            .corner_radius(CornerRadius::same(metrics::CORNER_FIELD))
            .inner_margin(Margin::symmetric(12, 8));
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            copy_ui(ui, desk, copy, asked);
        });
    }
    if !desk.start_page().left_behind.is_empty() {
        ui.add_space(10.0);
    }
}

fn copy_ui(ui: &mut Ui, desk: &Desk, copy: &LeftBehind, asked: &mut Vec<Action>) {
    let words = desk.words();
    let tokens = Theme::of(ui.ctx()).tokens;
    ui.horizontal_top(|ui| {
        let (icon, _) = ui.allocate_exact_size(Vec2::splat(18.0), Sense::hover());
        Icon::History.paint(ui.painter(), icon.center(), 16.0, tokens.warn);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 3.0;
            if let Some(trouble) = &copy.trouble {
                let sentence = words.say_with("start-left-behind-trouble", &[("trouble", words.tell(trouble).into())]);
                ui.add(Label::new(text::dense(ui, sentence).color(tokens.warn)).wrap());
                return;
            }
            let title = words.say_with("start-left-behind", &[("name", copy.name.as_str().into())]);
            ui.add(Label::new(text::title(ui, title).color(tokens.warn)).wrap());
            let (holds, last) = told(desk, copy);
            let holds = ui.add(Label::new(text::dense(ui, holds)).wrap());
            if let Some(file) = &copy.file {
                let _ = holds.explain(&file.display().to_string(), None, None);
            }
            ui.add(Label::new(text::dense_second(ui, last)).wrap());
            if copy.damaged {
                let damaged = words.say("start-left-behind-damaged");
                ui.add(Label::new(text::dense(ui, damaged).color(tokens.warn)).wrap());
            }
        });
    });
    ui.horizontal(|ui| {
        ui.add_space(26.0);
        answers_ui(ui, desk, copy, asked);
    });
}

/// How much the working copy has that the file doesn't, and what the last of it was.
fn told(desk: &Desk, copy: &LeftBehind) -> (String, String) {
    let words = desk.words();
    let holds = match copy.file.as_ref().and_then(|it| it.file_name()) {
        Some(file) => {
            let file = file.to_string_lossy().into_owned();
            words.say_with("start-left-behind-file", &[("count", copy.steps.into()), ("file", file.into())])
        }
        None => words.say_with("start-left-behind-no-file", &[("count", copy.steps.into())]),
    };
    let at = when(desk, &copy.at);
    let last = match &copy.last {
        Some(step) => words.say_with("start-left-behind-step", &[("at", at.into()), ("step", words.tell(step).into())]),
        None => words.say_with("start-left-behind-last", &[("at", at.into())]),
    };
    (holds, last)
}

/// Going on is the first of two buttons; throwing away asks once more.
fn answers_ui(ui: &mut Ui, desk: &Desk, copy: &LeftBehind, asked: &mut Vec<Action>) {
    let words = desk.words();
    let name = |key| words.say_with(key, &[("name", copy.name.as_str().into())]);
    let asks = Id::unique(("discard", &copy.path));
    if ui.data(|it| it.get_temp::<bool>(asks)) == Some(true) {
        ui.add(Label::new(text::dense(ui, words.say("start-discard-sure"))).wrap());
        if ui.add(Button::plain(&words.say("start-discard-yes")).dense().name(&name("start-discard-yes-name"))).clicked() {
            asked.push(Action::File(FileWork::Discard(copy.path.clone())));
            ui.data_mut(|it| it.remove_temp::<bool>(asks));
        }
        if ui.add(Button::plain(&words.say("start-discard-no")).dense()).clicked() {
            ui.data_mut(|it| it.remove_temp::<bool>(asks));
        }
        return;
    }
    if copy.trouble.is_none() && ui.add(Button::primary(&words.say("start-resume")).dense().name(&name("start-resume-name"))).clicked() {
        asked.push(Action::File(FileWork::Resume(copy.path.clone())));
    }
    if ui.add(Button::plain(&words.say("start-discard")).dense().name(&name("start-discard-name"))).clicked() {
        ui.data_mut(|it| it.insert_temp(asks, true));
    }
}

/// Projects that were open lately, the latest first.
pub fn recent_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let words = desk.words();
    heading(ui, &words.say("start-recent"));
    let recent = &desk.start_page().recent;
    if recent.is_empty() {
        ui.add(Label::new(text::second(ui, words.say("start-nothing-recent"))).wrap());
        return;
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    for (at, project) in recent.iter().enumerate() {
        let row = Row::new(&project.name, 68.0);
        let (response, ()) = ui.push_id(("recent", at), |ui| row.show(ui, |ui| project_ui(ui, desk, project))).inner;
        if response.on_hover_text(project.path.display().to_string()).clicked() {
            asked.push(Action::File(FileWork::Open(project.path.clone())));
        }
    }
}

fn project_ui(ui: &mut Ui, desk: &Desk, project: &Recent) {
    let words = desk.words();
    let tokens = Theme::of(ui.ctx()).tokens;
    let gone = project.file == OnDisk::Gone;
    ui.horizontal(|ui| {
        let (icon, _) = ui.allocate_exact_size(vec2(26.0, 50.0), Sense::hover());
        let (sign, ink) = if gone { (Icon::Warning, tokens.warn) } else { (Icon::Map, tokens.acc) };
        sign.paint(ui.painter(), icon.left_center() + vec2(9.0, 0.0), 18.0, ink);
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            let at = match &project.file {
                OnDisk::Written(at) => words.say_with("start-saved", &[("at", when(desk, at).into())]),
                OnDisk::NotLooked | OnDisk::Gone => words.say_with("start-opened", &[("at", when(desk, &project.at).into())]),
            };
            ui.label(text::dense_second(ui, at));
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                ui.spacing_mut().item_spacing.y = 1.0;
                let name = text::title(ui, &project.name);
                ui.add(Label::new(if gone { name.color(tokens.t2) } else { name }).truncate());
                ui.add(Label::new(holds(ui, desk, project)).truncate());
                let folder = project.path.parent().map(|it| it.display().to_string()).unwrap_or_default();
                let file = project.path.file_name().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
                let place = words.say_with("start-place", &[("file", file.into()), ("folder", folder.into())]);
                ui.add(Label::new(text::hint(ui, place)).truncate());
            });
        });
    });
}

/// „3 Varianten · 7 Räume · 26 Kennzahlen“, or that the file is not there.
fn holds(ui: &Ui, desk: &Desk, project: &Recent) -> RichText {
    let words = desk.words();
    if project.file == OnDisk::Gone {
        return text::dense(ui, words.say("start-gone")).color(Theme::of(ui.ctx()).tokens.warn);
    }
    let parts = [("start-plans", project.plans), ("start-areas", project.areas), ("start-indicators", project.indicators)];
    let parts = parts.into_iter().filter(|it| it.0 != "start-areas" || it.1 > 0);
    let parts: Vec<String> = parts.map(|it| words.say_with(it.0, &[("count", it.1.into())])).collect();
    text::dense_second(ui, parts.join(" · "))
}
