//! Colouring: neighbouring areas look different, however many there are.
//!
//! **Promise.** As long as there are colours for all, each area has its own: in turn where neighbours are well told apart so, else
//! exchanged until they are. Beyond that no two neighbours have the same one, as far as the palette reaches, and they keep [`WELL`]
//! where they can.
//! **Not here.** The colours themselves ([`Colour::AREAS`]), how far apart they are ([`apart`]) and how they look on a map (`cartography`).

use std::{cmp::Reverse, collections::BTreeSet};

use crate::{
    geometry::topology::Topology,
    model::{
        catalog::Register,
        colour_distance::apart,
        plan::Plan,
        planning_area::{Colour, PlanningArea},
    },
};

/// Neighbours so far apart are told apart at a glance: what the palette gives to the neighbours of a map.
pub const WELL: f64 = 20.0;
/// Beyond this, more distance is no gain.
const ENOUGH: f64 = 26.0;
/// So many areas may exchange their colours with one another; more would cost more than it shows.
const FEW: usize = 200;
/// So often all areas have their turn for a better colour.
const ROUNDS: usize = 12;

/// Gives all areas of a plan their colours. O(pairs of districts + areas²).
pub fn colour_areas(plan: &mut Plan, register: &Register, topology: &Topology) {
    let neighbours = neighbours(plan, register, topology);
    let palette = Palette::of(&Colour::AREAS);
    let numbers = match plan.areas.len() <= Colour::AREAS.len() {
        true => palette.exchanged((0..plan.areas.len()).collect(), &neighbours),
        false => palette.eased(coloured(&neighbours, Colour::AREAS.len()), &neighbours),
    };
    for (area, number) in plan.areas.iter_mut().zip(numbers) {
        area.colour = Colour::of_area(number);
    }
}

/// The colour for an area that lies beside areas of these colours, in a plan that has `used` ones: of those that the fewest areas
/// have the one farthest from its neighbours, then from all that are used.
pub fn fresh_colour(beside: &[Colour], used: &[Colour]) -> Colour {
    let nearest = |it: Colour, of: &[Colour]| of.iter().map(|other| apart(it, *other)).fold(f64::INFINITY, f64::min);
    let often = |it: Colour| used.iter().filter(|other| **other == it).count();
    // Whatever is far enough from its neighbours is as good as any; then what is farthest from the others. Hundredths compare exactly.
    let whole = |it: f64| Reverse((it.min(1_000.0) * 100.0) as u32);
    let rank = |it: &Colour| (beside.contains(it), often(*it), whole(nearest(*it, beside).min(ENOUGH)), whole(nearest(*it, used)));
    Colour::AREAS.into_iter().min_by_key(rank).unwrap_or_else(|| Colour::of_area(used.len()))
}

/// How far apart the colours of a palette are.
struct Palette {
    apart: Vec<Vec<f64>>,
}

impl Palette {
    fn of(colours: &[Colour]) -> Self {
        Self { apart: colours.iter().map(|one| colours.iter().map(|other| apart(*one, *other)).collect()).collect() }
    }

    /// How bad it is that two neighbours have these: many times worse the nearer they are.
    fn clash(&self, one: usize, other: usize) -> f64 {
        let apart = self.apart.get(one).and_then(|it| it.get(other)).copied().unwrap_or(0.0);
        ((ENOUGH - apart).max(0.0) / ENOUGH).powi(4)
    }

    /// The same for an area and all its neighbours.
    fn clashes(&self, of: &[usize], beside: &BTreeSet<usize>, own: usize) -> f64 {
        beside.iter().filter_map(|it| of.get(*it)).map(|it| self.clash(own, *it)).sum()
    }

    fn is_well(&self, of: &[usize], neighbours: &[BTreeSet<usize>]) -> bool {
        let least = ((ENOUGH - WELL) / ENOUGH).powi(4);
        let pairs =
            neighbours.iter().zip(of).flat_map(|(beside, own)| beside.iter().filter_map(|it| of.get(*it)).map(move |it| (*own, *it)));
        pairs.into_iter().all(|(one, other)| self.clash(one, other) <= least)
    }

