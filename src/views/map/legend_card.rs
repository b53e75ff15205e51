//! The legend on the map: always complete, or folded to one line.

use eframe::egui::{Rect, ScrollArea, Ui, pos2, vec2};

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
        numbers::{Rule, opened_at, rule_card_ui},
        theme::{Theme, metrics, text},
        widgets::{Button, Explain as _, Hatch, Swatch, floating_card, icon_button, legend_row, segmented},
    },
    words::Words,
};

/// The card at the upper left of the map, at most `room` points high: what has no room is scrolled. `folded` shows the
/// headline only.
pub fn legend_card_ui(ui: &mut Ui, desk: &Desk, legend: &Legend, room: f32, folded: &mut bool, asked: &mut Vec<Action>) {
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
        let of_view = desk.view_with_classes().is_some() && !desk.coloured_by_areas();
        let back = if of_view { metrics::CONTROL } else { 0.0 };
        let used = ui.min_rect().height() + 28.0 + back; // margins of the card, the space between, the way back
        legend_scrolled_ui(ui, legend, room - used, words);
        if of_view {
            let back = ui.add(Button::link(&words.say("legend-own-classes")));
            if back.explain(&words.say("legend-own-classes-what"), None, None).clicked() {
                asked.push(Action::Look(LookAt::OwnClasses));
            }
        }
    });
}

/// The rows of a legend in a card with that much height; long ones are scrolled.
pub fn legend_scrolled_ui(ui: &mut Ui, legend: &Legend, height: f32, words: &Words) {
    let scrolled = ScrollArea::vertical().id_salt("legend rows").max_height(height.max(48.0));
    scrolled.show(ui, |ui| legend_ui(ui, legend, words));
}

/// The rows of a legend, wherever it stands.
pub fn legend_ui(ui: &mut Ui, legend: &Legend, words: &Words) {
    if !legend.subtitle.is_empty() {
        ui.label(text::hint(ui, &legend.subtitle));
    }
    ui.spacing_mut().item_spacing.y = 1.0;
    legend.classes.iter().for_each(|it| row_ui(ui, legend, it, words));
    if !legend.classes.is_empty() && !legend.others.is_empty() {
        ui.separator();
    }
    legend.others.iter().for_each(|it| row_ui(ui, legend, it, words));
    for remark in &legend.remarks {
        ui.add_space(3.0);
        ui.label(text::hint(ui, words.tell(remark)).color(Theme::of(ui.ctx()).tokens.warn));
    }
}

/// The row; its count can be opened.
fn row_ui(ui: &mut Ui, legend: &Legend, row: &Row, words: &Words) {
    let (text, counted) = (words.tell(&row.text), row.counted(words));
    let count = counted.clone().unwrap_or_default();
    let shown = legend_row(ui, swatch_of(row.sign, &Theme::of(ui.ctx())), &text, &count);
    if counted.is_none() {
        return;
    }
    let wide = (7.0 * count.chars().count() as f32).max(metrics::HIT);
    let at = Rect::from_min_max(pos2(shown.rect.right() - wide, shown.rect.top()), shown.rect.right_bottom());
    let name = words.say_with("legend-count", &[("row", text.as_str().into()), ("count", count.as_str().into())]);
    opened_at(ui, at, shown.id.with("count"), &name, |ui| {
        rule_card_ui(ui, &Rule { of: text, said: count, rule: words.say(rule_of(legend, row)), inputs: inputs(legend, words), words });
    });
}

/// Who is counted in a row.
fn rule_of(legend: &Legend, row: &Row) -> &'static str {
    let is_class = legend.classes.contains(row);
    match row.text.key {
        "legend-area" => "legend-count-area",
        _ if is_class => "legend-count-class",
        _ => "legend-count-other",
    }
}

/// Of how many, of what, in which unit, and what is said below the legend.
fn inputs(legend: &Legend, words: &Words) -> Vec<(String, String)> {
    let all: usize = legend.classes.iter().chain(&legend.others).filter_map(|it| it.count).sum();
    let remarks = legend.remarks.iter().map(|it| words.tell(it)).collect::<Vec<_>>().join(" ");
    vec![
        (words.say("legend-count-of"), words.count(all)),
        (words.say("planning-basis-definition"), legend.title.clone()),
        (words.say("planning-basis-unit"), legend.subtitle.clone()),
        (words.say("legend-count-remarks"), remarks),
    ]
}

/// A sign as a swatch.
pub fn swatch_of(sign: Sign, theme: &Theme) -> Swatch {
    match sign {
        Sign::Colour(colour) => Swatch::Colour(colour32(colour)),
        Sign::Secret => Swatch::Hatch(Hatch::Secret),
        Sign::Missing => Swatch::Hatch(Hatch::Missing),
        Sign::Uninhabited => Swatch::Hatch(Hatch::Uninhabited),
        Sign::Unassigned => Swatch::Hatch(Hatch::Unassigned),
        Sign::UnassignedOutline => Swatch::Hatch(Hatch::UnassignedOutline),
        Sign::Estimated | Sign::Partial | Sign::Range => Swatch::Hatch(Hatch::Partial),
        Sign::SwitchedOff => Swatch::Colour(theme.tokens.ground),
        Sign::NewBorder => Swatch::Line(theme.tokens.hand, 3.0),
        Sign::DroppedBorder => Swatch::Dashed(theme.map.ink, 2.0),
        Sign::SharedBorder => Swatch::Line(theme.map.hair, 1.5),
        Sign::Changed => Swatch::Hatch(Hatch::Changed),
        Sign::Bare => Swatch::Colour(bare(theme)),
    }
}
