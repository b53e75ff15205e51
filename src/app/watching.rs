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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    /// A bar that comes and goes within a moment only disturbs.
    #[test]
    fn a_job_is_heard_of_after_three_tenths_of_a_second_and_not_before() {
        let (mut watching, heard) = (Watching::default(), Arc::new(Mutex::new(0)));
        let counted = Arc::clone(&heard);
        watching.tell(move |_| *counted.lock().unwrap() += 1);
        let began = Instant::now();
        let watch = watching.watch(7);
        let mut first = None;
        while first.is_none() && began.elapsed() < Duration::from_secs(5) {
            let before = began.elapsed();
            watch.at(1, 2).unwrap();
            first = (*heard.lock().unwrap() > 0).then_some((before, began.elapsed()));
            std::thread::sleep(Duration::from_millis(5));
        }
        let (before, after) = first.unwrap();
        assert!(after >= Duration::from_millis(300), "not before: {after:?}");
        assert!(before < Duration::from_millis(450), "but then: {before:?}");
    }
}
