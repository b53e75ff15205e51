//! Sites: where a name can stand in districts that belong together.
//!
//! **Promise.** The same districts have the same site, whoever asks. It is found once and kept: a thousand areas would cost
//! a moment whenever their names are shown.
//! **Not here.** Which names there are, and which of them find room beside others: `cartography`.

use std::{
    collections::{HashMap, hash_map::DefaultHasher},
    hash::{Hash, Hasher},
    sync::{Arc, Mutex, PoisonError},
};

use super::Locator;
use crate::geometry::{DistrictIx, Point, shape};

/// Where a name can stand.
#[derive(Debug, Clone, PartialEq)]
pub struct Site {
    /// Places, best first; at least one.
    pub places: Vec<Point>,
    /// The side of a square as large as the largest part, in metres.
    pub room: f64,
}

/// Districts by their number and a hash of all.
type Of = (usize, u64);

/// The sites that were found; those of places without any, too.
#[derive(Debug, Default)]
pub(super) struct Sites(Mutex<HashMap<Of, Option<Arc<Site>>>>);

/// So many are kept. A plan has at most one for each district, and a stroke leaves a few behind that nobody asks for again.
const MOST: usize = 50_000;

impl Locator {
    /// Where a name for these districts (in ascending order, each once) can stand: in their largest part, where it hangs
    /// together. `None` if none of them has a boundary.
    pub fn site(&self, districts: &[DistrictIx]) -> Option<Arc<Site>> {
        let mut hash = DefaultHasher::new();
        districts.hash(&mut hash);
        let of = (districts.len(), hash.finish());
        let kept = |sites: &Self| sites.sites.0.lock().unwrap_or_else(PoisonError::into_inner).get(&of).cloned();
        if let Some(site) = kept(self) {
            return site;
        }
        let site = self.find_site(districts).map(Arc::new); // others may ask meanwhile
        let mut all = self.sites.0.lock().unwrap_or_else(PoisonError::into_inner);
        if MOST <= all.len() {
            all.clear();
        }
        all.insert(of, site.clone());
        site
    }

    fn find_site(&self, districts: &[DistrictIx]) -> Option<Site> {
        let of = |it: DistrictIx| districts.binary_search(&it).is_ok();
        let largest = shape::parts(&self.topology, districts, of).into_iter().next()?;
        let surface: f64 = largest.iter().map(|it| self.topology.surface(*it)).sum();
        let places = self.places(&largest);
        (!places.is_empty()).then(|| Site { places, room: surface.sqrt() })
    }

    /// The centre of mass and the middles of the largest districts, each also moved to the middle of its row, by how much of
    /// the area lies to both sides of them. A name is wide, and in a ring or a bow the centre of mass has no room for it.
    fn places(&self, districts: &[DistrictIx]) -> Vec<Point> {
        /// Steps to one side, each a sixteenth of the side of a square as large as the area.
        const STEPS: i32 = 12;
        let placed: Vec<(Point, f64)> = districts.iter().filter_map(|it| Some((self.centre(*it)?, self.topology.surface(*it)))).collect();
        let whole: f64 = placed.iter().map(|it| it.1).sum();
        let sum = placed.iter().fold([0.0; 2], |sum, (at, size)| [sum[0] + at[0] * size, sum[1] + at[1] * size]);
        let step = whole.sqrt() / 16.0;
        let inside = |at: Point| self.district_at(at).is_some_and(|it| districts.binary_search(&it).is_ok());
        let run = |[x, y]: Point, way: i32| (1..=STEPS).take_while(|it| inside([x + f64::from(it * way) * step, y])).count();
        let room = |[x, y]: Point| {
            let rows = [y - step, y, y + step].map(|y| if inside([x, y]) { run([x, y], -1).min(run([x, y], 1)) } else { 0 });
            rows.into_iter().sum::<usize>()
        };
        let mut largest = placed;
        largest.sort_by(|a, b| b.1.total_cmp(&a.1));
        let candidates = std::iter::once(sum.map(|it| it / whole)).chain(largest.into_iter().take(8).map(|it| it.0));
        // A place at one side of its row leaves a wide name hanging over the border: the middle of the row may hold it.
        let centred = |at: Point| [at[0] + (run(at, 1) as f64 - run(at, -1) as f64) / 2.0 * step, at[1]];
        let rowed = candidates.filter(|it| inside(*it)).flat_map(|it| [it, centred(it)]).filter(|it| inside(*it));
        let mut roomy: Vec<(usize, Point)> = rowed.map(|it| (room(it), it)).collect();
        roomy.sort_by_key(|it| std::cmp::Reverse(it.0));
        roomy.into_iter().map(|it| it.1).collect()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::geometry::{synthetic, topology::Topology};

    fn of(numbers: &[u32]) -> Vec<DistrictIx> {
        numbers.iter().copied().map(DistrictIx).collect()
    }

    #[test]
    fn a_site_lies_in_the_largest_part_and_is_found_once() {
        let locator = Locator::new(&Topology::build(&synthetic::grid(4, 4, 1_000.0), 0.5).topology);
        let site = locator.site(&of(&[0, 1, 4, 5, 15])).unwrap();
        let inside = |at: &Point| locator.district_at(*at).is_some_and(|it| [0, 1, 4, 5].contains(&it.0));
        assert!(site.places.iter().all(inside), "{:?}", site.places);
        assert!((site.room - 2_000.0).abs() < 1e-6);
        assert!(Arc::ptr_eq(&site, &locator.site(&of(&[0, 1, 4, 5, 15])).unwrap()), "looked for again, though it was known");
        let other = locator.site(&of(&[10, 11, 14, 15])).unwrap();
        assert!(other.places.iter().all(|it| !inside(it)), "others have a site of their own");
        assert_eq!(locator.site(&[]), None);
    }

    /// Osterode's name hung over its eastern border: every place lay at one side of a bow.
    #[test]
    fn a_place_at_the_side_of_a_bow_is_moved_to_the_middle_of_its_row() {
        let locator = Locator::new(&Topology::build(&synthetic::grid(6, 6, 1_000.0), 0.5).topology);
        let bow = [0, 1, 2, 3, 6, 12, 18, 24, 25, 26, 27];
        let best = locator.site(&of(&bow)).unwrap().places[0];
        let row = |number: u32| locator.centre(DistrictIx(number)).unwrap();
        let middle = (row(0)[0] + row(3)[0]) / 2.0;
        assert!((best[0] - middle).abs() < 300.0, "{best:?}, the row's middle is at {middle}");
    }
}
