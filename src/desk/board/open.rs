//! Open: the districts without area that somebody still has to place, counted along as they come and go.
//!
//! **Promise.** A district that comes or goes costs two additions, and the sums are to the last bit what counting anew would
//! give: surfaces add up in whole millionths of a square metre.

use std::sync::Arc;

use crate::{
    analysis::{assignment::Assignment, city::CitySwitch},
    geometry::{DistrictIx, topology::Topology},
    model::catalog::Catalog,
};

/// Units in a square metre; a power of two, so that coming back from them rounds once.
const FINENESS: f64 = 1_048_576.0;

/// What is open.
#[derive(Debug, Clone)]
pub(super) struct Open {
    /// By district: whether it may stay without area, being uninhabited or switched off.
    may_stay: Arc<Vec<bool>>,
    districts: usize,
    surface: i128,
}

impl Open {
    /// Counts once. O(districts).
    pub fn of(catalog: &Catalog, city: &CitySwitch, assignment: &Assignment) -> Self {
        let (all, uninhabited) = ((0..).map(DistrictIx).take(catalog.register.len()), catalog.uninhabited());
        let may_stay: Vec<bool> = all.map(|it| uninhabited(it) || city.is_switched_off(it)).collect();
        let mut open = Self { may_stay: Arc::new(may_stay), districts: 0, surface: 0 };
        assignment.unassigned().iter().for_each(|it| open.moved(&catalog.ground.topology, *it, false, true));
        open
    }

    /// Whether a district without area is one too many.
    pub fn counts(&self, district: DistrictIx) -> bool {
        self.may_stay.get(district.index()) == Some(&false)
    }

    /// A district was without area or not, and is now.
    pub fn moved(&mut self, topology: &Topology, district: DistrictIx, was: bool, is: bool) {
        if was == is || !self.counts(district) {
            return;
        }
        let surface = (topology.surface(district) * FINENESS).round() as i128;
        if is {
            (self.districts, self.surface) = (self.districts + 1, self.surface + surface);
        } else {
            (self.districts, self.surface) = (self.districts.saturating_sub(1), self.surface - surface);
        }
    }

    /// How many.
    pub fn districts(&self) -> usize {
        self.districts
    }

    /// Their surface in m².
    pub fn surface(&self) -> f64 {
        self.surface as f64 / FINENESS
    }
}
