//! The legend on the map: always complete, or folded to one line.

use eframe::egui::{Ui, vec2};

use crate::{
    cartography::legend::{Legend, Row, Sign},
    desk::{
        Desk,
        action::{Action, LookAt},
        look::Colouring,
    },
    views::{
        icons::Icon,
        map::scene::{bare, colour32},
        theme::{Theme, text},
        widgets::{Hatch, Swatch, floating_card, icon_button, legend_row, segmented},
    },
    words::Words,
};

/// The card at the upper left of the map. `folded` shows the headline only.
pub fn legend_card_ui(ui: &mut Ui, desk: &Desk, legend: &Legend, folded: &mut bool, asked: &mut Vec<Action>) {
    let words = desk.words();
    floating_card(ui, |ui| {
        ui.set_width(200.0);
        ui.horizontal(|ui| {
            ui.set_min_height(20.0);
            ui.allocate_ui(vec2(170.0, 20.0), |ui| ui.add(eframe::egui::Label::new(text::title(ui, &legend.title)).wrap()));
            let (icon, name) = if *folded { (Icon::ChevronDown, "legend-unfold") } else { (Icon::ChevronUp, "legend-fold") };
            if icon_button(ui, icon, &words.say(name), None).clicked() {
                *folded = !*folded;
            }
        });
        if *folded {
            return;
        }
        if desk.shown_indicator().is_some() && desk.shown_plan().is_some() {
            let options = [words.say("legend-by-indicator"), words.say("legend-by-area")];
            let chosen = usize::from(desk.coloured_by_areas());
            let options: Vec<&str> = options.iter().map(String::as_str).collect();
            if let Some(at) = segmented(ui, &words.say("legend-colours"), &options, chosen) {
                asked.push(Action::Look(LookAt::Colouring(if at == 0 { Colouring::Indicator } else { Colouring::Areas })));
            }
            ui.add_space(4.0);
        }
        legend_ui(ui, legend, words);
    });
}

/// The rows of a legend, wherever it stands.
pub fn legend_ui(ui: &mut Ui, legend: &Legend, words: &Words) {
    if !legend.subtitle.is_empty() {
        ui.label(text::hint(ui, &legend.subtitle));
    }
    ui.spacing_mut().item_spacing.y = 1.0;
    legend.classes.iter().for_each(|it| row_ui(ui, it, words));
    if !legend.classes.is_empty() && !legend.others.is_empty() {
        ui.separator();
    }
    legend.others.iter().for_each(|it| row_ui(ui, it, words));
    for remark in &legend.remarks {
        ui.add_space(3.0);
        ui.label(text::hint(ui, words.tell(remark)).color(Theme::of(ui.ctx()).tokens.warn));
    }
}

fn row_ui(ui: &mut Ui, row: &Row, words: &Words) {
    let count = row.count.map_or_else(String::new, |it| words.count(it));
    legend_row(ui, swatch_of(row.sign, &Theme::of(ui.ctx())), &words.tell(&row.text), &count);
}

/// A sign as a swatch.
pub fn swatch_of(sign: Sign, theme: &Theme) -> Swatch {
    match sign {
        Sign::Colour(colour) => Swatch::Colour(colour32(colour)),
        Sign::Secret => Swatch::Hatch(Hatch::Secret),
        Sign::Missing => Swatch::Hatch(Hatch::Missing),
        Sign::Uninhabited => Swatch::Hatch(Hatch::Uninhabited),
        Sign::Unassigned => Swatch::Hatch(Hatch::UnassignedOutline),
        Sign::Estimated | Sign::Partial | Sign::Range => Swatch::Hatch(Hatch::Partial),
        Sign::SwitchedOff => Swatch::Colour(theme.tokens.ground),
        Sign::NewBorder => Swatch::Line(theme.tokens.hand, 3.0),
        Sign::DroppedBorder => Swatch::Dashed(theme.map.ink, 2.0),
        Sign::SharedBorder => Swatch::Line(theme.map.hair, 1.5),
        Sign::Changed => Swatch::Hatch(Hatch::Changed),
        Sign::Bare => Swatch::Colour(bare(theme)),
    }
}
