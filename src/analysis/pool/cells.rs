//! One series at one period, ready to be pooled over any districts.

use std::sync::OnceLock;

use super::{AreaValue, Only, Parts, Pooled, Sum, has_nothing_below};
use crate::{
    analysis::{city::CitySwitch, disclosure},
    geometry::DistrictIx,
    model::{
        catalog::{Catalog, Series},
        indicator::{Pooling, Role},
        period::Period,
        value::{Cell, MissingReason, Quality, State},
    },
};

/// A series at a period, with the population that weighs its districts.
#[derive(Debug)]
pub struct Pool<'a> {
    series: &'a Series,
    cells: &'a [Cell],
    population: Option<&'a [Cell]>,
    least_people: u32,
    inhabitants: Option<&'a [Cell]>,
    city: &'a CitySwitch,
    never_negative: OnceLock<bool>,
}

/// What one district brings to a sum.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::analysis) enum Part {
    /// Takes part in nothing; see `pool`.
    Aside,
    /// Delivers: Σ value, numerator or value × weight on top; denominator or weight below.
    Known { top: f64, bottom: f64 },
    /// A known value without the counts that its rule needs.
    WithoutCounts,
    /// Secret.
    Suppressed,
    /// Not there.
    Missing(MissingReason),
}

impl<'a> Pool<'a> {
    /// The series at the period with this number. A period that isn't there has no cells, so that all is missing.
    pub fn at(catalog: &'a Catalog, series: &'a Series, period_index: usize, city: &'a CitySwitch) -> Self {
        let period = series.periods().get(period_index);
        let population = catalog.population(period).map(|it| it.1);
        let least_people = catalog.with_role(Role::Population).map_or(0, |it| it.indicator.min_count);
        Self {
            series,
            cells: series.at(period_index),
            population,
            least_people,
            inhabitants: inhabitants(catalog, period),
            city,
            never_negative: OnceLock::new(),
        }
    }

    /// The same with the news, worked out before, whether any known value of the series is negative.
    pub(in crate::analysis) fn knowing_its_sign(self, never_negative: bool) -> Self {
        Self { never_negative: OnceLock::from(never_negative), ..self }
    }

    /// The cell of a district; absent where nothing is.
    pub fn cell(&self, district: DistrictIx) -> Cell {
        self.cells.get(district.index()).copied().unwrap_or(Cell::ABSENT)
    }

    /// The value of one district as delivered, whether or not it counts in totals.
    pub fn district(&self, district: DistrictIx) -> AreaValue {
        AreaValue::of_cell(&self.cell(district), &self.series.indicator)
    }

    /// Whether a district's population is a known 0.
    pub fn is_uninhabited(&self, district: DistrictIx) -> bool {
        self.inhabitants.is_some_and(|it| it.get(district.index()).and_then(Cell::known_value) == Some(0.0))
    }

    /// Whether a district counts in totals of this series.
    pub fn counts(&self, district: DistrictIx) -> bool {
        self.city.counts(district, self.series.indicator.scope)
    }

    /// The value of these districts together. Give each once; ascending order gives the same bits every time.
    pub fn area(&self, districts: impl IntoIterator<Item = DistrictIx>) -> AreaValue {
        let mut tally = Tally::default();
        for district in districts {
            self.take(&mut tally, district);
        }
        tally.pooled(self).value(&self.series.indicator)
    }

    /// The value of all districts together.
    pub fn county(&self) -> AreaValue {
        self.area((0..).map(DistrictIx).take(self.cells.len()))
    }

    fn take(&self, tally: &mut Tally, district: DistrictIx) {
        if !self.counts(district) {
            tally.city_left_out = true;
            return;
        }
        let (cell, part) = (self.cell(district), self.part(district));
        if part == Part::Aside {
            tally.parts.aside += 1;
            return;
        }
        let delivers = matches!(part, Part::Known { .. });
        tally.own.add(self.own_weight(&cell), delivers);
        tally.people.add(self.population.and_then(|it| it.get(district.index())).and_then(Cell::known_value), delivers);
        tally.take(&cell, part, || disclosure::rests_on_few(&cell, &self.series.indicator));
    }

