//! Repair: what a plan still lacks. Islands of an area, enclaves in one, districts without area, each with the moves that
//! would mend it.
//!
//! **Promise.** Nothing is changed here: a finding carries its moves as a preview, and says if a lock forbids them.
//! **Not here.** Making the moves: they are what `project::PlanChange::Assign` takes.

use std::collections::BTreeMap;

use crate::{
    analysis::{
        assignment::Assignment,
        draft::{Locks, WhyNot},
    },
    geometry::{DistrictIx, outline::outline, shape, topology::Topology},
    model::{
        catalog::Catalog,
        id::{AreaId, DistrictKey},
        period::Period,
        plan::Plan,
        value::Cell,
    },
};

/// A part of an area that does not hang together with its main part.
#[derive(Debug, Clone, PartialEq)]
pub struct Island {
    /// Whose part it is.
    pub area: AreaId,
    /// Its districts, in register order.
    pub districts: Vec<DistrictIx>,
    /// Its people; `None` where somebody's number isn't known.
    pub population: Option<f64>,
    /// The mending move: to the neighbour with the longest common border, if it has one.
    pub mend: Option<Mend>,
}

/// Districts that lie wholly within one area without belonging to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Enclave {
    /// The area they belong to; `None` without one.
    pub of: Option<AreaId>,
    /// Its districts, in register order.
    pub districts: Vec<DistrictIx>,
    /// Its people; `None` where somebody's number isn't known.
    pub population: Option<f64>,
    /// The mending move: into the area around it.
    pub mend: Mend,
}

/// A move that mends something, before it is made.
#[derive(Debug, Clone, PartialEq)]
pub struct Mend {
    /// Where the districts go.
    pub to: AreaId,
    /// The moves, as one command takes them.
    pub moves: BTreeMap<DistrictKey, Option<AreaId>>,
    /// The lock that forbids it, if one does.
    pub forbidden: Option<WhyNot>,
}

/// The parts of all areas beyond each one's main part: the one with most people, of equals the largest on the map; where the
/// people of any part are unknown, the largest on the map. In the plan's order of areas, larger parts first. People are those
/// of the latest count not after `period`, without one the latest.
pub fn islands(catalog: &Catalog, plan: &Plan, assignment: &Assignment, period: Option<&Period>) -> Vec<Island> {
    let place = Place::of(catalog, plan, assignment, period);
    let mut islands = Vec::new();
    for (label, area) in assignment.areas().iter().enumerate() {
        let mut parts = place.parts(label);
        if parts.len() > 1 {
            parts.remove(place.main(&parts));
        } else {
            parts.clear();
        }
        islands.extend(parts.into_iter().map(|districts| Island {
            area: *area,
            population: place.people(&districts),
            mend: place.longest_neighbour(&districts, label).and_then(|to| place.mend(&districts, to)),
            districts,
        }));
    }
    islands
}

/// The groups of districts of one area, or without area, that lie wholly within another area. An area that lies in another
/// as a whole is no enclave: somebody drew it so. In register order of their first district; people as in [`islands`].
pub fn enclaves(catalog: &Catalog, plan: &Plan, assignment: &Assignment, period: Option<&Period>) -> Vec<Enclave> {
    let place = Place::of(catalog, plan, assignment, period);
    let labels = (0..assignment.areas().len()).map(Some).chain([None]);
    let mut enclaves: Vec<Enclave> = Vec::new();
    for label in labels {
        let members = label.map_or(assignment.unassigned(), |it| assignment.members(it));
        for districts in place.groups(members, label) {
            let whole = label.is_some() && districts.len() == members.len();
            let around = place.around(&districts, label).filter(|_| !whole);
            let Some(mend) = around.and_then(|it| place.mend(&districts, it)) else { continue };
            let of = label.and_then(|it| assignment.areas().get(it)).copied();
            enclaves.push(Enclave { of, population: place.people(&districts), districts, mend });
        }
    }
    enclaves.sort_by_key(|it| it.districts.first().copied());
    enclaves
}

/// The next district without area after this one in register order that is `wanted`, from the beginning again after the last.
pub fn next_unassigned(assignment: &Assignment, after: Option<DistrictIx>, wanted: impl Fn(DistrictIx) -> bool) -> Option<DistrictIx> {
    let all = assignment.unassigned();
    let (before, later) = all.split_at(after.map_or(0, |after| all.partition_point(|it| *it <= after)));
    later.iter().chain(before).copied().find(|it| wanted(*it))
}

