//! The chosen indicator as it is seen: its overlay and the colours of its classes.

use std::borrow::Cow;

use eframe::egui::{Color32, Ui};

use crate::{
    analysis::overlay::{Overlay, Unit, UnitClass},
    cartography::{
        middle,
        palette::{self, Ground},
    },
    desk::Desk,
    model::{classing::Ramp, id::AreaId, saved_view::Level},
    views::{
        theme::{Scheme, Theme},
        widgets::{Hatch, Swatch},
    },
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
        Some(Self { overlay, colours: middle::colours(overlay, ramp, ground_of(ui)).into_iter().map(colour).collect() })
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
    palette::colours(ramp, classes, ground_of(ui)).into_iter().map(colour).collect()
}

fn ground_of(ui: &Ui) -> Ground {
    if Theme::of(ui.ctx()).scheme == Scheme::Dark { Ground::Dark } else { Ground::Light }
}

/// A colour of the model on the screen.
pub(super) fn colour(colour: crate::model::planning_area::Colour) -> Color32 {
    let [red, green, blue] = colour.0;
    Color32::from_rgb(red, green, blue)
}
