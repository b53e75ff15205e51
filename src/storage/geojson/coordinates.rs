//! Coordinates: nested arrays of numbers, read straight into one flat list of positions.
//!
//! **Promise.** No tree is built, and nothing is indexed that isn't there: `[]`, `[1]`, `["9", "51"]` and a number where an
//! array belongs are told as a [`Fault`] with the path to it, never a panic.
//! **Not here.** Which nesting a polygon needs (`rings`).

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::words::{Message, say};

/// What is wrong with coordinates.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Fault {
    /// The kind of fault.
    pub kind: FaultKind,
    /// Indices from the outermost array to the place of the fault.
    pub path: Vec<usize>,
}

/// The kinds of fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FaultKind {
    /// Fewer than two numbers in a position.
    ShortPosition,
    /// A text, `null`, `true` or object where a number belongs.
    NotANumber,
    /// Numbers and arrays side by side, or arrays of different depth.
    MixedNesting,
    /// Not the nesting that the geometry's type needs.
    WrongNesting,
}

impl FaultKind {
    /// The fault in words.
    pub fn reason(self) -> Message {
        match self {
            Self::ShortPosition => say!("storage-fault-short-position"),
            Self::NotANumber => say!("storage-fault-not-a-number"),
            Self::MixedNesting => say!("storage-fault-mixed-nesting"),
            Self::WrongNesting => say!("storage-fault-wrong-nesting"),
        }
    }
}

/// What an array turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Shape {
    /// An array without content.
    #[default]
    Empty,
    /// A number.
    Number,
    /// Two numbers or more.
    Position,
    /// An array of positions.
    Line,
    /// An array of lines.
    Lines,
    /// An array of arrays of lines.
    Polygons,
    /// Something with a fault.
    Bad,
}

/// Why the reading of coordinates stops the reading of the whole file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stop {
    /// Deeper than the cap.
    TooDeep,
    /// More vertices than the cap.
    TooManyVertices,
}

/// The coordinates of one geometry.
#[derive(Debug, Default)]
pub(super) struct Coordinates {
    /// All positions, one after another.
    pub positions: Vec<[f64; 2]>,
    /// Where each line ends in `positions`.
    pub line_ends: Vec<usize>,
    /// Where each polygon ends in `line_ends`.
    pub polygon_ends: Vec<usize>,
    /// What the outermost array is.
    pub shape: Shape,
    /// Positions with more than two numbers.
    pub extra_dimensions: u64,
    /// The first fault.
    pub fault: Option<Fault>,
    /// Why reading stopped, if it did.
    pub stop: Option<Stop>,
    number: f64,
    path: Vec<usize>,
    vertices_left: u64,
    depth_left: usize,
}

impl Coordinates {
    /// Forgets the last geometry but keeps its room. At most `vertices_left` positions and `depth_left` levels will be read.
    pub fn start(&mut self, vertices_left: u64, depth_left: usize) {
        self.positions.clear();
        self.line_ends.clear();
        self.polygon_ends.clear();
        self.path.clear();
        (self.shape, self.extra_dimensions, self.fault, self.stop) = (Shape::Empty, 0, None, None);
        (self.vertices_left, self.depth_left) = (vertices_left, depth_left);
    }

    /// Indices to the place that is being read.
    pub fn path(&self) -> &[usize] {
        &self.path
    }

    fn blame(&mut self, kind: FaultKind) -> Shape {
        if self.fault.is_none() {
            self.fault = Some(Fault { kind, path: self.path.clone() });
        }
        Shape::Bad
    }

    /// An array with children of one shape is closed.
    fn close(&mut self, children: Shape, numbers: usize, position: [f64; 2]) -> Result<Shape, Stop> {
        Ok(match children {
            Shape::Empty => Shape::Empty,
            Shape::Number if numbers < 2 => self.blame(FaultKind::ShortPosition),
            Shape::Number => {
                self.vertices_left = self.vertices_left.checked_sub(1).ok_or(Stop::TooManyVertices)?;
                self.extra_dimensions += u64::from(numbers > 2);
                self.positions.push(position);
                Shape::Position
            }
            Shape::Position => {
                self.line_ends.push(self.positions.len());
                Shape::Line
            }
            Shape::Line => {
                self.polygon_ends.push(self.line_ends.len());
                Shape::Lines
            }
            Shape::Lines => Shape::Polygons,
            Shape::Polygons => self.blame(FaultKind::MixedNesting),
            Shape::Bad => Shape::Bad,
        })
    }
}

/// Reads one value inside coordinates; the result is its shape.
pub(super) struct Part<'a>(pub &'a mut Coordinates);

