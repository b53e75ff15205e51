//! What the panel is made of: headings, and rows of a table that are read out as one sentence.

use std::sync::Arc;

use eframe::egui::{Align, Color32, FontFamily, FontId, Galley, Layout, Rect, Response, Role, Sense, Ui, text::LayoutJob, vec2};

use crate::views::{
    comparison::pair::Sign,
    numbers::opened_at,
    theme::{Theme, metrics, regular, semibold, text},
    widgets::{
        paint_area_chip,
        surface::{announce, line_among, put_line},
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

/// A cell: text, its ink, and whether it stands on the right of its column.
#[derive(Debug, Clone)]
pub struct Cell<'a> {
    text: &'a str,
    /// The names it must not be mistaken for where it is shortened.
    among: &'a [&'a str],
    ink: Ink,
    right: bool,
}

impl<'a> Cell<'a> {
    /// Text on the left.
    pub fn left(text: &'a str) -> Self {
        Self { text, among: &[], ink: Ink::Plain, right: false }
    }

    /// A number on the right.
    pub fn right(text: &'a str) -> Self {
        Self { text, among: &[], ink: Ink::Plain, right: true }
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

    fn galley(&self, ui: &Ui, width: f32, size: f32) -> Arc<Galley> {
        let (family, colour) = inked(ui, self.ink);
        line_among(ui, self.text, self.among.iter().copied(), (size, family, colour), width)
    }
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
        let rect = Rect::from_min_size(eframe::egui::pos2(left, row.top()), vec2(width, row.height()));
        left += width + GAP;
        rect
    };
    weights.iter().map(&mut column).collect()
}

/// A row of cells with a line below; `name` is read out. `size` is that of the letters.
pub fn row(ui: &mut Ui, name: &str, weights: &[f32], cells: &[Cell<'_>], size: f32) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 27.0), Sense::hover());
    announce(&response, Role::Label, true, None, name);
    for (column, cell) in columns(rect, weights).into_iter().zip(cells) {
        let words = cell.galley(ui, column.width(), size);
        let left = if cell.right { column.right() - words.size().x } else { column.left() };
        put_line(ui, words, left, rect.center().y);
    }
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Theme::of(ui.ctx()).separator());
    response
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

/// An area's chip and name in a rectangle, told apart from the names `among` which it stands; the dashed outline of "not assigned"
/// has no chip.
pub fn paint_sign(ui: &Ui, rect: Rect, sign: &Sign, strong: bool, among: &[&str]) {
    let middle = rect.center().y;
    let mut left = rect.left();
    if !sign.chip.is_empty() {
        let chip = Rect::from_center_size(eframe::egui::pos2(left + 9.0, middle), vec2(18.0, 18.0));
        paint_area_chip(ui.painter(), chip, &sign.chip, sign.colour, metrics::HINT - 1.0);
        left += 24.0;
    }
    let (family, colour) = inked(ui, if strong { Ink::Strong } else { Ink::Plain });
    let name = line_among(ui, &sign.name, among.iter().copied(), (metrics::BASE, family, colour), rect.right() - left);
    put_line(ui, name, left, middle);
}

/// Text over several lines at most `width` wide, for rows that grow with it.
pub fn wrapped(ui: &Ui, text: &str, size: f32, colour: Color32, width: f32, rows: usize) -> Arc<Galley> {
    let mut job = LayoutJob::simple(text.to_owned(), FontId::new(size, regular()), colour, width);
    job.wrap.max_rows = rows;
    ui.painter().layout_job(job)
}
