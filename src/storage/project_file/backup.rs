//! Backups: what a save replaces is kept in the workplace, the last five versions of each file.
//!
//! ```text
//! <data>/backups/<path as 8 bytes>/<number> <name>.planraum     the highest number is the latest
//! ```
//! The folder is named by the whole path, so that files of the same name in different folders never push each other out.
//!
//! **Promise.** A backup is whole or not there. Where none can be kept (the disk is full), the save goes on: the complete new file
//! is there already.
//! **Not here.** When to save (`desk`); working copies, which keep what is in no file yet.

use std::{
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
};

use super::{
    save,
    trouble::Trouble,
    working_copy::Hash,
    workplace::{self, Workplace},
};
use crate::storage::watch::Watch;

/// So many versions of a file are kept.
const KEPT: usize = 5;

/// Where the former versions of a file are, whether there are any or not.
fn folder_of(target: &Path, workplace: &Workplace) -> PathBuf {
    workplace.backups().join(workplace::name_of(target, 8))
}

/// The folder with former versions of a file, if there are any.
pub(super) fn found(target: &Path, workplace: &Workplace) -> Option<PathBuf> {
    let folder = folder_of(target, workplace);
    (!numbered(&folder).is_empty()).then_some(folder)
}

/// The latest of the former versions in such a folder.
pub(super) fn latest(folder: &Path) -> Option<PathBuf> {
    numbered(folder).pop().map(|it| it.1)
}

/// Whether a file is one of the backups: it stays as it is.
pub(super) fn is_one(path: &Path, workplace: &Workplace) -> bool {
    path.starts_with(super::store::real_path(&workplace.backups()))
}

/// The backups of a folder with their numbers, the oldest first.
fn numbered(folder: &Path) -> Vec<(u64, PathBuf)> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let number = |path: &Path| path.file_name()?.to_str()?.split(' ').next()?.parse().ok();
    let mut found: Vec<(u64, PathBuf)> = entries.flatten().map(|it| it.path()).filter_map(|it| Some((number(&it)?, it))).collect();
    found.sort();
    found
}

/// What is about to be replaced: its hash, and a copy that leaves again unless it is kept.
pub(super) struct Former {
    /// SHA-256 of it.
    pub hash: Hash,
    draft: Option<PathBuf>,
    target: PathBuf,
}

impl Former {
    /// Reads the file that lies there; `None` if there is none.
    pub(super) fn read(target: &Path, workplace: &Workplace, watch: &Watch) -> Result<Option<Self>, Trouble> {
        let mut from = match workplace.files.open(target) {
            Ok(file) => file,
            Err(fault) if fault.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(fault) => return Err(Trouble::unreadable(target)(fault)),
        };
        let mut copy = Copy::begin(&folder_of(target, workplace));
        let size = fs::metadata(target).map_or(0, |it| it.len());
        let hash = save::copy(&mut from, &mut copy, &mut |done| watch.at(done, size)).map_err(|fault| {
            copy.give_up();
            if crate::storage::watch::is_stopped(&fault) {
                Trouble::new(super::Kind::Stopped, target)
            } else {
                Trouble::unreadable(target)(fault)
            }
        })?;
        Ok(Some(Self { hash, draft: copy.complete(), target: target.to_owned() }))
    }

    /// Gives the copy its number; the oldest beyond five leave. What was kept is taken back where the save fails all the same.
    pub(super) fn keep(mut self) -> Kept {
        let Some(draft) = self.draft.take() else { return Kept(None) };
        let folder = draft.parent().unwrap_or(Path::new("")).to_owned();
        let number = numbered(&folder).last().map_or(1, |it| it.0.saturating_add(1));
        let name = self.target.file_name().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
        let shortened: String = name.chars().rev().take(60).collect::<Vec<_>>().into_iter().rev().collect(); // with its ending
        let kept = folder.join(format!("{number:04} {shortened}"));
        Kept(match fs::rename(&draft, &kept) {
            Ok(()) => Some(kept),
            Err(_) => {
                let _ = fs::remove_file(&draft);
                None
            }
        })
    }
}

impl Drop for Former {
    fn drop(&mut self) {
        if let Some(draft) = self.draft.take() {
            let _ = fs::remove_file(draft);
        }
    }
}

/// A backup that was kept, before the save has come to its end.
pub(super) struct Kept(Option<PathBuf>);

impl Kept {
    /// The new file is in its place: older backups than the last five leave.
    pub(super) fn settle(self) {
        let Some(folder) = self.0.as_deref().and_then(Path::parent) else { return };
        let all = numbered(folder);
        for (_, old) in all.iter().take(all.len().saturating_sub(KEPT)) {
            let _ = fs::remove_file(old);
        }
    }

    /// The old file stayed: it needs no backup.
    pub(super) fn take_back(self) {
        self.0.into_iter().for_each(|it| _ = fs::remove_file(it));
    }
}

/// A copy that is being made. Where it can't be written, it is given up and nobody is disturbed.
struct Copy {
    file: Option<File>,
    draft: PathBuf,
}

impl Copy {
    fn begin(folder: &Path) -> Self {
        let draft = folder.join(format!("{}.draft", workplace::unique_name()));
        let _ = fs::create_dir_all(folder);
        forget_drafts(folder);
        Self { file: File::create_new(&draft).ok(), draft }
    }

    fn give_up(&mut self) {
        if self.file.take().is_some() {
            let _ = fs::remove_file(&self.draft);
        }
    }

    fn complete(mut self) -> Option<PathBuf> {
        if self.file.as_ref()?.sync_all().is_err() {
            self.give_up();
        }
        self.file.take().map(|_| self.draft.clone())
    }
}

impl Write for Copy {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.file.as_mut().is_some_and(|it| it.write_all(bytes).is_err()) {
            self.give_up();
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Copies that a killed process left half made. Only one save at a time has the lock of this file.
fn forget_drafts(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|it| it.path()).filter(|it| it.extension().is_some_and(|it| it == "draft")) {
        let _ = fs::remove_file(path);
    }
}
