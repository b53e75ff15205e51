//! One indicator per area, before and after.

use eframe::egui::{Align, Id, Layout, Ui, vec2};

use crate::{
    analysis::overlay::{Overlay, Unit},
    cartography::said,
    desk::{
        Desk,
        action::{Action, LookAt},
    },
    model::id::{AreaId, PlanId},
    views::{
        comparison::{
            pair::Pair,
            parts::{Cell, Ink, columns, head, heading, opened_column, paint_sign, row},
        },
        numbers::{Basis, basis_card_ui},
        theme::{metrics, text},
        widgets::{Dropdown, Tone, pill},
    },
};

/// The chosen indicator for each area: both plans of a pair, or nothing but the choice where maps stand side by side.
pub fn values_ui(ui: &mut Ui, desk: &Desk, pair: Option<&Pair<'_>>, asked: &mut Vec<Action>) {
    let words = desk.words();
    let Some(series) = desk.shown_indicator() else { return };
    heading(ui, &words.say("comparison-values"), |_| {});
    ui.add_space(4.0);
    indicator_ui(ui, desk, asked);
    let invented = series.indicator.source.contains("erfunden");
    ui.horizontal(|ui| {
        if let Some(period) = desk.shown_period() {
            ui.label(text::hint(ui, words.date(period.as_str())));
        }
        match invented {
            true => drop(pill(ui, Tone::Warning, &series.indicator.source)),
            false => drop(ui.label(text::hint(ui, &series.indicator.source))),
        }
    });
    let Some(pair) = pair else { return };
    let weights = [3.4, 1.9, 1.9];
    let title = words.say("comparison-values");
    head(ui, &title, &weights, &[Cell::left(""), Cell::right(&pair.a.name), Cell::right(&pair.b.name)]);
    for twin in pair.twins() {
        let found = [(pair.a, twin.a), (pair.b, twin.b)].map(|(plan, area)| (plan, value(desk, plan.id, area.map(|it| it.id))));
        let written = |it: &Option<(&Unit, &Overlay)>| {
            it.map_or_else(|| words.say("comparison-none"), |(unit, overlay)| said::value(&unit.value, &overlay.indicator, words))
        };
        let [a, b] = [written(&found[0].1), written(&found[1].1)];
        let ink = if a == b { Ink::Quiet } else { Ink::Strong };
        let name = words.say_with(
            "comparison-deviation",
            &[("area", twin.sign.name.as_str().into()), ("before", a.as_str().into()), ("after", b.as_str().into())],
        );
        let shown = row(ui, &name, &weights, &[Cell::left(""), Cell::right(&a).ink(Ink::Quiet), Cell::right(&b).ink(ink)], metrics::BASE);
        if let Some(left) = columns(shown.rect, &weights).first() {
            paint_sign(ui, *left, &twin.sign, false);
        }
        for (at, ((plan, value), said)) in found.iter().zip([&a, &b]).enumerate() {
            let Some((unit, overlay)) = value else { continue };
            let basis = basis_of(desk, unit, overlay, format!("{}, {}, {}", twin.sign.name, plan.name, overlay.indicator.name));
            opened_column(ui, &shown, &weights, at + 1, &format!("{}: {said}", basis.of), |ui| basis_card_ui(ui, &basis));
        }
    }
}

fn basis_of<'a>(desk: &'a Desk, unit: &Unit, overlay: &'a Overlay, of: String) -> Basis<'a> {
    let (indicator, period, county) = (&overlay.indicator, Some(&overlay.period), Some(overlay.county));
    Basis { id: Id::unique(("compared value", &of)), of, indicator, period, value: unit.value, county, words: desk.words() }
}

fn indicator_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let series = desk.catalog().series();
    let Some(now) = desk.shown_indicator() else { return };
    let names: Vec<&str> = series.iter().map(|it| it.indicator.name.as_str()).collect();
    let name = desk.words().say("comparison-indicator");
    ui.allocate_ui_with_layout(vec2(ui.available_width(), metrics::INPUT), Layout::left_to_right(Align::Center), |ui| {
        let chosen = Dropdown::new(&name, &now.indicator.name).show(ui, &names).and_then(|it| series.get(it));
        asked.extend(chosen.map(|it| Action::Look(LookAt::Indicator(it.indicator.id.clone()))));
    });
}

fn value(desk: &Desk, plan: PlanId, area: Option<AreaId>) -> Option<(&Unit, &Overlay)> {
    let overlay: &Overlay = desk.overlay_of_plan(plan)?.as_ref().as_ref().ok()?.get();
    let unit = overlay.units.iter().find(|it| it.area.is_some() && it.area == area)?;
    Some((unit, overlay))
}
