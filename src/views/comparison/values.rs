//! Indicators per area, plan beside plan: the one that colours the maps, and others that were chosen to stand below it.

use std::collections::HashMap;

use eframe::egui::{Align, Id, Layout, Popup, Ui, vec2};

use crate::{
    analysis::overlay::{Overlay, Unit},
    cartography::said,
    desk::{
        Desk,
        action::{Action, LookAt},
        look::{Compare, CompareMode},
    },
    model::{
        catalog::Series,
        id::{AreaId, IndicatorId, PlanId},
        indicator::Role,
        plan::Plan,
        planning_area::PlanningArea,
    },
    views::{
        comparison::{
            pair::{Pair, Side, Sign},
            parts::{Cell, Ink, head, heading, opened_column, row},
        },
        icons::Icon,
        numbers::{Basis, basis_card_ui},
        theme::{metrics, text},
        widgets::{Button, Dropdown, Explain as _, MenuItem, Tone, icon_button, pill},
    },
    words::say,
};

/// The chosen indicators for each area: both plans of a pair, or all that stand side by side.
pub fn values_ui(ui: &mut Ui, desk: &Desk, pair: Option<&Pair<'_>>, asked: &mut Vec<Action>) {
    let words = desk.words();
    let Some(first) = desk.shown_indicator() else { return };
    heading(ui, &words.say("comparison-values"), |_| {});
    ui.add_space(4.0);
    indicator_ui(ui, desk, asked);
    let lines = pair.map(|it| lines(desk, it)).unwrap_or_default();
    let plans = plans(desk);
    source_ui(ui, desk, &first.indicator.id);
    table_ui(ui, desk, &plans, &lines, &first.indicator.id);
    for indicator in beside(desk) {
        ui.add_space(10.0);
        beside_head_ui(ui, desk, indicator, asked);
        source_ui(ui, desk, indicator);
        table_ui(ui, desk, &plans, &lines, indicator);
    }
    ui.add_space(8.0);
    more_ui(ui, desk, asked);
}

/// The plans whose values are shown: two where differences are, up to four side by side.
fn plans(desk: &Desk) -> Vec<&Plan> {
    let most = if desk.look().compare.mode == CompareMode::Differences { 2 } else { 4 };
    desk.look().compare.plans.iter().filter_map(|it| desk.project().plan(*it)).take(most).collect()
}

/// What stands below the shown indicator; never that one again.
fn beside(desk: &Desk) -> impl Iterator<Item = &IndicatorId> {
    let look = desk.look();
    look.compare.beside.iter().filter(move |it| look.indicator.as_ref() != Some(*it))
}

/// A row: an area as it looks in the first plan that has it, and what it is in each.
struct Line {
    sign: Sign,
    areas: Vec<Option<AreaId>>,
}

/// Areas of the first plan in their order with what they are in each other plan, then those that only another one has. A plan
/// whose comparison is still being worked out has empty cells so long.
fn lines(desk: &Desk, pair: &Pair<'_>) -> Vec<Line> {
    let plans = plans(desk);
    let blank = || vec![None; plans.len()];
    // All twins at once: looking each area up anew would cost areas times areas, at every frame.
    let twins = if plans.len() == 2 { pair.twins() } else { Vec::new() };
    let mut signs: HashMap<AreaId, Sign> = twins.into_iter().filter_map(|it| Some((it.a?.id, it.sign))).collect();
    let of_first = |area: &PlanningArea| {
        let sign = signs.remove(&area.id).unwrap_or_else(|| pair.sign(Side::A, Some(area.id)));
        Line { sign, areas: std::iter::once(Some(area.id)).chain(blank().into_iter().skip(1)).collect() }
    };
    let mut lines: Vec<Line> = pair.a.areas.iter().map(of_first).collect();
    let rows: HashMap<AreaId, usize> = pair.a.areas.iter().enumerate().map(|(at, it)| (it.id, at)).collect();
    for (at, plan) in plans.iter().enumerate().skip(1) {
        let Some(other) = Pair::between(desk, pair.a.id, plan.id) else { continue };
        for twin in other.twins() {
            let Some(area) = twin.b.map(|it| it.id) else { continue };
            let line = twin.a.and_then(|a| lines.get_mut(*rows.get(&a.id)?));
            match line.and_then(|it| it.areas.get_mut(at)) {
                Some(cell) => *cell = Some(area),
                None => {
                    let areas = (0..plans.len()).map(|it| (it == at).then_some(area)).collect();
                    lines.push(Line { sign: twin.sign, areas });
                }
            }
        }
    }
    lines
}

