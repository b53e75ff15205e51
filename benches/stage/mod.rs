//! A window without a screen: frames are drawn into a texture by whatever adapter is preferred for tests (a software one
//! where there is one), and nobody waits for a screen to refresh.
use std::time::Duration;

use eframe::{
    egui::{Context, FullOutput, Vec2},
    egui_wgpu::{RenderState, RendererOptions, ScreenDescriptor, wgpu},
};

/// Everything that frames are drawn with.
pub struct Stage {
    pub state: RenderState,
    target: wgpu::Texture,
    size: Vec2,
}

impl Stage {
    /// A stage of so many pixels.
    pub fn new(size: Vec2) -> Self {
        let state = egui_kittest::wgpu::create_render_state(
            egui_kittest::wgpu::default_wgpu_setup(),
            RendererOptions { dithering: false, ..RendererOptions::default() },
        );
        let target = state.device.create_texture(&wgpu::TextureDescriptor {
            label: None,
            size: wgpu::Extent3d { width: size.x as u32, height: size.y as u32, depth_or_array_layers: 1 },
            mip_level_count: 1,
            sample_count: 1,
            dimension: wgpu::TextureDimension::D2,
            format: state.target_format,
            usage: wgpu::TextureUsages::RENDER_ATTACHMENT,
            view_formats: &[],
        });
        Self { state, target, size }
    }

    /// Turns shapes into triangles, prepares them and hands the frame over. `prepared` is asked when all of the window
    /// thread's own work for a frame is done, before the drawing is handed to the adapter.
    pub fn draw<T>(&self, context: &Context, mut output: FullOutput, prepared: impl FnOnce() -> T) -> T {
        let jobs = context.tessellate(std::mem::take(&mut output.shapes), 1.0);
        let screen = ScreenDescriptor { size_in_pixels: [self.size.x as u32, self.size.y as u32], pixels_per_point: 1.0 };
        let (device, queue) = (&self.state.device, &self.state.queue);
        let mut encoder = device.create_command_encoder(&wgpu::CommandEncoderDescriptor::default());
        let mut renderer = self.state.renderer.write();
        for (id, deltas) in output.textures_delta.set.drain() {
            deltas.iter().for_each(|it| renderer.update_texture(device, queue, id, it));
        }
        let commands = renderer.update_buffers(device, queue, &mut encoder, &jobs, &screen);
        let asked = prepared();
        let view = self.target.create_view(&wgpu::TextureViewDescriptor::default());
        let pass = encoder.begin_render_pass(&wgpu::RenderPassDescriptor {
            color_attachments: &[Some(wgpu::RenderPassColorAttachment {
                view: &view,
                depth_slice: None,
                resolve_target: None,
                ops: wgpu::Operations { load: wgpu::LoadOp::Clear(wgpu::Color::WHITE), store: wgpu::StoreOp::Store },
            })],
            ..wgpu::RenderPassDescriptor::default()
        });
        renderer.render(&mut pass.forget_lifetime(), &jobs, &screen);
        queue.submit(commands.into_iter().chain([encoder.finish()]));
        asked
    }

    /// Waits until everything handed over stands.
    pub fn wait(&self) {
        self.state.device.poll(wgpu::PollType::wait_indefinitely()).unwrap();
    }
}

/// Median and another percentile of times, in milliseconds.
pub fn spread(times: &mut [Duration], percent: usize) -> (f64, f64) {
    times.sort();
    let at = |percent: usize| times[(times.len() - 1) * percent / 100].as_secs_f64() * 1e3;
    (at(50), at(percent))
}

/// “kept” or “missed”, for a figure that has a goal.
pub fn verdict(figure: f64, goal: f64) -> &'static str {
    if figure <= goal { "kept" } else { "MISSED" }
}

/// Milliseconds that all threads of this process have worked; only where the system tells (Linux).
pub fn busy() -> Option<f64> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    let mut fields = stat.rsplit(')').next()?.split_whitespace().skip(11);
    let ticks: f64 = fields.next()?.parse::<f64>().ok()? + fields.next()?.parse::<f64>().ok()?;
    Some(ticks * 10.0)
}
