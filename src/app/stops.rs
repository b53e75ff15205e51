//! Stops: the jobs that are not wanted any more. Told here, a stop reaches a running job at once, past everything that waits.

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// The jobs that were stopped and have not ended yet.
#[derive(Debug, Clone, Default)]
pub struct Stops(Arc<Mutex<BTreeSet<u64>>>);

impl Stops {
    /// A job is not wanted any more.
    pub fn stop(&self, job: u64) {
        self.stopped().insert(job);
    }

    /// Whether a job is to stop.
    pub fn is_stopped(&self, job: u64) -> bool {
        self.stopped().contains(&job)
    }

    /// The job ends; whether it was to stop.
    pub fn take(&self, job: u64) -> bool {
        self.stopped().remove(&job)
    }

    fn stopped(&self) -> MutexGuard<'_, BTreeSet<u64>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
