//! The chart of a trend: lines with their names at the end, no gap bridged, breaks marked, values under the pointer.

use std::sync::Arc;

use eframe::egui::{Align2, Color32, FontId, Id, RichText, Role, TextStyle, Ui, vec2};
use egui_plot::{GridMark, Line, LineStyle, Plot, PlotPoint, PlotPoints, PlotResponse, PlotUi, Points, Text, VLine};

use crate::{
    analysis::trend::{TimeSeries, TrendPoint},
    cartography::said::unit_behind,
    desk::Desk,
    model::value::State,
    views::{
        numbers::{Basis, basis_card_ui, figure_of, opens},
        planning::trend::{Drawn, drawn},
        theme::{Theme, metrics, regular, semibold, text},
        widgets::surface::{announce, line},
    },
    words::Words,
};

const HEIGHT: f32 = 150.0;
/// Room of the value axis, in points.
const AXIS: f32 = 34.0;
/// The names take at most this share of the width.
const NAMES: f32 = 0.48;

/// The plot; `first` says which periods there are and where the series breaks.
pub(super) fn plot_ui(ui: &mut Ui, desk: &Desk, drawn: Vec<Drawn>, first: &Arc<TimeSeries>) {
    let theme = Theme::of(ui.ctx());
    let words = Arc::clone(desk.words());
    let (Some(begin), Some(end)) = (first.points.first(), first.points.last()) else { return };
    let (from, to) = (begin.period.end_in_years(), end.period.end_in_years().max(begin.period.end_in_years() + 1.0));
    let years: Vec<(f64, String)> = first.points.iter().map(|it| (it.period.end_in_years(), year(it))).collect();
    let decimals = axis_decimals(&drawn);
    let unit = unit_behind(&first.indicator).to_owned();
    let said = told(&drawn, &words);
    // Names of the lines stand right of their ends, and are as wide as they are.
    let across = (ui.available_width() - AXIS).max(1.0);
    let longest = drawn.iter().map(|it| wide(ui, &format!(" {} ", it.name), it.strong)).fold(0.0, f32::max);
    let names = (longest + 6.0).min(across * NAMES);
    let label_room = (to - from) * f64::from(names / (across - names).max(1.0)) * 1.04;
    let drawn: Vec<Drawn> = drawn.into_iter().map(|it| Drawn { name: fitting(ui, &it.name, it.strong, names - 6.0), ..it }).collect();
    ui.add_space(6.0); // the upper mark of the axis reaches above the plot
    let axis_words = Arc::clone(&words);
    ui.style_mut().text_styles.insert(TextStyle::Body, FontId::new(metrics::HINT, regular()));
    ui.visuals_mut().override_text_color = Some(theme.tokens.t3);
    let plot = Plot::new(Id::unique("trend plot"))
        .height(HEIGHT)
        .show_background(false)
        .allow_drag(false)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_double_click_reset(false)
        .show_x(false)
        .show_y(false)
        .show_crosshair(false)
        .show_grid([false, true])
        .grid_color(theme.tokens.line)
        .set_margin_fraction(vec2(0.02, 0.12))
        .include_x(from)
        .include_x(to + label_room)
        .y_axis_min_width(22.0)
        .x_grid_spacer({
            let years = years.clone();
            move |_| years.iter().filter(|it| !shown_year(&years, it.0).is_empty()).map(|it| mark(it.0)).collect()
        })
        .y_grid_spacer(|input| round_marks(input.bounds.0, input.bounds.1))
        .x_axis_formatter(move |mark, _| shown_year(&years, mark.value))
        .y_axis_formatter(move |mark, _| axis_words.with_unit(mark.value, decimals, if unit == "%" { "" } else { &unit }))
        .label_formatter(|_| None);
    let breaks = Arc::clone(first);
    let shown = plot.show(ui, move |plot| {
        for it in &breaks.breaks {
            plot.vline(VLine::new("", it.period.end_in_years() - 0.5).color(theme.tokens.t3).width(1.0).style(LineStyle::dashed_loose()));
        }
        let mut ends: Vec<f64> = Vec::new();
        for it in drawn.iter().rev() {
            line_of(plot, &theme, it, &mut ends);
        }
    });
    let from = axis_begins(shown.transform.bounds().min()[1], decimals, unit_behind(&first.indicator), &words);
    announce(&shown.response, Role::Image, true, None, &[Some(said), from.clone()].into_iter().flatten().collect::<Vec<_>>().join("; "));
    if let Some(from) = from {
        // No line reaches so low: the bounds leave a margin below the lowest value.
        let corner = shown.response.rect.left_bottom() + vec2(4.0, -1.0);
        ui.painter().text(corner, Align2::LEFT_BOTTOM, from, FontId::new(metrics::HINT, regular()), theme.tokens.t3);
    }
    hovered(ui, desk, &shown, first);
    opened(ui, desk, &shown, first);
}

