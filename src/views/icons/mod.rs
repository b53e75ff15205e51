//! The icons: drawn on a 16-point grid with round lines 1.5 wide, in one colour, from tables of our own.
//!
//! **Promise.** An icon is never alone: it stands beside a word, or its button has a tooltip with name and key
//! (`views::widgets::icon_button` asks for the name).
//! **Not here.** The lines of each icon: [`paths`].
pub mod paths;

use eframe::egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, Vec2, emath::GuiRounding as _, epaint::CubicBezierShape};
use paths::Mark;

/// The icons and the list of them, so that none is left out of it.
macro_rules! icons {
    ($($icon:ident),+ $(,)?) => {
        /// What an icon shows; the words beside it say what it does.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[allow(missing_docs)] // the names say it
        pub enum Icon { $($icon),+ }

        impl Icon {
            /// Every icon, for the specimen and for tests.
            pub const ALL: &'static [Self] = &[$(Self::$icon),+];
        }
    };
}

#[rustfmt::skip] // one a line would be a page of names
icons! {
    Cursor, Brush, Eraser, Lasso, Rectangle, Lock, Unlock, Undo, Redo, History, Plus, Minus, More, Search, Home,
    Fit, Screen, Map, Folder, Save, Download, Close, ChevronDown, ChevronUp, ChevronRight, ChevronLeft, Swap, Check,
    Warning, Info, Help, Target, Locate, Eye, EyeOff, Copy, Trash, Edit, Merge, Split, Palette, SortUp, SortDown,
    Tag, Table, Chart, Layers, Settings, Sun, Moon, Contrast, Play, Pause, ArrowUp, ArrowDown, ArrowLeft,
    ArrowRight, Star, Comment, Keyboard, Globe, Compare, Coverage, Filter, People, Calendar, Print,
}

impl Icon {
    /// Draws the icon with its middle at `centre`, `size` points wide and high.
    pub fn paint(self, painter: &Painter, centre: Pos2, size: f32, colour: Color32) {
        let corner = (centre - Vec2::splat(size / 2.0)).round_to_pixels(painter.pixels_per_point());
        let pen = Pen { painter, corner, scale: size / 16.0, stroke: Stroke::new(1.5 * size / 16.0, colour) };
        for mark in self.marks() {
            pen.draw(mark);
        }
    }

    /// Draws the icon in the middle of `rect` at its usual 16 points.
    pub fn paint_in(self, painter: &Painter, rect: Rect, colour: Color32) {
        self.paint(painter, rect.center(), 16.0, colour);
    }
}

/// Draws marks; egui's lines end bluntly, so round ends and corners are dots as wide as the line.
struct Pen<'a> {
    painter: &'a Painter,
    corner: Pos2,
    scale: f32,
    stroke: Stroke,
}