/// When it was counted, and by whom.
fn source_ui(ui: &mut Ui, desk: &Desk, indicator: &IndicatorId) {
    let Some(series) = desk.catalog().find(indicator) else { return };
    let overlay = plans(desk).first().and_then(|it| overlay(desk, it.id, indicator));
    ui.horizontal(|ui| {
        if let Some(overlay) = overlay {
            ui.label(text::hint(ui, desk.words().date(overlay.period.as_str())));
        }
        match said::is_invented(&series.indicator.source) {
            true => drop(pill(ui, Tone::Warning, &series.indicator.source)),
            false => drop(ui.label(text::hint(ui, &series.indicator.source))),
        }
    });
}

/// One row an area, one column a plan.
fn table_ui(ui: &mut Ui, desk: &Desk, plans: &[&Plan], lines: &[Line], indicator: &IndicatorId) {
    if lines.is_empty() {
        return;
    }
    let named = desk.catalog().find(indicator).map(|it| it.indicator.name.clone()).unwrap_or_default();
    let name_weight = if plans.len() > 2 { 2.6 } else { 3.4 };
    let weights: Vec<f32> = std::iter::once(name_weight).chain(plans.iter().map(|_| if plans.len() > 2 { 1.5 } else { 1.9 })).collect();
    let names: Vec<&str> = plans.iter().map(|it| it.name.as_str()).collect();
    let areas: Vec<&str> = lines.iter().map(|it| it.sign.name.as_str()).collect();
    let cells: Vec<Cell<'_>> = std::iter::once(Cell::left("")).chain(names.iter().map(|it| Cell::right(it).among(&names))).collect();
    head(ui, &named, &weights, &cells);
    ui.push_id(indicator.as_str(), |ui| lines.iter().for_each(|it| line_ui(ui, desk, plans, (it, &named, &areas), &weights, indicator)));
}

fn line_ui(
    ui: &mut Ui,
    desk: &Desk,
    plans: &[&Plan],
    (of, named, among): (&Line, &str, &[&str]),
    weights: &[f32],
    indicator: &IndicatorId,
) {
    let words = desk.words();
    let found: Vec<Option<(&Unit, &Overlay)>> =
        plans.iter().zip(&of.areas).map(|(plan, area)| value(desk, plan.id, *area, indicator)).collect();
    let written = |it: &Option<(&Unit, &Overlay)>| {
        it.map_or_else(|| words.say("comparison-none"), |(unit, overlay)| said::value(&unit.value, &overlay.indicator, words))
    };
    let said: Vec<String> = found.iter().map(written).collect();
    let first = said.first().cloned().unwrap_or_default();
    let ink = |at: usize, said: &String| if at > 0 && *said != first { Ink::Strong } else { Ink::Quiet };
    let own: Vec<Option<&str>> = plans.iter().zip(&of.areas).map(|(plan, area)| own_name(plan, *area, &of.sign, plans.len())).collect();
    let values = said.iter().zip(&own).enumerate().map(|(at, (it, own))| Cell::right(it).ink(ink(at, it)).note(*own));
    let cells: Vec<Cell<'_>> = std::iter::once(Cell::sign(&of.sign).among(among)).chain(values).collect();
    let speak = |((plan, said), own): ((&&Plan, &String), &Option<&str>)| match own {
        Some(own) => format!("{} ({own}) {said}", plan.name),
        None => format!("{} {said}", plan.name),
    };
    let spoken: Vec<String> = plans.iter().zip(&said).zip(&own).map(speak).collect();
    let name = format!("{}, {named}: {}", of.sign.name, spoken.join(", "));
    let shown = row(ui, &name, weights, &cells, metrics::BASE);
    for (at, (((plan, value), said), own)) in plans.iter().zip(&found).zip(&said).zip(&own).enumerate() {
        let Some((unit, overlay)) = value else { continue };
        let area = own.unwrap_or(&of.sign.name);
        let basis = basis_of(desk, unit, overlay, format!("{area}, {}, {}", plan.name, overlay.indicator.name));
        opened_column(ui, &shown, weights, at + 1, &format!("{}: {said}", basis.of), |ui| basis_card_ui(ui, &basis));
    }
}

