//! The card of what was clicked: its value, the county's, its rank; and for a district where else it could belong.

use eframe::egui::{CornerRadius, Frame, Label, Rect, Stroke, Ui, UiBuilder, vec2};

use crate::{
    analysis::overlay::{Overlay, Unit, UnitClass},
    cartography::said,
    desk::{
        Desk,
        action::{Action, LookAt, Showing},
    },
    geometry::DistrictIx,
    model::{planning_area::PlanningArea, saved_view::Level},
    views::{
        icons::Icon,
        map::colour32,
        numbers::{Basis, opened_ui},
        presenting::{
            large::{chip_button, second, strong},
            said::arrow,
            sizes::Sizes,
        },
        theme::Theme,
    },
};

/// Whether anything is chosen.
pub fn has_something_to_say(desk: &Desk) -> bool {
    chosen_district(desk).is_some() || chosen_area(desk).is_some()
}

/// The card, as wide as there is room.
pub fn card_ui(ui: &mut Ui, desk: &Desk, sizes: &Sizes, asked: &mut Vec<Action>) {
    let theme = Theme::of(ui.ctx());
    let frame = Frame::new().fill(theme.tokens.raised).stroke(Stroke::new(theme.edge() * 2.0, theme.tokens.hand));
    let corner = CornerRadius::same((sizes.step * 0.25) as u8);
    frame.corner_radius(corner).inner_margin(sizes.step * 0.6).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing = vec2(sizes.small * 0.5, sizes.small * 0.25);
        let district = chosen_district(desk);
        let area = chosen_area(desk);
        match (desk.coloured_by_areas(), desk.look().level, area) {
            (false, Level::Districts, _) if district.is_some() => {
                value_ui(ui, desk, |it| it.district.is_some() && it.district == district, sizes)
            }
            (false, Level::Areas, Some(area)) => value_ui(ui, desk, |it| it.area == Some(area.id), sizes),
            (_, _, Some(area)) => people_ui(ui, desk, area, sizes),
            _ => {}
        }
        if let Some(district) = district {
            what_if_ui(ui, desk, district, sizes, asked);
        }
        close_ui(ui, desk, sizes, asked);
    });
}

/// A lower wall has no room for a line that the legend says too, in points.
const LOW_WALL: f32 = 500.0;

fn is_low(ui: &Ui) -> bool {
    ui.ctx().content_rect().height() < LOW_WALL
}

/// The way to close it, in its upper right corner: a line of its own would cost the map as much.
fn close_ui(ui: &mut Ui, desk: &Desk, sizes: &Sizes, asked: &mut Vec<Action>) {
    let edge = (sizes.small * 1.5).max(24.0);
    let corner = Rect::from_min_size(ui.max_rect().right_top() - vec2(edge, 0.0), vec2(edge, edge));
    let mut at = ui.new_child(UiBuilder::new().max_rect(corner));
    if arrow(&mut at, Icon::Close, &desk.words().say("wall-close"), sizes) {
        asked.push(Action::Look(LookAt::SelectArea(None)));
    }
}

/// What the card is about, clear of the way to close it.
fn name_ui(ui: &mut Ui, name: &str, sizes: &Sizes) {
    ui.scope(|ui| {
        ui.set_max_width(ui.available_width() - (sizes.small * 1.5).max(24.0));
        ui.add(Label::new(strong(ui, name, sizes.sentence)).wrap());
    });
}

fn chosen_district(desk: &Desk) -> Option<DistrictIx> {
    desk.look().selection.districts.first().and_then(|it| desk.catalog().register.find(it))
}

/// The chosen area, or that of the chosen district in the plan as it is shown now.
fn chosen_area(desk: &Desk) -> Option<&PlanningArea> {
    let plan = desk.shown_plan()?;
    let of_district = desk.look().selection.districts.first().and_then(|it| plan.area_of.get(it)).copied();
    plan.area(of_district.or(desk.look().selection.area)?)
}

