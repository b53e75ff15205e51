//! On a software adapter: a map drawn aside once, and moved until it has to be drawn again.
//!
//! A processor that plays graphics card needs tens of milliseconds for a country; copying a finished picture
//! takes two. So everything but the marks is drawn into a picture, larger than the map by a margin. While the
//! map moves, the picture moves; it is drawn again, coarser if need be, when the margin is used up, when the
//! scale is too far off or when the content changed, and in full as soon as the map rests.

use std::sync::Arc;

use eframe::egui_wgpu::wgpu;

use super::{
    Camera, MapPaint,
    resources::{self, Card},
    uniforms::Canvas,
};

/// The picture and where it was drawn.
#[derive(Debug)]
pub(super) struct Picture {
    pub target: wgpu::TextureView,
    place: wgpu::Buffer,
    pub group: wgpu::BindGroup,
    size: [u32; 2],
    drawn: Option<Drawn>,
}

/// What the picture shows.
#[derive(Debug, Clone)]
struct Drawn {
    paint: MapPaint,
    canvas: Canvas,
    quality: Quality,
}

/// How a picture was drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Quality {
    /// In full, and quickly enough to be drawn again at every step of a zoom.
    Quick,
    /// In full, but slowly.
    Slow,
    /// Coarser, because the map moves and full would be slow.
    Coarse,
}

/// Share of the map's smaller side that the picture is larger on every side.
const MARGIN: f32 = 0.25;

impl Picture {
    /// The canvas of the picture for a map on that canvas.
    pub fn canvas(map: &Canvas) -> Canvas {
        map.grown((map.size[0].min(map.size[1]) * MARGIN).ceil())
    }

    /// An empty picture of that size; `None` where the card cannot hold one.
    pub fn new(card: Card, canvas: &Canvas) -> Option<Self> {
        let size = canvas.size.map(|it| it as u32);
        let limit = card.device.limits().max_texture_dimension_2d;
        if size.iter().any(|it| *it == 0 || limit < *it) {
            return None;
        }
        let target = resources::canvas(card.device, "map picture", size, card.pipelines.format);
        let place = resources::buffer(card.device, 32, wgpu::BufferUsages::UNIFORM);
        let group = resources::group(
            card.device,
            &card.pipelines.picture_layout,
            [
                place.as_entire_binding(),
                wgpu::BindingResource::TextureView(&target),
                wgpu::BindingResource::Sampler(&card.pipelines.sampler),
            ],
        );
        Some(Self { target, place, group, size, drawn: None })
    }

    /// Whether the picture has the size for this canvas.
    pub fn fits(&self, canvas: &Canvas) -> bool {
        self.size == canvas.size.map(|it| it as u32)
    }

    /// Whether it shows what is wanted, well enough for a map at rest or in motion.
    pub fn serves(&self, paint: &MapPaint, map: &Canvas) -> bool {
        self.drawn.as_ref().is_some_and(|drawn| {
            let resting = drawn.quality != Quality::Coarse && drawn.paint.camera == paint.camera && drawn.canvas == Self::canvas(map);
            drawn.shows(paint) && (resting || paint.moving && drawn.covers(&paint.camera, map))
        })
    }

    /// Notes what was drawn.
    pub fn note(&mut self, paint: &MapPaint, canvas: Canvas, quality: Quality) {
        self.drawn = Some(Drawn { paint: paint.clone(), canvas, quality });
    }

    /// Tells the card where on the map the picture lies now; true when it is shown pixel for pixel.
    pub fn put(&self, queue: &wgpu::Queue, camera: &Camera, map: &Canvas) -> bool {
        let Some(drawn) = &self.drawn else { return true };
        let [left, top, right, bottom] = drawn.on(camera, map);
        let [width, height] = map.size.map(f64::from);
        let clip = |x: f64, y: f64| [(x / width * 2.0 - 1.0) as f32, (1.0 - y / height * 2.0) as f32];
        let offset = [left as f32 + map.corner[0], top as f32 + map.corner[1]];
        queue.write_buffer(&self.place, 0, bytemuck::cast_slice(&[clip(left, top), clip(right, bottom), offset, [0.0; 2]]));
        drawn.larger(camera, map) == 1.0
    }
}

impl Drawn {
    /// Same content, whatever the camera.
    fn shows(&self, paint: &MapPaint) -> bool {
        Arc::ptr_eq(&self.paint.mesh, &paint.mesh)
            && Arc::ptr_eq(&self.paint.fills, &paint.fills)
            && Arc::ptr_eq(&self.paint.lines, &paint.lines)
            && Arc::ptr_eq(&self.paint.look, &paint.look)
    }

    /// How many times as large as it was drawn.
    fn larger(&self, camera: &Camera, map: &Canvas) -> f64 {
        self.canvas.scale(&self.paint.camera) / map.scale(camera)
    }

    /// The picture's edges on the map, pixels from its corner: left, top, right, bottom. Whole pixels while
    /// only the place changes, so that the picture stays crisp.
    fn on(&self, camera: &Camera, map: &Canvas) -> [f64; 4] {
        let larger = self.larger(camera, map);
        let moved = |axis: usize, sign: f64| {
            let apart = (self.paint.camera.centre[axis] - camera.centre[axis]) * sign / map.scale(camera);
            let edge = map.middle[axis] + apart - self.canvas.middle[axis] * larger;
            if larger == 1.0 { edge.round() } else { edge }
        };
        let (left, top) = (moved(0, 1.0), moved(1, -1.0));
        let [width, height] = self.canvas.size.map(f64::from);
        [left, top, left + width * larger, top + height * larger]
    }

    /// Whether the moved picture still fills the map, at a scale that is not far off.
    fn covers(&self, camera: &Camera, map: &Canvas) -> bool {
        let [left, top, right, bottom] = self.on(camera, map);
        let larger = self.larger(camera, map);
        let [width, height] = map.size.map(f64::from);
        let crisp = larger == 1.0 || self.quality != Quality::Quick && (0.67..=1.6).contains(&larger);
        crisp && left <= 0.0 && top <= 0.0 && width <= right && height <= bottom
    }
}
