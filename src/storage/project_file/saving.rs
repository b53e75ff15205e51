//! A save under way: the complete file is made, and goes to its place, which may be a slow share. The store is not needed for that.
//!
//! **Promise.** The old file stays until the new one takes its place, whatever fails and whenever it is stopped.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{
    backup::{Former, Kept},
    block::Blocks,
    lock::{Denied, ProjectLock},
    save::{self, Complete, Landing},
    schema,
    trouble::{Fallback, Fault, Kind, Trouble},
    working_copy::Hash,
    workplace::Workplace,
};
use crate::{
    project::Project,
    storage::{causes::of_system, put, watch::Watch},
    words::say,
};

/// What may lie where a project is to be saved for the first time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Replaces {
    /// Nothing.
    #[default]
    Nothing,
    /// Another project: that was agreed to.
    Projects,
    /// Any file: that was agreed to, knowing what it is.
    Anything,
}

/// What is saved, as it stood when the save began.
pub(super) struct Draft {
    pub project: Project,
    pub changed_at: String,
    pub blocks: Blocks,
    /// The working copy's database; the file is made beside it.
    pub copy: PathBuf,
}

/// A complete file and its SHA-256.
pub(super) struct Made {
    pub complete: Complete,
    pub hash: Hash,
}

/// A save that began, and where its file belongs.
pub struct Saving {
    pub(super) draft: Draft,
    pub(super) made: Option<Result<Made, Trouble>>,
    pub(super) target: PathBuf,
    /// The hashes that the project's own file may have; `None` for another target.
    pub(super) expected: Option<[Option<Hash>; 2]>,
    /// What another target may be.
    pub(super) replaces: Replaces,
    pub(super) step: i64,
    pub(super) lock: Option<ProjectLock>,
    /// Whether the target is the project's own file.
    pub(super) own: bool,
    pub(super) workplace: Arc<Workplace>,
}

/// What became of a save, for [`super::ProjectStore::end_save`].
pub struct Landed {
    pub(super) target: PathBuf,
    pub(super) step: i64,
    pub(super) hash: Option<Hash>,
    pub(super) lock: Option<ProjectLock>,
    pub(super) own: bool,
    pub(super) came: Result<(), Trouble>,
}

impl Landed {
    /// The file that lies there and that nobody agreed to replace, if that is why nothing was saved; and whether it is a project.
    pub fn in_the_way(&self) -> Option<(PathBuf, bool)> {
        let Err(Trouble { kind: Kind::Exists(project), path, .. }) = &self.came else { return None };
        Some((path.clone(), *project))
    }
}

impl Saving {
    /// Makes the complete new file in the workplace. What goes wrong is told when it should land.
    pub fn make(&mut self) {
        if self.made.is_none() {
            self.made = Some(self.draft.made());
        }
    }

    /// Puts the file in its place. Stopped before that moment, the old file is as it was.
    pub fn land(mut self, watch: &Watch) -> Landed {
        self.make();
        let (hash, made) = match self.made.take() {
            Some(Ok(made)) => (Some(made.hash), Ok(made.complete)),
            Some(Err(trouble)) => (None, Err(trouble)),
            None => (None, Err(Trouble::new(Kind::NoWorkingCopy, &self.target))),
        };
        let came = made.and_then(|complete| self.put_in_place(&complete, watch));
        let Self { target, step, lock, own, .. } = self;
        Landed { target, step, hash, lock, own, came }
    }

    fn put_in_place(&mut self, complete: &Complete, watch: &Watch) -> Result<(), Trouble> {
        if put::is_no_place_for_a_file(&self.target) {
            return Err(Trouble::new(Kind::Unwritable(None), &self.target).because(say!("storage-io-no-plain-file")));
        }
        let wanted = watch.check().map_err(|_| Trouble::new(Kind::Stopped, &self.target));
        let agreed = wanted.and_then(|()| self.is_agreed());
        agreed.and_then(|()| self.take_lock()).and_then(|()| self.put_down(complete, watch))
    }

