//! Where notes lie on the map: where they cover the least of the county, and no card.
//!
//! **Promise.** A note stays where it was put until another comes or the map has another size: it doesn't wander while one
//! reads it.

use eframe::egui::{Id, Rect, Ui, pos2};

use super::Planning;
use crate::{desk::Desk, views::frame};

/// A note is so wide; where it then covers some of the county, narrower; and usually so high.
const WIDE: [f32; 2] = [360.0, 300.0];
const HIGH: f32 = 72.0;
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
}

/// The place that was found last.
#[derive(Debug, Default)]
pub(super) struct Noted {
    kept: Option<(Seen, Rect)>,
}

impl Planning {
    /// Tells where notes lie on the map in `rect`.
    pub(super) fn place_notes(&mut self, ui: &Ui, desk: &Desk, rect: Rect, zoom: Rect) {
        let notes = desk.notes();
        let seen = Seen { last: notes.notes().last().map(|it| it.id), running: notes.running().len(), rect, strip: self.strip.is_some() };
        let kept = self.noted.kept.filter(|it| it.0 == seen);
        let place = kept.map_or_else(|| self.freest(ui, desk, rect, zoom), |it| it.1);
        self.noted.kept = Some((seen, place));
        frame::place_notes(ui.ctx(), place);
    }

    /// Of the corners and the lower edge, the place where a note covers no card and the least of the county.
    fn freest(&self, ui: &Ui, desk: &Desk, rect: Rect, zoom: Rect) -> Rect {
        let high = ui.memory(|it| it.area_rect(Id::unique("notes"))).map_or(HIGH, |it| it.height().clamp(HIGH, 260.0));
        let chosen = ui.memory(|it| it.area_rect(Id::unique(("hover card", "chosen")))).filter(|_| self.has_chosen(desk));
        let cards: Vec<Rect> = self.cards.iter().copied().chain(chosen).chain(self.canvas.overview(rect)).collect();
        let places = places(rect, zoom.top());
        let covers = |place: &Rect| {
            let note = place.with_min_y((place.bottom() - high).max(rect.top()));
            let on_cards = cards.iter().any(|it| it.intersects(note));
            (on_cards, self.canvas.hidden_by(desk, rect, note))
        };
        places.into_iter().min_by_key(covers).unwrap_or(rect)
    }

    fn has_chosen(&self, desk: &Desk) -> bool {
        let chosen = &desk.look().selection;
        chosen.area.is_some() || chosen.districts.len() == 1
    }
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
