//! A saved view: what was on the map, so that it can be shown again before forty people.

use std::collections::BTreeSet;

use crate::model::{
    classing::Classing,
    id::{AreaId, DistrictKey, IndicatorId, PlanId, ViewId},
    period::Period,
};

/// Which units carry the colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Level {
    /// Each district its own value.
    #[default]
    Districts,
    /// Each area its pooled value.
    Areas,
}

/// What the map is centred on, independent of the size of the window.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Extent {
    /// Centre in planar metres.
    pub centre: [f64; 2],
    /// The height of what must be visible, in metres.
    pub height: f64,
}

/// What is chosen on the map.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selection {
    /// Chosen districts.
    pub districts: BTreeSet<DistrictKey>,
    /// The chosen area.
    pub area: Option<AreaId>,
}

/// A saved view.
#[derive(Debug, Clone, PartialEq)]
pub struct SavedView {
    /// Its id within the project.
    pub id: ViewId,
    /// The headline.
    pub title: String,
    /// One sentence below it.
    pub sentence: String,
    /// The plan whose areas are outlined.
    pub plan: Option<PlanId>,
    /// The indicator that colours the map; `None` colours by area.
    pub indicator: Option<IndicatorId>,
    /// The period shown; `None` is the latest.
    pub period: Option<Period>,
    /// Which units carry the colours.
    pub level: Level,
    /// The classes as they were when it was saved.
    pub classing: Option<Classing>,
    /// Where the map looked; `None` shows everything.
    pub extent: Option<Extent>,
    /// What was chosen.
    pub selection: Selection,
    /// Whether the city counts.
    pub with_city: bool,
}
