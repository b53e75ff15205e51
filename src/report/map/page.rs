//! The page: how large it is, and where heading, map, legend and footer lie on it.
//!
//! Lengths are in CSS pixels (96 to the inch), which is what SVG counts in. `unit` is how much larger than on a screen at
//! 100 % type and lines are: a slide is read from afar.

use crate::geometry::Point;

/// The sheets on offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Layout {
    /// A4 across.
    #[default]
    A4,
    /// A3 across.
    A3,
    /// 16:9, as a projector shows it.
    Slide,
}

impl Layout {
    /// Every layout with its code on the command line.
    pub const ALL: [(Self, &'static str); 3] = [(Self::A4, "a4"), (Self::A3, "a3"), (Self::Slide, "slide")];

    /// The layout behind a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, it)| *it == code).map(|(layout, _)| *layout)
    }

    /// Width and height in millimetres; `None` for what is no paper.
    pub fn paper(self) -> Option<[u32; 2]> {
        match self {
            Self::A4 => Some([297, 210]),
            Self::A3 => Some([420, 297]),
            Self::Slide => None,
        }
    }

    /// Width and height in pixels.
    pub fn size(self) -> Point {
        match self.paper() {
            Some(paper) => paper.map(|it| f64::from(it) / 25.4 * 96.0),
            None => [1920.0, 1080.0],
        }
    }

    /// How much larger than on screen type and lines are.
    pub fn unit(self) -> f64 {
        match self {
            Self::A4 => 1.0,
            Self::A3 => 1.3,
            Self::Slide => 2.0,
        }
    }

    /// Dots per inch of a picture in pixels: what a printer needs, or exactly what a projector has.
    pub fn usual_dpi(self) -> u32 {
        if self.paper().is_some() { 300 } else { 96 }
    }
}

/// An upright rectangle on the page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    /// Its upper left corner.
    pub at: Point,
    /// Width and height.
    pub size: Point,
}

impl Frame {
    /// The point in its middle.
    pub fn middle(&self) -> Point {
        [self.at[0] + self.size[0] / 2.0, self.at[1] + self.size[1] / 2.0]
    }

    /// Its lower right corner.
    pub fn end(&self) -> Point {
        [self.at[0] + self.size[0], self.at[1] + self.size[1]]
    }
}

/// Where things lie.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Page {
    /// Width and height.
    pub size: Point,
    /// How much larger than on screen type and lines are.
    pub unit: f64,
    /// Title and subtitle.
    pub heading: Frame,
    /// The map.
    pub map: Frame,
    /// Legend, scale bar and north arrow.
    pub legend: Frame,
    /// Sources, limit, date.
    pub footer: Frame,
}

impl Page {
    /// The page of a layout whose heading and footer are so high.
    pub fn of(layout: Layout, heading: f64, footer: f64) -> Self {
        let (size, unit) = (layout.size(), layout.unit());
        let (margin, gap) = (Self::margin(layout), 14.0 * unit);
        let [width, height] = [size[0] - 2.0 * margin, size[1] - 2.0 * margin];
        let legend = 236.0 * unit;
        let top = margin + heading + gap * 0.75;
        let bottom = margin + height - footer - gap * 0.75;
        let middle = (bottom - top).max(1.0);
        Self {
            size,
            unit,
            heading: Frame { at: [margin, margin], size: [width, heading] },
            map: Frame { at: [margin, top], size: [width - legend - gap, middle] },
            legend: Frame { at: [margin + width - legend, top], size: [legend, middle] },
            footer: Frame { at: [margin, margin + height - footer], size: [width, footer] },
        }
    }

    /// The white edge: 10 mm on paper.
    pub fn margin(layout: Layout) -> f64 {
        if layout.paper().is_some() { 10.0 / 25.4 * 96.0 } else { 48.0 }
    }

    /// The width of heading and footer.
    pub fn full_width(layout: Layout) -> f64 {
        layout.size()[0] - 2.0 * Self::margin(layout)
    }
}
