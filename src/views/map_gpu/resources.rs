//! What the card holds of each view: styles as small textures, segments, and the numbers of the view.
//!
//! **Promise.** Each upload is decided by comparing what is wanted with what lies there, so a frame that was
//! laid out but never shown loses nothing, and one that repeats the last sends nothing.

use std::{mem::size_of, ops::Range, sync::Arc};

use eframe::egui_wgpu::wgpu;

use super::{
    FillStyle, MapPaint,
    pipeline::Pipelines,
    stock::{CardId, Dispatch},
    strokes::{Gathered, Segment, Strokes, Wanted},
    uniforms::ViewUniform,
};

/// Texels in a row of a table.
const ROW: usize = 256;

/// One small texture of numbers, one texel per district or arc.
#[derive(Debug)]
pub(super) struct Table<T> {
    shown: Option<Arc<Vec<T>>>,
    texture: Option<wgpu::Texture>,
    format: wgpu::TextureFormat,
    pack: fn(&T, &mut Vec<u8>),
}

impl<T: PartialEq + Default> Table<T> {
    fn new(format: wgpu::TextureFormat, pack: fn(&T, &mut Vec<u8>)) -> Self {
        Self { shown: None, texture: None, format, pack }
    }

    /// Sends the rows that differ from what lies there; true when the texture is a new one.
    fn show(&mut self, device: &wgpu::Device, queue: &wgpu::Queue, wanted: &Arc<Vec<T>>, count: usize) -> bool {
        let rows = count.max(wanted.len()).div_ceil(ROW).clamp(1, device.limits().max_texture_dimension_2d as usize);
        let renewed = self.texture.as_ref().is_none_or(|it| it.height() as usize != rows);
        if renewed {
            self.texture = Some(device.create_texture(&self.descriptor(rows as u32)));
            self.shown = None;
        }
        if let Some(texture) = &self.texture
            && self.shown.as_ref().is_none_or(|it| !Arc::ptr_eq(it, wanted))
        {
            for rows in self.differing(wanted, rows) {
                self.send(queue, texture, wanted, rows);
            }
            self.shown = Some(Arc::clone(wanted));
        }
        renewed
    }

    fn descriptor(&self, rows: u32) -> wgpu::TextureDescriptor<'static> {
        wgpu::TextureDescriptor {
            label: Some("map styles"),
            size: wgpu::Extent3d { width: ROW as u32, height: rows, depth_or_array_layers: 1 },
            mip_level_count: 1,
            sample_count: 1,
            dimension: wgpu::TextureDimension::D2,
            format: self.format,
            usage: wgpu::TextureUsages::TEXTURE_BINDING | wgpu::TextureUsages::COPY_DST,
            view_formats: &[],
        }
    }

    /// Rows that differ, neighbours together.
    fn differing(&self, wanted: &[T], rows: usize) -> Vec<Range<usize>> {
        let before = self.shown.as_deref().map(Vec::as_slice);
        let mut runs: Vec<Range<usize>> = Vec::new();
        for row in (0..rows).filter(|row| before.is_none_or(|it| part(it, *row) != part(wanted, *row))) {
            match runs.last_mut() {
                Some(last) if last.end == row => last.end += 1,
                _ => runs.push(row..row + 1),
            }
        }
        runs
    }

    fn send(&self, queue: &wgpu::Queue, texture: &wgpu::Texture, wanted: &[T], rows: Range<usize>) {
        let (mut bytes, nothing) = (Vec::new(), T::default());
        let start = (rows.start * ROW).min(wanted.len());
        let own = &wanted[start..(rows.end * ROW).min(wanted.len())];
        let padding = std::iter::repeat_n(&nothing, rows.len() * ROW - own.len());
        own.iter().chain(padding).for_each(|it| (self.pack)(it, &mut bytes));
        let height = rows.len() as u32;
        let origin = wgpu::Origin3d { x: 0, y: rows.start as u32, z: 0 };
        let bytes_per_row = Some(bytes.len() as u32 / height);
        let layout = wgpu::TexelCopyBufferLayout { offset: 0, bytes_per_row, rows_per_image: Some(height) };
        let size = wgpu::Extent3d { width: ROW as u32, height, depth_or_array_layers: 1 };
        queue.write_texture(wgpu::TexelCopyTextureInfo { origin, ..texture.as_image_copy() }, &bytes, layout, size);
    }
}

