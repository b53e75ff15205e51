//! A file that was not taken: which, where in it, what is wrong, what to do.

use std::path::{Path, PathBuf};

use crate::{
    model::finding::{Finding, Findings},
    words::{Message, Words, say},
};

/// A refusal. Whatever was there before is unchanged.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{} ({})", .finding.code.0, .file.display())]
pub struct Refused {
    /// The file; empty for bytes that came without one.
    pub file: PathBuf,
    /// The reason.
    pub finding: Box<Finding>,
    /// What else was noticed before it was refused.
    pub noticed: Box<Findings>,
}

impl Refused {
    /// A refusal of bytes whose file is told later with [`Self::of_file`].
    pub fn new(finding: Finding) -> Self {
        Self { file: PathBuf::new(), finding: Box::new(finding), noticed: Box::default() }
    }

    /// The same refusal with what else was noticed.
    #[must_use]
    pub fn with(mut self, noticed: Findings) -> Self {
        self.noticed = Box::new(noticed);
        self
    }

    /// The same refusal, of this file.
    #[must_use]
    pub fn of_file(mut self, file: &Path) -> Self {
        self.file = file.to_owned();
        self
    }

    /// The refusal for people: cause, place, remedy, the path last.
    pub fn told(&self, words: &Words) -> String {
        let mut sentences = vec![told_finding(&self.finding, words)];
        if !self.file.as_os_str().is_empty() {
            sentences.push(words.tell(&say!("storage-file", path = self.file.display().to_string())));
        }
        sentences.join(" ")
    }

    /// The refusal as a message, to be told in whatever language is spoken then: cause, place, remedy, the path last.
    pub fn message(&self) -> Message {
        let path = self.file.display().to_string();
        let (cause, remedy) = (self.finding.message.clone(), self.finding.remedy.clone());
        match self.finding.place.told() {
            Some(place) => say!("storage-refused-at", cause, place, remedy, path),
            None => say!("storage-refused", cause, remedy, path),
        }
    }

    /// All findings, the reason first.
    pub fn findings(&self) -> Findings {
        let mut all = Findings::default();
        all.push((*self.finding).clone());
        all.extend((*self.noticed).clone());
        all
    }
}

/// A finding for people: cause, place, remedy.
pub fn told_finding(finding: &Finding, words: &Words) -> String {
    let mut sentences = vec![words.tell(&finding.message)];
    if let Some(place) = finding.place.told() {
        sentences.push(words.tell(&place));
    }
    sentences.push(words.tell(&finding.remedy));
    sentences.retain(|it| !it.trim().is_empty());
    sentences.join(" ")
}
