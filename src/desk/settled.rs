//! Notes that speak of something that can pass: a protected plan, a tool without an area, the last step.
//!
//! **Promise.** They offer what helps, and leave when there is nothing left to help or another plan is shown.

use crate::{
    desk::{
        Desk,
        look::Page,
        notes::{Cause, Offer},
    },
    words::Message,
};

impl Desk {
    /// A change of the shown plan is refused; where that is because it is protected, a copy is offered.
    pub(super) fn refuse_in_plan(&mut self, why: Message) {
        match self.shown_plan().filter(|it| it.untouchable).map(|it| it.id) {
            Some(plan) => self.notes.refuse_while(Cause::Protected(plan), why, Default::default(), Some(Offer::CopyPlan(plan))),
            None => self.notes.refuse(why, Default::default()),
        }
    }

    /// As long as the last step is the last one and what it did is seen.
    pub(super) fn this_step(&self) -> Cause {
        Cause::Step(self.history.taken(), self.look.plan)
    }

    /// What was said about a plan that is no longer shown, or a tool that was put away, is said no longer.
    pub(super) fn forget_settled(&mut self) {
        let planning = self.look.page == Page::Planning && self.look.presenting.is_none();
        let protected = self.shown_plan().filter(|it| planning && it.untouchable).map(|it| it.id);
        let wants_target = planning && self.look.tool.draws() && self.look.brush.target.is_none();
        self.notes.settle(|it| match it {
            Cause::Protected(plan) => protected != Some(plan),
            Cause::NoTarget => !wants_target,
            Cause::Step(taken, plan) => (taken, plan) != (self.history.taken(), self.look.plan),
            Cause::Saving | Cause::Writing | Cause::Reading => false,
        });
    }
}
