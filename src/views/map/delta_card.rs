//! The small card beside the brush: what the stroke would mean, area by area, before and while it is drawn.

use eframe::egui::{Align, Align2, Area, Color32, Id, Label, Layout, Order, Pos2, Rect, Ui};

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

/// The card in a lower corner of what is free of the map, away from the pointer; nothing while the brush changes nothing, but
/// where no list of areas shows it (`alone`) into which one is drawn.
pub fn delta_card_ui(ui: &Ui, desk: &Desk, pointer: Pos2, free: Rect, alone: bool) {
    let (deltas, stays) = (desk.deltas(), uninhabited(desk));
    let into = into(desk).filter(|_| alone);
    if deltas.is_empty() && stays.is_none() && into.is_none() {
        return;
    }
    let id = Id::unique("delta card");
    let on_left = on_left(ui, id, pointer, free);
    let (pivot, at) = if on_left { (Align2::LEFT_BOTTOM, free.left_bottom()) } else { (Align2::RIGHT_BOTTOM, free.right_bottom()) };
    let area = Area::new(id).order(Order::Middle).interactable(false).pivot(pivot).fixed_pos(at).constrain_to(free);
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

/// In which corner: where it was, as long as the hand doesn't come near; else in the other one.
fn on_left(ui: &Ui, id: Id, pointer: Pos2, free: Rect) -> bool {
    let (key, now) = (id.with("side"), ui.ctx().cumulative_frame_nr());
    let kept: Option<(bool, u64)> = ui.data(|it| it.get_temp(key));
    let was = kept.filter(|it| it.1 + 2 >= now).map(|it| it.0);
    let near = ui.ctx().memory(|it| it.area_rect(id)).is_some_and(|it| it.expand(AWAY).contains(pointer));
    let on_left = match was {
        Some(left) if near => !left,
        Some(left) => left,
        None => pointer.x > free.center().x,
    };
    ui.data_mut(|it| it.insert_temp(key, (on_left, now)));
    on_left
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
