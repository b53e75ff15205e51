//! The hatches: secret, missing, uninhabited and unassigned, each its own, on screen as in the legend.
use crate::views::theme::{MapTokens, Theme, metrics};
use eframe::egui::{CornerRadius, Painter, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, pos2, vec2};

/// Why there is no class colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Hatch {
    /// „geheim“: 45° lines.
    Secret,
    /// „nicht geliefert“: dots.
    Missing,
    /// „unbewohnt“: short dashes on a quiet ground.
    Uninhabited,
    /// „nicht zugeordnet“ as a fill: thin −45° lines.
    Unassigned,
    /// „nicht zugeordnet“ as an outline: dashed.
    UnassignedOutline,
    /// „zum Teil erfasst“: thin rising lines.
    Partial,
    /// „wechselt“: falling lines in ink.
    Changed,
}

/// A swatch of a hatch, with the edge of all swatches.
pub fn hatch_swatch(ui: &mut Ui, hatch: Hatch, size: Vec2) -> Response {
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    paint_hatch(ui.painter(), rect, hatch, &Theme::of(ui.ctx()), 0.72);
    response
}

/// Fills `rect` with the hatch and gives it its edge. `scale` is 1 on the map; legends use a little less.
pub fn paint_hatch(painter: &Painter, rect: Rect, hatch: Hatch, theme: &Theme, scale: f32) {
    let map = &theme.map;
    let corner = CornerRadius::same(metrics::CORNER_SMALL - 1);
    let inside = painter.with_clip_rect(rect.shrink(0.5).intersect(painter.clip_rect()));
    if hatch == Hatch::UnassignedOutline {
        return dashed(painter, rect, map);
    }
    painter.rect_filled(rect, corner, if hatch == Hatch::Uninhabited { map.empty } else { map.paper });
    match hatch {
        Hatch::Secret => lines(&inside, rect, 6.0 * scale, Stroke::new(2.4 * scale * scale, map.hatch), 1.0),
        Hatch::Unassigned => lines(&inside, rect, 7.0 * scale, Stroke::new(0.8, map.hatch), -1.0),
        Hatch::Partial => lines(&inside, rect, 8.0 * scale, Stroke::new(1.0, map.hatch), 1.0),
        Hatch::Changed => lines(&inside, rect, 6.0 * scale, Stroke::new(1.0, map.ink), -1.0),
        Hatch::Missing => dots(&inside, rect, 3.5, scale, map),
        Hatch::Uninhabited => dashes(&inside, rect, scale, map),
        Hatch::UnassignedOutline => {}
    }
    painter.rect_stroke(rect, corner, Stroke::new(1.0, map.hatch), StrokeKind::Inside);
}

fn lines(painter: &Painter, rect: Rect, step: f32, stroke: Stroke, slope: f32) {
    let across = step * std::f32::consts::SQRT_2;
    let count = ((rect.width() + rect.height()) / across).ceil() as i32;
    for at in 0..=count {
        let x = rect.left() + across * at as f32 - if slope > 0.0 { 0.0 } else { rect.height() };
        painter.line_segment([pos2(x, rect.top()), pos2(x - slope * rect.height(), rect.bottom())], stroke);
    }
}

fn dots(painter: &Painter, rect: Rect, step: f32, scale: f32, map: &MapTokens) {
    let (columns, rows) = ((rect.width() / step) as i32 + 1, (rect.height() / step) as i32 + 1);
    for row in 0..=rows {
        for column in 0..=columns {
            let shift = if row % 2 == 0 { 0.25 } else { 0.75 };
            let at = rect.min + vec2((column as f32 + shift) * step, (row as f32 + 0.5) * step);
            painter.circle_filled(at, scale, map.hatch);
        }
    }
}

fn dashes(painter: &Painter, rect: Rect, scale: f32, map: &MapTokens) {
    let (step, length) = (vec2(14.0, 8.0) * scale.max(0.8), 4.0 * scale);
    let (columns, rows) = ((rect.width() / step.x) as i32 + 1, (rect.height() / step.y) as i32 + 1);
    for row in 0..=rows {
        for column in 0..=columns {
            let shift = if row % 2 == 0 { 0.2 } else { 0.7 };
            let at = rect.min + vec2((column as f32 + shift) * step.x, (row as f32 + 0.55) * step.y);
            painter.hline(at.x..=at.x + length, at.y, Stroke::new(1.0, map.dash));
        }
    }
}

fn dashed(painter: &Painter, rect: Rect, map: &MapTokens) {
    let edge = rect.shrink(1.0);
    painter.rect_filled(rect, CornerRadius::same(metrics::CORNER_SMALL - 1), map.casing);
    let ring = [edge.left_top(), edge.right_top(), edge.right_bottom(), edge.left_bottom(), edge.left_top()];
    painter.extend(Shape::dashed_line(&ring, Stroke::new(1.6, map.ink), 4.0, 2.6));
}
