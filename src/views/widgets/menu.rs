//! Menus: a button that opens one, and its entries.
use super::surface::{announce, inner_focus_ring, line, put_line, touch};
use super::{icon_button, key_hint, paint_area_chip};
use crate::views::icons::Icon;
use crate::views::theme::{Theme, metrics, regular, semibold};
use eframe::egui::{Color32, CornerRadius, Popup, Rect, Response, Role, Sense, Ui, Vec2, Widget, pos2, vec2};

/// A quiet icon that opens a menu: „Mehr“.
pub fn menu_button<R>(ui: &mut Ui, icon: Icon, name: &str, contents: impl FnOnce(&mut Ui) -> R) -> Option<R> {
    let response = icon_button(ui, icon, name, None);
    Popup::menu(&response).gap(4.0).accessible_name(name).show(contents).map(|it| it.inner)
}

/// An entry of a menu; a click closes the menu.
#[must_use = "add it to a Ui"]
#[derive(Debug, Clone)]
pub struct MenuItem<'a> {
    text: &'a str,
    icon: Option<Icon>,
    key: Option<&'a str>,
    chosen: Option<bool>,
    chip: Option<(&'a str, Color32)>,
    grave: bool,
    stays: bool,
}

impl<'a> MenuItem<'a> {
    /// An entry in words.
    pub fn new(text: &'a str) -> Self {
        Self { text, icon: None, key: None, chosen: None, chip: None, grave: false, stays: false }
    }

    /// An icon before the words.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// The key that does the same.
    pub fn key(mut self, key: &'a str) -> Self {
        self.key = Some(key);
        self
    }

    /// One of several: with a tick when it holds.
    pub fn chosen(mut self, chosen: bool) -> Self {
        self.chosen = Some(chosen);
        self
    }

    /// An area's chip before the words.
    pub fn chip(mut self, text: &'a str, colour: Color32) -> Self {
        self.chip = Some((text, colour));
        self
    }

    /// The menu stays open after a click: settings of which one tries several.
    pub fn stays(mut self) -> Self {
        self.stays = true;
        self
    }

    /// Takes something away: in red, below a separator.
    pub fn grave(mut self) -> Self {
        self.grave = true;
        self
    }
}

impl Widget for MenuItem<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let theme = Theme::of(ui.ctx());
        let t = &theme.tokens;
        let chosen = self.chosen == Some(true);
        let ink = if self.grave { t.err } else { t.t1 };
        let words = line(ui, self.text, metrics::BASE, if chosen { semibold() } else { regular() }, ink, ui.spacing().menu_width);
        let key = self.key.map(|it| key_hint::measure(ui, it, t.t2));
        let lead = if self.icon.is_some() || self.chosen.is_some() || self.chip.is_some() { 26.0 } else { 0.0 };
        let wanted = 16.0 + lead + words.size().x + key.as_ref().map_or(0.0, |it| it.0.x + 24.0);
        // While egui asks how wide a menu has to be, it offers 600 points; who takes them all makes it so wide.
        let offered = if ui.is_sizing_pass() { 0.0 } else { ui.available_width() };
        let size = vec2(wanted.max(offered), metrics::CONTROL);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        announce(&response, Role::MenuItem, ui.is_enabled(), self.chosen, self.text);
        let corner = CornerRadius::same(metrics::CORNER_CONTROL);
        ui.painter().rect_filled(rect, corner, t.t1.gamma_multiply(touch(&response) * 1.5));
        if let Some((text, colour)) = self.chip {
            let place = Rect::from_center_size(pos2(rect.left() + 17.0, rect.center().y), Vec2::splat(18.0));
            paint_area_chip(ui.painter(), place, text, colour, metrics::HINT);
        }
        let lead_icon = self.icon.or((chosen && self.chip.is_none()).then_some(Icon::Check));
        if let Some(icon) = lead_icon {
            let colour = if self.grave { t.err } else { t.t2 };
            icon.paint(ui.painter(), pos2(rect.left() + 16.0, rect.center().y), metrics::ICON, colour);
        }
        put_line(ui, words, rect.left() + 8.0 + lead, rect.center().y);
        if let Some((size, text)) = key {
            let chip = Rect::from_center_size(pos2(rect.right() - 8.0 - size.x / 2.0, rect.center().y), size);
            key_hint::paint(ui, chip, text, t.t2.gamma_multiply(0.45));
        }
        inner_focus_ring(ui, &response, rect, metrics::CORNER_CONTROL);
        if response.clicked() && !self.stays {
            ui.close(); // egui closes by itself only after the mouse
        }
        response
    }
}
