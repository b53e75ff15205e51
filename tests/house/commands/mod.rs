//! The built program, run as a planner or a script runs it: arguments in, one answer out.
mod fixtures;
mod given_files;
mod imported;
mod left_out;
mod refusals;
mod secrets;
mod spoken;
mod tables;
mod told_wrongly;
mod written;

use serde_json::Value;
use std::{
    path::{Path, PathBuf},
    process::Command,
};
use tempfile::TempDir;

/// A folder of its own with a workplace of its own.
pub struct Folder {
    folder: TempDir,
}

/// What a run came to.
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Ran {
    /// The one document on stdout.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}\n{}", self.out, self.err))
    }

    /// The document of a run that was to succeed.
    pub fn done(&self) -> Value {
        assert_eq!(self.code, 0, "{}\n{}", self.out, self.err);
        self.json()
    }
}

impl Folder {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// One with the sample county in `s.planraum`.
    pub fn with_sample() -> Self {
        let it = Self::new();
        it.json("new s.planraum --sample").done();
        it
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn put(&self, name: &str, content: &str) {
        std::fs::write(self.path(name), content).unwrap();
    }

    pub fn read(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.path(name)).unwrap()
    }

    /// Runs the program with words parted by blanks; `~` within a word stands for a blank.
    pub fn run(&self, arguments: &str) -> Ran {
        self.run_in("de_DE.UTF-8", arguments)
    }

    /// The same where the caller speaks another language.
    pub fn run_in(&self, locale: &str, arguments: &str) -> Ran {
        let words = arguments.split_whitespace().map(|it| it.replace('~', " "));
        let mut command = Command::new(env!("CARGO_BIN_EXE_planraum"));
        command.args(words).current_dir(self.folder.path());
        command.env("PLANRAUM_DATA_DIR", self.path("workplace")).env("LC_ALL", locale);
        command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
        let output = command.output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Ran { code: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) }
    }

    pub fn json(&self, arguments: &str) -> Ran {
        self.run(&format!("{arguments} --json"))
    }
}

/// The numbers at these places of a document, `a.b` for members and `a.0` for places in a list.
pub fn number(json: &Value, place: &str) -> f64 {
    let found = json.pointer(&format!("/{}", place.replace('.', "/")));
    found.and_then(Value::as_f64).unwrap_or_else(|| panic!("no number at {place}: {json:#}"))
}

pub fn assert_close(json: &Value, expected: &[(&str, f64)]) {
    for (place, expected) in expected {
        let found = number(json, place);
        assert!((found - expected).abs() <= 1e-6 * expected.abs().max(1.0), "{place}: {found} instead of {expected}");
    }
}

/// A file that ships.
pub fn shipped(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("maps").join(name).display().to_string()
}
