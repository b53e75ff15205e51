//! The sample county on the start page: seven areas with their names, drawn from a small picture that is compiled in.
//!
//! The picture is made of the shipped boundaries and plan A by the test `the_picture_is_that_of_the_sample`, coarsened to
//! what this size can show. Lines of the file: `area chip colour x y name`, `points x y …`, `fill area i j k …` (triangles),
//! `line kind i …` (kind: county, area or district).

use std::sync::OnceLock;

use eframe::egui::{Align2, Color32, FontId, Mesh, Painter, Pos2, Rect, Role, Sense, Shape, Stroke, Ui, Vec2, pos2, vec2};

use crate::{
    desk::Desk,
    views::{
        map::{Inked, paint_label_text},
        theme::{Theme, bold, contrast::over, map as map_tokens},
        widgets::{paint_area_chip, surface::announce},
    },
};

const SOURCE: &str = include_str!("../../../assets/start/county.txt");

/// The picture, its coordinates from 0 at the upper left to `size` at the lower right.
#[derive(Debug, Default)]
struct Picture {
    size: Vec2,
    areas: Vec<Area>,
    points: Vec<Pos2>,
    fills: Vec<(usize, Vec<u32>)>,
    lines: Vec<(Kind, Vec<u32>)>,
}

#[derive(Debug)]
struct Area {
    chip: String,
    name: String,
    colour: Color32,
    at: Pos2,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    District,
    Area,
    County,
}

fn picture() -> &'static Picture {
    static PICTURE: OnceLock<Picture> = OnceLock::new();
    PICTURE.get_or_init(|| read(SOURCE))
}

/// What cannot be read is left out; the test sees to it that everything can.
fn read(source: &str) -> Picture {
    let mut picture = Picture::default();
    for line in source.lines() {
        let mut words = line.split(' ');
        let kind = words.next().unwrap_or_default();
        match kind {
            "area" => picture.areas.extend(area(&mut words)),
            "points" => {
                let numbers: Vec<f32> = words.filter_map(|it| it.parse().ok()).collect();
                picture.points = numbers.chunks_exact(2).map(|it| pos2(it[0], it[1])).collect();
            }
            "fill" => {
                let area = words.next().and_then(|it| it.parse().ok()).unwrap_or(0);
                picture.fills.push((area, words.filter_map(|it| it.parse().ok()).collect()));
            }
            "line" => {
                let kind = match words.next() {
                    Some("county") => Kind::County,
                    Some("area") => Kind::Area,
                    _ => Kind::District,
                };
                picture.lines.push((kind, words.filter_map(|it| it.parse().ok()).collect()));
            }
            _ => {}
        }
    }
    picture.lines.sort_by_key(|it| it.0 as u8);
    picture.size = picture.points.iter().fold(Vec2::ZERO, |size, it| size.max(it.to_vec2()));
    picture
}

fn area<'a>(words: &mut impl Iterator<Item = &'a str>) -> Option<Area> {
    let chip = words.next()?.to_owned();
    let colour = u32::from_str_radix(words.next()?, 16).ok()?;
    let [_, r, g, b] = colour.to_be_bytes();
    let at = pos2(words.next()?.parse().ok()?, words.next()?.parse().ok()?);
    Some(Area { chip, name: words.collect::<Vec<_>>().join(" "), colour: Color32::from_rgb(r, g, b), at })
}

/// Draws the county as large as it fits into the rectangle.
pub fn picture_ui(ui: &Ui, desk: &Desk, rect: Rect) {
    let picture = picture();
    if rect.width() < 160.0 || rect.height() < 120.0 || picture.size.x <= 0.0 {
        return;
    }
    let response = ui.interact(rect, ui.scope_id().with("county"), Sense::hover());
    announce(&response, Role::Image, true, None, &desk.words().say("start-picture"));
    let scale = (rect.width() / picture.size.x).min(rect.height() / picture.size.y);
    let corner = rect.center() - picture.size * scale / 2.0;
    let place = |it: Pos2| corner + it.to_vec2() * scale;
    let points: Vec<Pos2> = picture.points.iter().map(|it| place(*it)).collect();
    let theme = Theme::of(ui.ctx());
    let painter = ui.painter_at(rect.expand(8.0));
    painter.add(Shape::mesh(surfaces(picture, &points, &theme)));
    lines(&painter, picture, &points, &theme);
    let size = if rect.width() < 640.0 || scale < 0.17 { 11.5 } else { 13.0 };
    let at_home = |number: usize, chip: Rect| covers(picture, &points, number, chip);
    let wanted = |named: bool| -> Vec<Rect> {
        let of = |it: &Area| wanted(&painter, it, place(it.at), rect, if named { size } else { 0.0 });
        picture.areas.iter().map(of).collect()
    };
    // Where not all names find room there are none: numbers alone tell the areas apart.
    let (named, places) = match places(&wanted(true), at_home) {
        (places, true) => (true, places),
        (_, false) => (false, places(&wanted(false), at_home).0),
    };
    for (area, place) in picture.areas.iter().zip(places) {
        label(&painter, area, place, named.then_some(size), &theme);
    }
}

