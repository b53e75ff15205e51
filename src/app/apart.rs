//! Apart: work that can't be asked to stop is done on a thread of its own, and whoever waits for it may stop waiting.
//!
//! Drawing a page in pixels and packing it takes seconds in one call. Who no longer wants it is free at once; the thread comes to
//! its end unheard, and what it made is dropped.

use std::{
    panic::resume_unwind,
    sync::mpsc::{RecvTimeoutError, channel},
    thread,
    time::Duration,
};

use crate::storage::watch::{Stopped, Watch};

/// So often whoever waits is asked whether to go on.
const PATIENCE: Duration = Duration::from_millis(50);

/// Does the work and gives what came of it. A panic of the work is one here.
///
/// # Errors
/// It is no longer wanted.
pub(super) fn apart<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static, watch: &Watch) -> Result<T, Stopped> {
    watch.check()?;
    let (done, made) = channel();
    let worker = thread::spawn(move || {
        let _ = done.send(work()); // nobody may be waiting any more
    });
    loop {
        match made.recv_timeout(PATIENCE) {
            Ok(made) => return Ok(made),
            Err(RecvTimeoutError::Timeout) => watch.check()?,
            Err(RecvTimeoutError::Disconnected) => match worker.join() {
                Err(panic) => resume_unwind(panic),
                Ok(()) => return Err(Stopped), // it ends only once it has sent
            },
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use std::{
        ops::ControlFlow,
        panic::{AssertUnwindSafe, catch_unwind},
        sync::atomic::{AtomicU32, Ordering},
    };

    use super::*;

    /// Whoever stopped the export of a page in pixels waited until it was drawn.
    #[test]
    fn who_stops_waits_for_nothing() {
        let asked = AtomicU32::new(0);
        let watch =
            Watch::by(move |_| if asked.fetch_add(1, Ordering::Relaxed) < 2 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) });
        let (hold, held) = channel::<()>();
        let stopped = apart(move || held.recv().is_err(), &watch);
        assert_eq!(stopped, Err(Stopped));
        drop(hold); // the work waited until here
    }

    #[test]
    fn what_is_waited_for_comes_and_a_panic_is_heard() {
        assert_eq!(apart(|| 7, &Watch::default()), Ok(7));
        let panic = catch_unwind(AssertUnwindSafe(|| apart(|| -> u8 { panic!("heard") }, &Watch::default())));
        assert_eq!(panic.unwrap_err().downcast_ref::<&str>(), Some(&"heard"));
    }
}
