//! Rows: what the list of areas shows of each, before and during a stroke.

use super::Board;
use crate::{
    analysis::{disclosure, figures::AreaFigures, pool::AreaValue},
    model::{id::AreaId, released::Profile, value::Cell},
};

/// The figures of one area, or of the districts without one.
#[derive(Debug, Clone, PartialEq)]
pub struct AreaRow {
    /// Which area; `None` is "not assigned".
    pub area: Option<AreaId>,
    /// Districts that count; of those not assigned, the ones still to be placed.
    pub districts: usize,
    /// The balanced figure, population unless the planner chose another.
    pub balance: AreaValue,
    /// Connected parts; of what is not assigned nobody asks, so it is 0 there.
    pub parts: usize,
    /// Polsby–Popper compactness, 0 to 1.
    pub compactness: Option<f64>,
    /// Surface in m².
    pub surface: f64,
}

/// What is hidden: the mildest profile that hides the amount of an area, and of those without area.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Hidden {
    areas: Option<Profile>,
    open: Option<Profile>,
}

impl AreaRow {
    pub(super) fn nothing() -> Self {
        let balance = AreaValue::without_number(Cell::ABSENT.state);
        Self { area: None, districts: 0, balance, parts: 0, compactness: None, surface: 0.0 }
    }

    fn of(figures: &AreaFigures) -> Self {
        Self {
            area: Some(figures.area),
            districts: figures.districts,
            balance: figures.amount.unwrap_or(AreaValue::without_number(Cell::ABSENT.state)),
            parts: figures.parts,
            compactness: figures.polsby_popper,
            surface: figures.surface_km2 * 1e6,
        }
    }
}

impl Board {
    /// The rows of the areas in the plan's order, moves included.
    pub fn rows(&self) -> impl Iterator<Item = AreaRow> {
        self.figures().areas.iter().map(AreaRow::of)
    }

    /// The row of an area, moves included.
    pub fn row(&self, area: AreaId) -> Option<AreaRow> {
        self.figures().areas.get(self.assignment().position(area)?).map(AreaRow::of)
    }

    /// The same before the running stroke.
    pub fn row_before(&self, area: AreaId) -> Option<AreaRow> {
        self.figures_before().areas.get(self.before.position(area)?).map(AreaRow::of)
    }

    /// The districts without an area, the uninhabited and the switched-off left aside.
    pub fn unassigned(&self) -> &AreaRow {
        self.unassigned.get_or_init(|| {
            let amount = self.balanced().and_then(|(it, period)| self.draft.ledger().value_of(None, &it.indicator.id, period));
            let nothing = AreaRow::nothing();
            AreaRow {
                districts: self.open.districts(),
                balance: amount.unwrap_or(nothing.balance),
                surface: self.open.surface(),
                ..nothing
            }
        })
    }

    /// The same before the running stroke.
    pub fn unassigned_before(&self) -> &AreaRow {
        &self.unassigned_before
    }

    pub(super) fn hidden(&self) -> Hidden {
        *self.hidden.get_or_init(|| {
            let areas = self.figures().areas.iter().filter_map(|it| it.amount.as_ref());
            Hidden { areas: self.hidden_from(areas), open: self.hidden_from([&self.unassigned().balance].into_iter()) }
        })
    }

    /// The mildest profile that hides any of these amounts.
    fn hidden_from<'a>(&self, amounts: impl Iterator<Item = &'a AreaValue> + Clone) -> Option<Profile> {
        let indicator = &self.balanced()?.0.indicator;
        let hides = |profile: &Profile| amounts.clone().any(|it| disclosure::hides(it, indicator, *profile));
        Profile::ALL.iter().map(|it| it.0).find(hides)
    }

    /// Whether a profile hides the amount of any area, moves included.
    pub(super) fn hides(&self, profile: Profile) -> bool {
        self.hidden().areas.is_some_and(|it| it <= profile)
    }

    /// The same before the running stroke.
    pub(super) fn hid(&self, profile: Profile) -> bool {
        self.hidden_before.areas.is_some_and(|it| it <= profile)
    }

    /// Whether a profile hides the amount of those without area, before the running stroke or with it.
    pub(super) fn hides_open(&self, profile: Profile) -> bool {
        [self.hidden(), self.hidden_before].iter().any(|it| it.open.is_some_and(|it| it <= profile))
    }

    /// What each area should hold, moves included.
    pub fn target(&self) -> Option<f64> {
        self.draft.figures().target
    }

    /// Deviation of an area from the target, as a share; `None` where either is unknown or the area counts nobody.
    pub fn deviation(&self, area: AreaId) -> Option<f64> {
        self.draft.figures().areas.get(self.assignment().position(area)?)?.deviation
    }

    /// The same before the running stroke.
    pub fn deviation_before(&self, area: AreaId) -> Option<f64> {
        self.draft.before().areas.get(self.before.position(area)?)?.deviation
    }
}
