//! Overlay: one indicator at one period, on districts or on the areas of a plan, as it may be shown.
//!
//! **Promise.** Values pass disclosure before anything is made of them: what is hidden is in no class and has no rank.
//! Only known values are classed and ranked; missing, secret, uninhabited and switched-off units never are.
//! **Not here.** Colours and hatches (`cartography`), how breaks are found (`classify`).

mod rank;
mod units;

use std::collections::BTreeSet;

pub use rank::Rank;

use crate::{
    analysis::{
        assignment::Assignment,
        city::CitySwitch,
        classify::{Classes, Method, classify},
        disclosure,
        pool::{AreaValue, Pool},
    },
    geometry::DistrictIx,
    model::{
        catalog::{Catalog, Series},
        classing::{ClassMethod, Classing},
        id::{AreaId, DistrictKey, IndicatorId},
        indicator::{Indicator, Scope},
        period::Period,
        plan::Plan,
        released::{Profile, Released},
        saved_view::Level,
        value::{MissingReason, State},
    },
    words::{Message, say},
};

/// What is asked.
#[derive(Debug, Clone, PartialEq)]
pub struct OverlayQuestion {
    /// Which indicator.
    pub indicator: IndicatorId,
    /// Which period; `None` is the latest with a known value.
    pub period: Option<Period>,
    /// Districts or areas.
    pub level: Level,
    /// How it is classed.
    pub classing: Classing,
    /// The city's keys.
    pub city: BTreeSet<DistrictKey>,
    /// Whether the city counts.
    pub with_city: bool,
    /// Who looks.
    pub profile: Profile,
}

impl OverlayQuestion {
    /// The usual question: latest period, districts, natural breaks, everybody counts, everything shown.
    pub fn about(indicator: IndicatorId) -> Self {
        Self {
            indicator,
            period: None,
            level: Level::Districts,
            classing: Classing::default(),
            city: BTreeSet::new(),
            with_city: true,
            profile: Profile::Intern,
        }
    }
}

/// Why there is no overlay.
#[derive(Debug, Clone, PartialEq)]
pub enum OverlayError {
    /// The catalog has no such indicator.
    NoSuchIndicator(IndicatorId),
    /// The indicator has no value at all, or none at the period asked for: that period, and those there are.
    NoSuchPeriod(Option<Period>, Vec<Period>),
    /// Areas were asked for, but no plan was given.
    NoPlan,
}

impl OverlayError {
    /// The sentence for the planner.
    pub fn message(&self) -> Message {
        match self {
            Self::NoSuchIndicator(id) => say!("analysis-overlay-no-such-indicator", id = id.as_str()),
            Self::NoSuchPeriod(Some(period), present) => {
                let present: Vec<_> = present.iter().map(|it| crate::words::Arg::Date(it.to_string())).collect();
                say!("analysis-overlay-no-such-period", period = crate::words::Arg::Date(period.to_string()), present)
            }
            Self::NoSuchPeriod(None, _) => say!("analysis-overlay-no-values"),
            Self::NoPlan => say!("analysis-overlay-no-plan"),
        }
    }
}

/// One indicator at one period on all units.
#[derive(Debug, Clone, PartialEq)]
pub struct Overlay {
    /// Which indicator.
    pub indicator: Indicator,
    /// Which period.
    pub period: Period,
    /// Districts or areas.
    pub level: Level,
    /// The units, districts in register order or areas in the plan's order.
    pub units: Vec<Unit>,
    /// The classes; `None` where no unit has a value to class.
    pub classes: Option<Classes>,
    /// All districts that count together.
    pub county: AreaValue,
    /// Units by kind, for the legend.
    pub counts: StateCounts,
    /// Whether city districts are left out of the county: switched off, or the series is without them, whoever the city is.
    pub without_city: bool,
    /// Under which rule it is shown.
    pub profile: Profile,
}

/// One unit of an overlay.
#[derive(Debug, Clone, PartialEq)]
pub struct Unit {
    /// The district's key or the area's code.
    pub key: String,
    /// Its name for people.
    pub name: String,
    /// The district, if the unit is one.
    pub district: Option<DistrictIx>,
    /// The area; of a district the one it is assigned to, if a plan was given.
    pub area: Option<AreaId>,
    /// Its value.
    pub value: AreaValue,
    /// How it is drawn.
    pub class: UnitClass,
    /// Its place among the known values.
    pub rank: Option<Rank>,
}

impl Unit {
    /// Whether only a part of its districts delivers: its value is an estimate, a lower bound, or nothing at all.
    pub fn is_partly_known(&self) -> bool {
        matches!(self.class, UnitClass::Estimated(_) | UnitClass::Partial)
    }
}

