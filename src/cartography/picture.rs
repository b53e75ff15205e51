//! The picture: what every district and every border looks like, with its labels and legend.

use crate::{
    analysis::overlay::Overlay,
    cartography::{
        borders::Border,
        labels::Label,
        legend::{self, Legend},
        surfaces::Surface,
    },
    model::released::{Profile, Released},
    words::Words,
};

/// A map, ready to be drawn anywhere.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// What stands above it.
    pub title: String,
    /// What stands below the title: unit, period, plan.
    pub subtitle: String,
    /// One per district, in register order.
    pub surfaces: Vec<Surface>,
    /// One per arc, in the order of the topology.
    pub borders: Vec<Border>,
    /// Names and figures, most important first.
    pub labels: Vec<Label>,
    /// What the colours and hatches mean; always complete.
    pub legend: Legend,
    /// Who is named below: owners of borders and values.
    pub notices: Vec<String>,
    /// Under which rule it may be shown.
    pub profile: Profile,
}

impl Picture {
    /// Says below the legend of how many districts the estimates of areas are made, for which a label has no room.
    pub fn tell_estimates(&mut self, areas: Option<&Released<Overlay>>, words: &Words) {
        self.legend.remarks.extend(areas.and_then(|it| legend::estimates(it, words)));
    }
}