/// „Achse beginnt bei 8,3 %“: a chart that doesn't begin at zero shows changes larger than they are.
fn axis_begins(lowest: f64, decimals: u8, unit: &str, words: &Words) -> Option<String> {
    let from = words.with_unit(lowest, decimals.max(u8::from(lowest < 10.0)), unit);
    (lowest > 0.0).then(|| words.say_with("planning-trend-axis", &[("from", from.into())]))
}

/// A click on a point shows what the values of its period rest on; by keyboard it is the last period.
fn opened(ui: &Ui, desk: &Desk, shown: &PlotResponse<()>, series: &Arc<TimeSeries>) {
    let id = Id::unique("trend point");
    if shown.response.clicked() {
        let last = series.points.len().saturating_sub(1);
        let at = shown.response.interact_pointer_pos().and_then(|it| nearest(shown, series, it)).unwrap_or(last);
        ui.ctx().data_mut(|it| it.insert_temp(id, at));
    }
    let at: usize = ui.ctx().data(|it| it.get_temp(id)).unwrap_or_default();
    let Some(point) = series.points.get(at) else { return };
    let (words, lines) = (desk.words(), drawn(ui, desk));
    opens(&shown.response, &words.date(point.period.as_str()), |ui| {
        for line in lines.iter().rev() {
            let Some((point, value)) = line.series.points.get(at).and_then(|it| Some((it, (line.raw)(it)?))) else { continue };
            let indicator = &line.series.indicator;
            let of = format!("{}, {}", line.name, indicator.name);
            let basis = Basis { id: id.with(&line.name), of, indicator, period: Some(&point.period), value, county: None, words };
            basis_card_ui(ui, &basis);
            ui.add_space(6.0);
        }
    });
}

/// The period nearest to a place of the chart.
fn nearest(shown: &PlotResponse<()>, series: &TimeSeries, at: eframe::egui::Pos2) -> Option<usize> {
    let years = shown.transform.value_from_position(at).x;
    let off = |it: usize| series.points.get(it).map_or(f64::MAX, |it| (it.period.end_in_years() - years).abs());
    (0..series.points.len()).min_by(|a, b| off(*a).total_cmp(&off(*b)))
}

/// The line's runs, a dot for each period, and its name at the end.
fn line_of(plot: &mut PlotUi<'_>, theme: &Theme, drawn: &Drawn, ends: &mut Vec<f64>) {
    let runs = drawn.series.lines(drawn.of);
    for run in &runs {
        plot.line(Line::new("", PlotPoints::from(run.clone())).color(drawn.colour).width(drawn.width).allow_hover(false));
    }
    dots_of(plot, theme, drawn);
    let all: Vec<[f64; 2]> = runs.iter().flatten().copied().collect();
    let Some([x, y]) = all.last().copied() else { return };
    let height = plot.plot_bounds().height().max(f64::MIN_POSITIVE);
    let place = free_place(y, height * 0.11, ends);
    ends.push(place);
    let gap = plot.plot_bounds().width() * 0.015;
    let font = FontId::new(metrics::HINT, if drawn.strong { semibold() } else { regular() });
    let colour = if drawn.strong { drawn.colour } else { theme.tokens.t2 };
    let words = RichText::new(format!(" {} ", drawn.name)).font(font).color(colour).background_color(theme.tokens.panel);
    plot.text(Text::new("", PlotPoint::new(x + gap, place), words).anchor(Align2::LEFT_CENTER).allow_hover(false));
}

/// A dot for each period; open where the value is an estimate.
fn dots_of(plot: &mut PlotUi<'_>, theme: &Theme, drawn: &Drawn) {
    let radius = if drawn.strong { 2.8 } else { 1.8 };
    for whole in [true, false] {
        let value = |it: &TrendPoint| (drawn.of)(it).filter(|it| (it.state == State::Known) == whole).and_then(|it| it.value);
        let points = drawn.series.points.iter().filter_map(|it| Some([it.period.end_in_years(), value(it)?]));
        let places: Vec<[f64; 2]> = points.collect();
        let dots = |colour: Color32, radius: f32| {
            Points::new("", PlotPoints::from(places.clone())).color(colour).radius(radius).allow_hover(false)
        };
        plot.points(dots(drawn.colour, radius));
        if !whole {
            plot.points(dots(theme.tokens.panel, radius - 1.2));
        }
    }
}

/// Names do not lie on one another: a later one gives way up or down.
fn free_place(wanted: f64, step: f64, taken: &[f64]) -> f64 {
    let free = |it: f64| taken.iter().all(|other| (other - it).abs() >= step);
    let tries = [0.0, 1.0, -1.0, 2.0, -2.0];
    let below = taken.iter().any(|it| *it > wanted);
    let sign = if below { -1.0 } else { 1.0 };
    tries.into_iter().map(|it| wanted + sign * it * step * 0.5).find(|it| free(*it)).unwrap_or(wanted)
}

/// How wide a name is at the end of its line.
fn wide(ui: &Ui, name: &str, strong: bool) -> f32 {
    let family = if strong { semibold() } else { regular() };
    line(ui, name, metrics::HINT, family, Color32::WHITE, f32::INFINITY).size().x
}

