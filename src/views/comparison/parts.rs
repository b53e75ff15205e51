//! What the panel is made of: headings, and rows of a table that are read out as one sentence.

use std::sync::Arc;

use eframe::egui::{
    Align, Color32, FontFamily, FontId, Galley, Layout, Rect, Response, Role, Sense, Ui, pos2,
    text::{LayoutJob, TextFormat, TextWrapping},
    vec2,
};

use crate::views::{
    comparison::pair::Sign,
    numbers::opened_at,
    theme::{Theme, medium, metrics, regular, semibold, text},
    widgets::{
        paint_area_chip,
        surface::{announce, line, told_apart},
    },
};

/// The heading of a part of the panel, with something quiet on its right.
pub fn heading(ui: &mut Ui, title: &str, right: impl FnOnce(&mut Ui)) {
    let first = ui.cursor().top() <= ui.max_rect().top() + 1.0;
    ui.add_space(if first { 0.0 } else { 12.0 });
    let rect = ui.available_rect_before_wrap();
    if !first {
        ui.painter().hline(rect.x_range().expand(metrics::PANEL_INSET), ui.cursor().top() - 2.0, Theme::of(ui.ctx()).separator());
        ui.add_space(8.0);
    }
    ui.horizontal(|ui| {
        ui.label(text::title(ui, title));
        ui.with_layout(Layout::right_to_left(Align::Center), right);
    });
}

/// How a cell is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ink {
    /// As text.
    #[default]
    Plain,
    /// What matters most in the row.
    Strong,
    /// What stands back.
    Quiet,
}

/// A cell: text, its ink, and whether it stands on the right of its column. Long text takes several lines.
#[derive(Debug, Clone)]
pub struct Cell<'a> {
    text: &'a str,
    /// Small, in a line of its own below the text.
    note: Option<&'a str>,
    /// The names it must not be mistaken for where it is shortened.
    among: &'a [&'a str],
    sign: Option<&'a Sign>,
    ink: Ink,
    right: bool,
}

impl<'a> Cell<'a> {
    /// Text on the left.
    pub fn left(text: &'a str) -> Self {
        Self { text, note: None, among: &[], sign: None, ink: Ink::Plain, right: false }
    }

    /// A number on the right.
    pub fn right(text: &'a str) -> Self {
        Self { right: true, ..Self::left(text) }
    }

    /// An area's chip and name on the left.
    pub fn sign(sign: &'a Sign) -> Self {
        Self { sign: Some(sign), ..Self::left(&sign.name) }
    }

    /// With this below the text.
    pub fn note(self, note: Option<&'a str>) -> Self {
        Self { note, ..self }
    }

    /// As one of these names.
    pub fn among(mut self, names: &'a [&'a str]) -> Self {
        self.among = names;
        self
    }

    /// In this ink.
    pub fn ink(mut self, ink: Ink) -> Self {
        self.ink = ink;
        self
    }

    /// Room of the chip and the space behind it.
    fn chip_room(&self) -> f32 {
        self.sign.map_or(0.0, chip_room)
    }

    fn galley(&self, ui: &Ui, width: f32, size: f32) -> Arc<Galley> {
        let inked = inked(ui, self.ink);
        let lay = |text: &str| {
            let written = Written { text, note: self.note, size, inked: inked.clone(), right: self.right };
            written.galley(ui, width - self.chip_room(), LINES)
        };
        whole_or_told_apart(self.text, self.among, lay)
    }
}

/// Text as it is laid out.
struct Written<'a> {
    text: &'a str,
    note: Option<&'a str>,
    size: f32,
    inked: (FontFamily, Color32),
    right: bool,
}

impl Written<'_> {
    /// In so many lines at most, „…“ at its end where it needs more; text on the right has its origin at its right edge.
    fn galley(&self, ui: &Ui, width: f32, lines: usize) -> Arc<Galley> {
        let format = |size: f32, (family, colour): (FontFamily, Color32)| TextFormat::simple(FontId::new(size, family), colour);
        let mut job = LayoutJob::single_section(self.text.to_owned(), format(self.size, self.inked.clone()));
        if let Some(note) = self.note {
            job.append(&format!("\n{note}"), 0.0, format(metrics::HINT, inked(ui, Ink::Quiet)));
        }
        job.wrap = TextWrapping { max_width: width.max(0.0), max_rows: lines + usize::from(self.note.is_some()), ..Default::default() };
        job.halign = if self.right { Align::RIGHT } else { Align::LEFT };
        ui.painter().layout_job(job)
    }
}

