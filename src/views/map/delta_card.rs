//! The small card beside the brush: what the stroke would mean, area by area, before and while it is drawn.

use eframe::egui::{Align, Align2, Area, Color32, Id, Label, Layout, Order, Pos2, Rect, Ui, Vec2, vec2};

use crate::{
    analysis::{draft::WhyNot, pool::AreaValue},
    cartography::said,
    desk::{Desk, drawing::Delta, look::Tool},
    model::planning_area::PlanningArea,
    views::{
        map::scene::colour32,
        theme::{Theme, text},
        widgets::{area_chip, popover_frame},
    },
};

/// Height of a line with the space below it.
const LINE: f32 = 20.0;
/// What the card's frame takes of its height.
const BORDERS: f32 = 32.0;
/// More areas than that are not told of beside the pointer; the panel tells of all.
const AREAS: usize = 4;

/// The card takes at most this share of the height that is free: what is drawn is seen beside it.
const SHARE: f32 = 0.5;
/// The card keeps so far from the pointer, in points.
const AWAY: f32 = 56.0;
/// And so far from the brush's ring.
const BESIDE: f32 = 8.0;
/// As large as the card is before it was laid out.
const USUAL: Vec2 = vec2(258.0, 92.0);

/// What the card keeps clear of.
pub struct Hand<'a> {
    /// The pointer.
    pub pointer: Pos2,
    /// The radius of the brush in points; 0 where there is no ring.
    pub radius: f32,
    /// The label of the area that is drawn into.
    pub label: Option<Rect>,
    /// A card that stays.
    pub card: Option<Rect>,
    /// How many districts of the area that is drawn into a card there would lie on, and how many sixteenths of the county.
    pub hides: &'a dyn Fn(Rect) -> (usize, u32),
}

impl Hand<'_> {
    /// How bad a place is: on the hand first, then on the label, on the other card, on the area, on the county.
    fn cost(&self, place: Rect) -> (bool, bool, bool, (usize, u32)) {
        let near = place.distance_to_pos(self.pointer) < AWAY.max(self.radius + BESIDE);
        let on = |it: Option<Rect>| it.is_some_and(|it| it.intersects(place));
        (near, on(self.label), on(self.card), (self.hides)(place))
    }
}

/// How much is told of an area.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd)]
enum Told {
    /// Its change alone.
    Change,
    /// Change, deviation, parts.
    Brief,
    /// What the panel tells too.
    All,
}

/// How many areas find room in that height, and how much is told of them: a card larger than the map hides what is drawn.
fn that_fit(deltas: &[Delta], room: f32) -> (usize, Told) {
    let rows = |it: &Delta, told: Told| {
        let all = told == Told::All;
        let lines = [it.deviation_before.is_some(), it.shown.is_some() && all, it.compactness_before.is_some() && all];
        let parts = it.area.is_some() && it.parts_before != it.parts_after;
        let more = lines.into_iter().filter(|it| *it).count() + usize::from(parts);
        1 + if told == Told::Change { 0 } else { more }
    };
    let height = |told: Told| LINE * deltas.iter().take(AREAS).map(|it| rows(it, told)).sum::<usize>() as f32;
    match [Told::All, Told::Brief].into_iter().find(|it| height(*it) <= room) {
        Some(told) => (AREAS, told),
        None => (((room / LINE) as usize).clamp(1, AREAS), Told::Change),
    }
}

/// The card in a corner of what is free of the map, clear of the hand and, if that can be, of what it draws into; nothing while the
/// brush changes nothing, but where no list of areas shows it (`alone`) into which one is drawn.
pub fn delta_card_ui(ui: &Ui, desk: &Desk, hand: &Hand<'_>, free: Rect, alone: bool) {
    let (deltas, stays) = (desk.deltas(), uninhabited(desk));
    let into = into(desk).filter(|_| alone);
    if deltas.is_empty() && stays.is_none() && into.is_none() {
        return;
    }
    let id = Id::unique("delta card");
    let pivot = corner(ui, id, hand, free);
    let area = Area::new(id).order(Order::Middle).interactable(false).pivot(pivot).fixed_pos(pivot.pos_in_rect(&free));
    let area = area.constrain_to(free);
    area.show(ui.ctx(), |ui| {
        let hand = Theme::of(ui.ctx()).tokens.hand;
        popover_frame(ui.ctx()).stroke((1.0, hand)).inner_margin(eframe::egui::Margin::symmetric(12, 8)).show(ui, |ui| {
            ui.set_width(232.0_f32.min(free.width() - 26.0));
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.spacing_mut().interact_size.y = LINE - 2.0;
            if let Some(area) = into {
                into_ui(ui, desk, area);
            }
            let (many, told) = that_fit(&deltas, free.height() * SHARE - BORDERS);
            deltas.iter().take(many).for_each(|it| delta_ui(ui, desk, it, told));
            if let Some(said) = stays {
                ui.label(text::hint(ui, said));
            }
        });
    });
}

