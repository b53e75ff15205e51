//! What would be hit, and the ghost that shows it before the button goes down or the region is closed.

use std::{borrow::Cow, collections::BTreeSet};

use super::{Asked, Ghost, Hit, gathered};
use crate::{
    desk::{
        Desk,
        action::Drawn,
        board::{Board, ReleasedBoard},
        look::Tool,
    },
    geometry::{
        DistrictIx, Point,
        locate::{Lasso, Region, Rule},
    },
    model::id::AreaId,
};

impl Desk {
    /// What the brush takes with the last leg of its track. Where it begins it takes what is under its middle, whatever the
    /// rule; on its way only the rule counts, so that a fast stroke takes what a slow one does.
    pub(super) fn hit(&self, track: &[Point]) -> Vec<DistrictIx> {
        let (locator, brush) = (&self.catalog.ground.locator, &self.look.brush);
        let Some((&b, before)) = track.split_last() else { return Vec::new() };
        let a = before.last().copied().unwrap_or(b);
        let mut hit = match brush.rule {
            _ if brush.radius <= 0.0 => locator.touching_capsule(a, b, 0.5),
            Rule::HalfSurface => locator.half_under_track(track, brush.radius),
            rule => locator.taken(&Region::Capsule { a, b, radius_m: brush.radius }, rule),
        };
        if before.is_empty() || brush.radius <= 0.0 {
            hit.extend(locator.district_at(b));
        }
        self.whole_groups(hit)
    }

    /// With a group attribute, every district that shares its value with one that was hit.
    pub(super) fn whole_groups(&self, mut hit: Vec<DistrictIx>) -> Vec<DistrictIx> {
        hit.sort_unstable();
        hit.dedup();
        let Some(field) = &self.look.brush.group_by else { return hit };
        let (gathered_by, groups) = self.drawing.groups.get_or_init(|| (field.clone(), gathered(&self.catalog.register, field)));
        let groups = if gathered_by == field { Cow::Borrowed(groups) } else { Cow::Owned(gathered(&self.catalog.register, field)) };
        let values: BTreeSet<_> = hit.iter().filter_map(|it| self.catalog.register.get(*it)?.attributes.get(field)).collect();
        let whole = values.into_iter().filter_map(|it| groups.get(it)).flatten().copied();
        let mut all: Vec<_> = whole.chain(hit.iter().copied()).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Where nobody lives and no area reaches, that is on purpose (a forest outside all municipalities): what sweeps over it
    /// leaves it alone, what is pressed upon it and nothing else takes it, and with the brush set so everything does.
    pub(super) fn leaving_uninhabited(&self, hit: Vec<DistrictIx>, target: Option<AreaId>, pressed: Option<Point>) -> Hit {
        let board = self.drawing.board.as_ref().filter(|_| target.is_some() && !self.look.brush.with_uninhabited);
        let Some(board) = board else { return Hit { taken: hit, ..Hit::default() } };
        let alone = self.look.brush.radius <= 0.0 || hit.len() == 1;
        let meant = pressed.filter(|_| alone).and_then(|it| self.catalog.ground.locator.district_at(it));
        let nobody = self.catalog.uninhabited_at(board.period());
        let stays = |it: &DistrictIx| Some(*it) != meant && board.assignment().label_of(*it).is_none() && nobody(*it);
        let (uninhabited, taken) = hit.into_iter().partition(stays);
        Hit { taken, uninhabited }
    }

    pub(super) fn hover_brush(&mut self, at: Option<Point>) {
        let Some(at) = at.filter(|_| self.drawing.stroke.is_none()) else {
            self.drawing.ghost = None;
            return;
        };
        let target = self.target(false);
        self.preview(at, self.leaving_uninhabited(self.hit(&[at]), target, Some(at)), target, false);
    }

    /// A loop or rectangle is being drawn: what it would do. Without a target there is nothing it could.
    pub(super) fn preview_region(&mut self, region: &Drawn, erase: bool) {
        let last = match region {
            Drawn::Lasso(ring) => ring.last().copied(),
            Drawn::Rectangle(bounds) => Some(bounds.max),
        };
        let Some(at) = last.filter(|_| self.drawing.stroke.is_none()) else { return };
        let target = self.target(erase);
        let could = target.is_some() || erase || self.look.tool == Tool::Erase;
        let hit = if could { self.leaving_uninhabited(self.hit_by(region), target, None) } else { Hit::default() };
        self.preview(at, hit, target, true);
    }

    /// Shows what it would mean if these districts were put there.
    pub(super) fn preview(&mut self, at: Point, hit: Hit, target: Option<AreaId>, of_region: bool) {
        let shown = self.shown_indicator().cloned().zip(self.shown_period().cloned());
        let (profile, only_unassigned) = (self.look.profile, self.look.brush.only_unassigned && target.is_some());
        let Some(board) = &mut self.drawing.board else { return };
        let about = shown.as_ref().map(|(series, period)| (series.indicator.id.clone(), period.clone()));
        let asked = Asked { hit, target, only_unassigned, shown: about, version: board.version(), profile };
        if let Some(ghost) = self.drawing.ghost.as_mut().filter(|it| it.asked == asked) {
            (ghost.at, ghost.of_region) = (at, of_region);
            return;
        }
        let shown = shown.as_ref().map(|(series, period)| (series.as_ref(), period));
        let seen = |board: &Board| ReleasedBoard::of(board, profile).deltas(shown);
        let (painted, deltas) = board.preview(&asked.hit.taken, target, only_unassigned, seen);
        let refused = painted.refused.into_iter().chain(asked.hit.left()).collect();
        self.drawing.ghost = Some(Ghost { at, of_region, districts: painted.changed, refused, deltas, asked });
    }

    /// What a loop or rectangle takes.
    pub(super) fn hit_by(&self, region: &Drawn) -> Vec<DistrictIx> {
        let region = match region {
            Drawn::Lasso(ring) => Region::Lasso(Lasso::of(ring)),
            Drawn::Rectangle(bounds) => Region::Rect(*bounds),
        };
        self.whole_groups(self.catalog.ground.locator.taken(&region, self.look.brush.rule))
    }
}
