//! The canvas: one map with its camera. The camera lives here while it moves and is told to the desk when it rests.

use std::{
    cell::OnceCell,
    sync::{Arc, Weak},
};

use eframe::egui::{Context, EventFilter, Id, Popup, Rect, Response, Sense, Ui, vec2};

use crate::{
    cartography::{legend::Legend, palette, picture::Picture},
    desk::{
        Desk,
        action::{Action, LookAt},
        look::Tool,
        picture::PictureKey,
    },
    geometry::{Bounds, DistrictIx, Point},
    model::{
        catalog::Ground,
        id::{AreaId, PlanId},
        planning_area::{Colour, Lock},
        saved_view::Extent,
    },
    views::{
        graphics::Graphics,
        map::{
            brush, enclaves,
            fit::{self, Mask},
            hand::Hand,
            labels::{AreaLabel, Chip, LabelSizes, LabelsKept, Motion, Room},
            marks::{Changing, about_to_change, marks, with_hand},
            overview::Overview,
            scene::{Scene, SceneKept, Wanted, ground_of},
            zoom::MapStep,
        },
        map_gpu::{Camera, FillStyle, MapLook, MapMesh, MapPaint},
        theme::{Theme, map as map_tokens},
        widgets::surface::inner_focus_ring,
    },
};

/// What the canvas is for: what the mouse may do on it, and how large its letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CanvasKind {
    /// The planning page: everything.
    Desk,
    /// A comparison: look and select.
    Comparison,
    /// The wall: look and show.
    Wall,
}

/// How long after the last motion the map is drawn in full again.
const REST: f64 = 0.15;

/// One map.
#[derive(Debug)]
pub struct Canvas {
    view: u64,
    kind: CanvasKind,
    camera: Option<Camera>,
    told: Option<Option<Extent>>,
    size: eframe::egui::Vec2,
    whole: Option<Bounds>, // of which an overview is shown
    moved_at: f64,
    dragged: bool,
    scene: SceneKept,
    labels: LabelsKept,
    hand: Hand,
    changing: Option<(u64, Changing, Arc<Vec<FillStyle>>)>,
    look: Option<(Theme, f32, Arc<MapLook>)>,
    ground: Weak<Ground>,
    mask: OnceCell<Option<Mask>>, // where the districts of that ground are
    around: Vec<Rect>,            // the cards that the whole map was fitted between
    finds: bool,
    shows_all: bool,
    ringed: Option<bool>, // while it has the keyboard: whether it got it by key
}

/// What a canvas shows, for one frame.
pub struct Shown<'a> {
    /// The districts and their borders.
    pub mesh: &'a Arc<MapMesh>,
    /// What draws them.
    pub graphics: &'a Graphics,
    /// What the picture depends on.
    pub key: PictureKey,
    /// Makes the picture.
    pub make: &'a dyn Fn() -> Option<Picture>,
    /// The plan whose areas are shown.
    pub plan: Option<PlanId>,
    /// Cards on the map that labels must not touch.
    pub taken: &'a [Rect],
    /// Those of them that stay: whoever wants to see everything doesn't want to look below them.
    pub lasting: &'a [Rect],
    /// What stands on other maps with the same camera: where a name of a district would stand on one of them only, it doesn't.
    pub beside: &'a [Rect],
}

impl Canvas {
    /// A canvas; `view` tells the maps of one window apart.
    pub fn new(view: u64, kind: CanvasKind) -> Self {
        Self {
            view,
            kind,
            camera: None,
            told: None,
            size: vec2(0.0, 0.0),
            whole: None,
            moved_at: f64::NEG_INFINITY,
            dragged: false,
            scene: SceneKept::default(),
            labels: LabelsKept::default(),
            hand: Hand::default(),
            changing: None,
            look: None,
            ground: Weak::new(),
            mask: OnceCell::new(),
            around: Vec::new(),
            finds: false,
            shows_all: false,
            ringed: None,
        }
    }

    /// Where the map looks.
    pub fn camera(&self) -> Option<Camera> {
        self.camera
    }

    /// A step by key from where the map looks, told to the desk at once; nothing before there is a map.
    pub fn step(&mut self, step: MapStep) -> Option<Action> {
        let camera = step.from(self.camera?, self.size);
        let extent = Some(Extent { centre: camera.centre, height: camera.metres_per_point * f64::from(self.size.y) });
        (self.camera, self.told) = (Some(camera), Some(extent));
        Some(Action::Look(LookAt::Extent(extent)))
    }

