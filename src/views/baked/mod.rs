//! What stands still on the window, drawn once into a texture and shown as one image.
//!
//! A processor that plays graphics card spends microseconds on every triangle, and the letters of a panel are thousands:
//! more than the whole map beside them. So what was painted the same in two frames running becomes an image, and the frames
//! after that copy it. A graphics card gains nothing by it and is not given a [`Baker`].
//!
//! **Promise.** The image is what the interface's own renderer drew of the same triangles, pixel on pixel; a last bit may
//! differ where translucent things lie over one another. It is shown only while the shapes are equal to those it was made of.
//! **Not here.** Which parts of the window are laid out again: `held`.

mod baker;
mod tiles;

use eframe::{
    egui::{Context, LayerId, Shape, Vec2, layers::ShapeIdx},
    epaint::ClippedShape,
};

pub use baker::{Baked, Baker};

use crate::views::painted::{Letters, Painted, next_shape, shapes_since, take_back};

/// What was painted in the frame before, and its image once it has stood for two.
#[derive(Debug, Default)]
pub struct Still {
    shapes: Vec<ClippedShape>,
    stamp: Option<Stamp>,
    stood: bool,
    image: Option<Baked>,
}

/// What the same shapes may look different for.
#[derive(Debug, Clone, Copy)]
struct Stamp {
    letters: Letters,
    scale: f32,
}

impl Stamp {
    fn of(ctx: &Context) -> Self {
        Self { letters: Letters::of(ctx), scale: ctx.pixels_per_point() }
    }
}

impl Still {
    /// Paints `content` on a layer, or its image where it paints the same as in the frame before.
    pub fn show<R>(&mut self, ctx: &Context, layer: LayerId, baker: Option<&Baker>, content: impl FnOnce() -> R) -> R {
        if baker.is_none() {
            return content();
        }
        let first = next_shape(ctx, layer);
        let answer = content();
        if let Some(image) = self.settle(ctx, baker, shapes_since(ctx, layer, first)) {
            take_back(ctx, layer, first);
            let (clip, shape) = image.shape(Vec2::ZERO);
            ctx.graphics_mut(|it| it.entry(layer).set(ShapeIdx(first), clip, shape));
        }
        answer
    }

    /// The image of these shapes, if they are those of the frame before.
    pub fn settle(&mut self, ctx: &Context, baker: Option<&Baker>, shapes: Vec<ClippedShape>) -> Option<&Baked> {
        if self.shapes == shapes {
            return self.again(ctx, baker);
        }
        *self = Self { shapes, stamp: Some(Stamp::of(ctx)), stood: false, image: None };
        None
    }

    /// The image of what was shown in the frame before, to be shown once more.
    pub fn again(&mut self, ctx: &Context, baker: Option<&Baker>) -> Option<&Baked> {
        let now = Stamp::of(ctx);
        let stands = self.stamp.replace(now).is_some_and(|it| it.scale == now.scale && it.letters.hold_in(now.letters));
        if !stands {
            (self.stood, self.image) = (false, None);
            return None;
        }
        // Letters reach the card at the end of the frame that first shows them, so the second frame is the first to find all.
        if !std::mem::replace(&mut self.stood, true) && self.shapes.iter().all(|it| draws_itself(&it.shape)) {
            self.image = baker.and_then(|it| it.bake(ctx, &Painted::of(ctx, self.shapes.clone())));
        }
        self.image.as_ref()
    }

    /// The image, if one was made of what was shown last.
    pub fn image(&self) -> Option<&Baked> {
        self.image.as_ref()
    }
}

/// Whether triangles are all there is to it; maps are drawn by programs of their own.
fn draws_itself(shape: &Shape) -> bool {
    match shape {
        Shape::Callback(_) => false,
        Shape::Vec(all) => all.iter().all(draws_itself),
        _ => true,
    }
}
