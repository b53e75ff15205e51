//! Where a map looks that shows everything: the districts as large as may be, clear of the cards that lie on the map.
//!
//! **Promise.** Where there is room beside the cards, no district lies under one of them. Where there is none, as little of
//! the county as may be, and it never becomes much smaller for it.

use eframe::egui::{Pos2, Rect, Vec2, pos2, vec2};

use crate::{
    geometry::{Bounds, topology::Topology},
    views::map_gpu::Camera,
};

/// Between the districts and the edge of the map, or a card, in points.
const MARGIN: f32 = 20.0;
/// The county may become smaller by these factors to get clear of the cards, and no further.
const SMALLER: [f64; 6] = [1.0, 1.12, 1.25, 1.4, 1.55, 1.7];
/// Places tried along each side of the room that is left.
const STEPS: usize = 9;
/// Cells along each side of the mask.
const CELLS: usize = 48;

/// Where there are districts: the bounds of all, in cells, each marked that a district's bounds touch.
struct Mask {
    bounds: Bounds,
    marked: Vec<bool>,
}

impl Mask {
    fn of(topology: &Topology, bounds: Bounds) -> Self {
        let mut mask = Self { bounds, marked: vec![false; CELLS * CELLS] };
        for district in topology.districts().filter_map(|it| topology.district_bounds(it)) {
            let (from, to) = (mask.cell(district.min), mask.cell(district.max));
            for row in from[1]..=to[1] {
                let row = row * CELLS;
                mask.marked.get_mut(row + from[0]..=row + to[0]).into_iter().flatten().for_each(|it| *it = true);
            }
        }
        mask
    }

    /// The cell of a place, the outermost for places beyond.
    fn cell(&self, at: [f64; 2]) -> [usize; 2] {
        let size = [self.bounds.width(), self.bounds.height()];
        [0, 1].map(|axis| {
            let share = (at[axis] - self.bounds.min[axis]) / size[axis].max(1e-9);
            (share.clamp(0.0, 1.0) * CELLS as f64).floor().min(CELLS as f64 - 1.0) as usize
        })
    }

    /// How many marked cells lie under the cards.
    fn covered(&self, camera: Camera, rect: Rect, cards: &[Rect]) -> usize {
        cards.iter().map(|it| self.under(camera, rect, *it)).sum()
    }

    fn under(&self, camera: Camera, rect: Rect, card: Rect) -> usize {
        let card = card.expand(MARGIN / 2.0);
        let (a, b) = (camera.to_map(rect, card.left_bottom()), camera.to_map(rect, card.right_top()));
        if !self.bounds.meets(&Bounds { min: a, max: b }) {
            return 0;
        }
        let (from, to) = (self.cell(a), self.cell(b));
        let rows = (from[1]..=to[1]).filter_map(|row| self.marked.get(row * CELLS + from[0]..=row * CELLS + to[0]));
        rows.flatten().filter(|it| **it).count()
    }
}

/// The camera that shows all districts in `rect`, clear of `cards` as far as there is room.
pub fn everything(topology: &Topology, rect: Rect, cards: &[Rect]) -> Option<Camera> {
    let bounds = topology.bounds()?;
    let margin = MARGIN.min(rect.height() * 0.06);
    let whole = Camera::fitting(bounds, rect.size(), margin);
    let mask = Mask::of(topology, bounds);
    let cards: Vec<Rect> = cards.iter().copied().filter(|it| it.intersects(rect)).collect();
    let mut least = (usize::MAX, whole);
    for smaller in SMALLER {
        let scale = Camera { metres_per_point: whole.metres_per_point * smaller, ..whole }.within_limits();
        let covered = places(scale, bounds, rect, margin).map(|it| (mask.covered(it, rect, &cards), it));
        let Some(best) = covered.min_by_key(|it| it.0) else { continue };
        if best.0 == 0 {
            return Some(best.1);
        }
        if least.0 == usize::MAX || best.0 * 3 < least.0 {
            least = best; // smaller only where that helps a good deal
        }
    }
    Some(least.1)
}

/// Whether no district lies under one of the cards.
pub fn is_clear(topology: &Topology, camera: Camera, rect: Rect, cards: &[Rect]) -> bool {
    topology.bounds().is_none_or(|bounds| Mask::of(topology, bounds).covered(camera, rect, cards) == 0)
}

/// The county at this scale wherever it has room within the edges, the middle first.
fn places(camera: Camera, bounds: Bounds, rect: Rect, margin: f32) -> impl Iterator<Item = Camera> {
    let size = vec2(bounds.width() as f32, bounds.height() as f32) / camera.metres_per_point as f32;
    let slack = (rect.size() - size - Vec2::splat(2.0 * margin)).max(Vec2::ZERO);
    let shares = |slack: f32| -> Vec<f32> {
        let mut shares: Vec<f32> = (0..STEPS).map(|it| (it as f32 / (STEPS - 1) as f32 - 0.5) * slack).collect();
        shares.sort_by(|a, b| a.abs().total_cmp(&b.abs()));
        shares
    };
    let mut all: Vec<Vec2> = shares(slack.x).into_iter().flat_map(|x| shares(slack.y).into_iter().map(move |y| vec2(x, y))).collect();
    all.sort_by(|a, b| a.length_sq().total_cmp(&b.length_sq()));
    let middle: Pos2 = pos2(0.0, 0.0);
    all.into_iter().map(move |by| camera.dragged(middle + by - middle))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::geometry::synthetic;

    const RECT: Rect = Rect { min: pos2(0.0, 0.0), max: pos2(800.0, 600.0) };

    fn grid() -> Topology {
        Topology::build(&synthetic::grid(10, 10, 1_000.0), 0.5).topology
    }

    fn card(left: f32, top: f32, wide: f32, high: f32) -> Rect {
        Rect::from_min_size(pos2(left, top), vec2(wide, high))
    }

    fn shown(topology: &Topology, camera: Camera) -> Rect {
        let bounds = topology.bounds().unwrap();
        Rect::from_two_pos(camera.to_screen(RECT, bounds.min), camera.to_screen(RECT, bounds.max))
    }

    #[test]
    fn everything_lies_in_sight_and_clear_of_the_cards() {
        let topology = grid();
        let free = everything(&topology, RECT, &[]).unwrap();
        assert!((shown(&topology, free).center() - RECT.center()).length() < 1.0, "in the middle where nothing is in the way");
        for cards in [
            vec![card(14.0, 14.0, 220.0, 420.0)],
            vec![card(14.0, 14.0, 220.0, 420.0), card(600.0, 540.0, 190.0, 50.0), card(250.0, 10.0, 400.0, 40.0)],
        ] {
            let camera = everything(&topology, RECT, &cards).unwrap();
            let county = shown(&topology, camera);
            assert!(RECT.contains_rect(county), "{county}");
            assert!(cards.iter().all(|it| !it.intersects(county)), "{county} under {cards:?}");
            assert!(is_clear(&topology, camera, RECT, &cards) && !is_clear(&topology, free, RECT, &[RECT]));
            assert!(camera.metres_per_point < free.metres_per_point * 1.71);
        }
    }

    #[test]
    fn where_there_is_no_room_the_county_is_no_smaller_for_it() {
        let topology = grid();
        let free = everything(&topology, RECT, &[]).unwrap();
        let camera = everything(&topology, RECT, &[RECT]).unwrap();
        assert_eq!(camera.metres_per_point, free.metres_per_point);
        assert!(RECT.contains_rect(shown(&topology, camera)));
    }
}
