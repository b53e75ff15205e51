//! Watching jobs: who hears how far they are, and which of them are not wanted any more. A stop told here reaches a running
//! job at once, past everything that waits.

use std::{
    collections::BTreeSet,
    ops::ControlFlow,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use crate::{desk::errand::Report, storage::watch::Watch};

/// So long a job runs before anybody hears of it, and so often they hear then.
const FIRST_AFTER: Duration = Duration::from_millis(300);
const EVERY: Duration = Duration::from_millis(80);

type Told = dyn Fn(Report) + Send + Sync;

/// The jobs that are watched.
#[derive(Clone, Default)]
pub struct Watching {
    stopped: Arc<Mutex<BTreeSet<u64>>>,
    leaving: Arc<AtomicBool>,
    told: Option<Arc<Told>>,
}

impl Watching {
    /// From now on this hears how far jobs are.
    pub fn tell(&mut self, told: impl Fn(Report) + Send + Sync + 'static) {
        self.told = Some(Arc::new(told));
    }

    /// A job is not wanted any more.
    pub fn stop(&self, job: u64) {
        self.stopped().insert(job);
    }

    /// Whether a job is to stop.
    pub fn is_stopped(&self, job: u64) -> bool {
        self.stopped().contains(&job)
    }

    /// The job ended.
    pub fn end(&self, job: u64) {
        self.stopped().remove(&job);
    }

    /// The program ends: whatever only reads stops.
    pub fn leave(&self) {
        self.leaving.store(true, Ordering::Relaxed);
    }

    /// Whether the program ends.
    pub fn leaves(&self) -> bool {
        self.leaving.load(Ordering::Relaxed)
    }

    /// The watch over a job that reads.
    pub fn watch(&self, job: u64) -> Watch {
        self.watch_unless(job, |it| it.leaves())
    }

    /// The watch over a job that writes: it is done even while the program ends.
    pub fn watch_writing(&self, job: u64) -> Watch {
        self.watch_unless(job, |_| false)
    }

    fn watch_unless(&self, job: u64, stops: fn(&Self) -> bool) -> Watch {
        let watching = self.clone();
        let next = Mutex::new(Instant::now() + FIRST_AFTER);
        Watch::by(move |share| {
            if watching.is_stopped(job) || stops(&watching) {
                return ControlFlow::Break(());
            }
            let (now, mut next) = (Instant::now(), next.lock().unwrap_or_else(PoisonError::into_inner));
            if let Some(told) = watching.told.as_ref().filter(|_| now >= *next) {
                *next = now + EVERY;
                told(Report::Progress { job, done: Some(share) });
            }
            ControlFlow::Continue(())
        })
    }

    fn stopped(&self) -> MutexGuard<'_, BTreeSet<u64>> {
        self.stopped.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
