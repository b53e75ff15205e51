//! The view: how metres become places on the page.

use super::page::Frame;
use crate::{
    geometry::{Bounds, Point},
    model::saved_view::Extent,
};

/// Metres to places on the page, north up.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct View {
    centre: Point,
    middle: Point,
    /// Pixels per metre.
    pub scale: f64,
}

impl View {
    /// Everything within the bounds fits into the frame, with some air around it.
    pub fn fitting(bounds: Bounds, frame: &Frame, air: f64) -> Self {
        let room = frame.size.map(|it| (it - 2.0 * air).max(1.0));
        let scale = (room[0] / bounds.width().max(1e-6)).min(room[1] / bounds.height().max(1e-6));
        Self { centre: bounds.centre(), middle: frame.middle(), scale: if scale.is_finite() { scale } else { 1.0 } }
    }

    /// What a saved view or a camera sees.
    pub fn of_extent(extent: &Extent, frame: &Frame) -> Self {
        let scale = frame.size[1] / extent.height.max(1e-6);
        Self { centre: extent.centre, middle: frame.middle(), scale: if scale.is_finite() { scale } else { 1.0 } }
    }

    /// The place of a point.
    pub fn place(&self, [x, y]: Point) -> Point {
        [self.middle[0] + (x - self.centre[0]) * self.scale, self.middle[1] - (y - self.centre[1]) * self.scale]
    }

    /// What can be seen through the frame, in metres.
    pub fn seen(&self, frame: &Frame) -> Bounds {
        let half = frame.size.map(|it| it / 2.0 / self.scale);
        Bounds { min: [self.centre[0] - half[0], self.centre[1] - half[1]], max: [self.centre[0] + half[0], self.centre[1] + half[1]] }
    }

    /// Half a pixel in metres: what is finer cannot be seen.
    pub fn tolerance(&self) -> f64 {
        0.5 / self.scale
    }
}
