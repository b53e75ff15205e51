//! The maps of the comparison: one with the differences, or up to four beside one another.

use eframe::egui::{Align, Align2, Area, Id, Label, Layout, Order, Rect, Ui, UiBuilder, pos2, vec2};

use crate::{
    analysis::plan_comparison::renamed,
    cartography::{legend::Legend, picture::Picture},
    desk::{
        Desk,
        action::{Action, LookAt},
    },
    geometry::DistrictIx,
    model::id::PlanId,
    views::{
        comparison::{
            Comparison,
            away::away_ui,
            gains,
            pair::{Pair, Side},
            strip::{USUAL, plan_choice},
        },
        graphics::Graphics,
        icons::Icon,
        map::{Canvas, Card, Shown, ZoomRoom, fits_one_column, ground_of, hover_card_ui, legend_scrolled_ui, scale_bar_ui, zoom_ui},
        map_gpu::Camera,
        theme::{Theme, metrics, text},
        widgets::{floating_card, give_room, icon_button, popover_frame},
    },
};

/// Height of the head above each of several maps.
const HEAD: f32 = 38.0;
/// A lower map has no room for a long legend and the county beside it.
const SCARCE: f32 = 420.0;

impl Comparison {
    /// One map: only what changes is drawn strongly.
    pub(super) fn differences_ui(&mut self, ui: &mut Ui, desk: &Desk, graphics: &Graphics, asked: &mut Vec<Action>) {
        let rect = ui.max_rect();
        let (Some(mesh), Some((_, b))) = (&graphics.mesh, desk.shown_pair()) else { return preparing(ui, rect, desk) };
        let ground = ground_of(ui);
        let make = || -> Option<Picture> {
            match Self::pair(desk) {
                Some(it) => desk.picture_of_differences(it.released, it.a, it.b, ground),
                None => desk.picture_of_plan(b, ground),
            }
        };
        let key = desk.picture_key(ground, Some(b));
        let shown = Shown { mesh, graphics, key, make: &make, plan: Some(b), taken: &self.cards, lasting: &self.lasting, beside: &[] };
        let map = self.differences.ui(ui, desk, &shown, asked);
        self.parts.maps.push(map.id);
        self.cards.clear();
        self.lasting.clear();
        if let Some(legend) = self.differences.legend(desk) {
            self.differences_legend_ui(ui, desk, rect, &legend);
        }
        let zoom = zoom_card_ui(ui, desk, (self.differences.camera(), rect), asked);
        self.cards.push(zoom);
        self.lasting.push(zoom);
        if let Some(camera) = self.differences.camera() {
            let place = scale_place(rect);
            scale_bar_ui(ui, place, camera, desk.words(), metrics::HINT);
            self.cards.push(place);
            self.lasting.push(place);
            self.cards.extend(away_ui(ui, desk, (camera, rect), false, asked));
        }
        if let Some(pair) = Self::pair(desk) {
            gains::gains_ui(ui, &pair, self.differences.area_labels(), &self.cards);
        }
        if let (Some(pair), Some(district)) = (Self::pair(desk), desk.look().hover) {
            hover_ui(ui, &pair, district, rect.with_max_y(zoom.top() + 6.0));
        }
    }

