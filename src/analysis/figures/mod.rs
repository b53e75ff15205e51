//! Figures of a plan: how many people each area holds, how compact it is, and how evenly the plan shares.
//!
//! **Promise.** Definitions are those of the command line's contract: parts by shared borders, polygons by outer rings,
//! perimeter with holes, cut edges as rook pairs. What nobody counted is `None`, never 0.
//! **Who counts.** Switched-off districts count in no number of districts, population, mean, parity or Gini; the outline
//! still shows them. An area without any district that counts takes part in no mean.
//! **Not here.** The figures of a stroke in progress: `draft`. What may be shown: `disclosure`.

mod area;
mod cut;

pub(super) use area::figures as area_figures;
pub use area::{AreaFigures, Surface};
pub(super) use cut::CutEdges;

use std::collections::BTreeSet;

use crate::{
    analysis::{
        assignment::Assignment,
        balance,
        city::CitySwitch,
        pool::{AreaValue, Pool},
    },
    geometry::DistrictIx,
    model::{
        catalog::{Catalog, Series},
        id::{AreaId, IndicatorId},
        indicator::Role,
        period::Period,
        plan::{Plan, Target},
    },
};

/// All figures of a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanFigures {
    /// The areas in the plan's order.
    pub areas: Vec<AreaFigures>,
    /// What each area should hold; `None` where that is the mean and there is none.
    pub target: Option<f64>,
    /// Rook pairs in two different areas.
    pub cut_edges: usize,
    /// Rook pairs of which one side is assigned and the other isn't.
    pub cut_edges_unassigned: usize,
    /// Districts without area, in register order.
    pub unassigned: Vec<DistrictIx>,
    /// max |P − target| / target; `None` where an area's amount isn't known.
    pub max_deviation: Option<f64>,
    /// max |P − mean| / mean.
    pub parity: Option<f64>,
    /// Σ|xᵢ−xⱼ| / (2n²·mean).
    pub gini: Option<f64>,
    /// The indicator that is balanced; `None` where there is no population.
    pub balanced: Option<IndicatorId>,
    /// Its period.
    pub period: Option<Period>,
}

/// What figures are asked of.
#[derive(Debug, Clone, Default)]
pub struct FigureOptions {
    /// The period shown; `None` is each series' latest known.
    pub period: Option<Period>,
    /// What is balanced instead of the plan's own choice.
    pub balance: Option<IndicatorId>,
    /// Who counts.
    pub city: CitySwitch,
}

/// A series and the number of the period that is asked of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Asked<'a> {
    /// Where the series stands in the catalog.
    pub number: usize,
    pub series: &'a Series,
    pub period: usize,
}

impl<'a> Asked<'a> {
    /// The series that `wanted` accepts, at the latest period not after `period`, without one the latest known.
    pub(super) fn of(catalog: &'a Catalog, period: Option<&Period>, wanted: impl Fn(&Series) -> bool) -> Option<Self> {
        let (number, series) = catalog.series().iter().enumerate().find(|it| wanted(it.1))?;
        let period = period.map_or_else(|| series.latest_known(), |it| series.latest_until(it))?;
        Some(Self { number, series, period })
    }

    pub(super) fn population(catalog: &'a Catalog, period: Option<&Period>) -> Option<Self> {
        Self::of(catalog, period, |it| it.indicator.role == Some(Role::Population))
    }

    /// The one named, else the plan's choice, else the population.
    pub(super) fn balanced(catalog: &'a Catalog, plan: &Plan, options: &FigureOptions) -> Option<Self> {
        match options.balance.as_ref().or(plan.balance.as_ref()) {
            Some(id) => Self::of(catalog, options.period.as_ref(), |it| it.indicator.id == *id),
            None => Self::population(catalog, options.period.as_ref()),
        }
    }
}