    /// Whoever opens the page finds the county: a camera that shows nothing of it is fitted anew.
    pub fn find_county(&mut self) {
        self.finds = true;
    }

    /// Whoever opens the page sees the whole county, wherever the last map looked.
    pub fn show_everything(&mut self) {
        self.shows_all = true;
    }

    /// The legend of the picture that was painted last; none of districts that are gone from the desk.
    pub fn legend(&self, desk: &Desk) -> Option<Legend> {
        self.scene.picture().filter(|_| self.is_over(&desk.catalog().ground)).map(|it| it.legend.clone())
    }

    /// The labels of areas where they were painted last.
    pub fn area_labels(&self) -> &[AreaLabel] {
        self.labels.areas()
    }

    /// Where names of districts would be hindered, seen from the map's upper left corner.
    pub fn hindrances(&self) -> Vec<Rect> {
        self.labels.hindrances(self.scene.scene())
    }

    /// The districts whose names were painted last.
    pub fn named_districts(&self) -> Vec<DistrictIx> {
        self.labels.districts(self.scene.scene())
    }

    fn is_over(&self, ground: &Arc<Ground>) -> bool {
        std::ptr::eq(self.ground.as_ptr(), Arc::as_ptr(ground))
    }

    /// Whether the camera was moved a moment ago.
    fn is_moving(&self, ui: &Ui) -> bool {
        ui.input(|it| it.time) - self.moved_at < REST
    }

    /// Whether a hand drags the map and can touch nothing else meanwhile: what lies around it may stand still.
    pub fn is_dragged(&self, ui: &Ui) -> bool {
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

    /// Shows the map in all the room there is.
    pub fn ui(&mut self, ui: &mut Ui, desk: &Desk, shown: &Shown<'_>, asked: &mut Vec<Action>) -> Response {
        let sense = Sense::click_and_drag() | Sense::hover();
        let (rect, response) = ui.allocate_exact_size(ui.available_size(), sense);
        response.widget_info(|| eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Canvas, true, desk.words().say("map-name")));
        keep_focus(ui, &response);
        self.follow_ground(desk);
        let mut camera = self.camera_now(ui, desk, rect, shown.lasting);
        let lost = std::mem::take(&mut self.finds) && shows_nothing(desk, camera, rect);
        if std::mem::take(&mut self.shows_all) && desk.look().extent.is_some() || lost {
            camera = self.camera_for(desk, None, rect, shown.lasting);
            self.told = Some(None);
            asked.push(Action::Look(LookAt::Extent(None)));
        }
        let before = camera;
        let overview = self.overview_at(desk, rect, camera);
        let (wanted, elsewhere) = overview.map_or((camera, false), |it| it.ui(ui, camera, desk.words()));
        camera = wanted;
        if !elsewhere {
            self.hand.move_camera(ui, &response, &mut camera, desk.look().tool, self.kind);
        }
        if camera != before {
            self.moved_at = ui.input(|it| it.time);
        }
        self.dragged = self.drags(ui, &response, camera != before);
        self.camera = Some(camera);
        if elsewhere && !self.hand.is_busy(desk) {
            self.hand.leave(desk, asked);
        } else if self.kind != CanvasKind::Comparison || response.contains_pointer() {
            self.hand.act(ui, &response, desk, camera, self.kind, asked);
        }
        self.tell_when_at_rest(ui, camera, rect, asked);
        self.paint(ui, desk, shown, (rect, camera));
        self.ring_ui(ui, &response);
        response
    }

    /// A map that got the keyboard by key shows it; whoever clicked on it knows.
    fn ring_ui(&mut self, ui: &Ui, response: &Response) {
        let by_hand = ui.input(|it| it.pointer.any_down() || it.pointer.time_since_last_click() < 0.3);
        let pressed = response.contains_pointer() && ui.input(|it| it.pointer.any_pressed());
        self.ringed = response.has_focus().then(|| self.ringed.unwrap_or(!by_hand) && !pressed);
        if self.ringed == Some(true) {
            inner_focus_ring(ui, response, response.rect.shrink(1.0), 4);
        }
    }

    /// Where the overview lies on the map in `rect`, if it is there.
    pub fn overview(&self, rect: Rect) -> Option<Rect> {
        Some(Overview::of(self.whole?, rect, self.camera?)?.rect)
    }

    fn overview_at(&mut self, desk: &Desk, rect: Rect, camera: Camera) -> Option<Overview> {
        self.whole = desk.catalog().ground.topology.bounds().filter(|_| self.kind == CanvasKind::Desk);
        Overview::of(self.whole?, rect, camera)
    }

