//! How an indicator is classed, and limits that are held fast.
//!
//! **Promise.** Limits that outlive what is on the screen now (held fast, saved with a view, a beginning for own ones) are
//! found from what everybody may see. Most methods set limits at single districts' values; found from all values they would
//! carry hidden ones to the wall and into files, where nobody hides a limit.

use std::borrow::Cow;

use crate::{
    analysis::overlay::Overlay,
    desk::{Desk, look::Page},
    model::{
        classing::Classing,
        id::{IndicatorId, PlanId},
        released::{Profile, Released},
        saved_view::{Level, SavedView},
    },
};

impl Desk {
    /// How an indicator is classed: on the wall and after opening a saved view as that view says, else by the planner, else the
    /// usual way.
    pub fn classing_of(&self, indicator: &IndicatorId) -> Cow<'_, Classing> {
        let wall = self.look.presenting.as_ref();
        let on_wall = wall.and_then(|it| self.project.view(it.view)).and_then(|it| it.classing.as_ref());
        let of_view = || self.view_with_classes().filter(|it| it.indicator.as_ref().or(self.look.indicator.as_ref()) == Some(indicator));
        let said = on_wall.or_else(|| of_view()?.classing.as_ref()).or_else(|| self.project.classing.get(indicator));
        let classing = said.map_or_else(|| Cow::Owned(Classing::default()), Cow::Borrowed);
        match wall.and_then(|it| it.limits.clone()).filter(|_| classing.frozen.is_none()) {
            Some(limits) => Cow::Owned(Classing { frozen: Some(limits), ..classing.into_owned() }),
            None => classing,
        }
    }

    /// The saved view whose classes are seen instead of the project's; `None` on the wall, where every view has its own.
    pub fn view_with_classes(&self) -> Option<&SavedView> {
        self.look.classes_of.filter(|_| self.look.presenting.is_none()).and_then(|it| self.project.view(it))
    }

    /// The limits of the shown indicator as they may be kept; `None` where nothing that everybody may see can be classed.
    /// O(districts), worked out when it is asked: for a click, not for every frame.
    pub fn limits_to_keep(&self) -> Option<Vec<f64>> {
        let plan = self.plan_as_seen();
        let plan = plan.as_ref().map(|(plan, assignment)| (*plan, assignment));
        let overlay: Released<Overlay> = self.overlay_now(self.look.level, plan, Profile::Oeffentlich)?.ok()?;
        overlay.get().classes.as_ref().map(|it| it.breaks.clone())
    }

    /// The limits that are on the screen now. They are for nobody else and for no other time.
    pub(super) fn limits_as_seen(&self) -> Option<Vec<f64>> {
        let plan = self.plan_as_seen();
        let plan = plan.as_ref().map(|(plan, assignment)| (*plan, assignment));
        let overlay = self.overlay_now(self.look.level, plan, self.look.profile)?.ok()?;
        overlay.get().classes.as_ref().map(|it| it.breaks.clone())
    }

    /// The classes of the shown indicator as they may be kept.
    pub(super) fn classing_to_keep(&self) -> Option<Classing> {
        let indicator = &self.shown_indicator()?.indicator.id;
        Some(Classing { frozen: self.limits_to_keep(), ..self.classing_of(indicator).into_owned() })
    }

    /// Maps side by side share one legend: the classes of the first plan hold for all of them.
    pub(super) fn classing_beside(&self, indicator: &IndicatorId, level: Level, plan: Option<PlanId>) -> Classing {
        let classing = self.classing_of(indicator).into_owned();
        let first = self.look.compare.plans.first().copied();
        let other = self.look.page == Page::Comparison && level == Level::Areas && plan.is_some() && plan != first;
        if !other || classing.frozen.is_some() {
            return classing;
        }
        let of_first = first.and_then(|it| self.overlay_of_plan(it)).and_then(|it| it.as_ref().as_ref().ok());
        let breaks = of_first.and_then(|it| it.get().classes.as_ref()).map(|it| it.breaks.clone());
        Classing { frozen: breaks, ..classing }
    }
}
