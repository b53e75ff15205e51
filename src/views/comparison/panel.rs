//! The panel beside the maps: how many people move, who goes where, the figures of each plan, reasons, what to do next.

use eframe::egui::{Frame, Margin, ScrollArea, Ui};

use crate::{
    cartography::legend::Legend,
    desk::{
        Desk,
        action::{Action, LookAt},
        look::{Colouring, CompareMode},
    },
    model::saved_view::Level,
    views::{
        comparison::{deviations, figures, flows, next, pair::Pair, parts::heading, reasons, values},
        map::legend_ui,
        numbers::{Rule, opened_ui, rule_card_ui},
        theme::{metrics, text},
        widgets::segmented,
    },
};

/// The panel, scrolled as a whole.
/// The legend of maps side by side stands here, so that it covers none of them.
pub fn panel_ui(ui: &mut Ui, desk: &Desk, legend: Option<&Legend>, asked: &mut Vec<Action>) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let inset = metrics::PANEL_INSET as i8 + 2;
        Frame::new().inner_margin(Margin { left: inset, right: inset, top: 14, bottom: 20 }).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 2.0;
            match (desk.look().compare.mode, Pair::of(desk)) {
                (CompareMode::SideBySide, pair) => {
                    if let Some(legend) = legend {
                        beside_legend_ui(ui, desk, legend, asked);
                    }
                    figures::figures_ui(ui, desk, pair.as_ref());
                    values::values_ui(ui, desk, pair.as_ref(), asked);
                }
                (CompareMode::Differences, Some(pair)) => pair_ui(ui, &pair, asked),
                (CompareMode::Differences, None) => drop(ui.label(text::second(ui, desk.words().say("comparison-working")))),
            }
        });
    });
}

fn beside_legend_ui(ui: &mut Ui, desk: &Desk, legend: &Legend, asked: &mut Vec<Action>) {
    let words = desk.words();
    heading(ui, &legend.title, |_| {});
    let options = [words.say("legend-by-indicator"), words.say("legend-by-area")];
    let options: Vec<&str> = options.iter().map(String::as_str).collect();
    ui.add_space(4.0);
    ui.label(text::hint(ui, words.say("legend-colours")));
    let colourings = [Colouring::Indicator, Colouring::Areas];
    let chosen = segmented(ui, &words.say("legend-colours"), &options, usize::from(desk.coloured_by_areas()));
    asked.extend(chosen.and_then(|it| colourings.get(it)).map(|it| Action::Look(LookAt::Colouring(*it))));
    ui.add_space(4.0);
    let level = [words.say("comparison-by-areas"), words.say("comparison-by-districts")];
    if !desk.coloured_by_areas() {
        let level: Vec<&str> = level.iter().map(String::as_str).collect();
        let levels = [Level::Areas, Level::Districts];
        let now = usize::from(desk.look().level == Level::Districts);
        ui.label(text::hint(ui, words.say("comparison-level")));
        let chosen = segmented(ui, &words.say("comparison-level"), &level, now);
        asked.extend(chosen.and_then(|it| levels.get(it)).map(|it| Action::Look(LookAt::Level(*it))));
        ui.add_space(4.0);
    }
    ui.scope(|ui| legend_ui(ui, legend, words));
}

fn pair_ui(ui: &mut Ui, pair: &Pair<'_>, asked: &mut Vec<Action>) {
    headline_ui(ui, pair);
    if !pair.compared.flows.is_empty() {
        flows::flows_ui(ui, pair, asked);
    }
    figures::figures_ui(ui, pair.desk, Some(pair));
    deviations::deviations_ui(ui, pair);
    values::values_ui(ui, pair.desk, Some(pair), asked);
    reasons::reasons_ui(ui, pair);
    next::next_ui(ui, pair, asked);
}

/// „24.610 Menschen wechseln den Raum, 7,5 %“
fn headline_ui(ui: &mut Ui, pair: &Pair<'_>) {
    let words = pair.desk.words();
    if pair.compared.flows.is_empty() {
        ui.label(text::page_title(ui, words.say("comparison-alike")));
        ui.label(text::second(ui, words.say("comparison-alike-what")));
        return;
    }
    let (amount, share) = amount_and_share(pair);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        opened_ui(ui, text::figure(ui, amount.as_str()), &amount, |ui| moved_card_ui(ui, pair, &amount));
        let moves = match share {
            Some(share) => words.say_with("comparison-moves", &[("share", words.percent(share, 1).into())]),
            None => words.say("comparison-moves-in-all"),
        };
        ui.label(text::card_title(ui, moves).strong());
    });
    let twins = pair.twins();
    let changing = twins.iter().filter(|it| it.changes).count();
    let counted = counted(pair.desk);
    let line = [
        words.say_with("comparison-of-districts", &[("count", pair.compared.changed.len().into()), ("of", counted.into())]),
        words.say_with("comparison-of-areas", &[("count", changing.into()), ("of", twins.len().into())]),
    ];
    ui.label(text::second(ui, line.join(" · ")));
    if pair.compared.without_population > 0 && pair.compared.weighted_by_population {
        let count = pair.compared.without_population;
        ui.label(text::warning(ui, words.say_with("comparison-without-people", &[("count", count.into())])));
    }
}

/// What the headline rests on: how many of how many, of whom, when, from where.
fn moved_card_ui(ui: &mut Ui, pair: &Pair<'_>, amount: &str) {
    let words = pair.desk.words();
    let mut inputs: Vec<(String, String)> = figures::part_and_whole(pair).into_iter().collect();
    if let Some((series, period)) = &pair.compared.counted {
        inputs.push((words.say("planning-basis-definition"), series.indicator.name.clone()));
        inputs.push((words.say("planning-basis-period"), words.date(period.as_str())));
        inputs.push((words.say("planning-basis-source"), series.indicator.source.clone()));
    }
    let of = format!("{} – {}", pair.a.name, pair.b.name);
    let rule = pair.of_whom("comparison-moved-what", "comparison-moved-districts-what");
    rule_card_ui(ui, &Rule { of, said: amount.to_owned(), rule, inputs, words });
}

/// People, or what is certain of them, with their share; where nobody counted them or the profile hides them, districts.
fn amount_and_share(pair: &Pair<'_>) -> (String, Option<f64>) {
    let (words, moved) = (pair.desk.words(), &pair.compared.moved);
    let people = |key: &str, people: f64| words.say_with(key, &[("people", words.whole(people).into())]);
    match (moved.people.value, moved.people.at_least) {
        (Some(all), _) => (people("comparison-people", all), moved.share),
        (_, Some(least)) => (people("comparison-people-at-least", least), None),
        _ => {
            let unweighted = &pair.compared.unweighted;
            (words.say_with("comparison-districts", &[("count", unweighted.districts_moved.into())]), unweighted.share_moved)
        }
    }
}

/// Districts that take part: neither uninhabited nor switched off.
fn counted(desk: &Desk) -> usize {
    let catalog = desk.catalog();
    let nobody = catalog.uninhabited();
    let off = |key| !desk.look().with_city && desk.project().city.contains(key);
    catalog.register.iter().filter(|(at, it)| !nobody(*at) && !off(&it.key)).count()
}
