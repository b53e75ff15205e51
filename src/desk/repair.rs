//! Mending what a plan leaves open: districts without area, islands, enclaves. Found by `analysis::repair`, done here.

use std::collections::BTreeMap;

use crate::{
    analysis::repair::{self, Enclave},
    desk::{Desk, errand::Errand, look::Page},
    geometry::DistrictIx,
    model::id::AreaId,
    project::{Command, PlanChange},
    words::{Message, say},
};

impl Desk {
    /// The next district to place behind the one that is chosen, coming round at the end.
    pub(super) fn next_unassigned(&mut self) {
        let Some(board) = self.drawing.board() else { return };
        match repair::next_unassigned(board.assignment(), self.chosen_district(), |it| board.must_be_placed(it)) {
            Some(district) => self.find(&[district]),
            None => self.notes.tell(Message::new("desk-all-assigned")),
        }
    }

    /// What lies apart, group by group in register order: parts of an area away from its main part, and districts that lie
    /// wholly within an area they don't belong to; each with the area it belongs to, if any.
    pub fn islands(&self) -> Vec<(Vec<DistrictIx>, Option<AreaId>)> {
        let Some((board, plan)) = self.drawing.board().zip(self.shown_plan()) else { return Vec::new() };
        let parts = board.islands(plan).iter().map(|it| (it.districts.clone(), Some(it.area)));
        let mut all: Vec<_> = parts.chain(board.enclaves(plan).iter().map(|it| (it.districts.clone(), it.of))).collect();
        all.sort();
        all.dedup();
        all
    }

    /// Goes to the next island behind the one that is chosen, coming round at the end, and says which of how many it is.
    pub(super) fn next_island(&mut self) {
        if self.drawing.board().is_none() {
            return self.notes.tell_instead(Message::new("desk-still-computing"));
        }
        let islands = self.islands();
        let chosen = self.chosen_district();
        let behind = |it: &(Vec<DistrictIx>, Option<AreaId>)| chosen.is_none_or(|chosen| it.0.first().is_some_and(|first| *first > chosen));
        let at = islands.iter().position(behind).unwrap_or(0);
        let Some((districts, area)) = islands.get(at) else {
            return self.notes.tell_instead(Message::new("desk-no-islands"));
        };
        let message = self.island_message(districts, *area, (at + 1, islands.len()));
        self.find(districts);
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

    fn chosen_district(&self) -> Option<DistrictIx> {
        self.look.selection.districts.first().and_then(|it| self.catalog.register.find(it))
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
        all.iter().filter(|it| !self.is_left_alone(it))
    }

    fn is_left_alone(&self, enclave: &Enclave) -> bool {
        enclave.districts.iter().all(|it| self.drawing.left_alone.contains(it))
    }

    /// What is marked now is meant so.
    pub(super) fn leave_enclaves(&mut self) {
        let left: Vec<DistrictIx> = self.enclaves().iter().flat_map(|it| it.districts.iter().copied()).collect();
        self.drawing.left_alone.extend(left);
    }

    /// Marks every enclave and brings them into view; says whether they were not to be seen before.
    fn show_enclaves(&mut self) -> bool {
        let all: Vec<DistrictIx> = self.enclaves().iter().flat_map(|it| it.districts.iter().copied()).collect();
        let hidden = self.enclaves().iter().any(|it| self.is_left_alone(it));
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
                    self.notes.tell_undoable(say!("desk-absorbed", count));
                }
                return errands;
            }
        }
        Vec::new()
    }
}
