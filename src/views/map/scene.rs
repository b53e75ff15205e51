//! The scene: a picture in the painter's terms, kept until the picture differs.

use std::sync::Arc;

use eframe::egui::{Color32, Ui};

use crate::{
    cartography::{borders::Border, palette::Ground, picture::Picture, surfaces::Surface},
    desk::picture::{PictureKey, Touched},
    model::{id::PlanId, planning_area::Colour},
    views::{
        map_gpu::{FillStyle, Ink, LineKind, Pattern},
        theme::{Scheme, Theme},
    },
};

/// A picture with everything the painter wants of it.
#[derive(Debug, Clone)]
pub struct Scene {
    /// The picture.
    pub picture: Arc<Picture>,
    /// The plan whose areas it shows.
    pub plan: Option<PlanId>,
    /// One style per district.
    pub fills: Arc<Vec<FillStyle>>,
    /// One class number per border.
    pub lines: Arc<Vec<u8>>,
    /// Another number for every picture, also for one that was put right in place.
    pub number: u64,
}

/// The scene of one map, made anew only when its key differs.
#[derive(Debug, Default)]
pub struct SceneKept {
    key: Option<(PictureKey, Scheme)>,   // of the scene
    tried: Option<(PictureKey, Scheme)>, // for which there was no picture
    scene: Option<Scene>,
    made: u64,
}

/// What a scene is wanted of.
pub struct Wanted {
    /// What the picture depends on.
    pub key: PictureKey,
    /// The plan whose areas it shows.
    pub plan: Option<PlanId>,
    /// Whether it can be made at once; until then the last one stays, whole.
    pub ready: bool,
}

impl SceneKept {
    /// The picture that was made last.
    pub fn picture(&self) -> Option<&Arc<Picture>> {
        self.scene.as_ref().map(|it| &it.picture)
    }

    /// The scene that was made last.
    pub fn scene(&self) -> Option<&Scene> {
        self.scene.as_ref()
    }

    /// Other districts lie on the desk: what was shown of the old ones is gone, its legend too.
    pub fn forget(&mut self) {
        (self.key, self.tried, self.scene) = (None, None, None);
    }

    /// The scene for a key. A new key is first tried on the picture at hand with `follow`, which puts it right where only
    /// districts moved; else `make` is asked for another.
    pub fn of(
        &mut self,
        wanted: Wanted,
        theme: &Theme,
        follow: impl FnOnce(&mut Picture, &PictureKey) -> Option<Touched>,
        make: impl FnOnce() -> Option<Picture>,
    ) -> Option<&Scene> {
        let Wanted { key, plan, ready } = wanted;
        if self.is_for(&key, theme) {
            return self.scene.as_ref();
        }
        let key = (key, theme.scheme);
        if self.followed(theme, follow) {
            self.key = Some(key);
        } else if ready && self.tried.as_ref() != Some(&key) {
            match make() {
                Some(picture) => {
                    self.made += 1;
                    self.scene = Some(Scene::of(picture, plan, theme, self.made));
                    (self.key, self.tried) = (Some(key), None);
                }
                None => self.tried = Some(key), // its values are still computed
            }
        }
        self.scene.as_ref()
    }

    fn is_for(&self, key: &PictureKey, theme: &Theme) -> bool {
        self.key.as_ref().is_some_and(|(kept, scheme)| kept == key && *scheme == theme.scheme)
    }

    fn followed(&mut self, theme: &Theme, follow: impl FnOnce(&mut Picture, &PictureKey) -> Option<Touched>) -> bool {
        let Some((scene, (key, scheme))) = self.scene.as_mut().zip(self.key.as_ref()) else { return false };
        if *scheme != theme.scheme {
            return false;
        }
        let Some(touched) = follow(Arc::make_mut(&mut scene.picture), key) else { return false };
        self.made += 1;
        scene.number = self.made;
        scene.repaint(&touched, theme);
        true
    }
}

impl Scene {
    /// A picture in the painter's terms.
    fn of(picture: Picture, plan: Option<PlanId>, theme: &Theme, number: u64) -> Self {
        let fills = picture.surfaces.iter().map(|it| fill(*it, theme)).collect();
        let lines = picture.borders.iter().map(|it| line(*it) as u8).collect();
        Self { fills: Arc::new(fills), lines: Arc::new(lines), picture: Arc::new(picture), plan, number }
    }

