//! Mending what a plan leaves open: districts without area, islands, enclaves. Found by `analysis::repair`, done here.

use std::collections::BTreeMap;

use crate::{
    analysis::repair::{self, Enclave},
    desk::{Desk, board::Apart, errand::Errand, look::Page, notes::Offer},
    geometry::DistrictIx,
    model::id::AreaId,
    project::{Command, PlanChange},
    words::{Message, say},
};

/// What lies apart in the plan that is shown.
#[derive(Debug, PartialEq)]
pub struct Islands<'a> {
    /// In register order, to be looked at one after the other.
    pub open: Vec<&'a Apart>,
    /// How many more there are that the planner left so.
    pub left: usize,
}

impl Islands<'_> {
    /// Why there is nothing to go to; `None` where there is.
    pub fn why_none(&self) -> Option<Message> {
        let why = || if self.left == 0 { Message::new("desk-no-islands") } else { say!("desk-islands-left", count = self.left) };
        self.open.is_empty().then(why)
    }
}

impl Desk {
    /// The next district to place behind the one that is chosen, coming round at the end.
    pub(super) fn next_unassigned(&mut self) {
        let Some(board) = self.drawing.board() else {
            return self.notes.tell_instead(Message::new("desk-still-computing"));
        };
        match repair::next_unassigned(board.assignment(), self.chosen_district(), |it| board.must_be_placed(it)) {
            Some(district) => self.find(&[district]),
            None => self.notes.tell(Message::new("desk-all-assigned")),
        }
    }

    /// What lies apart, in register order, without what the planner left so; `None` while that is still being worked out.
    pub fn islands(&self) -> Option<Islands<'_>> {
        let (board, plan) = self.drawing.board().zip(self.shown_plan())?;
        let (left, open): (Vec<_>, Vec<_>) = board.apart(plan).iter().partition(|it| self.is_left_alone(&it.districts));
        Some(Islands { open, left: left.len() })
    }

    /// Goes to the next island behind the one that is chosen, coming round at the end, and says which of how many it is.
    pub(super) fn next_island(&mut self) {
        let Some(islands) = self.islands() else {
            return self.notes.tell_instead(Message::new("desk-still-computing"));
        };
        let (open, why_none) = (&islands.open, islands.why_none());
        let chosen = self.chosen_district();
        let behind = |it: &&Apart| chosen.is_none_or(|chosen| it.districts.first().is_some_and(|first| *first > chosen));
        let at = open.iter().position(behind).unwrap_or(0);
        let Some(island) = open.get(at) else {
            return why_none.into_iter().for_each(|it| self.notes.tell_instead(it));
        };
        let message = self.island_message(&island.districts, island.of, (at + 1, open.len()));
        let districts = island.districts.clone();
        self.find(&districts);
        self.notes.tell_instead(message);
    }

    /// Whose districts they are and what they are called; two names, the others counted.
    fn island_message(&self, districts: &[DistrictIx], area: Option<AreaId>, (at, count): (usize, usize)) -> Message {
        const NAMED: usize = 2;
        let name = |it: &DistrictIx| self.catalog.register.get(*it).map(|it| it.name.as_str());
        let names: Vec<&str> = districts.iter().filter_map(name).take(NAMED).collect();
        let area = area.and_then(|it| self.shown_plan()?.area(it));
        let area = area.map_or_else(|| self.words.say("planning-unassigned"), |it| it.name.clone());
        let more = districts.len() - names.len();
        say!("desk-island", at, count, names = names.join(", "), more, area)
    }

    /// The first in register order: keys may be in another.
    fn chosen_district(&self) -> Option<DistrictIx> {
        self.look.selection.districts.iter().filter_map(|it| self.catalog.register.find(it)).min()
    }

    /// What absorbing would move, before it is done: districts that lie wholly within another area, with the moves that
    /// would mend it and the lock that forbids it, if one does.
    pub fn enclaves(&self) -> &[Enclave] {
        self.drawing.board().zip(self.shown_plan()).map_or(&[], |(board, plan)| board.enclaves(plan))
    }

    /// The enclaves that are marked on the map: of a plan that can be changed, without those the planner left alone.
    pub fn marked_enclaves(&self) -> impl Iterator<Item = &Enclave> {
        let editable = self.look.page == Page::Planning && self.shown_plan().is_some_and(|it| !it.untouchable);
        let all = if editable { self.enclaves() } else { &[] };
        all.iter().filter(|it| !self.is_left_alone(&it.districts))
    }

    fn is_left_alone(&self, districts: &[DistrictIx]) -> bool {
        districts.iter().all(|it| self.drawing.left_alone.contains(it))
    }

    /// What is marked now is meant so.
    pub(super) fn leave_enclaves(&mut self) {
        let left: Vec<DistrictIx> = self.enclaves().iter().flat_map(|it| it.districts.iter().copied()).collect();
        self.drawing.left_alone.extend(left);
    }

    /// Marks every enclave and brings them into view; says whether they were not to be seen before.
    fn show_enclaves(&mut self) -> bool {
        let all: Vec<DistrictIx> = self.enclaves().iter().flat_map(|it| it.districts.iter().copied()).collect();
        let hidden = self.enclaves().iter().any(|it| self.is_left_alone(&it.districts));
        self.drawing.left_alone.clear();
        let bounds = self.bounds_of(&all);
        let away = bounds.is_some_and(|bounds| !self.is_in_sight(bounds));
        if let Some(bounds) = bounds.filter(|_| away) {
            self.bring_into_view(bounds);
        }
        hidden || away
    }

    /// Every enclave goes to the area around it, as far as locks allow, as one step; first they are shown.
    pub(super) fn absorb_enclaves(&mut self) -> Vec<Errand> {
        self.drawing.drop_stroke();
        let Some(plan) = self.look.plan else { return Vec::new() };
        if self.drawing.board().is_none() {
            self.notes.tell_instead(Message::new("desk-still-computing"));
            return Vec::new();
        }
        if self.show_enclaves() {
            self.notes.tell(say!("desk-enclaves-shown", count = self.enclaves().len()));
            return Vec::new();
        }
        let (free, locked): (Vec<_>, Vec<_>) = self.enclaves().iter().map(|it| &it.mend).partition(|it| it.forbidden.is_none());
        let moves: BTreeMap<_, _> = free.iter().flat_map(|it| it.moves.clone()).collect();
        let why = locked.first().and_then(|it| it.forbidden).zip(self.shown_plan()).map(|(why, plan)| why.message(plan));
        match (moves.len(), why) {
            (0, Some(why)) => self.notes.tell(say!("desk-stayed", count = locked.iter().map(|it| it.moves.len()).sum::<usize>(), why)),
            (0, None) => self.notes.tell(Message::new("desk-no-enclaves")),
            (count, _) => {
                let taken = self.history.taken();
                let errands = self.edit(Command::InPlan(plan, PlanChange::Assign(moves)));
                if self.history.taken() > taken {
                    self.notes.tell_of_step(self.this_step(), say!("desk-absorbed", count), Some(Offer::Undo));
                }
                return errands;
            }
        }
        Vec::new()
    }
}
