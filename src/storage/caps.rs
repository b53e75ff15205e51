//! The caps that a workplace has set, read from its settings for window and command line alike.
//!
//! **Promise.** Settings that are missing or can't be read set no caps; what is there and not sane is told, with the file it is in.
//! **Not here.** Which caps there are and what is sane ([`Limits`]), all other settings (`app::settings`).

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::limits::Limits;
use crate::words::{Message, say};

/// The file with the settings, in the folder of the workplace.
pub const SETTINGS: &str = "settings.json";

/// The user's settings folder, or the one that `PLANRAUM_DATA_DIR` names; `None` where this computer has no place for it.
pub fn workplace() -> Option<PathBuf> {
    let asked = std::env::var_os("PLANRAUM_DATA_DIR").map(PathBuf::from);
    let usual = || directories::ProjectDirs::from("", "", "planraum").map(|it| it.config_dir().to_path_buf());
    asked.or_else(usual)
}

/// The caps that the settings in a folder give, and a sentence for each that can't be kept to.
pub fn in_folder(folder: Option<&Path>) -> (Limits, Vec<Message>) {
    let Some(path) = folder.map(|it| it.join(SETTINGS)) else { return (Limits::default(), Vec::new()) };
    let (limits, told) = Limits::of_settings(&written(&path));
    let path = path.display().to_string();
    (limits, told.into_iter().map(|cause| say!("storage-caps-told", cause, path = path.as_str())).collect())
}

fn written(path: &Path) -> serde_json::Value {
    let read = || serde_json::from_slice::<serde_json::Value>(&fs::read(path).ok()?).ok();
    read().and_then(|mut it| it.get_mut("caps").map(serde_json::Value::take)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn settings_that_nobody_can_read_set_no_caps() {
        let folder = tempfile::tempdir().unwrap();
        let read = || in_folder(Some(folder.path()));
        let usual = (Limits::default(), Vec::new());
        assert_eq!((read(), in_folder(None)), (usual.clone(), usual.clone()), "there are none");
        for nothing in ["", "{", "[]", "null", r#"{"scale": 1.5}"#] {
            fs::write(folder.path().join(SETTINGS), nothing).unwrap();
            assert_eq!(read(), usual, "{nothing}");
        }
        fs::write(folder.path().join(SETTINGS), r#"{"caps": {"districts": 300000, "cells": 1}}"#).unwrap();
        let (limits, told) = read();
        assert_eq!((limits, told.len()), (Limits { districts: 300_000, ..Limits::default() }, 1));
    }
}
