//! The project's name in the bar, and below it where it stands: its file, and whether everything done is kept.

use eframe::egui::{Align, Id, Label, Layout, Rect, Sense, Ui, UiBuilder, vec2};

use crate::{
    desk::{Desk, keeping::Keeping},
    views::{
        icons::Icon,
        moments::when,
        theme::{Theme, medium, metrics, regular, semibold, text},
        widgets::{Explain, Tone, surface::line},
    },
};

/// How long a change may be on its way to the disk before the bar says so, in seconds: usually it is there before one looks.
const WORTH_A_WORD: f64 = 0.3;
/// Room for the icon before a warning, in points.
const ICON: f32 = 16.0;

/// What the bar says of the project.
struct Said {
    name: String,
    file: Option<String>,
    state: String,
    alarm: bool,
}

impl Said {
    fn of(ui: &Ui, desk: &Desk) -> Self {
        let (words, keeping) = (desk.words(), desk.keeping());
        let file = desk.file().path.as_ref().and_then(|it| it.file_name()).map(|it| it.to_string_lossy().into_owned());
        let state = match keeping {
            Keeping::NotRecorded(_) => words.say("frame-not-recorded"),
            Keeping::ReadOnly(_) => words.say("frame-read-only"),
            Keeping::Recording => words.say("frame-recording"),
            Keeping::InWorkingCopy { file: None } => words.say("frame-no-file"),
            Keeping::InWorkingCopy { file: Some(_) } => words.say("frame-changed"),
            Keeping::Saved { at: "" } => words.say("frame-saved-sometime"),
            Keeping::Saved { at } => words.say_with("frame-saved", &[("at", when(desk, at).into())]),
        };
        let state = settled(ui, state, keeping == Keeping::Recording);
        Self { name: desk.project().name.clone(), file, state, alarm: matches!(keeping, Keeping::NotRecorded(_)) }
    }

    /// „kreis.planraum · Gespeichert heute, 14:32“; where there is too little room, the state alone.
    fn below(&self, ui: &Ui, desk: &Desk, room: f32) -> String {
        let Some(file) = &self.file else { return self.state.clone() };
        let both = desk.words().say_with("frame-file", &[("file", file.as_str().into()), ("state", self.state.as_str().into())]);
        if self.below_width(ui, &both) <= room { both } else { self.state.clone() }
    }

    fn below_width(&self, ui: &Ui, text: &str) -> f32 {
        let family = if self.alarm { medium() } else { regular() };
        width(ui, text, metrics::HINT, family) + if self.alarm { ICON } else { 0.0 }
    }
}

fn width(ui: &Ui, text: &str, size: f32, family: eframe::egui::FontFamily) -> f32 {
    line(ui, text, size, family, eframe::egui::Color32::PLACEHOLDER, f32::INFINITY).size().x.ceil()
}

/// How wide the block is where there is room for all of it, in points.
pub(super) fn project_width(ui: &Ui, desk: &Desk) -> f32 {
    let said = Said::of(ui, desk);
    let below = said.below(ui, desk, f32::INFINITY);
    let usual = usual(desk).into_iter().map(|state| {
        let calm = Said { name: String::new(), file: said.file.clone(), state, alarm: false };
        calm.below_width(ui, &calm.below(ui, desk, f32::INFINITY))
    });
    let longest = usual.fold(said.below_width(ui, &below), f32::max);
    width(ui, &said.name, metrics::BASE, semibold()).max(longest) + 1.0
}

/// What the bar says from step to step and from save to save: the block has room for each, so that nothing beside it jumps.
fn usual(desk: &Desk) -> Vec<String> {
    let words = desk.words();
    let at = words.say_with("moment-today", &[("time", "00:00".into())]);
    let mut all = vec![words.say("frame-recording")];
    match desk.file().path {
        None => all.push(words.say("frame-no-file")),
        Some(_) => all.extend([words.say("frame-changed"), words.say_with("frame-saved", &[("at", at.into())])]),
    }
    all
}

/// The block, at most `room` points wide; the pointer reads the whole path and the last step.
pub(super) fn project_ui(ui: &mut Ui, desk: &Desk, room: f32) {
    let said = Said::of(ui, desk);
    let wide = project_width(ui, desk).min(room).max(0.0);
    let (rect, _) = ui.allocate_exact_size(vec2(wide, 36.0), Sense::hover());
    ui.scope_builder(UiBuilder::new().max_rect(rect).layout(Layout::top_down(Align::Min)), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.spacing_mut().interact_size.y = 15.0;
        ui.set_min_width(wide);
        ui.add(Label::new(text::title(ui, said.name.as_str())).truncate());
        below_ui(ui, desk, &said);
    });
    let (file, more) = told(desk);
    let more = Some(more.as_str()).filter(|it| !it.is_empty());
    let _ = ui.interact(rect, Id::unique("project state"), Sense::hover()).explain(&file, None, more);
}

fn below_ui(ui: &mut Ui, desk: &Desk, said: &Said) {
    let below = said.below(ui, desk, ui.available_width());
    if !said.alarm {
        ui.add(Label::new(text::hint(ui, below).color(Theme::of(ui.ctx()).tokens.t2)).truncate());
        return;
    }
    let ink = Tone::Error.colours(&Theme::of(ui.ctx())).0;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let (square, _) = ui.allocate_exact_size(vec2(ICON, 15.0), Sense::hover());
        Icon::Warning.paint(ui.painter(), Rect::from_min_size(square.min, vec2(12.0, 15.0)).center(), 12.0, ink);
        ui.add(Label::new(text::hint(ui, below).family(medium()).color(ink)).truncate());
    });
}

/// The whole path, or that there is none; and below it what is to be known besides.
fn told(desk: &Desk) -> (String, String) {
    let words = desk.words();
    let file = desk.file().path.as_ref().map_or_else(|| words.say("frame-no-file-what"), |it| it.display().to_string());
    let mut more = Vec::new();
    match desk.keeping() {
        Keeping::NotRecorded(why) => more.push(words.say_with("frame-not-recorded-what", &[("why", words.tell(why).into())])),
        Keeping::ReadOnly(who) => more.push(words.tell(who)),
        Keeping::InWorkingCopy { file: Some(at) } if !at.is_empty() => {
            more.push(words.say_with("frame-file-of", &[("at", when(desk, at).into())]));
        }
        _ => {}
    }
    if let Some(step) = desk.history().to_undo() {
        more.push(words.say_with("frame-last-step", &[("at", when(desk, &step.at).into()), ("step", words.tell(&step.title).into())]));
    }
    (file, more.join("\n"))
}

/// What is on its way to the disk for a moment only isn't worth a flicker: till then the bar says what it said.
fn settled(ui: &Ui, state: String, recording: bool) -> String {
    let (id, now) = (Id::unique("project state said"), ui.input(|it| it.time));
    let kept: Option<(String, f64)> = ui.data(|it| it.get_temp(id));
    match kept {
        Some((before, since)) if recording && now - since < WORTH_A_WORD => {
            ui.ctx().request_repaint_after_secs((WORTH_A_WORD - (now - since)) as f32);
            before
        }
        _ => {
            if !recording {
                ui.data_mut(|it| it.insert_temp(id, (state.clone(), now)));
            }
            state
        }
    }
}
