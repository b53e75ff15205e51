//! What stays as it stands while the map is dragged.
//!
//! A hand that drags the map can press nothing else. Laying out every panel for each of its frames cost more than the map
//! itself, so a panel is laid out once when the dragging begins, kept as triangles, and painted from them until it ends.
//!
//! **Promise.** What is kept is the panel as it was laid out for the same desk, place, scale and letters; where one of them
//! differs, it is laid out anew. Where a screen reader listens or a field has the keyboard, nothing is kept.
//! **Not here.** Whether the map is dragged: `map::Canvas`.

use std::sync::Arc;

use eframe::{
    egui::{ClippedPrimitive, Context, Painter, Rect, Shape, Ui, Vec2, layers::ShapeIdx, vec2},
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
struct Letters {
    size: [usize; 2],
    filled: f32,
}

impl Letters {
    fn of(ctx: &Context) -> Self {
        ctx.fonts(|it| Self { size: it.font_image_size(), filled: it.font_atlas_fill_ratio() })
    }

    /// Whether triangles made for `self` still find their letters. Letters are only ever added, until there are too many and
    /// all begins anew.
    fn hold_in(self, now: Self) -> bool {
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

/// What was painted on a layer while something was laid out; nothing of what lies on other layers.
pub fn painted_by<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> (R, Vec<ClippedShape>) {
    let (ctx, layer) = (ui.ctx().clone(), ui.layer_id());
    let before = ctx.graphics(|it| it.get(layer).map_or(0, |it| it.next_idx().0));
    let answer = content(ui);
    let shapes = ctx.graphics(|it| it.get(layer).map_or_else(Vec::new, |it| it.all_entries().skip(before).cloned().collect()));
    (answer, shapes)
}

/// What would be painted without a limit of room; none of it is seen.
pub fn painted_unseen(ui: &Ui, paint: impl FnOnce(&Painter)) -> Vec<ClippedShape> {
    let (ctx, layer) = (ui.ctx(), ui.layer_id());
    let before = ctx.graphics(|it| it.get(layer).map_or(0, |it| it.next_idx().0));
    paint(&ui.painter().with_clip_rect(Rect::EVERYTHING));
    ctx.graphics_mut(|it| {
        let list = it.entry(layer);
        let shapes = list.all_entries().skip(before).cloned().collect();
        (before..list.next_idx().0).for_each(|it| list.reset_shape(ShapeIdx(it)));
        shapes
    })
}

/// One panel or card.
#[derive(Debug, Default)]
pub struct Held {
    kept: Option<Kept>,
}

#[derive(Debug)]
struct Kept {
    changes: u64,
    room: Rect,
    size: Vec2,
    painted: Painted,
}

impl Held {
    /// Lays out `content`, or shows it as it stood: while `hold` names the same state of the desk.
    pub fn show(&mut self, ui: &mut Ui, hold: Option<u64>, content: impl FnOnce(&mut Ui)) {
        let Some(changes) = hold else {
            self.kept = None;
            return content(ui);
        };
        let room = ui.max_rect();
        if let Some(kept) = self.kept.as_ref().filter(|it| it.changes == changes && it.room == room && it.painted.stands(ui.ctx())) {
            kept.painted.paint(ui.painter());
            ui.allocate_space(kept.size);
            return;
        }
        let above = ui.cursor().top();
        let ((), shapes) = painted_by(ui, content);
        let height = ui.cursor().top() - ui.spacing().item_spacing.y - above;
        let size = vec2(ui.min_rect().width(), height.max(0.0));
        self.kept = Some(Kept { changes, room, size, painted: Painted::of(ui.ctx(), shapes) });
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use eframe::egui::{CentralPanel, RawInput, pos2};

    use super::*;

    /// One frame of a window with one panel that counts how often it was laid out; answers what it painted.
    fn frame(ctx: &Context, held: &mut Held, hold: Option<u64>, size: Vec2, laid_out: &mut usize) -> Vec<Mesh> {
        let input = RawInput { screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), size)), ..RawInput::default() };
        let mut output = ctx.run_ui(input, |ui| {
            CentralPanel::no_frame().show(ui, |ui| {
                held.show(ui, hold, |ui| {
                    *laid_out += 1;
                    let _ = ui.button("Bestand und Entwurf");
                    ui.label("180 Kennzahlen");
                });
                ui.label("darunter");
            });
        });
        output.textures_delta.clear();
        let primitives = ctx.tessellate(output.shapes, 1.0).into_iter();
        primitives.filter_map(|it| if let Primitive::Mesh(mesh) = it.primitive { Some(mesh) } else { None }).collect()
    }

    #[test]
    fn a_held_panel_is_laid_out_once_and_looks_the_same() {
        let (ctx, mut held, mut times) = (Context::default(), Held::default(), 0);
        let size = vec2(400.0, 300.0);
        for _ in 0..3 {
            frame(&ctx, &mut held, None, size, &mut times);
        }
        let live = frame(&ctx, &mut held, None, size, &mut times);
        assert_eq!(times, 4, "laid out each frame while nothing is held");
        for _ in 0..5 {
            let now = frame(&ctx, &mut held, Some(7), size, &mut times);
            let places = |it: &[Mesh]| it.iter().flat_map(|it| it.vertices.iter().map(|it| (it.pos, it.uv, it.color))).collect::<Vec<_>>();
            assert_eq!(places(&now), places(&live), "the same triangles, what lies below included");
        }
        assert_eq!(times, 5, "once, to be kept");
    }

    #[test]
    fn it_is_laid_out_anew_when_the_desk_the_room_or_the_scale_differ_and_when_it_is_let_go() {
        let (ctx, mut held, mut times) = (Context::default(), Held::default(), 0);
        let size = vec2(400.0, 300.0);
        let mut after = |hold, size| {
            frame(&ctx, &mut held, hold, size, &mut times);
            times
        };
        after(None, size);
        let begun = after(Some(1), size);
        assert_eq!(after(Some(1), size), begun);
        assert_eq!(after(Some(2), size), begun + 1, "the desk changed");
        assert_eq!(after(Some(2), vec2(500.0, 300.0)), begun + 2, "another room");
        assert_eq!(after(None, vec2(500.0, 300.0)), begun + 3, "let go");
        assert_eq!(after(Some(2), vec2(500.0, 300.0)), begun + 4, "what was kept before is not taken again");
        ctx.set_pixels_per_point(2.0);
        assert_eq!(after(Some(2), vec2(500.0, 300.0)), begun + 5, "another scale");
    }

    #[test]
    fn letters_that_began_anew_are_noticed() {
        let made = Letters { size: [1024, 64], filled: 0.3 };
        assert!(made.hold_in(Letters { filled: 0.4, ..made }), "more letters came");
        assert!(!made.hold_in(Letters { filled: 0.1, ..made }), "all began anew");
        assert!(!made.hold_in(Letters { size: [1024, 128], ..made }), "the texture grew");
    }
}
