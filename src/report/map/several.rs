//! Several maps on one sheet: cells of the same size beside one another, each with the name of its plan above it.
//!
//! **Promise.** All maps have one scale; every element still has a name of its own. Heading, legend and footer are the sheet's.

use super::{
    MapSheet, ink,
    letters::{Weight, cut},
    page::{Frame, Page},
    pen::{Anchor, Pen, Type},
    view::View,
};

/// Height of the name above a map.
const HEAD: f64 = 22.0;

/// A map of a sheet: what it shows, where, and under which name.
pub struct Cell<'a> {
    /// What is drawn.
    pub sheet: &'a MapSheet,
    /// Where.
    pub frame: Frame,
    /// Which of several it is, from 1; `None` where it is the only one.
    pub number: Option<usize>,
}

impl<'a> Cell<'a> {
    /// The maps of a sheet in their places.
    pub fn all(sheet: &'a MapSheet, page: &Page) -> Vec<Self> {
        if sheet.beside.is_empty() {
            return vec![Self { sheet, frame: page.map, number: None }];
        }
        let head = HEAD * page.unit;
        let frames = cells(&page.map, sheet.beside.len(), 10.0 * page.unit);
        let below = |it: Frame| Frame { at: [it.at[0], it.at[1] + head], size: [it.size[0], (it.size[1] - head).max(1.0)] };
        let cell = |((number, sheet), frame): ((usize, &'a MapSheet), Frame)| Self { sheet, frame: below(frame), number: Some(number + 1) };
        sheet.beside.iter().enumerate().zip(frames).map(cell).collect()
    }

    /// The name of an element of this map: of the second of several `map-2`.
    pub fn name(&self, of: &str) -> String {
        self.number.map_or_else(|| of.to_owned(), |it| format!("{of}-{it}"))
    }

    /// The name of what cuts it at its edge.
    pub fn frame_name(&self) -> String {
        format!("{}-frame", self.name("map"))
    }

    /// How metres become places in it.
    pub fn view(&self, unit: f64) -> View {
        self.sheet.view_in(&self.frame, unit)
    }

    /// Writes the name of the plan above it.
    pub fn head(&self, pen: &mut Pen, unit: f64) {
        if self.number.is_some() {
            let kind = Type { size: 14.0 * unit, weight: Weight::Title, ink: ink::INK, anchor: Anchor::Start };
            pen.text([self.frame.at[0], self.frame.at[1] - 7.0 * unit], kind, &cut(&self.sheet.picture.title));
        }
    }
}

/// Two beside one another, or four in a square; three leave the last place free.
fn cells(frame: &Frame, count: usize, gap: f64) -> Vec<Frame> {
    let columns = if count == 2 && frame.size[0] < frame.size[1] { 1 } else { count.clamp(1, 2) };
    let rows = count.div_ceil(columns).max(1);
    let size = [(frame.size[0] - gap * (columns - 1) as f64) / columns as f64, (frame.size[1] - gap * (rows - 1) as f64) / rows as f64];
    let at = |it: usize| [frame.at[0] + (it % columns) as f64 * (size[0] + gap), frame.at[1] + (it / columns) as f64 * (size[1] + gap)];
    (0..count).map(|it| Frame { at: at(it), size: size.map(|it| it.max(1.0)) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_fill_the_frame_and_never_touch() {
        let frame = Frame { at: [10.0, 20.0], size: [800.0, 500.0] };
        for count in 1..=4 {
            let cells = cells(&frame, count, 10.0);
            assert_eq!(cells.len(), count);
            for (number, it) in cells.iter().enumerate() {
                assert!(it.at[0] >= 10.0 && it.at[1] >= 20.0 && it.end()[0] <= 810.001 && it.end()[1] <= 520.001, "{it:?}");
                let apart = |other: &Frame| {
                    it.end()[0] < other.at[0] || other.end()[0] < it.at[0] || it.end()[1] < other.at[1] || other.end()[1] < it.at[1]
                };
                assert!(cells.iter().skip(number + 1).all(apart), "{count}");
            }
        }
    }
}
