//! The board as a profile shows it: the only way to its numbers for whoever draws a window.
//!
//! **Promise.** No number here is hidden by the profile, nor lets one be worked out that is: where the amount of any area is
//! hidden there is no target, no deviation and no change, from which it could be told.
//! **Not here.** What the rule is: `analysis::disclosure`.

use super::{AreaRow, Board};
use crate::{
    analysis::{assignment::Assignment, disclosure, pool::AreaValue},
    desk::drawing::{self, Delta},
    geometry::DistrictIx,
    model::{
        catalog::Series,
        id::AreaId,
        period::Period,
        released::{Profile, Released},
        value::{Cell, State, SuppressedBy},
    },
};

/// A board under a profile.
#[derive(Debug, Clone, Copy)]
pub struct ReleasedBoard<'a> {
    board: &'a Board,
    profile: Profile,
}

/// The figures of one area, or of the districts without one, as they may be shown.
#[derive(Debug, Clone, PartialEq)]
pub struct ReleasedRow {
    /// Districts that count; of those not assigned, the ones still to be placed.
    pub districts: usize,
    /// The balanced figure, population unless the planner chose another.
    pub balance: Released<AreaValue>,
    /// Deviation from the target, as a share; `None` where either is unknown or hidden, or the area counts nobody.
    pub deviation: Option<f64>,
    /// Connected parts; 0 for what is not assigned.
    pub parts: usize,
    /// Polsby–Popper compactness, 0 to 1.
    pub compactness: Option<f64>,
    /// Surface in m².
    pub surface: f64,
}

impl<'a> ReleasedBoard<'a> {
    /// A board as this profile shows it.
    pub fn of(board: &'a Board, profile: Profile) -> Self {
        Self { board, profile }
    }

    /// Another number after every change.
    pub fn version(&self) -> u64 {
        self.board.version()
    }

    /// Where every district stands, moves included.
    pub fn assignment(&self) -> &'a Assignment {
        self.board.assignment()
    }

    /// Districts that moved since the last settling, in register order.
    pub fn moved(&self) -> impl Iterator<Item = DistrictIx> + 'a {
        self.board.moved().iter().copied()
    }

    /// Whether anything moved since the last settling.
    pub fn has_moved(&self) -> bool {
        !self.board.moved().is_empty()
    }

    /// Districts without an area that the planner still has to place.
    pub fn to_place(&self) -> impl Iterator<Item = DistrictIx> + 'a {
        self.board.to_place()
    }

    /// What is balanced, and when.
    pub fn balanced(&self) -> Option<(&'a Series, Option<&'a Period>)> {
        let (series, at) = self.board.balanced()?;
        Some((series, series.periods().get(at)))
    }

    /// The row of an area, moves included.
    pub fn row(&self, area: AreaId) -> Option<ReleasedRow> {
        let deviation = self.board.deviation(area).filter(|_| !self.hides());
        Some(ReleasedRow { deviation, ..self.shown(&self.board.row(area)?) })
    }

    /// The districts without an area, the uninhabited and the switched-off left aside.
    pub fn unassigned(&self) -> ReleasedRow {
        self.shown(self.board.unassigned())
    }

    /// What each area should hold.
    pub fn target(&self) -> Option<f64> {
        self.board.target().filter(|_| !self.hides())
    }

    /// What the mean of the areas rests on: their amount together, and how many hold districts. `None` where an amount is
    /// unknown or hidden, or no area holds any.
    pub fn held(&self) -> Option<(f64, usize)> {
        self.board.figures().held().filter(|_| !self.hides())
    }

    /// How many areas are measured by the target, empty ones among them.
    pub fn with_target(&self) -> usize {
        self.board.figures().with_target()
    }

    /// Whether an area is measured by the target; the city alone may not be.
    pub fn has_target(&self, area: AreaId) -> bool {
        self.board.figures().area(area).is_some_and(|it| it.has_target)
    }

    /// Whether the amount of any area is hidden now.
    pub fn hides(&self) -> bool {
        self.board.hides(self.profile)
    }

    /// The balanced figure of one district.
    pub fn amount_of(&self, district: DistrictIx) -> Option<Released<AreaValue>> {
        let (series, at) = self.board.balanced()?;
        let value = AreaValue::of_cell(&series.cell(at, district), &series.indicator);
        Some(disclosure::release_value(value, &series.indicator, self.profile))
    }

    /// The balanced figure of several districts together; `None` where it cannot be added up.
    pub fn amount_together(&self, districts: &[DistrictIx]) -> Option<Released<AreaValue>> {
        let (series, at) = self.board.balanced()?;
        let parts = districts.iter().map(|it| AreaValue::of_cell(&series.cell(at, *it), &series.indicator));
        disclosure::release_total(parts, &series.indicator, self.profile)
    }

    /// What the running stroke means for each area it touches, gains first; with what each has of the indicator shown.
    pub fn deltas(&self, shown: Option<(&Series, &Period)>) -> Vec<Delta> {
        let mut deltas = drawing::deltas(self.board);
        let (before, after) = (self.board.hid(self.profile), self.hides());
        let secret = before || after || self.board.hides_open(self.profile) || self.moved().any(|it| self.is_secret(it));
        for delta in &mut deltas {
            delta.secret = secret;
            delta.change = delta.change.filter(|_| !secret);
            delta.deviation_before = delta.deviation_before.filter(|_| !before && !secret);
            delta.deviation_after = delta.deviation_after.filter(|_| !after && !secret);
        }
        if secret {
            deltas.sort_by_key(|it| it.area); // the order by gain would tell who gains most
        }
        let balanced = self.board.balanced().map(|it| &it.0.indicator.id);
        if let Some((series, period)) = shown.filter(|it| Some(&it.0.indicator.id) != balanced) {
            self.add_shown(&mut deltas, series, period);
        }
        deltas
    }

    /// What each area has of an indicator before and after. Where a district that moves is secret, the two together would
    /// tell what it has.
    fn add_shown(&self, deltas: &mut [Delta], series: &Series, period: &Period) {
        let Some(at) = series.period_index(period) else { return };
        let (indicator, profile) = (&series.indicator, self.profile);
        let hidden = |it| disclosure::hides(&AreaValue::of_cell(&series.cell(at, it), indicator), indicator, profile);
        let secret = profile != Profile::Intern && self.moved().any(hidden);
        for delta in deltas {
            let Some(area) = delta.area else { continue };
            let values = [self.board.value_before(area, series, at), self.board.value(area, &indicator.id, period)];
            let [Some(before), Some(after)] = values else { continue };
            delta.shown = Some([before, after].map(|it| match secret {
                true => disclosure::release_nothing(State::Suppressed(SuppressedBy::Profile), profile),
                false => disclosure::release_value(it, indicator, profile),
            }));
        }
    }

    /// Whether what a district brings is hidden.
    fn is_secret(&self, district: DistrictIx) -> bool {
        self.amount_of(district).is_some_and(|it| it.get().state == State::Suppressed(SuppressedBy::Profile))
    }

    fn shown(&self, row: &AreaRow) -> ReleasedRow {
        let balance = match self.board.balanced() {
            Some((series, _)) => disclosure::release_value(row.balance, &series.indicator, self.profile),
            None => disclosure::release_nothing(Cell::ABSENT.state, self.profile),
        };
        let AreaRow { districts, parts, compactness, surface, .. } = *row;
        ReleasedRow { districts, balance, deviation: None, parts, compactness, surface }
    }
}
