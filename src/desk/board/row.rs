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

/// The rows of all areas.
#[derive(Debug, Clone)]
pub(super) struct Rows {
    areas: Vec<AreaRow>,
    unassigned: AreaRow,
    /// The mildest profile that hides the amount of an area.
    hidden_from: Option<Profile>,
    /// The mildest profile that hides the amount of those without area.
    open_hidden_from: Option<Profile>,
}

impl Default for Rows {
    fn default() -> Self {
        let nothing = AreaValue::without_number(Cell::ABSENT.state);
        let unassigned = AreaRow { area: None, districts: 0, balance: nothing, parts: 0, compactness: None, surface: 0.0 };
        Self { areas: Vec::new(), unassigned, hidden_from: None, open_hidden_from: None }
    }
}

impl AreaRow {
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
    fn all_rows(&self) -> &Rows {
        self.rows.get_or_init(|| self.look_at_rows())
    }

    pub(super) fn look_at_rows(&self) -> Rows {
        let amount = self.balanced().and_then(|(it, period)| self.draft.ledger().value_of(None, &it.indicator.id, period));
        let topology = &self.catalog.ground.topology;
        let unassigned = AreaRow {
            districts: self.to_place,
            balance: amount.unwrap_or(AreaValue::without_number(Cell::ABSENT.state)),
            surface: self.to_place().map(|it| topology.surface(it)).sum(),
            ..Rows::default().unassigned
        };
        let areas: Vec<AreaRow> = self.draft.figures().areas.iter().map(AreaRow::of).collect();
        let hidden_from = self.hidden_from(areas.iter());
        let open_hidden_from = self.hidden_from([&unassigned].into_iter());
        Rows { areas, unassigned, hidden_from, open_hidden_from }
    }

    /// The mildest profile that hides the amount of any of these rows.
    fn hidden_from<'a>(&self, rows: impl Iterator<Item = &'a AreaRow> + Clone) -> Option<Profile> {
        let indicator = &self.balanced()?.0.indicator;
        let hides = |profile: &Profile| rows.clone().any(|it| disclosure::hides(&it.balance, indicator, *profile));
        Profile::ALL.iter().map(|it| it.0).find(hides)
    }

    /// Whether a profile hides the amount of any area, moves included.
    pub(super) fn hides(&self, profile: Profile) -> bool {
        self.all_rows().hidden_from.is_some_and(|it| it <= profile)
    }

    /// The same before the running stroke.
    pub(super) fn hid(&self, profile: Profile) -> bool {
        self.rows_before.hidden_from.is_some_and(|it| it <= profile)
    }

    /// Whether a profile hides the amount of those without area, before the running stroke or with it.
    pub(super) fn hides_open(&self, profile: Profile) -> bool {
        [self.all_rows(), &self.rows_before].iter().any(|it| it.open_hidden_from.is_some_and(|it| it <= profile))
    }

    /// The rows of the areas in the plan's order, moves included.
    pub fn rows(&self) -> &[AreaRow] {
        &self.all_rows().areas
    }

    /// The row of an area, moves included.
    pub fn row(&self, area: AreaId) -> Option<&AreaRow> {
        self.rows().get(self.assignment().position(area)?)
    }

    /// The same before the running stroke.
    pub fn row_before(&self, area: AreaId) -> Option<&AreaRow> {
        self.rows_before.areas.get(self.before.position(area)?)
    }

    /// The districts without an area, the uninhabited and the switched-off left aside.
    pub fn unassigned(&self) -> &AreaRow {
        &self.all_rows().unassigned
    }

    /// The same before the running stroke.
    pub fn unassigned_before(&self) -> &AreaRow {
        &self.rows_before.unassigned
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