    /// The same colours, exchanged between areas as long as that tells neighbours better apart; as they are where they are well.
    fn exchanged(&self, mut of: Vec<usize>, neighbours: &[BTreeSet<usize>]) -> Vec<usize> {
        let cost = |of: &[usize], at: usize| neighbours.get(at).zip(of.get(at)).map_or(0.0, |(beside, own)| self.clashes(of, beside, *own));
        for _ in 0..ROUNDS {
            if of.len() > FEW || self.is_well(&of, neighbours) {
                break;
            }
            for (one, other) in (0..of.len()).flat_map(|one| (0..one).map(move |other| (one, other))) {
                let before = cost(&of, one) + cost(&of, other);
                of.swap(one, other);
                if cost(&of, one) + cost(&of, other) > before - 1e-9 {
                    of.swap(one, other);
                }
            }
        }
        of
    }

    /// Each area in turn takes the colour that tells it best from its neighbours, of those alike the one used least; then they
    /// exchange theirs.
    fn eased(&self, mut of: Vec<usize>, neighbours: &[BTreeSet<usize>]) -> Vec<usize> {
        /// A colour that one area more has is worth giving up hardly any distance.
        const OFTEN: f64 = 1e-5;
        let mut used = vec![0.0; self.apart.len()];
        of.iter().filter_map(|it| used.get_mut(*it).map(|it: &mut f64| *it += 1.0)).for_each(drop);
        for (at, beside) in (0..ROUNDS).flat_map(|_| neighbours.iter().enumerate()) {
            let Some(own) = of.get(at).copied() else { continue };
            let price = |it: usize| {
                let others = used.get(it).copied().unwrap_or(0.0) - f64::from(u8::from(it == own));
                self.clashes(&of, beside, it) + others * OFTEN
            };
            let best = (0..used.len()).min_by(|a, b| price(*a).total_cmp(&price(*b))).unwrap_or(own);
            if price(best) < price(own) - 1e-9 {
                used.iter_mut()
                    .enumerate()
                    .for_each(|(it, many)| *many += f64::from(u8::from(it == best)) - f64::from(u8::from(it == own)));
                of.iter_mut().skip(at).take(1).for_each(|it| *it = best);
            }
        }
        self.exchanged(of, neighbours)
    }
}

/// Which areas share a stretch of border, by their places in the list.
fn neighbours(plan: &Plan, register: &Register, topology: &Topology) -> Vec<BTreeSet<usize>> {
    let mut neighbours = vec![BTreeSet::new(); plan.areas.len()];
    let place = |it: &PlanningArea| (it.id, plan.position(it.id));
    let places: std::collections::HashMap<_, _> = plan.areas.iter().map(place).collect();
    let of = |district| places.get(plan.area_of.get(&register.get(district)?.key)?).copied().flatten();
    for (one, other) in topology.rook_pairs() {
        if let (Some(one), Some(other)) = (of(one), of(other))
            && one != other
        {
            neighbours[one].insert(other);
            neighbours[other].insert(one);
        }
    }
    neighbours
}

