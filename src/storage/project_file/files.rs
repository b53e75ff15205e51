//! The few things that are done to files beside the project, behind a small trait so that a test can make each of them fail.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Read, Write},
    path::Path,
    time::Duration,
};

/// What saving and locking need of a file system.
pub trait Files: Send + Sync {
    /// Opens a file for reading.
    fn open(&self, path: &Path) -> io::Result<Box<dyn Read>>;
    /// Makes a file that must not exist yet.
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn Sink>>;
    /// Gives a file a second name that must not exist yet, at once.
    fn link(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Puts one file in another's place, at once.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Takes a file away.
    fn remove(&self, path: &Path) -> io::Result<()>;
    /// Makes the names in a folder last.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
}

/// A file being written.
pub trait Sink: Write {
    /// Makes what was written last, even if the power fails.
    fn sync(&mut self) -> io::Result<()>;
}

/// The true file system.
#[derive(Debug, Clone, Copy, Default)]
pub struct Disk;

impl Sink for File {
    fn sync(&mut self) -> io::Result<()> {
        self.sync_all()
    }
}

impl Files for Disk {
    fn open(&self, path: &Path) -> io::Result<Box<dyn Read>> {
        Ok(Box::new(File::open(path)?))
    }

    fn create_new(&self, path: &Path) -> io::Result<Box<dyn Sink>> {
        Ok(Box::new(OpenOptions::new().write(true).create_new(true).open(path)?))
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::hard_link(from, to)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut wait = Duration::from_millis(10);
        loop {
            match fs::rename(from, to) {
                Err(fault) if held_for_a_moment(&fault) && wait < Duration::from_secs(1) => std::thread::sleep(wait),
                other => return other,
            }
            wait *= 2;
        }
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        if cfg!(windows) { Ok(()) } else { File::open(folder)?.sync_all() }
    }
}

/// On Windows a virus scanner holds a fresh file for some milliseconds: access denied (5) or sharing violation (32).
fn held_for_a_moment(fault: &io::Error) -> bool {
    cfg!(windows) && matches!(fault.raw_os_error(), Some(5 | 32))
}
