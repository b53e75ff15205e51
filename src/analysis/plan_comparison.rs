//! Two plans on the same districts: who changes area, which borders change, and which area of B is which of A.
//!
//! **Promise.** The figures are those of [`compare`](crate::analysis::compare::compare) on the districts that count. An area's id is
//! the code that is shown, in natural order: ties go by it, and areas that have no partner by people or districts match by equal
//! code, also where a plan has nothing in one of them that counts (it is empty, or all of the city while that is switched off).
//! Numbers within the program decide nothing. People whom nobody counted are no zero: whatever they take part in is partial, and
//! the measures of the whole are not known.
//! Areas of B that match one of A carry its name and colour, if they have a district or the name in common, and their own name
//! behind it where that is another; all others carry their own name, and a chip and a colour that A does not use.
//! **Not here.** What may be shown: `disclosure`.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap, HashSet},
    sync::Arc,
};

use crate::{
    analysis::{
        city::CitySwitch,
        compare::{BorderChange, Comparison, Match, Move, Unweighted, border_change, compare},
        pool::{AreaValue, Pool},
    },
    geometry::{ArcIx, DistrictIx},
    model::{
        catalog::{Catalog, Series},
        id::AreaId,
        indicator::{Role, Scope},
        natural_order::natural_order,
        period::Period,
        plan::Plan,
        planning_area::{Colour, PlanningArea},
        value::{Cell, State},
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
    /// People in them; partial where some are not counted, missing where nobody is.
    pub population: AreaValue,
}

/// Two areas that belong together.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    /// The area of A.
    pub a: AreaId,
    /// The area of B.
    pub b: AreaId,
    /// Districts in both.
    pub districts: usize,
    /// People in them.
    pub population: AreaValue,
}

/// How far two plans are apart, weighed by people.
#[derive(Debug, Clone, PartialEq)]
pub struct Moved {
    /// People not in the area matched with theirs.
    pub people: AreaValue,
    /// Their share of all; `None` unless `state` is known, like the following.
    pub share: Option<f64>,
    /// H(A|B) + H(B|A), natural logarithm.
    pub variation_of_information: Option<f64>,
    /// 1 − I(A;B) / max(H(A), H(B)).
    pub normalised_information_distance: Option<f64>,
    /// Known if the people of every district are: one that is missing or secret would weigh nothing in all three. Where nobody
    /// counted people every district weighs 1, and that is known.
    pub state: State,
}

/// What an area of B is called and coloured like.
#[derive(Debug, Clone, PartialEq)]
pub struct Likeness {
    /// The area of A that it matches.
    pub matches: Option<AreaId>,
    /// The name to show: that of the area it matches, else its own.
    pub name: String,
    /// Its own name in B, where that is another one.
    pub renamed: Option<String>,
    /// The chip to show.
    pub chip: String,
    /// The colour to show.
    pub colour: Colour,
}

impl Likeness {
    /// „Südharz“, or „Südharz → Harzrand“ where the area is called otherwise in B.
    pub fn names(&self) -> String {
        renamed(&self.name, self.renamed.as_deref())
    }
}

/// A name in A, and the one in B behind it where that is another.
pub fn renamed(in_a: &str, in_b: Option<&str>) -> String {
    match in_b.filter(|it| *it != in_a) {
        Some(in_b) => format!("{in_a} → {in_b}"),
        None => in_a.to_owned(),
    }
}

impl Moved {
    /// Nothing that can be told, and why.
    pub(super) fn without_numbers(state: State) -> Self {
        let people = AreaValue::without_number(state);
        Self { people, share: None, variation_of_information: None, normalised_information_distance: None, state }
    }
}

/// Two plans compared.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanComparison {
    /// Areas that belong together, by id in A.
    pub pairs: Vec<Pair>,
    /// How far the plans are apart.
    pub moved: Moved,
    /// Agreement on pairs of districts; counts districts.
    pub adjusted_rand_index: f64,
    /// The same with every district weighing 1.
    pub unweighted: Unweighted,
    /// Whether districts were weighed by people; else each weighs 1.
    pub weighted_by_population: bool,
    /// Everybody who counts.
    pub population: AreaValue,
    /// Who counted, and when; `None` where nobody did.
    pub counted: Option<(Arc<Series>, Period)>,
    /// Who goes where, most people first.
    pub flows: Vec<Flow>,
    /// The areas of B by their likeness.
    pub likeness: BTreeMap<AreaId, Likeness>,
    /// Each arc's change, in the order of the topology.
    pub borders: Vec<BorderState>,
    /// Metres of border kept, new and gone.
    pub border_lengths: BorderChange,
    /// Districts that change area, in register order.
    pub changed: Vec<DistrictIx>,
    /// Districts whose population is unknown and therefore weighs nothing in the matching.
    pub without_population: usize,
}

