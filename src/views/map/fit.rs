//! Where a map looks that shows everything: the districts as large as may be, clear of the cards that lie on the map.
//!
//! **Promise.** Where there is room beside the cards, no district lies under one of them. Where there is none, as little of
//! the county as may be, and it never becomes much smaller for it.

use eframe::egui::{Pos2, Rect, Vec2, pos2, vec2};

use crate::{
    geometry::{Bounds, topology::Topology},
    views::map_gpu::Camera,
};

/// Between the districts and the edge of the map, in points.
const MARGIN: f32 = 12.0;
/// Between the districts and a card, in points.
const GAP: f32 = 6.0;
/// The county may become smaller in so many steps to get clear of the cards, and no further than 1.7 times.
const STEPS_SMALLER: i32 = 54;
const STEP_SMALLER: f64 = 1.01;
/// Places tried along each side of the room that is left.
const STEPS: usize = 25;
/// Cells along each side of the mask.
const CELLS: usize = 192;

/// Where there are districts: the bounds of all, in cells, with the sums that tell at once how many of a rectangle are marked.
#[derive(Debug)]
pub struct Mask {
    bounds: Bounds,
    sums: Vec<u32>, // of all cells below and left, one more row and column than there are cells
}

impl Mask {
    /// The shape of all districts together: what their borders touch, and what lies within the outer ones.
    pub fn of(topology: &Topology) -> Option<Self> {
        let bounds = topology.bounds()?;
        let mut mask = Self { bounds, sums: Vec::new() };
        let mut marked = vec![false; CELLS * CELLS];
        let mut crossings: Vec<Vec<f64>> = vec![Vec::new(); CELLS];
        for (at, arc) in topology.arcs() {
            let points = topology.arc_points(at);
            for point in points {
                let [column, row] = mask.cell(*point);
                marked.get_mut(row * CELLS + column).into_iter().for_each(|it| *it = true);
            }
            if arc.left.is_none() || arc.right.is_none() {
                points.windows(2).for_each(|it| mask.cross(it[0], it[1], &mut crossings));
            }
        }
        for (row, places) in crossings.iter_mut().enumerate() {
            places.sort_by(f64::total_cmp);
            for ends in places.chunks_exact(2) {
                let [from, to] = [ends[0], ends[1]].map(|x| mask.cell([x, bounds.min[1]])[0]);
                marked.get_mut(row * CELLS + from..=row * CELLS + to).into_iter().flatten().for_each(|it| *it = true);
            }
        }
        mask.sums = sums(&marked);
        Some(mask)
    }

    /// Where an outer border crosses the middles of rows.
    fn cross(&self, from: [f64; 2], to: [f64; 2], crossings: &mut [Vec<f64>]) {
        let high = self.bounds.height() / CELLS as f64;
        let (low, top) = if from[1] < to[1] { (from, to) } else { (to, from) };
        let row_of = |y: f64| (((y - self.bounds.min[1]) / high.max(1e-9)) - 0.5).ceil().max(0.0) as usize;
        for row in row_of(low[1])..row_of(top[1]).min(CELLS) {
            let y = self.bounds.min[1] + (row as f64 + 0.5) * high;
            let share = (y - low[1]) / (top[1] - low[1]).max(1e-9);
            crossings.get_mut(row).into_iter().for_each(|it| it.push(low[0] + (top[0] - low[0]) * share));
        }
    }

    /// The cell of a place, the outermost for places beyond.
    fn cell(&self, at: [f64; 2]) -> [usize; 2] {
        let size = [self.bounds.width(), self.bounds.height()];
        [0, 1].map(|axis| {
            let share = (at[axis] - self.bounds.min[axis]) / size[axis].max(1e-9);
            (share.clamp(0.0, 1.0) * CELLS as f64).floor().min(CELLS as f64 - 1.0) as usize
        })
    }

    /// How much of the county lies under the cards on a map in `rect`, in cells.
    pub fn covered(&self, camera: Camera, rect: Rect, cards: &[Rect]) -> u32 {
        cards.iter().map(|it| self.under(camera, rect, *it)).sum()
    }

    fn under(&self, camera: Camera, rect: Rect, card: Rect) -> u32 {
        let card = card.expand(GAP);
        let (a, b) = (camera.to_map(rect, card.left_bottom()), camera.to_map(rect, card.right_top()));
        if !self.bounds.meets(&Bounds { min: a, max: b }) {
            return 0;
        }
        let (from, to) = (self.cell(a), self.cell(b));
        let sum = |column: usize, row: usize| self.sums.get(row * (CELLS + 1) + column).copied().unwrap_or(0);
        (sum(to[0] + 1, to[1] + 1) + sum(from[0], from[1])).saturating_sub(sum(from[0], to[1] + 1) + sum(to[0] + 1, from[1]))
    }
}

/// For each corner how many cells below and left of it are marked.
fn sums(marked: &[bool]) -> Vec<u32> {
    let wide = CELLS + 1;
    let mut sums = vec![0; wide * wide];
    for row in 0..CELLS {
        let mut so_far = 0;
        for column in 0..CELLS {
            so_far += u32::from(marked.get(row * CELLS + column).copied().unwrap_or(false));
            let below = sums.get(row * wide + column + 1).copied().unwrap_or(0);
            sums.get_mut((row + 1) * wide + column + 1).into_iter().for_each(|it| *it = below + so_far);
        }
    }
    sums
}

/// The camera that shows all districts in `rect`, clear of `cards` as far as there is room. The same room, the same camera.
pub fn everything(mask: &Mask, rect: Rect, cards: &[Rect]) -> Camera {
    let bounds = mask.bounds;
    let margin = MARGIN.min(rect.height() * 0.03);
    let whole = Camera::fitting(bounds, rect.size(), margin);
    let cards: Vec<Rect> = cards.iter().copied().filter(|it| it.intersects(rect)).collect();
    let mut least = (u32::MAX, whole);
    for step in 0..=STEPS_SMALLER {
        let scale = Camera { metres_per_point: whole.metres_per_point * STEP_SMALLER.powi(step), ..whole }.within_limits();
        let covered = places(scale, bounds, rect, margin).map(|it| (mask.covered(it, rect, &cards), it));
        let Some(best) = covered.min_by_key(|it| it.0) else { continue };
        if best.0 == 0 {
            return best.1;
        }
        if least.0 == u32::MAX || best.0 * 3 < least.0 {
            least = best; // smaller only where that helps a good deal
        }
    }
    least.1
}

/// Whether no district lies under one of the cards.
#[cfg(test)]
fn is_clear(topology: &Topology, camera: Camera, rect: Rect, cards: &[Rect]) -> bool {
    Mask::of(topology).is_none_or(|it| it.covered(camera, rect, cards) == 0)
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

    fn whole(topology: &Topology, cards: &[Rect]) -> Camera {
        everything(&Mask::of(topology).unwrap(), RECT, cards)
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
        let free = whole(&topology, &[]);
        assert!((shown(&topology, free).center() - RECT.center()).length() < 1.0, "in the middle where nothing is in the way");
        for cards in [
            vec![card(14.0, 14.0, 220.0, 420.0)],
            vec![card(14.0, 14.0, 220.0, 420.0), card(600.0, 540.0, 190.0, 50.0), card(250.0, 10.0, 400.0, 40.0)],
        ] {
            let camera = whole(&topology, &cards);
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
        let free = whole(&topology, &[]);
        let camera = whole(&topology, &[RECT]);
        assert_eq!(camera.metres_per_point, free.metres_per_point);
        assert!(RECT.contains_rect(shown(&topology, camera)));
    }
}
