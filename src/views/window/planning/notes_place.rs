//! Where notes lie on the map: where they cover the least of the county, and no card.
//!
//! **Promise.** A note stays where it was put until another comes, a card is opened, or the map has another size: it doesn't
//! wander while one reads it.

use eframe::egui::{Id, Rect, Ui, pos2};

use super::Planning;
use crate::{desk::Desk, views::frame};

/// A note is so wide; where it then covers some of the county, narrower; and usually so high.
const WIDE: [f32; 2] = [360.0, 300.0];
const HIGH: f32 = 72.0;
/// Higher ones are not taken into account.
const HIGHEST: f32 = 260.0;
/// From card to card.
const GAP: f32 = 8.0;
/// From the edge of the map.
const EDGE: f32 = 14.0;

/// For which notes the place was found.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Seen {
    last: Option<u64>,
    running: usize,
    rect: Rect,
    strip: bool,
    chosen: bool,
}

/// The place that was found last.
#[derive(Debug, Default)]
pub(super) struct Noted {
    kept: Option<(Seen, f32, Rect)>, // with how high the notes were taken to be
}

impl Planning {
    /// Tells where notes lie on the map in `rect`.
    pub(super) fn place_notes(&mut self, ui: &Ui, desk: &Desk, rect: Rect, zoom: Rect) {
        let notes = desk.notes();
        let (last, chosen) = (notes.notes().last().map(|it| it.id), self.has_chosen(desk));
        let seen = Seen { last, running: notes.running().len(), rect, strip: self.strip.is_some(), chosen };
        // How high they are is known once they were shown. They are never taken to be lower again: they would wander.
        let high = ui.memory(|it| it.area_rect(Id::unique("notes"))).map_or(HIGH, |it| it.height().clamp(HIGH, HIGHEST));
        let cards = self.cards_now(ui, desk, rect);
        let stays = |it: &(Seen, f32, Rect)| it.0 == seen && (high <= it.1 + 0.5 || !lies_on(&cards, note(it.2, high, rect)));
        let (high, place) = match self.noted.kept.filter(stays) {
            Some(kept) => (kept.1.max(high), kept.2),
            None => (high, self.freest(desk, rect, (zoom, high), &cards)),
        };
        self.noted.kept = Some((seen, high, place));
        frame::place_notes(ui.ctx(), place);
    }

    /// Of the corners and the lower edge, the place where a note covers no card and the least of the county.
    fn freest(&self, desk: &Desk, rect: Rect, (zoom, high): (Rect, f32), cards: &[Rect]) -> Rect {
        let covers = |place: &Rect| {
            let note = note(*place, high, rect);
            (lies_on(cards, note), self.canvas.hidden_by(desk, rect, note))
        };
        places(rect, zoom.top()).into_iter().min_by_key(covers).unwrap_or(rect)
    }

    /// What notes may not lie on.
    fn cards_now(&self, ui: &Ui, desk: &Desk, rect: Rect) -> Vec<Rect> {
        let chosen = ui.memory(|it| it.area_rect(Id::unique(("hover card", "chosen")))).filter(|_| self.has_chosen(desk));
        self.cards.iter().copied().chain(chosen).chain(self.canvas.overview(rect)).collect()
    }

    fn has_chosen(&self, desk: &Desk) -> bool {
        let chosen = &desk.look().selection;
        chosen.area.is_some() || chosen.districts.len() == 1
    }
}

/// What a note so high takes of its place.
fn note(place: Rect, high: f32, map: Rect) -> Rect {
    place.with_min_y((place.bottom() - high).max(map.top()))
}

fn lies_on(cards: &[Rect], note: Rect) -> bool {
    cards.iter().any(|it| it.intersects(note))
}

/// Where notes may lie, bottom edge and width: of those that cover as little, the first. `zoom` is the top of the card in the
/// lower right corner.
fn places(rect: Rect, zoom: f32) -> Vec<Rect> {
    let (left, right, low) = (rect.left() + EDGE, rect.right() - EDGE, rect.bottom() - EDGE);
    let (above, top) = (zoom - GAP, rect.top() + 130.0);
    let of_width = |wide: f32| {
        let wide = wide.min(right - left);
        let at = move |left: f32, bottom: f32| Rect::from_min_max(pos2(left, rect.top()), pos2(left + wide, bottom));
        let (middle, right) = (rect.center().x - wide / 2.0, right - wide);
        [(right, above), (middle, low), (left, low), (middle, above), (left, above), (right, top), (left, top)].map(|it| at(it.0, it.1))
    };
    WIDE.into_iter().flat_map(of_width).collect()
}
