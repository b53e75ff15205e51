//! Enclaves on the map: a chip in each with the area that it would go to. The hatch below it is the canvas's.

use eframe::egui::{Align2, CornerRadius, FontId, Painter, Rect, Stroke, StrokeKind, pos2, vec2};

use crate::{
    desk::Desk,
    model::planning_area::Colour,
    views::{
        map::scene::colour32,
        map_gpu::Camera,
        theme::{Theme, metrics, semibold},
        widgets::paint_area_chip,
    },
};

/// Where a chip stands, and what is on it.
pub type Chip = (Rect, String, Colour);

/// More than these nobody reads one by one.
const MOST: usize = 24;

/// A chip for each enclave in sight, in its largest district.
pub fn chips(desk: &Desk, rect: Rect, camera: Camera) -> Vec<Chip> {
    let ground = &desk.catalog().ground;
    let surface = |it: &&crate::geometry::DistrictIx| ground.topology.surface(**it);
    let chip = |enclave: &crate::analysis::repair::Enclave| {
        let largest = enclave.districts.iter().max_by(|a, b| surface(a).total_cmp(&surface(b)))?;
        let at = camera.to_screen(rect, ground.locator.centre(*largest)?);
        let area = desk.shown_plan()?.area(enclave.mend.to)?;
        let width = 28.0 + 7.0 * area.chip().chars().count() as f32;
        Some((Rect::from_center_size(at, vec2(width, 22.0)), area.chip().to_owned(), area.colour))
    };
    desk.marked_enclaves().filter_map(chip).filter(|it| rect.intersects(it.0)).take(MOST).collect()
}

/// An arrow and the chip of the area: „→ R6“.
pub fn paint(painter: &Painter, chips: &[Chip], theme: &Theme) {
    for (rect, text, colour) in chips {
        let (edge, corner) = (Stroke::new(1.5, theme.tokens.hand), CornerRadius::same(5));
        painter.rect(*rect, corner, theme.tokens.raised, edge, StrokeKind::Inside);
        let font = FontId::new(metrics::BASE, semibold());
        painter.text(pos2(rect.left() + 5.0, rect.center().y), Align2::LEFT_CENTER, "→", font, theme.tokens.t1);
        let chip = Rect::from_min_max(pos2(rect.left() + 19.0, rect.top() + 3.0), rect.max - vec2(3.0, 3.0));
        paint_area_chip(painter, chip, text, colour32(*colour), metrics::HINT);
    }
}
