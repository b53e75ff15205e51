//! One drawing of a map: from which level, which cells, and the calls that draw it.

use std::ops::Range;

use eframe::egui_wgpu::wgpu;

use super::{
    MapPaint, Pattern,
    mesh::{Level, LevelBuffers},
    pipeline::Pipelines,
    resources::{Card, StrokeSet},
    strokes::Segment,
    triangles::{BorderPoint, in_sight},
    uniforms::Canvas,
};

/// Bytes of a level that go to the card in one frame.
const PIECE: usize = 8 << 20;

/// Buffers and ranges of one drawing.
pub(super) struct Drawing {
    buffers: LevelBuffers,
    surfaces: Vec<Range<u32>>,
    borders: Vec<Range<u32>>,
    hatched: bool,
    /// Whether it is the level that was wanted, or one that stands in.
    pub complete: bool,
}

impl Drawing {
    /// What lies on the canvas, from the level that may differ by `slack` pixels. While that one is still on its way to
    /// the card, the next coarser one stands in, and a first map of any kind is sent at once.
    pub fn of(card: Card, map: &MapPaint, canvas: &Canvas, slack: f64, borders: bool) -> Option<Self> {
        let levels = map.mesh.levels_from(canvas.scale(&map.camera) * slack);
        let levels: Vec<&Level> = levels.iter().filter(|it| it.fits(card.device)).collect();
        let mut on_the_way = card.dispatch(if levels.len() == 1 { usize::MAX } else { PIECE });
        let wanted = levels.first()?.send(&mut on_the_way, borders);
        let stand_in = || levels.iter().find_map(|level| Some((*level, level.on(card.id, borders)?)));
        let at_once = || levels.last().and_then(|level| Some((*level, level.send(&mut card.dispatch(usize::MAX), borders)?)));
        let complete = wanted.is_some();
        let (level, buffers) = wanted.and_then(|it| Some((*levels.first()?, it))).or_else(stand_in).or_else(at_once)?;
        let sight = map.mesh.local(canvas.bounds(&map.camera));
        Some(Self {
            surfaces: in_sight(&level.surface_cells, sight),
            borders: if borders { in_sight(&level.border_cells, sight) } else { Vec::new() },
            hatched: map.fills.iter().any(|it| it.pattern != Pattern::None),
            buffers,
            complete,
        })
    }

    /// Milliseconds that a software adapter with two cores takes for it, as measured (`benches/map_frame.rs`).
    pub fn estimate(&self) -> f64 {
        let sum = |ranges: &[Range<u32>]| ranges.iter().map(|it| f64::from(it.end - it.start)).sum::<f64>();
        sum(&self.surfaces) / 3.0 * 0.000_15 + sum(&self.borders) * 0.000_5
    }

    pub fn draw(&self, pipelines: &Pipelines, place: &wgpu::BindGroup, pass: &mut wgpu::RenderPass<'_>) {
        pass.set_bind_group(0, place, &[]);
        self.triangles(&pipelines.surface, pass);
        self.soft_borders(&pipelines.border, pass);
        if self.hatched {
            self.triangles(&pipelines.hatch, pass);
        }
    }

    fn triangles(&self, pipeline: &wgpu::RenderPipeline, pass: &mut wgpu::RenderPass<'_>) {
        pass.set_pipeline(pipeline);
        pass.set_vertex_buffer(0, self.buffers.corners.slice(..));
        pass.set_index_buffer(self.buffers.indices.slice(..), wgpu::IndexFormat::Uint32);
        self.surfaces.iter().for_each(|it| pass.draw_indexed(it.clone(), 0, 0..1));
    }

    fn soft_borders(&self, pipeline: &wgpu::RenderPipeline, pass: &mut wgpu::RenderPass<'_>) {
        let Some(points) = &self.buffers.borders else { return };
        pass.set_pipeline(pipeline);
        for range in &self.borders {
            for slot in 0..4 {
                let start = u64::from(range.start + slot) * size_of::<BorderPoint>() as u64;
                pass.set_vertex_buffer(slot, points.slice(start..));
            }
            pass.draw(0..4, 0..range.end - range.start);
        }
    }
}

/// All casings if wanted, then all inks.
pub(super) fn strokes(pipelines: &Pipelines, set: &StrokeSet, place: &wgpu::BindGroup, cased: bool, pass: &mut wgpu::RenderPass<'_>) {
    let Some(buffer) = set.buffer.as_ref().filter(|_| !set.classes.is_empty()) else { return };
    pass.set_bind_group(0, place, &[]);
    for (pipeline, casings) in [(&pipelines.casing, true), (&pipelines.ink, false)] {
        pass.set_pipeline(pipeline);
        for (range, _) in set.classes.iter().filter(|it| !casings || cased && it.1) {
            let row = size_of::<Segment>() as u64;
            pass.set_vertex_buffer(0, buffer.slice(u64::from(range.start) * row..));
            pass.draw(0..4, 0..range.end - range.start);
        }
    }
}
