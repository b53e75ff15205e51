//! Where in its room something was painted, in squares: an image is copied only there.

use eframe::egui::Rect;

/// Side of a square, pixels.
const SIDE: f32 = 32.0;

/// Corners of the triangles that cover every square which one of the pieces touches, and no other: pixels from the room's
/// corner. Pieces and room are pixels too.
pub(super) fn corners(pieces: impl Iterator<Item = Rect>, room: Rect) -> Vec<[f32; 2]> {
    let squares = |length: f32| (length / SIDE).ceil().max(1.0) as usize;
    let (across, down) = (squares(room.width()), squares(room.height()));
    let mut touched = vec![false; across * down];
    for piece in pieces.map(|it| it.intersect(room)).filter(Rect::is_positive) {
        let number = |from: f32, count: usize| ((from / SIDE) as usize).min(count - 1);
        let (min, max) = (piece.min - room.min, piece.max - room.min);
        let columns = number(min.x, across)..=number(max.x, across);
        for row in touched.chunks_mut(across).take(number(max.y, down) + 1).skip(number(min.y, down)) {
            row[columns.clone()].fill(true);
        }
    }
    let mut corners = Vec::new();
    for (row, squares) in touched.chunks(across).enumerate() {
        let mut column = 0;
        for run in squares.chunk_by(|a, b| a == b) {
            let [left, right] = [column, column + run.len()].map(|it| (it as f32 * SIDE).min(room.width()));
            let [top, bottom] = [row, row + 1].map(|it| (it as f32 * SIDE).min(room.height()));
            if run.contains(&true) {
                corners.extend([[left, top], [right, top], [left, bottom], [left, bottom], [right, top], [right, bottom]]);
            }
            column += run.len();
        }
    }
    corners
}

#[cfg(test)]
mod tests {
    use eframe::egui::{pos2, vec2};

    use super::*;

    fn surface(corners: &[[f32; 2]]) -> f32 {
        let triangle = |it: &[[f32; 2]]| {
            let ([a, b], [c, d]) = ([it[1][0] - it[0][0], it[1][1] - it[0][1]], [it[2][0] - it[0][0], it[2][1] - it[0][1]]);
            (a * d - b * c).abs() / 2.0
        };
        corners.chunks(3).map(triangle).sum()
    }

    #[test]
    fn only_the_squares_that_something_touches_are_covered_each_once() {
        let room = Rect::from_min_size(pos2(100.0, 50.0), vec2(100.0, 70.0));
        let dot = |x: f32, y: f32| Rect::from_min_size(pos2(x, y), vec2(2.0, 2.0));
        assert_eq!(corners([].into_iter(), room).len(), 0);
        assert_eq!(surface(&corners([dot(105.0, 55.0)].into_iter(), room)), 32.0 * 32.0);
        let two_in_one = [dot(105.0, 55.0), dot(106.0, 56.0)];
        assert_eq!(surface(&corners(two_in_one.into_iter(), room)), 32.0 * 32.0, "covered once");
        let across = Rect::from_min_size(pos2(130.0, 55.0), vec2(4.0, 4.0));
        assert_eq!(surface(&corners([across].into_iter(), room)), 2.0 * 32.0 * 32.0);
        assert_eq!(surface(&corners([dot(198.0, 117.0)].into_iter(), room)), 4.0 * 6.0, "the last squares end with the room");
        assert_eq!(surface(&corners([Rect::EVERYTHING].into_iter(), room)), 100.0 * 70.0);
        assert_eq!(corners([dot(10.0, 10.0)].into_iter(), room).len(), 0, "outside");
    }
}
