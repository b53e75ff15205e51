//! The wall: one saved view before forty people. A large title, one sentence, the map, a clean legend, the source.
//!
//! **Promise.** Sizes follow the height of the window; nothing is smaller than 24 pixels at 1080p. Nothing is shown that a
//! conference may not see (the desk sees to the profile). What is moved in front of the audience is moved in a copy.
//! **Not here.** Keys and clicker (`keys`), which views there are (`desk`).

mod card;
mod copy;
mod large;
mod plain;
mod said;
mod sizes;

use eframe::egui::{
    Align2, Area, Color32, CornerRadius, CursorIcon, Id, Label, Order, Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2, pos2,
    vec2,
};

use crate::{
    desk::{
        Desk,
        action::{Action, Showing},
    },
    model::{id::DistrictKey, saved_view::Selection},
    views::{
        graphics::Graphics,
        map::{Canvas, CanvasKind, Shown, ground_of},
        map_gpu::Camera,
        presenting::{large::text, sizes::Sizes},
        theme::{Theme, semibold},
        widgets::{give_room, surface::announce},
    },
};

/// The wall with what it keeps from frame to frame: its map, and where cards lie on it.
#[derive(Debug)]
pub struct Wall {
    canvas: Canvas,
    cards: Vec<Rect>,
    lasting: Vec<Rect>, // the same, as high as the next step: a line more or less doesn't move the map
    banner: Option<f32>,
    card: Option<OpenCard>,
}

/// The card of what is chosen, as it lay in the last frame.
#[derive(Debug)]
struct OpenCard {
    of: Selection,
    place: Place,
    size: Vec2,
    /// Whether its size is known, so that it stays where it is.
    settled: bool,
}

/// Where the card of what is chosen may lie.
#[derive(Debug, Clone, Copy)]
struct Room {
    /// The whole map: what its camera is about.
    map: Rect,
    /// The part of it in whose corners a card may lie, clear of the wall's margin.
    corners: Rect,
    /// What is left below the legend.
    column: Rect,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Place {
    /// Below the legend.
    Column,
    /// In a corner of the map.
    Map(Align2),
}

impl Default for Wall {
    fn default() -> Self {
        Self { canvas: Canvas::new(30, CanvasKind::Wall), cards: Vec::new(), lasting: Vec::new(), banner: None, card: None }
    }
}

impl Wall {
    /// The wall in all the room there is; nothing while nothing is presented.
    pub fn ui(&mut self, ui: &mut Ui, desk: &Desk, graphics: &Graphics, asked: &mut Vec<Action>) {
        let Some(presenting) = &desk.look().presenting else { return };
        let rect = ui.max_rect();
        if presenting.black {
            return black_ui(ui, rect, desk, asked);
        }
        let sizes = Sizes::of(rect.size());
        let inner = rect.shrink2(vec2(sizes.margin, 0.0));
        let title = self.title_ui(ui, desk, inner, &sizes);
        let bottom = said::source_ui(ui, desk, inner, &sizes, asked);
        let left = Rect::from_min_max(pos2(inner.left(), title + sizes.step * 2.2), pos2(inner.left() + inner.width() * 0.29, bottom));
        let legend = self.canvas.legend(desk);
        let mut column = ui.new_child(UiBuilder::new().max_rect(left));
        column.set_clip_rect(left.expand(4.0).intersect(ui.clip_rect()));
        said::sentence_ui(&mut column, desk, &sizes);
        said::legend_ui(&mut column, desk, legend.as_ref(), &sizes);
        let below = (column.min_rect().bottom() + sizes.step * 0.6).min(left.bottom());
        let free = Rect::from_min_max(pos2(left.left(), below), left.right_bottom() - vec2(0.0, sizes.step * 0.4));
        // A part of the county stands below the banner; the whole makes room for it.
        let banner = self.banner.filter(|_| desk.look().extent.is_some()).unwrap_or(0.0);
        let map = Rect::from_min_max(
            pos2(left.right() + sizes.step, title + sizes.step + banner),
            pos2(inner.right(), bottom - sizes.step * 0.6),
        );
        ui.scope_builder(UiBuilder::new().max_rect(map), |ui| self.map_ui(ui, desk, graphics, asked));
        if desk.look().extent.is_some() {
            // A part of the county ends at a frame, and not as if it were torn off.
            let edge = Stroke::new(1.5, Theme::of(ui.ctx()).tokens.line2);
            ui.painter().rect_stroke(map, CornerRadius::ZERO, edge, StrokeKind::Outside);
        }
        self.cards.clear();
        self.lasting.clear();
        self.banner_ui(ui, desk, map, &sizes, asked);
        self.card_ui(ui, desk, Room { map, corners: map.with_max_x(inner.right()), column: free }, &sizes, asked);
    }

