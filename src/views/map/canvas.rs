//! The canvas: one map, painted from its picture, with labels above and the hand on it. Where it looks is its `Sight`.

use std::sync::Arc;

use eframe::egui::{Context, EventFilter, Id, Rect, Response, Sense, Ui};

use crate::{
    cartography::{legend::Legend, palette, picture::Picture},
    desk::{Desk, action::Action, look::Tool, picture::PictureKey},
    geometry::{Bounds, DistrictIx, Point},
    model::{
        id::{AreaId, PlanId},
        planning_area::{Colour, Lock},
    },
    views::{
        graphics::Graphics,
        map::{
            brush, enclaves,
            hand::Hand,
            labels::{AreaLabel, Chip, LabelSizes, LabelsKept, Motion, Room},
            marks::{Changing, about_to_change, marks, with_hand},
            overview::Overview,
            scene::{Scene, SceneKept, Wanted, ground_of},
            sight::Sight,
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

/// One map.
#[derive(Debug)]
pub struct Canvas {
    view: u64,
    kind: CanvasKind,
    sight: Sight,
    whole: Option<Bounds>, // of which an overview is shown
    scene: SceneKept,
    labels: LabelsKept,
    hand: Hand,
    changing: Option<(u64, Changing, Arc<Vec<FillStyle>>)>,
    look: Option<(Theme, f32, Arc<MapLook>)>,
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
            sight: Sight::new(kind),
            whole: None,
            scene: SceneKept::default(),
            labels: LabelsKept::default(),
            hand: Hand::default(),
            changing: None,
            look: None,
            ringed: None,
        }
    }

    /// Where the map looks.
    pub fn camera(&self) -> Option<Camera> {
        self.sight.camera()
    }

    /// A step by key from where the map looks, told to the desk at once; nothing before there is a map.
    pub fn step(&mut self, step: MapStep) -> Option<Action> {
        self.sight.step(step)
    }

    /// Whoever opens the page finds the county: a camera that shows nothing of it is fitted anew.
    pub fn find_county(&mut self) {
        self.sight.find_county();
    }

    /// Whoever opens the page sees the whole county, wherever the last map looked.
    pub fn show_everything(&mut self) {
        self.sight.show_everything();
    }

    /// Whether a hand drags the map and can touch nothing else meanwhile: what lies around it may stand still.
    pub fn is_dragged(&self, ui: &Ui) -> bool {
        self.sight.is_dragged(ui)
    }

    /// How much of the districts would lie under a card on the map in `rect`; comparable between cards.
    pub fn hidden_by(&self, desk: &Desk, rect: Rect, card: Rect) -> u32 {
        self.sight.hidden_by(desk, rect, card)
    }

    /// The legend of the picture that was painted last; none of districts that are gone from the desk.
    pub fn legend(&self, desk: &Desk) -> Option<Legend> {
        self.scene.picture().filter(|_| self.sight.is_over(&desk.catalog().ground)).map(|it| it.legend.clone())
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

    /// Shows the map in all the room there is.
    pub fn ui(&mut self, ui: &mut Ui, desk: &Desk, shown: &Shown<'_>, asked: &mut Vec<Action>) -> Response {
        let sense = Sense::click_and_drag() | Sense::hover();
        let (rect, response) = ui.allocate_exact_size(ui.available_size(), sense);
        response.widget_info(|| eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Canvas, true, desk.words().say("map-name")));
        keep_focus(ui, &response);
        if self.sight.follow(&desk.catalog().ground) {
            self.scene.forget(); // nothing of the old districts stays
        }
        let before = self.sight.begin(ui, desk, rect, shown.lasting, asked);
        let overview = self.overview_at(desk, rect, before);
        let (mut camera, elsewhere) = overview.map_or((before, false), |it| it.ui(ui, before, desk.words()));
        if !elsewhere {
            self.hand.move_camera(ui, &response, &mut camera, desk.look().tool, self.kind);
        }
        self.sight.end(ui, &response, before, camera);
        if elsewhere && !self.hand.is_busy(desk) {
            self.hand.leave(desk, asked);
        } else if self.kind != CanvasKind::Comparison || response.contains_pointer() {
            self.hand.act(ui, &response, desk, camera, self.kind, asked);
        }
        self.sight.tell_when_at_rest(ui, camera, rect, asked);
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
        Some(Overview::of(self.whole?, rect, self.camera()?)?.rect)
    }

    fn overview_at(&mut self, desk: &Desk, rect: Rect, camera: Camera) -> Option<Overview> {
        self.whole = desk.catalog().ground.topology.bounds().filter(|_| self.kind == CanvasKind::Desk);
        Overview::of(self.whole?, rect, camera)
    }

    fn paint(&mut self, ui: &mut Ui, desk: &Desk, shown: &Shown<'_>, (rect, camera): (Rect, Camera)) {
        let theme = Theme::of(ui.ctx());
        let follow = |picture: &mut Picture, had: &PictureKey| desk.follow_picture(picture, had, &shown.key);
        let wanted = Wanted { key: shown.key.clone(), plan: shown.plan, ready: desk.is_ready_to_show(shown.plan) };
        let Some(scene) = self.scene.of(wanted, &theme, follow, || (shown.make)()).cloned() else { return };
        let map = MapPaint {
            view: self.view,
            mesh: Arc::clone(shown.mesh),
            camera,
            fills: self.hatched(&scene, desk, ground_of(ui)),
            lines: Arc::clone(&scene.lines),
            marks: Arc::new(marks(desk, self.kind)),
            look: self.themed_look(&theme, rect),
            moving: self.sight.is_moving(ui),
        };
        shown.graphics.painter.paint(ui.painter(), rect, map);
        let painter = ui.painter_at(rect);
        if let Some(stroke) = desk.drawing().stroke() {
            brush::track(&painter, rect, camera, &stroke.track, desk.look().brush.radius, &theme);
        }
        let chips = if self.kind == CanvasKind::Desk { enclaves::chips(desk, rect, camera) } else { Vec::new() };
        let overview = self.overview_at(desk, rect, camera);
        let own = chips.iter().map(|it| it.0).chain(overview.as_ref().map(|it| it.rect));
        let taken: Vec<Rect> = shown.taken.iter().copied().chain(own).collect();
        self.paint_labels(ui, desk, shown, &scene, (rect, camera, &taken));
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
                look: self.themed_look(&theme, rect),
                moving: false,
            };
            overview.paint(ui, &shown.graphics.painter, rect, map, &theme);
        }
    }

    /// The names of areas and districts, clear of the cards in `taken`.
    fn paint_labels(&mut self, ui: &mut Ui, desk: &Desk, shown: &Shown<'_>, scene: &Scene, (rect, camera, taken): (Rect, Camera, &[Rect])) {
        let theme = Theme::of(ui.ctx());
        let sizes = if self.kind == CanvasKind::Wall { LabelSizes::wall(rect.height()) } else { LabelSizes::desk(&theme) };
        let plan = scene.plan.and_then(|it| desk.project().plan(it));
        let locks = self.kind == CanvasKind::Desk;
        let chip_of = |area: AreaId| -> Option<Chip> {
            let found = plan?.area(area)?;
            let locked = locked(desk, found.lock).filter(|_| locks);
            Some(Chip { colour: likeness(desk, scene.plan, area).unwrap_or(found.colour), locked })
        };
        let motion = match (self.sight.is_moving(ui), theme.flat) {
            (false, _) => Motion::Rest,
            (true, false) => Motion::Moves,
            (true, true) => Motion::MovesPlainly,
        };
        let board = desk.released_board().filter(|_| scene.plan == desk.look().plan);
        let catalog = desk.catalog();
        let area_at = |at: Point| -> Option<Option<AreaId>> {
            let district = catalog.ground.locator.district_at(at)?;
            let of_plan = || plan?.area_of.get(&catalog.register.get(district)?.key).copied();
            Some(board.as_ref().map_or_else(of_plan, |it| it.assignment().area_of(district)))
        };
        let room = Room { rect, camera, taken, beside: shown.beside, motion, area_at: &area_at, baker: shown.graphics.baker.as_ref() };
        self.labels.paint(ui, &room, scene, sizes, chip_of);
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

    fn themed_look(&mut self, theme: &Theme, rect: Rect) -> Arc<MapLook> {
        let factor = if self.kind == CanvasKind::Wall { wall_lines(rect.height()) } else { 1.0 };
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

    /// At 200 % there are half as many points: lines drawn as strong as ever ran together.
    #[test]
    fn lines_on_the_wall_are_as_strong_as_the_wall_is_high() {
        assert!((wall_lines(440.0) * 2.0 - wall_lines(880.0)).abs() < 1e-6);
        assert!(wall_lines(880.0) > 1.0 && wall_lines(270.0) < 0.5);
    }
}
