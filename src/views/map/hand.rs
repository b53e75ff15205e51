//! The mouse on the map: wheel, drag, click, brush, lasso, rectangle.

use eframe::egui::{CursorIcon, Event, Key, Modifiers, Painter, PointerButton, Pos2, Rect, Response, Ui};

use crate::{
    desk::{
        Desk,
        action::{Action, Drawing, Drawn, LookAt},
        look::Tool,
    },
    geometry::{Bounds, Point},
    model::planning_area::Lock,
    views::{
        map::{
            brush,
            canvas::{CanvasKind, left_button_pans},
        },
        map_gpu::Camera,
        theme::Theme,
    },
};

/// What the hand is in the middle of.
#[derive(Debug, Default)]
pub struct Hand {
    lasso: Option<Vec<Pos2>>,
    corner: Option<(Pos2, Pos2)>,
    erase: bool,
    ghost_at: Option<Pos2>,
    previewed: bool, // the desk was told of the loop or rectangle
    dropped: bool,   // with Esc, and the button is still down: nothing begins before it came up
    /// Whether the pointer was on a district of this map.
    pointed: bool,
}

impl Hand {
    /// Wheel and pinch zoom to the pointer; middle button, Space and (where nothing is drawn) the left button pan.
    pub fn move_camera(&mut self, ui: &Ui, response: &Response, camera: &mut Camera, tool: Tool, kind: CanvasKind) {
        let (scroll, pinch, space) = ui.input(|it| (it.smooth_scroll_delta(), it.zoom_delta(), it.key_down(Key::Space)));
        if let Some(pointer) = response.hover_pos().filter(|_| response.contains_pointer()) {
            let factor = f64::from(pinch) * (f64::from(scroll.y) / 240.0).exp();
            if (factor - 1.0).abs() > 1e-6 {
                *camera = camera.zoomed(response.rect, pointer, factor);
            }
        }
        let left = (space || left_button_pans(tool, kind)) && response.dragged_by(PointerButton::Primary);
        if left || response.dragged_by(PointerButton::Middle) {
            *camera = camera.dragged(response.drag_delta());
            ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        }
        if let Some(pointer) = response.interact_pointer_pos().filter(|_| response.double_clicked() && !tool.draws()) {
            *camera = camera.zoomed(response.rect, pointer, 2.0);
        }
    }

    /// What the mouse asks of the desk.
    pub fn act(&mut self, ui: &Ui, response: &Response, desk: &Desk, camera: Camera, kind: CanvasKind, asked: &mut Vec<Action>) {
        let pointer = response.hover_pos().filter(|_| response.contains_pointer());
        let at = pointer.map(|it| camera.to_map(response.rect, it));
        let hover = at.and_then(|it| desk.catalog().ground.locator.district_at(it));
        // On the wall a district that came to lie under a resting pointer is not pointed at.
        let moved = kind != CanvasKind::Wall || ui.input(|it| it.events.iter().any(|it| matches!(it, Event::PointerMoved(_))));
        let hover = hover.filter(|it| moved || desk.look().hover == Some(*it));
        // A pointer that is elsewhere, on a row of the table, marks what it likes.
        if hover != desk.look().hover && (hover.is_some() || self.pointed) {
            asked.push(Action::Look(LookAt::Hover(hover)));
        }
        self.pointed = hover.is_some();
        if kind != CanvasKind::Desk || ui.input(|it| it.key_down(Key::Space)) {
            let picks = kind == CanvasKind::Desk && desk.look().tool.draws();
            self.select(ui, response, desk, camera, (picks, asked));
            return;
        }
        // Another tool was taken by key in the middle: what was begun with the last one is gone.
        let tool = desk.look().tool;
        self.previewed &= tool.draws();
        self.lasso.take_if(|_| !matches!(tool, Tool::Paint | Tool::Erase | Tool::Lasso));
        self.corner.take_if(|_| tool != Tool::Rectangle);
        match tool {
            Tool::Select => self.select(ui, response, desk, camera, (false, asked)),
            Tool::Lock => lock(response, desk, camera, asked),
            Tool::Paint | Tool::Erase => self.paint_with_brush(ui, response, desk, camera, asked),
            Tool::Lasso => self.draw_lasso(ui, response, desk, camera, asked),
            Tool::Rectangle => self.draw_rectangle(ui, response, desk, camera, asked),
        }
        if let (Some(_), true) = (pointer, desk.look().tool.draws()) {
            ui.ctx().set_cursor_icon(cursor_for(desk.look().tool));
        }
    }

