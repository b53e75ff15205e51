//! Intake: polygons become rings of vertex numbers, each place in the plane numbered once.
//!
//! **Promise.** Outer rings run counter-clockwise, holes clockwise, no ring repeats a vertex in a row.
//! Two vertices are the same only where both coordinates are the same to the last bit.
//! **Not here.** Vertices that nearly meet: see `mend`.

use geo::{LineString, MultiPolygon};

use super::trouble::{Trouble, TroubleKind};
use crate::geometry::{Bounds, DistrictIx, Point, plane};

/// Coordinates beyond this (in metres) lie in no plane system; their squares would spoil every sum.
const FARTHEST: f64 = 1e12;

/// Rings of vertex numbers, one after another; the last vertex is joined to the first.
#[derive(Debug, Default)]
pub(super) struct Rings {
    /// Where each ring begins in `vertex`; one entry more than there are rings.
    pub start: Vec<u32>,
    /// Whose boundary each ring belongs to.
    pub district: Vec<u32>,
    /// Vertex numbers of all rings.
    pub vertex: Vec<u32>,
}

impl Rings {
    pub(super) fn count(&self) -> usize {
        self.district.len()
    }

    pub(super) fn range(&self, ring: usize) -> std::ops::Range<usize> {
        self.start[ring] as usize..self.start[ring + 1] as usize
    }
}

/// What the boundaries are made of.
pub(super) struct Intake {
    pub rings: Rings,
    pub places: Vec<Point>,
    pub troubles: Vec<Trouble>,
}

/// Number all vertices of the boundaries; rings that cannot enclose anything are left out and told of.
pub(super) fn take_in(boundaries: &[MultiPolygon<f64>]) -> Intake {
    let vertices = boundaries
        .iter()
        .flatten()
        .map(|polygon| polygon.exterior().0.len() + polygon.interiors().iter().map(|ring| ring.0.len()).sum::<usize>());
    let mut clerk = Clerk::with_room_for(vertices.sum());
    for (number, boundary) in boundaries.iter().enumerate() {
        clerk.take_boundary(number as u32, boundary);
    }
    clerk.finish()
}

struct Clerk {
    numbers: Numbers,
    rings: Rings,
    troubles: Vec<Trouble>,
    ring: Vec<Point>,
    /// Fingerprint, length and whether it is a hole, of the district's rings so far.
    seen: Vec<(u64, usize, bool)>,
}

impl Clerk {
    fn with_room_for(vertices: usize) -> Self {
        let rings = Rings { start: vec![0], district: Vec::new(), vertex: Vec::with_capacity(vertices) };
        let numbers = Numbers::with_room_for(vertices);
        Self { numbers, rings, troubles: Vec::new(), ring: Vec::new(), seen: Vec::new() }
    }

    fn finish(self) -> Intake {
        Intake { rings: self.rings, places: self.numbers.places, troubles: self.troubles }
    }

    fn take_boundary(&mut self, district: u32, boundary: &MultiPolygon<f64>) {
        self.seen.clear();
        for polygon in boundary {
            let Some(outer) = self.take_ring(district, polygon.exterior(), None) else {
                continue;
            };
            for hole in polygon.interiors() {
                self.take_ring(district, hole, Some(outer));
            }
        }
    }

    /// Returns the rectangle around the ring, or `None` where the ring was left out.
    fn take_ring(&mut self, district: u32, line: &LineString<f64>, around: Option<Bounds>) -> Option<Bounds> {
        match self.read_ring(line, around) {
            Ok(bounds) => {
                let hole = around.is_some();
                if (plane::signed_area(&self.ring) < 0.0) != hole {
                    self.ring.reverse();
                }
                self.number_ring(district, hole);
                Some(bounds)
            }
            Err(kind) => {
                let place = line.0.iter().map(|it| [it.x, it.y]).find(|it| usable(*it)).unwrap_or([0.0; 2]);
                self.tell(kind, district, place);
                None
            }
        }
    }