    fn differences_legend_ui(&mut self, ui: &Ui, desk: &Desk, rect: Rect, legend: &Legend) {
        let words = desk.words();
        let little = self.has_little_room(ui, rect, legend);
        let mut folded = self.folding.is_folded(little);
        let card = Area::new(Id::unique("comparison legend")).order(Order::Middle).fixed_pos(rect.left_top() + vec2(14.0, 14.0));
        let shown = card.show(ui.ctx(), |ui| {
            give_room(ui, rect.size());
            floating_card(ui, |ui| {
                ui.set_width(272.0_f32.min(rect.width() - 60.0));
                ui.horizontal(|ui| {
                    ui.label(text::title(ui, words.say("comparison-only-changes")));
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        let (icon, name) = if folded { (Icon::ChevronDown, "legend-unfold") } else { (Icon::ChevronUp, "legend-fold") };
                        if icon_button(ui, icon, &words.say(name), None).clicked() {
                            folded = !folded;
                        }
                    });
                });
                if !folded {
                    let room = rect.height() - 190.0; // of the map, without headline, remarks and scale bar
                    legend_scrolled_ui(ui, &Legend { remarks: Vec::new(), ..legend.clone() }, room, words);
                    ui.add_space(3.0);
                    legend.remarks.iter().for_each(|it| drop(ui.add(Label::new(text::hint(ui, words.tell(it))).wrap())));
                }
            });
        });
        self.folding.set(little, folded);
        self.cards.push(shown.response.rect);
        self.lasting.push(self.folding.counts_as(little, rect, shown.response.rect));
    }

    /// Whether the whole legend would leave the county no place: in a small window, at 200 %.
    fn has_little_room(&self, ui: &Ui, rect: Rect, legend: &Legend) -> bool {
        self.was_narrow || rect.height() < SCARCE && !fits_one_column(ui, legend, rect.height() - 60.0)
    }

    /// Two to four maps; whatever moves one moves all.
    pub(super) fn beside_ui(&mut self, ui: &mut Ui, desk: &Desk, graphics: &Graphics, asked: &mut Vec<Action>) {
        let rect = ui.max_rect();
        let Some(mesh) = &graphics.mesh else { return preparing(ui, rect, desk) };
        let plans: Vec<PlanId> = desk.look().compare.plans.iter().copied().take(self.beside.len()).collect();
        let ground = ground_of(ui);
        let theme = Theme::of(ui.ctx());
        let cells = cells(rect, plans.len());
        let standing: Vec<Vec<Rect>> = self.beside.iter().take(plans.len()).map(Canvas::hindrances).collect();
        for (place, ((plan, cell), canvas)) in plans.iter().zip(&cells).zip(&mut self.beside).enumerate() {
            let head = cell.with_max_y(cell.top() + HEAD);
            let inner = UiBuilder::new().max_rect(head.shrink2(vec2(10.0, 0.0))).layout(Layout::left_to_right(Align::Center));
            ui.scope_builder(inner, |ui| head_ui(ui, desk, place, plans.len(), asked));
            let make = || desk.picture_of_plan(*plan, ground);
            let key = desk.picture_key(ground, Some(*plan));
            let map = cell.with_min_y(head.bottom());
            let is_last = place + 1 == plans.len();
            // One camera for all: the county is fitted beside buttons and scale bar on each map, though they lie on one only.
            let (zoom, scale) = (self.beside_zoom.map(|it| it.translate(map.right_bottom().to_vec2())), scale_place(map));
            let lasting: Vec<Rect> = zoom.into_iter().chain([scale]).collect();
            let own = |it: &&Rect| (is_last && Some(**it) == zoom) || (place == 0 && **it == scale);
            let away = self.beside_away.filter(|_| place == 0).map(|it| it.translate(map.min.to_vec2()));
            let taken: Vec<Rect> = lasting.iter().filter(own).copied().chain(away).collect();
            let others = standing.iter().enumerate().filter(|it| it.0 != place).flat_map(|it| it.1);
            let others: Vec<Rect> = others.map(|it| it.translate(map.min.to_vec2())).collect();
            let plan_shown = Some(*plan);
            let shown = Shown { mesh, graphics, key, make: &make, plan: plan_shown, taken: &taken, lasting: &lasting, beside: &others };
            ui.scope_builder(UiBuilder::new().max_rect(map), |ui| self.parts.maps.push(canvas.ui(ui, desk, &shown, asked).id));
            ui.painter().rect_stroke(*cell, 0.0, theme.separator(), eframe::egui::StrokeKind::Inside);
            let free = zoom.filter(|_| is_last).map_or(map, |it| map.with_max_y(it.top() + 4.0));
            if let Some(camera) = canvas.camera().filter(|_| place == 0) {
                scale_bar_ui(ui, scale, camera, desk.words(), metrics::HINT);
                self.beside_away = away_ui(ui, desk, (camera, map), true, asked).map(|it| it.translate(-map.min.to_vec2()));
            }
            beside_card_ui(ui, desk, *plan, (map, free));
            if is_last {
                let zoom = zoom_card_ui(ui, desk, (canvas.camera(), map), asked);
                self.beside_zoom = Some(zoom.translate(-map.right_bottom().to_vec2()));
            }
        }
        if !self.beside.iter().zip(&standing).all(|(canvas, stood)| canvas.hindrances() == *stood) {
            ui.ctx().request_repaint(); // the other maps name other districts now
        }
    }
}

/// Where the scale bar lies on a map: in the lower left corner.
fn scale_place(map: Rect) -> Rect {
    Rect::from_min_max(pos2(map.left() + 18.0, map.bottom() - 34.0), pos2(map.left() + 200.0, map.bottom() - 12.0))
}

/// Two beside one another, or four in a square; three leave the last place free.
fn cells(rect: Rect, count: usize) -> Vec<Rect> {
    let columns = if count == 2 && rect.width() < rect.height() { 1 } else { count.min(2) };
    let rows = count.div_ceil(columns.max(1));
    let size = vec2(rect.width() / columns.max(1) as f32, rect.height() / rows.max(1) as f32);
    let cell = |at: usize| Rect::from_min_size(rect.min + vec2((at % columns) as f32 * size.x, (at / columns) as f32 * size.y), size);
    (0..count).map(cell).collect()
}

