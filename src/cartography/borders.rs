//! What each border looks like. Every border is one arc and is drawn once.

use crate::{
    analysis::{
        assignment::Assignment,
        plan_comparison::{BorderState, PlanComparison},
    },
    cartography::surfaces::Land,
    geometry::{ArcIx, ArcUse, DistrictIx, Point, topology::Topology},
    model::catalog::Catalog,
};

/// A border.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Border {
    /// Between two districts of one area.
    District,
    /// Between two groups of districts (Samtgemeinden) within one area.
    Group,
    /// Outline of the county.
    County,
    /// Outline of an area.
    Area,
    /// Around districts in no area.
    Unassigned,
    /// An area's outline in both plans.
    Shared,
    /// Only in the later plan.
    New,
    /// Only in the earlier plan.
    Dropped,
}

/// Borders of a map of areas. `group` names the district attribute whose groups get a stronger hair.
pub fn of_plan(land: Land<'_>, assignment: Option<&Assignment>, group: Option<&str>) -> Vec<Border> {
    let (groups, may_stay) = (Groups::of(land.catalog, group), land.may_stay());
    each_arc(land.catalog, |sides| of_sides(sides, assignment, &may_stay, |left, right| groups.between(left, right)))
}

/// Draws the outlines of exclaves that are smaller than so many m² as mere borders of districts: seen from afar, a dozen scraps
/// of forest in heavy ink would hide the map. The largest part of a district is no exclave, however small, nor is one that has
/// its own area beside it: there the area's outline would get a hole.
pub fn quiet_exclaves(topology: &Topology, smaller_than: f64, borders: &mut [Border]) {
    let mut parts: Vec<(f64, &[ArcUse])> = Vec::new();
    let heavy = |it: &ArcUse| matches!(borders.get(it.arc.index()), Some(Border::Area | Border::Unassigned));
    let within = |it: &ArcUse| matches!(borders.get(it.arc.index()), Some(Border::District | Border::Group));
    let mut quiet: Vec<ArcIx> = Vec::new();
    for district in (0..).map(DistrictIx).take(topology.district_count()) {
        parts.clear();
        parts.extend(topology.polygons_of(district).map(|it| (surface_within(&topology.ring_points(it.outer())), it.outer())));
        let largest = parts.iter().map(|it| it.0).fold(0.0, f64::max);
        let exclaves = parts.iter().filter(|it| it.0 < largest && it.0 < smaller_than && !it.1.iter().any(within));
        quiet.extend(exclaves.flat_map(|it| it.1).filter(|it| heavy(it)).map(|it| it.arc));
    }
    for arc in quiet {
        borders.get_mut(arc.index()).into_iter().for_each(|it| *it = Border::District);
    }
}

/// Half the cross products of a closed ring's points, seen from its first so that large coordinates cost no digits.
fn surface_within(points: &[Point]) -> f64 {
    let Some(&[x, y]) = points.first() else { return 0.0 };
    let cross = |pair: &[Point]| match pair {
        [a, b] => (a[0] - x) * (b[1] - y) - (b[0] - x) * (a[1] - y),
        _ => 0.0,
    };
    (points.windows(2).map(cross).sum::<f64>() / 2.0).abs()
}

/// Puts the borders of some districts right after they moved: O(their arcs). Answers with the arcs that look different now.
pub fn follow(
    land: Land<'_>,
    assignment: &Assignment,
    group: Option<&str>,
    moved: impl IntoIterator<Item = DistrictIx>,
    borders: &mut [Border],
) -> Vec<ArcIx> {
    let topology = &land.catalog.ground.topology;
    let value = |it: DistrictIx| land.catalog.register.get(it).zip(group).and_then(|(it, group)| it.attributes.get(group));
    let between = |left, right| if value(left) == value(right) { Border::District } else { Border::Group };
    let may_stay = land.may_stay();
    let mut changed = Vec::new();
    for arc in moved.into_iter().flat_map(|it| topology.arcs_of(it)).map(|it| it.arc) {
        let sides = topology.arc(arc);
        let border = of_sides((sides.left, sides.right), Some(assignment), &may_stay, between);
        if let Some(place) = borders.get_mut(arc.0 as usize).filter(|it| **it != border) {
            *place = border;
            changed.push(arc);
        }
    }
    changed
}

/// The border between two districts, or between one and the outside; `within` says what it is inside an area.
fn of_sides(
    sides: (Option<DistrictIx>, Option<DistrictIx>),
    assignment: Option<&Assignment>,
    may_stay: impl Fn(DistrictIx) -> bool,
    within: impl Fn(DistrictIx, DistrictIx) -> Border,
) -> Border {
    let label = |it: DistrictIx| assignment.and_then(|assignment| assignment.label_of(it));
    match sides {
        (Some(left), Some(right)) if label(left) == label(right) => within(left, right),
        (Some(left), Some(right)) => match (label(left), label(right)) {
            (None, _) if !may_stay(left) => Border::Unassigned,
            (_, None) if !may_stay(right) => Border::Unassigned,
            _ => Border::Area,
        },
        (Some(only), None) | (None, Some(only)) => {
            let open = assignment.is_some() && label(only).is_none() && !may_stay(only);
            if open { Border::Unassigned } else { Border::County }
        }
        (None, None) => Border::County,
    }
}

