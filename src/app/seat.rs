//! A seat at the desk without threads: whatever is asked is done, written and answered before the call comes back.
//!
//! Journeys and benchmarks sit here; the window has its [`crew`](super::crew) instead. Both go through the same door.

use std::{collections::VecDeque, path::Path};

use crate::{
    app::hands::Hands,
    desk::{
        Desk,
        action::Action,
        errand::{Errand, Report},
        look::Settings,
    },
};

/// A desk and its own hands.
pub struct Seat {
    /// The desk.
    pub desk: Desk,
    /// What keeps its project on the disk.
    pub hands: Hands,
}

impl Seat {
    /// A seat that keeps everything below a folder, with its start page filled.
    pub fn in_folder(folder: &Path, settings: Settings) -> Self {
        let mut seat = Self { desk: Desk::new(settings), hands: Hands::in_folder(folder) };
        let start = seat.hands.start_page();
        seat.take(start);
        seat
    }

    /// Does something and everything that follows from it; `at` is the local time, as ISO 8601 to the minute.
    pub fn does(&mut self, action: Action, at: &str) {
        self.desk.set_clock(at);
        let errands = self.desk.run(action);
        self.perform(errands);
    }

    /// Takes in a report and does everything that follows from it.
    pub fn take(&mut self, report: Report) {
        let errands = self.desk.finish(report);
        self.perform(errands);
    }

    fn perform(&mut self, errands: Vec<Errand>) {
        let mut waiting = VecDeque::from(errands);
        while let Some(errand) = waiting.pop_front() {
            let mut reports = Vec::new();
            self.hands.perform(errand, &mut |it| reports.push(it));
            waiting.extend(reports.into_iter().flat_map(|it| self.desk.finish(it)));
        }
    }
}
