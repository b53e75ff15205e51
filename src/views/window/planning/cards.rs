//! What lies on the map: tools, legend, zoom, scale, the cards of what is pointed at and chosen, the strip of enclaves.
//!
//! **Promise.** No card lies on the tools or on another card that stays. Where the map is small they become brief, in this order:
//! the words of the tools, scale and zoom, the cards, the legend.

use eframe::egui::{Align2, Area, Id, Order, Pos2, Rect, Ui, pos2, vec2};

use super::{
    Planning,
    beside::{Setting, in_steps},
};
use crate::{
    analysis::repair::Enclave,
    desk::{
        Desk,
        action::{Action, Drawing},
        look::Tool,
    },
    geometry::{Bounds, DistrictIx},
    model::id::AreaId,
    views::{
        graphics::Graphics,
        held::Hold,
        map::{
            Card, Hand, Wordy, ZoomRoom, area_card_ui, delta_card_ui, fits_one_column, hover_card_ui, legend_card_ui, needed_width,
            scale_bar_ui, tool_strip_ui, zoom_ui,
        },
        theme::metrics,
        widgets::{Notice, NoticeAnswer, Tone, give_room},
    },
};

/// Room that the legend takes before it is there.
const LEGEND_WIDTH: f32 = 238.0;
const LEGEND_HEIGHT: f32 = 360.0;
/// The legend counts as high as the next of these steps when the county is fitted beside it.
const LEGEND_STEP: f32 = 4.0;
/// Room that a card in the corner takes, its distance from the next included.
const CARD_WIDTH: f32 = 276.0;
const CARD_HEIGHT: f32 = 250.0;
const BRIEF_HEIGHT: f32 = 92.0;
const LOW_HEIGHT: f32 = 64.0;
/// Room of the scale bar, beside the zoom.
const SCALE_WIDTH: f32 = 140.0;
/// A map so wide has room for the words of all tools beside the legend; one so wide, and high enough, above it.
const ALL_WORDS: f32 = 1_060.0;
const WORDS_ABOVE_LEGEND: f32 = 780.0;
/// A lower map has no room for a whole legend in one column and the county beside it.
const SCARCE: f32 = 420.0;

/// How much room a map has.
#[derive(Debug, Clone, Copy)]
pub(super) struct MapRoom {
    pub(super) rect: Rect,
    /// All tools have their words.
    wide: bool,
    /// Nothing stands beside anything: icons alone, no scale, no zoom.
    tight: bool,
    /// Cards have three lines.
    brief: bool,
    /// Hardly higher than a card.
    low: bool,
}

impl MapRoom {
    fn of(rect: Rect) -> Self {
        let (wide, high) = (rect.width(), rect.height());
        let wordy = wide > ALL_WORDS || (wide > WORDS_ABOVE_LEGEND && high >= 600.0);
        Self { rect, wide: wordy, tight: wide < 540.0, brief: wide < 720.0 || high < 640.0, low: high < 320.0 }
    }

    fn card_height(self, brief: bool) -> f32 {
        match (self.low, brief) {
            (true, _) => LOW_HEIGHT,
            (false, true) => BRIEF_HEIGHT,
            (false, false) => CARD_HEIGHT,
        }
    }
}

/// What a card that stays speaks of.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Pinned {
    District(DistrictIx),
    Area(AreaId),
}