/// Where the labels go, and whether none lies on another.
fn places(wanted: &[Rect], at_home: impl Fn(usize, Rect) -> bool) -> (Vec<Rect>, bool) {
    let mut taken: Vec<Rect> = Vec::new();
    let mut apart = true;
    for (number, wanted) in (1..).zip(wanted) {
        let found = free_place(*wanted, &taken, |chip| at_home(number, chip));
        apart &= !taken.iter().any(|it| it.intersects(found));
        taken.push(found);
    }
    (taken, apart)
}

fn surfaces(picture: &Picture, points: &[Pos2], theme: &Theme) -> Mesh {
    let mut mesh = Mesh::default();
    for (area, triangles) in &picture.fills {
        // Fills count areas from 1; 0 is what belongs to none.
        let of = area.checked_sub(1).and_then(|it| picture.areas.get(it));
        let colour = of.map_or(theme.map.empty, |it| over(it.colour, Color32::WHITE, map_tokens::AREA_OPACITY));
        for at in triangles.iter().filter_map(|it| points.get(*it as usize)) {
            mesh.indices.push(mesh.vertices.len() as u32);
            mesh.colored_vertex(*at, colour);
        }
    }
    mesh
}

/// Thin lines first, then every casing, then the outlines on them.
fn lines(painter: &Painter, picture: &Picture, points: &[Pos2], theme: &Theme) {
    let along = |line: &[u32]| -> Vec<Pos2> { line.iter().filter_map(|it| points.get(*it as usize)).copied().collect() };
    let draw = |kind: Kind, stroke: Stroke| {
        let of_kind = picture.lines.iter().filter(|it| it.0 == kind);
        painter.extend(of_kind.map(|it| Shape::line(along(&it.1), stroke)));
    };
    draw(Kind::District, Stroke::new(map_tokens::DISTRICT.width, theme.map.hair.gamma_multiply(0.55)));
    draw(Kind::County, Stroke::new(map_tokens::COUNTY.casing, theme.map.casing));
    draw(Kind::Area, Stroke::new(map_tokens::AREA.casing * 0.8, theme.map.casing));
    draw(Kind::County, Stroke::new(map_tokens::COUNTY.width, theme.map.ink));
    draw(Kind::Area, Stroke::new(map_tokens::AREA.width * 0.8, theme.map.ink));
}

/// The nearest place where the label lies on none before it and its chip, at its left, at home; at worst the wanted one.
fn free_place(wanted: Rect, taken: &[Rect], at_home: impl Fn(Rect) -> bool) -> Rect {
    let steps = [0.0, 12.0, -12.0, 24.0, -24.0, 36.0, -36.0];
    let places = steps.iter().flat_map(|x| steps.map(|y| wanted.translate(vec2(*x, y))));
    let mut free: Vec<Rect> = places.filter(|it| !taken.iter().any(|other| other.intersects(*it))).collect();
    free.sort_by(|a, b| a.center().distance(wanted.center()).total_cmp(&b.center().distance(wanted.center())));
    free.iter().find(|it| at_home(chip_of(**it))).or(free.first()).copied().unwrap_or(wanted)
}

/// Where a label's chip is.
fn chip_of(label: Rect) -> Rect {
    Rect::from_center_size(pos2(label.left() + 10.0, label.center().y), Vec2::splat(20.0))
}

/// Whether the area, counted from 1, covers the middle and the corners of the rectangle.
fn covers(picture: &Picture, points: &[Pos2], area: usize, rect: Rect) -> bool {
    let of_area = || picture.fills.iter().filter(|it| it.0 == area).flat_map(|it| it.1.chunks_exact(3));
    let corner = |it: &u32| points.get(*it as usize).copied().unwrap_or_default();
    let inside = |at: Pos2| of_area().any(|it| it.iter().map(corner).collect::<Vec<_>>().try_into().is_ok_and(|it| in_triangle(it, at)));
    [rect.center(), rect.left_top(), rect.right_top(), rect.left_bottom(), rect.right_bottom()].into_iter().all(inside)
}

