//! What the shaders are told of one view: where the map lies on its pixels, and how lines and hatches look.
//!
//! **Promise.** Map coordinates become pixels in f64 here; the card only adds small numbers. Every view has its
//! own copy: all views are prepared before the first is painted.
//! **Units.** Widths and hatches come in points and leave in pixels.

use bytemuck::{Pod, Zeroable};
use eframe::egui::{Color32, Rect, Vec2};

use super::{
    Camera, LineClass, LineLayer, MapLook,
    paint::{INKS, LINE_CLASSES},
};
use crate::geometry::{Bounds, Point};

/// After this many points all hatches repeat, along both axes: the least common multiple of their steps. The
/// anchor is taken modulo this, so that hatches stay with the map and f32 stays exact; it is a whole pixel, so that
/// they stay crisp.
const HATCH_REPEAT: f64 = 10_710.0;

/// The pixels that a view draws on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Canvas {
    /// Top left corner in the target, pixels.
    pub corner: [f32; 2],
    /// Width and height in pixels.
    pub size: [f32; 2],
    /// Pixels from the corner to the point that shows the camera's centre.
    pub middle: [f64; 2],
    pub pixels_per_point: f32,
}

impl Canvas {
    /// The canvas of a rectangle in points; `corner` and `size` are its pixels as the interface rounds them.
    pub fn of(rect: Rect, corner: [f32; 2], size: [f32; 2], pixels_per_point: f32) -> Self {
        let middle = rect.center().to_vec2() * pixels_per_point;
        let middle = [f64::from(middle.x) - f64::from(corner[0]), f64::from(middle.y) - f64::from(corner[1])];
        Self { corner, size, middle, pixels_per_point }
    }

    /// Metres per pixel.
    pub fn scale(&self, camera: &Camera) -> f64 {
        camera.metres_per_point / f64::from(self.pixels_per_point)
    }

    /// What the canvas shows, in metres.
    pub fn bounds(&self, camera: &Camera) -> Bounds {
        let scale = self.scale(camera);
        let [x, y] = self.middle;
        let (width, height) = (f64::from(self.size[0]), f64::from(self.size[1]));
        let [east, north] = camera.centre;
        Bounds { min: [east - x * scale, north - (height - y) * scale], max: [east + (width - x) * scale, north + y * scale] }
    }

    /// A canvas of its own, larger by `margin` pixels on every side.
    pub fn grown(&self, margin: f32) -> Self {
        let size = Vec2::from(self.size) + Vec2::splat(2.0 * margin);
        let middle = self.middle.map(|it| it + f64::from(margin));
        Self { corner: [0.0; 2], size: size.into(), middle, ..*self }
    }
}

/// One line class, in pixels and premultiplied colours.
#[derive(Debug, Clone, Copy, PartialEq, Pod, Zeroable)]
#[repr(C)]
pub(super) struct LineUniform {
    ink: [f32; 4],
    casing: [f32; 4],
    /// Width of ink and casing (negative: a hair), length of a dash, dash and gap together (0: solid).
    measures: [f32; 4],
}

/// What the shaders call `View`.
#[derive(Debug, Clone, Copy, PartialEq, Pod, Zeroable)]
#[repr(C)]
pub(super) struct ViewUniform {
    /// Scale and offset: pixels from the canvas' corner, y downwards, from metres around the mesh's origin.
    pub to_pixels: [f32; 4],
    /// Width and height in pixels, then the corner in the target.
    pub canvas: [f32; 4],
    /// Where the hatches are anchored (pixels in the target), pixels per point, strength of hairs 0 to 1.
    pub hatch: [f32; 4],
    ground: [f32; 4],
    inks: [[f32; 4]; INKS],
    lines: [LineUniform; LINE_CLASSES],
}

impl ViewUniform {
    /// For a mesh around `origin` seen by the camera.
    pub fn of(camera: &Camera, canvas: &Canvas, origin: Point, hairs: f32, look: &MapLook) -> Self {
        let pixels_per_metre = 1.0 / canvas.scale(camera);
        let x = canvas.middle[0] + (origin[0] - camera.centre[0]) * pixels_per_metre;
        let y = canvas.middle[1] - (origin[1] - camera.centre[1]) * pixels_per_metre;
        let repeat = HATCH_REPEAT * f64::from(canvas.pixels_per_point);
        let anchor = |at: f64, corner: f32| (at + f64::from(corner)).round().rem_euclid(repeat) as f32;
        let line = |number: usize| LineUniform::of(look.class(number as u8), canvas.pixels_per_point);
        Self {
            to_pixels: [pixels_per_metre as f32, -pixels_per_metre as f32, x as f32, y as f32],
            canvas: [canvas.size[0], canvas.size[1], canvas.corner[0], canvas.corner[1]],
            hatch: [anchor(x, canvas.corner[0]), anchor(y, canvas.corner[1]), canvas.pixels_per_point, hairs],
            ground: premultiplied(look.ground),
            inks: look.inks.map(premultiplied),
            lines: std::array::from_fn(line),
        }
    }
}

impl LineUniform {
    fn of(class: LineClass, pixels_per_point: f32) -> Self {
        let hair = class.layer == LineLayer::Hair;
        let dash = class.dash.filter(|it| !hair && 0.0 < it.on + it.off);
        let [on, period] = dash.map_or([0.0; 2], |it| [it.on, it.on + it.off]);
        let casing_width = if hair { -1.0 } else { class.casing_width };
        Self {
            ink: premultiplied(class.ink),
            casing: premultiplied(class.casing),
            measures: [class.width, casing_width, on, period].map(|it| it * pixels_per_point),
        }
    }
}

/// The colour as the target stores it: sRGB bytes as shares, nothing linearised.
fn premultiplied(colour: Color32) -> [f32; 4] {
    colour.to_array().map(|it| f32::from(it) / 255.0)
}

/// How strongly hairs are drawn when a typical district measures that many points: below 6 they would cover it.
pub(super) fn hair_strength(typical_points: f64) -> f32 {
    ((typical_points - 6.0) / 8.0).clamp(0.0, 1.0) as f32
}