impl Planning {
    /// Tools, legend, zoom, scale, what the pointer or the choice tells of, and where notes may lie.
    pub(super) fn cards_ui(&mut self, ui: &mut Ui, desk: &Desk, graphics: &Graphics, rect: Rect, asked: &mut Vec<Action>) {
        let hold = self.hold(ui, desk, graphics);
        let room = MapRoom::of(rect);
        let strip = self.tools_ui(ui, desk, (room, hold), asked);
        let little = self.has_little_room(ui, desk, room);
        let zoom = self.zoom_card_ui(ui, desk, (room, hold), asked);
        let legend = self.legend_ui(ui, desk, (room, hold, little), (strip, zoom), asked);
        let mut cards = vec![strip, zoom];
        cards.extend(legend);
        if let Some(camera) = self.canvas.camera().filter(|_| !room.tight && !room.low) {
            // Beside the zoom: the lower left is the county's or the overview's.
            let end = pos2(zoom.left() - 16.0, rect.bottom() - 16.0);
            let place = Rect::from_min_max(end - vec2(SCALE_WIDTH, 22.0), end);
            scale_bar_ui(ui, place, camera, desk.words(), metrics::HINT);
            cards.push(place);
        }
        self.lie_beside(desk, &cards, (room, legend, little));
        let steps = self.steps_ui(ui, desk, rect, strip, asked);
        cards.extend(steps);
        self.hover_ui(ui, desk, room, (strip, zoom, legend.filter(|_| room.tight)));
        if let Some(pointer) = ui.input(|it| it.pointer.hover_pos()).filter(|it| rect.contains(*it) && desk.look().tool.draws()) {
            let right = steps.map_or(rect.right() - 14.0, |it| it.left() - 8.0);
            let free = Rect::from_min_max(pos2(rect.left() + 14.0, strip.bottom() + 8.0), pos2(right, zoom.top() - 8.0));
            self.delta_ui(ui, desk, (rect, pointer), free, legend);
        }
        self.strip = self.island_strip(ui, desk, rect, asked);
        cards.extend(self.strip);
        self.cards = cards;
        self.place_notes(ui, desk, rect, zoom);
    }

    /// What the brush would change, beside the hand and the area that is drawn into.
    fn delta_ui(&self, ui: &Ui, desk: &Desk, (rect, pointer): (Rect, Pos2), free: Rect, legend: Option<Rect>) {
        let (brush, camera) = (&desk.look().brush, self.canvas.camera());
        let into = brush.target.filter(|_| desk.look().tool != Tool::Erase);
        let rings = matches!(desk.look().tool, Tool::Paint | Tool::Erase);
        let radius = camera.filter(|_| rings).map_or(0.0, |it| (brush.radius / it.metres_per_point) as f32);
        let label = self.canvas.area_labels().iter().find(|it| Some(it.area) == into).map(|it| it.figure_at);
        let label = label.map(|it| it.with_min_y(it.top() - it.height())); // with the name above
        let board = desk.released_board();
        let sixteenth = self.canvas.hidden_by(desk, rect, rect).div_ceil(16).max(1);
        let hides = |card: Rect| -> (usize, u32) {
            let county = self.canvas.hidden_by(desk, rect, card) / sixteenth;
            let (Some(camera), Some(board), Some(into)) = (camera, &board, into) else { return (0, county) };
            let corners = [card.left_bottom(), card.right_top()].map(|it| camera.to_map(rect, it));
            let touched = Bounds::of(corners).map(|it| desk.catalog().ground.locator.touching_rect(it)).unwrap_or_default();
            (touched.iter().filter(|it| board.assignment().area_of(**it) == Some(into)).count(), county)
        };
        let hand = Hand { pointer, radius, label, card: legend, hides: &hides };
        delta_card_ui(ui, desk, &hand, free, !self.right_open);
    }

    /// Whether the whole legend would leave the county no place: beside a drawer, in a small window.
    fn has_little_room(&self, ui: &Ui, desk: &Desk, room: MapRoom) -> bool {
        let rect = room.rect;
        let too_high = |it| !fits_one_column(ui, &it, rect.height() - 60.0) || room.low;
        self.was_narrow || rect.height() < SCARCE && self.canvas.legend(desk).is_some_and(too_high)
    }

    /// The county is fitted between cards of round heights: one row more in the legend doesn't move it. A legend that was
    /// opened where there is little room counts as the one line it was.
    fn lie_beside(&mut self, desk: &Desk, cards: &[Rect], (room, legend, little): (MapRoom, Option<Rect>, bool)) {
        let rect = room.rect;
        let folded = self.folding.is_folded(little);
        let counted = legend.map(|it| self.folding.counts_as(little, rect, it));
        let steady = |it: &Rect| match Some(*it) == legend {
            true => in_steps(counted.unwrap_or(*it), LEGEND_STEP, rect.bottom() - 40.0),
            false => *it,
        };
        let to_come = Rect::from_min_size(rect.left_top() + vec2(14.0, 14.0), vec2(LEGEND_WIDTH, LEGEND_HEIGHT.min(rect.height() - 60.0)));
        let awaited = Some(to_come).filter(|_| legend.is_none() && !folded);
        let setting = Setting {
            rect,
            folded: folded && !little,
            told: legend.is_some(),
            indicator: desk.look().indicator.clone(),
            everything: desk.look().extent.is_none(),
        };
        self.beside.lie(cards.iter().map(steady).chain(awaited).collect(), setting, desk.look().tool);
    }