fn in_triangle([a, b, c]: [Pos2; 3], at: Pos2) -> bool {
    let side = |from: Pos2, to: Pos2| (to - from).rot90().dot(at - from);
    let sides = [side(a, b), side(b, c), side(c, a)];
    sides.iter().all(|it| *it >= 0.0) || sides.iter().all(|it| *it <= 0.0)
}

/// Where an area's label would best stand: in the middle of its place, within the picture. Without a size for letters it is the
/// chip alone.
fn wanted(painter: &Painter, area: &Area, at: Pos2, rect: Rect, size: f32) -> Rect {
    let words = || painter.layout_no_wrap(area.name.clone(), FontId::new(size, bold()), Color32::PLACEHOLDER).size().x + 5.0;
    let width = 20.0 + if size > 0.0 { words() } else { 0.0 };
    let left = (at.x - width / 2.0).clamp(rect.left(), (rect.right() - width).max(rect.left()));
    Rect::from_min_size(pos2(left, at.y - 11.0), vec2(width, 22.0))
}

/// Chip and, in letters of that size, the name.
fn label(painter: &Painter, area: &Area, place: Rect, size: Option<f32>, theme: &Theme) {
    let chip = chip_of(place);
    painter.rect_filled(chip.expand(2.0), 5.0, theme.map.casing);
    paint_area_chip(painter, chip, &area.chip, area.colour, 11.0);
    let Some(size) = size else { return };
    let (font, ink) = (FontId::new(size, bold()), Inked::of(theme, 1.6));
    paint_label_text(painter, chip.right_center() + vec2(5.0, 0.0), Align2::LEFT_CENTER, &area.name, font, ink);
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;

    /// In a small window „Umland West/Süd“ lay under the next chip.
    #[test]
    fn names_do_not_lie_on_one_another() {
        let wide = |left: f32| Rect::from_min_size(pos2(left, 100.0), vec2(120.0, 22.0));
        let first = free_place(wide(0.0), &[], |_| true);
        let second = free_place(wide(100.0), &[first], |_| true);
        assert!(first == wide(0.0) && !second.intersects(first), "{first} {second}");
    }

    /// At 200 % „Stadt Göttingen“ was printed over „Umland West/Süd“, and the number 2 under the number 7.
    #[test]
    fn in_a_small_picture_numbers_stand_alone_and_apart() {
        let picture = picture();
        let points: Vec<Pos2> = picture.points.iter().map(|it| (it.to_vec2() * 0.06).to_pos2()).collect();
        let of_width = |wide: &dyn Fn(&Area) -> f32| -> Vec<Rect> {
            let of = |it: &Area| Rect::from_center_size((it.at.to_vec2() * 0.06).to_pos2(), vec2(wide(it), 22.0));
            picture.areas.iter().map(of).collect()
        };
        let at_home = |number: usize, chip: Rect| covers(picture, &points, number, chip);
        assert!(!places(&of_width(&|it| 7.0 * it.name.len() as f32 + 25.0), at_home).1, "no room for names");
        assert!(places(&of_width(&|_| 20.0), at_home).1);
    }

    /// The chip of „Umland Ost/Nord“ stood in „Umland West/Süd“.
    #[test]
    fn a_chip_stands_in_its_own_area() {
        let picture = picture();
        for scale in [0.14_f32, 0.2, 0.26] {
            let points: Vec<Pos2> = picture.points.iter().map(|it| (it.to_vec2() * scale).to_pos2()).collect();
            for (number, area) in (1..).zip(&picture.areas) {
                let width = 8.0 * area.name.len() as f32 + 25.0;
                let wanted = Rect::from_center_size((area.at.to_vec2() * scale).to_pos2(), vec2(width, 22.0));
                let found = chip_of(free_place(wanted, &[], |chip| covers(picture, &points, number, chip)));
                assert!(covers(picture, &points, number, found), "{} at {scale}: {found}", area.name);
            }
        }
    }

    #[test]
    fn everything_in_the_picture_can_be_read() {
        let picture = read(SOURCE);
        assert_eq!(picture.areas.len(), 7);
        let count = picture.points.len() as u32;
        assert!(picture.fills.iter().all(|it| it.0 <= 7 && it.1.len() % 3 == 0 && it.1.iter().all(|at| *at < count)));
        assert!(picture.lines.iter().all(|it| it.1.len() > 1 && it.1.iter().all(|at| *at < count)));
        let inside = |it: &Pos2| (0.0..=picture.size.x).contains(&it.x) && (0.0..=picture.size.y).contains(&it.y);
        assert!(picture.areas.iter().all(|it| inside(&it.at)) && picture.points.iter().all(inside));
    }
}
