//! How far each area is from its target in A and in B: two dots on a line, the band of ±10 % behind them.

use eframe::egui::{CornerRadius, Label, Rect, Role, Sense, Stroke, Ui, vec2};

use crate::views::{
    comparison::{
        pair::{Pair, Twin},
        parts::{columns, heading, opened_column, paint_sign},
    },
    numbers::{Rule, figure_of, rule_card_ui, target_said},
    theme::{Theme, contrast::over, metrics, semibold, text},
    widgets::{
        TOLERANCE,
        surface::{announce, line, put_line},
    },
};

/// Name, chart, the figure in B.
const WEIGHTS: [f32; 3] = [2.6, 4.4, 1.3];
const ROW: f32 = 24.0;
const DOT: f32 = 4.5;
/// What the key of a plan has beside its name.
const KEY: f32 = 28.0;

/// The chart; nothing where no area has a target to be away from.
pub fn deviations_ui(ui: &mut Ui, pair: &Pair<'_>) {
    let words = pair.desk.words();
    let rows: Vec<_> = pair.twins().into_iter().map(|it| deviations(pair, it)).filter(|it| it.1.is_some() || it.2.is_some()).collect();
    let Some(limit) = limit(rows.iter().flat_map(|it| [it.1, it.2]).flatten()) else { return };
    heading(ui, &words.say("comparison-deviations"), |ui| key_ui(ui, pair));
    let top = ui.cursor().top();
    let whole = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), ROW * rows.len() as f32));
    if let Some(chart) = columns(whole, &WEIGHTS).get(1) {
        scale(ui, chart.with_min_y(top), limit);
    }
    let names = pair.names();
    rows.iter().for_each(|(twin, a, b)| twin_ui(ui, pair, twin, (*a, *b), limit, &names));
}

fn deviations<'a>(pair: &Pair<'a>, twin: Twin<'a>) -> (Twin<'a>, Option<f64>, Option<f64>) {
    let of = |plan: crate::model::id::PlanId, area: Option<&crate::model::planning_area::PlanningArea>| {
        pair.desk.figures_of(plan)?.get().area(area?.id)?.deviation
    };
    let (a, b) = (of(pair.a.id, twin.a), of(pair.b.id, twin.b));
    (twin, a, b)
}

/// How far the chart reaches: one area far off (a city) must not press all the others together; it gets an arrow.
fn limit(shares: impl Iterator<Item = f64>) -> Option<f64> {
    let mut shares: Vec<f64> = shares.map(f64::abs).collect();
    shares.sort_by(f64::total_cmp);
    let most = *shares.last()?;
    let usual = shares.get(shares.len() * 3 / 4).copied().unwrap_or(most);
    Some(if most > usual * 1.6 { usual * 1.25 } else { most * 1.08 }.max(2.0 * TOLERANCE))
}

/// Which dot is which plan, from the right.
fn key_ui(ui: &mut Ui, pair: &Pair<'_>) {
    // Long names share the room evenly and are cut at their end; the whole name stands under the pointer.
    let room = ui.available_width() / 2.0 - KEY;
    for (plan, full) in [(pair.b, true), (pair.a, false)] {
        ui.scope(|ui| {
            ui.set_max_width(room.max(KEY));
            ui.add(Label::new(text::dense_second(ui, &plan.name)).truncate());
        });
        let (rect, _) = ui.allocate_exact_size(vec2(12.0, 18.0), Sense::hover());
        dot(ui, rect.center(), full);
    }
}

fn dot(ui: &Ui, at: eframe::egui::Pos2, full: bool) {
    let t = Theme::of(ui.ctx()).tokens;
    match full {
        true => ui.painter().circle_filled(at, DOT, t.hand),
        false => ui.painter().circle(at, DOT, t.panel, Stroke::new(1.8, t.t1)),
    };
}

/// An arrow: the dot lies further out.
fn beyond(ui: &Ui, at: eframe::egui::Pos2, direction: f32) {
    let t = Theme::of(ui.ctx()).tokens;
    let tip = at + vec2(direction * 2.2 * DOT, 0.0);
    let foot = at + vec2(direction * 1.2 * DOT, 0.0);
    let arrow = vec![tip, foot - vec2(0.0, DOT), foot + vec2(0.0, DOT)];
    ui.painter().add(eframe::egui::Shape::convex_polygon(arrow, t.t2, Stroke::NONE));
}

fn place(chart: Rect, limit: f64, share: f64) -> f32 {
    chart.center().x + (share / limit).clamp(-1.0, 1.0) as f32 * (chart.width() / 2.0 - 2.0 * DOT)
}