impl PlanComparison {
    /// An area of the later plan with chip, colour and name of the one of A that it matches; of both names where they differ.
    pub fn painted(&self, of_b: &PlanningArea) -> PlanningArea {
        let mut area = of_b.clone();
        if let Some(like) = self.likeness.get(&of_b.id) {
            (area.colour, area.name, area.code) = (like.colour, like.names(), like.chip.clone());
        }
        area
    }

    /// The later plan with its areas coloured and named like those of A that they match: for a map beside A's.
    pub fn in_a(&self, b: &Plan) -> Plan {
        let mut plan = b.clone();
        for area in &mut plan.areas {
            if let Some(like) = self.likeness.get(&area.id) {
                (area.colour, area.name) = (like.colour, like.name.clone());
                area.code = Some(like.chip.clone()).filter(|it| !it.is_empty()).unwrap_or_else(|| area.code.clone());
            }
        }
        plan
    }

    /// Compares B with A. Districts of a city that is switched off take no part. People are those of the latest count not after
    /// `period`, without one the latest. `None` only if the plans' labels could not be laid side by side.
    pub fn of(catalog: &Catalog, a: &Plan, b: &Plan, city: &CitySwitch, period: Option<&Period>) -> Option<Self> {
        Self::signed(catalog, (a, b), city, period, &mut NewSigns::beside(a, &[b]))
    }

    /// Compares a plan with A that is shown beside others: the one at `place` of `others`. On all maps together a chip stands for
    /// one area, and so does a colour: what an area in a plan before it got, none gets here. `None` also without a plan there.
    pub fn among(
        catalog: &Catalog,
        a: &Plan,
        (others, place): (&[&Plan], usize),
        city: &CitySwitch,
        period: Option<&Period>,
    ) -> Option<Self> {
        let mut signs = NewSigns::beside(a, others);
        let signed = others.iter().take(place + 1).map(|it| Self::signed(catalog, (a, it), city, period, &mut signs));
        signed.collect::<Option<Vec<_>>>()?.into_iter().nth(place)
    }

    fn signed(catalog: &Catalog, (a, b): (&Plan, &Plan), city: &CitySwitch, period: Option<&Period>, signs: &mut NewSigns) -> Option<Self> {
        let counting: Vec<DistrictIx> = catalog.register.iter().map(|(at, _)| at).filter(|at| city.counts(*at, Scope::All)).collect();
        let (label_a, label_b) = (labels(catalog, a, &counting), labels(catalog, b, &counting));
        let people = People::of(catalog, city, period);
        let (weights, unknown) = people.weights(&counting);
        let measures = by_code(a, b, &label_a, &label_b, &weights)?;
        let flows = flows(&measures, &counting, &people);
        let mut changed: Vec<_> = flows.iter().flat_map(|it| it.districts.iter().copied()).collect();
        changed.sort();
        let (all_a, all_b) = (all_labels(catalog, a), all_labels(catalog, b));
        let population = people.of_all(&counting);
        Some(Self {
            likeness: likeness(&measures, (a, &all_a), (b, &all_b), signs),
            borders: borders(catalog, &all_a, &all_b),
            border_lengths: border_change(inner_arcs(catalog), &all_a, &all_b),
            pairs: pairs(&measures, &counting, (&label_a, &label_b), &people),
            moved: moved(&measures, &people, &changed, if people.pool.is_some() { population.state } else { State::Known }),
            adjusted_rand_index: measures.adjusted_rand_index,
            unweighted: measures.unweighted,
            weighted_by_population: people.pool.is_some(),
            counted: people.counted,
            population,
            without_population: unknown,
            flows,
            changed,
        })
    }
}