/// Cut at its end where it must be; only where what is left could as well be another of the names does it lose what they share.
fn whole_or_told_apart(text: &str, among: &[&str], lay: impl Fn(&str) -> Arc<Galley>) -> Arc<Galley> {
    let whole = lay(text);
    if !whole.elided {
        return whole;
    }
    let letters = |it: &str| -> String { it.chars().filter(|it| !it.is_whitespace() && *it != '…').collect() };
    let start = letters(&seen(&whole));
    let alike = among.iter().any(|it| *it != text && letters(it).starts_with(&start));
    if alike { lay(&told_apart(text, among.iter().copied())) } else { whole }
}

fn inked(ui: &Ui, ink: Ink) -> (FontFamily, Color32) {
    let tokens = Theme::of(ui.ctx()).tokens;
    match ink {
        Ink::Plain => (regular(), tokens.t1),
        Ink::Strong => (semibold(), tokens.t1),
        Ink::Quiet => (regular(), tokens.t2),
    }
}

/// Points between columns.
pub const GAP: f32 = 10.0;

/// The rectangles of columns that share the width of a row by these weights.
pub fn columns(row: Rect, weights: &[f32]) -> Vec<Rect> {
    let room = row.width() - GAP * weights.len().saturating_sub(1) as f32;
    let whole: f32 = weights.iter().sum();
    let mut left = row.left();
    let mut column = |weight: &f32| {
        let width = room * weight / whole;
        let rect = Rect::from_min_size(pos2(left, row.top()), vec2(width, row.height()));
        left += width + GAP;
        rect
    };
    weights.iter().map(&mut column).collect()
}

/// The least height of a row, and the most lines of text in it.
const ROW: f32 = 27.0;
const LINES: usize = 3;

/// A row of cells with a line below, as high as they need; `name` is read out. `size` is that of the letters.
pub fn row(ui: &mut Ui, name: &str, weights: &[f32], cells: &[Cell<'_>], size: f32) -> Response {
    let wide = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), ROW));
    let laid = columns(wide, weights).into_iter().zip(cells).map(|(column, cell)| cell.galley(ui, column.width(), size));
    let laid: Vec<Arc<Galley>> = laid.collect();
    let high = laid.iter().map(|it| it.size().y + 8.0).fold(ROW, f32::max);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), high), Sense::hover());
    announce(&response, Role::Label, true, None, name);
    for ((column, cell), words) in columns(rect, weights).into_iter().zip(cells).zip(laid) {
        if let Some(sign) = cell.sign {
            paint_chip(ui, column, sign);
        }
        let left = if cell.right { column.right() } else { column.left() + cell.chip_room() };
        put(ui, words, left, rect.center().y);
    }
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Theme::of(ui.ctx()).separator());
    response
}

/// Draws text around the middle of a height; `at` is its left edge, of text on the right its right one.
fn put(ui: &Ui, galley: Arc<Galley>, at: f32, middle: f32) {
    let top = middle - galley.size().y / 2.0;
    ui.painter().galley(pos2(at, top), galley, Color32::PLACEHOLDER);
}

/// Lets the number in a column of a row be opened; `name` says whose and how much.
pub fn opened_column(ui: &mut Ui, row: &Response, weights: &[f32], at: usize, name: &str, card: impl FnOnce(&mut Ui)) {
    if let Some(column) = columns(row.rect, weights).get(at) {
        opened_at(ui, column.shrink2(vec2(0.0, 1.0)), row.id.with(("column", at)), name, card);
    }
}

