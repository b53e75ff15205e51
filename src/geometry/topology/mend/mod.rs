//! Mend: loose borders of different districts that are meant to be one become one.
//!
//! **Promise.** Only sides without twin are touched, so a clean coverage keeps every coordinate. No step moves a vertex
//! farther than the tolerance; one that was joined to a neighbour's and then meets a third half way may end up to twice as far
//! from where it was drawn. Stretches that follow the finer drawing of the other side (`close`) may lie farther off, as far as
//! their own length allows; the width is told. No two vertices of one district become one, so no ring collapses.
//! **Order.** Vertices that nearly meet are joined (`snap`; in an unclean map also those up to twice the tolerance
//! apart, half way); edges run through vertices that nearly lie on them
//! (`insert`); stretches drawn with different vertices follow the finer drawing (`close`).

mod close;
mod grid;
mod insert;
mod rewrite;
mod snap;

use super::GoOn;
use super::intake::Intake;
use super::trouble::{Trouble, TroubleKind};
use super::twins::Sides;
use crate::geometry::{DistrictIx, Point};

/// Repairs seldom need a second look at what they uncovered, and never a fourth.
const ROUNDS: usize = 3;

/// Vertices apart by less than this share of the tolerance differ by rounding only; a map with larger differences is
/// unclean, and is looked through more closely.
const NOISE: f64 = 0.01;

/// Mend the rings in place and return all sides with their twins; nothing where it was stopped.
pub(super) fn mend(intake: &mut Intake, tolerance_m: f64, go_on: &GoOn<'_>) -> Option<Sides> {
    let mut sides = Sides::of(&intake.rings, intake.places.len());
    if tolerance_m <= 0.0 || sides.open().next().is_none() {
        return Some(sides);
    }
    let mut notes = Notes::default();
    if let Some(moved) = snap::snap(&sides, &intake.places, tolerance_m, &mut notes.snapped) {
        sides = rewrite::renumber(&mut intake.rings, &moved, intake.places.len());
    }
    let unclean = notes.snapped.extent > NOISE * tolerance_m;
    if unclean && let Some(moved) = snap::meet_half_way(&sides, &mut intake.places, tolerance_m, &mut notes.snapped) {
        sides = rewrite::renumber(&mut intake.rings, &moved, intake.places.len());
    }
    for round in 0..ROUNDS {
        let share = |half: f32| 0.3 + 0.1 * (round as f32 + half);
        go_on(share(0.0)).then_some(())?;
        let added = insert::find(&sides, &intake.places, tolerance_m, &mut notes.inserted);
        let inserted = !added.is_empty();
        if inserted {
            sides = rewrite::apply(&mut intake.rings, &added, intake.places.len());
        }
        go_on(share(0.5)).then_some(())?;
        let closed = close::find(&sides, &intake.places, tolerance_m, unclean, &mut notes.closed);
        if !closed.is_empty() {
            sides = rewrite::apply(&mut intake.rings, &closed, intake.places.len());
        } else if !inserted {
            break;
        }
    }
    notes.tell(&mut intake.troubles);
    Some(sides)
}

#[derive(Default)]
struct Notes {
    snapped: Note,
    inserted: Note,
    closed: Note,
}

impl Notes {
    fn tell(self, troubles: &mut Vec<Trouble>) {
        let Self { snapped, inserted, closed } = self;
        snapped.tell(|count| TroubleKind::Snapped { count }, troubles);
        inserted.tell(|count| TroubleKind::Inserted { count }, troubles);
        closed.tell(|count| TroubleKind::MismatchedEdges { count }, troubles);
    }
}

/// How often a repair was made, to whom, and where it was largest.
#[derive(Default)]
struct Note {
    count: u32,
    districts: Vec<u32>,
    place: Point,
    extent: f64,
}

impl Note {
    fn add(&mut self, districts: impl IntoIterator<Item = u32>, place: Point, extent: f64) {
        self.count += 1;
        self.districts.extend(districts);
        if self.count == 1 || self.extent < extent {
            (self.place, self.extent) = (place, extent);
        }
    }

    fn tell(mut self, kind: impl Fn(u32) -> TroubleKind, troubles: &mut Vec<Trouble>) {
        if self.count == 0 {
            return;
        }
        self.districts.sort_unstable();
        self.districts.dedup();
        let districts = self.districts.into_iter().map(DistrictIx).collect();
        troubles.push(Trouble { kind: kind(self.count), districts, place: self.place, extent: self.extent });
    }
}

/// The vertices at which a side without twin begins or ends, in order.
fn loose_vertices(sides: &Sides, places: usize) -> Vec<u32> {
    let mut loose = vec![false; places];
    for side in sides.open() {
        loose[sides.from[side as usize] as usize] = true;
        loose[sides.to(side) as usize] = true;
    }
    (0..places as u32).filter(|&vertex| loose[vertex as usize]).collect()
}

/// The districts whose rings run through a vertex.
fn districts_at(sides: &Sides, vertex: u32) -> impl Iterator<Item = u32> {
    sides.starting_at(vertex).iter().map(|&side| sides.district[side as usize])
}
