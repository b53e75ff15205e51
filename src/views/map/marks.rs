//! What is chosen, pointed at or about to change, as the painter's hatches and borders.

use std::sync::Arc;

use crate::{
    desk::Desk,
    geometry::DistrictIx,
    model::id::AreaId,
    views::{
        map::canvas::CanvasKind,
        map_gpu::{FillStyle, Ink, LineKind, Mark, Pattern},
    },
};

/// The districts that would change: of the ghost, of the running stroke, and the enclaves that one key would absorb.
pub(super) fn about_to_change(desk: &Desk, kind: CanvasKind) -> Vec<DistrictIx> {
    if kind != CanvasKind::Desk {
        return Vec::new();
    }
    let drawing = desk.drawing();
    let mut all: Vec<DistrictIx> = drawing.ghost().map(|it| it.districts.clone()).unwrap_or_default();
    if let (Some(_), Some(board)) = (drawing.stroke(), desk.released_board()) {
        all.extend(board.moved());
    }
    all.extend(desk.marked_enclaves().flat_map(|it| it.districts.iter().copied()));
    all
}

/// What is about to change is hatched over its colour.
pub(super) fn with_hand(fills: &Arc<Vec<FillStyle>>, changing: &[DistrictIx]) -> Arc<Vec<FillStyle>> {
    if changing.is_empty() {
        return Arc::clone(fills);
    }
    let mut fills = fills.as_ref().clone();
    for district in changing {
        if let Some(fill) = fills.get_mut(district.index()) {
            (fill.pattern, fill.ink) = (Pattern::Ghost, Ink::Hand as u8);
        }
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
    chosen.for_each(|it| add(it, LineKind::Selected));
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
