//! Buttons: primary (one per view), plain, quiet, and the hand's; with icon and key where wanted.
use super::surface::{announce, focus_ring, line, put_line, touch};
use super::{key_hint, tooltip::Explain};
use crate::views::icons::Icon;
use crate::views::theme::{Theme, contrast::over, medium, metrics, semibold};
use eframe::egui::{Color32, CornerRadius, Galley, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, Widget, pos2, vec2};
use std::sync::Arc;

const GAP: f32 = 7.0;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Primary,
    Plain,
    Quiet,
    Hand,
    Link,
}

/// A button. `ui.add(Button::plain("Vorführen").icon(Icon::Screen).key("F5"))`
#[must_use = "add it to a Ui"]
#[derive(Debug, Clone)]
pub struct Button<'a> {
    kind: Kind,
    text: &'a str,
    name: Option<&'a str>,
    icon: Option<Icon>,
    trailing: Option<Icon>,
    key: Option<&'a str>,
    chosen: Option<bool>,
    strong: bool,
    dense: bool,
    large: bool,
    wide: bool,
}

struct Ink {
    fill: Color32,
    edge: Stroke,
    text: Color32,
}

impl<'a> Button<'a> {
    fn new(kind: Kind, text: &'a str) -> Self {
        Self {
            kind,
            text,
            name: None,
            icon: None,
            trailing: None,
            key: None,
            chosen: None,
            strong: false,
            dense: false,
            large: false,
            wide: false,
        }
    }

    /// The one thing to do here, in petrol.
    pub fn primary(text: &'a str) -> Self {
        Self::new(Kind::Primary, text)
    }

    /// With an edge.
    pub fn plain(text: &'a str) -> Self {
        Self::new(Kind::Plain, text)
    }

    /// Without an edge until the pointer comes: bars, tools, navigation.
    pub fn quiet(text: &'a str) -> Self {
        Self::new(Kind::Quiet, text)
    }

    /// What belongs to the stroke in progress, in orange.
    pub fn hand(text: &'a str) -> Self {
        Self::new(Kind::Hand, text)
    }

    /// Words in petrol that lead somewhere.
    pub fn link(text: &'a str) -> Self {
        Self::new(Kind::Link, text)
    }

    /// An icon before the words.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// An icon after the words, as of a menu.
    pub fn trailing(mut self, icon: Icon) -> Self {
        self.trailing = Some(icon);
        self
    }

    /// The key that does the same.
    pub fn key(mut self, key: &'a str) -> Self {
        self.key = Some(key);
        self
    }

    /// For navigation and options: on the soft petrol ground when chosen.
    pub fn chosen(mut self, chosen: bool) -> Self {
        self.chosen = Some(chosen);
        self
    }

    /// For tools: full petrol when chosen.
    pub fn tool(mut self, chosen: bool) -> Self {
        self.strong = true;
        self.chosen(chosen)
    }

