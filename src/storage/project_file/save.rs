//! Save: a complete new file, made and proven in the workplace, then put in the old one's place at once.
//!
//! The new file is written from nothing, so no page of it ever held a removed plan, an undone step or a dropped source.
//!
//! **Promise.** At every moment the target is the old file or the new one, whole; whatever fails, the old one stays byte for byte.

use std::{
    fs,
    io::{self, Read, Write},
    path::{Path, PathBuf},
};

use rusqlite::params;
use sha2::{Digest, Sha256};

use super::{
    block::{self, Blocks},
    files::Files,
    lock::beside,
    saved::Unsound,
    schema, state,
    trouble::{Fault, Kind, Trouble},
    working_copy::Hash,
};
use crate::{
    project::Project,
    storage::{
        causes::of_system,
        watch::{Stopped, Watch},
    },
};

/// A complete project file in the workplace; it leaves when dropped.
pub(super) struct Complete {
    /// Where.
    pub path: PathBuf,
    draft: PathBuf,
}

impl Drop for Complete {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.draft);
        let _ = fs::remove_file(&self.path);
    }
}

impl Complete {
    /// SHA-256 of it.
    pub(super) fn hash(&self) -> Result<Hash, Trouble> {
        let read = || copy(&mut fs::File::open(&self.path)?, &mut io::sink(), &mut |_| Ok(()));
        read().map_err(Trouble::unreadable(&self.path))
    }
}

/// Writes the project with the blocks it uses into a new file in `folder` and reads it back before anybody trusts it.
pub(super) fn complete(project: &Project, changed_at: &str, blocks: &Blocks, folder: &Path) -> Result<Complete, Fault> {
    let complete = Complete { path: folder.join("save.planraum"), draft: folder.join("save-draft.planraum") };
    for left_over in [&complete.draft, &complete.path] {
        let _ = fs::remove_file(left_over); // of a save that was killed
    }
    let draft = schema::create(&complete.draft, schema::TABLES, schema::VERSION)?;
    draft.execute_batch("PRAGMA synchronous = OFF; BEGIN;")?; // only the file that is put down has to last
    state::write(&draft, project, changed_at)?;
    for id in state::needed(project) {
        let there = blocks.get(&id).map(|it| block::put(&draft, it)).transpose()?;
        if there != Some(id) {
            return Err(Fault::SourceMissing(id.to_string()));
        }
    }
    draft.execute_batch("COMMIT;")?;
    let path = complete.path.to_str().ok_or_else(|| rusqlite::Error::InvalidPath(complete.path.clone()))?;
    draft.execute("VACUUM INTO ?1", params![path])?;
    drop(draft);
    prove(&complete.path, project)?;
    Ok(complete)
}

/// Reads a file back through the same checks as any other.
fn prove(path: &Path, project: &Project) -> Result<(), Fault> {
    let written = schema::connect(path)?;
    schema::check(&written, schema::VERSION)?;
    if state::read(&written)? == *project { Ok(()) } else { Err(Unsound::at("project").into()) }
}

/// A new file lying beside its target, ready to take its place; it leaves when dropped before that.
pub(super) struct Landing<'a> {
    next: PathBuf,
    target: &'a Path,
    files: &'a dyn Files,
    landed: bool,
}

impl<'a> Landing<'a> {
    /// Copies a complete file next to the target and makes it last.
    pub(super) fn prepare(complete: &Complete, target: &'a Path, files: &'a dyn Files, watch: &Watch) -> io::Result<Self> {
        let next = beside(target, "neu");
        if let Err(fault) = files.remove(&next) // of a save that was killed
            && fault.kind() != io::ErrorKind::NotFound
        {
            return Err(fault);
        }
        let mut sink = files.create_new(&next)?;
        let landing = Self { next, target, files, landed: false };
        let mut from = fs::File::open(&complete.path)?;
        let size = from.metadata()?.len();
        copy(&mut from, &mut sink, &mut |done| watch.at(done, size))?;
        sink.sync()?;
        drop(sink);
        if let Ok(old) = fs::metadata(target) {
            let _ = fs::set_permissions(&landing.next, old.permissions()); // colleagues keep their access where the share allows
        }
        Ok(landing)
    }

    /// Takes the target's place.
    pub(super) fn land(mut self) -> io::Result<()> {
        self.files.rename(&self.next, self.target)?;
        self.landed = true;
        // Not every share can sync a folder; without it a power cut may bring back the old file, whole.
        let _ = self.files.sync_folder(self.target.parent().unwrap_or(Path::new(".")));
        Ok(())
    }
}

impl Drop for Landing<'_> {
    fn drop(&mut self) {
        if !self.landed {
            let _ = self.files.remove(&self.next);
        }
    }
}

/// Copies to the end and gives the SHA-256 of what was copied; `go_on` hears how many bytes are done.
pub(super) fn copy(from: &mut dyn Read, to: &mut dyn Write, go_on: &mut dyn FnMut(u64) -> Result<(), Stopped>) -> io::Result<Hash> {
    let (mut digest, mut buffer, mut done) = (Sha256::new(), vec![0; 1 << 18], 0);
    loop {
        go_on(done)?;
        let read = match from.read(&mut buffer) {
            Ok(0) => return Ok(digest.finalize().into()),
            Ok(read) => read,
            Err(fault) if fault.kind() == io::ErrorKind::Interrupted => continue,
            Err(fault) => return Err(fault),
        };
        let bytes = buffer.get(..read).unwrap_or_default();
        digest.update(bytes);
        done += read as u64;
        to.write_all(bytes)?;
    }
}

/// The hash of a file; `None` if there is none.
pub(super) fn hash_of(path: &Path, files: &dyn Files) -> Result<Option<Hash>, Trouble> {
    match files.open(path) {
        Ok(mut file) => copy(&mut file, &mut io::sink(), &mut |_| Ok(())).map(Some).map_err(Trouble::unreadable(path)),
        Err(fault) if fault.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(fault) => Err(Trouble::unreadable(path)(fault)),
    }
}

/// The target can't be written: how much it needs goes into the message.
pub(super) fn unwritable(path: &Path, complete: &Complete) -> impl FnOnce(io::Error) -> Trouble {
    let needed = fs::metadata(&complete.path).ok().map(|it| it.len());
    move |fault| Trouble::new(Kind::Unwritable(needed), path).because(of_system(&fault))
}
