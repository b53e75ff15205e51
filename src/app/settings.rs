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
    words::Language,
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
        let asked = std::env::var_os("PLANRAUM_DATA_DIR").map(PathBuf::from);
        let usual = || directories::ProjectDirs::from("", "", "planraum").map(|it| it.config_dir().to_path_buf());
        Self { folder: asked.or_else(usual) }
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
        let Some(kept) = self.read::<Kept>("settings.json") else { return Settings::default() };
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
        };
        self.write("settings.json", &kept);
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
