//! Notices: what happened, whom it concerns, one remedy with its key, one way out. As a strip over the map or as a toast.
use super::pill::Tone;
use super::{button::Button, icon_button};
use crate::views::icons::Icon;
use crate::views::theme::{Theme, metrics, semibold, text};
use eframe::egui::{Align, Color32, CornerRadius, FontId, Frame, Label, Layout, Margin, Sense, Stroke, Ui, Vec2};

/// A note is narrow below this width, in points.
const NARROW: f32 = 420.0;
/// Room that a button and the cross take beside the words.
const BUTTON: f32 = 170.0;

/// What was asked of a notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeAnswer {
    /// The remedy.
    Remedy,
    /// The way out.
    Leave,
}

/// A notice in words, with up to two buttons.
#[must_use = "show it"]
#[derive(Debug, Clone)]
pub struct Notice<'a> {
    tone: Tone,
    title: &'a str,
    detail: &'a str,
    remedy: Option<(&'a str, Option<&'a str>)>,
    leave: Option<&'a str>,
    close: Option<&'a str>,
    brief: bool,
}

impl<'a> Notice<'a> {
    /// What happened.
    pub fn new(tone: Tone, title: &'a str) -> Self {
        Self { tone, title, detail: "", remedy: None, leave: None, close: None, brief: false }
    }

    /// Whom it concerns, or why.
    pub fn detail(mut self, detail: &'a str) -> Self {
        self.detail = detail;
        self
    }

    /// What helps, and its key.
    pub fn remedy(mut self, text: &'a str, key: Option<&'a str>) -> Self {
        self.remedy = Some((text, key));
        self
    }

    /// The way out, in words.
    pub fn leave(mut self, text: &'a str) -> Self {
        self.leave = Some(text);
        self
    }

    /// The way out as a cross; `name` is read out.
    pub fn closable(mut self, name: &'a str) -> Self {
        self.close = Some(name);
        self
    }

    /// In small letters and as low as its words: among others, in a corner of the map.
    pub fn brief(mut self) -> Self {
        self.brief = true;
        self
    }

    /// Shows the notice, as wide as there is room. The page places it.
    pub fn show(self, ui: &mut Ui) -> Option<NoticeAnswer> {
        let theme = Theme::of(ui.ctx());
        let ink = self.tone.colours(&theme).0;
        let edge = if self.tone == Tone::Neutral { theme.quiet_edge() } else { Stroke::new(theme.edge(), ink) };
        let frame = Frame::new()
            .fill(theme.tokens.raised)
            .stroke(edge)
            .corner_radius(CornerRadius::same(metrics::CORNER_CARD))
            .shadow(theme.card_shadow())
            .inner_margin(if self.brief { Margin::symmetric(10, 4) } else { Margin::symmetric(14, 10) });
        frame.show(ui, |ui| self.contents(ui, ink)).inner
    }

    fn contents(&self, ui: &mut Ui, ink: eframe::egui::Color32) -> Option<NoticeAnswer> {
        let below = self.has_buttons_below(ui);
        let mut answer = None;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing = Vec2::new(10.0, 0.0);
            if let Some(icon) = self.tone.icon() {
                let (rect, _) = ui.allocate_exact_size(Vec2::new(18.0, if self.brief { 28.0 } else { 34.0 }), Sense::hover());
                icon.paint(ui.painter(), rect.center(), 18.0, ink);
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                answer = self.cross(ui).or(if below { None } else { self.buttons(ui) });
                ui.with_layout(Layout::top_down(Align::Min), |ui| self.words(ui));
            });
        });
        if below {
            ui.horizontal(|ui| {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| answer = answer.or(self.buttons(ui)));
            });
            ui.add_space(4.0);
        }
        answer
    }

    /// A narrow note with much to say has its buttons below: beside them there was room for one word a line.
    fn has_buttons_below(&self, ui: &Ui) -> bool {
        let room = ui.available_width();
        self.brief && (self.remedy.is_some() || self.leave.is_some()) && room < NARROW && self.lines(ui, room - BUTTON) > 2
    }

    fn words(&self, ui: &mut Ui) {
        if self.brief {
            return self.briefly(ui);
        }
        ui.add_space(if self.detail.is_empty() { 8.0 } else { 0.0 });
        ui.label(text::title(ui, self.title));
        if !self.detail.is_empty() {
            ui.label(text::dense_second(ui, self.detail));
        }
    }

    /// Lines of a brief title in so much room.
    fn lines(&self, ui: &Ui, room: f32) -> usize {
        let font = FontId::new(metrics::DENSE, semibold());
        ui.fonts_mut(|it| it.layout(self.title.to_owned(), font, Color32::WHITE, room.max(40.0)).rows.len())
    }

    /// In the middle of the buttons' height as long as it is one line.
    fn briefly(&self, ui: &mut Ui) {
        let title = text::dense(ui, self.title).strong();
        let lines = self.lines(ui, ui.available_width());
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.add_space(if lines == 1 && self.detail.is_empty() { 6.0 } else { 0.0 });
        let words = Label::new(title.font(FontId::new(metrics::DENSE, semibold()))).wrap();
        ui.add(words.selectable(self.tone == Tone::Error)); // a refusal names a path, which is worth copying
        if !self.detail.is_empty() {
            ui.add(Label::new(text::hint(ui, self.detail)).wrap());
        }
    }

    fn cross(&self, ui: &mut Ui) -> Option<NoticeAnswer> {
        self.close.is_some_and(|it| icon_button(ui, Icon::Close, it, None).clicked()).then_some(NoticeAnswer::Leave)
    }

    /// From the right edge inwards.
    fn buttons(&self, ui: &mut Ui) -> Option<NoticeAnswer> {
        let mut answer = None;
        if let Some((words, key)) = self.remedy {
            let mut button = if self.leave.is_some() { Button::primary(words) } else { Button::plain(words) };
            button = key.into_iter().fold(button, Button::key);
            if ui.add(button).clicked() {
                answer = Some(NoticeAnswer::Remedy);
            }
        }
        if self.leave.is_some_and(|it| ui.add(Button::plain(it)).clicked()) {
            answer = Some(NoticeAnswer::Leave);
        }
        answer
    }
}