/// The band within the target, and its middle.
fn scale(ui: &Ui, chart: Rect, limit: f64) {
    let t = Theme::of(ui.ctx()).tokens;
    let band = Rect::from_x_y_ranges(place(chart, limit, -TOLERANCE)..=place(chart, limit, TOLERANCE), chart.y_range());
    ui.painter().rect_filled(band, CornerRadius::ZERO, over(t.t3, t.panel, 0.14));
    ui.painter().vline(chart.center().x, chart.y_range(), Stroke::new(1.5, t.ctl));
}

fn twin_ui(ui: &mut Ui, pair: &Pair<'_>, twin: &Twin<'_>, (a, b): (Option<f64>, Option<f64>), limit: f64, among: &[&str]) {
    let words = pair.desk.words();
    let t = Theme::of(ui.ctx()).tokens;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let said = |it: Option<f64>| it.map_or_else(|| words.say("comparison-none"), |it| words.signed_percent(it, 1));
    let name = words.say_with(
        "comparison-deviation",
        &[("area", twin.sign.name.as_str().into()), ("before", said(a).into()), ("after", said(b).into())],
    );
    announce(&response, Role::Label, true, None, &name);
    let columns = columns(rect, &WEIGHTS);
    let [left, chart, right] = columns.as_slice() else { return };
    paint_sign(ui, *left, &twin.sign, false, among);
    let y = rect.center().y;
    if let (Some(a), Some(b)) = (a, b) {
        let (from, to) = (place(*chart, limit, a), place(*chart, limit, b));
        ui.painter().hline(from.min(to)..=from.max(to), y, Stroke::new(1.5, t.ctl));
    }
    let at = |share: f64| eframe::egui::pos2(place(*chart, limit, share), y);
    for (share, full) in [(a, false), (b, true)] {
        let Some(share) = share else { continue };
        if share.abs() > limit {
            beyond(ui, at(share), share.signum() as f32);
        }
        dot(ui, at(share), full);
    }
    let outside = b.is_some_and(|it| it.abs() > TOLERANCE);
    let figure = line(ui, &said(b), metrics::BASE, semibold(), if outside { t.warn } else { t.t1 }, right.width());
    let left = right.right() - figure.size().x;
    put_line(ui, figure, left, y);
    opened(ui, pair, twin, &response, &said(b));
    response.on_hover_text(name);
}

/// The deviation in B and what it rests on: the area's amount and the target.
fn opened(ui: &mut Ui, pair: &Pair<'_>, twin: &Twin<'_>, row: &eframe::egui::Response, said: &str) {
    let words = pair.desk.words();
    let Some((figures, area)) = pair.desk.figures_of(pair.b.id).map(|it| it.get()).zip(twin.b) else { return };
    let Some(series) = figures.balanced.as_ref().and_then(|it| pair.desk.catalog().find(it)) else { return };
    let amount = figures.area(area.id).and_then(|it| it.amount);
    let of = format!("{}, {}", twin.sign.name, pair.b.name);
    let inputs = vec![
        (series.indicator.name.clone(), amount.map_or_else(String::new, |it| figure_of(&it, &series.indicator, words).text)),
        (
            words.say("planning-rule-target"),
            figures.target.map_or_else(String::new, |it| target_said(it, &pair.b.target, figures.held(), words)),
        ),
        (words.say("planning-basis-period"), figures.period.as_ref().map_or_else(String::new, |it| words.date(it.as_str()))),
        (words.say("planning-basis-source"), series.indicator.source.clone()),
    ];
    let name = format!("{of}, {}: {said}", words.say("comparison-deviations"));
    opened_column(ui, row, &WEIGHTS, 2, &name, |ui| {
        rule_card_ui(ui, &Rule { of, said: said.to_owned(), rule: words.say("planning-rule-deviation"), inputs, words });
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_area_far_off_does_not_press_the_others_together() {
        let reach = limit([0.1, -0.12, 0.2, -0.22, 0.25, -0.2, 0.1, 1.5].into_iter()).unwrap_or(0.0);
        assert!((0.25..0.4).contains(&reach), "{reach}");
        let reach = limit([0.3, -0.4, 0.45].into_iter()).unwrap_or(0.0);
        assert!(reach > 0.45 && reach < 0.5, "{reach}");
        assert_eq!(limit([0.01].into_iter()), Some(0.2), "the band always has its place");
        assert_eq!(limit(std::iter::empty()), None);
    }
}
