//! Assignment: a plan in numbers. Each district's label is the place of its area in the plan's list.
//!
//! **Promise.** Members of an area stand in register order. Putting a district costs a search in two lists, however
//! many areas there are; putting it back gives exactly the assignment from before.
//! **Not here.** Locks (`draft`), names and colours (`model::plan`).

use std::collections::HashMap;

use crate::{
    geometry::DistrictIx,
    model::{
        catalog::Register,
        id::{AreaId, DistrictKey},
        plan::Plan,
    },
};

const NOWHERE: u32 = u32::MAX;

/// Which district stands in which area; see the module.
#[derive(Debug, Clone, PartialEq)]
pub struct Assignment {
    areas: Vec<AreaId>,
    labels: Vec<u32>,
    members: Vec<Vec<DistrictIx>>,
    unassigned: Vec<DistrictIx>,
    unknown: Vec<DistrictKey>,
}

/// One district and the label it gets; `None` takes it out of its area.
pub type Move = (DistrictIx, Option<usize>);

impl Assignment {
    /// The plan over these districts. Keys that the register lacks are listed in [`Self::unknown`]; a district of an
    /// area that the plan lacks counts as unassigned.
    pub fn of(plan: &Plan, register: &Register) -> Self {
        let areas: Vec<AreaId> = plan.areas.iter().map(|it| it.id).collect();
        let place: HashMap<AreaId, u32> = areas.iter().copied().zip(0..).collect();
        let (mut labels, mut unknown) = (vec![NOWHERE; register.len()], Vec::new());
        for (key, area) in &plan.area_of {
            match register.find(key).and_then(|it| labels.get_mut(it.index())) {
                Some(label) => *label = place.get(area).copied().unwrap_or(NOWHERE),
                None => unknown.push(key.clone()),
            }
        }
        let mut assignment = Self { members: vec![Vec::new(); areas.len()], areas, labels, unassigned: Vec::new(), unknown };
        assignment.fill_lists();
        assignment
    }

    fn fill_lists(&mut self) {
        for (district, label) in (0..).map(DistrictIx).zip(&self.labels) {
            self.members.get_mut(*label as usize).unwrap_or(&mut self.unassigned).push(district);
        }
    }

    /// How many districts there are, assigned or not.
    pub fn district_count(&self) -> usize {
        self.labels.len()
    }

    /// The plan's areas in its order; a label is a place in this list.
    pub fn areas(&self) -> &[AreaId] {
        &self.areas
    }

    /// The label of an area.
    pub fn position(&self, area: AreaId) -> Option<usize> {
        self.areas.iter().position(|it| *it == area)
    }

    /// The label of a district; `None` for one without area and for one outside the register.
    pub fn label_of(&self, district: DistrictIx) -> Option<usize> {
        self.labels.get(district.index()).filter(|it| **it != NOWHERE).map(|it| *it as usize)
    }

    /// The area of a district.
    pub fn area_of(&self, district: DistrictIx) -> Option<AreaId> {
        self.label_of(district).and_then(|it| self.areas.get(it)).copied()
    }

    /// The districts of the area with this label, in register order; none for an unknown label.
    pub fn members(&self, label: usize) -> &[DistrictIx] {
        self.members.get(label).map_or(&[], Vec::as_slice)
    }

    /// The districts without area, in register order.
    pub fn unassigned(&self) -> &[DistrictIx] {
        &self.unassigned
    }

    /// Keys that the plan assigns and the register lacks, in key order.
    pub fn unknown(&self) -> &[DistrictKey] {
        &self.unknown
    }

    /// Puts one district and returns the label it had. A district or label that isn't there changes nothing.
    pub fn put(&mut self, district: DistrictIx, label: Option<usize>) -> Option<usize> {
        let before = self.label_of(district);
        let known = label.is_none_or(|it| it < self.areas.len());
        if before == label || !known || self.labels.len() <= district.index() {
            return before;
        }
        let from = self.list(before);
        if let Ok(at) = from.binary_search(&district) {
            from.remove(at);
        }
        let to = self.list(label);
        if let Err(at) = to.binary_search(&district) {
            to.insert(at, district);
        }
        if let Some(place) = self.labels.get_mut(district.index()) {
            *place = label.and_then(|it| u32::try_from(it).ok()).unwrap_or(NOWHERE);
        }
        before
    }

    /// Puts several districts and returns the moves that take it back, to be applied in the order returned.
    pub fn apply(&mut self, moves: impl IntoIterator<Item = Move>) -> Vec<Move> {
        let mut back: Vec<Move> = moves.into_iter().map(|(district, label)| (district, self.put(district, label))).collect();
        back.reverse();
        back
    }

    fn list(&mut self, label: Option<usize>) -> &mut Vec<DistrictIx> {
        label.and_then(|it| self.members.get_mut(it)).unwrap_or(&mut self.unassigned)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::analysis::testing;

    #[test]
    fn a_plan_becomes_labels_and_says_which_keys_it_does_not_know() {
        let register = testing::register(&["a", "b", "c", "d"]);
        let mut plan = testing::plan(&[("a", 1), ("b", 2), ("d", 1), ("z", 2)]);
        plan.areas.reverse();
        let assignment = Assignment::of(&plan, &register);
        let labels: Vec<_> = (0..4).map(|it| assignment.label_of(DistrictIx(it))).collect();
        assert_eq!(labels, [Some(1), Some(0), None, Some(1)], "labels follow the plan's list, not the ids");
        assert_eq!(assignment.members(1), [DistrictIx(0), DistrictIx(3)]);
        assert_eq!(assignment.unassigned(), [DistrictIx(2)]);
        assert_eq!(assignment.unknown(), [DistrictKey::new("z")]);
        assert_eq!(assignment.area_of(DistrictIx(1)), Some(AreaId(2)));
    }

    #[test]
    fn what_is_not_there_cannot_be_put() {
        let mut assignment = Assignment::of(&testing::plan(&[("a", 1)]), &testing::register(&["a", "b"]));
        let before = assignment.clone();
        assert_eq!(assignment.apply([(DistrictIx(7), Some(0)), (DistrictIx(0), Some(3))]).len(), 2);
        assert_eq!(assignment, before);
    }

    proptest::proptest! {
        #[test]
        fn every_district_is_in_one_area_or_none_and_moves_can_be_taken_back(
            moves in proptest::collection::vec((0..12_u32, proptest::option::of(0..4_usize)), 0..60)
        ) {
            let keys: Vec<String> = (0..12).map(|it| format!("d{it}")).collect();
            let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
            let plan = testing::plan(&[(keys[0], 1), (keys[1], 2), (keys[2], 3), (keys[3], 4)]);
            let start = Assignment::of(&plan, &testing::register(&keys));
            let mut moved = start.clone();
            let back = moved.apply(moves.into_iter().map(|(district, label)| (DistrictIx(district), label)));
            let mut seen: Vec<DistrictIx> = (0..4).flat_map(|it| moved.members(it)).chain(moved.unassigned()).copied().collect();
            seen.sort();
            proptest::prop_assert_eq!(seen, (0..12).map(DistrictIx).collect::<Vec<_>>());
            for label in 0..4 {
                proptest::prop_assert!(moved.members(label).is_sorted());
                proptest::prop_assert!(moved.members(label).iter().all(|it| moved.label_of(*it) == Some(label)));
            }
            moved.apply(back);
            proptest::prop_assert_eq!(moved, start);
        }
    }
}
