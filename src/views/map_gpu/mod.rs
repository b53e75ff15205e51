//! The map painter: a choropleth of up to 100,000 districts, drawn by the graphics card.
//!
//! What a map shows is a value, [`MapPaint`]: a mesh, a camera, one style per district, one line class per
//! border. [`MapPainter::paint`] puts it on screen.
//!
//! **Promise.** The mesh is sent to the card once per level of detail; after that a new colour costs one row
//! of a small texture and a new outline the borders in sight, whatever the number of areas. Borders are drawn
//! once, from arcs, so neighbours meet without gap at every scale. A picture never depends on how often the
//! interface was laid out before it was shown: everything needed travels with every frame, and what has
//! already arrived is recognised by identity (`Arc`), not by a version somebody has to count.
//! **Not here.** Which colour, class or hatch a district gets (`cartography`), labels and chips, the hand's
//! input. Nothing here is read back from the card: paper and files are drawn elsewhere from the same arcs.
//! **Reading order.** `paint` (the values), `look`, `camera`, `lod` → `triangles` → `mesh` (built in a job),
//! `uniforms`, `pipeline`, `resources`, `strokes`, `drawing`, `frame`, `picture` (on a software adapter), `fallback`.

mod camera;
mod drawing;
mod fallback;
mod frame;
mod lod;
mod look;
mod mesh;
mod paint;
mod picture;
mod pipeline;
mod resources;
mod stock;
mod strokes;
mod triangles;
mod uniforms;

pub use camera::Camera;
pub use frame::{MapPainter, Means};
pub use look::{Ink, LineKind};
pub use mesh::MapMesh;
pub use paint::{Dash, FillStyle, LineClass, LineLayer, MapLook, MapPaint, Mark, Pattern};
pub(super) use resources::canvas;

#[cfg(test)]
mod tests;
