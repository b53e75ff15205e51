//! What is chosen, pointed at or about to change, as the painter's hatches and borders.

use std::sync::Arc;

use eframe::egui::Color32;

use crate::{
    cartography::palette::{Ground, on_map},
    desk::{Desk, look::Tool},
    geometry::DistrictIx,
    model::id::AreaId,
    views::{
        map::canvas::CanvasKind,
        map_gpu::{FillStyle, Ink, LineKind, Mark, Pattern},
    },
};

/// What is about to change.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Changing {
    /// Of the ghost, of the running stroke, and the enclaves that one key would absorb.
    districts: Vec<DistrictIx>,
    /// How many of them, from the first on, are the ghost's.
    of_ghost: usize,
    /// The colour that the ghost's would take, where colours are those of areas.
    colour: Option<Color32>,
}

/// The districts that would change, and into what.
pub(super) fn about_to_change(desk: &Desk, kind: CanvasKind, ground: Ground) -> Changing {
    if kind != CanvasKind::Desk {
        return Changing::default();
    }
    let drawing = desk.drawing();
    let mut districts: Vec<DistrictIx> = drawing.ghost().map(|it| it.districts.clone()).unwrap_or_default();
    let of_ghost = districts.len();
    if let (Some(_), Some(board)) = (drawing.stroke(), desk.released_board()) {
        districts.extend(board.moved());
    }
    districts.extend(desk.marked_enclaves().flat_map(|it| it.districts.iter().copied()));
    Changing { districts, of_ghost, colour: ghost_colour(desk, ground) }
}

fn ghost_colour(desk: &Desk, ground: Ground) -> Option<Color32> {
    let target =
        desk.drawing().ghost().and(desk.look().brush.target).filter(|_| desk.coloured_by_areas() && desk.look().tool != Tool::Erase)?;
    let colour = on_map(desk.shown_plan()?.area(target)?.colour, ground);
    Some(Color32::from_rgb(colour.0[0], colour.0[1], colour.0[2]))
}

/// What is about to change is hatched over its colour; what the ghost would take, over the colour that it would have.
pub(super) fn with_hand(fills: &Arc<Vec<FillStyle>>, changing: &Changing) -> Arc<Vec<FillStyle>> {
    if changing.districts.is_empty() {
        return Arc::clone(fills);
    }
    let mut fills = fills.as_ref().clone();
    for (number, district) in changing.districts.iter().enumerate() {
        let Some(fill) = fills.get_mut(district.index()) else { continue };
        (fill.pattern, fill.ink) = (Pattern::Ghost, Ink::Hand as u8);
        fill.paper = changing.colour.filter(|_| number < changing.of_ghost).unwrap_or(fill.paper);
    }
    Arc::new(fills)
}

/// Borders drawn above all others: what is chosen, what is under the pointer, what is about to change.
pub(super) fn marks(desk: &Desk, kind: CanvasKind) -> Vec<Mark> {
    let topology = &desk.catalog().ground.topology;
    let look = desk.look();
    let mut marks = Vec::new();
    let mut add = |district: DistrictIx, class: LineKind| {
        marks.extend(topology.arcs_of(district).iter().map(|it| Mark { arc: it.arc.0, class: class as u8 }));
    };
    if let Some(ghost) = desk.drawing().ghost().filter(|_| kind == CanvasKind::Desk) {
        ghost.districts.iter().for_each(|it| add(*it, LineKind::Ghost));
    }
    if kind == CanvasKind::Desk {
        desk.marked_enclaves().flat_map(|it| &it.districts).for_each(|it| add(*it, LineKind::Ghost));
    }
    let chosen = look.selection.districts.iter().filter_map(|it| desk.catalog().register.find(it));
    // In the comparison the hand's colour is that of new borders.
    let as_chosen = if kind == CanvasKind::Comparison { LineKind::ChosenBesideNew } else { LineKind::Selected };
    chosen.for_each(|it| add(it, as_chosen));
    if let Some(district) = look.hover.filter(|_| !look.tool.draws()) {
        add(district, LineKind::Hover);
    }
    let pointed = look.hover_area.filter(|_| kind == CanvasKind::Desk);
    if kind == CanvasKind::Comparison {
        return marks; // the outline of a chosen area would look like a new border
    }
    if let Some(area) = look.selection.area.filter(|it| look.selection.districts.is_empty() && !look.tool.draws() && Some(*it) != pointed) {
        marks.extend(area_marks(desk, area, LineKind::Selected));
    }
    if let Some(area) = pointed {
        marks.extend(area_marks(desk, area, LineKind::Hover));
    }
    marks
}

/// The outline of an area.
fn area_marks(desk: &Desk, area: AreaId, class: LineKind) -> Vec<Mark> {
    let Some(board) = desk.released_board() else { return Vec::new() };
    let assignment = board.assignment();
    let Some(label) = assignment.position(area) else { return Vec::new() };
    let topology = &desk.catalog().ground.topology;
    let outer = |used: &&crate::geometry::ArcUse| topology.across(**used).and_then(|it| assignment.label_of(it)) != Some(label);
    let arcs = assignment.members(label).iter().flat_map(|it| topology.arcs_of(*it).iter().filter(outer));
    arcs.map(|it| Mark { arc: it.arc.0, class: class as u8 }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the brush would take kept its old area's colour until the button went down.
    #[test]
    fn the_ghost_has_the_colour_that_it_would_take() {
        let fills = Arc::new(vec![FillStyle::plain(Color32::WHITE); 3]);
        let changing = Changing { districts: vec![DistrictIx(2), DistrictIx(0)], of_ghost: 1, colour: Some(Color32::GREEN) };
        let hatched = with_hand(&fills, &changing);
        let told: Vec<_> = hatched.iter().map(|it| (it.paper, it.pattern)).collect();
        assert_eq!(told, [(Color32::WHITE, Pattern::Ghost), (Color32::WHITE, fills[1].pattern), (Color32::GREEN, Pattern::Ghost)]);
        let erased = with_hand(&fills, &Changing { colour: None, ..changing });
        assert!(erased.iter().all(|it| it.paper == Color32::WHITE));
        assert!(Arc::ptr_eq(&with_hand(&fills, &Changing::default()), &fills));
    }
}
