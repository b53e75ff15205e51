//! Where the colours of a diverging ramp turn.
//!
//! **Promise.** The pale middle means something: it lies in the class that holds 0 where values lie on both sides of it, else in the
//! one that holds the county's value, and the legend says which. Where neither is known it is the middle class, and the legend says so.
//! **Not here.** The colours ([`palette`]).

use crate::{
    analysis::overlay::Overlay,
    cartography::{
        palette::{self, Ground},
        said,
    },
    model::{classing::Ramp, planning_area::Colour},
    words::{Message, Words, say},
};

/// What the middle of a ramp stands for.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Turn {
    /// Gains on one side, losses on the other.
    Zero,
    /// All districts that count together.
    County(f64),
    /// No value: as many classes below as above.
    Class,
}

fn turn(overlay: &Overlay) -> Turn {
    let ends = overlay.classes.as_ref().and_then(|it| it.breaks.first().zip(it.breaks.last()));
    match (ends, overlay.county.shown()) {
        (Some((low, high)), _) if *low < 0.0 && *high > 0.0 => Turn::Zero,
        (Some((low, high)), Some(county)) if (*low..=*high).contains(&county) => Turn::County(county),
        _ => Turn::Class,
    }
}

/// The colours of an overlay's classes from low to high.
pub fn colours(overlay: &Overlay, ramp: Ramp, ground: Ground) -> Vec<Colour> {
    let Some(classes) = &overlay.classes else { return Vec::new() };
    let value = match turn(overlay) {
        Turn::Zero => Some(0.0),
        Turn::County(value) => Some(value),
        Turn::Class => None,
    };
    let place = value.and_then(|value| {
        let class = classes.class_of(value)?;
        let at_limit = class > 0 && classes.breaks.get(class) == Some(&value);
        Some(class as f64 - if at_limit { 0.5 } else { 0.0 }) // between two classes neither is pale
    });
    palette::colours_around(ramp, classes.len(), ground, place)
}

/// What the middle of a diverging ramp means; nothing for ramps without one.
pub fn remark(overlay: &Overlay, ramp: Ramp, words: &Words) -> Option<Message> {
    let is_told = palette::is_diverging(ramp) && overlay.classes.as_ref().is_some_and(|it| it.len() > 1);
    is_told.then(|| match turn(overlay) {
        Turn::Zero => Message::new("legend-turn-zero"),
        Turn::County(value) => say!("legend-turn-county", value = said::number(value, &overlay.indicator, words)),
        Turn::Class => Message::new("legend-turn-class"),
    })
}
