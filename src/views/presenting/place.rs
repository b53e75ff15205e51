//! Where a card lies on the wall's map, which stays as it is.
//!
//! **Promise.** Nothing that is chosen lies under it if that can be, and as little of the county as may be: of the widths it may
//! have and the places along the edges of the map the one that hides least; of those alike the nearest to a corner.

use eframe::egui::{Align, Align2, Pos2, Rect, Ui, UiBuilder, Vec2, pos2, vec2};

use crate::{
    desk::Desk,
    geometry::{Bounds, DistrictIx},
    model::id::DistrictKey,
    views::map::Canvas,
};

/// Places tried along each edge of the map.
const STEPS: usize = 24;
/// What hides less than this share of the county counts as alike.
const ALIKE: u32 = 150;

/// Where a card lies: it grows away from the edges that its pivot names.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Spot {
    pub(super) pivot: Align2,
    pub(super) at: Pos2,
    pub(super) width: f32,
}

impl Spot {
    /// Growing down from there.
    pub(super) fn below(at: Pos2, width: f32) -> Self {
        Self { pivot: Align2::LEFT_TOP, at, width }
    }

    /// For a card that lies there on the map; in the lower half it grows up.
    fn of(card: Rect, map: Rect) -> Self {
        let side = |at: f32, middle: f32| if at < middle { Align::Min } else { Align::Max };
        let pivot = Align2([side(card.center().x, map.center().x), side(card.center().y, map.center().y)]);
        Self { pivot, at: pivot.pos_in_rect(&card), width: card.width() }
    }
}

/// The map, and what is on it.
pub(super) struct Field<'a> {
    pub(super) canvas: &'a Canvas,
    pub(super) desk: &'a Desk,
    pub(super) map: Rect,
    /// Another card.
    pub(super) taken: Option<Rect>,
}

impl Field<'_> {
    /// The best place for a card that can have any of these sizes.
    pub(super) fn emptiest(&self, sizes: &[Vec2]) -> Spot {
        let chosen = self.chosen();
        let alike = (self.canvas.hidden_by(self.desk, self.map, self.map) / ALIKE).max(1);
        let cards = sizes.iter().enumerate().flat_map(|(number, size)| along_edges(self.map, *size).map(move |card| (number, card)));
        let cost = |(number, card): &(usize, Rect)| {
            let taken = self.taken.is_some_and(|it| it.intersects(card.expand(2.0))) || !self.map.expand(1.0).contains_rect(*card);
            let hides = self.canvas.hidden_by(self.desk, self.map, *card) / alike;
            (taken, self.on_chosen(&chosen, *card), hides, *number, away_from_corner(self.map, *card))
        };
        let best = cards.min_by_key(cost).map(|it| it.1);
        Spot::of(best.unwrap_or(Rect::from_min_size(self.map.min, sizes.first().copied().unwrap_or_default())), self.map)
    }

    /// The districts that are chosen, or those of the chosen area.
    fn chosen(&self) -> Vec<DistrictIx> {
        let (look, plan) = (self.desk.look(), self.desk.shown_plan());
        let in_area = |key: &DistrictKey| {
            let area = look.selection.area;
            area.is_some() && plan.and_then(|it| it.area_of.get(key)).copied() == area
        };
        let is_chosen = |key: &DistrictKey| match look.selection.districts.is_empty() {
            true => in_area(key),
            false => look.selection.districts.contains(key),
        };
        self.desk.catalog().register.iter().filter(|it| is_chosen(&it.1.key)).map(|it| it.0).collect()
    }

    /// How many of them a card touches.
    fn on_chosen(&self, chosen: &[DistrictIx], card: Rect) -> usize {
        let Some(camera) = self.canvas.camera().filter(|_| !chosen.is_empty()) else { return 0 };
        let corners = [card.left_bottom(), card.right_top()].map(|it| camera.to_map(self.map, it));
        let Some(bounds) = Bounds::of(corners) else { return 0 };
        let touched = self.desk.catalog().ground.locator.touching_rect(bounds);
        touched.iter().filter(|it| chosen.contains(it)).count()
    }
}

/// Cards of that size along the four edges.
fn along_edges(map: Rect, size: Vec2) -> impl Iterator<Item = Rect> {
    let slack = (map.size() - size).max(Vec2::ZERO);
    let shares = (0..=STEPS).map(|it| it as f32 / STEPS as f32);
    let places = shares.flat_map(|share| [pos2(share, 0.0), pos2(share, 1.0), pos2(0.0, share), pos2(1.0, share)]);
    places.map(move |it| Rect::from_min_size(map.min + slack * it.to_vec2(), size))
}

/// Between the card's corner and the nearest corner of the map, in points.
fn away_from_corner(map: Rect, card: Rect) -> u32 {
    let across = (card.left() - map.left()).min(map.right() - card.right()).max(0.0);
    let down = (card.top() - map.top()).min(map.bottom() - card.bottom()).max(0.0);
    vec2(across, down).length().round() as u32
}

/// How large something becomes in that width: laid out once, unseen.
pub(super) fn size_of(ui: &mut Ui, width: f32, contents: impl FnOnce(&mut Ui)) -> Vec2 {
    let room = Rect::from_min_size(ui.max_rect().min, vec2(width, ui.max_rect().height()));
    let mut unseen = ui.new_child(UiBuilder::new().max_rect(room).invisible().id_salt(("measured", width.to_bits())));
    contents(&mut unseen);
    unseen.min_rect().size()
}
