//! Snap: loose vertices of different districts that lie within the tolerance become one.
//!
//! The nearest pairs go first. A vertex joins a group only if it is within the tolerance of every member and its
//! districts are not there yet: so each district keeps all its vertices, and no chain of near vertices runs away.

use super::grid::Grid;
use super::{Note, districts_at, loose_vertices};
use crate::geometry::topology::twins::Sides;
use crate::geometry::{Point, plane};

/// The vertex that each vertex becomes; `None` where nothing moves.
pub(super) fn snap(sides: &Sides, places: &[Point], tolerance_m: f64, note: &mut Note) -> Option<Vec<u32>> {
    let mut becomes: Vec<u32> = (0..places.len() as u32).collect();
    for group in groups(sides, places, tolerance_m)? {
        settle(sides, places, &group, &mut becomes, note);
    }
    Some(becomes)
}

/// The same for vertices up to twice the tolerance apart, which meet half way: none moves farther than the tolerance from where
/// it is by now. Only for maps whose borders are known to be unclean.
pub(super) fn meet_half_way(sides: &Sides, places: &mut [Point], tolerance_m: f64, note: &mut Note) -> Option<Vec<u32>> {
    let mut becomes: Vec<u32> = (0..places.len() as u32).collect();
    for group in groups(sides, places, 2.0 * tolerance_m)? {
        let sum = |axis: usize| group.iter().map(|&it| places[it as usize][axis]).sum::<f64>();
        let middle = [sum(0), sum(1)].map(|it| it / group.len() as f64);
        let reach = group.iter().map(|&it| plane::distance(places[it as usize], middle)).fold(0.0, f64::max);
        if reach <= tolerance_m {
            let target = group[0];
            note.add(group.iter().flat_map(|&it| districts_at(sides, it)), middle, reach);
            group.iter().for_each(|&it| becomes[it as usize] = target);
            places[target as usize] = middle;
        }
    }
    Some(becomes)
}

/// Loose vertices that belong together, in groups of two and more; `None` where there are none.
fn groups(sides: &Sides, places: &[Point], reach: f64) -> Option<Vec<Vec<u32>>> {
    let pairs = near_pairs(sides, places, reach);
    if pairs.is_empty() {
        return None;
    }
    let mut groups = Groups::new(places.len());
    for &(_, one, other) in &pairs {
        groups.join(sides, places, reach, one, other);
    }
    let mut leaders: Vec<u32> = pairs.into_iter().map(|(_, one, _)| one).collect();
    leaders.sort_unstable();
    leaders.dedup();
    Some(leaders.into_iter().filter_map(|first| groups.group_led_by(first)).collect())
}

/// Pairs of loose vertices within the tolerance that no district has in common, the nearest first.
fn near_pairs(sides: &Sides, places: &[Point], tolerance_m: f64) -> Vec<(f64, u32, u32)> {
    let loose = loose_vertices(sides, places.len());
    let points = loose.iter().map(|&vertex| (vertex, places[vertex as usize]));
    let mut pairs = Vec::new();
    if let Some(grid) = Grid::of(points, tolerance_m) {
        grid.pairs(|one, other| {
            let apart = plane::distance_squared(places[one as usize], places[other as usize]);
            if apart <= tolerance_m * tolerance_m && strangers(sides, one, other) {
                pairs.push((apart, one.min(other), one.max(other)));
            }
        });
    }
    pairs.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    pairs
}

fn strangers(sides: &Sides, one: u32, other: u32) -> bool {
    districts_at(sides, one).all(|district| districts_at(sides, other).all(|it| it != district))
}

/// So many vertices become one at most: no map has more districts in a corner, and each is compared with every other.
const CROWD: u32 = 32;

/// Groups as rings of vertices: each vertex knows the next of its group, whose group it is in, and how large that is.
struct Groups {
    next: Vec<u32>,
    leader: Vec<u32>,
    size: Vec<u32>,
}

impl Groups {
    fn new(places: usize) -> Self {
        let each: Vec<u32> = (0..places as u32).collect();
        Self { next: each.clone(), leader: each, size: vec![1; places] }
    }

    fn members(&self, of: u32) -> impl Iterator<Item = u32> {
        let step = move |&at: &u32| Some(self.next[at as usize]).filter(|&next| next != of);
        std::iter::successors(Some(of), step)
    }

    fn join(&mut self, sides: &Sides, places: &[Point], tolerance_m: f64, one: u32, other: u32) {
        let (large, small) = self.by_size(self.leader[one as usize], self.leader[other as usize]);
        if large == small || self.size[large as usize] + self.size[small as usize] > CROWD {
            return;
        }
        let near = |a: u32, b: u32| plane::distance_squared(places[a as usize], places[b as usize]) <= tolerance_m * tolerance_m;
        let fits = |a: u32| self.members(other).all(|b| near(a, b) && strangers(sides, a, b));
        if self.members(one).all(fits) {
            let moving: Vec<u32> = self.members(small).collect();
            moving.iter().for_each(|&it| self.leader[it as usize] = large);
            self.size[large as usize] += moving.len() as u32;
            self.next.swap(one as usize, other as usize); // joins the two rings into one
        }
    }

    fn by_size(&self, one: u32, other: u32) -> (u32, u32) {
        if self.size[one as usize] >= self.size[other as usize] { (one, other) } else { (other, one) }
    }

    /// The group of a vertex, if it has several members and this one has the smallest number.
    fn group_led_by(&self, first: u32) -> Option<Vec<u32>> {
        let group: Vec<u32> = self.members(first).take_while(|&it| first <= it).collect();
        let whole = self.next[*group.last()? as usize] == first;
        (whole && group.len() > 1).then_some(group)
    }
}

/// All members become the one that most rings run through.
fn settle(sides: &Sides, places: &[Point], group: &[u32], becomes: &mut [u32], note: &mut Note) {
    let used = |vertex: &u32| (sides.starting_at(*vertex).len(), std::cmp::Reverse(*vertex));
    let Some(&target) = group.iter().max_by_key(|it| used(it)) else { return };
    for &vertex in group.iter().filter(|&&it| it != target) {
        becomes[vertex as usize] = target;
        let (from, to) = (places[vertex as usize], places[target as usize]);
        let districts = districts_at(sides, vertex).chain(districts_at(sides, target));
        note.add(districts, from, plane::distance(from, to));
    }
}
