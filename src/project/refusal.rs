//! Why a command was refused, said so that the planner knows what to do instead.

use crate::{
    model::id::{AreaId, PlanId, ViewId},
    words::Message,
};

/// A refused command; the project is as it was.
#[derive(Debug, Clone, PartialEq)]
pub enum Refusal {
    /// The plan isn't there (any more).
    NoSuchPlan(PlanId),
    /// The area isn't there (any more).
    NoSuchArea(AreaId),
    /// The saved view isn't there (any more).
    NoSuchView(ViewId),
    /// Another thing already has this id.
    IdTaken(u32),
    /// A name must not be empty.
    NameEmpty,
    /// Another plan or area already has this name or code.
    NameTaken(String),
    /// A protected plan can only be copied.
    Untouchable(String),
    /// The starting plan stays what it is, its name and its protection included.
    StartingPlan(String),
    /// A protected plan cannot be deleted.
    PlanKept(String),
    /// The area still has districts.
    AreaNotEmpty(String),
}

impl Refusal {
    /// The sentence for the planner.
    pub fn message(&self) -> Message {
        match self {
            Self::NoSuchPlan(_) => Message::new("project-no-such-plan"),
            Self::NoSuchArea(_) => Message::new("project-no-such-area"),
            Self::NoSuchView(_) => Message::new("project-no-such-view"),
            Self::IdTaken(_) => Message::new("project-id-taken"),
            Self::NameEmpty => Message::new("project-name-empty"),
            Self::NameTaken(name) => Message::new("project-name-taken").with("name", name.clone()),
            Self::Untouchable(name) => Message::new("project-untouchable").with("name", name.clone()),
            Self::StartingPlan(name) => Message::new("project-starting-plan").with("name", name.clone()),
            Self::PlanKept(name) => Message::new("project-plan-kept").with("name", name.clone()),
            Self::AreaNotEmpty(name) => Message::new("project-area-not-empty").with("name", name.clone()),
        }
    }
}
