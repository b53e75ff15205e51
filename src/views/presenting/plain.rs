//! The desk's picture, made plainer for the wall: fewer words on the map.

use crate::{
    cartography::{labels::Named, picture::Picture},
    desk::Desk,
    model::saved_view::Level,
};

/// Where areas carry the colours, names of districts go, and chips where an indicator does: their colours are no classes.
pub fn for_the_wall(mut picture: Picture, desk: &Desk) -> Picture {
    let by_areas = desk.coloured_by_areas();
    if desk.look().level == Level::Areas || by_areas {
        picture.labels.retain(|it| matches!(it.of, Named::Area(_)));
    }
    if !by_areas {
        picture.labels.iter_mut().for_each(|it| it.chip.clear());
    }
    picture
}