fn head_ui(ui: &mut Ui, desk: &Desk, place: usize, count: usize, asked: &mut Vec<Action>) {
    let words = desk.words();
    let name = words.say_with("comparison-plan-at", &[("place", (place + 1).into())]);
    let room = ui.available_width() - 40.0; // beside the way to take it out
    plan_choice(ui, desk, &name, (place, room.max(USUAL)), asked);
    if count > 2 {
        let remove = words.say_with("comparison-remove", &[("place", (place + 1).into())]);
        if icon_button(ui, Icon::Close, &remove, None).clicked() {
            let left = desk.look().compare.plans.iter().enumerate().filter(|it| it.0 != place).map(|it| *it.1).collect();
            asked.push(Action::Look(LookAt::Compare(left)));
        }
    }
}

/// Nearer, farther, everything, in the lower right corner of the map; the card's place.
fn zoom_card_ui(ui: &Ui, desk: &Desk, (camera, map): (Option<Camera>, Rect), asked: &mut Vec<Action>) -> Rect {
    let room = ZoomRoom { both: map.width() >= 300.0, worded: map.width() >= 640.0 };
    let corner = map.right_bottom() - vec2(14.0, 14.0);
    let card = Area::new(Id::unique("comparison zoom")).order(Order::Middle).pivot(Align2::RIGHT_BOTTOM).fixed_pos(corner);
    let shown = card.show(ui.ctx(), |ui| {
        give_room(ui, map.size());
        zoom_ui(ui, desk, (camera, map.height()), room, asked);
    });
    shown.response.rect
}

fn preparing(ui: &mut Ui, rect: Rect, desk: &Desk) {
    ui.painter().rect_filled(rect, 0.0, Theme::of(ui.ctx()).tokens.ground);
    ui.put(rect, Label::new(text::second(ui, desk.words().say("map-preparing"))));
}

/// The card of one of several maps, on the one that the pointer is on, in the corner away from it.
fn beside_card_ui(ui: &Ui, desk: &Desk, plan: PlanId, (map, free): (Rect, Rect)) {
    let pointer = ui.input(|it| it.pointer.hover_pos()).filter(|it| map.contains(*it));
    let (Some(pointer), Some(district)) = (pointer, desk.look().hover) else { return };
    let (pivot, at) = match pointer.y < map.center().y {
        true => (Align2::RIGHT_BOTTOM, free.right_bottom() - vec2(12.0, 12.0)),
        false => (Align2::RIGHT_TOP, map.right_top() + vec2(-12.0, 12.0)),
    };
    let card = Area::new(Id::unique("card beside")).order(Order::Middle).interactable(false).pivot(pivot);
    card.fixed_pos(at).show(ui.ctx(), |ui| {
        give_room(ui, map.size());
        hover_card_ui(ui, desk, district, Card { plan: Some(plan), ..Card::default() });
    });
}

/// What the district under the pointer does, in the lower right corner.
fn hover_ui(ui: &Ui, pair: &Pair<'_>, district: DistrictIx, rect: Rect) {
    let words = pair.desk.words();
    let Some(found) = pair.desk.catalog().register.get(district) else { return };
    let area = |plan: &crate::model::plan::Plan| plan.area_of.get(&found.key).copied();
    let (before, after) = (pair.sign(Side::A, area(pair.a)), pair.sign(Side::B, area(pair.b)));
    let sentence = if pair.compared.changed.binary_search(&district).is_ok() {
        words.say_with("comparison-goes", &[("from", before.name.into()), ("to", after.name.into())])
    } else {
        words.say_with("comparison-stays", &[("area", renamed(&before.name, Some(&after.name)).into())])
    };
    let people = pair.desk.people_of(district).and_then(|it| it.get().value);
    let card = Area::new(Id::unique("comparison hover")).order(Order::Middle).interactable(false).pivot(Align2::RIGHT_BOTTOM);
    card.fixed_pos(rect.right_bottom() - vec2(14.0, 14.0)).show(ui.ctx(), |ui| {
        give_room(ui, rect.size());
        popover_frame(ui.ctx()).show(ui, |ui| {
            ui.set_max_width(280.0);
            ui.label(text::title(ui, &found.name));
            ui.label(text::dense(ui, sentence));
            if let Some(people) = people {
                ui.label(text::dense_second(ui, words.say_with("comparison-people", &[("people", words.whole(people).into())])));
            }
        });
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn maps_fill_the_room_without_touching() {
        let rect = Rect::from_min_size(pos2(10.0, 20.0), vec2(900.0, 600.0));
        for count in 2..=4 {
            let cells = cells(rect, count);
            assert_eq!(cells.len(), count);
            assert!(cells.iter().all(|it| rect.expand(0.5).contains_rect(*it)));
            for (at, one) in cells.iter().enumerate() {
                assert!(cells.iter().skip(at + 1).all(|other| !one.shrink(1.0).intersects(other.shrink(1.0))), "{count}");
            }
        }
        assert_eq!(cells(Rect::from_min_size(pos2(0.0, 0.0), vec2(300.0, 600.0)), 2).first().map(|it| it.width()), Some(300.0));
    }
}
