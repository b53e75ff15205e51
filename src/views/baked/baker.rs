//! Draws triangles of the interface into a texture, and copies it to where it is wanted.

use std::{fmt, mem::size_of_val, sync::Arc};

use eframe::{
    egui::{Context, Painter, Pos2, Rect, Shape, Vec2},
    egui_wgpu::{
        Callback, CallbackResources, CallbackTrait, RenderState, ScreenDescriptor,
        wgpu::{self, util::DeviceExt, vertex_attr_array as attributes},
    },
    epaint::ClippedPrimitive,
};

use super::tiles;
use crate::views::{
    map_gpu::{self, MapPainter, Means},
    painted::Painted,
};

/// Draws shapes into textures.
#[derive(Clone)]
pub struct Baker {
    state: RenderState,
    copying: Arc<Copying>,
}

/// The program that copies, and the layout of what it reads.
#[derive(Debug)]
struct Copying {
    pipeline: wgpu::RenderPipeline,
    layout: wgpu::BindGroupLayout,
}

impl fmt::Debug for Baker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Baker").finish_non_exhaustive()
    }
}

/// An image of what was painted.
#[derive(Debug)]
pub struct Baked {
    sheet: Arc<Sheet>,
    room: Rect,
    scale: f32,
}

/// What the adapter holds of an image.
#[derive(Debug)]
struct Sheet {
    copying: Arc<Copying>,
    place: wgpu::Buffer,
    group: wgpu::BindGroup,
    corners: wgpu::Buffer,
    count: u32,
}

/// Below so many triangles drawing anew is as quick as copying.
const WORTH: usize = 100;

impl Baker {
    /// `None` where a graphics card draws, or where colours are blended in another way than in a texture that is read again.
    pub fn new(state: Option<&RenderState>, painter: MapPainter) -> Option<Self> {
        let state = state.filter(|it| painter.means() == Means::Software && !it.target_format.is_srgb())?;
        Some(Self { state: state.clone(), copying: Arc::new(Copying::new(&state.device, state.target_format)) })
    }

    /// An image of the triangles within the window; `None` where there are too few, or too large a texture would be needed.
    pub fn bake(&self, ctx: &Context, painted: &Painted) -> Option<Baked> {
        let scale = ctx.pixels_per_point();
        let seen = painted.bounds().intersect(ctx.input(|it| it.viewport_rect()));
        let pixels = Rect::from_min_max((seen.min * scale).floor(), (seen.max * scale).ceil());
        let limit = self.state.device.limits().max_texture_dimension_2d as f32;
        if painted.triangles() < WORTH || !pixels.is_positive() || limit < pixels.size().max_elem() {
            return None;
        }
        let room = pixels / scale;
        let view = self.draw(painted.within(room), pixels.size(), scale);
        let corners = tiles::corners(painted.pieces().map(|it| it * scale), pixels);
        Some(Baked { sheet: Arc::new(self.sheet(&view, &corners)), room, scale })
    }

    /// The interface's own renderer draws, so that the image is what would have been seen.
    fn draw(&self, primitives: Vec<ClippedPrimitive>, size: Vec2, scale: f32) -> wgpu::TextureView {
        let (device, queue) = (&self.state.device, &self.state.queue);
        let size = [size.x as u32, size.y as u32];
        let view = map_gpu::canvas(device, "baked", size, self.state.target_format);
        let screen = ScreenDescriptor { size_in_pixels: size, pixels_per_point: scale };
        let mut encoder = device.create_command_encoder(&wgpu::CommandEncoderDescriptor::default());
        let mut renderer = self.state.renderer.write();
        let commands = renderer.update_buffers(device, queue, &mut encoder, &primitives, &screen);
        let pass = encoder.begin_render_pass(&wgpu::RenderPassDescriptor {
            label: Some("baked"),
            color_attachments: &[Some(wgpu::RenderPassColorAttachment {
                view: &view,
                depth_slice: None,
                resolve_target: None,
                ops: wgpu::Operations { load: wgpu::LoadOp::Clear(wgpu::Color::TRANSPARENT), store: wgpu::StoreOp::Store },
            })],
            ..wgpu::RenderPassDescriptor::default()
        });
        renderer.render(&mut pass.forget_lifetime(), &primitives, &screen);
        queue.submit(commands.into_iter().chain([encoder.finish()]));
        view
    }

    fn sheet(&self, view: &wgpu::TextureView, corners: &[[f32; 2]]) -> Sheet {
        let device = &self.state.device;
        let place = device.create_buffer(&wgpu::BufferDescriptor {
            label: Some("baked"),
            size: size_of_val(&[0.0_f32; 4]) as u64,
            usage: wgpu::BufferUsages::UNIFORM | wgpu::BufferUsages::COPY_DST,
            mapped_at_creation: false,
        });
        let group = device.create_bind_group(&wgpu::BindGroupDescriptor {
            label: Some("baked"),
            layout: &self.copying.layout,
            entries: &[
                wgpu::BindGroupEntry { binding: 0, resource: place.as_entire_binding() },
                wgpu::BindGroupEntry { binding: 1, resource: wgpu::BindingResource::TextureView(view) },
            ],
        });
        let (contents, usage) = (bytemuck::cast_slice(corners), wgpu::BufferUsages::VERTEX);
        let corners_on_card = device.create_buffer_init(&wgpu::util::BufferInitDescriptor { label: Some("baked"), contents, usage });
        Sheet { copying: Arc::clone(&self.copying), place, group, corners: corners_on_card, count: corners.len() as u32 }
    }
}

