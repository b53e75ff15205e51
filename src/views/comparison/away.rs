//! Changes that the map does not show: told where they are out of sight, with the way there.

use eframe::egui::{Align2, Area, Id, Label, Order, Rect, Ui, vec2};

use crate::{
    desk::{
        Desk,
        action::{Action, LookAt},
        look::{CompareMode, Page},
    },
    geometry::{Bounds, DistrictIx},
    model::saved_view::Extent,
    views::{
        map_gpu::Camera,
        theme::text,
        widgets::{Button, floating_card, give_room},
    },
};

/// Between the changes and the edge of the map, as a share of its smaller side.
const AROUND: f32 = 0.15;
/// Nearer than this nobody finds the way, in metres from top to bottom.
const NEAREST: f64 = 2_000.0;

/// Every district that changes area between the first of the shown plans and another one that is shown, in register order.
fn changed(desk: &Desk) -> Vec<DistrictIx> {
    let shown = if desk.look().compare.mode == CompareMode::Differences { 2 } else { 4 };
    let Some((first, others)) = desk.look().compare.plans.split_first() else { return Vec::new() };
    let compared = others.iter().take(shown - 1).filter_map(|it| desk.compared(*first, *it));
    let mut changed: Vec<_> = compared.flat_map(|it| it.get().changed.iter().copied()).collect();
    changed.sort_unstable();
    changed.dedup();
    changed
}

/// Says on the map in `rect` that changes lie beyond its edge: some while the map looks where it did when the page was opened,
/// later, when the planner has looked for himself, only if none is left in sight. The place of the card, which is upper left or
/// upper right.
pub(super) fn away_ui(ui: &Ui, desk: &Desk, (camera, rect): (Camera, Rect), left: bool, asked: &mut Vec<Action>) -> Option<Rect> {
    let (look, ground) = (desk.look(), &desk.catalog().ground);
    let (changed, seen) = (changed(desk), camera.bounds(rect.size()));
    let away = changed.iter().filter(|it| ground.locator.centre(**it).is_some_and(|it| !seen.contains(it))).count();
    let as_opened = look.page == Page::Comparison && look.compare.opened_at == Some(look.extent);
    if away == 0 || look.extent.is_none() || !(as_opened || away == changed.len()) {
        return None;
    }
    let words = desk.words();
    let told = match away == changed.len() {
        true => words.say("comparison-away-all"),
        false => words.say_with("comparison-away", &[("away", away.into()), ("count", changed.len().into())]),
    };
    let (pivot, at) = match left {
        true => (Align2::LEFT_TOP, rect.left_top() + vec2(14.0, 14.0)),
        false => (Align2::RIGHT_TOP, rect.right_top() + vec2(-14.0, 14.0)),
    };
    let card = Area::new(Id::unique("changes out of sight")).order(Order::Middle).pivot(pivot).fixed_pos(at);
    let shown = card.show(ui.ctx(), |ui| {
        give_room(ui, rect.size());
        floating_card(ui, |ui| {
            ui.set_width(230.0_f32.min(rect.width() - 60.0));
            ui.add(Label::new(text::dense(ui, told)).wrap());
            ui.add_space(4.0);
            if ui.add(Button::plain(&words.say("comparison-show-changes"))).clicked() {
                asked.extend(around(desk, &changed, rect).map(|it| Action::Look(LookAt::Extent(Some(it)))));
            }
        });
    });
    Some(shown.response.rect)
}

/// All of these districts with some surroundings.
fn around(desk: &Desk, districts: &[DistrictIx], rect: Rect) -> Option<Extent> {
    let topology = &desk.catalog().ground.topology;
    let bounds = districts.iter().filter_map(|it| topology.district_bounds(*it)).reduce(Bounds::union)?;
    let camera = Camera::fitting(bounds, rect.size(), rect.size().min_elem() * AROUND);
    let height = camera.metres_per_point * f64::from(rect.height());
    Some(Extent { centre: camera.centre, height: height.max(NEAREST) })
}
