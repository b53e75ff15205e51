//! What the maps of the window are drawn with.

use std::sync::Arc;

use eframe::egui::Color32;

use crate::views::{
    baked::Baker,
    map_gpu::{MapMesh, MapPainter},
};

/// The painter, and the districts once they are prepared.
#[derive(Debug, Clone)]
pub struct Graphics {
    /// What draws maps.
    pub painter: MapPainter,
    /// The districts as triangles; `None` while they are prepared.
    pub mesh: Option<Arc<MapMesh>>,
    /// What the whole window was cleared with. Clearing costs next to nothing; on a software adapter, painting the same
    /// surface as a shape costs more than everything that stands on it.
    pub cleared: Option<Color32>,
    /// What makes images of panels that stand still; none where a graphics card draws.
    pub baker: Option<Baker>,
}
