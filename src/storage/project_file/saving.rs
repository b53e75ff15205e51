//! A save under way: the complete file on its way to its place, which may be a slow share. The store is not needed for that.
//!
//! **Promise.** The old file stays until the new one takes its place, whatever fails and whenever it is stopped.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{
    lock::{Denied, ProjectLock},
    save::{self, Complete, Landing},
    schema,
    trouble::{Kind, Trouble},
    working_copy::Hash,
    workplace::Workplace,
};
use crate::storage::{causes::of_system, watch::Watch};

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

/// A complete file and where it belongs.
pub struct Saving {
    pub(super) complete: Complete,
    pub(super) target: PathBuf,
    /// The hashes that the project's own file may have; `None` for another target.
    pub(super) expected: Option<[Option<Hash>; 2]>,
    /// What another target may be.
    pub(super) replaces: Replaces,
    pub(super) step: i64,
    pub(super) hash: Hash,
    pub(super) lock: Option<ProjectLock>,
    /// Whether the target is the project's own file.
    pub(super) own: bool,
    pub(super) workplace: Arc<Workplace>,
}

/// What became of a save, for [`super::ProjectStore::end_save`].
pub struct Landed {
    pub(super) target: PathBuf,
    pub(super) step: i64,
    pub(super) hash: Hash,
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
    /// Puts the file in its place. Stopped before that moment, the old file is as it was.
    pub fn land(mut self, watch: &Watch) -> Landed {
        let wanted = watch.check().map_err(|_| Trouble::new(Kind::Stopped, &self.target));
        let agreed = wanted.and_then(|()| self.is_agreed());
        let came = agreed.and_then(|()| self.take_lock()).and_then(|()| self.put_down(watch));
        let Self { target, step, hash, lock, own, .. } = self;
        Landed { target, step, hash, lock, own, came }
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
    fn put_down(&self, watch: &Watch) -> Result<(), Trouble> {
        let (target, files) = (self.target.as_path(), self.workplace.files.as_ref());
        if fs::metadata(target).is_ok_and(|it| it.permissions().readonly()) {
            return Err(Trouble::new(Kind::Unwritable(None), target));
        }
        let landing = Landing::prepare(&self.complete, target, files, watch).map_err(|it| self.failed(target, it))?;
        if let Some(expected) = self.expected
            && let Some(found) = save::hash_of(target, files)?
            && !expected.contains(&Some(found))
        {
            return Err(Trouble::new(Kind::ChangedMeanwhile, target));
        }
        watch.check().map_err(|_| Trouble::new(Kind::Stopped, target))?;
        landing.land().map_err(|it| self.failed(target, it))
    }

    fn failed(&self, target: &Path, fault: std::io::Error) -> Trouble {
        if crate::storage::watch::is_stopped(&fault) {
            return Trouble::new(Kind::Stopped, target);
        }
        save::unwritable(target, &self.complete)(fault)
    }
}