    /// Other districts on the desk: nothing of the old ones stays, and the camera looks where the desk says.
    fn follow_ground(&mut self, desk: &Desk) {
        let ground = &desk.catalog().ground;
        if !self.is_over(ground) {
            self.ground = Arc::downgrade(ground);
            self.scene.forget();
            self.mask = OnceCell::new();
            (self.camera, self.told, self.moved_at) = (None, None, f64::NEG_INFINITY);
        }
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
    pub fn hidden_by(&self, desk: &Desk, rect: Rect, card: Rect) -> u32 {
        let county = self.camera.zip(self.mask(desk)).filter(|_| self.is_over(&desk.catalog().ground));
        county.map_or(0, |(camera, mask)| mask.covered(camera, rect, &[card]))
    }

    /// A resting camera is told to the desk, so that saving a view or another map finds it there.
    fn tell_when_at_rest(&mut self, ui: &Ui, camera: Camera, rect: Rect, asked: &mut Vec<Action>) {
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

    fn paint(&mut self, ui: &mut Ui, desk: &Desk, shown: &Shown<'_>, (rect, camera): (Rect, Camera)) {
        let theme = Theme::of(ui.ctx());
        let factor = if self.kind == CanvasKind::Wall { wall_lines(rect.height()) } else { 1.0 };
        let look = self.themed_look(&theme, factor);
        let moving = self.is_moving(ui);
        let follow = |picture: &mut Picture, had: &PictureKey| desk.follow_picture(picture, had, &shown.key);
        let wanted = Wanted { key: shown.key.clone(), plan: shown.plan, ready: desk.is_ready_to_show(shown.plan) };
        let Some(scene) = self.scene.of(wanted, &theme, follow, || (shown.make)()).cloned() else { return };
        let stroke = desk.drawing().stroke();
        shown.graphics.painter.paint(
            ui.painter(),
            rect,
            MapPaint {
                view: self.view,
                mesh: Arc::clone(shown.mesh),
                camera,
                fills: self.hatched(&scene, desk, ground_of(ui)),
                lines: Arc::clone(&scene.lines),
                marks: Arc::new(marks(desk, self.kind)),
                look,
                moving,
            },
        );
        let painter = ui.painter_at(rect);
        if let Some(stroke) = stroke {
            brush::track(&painter, rect, camera, &stroke.track, desk.look().brush.radius, &theme);
        }
        let sizes = if self.kind == CanvasKind::Wall { LabelSizes::wall(rect.height()) } else { LabelSizes::desk(&theme) };
        let plan = scene.plan.and_then(|it| desk.project().plan(it));
        let locks = self.kind == CanvasKind::Desk;
        let chip_of = |area: AreaId| -> Option<Chip> {
            let found = plan?.area(area)?;
            let locked = locked(desk, found.lock).filter(|_| locks);
            Some(Chip { colour: likeness(desk, scene.plan, area).unwrap_or(found.colour), locked })
        };
        let motion = match (moving, theme.flat) {
            (false, _) => Motion::Rest,
            (true, false) => Motion::Moves,
            (true, true) => Motion::MovesPlainly,
        };
        let overview = self.overview_at(desk, rect, camera);
        let chips = if self.kind == CanvasKind::Desk { enclaves::chips(desk, rect, camera) } else { Vec::new() };
        let own = chips.iter().map(|it| it.0).chain(overview.map(|it| it.rect));
        let taken: Vec<Rect> = shown.taken.iter().copied().chain(own).collect();
        let board = desk.released_board().filter(|_| scene.plan == desk.look().plan);
        let catalog = desk.catalog();
        let area_at = |at: Point| -> Option<Option<AreaId>> {
            let district = catalog.ground.locator.district_at(at)?;
            let of_plan = || plan?.area_of.get(&catalog.register.get(district)?.key).copied();
            Some(board.as_ref().map_or_else(of_plan, |it| it.assignment().area_of(district)))
        };
        let room =
            Room { rect, camera, taken: &taken, beside: shown.beside, motion, area_at: &area_at, baker: shown.graphics.baker.as_ref() };
        self.labels.paint(ui, &room, &scene, sizes, chip_of);
        enclaves::paint(&painter, &chips, &theme);
        self.hand.paint(&painter, rect, camera, desk, self.kind, &theme);
        if let Some(overview) = overview {
            let map = MapPaint {
                view: self.view + Overview::VIEW,
                mesh: Arc::clone(shown.mesh),
                camera,
                fills: Arc::clone(&scene.fills),
                lines: Arc::default(),
                marks: Arc::default(),
                look: self.themed_look(&theme, factor),
                moving: false,
            };
            overview.paint(ui, &shown.graphics.painter, rect, map, &theme);
        }
    }

    /// The surfaces with what is about to change; the same list as long as that and the picture are the same.
    fn hatched(&mut self, scene: &Scene, desk: &Desk, ground: palette::Ground) -> Arc<Vec<FillStyle>> {
        let changing = about_to_change(desk, self.kind, ground);
        let kept = self.changing.take().filter(|it| it.0 == scene.number && it.1 == changing);
        let (_, _, fills) = self.changing.insert(kept.unwrap_or_else(|| {
            let fills = with_hand(&scene.fills, &changing);
            (scene.number, changing, fills)
        }));
        Arc::clone(fills)
    }

    fn themed_look(&mut self, theme: &Theme, factor: f32) -> Arc<MapLook> {
        match &self.look {
            Some((kept, at, look)) if kept == theme && *at == factor => Arc::clone(look),
            _ => {
                let mut look = MapLook::themed(theme, factor);
                if self.kind == CanvasKind::Wall {
                    look.ground = theme.wall();
                }
                let look = Arc::new(look);
                self.look = Some((*theme, factor, Arc::clone(&look)));
                look
            }
        }
    }
}

/// A lock and what is said of it; free areas have none.
fn locked(desk: &Desk, lock: Lock) -> Option<(Lock, String)> {
    let said = match lock {
        Lock::Free => return None,
        Lock::Fixed => "map-locked",
        Lock::KeepAtLeast => "map-locked-keep",
    };
    Some((lock, desk.words().say(said)))
}

/// The colour of the area that it matches, on the map of a plan that is compared with another.
fn likeness(desk: &Desk, plan: Option<PlanId>, area: AreaId) -> Option<Colour> {
    desk.compared_beside(plan?)?.get().likeness.get(&area).map(|it| it.colour)
}

/// While a map has the focus, arrows move the map and not the focus.
fn keep_focus(ui: &Ui, response: &Response) {
    if response.has_focus() {
        let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|it| it.set_focus_lock_filter(response.id, arrows));
        ui.data_mut(|it| it.insert_temp(Id::unique("focused map"), response.id));
    }
}

/// Whether a map has the keyboard's focus.
pub fn map_has_focus(ctx: &Context) -> bool {
    let map: Option<Id> = ctx.data(|it| it.get_temp(Id::unique("focused map")));
    map.is_some() && ctx.memory(|it| it.focused()) == map
}

/// Whether no district is in sight, though there are some.
fn shows_nothing(desk: &Desk, camera: Camera, rect: Rect) -> bool {
    let ground = &desk.catalog().ground;
    ground.topology.district_count() > 0 && ground.locator.touching_rect(camera.bounds(rect.size())).is_empty()
}

/// How much stronger lines are on a wall whose map is so high, in points: like its letters they keep their share of the picture.
fn wall_lines(height: f32) -> f32 {
    map_tokens::PRESENTING * 0.6 * height / 880.0
}

/// Whether a tool lets the left button pan.
pub(super) fn left_button_pans(tool: Tool, kind: CanvasKind) -> bool {
    kind != CanvasKind::Desk || !tool.draws()
}

#[cfg(test)]
mod tests {
    use super::*;
    use eframe::egui::{Context, RawInput};

    /// The map is drawn in full 150 ms after it was last moved, and a frame is asked for by then.
    #[test]
    fn a_map_rests_150_ms_after_it_was_moved() {
        let mut canvas = Canvas::new(1, CanvasKind::Desk);
        canvas.moved_at = 10.0;
        let ctx = Context::default();
        for (time, moving) in [(10.0, true), (10.149, true), (10.151, false), (11.0, false)] {
            let input = RawInput { time: Some(time), ..RawInput::default() };
            ctx.run_ui(input, |ui| assert_eq!(canvas.is_moving(ui), moving, "{time}")).drop_without_applying_deltas();
        }
    }

    /// At 200 % there are half as many points: lines drawn as strong as ever ran together.
    #[test]
    fn lines_on_the_wall_are_as_strong_as_the_wall_is_high() {
        assert!((wall_lines(440.0) * 2.0 - wall_lines(880.0)).abs() < 1e-6);
        assert!(wall_lines(880.0) > 1.0 && wall_lines(270.0) < 0.5);
    }
}