    /// What a district that counts brings.
    pub(in crate::analysis) fn part(&self, district: DistrictIx) -> Part {
        let cell = self.cell(district);
        let pooling = self.series.indicator.pooling;
        let senseless = cell.state == State::Missing(MissingReason::NotMeaningful) && self.is_uninhabited(district);
        if senseless || has_nothing_below(&cell, pooling) {
            return Part::Aside;
        }
        match cell.state {
            State::Known => known_part(&cell, pooling),
            State::Suppressed(_) => Part::Suppressed,
            State::Missing(reason) => Part::Missing(reason),
            State::Partial => Part::Missing(MissingReason::NotDelivered), // no cell is ever partial
        }
    }

    /// Whether the share that delivers tells how few deliver or lack, by the weight it was taken of.
    fn coverage_tells_few(&self, tally: &Tally) -> bool {
        let [_, least_below] = disclosure::least(&self.series.indicator);
        match (tally.own.get(), tally.people.get()) {
            (Some(_), _) => tally.own.tells_few(least_below),
            (None, Some(_)) => tally.people.tells_few(self.least_people),
            _ => false, // how many districts deliver is no secret
        }
    }

    fn own_weight(&self, cell: &Cell) -> Option<f64> {
        let weighed = matches!(self.series.indicator.pooling, Pooling::Ratio | Pooling::Mean);
        cell.denominator.map(|it| it.get()).filter(|_| weighed)
    }

    /// Whether the series knows no negative value at any period: only then is a sum of some parts a lower bound.
    pub(in crate::analysis) fn never_negative(&self) -> bool {
        *self.never_negative.get_or_init(|| {
            let cells = (0..self.series.periods().len()).flat_map(|it| self.series.at(it));
            cells.filter_map(Cell::known_value).all(|it| it >= 0.0)
        })
    }
}

/// The population that says where nobody lives: as of the period, or the latest known if nobody counted by then.
fn inhabitants<'a>(catalog: &'a Catalog, period: Option<&Period>) -> Option<&'a [Cell]> {
    let by_then = catalog.population(period).map(|it| it.1);
    by_then.or_else(|| {
        let series = catalog.with_role(Role::Population)?;
        Some(series.at(series.latest_known()?))
    })
}

fn known_part(cell: &Cell, pooling: Pooling) -> Part {
    let (value, top, bottom) = (cell.value.map(|it| it.get()), cell.numerator.map(|it| it.get()), cell.denominator.map(|it| it.get()));
    match (pooling, value, top, bottom) {
        (Pooling::Sum, Some(top), ..) | (Pooling::Sum, None, Some(top), _) => Part::Known { top, bottom: 0.0 },
        (Pooling::Ratio, _, Some(top), Some(bottom)) => Part::Known { top, bottom },
        (Pooling::Mean, Some(value), _, Some(bottom)) => Part::Known { top: value * bottom, bottom },
        (Pooling::None, Some(_), ..) => Part::Known { top: 0.0, bottom: 0.0 },
        (_, None, ..) => Part::Missing(MissingReason::NotDelivered),
        _ => Part::WithoutCounts,
    }
}

/// A weight's share of those that deliver.
#[derive(Debug, Clone, Copy, Default)]
struct Share {
    delivers: Sum,
    all: Sum,
    unknown: bool,
}

impl Share {
    fn add(&mut self, weight: Option<f64>, delivers: bool) {
        let Some(weight) = weight else {
            self.unknown = true;
            return;
        };
        self.all.add(weight);
        if delivers {
            self.delivers.add(weight);
        }
    }

    /// Whether fewer than `least` deliver or lack, but somebody.
    fn tells_few(&self, least: u32) -> bool {
        let few = |count: f64| 0.0 < count && count < f64::from(least);
        few(self.delivers.get()) || few(self.all.get() - self.delivers.get())
    }

    /// `None` where a weight is unknown or all weigh nothing.
    fn get(&self) -> Option<f64> {
        let all = self.all.get();
        (!self.unknown && all > 0.0).then(|| (self.delivers.get() / all).clamp(0.0, 1.0))
    }
}

/// The cases behind the values of a sum or mean, as far as rows name them.
#[derive(Debug, Default)]
struct Cases {
    sum: Sum,
    named: bool,
    unknown: bool,
}

