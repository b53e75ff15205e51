//! The histogram: bars in the colours of the classes, the limits between them, the county's value.

use eframe::egui::{Color32, CornerRadius, CursorIcon, EventFilter, Id, Key, Rect, Role, Sense, Shape, Stroke, Ui, pos2, vec2};

use crate::{
    analysis::classify::{Bin, Classes, histogram},
    cartography::class_limits,
    desk::{Desk, action::Action},
    model::{
        classing::{ClassMethod, Classing},
        saved_view::Level,
    },
    views::{
        numbers::{Basis, basis_card_ui, figure_of, opened_ui},
        planning::{
            classes::{inner, limit_decimals, set},
            shown::Shown,
        },
        theme::{Theme, metrics, regular, text},
        widgets::surface::{announce, focus_ring, line, put_line},
    },
    words::{Message, say},
};

const BARS: f32 = 46.0;
const AXIS: f32 = 16.0;
const HANDLE: f32 = 9.0;
const BINS: usize = 26;

/// Where a value lies on the axis, and back.
struct Scale {
    low: f64,
    high: f64,
    left: f32,
    right: f32,
}

impl Scale {
    fn x(&self, value: f64) -> f32 {
        let share = if self.high > self.low { (value - self.low) / (self.high - self.low) } else { 0.5 };
        self.left + (self.right - self.left) * share.clamp(0.0, 1.0) as f32
    }

    fn value(&self, x: f32) -> f64 {
        let share = f64::from(((x - self.left) / (self.right - self.left)).clamp(0.0, 1.0));
        self.low + (self.high - self.low) * share
    }
}

/// The histogram as wide as there is room. With own limits each can be dragged; the classes change when it is let go.
pub(super) fn histogram_ui(ui: &mut Ui, desk: &Desk, shown: &Shown<'_>, classing: &Classing, asked: &mut Vec<Action>) {
    let Some(classes) = &shown.overlay.classes else { return };
    let bars = histogram(&shown.overlay.classed_values(), &classes.breaks, BINS);
    let (Some(first), Some(last)) = (bars.first(), bars.last()) else { return };
    let height = HANDLE + BARS + AXIS;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let told = told(desk, shown, classes);
    announce(&response, Role::Image, true, None, &desk.words().tell(&say!("planning-histogram", classes = told.join("; "))));
    let scale = Scale { low: first.from, high: last.to, left: rect.left() + 1.0, right: rect.right() - 1.0 };
    let ground = rect.top() + HANDLE + BARS;
    if let Some(said) = ui.ctx().pointer_hover_pos().and_then(|at| told.get(classes.class_of(scale.value(at.x))?)) {
        response.on_hover_ui_at_pointer(|ui| drop(ui.label(text::dense(ui, said.as_str()))));
    }
    paint_bars(ui, &scale, ground, &bars, &shown.colours);
    let movable = matches!(classing.method, ClassMethod::Manual(_)) && classing.frozen.is_none();
    let decimals = limit_decimals(inner(&classes.breaks), shown.overlay.indicator.shown_decimals());
    let limits = Limits { indicator: shown, decimals, scale: &scale, rect, movable };
    let places = limits.show(ui, desk, classing, inner(&classes.breaks), asked);
    paint_axis(ui, desk, &scale, rect, &places, decimals);
    county_ui(ui, desk, shown, &scale, (rect.top() + HANDLE, ground), movable);
}

/// The room of the histogram while there is nothing to count, with the reason in it: the slider above stays where it is.
pub(super) fn nothing_ui(ui: &mut Ui, why: &str) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HANDLE + BARS + AXIS), Sense::hover());
    announce(&response, Role::Label, true, None, why);
    let theme = Theme::of(ui.ctx());
    ui.painter().hline(rect.x_range(), rect.bottom() - AXIS, Stroke::new(1.0, theme.map.hatch));
    let said = line(ui, why, metrics::HINT, regular(), theme.tokens.t2, rect.width());
    put_line(ui, said, rect.left(), rect.bottom() - AXIS - BARS / 2.0);
    ui.horizontal(|ui| ui.allocate_exact_size(vec2(3.0, 18.0), Sense::hover())); // where the county is told of
}

/// Each class in words, as the legend calls it, and how many are in it: „6 bis unter 9: 5 Gebiete“. Told under the pointer,
/// and all of them to those who do not see the bars.
fn told(desk: &Desk, shown: &Shown<'_>, classes: &Classes) -> Vec<String> {
    let words = desk.words();
    let limits = class_limits::open_ended(&classes.breaks, shown.overlay.indicator.shown_decimals(), words);
    let key = if shown.overlay.level == Level::Areas { "planning-histogram-areas" } else { "planning-histogram-districts" };
    let one = |(class, count): (Message, &usize)| words.tell(&Message::new(key).with("class", class).with("count", *count));
    limits.into_iter().zip(&classes.counts).map(one).collect()
}

