//! From boundaries to the finished topology: mended, woven, put in order, measured.

use geo::MultiPolygon;

use super::{
    super::{ArcUse, Bounds, DistrictIx, Neighbour, Point, outline, plane},
    Built, PolygonRings, Topology, inspect, intake, mend, weave,
};

/// Whoever waits: hears the share that is done, 0 to 1, and says whether to go on.
pub type GoOn<'a> = dyn Fn(f32) -> bool + 'a;

impl Topology {
    /// Build the topology; boundary `i` belongs to `DistrictIx(i)` and may be empty.
    ///
    /// `tolerance_m`: vertices and edges of different districts that are at most this far apart are meant to meet.
    /// It is lowered to a ten-thousandth of the map's diagonal where that is less, so that maps in
    /// unknown small units keep their shape.
    pub fn build(boundaries: &[MultiPolygon<f64>], tolerance_m: f64) -> Built {
        let nothing = || Built { topology: Self::default(), troubles: Vec::new(), tolerance_m };
        Self::build_while(boundaries, tolerance_m, &|_| true).unwrap_or_else(nothing) // nobody stops it
    }

    /// The same while `go_on` says so, which hears the share that is done; `None` if it was stopped. It is asked between the steps,
    /// and within those that take long on a map where little fits.
    pub fn build_while(boundaries: &[MultiPolygon<f64>], tolerance_m: f64, go_on: &GoOn<'_>) -> Option<Built> {
        let mut intake = intake::take_in(boundaries);
        let tolerance_m = fitting_tolerance(&intake.places, tolerance_m);
        go_on(0.2).then_some(())?;
        let sides = mend::mend(&mut intake, tolerance_m, go_on)?;
        go_on(0.6).then_some(())?;
        let woven = weave::weave(sides, &intake.places);
        go_on(0.8).then_some(())?;
        let topology = Self::of(woven, boundaries.len());
        let mut troubles = intake.troubles;
        troubles.extend(inspect::inspect(&topology, tolerance_m, go_on)?);
        troubles.sort_by_key(|it| it.kind);
        Some(Built { topology, troubles, tolerance_m })
    }

    fn of(woven: weave::Woven, districts: usize) -> Self {
        let weave::Woven { arcs, arc_start, points, rings, uses, nodes } = woven;
        let mut topology = Self { arcs, arc_start: arc_start.into(), points: points.into(), nodes, ..Self::default() };
        topology.sort_rings(&rings, &uses, districts);
        topology.measure();
        topology.meet_neighbours();
        topology
    }

    /// Put the rings in the order district, polygon, outer ring before holes.
    fn sort_rings(&mut self, rings: &[weave::WovenRing], uses: &[ArcUse], districts: usize) {
        let mut order: Vec<usize> = (0..rings.len()).collect();
        order.sort_by_key(|&ring| rings[ring].district);
        (self.ring_start, self.polygon_start, self.district_start) = (vec![0], vec![0], vec![0]);
        let mut rest = order.as_slice();
        for district in 0..districts as u32 {
            let mine = rest.iter().take_while(|&&ring| rings[ring].district == district).count();
            let (own, others) = rest.split_at(mine);
            rest = others;
            let own: Vec<&[ArcUse]> = own.iter().map(|&ring| &uses[rings[ring].uses.clone()]).collect();
            self.add_district(&own);
        }
    }

    fn add_district(&mut self, rings: &[&[ArcUse]]) {
        for polygon in outline::group(self, rings) {
            for &ring in std::iter::once(&polygon.outer).chain(&polygon.holes) {
                self.uses.extend_from_slice(rings[ring]);
                self.ring_start.push(self.uses.len() as u32);
            }
            self.polygon_start.push(self.ring_start.len() as u32 - 1);
        }
        self.district_start.push(self.polygon_start.len() as u32 - 1);
    }

    fn measure(&mut self) {
        let districts = || (0..self.district_count() as u32).map(DistrictIx);
        let surface = districts().map(|district| {
            let rings = self.polygons_of(district).flat_map(PolygonRings::rings);
            rings.map(|ring| self.ring_area(ring)).sum()
        });
        let (surface, bounds) = (surface.collect(), districts().map(|it| self.find_bounds(it)).collect());
        (self.surface, self.district_bounds) = (surface, bounds);
    }

    fn find_bounds(&self, district: DistrictIx) -> Option<Bounds> {
        Bounds::of(self.arcs_of(district).iter().flat_map(|used| self.arc_points(used.arc)).copied())
    }

    fn meet_neighbours(&mut self) {
        self.neighbour_start = vec![0];
        let mut met: Vec<(DistrictIx, f64)> = Vec::new();
        for district in (0..self.district_count() as u32).map(DistrictIx) {
            met.clear();
            met.extend(
                self.arcs_of(district)
                    .iter()
                    .filter_map(|&used| self.across(used).map(|other| (other, self.arcs[used.arc.index()].length))),
            );
            met.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
            let begin = self.neighbours.len();
            for &(district, length) in &met {
                match self.neighbours[begin..].last_mut() {
                    Some(last) if last.district == district => last.shared_length += length,
                    _ => self.neighbours.push(Neighbour { district, shared_length: length }),
                }
            }
            self.neighbour_start.push(self.neighbours.len() as u32);
        }
    }
}

/// A ten-thousandth of the map's diagonal is the most that two districts may be apart and yet meet.
fn fitting_tolerance(places: &[Point], wanted: f64) -> f64 {
    let diagonal = Bounds::of(places.iter().copied()).map_or(0.0, |it| plane::distance(it.min, it.max));
    let wanted = if wanted.is_finite() { wanted.max(0.0) } else { 0.0 };
    wanted.min(diagonal * 1e-4)
}
