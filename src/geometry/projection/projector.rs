//! Projector: coordinates of one system into another.

use proj4rs::Proj;
use proj4rs::transform::{Transform, TransformClosure, transform};

use super::{Crs, KNOWN};
use crate::geometry::Point;

/// A coordinate that one of the two systems cannot express.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
#[error("coordinate number {index} ({point:?}) lies outside of the coordinate system")]
pub struct OutOfDomain {
    /// Its place in the list.
    pub index: usize,
    /// The coordinate as it came.
    pub point: Point,
}

/// A system that cannot be computed here, or a way between degrees and unknown plane coordinates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no way from {from} to {to}")]
pub struct Unsupported {
    /// The system the coordinates are in.
    pub from: Crs,
    /// The wanted system.
    pub to: Crs,
}

/// Turns coordinates of one system into another, in place.
///
/// ```
/// use planraum::geometry::projection::{Crs, Projector};
/// let mut points = [[9.0, 50.0]];
/// Projector::between(Crs::WGS84, Crs::UTM32)?.project(&mut points)?;
/// assert!((points[0][0] - 500_000.0).abs() < 1e-3 && (points[0][1] - 5_538_630.703).abs() < 1e-3);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Projector {
    ways: Option<(System, System)>,
}

#[derive(Debug)]
struct System {
    proj: Proj,
    degrees: bool,
}

impl Projector {
    /// A projector between two systems. From a system to itself, every number stays as it is.
    pub fn between(from: Crs, to: Crs) -> Result<Self, Unsupported> {
        let degrees = [Crs::WGS84, Crs::Epsg(4258)];
        if from == to || (degrees.contains(&from) && degrees.contains(&to)) {
            return Ok(Self { ways: None });
        }
        match (System::of(from), System::of(to)) {
            (Some(from), Some(to)) => Ok(Self { ways: Some((from, to)) }),
            _ => Err(Unsupported { from, to }),
        }
    }

    /// Project all points. On an error the list is left half done: throw it away.
    pub fn project(&self, points: &mut [Point]) -> Result<(), OutOfDomain> {
        let Some((from, to)) = &self.ways else {
            return match points.iter().position(|it| !(it[0].is_finite() && it[1].is_finite())) {
                Some(index) => Err(OutOfDomain { index, point: points[index] }),
                None => Ok(()),
            };
        };
        for (number, block) in points.chunks_mut(BLOCK).enumerate() {
            let before: Vec<Point> = block.to_vec();
            project_block(from, to, block).map_err(|at| OutOfDomain { index: number * BLOCK + at, point: before[at] })?;
        }
        Ok(())
    }
}

/// So many points are projected at a time: few enough to stay in the fastest memory.
const BLOCK: usize = 1024;

/// On failure, the place of the first bad point.
fn project_block(from: &System, to: &System, block: &mut [Point]) -> Result<(), usize> {
    if let Some(at) = block.iter().position(|&point| !from.may_hold(point)) {
        return Err(at);
    }
    from.scale(block, f64::to_radians);
    let mut run = Run { points: block, at: 0 };
    transform(&from.proj, &to.proj, &mut run).map_err(|_| run.at)?;
    to.scale(block, f64::to_degrees);
    block.iter().position(|&point| !to.may_hold(point)).map_or(Ok(()), Err)
}

impl System {
    fn of(crs: Crs) -> Option<Self> {
        let proj = open(crs.code()?)?;
        let degrees = proj.is_latlong();
        Some(Self { proj, degrees })
    }

    /// Whether the numbers can be a place at all; false for NaN.
    fn may_hold(&self, [x, y]: Point) -> bool {
        if self.degrees { x.abs() <= 360.0 && y.abs() <= 90.0 + 1e-9 } else { x.abs() <= 1e9 && y.abs() <= 1e9 }
    }

    fn scale(&self, block: &mut [Point], turn: fn(f64) -> f64) {
        if self.degrees {
            block.iter_mut().for_each(|point| *point = point.map(turn));
        }
    }
}

/// Knows how far it came, so that a failure can be told with its place.
struct Run<'a> {
    points: &'a mut [Point],
    at: usize,
}

impl Transform for Run<'_> {
    fn transform_coordinates<F: TransformClosure>(&mut self, f: &mut F) -> proj4rs::errors::Result<()> {
        for (at, point) in self.points.iter_mut().enumerate() {
            self.at = at;
            let (x, y, _) = f(point[0], point[1], 0.0)?;
            *point = [x, y];
        }
        Ok(())
    }
}

/// The system of an EPSG code by our own definition or the register's; `None` where it needs a grid file that
/// nobody has, or a projection that cannot be computed here.
pub(super) fn open(code: u16) -> Option<Proj> {
    if let Some((_, _, own)) = KNOWN.iter().find(|it| it.0 == code) {
        return Proj::from_proj_string(own).ok();
    }
    let zone = |family: u16| code.checked_sub(family).filter(|zone| (1..=60).contains(zone));
    let utm = |zone: u16, south: &str| format!("+proj=utm +zone={zone} {south} +ellps=GRS80 +towgs84=0,0,0");
    let own = match (code, zone(32600), zone(32700)) {
        (25828..=25838, _, _) => utm(code - 25800, ""),
        (_, Some(zone), _) => utm(zone, ""),
        (_, _, Some(zone)) => utm(zone, "+south"),
        _ => return Proj::from_epsg_code(code).ok(),
    };
    Proj::from_proj_string(&own).ok()
}
