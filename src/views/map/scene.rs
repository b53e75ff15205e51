//! The scene: a picture in the painter's terms, kept until the picture differs.

use std::sync::Arc;

use eframe::egui::{Color32, Ui};

use crate::{
    cartography::{borders::Border, palette::Ground, picture::Picture, surfaces::Surface},
    desk::picture::PictureKey,
    model::planning_area::Colour,
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
    /// One style per district.
    pub fills: Arc<Vec<FillStyle>>,
    /// One class number per border.
    pub lines: Arc<Vec<u8>>,
}

/// The scene of one map, made anew only when its key differs.
#[derive(Debug, Default)]
pub struct SceneKept {
    key: Option<(PictureKey, Scheme)>,
    scene: Option<Scene>,
}

impl SceneKept {
    /// The picture that was made last.
    pub fn picture(&self) -> Option<&Arc<Picture>> {
        self.scene.as_ref().map(|it| &it.picture)
    }

    /// The scene for a key; `make` is asked for the picture only if the key is new.
    pub fn of(&mut self, key: PictureKey, theme: &Theme, make: impl FnOnce() -> Option<Picture>) -> Option<&Scene> {
        let key = (key, theme.scheme);
        if self.key.as_ref() != Some(&key) {
            // While its values are computed there may be no picture; then the last one stays.
            if let Some(picture) = make() {
                self.scene = Some(Scene::of(picture, theme));
            }
            self.key = Some(key);
        }
        self.scene.as_ref()
    }
}

impl Scene {
    /// A picture in the painter's terms.
    pub fn of(picture: Picture, theme: &Theme) -> Self {
        let fills = picture.surfaces.iter().map(|it| fill(*it, theme)).collect();
        let lines = picture.borders.iter().map(|it| line(*it) as u8).collect();
        Self { fills: Arc::new(fills), lines: Arc::new(lines), picture: Arc::new(picture) }
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
    }
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
