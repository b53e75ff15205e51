//! Labels on the screen: measured, placed, painted with a halo.

use std::sync::Arc;

use eframe::egui::{Align2, Color32, FontId, Galley, Painter, Pos2, Rect, Ui, Vec2, pos2, vec2};

use crate::{
    cartography::labels::{Label, Named, Placed, Size, place},
    model::{id::AreaId, planning_area::Colour},
    views::{
        map::scene::Scene,
        map_gpu::Camera,
        theme::{CHIP_EDGE, CHIP_INK, Theme, bold, medium, semibold},
    },
};

/// Sizes of labels; presenting takes larger ones.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LabelSizes {
    /// Names of areas.
    pub area: f32,
    /// Figures of areas.
    pub figure: f32,
    /// Names of districts.
    pub district: f32,
    /// Width of the halo on each side.
    pub halo: f32,
}

impl LabelSizes {
    /// At the desk.
    pub const DESK: Self = Self { area: 13.0, figure: 13.0, district: 11.0, halo: 1.6 };

    /// On the wall, by the height of the map: at 1080p the figures of areas are 34 high and nothing is below 24.
    pub fn wall(height: f32) -> Self {
        let scale = height / 880.0;
        Self { area: 25.0 * scale, figure: 34.0 * scale, district: 24.0 * scale, halo: 3.0 * scale }
    }
}

/// What labels were placed for; while it holds, they stay where they are.
#[derive(Debug, Clone, PartialEq)]
struct Key {
    picture: u64,
    camera: Camera,
    rect: Rect,
    taken: Vec<Rect>,
}

/// The labels of one map, placed anew only when picture, camera or room differ.
#[derive(Debug, Default)]
pub struct LabelsKept {
    key: Option<Key>,
    placed: Vec<Placed>,
}

impl LabelsKept {
    /// Paints the labels of a picture. `taken` are cards that must not be covered; `colour_of` gives an area's chip colour.
    pub fn paint(
        &mut self,
        ui: &Ui,
        (rect, camera): (Rect, Camera),
        scene: &Scene,
        sizes: LabelSizes,
        taken: &[Rect],
        colour_of: impl Fn(AreaId) -> Option<Colour>,
    ) {
        let painter = ui.painter_at(rect);
        let picture = &scene.picture;
        let key = Key { picture: scene.number, camera, rect, taken: taken.to_vec() };
        if self.key.as_ref() != Some(&key) {
            self.placed = placed(&painter, rect, camera, &picture.labels, sizes, taken);
            self.key = Some(key);
        }
        let theme = Theme::of(ui.ctx());
        for at in &self.placed {
            let Some(label) = picture.labels.get(at.label) else { continue };
            let middle = pos2(at.middle[0] as f32, at.middle[1] as f32);
            match label.of {
                Named::Area(area) => paint_area(&painter, middle, label, sizes, colour_of(area), &theme),
                Named::District(_) => {
                    let font = FontId::new(sizes.district, medium());
                    paint_label_text(
                        &painter,
                        middle,
                        Align2::CENTER_CENTER,
                        &label.text,
                        font,
                        sizes.halo,
                        (theme.map.ink, theme.map.casing),
                    );
                }
            }
        }
    }
}

fn placed(painter: &Painter, rect: Rect, camera: Camera, labels: &[Label], sizes: LabelSizes, taken: &[Rect]) -> Vec<Placed> {
    let to_medium = |at: [f64; 2]| {
        let it = camera.to_screen(rect, at);
        [f64::from(it.x), f64::from(it.y)]
    };
    let taken: Vec<_> = taken
        .iter()
        .map(|it| {
            ([f64::from(it.center().x), f64::from(it.center().y)], Size { width: f64::from(it.width()), height: f64::from(it.height()) })
        })
        .collect();
    let inside = |label: &&Label| rect.expand(20.0).contains(camera.to_screen(rect, label.at));
    let scale = 1.0 / camera.metres_per_point;
    // Only what is in sight and wide enough is measured: laying out thousands of names would cost more than the map.
    let worth = |label: &&Label| matches!(label.of, Named::Area(_)) || label.room * scale > 24.0;
    let candidates: Vec<usize> = labels.iter().enumerate().filter(|(_, it)| inside(it) && worth(it)).map(|it| it.0).take(400).collect();
    let chosen: Vec<Label> = candidates.iter().filter_map(|it| labels.get(*it)).cloned().collect();
    let mut placed = place(&chosen, |it| measure(painter, it, sizes), to_medium, scale, &taken);
    for it in &mut placed {
        it.label = candidates.get(it.label).copied().unwrap_or(usize::MAX);
    }
    placed
}