    /// The name for screen readers where the words alone do not say it.
    pub fn name(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    /// Lower, with smaller words: inside cards and rows.
    pub fn dense(mut self) -> Self {
        self.dense = true;
        self
    }

    /// Higher, with larger words: the first thing to do on a page.
    pub fn large(mut self) -> Self {
        self.large = true;
        self
    }

    /// As wide as there is room.
    pub fn wide(mut self) -> Self {
        self.wide = true;
        self
    }

    fn ink(&self, theme: &Theme, response: &Response) -> Ink {
        let (t, touch) = (&theme.tokens, touch(response));
        let edge = |colour| Stroke::new(theme.edge(), colour);
        let full = |fill, ink| Ink { fill: over(ink, fill, touch * 1.5), edge: Stroke::NONE, text: ink };
        match (self.kind, self.chosen) {
            (Kind::Primary, _) => full(t.acc, t.on_acc),
            (_, Some(true)) if self.strong => full(t.acc, t.on_acc),
            (_, Some(true)) => Ink { fill: t.inked(t.acc_soft, touch), edge: theme.chosen_edge(), text: t.acc },
            (Kind::Plain, _) => Ink { fill: t.inked(t.raised, touch), edge: edge(t.line2), text: t.t1 },
            (Kind::Hand, _) => Ink { fill: t.inked(t.hand_soft, touch), edge: edge(t.hand), text: t.hand },
            (Kind::Quiet, _) => Ink { fill: t.t1.gamma_multiply(touch * 1.5), edge: Stroke::NONE, text: t.t2 },
            (Kind::Link, _) => Ink { fill: Color32::TRANSPARENT, edge: Stroke::NONE, text: t.acc },
        }
    }

    fn parts(&self, ui: &Ui, colour: Color32, room: f32) -> Option<Arc<Galley>> {
        let bold = self.chosen == Some(true) || self.kind == Kind::Primary;
        let family = if bold { semibold() } else { medium() };
        let size = match (self.dense, self.large) {
            (true, _) => metrics::DENSE,
            (_, true) => metrics::CARD,
            _ => metrics::BASE,
        };
        (!self.text.is_empty()).then(|| line(ui, self.text, size, family, colour, room))
    }

    /// Width of everything but the words, and the width of the key chip alone.
    fn fixed_width(&self, ui: &Ui) -> (f32, f32) {
        let key = self.key.map_or(0.0, |it| key_hint::measure(ui, it, Color32::PLACEHOLDER).0.x);
        let count = [self.icon.is_some(), !self.text.is_empty(), self.key.is_some(), self.trailing.is_some()];
        let gaps = count.iter().filter(|it| **it).count().saturating_sub(1);
        let icons = f32::from(u8::from(self.icon.is_some()) + u8::from(self.trailing.is_some())) * metrics::ICON;
        (2.0 * self.inset() + icons + key + GAP * gaps as f32, key)
    }

    /// How wide it is where there is room for all of it, in points.
    pub fn width(&self, ui: &Ui) -> f32 {
        self.fixed_width(ui).0 + self.parts(ui, Color32::PLACEHOLDER, f32::INFINITY).map_or(0.0, |it| it.size().x)
    }

    fn inset(&self) -> f32 {
        match (self.kind, self.text.is_empty(), self.dense) {
            (Kind::Link, ..) => 2.0,
            (_, true, _) => 6.0,
            (_, _, true) => 8.0,
            _ => 11.0,
        }
    }

    fn paint(&self, ui: &Ui, rect: Rect, response: &Response, words_room: f32) {
        let ink = self.ink(&Theme::of(ui.ctx()), response);
        ui.painter().rect(rect, CornerRadius::same(metrics::CORNER_CONTROL), ink.fill, ink.edge, StrokeKind::Inside);
        let words = self.parts(ui, ink.text, words_room);
        let (fixed, key_width) = self.fixed_width(ui);
        let content = fixed - 2.0 * self.inset() + words.as_ref().map_or(0.0, |it| it.size().x);
        let (mut x, y) = ((rect.center().x - content / 2.0).max(rect.left() + self.inset()), rect.center().y);
        if let Some(icon) = self.icon {
            icon.paint(ui.painter(), pos2(x + metrics::ICON / 2.0, y), metrics::ICON, ink.text);
            x += metrics::ICON + GAP;
        }
        if let Some(words) = words {
            x += self.put_words(ui, words, pos2(x, y), response, ink.text) + GAP;
        }
        if let Some(key) = self.key {
            let (size, text) = key_hint::measure(ui, key, ink.text);
            let chip = Rect::from_center_size(pos2(x + key_width / 2.0, y), size);
            key_hint::paint(ui, chip, text, ink.text.gamma_multiply(0.45));
            x += key_width + GAP;
        }
        if let Some(icon) = self.trailing {
            icon.paint(ui.painter(), pos2(x + metrics::ICON / 2.0, y), metrics::ICON - 2.0, ink.text);
        }
    }

    /// Draws the words, underlined where a link is under the pointer; answers with their width.
    fn put_words(&self, ui: &Ui, words: Arc<Galley>, at: Pos2, response: &Response, ink: Color32) -> f32 {
        let width = words.size().x;
        if self.kind == Kind::Link && (response.hovered() || response.has_focus()) {
            ui.painter().hline(at.x..=at.x + width, at.y + 8.0, Stroke::new(1.0, ink));
        }
        put_line(ui, words, at.x, at.y);
        width
    }
}

impl Widget for Button<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let (fixed, _) = self.fixed_width(ui);
        let wanted = self.parts(ui, Color32::PLACEHOLDER, f32::INFINITY).map_or(0.0, |it| it.size().x);
        let room = (ui.available_width() - fixed).max(wanted.min(24.0));
        let height = match (self.dense || self.kind == Kind::Link, self.large) {
            (true, _) => metrics::HIT,
            (_, true) => metrics::CONTROL + 12.0,
            _ => metrics::CONTROL,
        };
        let mut size: Vec2 = vec2(fixed + wanted.min(room), height);
        if self.wide {
            size.x = size.x.max(ui.available_width());
        }
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        announce(&response, Role::Button, ui.is_enabled(), self.chosen, self.name.unwrap_or(self.text));
        if ui.is_rect_visible(rect) {
            self.paint(ui, rect, &response, room);
            focus_ring(ui, &response, rect, metrics::CORNER_CONTROL);
        }
        response
    }
}

/// A quiet button of an icon alone: its name and key show in a tooltip and are read out.
pub fn icon_button(ui: &mut Ui, icon: Icon, name: &str, key: Option<&str>) -> Response {
    ui.add(Button::quiet("").icon(icon).name(name)).explain(name, key, None)
}