impl<'de> DeserializeSeed<'de> for Part<'_> {
    type Value = Shape;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Shape, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Part<'_> {
    type Value = Shape;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("coordinates")
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Shape, E> {
        self.0.number = number;
        Ok(Shape::Number)
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Shape, E> {
        self.visit_f64(number as f64)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Shape, E> {
        self.visit_f64(number as f64)
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<Shape, E> {
        Ok(self.0.blame(FaultKind::NotANumber))
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Shape, E> {
        Ok(self.0.blame(FaultKind::NotANumber))
    }

    fn visit_unit<E: Error>(self) -> Result<Shape, E> {
        Ok(self.0.blame(FaultKind::NotANumber))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Shape, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(self.0.blame(FaultKind::NotANumber))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Shape, A::Error> {
        let it = self.0;
        if it.path.len() >= it.depth_left {
            it.stop = Some(Stop::TooDeep);
            return Err(A::Error::custom("too deep"));
        }
        let (mut children, mut numbers, mut position) = (Shape::Empty, 0_usize, [0.0; 2]);
        it.path.push(0);
        while let Some(child) = seq.next_element_seed(Part(it))? {
            if child == Shape::Number {
                if let Some(place) = position.get_mut(numbers) {
                    *place = it.number;
                }
                numbers += 1;
            }
            children = match (children, child) {
                (Shape::Empty, child) => child,
                (Shape::Bad, _) | (_, Shape::Bad) => Shape::Bad,
                (Shape::Number, Shape::Empty) | (_, Shape::Number) if children != child => it.blame(FaultKind::MixedNesting),
                (all, child) if all == child || child == Shape::Empty => all,
                _ => it.blame(FaultKind::MixedNesting),
            };
            if let Some(last) = it.path.last_mut() {
                *last += 1;
            }
        }
        it.path.pop();
        it.close(children, numbers, position).map_err(|stop| {
            it.stop = Some(stop);
            A::Error::custom("too many vertices")
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn read(json: &str) -> Coordinates {
        let mut coordinates = Coordinates::default();
        coordinates.start(100, 10);
        let shape = Part(&mut coordinates).deserialize(&mut serde_json::Deserializer::from_str(json));
        coordinates.shape = shape.unwrap_or(Shape::Bad);
        coordinates
    }

    #[test]
    fn nesting_is_recognised_from_the_content() {
        for (json, shape, positions, lines, polygons) in [
            ("[1, 2]", Shape::Position, 1, 0, 0),
            ("[[1, 2], [3, 4.5, 6]]", Shape::Line, 2, 1, 0),
            ("[[[1, 2], [3, 4]], [[5, 6]]]", Shape::Lines, 3, 2, 1),
            ("[[[[1, 2]]], [[[3, 4]], [[5, 6]]]]", Shape::Polygons, 3, 3, 2),
            ("[]", Shape::Empty, 0, 0, 0),
            ("[[], [[1, 2]]]", Shape::Lines, 1, 1, 1),
        ] {
            let it = read(json);
            assert_eq!(
                (it.shape, it.positions.len(), it.line_ends.len(), it.polygon_ends.len()),
                (shape, positions, lines, polygons),
                "{json}"
            );
            assert_eq!(it.fault, None, "{json}");
        }
    }

    #[test]
    fn faults_say_where_they_are() {
        for (json, kind, path) in [
            ("[1]", FaultKind::ShortPosition, vec![]),
            ("[[1, 2], [3]]", FaultKind::ShortPosition, vec![1]),
            ("[[[1, 2], [3, \"4\"]]]", FaultKind::NotANumber, vec![0, 1, 1]),
            ("[[1, 2], null]", FaultKind::NotANumber, vec![1]),
            ("[[1, 2], {\"x\": 3}]", FaultKind::NotANumber, vec![1]),
            ("[1, [2, 3]]", FaultKind::MixedNesting, vec![1]),
            ("[[1, 2], [[3, 4]]]", FaultKind::MixedNesting, vec![1]),
            ("[[1, 2], 3]", FaultKind::MixedNesting, vec![1]),
            ("[[[[[1, 2]]]]]", FaultKind::MixedNesting, vec![]),
        ] {
            let it = read(json);
            assert_eq!(it.fault, Some(Fault { kind, path }), "{json}");
            assert_eq!(it.shape, Shape::Bad, "{json}");
        }
    }

    #[test]
    fn caps_stop_the_reading() {
        assert_eq!(read(&"[".repeat(20)).stop, Some(Stop::TooDeep));
        assert_eq!(read(&format!("[{}[0,0]]", "[0,0],".repeat(100))).stop, Some(Stop::TooManyVertices));
    }
}
