//! The lock beside a project: `<file>.lock`, a few words of JSON that say who has the file open.
//!
//! It lies on the share, so that a colleague at another desk sees it, and it is advice: saving compares the file's hash all the same.
//! A lock is stale when its holder is known to be gone: a session of this workplace that ended, or a process of this computer that did.

use std::{
    ffi::{OsStr, OsString},
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
    sync::Arc,
    thread,
    time::Duration,
};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::workplace::{Workplace, name_of};
use crate::{
    say,
    words::{Arg, Message},
};

/// Who has a project open.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Holder {
    /// The user's name; empty if the lock can't be read.
    pub user: String,
    /// The computer's name.
    pub host: String,
    /// The process on that computer.
    pub process: u32,
    /// Since when: local time at that computer, `2026-11-23T14:32`.
    pub since: String,
    started: u64,
    workplace: String,
    session: String,
    token: String,
}

/// The user where the system names none.
const NAMELESS: &str = "?";

impl Holder {
    /// Who has it open and since when, in one sentence.
    pub fn sentence(&self) -> Message {
        if self.user.is_empty() {
            return say!("project-file-locked-by-somebody");
        }
        let (day, time) = self.since.split_once('T').unwrap_or((self.since.as_str(), ""));
        if self.user == NAMELESS {
            let (host, day) = (self.host.clone(), Arg::Date(day.to_owned()));
            return say!("project-file-locked-by-nameless", host, day, time);
        }
        say!("project-file-locked", user = self.user.clone(), host = self.host.clone(), day = Arg::Date(day.to_owned()), time)
    }

    /// This process.
    fn me(workplace: &Workplace) -> Self {
        let name = |keys: [&str; 3]| keys.into_iter().find_map(|it| std::env::var(it).ok()).unwrap_or_default();
        let user = name(["USER", "USERNAME", "LOGNAME"]);
        Self {
            user: if user.is_empty() { NAMELESS.to_owned() } else { user },
            host: host(),
            process: std::process::id(),
            since: now(),
            started: start_of(std::process::id()).unwrap_or_default(),
            workplace: workplace.fingerprint(),
            session: workplace.session.clone(),
            token: super::workplace::unique_name(),
        }
    }

    fn is_gone(&self, workplace: &Workplace) -> bool {
        if self.host.is_empty() || self.host != host() {
            return false;
        }
        if self.workplace == workplace.fingerprint() {
            return !workplace.runs(&self.session);
        }
        cfg!(target_os = "linux") && start_of(self.process) != Some(self.started)
    }
}

/// Local time to the minute.
pub(super) fn now() -> String {
    jiff::Zoned::now().strftime("%Y-%m-%dT%H:%M").to_string()
}

fn host() -> String {
    let from_kernel = fs::read_to_string("/proc/sys/kernel/hostname").ok();
    let named = from_kernel.or_else(|| std::env::var("COMPUTERNAME").ok()).or_else(|| std::env::var("HOSTNAME").ok());
    named.map(|it| it.trim().to_owned()).unwrap_or_default()
}

/// When a living process of this computer began, in the kernel's ticks; process numbers are given again, these are not.
/// `None` for one that is gone (or on systems that don't tell).
fn start_of(process: u32) -> Option<u64> {
    let line = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    let mut fields = line.rsplit_once(')')?.1.split_whitespace();
    let alive = !matches!(fields.next()?, "Z" | "X");
    fields.nth(18)?.parse().ok().filter(|_| alive)
}

/// A lock that this process holds; it leaves when dropped.
pub(super) struct ProjectLock {
    path: PathBuf,
    me: Holder,
    workplace: Arc<Workplace>,
}

/// Why there is no lock.
pub(super) enum Denied {
    /// Somebody has the project open.
    Held(Box<Holder>),
    /// Another window here is about to open or save this project and doesn't come to an end.
    Busy,
    /// Nothing can be written beside the project.
    Unwritable(io::Error),
}

impl ProjectLock {
    /// Takes the lock beside `target`. A stale one is taken over; with `by_force` any other too.
    pub(super) fn take(target: &Path, workplace: &Arc<Workplace>, by_force: bool) -> Result<Self, Denied> {
        let path = beside(target, "lock");
        let _door = workplace.door_of(target).map_err(|fault| match fault.kind() {
            io::ErrorKind::TimedOut => Denied::Busy,
            _ => Denied::Unwritable(fault),
        })?;
        let me = Holder::me(workplace);
        for _ in 0..3 {
            match write_new(&path, &me, workplace) {
                Ok(()) => return Ok(Self { path, me, workplace: Arc::clone(workplace) }),
                Err(fault) if fault.kind() == io::ErrorKind::AlreadyExists => {}
                Err(fault) => return Err(Denied::Unwritable(fault)),
            }
            let holder = holder_of(&path, workplace);
            if !(by_force || holder.is_gone(workplace) || nobody_for_long(&holder, &path)) {
                return Err(Denied::Held(Box::new(holder)));
            }
            workplace.files.remove(&path).map_err(Denied::Unwritable)?;
        }
        Err(Denied::Held(Box::new(holder_of(&path, workplace))))
    }