    /// Whether something was begun that the pointer has to finish, wherever it is.
    pub fn is_busy(&self, desk: &Desk) -> bool {
        self.lasso.is_some() || self.corner.is_some() || desk.drawing().stroke().is_some()
    }

    /// The pointer is on something above the map: nothing is under it.
    pub fn leave(&mut self, desk: &Desk, asked: &mut Vec<Action>) {
        if desk.look().hover.is_some() {
            asked.push(Action::Look(LookAt::Hover(None)));
        }
        if self.ghost_at.take().is_some() {
            asked.push(Action::Draw(Drawing::Ghost(None)));
        }
    }

    /// A click chooses what lies there; with a brush at hand (`picks`) that is its target.
    fn select(&self, ui: &Ui, response: &Response, desk: &Desk, camera: Camera, (picks, asked): (bool, &mut Vec<Action>)) {
        // Space and Enter click what has the focus, but they point nowhere.
        let pointed = response.interact_pointer_pos().filter(|_| response.clicked());
        if let Some(at) = pointed.map(|it| camera.to_map(response.rect, it)) {
            let district = desk.catalog().ground.locator.district_at(at);
            let add = ui.input(|it| it.modifiers.command || it.modifiers.shift);
            asked.push(match picks {
                true => Action::Draw(Drawing::PickTarget(at)),
                false => Action::Look(LookAt::SelectDistrict { district, add }),
            });
            response.request_focus();
        }
    }

    fn paint_with_brush(&mut self, ui: &Ui, response: &Response, desk: &Desk, camera: Camera, asked: &mut Vec<Action>) {
        let to_map = |it: Pos2| camera.to_map(response.rect, it);
        let modifiers = ui.input(|it| it.modifiers);
        let pressed = ui.input(|it| pressed(&it.events));
        let pressed_at = |wanted| pressed.filter(|it| it.0 == wanted && response.rect.contains(it.1)).map(|it| it.1);
        let running = desk.drawing().stroke().is_some();
        if response.contains_pointer() && !running {
            if let Some(at) = pressed_at(PointerButton::Primary) {
                response.request_focus();
                match (picks_target(modifiers), modifiers.shift) {
                    (true, _) => asked.push(Action::Draw(Drawing::PickTarget(to_map(at)))),
                    (_, true) => (self.lasso, self.erase) = (Some(vec![at]), false),
                    _ => begin(ui, at, false, to_map, asked),
                }
            } else if let Some(at) = pressed_at(PointerButton::Secondary) {
                begin(ui, at, true, to_map, asked);
            }
        }
        if self.lasso.is_some() {
            return self.draw_lasso(ui, response, desk, camera, asked);
        }
        if running {
            self.follow_stroke(ui, response, camera, asked);
        } else {
            self.hover_brush(response, camera, asked);
        }
    }

    /// Every place the pointer was since the last frame, so that fast strokes skip nothing; what it did after the button came
    /// up is no part of the stroke.
    fn follow_stroke(&mut self, ui: &Ui, response: &Response, camera: Camera, asked: &mut Vec<Action>) {
        let moves: Vec<Pos2> = ui.input(|it| match it.pointer.any_down() || it.pointer.any_released() {
            true => places_until_released(it.events.iter()),
            false => Vec::new(), // it came up in the frame in which it went down
        });
        asked.extend(moves.into_iter().map(|it| Action::Draw(Drawing::To(camera.to_map(response.rect, it)))));
        let down = ui.input(|it| it.pointer.primary_down() || it.pointer.secondary_down());
        if ui.input(|it| it.key_pressed(Key::Escape)) {
            asked.push(Action::Draw(Drawing::Cancel));
        } else if !down {
            asked.push(Action::Draw(Drawing::End));
        }
        self.ghost_at = None;
    }