/// The head of a table: quiet and small.
pub fn head(ui: &mut Ui, name: &str, weights: &[f32], cells: &[Cell<'_>]) {
    row(ui, name, weights, &cells.iter().cloned().map(|it| it.ink(Ink::Quiet)).collect::<Vec<_>>(), metrics::HINT);
}

/// An area's chip and name in a rectangle, in as many lines as it holds, told apart from the names `among` which it stands; the
/// dashed outline of "not assigned" has no chip.
pub fn paint_sign(ui: &Ui, rect: Rect, sign: &Sign, strong: bool, among: &[&str]) {
    paint_chip(ui, rect, sign);
    let left = rect.left() + chip_room(sign);
    let inked = inked(ui, if strong { Ink::Strong } else { Ink::Plain });
    let high = ui.fonts_mut(|it| it.row_height(&FontId::new(metrics::BASE, inked.0.clone())));
    let lines = (((rect.height() + 2.0) / high) as usize).max(1);
    let lay = |text: &str| {
        Written { text, note: None, size: metrics::BASE, inked: inked.clone(), right: false }.galley(ui, rect.right() - left, lines)
    };
    put(ui, whole_or_told_apart(&sign.name, among, lay), left, rect.center().y);
}

fn chip_room(sign: &Sign) -> f32 {
    if sign.chip.is_empty() { 0.0 } else { 24.0 }
}

fn paint_chip(ui: &Ui, rect: Rect, sign: &Sign) {
    if !sign.chip.is_empty() {
        let chip = Rect::from_center_size(pos2(rect.left() + 9.0, rect.center().y), vec2(18.0, 18.0));
        paint_area_chip(ui.painter(), chip, &sign.chip, sign.colour, metrics::HINT - 1.0);
    }
}

/// As much of a text as has `room` points in a button, with „…“ at its end where something is missing.
pub fn shortened(ui: &Ui, text: &str, room: f32) -> String {
    let galley = line(ui, text, metrics::BASE, medium(), Color32::PLACEHOLDER, room);
    if galley.elided { seen(&galley) } else { text.to_owned() }
}

/// What of a text can be read.
fn seen(galley: &Galley) -> String {
    galley.rows.iter().flat_map(|it| it.glyphs.iter().map(|it| it.chr)).collect()
}

/// Text over several lines at most `width` wide, for rows that grow with it.
pub fn wrapped(ui: &Ui, text: &str, size: f32, colour: Color32, width: f32, rows: usize) -> Arc<Galley> {
    let mut job = LayoutJob::simple(text.to_owned(), FontId::new(size, regular()), colour, width);
    job.wrap.max_rows = rows;
    ui.painter().layout_job(job)
}

#[cfg(test)]
mod tests {
    use eframe::egui::{Context, RawInput};

    use super::*;
    use crate::views::theme::Scheme;

    /// Whether it is whole, and what can be read of it.
    fn read(cell: &Cell<'_>, width: f32, size: f32) -> (bool, String) {
        let ctx = Context::default();
        crate::views::theme::install(&ctx, Scheme::Light, true);
        let mut read = (false, String::new());
        let mut output = ctx.run_ui(RawInput::default(), |ui| {
            let galley = cell.galley(ui, width, size);
            assert!(galley.size().x <= width + 0.5, "{} in {width}", galley.size().x);
            read = (!galley.elided, seen(&galley));
        });
        output.textures_delta.clear();
        read
    }

    /// „7,6 %, aus 10 von …“
    #[test]
    fn what_qualifies_a_figure_is_read_whole() {
        for width in [60.0, 80.0, 100.0, 200.0] {
            let (whole, read) = read(&Cell::right("7,6\u{a0}%, aus 10 von 12"), width, metrics::BASE);
            assert!(whole, "{width}: {read}");
        }
    }

    /// „… A (fiktiv)“, „… Ost/Nord“
    #[test]
    fn names_lose_their_beginning_only_where_nothing_else_tells_them_apart() {
        let names = ["Entwurf A (fiktiv)", "Entwurf B (fiktiv)"];
        assert!(read(&Cell::right(names[0]).among(&names), 60.0, metrics::HINT).0);
        assert!(read(&Cell::left("Umland Ost/Nord").among(&["Umland West", "Umland Ost/Nord"]), 70.0, metrics::BASE).0);
        let long = names.map(|it| format!("{it} – was wäre, wenn wir anders zuschnitten"));
        let long = long.each_ref().map(String::as_str);
        let (whole, shown) = read(&Cell::right(long[0]).among(&long), 70.0, metrics::HINT);
        assert!(!whole && shown.starts_with("Entwurf A"), "{shown}");
        let copies =
            ["Entwurf A nach Einzugsbereichen der Schulen, erste Fassung", "Entwurf A nach Einzugsbereichen der Schulen, zweite Fassung"];
        let (_, shown) = read(&Cell::right(copies[1]).among(&copies), 70.0, metrics::HINT);
        assert!(shown.starts_with("… zweite"), "{shown}");
    }
}
