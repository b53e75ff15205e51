//! Watching a reader or a writer: how far it is, and whether it shall go on. Whoever reads knows nothing of threads or windows.

use std::{fmt, io, ops::ControlFlow, sync::Arc};

use crate::{
    model::finding::Severity,
    storage::{
        codes::{self, finding},
        refused::Refused,
    },
    words::say,
};

type Told = dyn Fn(f32) -> ControlFlow<()> + Send + Sync;

/// Somebody who is told the share that is done, 0 to 1, and says whether to go on; by default nobody, who always goes on.
#[derive(Clone, Default)]
pub struct Watch {
    told: Option<Arc<Told>>,
    from: f32,
    scale: Option<f32>,
}

/// Whoever watched said to stop; everything is as it was before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("stopped")]
pub struct Stopped;

impl Watch {
    /// A watch kept by this.
    pub fn by(told: impl Fn(f32) -> ControlFlow<()> + Send + Sync + 'static) -> Self {
        Self { told: Some(Arc::new(told)), from: 0.0, scale: None }
    }

    /// The same watch over a part of the work: what is all of it there is the share `to` here.
    #[must_use]
    pub fn part(&self, from: f32, to: f32) -> Self {
        let scale = self.scale.unwrap_or(1.0);
        Self { told: self.told.clone(), from: self.from + from * scale, scale: Some((to - from) * scale) }
    }

    /// So much of the work is done.
    ///
    /// # Errors
    /// It shall not go on.
    pub fn at(&self, done: u64, of: u64) -> Result<(), Stopped> {
        let Some(told) = &self.told else { return Ok(()) };
        let share = if of == 0 { 0.0 } else { (done as f64 / of as f64).min(1.0) as f32 };
        match told(self.from + share * self.scale.unwrap_or(1.0)) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(Stopped),
        }
    }

    /// Whether anybody watches: else nobody needs to know how much there is to do.
    pub fn is_kept(&self) -> bool {
        self.told.is_some()
    }

    /// Whether to go on, before the work begins or a part of it.
    ///
    /// # Errors
    /// It shall not.
    pub fn check(&self) -> Result<(), Stopped> {
        self.at(0, 1)
    }
}

impl fmt::Debug for Watch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Watch").field("watched", &self.told.is_some()).finish()
    }
}

impl From<Stopped> for io::Error {
    fn from(stopped: Stopped) -> Self {
        Self::other(stopped)
    }
}

impl From<Stopped> for Refused {
    fn from(_: Stopped) -> Self {
        Self::new(finding(Severity::Note, codes::STOPPED, say!("storage-stopped"), say!("storage-remedy-none")))
    }
}

/// Whether a copy ended because it was stopped.
pub fn is_stopped(fault: &io::Error) -> bool {
    fault.get_ref().is_some_and(|it| it.is::<Stopped>())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::sync::Mutex;

    use super::*;

    #[test]
    fn parts_of_parts_add_up_and_a_stop_is_a_stop() {
        let seen = Arc::new(Mutex::new(Vec::new()));
        let to = Arc::clone(&seen);
        let watch = Watch::by(move |it| {
            to.lock().unwrap().push(it);
            if it < 0.75 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        });
        let second = watch.part(0.5, 1.0);
        assert_eq!((watch.at(1, 4), second.check(), second.part(0.5, 1.0).at(0, 9)), (Ok(()), Ok(()), Err(Stopped)));
        assert_eq!(*seen.lock().unwrap(), [0.25, 0.5, 0.75]);
        assert_eq!(Watch::default().part(0.2, 0.4).at(7, 0), Ok(()));
        assert!(is_stopped(&Stopped.into()) && !is_stopped(&io::Error::other("full")));
    }
}
