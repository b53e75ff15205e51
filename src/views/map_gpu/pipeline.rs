//! The card's programs: ground, surfaces, borders, hatches, strokes, and a picture drawn earlier.
//!
//! **Promise.** No storage buffers, no first instance, no base vertex: the older graphics interface (OpenGL)
//! runs them too. Colours are blended premultiplied, in the bytes of the target, as the interface does.

use std::mem::size_of;

use eframe::egui_wgpu::wgpu::{self, vertex_attr_array as attributes};

use super::{
    strokes::Segment,
    triangles::{BorderPoint, Corner},
    uniforms::ViewUniform,
};

/// All programs and the layouts of what they read.
#[derive(Debug)]
pub(super) struct Pipelines {
    pub ground: wgpu::RenderPipeline,
    pub surface: wgpu::RenderPipeline,
    pub hatch: wgpu::RenderPipeline,
    pub border: wgpu::RenderPipeline,
    pub casing: wgpu::RenderPipeline,
    pub ink: wgpu::RenderPipeline,
    /// A picture as it was drawn, and larger or smaller.
    pub exact: wgpu::RenderPipeline,
    pub stretched: wgpu::RenderPipeline,
    pub view_layout: wgpu::BindGroupLayout,
    pub picture_layout: wgpu::BindGroupLayout,
    pub sampler: wgpu::Sampler,
    pub format: wgpu::TextureFormat,
}

impl Pipelines {
    /// For a target of that format without depth and with one sample a pixel, which is what the interface uses.
    pub fn new(device: &wgpu::Device, format: wgpu::TextureFormat) -> Self {
        let view_layout = layout(device, size_of::<ViewUniform>(), &[texture(1, true), texture(2, true)]);
        let sampler_entry = entry(2, wgpu::BindingType::Sampler(wgpu::SamplerBindingType::Filtering));
        let picture_layout = layout(device, size_of::<[f32; 8]>(), &[texture(1, false), sampler_entry]);
        let maker = Maker { device, format, layout: &view_layout };
        let segment: &[&str] = &[COMMON, SEGMENT];
        let stroke = |entry| maker.make(&[segment, &[STROKE]].concat(), [entry, "stroke"], &[SEGMENTS]);
        let pictures = Maker { layout: &picture_layout, ..maker };
        let picture = |entry| pictures.make(&[PICTURE], ["corner", entry], &[]);
        Self {
            ground: maker.make(&[COMMON, SURFACE], ["ground_corner", "surface"], &[]),
            surface: maker.make(&[COMMON, SURFACE], ["corner", "surface"], &[CORNERS]),
            hatch: maker.make(&[COMMON, HATCH], ["hatched_corner", "hatch"], &[CORNERS]),
            border: maker.make(&[segment, &[BORDER]].concat(), ["edge", "soft_edge"], &BORDER_POINTS),
            casing: stroke("casing"),
            ink: stroke("ink"),
            exact: picture("exact"),
            stretched: picture("stretched"),
            sampler: device.create_sampler(&wgpu::SamplerDescriptor {
                label: Some("map picture"),
                mag_filter: wgpu::FilterMode::Linear,
                min_filter: wgpu::FilterMode::Linear,
                ..wgpu::SamplerDescriptor::default()
            }),
            format,
            view_layout,
            picture_layout,
        }
    }
}

const COMMON: &str = include_str!("../../../assets/shaders/map_common.wgsl");
const SEGMENT: &str = include_str!("../../../assets/shaders/map_segment.wgsl");
const SURFACE: &str = include_str!("../../../assets/shaders/map_surface.wgsl");
const HATCH: &str = include_str!("../../../assets/shaders/map_hatch.wgsl");
const BORDER: &str = include_str!("../../../assets/shaders/map_border.wgsl");
const STROKE: &str = include_str!("../../../assets/shaders/map_stroke.wgsl");
const PICTURE: &str = include_str!("../../../assets/shaders/map_picture.wgsl");

type Rows = wgpu::VertexBufferLayout<'static>;

const CORNERS: Rows = wgpu::VertexBufferLayout {
    array_stride: size_of::<Corner>() as u64,
    step_mode: wgpu::VertexStepMode::Vertex,
    attributes: &attributes![0 => Float32x2, 1 => Uint32],
};

