//! The menu of the classes: method, number, own limits, ramp, held fast or not.

use eframe::egui::{
    Color32, CornerRadius, Id, Popup, PopupCloseBehavior, Rect, RectAlign, Role, Sense, Stroke, StrokeKind, Ui, pos2, vec2,
};

use crate::{
    analysis::overlay::Overlay,
    cartography::said,
    desk::{Desk, action::Action},
    model::{
        classing::{ClassMethod, Classing, Ramp},
        id::IndicatorId,
    },
    project::Command,
    views::{
        icons::Icon,
        planning::{
            classes::{described, method_key, set},
            kept, parts,
            shown::{Shown, ramp_colours},
        },
        theme::{Theme, metrics, text},
        widgets::{
            Button, Explain as _, Field, MenuItem, popover_frame, segmented,
            surface::{announce, inner_focus_ring, touched},
            toggle_row,
        },
    },
    words::{Words, parse_number},
};

/// Width of the menu's content: with its frame it is no wider than the narrower left panel.
const WIDE: f32 = 242.0;
/// Between two ramps.
const RAMPS_APART: f32 = 6.0;

/// The button that says how the indicator is classed, and the menu behind it.
pub(super) fn menu_ui(
    ui: &mut Ui,
    desk: &Desk,
    indicator: &IndicatorId,
    classing: &Classing,
    shown: Option<&Shown<'_>>,
    asked: &mut Vec<Action>,
) {
    let words = desk.words();
    let overlay = shown.map(|it| it.overlay);
    let count = overlay.and_then(|it| it.classes.as_ref()).map_or(usize::from(classing.classes), |it| it.len());
    let said = described(classing, count, words);
    let name = format!("{}: {said}", words.say("planning-classes-change"));
    let button = ui.add(Button::quiet(&said).dense().name(&name)).explain(&words.say("planning-classes-what"), None, None);
    // As wide as the panel that it belongs to: the legend on the map shows at once what is chosen here.
    let popup = Popup::from_toggle_button_response(&button).gap(6.0).frame(popover_frame(ui.ctx()));
    let popup = popup.align(RectAlign::TOP_END).align_alternatives(&[RectAlign::BOTTOM_END]);
    let popup = popup.accessible_name(words.say("planning-classes")).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    popup.show(|ui| {
        ui.set_width(WIDE);
        ui.spacing_mut().item_spacing.y = 6.0;
        let mut ask = |wanted: Classing| asked.push(set(indicator, wanted));
        methods_ui(ui, desk, classing, overlay, &mut ask);
        match &classing.method {
            ClassMethod::Manual(limits) => limits_ui(ui, words, indicator, classing, limits, &mut ask),
            _ => count_ui(ui, words, classing, &mut ask),
        }
        ramps_ui(ui, words, classing, &mut ask);
        frozen_ui(ui, desk, classing, overlay, &mut ask);
        if desk.project().classing.contains_key(indicator) && ui.add(Button::plain(&words.say("planning-classes-reset"))).clicked() {
            asked.push(Action::Edit(Command::SetClassing(indicator.clone(), None)));
        }
    });
}

/// Another method finds new limits: what was held fast is let go.
fn methods_ui(ui: &mut Ui, desk: &Desk, classing: &Classing, overlay: Option<&Overlay>, ask: &mut impl FnMut(Classing)) {
    use ClassMethod::{EqualInterval, Manual, NaturalBreaks, Pretty, Quantile, StandardDeviation};
    let words = desk.words();
    let decimals = overlay.map_or(0, |it| it.indicator.shown_decimals());
    ui.label(text::dense_second(ui, words.say("planning-method")));
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for method in [NaturalBreaks, Quantile, EqualInterval, StandardDeviation, Pretty, Manual(Vec::new())] {
            let chosen = method.code() == classing.method.code();
            let row = ui.add(MenuItem::new(&words.say(method_key(&method))).chosen(chosen).stays());
            if row.clicked() && !chosen {
                let method = if let Manual(_) = method { Manual(desk.limits_to_begin_with(decimals)) } else { method };
                ask(Classing { method, frozen: None, ..classing.clone() });
            }
        }
    });
}

