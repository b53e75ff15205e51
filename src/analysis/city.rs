//! City: which districts count, with the city in or out.
//!
//! **Promise.** What is switched off counts in no total, mean, rank, class or parity. A series of scope `without_city`
//! never joins a total with the city, whatever the switch says.
//! **Not here.** How switched-off districts are drawn: `cartography`.

use std::collections::BTreeSet;

use crate::{
    geometry::DistrictIx,
    model::{catalog::Register, id::DistrictKey, indicator::Scope},
};

/// The city's districts and whether they are switched off.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CitySwitch {
    city: Vec<DistrictIx>,
    off: bool,
}

impl CitySwitch {
    /// The city by its keys; keys that the register lacks are nobody.
    pub fn new(register: &Register, city: &BTreeSet<DistrictKey>, with_city: bool) -> Self {
        let mut city: Vec<DistrictIx> = city.iter().filter_map(|it| register.find(it)).collect();
        city.sort_unstable();
        Self { city, off: !with_city }
    }

    /// Everybody counts: no city is named.
    pub fn everybody() -> Self {
        Self::default()
    }

    /// Whether a district belongs to the city.
    pub fn is_city(&self, district: DistrictIx) -> bool {
        self.city.binary_search(&district).is_ok()
    }

    /// Whether the city is switched off and there is one to switch off.
    pub fn is_off(&self) -> bool {
        self.off && !self.city.is_empty()
    }

    /// Who counts in a series of this scope: one without the city leaves it out whatever the switch says.
    pub fn in_scope(&self, scope: Scope) -> Self {
        Self { off: self.off || scope == Scope::WithoutCity, ..self.clone() }
    }

    /// The districts that are switched off, in register order.
    pub fn switched_off(&self) -> &[DistrictIx] {
        if self.off { &self.city } else { &[] }
    }

    /// Whether a district is switched off.
    pub fn is_switched_off(&self, district: DistrictIx) -> bool {
        self.off && self.is_city(district)
    }

    /// Whether a district counts in totals of a series with this scope.
    pub fn counts(&self, district: DistrictIx, scope: Scope) -> bool {
        let left_out = self.off || scope == Scope::WithoutCity;
        !(left_out && self.is_city(district))
    }
}