/// What all searches need.
struct Place<'a> {
    catalog: &'a Catalog,
    topology: &'a Topology,
    assignment: &'a Assignment,
    population: Option<&'a [Cell]>,
    locks: Locks,
}

impl<'a> Place<'a> {
    fn of(catalog: &'a Catalog, plan: &Plan, assignment: &'a Assignment, period: Option<&Period>) -> Self {
        let population = catalog.population(period).map(|it| it.1);
        let locks = Locks::of(plan, assignment, false);
        Self { catalog, topology: &catalog.ground.topology, assignment, population, locks }
    }

    fn people(&self, districts: &[DistrictIx]) -> Option<f64> {
        let cells = self.population?;
        districts.iter().map(|it| cells.get(it.index()).and_then(Cell::known_value)).sum()
    }

    /// Which of an area's parts is the main one. Parts come largest first.
    fn main(&self, parts: &[Vec<DistrictIx>]) -> usize {
        let people: Option<Vec<f64>> = parts.iter().map(|it| self.people(it)).collect();
        let most = people.as_deref().unwrap_or(&[]).iter().enumerate().rev().max_by(|a, b| a.1.total_cmp(b.1));
        most.map_or(0, |it| it.0) // of equal ones `max_by` takes the last, so they come smallest first
    }

    fn parts(&self, label: usize) -> Vec<Vec<DistrictIx>> {
        self.groups(self.assignment.members(label), Some(label))
    }

    fn groups(&self, members: &[DistrictIx], label: Option<usize>) -> Vec<Vec<DistrictIx>> {
        shape::parts(self.topology, members, |it| self.assignment.label_of(it) == label)
    }

    /// The area whose border with these districts is longest; of equals the first of the plan.
    fn longest_neighbour(&self, districts: &[DistrictIx], label: usize) -> Option<usize> {
        let mut shared: BTreeMap<usize, f64> = BTreeMap::new();
        for neighbour in districts.iter().flat_map(|it| self.topology.neighbours(*it)) {
            if let Some(other) = self.assignment.label_of(neighbour.district).filter(|it| *it != label) {
                *shared.entry(other).or_default() += neighbour.shared_length;
            }
        }
        shared.into_iter().rev().max_by(|a, b| a.1.total_cmp(&b.1)).map(|it| it.0)
    }

    /// The only area that lies on the other side of the districts' outer border, all the way round.
    fn around(&self, districts: &[DistrictIx], label: Option<usize>) -> Option<usize> {
        let neighbours = districts.iter().flat_map(|it| self.topology.neighbours(*it)).map(|it| self.assignment.label_of(it.district));
        let mut others = neighbours.filter(|it| *it != label);
        let only = others.next()??;
        if others.any(|it| it != Some(only)) {
            return None; // most areas are told apart by their first few neighbours
        }
        let inside = |it: DistrictIx| districts.binary_search(&it).is_ok();
        let border = outline(self.topology, districts, inside);
        let outer = border.polygons.iter().filter_map(|it| border.rings.get(it.outer)).flatten();
        let closed = outer.map(|used| self.topology.across(*used)).all(|it| it.is_some());
        closed.then_some(only)
    }

