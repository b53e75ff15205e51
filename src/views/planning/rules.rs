//! What the figures of an area rest on: deviation, parts, districts, surface, compactness. The rule of each, and what went in.

use crate::{
    desk::{
        Desk,
        board::{ReleasedBoard, ReleasedRow},
    },
    model::{
        plan::{Plan, Target},
        planning_area::PlanningArea,
        quantity::SquareMetres,
    },
    views::numbers::{Rule, figure_of, target_said},
    words::say,
};

/// A figure of an area.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum AreaFigure {
    Deviation,
    Parts,
    Districts,
    Surface,
    Compactness,
}

impl AreaFigure {
    /// Those that stand in the details of an area, in their order.
    pub(super) const DETAILS: [Self; 5] = [Self::Deviation, Self::Parts, Self::Districts, Self::Surface, Self::Compactness];

    /// How it is written in a row: „12 Gebiete“, „Kompaktheit 0,43“. `None` where it isn't known.
    pub(super) fn said(self, desk: &Desk, row: &ReleasedRow) -> Option<String> {
        let words = desk.words();
        match self {
            Self::Deviation => row.deviation.map(|it| words.tell(&say!("planning-deviation", deviation = words.signed_percent(it, 1)))),
            Self::Parts => (row.parts > 0).then(|| words.tell(&say!("planning-parts", count = row.parts))),
            Self::Districts => Some(words.tell(&say!("planning-area-districts", count = row.districts))),
            Self::Surface => Some(words.with_unit(SquareMetres(row.surface).square_kilometres(), 0, "km²")),
            Self::Compactness => {
                row.compactness.map(|it| words.say_with("planning-area-compactness", &[("value", words.number(it, 2).into())]))
            }
        }
    }

    /// What the card says.
    pub(super) fn rule<'a>(self, desk: &'a Desk, area: &PlanningArea, row: &ReleasedRow, said: &str) -> Rule<'a> {
        let words = desk.words();
        let rule = words.say(match self {
            Self::Deviation => "planning-rule-deviation",
            Self::Parts => "planning-rule-parts",
            Self::Districts => "planning-rule-districts",
            Self::Surface => "planning-rule-surface",
            Self::Compactness => "planning-area-compactness-what",
        });
        let surface = || vec![(words.say("planning-rule-surface-of"), words.with_unit(row.surface / 1e6, 1, "km²"))];
        let inputs = match self {
            Self::Deviation => desk.released_board().map(|it| balance(desk, &it, row)).unwrap_or_default(),
            Self::Parts => vec![(words.say("planning-rule-districts-of"), words.count(row.districts))],
            Self::Districts => Vec::new(),
            Self::Surface | Self::Compactness => surface(),
        };
        Rule { of: area.name.clone(), said: said.to_owned(), rule, inputs, words }
    }
}

/// Amount and target, of which indicator, when, from where.
fn balance(desk: &Desk, board: &ReleasedBoard<'_>, row: &ReleasedRow) -> Vec<(String, String)> {
    let words = desk.words();
    let Some((series, period)) = board.balanced() else { return Vec::new() };
    let indicator = &series.indicator;
    let target = board.target().zip(desk.shown_plan());
    let target = target.map(|(target, plan)| target_said(target, &plan.target, board.held(), words)).unwrap_or_default();
    vec![
        (indicator.name.clone(), figure_of(row.balance.get(), indicator, words).text),
        (words.say("planning-rule-target"), target),
        (words.say("planning-basis-period"), period.map_or_else(String::new, |it| words.date(it.as_str()))),
        (words.say("planning-basis-source"), indicator.source.clone()),
    ]
}

/// What stands behind the target of every area.
pub(super) fn target_rule<'a>(desk: &'a Desk, plan: &Plan, target: &str) -> Rule<'a> {
    let words = desk.words();
    let mean = !matches!(plan.target, Target::Fixed(_));
    let rule = words.say(match plan.target {
        Target::Mean => "planning-target-mean-rule",
        Target::MeanBesideCity => "planning-target-beside-city-rule",
        Target::Fixed(_) => "planning-target-fixed-rule",
    });
    let mut inputs = Vec::new();
    if let Some((board, (series, period))) = desk.released_board().and_then(|it| Some((it, it.balanced()?))) {
        if let Some((sum, count)) = board.held().filter(|_| mean) {
            inputs.push((words.say("planning-target-sum"), words.whole(sum)));
            let areas = words.tell(&say!("planning-target-areas-of", count, all = board.with_target()));
            inputs.push((words.say("planning-target-areas"), areas));
        }
        inputs.push((words.say("planning-basis-definition"), series.indicator.name.clone()));
        inputs.push((words.say("planning-basis-period"), period.map_or_else(String::new, |it| words.date(it.as_str()))));
        inputs.push((words.say("planning-basis-source"), series.indicator.source.clone()));
    }
    Rule { of: words.say("planning-target-of"), said: target.to_owned(), rule, inputs, words }
}