impl Pen<'_> {
    fn at(&self, (x, y): (f32, f32)) -> Pos2 {
        self.corner + Vec2::new(x, y) * self.scale
    }

    fn draw(&self, mark: &Mark) {
        match *mark {
            Mark::Line(points) => self.polyline(points, false),
            Mark::Shape(points) => self.polyline(points, true),
            Mark::Arc(centre, radii, from, to) => self.arc(centre, radii, from, to),
            Mark::Ring(centre, radius) => {
                let rim = arc_points(centre, (radius, radius), 0.0, 351.0).map(|it| self.at(it)).collect();
                self.painter.add(Shape::closed_line(rim, self.stroke)); // egui's own small circles have corners
            }
            Mark::Dot(centre, radius) => self.dot(self.at(centre), radius * self.scale),
            Mark::Box(from, to, corner) => {
                let rect = Rect::from_min_max(self.at(from), self.at(to));
                self.painter.rect_stroke(rect, corner * self.scale, self.stroke, eframe::egui::StrokeKind::Middle);
            }
            Mark::Curve(points) => self.curve(points.map(|it| self.at(it))),
            Mark::Pie(centre, radius, from, to) => {
                let rim = arc_points(centre, (radius, radius), from, to);
                let points = std::iter::once(centre).chain(rim).map(|it| self.at(it)).collect();
                self.painter.add(Shape::convex_polygon(points, self.stroke.color, Stroke::NONE));
            }
        }
    }

    fn dot(&self, at: Pos2, radius: f32) {
        self.painter.circle_filled(at, radius, self.stroke.color);
    }

    /// A round end; a little smaller than half the line, because smoothing adds to a dot on all sides. Below two pixels
    /// nobody sees that an end is round, but everybody sees the dot.
    fn end(&self, at: Pos2) {
        if self.is_thick() {
            self.dot(at, self.stroke.width * 0.44);
        }
    }

    fn is_thick(&self) -> bool {
        self.stroke.width * self.painter.pixels_per_point() >= 2.0
    }

    fn polyline(&self, points: &[(f32, f32)], closed: bool) {
        let corners: Vec<Pos2> = points.iter().map(|it| self.at(*it)).collect();
        if !self.is_thick() {
            self.painter.add(if closed { Shape::closed_line(corners, self.stroke) } else { Shape::line(corners, self.stroke) });
            return;
        }
        let back = if closed { corners.first() } else { None };
        for (from, to) in corners.iter().zip(corners.iter().skip(1).chain(back)) {
            self.painter.line_segment([*from, *to], self.stroke);
        }
        corners.into_iter().for_each(|it| self.end(it));
    }

    fn arc(&self, centre: (f32, f32), radii: (f32, f32), from: f32, to: f32) {
        let points: Vec<Pos2> = arc_points(centre, radii, from, to).map(|it| self.at(it)).collect();
        for end in [points.first(), points.last()].into_iter().flatten() {
            self.end(*end);
        }
        self.painter.add(Shape::line(points, self.stroke));
    }

    fn curve(&self, points: [Pos2; 4]) {
        self.painter.add(CubicBezierShape::from_points_stroke(points, false, Color32::TRANSPARENT, self.stroke));
        self.end(points[0]);
        self.end(points[3]);
    }
}

/// Points along an arc, clockwise from `from` to `to` degrees; 0 is right, 90 is down.
fn arc_points(centre: (f32, f32), radii: (f32, f32), from: f32, to: f32) -> impl Iterator<Item = (f32, f32)> {
    let steps = ((to - from).abs() / 9.0).ceil().max(1.0);
    (0..=steps as u16).map(move |step| {
        let angle = (from + (to - from) * f32::from(step) / steps).to_radians();
        (centre.0 + radii.0 * angle.cos(), centre.1 + radii.1 * angle.sin())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn reach(mark: &Mark) -> Vec<(f32, f32)> {
        match *mark {
            Mark::Line(points) | Mark::Shape(points) => points.to_vec(),
            Mark::Arc(centre, radii, from, to) => arc_points(centre, radii, from, to).collect(),
            Mark::Ring(centre, r) | Mark::Dot(centre, r) => arc_points(centre, (r, r), 0.0, 360.0).collect(),
            Mark::Pie(centre, r, from, to) => arc_points(centre, (r, r), from, to).collect(),
            Mark::Box(from, to, _) => vec![from, to],
            Mark::Curve(points) => vec![points[0], points[3]],
        }
    }

    #[test]
    fn icons_fill_their_grid_and_stay_in_it() {
        for icon in Icon::ALL {
            let points: Vec<(f32, f32)> = icon.marks().iter().flat_map(reach).collect();
            let inside = |it: f32| (1.25..=14.75).contains(&it);
            assert!(points.iter().all(|(x, y)| inside(*x) && inside(*y)), "{icon:?} leaves its grid");
            let width = |pick: fn(&(f32, f32)) -> f32| {
                let (low, high) = points.iter().map(pick).fold((16.0f32, 0.0f32), |(l, h), it| (l.min(it), h.max(it)));
                high - low
            };
            assert!(width(|it| it.0).max(width(|it| it.1)) >= 7.5, "{icon:?} is too small");
        }
    }

    #[test]
    fn each_icon_is_listed_once_and_drawn_differently() {
        let names: BTreeSet<String> = Icon::ALL.iter().map(|it| format!("{it:?}")).collect();
        let drawings: BTreeSet<String> = Icon::ALL.iter().map(|it| format!("{:?}", it.marks())).collect();
        assert_eq!((names.len(), drawings.len()), (Icon::ALL.len(), Icon::ALL.len()));
    }
}
