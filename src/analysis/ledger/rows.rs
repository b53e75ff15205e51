//! Rows: what each district brings to each sum, district by district, and the sums of an area in the same order.

use std::sync::Arc;

use super::{LedgerOptions, unit::Unit};
use crate::{
    analysis::pool::{Part, Pool},
    geometry::DistrictIx,
    model::{
        catalog::{Catalog, Series},
        indicator::Pooling,
        value::{Quality, State},
    },
};

const KNOWN: u8 = 1;
const LACKING: u8 = 2;
/// One lacking part in the upper half of a counter, whose lower half counts known ones.
const ONE_LACKING: u64 = 1 << 32;

/// One series at one period.
#[derive(Debug)]
pub(super) struct Column {
    pub series: Arc<Series>,
    pub period: usize,
    pub top: Unit,
    pub bottom: Unit,
    /// The flags that every known cell carries; `None` where cells differ.
    pub common_quality: Option<Quality>,
    pub never_negative: bool,
    /// Whether cells of a sum or mean name the cases behind them, which the sums do not hold.
    pub names_cases: bool,
}

/// All rows. Columns with a denominator or weight come first, so that `bottoms` holds nothing else.
#[derive(Debug)]
pub(super) struct Rows {
    columns: Vec<Column>,
    with_bottom: usize,
    /// By series of the catalog: where its first period stands, if it is held.
    first: Vec<Option<usize>>,
    tops: Vec<i64>,
    bottoms: Vec<i64>,
    marks: Vec<u8>,
}

/// What one district brings.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row<'a> {
    tops: &'a [i64],
    bottoms: &'a [i64],
    marks: &'a [u8],
}

/// The sums of one area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sums {
    tops: Vec<i64>,
    bottoms: Vec<i64>,
    counts: Vec<u64>,
}

impl Rows {
    pub(super) fn of(catalog: &Catalog, options: &LedgerOptions) -> Self {
        let held = |it: &&Arc<Series>| options.only.as_ref().is_none_or(|only| only.contains(&it.indicator.id));
        let below = |it: &Series| matches!(it.indicator.pooling, Pooling::Ratio | Pooling::Mean);
        let (with, without): (Vec<_>, Vec<_>) = catalog.series().iter().enumerate().filter(|it| held(&it.1)).partition(|it| below(it.1));
        let with_bottom = with.iter().map(|it| it.1.periods().len()).sum();
        let count = with_bottom + without.iter().map(|it| it.1.periods().len()).sum::<usize>();
        let districts = catalog.register.len();
        let mut rows = Self {
            columns: Vec::with_capacity(count),
            with_bottom,
            first: vec![None; catalog.series().len()],
            tops: vec![0; districts * count],
            bottoms: vec![0; districts * with_bottom],
            marks: vec![0; districts * count],
        };
        for (number, series) in with.into_iter().chain(without) {
            if let Some(place) = rows.first.get_mut(number) {
                *place = Some(rows.columns.len());
            }
            rows.write(catalog, options, series, count);
        }
        rows
    }

    /// Writes the columns of a series.
    fn write(&mut self, catalog: &Catalog, options: &LedgerOptions, series: &Arc<Series>, count: usize) {
        let never_negative = Pool::at(catalog, series, 0, &options.city).never_negative();
        for period in 0..series.periods().len() {
            let pool = Pool::at(catalog, series, period, &options.city);
            let parts: Vec<Option<Part>> =
                (0..).map(DistrictIx).take(catalog.register.len()).map(|it| pool.counts(it).then(|| pool.part(it))).collect();
            let (top, bottom) = units(&parts);
            let place = self.columns.len();
            for (district, part) in parts.iter().enumerate() {
                self.write_part(district, place, count, *part, (top, bottom));
            }
            let common_quality = common_quality(series, period);
            let names_cases = matches!(series.indicator.pooling, Pooling::Sum | Pooling::Mean)
                && series.at(period).iter().any(|it| it.state == State::Known && it.numerator.is_some());
            self.columns.push(Column { series: Arc::clone(series), period, top, bottom, common_quality, never_negative, names_cases });
        }
    }

