//! The pen: writes SVG element by element, with few digits and nothing that a name could break.

use std::fmt::Write as _;

use crate::{
    geometry::Point,
    report::{
        map::letters::Weight,
        plain::{self, xml},
    },
};

/// SVG in the making.
#[derive(Debug, Default)]
pub struct Pen {
    text: String,
    depth: usize,
}

/// How a text stands at its place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Type {
    /// Height of the letters' em.
    pub size: f64,
    /// How bold.
    pub weight: Weight,
    /// Colour, as `#182124`.
    pub ink: &'static str,
    /// Where the place is.
    pub anchor: Anchor,
}

/// Which part of a text is at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

impl Pen {
    /// Opens an element; `attributes` are written as they are.
    pub fn open(&mut self, tag: &str, attributes: &str) {
        self.indent();
        let space = if attributes.is_empty() { "" } else { " " };
        let _ = writeln!(self.text, "<{tag}{space}{attributes}>");
        self.depth += 1;
    }

    /// Closes it.
    pub fn close(&mut self, tag: &str) {
        self.depth = self.depth.saturating_sub(1);
        self.indent();
        let _ = writeln!(self.text, "</{tag}>");
    }

    /// An element without content; `attributes` are written as they are.
    pub fn element(&mut self, tag: &str, attributes: &str) {
        self.indent();
        let _ = writeln!(self.text, "<{tag} {attributes}/>");
    }

    /// An element with a text in it.
    pub fn said(&mut self, tag: &str, attributes: &str, text: &str) {
        self.indent();
        let space = if attributes.is_empty() { "" } else { " " };
        let _ = writeln!(self.text, "<{tag}{space}{attributes}>{}</{tag}>", xml(text));
    }

    /// A rectangle.
    pub fn rectangle(&mut self, [x, y]: Point, [width, height]: Point, attributes: &str) {
        let place = format!(r#"x="{}" y="{}" width="{}" height="{}" {attributes}"#, n(x), n(y), n(width), n(height));
        self.element("rect", &place);
    }

    /// A line of text on its base line.
    pub fn text(&mut self, [x, y]: Point, kind: Type, text: &str) {
        self.text_with([x, y], kind, "", text);
    }

    /// The same with a halo under it, so that it can be read on any ground. The halo is a text of its own, because not
    /// every program draws an outline behind its letters.
    pub fn text_with_halo(&mut self, at: Point, kind: Type, halo: f64, text: &str) {
        let outline =
            format!(r##" aria-hidden="true" stroke="#FFFFFF" stroke-width="{}" stroke-linejoin="round" opacity="0.92""##, n(halo));
        self.text_with(at, Type { ink: "#FFFFFF", ..kind }, &outline, text);
        self.text(at, kind, text);
    }

    fn text_with(&mut self, [x, y]: Point, kind: Type, more: &str, text: &str) {
        if plain::plain(text).trim().is_empty() {
            return;
        }
        let anchor = match kind.anchor {
            Anchor::Start => "",
            Anchor::Middle => r#" text-anchor="middle""#,
            Anchor::End => r#" text-anchor="end""#,
        };
        let weight = if kind.weight == Weight::Text { String::new() } else { format!(r#" font-weight="{}""#, kind.weight.number()) };
        let attributes = format!(r#"x="{}" y="{}" font-size="{}"{weight}{anchor} fill="{}"{more}"#, n(x), n(y), n(kind.size), kind.ink);
        self.said("text", &attributes, text);
    }

    /// What was written.
    pub fn finish(self) -> String {
        self.text
    }

    fn indent(&mut self) {
        self.text.extend(std::iter::repeat_n(' ', self.depth));
    }
}

/// A number with at most two decimals and no idle zeros.
pub fn n(value: f64) -> String {
    hundredths((value * 100.0).round() as i64)
}

fn hundredths(value: i64) -> String {
    let (sign, size) = (if value < 0 { "-" } else { "" }, value.unsigned_abs());
    match (size / 100, size % 100) {
        (whole, 0) => format!("{sign}{whole}"),
        (0, part) if part % 10 == 0 => format!("{sign}.{}", part / 10),
        (0, part) => format!("{sign}.{part:02}"),
        (whole, part) if part % 10 == 0 => format!("{sign}{whole}.{}", part / 10),
        (whole, part) => format!("{sign}{whole}.{part:02}"),
    }
}

/// Adds a line to the data of a path. Places are rounded to hundredths before they are told relative to one another, so
/// the same place is the same in every path and neighbours meet exactly.
pub fn line_to(data: &mut String, points: impl IntoIterator<Item = Point>, closed: bool) {
    let mut last: Option<[i64; 2]> = None;
    for point in points {
        let here = point.map(|it| (it * 100.0).round() as i64);
        match last {
            None => {
                let _ = write!(data, "M{} {}", hundredths(here[0]), hundredths(here[1]));
            }
            Some(before) if before == here => continue,
            Some(before) => {
                let (x, y) = (hundredths(here[0] - before[0]), hundredths(here[1] - before[1]));
                let gap = if y.starts_with('-') { "" } else { " " };
                let _ = write!(data, "l{x}{gap}{y}");
            }
        }
        last = Some(here);
    }
    if closed && last.is_some() {
        data.push('z');
    }
}

/// A name for an element: keys may hold signs that a name in XML may not.
pub fn id(kind: &str, key: &str) -> String {
    let mut id = format!("{kind}-");
    for sign in key.chars() {
        match sign {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '-' | '.' => id.push(sign),
            other => {
                let _ = write!(id, "_{:x}", u32::from(other));
            }
        }
    }
    id
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        for (value, is) in [
            (0.0, "0"),
            (-0.001, "0"),
            (1.0, "1"),
            (1.5, "1.5"),
            (-0.25, "-.25"),
            (0.1, ".1"),
            (12.345, "12.35"),
            (0.05, ".05"),
            (-3.05, "-3.05"),
        ] {
            assert_eq!(n(value), is, "{value}");
        }
    }

    #[test]
    fn the_same_place_is_the_same_in_every_path() {
        let (mut one, mut other) = (String::new(), String::new());
        line_to(&mut one, [[0.001, 0.0], [10.004, 0.0], [10.004, 5.5]], true);
        line_to(&mut other, [[10.004, 0.0], [10.003, 0.001], [10.004, 5.5]], false);
        assert_eq!((one.as_str(), other.as_str()), ("M0 0l10 0l0 5.5z", "M10 0l0 5.5"));
    }

    #[test]
    fn a_key_becomes_a_name_that_xml_allows() {
        assert_eq!(id("district", "03159016"), "district-03159016");
        assert_eq!(id("district", "#1 \"x\""), "district-_231_20_22x_22");
    }
}