/// How a unit is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum UnitClass {
    /// In the colour of a class, counted from 0.
    Class(u8),
    /// Partial with an estimate: hatched in the colour of a class.
    Estimated(u8),
    /// Partial without one.
    Partial,
    /// Secret.
    Secret,
    /// Not there.
    Missing(MissingReason),
    /// Nobody lives there.
    Uninhabited,
    /// Does not count, because the city is switched off.
    SwitchedOff,
    /// Cannot be pooled: a range instead of a value.
    Range,
}

impl Overlay {
    /// How many units count but have no rank, because no certain value of theirs is known or may be told: estimated, partial,
    /// secret, missing. Uninhabited and switched-off ones take part in nothing. O(units).
    pub fn unranked(&self) -> usize {
        let takes_part = |it: &&Unit| !matches!(it.class, UnitClass::Uninhabited | UnitClass::SwitchedOff);
        self.units.iter().filter(takes_part).filter(|it| it.rank.is_none()).count()
    }
}

/// How many units of which kind there are. Classed ones are counted in [`Classes::counts`] too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct StateCounts {
    /// With a known, classed value.
    pub known: usize,
    /// Partial with an estimate.
    pub estimated: usize,
    /// Partial without one.
    pub partial: usize,
    /// Secret.
    pub secret: usize,
    /// Missing.
    pub missing: usize,
    /// Uninhabited.
    pub uninhabited: usize,
    /// Switched off.
    pub switched_off: usize,
    /// Shown as a range.
    pub range: usize,
    /// Districts without area, at the level of areas.
    pub unassigned: usize,
}

impl StateCounts {
    fn of(units: &[Unit], unassigned: usize) -> Self {
        let mut counts = Self { unassigned, ..Self::default() };
        for unit in units {
            *counts.place(unit.class) += 1;
        }
        counts
    }

    fn place(&mut self, class: UnitClass) -> &mut usize {
        match class {
            UnitClass::Class(_) => &mut self.known,
            UnitClass::Estimated(_) => &mut self.estimated,
            UnitClass::Partial => &mut self.partial,
            UnitClass::Secret => &mut self.secret,
            UnitClass::Missing(_) => &mut self.missing,
            UnitClass::Uninhabited => &mut self.uninhabited,
            UnitClass::SwitchedOff => &mut self.switched_off,
            UnitClass::Range => &mut self.range,
        }
    }
}

impl Overlay {
    /// The value of an area, where areas are the units.
    pub fn area_value(&self, area: AreaId) -> Option<&AreaValue> {
        self.units.iter().find(|it| it.area == Some(area) && it.district.is_none()).map(|it| &it.value)
    }

    /// A unit as it is drawn once it has another value: the classes stay, its rank is open until everything is asked anew.
    pub fn revalued(&self, unit: &Unit, value: &Released<AreaValue>) -> Unit {
        let class = if value.get().parts.wanted() == 0 { unit.class } else { UnitClass::Partial };
        let mut unit = Unit { value: *value.get(), class, rank: None, ..unit.clone() };
        unit.class = unit.class_by_state();
        if let Some(classes) = &self.classes {
            unit.join(classes);
        }
        unit
    }

    /// The class that a unit of another overlay would have here: an area among the districts, by what may be seen of it.
    pub fn class_among(&self, unit: &Unit) -> UnitClass {
        let mut unit = unit.clone();
        unit.class = unit.class_by_state();
        if let Some(classes) = &self.classes {
            unit.join(classes);
        }
        unit.class
    }

    /// The answer, after disclosure under the question's profile.
    pub fn of(catalog: &Catalog, plan: Option<(&Plan, &Assignment)>, question: &OverlayQuestion) -> Result<Released<Self>, OverlayError> {
        let unknown = || OverlayError::NoSuchIndicator(question.indicator.clone());
        let series = catalog.find(&question.indicator).ok_or_else(unknown)?;
        let (at, period) = period_of(series, question.period.as_ref())?;
        let city = CitySwitch::new(&catalog.register, &question.city, question.with_city);
        let pool = Pool::at(catalog, series, at, &city);
        let mut units = match question.level {
            Level::Districts => units::districts(catalog, plan.map(|it| it.1), &pool),
            Level::Areas => units::areas(plan.ok_or(OverlayError::NoPlan)?, &pool),
        };
        for unit in &mut units {
            unit.value = disclosure::hidden(unit.value, &series.indicator, question.profile);
            unit.class = unit.class_by_state();
        }
        let classes = class(&mut units, &question.classing);
        rank::give(&mut units);
        let unassigned = plan.filter(|_| question.level == Level::Areas).map_or(0, |it| it.1.unassigned().len());
        let county = pool.county();
        Ok(disclosure::release_overlay(Self {
            counts: StateCounts::of(&units, unassigned),
            indicator: series.indicator_at(at),
            period,
            level: question.level,
            units,
            classes,
            without_city: county.city_left_out || series.indicator.scope == Scope::WithoutCity,
            county,
            profile: question.profile,
        }))
    }

