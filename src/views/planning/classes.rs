//! The classes of the chosen indicator: what they are now, the histogram, and the way to change them.

use eframe::egui::Ui;

use crate::{
    desk::{Desk, action::Action, look::Colouring},
    model::{
        classing::{ClassMethod, Classing},
        id::IndicatorId,
        indicator::{Pooling, Role},
    },
    project::Command,
    views::{
        icons::Icon,
        planning::{class_menu, histogram, kept, parts, shown::Shown},
        theme::text,
        widgets::icon_button,
    },
    words::{Words, say},
};

/// Below this height of the window's content the histogram waits until it is opened.
const ROOM_FOR_HISTOGRAM: f32 = 760.0;

/// Title and method, and below them the histogram.
pub(super) fn classes_ui(ui: &mut Ui, desk: &Desk, asked: &mut Vec<Action>) {
    let Some(series) = desk.shown_indicator() else { return };
    let (words, indicator) = (desk.words(), &series.indicator);
    let classing = desk.classing_of(&indicator.id);
    let shown = Shown::of(ui, desk, desk.look().level);
    let id = eframe::egui::Id::unique("histogram open");
    let open = kept::state(ui, id, ui.ctx().content_rect().height() >= ROOM_FOR_HISTOGRAM);
    parts::rule(ui);
    parts::padded(ui, 5, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        parts::headed(ui, text::title(ui, words.say("planning-classes")), |ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            let (icon, name) = match open {
                true => (Icon::ChevronUp, words.say("planning-histogram-close")),
                false => (Icon::ChevronDown, words.say("planning-histogram-open")),
            };
            if icon_button(ui, icon, &name, None).clicked() {
                kept::set_state(ui, id, !open);
            }
            class_menu::menu_ui(ui, desk, &indicator.id, &classing, shown.as_ref(), asked);
        });
        match shown.as_ref().filter(|it| it.overlay.classes.is_some()) {
            _ if !open => {}
            Some(shown) => histogram::histogram_ui(ui, desk, shown, &classing, asked),
            None => histogram::nothing_ui(ui, &words.say("planning-no-value-then")),
        }
        let absolute = indicator.pooling == Pooling::Sum && indicator.role != Some(Role::RegisterSurface);
        if absolute && desk.look().colouring == Colouring::Indicator {
            parts::warned(ui, &words.say("planning-absolute"));
        }
    });
}

/// „natürliche Grenzen · 5“, or that the limits stand.
pub(super) fn described(classing: &Classing, classes: usize, words: &Words) -> String {
    let method = match classing.frozen {
        Some(_) => words.say("planning-method-frozen"),
        None => words.say(method_key(&classing.method)),
    };
    words.tell(&say!("planning-method-and-classes", method, classes = classes.to_string()))
}

/// The text of a method.
pub(super) fn method_key(method: &ClassMethod) -> &'static str {
    match method {
        ClassMethod::Quantile => "planning-method-quantile",
        ClassMethod::EqualInterval => "planning-method-equal",
        ClassMethod::NaturalBreaks => "planning-method-natural",
        ClassMethod::StandardDeviation => "planning-method-deviation",
        ClassMethod::Pretty => "planning-method-pretty",
        ClassMethod::Manual(_) => "planning-method-manual",
    }
}

/// The command that classes an indicator this way.
pub(super) fn set(indicator: &IndicatorId, classing: Classing) -> Action {
    Action::Edit(Command::SetClassing(indicator.clone(), Some(classing)))
}

/// The limits between classes, without the two ends.
pub(super) fn inner(breaks: &[f64]) -> &[f64] {
    breaks.get(1..breaks.len().saturating_sub(1)).unwrap_or(&[])
}

/// Decimals that tell limits apart, at least the indicator's own unless all are whole.
pub(super) fn limit_decimals(limits: &[f64], usual: u8) -> u8 {
    if limits.iter().all(|it| it.fract() == 0.0) {
        return 0;
    }
    let apart = |decimals: u8| {
        let scale = 10_f64.powi(i32::from(decimals));
        limits.windows(2).all(|it| (it[0] * scale).round() != (it[1] * scale).round())
    };
    (usual..=6).find(|it| apart(*it)).unwrap_or(6)
}