/// What a plan calls its area where that isn't what the row is called. Of a pair the row tells both names.
fn own_name<'a>(plan: &'a Plan, area: Option<AreaId>, sign: &Sign, plans: usize) -> Option<&'a str> {
    let own = plan.area(area?)?.name.as_str();
    (plans > 2 && own != sign.name).then_some(own)
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

/// The name of an indicator that stands below, and the way to put it away.
fn beside_head_ui(ui: &mut Ui, desk: &Desk, indicator: &IndicatorId, asked: &mut Vec<Action>) {
    let Some(series) = desk.catalog().find(indicator) else { return };
    let name = series.indicator.name.as_str();
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let away = desk.words().say_with("comparison-values-away", &[("indicator", name.into())]);
            if icon_button(ui, Icon::Close, &away, None).clicked() {
                asked.push(turned(desk, indicator));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(eframe::egui::Label::new(text::title(ui, name)).truncate());
            });
        });
    });
}

/// One more indicator below the others, or one less: the list stays open for several.
fn more_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let words = desk.words();
    let name = words.say("comparison-values-more");
    let full = beside(desk).count() >= Compare::MOST_BESIDE;
    let limit = full.then(|| words.tell(&say!("comparison-values-full", count = Compare::MOST_BESIDE + 1)));
    let button = ui.add(Button::plain(&name).icon(Icon::Plus).trailing(Icon::ChevronDown)).explain(&name, None, limit.as_deref());
    // Tables come and go above the button: it is another one for egui then, the list is the same.
    let id = Id::unique("compared indicators");
    Popup::menu(&button).id(id).gap(4.0).accessible_name(name).close_behavior(eframe::egui::PopupCloseBehavior::CloseOnClickOutside).show(
        |ui| {
            eframe::egui::ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
                for series in desk.catalog().series().iter().filter(|it| is_offered(desk, it)) {
                    let chosen = desk.look().compare.beside.contains(&series.indicator.id);
                    ui.add_enabled_ui(chosen || !full, |ui| {
                        if ui.add(MenuItem::new(&series.indicator.name).chosen(chosen).stays()).clicked() {
                            asked.push(turned(desk, &series.indicator.id));
                        }
                    });
                }
            });
        },
    );
}

/// Neither the one that stands first anyway nor single years of age.
fn is_offered(desk: &Desk, series: &Series) -> bool {
    desk.look().indicator.as_ref() != Some(&series.indicator.id) && !matches!(series.indicator.role, Some(Role::PopulationAge(_)))
}

/// The same list with an indicator more, or without it.
fn turned(desk: &Desk, indicator: &IndicatorId) -> Action {
    let mut all: Vec<IndicatorId> = beside(desk).filter(|it| *it != indicator).cloned().collect();
    if !desk.look().compare.beside.contains(indicator) {
        all.push(indicator.clone());
    }
    Action::Look(LookAt::CompareIndicators(all))
}

fn overlay<'a>(desk: &'a Desk, plan: PlanId, indicator: &IndicatorId) -> Option<&'a Overlay> {
    Some(desk.overlay_beside(plan, indicator)?.as_ref().as_ref().ok()?.get())
}

fn value<'a>(desk: &'a Desk, plan: PlanId, area: Option<AreaId>, indicator: &IndicatorId) -> Option<(&'a Unit, &'a Overlay)> {
    let overlay = overlay(desk, plan, indicator)?;
    let unit = overlay.units.iter().find(|it| it.area.is_some() && it.area == area)?;
    Some((unit, overlay))
}