/// The area that is drawn into; none while something is taken out.
fn into(desk: &Desk) -> Option<&PlanningArea> {
    let target = desk.look().brush.target.filter(|_| desk.look().tool != Tool::Erase)?;
    desk.shown_plan()?.area(target)
}

fn into_ui(ui: &mut Ui, desk: &Desk, area: &PlanningArea) {
    ui.horizontal(|ui| {
        ui.label(text::hint(ui, desk.words().say("map-draws-into")));
        chip(ui, area);
        ui.add(Label::new(text::dense(ui, &area.name)).truncate());
    });
}

/// In which corner: where it was, as long as it is in nobody's way there; else where it is least so, a lower corner away from the
/// hand before an upper one.
fn corner(ui: &Ui, id: Id, hand: &Hand<'_>, free: Rect) -> Align2 {
    let (key, now) = (id.with("corner"), ui.ctx().cumulative_frame_nr());
    let kept: Option<(Align2, u64)> = ui.data(|it| it.get_temp(key));
    let was = kept.filter(|it| it.1 + 2 >= now).map(|it| it.0);
    let size = ui.ctx().memory(|it| it.area_rect(id)).map_or(USUAL, |it| it.size()).min(free.size());
    let corner = best_corner(hand, (free, size), was);
    ui.data_mut(|it| it.insert_temp(key, (corner, now)));
    corner
}

fn best_corner(hand: &Hand<'_>, (free, size): (Rect, Vec2), was: Option<Align2>) -> Align2 {
    let mut corners = [Align2::LEFT_BOTTOM, Align2::RIGHT_BOTTOM, Align2::LEFT_TOP, Align2::RIGHT_TOP];
    if hand.pointer.x <= free.center().x {
        corners = [Align2::RIGHT_BOTTOM, Align2::LEFT_BOTTOM, Align2::RIGHT_TOP, Align2::LEFT_TOP];
    }
    let cost = |it: &Align2| (hand.cost(it.anchor_size(it.pos_in_rect(&free), size)), Some(*it) != was);
    corners.into_iter().min_by_key(cost).unwrap_or(Align2::LEFT_BOTTOM)
}

/// „Harz ist unbewohnt und bleibt ohne Raum“: what the stroke goes over without taking it.
fn uninhabited(desk: &Desk) -> Option<String> {
    let refused = desk.refused();
    let left: Vec<_> = refused.iter().filter(|it| it.1 == WhyNot::Uninhabited).collect();
    let name = desk.catalog().register.get(left.first()?.0)?.name.as_str();
    Some(desk.words().say_with("map-uninhabited-stays", &[("count", left.len().into()), ("names", name.into())]))
}

fn delta_ui(ui: &mut Ui, desk: &Desk, delta: &Delta, told: Told) {
    let words = desk.words();
    let t = Theme::of(ui.ctx()).tokens;
    let area = delta.area.and_then(|it| desk.shown_plan()?.area(it));
    let name = area.map_or_else(|| words.say("legend-unassigned"), |it| it.name.clone());
    ui.horizontal(|ui| {
        if let Some(area) = area {
            chip(ui, area);
        }
        let colour = match delta.change {
            Some(it) if it < 0.0 => t.err,
            Some(_) => t.ok,
            None => t.t2,
        };
        let unknown = || words.say(if delta.secret { "value-secret" } else { "value-missing" });
        right(ui, delta.change.map_or_else(unknown, |it| changed(desk, it)), colour, |ui| {
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| ui.add(Label::new(text::dense(ui, name)).truncate()));
        });
    });
    if told == Told::Change {
        return;
    }
    let brief = told < Told::All;
    if let (Some(before), Some(after)) = (delta.deviation_before, delta.deviation_after) {
        let line = format!("{} → {}", words.signed_percent(before, 1), words.signed_percent(after, 1));
        let colour = if after.abs() > crate::views::widgets::TOLERANCE { t.warn } else { t.t1 };
        line_ui(ui, &words.say("map-deviation"), line, colour);
    }
    if let Some([before, after]) = delta.shown.as_ref().filter(|_| !brief) {
        shown_ui(ui, desk, before.get(), after.get());
    }
    if let (Some(before), Some(after), false) = (delta.compactness_before, delta.compactness_after, brief) {
        let [was, is] = [before, after].map(|it| words.number(it, 2));
        if was != is {
            line_ui(ui, &words.say("map-compactness"), format!("{was} → {is}"), if after < before { t.warn } else { t.t1 });
        }
    }
    if delta.area.is_some() && delta.parts_before != delta.parts_after {
        let worse = delta.parts_after > delta.parts_before.max(1);
        let line = format!("{} → {}", words.count(delta.parts_before), words.count(delta.parts_after));
        line_ui(ui, &words.say("map-parts"), line, if worse { t.err } else { t.t1 });
    }
}

/// „+4.899“; where nobody is counted „+2 Gebiete“.
fn changed(desk: &Desk, change: f64) -> String {
    let number = desk.words().signed(change, 0);
    match desk.released_board().is_some_and(|it| it.balanced().is_none()) {
        true => desk.words().say_with("map-districts-more", &[("count", number.into())]),
        false => number,
    }
}

