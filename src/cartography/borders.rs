//! What each border looks like. Every border is one arc and is drawn once.

use crate::{
    analysis::{
        assignment::Assignment,
        plan_comparison::{BorderState, PlanComparison},
    },
    geometry::{ArcIx, DistrictIx},
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
pub fn of_plan(catalog: &Catalog, assignment: Option<&Assignment>, group: Option<&str>) -> Vec<Border> {
    let groups = Groups::of(catalog, group);
    let border = |left: DistrictIx, right: DistrictIx| match assignment {
        Some(it) if it.label_of(left) == it.label_of(right) => groups.between(left, right),
        Some(it) if it.label_of(left).is_none() || it.label_of(right).is_none() => {
            let open = if it.label_of(left).is_none() { left } else { right };
            if catalog.is_uninhabited(open) { Border::Area } else { Border::Unassigned }
        }
        Some(_) => Border::Area,
        None => groups.between(left, right),
    };
    each_arc(catalog, |sides| match sides {
        (Some(left), Some(right)) => border(left, right),
        (Some(only), None) | (None, Some(only)) => {
            let open = assignment.is_some_and(|it| it.label_of(only).is_none()) && !catalog.is_uninhabited(only);
            if open { Border::Unassigned } else { Border::County }
        }
        (None, None) => Border::County,
    })
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