impl Baked {
    /// Shows the image where it was made.
    pub fn paint(&self, painter: &Painter) {
        let (clip, shape) = self.shape(Vec2::ZERO);
        painter.with_clip_rect(clip).add(shape);
    }

    /// Shows the image moved by whole pixels, within the painter's own room.
    pub fn paint_moved(&self, painter: &Painter, by: Vec2) {
        painter.add(self.shape(by).1);
    }

    /// The image moved by whole pixels, and the room that it takes.
    pub fn shape(&self, by: Vec2) -> (Rect, Shape) {
        let corner = ((self.room.min + by) * self.scale).round();
        let room = Rect::from_min_size(corner / self.scale, self.room.size());
        (room, Shape::Callback(Callback::new_paint_callback(room, Copy { sheet: Arc::clone(&self.sheet), corner })))
    }
}

/// An image in a frame: its upper left corner in pixels of the window.
struct Copy {
    sheet: Arc<Sheet>,
    corner: Pos2,
}

impl CallbackTrait for Copy {
    fn prepare(
        &self,
        _: &wgpu::Device,
        queue: &wgpu::Queue,
        screen: &ScreenDescriptor,
        _: &mut wgpu::CommandEncoder,
        _: &mut CallbackResources,
    ) -> Vec<wgpu::CommandBuffer> {
        let [width, height] = screen.size_in_pixels.map(|it| it as f32);
        queue.write_buffer(&self.sheet.place, 0, bytemuck::cast_slice(&[self.corner.x, self.corner.y, width, height]));
        Vec::new()
    }

    fn paint(&self, info: eframe::egui::PaintCallbackInfo, pass: &mut wgpu::RenderPass<'static>, _: &CallbackResources) {
        let [width, height] = info.screen_size_px.map(|it| it as f32);
        pass.set_viewport(0.0, 0.0, width, height, 0.0, 1.0);
        pass.set_pipeline(&self.sheet.copying.pipeline);
        pass.set_bind_group(0, &self.sheet.group, &[]);
        pass.set_vertex_buffer(0, self.sheet.corners.slice(..));
        pass.draw(0..self.sheet.count, 0..1);
    }
}

impl Copying {
    fn new(device: &wgpu::Device, format: wgpu::TextureFormat) -> Self {
        let entry = |binding, visibility, ty| wgpu::BindGroupLayoutEntry { binding, visibility, ty, count: None };
        let place = wgpu::BindingType::Buffer {
            ty: wgpu::BufferBindingType::Uniform,
            has_dynamic_offset: false,
            min_binding_size: wgpu::BufferSize::new(16),
        };
        let picture = wgpu::BindingType::Texture {
            sample_type: wgpu::TextureSampleType::Float { filterable: true },
            view_dimension: wgpu::TextureViewDimension::D2,
            multisampled: false,
        };
        let layout = device.create_bind_group_layout(&wgpu::BindGroupLayoutDescriptor {
            label: Some("baked"),
            entries: &[entry(0, wgpu::ShaderStages::VERTEX_FRAGMENT, place), entry(1, wgpu::ShaderStages::FRAGMENT, picture)],
        });
        Self { pipeline: pipeline(device, format, &layout), layout }
    }
}

fn pipeline(device: &wgpu::Device, format: wgpu::TextureFormat, layout: &wgpu::BindGroupLayout) -> wgpu::RenderPipeline {
    let module = device.create_shader_module(wgpu::ShaderModuleDescriptor {
        label: Some("baked"),
        source: wgpu::ShaderSource::Wgsl(include_str!("../../../assets/shaders/baked.wgsl").into()),
    });
    let layout = device.create_pipeline_layout(&wgpu::PipelineLayoutDescriptor {
        label: Some("baked"),
        bind_group_layouts: &[Some(layout)],
        immediate_size: 0,
    });
    let blend = Some(wgpu::BlendState::PREMULTIPLIED_ALPHA_BLENDING);
    let corners =
        wgpu::VertexBufferLayout { array_stride: 8, step_mode: wgpu::VertexStepMode::Vertex, attributes: &attributes![0 => Float32x2] };
    device.create_render_pipeline(&wgpu::RenderPipelineDescriptor {
        label: Some("baked"),
        layout: Some(&layout),
        vertex: wgpu::VertexState {
            module: &module,
            entry_point: Some("tile_corner"),
            compilation_options: wgpu::PipelineCompilationOptions::default(),
            buffers: &[Some(corners)],
        },
        primitive: wgpu::PrimitiveState::default(),
        depth_stencil: None,
        multisample: wgpu::MultisampleState::default(),
        fragment: Some(wgpu::FragmentState {
            module: &module,
            entry_point: Some("copied"),
            compilation_options: wgpu::PipelineCompilationOptions::default(),
            targets: &[Some(wgpu::ColorTargetState { format, blend, write_mask: wgpu::ColorWrites::ALL })],
        }),
        multiview_mask: None,
        cache: None,
    })
}