/// The comparison in which ties go to the smallest code: areas are numbered by the codes of both plans in natural order while it is
/// made, and bear their own ids again afterwards. The matching stands in the order of A's codes.
fn by_code(a: &Plan, b: &Plan, label_a: &[Option<u32>], label_b: &[Option<u32>], weights: &[f64]) -> Option<Comparison> {
    let mut codes: Vec<&str> = a.areas.iter().chain(&b.areas).map(|it| it.code.as_str()).collect();
    codes.sort_unstable_by(|one, other| natural_order(one, other));
    codes.dedup();
    let (in_a, in_b) = (Numbered::of(a, &codes), Numbered::of(b, &codes));
    let (labels_a, labels_b) = (in_a.labels(label_a), in_b.labels(label_b));
    let mut measures = compare(&labels_a, &labels_b, weights)?;
    let paired = |it: fn(&Match) -> u32| measures.matching.iter().map(it).collect::<BTreeSet<u32>>();
    let (paired_a, paired_b) = (paired(|it| it.a), paired(|it| it.b));
    let alone = |it: &u32| in_a.has(*it) && in_b.has(*it) && !paired_a.contains(it) && !paired_b.contains(it);
    let left: Vec<u32> = (0..).take(codes.len()).filter(alone).collect();
    measures.matching.extend(left.into_iter().map(|it| Match { a: it, b: it, population: 0.0, districts: 0 }));
    measures.matching.sort_by_key(|it| it.a);
    for it in &mut measures.matching {
        (it.a, it.b) = (in_a.id(it.a), in_b.id(it.b));
    }
    for it in &mut measures.moves {
        (it.from, it.to) = (it.from.map(|it| in_a.id(it)), it.to.map(|it| in_b.id(it)));
    }
    for it in &mut measures.continuity {
        (it.area, it.largest_part_in) = (in_a.id(it.area), it.largest_part_in.map(|it| in_b.id(it)));
    }
    Some(measures)
}

/// A plan's areas by the place of their code among the codes of both plans.
struct Numbered {
    place: HashMap<u32, u32>,
    id: HashMap<u32, u32>,
}

impl Numbered {
    fn of(plan: &Plan, codes: &[&str]) -> Self {
        let place = |it: &PlanningArea| codes.binary_search_by(|code| natural_order(code, &it.code)).ok();
        let numbered = plan.areas.iter().filter_map(|it| Some((it.id.0, u32::try_from(place(it)?).ok()?)));
        let place: HashMap<u32, u32> = numbered.collect();
        Self { id: place.iter().map(|(id, place)| (*place, *id)).collect(), place }
    }

    fn labels(&self, ids: &[Option<u32>]) -> Vec<Option<u32>> {
        ids.iter().map(|it| self.place.get(&(*it)?).copied()).collect()
    }

    fn has(&self, place: u32) -> bool {
        self.id.contains_key(&place)
    }

    fn id(&self, place: u32) -> u32 {
        self.id.get(&place).copied().unwrap_or(place)
    }
}

fn labels(catalog: &Catalog, plan: &Plan, districts: &[DistrictIx]) -> Vec<Option<u32>> {
    let label = |it: &DistrictIx| catalog.register.get(*it).and_then(|it| plan.area_of.get(&it.key)).map(|it| it.0);
    districts.iter().map(label).collect()
}

fn all_labels(catalog: &Catalog, plan: &Plan) -> Vec<Option<u32>> {
    catalog.register.districts().iter().map(|it| plan.area_of.get(&it.key).map(|it| it.0)).collect()
}

/// Who counts people, and how many live where.
struct People<'a> {
    pool: Option<Pool<'a>>,
    counted: Option<(Arc<Series>, Period)>,
}

impl<'a> People<'a> {
    fn of(catalog: &'a Catalog, city: &'a CitySwitch, period: Option<&Period>) -> Self {
        let at = |series: &Series| period.map_or_else(|| series.latest_known(), |it| series.latest_until(it));
        let found = catalog.with_role(Role::Population).and_then(|it| Some((it, at(it)?)));
        Self {
            pool: found.map(|(series, at)| Pool::at(catalog, series, at, city)),
            counted: found.and_then(|(series, at)| Some((Arc::clone(series), series.periods().get(at)?.clone()))),
        }
    }

    /// What each district weighs, and how many weigh nothing because nobody knows; without a count each weighs 1.
    fn weights(&self, districts: &[DistrictIx]) -> (Vec<f64>, usize) {
        let Some(pool) = &self.pool else { return (vec![1.0; districts.len()], 0) };
        let known: Vec<Option<f64>> = districts.iter().map(|it| pool.cell(*it).known_value()).collect();
        let unknown = known.iter().filter(|it| it.is_none()).count();
        (known.into_iter().map(|it| it.unwrap_or(0.0)).collect(), unknown)
    }

    /// People in these districts together; no district, no people.
    fn of_all(&self, districts: &[DistrictIx]) -> AreaValue {
        match &self.pool {
            None => AreaValue::without_number(Cell::ABSENT.state),
            Some(_) if districts.is_empty() => AreaValue { value: Some(0.0), ..AreaValue::without_number(State::Known) },
            Some(pool) => pool.area(districts.iter().copied()),
        }
    }
}

