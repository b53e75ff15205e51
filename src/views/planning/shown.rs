//! The chosen indicator as it is seen: its overlay, the colours of its classes, and what a value says in words.

use std::borrow::Cow;

use eframe::egui::{Color32, Ui};

use crate::{
    analysis::{
        overlay::{Overlay, Unit, UnitClass},
        pool::AreaValue,
    },
    cartography::palette::{self, Ground},
    desk::Desk,
    model::{
        classing::Ramp,
        id::AreaId,
        indicator::Indicator,
        saved_view::Level,
        value::{MissingReason, State},
    },
    views::{
        theme::{Scheme, Theme},
        widgets::{Hatch, Swatch},
    },
    words::{Words, say},
};

/// An overlay with its colours on this screen.
pub struct Shown<'a> {
    /// What passed disclosure.
    pub overlay: &'a Overlay,
    /// The colours of its classes, low to high.
    pub colours: Vec<Color32>,
}

impl<'a> Shown<'a> {
    /// The chosen indicator on districts or areas; `None` while it is computed or where there is none.
    pub fn of(ui: &Ui, desk: &'a Desk, level: Level) -> Option<Self> {
        let overlay = desk.overlay_at(level)?.as_ref().as_ref().ok()?.get();
        let ramp = desk.classing_of(&overlay.indicator.id).ramp;
        let classes = overlay.classes.as_ref().map_or(0, |it| it.len());
        Some(Self { overlay, colours: ramp_colours(ui, ramp, classes) })
    }

    /// The unit of an area, at the level of areas.
    pub fn area(&self, area: AreaId) -> Option<&'a Unit> {
        self.overlay.units.iter().find(|it| it.area == Some(area) && it.district.is_none())
    }

    /// The same while a stroke runs: its value follows the brush, its class with it.
    pub fn live_area(&self, desk: &Desk, area: AreaId) -> Option<Cow<'a, Unit>> {
        let unit = self.area(area)?;
        let touched = desk.released_board().is_some_and(|it| it.has_moved());
        let live = desk.live_value(area).filter(|_| touched);
        Some(live.map_or(Cow::Borrowed(unit), |it| Cow::Owned(self.overlay.revalued(unit, &it))))
    }

    /// What stands before a value: the colour of its class, or the hatch that says why there is none.
    pub fn swatch(&self, class: UnitClass) -> Option<Swatch> {
        match class {
            UnitClass::Class(it) | UnitClass::Estimated(it) => self.colours.get(usize::from(it)).map(|it| Swatch::Colour(*it)),
            UnitClass::Secret => Some(Swatch::Hatch(Hatch::Secret)),
            UnitClass::Missing(_) | UnitClass::Partial => Some(Swatch::Hatch(Hatch::Missing)),
            UnitClass::Uninhabited => Some(Swatch::Hatch(Hatch::Uninhabited)),
            UnitClass::SwitchedOff | UnitClass::Range => None,
        }
    }
}

/// The colours of a ramp on the ground of this screen.
pub(super) fn ramp_colours(ui: &Ui, ramp: Ramp, classes: usize) -> Vec<Color32> {
    let dark = Theme::of(ui.ctx()).scheme == Scheme::Dark;
    let ground = if dark { Ground::Dark } else { Ground::Light };
    palette::colours(ramp, classes, ground).into_iter().map(colour).collect()
}

/// A colour of the model on the screen.
pub(super) fn colour(colour: crate::model::planning_area::Colour) -> Color32 {
    let [red, green, blue] = colour.0;
    Color32::from_rgb(red, green, blue)
}

/// A value in words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Figure {
    /// The number, or the reason why there is none.
    pub text: String,
    /// What must be said with it: „99 % erfasst“.
    pub note: String,
    /// Whether `text` is a number.
    pub is_number: bool,
}

/// What a value says: its number with a short unit, what is certain of it, or why there is none.
pub fn figure_of(value: &AreaValue, indicator: &Indicator, words: &Words) -> Figure {
    let number = |it: f64| words.with_unit(it, indicator.shown_decimals(), short_unit_of(indicator));
    let part = |text: String, note: String| Figure { text, note, is_number: true };
    if let Some(known) = value.value {
        return part(number(known), String::new());
    }
    let covered = value.coverage.map(|it| covered(it, words)).unwrap_or_default();
    if let Some(estimate) = value.estimate {
        return part(number(estimate), covered);
    }
    if let Some(least) = value.at_least {
        return part(words.tell(&say!("planning-value-at-least", value = number(least))), covered);
    }
    if let Some((low, high)) = value.range {
        return part(words.tell(&say!("planning-value-range", low = number(low), high = number(high))), String::new());
    }
    Figure { text: state_of(value.state, words), note: String::new(), is_number: false }
}

/// The same for a unit of the map: also uninhabited and switched-off ones have their word.
pub(super) fn figure_of_unit(unit: &Unit, indicator: &Indicator, words: &Words) -> Figure {
    let only = |key: &str| Figure { text: words.say(key), ..Figure::default() };
    match unit.class {
        UnitClass::Uninhabited => only("planning-value-uninhabited"),
        UnitClass::SwitchedOff => only("planning-value-switched-off"),
        _ => figure_of(&unit.value, indicator, words),
    }
}

/// „99 % erfasst“; what is less than all never rounds up to it.
pub(super) fn covered(coverage: f64, words: &Words) -> String {
    let share = if coverage < 1.0 { coverage.min(0.99) } else { coverage };
    words.tell(&say!("planning-value-covered", share = words.percent(share, 0)))
}

/// Why there is no number.
pub(super) fn state_of(state: State, words: &Words) -> String {
    words.say(match state {
        State::Known => "planning-value-known",
        State::Partial => "planning-value-partial",
        State::Suppressed(_) => "planning-value-secret",
        State::Missing(MissingReason::NotDelivered) => "planning-value-not-delivered",
        State::Missing(MissingReason::Later) => "planning-value-later",
        State::Missing(MissingReason::NotMeaningful) => "planning-value-not-meaningful",
        State::Missing(MissingReason::Unreliable) => "planning-value-unreliable",
    })
}

/// Percent and euro stand behind every number; longer units stand once, in the headline.
pub(super) fn short_unit_of(indicator: &Indicator) -> &str {
    let unit = indicator.unit.trim();
    if matches!(unit, "%" | "€" | "km²") { unit } else { "" }
}
