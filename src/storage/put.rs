//! Putting bytes down safely, and picking them up.
//!
//! **Promise.** A file is replaced whole or not at all: written beside the old one, synced, renamed over it, and the folder
//! synced. Whatever fails, the old file stays and nothing half-written is left.

use std::{
    ffi::OsString,
    fs::{self, File, OpenOptions},
    io::{self, Read, Write},
    path::{Path, PathBuf},
    sync::atomic::{AtomicU64, Ordering},
    thread,
    time::Duration,
};

use crate::{
    model::finding::Severity,
    storage::{
        causes::of_system,
        codes::{self, finding},
        limits::Limits,
        project_file::real_path,
        refused::Refused,
        watch::Watch,
    },
    words::{Message, say},
};

/// Writes a file whole.
///
/// # Errors
/// The folder is missing or protected, the disk is full, or another program holds the file; the old file is unchanged.
pub fn put(path: &Path, bytes: &[u8]) -> Result<(), Refused> {
    if is_no_place_for_a_file(path) {
        return Err(no_place_for_a_file(path));
    }
    put_whole(path, bytes).map_err(|error| {
        let message = say!("storage-file-unwritable", reason = of_system(&error));
        Refused::new(finding(Severity::Error, codes::FILE_UNWRITABLE, message, remedy(&error))).of_file(path)
    })
}

/// Whether a pipe, a device or a socket is there: nobody may read the other end, and a file would take its place.
pub fn is_no_place_for_a_file(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|it| !it.is_file() && !it.is_dir())
}

/// The refusal to write there.
pub fn no_place_for_a_file(path: &Path) -> Refused {
    let message = say!("storage-file-unwritable", reason = say!("storage-io-no-plain-file"));
    Refused::new(finding(Severity::Error, codes::FILE_UNWRITABLE, message, say!("storage-remedy-plain-file"))).of_file(path)
}

fn put_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let path = &real_path(path); // a link stays a link
    let name = path.file_name().ok_or(io::ErrorKind::InvalidFilename)?;
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if path.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    let (beside, mut file) = create_beside(folder, name)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    drop(file);
    let placed = written.and_then(|()| keep_permissions(path, &beside)).and_then(|()| rename(&beside, path));
    if placed.is_err() {
        let _ = fs::remove_file(&beside); // the first error is the one to tell
        return placed;
    }
    sync_folder(folder)
}

