//! Colouring: neighbouring areas look different, however many there are.
//!
//! **Promise.** As long as there are colours for all, each area has its own, in turn. Beyond that no two neighbours have the same
//! one, as far as the palette reaches.
//! **Not here.** The colours themselves ([`Colour::AREAS`]) and how they look on a map (`cartography`).

use std::{cmp::Reverse, collections::BTreeSet};

use crate::{
    geometry::topology::Topology,
    model::{
        catalog::Register,
        plan::Plan,
        planning_area::{Colour, PlanningArea},
    },
};

/// Gives all areas of a plan their colours. O(pairs of districts + areas²).
pub fn colour_areas(plan: &mut Plan, register: &Register, topology: &Topology) {
    let numbers = match plan.areas.len() <= Colour::AREAS.len() {
        true => (0..plan.areas.len()).collect(),
        false => coloured(&neighbours(plan, register, topology), Colour::AREAS.len()),
    };
    for (area, number) in plan.areas.iter_mut().zip(numbers) {
        area.colour = Colour::of_area(number);
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