/// As much of a name as there is room for: whole words and letters, and „…“ where some are missing.
fn fitting(ui: &Ui, name: &str, strong: bool, room: f32) -> String {
    let fits = |it: &str| wide(ui, &format!(" {it} "), strong) <= room;
    if fits(name) {
        return name.to_owned();
    }
    let ends = name.char_indices().rev().map(|it| it.0);
    let cut = ends.map(|at| format!("{}…", name.get(..at).unwrap_or_default().trim_end()));
    cut.into_iter().find(|it| fits(it)).unwrap_or_else(|| "…".to_owned())
}

/// Under the pointer: the period and every line's value then.
fn hovered(ui: &Ui, desk: &Desk, shown: &PlotResponse<()>, series: &Arc<TimeSeries>) {
    let Some(at) = shown.response.hover_pos() else { return };
    let Some(nearest) = nearest(shown, series, at) else { return };
    let lines = drawn(ui, desk);
    shown.response.clone().on_hover_ui_at_pointer(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        if let Some(point) = series.points.get(nearest) {
            ui.label(text::title(ui, desk.words().date(point.period.as_str())));
        }
        for line in lines.iter().rev() {
            let Some(value) = line.series.points.get(nearest).and_then(line.of) else { continue };
            let figure = figure_of(&value, &line.series.indicator, desk.words());
            ui.label(text::dense(ui, format!("{}: {} {}", line.name, figure.text, figure.note)));
        }
    });
}

/// The chart in words: every line from its first to its last value.
fn told(drawn: &[Drawn], words: &Words) -> String {
    let line = |it: &Drawn| {
        let said = it.series.points.iter().filter_map(|point| {
            let value = (it.of)(point)?;
            Some(format!("{} {}", words.date(point.period.as_str()), figure_of(&value, &it.series.indicator, words).text))
        });
        format!("{}: {}", it.name, said.collect::<Vec<_>>().join(", "))
    };
    drawn.iter().rev().map(line).collect::<Vec<_>>().join("; ")
}

fn year(point: &TrendPoint) -> String {
    let text = point.period.as_str();
    if text.len() == 10 { text.get(..4).unwrap_or(text).to_owned() } else { text.to_owned() }
}

/// First, last and every few years between; nothing under the names of the lines.
fn shown_year(years: &[(f64, String)], value: f64) -> String {
    let step = years.len().div_ceil(4).max(1);
    let found = years.iter().position(|it| (it.0 - value).abs() < 1e-6);
    let shown = found.filter(|at| *at + 1 == years.len() || (at % step == 0 && at + step.div_ceil(2) < years.len()));
    shown.and_then(|at| years.get(at)).map(|it| it.1.clone()).unwrap_or_default()
}

/// A mark that egui_plot writes whatever lies beside it: which marks there are is decided here.
fn mark(value: f64) -> GridMark {
    GridMark { value, step_size: 1e9 }
}

/// Three to six round values between the bounds.
fn round_marks(low: f64, high: f64) -> Vec<GridMark> {
    let span = high - low;
    if !span.is_finite() || span <= 0.0 {
        return Vec::new();
    }
    let unit = 10_f64.powf((span / 5.0).log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0].into_iter().map(|it| it * unit).find(|it| span / it <= 5.0).unwrap_or(10.0 * unit);
    let (first, last) = ((low / step).ceil() as i64, (high / step).floor() as i64);
    (first..=last).map(|it| mark(it as f64 * step)).collect()
}

/// No decimals where the lines span more than four units.
fn axis_decimals(drawn: &[Drawn]) -> u8 {
    let values = || drawn.iter().flat_map(|it| it.series.lines(it.of)).flatten().map(|it| it[1]);
    let (low, high) = values().fold((f64::MAX, f64::MIN), |(low, high), it| (low.min(it), high.max(it)));
    if high - low > 4.0 || high < low { 0 } else { 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_lines_give_way() {
        assert_eq!(free_place(10.0, 2.0, &[]), 10.0);
        assert_eq!(free_place(10.0, 2.0, &[10.5]), 8.0, "the other line ends above");
        assert_eq!(free_place(10.0, 2.0, &[9.5]), 12.0);
        assert_eq!(free_place(10.0, 2.0, &[14.0]), 10.0);
    }

    #[test]
    fn the_value_axis_has_a_few_round_marks() {
        let whole = [(0.0, 25.0, vec![0.0, 5.0, 10.0, 15.0, 20.0, 25.0]), (19.6, 23.1, vec![20.0, 21.0, 22.0, 23.0]), (3.0, 3.0, vec![])];
        for (low, high, wanted) in whole {
            assert_eq!(round_marks(low, high).iter().map(|it| it.value).collect::<Vec<_>>(), wanted);
        }
    }

    #[test]
    fn the_axis_names_first_and_last_year() {
        let years: Vec<(f64, String)> = (2016..=2024).map(|it| (f64::from(it), it.to_string())).collect();
        let shown: Vec<String> = years.iter().map(|it| shown_year(&years, it.0)).filter(|it| !it.is_empty()).collect();
        assert_eq!(shown, ["2016", "2019", "2022", "2024"]);
    }
}