impl Cases {
    fn add(&mut self, cell: &Cell) {
        match (cell.numerator, cell.known_value()) {
            (Some(cases), _) => {
                self.sum.add(cases.get());
                self.named = true;
            }
            (None, Some(0.0)) => {} // nothing rests on nobody
            (None, _) => self.unknown = true,
        }
    }

    /// `None` where a part does not name its cases.
    fn get(&self) -> Option<f64> {
        (self.named && !self.unknown).then(|| self.sum.get())
    }
}

#[derive(Debug, Default)]
struct Tally {
    top: Sum,
    bottom: Sum,
    own: Share,
    people: Share,
    cases: Cases,
    low: Option<End>,
    high: Option<End>,
    only: Option<Only>,
    without_counts: u32,
    reason: Option<MissingReason>,
    parts: Parts,
    quality: Quality,
    city_left_out: bool,
}

/// One end of a range.
#[derive(Debug, Clone, Copy)]
struct End {
    value: f64,
    /// Whether a district of that value rests on too few cases.
    tells_few: bool,
}

impl End {
    /// The further one of an end and another value; `is_further` says which way.
    fn pushed(end: Option<Self>, value: f64, tells_few: bool, is_further: impl Fn(f64, f64) -> bool) -> Option<Self> {
        match end {
            Some(end) if is_further(end.value, value) => Some(end),
            Some(end) if end.value == value => Some(Self { value, tells_few: end.tells_few || tells_few }),
            _ => Some(Self { value, tells_few }),
        }
    }
}

impl Tally {
    fn take(&mut self, cell: &Cell, part: Part, rests_on_few: impl Fn() -> bool) {
        if let Some(value) = cell.known_value() {
            let is_end = self.low.is_none_or(|it| value <= it.value) || self.high.is_none_or(|it| it.value <= value);
            let tells_few = is_end && rests_on_few();
            self.low = End::pushed(self.low, value, tells_few, |end, value| end < value);
            self.high = End::pushed(self.high, value, tells_few, |end, value| value < end);
            self.only =
                Some(Only { value, numerator: cell.numerator.map(|it| it.get()), denominator: cell.denominator.map(|it| it.get()) });
        }
        match part {
            Part::Aside => self.parts.aside += 1,
            Part::Suppressed => self.parts.suppressed += 1,
            Part::Missing(reason) => self.lack(reason),
            Part::WithoutCounts => {
                self.without_counts += 1;
                self.lack(MissingReason::NotDelivered);
            }
            Part::Known { top, bottom } => {
                self.parts.known += 1;
                self.top.add(top);
                self.bottom.add(bottom);
                self.cases.add(cell);
                self.quality = self.quality.with(cell.quality);
            }
        }
    }

    fn lack(&mut self, reason: MissingReason) {
        self.parts.missing += 1;
        self.reason.get_or_insert(reason);
    }

    fn pooled(&self, pool: &Pool<'_>) -> Pooled {
        let partial = 0 < self.parts.known && self.parts.known < self.parts.wanted();
        Pooled {
            top: self.top.get(),
            bottom: self.bottom.get(),
            cases: self.cases.get(),
            coverage: self.coverage(),
            coverage_tells_few: partial && pool.coverage_tells_few(self),
            range: self.low.zip(self.high).map(|(low, high)| (low.value, high.value)),
            range_tells_few: [self.low, self.high].into_iter().flatten().any(|it| it.tells_few),
            only: self.only.filter(|_| self.parts.wanted() == 1),
            without_counts: self.without_counts,
            reason: self.reason,
            never_negative: partial && pool.never_negative(),
            parts: self.parts,
            quality: self.quality,
            city_left_out: self.city_left_out,
        }
    }

    /// By the indicator's own weight, else by population, else by districts; see `pool`.
    fn coverage(&self) -> Option<f64> {
        let Parts { known, .. } = self.parts;
        match self.parts.wanted() {
            0 => None,
            _ if known == 0 => Some(0.0),
            wanted if known == wanted => Some(1.0),
            wanted => self.own.get().or_else(|| self.people.get()).or(Some(f64::from(known) / f64::from(wanted))),
        }
    }
}