/// A colour, counted from 0, for each vertex of a graph: DSATUR (Brélaz 1979, „New methods to color the vertices of a graph“). The
/// vertex whose neighbours have the most different colours comes next, of several the one with the most neighbours, then the
/// first. It takes the colour that would be its own in turn where that is free, else the free one that is used least. Where none is
/// free, the one that the fewest neighbours have.
fn coloured(neighbours: &[BTreeSet<usize>], colours: usize) -> Vec<usize> {
    let mut chosen: Vec<Option<usize>> = vec![None; neighbours.len()];
    let mut used = vec![0_usize; colours];
    for _ in 0..neighbours.len() {
        let beside = |at: usize| -> Vec<usize> { neighbours[at].iter().filter_map(|it| chosen[*it]).collect() };
        let saturation = |at: usize| beside(at).into_iter().collect::<BTreeSet<_>>().len();
        let open = (0..neighbours.len()).filter(|it| chosen[*it].is_none());
        let Some(next) = open.max_by_key(|it| (saturation(*it), neighbours[*it].len(), Reverse(*it))) else { break };
        let taken = beside(next);
        let conflicts = |colour: usize| taken.iter().filter(|it| **it == colour).count();
        let own = next % colours;
        let best = (0..colours).min_by_key(|it| (conflicts(*it), *it != own, used[*it], *it)).unwrap_or(own);
        used[best] += 1;
        chosen[next] = Some(best);
    }
    chosen.into_iter().map(|it| it.unwrap_or(0)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Any graph in which nobody has as many neighbours as there are colours is coloured without a conflict.
        #[test]
        fn neighbours_never_share_a_colour(pairs in proptest::collection::vec((0_usize..30, 0_usize..30), 0..70)) {
            let mut graph = vec![BTreeSet::new(); 30];
            for (one, other) in pairs {
                if one != other && graph[one].len() < 11 && graph[other].len() < 11 {
                    graph[one].insert(other);
                    graph[other].insert(one);
                }
            }
            let colours = coloured(&graph, 12);
            for (at, beside) in graph.iter().enumerate() {
                prop_assert!(beside.iter().all(|it| colours[*it] != colours[at]));
            }
        }
    }

    /// Two neighbours of the starting plan were 11.4 apart, though no map needs more than four colours and four of these are 26 apart.
    #[test]
    fn neighbours_are_told_apart_at_a_glance() {
        let palette = Palette::of(&Colour::AREAS);
        let grid = |wide: usize, high: usize| -> Vec<BTreeSet<usize>> {
            let of = |at: usize| {
                let (x, y) = (at % wide, at / wide);
                let near = [(x > 0, at.wrapping_sub(1)), (x + 1 < wide, at + 1), (y > 0, at.wrapping_sub(wide)), (y + 1 < high, at + wide)];
                near.into_iter().filter(|it| it.0).map(|it| it.1).collect()
            };
            (0..wide * high).map(of).collect()
        };
        for (wide, high) in [(5, 4), (8, 9), (30, 30)] {
            let graph = grid(wide, high);
            assert!(palette.is_well(&palette.eased(coloured(&graph, 12), &graph), &graph), "{wide} × {high}");
        }
        // The third, the tenth and the eleventh colour lie beside ones that are like them.
        let near: Vec<BTreeSet<usize>> = (0..12_usize)
            .map(|at| {
                [(2, 9), (6, 10), (0, 11)].iter().flat_map(|(a, b)| [(*a, *b), (*b, *a)]).filter(|it| it.0 == at).map(|it| it.1).collect()
            })
            .collect();
        assert!(!palette.is_well(&(0..12).collect::<Vec<_>>(), &near));
        let exchanged = palette.exchanged((0..12).collect(), &near);
        assert!(palette.is_well(&exchanged, &near), "{exchanged:?}");
        assert_eq!(exchanged.iter().collect::<BTreeSet<_>>().len(), 12, "each its own still");
        assert_eq!(
            palette.exchanged((0..12).collect(), &grid(1, 12)[..12].iter().map(|_| BTreeSet::new()).collect::<Vec<_>>()),
            (0..12).collect::<Vec<_>>()
        );
    }

    #[test]
    fn a_fresh_area_looks_like_none_beside_it_nor_like_another() {
        let [first, second, ..] = Colour::AREAS;
        let fresh = fresh_colour(&[first], &[first, second]);
        assert!(apart(fresh, first) >= WELL && apart(fresh, second) >= WELL, "{fresh:?}");
        let used: Vec<Colour> = Colour::AREAS[..11].to_vec();
        assert_eq!(fresh_colour(&[], &used), Colour::AREAS[11], "the one that is free");
        assert_ne!(fresh_colour(&[Colour::AREAS[11]], &used), Colour::AREAS[11], "but not beside itself");
    }

    #[test]
    fn a_wheel_takes_three_colours_and_what_has_no_way_out_the_least_bad() {
        let wheel: Vec<BTreeSet<usize>> = (0..7)
            .map(|it| match it {
                0 => (1..7).collect(),
                it => BTreeSet::from([0, 1 + it % 6, 1 + (it + 4) % 6]),
            })
            .collect();
        let colours = coloured(&wheel, 3);
        assert!(wheel.iter().enumerate().all(|(at, beside)| beside.iter().all(|it| colours[*it] != colours[at])), "{colours:?}");
        let all: Vec<BTreeSet<usize>> = (0..5).map(|at| (0..5).filter(|it| *it != at).collect()).collect();
        let colours = coloured(&all, 4);
        assert_eq!(colours.iter().collect::<BTreeSet<_>>().len(), 4, "every colour is used: {colours:?}");
    }
}