    /// The unit of a district, at the level of districts.
    pub fn unit_of(&self, district: DistrictIx) -> Option<&Unit> {
        self.units.get(district.index()).filter(|it| it.district == Some(district))
    }

    /// The known values that are classed, in the order of the units: for the histogram.
    pub fn classed_values(&self) -> Vec<f64> {
        self.units.iter().filter(|it| matches!(it.class, UnitClass::Class(_))).filter_map(|it| it.value.value).collect()
    }
}

fn period_of(series: &Series, asked: Option<&Period>) -> Result<(usize, Period), OverlayError> {
    let at = match asked {
        Some(period) => series.period_index(period),
        None => series.latest_known().or(series.periods().len().checked_sub(1)),
    };
    let found = at.and_then(|at| Some((at, series.periods().get(at)?.clone())));
    found.ok_or_else(|| OverlayError::NoSuchPeriod(asked.cloned(), series.periods().to_vec()))
}

impl Unit {
    /// Takes its place among the classes, if it has a number.
    fn join(&mut self, classes: &Classes) {
        let class = self.value.shown().and_then(|it| classes.class_of(it)).and_then(|it| u8::try_from(it).ok()).unwrap_or(0);
        if let UnitClass::Class(place) | UnitClass::Estimated(place) = &mut self.class {
            *place = class;
        }
    }

    /// The kind of the unit before classes are known: `Class(0)` and `Estimated(0)` stand for "to be classed".
    fn class_by_state(&self) -> UnitClass {
        match (self.class, self.value.state) {
            (UnitClass::Uninhabited | UnitClass::SwitchedOff, _) => self.class,
            (_, State::Known) => UnitClass::Class(0),
            (_, State::Suppressed(_)) => UnitClass::Secret,
            _ if self.value.estimate.is_some() => UnitClass::Estimated(0),
            _ if self.value.range.is_some() => UnitClass::Range,
            (_, State::Partial) => UnitClass::Partial,
            (_, State::Missing(reason)) => UnitClass::Missing(reason),
        }
    }
}

/// Finds the classes of the known values (without any, of the estimates) and puts every unit that has a number into one.
fn class(units: &mut [Unit], classing: &Classing) -> Option<Classes> {
    let wanted = |it: &&Unit| matches!(it.class, UnitClass::Class(_) | UnitClass::Estimated(_));
    let mut values: Vec<f64> = units.iter().filter(wanted).filter_map(|it| it.value.value).collect();
    if values.is_empty() {
        values = units.iter().filter(wanted).filter_map(|it| it.value.estimate).collect();
    }
    let classes = match (&classing.frozen, &classing.method) {
        (Some(breaks), _) => Classes::frozen(breaks, &values),
        (None, ClassMethod::Manual(limits)) => Classes::frozen(&between_own(limits, &values), &values),
        (None, found) => classify(&values, &method(found), classing.classes),
    };
    let classes = classes.ok()?; // no value to class, or breaks by hand that are none: units then stay in one class
    units.iter_mut().for_each(|it| it.join(&classes));
    Some(classes)
}

/// Breaks with every limit of the planner's own inside: a class that is empty this year keeps its colour and its words, so
/// that the next year is seen in the same ones.
fn between_own(limits: &[f64], values: &[f64]) -> Vec<f64> {
    let all = || limits.iter().chain(values).copied();
    let mut breaks = limits.to_vec();
    breaks.sort_unstable_by(f64::total_cmp);
    breaks.dedup();
    if breaks.is_empty() {
        return breaks;
    }
    breaks.insert(0, all().fold(f64::INFINITY, f64::min));
    breaks.push(all().fold(f64::NEG_INFINITY, f64::max));
    breaks
}

/// The way of finding breaks behind a planner's choice.
pub fn method(method: &ClassMethod) -> Method {
    match method {
        ClassMethod::Quantile => Method::Quantile,
        ClassMethod::EqualInterval => Method::EqualInterval,
        ClassMethod::NaturalBreaks => Method::NaturalBreaks,
        ClassMethod::StandardDeviation => Method::StandardDeviation,
        ClassMethod::Pretty => Method::Pretty,
        ClassMethod::Manual(limits) => Method::Manual(limits.clone()),
    }
}

#[cfg(test)]
mod tests;
