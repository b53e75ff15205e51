//! Hatches as SVG patterns, with the measures of the screen: secret, missing, uninhabited, unassigned, changed, partial.
//!
//! A pattern knows only its ink; the paper below it is a surface of its own, because estimated and changed districts carry
//! their hatch on a colour.

use super::{
    ink,
    pen::{Pen, n},
};

/// A hatch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Hatch {
    /// Rising lines 2.4 every 6.
    Secret,
    /// Dots of radius 1 every 3.5.
    Missing,
    /// Short dashes, staggered.
    Uninhabited,
    /// Thin falling lines 0.8 every 7.
    Unassigned,
    /// Falling lines 1 every 6.
    Changed,
    /// Rising lines 1 every 7.4.
    Partial,
}

impl Hatch {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Secret, Self::Missing, Self::Uninhabited, Self::Unassigned, Self::Changed, Self::Partial];

    /// The name of its pattern.
    pub fn id(self) -> &'static str {
        match self {
            Self::Secret => "hatch-secret",
            Self::Missing => "hatch-missing",
            Self::Uninhabited => "hatch-uninhabited",
            Self::Unassigned => "hatch-unassigned",
            Self::Changed => "hatch-changed",
            Self::Partial => "hatch-partial",
        }
    }

    /// Writes its pattern, `unit` times the size of the screen at 100 %.
    pub fn define(self, pen: &mut Pen, unit: f64) {
        let ([width, height], scale) =
            (self.tile(), if unit == 1.0 { String::new() } else { format!(r#" patternTransform="scale({})""#, n(unit)) });
        let size = format!(r#"id="{}" patternUnits="userSpaceOnUse" width="{width}" height="{height}"{scale}"#, self.id());
        pen.open("pattern", &size);
        match self {
            Self::Secret => rising(pen, width, 2.4, ink::HATCH, 1.0),
            Self::Partial => rising(pen, width, 1.0, ink::INK, 0.8),
            Self::Unassigned => falling(pen, width, 0.8, ink::HATCH, 1.0),
            Self::Changed => falling(pen, width, 1.0, ink::INK, 0.7),
            Self::Missing => dots(pen),
            Self::Uninhabited => dashes(pen),
        }
        pen.close("pattern");
    }

    fn tile(self) -> [f64; 2] {
        match self {
            Self::Secret | Self::Changed => [8.5; 2],
            Self::Missing => [5.0; 2],
            Self::Uninhabited => [21.0, 18.0],
            Self::Unassigned => [10.0; 2],
            Self::Partial => [10.5; 2],
        }
    }
}

/// Three lines, so that the corners of the tile are as full as its middle.
fn rising(pen: &mut Pen, step: f64, width: f64, ink: &str, opacity: f64) {
    let (low, high) = (n(step * 0.5), n(step * 1.5));
    let lines = format!("M-{low} {low}L{low} -{low}M0 {0}L{0} 0M{low} {high}L{high} {low}", n(step));
    stroke(pen, &lines, width, ink, opacity);
}

fn falling(pen: &mut Pen, step: f64, width: f64, ink: &str, opacity: f64) {
    let (low, high) = (n(step * 0.5), n(step * 1.5));
    let lines = format!("M-{low} {low}L{low} {high}M0 0L{0} {0}M{low} -{low}L{high} {low}", n(step));
    stroke(pen, &lines, width, ink, opacity);
}

fn stroke(pen: &mut Pen, lines: &str, width: f64, ink: &str, opacity: f64) {
    let opacity = if opacity < 1.0 { format!(r#" stroke-opacity="{}""#, n(opacity)) } else { String::new() };
    pen.element("path", &format!(r#"d="{lines}" fill="none" stroke="{ink}" stroke-width="{}"{opacity}"#, n(width)));
}

/// Two grids of 5, one shifted by half a step.
fn dots(pen: &mut Pen) {
    for [x, y] in [[0.0, 0.0], [5.0, 0.0], [0.0, 5.0], [5.0, 5.0], [2.5, 2.5]] {
        pen.element("circle", &format!(r#"cx="{}" cy="{}" r="1" fill="{}""#, n(x), n(y), ink::HATCH));
    }
}

fn dashes(pen: &mut Pen) {
    let lines = "M3 3.5h5M13.5 12.5h5";
    stroke(pen, lines, 1.0, ink::DASH, 0.8);
}
