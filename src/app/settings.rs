//! The shelf: settings of this workplace and the projects opened lately. It holds no values of any project.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use crate::{
    desk::{
        errand::{OnDisk, Recent},
        look::{Scheme, Settings},
    },
    model::released::Profile,
    project::Project,
    storage::{caps, limits::Limits},
    words::{Language, Message},
};

/// Where settings and the list of recent projects lie.
#[derive(Debug, Clone)]
pub struct Shelf {
    folder: Option<PathBuf>,
}

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Kept {
    english: bool,
    scheme: u8,
    scale: f32,
    reduced_motion: bool,
    profile: String,
    /// Caps that somebody wrote there by hand; nothing but [`caps`] looks into them.
    #[serde(skip_serializing_if = "serde_json::Value::is_null")]
    caps: serde_json::Value,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct KeptRecent {
    path: PathBuf,
    name: String,
    at: String,
    plans: usize,
    #[serde(default)]
    areas: usize,
    indicators: usize,
}

/// How many recent projects are listed.
const LISTED: usize = 8;

impl Default for Shelf {
    fn default() -> Self {
        Self::new()
    }
}

impl Shelf {
    /// The shelf in the user's settings folder, or below `PLANRAUM_DATA_DIR`.
    pub fn new() -> Self {
        Self { folder: caps::workplace() }
    }

    /// A shelf below a folder: for tests.
    pub fn in_folder(folder: &Path) -> Self {
        Self { folder: Some(folder.to_path_buf()) }
    }

    /// Where it lies; `None` where this computer has no place for it.
    pub(super) fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    fn read<T: serde::de::DeserializeOwned>(&self, name: &str) -> Option<T> {
        let bytes = fs::read(self.folder.as_ref()?.join(name)).ok()?;
        serde_json::from_slice(&bytes).ok()
    }

    /// Settings that can't be kept are no reason to disturb anybody: they are asked for again next time.
    fn write<T: Serialize>(&self, name: &str, value: &T) {
        let Some(folder) = &self.folder else { return };
        if let (Ok(()), Ok(bytes)) = (fs::create_dir_all(folder), serde_json::to_vec_pretty(value)) {
            let _ = crate::storage::put::put(&folder.join(name), &bytes);
        }
    }

    /// The settings as they were left; German, light, 100 % the first time.
    pub fn settings(&self) -> Settings {
        let Some(kept) = self.read::<Kept>(caps::SETTINGS) else { return Settings::default() };
        Settings {
            language: if kept.english { Language::English } else { Language::German },
            scheme: Scheme::ALL.get(usize::from(kept.scheme)).copied().unwrap_or_default(),
            scale: if (0.5..=3.0).contains(&kept.scale) { kept.scale } else { 1.0 },
            reduced_motion: kept.reduced_motion,
            profile: Profile::from_code(&kept.profile).unwrap_or(Profile::Intern),
        }
    }

    /// Keeps the settings.
    pub fn keep_settings(&self, settings: &Settings) {
        let scheme = Scheme::ALL.iter().position(|it| *it == settings.scheme).unwrap_or(0);
        let kept = Kept {
            english: settings.language == Language::English,
            scheme: u8::try_from(scheme).unwrap_or(0),
            scale: settings.scale,
            reduced_motion: settings.reduced_motion,
            profile: settings.profile.code().to_owned(),
            caps: self.read::<Kept>(caps::SETTINGS).unwrap_or_default().caps,
        };
        self.write(caps::SETTINGS, &kept);
    }

    /// The caps of this workplace, and a sentence for each that can't be kept to.
    pub fn limits(&self) -> (Limits, Vec<Message>) {
        caps::in_folder(self.folder())
    }

    /// The projects opened lately, newest first. Files are not looked at: a dead network drive must not hold up the start.
    pub fn recent(&self) -> Vec<Recent> {
        let kept: Vec<KeptRecent> = self.read("recent.json").unwrap_or_default();
        let recent = |it: KeptRecent| {
            let KeptRecent { path, name, at, plans, areas, indicators } = it;
            Recent { path, name, at, plans, areas, indicators, file: OnDisk::NotLooked }
        };
        kept.into_iter().map(recent).collect()
    }

    /// A project was opened or saved.
    pub fn opened(&self, path: &Path, project: &Project, indicators: usize) {
        let mut kept: Vec<KeptRecent> = self.read("recent.json").unwrap_or_default();
        kept.retain(|it| it.path != path);
        let (name, at) = (project.name.clone(), super::clock::now());
        let (plans, areas) = (project.plans.len(), project.usual_plan().map_or(0, |it| it.areas.len()));
        kept.insert(0, KeptRecent { path: path.to_path_buf(), name, at, plans, areas, indicators });
        kept.truncate(LISTED);
        self.write("recent.json", &kept);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    /// Whoever changed the language in the window would have lost the caps written by hand.
    #[test]
    fn caps_outlive_a_change_of_the_other_settings() {
        let folder = tempfile::tempdir().unwrap();
        let shelf = Shelf::in_folder(folder.path());
        fs::write(folder.path().join(caps::SETTINGS), r#"{"scale": 1.5, "caps": {"districts": 300000, "cells": 1}}"#).unwrap();
        let settings = shelf.settings();
        shelf.keep_settings(&Settings { language: Language::English, ..settings });
        let (limits, told) = shelf.limits();
        assert_eq!((limits, told.len()), (Limits { districts: 300_000, ..Limits::default() }, 1));
        assert_eq!((shelf.settings().language, shelf.settings().scale), (Language::English, 1.5));
    }
}