    /// Where the map looks.
    pub fn camera(&self) -> Option<Camera> {
        self.canvas.camera()
    }

    /// The card of what is chosen: below the legend where it finds room, else on the map where it hides least. Sentence and
    /// legend stay beside it.
    fn card_ui(&mut self, ui: &Ui, desk: &Desk, room: Room, sizes: &Sizes, asked: &mut Vec<Action>) {
        let chosen = &desk.look().selection;
        if !card::has_something_to_say(desk) {
            self.card = None;
            return;
        }
        let (had, free) = (self.card.take(), room.column);
        let size = had.as_ref().map_or(vec2(free.width(), room.map.height() * 0.5), |it| it.size);
        let place = match had.as_ref().filter(|it| it.of == *chosen && it.settled && !self.is_taken(it.place, &room, size)) {
            Some(card) => card.place,
            None if size.y <= free.height() => Place::Column,
            None => Place::Map(self.emptiest_corner(desk, &room, size, had.as_ref().map(|it| it.place))),
        };
        let (pivot, at) = match place {
            Place::Column => (Align2::LEFT_TOP, free.left_top()),
            Place::Map(corner) => (corner, corner.pos_in_rect(&room.corners)),
        };
        let area = Area::new(Id::unique("wall card")).order(Order::Middle).pivot(pivot);
        let shown = area.fixed_pos(at).show(ui.ctx(), |ui| {
            ui.set_width(free.width());
            card::card_ui(ui, desk, sizes, asked);
        });
        let rect = shown.response.rect;
        // What it measures is known after it was laid out; then it may find a better place, once.
        let settled = had.is_some_and(|it| it.of == *chosen && (it.size - rect.size()).length() < 1.0);
        if let Place::Map(corner) = place {
            self.cards.push(rect);
            let step = sizes.step * 2.0;
            let steady = vec2(rect.width(), (rect.height() / step).ceil() * step);
            self.lasting.push(corner.align_size_within_rect(steady, room.corners));
        }
        if !settled {
            ui.ctx().request_repaint();
        }
        self.card = Some(OpenCard { of: chosen.clone(), place, size: rect.size(), settled });
    }

    /// Whether the banner of a copy lies there.
    fn is_taken(&self, place: Place, room: &Room, size: Vec2) -> bool {
        let Place::Map(corner) = place else { return false };
        let card = corner.align_size_within_rect(size, room.corners);
        self.cards.iter().any(|it| it.intersects(card))
    }

    /// The corner of the map where a card hides the fewest districts and figures of areas, and nothing that is chosen if that can
    /// be; of two alike the one where a card lies.
    fn emptiest_corner(&self, desk: &Desk, room: &Room, size: Vec2, now: Option<Place>) -> Align2 {
        const CORNERS: [Align2; 4] = [Align2::RIGHT_BOTTOM, Align2::RIGHT_TOP, Align2::LEFT_BOTTOM, Align2::LEFT_TOP];
        const FIGURE: usize = 3; // an area's figure weighs as much as so many districts
        let Some(camera) = self.canvas.camera() else { return Align2::RIGHT_BOTTOM };
        let (catalog, chosen, plan) = (desk.catalog(), &desk.look().selection, desk.shown_plan());
        let in_area = |key: &DistrictKey| chosen.area.is_some() && plan.and_then(|it| it.area_of.get(key)).copied() == chosen.area;
        let is_chosen = |key: &DistrictKey| if chosen.districts.is_empty() { in_area(key) } else { chosen.districts.contains(key) };
        let hides = |corner: &Align2| {
            let card = corner.align_size_within_rect(size, room.corners);
            let at = |district| catalog.ground.locator.centre(district).map(|it| camera.to_screen(room.map, it));
            let under = catalog.register.iter().filter(|it| at(it.0).is_some_and(|it| card.contains(it)));
            let (count, hit) = under.fold((0, 0), |(count, hit): (usize, usize), it| (count + 1, hit + usize::from(is_chosen(&it.1.key))));
            let figures = self.canvas.area_labels().iter().filter(|it| card.intersects(it.figure_at)).count();
            let taken = self.is_taken(Place::Map(*corner), room, size);
            (taken, hit, count + FIGURE * figures, now != Some(Place::Map(*corner)))
        };
        CORNERS.into_iter().min_by_key(hides).unwrap_or(Align2::RIGHT_BOTTOM)
    }