    fn take_lock(&mut self) -> Result<(), Trouble> {
        if self.lock.as_ref().is_some_and(ProjectLock::is_still_mine) {
            return Ok(());
        }
        let lost = self.lock.take().is_some(); // one that somebody took over is not ours to remove
        let target = &self.target;
        let lock = ProjectLock::take(target, &self.workplace, false).map_err(|denied| match denied {
            Denied::Held(holder) if lost => Trouble::new(Kind::TakenOver(holder), target),
            Denied::Held(holder) => Trouble::new(Kind::Locked(holder), target),
            Denied::Busy => Trouble::new(Kind::Busy, target),
            Denied::Unwritable(fault) => Trouble::new(Kind::Unwritable(None), target).because(of_system(&fault)),
        })?;
        self.lock = Some(lock);
        Ok(())
    }

    /// Another file is replaced only if the planner agreed to that.
    fn is_agreed(&self) -> Result<(), Trouble> {
        if self.own || self.replaces == Replaces::Anything || fs::symlink_metadata(&self.target).is_err() {
            return Ok(());
        }
        let project = schema::is_project(&self.target);
        if project && self.replaces == Replaces::Projects { Ok(()) } else { Err(Trouble::new(Kind::Exists(project), &self.target)) }
    }

    /// A file that is gone may be written anew.
    fn put_down(&self, complete: &Complete, watch: &Watch) -> Result<(), Trouble> {
        let (target, files) = (self.target.as_path(), self.workplace.files.as_ref());
        if fs::metadata(target).is_ok_and(|it| it.permissions().readonly()) {
            return Err(Trouble::new(Kind::Unwritable(None), target));
        }
        let landing = Landing::prepare(complete, target, files, watch).map_err(|it| failed(target, complete, it))?;
        let former = self.former(watch)?;
        watch.check().map_err(|_| Trouble::new(Kind::Stopped, target))?;
        let kept = former.map(Former::keep);
        match landing.land() {
            Ok(()) => kept.into_iter().for_each(Kept::settle),
            Err(fault) => {
                kept.into_iter().for_each(Kept::take_back);
                return Err(failed(target, complete, fault));
            }
        }
        Ok(())
    }
}

impl Saving {
    /// What is about to be replaced: the project's own file, which nobody may have changed meanwhile, or another project.
    fn former(&self, watch: &Watch) -> Result<Option<Former>, Trouble> {
        let target = self.target.as_path();
        let Some(expected) = self.expected else {
            let read = || Former::read(target, &self.workplace, watch).ok().flatten(); // agreed to; it can't be read, and needn't be
            return Ok(schema::is_project(target).then(read).flatten());
        };
        let former = Former::read(target, &self.workplace, watch)?;
        match former.as_ref().is_none_or(|it| expected.contains(&Some(it.hash))) {
            true => Ok(former),
            false => Err(Trouble::new(Kind::ChangedMeanwhile, target)),
        }
    }
}

impl Draft {
    fn made(&self) -> Result<Made, Trouble> {
        let folder = self.copy.parent().unwrap_or(Path::new("."));
        let complete = save::complete(&self.project, &self.changed_at, &self.blocks, folder).map_err(|fault| match fault {
            Fault::Database(fault) => Trouble::not_kept(folder)(fault),
            other => Trouble::damaged(&self.copy)(other).of_copy(Fallback::Open),
        })?;
        schema::fits(fs::metadata(&complete.path).map_or(0, |it| it.len()), folder)?;
        let hash = complete.hash()?;
        Ok(Made { complete, hash })
    }
}

fn failed(target: &Path, complete: &Complete, fault: std::io::Error) -> Trouble {
    if crate::storage::watch::is_stopped(&fault) {
        return Trouble::new(Kind::Stopped, target);
    }
    save::unwritable(target, complete)(fault)
}