impl PlanFigures {
    /// The figures of a plan: O(districts + length of all outlines).
    pub fn of(catalog: &Catalog, plan: &Plan, assignment: &Assignment, options: &FigureOptions) -> Self {
        let people = Asked::population(catalog, options.period.as_ref());
        let balanced = Asked::balanced(catalog, plan, options);
        let pool = |it: Asked<'_>, label: usize| {
            Pool::at(catalog, it.series, it.period, &options.city).area(assignment.members(label).iter().copied())
        };
        let area = |label| {
            let (population, amount) = (people.map(|it| pool(it, label)), balanced.map(|it| pool(it, label)));
            area_figures(catalog, assignment, label, &options.city, population, amount)
        };
        let mut figures = Self {
            areas: (0..assignment.areas().len()).filter_map(area).collect(),
            unassigned: assignment.unassigned().to_vec(),
            balanced: balanced.map(|it| it.series.indicator.id.clone()),
            period: balanced.and_then(|it| it.series.periods().get(it.period)).cloned(),
            ..Self::none()
        };
        figures.set_cuts(CutEdges::of(&catalog.ground.topology, assignment));
        figures.balance(&plan.target);
        figures
    }

    /// No area, nothing known.
    pub(super) fn none() -> Self {
        Self {
            areas: Vec::new(),
            target: None,
            cut_edges: 0,
            cut_edges_unassigned: 0,
            unassigned: Vec::new(),
            max_deviation: None,
            parity: None,
            gini: None,
            balanced: None,
            period: None,
        }
    }

    /// Becomes equal to figures of the same plan and period that differ only in what these areas hold, and in what follows
    /// from it for all; `open` says whether also in who is without area.
    pub(super) fn take_over(&mut self, other: &Self, areas: &BTreeSet<usize>, open: bool) {
        for label in areas {
            if let Some((place, other)) = self.areas.get_mut(*label).zip(other.areas.get(*label)) {
                place.clone_from(other);
            }
        }
        for (place, other) in self.areas.iter_mut().zip(&other.areas) {
            (place.deviation, place.has_target) = (other.deviation, other.has_target);
        }
        if open {
            self.unassigned.clone_from(&other.unassigned);
        }
        (self.target, self.max_deviation, self.parity, self.gini) = (other.target, other.max_deviation, other.parity, other.gini);
        (self.cut_edges, self.cut_edges_unassigned) = (other.cut_edges, other.cut_edges_unassigned);
    }

    pub(super) fn set_cuts(&mut self, cuts: CutEdges) {
        self.cut_edges = cuts.between_areas;
        self.cut_edges_unassigned = cuts.to_unassigned;
    }

    /// Works out target, deviations, parity and Gini from the areas' amounts.
    pub(super) fn balance(&mut self, target: &Target) {
        for area in &mut self.areas {
            area.has_target = *target != Target::MeanBesideCity || !area.is_city;
        }
        let measured = self.amounts(|it| it.has_target);
        let mean = (!measured.is_empty()).then(|| measured.iter().sum::<f64>() / measured.len() as f64);
        self.target = match target {
            Target::Mean | Target::MeanBesideCity => mean,
            Target::Fixed(wanted) => Some(*wanted),
        };
        self.max_deviation = self.target.and_then(|it| balance::max_deviation(&measured, it));
        let all = self.amounts(|_| true);
        self.parity = balance::parity(&all);
        self.gini = balance::gini(&all);
        let target = self.target.filter(|it| *it > 0.0);
        for area in &mut self.areas {
            let amount = area.amount.and_then(|it: AreaValue| it.value).filter(|_| area.districts > 0 && area.has_target);
            area.deviation = amount.zip(target).map(|(amount, target)| (amount - target) / target);
        }
    }

    /// What those of the areas hold that hold districts; empty where one of them is unknown.
    fn amounts(&self, of: impl Fn(&AreaFigures) -> bool) -> Vec<f64> {
        let held = self.areas.iter().filter(|it| it.districts > 0 && of(it));
        held.map(|it| it.amount?.value).collect::<Option<_>>().unwrap_or_default()
    }

    /// What the mean rests on: the amounts of the areas with a target that hold districts together, and how many they are.
    /// `None` where one of them is unknown, or there are none.
    pub fn held(&self) -> Option<(f64, usize)> {
        let amounts = self.amounts(|it| it.has_target);
        (!amounts.is_empty()).then(|| (amounts.iter().sum(), amounts.len()))
    }

    /// How many areas are measured by the target, empty ones among them.
    pub fn with_target(&self) -> usize {
        self.areas.iter().filter(|it| it.has_target).count()
    }

    /// The figures of an area.
    pub fn area(&self, area: AreaId) -> Option<&AreaFigures> {
        self.areas.iter().find(|it| it.area == area)
    }
}

#[cfg(test)]
mod tests;
