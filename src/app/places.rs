//! Where planners were in their projects, kept for the next time: one small file a project on the shelf. It holds no values of
//! any project, only what was shown.
//!
//! **Promise.** Whatever can't be read or kept is forgotten; nobody is disturbed by it.

use std::{
    fs,
    path::{Path, PathBuf},
    time::SystemTime,
};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{
    app::settings::Shelf,
    desk::{look::Colouring, place::Place},
    model::{
        id::{IndicatorId, PlanId, ViewId},
        period::Period,
        saved_view::{Extent, Level},
    },
};

/// So many projects are remembered.
const REMEMBERED: usize = 60;

#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct KeptPlace {
    plan: Option<u32>,
    indicator: Option<String>,
    period: Option<String>,
    by_areas: bool,
    colours_areas: bool,
    without_city: bool,
    centre: Option<[f64; 2]>,
    height: f64,
    classes_of: Option<u32>,
}

impl From<&Place> for KeptPlace {
    fn from(place: &Place) -> Self {
        Self {
            plan: place.plan.map(|it| it.0),
            indicator: place.indicator.as_ref().map(|it| it.as_str().to_owned()),
            period: place.period.as_ref().map(|it| it.as_str().to_owned()),
            by_areas: place.level == Level::Areas,
            colours_areas: place.colouring == Colouring::Areas,
            without_city: place.without_city,
            centre: place.extent.map(|it| it.centre),
            height: place.extent.map_or(0.0, |it| it.height),
            classes_of: place.classes_of.map(|it| it.0),
        }
    }
}

impl From<KeptPlace> for Place {
    fn from(kept: KeptPlace) -> Self {
        let sound = |it: &[f64; 2]| it.iter().all(|it| it.is_finite()) && kept.height.is_finite() && kept.height > 0.0;
        Self {
            plan: kept.plan.map(PlanId),
            indicator: kept.indicator.map(IndicatorId::new),
            period: kept.period.as_deref().and_then(Period::parse),
            level: if kept.by_areas { Level::Areas } else { Level::Districts },
            colouring: if kept.colours_areas { Colouring::Areas } else { Colouring::Indicator },
            without_city: kept.without_city,
            extent: kept.centre.filter(sound).map(|centre| Extent { centre, height: kept.height }),
            classes_of: kept.classes_of.map(ViewId),
        }
    }
}

impl Shelf {
    /// Where the planner was in the project of this file or working copy.
    pub fn place(&self, of: &Path) -> Option<Place> {
        let bytes = fs::read(self.place_file(of)?).ok()?;
        serde_json::from_slice::<KeptPlace>(&bytes).ok().map(Place::from)
    }

    /// Remembers it. Written in one go but not synced: it changes with every look at another indicator.
    pub fn keep_place(&self, of: &Path, place: &Place) {
        let Some(file) = self.place_file(of) else { return };
        let Some(folder) = file.parent() else { return };
        let draft = file.with_extension("neu");
        let write = || -> std::io::Result<()> {
            fs::create_dir_all(folder)?;
            fs::write(&draft, serde_json::to_vec(&KeptPlace::from(place))?)?;
            if !file.exists() {
                forget_oldest(folder);
            }
            fs::rename(&draft, &file)
        };
        let _ = write(); // then one begins at the first view again
    }

    fn place_file(&self, of: &Path) -> Option<PathBuf> {
        let hash = Sha256::digest(of.as_os_str().as_encoded_bytes());
        let name: String = hash.iter().take(12).map(|it| format!("{it:02x}")).collect();
        Some(self.folder()?.join("places").join(format!("{name}.json")))
    }
}

/// Room for one more place.
fn forget_oldest(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let written = |it: &fs::DirEntry| it.metadata().and_then(|it| it.modified()).unwrap_or(SystemTime::UNIX_EPOCH);
    let mut files: Vec<(SystemTime, PathBuf)> = entries.filter_map(Result::ok).map(|it| (written(&it), it.path())).collect();
    files.sort_unstable();
    let surplus = files.len().saturating_sub(REMEMBERED);
    for (_, file) in files.into_iter().take(surplus) {
        let _ = fs::remove_file(file);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn place() -> Place {
        Place {
            plan: Some(PlanId(3)),
            indicator: Some(IndicatorId::new("kinder_sgb2")),
            period: Period::parse("2021"),
            level: Level::Areas,
            colouring: Colouring::Areas,
            without_city: true,
            extent: Some(Extent { centre: [565_000.25, 5_710_000.5], height: 12_500.0 }),
            classes_of: Some(ViewId(2)),
        }
    }

    #[test]
    fn each_project_has_its_place_and_a_broken_one_is_forgotten() {
        let folder = tempfile::tempdir().unwrap();
        let shelf = Shelf::in_folder(folder.path());
        let (a, b) = (Path::new("/daten/a.planraum"), Path::new("/daten/b.planraum"));
        assert_eq!(shelf.place(a), None);
        shelf.keep_place(a, &place());
        shelf.keep_place(b, &Place::default());
        assert_eq!((shelf.place(a), shelf.place(b)), (Some(place()), Some(Place::default())));
        let file = shelf.place_file(a).unwrap();
        fs::write(&file, r#"{"centre":[1e999,0],"height":-1}"#).unwrap();
        assert_eq!(shelf.place(a), None);
        fs::write(&file, r#"{"centre":[1,0],"height":-1,"plan":7,"of later":true}"#).unwrap();
        assert_eq!(shelf.place(a), Some(Place { plan: Some(PlanId(7)), ..Place::default() }));
    }

    #[test]
    fn only_the_latest_are_remembered() {
        let folder = tempfile::tempdir().unwrap();
        let shelf = Shelf::in_folder(folder.path());
        let path = |number: usize| PathBuf::from(format!("/daten/{number}.planraum"));
        for number in 0..REMEMBERED + 5 {
            shelf.keep_place(&path(number), &place());
        }
        let kept = fs::read_dir(folder.path().join("places")).unwrap().count();
        assert!((REMEMBERED..REMEMBERED + 2).contains(&kept), "{kept}");
        assert_eq!(shelf.place(&path(REMEMBERED + 4)), Some(place()));
    }
}
