//! The figures as they are now: one body, put right in place when somebody looks.
//!
//! **Promise.** Looking copies nothing that did not change: whoever works the figures out takes the body from where it waits,
//! and the next move puts it back there.

use std::sync::{Mutex, OnceLock, PoisonError};

use crate::analysis::figures::PlanFigures;

/// Figures that wait for somebody to look, or were put right since.
#[derive(Debug)]
pub(super) struct Present {
    waiting: Mutex<Option<PlanFigures>>,
    right: OnceLock<PlanFigures>,
}

impl Present {
    /// Figures that are right.
    pub fn of(figures: PlanFigures) -> Self {
        Self { waiting: Mutex::new(None), right: OnceLock::from(figures) }
    }

    /// The figures; `put_right` is asked only by the first who looks after [`Self::wake`].
    pub fn look(&self, put_right: impl FnOnce(&mut PlanFigures)) -> &PlanFigures {
        self.right.get_or_init(|| {
            let waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner).take();
            let mut figures = waiting.unwrap_or_else(PlanFigures::none);
            put_right(&mut figures);
            figures
        })
    }

    /// Something moves: the figures as they were at the last look, to be put right by the next one. Says whether they were
    /// right until now.
    pub fn wake(&mut self) -> (bool, &mut PlanFigures) {
        let right = self.right.take();
        let was_right = right.is_some();
        let waiting = self.waiting.get_mut().unwrap_or_else(PoisonError::into_inner);
        (was_right, waiting.get_or_insert_with(|| right.unwrap_or_else(PlanFigures::none)))
    }
}

impl Clone for Present {
    fn clone(&self) -> Self {
        let waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner).clone();
        Self { waiting: Mutex::new(waiting), right: self.right.clone() }
    }
}
