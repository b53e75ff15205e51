//! Nearer, farther, everything: the same three buttons on every map, and the same steps by key.
//!
//! **Promise.** A step by key begins where the map looks, also while it shows everything: an arrow moves it and leaves the
//! scale as it is.

use eframe::egui::{Ui, Vec2};

use crate::{
    desk::{
        Desk,
        action::{Action, LookAt},
    },
    model::saved_view::Extent,
    views::{
        icons::Icon,
        map_gpu::Camera,
        widgets::{Button, icon_button, tool_strip},
    },
};

/// A step of the map by key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MapStep {
    /// To the west.
    Left,
    /// To the east.
    Right,
    /// To the north.
    Up,
    /// To the south.
    Down,
    /// Nearer.
    Closer,
    /// Farther.
    Further,
}

impl MapStep {
    /// Of the map's height, by an arrow.
    const SHARE: f64 = 0.12;
    /// By plus or minus.
    const FACTOR: f64 = 1.3;

    /// Where a map of this size in points looks after the step.
    pub(super) fn from(self, camera: Camera, size: Vec2) -> Camera {
        let far = Self::SHARE * camera.metres_per_point * f64::from(size.y);
        let [east, north] = camera.centre;
        let scaled = |by: f64| Camera { metres_per_point: camera.metres_per_point * by, ..camera }.within_limits();
        match self {
            Self::Left => Camera { centre: [east - far, north], ..camera },
            Self::Right => Camera { centre: [east + far, north], ..camera },
            Self::Up => Camera { centre: [east, north + far], ..camera },
            Self::Down => Camera { centre: [east, north - far], ..camera },
            Self::Closer => scaled(1.0 / Self::FACTOR),
            Self::Further => scaled(Self::FACTOR),
        }
    }
}

/// How much room the buttons have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ZoomRoom {
    /// Beside the way back to everything there are the two others.
    pub both: bool,
    /// „Alles zeigen“ stands there in words.
    pub worded: bool,
}

/// The buttons of a map that looks there and is so high, in points.
pub fn zoom_ui(ui: &mut Ui, desk: &Desk, (camera, height): (Option<Camera>, f32), room: ZoomRoom, asked: &mut Vec<Action>) {
    let words = desk.words();
    tool_strip(ui, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            let mut zoom = |factor: f64| {
                let extent = camera.map(|it| Extent { centre: it.centre, height: it.metres_per_point * factor * f64::from(height) });
                asked.push(Action::Look(LookAt::Extent(extent)));
            };
            if room.both && icon_button(ui, Icon::Minus, &words.say("map-zoom-out"), Some("−")).clicked() {
                zoom(1.5);
            }
            if room.both && icon_button(ui, Icon::Plus, &words.say("map-zoom-in"), Some("+")).clicked() {
                zoom(1.0 / 1.5);
            }
            let all = words.say("map-show-all");
            let shown = if room.worded { all.as_str() } else { "" };
            if ui.add(Button::quiet(shown).icon(Icon::Home).name(&all)).clicked() {
                asked.push(Action::Look(LookAt::Extent(None)));
            }
        });
    });
}
