//! Where a map looks: its camera, what the desk was told of it, and when it moved last.
//!
//! **Promise.** The same window shows the same county, whatever lay on it in between; while a button is down, nothing moves under
//! the pointer unless the hand moves it.
//! **Not here.** What is painted there (`canvas`), how everything is fitted between cards (`fit`).

use std::{
    cell::OnceCell,
    sync::{Arc, Weak},
};

use eframe::egui::{Popup, Rect, Response, Ui, Vec2, vec2};

use crate::{
    desk::{
        Desk,
        action::{Action, LookAt},
    },
    model::{catalog::Ground, saved_view::Extent},
    views::{
        map::{
            canvas::CanvasKind,
            fit::{self, Mask},
            zoom::MapStep,
        },
        map_gpu::Camera,
    },
};

/// How long after the last motion the map is drawn in full again.
const REST: f64 = 0.15;

/// Where one map looks. The camera lives here while it moves and is told to the desk when it rests.
#[derive(Debug)]
pub(super) struct Sight {
    kind: CanvasKind,
    camera: Option<Camera>,
    told: Option<Option<Extent>>,
    size: Vec2,
    moved_at: f64,
    dragged: bool,
    ground: Weak<Ground>,
    mask: OnceCell<Option<Mask>>, // where the districts of that ground are
    around: Vec<Rect>,            // the cards that the whole map was fitted between
    finds: bool,
    shows_all: bool,
}

impl Sight {
    pub(super) fn new(kind: CanvasKind) -> Self {
        Self {
            kind,
            camera: None,
            told: None,
            size: vec2(0.0, 0.0),
            moved_at: f64::NEG_INFINITY,
            dragged: false,
            ground: Weak::new(),
            mask: OnceCell::new(),
            around: Vec::new(),
            finds: false,
            shows_all: false,
        }
    }

    pub(super) fn camera(&self) -> Option<Camera> {
        self.camera
    }

    /// A step by key from where the map looks, told to the desk at once; nothing before there is a map.
    pub(super) fn step(&mut self, step: MapStep) -> Option<Action> {
        let camera = step.from(self.camera?, self.size);
        let extent = Some(Extent { centre: camera.centre, height: camera.metres_per_point * f64::from(self.size.y) });
        (self.camera, self.told) = (Some(camera), Some(extent));
        Some(Action::Look(LookAt::Extent(extent)))
    }

    /// A camera that shows nothing of the county is fitted anew.
    pub(super) fn find_county(&mut self) {
        self.finds = true;
    }

    /// The whole county, wherever the last map looked.
    pub(super) fn show_everything(&mut self) {
        self.shows_all = true;
    }

    /// Whether it looks at these districts or at ones that are gone.
    pub(super) fn is_over(&self, ground: &Arc<Ground>) -> bool {
        std::ptr::eq(self.ground.as_ptr(), Arc::as_ptr(ground))
    }

    /// Other districts on the desk: the camera looks where the desk says. True if they are others than before.
    pub(super) fn follow(&mut self, ground: &Arc<Ground>) -> bool {
        let others = !self.is_over(ground);
        if others {
            self.ground = Arc::downgrade(ground);
            self.mask = OnceCell::new();
            (self.camera, self.told, self.moved_at) = (None, None, f64::NEG_INFINITY);
        }
        others
    }

    /// The camera at the beginning of a frame, before the hand moves it.
    pub(super) fn begin(&mut self, ui: &Ui, desk: &Desk, rect: Rect, lasting: &[Rect], asked: &mut Vec<Action>) -> Camera {
        let camera = self.camera_now(ui, desk, rect, lasting);
        let lost = std::mem::take(&mut self.finds) && shows_nothing(desk, camera, rect);
        if !(std::mem::take(&mut self.shows_all) && desk.look().extent.is_some() || lost) {
            return camera;
        }
        self.told = Some(None);
        asked.push(Action::Look(LookAt::Extent(None)));
        self.camera_for(desk, None, rect, lasting)
    }

    /// The camera after the hand was at it.
    pub(super) fn end(&mut self, ui: &Ui, response: &Response, before: Camera, camera: Camera) {
        if camera != before {
            self.moved_at = ui.input(|it| it.time);
        }
        self.dragged = self.drags(ui, response, camera != before);
        self.camera = Some(camera);
    }

    /// Whether the camera was moved a moment ago.
    pub(super) fn is_moving(&self, ui: &Ui) -> bool {
        ui.input(|it| it.time) - self.moved_at < REST
    }

    /// Whether a hand drags the map and can touch nothing else meanwhile: what lies around it may stand still.
    pub(super) fn is_dragged(&self, ui: &Ui) -> bool {
        self.dragged && self.is_moving(ui) && ui.input(|it| it.pointer.any_down())
    }