/// A new file of ours in the same folder, so that renaming never crosses a disk.
fn create_beside(folder: &Path, name: &std::ffi::OsStr) -> io::Result<(PathBuf, File)> {
    static NUMBER: AtomicU64 = AtomicU64::new(0);
    for _ in 0..1_000 {
        let mut beside = OsString::from(".");
        // a long name must not become too long by our addition
        beside.push(if name.len() > 200 { std::ffi::OsStr::new("planraum") } else { name });
        beside.push(format!(".{}-{}.tmp", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed)));
        let beside = folder.join(beside);
        match OpenOptions::new().write(true).create_new(true).open(&beside) {
            Ok(file) => return Ok((beside, file)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

fn keep_permissions(old: &Path, new: &Path) -> io::Result<()> {
    match fs::metadata(old) {
        Ok(it) if it.permissions().readonly() => Err(io::ErrorKind::PermissionDenied.into()),
        Ok(it) => fs::set_permissions(new, it.permissions()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
    }
}

/// Renames; on Windows a virus scanner may hold either file for a moment (errors 5 and 32), so it is tried again.
fn rename(from: &Path, to: &Path) -> io::Result<()> {
    let mut wait = Duration::from_millis(10);
    loop {
        match fs::rename(from, to) {
            Err(error) if cfg!(windows) && matches!(error.raw_os_error(), Some(5 | 32)) && wait < Duration::from_secs(2) => {
                thread::sleep(wait);
                wait *= 2;
            }
            outcome => return outcome,
        }
    }
}

/// Makes the new name durable. Where folders cannot be opened (Windows) the rename itself is what there is.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(windows) {
        return Ok(());
    }
    match File::open(folder).and_then(|it| it.sync_all()) {
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied || error.raw_os_error() == Some(22) => Ok(()), // shares that cannot
        outcome => outcome,
    }
}

/// So many bytes are read before anybody is asked whether to go on.
const READ_AT_ONCE: u64 = 1 << 20;

/// The first bytes of a file, at most so many.
///
/// # Errors
/// It isn't there, may not be read, or is a folder.
pub fn read_start(path: &Path, most: u64) -> Result<Vec<u8>, Refused> {
    let (file, _) = opened(path)?;
    let mut bytes = Vec::new();
    file.take(most).read_to_end(&mut bytes).map_err(unreadable(path))?;
    Ok(bytes)
}

/// Reads a file whole, but never more than the cap.
///
/// # Errors
/// It isn't there, may not be read, is a folder, or is too large.
pub fn read(path: &Path, limits: &Limits) -> Result<Vec<u8>, Refused> {
    read_watched(path, limits, &Watch::default())
}

/// The same, watched.
///
/// # Errors
/// As [`read`], and where it was stopped.
pub fn read_watched(path: &Path, limits: &Limits, watch: &Watch) -> Result<Vec<u8>, Refused> {
    let (file, about) = opened(path)?;
    let mut bytes = Vec::with_capacity(usize::try_from(about.len().min(limits.file_bytes)).unwrap_or(0) + 1);
    let mut file = file.take(limits.file_bytes + 1);
    while file.by_ref().take(READ_AT_ONCE).read_to_end(&mut bytes).map_err(unreadable(path))? > 0 {
        watch.at(bytes.len() as u64, about.len())?;
    }
    if bytes.len() as u64 > limits.file_bytes {
        let message = say!("storage-file-too-large", megabytes = limits.file_bytes / 1_000_000);
        return Err(Refused::new(finding(Severity::Error, codes::FILE_TOO_LARGE, message, say!("storage-remedy-smaller"))).of_file(path));
    }
    Ok(bytes)
}

fn opened(path: &Path) -> Result<(File, fs::Metadata), Refused> {
    let about = fs::metadata(path).map_err(unreadable(path))?;
    if about.is_dir() {
        return Err(unreadable(path)(io::ErrorKind::IsADirectory.into()));
    }
    if !about.is_file() {
        // a pipe would keep us waiting, a device has no end: it isn't even opened
        let message = say!("storage-file-unreadable", reason = say!("storage-io-no-plain-file"));
        return Err(Refused::new(finding(Severity::Error, codes::FILE_UNREADABLE, message, say!("storage-remedy-read"))).of_file(path));
    }
    let file = File::open(path).map_err(unreadable(path))?;
    let about = file.metadata().map_err(unreadable(path))?;
    Ok((file, about))
}

fn unreadable(path: &Path) -> impl FnOnce(io::Error) -> Refused {
    move |error| {
        let message = say!("storage-file-unreadable", reason = of_system(&error));
        Refused::new(finding(Severity::Error, codes::FILE_UNREADABLE, message, say!("storage-remedy-read"))).of_file(path)
    }
}

fn remedy(error: &io::Error) -> Message {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => say!("storage-remedy-free-space"),
        _ => say!("storage-remedy-other-folder"),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    #[test]
    fn a_file_is_replaced_whole_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("Räume „neu“.csv");
        put(&path, b"old").unwrap();
        put(&path, b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn what_cannot_be_written_is_told_and_leaves_the_old_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.csv");
        put(&path, b"old").unwrap();
        let mut permissions = fs::metadata(&path).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&path, permissions).unwrap();
        let refused = put(&path, b"new").unwrap_err();
        assert_eq!((refused.finding.code, refused.file.as_path()), (codes::FILE_UNWRITABLE, path.as_path()));
        assert_eq!(fs::read(&path).unwrap(), b"old");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        for bad in [folder.path().join("missing").join("a.csv"), folder.path().to_owned(), path.join("b.csv")] {
            assert_eq!(put(&bad, b"new").unwrap_err().finding.code, codes::FILE_UNWRITABLE, "{}", bad.display());
        }
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    /// What was written to a link or a device took its place.
    #[test]
    #[cfg(unix)]
    fn links_and_pipes_stay_what_they_are() {
        let folder = tempfile::tempdir().unwrap();
        let (file, link, pipe) = (folder.path().join("a.csv"), folder.path().join("b.csv"), folder.path().join("c.csv"));
        fs::write(&file, b"old").unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        put(&link, b"new").unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read(&file).unwrap(), b"new");
        let (new, dangling) = (folder.path().join("neu.csv"), folder.path().join("d.csv"));
        std::os::unix::fs::symlink("neu.csv", &dangling).unwrap();
        put(&dangling, b"first").unwrap();
        assert!(fs::symlink_metadata(&dangling).unwrap().is_symlink(), "a file took the place of the link");
        assert_eq!(fs::read(&new).unwrap(), b"first");
        let round = folder.path().join("rund.csv");
        std::os::unix::fs::symlink("rund.csv", &round).unwrap();
        let _ = put(&round, b"x"); // wherever it ends, it ends
        if std::process::Command::new("mkfifo").arg(&pipe).status().is_ok_and(|it| it.success()) {
            assert_eq!(put(&pipe, b"nobody reads").unwrap_err().finding.code, codes::FILE_UNWRITABLE, "waited for ever");
            assert!(!fs::symlink_metadata(&pipe).unwrap().is_file());
        }
    }

    /// A pipe kept the reader waiting for ever.
    #[test]
    #[cfg(unix)]
    fn only_plain_files_are_read() {
        let folder = tempfile::tempdir().unwrap();
        let (pipe, link) = (folder.path().join("a.csv"), folder.path().join("b.csv"));
        std::os::unix::fs::symlink("/dev/zero", &link).unwrap();
        let _ = std::process::Command::new("mkfifo").arg(&pipe).status();
        for path in [pipe.as_path(), link.as_path(), Path::new("/dev/zero")] {
            let refused = read_start(path, 10).unwrap_err();
            assert_eq!((refused.finding.code, refused.file.as_path()), (codes::FILE_UNREADABLE, path));
            assert_eq!(read(path, &Limits::default()).unwrap_err().finding.code, codes::FILE_UNREADABLE);
        }
    }

    #[test]
    fn reading_stops_at_the_cap() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        fs::write(&path, b"12345").unwrap();
        let limits = |file_bytes| Limits { file_bytes, ..Limits::default() };
        assert_eq!(read(&path, &limits(5)).unwrap(), b"12345");
        assert_eq!(read(&path, &limits(4)).unwrap_err().finding.code, codes::FILE_TOO_LARGE);
        assert_eq!(read(folder.path(), &limits(4)).unwrap_err().finding.code, codes::FILE_UNREADABLE);
    }
}