    /// Who holds it now, if somebody took it over.
    pub(super) fn other_holder(&self) -> Option<Holder> {
        Some(holder_of(&self.path, &self.workplace)).filter(|it| it.token != self.me.token)
    }

    /// Whether it still is ours: somebody may have taken it over while this computer slept.
    pub(super) fn is_still_mine(&self) -> bool {
        self.other_holder().is_none()
    }
}

impl Drop for ProjectLock {
    fn drop(&mut self) {
        if self.is_still_mine() {
            let _ = self.workplace.files.remove(&self.path);
        }
    }
}

/// The lock appears whole or not at all: it is written under a name of this workplace's own and then given its real one.
/// Killed in between, a program leaves no lock without words, which would keep everybody out. Only where the share knows
/// no second names is the lock written in its place.
fn write_new(path: &Path, me: &Holder, workplace: &Workplace) -> io::Result<()> {
    let text = serde_json::to_vec(me)?;
    let own = path.with_file_name(format!(".planraum-lock-{}-{}", workplace.fingerprint(), name_of(path, 4)));
    let _ = workplace.files.remove(&own); // left by a program that was killed here; the door lets nobody else in
    let only_of_the_lock = |fault: io::Error| match fault.kind() {
        io::ErrorKind::AlreadyExists => io::Error::other(fault), // must only ever mean the lock itself
        _ => fault,
    };
    write_whole(&own, &text, workplace).map_err(only_of_the_lock)?;
    let linked = workplace.files.link(&own, path);
    let _ = workplace.files.remove(&own);
    match linked {
        Err(fault) if fault.kind() != io::ErrorKind::AlreadyExists => write_whole(path, &text, workplace),
        other => other,
    }
}

fn write_whole(path: &Path, text: &[u8], workplace: &Workplace) -> io::Result<()> {
    let mut file = workplace.files.create_new(path)?;
    let written = file.write_all(text).and_then(|()| file.sync());
    if written.is_err() {
        drop(file);
        let _ = workplace.files.remove(path);
    }
    written
}

/// Who a lock names. Somebody may be writing it just now, so an unreadable one is read again before it counts as unknown.
fn holder_of(path: &Path, workplace: &Workplace) -> Holder {
    for _ in 0..10 {
        if let Some(holder) = read(path, workplace) {
            return holder;
        }
        thread::sleep(Duration::from_millis(20));
    }
    Holder::default()
}

fn read(path: &Path, workplace: &Workplace) -> Option<Holder> {
    let mut text = Vec::new();
    workplace.files.open(path).ok()?.take(4_096).read_to_end(&mut text).ok()?;
    let mut holder: Holder = serde_json::from_slice(&text).ok()?;
    for name in [&mut holder.user, &mut holder.host, &mut holder.since] {
        *name = name.chars().filter(|it| !it.is_control()).take(80).collect();
    }
    Some(holder)
}

/// A lock without words that has lain there for ten minutes: whoever made it never came to write it.
fn nobody_for_long(holder: &Holder, path: &Path) -> bool {
    let age = || fs::metadata(path).ok().filter(fs::Metadata::is_file)?.modified().ok()?.elapsed().ok();
    *holder == Holder::default() && age().is_some_and(|it| it > Duration::from_secs(600))
}

/// A file beside another: `Plan.planraum` → `Plan.planraum.lock`. A name too long for that is replaced by its fingerprint.
pub(super) fn beside(target: &Path, ending: &str) -> PathBuf {
    let name = target.file_name().unwrap_or(OsStr::new("planraum"));
    let mut beside = OsString::from(name);
    if name.len() > 240 {
        let digest = Sha256::digest(name.as_encoded_bytes());
        beside = digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect::<String>().into();
    }
    beside.push(format!(".{ending}"));
    target.with_file_name(beside)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_beside_another_is_never_too_long_a_name() {
        for (name, expected) in [("Plan A.planraum", Some("Plan A.planraum.lock")), ("-x.planraum", Some("-x.planraum.lock"))] {
            assert_eq!(beside(Path::new(name), "lock").to_str(), expected);
        }
        let long = "ü".repeat(122) + ".planraum";
        let (lock, other) = (beside(Path::new(&long), "lock"), beside(Path::new(&("ä".repeat(122) + ".planraum")), "lock"));
        assert!(lock.as_os_str().len() < 50 && lock != other, "{lock:?}");
    }

    #[test]
    fn this_process_lives_and_an_unlikely_one_does_not() {
        if cfg!(target_os = "linux") {
            assert!(start_of(std::process::id()).is_some_and(|it| it > 0));
        }
        assert_eq!(start_of(u32::MAX), None);
    }
}