    /// The title; answers with its lower edge. A long one is written smaller before it is cut.
    fn title_ui(&self, ui: &mut Ui, desk: &Desk, inner: Rect, sizes: &Sizes) -> f32 {
        let title = desk.view_on_wall().map_or("", |it| it.title.as_str());
        let fits = |size: f32| text(ui, title, size, semibold(), inner.width(), 3).rows.len() == 1;
        let size = if fits(sizes.title) { sizes.title } else { sizes.title * 0.8 };
        let t1 = Theme::of(ui.ctx()).tokens.t1;
        let words = text(ui, title, size, semibold(), inner.width(), 2);
        let place = Rect::from_min_size(pos2(inner.left(), inner.top() + sizes.step), vec2(inner.width(), words.size().y));
        let response = ui.interact(place, Id::unique("wall title"), Sense::hover());
        announce(&response, Role::Heading, true, None, title);
        ui.painter().galley_with_override_text_color(place.min, words, t1);
        place.bottom()
    }

    fn map_ui(&mut self, ui: &mut Ui, desk: &Desk, graphics: &Graphics, asked: &mut Vec<Action>) {
        let Some(mesh) = &graphics.mesh else {
            let rect = ui.max_rect();
            ui.put(rect, Label::new(crate::views::theme::text::card_title(ui, desk.words().say("map-preparing"))));
            return;
        };
        let ground = ground_of(ui);
        let make = || desk.picture(ground).map(|it| plain::for_the_wall(it, desk));
        let key = desk.picture_key(ground, desk.look().plan);
        let shown =
            Shown { mesh, graphics, key, make: &make, plan: desk.look().plan, taken: &self.cards, lasting: &self.lasting, beside: &[] };
        self.canvas.ui(ui, desk, &shown, asked);
    }

    /// The banner of a copy: in the upper left corner of a map that makes room for it, else above the map.
    fn banner_ui(&mut self, ui: &Ui, desk: &Desk, map: Rect, sizes: &Sizes, asked: &mut Vec<Action>) {
        let banner = self.banner.take();
        if desk.look().presenting.as_ref().is_some_and(|it| it.what_if.is_some()) {
            let beside = desk.look().extent.is_none();
            let (pivot, at) = match beside {
                true => (Align2::LEFT_TOP, map.left_top()),
                false => (Align2::CENTER_TOP, pos2(map.center().x, map.top() - banner.unwrap_or(0.0))),
            };
            let area = Area::new(Id::unique("wall copy")).order(Order::Middle).pivot(pivot);
            let shown = area.fixed_pos(at).show(ui.ctx(), |ui| {
                give_room(ui, map.size());
                copy::banner_ui(ui, desk, map.width(), sizes, asked);
            });
            let rect = shown.response.rect;
            if beside {
                self.cards.push(rect);
                self.lasting.push(rect);
            }
            self.banner = Some(rect.height());
            if banner != self.banner {
                ui.ctx().request_repaint();
            }
        }
    }
}

/// Nothing but black; a click brings the view back, like the key.
fn black_ui(ui: &mut Ui, rect: Rect, desk: &Desk, asked: &mut Vec<Action>) {
    ui.painter().rect_filled(rect, CornerRadius::ZERO, Color32::BLACK);
    let response = ui.interact(rect, Id::unique("wall black"), Sense::click());
    announce(&response, Role::Button, true, None, &desk.words().say("wall-black"));
    ui.ctx().set_cursor_icon(CursorIcon::None);
    if response.clicked() {
        asked.push(Action::Show(Showing::Black));
    }
}