fn moved(measures: &Comparison, people: &People<'_>, changed: &[DistrictIx], state: State) -> Moved {
    let known = |it: Option<f64>| it.filter(|_| state == State::Known);
    let all = people.of_all(changed);
    Moved {
        people: AreaValue { value: all.value.map(|_| measures.population_moved), ..all },
        share: known(measures.share_moved),
        variation_of_information: known(measures.variation_of_information),
        normalised_information_distance: known(measures.normalised_information_distance),
        state,
    }
}

fn pairs(
    measures: &Comparison,
    counting: &[DistrictIx],
    (label_a, label_b): (&[Option<u32>], &[Option<u32>]),
    people: &People<'_>,
) -> Vec<Pair> {
    let mut common: HashMap<(u32, u32), Vec<DistrictIx>> = HashMap::new();
    for ((district, a), b) in counting.iter().zip(label_a).zip(label_b) {
        if let Some(both) = a.zip(*b) {
            common.entry(both).or_default().push(*district);
        }
    }
    let pair = |it: &Match| Pair {
        a: AreaId(it.a),
        b: AreaId(it.b),
        districts: it.districts,
        population: people.of_all(common.get(&(it.a, it.b)).map_or(&[], Vec::as_slice)),
    };
    measures.matching.iter().map(pair).collect()
}

fn flows(measures: &Comparison, counting: &[DistrictIx], people: &People<'_>) -> Vec<Flow> {
    let flow = |it: &Move| {
        let districts: Vec<DistrictIx> = it.districts.iter().filter_map(|at| counting.get(*at)).copied().collect();
        Flow { from: it.from.map(AreaId), to: it.to.map(AreaId), population: people.of_all(&districts), districts }
    };
    let mut flows: Vec<_> = measures.moves.iter().map(flow).collect();
    let size = |it: &Flow| it.population.value.or(it.population.at_least).unwrap_or(-1.0);
    flows.sort_by(|a, b| size(b).total_cmp(&size(a)));
    flows
}

/// Each plan comes with the areas of all districts, those that are switched off included.
fn likeness(
    measures: &Comparison,
    (a, all_a): (&Plan, &[Option<u32>]),
    (b, all_b): (&Plan, &[Option<u32>]),
    signs: &mut NewSigns,
) -> BTreeMap<AreaId, Likeness> {
    let together: BTreeSet<_> = all_a.iter().copied().zip(all_b.iter().copied()).collect();
    let alike = |of_a: &PlanningArea, of_b: &PlanningArea| of_a.name == of_b.name || together.contains(&(Some(of_a.id.0), Some(of_b.id.0)));
    let mut like = |area: &PlanningArea| {
        let matched = measures.match_of_b(area.id.0).map(AreaId).and_then(|it| a.area(it)).filter(|it| alike(it, area));
        match matched {
            Some(it) => Likeness {
                matches: Some(it.id),
                name: it.name.clone(),
                renamed: Some(area.name.clone()).filter(|name| *name != it.name),
                chip: it.chip().to_owned(),
                colour: it.colour,
            },
            None => Likeness {
                matches: None,
                name: area.name.clone(),
                renamed: None,
                chip: signs.chip(area),
                colour: signs.colour().unwrap_or(area.colour),
            },
        }
    };
    b.areas.iter().map(|it| (it.id, like(it))).collect()
}

/// Chips and colours for areas of other plans that none of A matches: each stands for one area, and none for one of A.
struct NewSigns {
    chips: BTreeSet<String>,
    of_others: BTreeSet<String>,
    colours: HashSet<Colour>,
    next: u32,
}

impl NewSigns {
    fn beside(a: &Plan, others: &[&Plan]) -> Self {
        let chips = |plan: &Plan| plan.areas.iter().map(|it| it.chip().to_owned()).collect::<Vec<_>>();
        let of_others = others.iter().flat_map(|it| chips(it)).collect();
        Self { chips: chips(a).into_iter().collect(), of_others, colours: a.areas.iter().map(|it| it.colour).collect(), next: 1 }
    }

    /// Its own chip, if no area of A and none before has it; else the next number that is a chip in no plan.
    fn chip(&mut self, area: &PlanningArea) -> String {
        let own = area.chip().to_owned();
        if self.chips.insert(own.clone()) {
            return own;
        }
        loop {
            let number = self.next.to_string();
            self.next += 1;
            if !self.of_others.contains(&number) && self.chips.insert(number.clone()) {
                return number;
            }
        }
    }

    /// The next colour that no area of A has, the twelve first, then lighter ones of them.
    fn colour(&mut self) -> Option<Colour> {
        (0..=u8::MAX).flat_map(|round| Colour::AREAS.map(|it| it.lighter(round))).find(|it| self.colours.insert(*it))
    }
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
mod tests;
