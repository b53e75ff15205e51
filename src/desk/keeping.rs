//! Where the work stands that is on the desk: in its file, in the working copy only, on its way there, or nowhere yet.

use crate::{desk::Desk, words::Message};

/// Where the open project stands, the most urgent first.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Keeping<'a> {
    /// The last changes could not be written down; the message says why. It is tried again before the next change.
    NotRecorded(&'a Message),
    /// It may only be read; who has it, or why.
    ReadOnly(&'a Message),
    /// A change is on its way to the working copy.
    Recording,
    /// Every change is in the working copy, but not in the file; `None` where there is no file yet.
    InWorkingCopy {
        /// When the file was written, as `2026-11-23T14:32`; empty if nobody knows.
        file: Option<&'a str>,
    },
    /// The file has everything.
    Saved {
        /// When it was written, as `2026-11-23T14:32`; empty if nobody knows.
        at: &'a str,
    },
}

impl Desk {
    /// Where the work stands.
    pub fn keeping(&self) -> Keeping<'_> {
        let file = self.file();
        let written = file.saved.as_ref().map(|it| it.0.as_str());
        match (&file.not_recorded, &file.read_only) {
            (Some(why), _) => Keeping::NotRecorded(why),
            (None, Some(who)) => Keeping::ReadOnly(who),
            (None, None) if self.is_recording() => Keeping::Recording,
            (None, None) => match written.filter(|_| !self.is_unsaved()) {
                Some(at) => Keeping::Saved { at },
                None => Keeping::InWorkingCopy { file: written },
            },
        }
    }
}
