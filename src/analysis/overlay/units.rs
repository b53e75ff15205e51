//! The units of an overlay, before disclosure and classes.

use super::{Unit, UnitClass};
use crate::{
    analysis::{assignment::Assignment, pool::Pool},
    geometry::DistrictIx,
    model::{
        catalog::{Catalog, District},
        plan::Plan,
        planning_area::PlanningArea,
    },
};

/// Every district with its own value; with a plan, each knows its area.
pub(super) fn districts(catalog: &Catalog, assignment: Option<&Assignment>, pool: &Pool<'_>) -> Vec<Unit> {
    let unit = |(district, it): (DistrictIx, &District)| Unit {
        key: it.key.to_string(),
        name: it.name.clone(),
        district: Some(district),
        area: assignment.and_then(|it| it.area_of(district)),
        value: pool.district(district),
        class: standing(&[district], pool),
        rank: None,
    };
    catalog.register.iter().map(unit).collect()
}

/// Every area of the plan with its pooled value.
pub(super) fn areas((plan, assignment): (&Plan, &Assignment), pool: &Pool<'_>) -> Vec<Unit> {
    let unit = |it: &PlanningArea| {
        let members = assignment.position(it.id).map_or(&[][..], |label| assignment.members(label));
        Unit {
            key: it.code.clone(),
            name: it.name.clone(),
            district: None,
            area: Some(it.id),
            value: pool.area(members.iter().copied()),
            class: standing(members, pool),
            rank: None,
        }
    };
    plan.areas.iter().map(unit).collect()
}

/// Switched off where nobody of the unit counts (the city is out, or the series is without it), uninhabited where nobody who
/// counts has inhabitants; else open.
fn standing(members: &[DistrictIx], pool: &Pool<'_>) -> UnitClass {
    let counted = || members.iter().filter(|it| pool.counts(**it));
    if counted().next().is_none() {
        return if members.is_empty() { UnitClass::Partial } else { UnitClass::SwitchedOff };
    }
    if counted().all(|it| pool.is_uninhabited(*it)) { UnitClass::Uninhabited } else { UnitClass::Partial }
}
