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

use eframe::egui::{Align2, Area, Color32, CornerRadius, CursorIcon, Id, Label, Order, Rect, Role, Sense, Ui, UiBuilder, pos2, vec2};

use crate::{
    desk::{
        Desk,
        action::{Action, Showing},
    },
    views::{
        graphics::Graphics,
        map::{Canvas, CanvasKind, Shown, ground_of},
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
    banner: Option<f32>,
}

impl Default for Wall {
    fn default() -> Self {
        Self { canvas: Canvas::new(30, CanvasKind::Wall), cards: Vec::new(), banner: None }
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
        match card::has_something_to_say(desk) {
            true => card::card_ui(&mut column, desk, &sizes, asked),
            false => said::sentence_ui(&mut column, desk, &sizes),
        }
        said::legend_ui(&mut column, desk, legend.as_ref(), &sizes);
        let banner = self.banner.unwrap_or(0.0);
        let map = Rect::from_min_max(
            pos2(left.right() + sizes.step, title + sizes.step * 0.5 + banner),
            pos2(rect.right() - sizes.step * 0.5, bottom - sizes.step * 0.4),
        );
        ui.scope_builder(UiBuilder::new().max_rect(map), |ui| self.map_ui(ui, desk, graphics, asked));
        self.banner_ui(ui, desk, map, &sizes, asked);
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
        let shown = Shown { mesh, painter: &graphics.painter, key, make: &make, plan: desk.look().plan, taken: &self.cards };
        self.canvas.ui(ui, desk, &shown, asked);
    }

    /// The banner of a copy, above the map.
    fn banner_ui(&mut self, ui: &Ui, desk: &Desk, map: Rect, sizes: &Sizes, asked: &mut Vec<Action>) {
        self.cards.clear();
        let banner = self.banner.take();
        if desk.look().presenting.as_ref().is_some_and(|it| it.what_if.is_some()) {
            let area = Area::new(Id::unique("wall copy")).order(Order::Middle).pivot(Align2::CENTER_TOP);
            let at = pos2(map.center().x, map.top() - banner.unwrap_or(0.0));
            let shown = area.fixed_pos(at).show(ui.ctx(), |ui| {
                give_room(ui, map.size());
                copy::banner_ui(ui, desk, map.width(), sizes, asked);
            });
            self.banner = Some(shown.response.rect.height());
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
