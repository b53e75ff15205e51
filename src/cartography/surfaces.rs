//! What each district's surface looks like.

use crate::{
    analysis::{
        assignment::Assignment,
        overlay::{Overlay, UnitClass},
        plan_comparison::PlanComparison,
    },
    cartography::palette::{self, Ground},
    geometry::DistrictIx,
    model::{catalog::Catalog, classing::Ramp, plan::Plan, planning_area::Colour, released::Released, saved_view::Level},
};

/// A surface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Surface {
    /// In one colour: a class or an area.
    Plain(Colour),
    /// A class of a value that is known in part only.
    Estimated(Colour),
    /// Known in part, too little for an estimate.
    Partial,
    /// Secret.
    Secret,
    /// Not delivered, or not meaningful.
    Missing,
    /// Nobody lives there.
    Uninhabited,
    /// In no area, where areas carry the colours.
    Unassigned,
    /// The city, while it doesn't count: outline only.
    SwitchedOff,
    /// Cannot be pooled.
    Range,
    /// Changes area between two plans; in the colour of its new one.
    Changed(Colour),
    /// Nothing is said about it: there is neither indicator nor plan.
    Bare,
}

/// Surfaces without indicator and plan: where districts are, and no more.
pub fn bare(catalog: &Catalog) -> Vec<Surface> {
    vec![Surface::Bare; catalog.register.len()]
}

/// Surfaces by the values of an overlay, per district or in the colour of the district's area.
pub fn of_overlay(
    catalog: &Catalog,
    overlay: &Released<Overlay>,
    assignment: Option<&Assignment>,
    ramp: Ramp,
    ground: Ground,
) -> Vec<Surface> {
    let colours = class_colours(overlay, ramp, ground);
    match overlay.get().level {
        Level::Districts => overlay.get().units.iter().map(|it| surface_of(it.class, &colours)).collect(),
        Level::Areas => {
            let uninhabited = catalog.uninhabited();
            let surface = |it| of_area_value(it, overlay, assignment, &colours, &uninhabited);
            catalog.register.iter().map(|it| surface(it.0)).collect()
        }
    }
}

fn class_colours(overlay: &Released<Overlay>, ramp: Ramp, ground: Ground) -> Vec<Colour> {
    palette::colours(ramp, overlay.get().classes.as_ref().map_or(0, |it| it.len()), ground)
}

/// A district in the colour of its area's value.
fn of_area_value(
    district: DistrictIx,
    overlay: &Released<Overlay>,
    assignment: Option<&Assignment>,
    colours: &[Colour],
    uninhabited: impl Fn(DistrictIx) -> bool,
) -> Surface {
    let label = assignment.and_then(|it| it.label_of(district));
    match label.and_then(|it| overlay.get().units.get(it)) {
        Some(unit) if !uninhabited(district) => surface_of(unit.class, colours),
        _ => without_area(uninhabited(district)),
    }
}

fn without_area(uninhabited: bool) -> Surface {
    if uninhabited { Surface::Uninhabited } else { Surface::Unassigned }
}

/// Puts the surfaces of districts right that moved, where areas carry the colours: of `overlay`'s values, or without one
/// the areas' own. O(moved).
pub fn follow(
    catalog: &Catalog,
    (plan, assignment): (&Plan, &Assignment),
    overlay: Option<(&Released<Overlay>, Ramp)>,
    ground: Ground,
    moved: impl IntoIterator<Item = DistrictIx>,
    surfaces: &mut [Surface],
) {
    let uninhabited = catalog.uninhabited();
    let colours = overlay.map_or_else(Vec::new, |(overlay, ramp)| class_colours(overlay, ramp, ground));
    for district in moved {
        let surface = match overlay {
            Some((overlay, _)) => of_area_value(district, overlay, Some(assignment), &colours, &uninhabited),
            None => of_area(district, plan, assignment, ground).unwrap_or_else(|| without_area(uninhabited(district))),
        };
        if let Some(place) = surfaces.get_mut(district.index()) {
            *place = surface;
        }
    }
}

/// A district in the colour of its area; `None` without one.
fn of_area(district: DistrictIx, plan: &Plan, assignment: &Assignment, ground: Ground) -> Option<Surface> {
    let area = plan.areas.get(assignment.label_of(district)?)?;
    Some(Surface::Plain(palette::on_map(area.colour, ground)))
}

fn surface_of(class: UnitClass, colours: &[Colour]) -> Surface {
    let colour = |class: u8| colours.get(usize::from(class)).copied();
    match class {
        UnitClass::Class(it) => colour(it).map_or(Surface::Missing, Surface::Plain),
        UnitClass::Estimated(it) => colour(it).map_or(Surface::Partial, Surface::Estimated),
        UnitClass::Partial => Surface::Partial,
        UnitClass::Secret => Surface::Secret,
        UnitClass::Missing(_) => Surface::Missing,
        UnitClass::Uninhabited => Surface::Uninhabited,
        UnitClass::SwitchedOff => Surface::SwitchedOff,
        UnitClass::Range => Surface::Range,
    }
}

/// Surfaces by area.
pub fn of_areas(catalog: &Catalog, plan: &Plan, assignment: &Assignment, ground: Ground) -> Vec<Surface> {
    let uninhabited = catalog.uninhabited();
    let surface = |it| of_area(it, plan, assignment, ground).unwrap_or_else(|| without_area(uninhabited(it)));
    catalog.register.iter().map(|it| surface(it.0)).collect()
}

/// Surfaces of a comparison: what stays is faded, what changes stands out; areas of B look like those of A they match.
pub fn of_comparison(catalog: &Catalog, assignment_b: &Assignment, comparison: &PlanComparison, ground: Ground) -> Vec<Surface> {
    let uninhabited = catalog.uninhabited();
    let surface = |district: DistrictIx| {
        let colour = assignment_b.area_of(district).and_then(|it| comparison.likeness.get(&it)).map(|it| it.colour);
        let changed = comparison.changed.binary_search(&district).is_ok();
        match (colour, changed) {
            (Some(colour), true) => Surface::Changed(palette::on_map(colour, ground)),
            (Some(colour), false) => Surface::Plain(palette::faded(colour, ground)),
            (None, _) => without_area(uninhabited(district)),
        }
    };
    catalog.register.iter().map(|(it, _)| surface(it)).collect()
}
