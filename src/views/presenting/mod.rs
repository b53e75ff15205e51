//! The wall: one saved view before forty people. A large title, one sentence, the map, a clean legend, the source.
//!
//! **Promise.** Sizes follow the height of the window; nothing is smaller than 24 pixels at 1080p. Nothing is shown that a
//! conference may not see (the desk sees to the profile). What is moved in front of the audience is moved in a copy.
//! **Not here.** Keys and clicker (`keys`), which views there are (`desk`).

mod card;
mod copy;
mod large;
mod place;
mod plain;
mod said;
mod sizes;

use eframe::egui::{
    Area, Color32, CornerRadius, CursorIcon, Id, Label, Order, Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, pos2, vec2,
};
use place::{Field, Spot, size_of};

use crate::{
    desk::{
        Desk,
        action::{Action, Showing},
    },
    model::saved_view::Selection,
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
    banner: Option<Lying<Vec<String>>>,
    card: Option<Lying<Selection>>,
}

/// A card where it lies, as long as it says the same in the same room.
#[derive(Debug)]
struct Lying<T> {
    of: T,
    room: Rect,
    spot: Spot,
    rect: Rect,
}

impl Default for Wall {
    fn default() -> Self {
        Self { canvas: Canvas::new(30, CanvasKind::Wall), cards: Vec::new(), banner: None, card: None }
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
        let map = Rect::from_min_max(pos2(left.right() + sizes.step, title + sizes.step), pos2(inner.right(), bottom - sizes.step * 0.6));
        ui.scope_builder(UiBuilder::new().max_rect(map), |ui| self.map_ui(ui, desk, graphics, asked));
        if desk.look().extent.is_some() {
            // A part of the county ends at a frame, and not as if it were torn off.
            let edge = Stroke::new(1.5, Theme::of(ui.ctx()).tokens.line2);
            ui.painter().rect_stroke(map, CornerRadius::ZERO, edge, StrokeKind::Outside);
        }
        self.cards.clear();
        self.card_ui(ui, desk, (map, free), &sizes, asked);
        self.banner_ui(ui, desk, map, &sizes, asked);
    }

    /// Where the map looks.
    pub fn camera(&self) -> Option<Camera> {
        self.canvas.camera()
    }

    /// The card of what is chosen: below the legend where it finds room, else on the map where it hides least. The map stays
    /// as it is: whoever clicks on it finds the county where it was.
    fn card_ui(&mut self, ui: &mut Ui, desk: &Desk, (map, column): (Rect, Rect), sizes: &Sizes, asked: &mut Vec<Action>) {
        let had = self.card.take();
        if !card::has_something_to_say(desk) {
            return;
        }
        let chosen = &desk.look().selection;
        let stays = had.filter(|it| it.of == *chosen && it.room == map);
        let spot = stays.map_or_else(|| self.spot_of_card(ui, desk, (map, column), sizes), |it| it.spot);
        let area = Area::new(Id::unique("wall card")).order(Order::Middle).pivot(spot.pivot).constrain(false);
        let shown = area.fixed_pos(spot.at).show(ui.ctx(), |ui| {
            ui.set_width(spot.width);
            card::card_ui(ui, desk, sizes, asked);
        });
        let rect = shown.response.rect;
        self.cards.push(rect);
        self.card = Some(Lying { of: chosen.clone(), room: map, spot, rect });
    }

    fn spot_of_card(&self, ui: &mut Ui, desk: &Desk, (map, column): (Rect, Rect), sizes: &Sizes) -> Spot {
        let sizes_of = WIDTHS.map(|it| {
            let width = (column.width() * it).min(map.width());
            size_of(ui, width, |ui| card::card_ui(ui, desk, sizes, &mut Vec::new()))
        });
        if let Some(narrow) = sizes_of.first().filter(|it| it.y <= column.height()) {
            return Spot::below(column.min, narrow.x);
        }
        Field { canvas: &self.canvas, desk, map, taken: None }.emptiest(&sizes_of) // the banner makes room
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
        let shown = Shown { mesh, graphics, key, make: &make, plan: desk.look().plan, taken: &self.cards, lasting: &[], beside: &[] };
        self.canvas.ui(ui, desk, &shown, asked);
    }

    /// The banner of a copy: on the map where it hides least, beside the card.
    fn banner_ui(&mut self, ui: &mut Ui, desk: &Desk, map: Rect, sizes: &Sizes, asked: &mut Vec<Action>) {
        let had = self.banner.take();
        if desk.look().presenting.as_ref().is_none_or(|it| it.what_if.is_none()) {
            return;
        }
        let (lines, card) = (copy::changes(desk), self.card.as_ref().map(|it| it.rect));
        let stays = had.filter(|it| it.of == lines && it.room == map && !card.is_some_and(|card| card.intersects(it.rect)));
        let spot = stays.map_or_else(|| self.spot_of_banner(ui, desk, map, (&lines, sizes)), |it| it.spot);
        let area = Area::new(Id::unique("wall copy")).order(Order::Middle).pivot(spot.pivot).constrain(false);
        let shown = area.fixed_pos(spot.at).show(ui.ctx(), |ui| {
            give_room(ui, vec2(spot.width, map.height()));
            copy::banner_ui(ui, desk, &lines, sizes, asked);
        });
        let rect = shown.response.rect;
        self.cards.push(rect);
        self.banner = Some(Lying { of: lines, room: map, spot, rect });
    }

    fn spot_of_banner(&self, ui: &mut Ui, desk: &Desk, map: Rect, (lines, sizes): (&[String], &Sizes)) -> Spot {
        let sizes_of = BANNERS.map(|it| size_of(ui, map.width() * it, |ui| copy::banner_ui(ui, desk, lines, sizes, &mut Vec::new())));
        Field { canvas: &self.canvas, desk, map, taken: self.card.as_ref().map(|it| it.rect) }.emptiest(&sizes_of)
    }
}

/// How wide the card may be, against the column of the legend.
const WIDTHS: [f32; 4] = [1.0, 1.15, 1.4, 1.8];
/// How wide the banner may be, against the map.
const BANNERS: [f32; 4] = [0.94, 0.66, 0.5, 0.4];

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
