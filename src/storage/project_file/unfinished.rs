//! Working copies that wait in the workplace: offered, resumed, thrown away, tidied up.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, SystemTime},
};

use super::{
    Access, How, Opened, ProjectFiles, ProjectStore, Unfinished, backup,
    open::opened,
    saved::Unsound,
    schema, steps, store,
    trouble::{Fallback, Fault, Kind, Trouble},
    working_copy::{self, Record, WorkingCopy},
};
use crate::{say, words::Message};

/// So many bytes of working copies are read whole to see whether they open, the latest ones first: the list must not keep anybody
/// waiting. One beyond that is offered as it says of itself; if it is damaged, going on with it tells so.
const LOOKED_THROUGH: u64 = 64_000_000;

impl ProjectFiles {
    /// Working copies with changes that are in no file, the latest first: what the next start offers.
    pub fn unfinished(&self) -> Vec<Unfinished> {
        let mut left = LOOKED_THROUGH;
        working_copy::folders(&self.workplace).iter().rev().filter_map(|it| self.unfinished_in(it, &mut left)).collect()
    }

    /// One of them. What can be read of it says little of the rest: as long as bytes are `left`, all that opening needs is read.
    fn unfinished_in(&self, folder: &Path, left: &mut u64) -> Option<Unfinished> {
        let (found, held) = said_of_itself(folder)?;
        let Some((copy, record)) = held else { return Some(found) };
        let size = fs::metadata(copy.path()).map_or(u64::MAX, |it| it.len());
        let Some(rest) = left.checked_sub(size) else { return Some(found) };
        *left = rest;
        let Err(fault) = store::check_whole(&copy.database, &record) else { return Some(found) };
        let trouble = Trouble::damaged(&copy.path())(fault);
        drop(copy);
        if trouble.kind == Kind::NoWorkplace {
            return Some(found); // the disk fails or is full: that says nothing of the copy
        }
        let trouble = Some(trouble.of_copy(self.fallback(Some((found.steps, record)))));
        Some(Unfinished { trouble, rescuable: self.is_rescuable(folder), ..found })
    }

    /// What waits beside a file that is opened: its own working copies, and damaged ones that don't say any more whose they are.
    pub(super) fn unfinished_of(&self, path: &Path) -> Vec<Unfinished> {
        let of_another = |it: &Unfinished| match (&it.file, &it.trouble) {
            (Some(file), _) => file != path,
            (None, Some(trouble)) => trouble.copy.as_deref() == Some(&Fallback::NoFile),
            (None, None) => true,
        };
        let looked_at = |it: Unfinished| match it.trouble {
            Some(trouble) => {
                let rescuable = it.rescuable || self.is_rescuable(&it.folder);
                Unfinished { rescuable, trouble: Some(trouble.of_copy(Fallback::Beside)), ..it }
            }
            None => it,
        };
        self.unfinished().into_iter().filter(|it| !of_another(it)).map(looked_at).collect()
    }

    /// Opens an unfinished working copy where it was left. A lock that its last process left behind is taken over. Of one in which a
    /// step is damaged, what is whole opens as a copy of its own.
    pub fn resume(&self, folder: &Path) -> Result<Opened, Trouble> {
        self.resume_as(folder, How::Edit)
    }

    /// The same, with what is to happen where somebody else has the file open.
    pub fn resume_as(&self, folder: &Path, how: How) -> Result<Opened, Trouble> {
        let copy = free(&self.own(folder)?)?.ok_or_else(|| Trouble::new(Kind::WorkingCopyInUse, folder))?;
        let about = Record::read(&copy.database).and_then(|it| Ok((unsaved(&copy, &it)?, it))).ok();
        let read = ProjectStore::read(copy, Arc::clone(&self.workplace));
        let mut kept = match read {
            Ok(kept) => kept,
            Err(trouble) if trouble.copy.is_some() => {
                let former = about.as_ref().and_then(|it| backup::found(it.1.origin.as_deref()?, &self.workplace));
                let told = || trouble.of_copy(self.fallback(about)).with_backups(former);
                let damaged = self.own(folder)?;
                return self.rescued_before(&damaged, how).unwrap_or_else(|| self.rescue(&damaged).ok_or_else(told));
            }
            Err(trouble) => return Err(trouble),
        };
        kept.store.settle_pending()?;
        let access = match kept.store.file().map(Path::to_owned) {
            None => Access::Edit,
            Some(file) => {
                // The file may be gone or out of reach: the work goes on, and *save as* finds it another place.
                let unreachable = |trouble: Trouble| {
                    let cause = trouble.detail.unwrap_or_else(|| say!("storage-io-unreachable"));
                    (None, Access::ReadBecauseUnwritable(cause))
                };
                let (lock, access) = self.lock(&file, how).unwrap_or_else(unreachable);
                kept.store.lock(lock);
                access
            }
        };
        let older = kept.store.file().and_then(schema::older);
        Ok(opened(kept, access, older, Vec::new()))
    }

