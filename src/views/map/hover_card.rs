//! The card of the district under the pointer, or of the chosen one: value, county, rank, basis, area, date, source.

use eframe::egui::{RichText, Ui, vec2};

use crate::{
    analysis::overlay::Unit,
    cartography::said,
    desk::Desk,
    geometry::DistrictIx,
    model::{saved_view::Level, value::State},
    views::{
        theme::{Theme, text},
        widgets::{Tone, pill, popover_frame},
    },
};

/// The card; nothing if there is nothing to say about the district.
pub fn hover_card_ui(ui: &mut Ui, desk: &Desk, district: DistrictIx) {
    let Some(found) = desk.catalog().register.get(district) else { return };
    let words = desk.words();
    popover_frame(ui.ctx()).show(ui, |ui| {
        ui.set_width(236.0);
        ui.spacing_mut().item_spacing.y = 3.0;
        ui.horizontal(|ui| {
            ui.label(text::title(ui, &found.name));
            if let Some(kind) = found.attributes.get("BEZ") {
                pill(ui, Tone::Neutral, kind);
            }
        });
        match unit_of(desk, district) {
            Some((unit, overlay)) => {
                let value = said::value(&unit.value, &overlay.indicator, words);
                let known = matches!(unit.value.state, State::Known | State::Partial);
                ui.horizontal(|ui| {
                    ui.label(if known { text::figure(ui, value) } else { text::card_title(ui, value) });
                    let county = said::value(&overlay.county, &overlay.indicator, words);
                    ui.label(text::dense_second(ui, words.say_with("card-county", &[("value", county.into())])));
                });
                ui.label(text::dense_second(ui, &overlay.indicator.name));
                rows(ui, desk, unit, overlay);
            }
            None => drop(ui.label(text::second(ui, words.say("card-no-indicator")))),
        }
    });
}

fn unit_of(desk: &Desk, district: DistrictIx) -> Option<(&Unit, &crate::analysis::overlay::Overlay)> {
    let overlay = desk.overlay_at(Level::Districts)?.as_ref().as_ref().ok()?.get();
    Some((overlay.units.get(district.index())?, overlay))
}

fn rows(ui: &mut Ui, desk: &Desk, unit: &Unit, overlay: &crate::analysis::overlay::Overlay) {
    let words = desk.words();
    let mut row = |name: &str, value: String| {
        ui.horizontal(|ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(76.0, 16.0), eframe::egui::Sense::hover());
            ui.put(rect, eframe::egui::Label::new(text::dense_second(ui, words.say(name))).halign(eframe::egui::Align::LEFT));
            ui.add(eframe::egui::Label::new(text::dense(ui, value)).wrap());
        });
    };
    if let Some(rank) = &unit.rank {
        row("card-rank", words.say_with("card-rank-of", &[("place", rank.place.into()), ("of", rank.of.into())]));
    }
    if let (Some(top), Some(bottom)) = (unit.value.numerator, unit.value.denominator) {
        row("card-basis", words.say_with("card-basis-of", &[("top", words.whole(top).into()), ("bottom", words.whole(bottom).into())]));
    }
    let area = unit.district.zip(desk.released_board()).and_then(|(it, board)| board.assignment().area_of(it));
    match area.and_then(|it| desk.shown_plan()?.area(it)) {
        Some(area) => row("card-area", format!("{} {}", area.chip(), area.name)),
        None => row("card-area", words.say("legend-unassigned")),
    }
    row("card-period", words.date(overlay.period.as_str()));
    row("card-source", overlay.indicator.source.clone());
    if overlay.indicator.pooling == crate::model::indicator::Pooling::Ratio
        && overlay.indicator.factor != 1.0
        && unit.value.numerator.is_none()
    {
        ui.label(RichText::new(words.say("card-no-counts")).size(11.0).color(Theme::of(ui.ctx()).tokens.t3));
    }
}