/// Height is count by width, so that a bar's surface is true; a class of one value gets a narrow bar of its own.
fn paint_bars(ui: &Ui, scale: &Scale, ground: f32, bars: &[Bin], colours: &[Color32]) {
    let usual = (scale.high - scale.low) / BINS as f64;
    let density = |bar: &Bin| bar.count as f64 / (bar.to - bar.from).max(usual * 0.5).max(f64::MIN_POSITIVE);
    let highest = bars.iter().map(density).fold(0.0, f64::max);
    let edge = Theme::of(ui.ctx()).map.hatch;
    for bar in bars.iter().filter(|it| it.count > 0) {
        let tall = (density(bar) / highest.max(f64::MIN_POSITIVE)) as f32 * (BARS - 2.0);
        let (left, right) = (scale.x(bar.from), scale.x(bar.to));
        let (left, right) = if right - left < 3.0 { (right - 3.0, right) } else { (left + 0.5, right - 0.5) };
        let rect = Rect::from_min_max(pos2(left, ground - tall.max(3.0)), pos2(right, ground));
        let colour = colours.get(bar.class).copied().unwrap_or(Color32::GRAY);
        ui.painter().rect(rect, CornerRadius::ZERO, colour, Stroke::new(0.6, edge), eframe::egui::StrokeKind::Inside);
    }
    ui.painter().hline(scale.left..=scale.right, ground, Stroke::new(1.0, edge));
}

struct Limits<'a> {
    indicator: &'a Shown<'a>,
    decimals: u8,
    scale: &'a Scale,
    rect: Rect,
    movable: bool,
}

impl Limits<'_> {
    /// Draws the limits and lets them be moved; answers with where they stand now.
    fn show(&self, ui: &mut Ui, desk: &Desk, classing: &Classing, limits: &[f64], asked: &mut Vec<Action>) -> Vec<f64> {
        let dragged_id = Id::unique("limit dragged");
        let mut now = limits.to_vec();
        for at in 0..limits.len() {
            let Some(limit) = limits.get(at).copied() else { continue };
            let held: Option<(usize, f64)> = ui.ctx().data(|it| it.get_temp(dragged_id)).filter(|it: &(usize, f64)| it.0 == at);
            let place = held.map_or(limit, |it| it.1);
            if let Some(it) = now.get_mut(at) {
                *it = place;
            }
            let Some(wanted) = self.handle(ui, desk, (at, place), held.is_some()) else { continue };
            match wanted {
                Wanted::Drag(value) => {
                    let held = (at, self.between(limits, at, value));
                    ui.ctx().data_mut(|it| it.insert_temp(dragged_id, held));
                }
                Wanted::Put(value) => {
                    ui.ctx().data_mut(|it| it.remove_temp::<(usize, f64)>(dragged_id));
                    let mut wanted = limits.to_vec();
                    if let Some(it) = wanted.get_mut(at) {
                        *it = self.between(limits, at, value);
                    }
                    if wanted != limits {
                        let method = ClassMethod::Manual(wanted);
                        let indicator = &self.indicator.overlay.indicator.id;
                        asked.push(set(indicator, Classing { method, frozen: None, ..classing.clone() }));
                    }
                }
            }
        }
        now
    }

    /// Rounded to what is shown, and kept between its neighbours.
    fn between(&self, limits: &[f64], at: usize, value: f64) -> f64 {
        let places = 10_f64.powi(i32::from(self.decimals.max(self.indicator.overlay.indicator.shown_decimals())));
        let unit = 1.0 / places;
        let low = at.checked_sub(1).and_then(|it| limits.get(it)).map_or(f64::NEG_INFINITY, |it| it + unit);
        let high = limits.get(at + 1).map_or(f64::INFINITY, |it| it - unit);
        let kept = value.clamp(low, high.max(low));
        (kept * places).round() / places // divided, not multiplied by the unit: 244 × 0,1 is 24,400000000000002
    }

    fn handle(&self, ui: &mut Ui, desk: &Desk, (at, place): (usize, f64), held: bool) -> Option<Wanted> {
        let theme = Theme::of(ui.ctx());
        let x = self.scale.x(place);
        let colour = if held { theme.tokens.hand } else { theme.tokens.t1 };
        let line = [pos2(x, self.rect.top() + HANDLE - 1.0), pos2(x, self.rect.bottom() - AXIS)];
        ui.painter().extend(Shape::dashed_line(&line, Stroke::new(1.0, colour), 2.0, 2.0));
        if !self.movable {
            return None;
        }
        let grip = Rect::from_center_size(pos2(x, self.rect.top() + HANDLE / 2.0), vec2(metrics::HIT, metrics::HIT));
        let response = ui.interact(grip, Id::unique(("limit", at)), Sense::click_and_drag()).on_hover_cursor(CursorIcon::ResizeHorizontal);
        let said = desk.words().number(place, self.decimals);
        announce(&response, Role::Slider, true, None, &desk.words().tell(&say!("planning-limit", number = at + 1, value = said)));
        let flag = pos2(x, self.rect.top() + 4.0);
        let corners = [vec2(-4.0, -4.0), vec2(4.0, -4.0), vec2(4.0, 1.0), vec2(0.0, 5.0), vec2(-4.0, 1.0)];
        ui.painter().add(Shape::convex_polygon(corners.map(|it| flag + it).to_vec(), colour, Stroke::NONE));
        focus_ring(ui, &response, Rect::from_center_size(flag, vec2(8.0, 8.0)), metrics::CORNER_SMALL);
        self.wanted(ui, &response, place)
    }

    fn wanted(&self, ui: &Ui, response: &eframe::egui::Response, place: f64) -> Option<Wanted> {
        if response.drag_stopped() {
            return Some(Wanted::Put(place));
        }
        if let Some(at) = response.interact_pointer_pos().filter(|_| response.dragged()) {
            return Some(Wanted::Drag(self.scale.value(at.x)));
        }
        if !response.has_focus() {
            return None;
        }
        let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|it| it.set_focus_lock_filter(response.id, filter));
        let steps = ui.input(|it| it.num_presses(Key::ArrowRight) as f64 - it.num_presses(Key::ArrowLeft) as f64);
        let unit = 10_f64.powi(-i32::from(self.decimals));
        (steps != 0.0).then_some(Wanted::Put(place + steps * unit))
    }
}

