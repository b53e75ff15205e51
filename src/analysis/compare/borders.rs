//! Borders of areas in two plans: kept, new and gone.

/// Length of borders inside the county, in the unit of the arcs.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct BorderChange {
    /// A border in both plans.
    pub shared: f64,
    /// A border only in plan B.
    pub added: f64,
    /// A border only in plan A.
    pub removed: f64,
}

/// Sums the arcs between two districts, given as (left, right, length), by whether they part areas in plan A and B.
///
/// An arc parts where its two districts are not in the same area, one assigned and one not included. The county's
/// outer boundary has a district on one side only and is no change; an arc beyond the plans' districts counts nowhere.
pub fn border_change(arcs: impl IntoIterator<Item = (usize, usize, f64)>, a: &[Option<u32>], b: &[Option<u32>]) -> BorderChange {
    let mut change = BorderChange::default();
    for (left, right, length) in arcs {
        match (parts(a, left, right), parts(b, left, right)) {
            (Some(true), Some(true)) => change.shared += length,
            (Some(false), Some(true)) => change.added += length,
            (Some(true), Some(false)) => change.removed += length,
            _ => {}
        }
    }
    change
}

fn parts(plan: &[Option<u32>], left: usize, right: usize) -> Option<bool> {
    Some(plan.get(left)? != plan.get(right)?)
}
