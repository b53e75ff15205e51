//! Where a map looks: from metres to points and back.
//!
//! **Promise.** All of it in f64; a map coordinate has seven digits before the point and must not shake.

use eframe::egui::{Pos2, Rect, Vec2};

use crate::geometry::{Bounds, Point};

/// Centre and scale of a map. North is up.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Camera {
    /// Map coordinate (east, north, metres) in the middle of the map.
    pub centre: Point,
    /// Metres that one point of the screen covers, greater than zero.
    pub metres_per_point: f64,
}

impl Camera {
    /// The largest scale: a quarter of a metre a point, where f32 positions are still exact to a tenth of a pixel.
    pub const NEAREST: f64 = 0.25;
    /// The smallest scale: a continent on a small map.
    pub const FARTHEST: f64 = 20_000.0;

    /// The camera that shows the bounds within a map of that size in points, leaving `margin` points on each side.
    pub fn fitting(bounds: Bounds, size: Vec2, margin: f32) -> Self {
        let room = |points: f32| f64::from((points - 2.0 * margin).max(1.0));
        let scale = (bounds.width() / room(size.x)).max(bounds.height() / room(size.y));
        Self { centre: bounds.centre(), metres_per_point: scale }.within_limits()
    }

    /// The same with the scale between [`Self::NEAREST`] and [`Self::FARTHEST`]; a scale that is no number
    /// becomes the smallest.
    pub fn within_limits(self) -> Self {
        let scale = self.metres_per_point;
        let scale = if scale.is_finite() { scale.clamp(Self::NEAREST, Self::FARTHEST) } else { Self::FARTHEST };
        Self { metres_per_point: scale, ..self }
    }

    /// Where a map coordinate lies on the screen, in points.
    pub fn to_screen(&self, rect: Rect, at: Point) -> Pos2 {
        let east = (at[0] - self.centre[0]) / self.metres_per_point;
        let south = (self.centre[1] - at[1]) / self.metres_per_point;
        rect.center() + Vec2::new(east as f32, south as f32)
    }

    /// The map coordinate under a point of the screen.
    pub fn to_map(&self, rect: Rect, at: Pos2) -> Point {
        let from_middle = at - rect.center();
        [
            self.centre[0] + f64::from(from_middle.x) * self.metres_per_point,
            self.centre[1] - f64::from(from_middle.y) * self.metres_per_point,
        ]
    }

    /// The map follows the hand by that many points.
    pub fn dragged(self, by: Vec2) -> Self {
        let [east, north] = self.centre;
        let scale = self.metres_per_point;
        Self { centre: [east - f64::from(by.x) * scale, north + f64::from(by.y) * scale], ..self }
    }

    /// Nearer by `factor` (2 = twice as large), the place under the pointer staying where it is.
    pub fn zoomed(self, rect: Rect, pointer: Pos2, factor: f64) -> Self {
        let held = self.to_map(rect, pointer);
        let near = Self { metres_per_point: self.metres_per_point / factor, ..self }.within_limits();
        let drifted = near.to_map(rect, pointer);
        let centre = [near.centre[0] + held[0] - drifted[0], near.centre[1] + held[1] - drifted[1]];
        Self { centre, ..near }
    }

    /// What a map of that size in points shows.
    pub fn bounds(&self, size: Vec2) -> Bounds {
        let half = |points: f32| f64::from(points) / 2.0 * self.metres_per_point;
        let ([east, north], x, y) = (self.centre, half(size.x), half(size.y));
        Bounds { min: [east - x, north - y], max: [east + x, north + y] }
    }
}
