//! Two plans on the same districts: who changes area, which borders change, and which area of B is which of A.
//!
//! **Promise.** The figures are those of [`compare`](crate::analysis::compare::compare) on the districts that count;
//! areas of B that match one of A carry its name and colour, new ones a colour that A does not use.

use std::collections::BTreeMap;

use crate::{
    analysis::{
        city::CitySwitch,
        compare::{BorderChange, Comparison, border_change, compare},
    },
    geometry::{ArcIx, DistrictIx},
    model::{catalog::Catalog, id::AreaId, indicator::Scope, plan::Plan, planning_area::Colour, value::State},
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
    /// Compares B with A. Districts of a city that is switched off take no part. `None` only if the plans' labels could not be laid side by side.
    pub fn of(catalog: &Catalog, a: &Plan, b: &Plan, city: &CitySwitch) -> Option<Self> {
        let counting: Vec<DistrictIx> = catalog.register.iter().map(|(at, _)| at).filter(|at| city.counts(*at, Scope::All)).collect();
        let (label_a, label_b) = (labels(catalog, a, &counting), labels(catalog, b, &counting));
        let weights = Weights::of(catalog, &counting);
        let measures = compare(&label_a, &label_b, &weights.each)?;
        let flows = flows(&measures, &counting, weights.by_population);
        let mut changed: Vec<_> = flows.iter().flat_map(|it| it.districts.iter().copied()).collect();
        changed.sort();
        let (all_a, all_b) = (all_labels(catalog, a), all_labels(catalog, b));
        Some(Self {
            likeness: likeness(&measures, a, b),
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
    fn of(catalog: &Catalog, districts: &[DistrictIx]) -> Self {
        let Some((_, cells)) = catalog.population(None) else {
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

fn likeness(measures: &Comparison, a: &Plan, b: &Plan) -> BTreeMap<AreaId, Likeness> {
    let mut unused = Colour::AREAS.iter().filter(|it| a.areas.iter().all(|area| area.colour != **it)).copied().cycle();
    let mut like = |area: &crate::model::planning_area::PlanningArea| {
        let matched = measures.match_of_b(area.id.0).map(AreaId).and_then(|it| a.area(it));
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
