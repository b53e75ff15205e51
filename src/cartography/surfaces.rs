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
}

/// Surfaces by the values of an overlay, per district or in the colour of the district's area.
pub fn of_overlay(
    catalog: &Catalog,
    overlay: &Released<Overlay>,
    assignment: Option<&Assignment>,
    ramp: Ramp,
    ground: Ground,
) -> Vec<Surface> {
    let overlay = overlay.get();
    let colours = palette::colours(ramp, overlay.classes.as_ref().map_or(0, |it| it.len()), ground);
    let unit_surface = |class: UnitClass| surface_of(class, &colours);
    match overlay.level {
        Level::Districts => overlay.units.iter().map(|it| unit_surface(it.class)).collect(),
        Level::Areas => {
            let of_district = |district: DistrictIx| {
                let label = assignment.and_then(|it| it.label_of(district));
                match label.and_then(|it| overlay.units.get(it)) {
                    Some(unit) if !catalog.is_uninhabited(district) => unit_surface(unit.class),
                    _ => without_area(catalog, district),
                }
            };
            catalog.register.iter().map(|(it, _)| of_district(it)).collect()
        }
    }
}

fn without_area(catalog: &Catalog, district: DistrictIx) -> Surface {
    if catalog.is_uninhabited(district) { Surface::Uninhabited } else { Surface::Unassigned }
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
    let colours: Vec<Colour> = plan.areas.iter().map(|it| palette::on_map(it.colour, ground)).collect();
    let surface = |district: DistrictIx| match assignment.label_of(district).and_then(|it| colours.get(it)) {
        Some(colour) => Surface::Plain(*colour),
        None => without_area(catalog, district),
    };
    catalog.register.iter().map(|(it, _)| surface(it)).collect()
}

/// Surfaces of a comparison: what stays is faded, what changes stands out; areas of B look like those of A they match.
pub fn of_comparison(catalog: &Catalog, assignment_b: &Assignment, comparison: &PlanComparison, ground: Ground) -> Vec<Surface> {
    let surface = |district: DistrictIx| {
        let colour = assignment_b.area_of(district).and_then(|it| comparison.likeness.get(&it)).map(|it| it.colour);
        let changed = comparison.changed.binary_search(&district).is_ok();
        match (colour, changed) {
            (Some(colour), true) => Surface::Changed(palette::on_map(colour, ground)),
            (Some(colour), false) => Surface::Plain(palette::faded(colour, ground)),
            (None, _) => without_area(catalog, district),
        }
    };
    catalog.register.iter().map(|(it, _)| surface(it)).collect()
}