    fn hover_brush(&mut self, response: &Response, camera: Camera, asked: &mut Vec<Action>) {
        let pointer = response.hover_pos().filter(|_| response.contains_pointer());
        if pointer != self.ghost_at {
            self.ghost_at = pointer;
            asked.push(Action::Draw(Drawing::Ghost(pointer.map(|it| camera.to_map(response.rect, it)))));
        }
    }

    /// The first corner of what is about to be dragged: with the right button it takes out. Alt or Strg, and a mere click, choose the
    /// target instead.
    fn begun(&mut self, ui: &Ui, response: &Response, camera: Camera, asked: &mut Vec<Action>) -> Option<Pos2> {
        let (origin, down) = ui.input(|it| (it.pointer.press_origin(), it.pointer.any_down()));
        let dropped = self.dropped;
        self.dropped &= down;
        if dropped {
            return None;
        }
        let (left, right) = (PointerButton::Primary, PointerButton::Secondary);
        let picks = response.clicked() || (response.drag_started_by(left) && ui.input(|it| picks_target(it.modifiers)));
        if let Some(at) = origin.or(response.interact_pointer_pos()).filter(|_| picks) {
            asked.push(Action::Draw(Drawing::PickTarget(camera.to_map(response.rect, at))));
        }
        let begins = response.drag_started_by(left) || response.drag_started_by(right);
        self.erase = if begins { response.drag_started_by(right) } else { self.erase };
        origin.filter(|_| begins && !picks)
    }

    fn draw_lasso(&mut self, ui: &Ui, response: &Response, desk: &Desk, camera: Camera, asked: &mut Vec<Action>) {
        if self.lasso.is_none() {
            self.lasso = self.begun(ui, response, camera, asked).map(|it| vec![it]);
        }
        let (erase, dropped) = (self.erase, self.is_dropped(desk));
        let Some(points) = &mut self.lasso else { return };
        if dropped {
            (self.lasso, self.dropped, self.previewed) = (None, true, false);
            return;
        }
        let had = points.len();
        for at in ui.input(|it| places_until_released(it.events.iter())) {
            if points.last().is_none_or(|last| last.distance(at) > 2.0) {
                points.push(at);
            }
        }
        let ring = || -> Vec<Point> { points.iter().map(|it| camera.to_map(response.rect, *it)).collect() };
        if ui.input(|it| it.pointer.any_down()) {
            if points.len() > had.max(2) {
                self.previewed = true;
                asked.push(Action::Draw(Drawing::PreviewRegion { region: Drawn::Lasso(ring()), erase }));
            }
            return;
        }
        asked.push(Action::Draw(if points.len() > 2 { Drawing::Lasso { ring: ring(), erase } } else { Drawing::Ghost(None) }));
        (self.lasso, self.previewed) = (None, false);
    }

    /// The desk dropped what it was shown, with Esc or because something else was done meanwhile.
    fn is_dropped(&self, desk: &Desk) -> bool {
        self.previewed && desk.drawing().ghost().is_none_or(|it| !it.of_region)
    }

    fn draw_rectangle(&mut self, ui: &Ui, response: &Response, desk: &Desk, camera: Camera, asked: &mut Vec<Action>) {
        if self.corner.is_none() {
            self.corner = self.begun(ui, response, camera, asked).map(|it| (it, it));
        }
        let (erase, dropped) = (self.erase, self.is_dropped(desk));
        let Some((from, to)) = &mut self.corner else { return };
        if dropped {
            (self.corner, self.dropped, self.previewed) = (None, true, false);
            return;
        }
        let had = *to;
        *to = ui.input(|it| places_until_released(it.events.iter())).last().copied().or(response.interact_pointer_pos()).unwrap_or(had);
        let bounds = Bounds::of([*from, *to].map(|it| camera.to_map(response.rect, it)));
        let (moved, down) = (had != *to, ui.input(|it| it.pointer.any_down()));
        let drawing = bounds.map(|bounds| match down {
            true => Drawing::PreviewRegion { region: Drawn::Rectangle(bounds), erase },
            false => Drawing::Rectangle { bounds, erase },
        });
        asked.extend(drawing.filter(|_| moved || !down).map(Action::Draw));
        self.previewed |= moved;
        if !down {
            (self.corner, self.previewed) = (None, false);
        }
    }

