//! Two plans on the same districts: who changes area, which borders change, and which area of B is which of A.
//!
//! **Promise.** The figures are those of [`compare`](crate::analysis::compare::compare) on the districts that count; areas of
//! which none counts in either plan (all of the city while it is switched off, or still empty) match by equal id.
//! Areas of B that match one of A carry its name and colour, if they have a district or the name in common; all others carry
//! their own name and a colour that A does not use.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    analysis::{
        city::CitySwitch,
        compare::{BorderChange, Comparison, Match, border_change, compare},
    },
    geometry::{ArcIx, DistrictIx},
    model::{
        catalog::Catalog,
        id::AreaId,
        indicator::Scope,
        period::Period,
        plan::Plan,
        planning_area::{Colour, PlanningArea},
        value::State,
    },
};

/// How a border changes from plan A to plan B.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BorderState {
    /// No border of areas in either plan.
    None,
    /// In both.
    Shared,
    /// Only in B.
    Added,
    /// Only in A.
    Removed,
}

/// Districts that go from one area to another.
#[derive(Debug, Clone, PartialEq)]
pub struct Flow {
    /// The area of A; `None` if they had none.
    pub from: Option<AreaId>,
    /// The area of B; `None` if they have none.
    pub to: Option<AreaId>,
    /// Which ones, in register order.
    pub districts: Vec<DistrictIx>,
    /// People in them; `None` if nobody counted people.
    pub population: Option<f64>,
}

/// What an area of B is called and coloured like.
#[derive(Debug, Clone, PartialEq)]
pub struct Likeness {
    /// The area of A that it matches.
    pub matches: Option<AreaId>,
    /// The name to show.
    pub name: String,
    /// The chip to show.
    pub chip: String,
    /// The colour to show.
    pub colour: Colour,
}

/// Two plans compared.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanComparison {
    /// The measures.
    pub measures: Comparison,
    /// Whether districts were weighed by people; else each weighs 1.
    pub weighted_by_population: bool,
    /// Everybody who counts, where people were counted.
    pub population: Option<f64>,
    /// Who goes where.
    pub flows: Vec<Flow>,
    /// The areas of B by their likeness.
    pub likeness: BTreeMap<AreaId, Likeness>,
    /// Each arc's change, in the order of the topology.
    pub borders: Vec<BorderState>,
    /// Metres of border kept, new and gone.
    pub border_lengths: BorderChange,
    /// Districts that change area, in register order.
    pub changed: Vec<DistrictIx>,
    /// Populations that are unknown and therefore weigh nothing.
    pub without_population: usize,
}

impl PlanComparison {
    /// Compares B with A. Districts of a city that is switched off take no part. People are those of the latest count not after
    /// `period`, without one the latest. `None` only if the plans' labels could not be laid side by side.
    pub fn of(catalog: &Catalog, a: &Plan, b: &Plan, city: &CitySwitch, period: Option<&Period>) -> Option<Self> {
        let counting: Vec<DistrictIx> = catalog.register.iter().map(|(at, _)| at).filter(|at| city.counts(*at, Scope::All)).collect();
        let (label_a, label_b) = (labels(catalog, a, &counting), labels(catalog, b, &counting));
        let weights = Weights::of(catalog, &counting, period);
        let mut measures = compare(&label_a, &label_b, &weights.each)?;
        measures.matching.extend(without_counted(a, b, &label_a, &label_b));
        measures.matching.sort_by_key(|it| it.a);
        let flows = flows(&measures, &counting, weights.by_population);
        let mut changed: Vec<_> = flows.iter().flat_map(|it| it.districts.iter().copied()).collect();
        changed.sort();
        let (all_a, all_b) = (all_labels(catalog, a), all_labels(catalog, b));
        Some(Self {
            likeness: likeness(&measures, (a, &all_a), (b, &all_b)),
            borders: borders(catalog, &all_a, &all_b),
            border_lengths: border_change(inner_arcs(catalog), &all_a, &all_b),
            population: weights.by_population.then(|| weights.each.iter().sum()),
            weighted_by_population: weights.by_population,
            without_population: weights.unknown,
            measures,
            flows,
            changed,
        })
    }
}