/// The indicator that is chosen: what the area has of it, and what it would have. Its name stands where there is room.
fn shown_ui(ui: &mut Ui, desk: &Desk, before: &AreaValue, after: &AreaValue) {
    let (words, t) = (desk.words(), Theme::of(ui.ctx()).tokens);
    let Some(series) = desk.shown_indicator() else { return };
    let [was, is] = [before, after].map(|it| said::short(it, &series.indicator, words));
    let line = if was == is { is } else { format!("{was} → {is}") };
    line_ui(ui, &words.say("map-shown"), line, t.t1); // whose name stands in the legend, whole
}

fn line_ui(ui: &mut Ui, name: &str, said: String, colour: Color32) {
    ui.horizontal(|ui| {
        right(ui, said, colour, |ui| {
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| ui.add(Label::new(text::hint(ui, name)).truncate()));
        });
    });
}

fn chip(ui: &mut Ui, area: &PlanningArea) {
    area_chip(ui, area.chip(), colour32(area.colour), &area.name);
}

/// Words at the right edge, and what stands left of them.
fn right(ui: &mut Ui, words: String, colour: Color32, left: impl FnOnce(&mut Ui)) {
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        ui.label(text::dense(ui, words).color(colour));
        left(ui);
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn delta(parts_after: usize) -> Delta {
        Delta {
            area: Some(crate::model::id::AreaId(1)),
            change: Some(1.0),
            secret: false,
            deviation_before: Some(0.1),
            deviation_after: Some(0.2),
            parts_before: 1,
            parts_after,
            compactness_before: Some(0.2),
            compactness_after: Some(0.1),
            shown: None,
        }
    }

    /// It lay on the area that was drawn into, in the corner away from the hand.
    #[test]
    fn the_card_lies_on_neither_hand_nor_label_nor_area() {
        let (free, size) = (Rect::from_min_size(Pos2::ZERO, vec2(800.0, 600.0)), vec2(250.0, 90.0));
        let area = Rect::from_min_max(Pos2::new(0.0, 300.0), Pos2::new(500.0, 600.0)); // the lower left
        let hides = |it: Rect| (usize::from(it.intersects(area)) * 3, 0);
        let hand =
            |x: f32, y: f32, radius: f32, label: Option<Rect>| Hand { pointer: Pos2::new(x, y), radius, label, card: None, hides: &hides };
        assert_eq!(best_corner(&hand(450.0, 400.0, 0.0, None), (free, size), None), Align2::RIGHT_BOTTOM);
        assert_eq!(
            best_corner(&hand(600.0, 500.0, 0.0, None), (free, size), None),
            Align2::LEFT_TOP,
            "the hand is lower right, the area left"
        );
        assert_eq!(best_corner(&hand(450.0, 500.0, 150.0, None), (free, size), None), Align2::LEFT_TOP, "the ring reaches into the corner");
        let label = Rect::from_min_size(Pos2::new(600.0, 520.0), vec2(100.0, 30.0));
        assert_eq!(best_corner(&hand(300.0, 400.0, 0.0, Some(label)), (free, size), None), Align2::RIGHT_TOP, "nor on the name");
        for was in [Align2::RIGHT_BOTTOM, Align2::RIGHT_TOP, Align2::LEFT_TOP] {
            assert_eq!(best_corner(&hand(350.0, 400.0, 0.0, None), (free, size), Some(was)), was, "it stays where it is in nobody's way");
        }
    }

    /// It lay on Münden, the lower right was free.
    #[test]
    fn the_card_lies_beside_the_county_where_it_can() {
        let (free, size) = (Rect::from_min_size(Pos2::ZERO, vec2(800.0, 600.0)), vec2(250.0, 90.0));
        let hides = |it: Rect| (0, u32::from(it.left() < 400.0 && it.top() > 300.0));
        let hand = Hand { pointer: Pos2::new(600.0, 300.0), radius: 0.0, label: None, card: None, hides: &hides };
        for was in [None, Some(Align2::LEFT_BOTTOM)] {
            assert_eq!(best_corner(&hand, (free, size), was), Align2::RIGHT_BOTTOM);
        }
    }

    #[test]
    fn a_small_map_has_a_brief_card_and_no_card_larger_than_the_map() {
        let three = [delta(2), delta(1), delta(1)]; // 4 + 3 + 3 lines, brief 3 + 2 + 2
        assert_eq!(that_fit(&three, 700.0), (AREAS, Told::All));
        assert_eq!(that_fit(&three, 200.0), (AREAS, Told::All));
        assert_eq!(that_fit(&three, 199.0), (AREAS, Told::Brief), "without compactness");
        assert_eq!(that_fit(&three, 139.0), (AREAS, Told::Change), "a line each");
        assert_eq!(that_fit(&three, 45.0), (2, Told::Change), "the third finds no room");
        assert_eq!(that_fit(&three, 10.0), (1, Told::Change), "one always");
    }
}
