//! The chosen districts and their area over time beside the county: labelled at the line's end, no gap bridged, breaks marked.

use std::sync::Arc;

use eframe::egui::{Color32, Id, Ui};

use crate::{
    analysis::{
        pool::AreaValue,
        trend::{TimeSeries, TrendPoint, TrendQuestion},
    },
    desk::Desk,
    geometry::DistrictIx,
    model::id::AreaId,
    views::{
        planning::{kept, trend_plot::plot_ui},
        theme::{Theme, text},
    },
    words::say,
};

/// Whose value the chart shows: the chosen districts, else the chosen area, else the county.
pub(super) fn selected_name(desk: &Desk) -> String {
    let words = desk.words();
    let districts = &desk.look().selection.districts;
    let register = &desk.catalog().register;
    let first = districts.first().and_then(|it| register.find(it)).and_then(|it| register.get(it));
    match (districts.len(), first, chosen_area(desk)) {
        (1, Some(district), _) => district.name.clone(),
        (2.., _, _) => words.tell(&say!("planning-several-districts", count = districts.len())),
        (_, _, Some(area)) => area_name(desk, area),
        _ => words.say("planning-county"),
    }
}

fn area_name(desk: &Desk, area: AreaId) -> String {
    let area = desk.shown_plan().and_then(|it| it.area(area));
    area.map(|it| format!("{} {}", it.chip(), it.name)).unwrap_or_default()
}

fn chosen_area(desk: &Desk) -> Option<AreaId> {
    let plan = desk.shown_plan()?;
    desk.look().selection.area.filter(|it| plan.area(*it).is_some())
}

/// One line of the chart.
pub(super) struct Drawn {
    pub(super) name: String,
    /// The value as it is drawn: an estimate stands for it.
    pub(super) of: fn(&TrendPoint) -> Option<AreaValue>,
    /// The value as it is.
    pub(super) raw: fn(&TrendPoint) -> Option<AreaValue>,
    pub(super) series: Arc<TimeSeries>,
    pub(super) colour: Color32,
    pub(super) width: f32,
    pub(super) strong: bool,
}

/// The chart with its headline.
pub(super) fn trend_chart_ui(ui: &mut Ui, desk: &Desk) {
    let words = desk.words();
    let drawn = drawn(ui, desk);
    let Some(first) = drawn.first().map(|it| Arc::clone(&it.series)) else { return };
    let indicator = &first.indicator;
    let headline =
        [indicator.name.as_str(), indicator.unit.as_str()].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(", ");
    let source = if indicator.source.is_empty() { headline } else { format!("{headline} · {}", indicator.source) };
    ui.add(eframe::egui::Label::new(text::hint(ui, source)).truncate());
    if first.without_city {
        ui.label(text::hint(ui, words.say("planning-basis-without-city")));
    }
    if drawn.iter().all(|it| it.series.lines(it.of).is_empty()) {
        ui.label(text::dense_second(ui, words.say("planning-trend-empty")));
        return;
    }
    ui.scope(|ui| plot_ui(ui, desk, drawn, &first));
    for it in &first.breaks {
        let said = words
            .say_with("planning-trend-break", &[("period", words.date(it.period.as_str()).into()), ("reason", it.reason.as_str().into())]);
        ui.add(eframe::egui::Label::new(text::hint(ui, said.as_str())).truncate()).on_hover_text(said);
    }
}

/// The lines, the most telling one last, so that it lies on top.
pub(super) fn drawn(ui: &Ui, desk: &Desk) -> Vec<Drawn> {
    let t = Theme::of(ui.ctx()).tokens;
    let register = &desk.catalog().register;
    let districts: Vec<DistrictIx> = desk.look().selection.districts.iter().filter_map(|it| register.find(it)).collect();
    let area = chosen_area(desk);
    let mut drawn = Vec::new();
    let county = series(ui, desk, "county", Vec::new());
    drawn.extend(county.map(|series| Drawn {
        name: desk.words().say("planning-county"),
        of: |it| Some(seen(county_of(it))),
        raw: |it| Some(county_of(it)),
        series,
        colour: t.t3,
        width: 1.5,
        strong: false,
    }));
    if let Some(area) = area {
        let members = desk.released_board().map(|it| members(it.assignment(), area)).unwrap_or_default();
        let strong = districts.is_empty();
        drawn.extend(series(ui, desk, "area", members).map(|series| Drawn {
            name: desk.shown_plan().and_then(|it| it.area(area)).map(|it| it.name.clone()).unwrap_or_default(),
            of: |it| it.selection.map(seen),
            raw: |it| it.selection,
            series,
            colour: if strong { t.acc } else { t.t2 },
            width: if strong { 2.0 } else { 1.5 },
            strong,
        }));
    }
    if !districts.is_empty() {
        drawn.extend(series(ui, desk, "districts", districts).map(|series| Drawn {
            name: selected_name(desk),
            of: |it| it.selection.map(seen),
            raw: |it| it.selection,
            series,
            colour: t.acc,
            width: 2.0,
            strong: true,
        }));
    }
    drawn
}

/// The county as its office published it, else as its districts come to.
fn county_of(point: &TrendPoint) -> AreaValue {
    point.published.filter(|it| it.value.is_some()).unwrap_or(point.county)
}

/// An estimate is drawn like a value; its dot stays open.
fn seen(value: AreaValue) -> AreaValue {
    AreaValue { value: value.shown(), ..value }
}

fn members(assignment: &crate::analysis::assignment::Assignment, area: AreaId) -> Vec<DistrictIx> {
    assignment.position(area).map(|it| assignment.members(it).to_vec()).unwrap_or_default()
}

/// The series of some districts, worked out once until catalog, selection, city or profile change.
fn series(ui: &Ui, desk: &Desk, slot: &str, districts: Vec<DistrictIx>) -> Option<Arc<TimeSeries>> {
    let question = TrendQuestion {
        indicator: desk.shown_indicator()?.indicator.id.clone(),
        selection: districts.into_iter().collect(),
        city: desk.project().city.clone(),
        with_city: desk.look().with_city,
        profile: desk.look().profile,
    };
    let key = (desk.catalog().revision, question);
    let answer = kept::memo(ui, Id::unique(("trend", slot)), key, |it| {
        TimeSeries::of(desk.catalog(), &it.1).ok().map(|it| Arc::new(it.get().clone()))
    });
    answer.as_ref().clone()
}
