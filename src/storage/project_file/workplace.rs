//! The user's own folder for working copies, and who this process is to others.
//!
//! ```text
//! <data>/working/<name>/copy.planraum   a working copy; `alive` beside it is held while somebody works on it
//! <data>/backups/<path>/                what saves replaced, the last five versions of each file
//! <data>/sessions/<name>                held while this process lives; project locks name it
//! <data>/doorkeeper                     held for the moment in which a folder here is made or taken away
//! <data>/doors/<number>                 held while the lock beside one project is taken
//! ```
//! The operating system lets go of what a process held, however it ended: so nobody has to guess who is still alive.
//!
//! **Promise.** Nobody waits for a door longer than [`PATIENCE`]. The one for all is never held while a share is asked something:
//! a window that hangs there keeps only those waiting who want the same file.

use std::{
    collections::hash_map::RandomState,
    fs::{self, File, OpenOptions},
    hash::{BuildHasher, Hasher},
    io,
    path::{Path, PathBuf},
    sync::Arc,
    thread,
    time::{Duration, Instant},
};

use sha2::{Digest, Sha256};

use super::{files::Files, trouble::Trouble};

/// How long a door is waited for.
pub(super) const PATIENCE: Duration = Duration::from_secs(2);

/// Where working copies live, and the name under which this process holds locks.
pub(super) struct Workplace {
    /// The folder.
    pub data: PathBuf,
    /// How files beside a project are touched.
    pub files: Arc<dyn Files>,
    /// The name of this session.
    pub session: String,
    session_file: Option<File>,
}

impl Workplace {
    /// Makes the folders and begins a session.
    pub(super) fn new(data: PathBuf, files: Arc<dyn Files>) -> Result<Self, Trouble> {
        let make = || -> io::Result<(String, File)> {
            fs::create_dir_all(data.join("working"))?;
            fs::create_dir_all(data.join("sessions"))?;
            fs::create_dir_all(data.join("doors"))?;
            let _doorkeeper = hold(&data.join("doorkeeper"))?;
            forget_ended_sessions(&data.join("sessions"));
            let session = unique_name();
            let file = hold(&data.join("sessions").join(&session))?;
            Ok((session, file))
        };
        let (session, file) = make().map_err(Trouble::no_workplace(&data))?;
        Ok(Self { data, files, session, session_file: Some(file) })
    }

    /// The folder of the working copies.
    pub(super) fn working(&self) -> PathBuf {
        self.data.join("working")
    }

    /// The folder of what saves replaced.
    pub(super) fn backups(&self) -> PathBuf {
        self.data.join("backups")
    }

    /// Waits until nobody else in this workplace makes or removes a folder.
    pub(super) fn doorkeeper(&self) -> io::Result<File> {
        hold(&self.data.join("doorkeeper"))
    }

    /// Waits until nobody else in this workplace takes the lock of this project. `TimedOut` if somebody hangs there, as on a
    /// share that doesn't answer. So many projects share a door that the folder stays small.
    pub(super) fn door_of(&self, target: &Path) -> io::Result<File> {
        hold(&self.data.join("doors").join(name_of(target, 2)))
    }

    /// Whether a session of this workplace still runs.
    pub(super) fn runs(&self, session: &str) -> bool {
        let plain = session.bytes().all(|it| it.is_ascii_hexdigit());
        plain && (session == self.session || claim(&self.data.join("sessions").join(session)).is_ok_and(|it| it.is_none()))
    }

    /// A short name by which this workplace is known in locks, without telling its path.
    pub(super) fn fingerprint(&self) -> String {
        name_of(&self.data, 8)
    }
}

impl Drop for Workplace {
    fn drop(&mut self) {
        self.session_file = None; // Windows removes no open file
        let _ = fs::remove_file(self.data.join("sessions").join(&self.session));
    }
}

/// A path as so many bytes in hexadecimal digits.
pub(super) fn name_of(path: &Path, bytes: usize) -> String {
    let digest = Sha256::digest(path.as_os_str().as_encoded_bytes());
    digest.iter().take(bytes).map(|byte| format!("{byte:02x}")).collect()
}

/// Holds a file, waiting a while for whoever holds it now; then `TimedOut`.
fn hold(path: &Path) -> io::Result<File> {
    let file = OpenOptions::new().write(true).create(true).truncate(false).open(path)?;
    let latest = Instant::now() + PATIENCE;
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(fs::TryLockError::WouldBlock) if Instant::now() < latest => thread::sleep(Duration::from_millis(5)),
            Err(fs::TryLockError::WouldBlock) => return Err(io::ErrorKind::TimedOut.into()),
            Err(fs::TryLockError::Error(fault)) => return Err(fault),
        }
    }
}

/// Holds a file that is there, if nobody else does; `None` if somebody does.
pub(super) fn claim(path: &Path) -> io::Result<Option<File>> {
    let file = OpenOptions::new().write(true).open(path)?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(fs::TryLockError::WouldBlock) => Ok(None),
        Err(fs::TryLockError::Error(fault)) => Err(fault),
    }
}

/// Makes a file and holds it.
pub(super) fn claim_new(path: &Path) -> io::Result<File> {
    let file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.try_lock()?;
    Ok(file)
}

fn forget_ended_sessions(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|it| it.path()) {
        if claim(&path).is_ok_and(|it| it.is_some()) {
            let _ = fs::remove_file(&path);
        }
    }
}

/// A name that nothing else has: from the clock, the process and chance.
pub(super) fn unique_name() -> String {
    let chance = RandomState::new().build_hasher().finish();
    let now = jiff::Timestamp::now().as_millisecond();
    format!("{now:012x}{:08x}{chance:016x}", std::process::id())
}
