//! A map in a frame of the window: what to send, what to draw, in which order.
//!
//! Order: ground, surfaces, soft borders with hairs, hatches, casings of all strokes, inks of all strokes, then the same for
//! the marks; a casing so never covers the ink of a neighbour.

use std::collections::HashMap;

use eframe::{
    egui::{Context, PaintCallbackInfo, Painter, Rect},
    egui_wgpu::{self, CallbackResources, CallbackTrait, RenderState, ScreenDescriptor, wgpu},
};

use super::{
    MapPaint,
    drawing::{Drawing, strokes},
    fallback,
    picture::{Picture, Quality},
    pipeline::Pipelines,
    resources::{Card, ViewResources},
    stock::CardId,
    strokes::Wanted,
    uniforms::{Canvas, ViewUniform, hair_strength},
};

/// What draws the maps of a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Means {
    /// A graphics card.
    Card,
    /// The processor in the role of a graphics card (lavapipe, WARP): correct, but slow with large maps.
    Software,
    /// Shapes of the interface: no graphics adapter was given.
    Shapes,
}

/// Draws maps; one for a window.
#[derive(Debug, Clone, Copy)]
pub struct MapPainter {
    means: Means,
}

impl MapPainter {
    /// Compiles the card's programs, or settles for shapes where there is no card.
    pub fn new(render_state: Option<&RenderState>) -> Self {
        let Some(state) = render_state else { return Self { means: Means::Shapes } };
        let software = state.adapter.get_info().device_type == wgpu::DeviceType::Cpu;
        Self::with(state, if software { Means::Software } else { Means::Card })
    }

    /// The same, told how to draw; [`Means::Shapes`] still needs a mesh that keeps its points.
    pub fn with(state: &RenderState, means: Means) -> Self {
        let pipelines = Pipelines::new(&state.device, state.target_format);
        let maps = Maps { pipelines, software: means == Means::Software, views: HashMap::new(), frame: 0, id: CardId::new() };
        state.renderer.write().callback_resources.insert(maps);
        Self { means }
    }

    /// What draws the maps.
    pub fn means(&self) -> Means {
        self.means
    }

    /// Forgets all views, and with them the last hold on meshes and their buffers: when a project is closed.
    pub fn forget(&self, state: &RenderState) {
        if let Some(maps) = state.renderer.write().callback_resources.get_mut::<Maps>() {
            maps.views.clear();
        }
    }

    /// Puts the map into a rectangle (points) of the painter's layer.
    pub fn paint(&self, painter: &Painter, rect: Rect, map: MapPaint) {
        let painter = painter.with_clip_rect(painter.clip_rect().intersect(rect));
        if self.means == Means::Shapes {
            painter.rect_filled(rect, 0.0, map.look.ground);
            fallback::paint(&painter, rect, &map);
        } else {
            painter.add(egui_wgpu::Callback::new_paint_callback(rect, Frame { map, rect, context: painter.ctx().clone() }));
        }
    }
}

/// All maps of a window, kept by the renderer of the interface.
struct Maps {
    pipelines: Pipelines,
    software: bool,
    views: HashMap<u64, View>,
    frame: u64,
    id: CardId,
}

/// A view not painted for that many preparations is forgotten.
const FORGOTTEN_AFTER: u64 = 600;

struct View {
    resources: ViewResources,
    picture: Option<Picture>,
    /// Whether the picture is shown pixel for pixel.
    exact: bool,
    /// What to draw in this frame: into the window, and above it the marks.
    drawing: Option<Drawing>,
    place: Option<wgpu::BindGroup>,
    seen: u64,
}

/// One map in one frame.
struct Frame {
    map: MapPaint,
    rect: Rect,
    context: Context,
}

impl CallbackTrait for Frame {
    fn prepare(
        &self,
        device: &wgpu::Device,
        queue: &wgpu::Queue,
        screen: &ScreenDescriptor,
        encoder: &mut wgpu::CommandEncoder,
        resources: &mut CallbackResources,
    ) -> Vec<wgpu::CommandBuffer> {
        if let Some(maps) = resources.get_mut::<Maps>() {
            maps.frame += 1;
            let oldest = maps.frame.saturating_sub(FORGOTTEN_AFTER);
            maps.views.retain(|_, it| oldest <= it.seen);
            let view = maps.views.entry(self.map.view).or_insert_with(|| View::new(device));
            view.seen = maps.frame;
            let canvas = canvas(self.rect, screen.pixels_per_point, screen.size_in_pixels);
            let card = Card { id: maps.id, device, queue, pipelines: &maps.pipelines };
            if !view.prepare(card, encoder, &self.map, &canvas, maps.software) {
                self.context.request_repaint(); // more of the mesh is on its way to the card
            }
        }
        Vec::new()
    }

    fn paint(&self, _: PaintCallbackInfo, pass: &mut wgpu::RenderPass<'static>, resources: &CallbackResources) {
        let found = resources.get::<Maps>().and_then(|maps| Some((&maps.pipelines, maps.views.get(&self.map.view)?)));
        if let Some((pipelines, view)) = found {
            view.paint(pipelines, pass);
        }
    }
}

/// The pixels that the interface gives to a rectangle.
fn canvas(rect: Rect, pixels_per_point: f32, screen: [u32; 2]) -> Canvas {
    let info = PaintCallbackInfo { viewport: rect, clip_rect: rect, pixels_per_point, screen_size_px: screen };
    let pixels = info.viewport_in_pixels();
    let corner = [pixels.left_px as f32, pixels.top_px as f32];
    Canvas::of(rect, corner, [pixels.width_px as f32, pixels.height_px as f32], pixels_per_point)
}