fn count_ui(ui: &mut Ui, words: &Words, classing: &Classing, ask: &mut impl FnMut(Classing)) {
    let name = words.say("planning-class-count");
    ui.label(text::dense_second(ui, name.as_str()));
    let numbers: Vec<String> = (2..=9).map(|it| it.to_string()).collect();
    let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
    let chosen = usize::from(classing.classes.clamp(2, 9) - 2);
    if let Some(classes) = segmented(ui, &name, &numbers, chosen).and_then(|it| u8::try_from(it + 2).ok()) {
        ask(Classing { classes, frozen: None, ..classing.clone() });
    }
}

/// Own limits as text: „6; 9; 12,5“.
fn limits_ui(ui: &mut Ui, words: &Words, indicator: &IndicatorId, classing: &Classing, limits: &[f64], ask: &mut impl FnMut(Classing)) {
    let decimals = limits.iter().map(|it| decimals_of(*it)).max().unwrap_or(0);
    let said: Vec<String> = limits.iter().map(|it| words.number(*it, decimals)).collect();
    let id = Id::unique(("limits", indicator.as_str()));
    let refused = id.with("refused");
    let current = kept::state(ui, refused, None).unwrap_or_else(|| said.join("; "));
    let tried = kept::typed(ui, id).unwrap_or_else(|| current.clone());
    let error = parse_limits(&tried, words).err().map(|it| words.say(it));
    let label = words.say("planning-limits");
    let field = |ui: &mut Ui, id, text: &mut String| Field::new(&label).hint("6; 9; 12").error(error.as_deref()).show(ui, id, text);
    let Some(typed) = kept::edited(ui, id, &current, field) else { return };
    match parse_limits(&typed, words) {
        Ok(limits) => {
            kept::set_state(ui, refused, None::<String>);
            let classes = u8::try_from(limits.len() + 1).unwrap_or(9);
            ask(Classing { method: ClassMethod::Manual(limits), classes, frozen: None, ..classing.clone() });
        }
        Err(_) => kept::set_state(ui, refused, Some(typed)),
    }
}

fn decimals_of(value: f64) -> u8 {
    let close = |decimals: u8| {
        let scaled = value * 10_f64.powi(i32::from(decimals));
        (scaled - scaled.round()).abs() < 1e-7
    };
    (0..6).find(|it| close(*it)).unwrap_or(6)
}

/// Ascending limits, one to eight; else the key of the sentence that says what is wrong.
fn parse_limits(text: &str, words: &Words) -> Result<Vec<f64>, &'static str> {
    let parts = text.split([';', '\n', '|']).map(str::trim).filter(|it| !it.is_empty());
    let limits: Result<Vec<f64>, _> = parts.map(|it| parse_number(it, words.language().convention())).collect();
    match limits {
        Err(_) => Err("planning-limits-not-numbers"),
        Ok(limits) if limits.is_empty() => Err("planning-limits-none"),
        Ok(limits) if limits.len() > 8 => Err("planning-limits-too-many"),
        Ok(limits) if limits.windows(2).any(|it| it[0] >= it[1]) => Err("planning-limits-not-ascending"),
        Ok(limits) => Ok(limits),
    }
}

fn ramps_ui(ui: &mut Ui, words: &Words, classing: &Classing, ask: &mut impl FnMut(Classing)) {
    ui.label(text::dense_second(ui, words.say("planning-ramp")));
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing = vec2(RAMPS_APART, 4.0);
        let rows: Vec<_> = Ramp::ALL.chunks(2).collect();
        for row in rows {
            ui.horizontal(|ui| {
                for (ramp, _) in row {
                    let colours = ramp_colours(ui, *ramp, usize::from(classing.classes.clamp(2, 9)));
                    if strip(ui, &words.tell(&said::ramp(*ramp)), &colours, *ramp == classing.ramp) {
                        ask(Classing { ramp: *ramp, ..classing.clone() });
                    }
                }
            });
        }
    });
}