    /// What the hand is in the middle of, painted.
    pub fn paint(&self, painter: &Painter, rect: Rect, camera: Camera, desk: &Desk, kind: CanvasKind, theme: &Theme) {
        if kind != CanvasKind::Desk {
            return;
        }
        if let Some(points) = &self.lasso {
            brush::lasso(painter, points, theme);
        }
        if let Some((from, to)) = self.corner {
            brush::rectangle(painter, from, to, theme);
        }
        let drawing = desk.drawing();
        let at = drawing.stroke().and_then(|it| it.track.last()).copied().or(drawing.ghost().map(|it| it.at));
        if let (Some(at), Tool::Paint | Tool::Erase, None) = (at, desk.look().tool, &self.lasso) {
            brush::footprint(painter, rect, camera, at, desk.look().brush.radius, theme);
        }
    }
}

/// Alt and a click take the area there as the brush's target; so do Strg and a click, where the window manager keeps Alt for
/// itself.
fn picks_target(held: Modifiers) -> bool {
    held.alt || held.command
}

/// The button that went down in this frame, and where: the pointer may have gone on since.
fn pressed(events: &[Event]) -> Option<(PointerButton, Pos2)> {
    events.iter().find_map(|event| match event {
        Event::PointerButton { pos, button, pressed: true, .. } => Some((*button, *pos)),
        _ => None,
    })
}

/// A stroke begins where the button went down and takes what the pointer passed since, also within one slow frame.
fn begin(ui: &Ui, at: Pos2, erase: bool, to_map: impl Fn(Pos2) -> Point, asked: &mut Vec<Action>) {
    asked.push(Action::Draw(Drawing::Begin { at: to_map(at), erase }));
    let after = ui.input(|it| {
        let since = it.events.iter().skip_while(|it| !matches!(it, Event::PointerButton { pressed: true, .. }));
        places_until_released(since.skip(1))
    });
    asked.extend(after.into_iter().map(|it| Action::Draw(Drawing::To(to_map(it)))));
}

fn places_until_released<'a>(events: impl Iterator<Item = &'a Event>) -> Vec<Pos2> {
    let while_down = events.take_while(|it| !matches!(it, Event::PointerButton { pressed: false, .. }));
    while_down.filter_map(|it| if let Event::PointerMoved(at) = it { Some(*at) } else { None }).collect()
}

/// A click on an area locks it, or opens it again.
fn lock(response: &Response, desk: &Desk, camera: Camera, asked: &mut Vec<Action>) {
    if !response.clicked() {
        return;
    }
    let at = response.interact_pointer_pos().map(|it| camera.to_map(response.rect, it));
    let district = at.and_then(|it| desk.catalog().ground.locator.district_at(it));
    let area = district.zip(desk.released_board()).and_then(|(district, board)| board.assignment().area_of(district));
    if let Some(area) = area.and_then(|it| desk.shown_plan()?.area(it)) {
        let lock = if area.lock == Lock::Free { Lock::Fixed } else { Lock::Free };
        asked.push(Action::Area(crate::desk::action::AreaWork::Lock(area.id, lock)));
    }
}

/// The pointer of a tool.
pub fn cursor_for(tool: Tool) -> CursorIcon {
    match tool {
        Tool::Select => CursorIcon::Default,
        Tool::Lock => CursorIcon::PointingHand,
        Tool::Paint | Tool::Erase => CursorIcon::None,
        Tool::Lasso | Tool::Rectangle => CursorIcon::Crosshair,
    }
}
