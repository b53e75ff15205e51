//! What the hand is doing: the brush's footprint and track, the loop of the lasso, the rectangle.

use eframe::egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, StrokeKind};

use crate::{
    geometry::Point,
    views::{map_gpu::Camera, theme::Theme},
};

/// The round brush at the pointer.
pub fn footprint(painter: &Painter, rect: Rect, camera: Camera, at: Point, radius: f64, theme: &Theme) {
    let middle = camera.to_screen(rect, at);
    let radius = (radius / camera.metres_per_point) as f32;
    let hand = theme.tokens.hand;
    if radius > 2.0 {
        painter.circle_filled(middle, radius, hand.gamma_multiply(0.16));
        painter.circle_stroke(middle, radius, Stroke::new(4.0, theme.map.casing));
        painter.circle_stroke(middle, radius, Stroke::new(2.0, hand));
    }
    for (width, colour) in [(3.5, theme.map.casing), (1.5, theme.map.ink)] {
        painter.line_segment([middle - eframe::egui::vec2(5.0, 0.0), middle + eframe::egui::vec2(5.0, 0.0)], Stroke::new(width, colour));
        painter.line_segment([middle - eframe::egui::vec2(0.0, 5.0), middle + eframe::egui::vec2(0.0, 5.0)], Stroke::new(width, colour));
    }
}

/// Where the brush has been: its width faintly, its middle dotted.
pub fn track(painter: &Painter, rect: Rect, camera: Camera, track: &[Point], radius: f64, theme: &Theme) {
    let points: Vec<Pos2> = track.iter().map(|it| camera.to_screen(rect, *it)).collect();
    let width = (2.0 * radius / camera.metres_per_point) as f32;
    if width > 4.0 && points.len() > 1 {
        painter.add(Shape::line(points.clone(), Stroke::new(width, theme.tokens.hand.gamma_multiply(0.14))));
    }
    painter.extend(Shape::dotted_line(&points, theme.tokens.hand, 7.0, 1.4));
}

/// The loop that is being drawn, closed by a thin line.
pub fn lasso(painter: &Painter, points: &[Pos2], theme: &Theme) {
    let hand = theme.tokens.hand;
    for (width, colour) in [(4.0, theme.map.casing), (2.0, hand)] {
        painter.add(Shape::line(points.to_vec(), Stroke::new(width, colour)));
    }
    if let (Some(first), Some(last)) = (points.first(), points.last()) {
        painter.extend(Shape::dashed_line(&[*last, *first], Stroke::new(1.5, hand), 5.0, 4.0));
    }
}

/// The rectangle that is being drawn.
pub fn rectangle(painter: &Painter, from: Pos2, to: Pos2, theme: &Theme) {
    let rect = Rect::from_two_pos(from, to);
    painter.rect(rect, 0.0, theme.tokens.hand.gamma_multiply(0.12), Stroke::new(4.0, theme.map.casing), StrokeKind::Middle);
    painter.rect(rect, 0.0, Color32::TRANSPARENT, Stroke::new(2.0, theme.tokens.hand), StrokeKind::Middle);
}