/// Areas of which no district counts, in neither plan, matched by equal id.
fn without_counted<'a>(
    a: &'a Plan,
    b: &'a Plan,
    label_a: &[Option<u32>],
    label_b: &[Option<u32>],
) -> impl Iterator<Item = Match> + use<'a> {
    let counted: BTreeSet<u32> = label_a.iter().chain(label_b).flatten().copied().collect();
    let left = a.areas.iter().filter(move |it| !counted.contains(&it.id.0) && b.area(it.id).is_some());
    left.map(|it| Match { a: it.id.0, b: it.id.0, population: 0.0, districts: 0 })
}

fn labels(catalog: &Catalog, plan: &Plan, districts: &[DistrictIx]) -> Vec<Option<u32>> {
    let label = |it: &DistrictIx| catalog.register.get(*it).and_then(|it| plan.area_of.get(&it.key)).map(|it| it.0);
    districts.iter().map(label).collect()
}

fn all_labels(catalog: &Catalog, plan: &Plan) -> Vec<Option<u32>> {
    catalog.register.districts().iter().map(|it| plan.area_of.get(&it.key).map(|it| it.0)).collect()
}

/// What each district weighs.
struct Weights {
    each: Vec<f64>,
    by_population: bool,
    unknown: usize,
}

impl Weights {
    fn of(catalog: &Catalog, districts: &[DistrictIx], period: Option<&Period>) -> Self {
        let Some((_, cells)) = catalog.population(period) else {
            return Self { each: vec![1.0; districts.len()], by_population: false, unknown: 0 };
        };
        let cell = |it: &DistrictIx| cells.get(it.index());
        let unknown = districts.iter().filter(|it| cell(it).is_none_or(|it| it.state != State::Known)).count();
        let each = districts.iter().map(|it| cell(it).and_then(|it| it.known_value()).unwrap_or(0.0)).collect();
        Self { each, by_population: true, unknown }
    }
}

fn flows(measures: &Comparison, counting: &[DistrictIx], by_population: bool) -> Vec<Flow> {
    let flow = |it: &crate::analysis::compare::Move| Flow {
        from: it.from.map(AreaId),
        to: it.to.map(AreaId),
        districts: it.districts.iter().filter_map(|at| counting.get(*at)).copied().collect(),
        population: by_population.then_some(it.population),
    };
    let mut flows: Vec<_> = measures.moves.iter().map(flow).collect();
    flows.sort_by(|a, b| b.population.partial_cmp(&a.population).unwrap_or(std::cmp::Ordering::Equal));
    flows
}

/// Each plan comes with the areas of all districts, those that are switched off included.
fn likeness(measures: &Comparison, (a, all_a): (&Plan, &[Option<u32>]), (b, all_b): (&Plan, &[Option<u32>])) -> BTreeMap<AreaId, Likeness> {
    let together: BTreeSet<_> = all_a.iter().copied().zip(all_b.iter().copied()).collect();
    let alike = |of_a: &PlanningArea, of_b: &PlanningArea| of_a.name == of_b.name || together.contains(&(Some(of_a.id.0), Some(of_b.id.0)));
    let mut unused = Colour::AREAS.iter().filter(|it| a.areas.iter().all(|area| area.colour != **it)).copied().cycle();
    let mut like = |area: &PlanningArea| {
        let matched = measures.match_of_b(area.id.0).map(AreaId).and_then(|it| a.area(it)).filter(|it| alike(it, area));
        match matched {
            Some(it) => Likeness { matches: Some(it.id), name: it.name.clone(), chip: it.chip().to_owned(), colour: it.colour },
            None => Likeness {
                matches: None,
                name: area.name.clone(),
                chip: area.chip().to_owned(),
                colour: unused.next().unwrap_or(area.colour),
            },
        }
    };
    b.areas.iter().map(|it| (it.id, like(it))).collect()
}

fn borders(catalog: &Catalog, a: &[Option<u32>], b: &[Option<u32>]) -> Vec<BorderState> {
    let topology = &catalog.ground.topology;
    let parts = |labels: &[Option<u32>], left: DistrictIx, right: DistrictIx| labels.get(left.index()) != labels.get(right.index());
    let state = |arc: u32| {
        let arc = topology.arc(ArcIx(arc));
        match (arc.left, arc.right) {
            (Some(left), Some(right)) => match (parts(a, left, right), parts(b, left, right)) {
                (true, true) => BorderState::Shared,
                (false, true) => BorderState::Added,
                (true, false) => BorderState::Removed,
                (false, false) => BorderState::None,
            },
            _ => BorderState::None,
        }
    };
    (0..u32::try_from(topology.arc_count()).unwrap_or(u32::MAX)).map(state).collect()
}

