//! The desk's picture, made plainer for the wall: fewer words on the map, and no heavy lines around scraps.

use crate::{
    cartography::{borders, labels::Named, picture::Picture},
    desk::Desk,
    geometry::DistrictIx,
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
    let topology = &desk.catalog().ground.topology;
    let county: f64 = (0..).map(DistrictIx).take(topology.district_count()).map(|it| topology.surface(it)).sum();
    borders::quiet_exclaves(topology, county * EXCLAVE, &mut picture.borders);
    picture
}

/// Exclaves up to this share of the county's surface are scraps from the last row.
const EXCLAVE: f64 = 0.01;
