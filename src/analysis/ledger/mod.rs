//! Ledger: the sums of all areas for all indicators and periods, kept while districts move.
//!
//! **Promise.** A move costs one row of additions, however many districts or areas there are, and allocates nothing; its
//! reverse restores every bit. A value read here equals [`Pool::area`] over the same districts: to the last bit for counts
//! (whole numbers up to 2^53), and within one part in 10^15 of the county's total for amounts with decimals.
//! **Not here.** Locks, strokes and what becomes a command: `draft`. What may be shown: `disclosure`.
//!
//! **How.** Each cell's part of a sum is written once as a whole number of a column's own unit, a power of two so small that
//! the county's total still fits 62 bits. Whole numbers add in any order and subtract without a trace, which no
//! floating-point sum does. Rows lie district by district, so that a move reads one stretch of memory. Areas in which
//! every part delivers are answered from the sums; the others, and ranges, are pooled from their districts when asked for.

mod rows;
mod unit;

use std::{collections::BTreeSet, sync::Arc};

use rows::{Column, Rows, Sums};

use crate::{
    analysis::{
        assignment::{Assignment, Move},
        city::CitySwitch,
        pool::{AreaValue, Parts, Pool, Pooled},
    },
    geometry::DistrictIx,
    model::{
        catalog::Catalog,
        id::IndicatorId,
        indicator::{Pooling, Scope},
    },
};

/// What a ledger holds.
#[derive(Debug, Clone, Default)]
pub struct LedgerOptions {
    /// Who counts.
    pub city: CitySwitch,
    /// Only these indicators; `None` is all. A row takes 17 bytes a period and indicator.
    pub only: Option<BTreeSet<IndicatorId>>,
}

/// All area sums of an assignment; see the module. A clone shares the rows and copies the sums.
#[derive(Debug, Clone)]
pub struct Ledger {
    catalog: Catalog,
    city: CitySwitch,
    assignment: Assignment,
    rows: Arc<Rows>,
    /// By label; what is unassigned stands last.
    sums: Vec<Sums>,
    /// Members of the city by label; those without area last.
    city_members: Vec<u32>,
}

impl PartialEq for Ledger {
    /// Whether both hold the same districts in the same areas with the same sums, bit for bit.
    fn eq(&self, other: &Self) -> bool {
        self.assignment == other.assignment && self.sums == other.sums && self.city_members == other.city_members
    }
}

impl Ledger {
    /// Adds up everything once: O(districts × indicators × periods).
    pub fn build(catalog: &Catalog, assignment: &Assignment, options: LedgerOptions) -> Self {
        let rows = Arc::new(Rows::of(catalog, &options));
        let lists = assignment.areas().len() + 1;
        let mut ledger = Self {
            catalog: catalog.clone(),
            sums: vec![rows.no_sums(); lists],
            city_members: vec![0; lists],
            rows,
            city: options.city,
            assignment: assignment.clone(),
        };
        for district in (0..).map(DistrictIx).take(assignment.district_count()) {
            ledger.add(district, assignment.label_of(district));
        }
        ledger
    }

    /// Who is where.
    pub fn assignment(&self) -> &Assignment {
        &self.assignment
    }

    /// What the sums were made of.
    pub fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    /// Who counts.
    pub fn city(&self) -> &CitySwitch {
        &self.city
    }

    /// Puts a district into the area with this label, or takes it out with `None`, and returns the label it had: to put it
    /// there again restores every bit. O(indicators × periods). What isn't there changes nothing.
    pub fn move_district(&mut self, district: DistrictIx, to: Option<usize>) -> Option<usize> {
        let from = self.assignment.put(district, to);
        if from != to && self.assignment.label_of(district) == to {
            self.subtract(district, from);
            self.add(district, to);
        }
        from
    }

    /// Makes several moves and returns those that take them back, in the order to be made.
    pub fn apply(&mut self, moves: impl IntoIterator<Item = Move>) -> Vec<Move> {
        let mut back: Vec<Move> = moves.into_iter().map(|(district, to)| (district, self.move_district(district, to))).collect();
        back.reverse();
        back
    }

    fn add(&mut self, district: DistrictIx, label: Option<usize>) {
        let list = label.unwrap_or(self.assignment.areas().len());
        if let (Some(sums), Some(city)) = (self.sums.get_mut(list), self.city_members.get_mut(list)) {
            sums.add(self.rows.of_district(district));
            *city += u32::from(self.city.is_city(district));
        }
    }

    fn subtract(&mut self, district: DistrictIx, label: Option<usize>) {
        let list = label.unwrap_or(self.assignment.areas().len());
        if let (Some(sums), Some(city)) = (self.sums.get_mut(list), self.city_members.get_mut(list)) {
            sums.subtract(self.rows.of_district(district));
            *city -= u32::from(self.city.is_city(district));
        }
    }

    /// The value of the area with this label (`None`: of all districts without area) for the series with this number in the
    /// catalog at the period with this number; equals [`Pool::area`]. O(1) where every part delivers, else O(members).
    /// `None` for a series that the ledger doesn't hold.
    pub fn value(&self, label: Option<usize>, series: usize, period: usize) -> Option<AreaValue> {
        let (place, column) = self.rows.column(series, period)?;
        let pooled = self.summed(label, place, column);
        Some(pooled.map_or_else(|| self.pool(label, column), |it| it.value(&column.series.indicator)))
    }

    /// The same by the indicator's id.
    pub fn value_of(&self, label: Option<usize>, indicator: &IndicatorId, period: usize) -> Option<AreaValue> {
        let series = self.catalog.series().iter().rposition(|it| it.indicator.id == *indicator)?; // of two the later one counts
        self.value(label, series, period)
    }

    /// What the sums know; `None` where they do not suffice.
    fn summed(&self, label: Option<usize>, place: usize, column: &Column) -> Option<Pooled> {
        let list = label.unwrap_or(self.assignment.areas().len());
        let (sums, city) = (self.sums.get(list)?, *self.city_members.get(list)?);
        let (known, lacking) = sums.counts(place);
        let indicator = &column.series.indicator;
        let flags = column.common_quality?;
        if known == 0 || lacking > 0 || column.names_cases || indicator.pooling == Pooling::None {
            return None;
        }
        let left_out = if self.city.is_off() || indicator.scope == Scope::WithoutCity { city } else { 0 };
        let members = u32::try_from(self.members(label).len()).ok()?;
        let (top, bottom) = sums.amounts(place);
        Some(Pooled {
            top: column.top.back(top),
            bottom: column.bottom.back(bottom),
            coverage: Some(1.0),
            parts: Parts { known, aside: members.checked_sub(known + left_out)?, ..Parts::default() },
            quality: flags,
            city_left_out: left_out > 0,
            ..Pooled::default()
        })
    }

    fn pool(&self, label: Option<usize>, column: &Column) -> AreaValue {
        let pool = Pool::at(&self.catalog, &column.series, column.period, &self.city).knowing_its_sign(column.never_negative);
        pool.area(self.members(label).iter().copied())
    }

    fn members(&self, label: Option<usize>) -> &[DistrictIx] {
        label.map_or(self.assignment.unassigned(), |it| self.assignment.members(it))
    }
}

#[cfg(test)]
mod tests;
