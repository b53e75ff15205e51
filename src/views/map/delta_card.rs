//! The small card beside the brush: what the stroke would mean, area by area, before and while it is drawn.

use eframe::egui::{Align, Align2, Area, Color32, Id, Label, Layout, Order, Pos2, Ui, vec2};

use crate::{
    analysis::{draft::WhyNot, pool::AreaValue},
    cartography::said,
    desk::{Desk, drawing::Delta},
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

/// How many areas find room in that height, and whether they must be brief: a card larger than the map hides what is drawn.
fn that_fit(deltas: &[Delta], room: f32) -> (usize, bool) {
    let rows = |it: &Delta, brief: bool| {
        let told = [it.deviation_before.is_some(), it.shown.is_some() && !brief, it.compactness_before.is_some() && !brief];
        1 + told.into_iter().filter(|it| *it).count() + usize::from(it.area.is_some() && it.parts_before != it.parts_after)
    };
    let height = |brief: bool, many: usize| LINE * deltas.iter().take(many).map(|it| rows(it, brief)).sum::<usize>() as f32;
    if height(false, AREAS) <= room {
        return (AREAS, false);
    }
    ((2..=AREAS).rev().find(|it| height(true, *it) <= room).unwrap_or(1), true)
}

/// The card near the pointer; nothing while the brush changes nothing.
pub fn delta_card_ui(ui: &Ui, desk: &Desk, pointer: Pos2, map: eframe::egui::Rect) {
    let (deltas, stays) = (desk.deltas(), uninhabited(desk));
    if deltas.is_empty() && stays.is_none() {
        return;
    }
    let left = pointer.x > map.center().x;
    let (pivot, at) = if left { (Align2::RIGHT_TOP, pointer + vec2(-28.0, 24.0)) } else { (Align2::LEFT_TOP, pointer + vec2(28.0, 24.0)) };
    Area::new(Id::unique("delta card")).order(Order::Tooltip).interactable(false).pivot(pivot).fixed_pos(at).constrain_to(map).show(
        ui.ctx(),
        |ui| {
            let hand = Theme::of(ui.ctx()).tokens.hand;
            popover_frame(ui.ctx()).stroke((1.0, hand)).show(ui, |ui| {
                ui.set_width(196.0);
                ui.spacing_mut().item_spacing.y = 2.0;
                ui.spacing_mut().interact_size.y = LINE - 2.0;
                let (many, brief) = that_fit(&deltas, map.height() - BORDERS);
                deltas.iter().take(many).for_each(|it| delta_ui(ui, desk, it, brief));
                if let Some(said) = stays {
                    ui.label(text::hint(ui, said));
                }
            });
        },
    );
}

/// „Harz ist unbewohnt und bleibt ohne Raum“: what the stroke goes over without taking it.
fn uninhabited(desk: &Desk) -> Option<String> {
    let refused = desk.refused();
    let left: Vec<_> = refused.iter().filter(|it| it.1 == WhyNot::Uninhabited).collect();
    let name = desk.catalog().register.get(left.first()?.0)?.name.as_str();
    Some(desk.words().say_with("map-uninhabited-stays", &[("count", left.len().into()), ("names", name.into())]))
}

/// One area: `brief` leaves out what the panel tells too.
fn delta_ui(ui: &mut Ui, desk: &Desk, delta: &Delta, brief: bool) {
    let words = desk.words();
    let t = Theme::of(ui.ctx()).tokens;
    let area = delta.area.and_then(|it| desk.shown_plan()?.area(it));
    let name = area.map_or_else(|| words.say("legend-unassigned"), |it| it.name.clone());
    ui.horizontal(|ui| {
        if let Some(area) = area {
            chip(ui, area);
        }
        ui.label(text::dense(ui, name));
        let colour = match delta.change {
            Some(it) if it < 0.0 => t.err,
            Some(_) => t.ok,
            None => t.t2,
        };
        let unknown = || words.say(if delta.secret { "value-secret" } else { "value-missing" });
        right(ui, delta.change.map_or_else(unknown, |it| changed(desk, it)), colour, |_| {});
    });
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
    line_ui(ui, &series.indicator.name, line, t.t1);
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
        assert_eq!(that_fit(&three, 700.0), (AREAS, false));
        assert_eq!(that_fit(&three, 200.0), (AREAS, false));
        assert_eq!(that_fit(&three, 199.0), (AREAS, true), "without compactness");
        assert_eq!(that_fit(&three, 139.0), (2, true), "the third finds no room");
        assert_eq!(that_fit(&three, 10.0), (1, true), "one always");
    }
}