    /// The painter tells lists apart by their place in memory, so that what changed becomes another list.
    fn repaint(&mut self, touched: &Touched, theme: &Theme) {
        let mut fills = self.fills.as_ref().clone();
        for district in &touched.districts {
            if let Some((place, surface)) = fills.get_mut(district.index()).zip(self.picture.surfaces.get(district.index())) {
                *place = fill(*surface, theme);
            }
        }
        let mut lines = self.lines.as_ref().clone();
        for arc in &touched.arcs {
            if let Some((place, border)) = lines.get_mut(arc.0 as usize).zip(self.picture.borders.get(arc.0 as usize)) {
                *place = line(*border) as u8;
            }
        }
        (self.fills, self.lines) = (Arc::new(fills), Arc::new(lines));
    }
}

/// A colour of the model as egui wants it.
pub fn colour32(colour: Colour) -> Color32 {
    let [r, g, b] = colour.0;
    Color32::from_rgb(r, g, b)
}

/// On what the map lies in this theme.
pub fn ground_of(ui: &Ui) -> Ground {
    if Theme::of(ui.ctx()).scheme == Scheme::Dark { Ground::Dark } else { Ground::Light }
}

fn fill(surface: Surface, theme: &Theme) -> FillStyle {
    let map = &theme.map;
    let hatched = |paper, pattern, ink: Ink| FillStyle::hatched(paper, pattern, ink as u8);
    match surface {
        Surface::Plain(colour) => FillStyle::plain(colour32(colour)),
        Surface::Estimated(colour) => hatched(colour32(colour), Pattern::Partial, Ink::Line),
        Surface::Partial | Surface::Range => hatched(map.paper, Pattern::Partial, Ink::Hatch),
        Surface::Secret => hatched(map.paper, Pattern::Secret, Ink::Hatch),
        Surface::Missing => hatched(map.paper, Pattern::Missing, Ink::Hatch),
        Surface::Uninhabited => hatched(map.empty, Pattern::Uninhabited, Ink::Empty),
        Surface::Unassigned => hatched(map.paper, Pattern::Unassigned, Ink::Hatch),
        Surface::SwitchedOff => FillStyle::plain(theme.tokens.ground),
        Surface::Changed(colour) => hatched(colour32(colour), Pattern::Changed, Ink::Line),
        Surface::Bare => FillStyle::plain(bare(theme)),
    }
}

/// The neutral ground of a district about which nothing is said: it stands out from the ground of the map.
pub fn bare(theme: &Theme) -> Color32 {
    theme.map.paper
}

fn line(border: Border) -> LineKind {
    match border {
        Border::District => LineKind::District,
        Border::Group => LineKind::Group,
        Border::County => LineKind::County,
        Border::Area => LineKind::Area,
        Border::Unassigned => LineKind::Unassigned,
        Border::Shared => LineKind::Shared,
        Border::New => LineKind::New,
        Border::Dropped => LineKind::Dropped,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::desk::{Desk, look::Settings};

    /// A new key without a picture was noted as that of the old one, which was then put right as if it were the new one's.
    #[test]
    fn until_a_picture_is_ready_the_last_one_stays_whole() {
        let (desk, theme) = (Desk::new(Settings::default()), Theme::new(Scheme::Light));
        let (one, other) = (Some(PlanId(1)), Some(PlanId(2)));
        let wanted = |plan, ready| Wanted { key: desk.picture_key(Ground::Light, plan), plan, ready };
        let make = || desk.picture(Ground::Light);
        let mut kept = SceneKept::default();
        assert!(kept.of(wanted(one, false), &theme, |_, _| None, make).is_none(), "made though it was not ready");
        let first = kept.of(wanted(one, true), &theme, |_, _| None, make).unwrap().clone();
        assert_eq!(first.plan, one);
        for ready in [false, true] {
            let nothing = || None;
            let shown = kept.of(wanted(other, ready), &theme, |_, _| None, nothing).unwrap().clone();
            assert_eq!((shown.plan, shown.number), (one, first.number), "the areas on it are those of its own plan");
        }
        let mut asked_of = None;
        let follow = |_: &mut Picture, had: &PictureKey| {
            asked_of = Some(had.clone());
            None
        };
        kept.of(wanted(one, false), &theme, |_, _| None, make).unwrap();
        kept.of(wanted(other, false), &theme, follow, make).unwrap();
        assert_eq!(asked_of, Some(desk.picture_key(Ground::Light, one)), "what is put right is the picture at hand");
        let mut tried = 0;
        let none = |tried: &mut u32| {
            *tried += 1;
            None
        };
        let third = || wanted(Some(PlanId(3)), true);
        (0..3).for_each(|_| drop(kept.of(third(), &theme, |_, _| None, || none(&mut tried)).cloned()));
        assert_eq!(tried, 1, "not in every frame");
    }
}