const SEGMENTS: Rows = instances::<Segment>(&attributes![0 => Float32x4, 1 => Float32x4, 2 => Float32x3, 3 => Uint32]);

/// The same points four times, one further each time: before, from, to, after.
const BORDER_POINTS: [Rows; 4] = [
    instances::<BorderPoint>(&attributes![0 => Float32x2, 1 => Uint32]),
    instances::<BorderPoint>(&attributes![2 => Float32x2, 3 => Uint32x3]),
    instances::<BorderPoint>(&attributes![4 => Float32x2, 5 => Uint32]),
    instances::<BorderPoint>(&attributes![6 => Float32x2, 7 => Uint32]),
];

const fn instances<T>(attributes: &'static [wgpu::VertexAttribute]) -> Rows {
    wgpu::VertexBufferLayout { array_stride: size_of::<T>() as u64, step_mode: wgpu::VertexStepMode::Instance, attributes }
}

fn entry(binding: u32, ty: wgpu::BindingType) -> wgpu::BindGroupLayoutEntry {
    wgpu::BindGroupLayoutEntry { binding, visibility: wgpu::ShaderStages::VERTEX_FRAGMENT, ty, count: None }
}

fn texture(binding: u32, numbers: bool) -> wgpu::BindGroupLayoutEntry {
    let sample_type = if numbers { wgpu::TextureSampleType::Uint } else { wgpu::TextureSampleType::Float { filterable: true } };
    entry(binding, wgpu::BindingType::Texture { sample_type, view_dimension: wgpu::TextureViewDimension::D2, multisampled: false })
}

fn layout(device: &wgpu::Device, uniform: usize, others: &[wgpu::BindGroupLayoutEntry]) -> wgpu::BindGroupLayout {
    let uniform = wgpu::BindingType::Buffer {
        ty: wgpu::BufferBindingType::Uniform,
        has_dynamic_offset: false,
        min_binding_size: wgpu::BufferSize::new(uniform as u64),
    };
    let entries = [&[entry(0, uniform)], others].concat();
    device.create_bind_group_layout(&wgpu::BindGroupLayoutDescriptor { label: Some("map"), entries: &entries })
}

/// What all programs have in common.
#[derive(Clone, Copy)]
struct Maker<'a> {
    device: &'a wgpu::Device,
    format: wgpu::TextureFormat,
    layout: &'a wgpu::BindGroupLayout,
}

impl Maker<'_> {
    fn make(&self, sources: &[&str], [vertex, fragment]: [&str; 2], rows: &[Rows]) -> wgpu::RenderPipeline {
        let module = self.device.create_shader_module(wgpu::ShaderModuleDescriptor {
            label: Some(fragment),
            source: wgpu::ShaderSource::Wgsl(sources.concat().into()),
        });
        let layout = self.device.create_pipeline_layout(&wgpu::PipelineLayoutDescriptor {
            label: Some("map"),
            bind_group_layouts: &[Some(self.layout)],
            immediate_size: 0,
        });
        let triangles = rows.iter().all(|it| it.step_mode == wgpu::VertexStepMode::Vertex) && !rows.is_empty();
        let topology = if triangles { wgpu::PrimitiveTopology::TriangleList } else { wgpu::PrimitiveTopology::TriangleStrip };
        let target = wgpu::ColorTargetState {
            format: self.format,
            blend: Some(wgpu::BlendState::PREMULTIPLIED_ALPHA_BLENDING),
            write_mask: wgpu::ColorWrites::ALL,
        };
        let rows: Vec<_> = rows.iter().cloned().map(Some).collect();
        self.device.create_render_pipeline(&wgpu::RenderPipelineDescriptor {
            label: Some(vertex),
            layout: Some(&layout),
            vertex: wgpu::VertexState {
                module: &module,
                entry_point: Some(vertex),
                compilation_options: wgpu::PipelineCompilationOptions::default(),
                buffers: &rows,
            },
            primitive: wgpu::PrimitiveState { topology, ..wgpu::PrimitiveState::default() },
            depth_stencil: None,
            multisample: wgpu::MultisampleState::default(),
            fragment: Some(wgpu::FragmentState {
                module: &module,
                entry_point: Some(fragment),
                compilation_options: wgpu::PipelineCompilationOptions::default(),
                targets: &[Some(target)],
            }),
            multiview_mask: None,
            cache: None,
        })
    }
}
