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

    /// Where own limits begin: the inner limits that may be kept, in as few decimals as leave every district in its class;
    /// at least `decimals`. Empty where there are none.
    pub fn limits_to_begin_with(&self, decimals: u8) -> Vec<f64> {
        let plan = self.plan_as_seen();
        let plan = plan.as_ref().map(|(plan, assignment)| (*plan, assignment));
        let overlay = self.overlay_now(self.look.level, plan, Profile::Oeffentlich).and_then(Result::ok);
        let Some(overlay) = overlay else { return Vec::new() };
        let Some(classes) = &overlay.get().classes else { return Vec::new() };
        let values: Vec<f64> = overlay.get().units.iter().filter_map(|it| it.value.shown()).collect();
        let inner = classes.breaks.get(1..classes.breaks.len().saturating_sub(1)).unwrap_or_default();
        let mut limits: Vec<f64> = inner.iter().map(|it| in_few_decimals(*it, decimals, &values)).collect();
        limits.dedup();
        limits
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

/// The limit in as few decimals, at least `least` and at most 6, as leave every value on its side: a class holds what is not
/// below its lower limit.
fn in_few_decimals(limit: f64, least: u8, values: &[f64]) -> f64 {
    let parts = |other: f64| values.iter().any(|it| (*it >= limit) != (*it >= other));
    let written = (least.min(6)..=6).flat_map(|decimals| {
        let scale = 10_f64.powi(i32::from(decimals));
        [(limit * scale).round() / scale, (limit * scale).floor() / scale]
    });
    written.into_iter().find(|it| !parts(*it)).unwrap_or(limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// „6,9“ for 6.876 took the district whose value is the limit out of its class.
    #[test]
    fn a_limit_is_written_briefly_and_parts_the_values_as_before() {
        for (limit, least, values, written) in [
            (6.876, 1, &[6.2, 6.876, 7.5][..], 6.8),
            (6.876, 1, &[6.2, 7.5], 6.9),
            (6.876, 1, &[6.85, 6.876], 6.87),
            (6.876, 0, &[6.2, 6.876, 7.5], 6.8),
            (12.0, 1, &[11.99, 12.0], 12.0),
            (-3.24, 1, &[-3.24, -3.3], -3.24),
        ] {
            let found = in_few_decimals(limit, least, values);
            assert_eq!(found, written, "{limit} of {values:?}");
            assert!(values.iter().all(|it| (*it >= limit) == (*it >= found)), "{limit} became {found}");
        }
    }
}
