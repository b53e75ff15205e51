//! What the copy in front of the audience changes, area by area.
//!
//! **Promise.** All is told as the profile shows it. Where what a moved district has is hidden, or one side of a change, no side of
//! any is told: what one area lost is what another won, and two known sides would tell the hidden one.
//! **Not here.** How the copy comes and goes (`presenting`).

use std::collections::BTreeSet;

use crate::{
    analysis::{disclosure, overlay::Overlay, pool::AreaValue},
    desk::Desk,
    model::{
        id::{AreaId, DistrictKey, PlanId},
        indicator::Indicator,
        plan::Plan,
        released::Released,
        saved_view::Level,
        value::{State, SuppressedBy},
    },
};

/// What changes in an area.
#[derive(Debug, Clone)]
pub struct CopyChange {
    /// Its name.
    pub area: String,
    /// Its people, without a count of them its districts, before and after; a side is `None` where it is hidden. `None` where
    /// both are the same, or one is not known.
    pub counted: Option<[Option<f64>; 2]>,
    /// What it has of the indicator shown, before and after; `None` while it is worked out, or where none is on the map.
    pub shown: Option<(Indicator, [Released<AreaValue>; 2])>,
}

impl Desk {
    /// The changes in each area that lost or won a district, in the order of the plan; none without a copy on the wall.
    pub fn changes_of_copy(&self) -> Vec<CopyChange> {
        let Some((before, after)) = self.plans_around_copy() else { return Vec::new() };
        let moved: Vec<&DistrictKey> = keys(before, after).filter(|it| before.area_of.get(*it) != after.area_of.get(*it)).collect();
        let touched: BTreeSet<AreaId> =
            moved.iter().flat_map(|it| [before.area_of.get(*it), after.area_of.get(*it)]).flatten().copied().collect();
        let areas = after.areas.iter().filter(|it| touched.contains(&it.id));
        let change = |area: &crate::model::planning_area::PlanningArea| CopyChange {
            area: area.name.clone(),
            counted: self.counted([before.id, after.id], area.id, &moved),
            shown: self.shown_in_copy([before.id, after.id], area.id, &moved),
        };
        let mut changes: Vec<CopyChange> = areas.map(change).collect();
        self.hide_together(&mut changes);
        changes
    }

    /// One hidden side hides all of its kind.
    fn hide_together(&self, changes: &mut [CopyChange]) {
        let secret = State::Suppressed(SuppressedBy::Profile);
        let hides = |it: &CopyChange| it.counted.is_some_and(|it| it.contains(&None));
        if changes.iter().any(hides) {
            changes.iter_mut().for_each(|it| it.counted = it.counted.map(|_| [None; 2]));
        }
        let hides = |it: &CopyChange| it.shown.as_ref().is_some_and(|it| it.1.iter().any(|it| it.get().state == secret));
        if changes.iter().any(hides) {
            let nothing = || disclosure::release_nothing(secret, self.look.profile);
            changes.iter_mut().filter_map(|it| it.shown.as_mut()).for_each(|it| it.1 = [nothing(), nothing()]);
        }
    }

    /// The plan that the copy on the wall was made of; `None` without a copy.
    pub fn plan_that_was_copied(&self) -> Option<&Plan> {
        self.plans_around_copy().map(|it| it.0)
    }

    /// The plan that was copied, and the copy.
    fn plans_around_copy(&self) -> Option<(&Plan, &Plan)> {
        let wall = self.look.presenting.as_ref()?;
        let original = self.view_on_wall().and_then(|it| it.plan).or(wall.before.plan)?;
        self.project.plan(original).zip(self.project.plan(wall.what_if?))
    }

    fn counted(&self, plans: [PlanId; 2], area: AreaId, moved: &[&DistrictKey]) -> Option<[Option<f64>; 2]> {
        let counts = self.catalog.with_role(crate::model::indicator::Role::Population).is_some();
        let hides = |it: &&DistrictKey| {
            let people = self.catalog.register.find(it).and_then(|it| self.people_of(it));
            people.is_some_and(|it| it.get().state == State::Suppressed(SuppressedBy::Profile))
        };
        let secret = counts && moved.iter().any(hides);
        let [before, after] = plans.map(|it| {
            let figures = self.figures_of(it)?.get().area(area)?;
            if !counts || figures.districts == 0 {
                return Some(Some(figures.districts as f64)); // where no district is, nobody lives
            }
            let people = figures.population?;
            let hidden = secret || matches!(people.state, State::Suppressed(_));
            if hidden { Some(None) } else { people.value.map(Some) }
        });
        let both = [before?, after?];
        (both[0] != both[1] || both.contains(&None)).then_some(both)
    }

    fn shown_in_copy(&self, plans: [PlanId; 2], area: AreaId, moved: &[&DistrictKey]) -> Option<(Indicator, [Released<AreaValue>; 2])> {
        if self.coloured_by_areas() {
            return None;
        }
        let series = self.shown_indicator()?;
        if self.catalog.with_role(crate::model::indicator::Role::Population).is_some_and(|it| it.indicator.id == series.indicator.id) {
            return None; // told above
        }
        let (indicator, profile) = (&series.indicator, self.look.profile);
        let districts = released(self.overlay_at(Level::Districts)?)?;
        let secret = |it: &&DistrictKey| {
            let unit = self.catalog.register.find(it).and_then(|it| districts.units.iter().find(|unit| unit.district == Some(it)));
            unit.is_none_or(|it| it.value.state == State::Suppressed(SuppressedBy::Profile))
        };
        let secret = moved.iter().any(secret);
        let [before, after] = plans.map(|plan| {
            let value = released(self.overlay_of_plan(plan)?)?.units.iter().find(|it| it.area == Some(area))?.value;
            Some(match secret {
                true => disclosure::release_nothing(State::Suppressed(SuppressedBy::Profile), profile),
                false => disclosure::release_value(value, indicator, profile),
            })
        });
        Some((indicator.clone(), [before?, after?]))
    }
}

/// Every district that has an area in one of the plans, in order.
fn keys<'a>(a: &'a Plan, b: &'a Plan) -> impl Iterator<Item = &'a DistrictKey> {
    a.area_of.keys().chain(b.area_of.keys()).collect::<BTreeSet<_>>().into_iter()
}

fn released<E>(overlay: &Result<Released<Overlay>, E>) -> Option<&Overlay> {
    overlay.as_ref().ok().map(Released::get)
}
