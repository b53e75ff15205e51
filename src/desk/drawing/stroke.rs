//! The stroke itself: begun, followed, and on release one command; regions and lists of districts go the same way.

use std::collections::BTreeMap;

use super::{Hit, Stroke};
use crate::{
    analysis::draft::WhyNot,
    desk::{Desk, action::Drawn, errand::Errand, look::Tool, notes::Cause},
    geometry::{DistrictIx, Point},
    model::id::AreaId,
    project::{Command, PlanChange},
    words::{Message, say},
};

impl Desk {
    pub(super) fn begin_stroke(&mut self, at: Point, erase: bool) {
        self.drawing.drop_stroke();
        if let Some(why) = self.cannot_draw() {
            self.refuse_in_plan(why);
            return;
        }
        if !erase && self.look.tool != Tool::Erase && self.look.brush.target.is_none() {
            self.notes.refuse_while(Cause::NoTarget, Message::new("desk-no-target"), Default::default(), None);
            return;
        }
        self.drawing.stroke = Some(Stroke { target: self.target(erase), track: vec![at], refused: BTreeMap::new() });
        self.paint();
    }

    pub(super) fn stroke_to(&mut self, at: Point) {
        let Some(from) = self.drawing.stroke.as_ref().and_then(|it| it.track.last()).copied() else { return };
        if from == at {
            return;
        }
        if let Some(stroke) = &mut self.drawing.stroke {
            stroke.track.push(at);
        }
        self.paint();
    }

    /// Paints what the last leg of the track takes.
    pub(super) fn paint(&mut self) {
        let hit = self.drawing.stroke.as_ref().map_or_else(Hit::default, |it| {
            let pressed = it.track.first().copied().filter(|_| it.track.len() == 1);
            self.leaving_uninhabited(self.hit(&it.track), it.target, pressed)
        });
        let only_unassigned = self.look.brush.only_unassigned;
        let (Some(stroke), Some(board)) = (&mut self.drawing.stroke, &mut self.drawing.board) else { return };
        // With the eraser the question doesn't arise: only what has an area can lose it.
        let painted = board.paint(&hit.taken, stroke.target, only_unassigned && stroke.target.is_some());
        stroke.refused.extend(painted.refused.into_iter().chain(hit.left()));
    }

    /// The stroke becomes one step; the board already stands where it leads.
    pub(super) fn end_stroke(&mut self) -> Vec<Errand> {
        let Some(stroke) = self.drawing.stroke.take() else { return Vec::new() };
        if self.drawing.board.as_ref().is_some_and(|it| it.moved().is_empty()) {
            self.tell_refused(stroke.refused.into_values());
        }
        self.assign_moved()
    }

    /// Says why districts stayed, one sentence for each reason.
    pub(super) fn tell_refused(&mut self, refused: impl Iterator<Item = WhyNot>) {
        let mut reasons: Vec<(WhyNot, usize)> = Vec::new();
        for why in refused {
            match reasons.iter_mut().find(|it| it.0 == why) {
                Some((_, count)) => *count += 1,
                None => reasons.push((why, 1)),
            }
        }
        let Some(plan) = self.look.plan.and_then(|it| self.project.plan(it)) else { return };
        for (why, count) in reasons {
            self.notes.tell(say!("desk-stayed", count, why = why.message(plan)));
        }
    }

    /// What moved on the board becomes a command.
    pub(super) fn assign_moved(&mut self) -> Vec<Errand> {
        let Some((plan, mut board)) = self.look.plan.zip(self.drawing.board.take()) else { return Vec::new() };
        let moves = board.moves();
        let taken = self.history.taken();
        let errands = if moves.is_empty() { Vec::new() } else { self.edit(Command::InPlan(plan, PlanChange::Assign(moves))) };
        match self.history.taken() > taken {
            true => board.settle(), // it stands there already, nothing has to be worked out again
            false => board.reset(),
        }
        self.drawing.board = Some(board);
        self.drawing.stale = false;
        errands
    }

    pub(super) fn take_region(&mut self, region: &Drawn, erase: bool) -> Vec<Errand> {
        let target = self.target(erase);
        if target.is_none() && !erase && self.look.tool != Tool::Erase {
            self.drawing.ghost = None;
            self.notes.refuse_while(Cause::NoTarget, Message::new("desk-no-target"), Default::default(), None);
            return Vec::new();
        }
        let hit = self.leaving_uninhabited(self.hit_by(region), target, None);
        self.put_hit(&hit, target)
    }

    /// Puts districts at once, as far as locks allow, and says what stayed.
    pub(in crate::desk) fn put(&mut self, districts: &[DistrictIx], area: Option<AreaId>) -> Vec<Errand> {
        self.put_hit(&Hit { taken: districts.to_vec(), ..Hit::default() }, area)
    }

    fn put_hit(&mut self, hit: &Hit, area: Option<AreaId>) -> Vec<Errand> {
        self.drawing.drop_stroke();
        if let Some(why) = self.cannot_draw() {
            self.refuse_in_plan(why);
            return Vec::new();
        }
        let only_unassigned = self.look.brush.only_unassigned && area.is_some();
        let Some(board) = &mut self.drawing.board else { return Vec::new() };
        let painted = board.paint(&hit.taken, area, only_unassigned);
        // Who swept over a forest and got what lies around it misses nothing: as with the brush nothing is said then.
        let left = hit.left().filter(|_| painted.changed.is_empty());
        self.tell_refused(painted.refused.into_iter().chain(left).map(|it| it.1));
        self.assign_moved()
    }
}
