//! The figures at the names of areas on the map: a click opens what each rests on, as it does in the list.

use eframe::egui::{Id, Rect, Ui};

use crate::{
    analysis::pool::AreaValue,
    desk::{Desk, look::Tool},
    model::{catalog::Series, id::AreaId, period::Period, saved_view::Level},
    views::{
        map::AreaLabel,
        numbers::{Basis, basis_card_ui, opened_at},
    },
};

/// Lets the figures be opened where they were painted, clear of the cards; not while something is drawn: there the click is the
/// brush's.
pub fn map_figures_ui(ui: &mut Ui, desk: &Desk, labels: &[AreaLabel], cards: &[Rect]) {
    if desk.look().tool != Tool::Select {
        return;
    }
    for label in labels.iter().filter(|it| !it.figure.is_empty() && !cards.iter().any(|card| card.intersects(it.figure_at))) {
        let Some((series, period, value, county)) = figure(desk, label.area) else { continue };
        let Some(area) = desk.shown_plan().and_then(|it| it.area(label.area)) else { continue };
        let basis = Basis {
            id: Id::unique(("figure on the map", label.area.0)),
            of: format!("{}, {}", area.name, series.indicator.name),
            indicator: &series.indicator,
            period,
            value,
            county,
            words: desk.words(),
        };
        let name = desk.words().say_with("map-figure", &[("of", basis.of.as_str().into()), ("figure", label.figure.as_str().into())]);
        opened_at(ui, label.figure_at, basis.id, &name, |ui| basis_card_ui(ui, &basis));
    }
}

type Known<'a> = (&'a Series, Option<&'a Period>, AreaValue, Option<AreaValue>);

/// What stands below an area's name: what is balanced where areas carry the colours, else the chosen indicator.
fn figure(desk: &Desk, area: AreaId) -> Option<Known<'_>> {
    if desk.coloured_by_areas() {
        let board = desk.released_board()?;
        let (series, period) = board.balanced()?;
        return Some((series, period, *board.row(area)?.balance.get(), None));
    }
    let overlay = desk.overlay_at(Level::Areas)?.as_ref().as_ref().ok()?.get();
    let live = desk.live_value(area).map(|it| *it.get());
    let value = live.or_else(|| overlay.area_value(area).copied())?;
    Some((desk.shown_indicator()?.as_ref(), Some(&overlay.period), value, Some(overlay.county)))
}
