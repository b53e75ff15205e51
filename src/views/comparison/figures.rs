//! The key figures of each plan in a table, their differences, and the measures of both plans together.

use eframe::egui::Ui;

use crate::{
    analysis::figures::{AreaFigures, PlanFigures},
    cartography::said,
    desk::Desk,
    model::{
        indicator::{Indicator, Role},
        period::Period,
        plan::Plan,
    },
    views::{
        comparison::{
            pair::Pair,
            parts::{Cell, Ink, head, heading, opened_column, row},
        },
        numbers::{Rule, rule_card_ui, target_said},
        theme::metrics,
        widgets::{Explain, TOLERANCE},
    },
    words::{Words, say},
};

/// A figure of a plan: its name, what it means, and how it is worked out and written.
struct Figure {
    /// Where people are counted, and where nobody is.
    name: [&'static str; 2],
    what: [&'static str; 2],
    of: fn(&PlanFigures) -> Option<f64>,
    said: fn(&Words, f64) -> String,
    change: fn(&Words, f64) -> String,
}

/// As many as make a plan good or bad at a glance.
const FIGURES: [Figure; 5] = [
    Figure {
        name: ["comparison-largest-deviation"; 2],
        what: ["comparison-largest-deviation-what"; 2],
        of: |it| it.max_deviation,
        said: |words, it| words.percent(it, 1),
        change: |words, it| words.say_with("comparison-points", &[("value", words.points(it, 1).into())]),
    },
    Figure {
        name: ["comparison-within"; 2],
        what: ["comparison-within-what"; 2],
        of: |it| {
            let known: Vec<f64> = it.areas.iter().filter_map(|it| it.deviation).collect();
            (!known.is_empty()).then(|| known.iter().filter(|it| it.abs() <= TOLERANCE).count() as f64)
        },
        said: |words, it| words.whole(it),
        change: |words, it| words.signed(it, 0),
    },
    Figure {
        name: ["comparison-smallest", "comparison-smallest-districts"],
        what: ["comparison-smallest-what", "comparison-smallest-districts-what"],
        of: |it| people(it).reduce(f64::min),
        said: |words, it| words.whole(it),
        change: |words, it| words.signed(it, 0),
    },
    Figure {
        name: ["comparison-largest", "comparison-largest-districts"],
        what: ["comparison-largest-what", "comparison-largest-districts-what"],
        of: |it| people(it).reduce(f64::max),
        said: |words, it| words.whole(it),
        change: |words, it| words.signed(it, 0),
    },
    Figure {
        name: ["comparison-several-parts"; 2],
        what: ["comparison-several-parts-what"; 2],
        of: |it| Some(it.areas.iter().filter(|it| it.parts > 1).count() as f64),
        said: |words, it| words.whole(it),
        change: |words, it| words.signed(it, 0),
    },
];

/// People in each area that counts; districts where nobody counted them.
fn people(figures: &PlanFigures) -> impl Iterator<Item = f64> {
    let somebody_counts = figures.areas.iter().any(|it| it.population.is_some());
    let amount = move |it: &AreaFigures| if somebody_counts { it.population?.value } else { Some(it.districts as f64) };
    figures.areas.iter().filter(|it| it.districts > 0).filter_map(amount)
}

/// The table: one column a plan, and between two their difference.
pub fn figures_ui(ui: &mut Ui, desk: &Desk, pair: Option<&Pair<'_>>) {
    let words = desk.words();
    let title = words.say("comparison-figures");
    heading(ui, &title, |_| {});
    let plans: Vec<&Plan> = desk.look().compare.plans.iter().filter_map(|it| desk.project().plan(*it)).collect();
    let shown = if pair.is_some() && desk.look().compare.mode == crate::desk::look::CompareMode::Differences { 2 } else { 4 };
    let plans: Vec<&Plan> = plans.into_iter().take(shown).collect();
    let with_difference = plans.len() == 2;
    let mut weights = vec![3.4];
    weights.extend(plans.iter().map(|_| 1.6));
    weights.extend(with_difference.then_some(1.7));
    let difference = words.say("comparison-difference");
    let mut cells = vec![Cell::left("")];
    let names: Vec<&str> = plans.iter().map(|it| it.name.as_str()).collect();
    cells.extend(names.iter().map(|it| Cell::right(it).among(&names)));
    cells.extend(with_difference.then_some(Cell::right(&difference)));
    head(ui, &title, &weights, &cells);
    FIGURES.iter().for_each(|it| figure_ui(ui, desk, &plans, &weights, it));
    if let Some(pair) = pair.filter(|_| with_difference) {
        measures_ui(ui, pair);
    }
}

fn figure_ui(ui: &mut Ui, desk: &Desk, plans: &[&Plan], weights: &[f32], figure: &Figure) {
    let words = desk.words();
    let values: Vec<Option<f64>> = plans.iter().map(|it| desk.figures_of(it.id).and_then(|figures| (figure.of)(figures.get()))).collect();
    let unknown = || words.say("comparison-unknown");
    let said: Vec<String> = values.iter().map(|it| it.map_or_else(unknown, |it| (figure.said)(words, it))).collect();
    let change = match values.as_slice() {
        [Some(a), Some(b)] if (b - a).abs() < 1e-9 => Some(words.say("comparison-same")),
        [Some(a), Some(b)] => Some((figure.change)(words, b - a)),
        _ => (plans.len() == 2).then(String::new),
    };
    let whom = usize::from(desk.catalog().with_role(Role::Population).is_none());
    let [name, what] = [figure.name, figure.what].map(|it| words.say(it.get(whom).copied().unwrap_or(it[0])));
    let mut cells = vec![Cell::left(&name)];
    cells.extend(said.iter().map(|it| Cell::right(it).ink(Ink::Strong)));
    cells.extend(change.as_deref().map(|it| Cell::right(it).ink(Ink::Quiet)));
    let spoken: Vec<String> = plans.iter().zip(&said).map(|(plan, it)| format!("{} {it}", plan.name)).chain(change.clone()).collect();
    let spoken = format!("{name}: {}", spoken.join(", "));
    let row = row(ui, &spoken, weights, &cells, metrics::BASE);
    for (at, (plan, said)) in plans.iter().zip(&said).enumerate() {
        let of = format!("{name}, {}", plan.name);
        opened_column(ui, &row, weights, at + 1, &format!("{of}: {said}"), |ui| {
            let inputs = desk.figures_of(plan.id).map(|it| balanced(desk, plan, it.get())).unwrap_or_default();
            rule_card_ui(ui, &Rule { of, said: said.clone(), rule: what.clone(), inputs, words });
        });
    }
    let _ = row.explain(&what, None, None);
}

/// What was balanced, when it was counted and by whom.
fn balanced(desk: &Desk, plan: &Plan, figures: &PlanFigures) -> Vec<(String, String)> {
    let words = desk.words();
    let series = figures.balanced.as_ref().and_then(|it| desk.catalog().find(it));
    let counted = series.map(|it| counted(words, &it.indicator, figures.period.as_ref())).unwrap_or_default();
    let target = figures.target.map_or_else(String::new, |it| target_said(it, &plan.target, figures.held(), words));
    std::iter::once((words.say("planning-rule-target"), target)).chain(counted).collect()
}

fn counted(words: &Words, indicator: &Indicator, period: Option<&Period>) -> Vec<(String, String)> {
    vec![
        (words.say("planning-basis-definition"), indicator.name.clone()),
        (words.say("planning-basis-period"), period.map_or_else(String::new, |it| words.date(it.as_str()))),
        (words.say("planning-basis-source"), indicator.source.clone()),
    ]
}

/// „79.327 von 328.952“: how many change area, and of how many; districts where nobody counted people.
pub(super) fn part_and_whole(pair: &Pair<'_>) -> Option<(String, String)> {
    let (words, compared) = (pair.desk.words(), pair.compared);
    let (part, whole) = match pair.counts_people() {
        true => (compared.moved.people.value?, compared.population.value?),
        false => {
            let moved = compared.unweighted.districts_moved as f64;
            (moved, moved / compared.unweighted.share_moved.filter(|it| *it > 0.0)?)
        }
    };
    let said = say!("planning-basis-part-of", part = words.whole(part), whole = words.whole(whole));
    Some((words.say("planning-basis-counts"), words.tell(&said)))
}

/// Name and value of what both plans have together.
const WEIGHTS: [f32; 2] = [3.4, 1.6];

/// What both plans have together: how far apart they are, and how much border changes.
fn measures_ui(ui: &mut Ui, pair: &Pair<'_>) {
    let words = pair.desk.words();
    let (moved, borders) = (&pair.compared.moved, &pair.compared.border_lengths);
    let kilometres = |metres: f64| words.with_unit(metres / 1_000.0, 1, "km");
    let unknown = || said::state(moved.state, words);
    let decimal = |it: Option<f64>| it.map_or_else(unknown, |it| words.number(it, 3));
    let (share, share_what, information_what) = match pair.counts_people() {
        true => ("comparison-share", "comparison-share-what", "comparison-information-what"),
        false => ("comparison-share-districts", "comparison-share-districts-what", "comparison-information-districts-what"),
    };
    let rows = [
        (share, share_what, moved.share.map_or_else(unknown, |it| words.percent(it, 1))),
        ("comparison-new-border", "comparison-new-border-what", kilometres(borders.added)),
        ("comparison-dropped-border", "comparison-dropped-border-what", kilometres(borders.removed)),
        ("comparison-shared-border", "comparison-shared-border-what", kilometres(borders.shared)),
        ("comparison-information", information_what, decimal(moved.variation_of_information)),
        ("comparison-rand", "comparison-rand-what", decimal(Some(pair.compared.adjusted_rand_index))),
    ];
    heading(ui, &words.say("comparison-together"), |_| {});
    for (key, what, value) in rows {
        let name = words.say(key);
        let cells = [Cell::left(&name), Cell::right(&value).ink(Ink::Strong)];
        let said = format!("{name}: {value}");
        let row = row(ui, &said, &WEIGHTS, &cells, metrics::BASE);
        let (plans, of_people) = (format!("{} – {}", pair.a.name, pair.b.name), pair.compared.counted.as_ref());
        opened_column(ui, &row, &WEIGHTS, 1, &format!("{plans}, {said}"), |ui| {
            let counts = (key == share).then(|| part_and_whole(pair)).flatten();
            let of_people = of_people.map(|it| counted(words, &it.0.indicator, Some(&it.1))).unwrap_or_default();
            let inputs = counts.into_iter().chain(of_people).collect();
            rule_card_ui(ui, &Rule { of: format!("{name}, {plans}"), said: value, rule: words.say(what), inputs, words });
        });
        let _ = row.explain(&words.say(what), None, None);
    }
}
