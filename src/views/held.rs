//! What stays as it stands while the map is dragged.
//!
//! A hand that drags the map can press nothing else. Laying out every panel for each of its frames cost more than the map
//! itself, so a panel is laid out once when the dragging begins, kept as triangles, and painted from them until it ends.
//!
//! **Promise.** What is kept is the panel as it was laid out for the same desk, place, scale and letters; where one of them
//! differs, it is laid out anew. Where a screen reader listens or a field has the keyboard, nothing is kept.
//! **Not here.** Whether the map is dragged: `map::Canvas`.

use eframe::egui::{Rect, Ui, Vec2, vec2};

use crate::views::{
    baked::{Baker, Still},
    painted::{Painted, next_shape, shapes_since},
};

/// What panels may be shown as in this frame.
#[derive(Debug, Clone, Copy)]
pub struct Hold<'a> {
    /// While the map is dragged: the state of the desk for which all around it stands still.
    pub changes: Option<u64>,
    /// What makes an image of a panel that stands; none where a graphics card draws.
    pub baker: Option<&'a Baker>,
}

/// One panel or card.
#[derive(Debug, Default)]
pub struct Held {
    kept: Option<Kept>,
    still: Still,
}

#[derive(Debug)]
struct Kept {
    changes: u64,
    room: Rect,
    size: Vec2,
    painted: Painted,
}

impl Held {
    /// Lays out `content`, or shows it as it stood, while `hold` names the same state of the desk.
    pub fn show(&mut self, ui: &mut Ui, hold: Hold<'_>, content: impl FnOnce(&mut Ui)) {
        let (ctx, layer, room) = (ui.ctx().clone(), ui.layer_id(), ui.max_rect());
        let Some(changes) = hold.changes else {
            self.kept = None;
            return self.still.show(&ctx, layer, hold.baker, || content(ui));
        };
        if let Some(kept) = self.kept.as_ref().filter(|it| it.changes == changes && it.room == room && it.painted.stands(&ctx)) {
            match self.still.again(&ctx, hold.baker) {
                Some(image) => image.paint(ui.painter()),
                None => kept.painted.paint(ui.painter()),
            }
            ui.allocate_space(kept.size);
            return;
        }
        let above = ui.cursor().top();
        let first = next_shape(&ctx, layer);
        content(ui);
        let shapes = shapes_since(&ctx, layer, first);
        let height = ui.cursor().top() - ui.spacing().item_spacing.y - above;
        let size = vec2(ui.min_rect().width(), height.max(0.0));
        self.kept = Some(Kept { changes, room, size, painted: Painted::of(&ctx, shapes.clone()) });
        self.still.settle(&ctx, hold.baker, shapes);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use eframe::{
        egui::{CentralPanel, Context, RawInput, pos2},
        epaint::{Mesh, Primitive},
    };

    use super::*;

    /// One frame of a window with one panel that counts how often it was laid out; answers what it painted.
    fn frame(ctx: &Context, held: &mut Held, hold: Option<u64>, size: Vec2, laid_out: &mut usize) -> Vec<Mesh> {
        let input = RawInput { screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), size)), ..RawInput::default() };
        let mut output = ctx.run_ui(input, |ui| {
            CentralPanel::no_frame().show(ui, |ui| {
                held.show(ui, Hold { changes: hold, baker: None }, |ui| {
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
}