/// One ramp as a strip of its colours; answers whether it is asked for.
fn strip(ui: &mut Ui, name: &str, colours: &[Color32], chosen: bool) -> bool {
    let theme = Theme::of(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(vec2((WIDE - RAMPS_APART) / 2.0, 26.0), Sense::click());
    announce(&response, Role::RadioButton, true, Some(chosen), name);
    let corner = CornerRadius::same(metrics::CORNER_CONTROL);
    let edge = if chosen { Stroke::new(2.0, theme.tokens.acc) } else { theme.quiet_edge() };
    ui.painter().rect(rect, corner, touched(&theme, &response, theme.tokens.raised), edge, StrokeKind::Inside);
    let inside = rect.shrink(4.0);
    let step = inside.width() / colours.len().max(1) as f32;
    for (at, colour) in (0_u8..).zip(colours) {
        let left = inside.left() + step * f32::from(at);
        ui.painter().rect_filled(Rect::from_min_max(pos2(left, inside.top()), pos2(left + step, inside.bottom())), 0.0, *colour);
    }
    if chosen {
        let middle = inside.right_center() - vec2(9.0, 0.0);
        ui.painter().circle_filled(middle, 8.0, theme.tokens.raised);
        Icon::Check.paint(ui.painter(), middle, 12.0, theme.tokens.acc);
    }
    inner_focus_ring(ui, &response, rect, metrics::CORNER_CONTROL);
    let clicked = response.clicked();
    let _ = response.explain(name, None, None);
    clicked && !chosen
}

/// Limits held fast over years and plans.
fn frozen_ui(ui: &mut Ui, desk: &Desk, classing: &Classing, overlay: Option<&Overlay>, ask: &mut impl FnMut(Classing)) {
    parts::rule(ui);
    let on = classing.frozen.is_some();
    let words = desk.words();
    ui.add_enabled_ui(on || overlay.is_some_and(|it| it.classes.is_some()), |ui| {
        let row = toggle_row(ui, &words.say("planning-freeze"), on).explain(&words.say("planning-freeze-what"), None, None);
        if row.clicked() {
            let frozen = if on { None } else { desk.limits_to_keep() };
            ask(Classing { frozen, ..classing.clone() });
        }
    });
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::words::{Language, Terms};

    #[test]
    fn limits_are_read_as_the_planner_writes_them() {
        let (german, english) = (Words::new(Language::German, &Terms::default()), Words::new(Language::English, &Terms::default()));
        for (text, words, wanted) in [
            ("6; 9; 12,5", &german, Ok(vec![6.0, 9.0, 12.5])),
            ("1.000; 2.000", &german, Ok(vec![1000.0, 2000.0])),
            ("6; 12.5", &english, Ok(vec![6.0, 12.5])),
            ("−3; 0; 3;", &german, Ok(vec![-3.0, 0.0, 3.0])),
            ("6; 12.5", &german, Err("planning-limits-not-numbers")),
            ("9; 6", &german, Err("planning-limits-not-ascending")),
            ("6; 6", &german, Err("planning-limits-not-ascending")),
            (" ; ", &german, Err("planning-limits-none")),
            ("1;2;3;4;5;6;7;8;9", &german, Err("planning-limits-too-many")),
            ("viel", &german, Err("planning-limits-not-numbers")),
        ] {
            assert_eq!(parse_limits(text, words), wanted, "{text}");
        }
    }

    #[test]
    fn a_limit_shows_all_its_decimals() {
        for (value, decimals) in [(6.0, 0), (12.5, 1), (0.125, 3), (24.400000000000002, 1), (1.0 / 3.0, 6)] {
            assert_eq!(decimals_of(value), decimals, "{value}");
        }
    }
}
