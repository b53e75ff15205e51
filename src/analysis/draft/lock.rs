//! Locks: what a stroke may not do, and the sentence that says why.

use crate::{
    analysis::assignment::Assignment,
    model::{id::AreaId, plan::Plan, planning_area::Lock},
    words::{Message, say},
};

/// Why a district stays where it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WhyNot {
    /// Its area is locked and gives nothing away.
    GivesNothing(AreaId),
    /// The area it should go to is fixed and takes nothing.
    TakesNothing(AreaId),
    /// Only districts without area are painted, and it has one.
    HasArea(AreaId),
    /// Nobody lives there and it has no area on purpose: only who means it alone puts it into one.
    Uninhabited,
    /// The plan is untouchable.
    Untouchable,
}

impl WhyNot {
    /// The sentence for the planner.
    pub fn message(self, plan: &Plan) -> Message {
        let name = |area| plan.area(area).map_or_else(String::new, |it| it.name.clone());
        match self {
            Self::GivesNothing(area) => say!("analysis-draft-gives-nothing", name = name(area)),
            Self::TakesNothing(area) => say!("analysis-draft-takes-nothing", name = name(area)),
            Self::HasArea(area) => say!("analysis-draft-has-area", name = name(area)),
            Self::Uninhabited => say!("analysis-draft-uninhabited"),
            Self::Untouchable => say!("analysis-draft-untouchable", name = plan.name.clone()),
        }
    }
}

/// What forbids that districts go from one area (or none) to another (or none) of a plan.
pub fn forbidden(plan: &Plan, from: Option<AreaId>, to: Option<AreaId>) -> Option<WhyNot> {
    let lock = |area: Option<AreaId>| area.and_then(|it| plan.area(it)).map(|it| (it.id, it.lock));
    match (lock(from), lock(to)) {
        _ if plan.untouchable => Some(WhyNot::Untouchable),
        (Some((area, Lock::Fixed | Lock::KeepAtLeast)), _) => Some(WhyNot::GivesNothing(area)),
        (_, Some((area, Lock::Fixed))) => Some(WhyNot::TakesNothing(area)),
        _ => None,
    }
}

/// The locks by label.
#[derive(Debug, Clone)]
pub(in crate::analysis) struct Locks {
    areas: Vec<(AreaId, Lock)>,
    only_unassigned: bool,
    untouchable: bool,
}

impl Locks {
    pub(in crate::analysis) fn of(plan: &Plan, assignment: &Assignment, only_unassigned: bool) -> Self {
        let lock = |it: &AreaId| (*it, plan.area(*it).map_or(Lock::Free, |it| it.lock));
        Self { areas: assignment.areas().iter().map(lock).collect(), only_unassigned, untouchable: plan.untouchable }
    }

    pub(in crate::analysis) fn take_only_unassigned(&mut self, only: bool) {
        self.only_unassigned = only;
    }

    /// What forbids a move. `origin` is where the district stood before the stroke: what a stroke has just painted it may
    /// paint again, or take out, whatever the lock of the area it came to.
    pub(in crate::analysis) fn forbid(&self, from: Option<usize>, to: Option<usize>, origin: Option<usize>) -> Option<WhyNot> {
        let lock = |label: Option<usize>| label.and_then(|it| self.areas.get(it)).copied();
        if self.untouchable {
            return Some(WhyNot::Untouchable);
        }
        match (lock(from), lock(to)) {
            (Some((area, Lock::Fixed | Lock::KeepAtLeast)), _) if from == origin => Some(WhyNot::GivesNothing(area)),
            (_, Some((area, Lock::Fixed))) if to != origin => Some(WhyNot::TakesNothing(area)),
            (Some((area, _)), _) if self.only_unassigned && origin.is_some() && from == origin => Some(WhyNot::HasArea(area)),
            _ => None,
        }
    }
}