    fn mend(&self, districts: &[DistrictIx], to: usize) -> Option<Mend> {
        let area = self.assignment.areas().get(to).copied()?;
        let name = |it: &DistrictIx| self.catalog.register.get(*it).map(|it| (it.key.clone(), Some(area)));
        let from = districts.first().and_then(|it| self.assignment.label_of(*it));
        Some(Mend { to: area, moves: districts.iter().filter_map(name).collect(), forbidden: self.locks.forbid(from, Some(to), from) })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::{
        analysis::testing::{self, indicator, population, series},
        model::{
            indicator::{Indicator, Pooling, Role},
            planning_area::Lock,
        },
    };

    /// 5 × 5 squares, 100 people each; the plan is drawn as text, north at the bottom, `.` without area.
    fn drawn(map: &str) -> (Catalog, Plan) {
        let signs: Vec<char> = map.split_whitespace().flat_map(str::chars).collect();
        let keys: Vec<String> = (0..signs.len()).map(|it| format!("d{it}")).collect();
        let assigned = keys.iter().zip(&signs).filter_map(|(key, sign)| Some((key.as_str(), sign.to_digit(10)?)));
        let plan = testing::plan(&assigned.collect::<Vec<_>>());
        (testing::catalog(signs.len(), 5, vec![population(&vec![100.0; signs.len()])]), plan)
    }

    fn numbers(districts: &[DistrictIx]) -> Vec<u32> {
        districts.iter().map(|it| it.0).collect()
    }

    #[test]
    fn islands_are_what_does_not_hang_together() {
        let (catalog, plan) = drawn("11122 11122 12112 11112 2.111");
        let assignment = Assignment::of(&plan, &catalog.register);
        let found = islands(&catalog, &plan, &assignment, None);
        let seen: Vec<_> = found.iter().map(|it| (it.area.0, numbers(&it.districts), it.population)).collect();
        assert_eq!(seen, [(2, vec![11], Some(100.0)), (2, vec![20], Some(100.0))]);
        let mend = found[0].mend.as_ref().unwrap();
        assert_eq!((mend.to, mend.forbidden), (AreaId(1), None));
        assert_eq!(mend.moves, [("d11".into(), Some(AreaId(1)))].into());
    }

    /// Nobody knows how many live in the large part: that doesn't make the hamlet beside it the main part.
    #[test]
    fn an_unknown_population_is_not_taken_for_nobody() {
        let catalog = |people: [Cell; 4]| {
            let indicator = Indicator { role: Some(Role::Population), ..indicator("population", Pooling::Sum, 1.0) };
            let earlier = [1.0, 1.0, 1.0, 99.0].map(Cell::known);
            testing::catalog(4, 4, vec![series(indicator, &[("2019", &earlier), ("2023", &people)])])
        };
        let plan = testing::plan(&[("d0", 1), ("d1", 1), ("d2", 2), ("d3", 1)]);
        let [few, many] = [Cell::known(10.0), Cell::known(500.0)];
        for (people, period, island) in [
            ([Cell::ABSENT, few, few, many], None, vec![3]),
            ([few, few, few, testing::SECRET], None, vec![3]),
            ([few, few, few, many], None, vec![0, 1]),
            ([many, many, few, few], None, vec![3]),
            ([many, many, few, few], Period::parse("2020"), vec![0, 1]),
        ] {
            let catalog = catalog(people);
            let found = islands(&catalog, &plan, &Assignment::of(&plan, &catalog.register), period.as_ref());
            assert_eq!(found.iter().map(|it| numbers(&it.districts)).collect::<Vec<_>>(), [island], "{people:?}");
        }
    }

    #[test]
    fn enclaves_lie_wholly_within_one_area() {
        let (catalog, plan) = drawn("1111. 1.112 1.112 11212 11113");
        let assignment = Assignment::of(&plan, &catalog.register);
        let found = enclaves(&catalog, &plan, &assignment, None);
        let seen: Vec<_> = found.iter().map(|it| (it.of.map(|it| it.0), numbers(&it.districts), it.mend.to.0)).collect();
        assert_eq!(seen, [(None, vec![6, 11], 1), (Some(2), vec![17], 1)], "d4 touches the outside, R3 is no leftover");
        assert_eq!(found[0].population, Some(200.0));
    }

    #[test]
    fn an_area_within_an_area_was_drawn_so() {
        let (catalog, plan) = drawn("11111 12211 12211 11111 11111");
        assert_eq!(enclaves(&catalog, &plan, &Assignment::of(&plan, &catalog.register), None), []);
    }

    #[test]
    fn a_lock_forbids_mending() {
        let (catalog, mut plan) = drawn("11111 1.111 11111 11111 11111");
        plan.areas[0].lock = Lock::Fixed;
        let found = enclaves(&catalog, &plan, &Assignment::of(&plan, &catalog.register), None);
        assert_eq!(found[0].mend.forbidden, Some(WhyNot::TakesNothing(AreaId(1))));
    }

    #[test]
    fn the_search_for_the_unassigned_goes_round() {
        let (catalog, plan) = drawn("11111 1.111 1111. 11111 11111");
        let assignment = Assignment::of(&plan, &catalog.register);
        for (after, next) in [(None, 6), (Some(2), 6), (Some(6), 14), (Some(14), 6), (Some(24), 6)] {
            assert_eq!(next_unassigned(&assignment, after.map(DistrictIx), |_| true), Some(DistrictIx(next)), "{after:?}");
        }
        assert_eq!(next_unassigned(&assignment, Some(DistrictIx(6)), |it| it.0 == 6), Some(DistrictIx(6)), "14 may stay without");
        let (catalog, plan) = drawn("11111");
        assert_eq!(next_unassigned(&Assignment::of(&plan, &catalog.register), None, |_| true), None);
    }
}