/// Borders of a comparison.
pub fn of_comparison(catalog: &Catalog, comparison: &PlanComparison, group: Option<&str>) -> Vec<Border> {
    let groups = Groups::of(catalog, group);
    let mut states = comparison.borders.iter();
    each_arc(catalog, |sides| match (states.next(), sides) {
        (Some(BorderState::Shared), _) => Border::Shared,
        (Some(BorderState::Added), _) => Border::New,
        (Some(BorderState::Removed), _) => Border::Dropped,
        (_, (Some(left), Some(right))) => groups.between(left, right),
        _ => Border::County,
    })
}

fn each_arc(catalog: &Catalog, mut border: impl FnMut((Option<DistrictIx>, Option<DistrictIx>)) -> Border) -> Vec<Border> {
    let topology = &catalog.ground.topology;
    let count = u32::try_from(topology.arc_count()).unwrap_or(u32::MAX);
    (0..count).map(|it| topology.arc(ArcIx(it))).map(|it| border((it.left, it.right))).collect()
}

/// Which group each district belongs to.
struct Groups(Vec<u32>);

impl Groups {
    fn of(catalog: &Catalog, attribute: Option<&str>) -> Self {
        let Some(attribute) = attribute else { return Self(Vec::new()) };
        let mut numbers = std::collections::HashMap::new();
        let mut number = |value: Option<&String>| {
            let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
            *numbers.entry(value.cloned()).or_insert(next)
        };
        Self(catalog.register.districts().iter().map(|it| number(it.attributes.get(attribute))).collect())
    }

    fn between(&self, left: DistrictIx, right: DistrictIx) -> Border {
        if self.0.get(left.index()) == self.0.get(right.index()) { Border::District } else { Border::Group }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use geo::{MultiPolygon, Rect};

    use super::*;

    /// A large square with a scrap in the other district, and that one.
    #[test]
    fn scraps_lose_their_heavy_outline_and_main_parts_keep_theirs() {
        let square = |x: f64, y: f64, side: f64| Rect::new((x, y), (x + side, y + side)).to_polygon();
        let ring = {
            let hole = square(1400.0, 400.0, 100.0).exterior().clone();
            geo::Polygon::new(square(1000.0, 0.0, 1000.0).exterior().clone(), vec![hole])
        };
        let first = MultiPolygon::new(vec![square(0.0, 0.0, 1000.0), square(1400.0, 400.0, 100.0)]);
        let topology = Topology::build(&[first, MultiPolygon::new(vec![ring])], 0.0).topology;
        let inner = |it: usize| {
            let arc = topology.arc(ArcIx(it as u32));
            arc.left.is_some() && arc.right.is_some()
        };
        let heavy = || (0..topology.arc_count()).map(|it| if inner(it) { Border::Area } else { Border::County }).collect::<Vec<_>>();
        let quiet = |smaller_than: f64| {
            let mut borders = heavy();
            quiet_exclaves(&topology, smaller_than, &mut borders);
            let metres = |of: Border| -> f64 {
                borders.iter().enumerate().filter(|it| *it.1 == of).map(|it| topology.arc(ArcIx(it.0 as u32)).length).sum()
            };
            (metres(Border::Area).round(), metres(Border::District).round())
        };
        assert_eq!(quiet(5_000.0), (1400.0, 0.0), "a scrap that is large enough stays");
        assert_eq!(quiet(20_000.0), (1000.0, 400.0));
        assert_eq!(quiet(1e9), (1000.0, 400.0), "the largest part of a district is no scrap");
    }

    /// The outline of Rhumspringe's area had a hole where a small part of a district lay: the part hangs together with its area
    /// through another district of it.
    #[test]
    fn a_part_beside_its_own_area_keeps_the_outline_whole() {
        let polygon = |points: &[(f64, f64)]| geo::Polygon::new(geo::LineString::from(points.to_vec()), Vec::new());
        let square = |x: f64, y: f64, side: f64| Rect::new((x, y), (x + side, y + side)).to_polygon();
        let first = MultiPolygon::new(vec![square(0.0, 0.0, 1000.0), square(2000.0, 400.0, 100.0)]);
        let second = [(1000.0, 0.0), (2000.0, 0.0), (2000.0, 400.0), (2000.0, 500.0), (2000.0, 1000.0), (1000.0, 1000.0)];
        let notched = [(2000.0, 0.0), (3000.0, 0.0), (3000.0, 1000.0), (2000.0, 1000.0), (2000.0, 500.0), (2100.0, 500.0)];
        let notched = [&notched[..], &[(2100.0, 400.0), (2000.0, 400.0)]].concat();
        let others = [polygon(&second), polygon(&notched)].map(|it| MultiPolygon::new(vec![it]));
        let topology = Topology::build(&[first, others[0].clone(), others[1].clone()], 0.0).topology;
        let area = |it: DistrictIx| it.0 == 2; // the first two belong together
        let border = |it: usize| match (topology.arc(ArcIx(it as u32)).left, topology.arc(ArcIx(it as u32)).right) {
            (Some(left), Some(right)) if area(left) == area(right) => Border::District,
            (Some(_), Some(_)) => Border::Area,
            _ => Border::County,
        };
        let mut borders: Vec<Border> = (0..topology.arc_count()).map(border).collect();
        let before = borders.clone();
        assert!(before.contains(&Border::Area) && before.contains(&Border::District));
        quiet_exclaves(&topology, 1e6, &mut borders);
        assert_eq!(borders, before);
    }
}