    /// Not where a screen reader listens, a field has the keyboard or a card is open: they lose what is not laid out.
    fn drags(&self, ui: &Ui, response: &Response, moved: bool) -> bool {
        let ctx = ui.ctx();
        if Popup::is_any_open(ctx) {
            return false;
        }
        let free = ctx.memory(|it| it.focused()).is_none_or(|it| it == response.id);
        response.dragged() && (moved || self.dragged) && free && ctx.accesskit_node_builder(response.id, |_| ()).is_none()
    }

    /// The camera the desk asks for, if it asks for another than it was told; else the one at hand.
    fn camera_now(&mut self, ui: &Ui, desk: &Desk, rect: Rect, lasting: &[Rect]) -> Camera {
        let wanted = desk.look().extent;
        let resized = (self.size - rect.size()).length() > 0.5;
        let asks = self.told != Some(wanted);
        self.size = rect.size();
        // Maps side by side have one camera: one more of them makes all smaller, and each shows what the desk says anew.
        let keeps_scale = wanted.is_some() && self.kind != CanvasKind::Comparison;
        let crowded = self.camera.is_some() && self.is_crowded(ui, desk, lasting);
        match self.camera {
            Some(camera) if !asks && (!resized || keeps_scale) && !crowded => camera,
            _ => {
                self.told = Some(wanted);
                self.around = lasting.to_vec();
                if asks {
                    ui.ctx().request_repaint();
                }
                self.camera_for(desk, wanted, rect, lasting)
            }
        }
    }

    /// Whether everything is shown and the cards around it are others than it was fitted between: the same window shows the
    /// same county, whatever lay on it in between. While a button is down, nothing moves under the pointer.
    fn is_crowded(&mut self, ui: &Ui, desk: &Desk, lasting: &[Rect]) -> bool {
        let rests = self.moved_at == f64::NEG_INFINITY && !ui.input(|it| it.pointer.any_down());
        desk.look().extent.is_none() && self.around != lasting && rests
    }

    /// The camera for an extent; without one everything is shown, clear of the cards.
    fn camera_for(&self, desk: &Desk, extent: Option<Extent>, rect: Rect, cards: &[Rect]) -> Camera {
        match extent {
            Some(extent) => {
                let metres_per_point = extent.height / f64::from(rect.height().max(1.0));
                Camera { centre: extent.centre, metres_per_point }.within_limits()
            }
            None => {
                let nothing = Camera { centre: [0.0; 2], metres_per_point: 100.0 };
                self.mask(desk).map_or(nothing, |it| fit::everything(it, rect, cards))
            }
        }
    }

    fn mask(&self, desk: &Desk) -> Option<&Mask> {
        self.mask.get_or_init(|| Mask::of(&desk.catalog().ground.topology)).as_ref()
    }

    /// How much of the districts would lie under a card on the map in `rect`; comparable between cards.
    pub(super) fn hidden_by(&self, desk: &Desk, rect: Rect, card: Rect) -> u32 {
        let county = self.camera.zip(self.mask(desk)).filter(|_| self.is_over(&desk.catalog().ground));
        county.map_or(0, |(camera, mask)| mask.covered(camera, rect, &[card]))
    }

    /// A resting camera is told to the desk, so that saving a view or another map finds it there.
    pub(super) fn tell_when_at_rest(&mut self, ui: &Ui, camera: Camera, rect: Rect, asked: &mut Vec<Action>) {
        if self.moved_at == f64::NEG_INFINITY {
            return;
        }
        let shared = self.kind == CanvasKind::Comparison;
        if self.is_moving(ui) {
            ui.ctx().request_repaint_after_secs(REST as f32);
            if !shared {
                return;
            }
        }
        let extent = Extent { centre: camera.centre, height: camera.metres_per_point * f64::from(rect.height()) };
        if self.told != Some(Some(extent)) {
            self.told = Some(Some(extent));
            asked.push(Action::Look(LookAt::Extent(Some(extent))));
        }
        if !self.is_moving(ui) {
            self.moved_at = f64::NEG_INFINITY;
        }
    }
}

/// Whether no district is in sight, though there are some.
fn shows_nothing(desk: &Desk, camera: Camera, rect: Rect) -> bool {
    let ground = &desk.catalog().ground;
    ground.topology.district_count() > 0 && ground.locator.touching_rect(camera.bounds(rect.size())).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use eframe::egui::{Context, RawInput};

    /// The map is drawn in full 150 ms after it was last moved, and a frame is asked for by then.
    #[test]
    fn a_map_rests_150_ms_after_it_was_moved() {
        let mut sight = Sight::new(CanvasKind::Desk);
        sight.moved_at = 10.0;
        let ctx = Context::default();
        for (time, moving) in [(10.0, true), (10.149, true), (10.151, false), (11.0, false)] {
            let input = RawInput { time: Some(time), ..RawInput::default() };
            ctx.run_ui(input, |ui| assert_eq!(sight.is_moving(ui), moving, "{time}")).drop_without_applying_deltas();
        }
    }
}
