//! What an area gains or loses, on the map of the differences: a click tells who comes, who goes, and what that rests on.

use std::collections::HashMap;

use eframe::egui::{Id, Rect, Ui};

use crate::{
    analysis::{plan_comparison::Flow, pool::AreaValue},
    cartography::said,
    model::id::{AreaId, PlanId},
    views::{
        comparison::pair::{Pair, Side},
        map::AreaLabel,
        numbers::{Rule, opened_at, rule_card_ui},
    },
    words::say,
};

/// Lets the figures at the names of the areas of B be opened where they were painted.
pub(super) fn gains_ui(ui: &mut Ui, pair: &Pair<'_>, labels: &[AreaLabel], taken: &[Rect]) {
    let names: HashMap<AreaId, String> = pair.twins().into_iter().filter_map(|it| Some((it.b?.id, it.sign.name))).collect();
    for label in labels.iter().filter(|it| !it.figure.is_empty() && !taken.iter().any(|card| card.intersects(it.figure_at))) {
        let of = names.get(&label.area).map_or("", String::as_str);
        let name = format!("{of}: {}", label.figure);
        let card = |ui: &mut Ui| rule_card_ui(ui, &rule_of(pair, (label.area, of), &label.figure));
        opened_at(ui, label.figure_at, Id::unique(("gain", label.area.0)), &name, card);
    }
}

/// The rule, and what went in: who comes and from where, who goes and where to, how many there were and are.
fn rule_of<'a>(pair: &Pair<'a>, (area, of): (AreaId, &str), figure: &str) -> Rule<'a> {
    let words = pair.desk.words();
    let before = pair.compared.likeness.get(&area).and_then(|it| it.matches);
    let comes = pair.compared.flows.iter().filter(|it| it.to == Some(area));
    let goes = pair.compared.flows.iter().filter(|it| before.is_some() && it.from == before);
    let mut inputs: Vec<(String, String)> = Vec::new();
    inputs.extend(comes.map(|it| (words.say("comparison-gain-comes"), flow(pair, it, Side::A))));
    inputs.extend(goes.map(|it| (words.say("comparison-gain-goes"), flow(pair, it, Side::B))));
    let plans = [(pair.a.id, &pair.a.name, before), (pair.b.id, &pair.b.name, Some(area))];
    inputs.extend(plans.into_iter().filter_map(|(plan, name, area)| Some((name.clone(), amount(pair, plan, area?)?))));
    if let Some((series, period)) = &pair.compared.counted {
        inputs.push((words.say("planning-basis-definition"), series.indicator.name.clone()));
        inputs.push((words.say("planning-basis-period"), words.date(period.as_str())));
        inputs.push((words.say("planning-basis-source"), series.indicator.source.clone()));
    }
    let rule = pair.of_whom("comparison-gain-rule", "comparison-gain-rule-districts");
    Rule { of: of.to_owned(), said: figure.to_owned(), rule, inputs, words }
}

/// „7.222 in 5 Gebieten, Umland Ost/Nord“: the other side is named.
fn flow(pair: &Pair<'_>, flow: &Flow, other: Side) -> String {
    let area = if other == Side::A { flow.from } else { flow.to };
    let (words, count, area) = (pair.desk.words(), flow.districts.len(), pair.sign(other, area).name);
    match people(pair, &flow.population) {
        Some(amount) => words.tell(&say!("comparison-gain-flow", amount, count, area)),
        None => words.tell(&say!("comparison-gain-flow-districts", count, area)),
    }
}

/// What an area holds in a plan of what was counted.
fn amount(pair: &Pair<'_>, plan: PlanId, area: AreaId) -> Option<String> {
    let figures = pair.desk.figures_of(plan)?.get().area(area)?;
    match pair.counts_people() {
        true => people(pair, &figures.population?),
        false => Some(pair.desk.words().tell(&say!("comparison-districts", count = figures.districts))),
    }
}

/// `None` where nobody counted them.
fn people(pair: &Pair<'_>, value: &AreaValue) -> Option<String> {
    let (series, _) = pair.compared.counted.as_ref()?;
    Some(said::value(value, &series.indicator, pair.desk.words()))
}
