//! Shapes of the interface as triangles: read back from a layer, kept, painted again.
//!
//! **Promise.** Triangles that are kept say themselves when they no longer look as they should: another scale, other letters.
//! **Not here.** When they are kept: `held`; images of them: `baked`.

use std::sync::Arc;

use eframe::{
    egui::{ClippedPrimitive, Context, LayerId, Painter, Rect, Shape, Ui, Vec2, layers::ShapeIdx},
    epaint::{ClippedShape, Mesh, Primitive},
};

/// Shapes turned into triangles once, painted wherever they are wanted.
#[derive(Debug, Clone)]
pub struct Painted {
    meshes: Vec<(Rect, Arc<Mesh>)>,
    letters: Letters,
    scale: f32,
}

/// Where letters lie in the texture: triangles made for one lot show rubbish with another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Letters {
    size: [usize; 2],
    filled: f32,
}

impl Letters {
    /// Where they lie now.
    pub fn of(ctx: &Context) -> Self {
        ctx.fonts(|it| Self { size: it.font_image_size(), filled: it.font_atlas_fill_ratio() })
    }

    /// Whether triangles made for `self` still find their letters. Letters are only ever added, until there are too many and
    /// all begins anew.
    pub fn hold_in(self, now: Self) -> bool {
        self.size == now.size && self.filled <= now.filled
    }
}

impl Painted {
    /// Turns shapes into triangles.
    pub fn of(ctx: &Context, shapes: Vec<ClippedShape>) -> Self {
        let scale = ctx.pixels_per_point();
        let mesh = |it: ClippedPrimitive| match it.primitive {
            Primitive::Mesh(mesh) => Some((it.clip_rect, Arc::new(mesh))),
            Primitive::Callback(_) => None,
        };
        Self { meshes: ctx.tessellate(shapes, scale).into_iter().filter_map(mesh).collect(), letters: Letters::of(ctx), scale }
    }

    /// Whether they still look as they should.
    pub fn stands(&self, ctx: &Context) -> bool {
        self.scale == ctx.pixels_per_point() && self.letters.hold_in(Letters::of(ctx))
    }

    /// How many triangles there are.
    pub fn triangles(&self) -> usize {
        self.meshes.iter().map(|(_, mesh)| mesh.indices.len() / 3).sum()
    }

    /// The rectangle of each triangle, as much of it as is seen.
    pub fn pieces(&self) -> impl Iterator<Item = Rect> {
        self.meshes.iter().flat_map(|(clip, mesh)| {
            let corner = |it: &u32| mesh.vertices.get(*it as usize).map(|it| it.pos);
            mesh.indices
                .chunks_exact(3)
                .map(move |it| Rect::from_points(&[it[0], it[1], it[2]].map(|it| corner(&it).unwrap_or_default())).intersect(*clip))
        })
    }

    /// The rectangle around all that is seen.
    pub fn bounds(&self) -> Rect {
        self.pieces().filter(Rect::is_positive).fold(Rect::NOTHING, Rect::union)
    }

    /// The triangles as they lie in that room, seen from its corner.
    pub fn within(&self, room: Rect) -> Vec<ClippedPrimitive> {
        let moved = |(clip, mesh): &(Rect, Arc<Mesh>)| {
            let mut mesh = mesh.as_ref().clone();
            mesh.translate(-room.min.to_vec2());
            let clip_rect = clip.intersect(room).translate(-room.min.to_vec2());
            ClippedPrimitive { clip_rect, primitive: Primitive::Mesh(mesh) }
        };
        self.meshes.iter().map(moved).collect()
    }

    /// Paints them as they stood.
    pub fn paint(&self, painter: &Painter) {
        for (clip, mesh) in &self.meshes {
            painter.with_clip_rect(*clip).add(Shape::Mesh(Arc::clone(mesh)));
        }
    }

    /// Paints them moved by whole pixels, within the painter's own room.
    pub fn paint_moved(&self, painter: &Painter, by: Vec2) {
        let by = (by * self.scale).round() / self.scale;
        for (_, mesh) in &self.meshes {
            let mut mesh = mesh.as_ref().clone();
            mesh.translate(by);
            painter.add(Shape::mesh(mesh));
        }
    }
}

/// The number of the next shape on a layer.
pub fn next_shape(ctx: &Context, layer: LayerId) -> usize {
    ctx.graphics(|it| it.get(layer).map_or(0, |it| it.next_idx().0))
}

/// What was painted on a layer since the shape of that number; nothing of what lies on other layers.
pub fn shapes_since(ctx: &Context, layer: LayerId, first: usize) -> Vec<ClippedShape> {
    ctx.graphics(|it| it.get(layer).map_or_else(Vec::new, |it| it.all_entries().skip(first).cloned().collect()))
}

/// Takes back what was painted on a layer since the shape of that number.
pub fn take_back(ctx: &Context, layer: LayerId, first: usize) {
    ctx.graphics_mut(|it| {
        let list = it.entry(layer);
        (first..list.next_idx().0).for_each(|it| list.reset_shape(ShapeIdx(it)));
    });
}

/// What would be painted without a limit of room; none of it is seen.
pub fn painted_unseen(ui: &Ui, paint: impl FnOnce(&Painter)) -> Vec<ClippedShape> {
    let (ctx, layer) = (ui.ctx(), ui.layer_id());
    let first = next_shape(ctx, layer);
    paint(&ui.painter().with_clip_rect(Rect::EVERYTHING));
    let shapes = shapes_since(ctx, layer, first);
    take_back(ctx, layer, first);
    shapes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_began_anew_are_noticed() {
        let made = Letters { size: [1024, 64], filled: 0.3 };
        assert!(made.hold_in(Letters { filled: 0.4, ..made }), "more letters came");
        assert!(!made.hold_in(Letters { filled: 0.1, ..made }), "all began anew");
        assert!(!made.hold_in(Letters { size: [1024, 128], ..made }), "the texture grew");
    }
}