fn galley(painter: &Painter, text: &str, font: FontId) -> Arc<Galley> {
    painter.layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER)
}

fn measure(painter: &Painter, label: &Label, sizes: LabelSizes) -> Size {
    let size = match label.of {
        Named::Area(_) => {
            let name = galley(painter, &label.text, FontId::new(sizes.area, bold())).size();
            let figure = if label.figure.is_empty() {
                Vec2::ZERO
            } else {
                galley(painter, &label.figure, FontId::new(sizes.figure, medium())).size()
            };
            let lead = lead(label, sizes);
            vec2((lead + name.x).max(figure.x), name.y.max(lead) + figure.y)
        }
        Named::District(_) => galley(painter, &label.text, FontId::new(sizes.district, medium())).size(),
    };
    Size { width: f64::from(size.x) + 6.0, height: f64::from(size.y) + 2.0 }
}

/// The room that the chip takes before the name; a label without a chip begins with its name.
fn lead(label: &Label, sizes: LabelSizes) -> f32 {
    if label.chip.is_empty() { 0.0 } else { sizes.area * 1.45 + 5.0 }
}

fn paint_area(painter: &Painter, middle: Pos2, label: &Label, sizes: LabelSizes, colour: Option<Colour>, theme: &Theme) {
    let inks = (theme.map.ink, theme.map.casing);
    let name = galley(painter, &label.text, FontId::new(sizes.area, bold())).size();
    let chip = sizes.area * 1.45;
    let has_figure = !label.figure.is_empty();
    let lead = lead(label, sizes);
    let width = lead + name.x;
    let line = middle.y - if has_figure { sizes.figure * 0.68 } else { 0.0 };
    let left = middle.x - width / 2.0;
    if lead > 0.0 {
        let square = Rect::from_center_size(pos2(left + chip / 2.0, line), Vec2::splat(chip));
        painter.rect_filled(square.expand(sizes.halo), 5.0, inks.1);
        let ground = colour.map_or(theme.tokens.raised, super::scene::colour32);
        painter.rect(square, sizes.area * 0.3, ground, (1.0, CHIP_EDGE), eframe::egui::StrokeKind::Inside);
        painter.text(square.center(), Align2::CENTER_CENTER, &label.chip, FontId::new(sizes.area * 0.85, semibold()), CHIP_INK);
    }
    paint_label_text(painter, pos2(left + lead, line), Align2::LEFT_CENTER, &label.text, FontId::new(sizes.area, bold()), sizes.halo, inks);
    if has_figure {
        let below = pos2(middle.x, line + (name.y + sizes.figure * 1.36) * 0.49);
        paint_label_text(painter, below, Align2::CENTER_CENTER, &label.figure, FontId::new(sizes.figure, medium()), sizes.halo, inks);
    }
}

/// Text with a halo, so that it can be read on any colour.
pub fn paint_label_text(
    painter: &Painter,
    at: Pos2,
    align: Align2,
    text: &str,
    font: FontId,
    halo: f32,
    (ink, casing): (Color32, Color32),
) {
    let galley = galley(painter, text, font);
    let corner = align.anchor_size(at, galley.size()).min;
    for step in 0..8 {
        let angle = std::f32::consts::TAU * step as f32 / 8.0;
        painter.galley(corner + Vec2::angled(angle) * halo, Arc::clone(&galley), casing);
    }
    painter.galley(corner, galley, ink);
}
