//! The figures of one area.

use crate::{
    analysis::{assignment::Assignment, city::CitySwitch, pool::AreaValue},
    geometry::{DistrictIx, shape},
    model::{
        catalog::Catalog,
        id::AreaId,
        indicator::Role,
        quantity::{Metres, SquareMetres},
        value::Cell,
    },
};

/// Figures of an area.
#[derive(Debug, Clone, PartialEq)]
pub struct AreaFigures {
    /// Which area.
    pub area: AreaId,
    /// Its districts that count.
    pub districts: usize,
    /// Its districts that are switched off.
    pub switched_off: usize,
    /// Whether it holds districts, all of them of the city.
    pub is_city: bool,
    /// Whether it is measured by the plan's target, and is a part of the mean where that is the target.
    pub has_target: bool,
    /// Its population, where somebody counted it.
    pub population: Option<AreaValue>,
    /// What is balanced: the population, or the indicator chosen.
    pub amount: Option<AreaValue>,
    /// (amount − target) / target; below 0 there is too little. `None` without a target.
    pub deviation: Option<f64>,
    /// Planar surface of all districts, in the projected system.
    pub surface_km2: f64,
    /// The surface that densities refer to, of the districts that count.
    pub density_surface: Surface,
    /// Length of the outline, holes included.
    pub perimeter_km: f64,
    /// Components of the rook graph.
    pub parts: usize,
    /// Outer rings of the outline.
    pub polygons: usize,
    /// 4π · surface / perimeter².
    pub polsby_popper: Option<f64>,
    /// Surface / surface of the smallest circle around it.
    pub reock: Option<f64>,
    /// Surface / surface of its convex hull.
    pub convex_hull_ratio: Option<f64>,
}

/// An extent for densities.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Surface {
    /// In km².
    pub km2: f64,
    /// Whether it was measured on the map because the register gives none.
    pub estimated: bool,
}

impl Surface {
    /// The register's surface where it is known for every district, else the map's.
    pub fn of(catalog: &Catalog, districts: &[DistrictIx]) -> Self {
        let register = catalog.with_role(Role::RegisterSurface).and_then(|it| Some(it.at(it.latest_known()?)));
        let given = register.and_then(|cells| {
            let each = districts.iter().map(|it| cells.get(it.index()).and_then(Cell::known_value));
            each.collect::<Option<Vec<f64>>>()
        });
        match given {
            Some(all) => Self { km2: all.iter().sum(), estimated: false },
            None => {
                let topology = &catalog.ground.topology;
                let all: f64 = districts.iter().map(|it| topology.surface(*it)).sum();
                Self { km2: SquareMetres(all).square_kilometres(), estimated: true }
            }
        }
    }
}

impl AreaFigures {
    /// People per km²; `None` without population or surface.
    pub fn density(&self) -> Option<f64> {
        let people = self.population.and_then(|it| it.value)?;
        (self.density_surface.km2 > 0.0).then(|| people / self.density_surface.km2)
    }
}

/// The figures of the area with this label; `None` for a label that isn't there.
pub(in crate::analysis) fn figures(
    catalog: &Catalog,
    assignment: &Assignment,
    label: usize,
    city: &CitySwitch,
    population: Option<AreaValue>,
    amount: Option<AreaValue>,
) -> Option<AreaFigures> {
    let members = assignment.members(label);
    let shape = shape_of(catalog, assignment, label);
    let counted: Vec<DistrictIx> = members.iter().copied().filter(|it| !city.is_switched_off(*it)).collect();
    Some(AreaFigures {
        area: *assignment.areas().get(label)?,
        districts: counted.len(),
        switched_off: members.len() - counted.len(),
        is_city: !members.is_empty() && members.iter().all(|it| city.is_city(*it)),
        has_target: true,
        population,
        amount,
        deviation: None,
        surface_km2: SquareMetres(shape.surface).square_kilometres(),
        density_surface: Surface::of(catalog, &counted),
        perimeter_km: Metres(shape.perimeter).kilometres(),
        parts: shape.parts,
        polygons: shape.polygons,
        polsby_popper: shape.polsby_popper,
        reock: shape.reock,
        convex_hull_ratio: shape.convex_hull_ratio,
    })
}

/// The shape of an area, from its outline.
fn shape_of(catalog: &Catalog, assignment: &Assignment, label: usize) -> shape::Figures {
    let inside = |it: DistrictIx| assignment.label_of(it) == Some(label);
    shape::figures(&catalog.ground.topology, assignment.members(label), inside)
}