    /// At the upper right, as in the corner of a drawing board; where there is room for all words, in the middle.
    fn tools_ui(&mut self, ui: &Ui, desk: &Desk, (room, hold): (MapRoom, Hold<'_>), asked: &mut Vec<Action>) -> Rect {
        let rect = room.rect;
        let (pivot, at) = match room.wide {
            true => (Align2::CENTER_TOP, pos2(rect.center().x, rect.top() + 12.0)),
            false => (Align2::RIGHT_TOP, rect.right_top() + vec2(-14.0, 12.0)),
        };
        let strip = Area::new(Id::unique("tools")).order(Order::Middle).pivot(pivot).fixed_pos(at);
        let strip = strip.show(ui.ctx(), |ui| {
            give_room(ui, rect.size() - vec2(24.0, 24.0));
            self.held.tools.show(ui, hold, |ui| tool_strip_ui(ui, desk, Wordy::of(!room.wide, room.tight || room.low), asked));
        });
        strip.response.rect
    }

    fn zoom_card_ui(&mut self, ui: &Ui, desk: &Desk, (room, hold): (MapRoom, Hold<'_>), asked: &mut Vec<Action>) -> Rect {
        let corner = room.rect.right_bottom() - vec2(14.0, 14.0);
        let zoom = Area::new(Id::unique("zoom")).order(Order::Middle).pivot(Align2::RIGHT_BOTTOM).fixed_pos(corner);
        let buttons = ZoomRoom { both: !room.tight, worded: room.rect.width() >= 640.0 && !room.low };
        let mut held = std::mem::take(&mut self.held.zoom);
        let zoom = zoom.show(ui.ctx(), |ui| {
            give_room(ui, room.rect.size());
            held.show(ui, hold, |ui| zoom_ui(ui, desk, (self.canvas.camera(), room.rect.height()), buttons, asked));
        });
        self.held.zoom = held;
        zoom.response.rect
    }

    /// At the upper left, beside the tools; on a tight map at the lower left, beside the way back to everything.
    fn legend_ui(
        &mut self,
        ui: &Ui,
        desk: &Desk,
        (room, hold, little): (MapRoom, Hold<'_>, bool),
        (strip, zoom): (Rect, Rect),
        asked: &mut Vec<Action>,
    ) -> Option<Rect> {
        let rect = room.rect;
        let mut folded = self.folding.is_folded(little);
        let legend = self.canvas.legend(desk)?;
        let lower = self.canvas.overview(rect).map_or(rect.bottom() - 46.0, |it| it.top() - 8.0);
        let beside = strip.left() - rect.left() - 26.0;
        let from = |top: f32, wide: f32| (Align2::LEFT_TOP, pos2(rect.left() + 14.0, top), vec2(wide, lower - top));
        let (pivot, at, space) = if room.tight {
            let space = vec2(zoom.left() - rect.left() - 22.0, rect.bottom() - strip.bottom() - 22.0);
            (Align2::LEFT_BOTTOM, rect.left_bottom() + vec2(14.0, -14.0), space)
        } else if folded || beside >= needed_width(ui, &legend, lower - rect.top() - 14.0) {
            from(rect.top() + 14.0, beside)
        } else {
            from(strip.bottom() + 8.0, rect.width() - 28.0) // two columns are wider than what the tools leave
        };
        let card = Area::new(Id::unique("legend")).order(Order::Middle).pivot(pivot).fixed_pos(at);
        let held = &mut self.held.legend;
        let card = card.show(ui.ctx(), |ui| {
            give_room(ui, space);
            held.show(ui, hold, |ui| legend_card_ui(ui, desk, &legend, space, &mut folded, asked));
        });
        self.folding.set(little, folded);
        Some(card.response.rect)
    }

    /// Said as soon as the button is up, whatever tool is at hand: a group of districts lies wholly inside another area. On the
    /// map it is marked, and one key mends it.
    fn island_strip(&mut self, ui: &Ui, desk: &Desk, rect: Rect, asked: &mut Vec<Action>) -> Option<Rect> {
        let marked = desk.marked_enclaves().count();
        let board = desk.released_board().filter(|_| marked > 0)?;
        let words = desk.words();
        let key = (board.version(), marked, words.language());
        let kept = self.enclaves.take().filter(|it| it.0 == key);
        let (_, (title, detail)) = self.enclaves.insert(kept.unwrap_or_else(|| (key, island_words(desk))));
        // Above the zoom buttons, beside the overview.
        let room = self.canvas.overview(rect).map_or(rect, |it| rect.with_min_x(it.right())).shrink2(vec2(12.0, 0.0));
        let width = room.width().min(620.0);
        let middle = rect.center().x.max(room.left() + width / 2.0);
        let area = Area::new(Id::unique("islands")).order(Order::Middle).pivot(Align2::CENTER_BOTTOM);
        let area = area.fixed_pos(pos2(middle, rect.bottom() - 76.0));
        let shown = area.show(ui.ctx(), |ui| {
            give_room(ui, vec2(width, rect.height()));
            let (remedy, leave) = (words.say_with("map-absorb", &[("count", marked.into())]), words.say("map-islands-leave"));
            Notice::new(Tone::Error, title).detail(detail).remedy(&remedy, Some("I")).closable(&leave).show(ui)
        });
        match shown.inner.filter(|_| desk.drawing().stroke().is_none()) {
            Some(NoticeAnswer::Remedy) => asked.push(Action::Draw(Drawing::AbsorbEnclaves)),
            Some(NoticeAnswer::Leave) => asked.push(Action::Draw(Drawing::LeaveEnclaves)),
            None => {}
        }
        Some(shown.response.rect)
    }

    /// Two cards: that of what is chosen stays in the lower right corner, so that its numbers can be opened; that of what is
    /// under the pointer stays out of the pointer's way, and of the other card's. They stand clear of tools, legend and zoom.
    /// While the map is dragged nobody reads them. Where the map is small, or where there are two, they are brief.
    fn hover_ui(&self, ui: &Ui, desk: &Desk, room: MapRoom, (strip, zoom, legend): (Rect, Rect, Option<Rect>)) {
        let (look, rect) = (desk.look(), room.rect);
        let dragged = ui.input(|it| it.pointer.is_decidedly_dragging());
        if dragged || look.tool.draws() || rect.width() <= 300.0 {
            return;
        }
        // Above whatever lies at the lower edge: the strip that tells of enclaves, the overview, a legend.
        let above = |lower: f32, other: Option<Rect>| other.map_or(lower, |it| lower.min(it.top() - 8.0));
        let lower = |distance: f32| above(above(rect.bottom() - distance, self.strip), legend);
        let right = match room.low && !room.tight {
            true => pos2(zoom.left() - 8.0, lower(14.0)), // beside the zoom: above it there is hardly any map
            false => pos2(rect.right() - 14.0, above(lower(14.0), Some(zoom))),
        };
        let left = pos2(rect.left() + 14.0, above(lower(14.0), self.canvas.overview(rect)));
        let free = rect.with_min_y(strip.bottom() + 8.0);
        let card = |name: &str, pivot: Align2, at: Pos2| {
            Area::new(Id::unique(("hover card", name))).order(Order::Middle).pivot(pivot).fixed_pos(at).constrain_to(free)
        };
        let (pinned, both) = (self.pinned(desk), rect.width() > 720.0);
        // What is chosen is seen beside its card, not below it: lower right, else lower left, else below the tools.
        let size = vec2(CARD_WIDTH - 14.0, room.card_height(room.brief)); // without the distance
        let upper = pos2(rect.right() - 14.0, free.top());
        let corners = [
            (Align2::RIGHT_BOTTOM, right, Rect::from_min_max(right - size, right)),
            (Align2::LEFT_BOTTOM, left, Rect::from_min_size(left - vec2(0.0, size.y), size)),
            (Align2::RIGHT_TOP, upper, Rect::from_min_size(upper - vec2(size.x, 0.0), size)),
        ];
        let hides = |corner: &(Align2, Pos2, Rect)| pinned.map_or(0, |it| self.hides(desk, rect, it, corner.2));
        let (pivot, at, _) = corners.into_iter().min_by_key(hides).unwrap_or(corners[0]);
        let in_right = pivot == Align2::RIGHT_BOTTOM;
        if let Some(pinned) = pinned {
            let chosen = Card { plan: None, pinned: true, brief: room.brief, low: room.low };
            card("chosen", pivot, at).show(ui.ctx(), |ui| match pinned {
                Pinned::District(district) => hover_card_ui(ui, desk, district, chosen),
                Pinned::Area(area) => area_card_ui(ui, desk, area, chosen),
            });
        }
        let pointed = look.hover.filter(|it| pinned != Some(Pinned::District(*it)) && (both || pinned.is_none()));
        let Some(district) = pointed else { return };
        let pointed = Card { plan: None, pinned: false, brief: room.brief || pinned.is_some(), low: room.low };
        let beside = if pinned.is_some() && in_right { CARD_WIDTH } else { 0.0 };
        let taken = Rect::from_min_max(right - vec2(beside + CARD_WIDTH, room.card_height(pointed.brief)), right);
        let in_its_way = ui.input(|it| it.pointer.hover_pos()).is_some_and(|it| taken.expand(28.0).contains(it));
        let (pivot, at) = match in_its_way {
            false => (Align2::RIGHT_BOTTOM, right - vec2(beside, 0.0)),
            true => (Align2::LEFT_BOTTOM, if in_right { left } else { left + vec2(CARD_WIDTH, 0.0) }),
        };
        card("pointed at", pivot, at).interactable(false).show(ui.ctx(), |ui| hover_card_ui(ui, desk, district, pointed));
    }

    /// How much a card there would hide of what is chosen: twice as bad its middle as its edge.
    fn hides(&self, desk: &Desk, rect: Rect, pinned: Pinned, card: Rect) -> u8 {
        let middle = self.place_of(desk, rect, pinned).is_some_and(|it| card.contains(it));
        let corners = self.canvas.camera().map(|camera| [card.left_bottom(), card.right_top()].map(|it| camera.to_map(rect, it)));
        let edge = match (pinned, corners.and_then(Bounds::of)) {
            (Pinned::District(district), Some(bounds)) => desk.catalog().ground.locator.touching_rect(bounds).contains(&district),
            _ => false,
        };
        2 * u8::from(middle) + u8::from(edge)
    }

    /// Where on the screen lies what is chosen: the middle of a district, the name of an area.
    fn place_of(&self, desk: &Desk, rect: Rect, pinned: Pinned) -> Option<Pos2> {
        match pinned {
            Pinned::District(district) => Some(self.canvas.camera()?.to_screen(rect, desk.catalog().ground.locator.centre(district)?)),
            Pinned::Area(area) => self.canvas.area_labels().iter().find(|it| it.area == area).map(|it| it.figure_at.center()),
        }
    }

    /// The one district that is chosen, else the area that is.
    fn pinned(&self, desk: &Desk) -> Option<Pinned> {
        let chosen = &desk.look().selection;
        match chosen.districts.len() {
            0 => chosen.area.map(Pinned::Area),
            1 => chosen.districts.first().and_then(|it| desk.catalog().register.find(it)).map(Pinned::District),
            _ => None,
        }
    }
}

/// „2 Inseln: Elbingerode, Wulften“, „1 Gebiet, ganz von Südharz umgeben · 1 Gebiet, ganz von Osterode umgeben“. Three are
/// named, the others counted.
fn island_words(desk: &Desk) -> (String, String) {
    const NAMED: usize = 3;
    let words = desk.words();
    let plan = desk.shown_plan();
    let marked: Vec<&Enclave> = desk.marked_enclaves().collect();
    let name = |it: &&Enclave| it.districts.first().and_then(|it| desk.catalog().register.get(*it)).map(|it| it.name.clone());
    let names: Vec<String> = marked.iter().filter_map(name).take(NAMED).collect();
    let more = marked.len() - names.len();
    let title = [("names", names.join(", ").into()), ("count", marked.len().into()), ("more", more.into())];
    let detail = |it: &&Enclave| {
        let area = plan?.area(it.mend.to)?.name.as_str();
        Some(words.say_with("map-island-in", &[("count", it.districts.len().into()), ("area", area.into())]))
    };
    let details: Vec<String> = marked.iter().filter_map(detail).take(NAMED).collect();
    (words.say_with("map-islands", &title), details.join(" · "))
}
