//! What the maps of the window are drawn with.

use std::sync::Arc;

use crate::views::map_gpu::{MapMesh, MapPainter};

/// The painter, and the districts once they are prepared.
#[derive(Debug, Clone)]
pub struct Graphics {
    /// What draws maps.
    pub painter: MapPainter,
    /// The districts as triangles; `None` while they are prepared.
    pub mesh: Option<Arc<MapMesh>>,
}