fn inner_arcs(catalog: &Catalog) -> impl Iterator<Item = (usize, usize, f64)> {
    let topology = &catalog.ground.topology;
    (0..u32::try_from(topology.arc_count()).unwrap_or(u32::MAX)).filter_map(|it| {
        let arc = topology.arc(ArcIx(it));
        Some((arc.left?.index(), arc.right?.index(), arc.length))
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::{
        analysis::testing::{self, indicator, population, series},
        model::{
            indicator::{Indicator, Pooling, Role},
            value::Cell,
        },
    };

    fn compared(a: &Plan, b: &Plan, city: &[&str]) -> PlanComparison {
        let catalog = testing::catalog(4, 2, vec![population(&[100.0, 200.0, 300.0, 400.0])]);
        let city = CitySwitch::new(&catalog.register, &city.iter().map(|it| (*it).into()).collect(), false);
        PlanComparison::of(&catalog, a, b, &city, None).unwrap()
    }

    fn matching(compared: &PlanComparison) -> Vec<(u32, u32, usize)> {
        compared.measures.matching.iter().map(|it| (it.a, it.b, it.districts)).collect()
    }

    #[test]
    fn an_area_of_the_switched_off_city_is_neither_gone_nor_new() {
        let plan = testing::plan(&[("d0", 1), ("d1", 1), ("d2", 2), ("d3", 3)]);
        let compared = compared(&plan, &plan, &["d3"]);
        assert_eq!(matching(&compared), [(1, 1, 2), (2, 2, 1), (3, 3, 0)]);
        assert_eq!(compared.likeness[&AreaId(3)].matches, Some(AreaId(3)));
        assert_eq!((compared.measures.population_moved, compared.changed.len()), (0.0, 0));
    }

    #[test]
    fn an_empty_area_keeps_its_name_and_another_one_of_the_same_number_does_not_take_it() {
        let mut a = testing::plan(&[("d0", 1), ("d1", 1), ("d2", 1), ("d3", 1)]);
        a.areas.push(testing::area(2));
        let mut b = a.clone();
        assert_eq!(compared(&a, &b, &[]).likeness[&AreaId(2)].matches, Some(AreaId(2)));
        b.areas[1].name = "Leinetal".into();
        let renamed = compared(&a, &b, &[]);
        assert_eq!((renamed.likeness[&AreaId(2)].matches, renamed.likeness[&AreaId(2)].name.as_str()), (None, "Leinetal"));
    }

    /// Plans of different authors number their areas alike; what has nothing in common is another area all the same.
    #[test]
    fn areas_without_a_district_in_common_lend_each_other_no_name() {
        let a = testing::plan(&[("d0", 1), ("d1", 1), ("d2", 2)]);
        let mut b = testing::plan(&[("d0", 1), ("d1", 1), ("d3", 2)]);
        b.areas[1].name = "Nordkreis".into();
        let found = compared(&a, &b, &[]);
        assert_eq!(matching(&found), [(1, 1, 2), (2, 2, 0)], "the measure matches them as before");
        let like = &found.likeness[&AreaId(2)];
        assert_eq!((like.matches, like.name.as_str()), (None, "Nordkreis"));
        assert!(a.areas.iter().all(|it| it.colour != like.colour));
        b.areas[1].name = "Raum 2".into();
        assert_eq!(compared(&a, &b, &[]).likeness[&AreaId(2)].matches, Some(AreaId(2)), "moved as a whole, by its name");
    }

    #[test]
    fn people_are_those_of_the_period_shown() {
        let cells = |it: f64| [it, 100.0].map(Cell::known);
        let (old, new) = (cells(10.0), cells(30.0));
        let people = Indicator { role: Some(Role::Population), ..indicator("population", Pooling::Sum, 1.0) };
        let catalog = testing::catalog(2, 2, vec![series(people, &[("2019", &old), ("2023", &new)])]);
        let (a, b) = (testing::plan(&[("d0", 1), ("d1", 2)]), testing::plan(&[("d0", 2), ("d1", 2)]));
        for (period, moved) in [(None, 30.0), (Some("2024"), 30.0), (Some("2022"), 10.0)] {
            let period = period.and_then(Period::parse);
            let found = PlanComparison::of(&catalog, &a, &b, &CitySwitch::everybody(), period.as_ref()).unwrap();
            assert_eq!((found.measures.population_moved, found.flows[0].population), (moved, Some(moved)), "{period:?}");
        }
    }
}
