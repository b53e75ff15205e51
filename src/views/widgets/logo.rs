//! The mark of the program: a folded sheet in three strips.
use crate::views::theme::Theme;
use eframe::egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, vec2};

/// One strip on a grid of 16: corners clockwise, and how much of the colour it has.
const STRIPS: [([(f32, f32); 4], f32); 6] = [
    ([(1.0, 1.6), (4.9, 3.6), (4.9, 8.6), (1.0, 6.6)], 1.0),
    ([(5.6, 3.6), (10.4, 1.6), (10.4, 6.6), (5.6, 8.6)], 0.82),
    ([(11.1, 1.6), (15.0, 3.6), (15.0, 8.6), (11.1, 6.6)], 1.0),
    ([(1.0, 7.6), (4.9, 9.6), (4.9, 14.6), (1.0, 12.6)], 0.82),
    ([(5.6, 9.6), (10.4, 7.6), (10.4, 12.6), (5.6, 14.6)], 1.0),
    ([(11.1, 7.6), (15.0, 9.6), (15.0, 14.6), (11.1, 12.6)], 0.82),
];

/// Draws the mark in a square.
pub fn paint_logo(painter: &Painter, square: Rect, theme: &Theme) {
    let unit = square.width() / 16.0;
    for (corners, share) in STRIPS {
        let points: Vec<Pos2> = corners.into_iter().map(|(x, y)| square.min + vec2(x, y) * unit).collect();
        let colour: Color32 = crate::views::theme::contrast::over(theme.tokens.acc, theme.tokens.panel, share);
        painter.add(Shape::convex_polygon(points, colour, Stroke::NONE));
    }
}
