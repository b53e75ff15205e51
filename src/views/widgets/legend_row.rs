//! Rows of the legend: swatch, words, count. Every class stands in it, also the empty ones.
use super::hatch::{Hatch, paint_hatch};
use super::surface::{announce, line, put_line};
use crate::views::theme::{Theme, metrics, regular};
use eframe::egui::{Color32, CornerRadius, Painter, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, pos2, vec2};

/// What stands before the words.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Swatch {
    /// A class.
    Colour(Color32),
    /// No class, and why.
    Hatch(Hatch),
    /// A line of the map: colour and width in points.
    Line(Color32, f32),
    /// The same, dashed.
    Dashed(Color32, f32),
}

const SIZE: Vec2 = vec2(24.0, 13.0);

/// One row, as wide as there is room; `count` may be empty. Answers to the pointer, so that the map can light up.
pub fn legend_row(ui: &mut Ui, swatch: Swatch, text: &str, count: &str) -> Response {
    let theme = Theme::of(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 18.0), Sense::hover());
    let name = if count.is_empty() { text.to_owned() } else { format!("{text}: {count}") };
    announce(&response, Role::Label, true, None, &name);
    let middle = rect.center().y;
    paint(ui.painter(), Rect::from_center_size(pos2(rect.left() + SIZE.x / 2.0, middle), SIZE), swatch, &theme);
    let count = line(ui, count, metrics::DENSE, regular(), theme.tokens.t3, f32::INFINITY);
    let left = rect.left() + SIZE.x + 8.0;
    let words = line(ui, text, metrics::DENSE, regular(), theme.tokens.t1, rect.right() - count.size().x - 8.0 - left);
    put_line(ui, words, left, middle);
    let right = rect.right() - count.size().x;
    put_line(ui, count, right, middle);
    response
}

/// A swatch alone, 12 × 12: before a value, to say its class.
pub fn swatch(ui: &mut Ui, swatch: Swatch) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(12.0), Sense::hover());
    paint(ui.painter(), rect, swatch, &Theme::of(ui.ctx()));
    response
}

fn paint(painter: &Painter, rect: Rect, swatch: Swatch, theme: &Theme) {
    match swatch {
        Swatch::Colour(colour) => {
            let edge = Stroke::new(1.0, theme.map.hatch);
            painter.rect(rect, CornerRadius::same(metrics::CORNER_SMALL - 1), colour, edge, StrokeKind::Inside);
        }
        Swatch::Hatch(hatch) => paint_hatch(painter, rect, hatch, theme, 0.72),
        Swatch::Line(colour, width) => {
            painter.hline(rect.x_range(), rect.center().y, Stroke::new(width, colour));
        }
        Swatch::Dashed(colour, width) => {
            let line = [rect.left_center(), rect.right_center()];
            painter.extend(Shape::dashed_line(&line, Stroke::new(width, colour), 5.0, 4.0));
        }
    }
}
