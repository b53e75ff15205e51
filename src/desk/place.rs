//! Where one was in a project: what is found again when it is opened next time on this computer. It is no part of the project,
//! as selection, period and camera aren't.
//!
//! **Promise.** Nothing in it is a value of the project: names of what was shown, and where the map looked.

use crate::{
    desk::{
        Desk,
        errand::Errand,
        look::{Colouring, Look},
    },
    model::{
        id::{IndicatorId, PlanId, ViewId},
        period::Period,
        saved_view::{Extent, Level},
    },
};

/// The place.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Place {
    /// The plan that was shown.
    pub plan: Option<PlanId>,
    /// The indicator.
    pub indicator: Option<IndicatorId>,
    /// The period; `None` is the latest.
    pub period: Option<Period>,
    /// Whether districts or areas carried the colours.
    pub level: Level,
    /// What coloured the map.
    pub colouring: Colouring,
    /// Whether the city was left out.
    pub without_city: bool,
    /// Where the map looked; `None` is everything.
    pub extent: Option<Extent>,
    /// The saved view whose classes held.
    pub classes_of: Option<ViewId>,
}

impl Place {
    fn of(look: &Look) -> Self {
        Self {
            plan: look.plan,
            indicator: look.indicator.clone(),
            period: look.period.clone(),
            level: look.level,
            colouring: look.colouring,
            without_city: !look.with_city,
            extent: look.extent,
            classes_of: look.classes_of,
        }
    }

    /// The planner is there again; what the place doesn't say stays.
    pub(super) fn enter(self, look: &mut Look) {
        (look.plan, look.indicator, look.period) = (self.plan, self.indicator, self.period);
        (look.level, look.colouring, look.with_city) = (self.level, self.colouring, !self.without_city);
        (look.extent, look.classes_of) = (self.extent, self.classes_of);
    }
}

impl Desk {
    /// Where the planner is now, if that is to be remembered: on the wall nobody is at their own place.
    fn place(&self) -> Option<Place> {
        (self.file.open && self.look.presenting.is_none()).then(|| Place::of(&self.look))
    }

    /// From here on only another place is worth remembering.
    pub(super) fn settle_at_place(&mut self) {
        self.placed = self.place();
    }

    /// The errand to remember the place, if it is another one.
    pub(super) fn keep_place(&mut self) -> Option<Errand> {
        let place = self.place().filter(|it| self.placed.as_ref() != Some(it))?;
        self.placed = Some(place.clone());
        Some(Errand::KeepPlace { session: self.file.session, place })
    }

    /// A map of other districts than at the time shows everything.
    pub(super) fn keep_extent_on_map(&mut self) {
        let Some(bounds) = self.catalog.ground.topology.bounds() else { return };
        let on_map = |it: &Extent| (0..2).all(|axis| (bounds.min[axis]..=bounds.max[axis]).contains(&it.centre[axis]));
        self.look.extent = self.look.extent.filter(on_map);
    }
}
