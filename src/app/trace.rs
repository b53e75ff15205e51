//! `PLANRAUM_TRACE=1`: how long the start took, on stderr.

use std::{io::Write, sync::OnceLock, time::Instant};

static BEGUN: OnceLock<Instant> = OnceLock::new();

/// Notes when the program began; called first thing.
pub fn begin() {
    BEGUN.get_or_init(Instant::now);
}

/// Milestones of the start, each told once.
#[derive(Debug)]
pub struct Trace {
    wanted: bool,
    window: bool,
    painted: bool,
    map: bool,
}

impl Default for Trace {
    fn default() -> Self {
        Self::new()
    }
}

impl Trace {
    /// Tells nothing unless `PLANRAUM_TRACE` is set.
    pub fn new() -> Self {
        Self { wanted: std::env::var_os("PLANRAUM_TRACE").is_some(), window: false, painted: false, map: false }
    }

    /// A frame begins: whatever the one before painted has been presented.
    pub fn frame_begins(&mut self) {
        if self.wanted && self.painted && !self.map {
            self.map = true;
            tell("first map");
        }
    }

    /// A frame was laid out; `with_fills` if a map with its colours is in it.
    pub fn frame_ends(&mut self, with_fills: bool) {
        if self.wanted && !self.window {
            self.window = true;
            tell("first frame");
        }
        self.painted |= with_fills;
    }

    /// Whether one more frame is needed to know that the map was presented.
    pub fn waits(&self) -> bool {
        self.wanted && self.painted && !self.map
    }
}

fn tell(what: &str) {
    let begun = BEGUN.get_or_init(Instant::now);
    let milliseconds = begun.elapsed().as_secs_f64() * 1_000.0;
    let _ = writeln!(std::io::stderr(), "planraum: {what} after {milliseconds:.0} ms");
}