    /// Copy the ring without repeated points into `self.ring`.
    fn read_ring(&mut self, line: &LineString<f64>, around: Option<Bounds>) -> Result<Bounds, TroubleKind> {
        self.ring.clear();
        for at in &line.0 {
            let point = [at.x + 0.0, at.y + 0.0]; // adding zero turns -0.0 into 0.0
            if !usable(point) {
                return Err(TroubleKind::NotAPlace);
            }
            if self.ring.last() != Some(&point) {
                self.ring.push(point);
            }
        }
        while self.ring.len() > 1 && self.ring.first() == self.ring.last() {
            self.ring.pop();
        }
        let bounds = Bounds::of(self.ring.iter().copied()).filter(|_| self.ring.len() >= 3);
        let bounds = bounds.ok_or(TroubleKind::RingCollapsed)?;
        let inside = around.is_none_or(|outer| outer.contains(bounds.min) && outer.contains(bounds.max));
        if inside { Ok(bounds) } else { Err(TroubleKind::HoleOutside) }
    }

    /// Turn `self.ring` into vertex numbers, unless the district has the very same ring in the same role already. A part
    /// that fills a hole runs along it too, but counts: the border between the two then vanishes as an inner one.
    fn number_ring(&mut self, district: u32, hole: bool) {
        let begin = self.rings.vertex.len();
        for &point in &self.ring {
            self.rings.vertex.push(self.numbers.number(point));
        }
        let looks = (fingerprint(&self.rings.vertex[begin..]), self.ring.len(), hole);
        if self.seen.contains(&looks) {
            self.rings.vertex.truncate(begin);
            self.tell(TroubleKind::RingRepeated, district, self.ring[0]);
            return;
        }
        if self.seen.len() < 64 {
            self.seen.push(looks); // beyond that, looking through them all would cost too much
        }
        self.rings.district.push(district);
        self.rings.start.push(self.rings.vertex.len() as u32);
    }

    fn tell(&mut self, kind: TroubleKind, district: u32, place: Point) {
        self.troubles.push(Trouble { kind, districts: vec![DistrictIx(district)], place, extent: 0.0 });
    }
}

fn usable([x, y]: Point) -> bool {
    x.abs() <= FARTHEST && y.abs() <= FARTHEST // false for NaN
}

/// The same for a ring wherever it starts and whichever way it runs; another for other steps over the same vertices.
fn fingerprint(ring: &[u32]) -> u64 {
    let steps = ring.iter().zip(ring.iter().cycle().skip(1));
    steps.fold(0_u64, |sum, (&a, &b)| sum.wrapping_add(mix(u64::from(a.min(b)) << 32 | u64::from(a.max(b)))))
}

fn mix(value: u64) -> u64 {
    let value = (value ^ (value >> 32)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (value ^ (value >> 29)).wrapping_mul(0xBF58_476D_1CE4_E5B9) ^ (value >> 32)
}

/// One coordinate is mixed before the other joins it: else places whose two merely cancel would all meet in one slot.
fn hash([x, y]: Point) -> u64 {
    mix(mix(x.to_bits()) ^ y.to_bits())
}

/// Places numbered in the order of their first coming; an open-addressing table, since this is the
/// costliest step of reading a coverage.
struct Numbers {
    places: Vec<Point>,
    slots: Vec<u32>,
    mask: usize,
}

const EMPTY: u32 = u32::MAX;

impl Numbers {
    fn with_room_for(vertices: usize) -> Self {
        let slots = (vertices + vertices / 2).max(16).next_power_of_two();
        Self { places: Vec::with_capacity(vertices / 2), slots: vec![EMPTY; slots], mask: slots - 1 }
    }

    fn number(&mut self, point: Point) -> u32 {
        let mut slot = hash(point) as usize & self.mask;
        loop {
            let number = self.slots[slot];
            if number == EMPTY {
                let number = self.places.len() as u32;
                self.slots[slot] = number;
                self.places.push(point);
                return number;
            }
            if self.places[number as usize] == point {
                return number;
            }
            slot = (slot + 1) & self.mask;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_whose_coordinates_cancel_do_not_share_a_slot() {
        let places = (0..10_000_u64).map(|it| {
            let x = 500_000.0 + it as f64;
            [x, f64::from_bits((x.to_bits() ^ 0x4111_8F6B_C321_4D9A).rotate_right(32))]
        });
        let mut slots: Vec<u64> = places.map(|it| hash(it) & 0xF_FFFF).collect();
        slots.sort_unstable();
        slots.dedup();
        assert!(slots.len() > 9_900, "{}", slots.len());
    }
}