fn part<T>(of: &[T], row: usize) -> &[T] {
    let start = (row * ROW).min(of.len());
    of.get(start..(start + ROW).min(of.len())).unwrap_or_default()
}

/// Strokes on the card.
#[derive(Debug, Default)]
pub(super) struct StrokeSet {
    gathered: Option<Gathered>,
    pub buffer: Option<wgpu::Buffer>,
    /// See [`Strokes::classes`].
    pub classes: Vec<(Range<u32>, bool)>,
}

impl StrokeSet {
    /// Gathers and sends anew unless what lies there still serves.
    pub fn show(&mut self, card: Card, paint: &MapPaint, wanted: Wanted, sight: [f32; 4], tolerance: f64) {
        let (mesh, look) = (&paint.mesh, &paint.look);
        if self.gathered.as_ref().is_some_and(|it| it.serves(mesh, look, &wanted, sight, tolerance)) {
            return;
        }
        let gathered = Gathered::around(mesh, look, wanted, sight, tolerance);
        let Strokes { segments, classes } = gathered.strokes();
        self.gathered = Some(gathered);
        self.classes = classes;
        let bytes: &[u8] = bytemuck::cast_slice(&segments);
        let needed = bytes.len() as u64;
        if card.device.limits().max_buffer_size < needed {
            self.classes.clear();
        } else if !bytes.is_empty() {
            if self.buffer.as_ref().is_none_or(|it| it.size() < needed) {
                let size = needed.next_multiple_of(size_of::<Segment>() as u64 * 1024);
                self.buffer = Some(buffer(card.device, size, wgpu::BufferUsages::VERTEX));
            }
            if let Some(buffer) = &self.buffer {
                card.queue.write_buffer(buffer, 0, bytes);
            }
        }
    }
}

/// Where uploads go.
#[derive(Clone, Copy)]
pub(super) struct Card<'a> {
    pub id: CardId,
    pub device: &'a wgpu::Device,
    pub queue: &'a wgpu::Queue,
    pub pipelines: &'a Pipelines,
}

impl<'a> Card<'a> {
    /// For sending so many bytes of a mesh.
    pub fn dispatch(&self, allowance: usize) -> Dispatch<'a> {
        Dispatch { card: self.id, device: self.device, queue: self.queue, allowance }
    }
}

/// A buffer that is written from here.
pub(super) fn buffer(device: &wgpu::Device, size: u64, usage: wgpu::BufferUsages) -> wgpu::Buffer {
    device.create_buffer(&wgpu::BufferDescriptor {
        label: Some("map view"),
        size,
        usage: usage | wgpu::BufferUsages::COPY_DST,
        mapped_at_creation: false,
    })
}

/// A view of a new texture that is drawn into once and read from afterwards.
///
/// `size` in pixels; `name` stands in the messages of the graphics library.
pub(in crate::views) fn canvas(device: &wgpu::Device, name: &str, size: [u32; 2], format: wgpu::TextureFormat) -> wgpu::TextureView {
    let texture = device.create_texture(&wgpu::TextureDescriptor {
        label: Some(name),
        size: wgpu::Extent3d { width: size[0], height: size[1], depth_or_array_layers: 1 },
        mip_level_count: 1,
        sample_count: 1,
        dimension: wgpu::TextureDimension::D2,
        format,
        usage: wgpu::TextureUsages::TEXTURE_BINDING | wgpu::TextureUsages::RENDER_ATTACHMENT,
        view_formats: &[],
    });
    texture.create_view(&wgpu::TextureViewDescriptor::default())
}

