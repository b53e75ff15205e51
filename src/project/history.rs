//! The history: every step with its inverse, without limit, and where in it we stand.

use crate::{
    project::{Command, Project, Refusal},
    words::Message,
};

/// A step that was taken.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// What was done.
    pub done: Command,
    /// What undoes it.
    pub inverse: Command,
    /// What it was, in the planner's words.
    pub title: Message,
    /// When, as the clock said (`2026-11-23T14:32`); order comes from the list, never from the clock.
    pub at: String,
}

/// The steps of a project. Undone ones wait to be redone until a new step is taken.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct History {
    steps: Vec<Step>,
    taken: usize,
}

impl History {
    /// A history read back: `taken` of these steps are done, the rest undone.
    pub fn of(steps: Vec<Step>, taken: usize) -> Self {
        let taken = taken.min(steps.len());
        Self { steps, taken }
    }

    /// Applies a command and remembers it; steps that had been undone are forgotten.
    pub fn take(&mut self, project: &mut Project, command: Command, title: Message, at: String) -> Result<&Step, Refusal> {
        let inverse = project.apply(command.clone())?;
        self.steps.truncate(self.taken);
        self.steps.push(Step { done: command, inverse, title, at });
        self.taken += 1;
        Ok(&self.steps[self.taken - 1])
    }

    /// Takes the last step back. `Ok(false)` if there is none.
    pub fn undo(&mut self, project: &mut Project) -> Result<bool, Refusal> {
        let Some(step) = self.taken.checked_sub(1).and_then(|it| self.steps.get(it)) else { return Ok(false) };
        project.replay(step.inverse.clone())?;
        self.taken -= 1;
        Ok(true)
    }

    /// Takes the next undone step again. `Ok(false)` if there is none.
    pub fn redo(&mut self, project: &mut Project) -> Result<bool, Refusal> {
        let Some(step) = self.steps.get(self.taken) else { return Ok(false) };
        project.replay(step.done.clone())?;
        self.taken += 1;
        Ok(true)
    }

    /// All steps, undone ones at the end.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// How many of the steps are done.
    pub fn taken(&self) -> usize {
        self.taken
    }

    /// The step that undo would take back.
    pub fn to_undo(&self) -> Option<&Step> {
        self.taken.checked_sub(1).and_then(|it| self.steps.get(it))
    }

    /// The step that redo would take again.
    pub fn to_redo(&self) -> Option<&Step> {
        self.steps.get(self.taken)
    }
}
