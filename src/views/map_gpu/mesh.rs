//! The districts of a map, ready to be drawn at every scale.
//!
//! **Promise.** Built once per boundaries, in a job; never changed. Positions are f32 relative to the middle of
//! the map, exact to 3 cm over Germany and to millimetres over a county.
//! **Not here.** Colours and classes: they change, the mesh does not.

use eframe::egui_wgpu::wgpu::{self, BufferUsages};

use super::{
    lod::{self, Borders, EMPTY},
    stock::{CardId, Dispatch, Stock},
    triangles::{self, BorderPoint, Cell, Corner, Grid, NOBODY, Part},
};
use crate::geometry::{Bounds, DistrictIx, simplify::Importance, topology::Topology};

/// The same districts with fewer points.
#[derive(Debug)]
pub(super) struct Level {
    /// Metres by which this level may differ from the full one; 0 is the full one.
    pub tolerance: f64,
    pub corners: Stock<Corner>,
    pub indices: Stock<u32>,
    pub surface_cells: Vec<Cell>,
    pub borders: Stock<BorderPoint>,
    pub border_cells: Vec<Cell>,
}

impl Level {
    fn build(tolerance: f64, borders: &Borders, parts: &[Part], sides: &[[u32; 2]], order: &Order, keep: bool) -> Self {
        let surfaces = triangles::triangulate(borders, parts, &order.parts);
        let lines = triangles::border_points(borders, sides, &order.arcs);
        Self {
            tolerance,
            corners: Stock::new(surfaces.corners, BufferUsages::VERTEX, keep),
            indices: Stock::new(surfaces.indices, BufferUsages::INDEX, keep),
            surface_cells: surfaces.cells,
            borders: Stock::new(lines.points, BufferUsages::VERTEX, keep),
            border_cells: lines.cells,
        }
    }
}

/// A level on the card; without borders where they were not wanted.
#[derive(Debug, Clone)]
pub(super) struct LevelBuffers {
    pub corners: wgpu::Buffer,
    pub indices: wgpu::Buffer,
    pub borders: Option<wgpu::Buffer>,
}

impl Level {
    /// Whether the card can hold it.
    pub fn fits(&self, device: &wgpu::Device) -> bool {
        self.corners.fits(device) && self.indices.fits(device) && self.borders.fits(device)
    }

    /// Its buffers, if the card has them all.
    pub fn on(&self, card: CardId, borders: bool) -> Option<LevelBuffers> {
        let lines = if borders { Some(self.borders.on(card)?) } else { None };
        Some(LevelBuffers { corners: self.corners.on(card)?, indices: self.indices.on(card)?, borders: lines })
    }

    /// Sends what is missing, as far as allowed, and gives the buffers once the card has them all.
    pub fn send(&self, to: &mut Dispatch, borders: bool) -> Option<LevelBuffers> {
        let (corners, indices) = (self.corners.send(to), self.indices.send(to));
        let lines = if borders { Some(self.borders.send(to)?) } else { None };
        Some(LevelBuffers { corners: corners?, indices: indices?, borders: lines })
    }
}

/// Districts as triangles and borders as lines, at several levels of detail.
///
/// Build it away from the window's thread and share it by `Arc`: all maps that show the same one share its
/// buffers on the card, which leave with it.
#[derive(Debug)]
pub struct MapMesh {
    pub(super) origin: [f64; 2],
    pub(super) levels: Vec<Level>,
    /// All borders with their weights: the strokes of a map are picked from here.
    pub(super) borders: Borders,
    /// Box around each arc, `[west, south, east, north]` from the origin.
    pub(super) boxes: Vec<[f32; 4]>,
    /// Diameter of a circle with a district's mean surface, metres.
    pub(super) typical_diameter: f64,
    bounds: Bounds,
    districts: usize,
}