/// How far lines may lie from where they belong, in pixels: at rest, and in motion on a software adapter.
const FINE: f64 = 0.75;
const COARSE: f64 = 2.0;
/// Above this estimated time a moving map is drawn coarser, milliseconds on the processor.
const PATIENCE: f64 = 15.0;

impl View {
    fn new(device: &wgpu::Device) -> Self {
        Self { resources: ViewResources::new(device), picture: None, exact: false, drawing: None, place: None, seen: 0 }
    }

    /// Sends what this frame needs; false when a finer drawing will be possible in the next.
    fn prepare(&mut self, card: Card, encoder: &mut wgpu::CommandEncoder, map: &MapPaint, canvas: &Canvas, software: bool) -> bool {
        self.drawing = None;
        if canvas.size.iter().any(|it| *it < 1.0) {
            return true; // minimised, or scrolled out of sight
        }
        self.resources.show_styles(card, map);
        self.place = self.resources.direct.show(card, uniform(map, canvas), &self.resources.styles);
        let tolerance = canvas.scale(&map.camera) * FINE;
        let sight = map.mesh.local(canvas.bounds(&map.camera));
        self.resources.marks.show(card, map, Wanted::Marks(map.marks.clone()), sight, tolerance * 1.5);
        if software && let Some(complete) = self.picture(card, encoder, map, canvas) {
            return complete;
        }
        self.picture = None;
        self.resources.strokes.show(card, map, Wanted::ByClass(map.lines.clone()), sight, tolerance);
        self.drawing = Drawing::of(card, map, canvas, FINE, true);
        self.drawing.as_ref().is_none_or(|it| it.complete)
    }

    /// Has the picture show the map, and tells whether in full; `None` where the card has no room for one.
    fn picture(&mut self, card: Card, encoder: &mut wgpu::CommandEncoder, map: &MapPaint, canvas: &Canvas) -> Option<bool> {
        let large = Picture::canvas(canvas);
        if self.picture.as_ref().is_none_or(|it| !it.fits(&large)) {
            self.picture = Some(Picture::new(card, &large)?);
        }
        let picture = self.picture.as_mut()?;
        let mut complete = true;
        if !picture.serves(map, canvas) {
            let hairs = 0.0 < hair_strength(map.mesh.typical_diameter / map.camera.metres_per_point);
            let full = Drawing::of(card, map, &large, FINE, hairs)?;
            let quality = match (PATIENCE < full.estimate(), map.moving) {
                (false, _) => Quality::Quick,
                (true, false) => Quality::Slow,
                (true, true) => Quality::Coarse,
            };
            let coarse = quality == Quality::Coarse;
            let (drawing, slack) = if coarse { (Drawing::of(card, map, &large, COARSE, false)?, COARSE) } else { (full, FINE) };
            let sight = map.mesh.local(large.bounds(&map.camera));
            let tolerance = large.scale(&map.camera) * slack;
            self.resources.strokes.show(card, map, Wanted::ByClass(map.lines.clone()), sight, tolerance);
            let place = self.resources.aside.show(card, uniform(map, &large), &self.resources.styles)?;
            complete = drawing.complete;
            let mut pass = begin(encoder, &picture.target, map);
            drawing.draw(card.pipelines, &place, &mut pass);
            strokes(card.pipelines, &self.resources.strokes, &place, !coarse, &mut pass);
            picture.note(map, large, if drawing.complete { quality } else { Quality::Coarse });
        }
        self.exact = picture.put(card.queue, &map.camera, canvas);
        Some(complete)
    }

    fn paint(&self, pipelines: &Pipelines, pass: &mut wgpu::RenderPass<'_>) {
        let Some(place) = &self.place else { return };
        if let Some(drawing) = &self.drawing {
            pass.set_pipeline(&pipelines.ground);
            pass.set_bind_group(0, place, &[]);
            pass.draw(0..4, 0..1);
            drawing.draw(pipelines, place, pass);
            strokes(pipelines, &self.resources.strokes, place, true, pass);
        } else if let Some(picture) = &self.picture {
            pass.set_pipeline(if self.exact { &pipelines.exact } else { &pipelines.stretched });
            pass.set_bind_group(0, &picture.group, &[]);
            pass.draw(0..4, 0..1);
        }
        strokes(pipelines, &self.resources.marks, place, true, pass);
    }
}

fn uniform(map: &MapPaint, canvas: &Canvas) -> ViewUniform {
    let hairs = hair_strength(map.mesh.typical_diameter / map.camera.metres_per_point);
    ViewUniform::of(&map.camera, canvas, map.mesh.origin, hairs, &map.look)
}

fn begin<'a>(encoder: &'a mut wgpu::CommandEncoder, target: &wgpu::TextureView, map: &MapPaint) -> wgpu::RenderPass<'a> {
    let [r, g, b, a] = map.look.ground.to_array().map(|it| f64::from(it) / 255.0);
    encoder.begin_render_pass(&wgpu::RenderPassDescriptor {
        label: Some("map picture"),
        color_attachments: &[Some(wgpu::RenderPassColorAttachment {
            view: target,
            depth_slice: None,
            resolve_target: None,
            ops: wgpu::Operations { load: wgpu::LoadOp::Clear(wgpu::Color { r, g, b, a }), store: wgpu::StoreOp::Store },
        })],
        ..wgpu::RenderPassDescriptor::default()
    })
}