/// Name, value, county, rank.
fn value_ui(ui: &mut Ui, desk: &Desk, is_it: impl Fn(&Unit) -> bool, sizes: &Sizes) {
    let words = desk.words();
    let overlay = desk.overlay_at(desk.look().level).and_then(|it| it.as_ref().as_ref().ok());
    let Some(overlay): Option<&Overlay> = overlay.map(|it| it.get()) else { return };
    let Some(unit) = overlay.units.iter().find(|it| is_it(it)) else { return };
    name_ui(ui, &unit.name, sizes);
    // On a low wall the legend says what is measured; the card does where the unit stands behind no number.
    let measured = said::headline(&overlay.indicator);
    let roomy = !is_low(ui);
    if roomy || measured != overlay.indicator.name {
        ui.add(Label::new(second(ui, measured, sizes.small)).wrap());
    }
    ui.horizontal_wrapped(|ui| {
        let said = match unit.class {
            UnitClass::SwitchedOff => words.say("value-switched-off"),
            _ => said::value(&unit.value, &overlay.indicator, words),
        };
        let basis = Basis {
            id: ui.scope_id(),
            of: format!("{}, {}", unit.name, overlay.indicator.name),
            indicator: &overlay.indicator,
            period: Some(&overlay.period),
            value: unit.value,
            county: Some(overlay.county),
            words,
        };
        let name = format!("{}: {said}", basis.of);
        opened_ui(ui, strong(ui, said, sizes.value), &name, |ui| basis_ui(ui, &basis, sizes));
        // „aus 36 von 39“ stands beside the district's number too; without room „rund“ says that it is an estimate.
        let said_of = if roomy { said::value } else { said::short };
        let county = said_of(&overlay.county, &overlay.indicator, words);
        ui.label(second(ui, words.say_with("card-county", &[("value", county.into())]), sizes.small));
    });
    if let Some(rank) = &unit.rank {
        let key = if overlay.level == Level::Areas { "wall-rank-areas" } else { "wall-rank-districts" };
        let said = words.say_with(key, &[("place", rank.place.into()), ("of", rank.of.into()), ("left", overlay.unranked().into())]);
        ui.add(Label::new(second(ui, said, sizes.small)).wrap());
    }
}

/// What the value rests on, as large as everything on the wall.
fn basis_ui(ui: &mut Ui, basis: &Basis<'_>, sizes: &Sizes) {
    ui.set_width(sizes.step * 16.0);
    ui.spacing_mut().item_spacing.y = sizes.small * 0.3;
    for (name, said) in basis.lines() {
        ui.add(Label::new(second(ui, format!("{name}: {said}"), sizes.small)).wrap());
    }
}

/// Where the map shows areas alone: how many people live in the chosen one.
fn people_ui(ui: &mut Ui, desk: &Desk, area: &PlanningArea, sizes: &Sizes) {
    let words = desk.words();
    name_ui(ui, &area.name, sizes);
    let figures = desk.shown_plan().and_then(|it| desk.figures_of(it.id));
    let Some(figures) = figures.and_then(|it| it.get().area(area.id)) else { return };
    if let Some(people) = figures.population.and_then(|it| it.value) {
        ui.label(strong(ui, words.say_with("comparison-people", &[("people", words.whole(people).into())]), sizes.value));
    }
    ui.label(second(ui, words.say_with("comparison-districts", &[("count", figures.districts.into())]), sizes.legend));
}

/// „Was wäre, wenn Friedland zu … gehörte?“: one chip for each other area.
fn what_if_ui(ui: &mut Ui, desk: &Desk, district: DistrictIx, sizes: &Sizes, asked: &mut Vec<Action>) {
    let words = desk.words();
    let (Some(plan), Some(found)) = (desk.shown_plan(), desk.catalog().register.get(district)) else { return };
    let now = plan.area_of.get(&found.key).copied();
    ui.add_space(sizes.small * 0.3);
    let key = match (!desk.coloured_by_areas() && desk.look().level == Level::Districts, is_low(ui)) {
        (true, _) => "wall-what-if", // the card's headline is the district
        (false, false) => "wall-what-if-of",
        (false, true) => "wall-what-if-brief",
    };
    ui.add(Label::new(second(ui, words.say_with(key, &[("district", found.name.as_str().into())]), sizes.small)).wrap());
    ui.horizontal_wrapped(|ui| {
        for area in plan.areas.iter().filter(|it| Some(it.id) != now) {
            let name = words.say_with("wall-move", &[("district", found.name.as_str().into()), ("area", area.name.as_str().into())]);
            if chip_button(ui, (area.chip(), &area.name), colour32(area.colour), sizes.small, &name).clicked() {
                asked.push(Action::Show(Showing::WhatIf(district, Some(area.id))));
            }
        }
    });
}