/// The numbers of a view with the group that shows them to the shaders.
#[derive(Debug)]
pub(super) struct Place {
    uniform: wgpu::Buffer,
    sent: Option<ViewUniform>,
    group: Option<wgpu::BindGroup>,
}

impl Place {
    fn new(device: &wgpu::Device) -> Self {
        let uniform = buffer(device, size_of::<ViewUniform>() as u64, wgpu::BufferUsages::UNIFORM);
        Self { uniform, sent: None, group: None }
    }

    /// Sends the numbers if they changed and gives the group.
    pub fn show(&mut self, card: Card, uniform: ViewUniform, styles: &Styles) -> Option<wgpu::BindGroup> {
        if self.sent != Some(uniform) {
            card.queue.write_buffer(&self.uniform, 0, bytemuck::bytes_of(&uniform));
            self.sent = Some(uniform);
        }
        if self.group.is_none() {
            self.group = styles.group(card, &self.uniform);
        }
        self.group.clone()
    }
}

/// Surfaces and line classes of a view.
#[derive(Debug)]
pub(super) struct Styles {
    surfaces: Table<FillStyle>,
    classes: Table<u8>,
}

impl Styles {
    fn show(&mut self, card: Card, paint: &MapPaint) -> bool {
        let surfaces = self.surfaces.show(card.device, card.queue, &paint.fills, paint.mesh.district_count());
        self.classes.show(card.device, card.queue, &paint.lines, paint.mesh.arc_count()) || surfaces
    }

    fn group(&self, card: Card, uniform: &wgpu::Buffer) -> Option<wgpu::BindGroup> {
        let view = |it: &wgpu::Texture| it.create_view(&wgpu::TextureViewDescriptor::default());
        let (surfaces, classes) = (view(self.surfaces.texture.as_ref()?), view(self.classes.texture.as_ref()?));
        let resources =
            [uniform.as_entire_binding(), wgpu::BindingResource::TextureView(&surfaces), wgpu::BindingResource::TextureView(&classes)];
        Some(group(card.device, &card.pipelines.view_layout, resources))
    }
}

/// A bind group of three resources, in order.
pub(super) fn group(device: &wgpu::Device, layout: &wgpu::BindGroupLayout, resources: [wgpu::BindingResource; 3]) -> wgpu::BindGroup {
    let mut binding = 0_u32..;
    let entries = resources.map(|resource| wgpu::BindGroupEntry { binding: binding.next().unwrap_or(0), resource });
    device.create_bind_group(&wgpu::BindGroupDescriptor { label: Some("map"), layout, entries: &entries })
}

/// All that one view needs on the card.
#[derive(Debug)]
pub(super) struct ViewResources {
    pub styles: Styles,
    /// For drawing straight into the window.
    pub direct: Place,
    /// For drawing the picture of a software adapter.
    pub aside: Place,
    pub strokes: StrokeSet,
    pub marks: StrokeSet,
}

impl ViewResources {
    /// Nothing shown yet.
    pub fn new(device: &wgpu::Device) -> Self {
        let surfaces = Table::new(wgpu::TextureFormat::Rg32Uint, |style: &FillStyle, bytes| {
            style.packed().iter().for_each(|it| bytes.extend(it.to_le_bytes()));
        });
        let classes = Table::new(wgpu::TextureFormat::R8Uint, |class: &u8, bytes| bytes.push(*class));
        Self {
            styles: Styles { surfaces, classes },
            direct: Place::new(device),
            aside: Place::new(device),
            strokes: StrokeSet::default(),
            marks: StrokeSet::default(),
        }
    }

    /// Brings the styles up to date.
    pub fn show_styles(&mut self, card: Card, paint: &MapPaint) {
        if self.styles.show(card, paint) {
            self.direct.group = None;
            self.aside.group = None;
        }
    }
}