impl MapMesh {
    /// Builds all levels; takes a few tenths of a second for a country. With `keep` the points stay in memory beside
    /// the card's copy: only needed where a second device draws the same mesh, or none at all (see
    /// [`MapPainter`](super::MapPainter)).
    pub fn build(topology: &Topology, importance: &Importance, keep: bool) -> Self {
        let bounds = topology.bounds().unwrap_or(Bounds { min: [0.0; 2], max: [0.0; 2] });
        let origin = bounds.centre();
        let borders = Borders::of(topology, importance, origin);
        let boxes: Vec<_> = (0..borders.len()).map(|it| lod::box_of(borders.points(it).iter().copied())).collect();
        let parts: Vec<Part> = topology.districts().flat_map(|it| topology.polygons_of(it).map(move |part| (it, part))).collect();
        let order = Order::of(&boxes, &parts);
        let number = |it: Option<DistrictIx>| it.map_or(NOBODY, |it| it.0);
        let sides: Vec<_> = topology.arcs().map(|(_, it)| [number(it.left), number(it.right)]).collect();
        let tolerances = lod::tolerances(&borders, bounds.width().max(bounds.height()));
        let level = |it: &f64| Level::build(*it, &borders.at(*it), &parts, &sides, &order, keep);
        let levels = tolerances.iter().map(level).collect();
        Self { origin, levels, boxes, typical_diameter: typical_diameter(topology), bounds, districts: topology.district_count(), borders }
    }

    /// The rectangle around all districts in metres; all zero for an empty map.
    pub fn bounds(&self) -> Bounds {
        self.bounds
    }

    /// Number of districts.
    pub fn district_count(&self) -> usize {
        self.districts
    }

    /// Number of borders.
    pub fn arc_count(&self) -> usize {
        self.borders.len()
    }

    /// Bytes of all levels, wherever they lie.
    pub fn level_bytes(&self) -> u64 {
        self.levels.iter().map(|it| it.corners.bytes() + it.indices.bytes() + it.borders.bytes()).sum()
    }

    /// The number of levels of detail, the full one included.
    pub fn level_count(&self) -> usize {
        self.levels.len()
    }

    /// The coarsest level that differs from the full one by no more than `tolerance` metres, then the coarser ones.
    pub(super) fn levels_from(&self, tolerance: f64) -> &[Level] {
        let first = self.levels.iter().rposition(|it| it.tolerance <= tolerance).unwrap_or(0);
        self.levels.get(first..).unwrap_or_default()
    }

    /// A box in metres, relative to the origin.
    pub(super) fn local(&self, bounds: Bounds) -> [f32; 4] {
        let ([west, south], [east, north], [x, y]) = (bounds.min, bounds.max, self.origin);
        [(west - x) as f32, (south - y) as f32, (east - x) as f32, (north - y) as f32]
    }
}

/// Parts and arcs in the order in which they go into the buffers: by cell, then by number.
struct Order {
    parts: Vec<(u32, usize)>,
    arcs: Vec<(u32, usize)>,
}

impl Order {
    fn of(boxes: &[[f32; 4]], parts: &[Part]) -> Self {
        let around = |a: [f32; 4], b: &[f32; 4]| [a[0].min(b[0]), a[1].min(b[1]), a[2].max(b[2]), a[3].max(b[3])];
        let part_box = |(_, part): &Part| part.outer().iter().filter_map(|it| boxes.get(it.arc.index())).fold(EMPTY, around);
        let part_boxes: Vec<_> = parts.iter().map(part_box).collect();
        let extent = boxes.iter().fold(EMPTY, around);
        Self { parts: by_cell(&part_boxes, extent), arcs: by_cell(boxes, extent) }
    }
}

fn by_cell(boxes: &[[f32; 4]], extent: [f32; 4]) -> Vec<(u32, usize)> {
    let grid = Grid::over(extent, boxes.len());
    let mut order: Vec<_> = boxes.iter().enumerate().map(|(number, it)| (grid.cell(*it), number)).collect();
    order.sort_unstable();
    order
}

fn typical_diameter(topology: &Topology) -> f64 {
    let surface: f64 = topology.districts().map(|it| topology.surface(it)).sum();
    let mean = surface / topology.district_count().max(1) as f64;
    (mean * 4.0 / std::f64::consts::PI).sqrt()
}