    /// Where the work of a damaged working copy is to be found, by what it knows of itself and how many changes are in no file.
    fn fallback(&self, about: Option<(usize, Record)>) -> Fallback {
        match about.map(|(changes, record)| (changes, record.origin)) {
            None => Fallback::Unknown,
            Some((_, None)) => Fallback::NoFile,
            Some((changes, Some(file))) if self.read(&file).is_ok() => Fallback::File(file, changes),
            Some((_, Some(file))) => Fallback::Unreadable(file),
        }
    }

    /// Throws an unfinished working copy away, for good.
    pub fn discard(&self, folder: &Path) -> Result<(), Trouble> {
        let folder = self.own(folder)?;
        match WorkingCopy::hold(&folder) {
            Ok(Some(copy)) => copy.remove(),
            Ok(None) => Err(Trouble::new(Kind::WorkingCopyInUse, &folder)),
            Err(_) => fs::remove_dir_all(&folder).map_err(Trouble::no_workplace(&folder)),
        }
    }

    /// Only what lies in the workplace is resumed or thrown away.
    fn own(&self, folder: &Path) -> Result<PathBuf, Trouble> {
        let name = folder.file_name().filter(|_| folder.parent() == Some(self.workplace.working().as_path()));
        name.map(|it| self.workplace.working().join(it)).ok_or_else(|| Trouble::new(Kind::NoWorkingCopy, folder))
    }

    /// Saved working copies are kept for their history: the thirty latest, for half a year.
    pub(super) fn tidy(&self) {
        const KEPT: usize = 30;
        const HALF_A_YEAR: Duration = Duration::from_secs(183 * 24 * 3_600);
        for (number, folder) in working_copy::folders(&self.workplace).into_iter().rev().enumerate() {
            let changed = fs::metadata(folder.join("copy.planraum")).and_then(|it| it.modified());
            let old = changed.is_ok_and(|it| SystemTime::now().duration_since(it).is_ok_and(|age| age > HALF_A_YEAR));
            if number < KEPT && !old {
                continue;
            }
            let Ok(Some(copy)) = WorkingCopy::hold(&folder) else { continue };
            if Record::read(&copy.database).is_ok_and(|it| it.is_saved()) {
                let _ = copy.remove();
            }
        }
    }
}

/// A working copy that nobody works on. A program that is just being started has a moment's share in everything that is held here,
/// and lets go of it by itself: that long it is asked again.
pub(super) fn free(folder: &Path) -> Result<Option<WorkingCopy>, Trouble> {
    for _ in 0..50 {
        if let Some(copy) = WorkingCopy::hold(folder)? {
            return Ok(Some(copy));
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    Ok(None)
}

/// What a working copy says of itself; `None` if somebody works on it or everything in it is saved.
fn said_of_itself(folder: &Path) -> Option<(Unfinished, Option<(WorkingCopy, Record)>)> {
    let told = |copy: &WorkingCopy| -> Result<(Record, String, usize, Option<Message>), Fault> {
        let record = Record::read(&copy.database)?;
        let name = copy.database.query_row("SELECT name FROM project WHERE one = 1", [], |row| row.get(0))?;
        let steps = unsaved(copy, &record)?;
        let ahead = record.cursor > record.saved.unwrap_or(0);
        let last = ahead.then(|| steps::get(&copy.database, record.cursor).ok().map(|it| it.title)).flatten();
        Ok((record, name, steps, last))
    };
    let unreadable = |trouble| Unfinished {
        folder: folder.to_owned(),
        name: String::new(),
        file: None,
        changed_at: String::new(),
        steps: 0,
        last: None,
        trouble: Some(trouble),
        rescuable: false,
    };
    let copy = match WorkingCopy::hold(folder) {
        Ok(copy) => copy?,
        Err(trouble) => return Some((unreadable(trouble), None)),
    };
    let origin = Record::read(&copy.database).map(|it| it.origin);
    match told(&copy) {
        Ok((record, ..)) if record.is_saved() => None,
        Ok((record, name, steps, last)) => {
            let (file, changed_at) = (record.origin.clone(), record.changed_at.clone());
            let found = Unfinished { folder: folder.to_owned(), name, file, changed_at, steps, last, trouble: None, rescuable: false };
            Some((found, Some((copy, record))))
        }
        Err(fault) => {
            let fallback = if matches!(origin, Ok(None)) { Fallback::NoFile } else { Fallback::Unknown };
            let trouble = Trouble::damaged(&copy.path())(fault).of_copy(fallback);
            Some((Unfinished { file: origin.ok().flatten(), ..unreadable(trouble) }, None))
        }
    }
}

/// How many steps are in no file. What the file has and the working copy took back counts too.
fn unsaved(copy: &WorkingCopy, record: &Record) -> Result<usize, Fault> {
    let saved = record.saved.unwrap_or(0);
    let span = [saved.min(record.cursor), saved.max(record.cursor)];
    let steps: i64 = copy.database.query_row("SELECT count(*) FROM step WHERE seq > ?1 AND seq <= ?2", span, |row| row.get(0))?;
    usize::try_from(steps).map_err(|_| Unsound::at("step").into())
}
