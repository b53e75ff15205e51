//! The desk's picture, made plainer for the wall: fewer and shorter words on the map.

use crate::{
    analysis::overlay::Unit,
    cartography::{labels::Named, picture::Picture, said},
    desk::Desk,
    model::{saved_view::Level, value::State},
};

/// Where areas carry the colours, names of districts go, and chips where an indicator does; an estimate is „rund 16,4 %“, since the legend says the rest.
pub fn for_the_wall(mut picture: Picture, desk: &Desk) -> Picture {
    if desk.look().level == Level::Areas || desk.coloured_by_areas() {
        picture.labels.retain(|it| matches!(it.of, Named::Area(_)));
    }
    let overlay = desk.overlay_at(Level::Areas).and_then(|it| it.as_ref().as_ref().ok()).map(|it| it.get());
    let Some(overlay) = overlay.filter(|_| !desk.coloured_by_areas()) else { return picture };
    for label in &mut picture.labels {
        let Named::Area(area) = label.of else { continue };
        label.chip.clear(); // the colours are the classes': a chip in another would only puzzle
        let unit: Option<&Unit> = overlay.units.iter().find(|it| it.area == Some(area));
        let estimate = unit.filter(|it| it.value.state == State::Partial).and_then(|it| it.value.estimate);
        if let Some(estimate) = estimate {
            let value = said::number(estimate, &overlay.indicator, desk.words());
            label.figure = desk.words().say_with("wall-about", &[("value", value.into())]);
        }
    }
    picture
}
