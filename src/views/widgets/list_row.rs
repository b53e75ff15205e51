//! Rows of lists: one line, of long names two, that can be chosen, and a row of any height whose contents the page draws.
use super::surface::{announce, inner_focus_ring, line, put_line, touch};
use crate::views::theme::{Theme, metrics, regular, semibold};
use eframe::egui::{
    Color32, CornerRadius, FontFamily, FontId, Galley, Id, Rect, Response, Role, Sense, Ui, UiBuilder, Widget, pos2, text::LayoutJob, vec2,
};
use std::sync::Arc;

/// One line: „Wohngeldhaushalte   je 1.000“; two where a name needs them, since long names differ in their ends.
#[must_use = "add it to a Ui"]
#[derive(Debug, Clone)]
pub struct ListRow<'a> {
    text: &'a str,
    note: &'a str,
    chosen: bool,
    quiet: bool,
    stop: Option<(Id, bool)>,
}

impl<'a> ListRow<'a> {
    /// A row in words.
    pub fn new(text: &'a str) -> Self {
        Self { text, note: "", chosen: false, quiet: false, stop: None }
    }

    /// What stands quietly on the right.
    pub fn note(mut self, note: &'a str) -> Self {
        self.note = note;
        self
    }

    /// Whether this row is the chosen one.
    pub fn chosen(mut self, chosen: bool) -> Self {
        self.chosen = chosen;
        self
    }

    /// Nothing to show here just now: in the colour of hints.
    pub fn quiet(mut self, quiet: bool) -> Self {
        self.quiet = quiet;
        self
    }

    /// In a list that is one stop of the Tab key: what the row is called there, and whether the stop is here.
    pub fn stop(mut self, id: Id, here: bool) -> Self {
        self.stop = Some((id, here));
        self
    }

    fn answers(&self, ui: &mut Ui, height: f32) -> (Rect, Response) {
        let size = vec2(ui.available_width(), height);
        let Some((id, here)) = self.stop else { return ui.allocate_exact_size(size, Sense::click()) };
        let (_, rect) = ui.allocate_space(size);
        let sense = if here { Sense::click() } else { Sense::click() - Sense::FOCUSABLE };
        (rect, ui.interact(rect, id, sense))
    }

    /// The colours of ground, words and note.
    fn inks(&self, theme: &Theme) -> (FontFamily, Color32, Color32) {
        let t = &theme.tokens;
        match (self.chosen, self.quiet) {
            (true, _) => (semibold(), t.acc, t.acc),
            (false, true) => (regular(), t.t3, t.t3),
            (false, false) => (regular(), t.t1, t.t3),
        }
    }
}

/// Over at most two lines; the second is cut.
fn two_lines(ui: &Ui, text: &str, family: FontFamily, colour: Color32, room: f32) -> Arc<Galley> {
    let mut job = LayoutJob::simple(text.to_owned(), FontId::new(metrics::BASE, family), colour, room);
    job.wrap.max_rows = 2;
    ui.painter().layout_job(job)
}

impl Widget for ListRow<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let theme = Theme::of(ui.ctx());
        let t = &theme.tokens;
        let (family, ink, quiet) = self.inks(&theme);
        let note = line(ui, self.note, metrics::HINT, regular(), quiet, f32::INFINITY);
        let room = ui.available_width() - 2.0 * metrics::PANEL_INSET - note.size().x - 8.0;
        // As wide as it would be when it is chosen, so that a click moves no row.
        let wraps = line(ui, self.text, metrics::BASE, semibold(), ink, f32::INFINITY).size().x > room;
        let words = if wraps { two_lines(ui, self.text, family, ink, room) } else { line(ui, self.text, metrics::BASE, family, ink, room) };
        let lines = words.rows.len().max(1) as f32;
        let height = if wraps { metrics::CONTROL.max(words.size().y + 10.0) } else { metrics::CONTROL };
        let (full, response) = self.answers(ui, height);
        announce(&response, Role::Button, ui.is_enabled(), Some(self.chosen), self.text);
        let rect = full.shrink2(vec2(6.0, 0.0));
        let ground = if self.chosen { t.inked(t.acc_soft, touch(&response)) } else { t.t1.gamma_multiply(touch(&response)) };
        let corner = CornerRadius::same(metrics::CORNER_CONTROL);
        ui.painter().rect_filled(rect, corner, ground);
        if self.chosen && theme.strong() {
            ui.painter().rect_stroke(rect, corner, theme.chosen_edge(), eframe::egui::StrokeKind::Inside);
        }
        let left = rect.left() + metrics::PANEL_INSET - 6.0;
        let note_left = rect.right() - metrics::PANEL_INSET + 6.0 - note.size().x;
        let first = rect.center().y - words.size().y * (lines - 1.0) / (2.0 * lines); // beside the first line
        put_line(ui, note, note_left, first);
        put_line(ui, words, left, rect.center().y);
        inner_focus_ring(ui, &response, rect, metrics::CORNER_CONTROL);
        response
    }
}

/// A row as wide as the panel with a separator below: areas, plans, views.
#[must_use = "show it"]
#[derive(Debug, Clone)]
pub struct Row<'a> {
    name: &'a str,
    height: f32,
    chosen: bool,
    changing: bool,
}

impl<'a> Row<'a> {
    /// A row of a height in points; `name` is read out.
    pub fn new(name: &'a str, height: f32) -> Self {
        Self { name, height, chosen: false, changing: false }
    }

    /// The chosen one has a petrol bar of 3 points on the left.
    pub fn chosen(mut self, chosen: bool) -> Self {
        self.chosen = chosen;
        self
    }

    /// On the hand's soft ground: what the stroke changes.
    pub fn changing(mut self, changing: bool) -> Self {
        self.changing = changing;
        self
    }

    /// Draws ground and separator, then `contents` inside the panel's inset; answers to a click anywhere on the row.
    pub fn show<R>(self, ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> (Response, R) {
        let theme = Theme::of(ui.ctx());
        let t = &theme.tokens;
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), self.height), Sense::click());
        announce(&response, Role::Button, ui.is_enabled(), Some(self.chosen), self.name);
        let touch = touch(&response);
        let ground = match (self.chosen, self.changing) {
            (true, _) => t.inked(t.acc_soft, touch),
            (false, true) => t.inked(t.hand_soft, touch),
            (false, false) => t.t1.gamma_multiply(touch),
        };
        ui.painter().rect_filled(rect, CornerRadius::ZERO, ground);
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, theme.separator());
        if self.chosen {
            ui.painter().rect_filled(rect.with_max_x(rect.left() + 3.0), CornerRadius::ZERO, t.acc);
        }
        let inset = metrics::PANEL_INSET;
        let inner = Rect::from_min_max(pos2(rect.left() + inset, rect.top() + 8.0), pos2(rect.right() - inset, rect.bottom() - 8.0));
        let mut child = ui.new_child(UiBuilder::new().max_rect(inner));
        child.spacing_mut().interact_size.y = 18.0; // lines of text, not of buttons
        let answer = contents(&mut child);
        inner_focus_ring(ui, &response, rect, 0);
        (response, answer)
    }
}
