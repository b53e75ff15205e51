//! What each district's surface looks like.

use crate::{
    analysis::{
        assignment::Assignment,
        city::CitySwitch,
        overlay::{Overlay, UnitClass},
        plan_comparison::PlanComparison,
    },
    cartography::{
        middle,
        palette::{self, Ground},
    },
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

/// What a map is made of: districts, and which of them are the city, switched off.
#[derive(Clone, Copy)]
pub struct Land<'a> {
    /// The districts.
    pub catalog: &'a Catalog,
    /// Who counts. Whoever doesn't is drawn in outline only, whatever the map shows.
    pub city: &'a CitySwitch,
}

impl<'a> Land<'a> {
    /// What a district without area looks like, and a switched-off one in any case.
    fn without_area(self) -> impl Fn(DistrictIx) -> Surface + 'a {
        let (uninhabited, city) = (self.catalog.uninhabited(), self.city);
        move |it| match (city.is_switched_off(it), uninhabited(it)) {
            (true, _) => Surface::SwitchedOff,
            (_, true) => Surface::Uninhabited,
            _ => Surface::Unassigned,
        }
    }

    /// Whether a district may stay without area: uninhabited, or switched off.
    pub(super) fn may_stay(self) -> impl Fn(DistrictIx) -> bool + 'a {
        let without_area = self.without_area();
        move |it| without_area(it) != Surface::Unassigned
    }
}

/// Surfaces without indicator and plan: where districts are, and no more.
pub fn bare(land: Land<'_>) -> Vec<Surface> {
    let surface = |it| if land.city.is_switched_off(it) { Surface::SwitchedOff } else { Surface::Bare };
    land.catalog.register.iter().map(|it| surface(it.0)).collect()
}

/// Surfaces by the values of an overlay, per district or in the colour of the district's area.
pub fn of_overlay(
    land: Land<'_>,
    overlay: &Released<Overlay>,
    assignment: Option<&Assignment>,
    ramp: Ramp,
    ground: Ground,
) -> Vec<Surface> {
    let colours = class_colours(overlay, ramp, ground);
    match overlay.get().level {
        Level::Districts => overlay.get().units.iter().map(|it| surface_of(it.class, &colours)).collect(),
        Level::Areas => {
            let without_area = land.without_area();
            let surface = |it| of_area_value(it, overlay, assignment, &colours, &without_area);
            land.catalog.register.iter().map(|it| surface(it.0)).collect()
        }
    }
}

fn class_colours(overlay: &Released<Overlay>, ramp: Ramp, ground: Ground) -> Vec<Colour> {
    middle::colours(overlay.get(), ramp, ground)
}

/// A district in the colour of its area's value.
fn of_area_value(
    district: DistrictIx,
    overlay: &Released<Overlay>,
    assignment: Option<&Assignment>,
    colours: &[Colour],
    without_area: impl Fn(DistrictIx) -> Surface,
) -> Surface {
    let label = assignment.and_then(|it| it.label_of(district));
    match (label.and_then(|it| overlay.get().units.get(it)), without_area(district)) {
        (Some(unit), Surface::Unassigned) => surface_of(unit.class, colours),
        (_, other) => other,
    }
}

/// Puts the surfaces of districts right that moved, where areas carry the colours: of `overlay`'s values, or without one
/// the areas' own. O(moved).
pub fn follow(
    land: Land<'_>,
    (plan, assignment): (&Plan, &Assignment),
    overlay: Option<(&Released<Overlay>, Ramp)>,
    ground: Ground,
    moved: impl IntoIterator<Item = DistrictIx>,
    surfaces: &mut [Surface],
) {
    let without_area = land.without_area();
    let colours = overlay.map_or_else(Vec::new, |(overlay, ramp)| class_colours(overlay, ramp, ground));
    for district in moved {
        let surface = match overlay {
            Some((overlay, _)) => of_area_value(district, overlay, Some(assignment), &colours, &without_area),
            None => of_area(district, plan, assignment, ground, &without_area),
        };
        if let Some(place) = surfaces.get_mut(district.index()) {
            *place = surface;
        }
    }
}

/// A district in the colour of its area.
fn of_area(
    district: DistrictIx,
    plan: &Plan,
    assignment: &Assignment,
    ground: Ground,
    without_area: impl Fn(DistrictIx) -> Surface,
) -> Surface {
    let area = assignment.label_of(district).and_then(|it| plan.areas.get(it));
    match (area, without_area(district)) {
        (_, Surface::SwitchedOff) => Surface::SwitchedOff,
        (Some(area), _) => Surface::Plain(palette::on_map(area.colour, ground)),
        (None, other) => other,
    }
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
pub fn of_areas(land: Land<'_>, plan: &Plan, assignment: &Assignment, ground: Ground) -> Vec<Surface> {
    let without_area = land.without_area();
    let surface = |it| of_area(it, plan, assignment, ground, &without_area);
    land.catalog.register.iter().map(|it| surface(it.0)).collect()
}

/// Surfaces of a comparison: what stays is faded, what changes stands out; areas of B look like those of A they match.
pub fn of_comparison(land: Land<'_>, assignment_b: &Assignment, comparison: &PlanComparison, ground: Ground) -> Vec<Surface> {
    let without_area = land.without_area();
    let surface = |district: DistrictIx| {
        let colour = assignment_b.area_of(district).and_then(|it| comparison.likeness.get(&it)).map(|it| it.colour);
        let changed = comparison.changed.binary_search(&district).is_ok();
        match (colour, changed) {
            _ if land.city.is_switched_off(district) => Surface::SwitchedOff,
            (Some(colour), true) => Surface::Changed(palette::on_map(colour, ground)),
            (Some(colour), false) => Surface::Plain(palette::faded(colour, ground)),
            (None, _) => without_area(district),
        }
    };
    land.catalog.register.iter().map(|(it, _)| surface(it)).collect()
}