enum Wanted {
    Drag(f64),
    Put(f64),
}

/// The ends and every limit that has room, the ends first.
fn paint_axis(ui: &Ui, desk: &Desk, scale: &Scale, rect: Rect, limits: &[f64], decimals: u8) {
    let words = desk.words();
    let unit = desk.shown_indicator().map(|it| it.indicator.unit.clone()).filter(|it| it.trim() == "%").unwrap_or_default();
    let mut taken: Vec<(f32, f32)> = Vec::new();
    let mut put = |value: f64, text: String, strong: bool| {
        let theme = Theme::of(ui.ctx());
        let colour = if strong { theme.tokens.t2 } else { theme.tokens.t3 };
        let galley = line(ui, &text, metrics::HINT, regular(), colour, f32::INFINITY);
        let width = galley.size().x;
        let left = (scale.x(value) - width / 2.0).clamp(scale.left, scale.right - width);
        if taken.iter().all(|it| left + width + 5.0 < it.0 || it.1 + 5.0 < left) {
            taken.push((left, left + width));
            put_line(ui, galley, left, rect.bottom() - AXIS / 2.0 + 1.0);
        }
    };
    put(scale.high, words.with_unit(scale.high, decimals, &unit), false);
    for limit in limits {
        put(*limit, words.number(*limit, decimals), true);
    }
    put(scale.low, words.number(scale.low, decimals), false);
}

/// The county's mark on the axis, and below it in words.
fn county_ui(ui: &mut Ui, desk: &Desk, shown: &Shown<'_>, scale: &Scale, (top, ground): (f32, f32), movable: bool) {
    let hand = Theme::of(ui.ctx()).tokens.hand;
    let words = desk.words();
    let county = &shown.overlay.county;
    let inside = county.shown().filter(|it| (scale.low..=scale.high).contains(it));
    if let Some(value) = inside {
        ui.painter().vline(scale.x(value), top..=ground, Stroke::new(2.0, hand));
    }
    let value = figure_of(county, &shown.overlay.indicator, words).text;
    let said = words.tell(&if movable { say!("planning-county-mark-drag", value) } else { say!("planning-county-mark", value) });
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        if inside.is_some() {
            let (rect, _) = ui.allocate_exact_size(vec2(3.0, 12.0), Sense::hover());
            ui.painter().vline(rect.center().x, rect.y_range(), Stroke::new(2.0, hand));
        }
        let overlay = shown.overlay;
        let basis = Basis {
            id: ui.scope_id(),
            of: format!("{}, {}", words.say("planning-county"), overlay.indicator.name),
            indicator: &overlay.indicator,
            period: Some(&overlay.period),
            value: *county,
            county: None,
            words,
        };
        opened_ui(ui, text::hint(ui, said.as_str()), &said, |ui| basis_card_ui(ui, &basis));
    });
}
