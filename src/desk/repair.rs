//! Finding and mending what a plan leaves open: districts without area, islands, enclaves.

use crate::{
    analysis::assignment::Assignment,
    desk::{Desk, errand::Errand},
    geometry::{DistrictIx, topology::Topology},
    model::id::AreaId,
    project::{Command, PlanChange},
    words::Message,
};

impl Desk {
    /// The next district to place behind the one that is chosen, coming round at the end.
    pub(super) fn next_unassigned(&mut self) {
        let Some(board) = self.drawing.board() else { return };
        let open: Vec<DistrictIx> = board.to_place().collect();
        let chosen = self.chosen_district();
        let next = open.iter().copied().find(|it| chosen.is_none_or(|chosen| *it > chosen)).or(open.first().copied());
        match next {
            Some(district) => self.find(&[district]),
            None => self.notes.tell(Message::new("desk-all-assigned")),
        }
    }

    /// The next part of an area that is cut off from its largest part.
    pub(super) fn next_island(&mut self) {
        let Some(board) = self.drawing.board() else { return };
        let areas = board.assignment().areas().to_vec();
        let mut islands: Vec<Vec<DistrictIx>> = areas.into_iter().flat_map(|it| board.parts(it).into_iter().skip(1)).collect();
        islands.sort();
        let chosen = self.chosen_district();
        let behind = |it: &&Vec<DistrictIx>| chosen.is_none_or(|chosen| it.first().is_some_and(|first| *first > chosen));
        match islands.iter().find(behind).or(islands.first()).cloned() {
            Some(island) => self.find(&island),
            None => self.notes.tell(Message::new("desk-no-islands")),
        }
    }

    fn chosen_district(&self) -> Option<DistrictIx> {
        self.look.selection.districts.first().and_then(|it| self.catalog.register.find(it))
    }

    /// What absorbing would move: every group of districts that lies wholly inside another area goes to that area.
    pub fn enclaves(&self) -> Vec<(Vec<DistrictIx>, AreaId)> {
        let Some(board) = self.drawing.board() else { return Vec::new() };
        let found = enclaves(&self.catalog.ground.topology, board.assignment());
        let wanted = |it: &(Vec<DistrictIx>, AreaId)| !it.0.iter().all(|district| self.catalog.is_uninhabited(*district));
        found.into_iter().filter(wanted).collect()
    }

    pub(super) fn absorb_enclaves(&mut self) -> Vec<Errand> {
        let enclaves = self.enclaves();
        let Some(plan) = self.look.plan else { return Vec::new() };
        let key = |it: &DistrictIx| self.catalog.register.get(*it).map(|it| it.key.clone());
        let locked = |area: AreaId| {
            let plan = self.project.plan(plan);
            plan.and_then(|it| it.area(area)).is_some_and(|it| it.lock != crate::model::planning_area::Lock::Free)
        };
        let old = |it: &DistrictIx| self.drawing.board().and_then(|board| board.assignment().area_of(*it));
        let free = enclaves.iter().filter(|(group, into)| !locked(*into) && !group.iter().filter_map(old).any(locked));
        let moves: std::collections::BTreeMap<_, _> =
            free.flat_map(|(group, area)| group.iter().filter_map(key).map(|it| (it, Some(*area)))).collect();
        if moves.is_empty() {
            self.notes.tell(Message::new("desk-no-enclaves"));
            return Vec::new();
        }
        let count = moves.len();
        let errands = self.edit(Command::InPlan(plan, PlanChange::Assign(moves)));
        self.notes.tell_undoable(Message::new("desk-absorbed").with("count", count));
        errands
    }
}

/// Connected groups with one label whose every neighbour is in one and the same other area, and which don't reach the
/// county's outer border.
fn enclaves(topology: &Topology, assignment: &Assignment) -> Vec<(Vec<DistrictIx>, AreaId)> {
    let mut seen = vec![false; assignment.district_count()];
    let mut found = Vec::new();
    for start in (0..).map(DistrictIx).take(assignment.district_count()) {
        if seen.get(start.index()) != Some(&false) {
            continue;
        }
        let group = group_of(topology, assignment, start, &mut seen);
        if let Some(area) = surrounding(topology, assignment, &group) {
            found.push((group, area));
        }
    }
    found
}

fn group_of(topology: &Topology, assignment: &Assignment, start: DistrictIx, seen: &mut [bool]) -> Vec<DistrictIx> {
    let label = assignment.label_of(start);
    let mut group = vec![start];
    let mut looked = 0;
    if let Some(it) = seen.get_mut(start.index()) {
        *it = true;
    }
    while let Some(district) = group.get(looked).copied() {
        looked += 1;
        for next in topology.neighbours(district).iter().map(|it| it.district).filter(|it| assignment.label_of(*it) == label) {
            if let Some(it) = seen.get_mut(next.index()).filter(|it| !**it) {
                *it = true;
                group.push(next);
            }
        }
    }
    group.sort_unstable();
    group
}

fn surrounding(topology: &Topology, assignment: &Assignment, group: &[DistrictIx]) -> Option<AreaId> {
    let own = assignment.label_of(*group.first()?);
    let mut around = None;
    for used in group.iter().flat_map(|it| topology.arcs_of(*it)) {
        let arc = topology.arc(used.arc);
        for side in [arc.left?, arc.right?] {
            let label = assignment.label_of(side);
            if label == own {
                continue;
            }
            match (around, label) {
                (None, Some(it)) => around = Some(it),
                (Some(before), Some(it)) if before == it => {}
                _ => return None,
            }
        }
    }
    assignment.areas().get(around?).copied()
}