    fn write_part(&mut self, district: usize, place: usize, count: usize, part: Option<Part>, (top_unit, bottom_unit): (Unit, Unit)) {
        let at = district * count + place;
        match part {
            None | Some(Part::Aside) => {}
            Some(Part::Known { top, bottom }) => {
                set(&mut self.marks, at, KNOWN);
                set(&mut self.tops, at, top_unit.count(top));
                if place < self.with_bottom {
                    set(&mut self.bottoms, district * self.with_bottom + place, bottom_unit.count(bottom));
                }
            }
            Some(Part::WithoutCounts | Part::Suppressed | Part::Missing(_)) => set(&mut self.marks, at, LACKING),
        }
    }

    pub(super) fn column(&self, series: usize, period: usize) -> Option<(usize, &Column)> {
        let place = (*self.first.get(series)?)? + period;
        let column = self.columns.get(place)?;
        (column.period == period).then_some((place, column))
    }

    pub(super) fn of_district(&self, district: DistrictIx) -> Row<'_> {
        let (count, with_bottom) = (self.columns.len(), self.with_bottom);
        let stretch = |width: usize| district.index() * width..(district.index() + 1) * width;
        Row {
            tops: self.tops.get(stretch(count)).unwrap_or(&[]),
            bottoms: self.bottoms.get(stretch(with_bottom)).unwrap_or(&[]),
            marks: self.marks.get(stretch(count)).unwrap_or(&[]),
        }
    }

    pub(super) fn no_sums(&self) -> Sums {
        Sums { tops: vec![0; self.columns.len()], bottoms: vec![0; self.with_bottom], counts: vec![0; self.columns.len()] }
    }
}

impl Sums {
    /// The hot loop: three plain stretches that the compiler turns into vector additions.
    pub(super) fn add(&mut self, row: Row<'_>) {
        self.tops.iter_mut().zip(row.tops).for_each(|(sum, it)| *sum = sum.wrapping_add(*it));
        self.bottoms.iter_mut().zip(row.bottoms).for_each(|(sum, it)| *sum = sum.wrapping_add(*it));
        self.counts.iter_mut().zip(row.marks).for_each(|(count, it)| *count = count.wrapping_add(spread(*it)));
    }

    /// The exact reverse of [`Self::add`].
    pub(super) fn subtract(&mut self, row: Row<'_>) {
        self.tops.iter_mut().zip(row.tops).for_each(|(sum, it)| *sum = sum.wrapping_sub(*it));
        self.bottoms.iter_mut().zip(row.bottoms).for_each(|(sum, it)| *sum = sum.wrapping_sub(*it));
        self.counts.iter_mut().zip(row.marks).for_each(|(count, it)| *count = count.wrapping_sub(spread(*it)));
    }

    /// How many parts are known, and how many lack.
    pub(super) fn counts(&self, place: usize) -> (u32, u32) {
        let both = self.counts.get(place).copied().unwrap_or(0);
        ((both % ONE_LACKING) as u32, (both / ONE_LACKING) as u32)
    }

    /// Top and bottom in units of the column.
    pub(super) fn amounts(&self, place: usize) -> (i64, i64) {
        (self.tops.get(place).copied().unwrap_or(0), self.bottoms.get(place).copied().unwrap_or(0))
    }
}

fn spread(mark: u8) -> u64 {
    u64::from(mark & KNOWN) | u64::from(mark & LACKING) << 31
}

fn set<T>(list: &mut [T], at: usize, value: T) {
    if let Some(place) = list.get_mut(at) {
        *place = value;
    }
}

/// The units in which tops and bottoms are counted.
fn units(parts: &[Option<Part>]) -> (Unit, Unit) {
    let amounts = parts.iter().filter_map(|it| match it {
        Some(Part::Known { top, bottom }) => Some((top.abs(), bottom.abs())),
        _ => None,
    });
    let (top, bottom) = amounts.fold((0.0, 0.0), |sum, it| (sum.0 + it.0, sum.1 + it.1));
    (Unit::of(top), Unit::of(bottom))
}

fn common_quality(series: &Series, period: usize) -> Option<Quality> {
    let mut known = series.at(period).iter().filter(|it| it.state == State::Known).map(|it| it.quality);
    let first = known.next().unwrap_or(Quality::NONE);
    known.all(|it| it == first).then_some(first)
}
