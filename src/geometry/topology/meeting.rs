//! Who borders on whom: pairs of districts that share a stretch of border (rook), or at least a corner (queen).

use super::{super::DistrictIx, Topology};

impl Topology {
    /// All pairs of districts that share a stretch of border, each once, the smaller number first, in order.
    pub fn rook_pairs(&self) -> impl Iterator<Item = (DistrictIx, DistrictIx)> {
        self.districts().flat_map(|district| {
            let later = self.neighbours(district).iter().filter(move |it| district < it.district);
            later.map(move |it| (district, it.district))
        })
    }

    /// All pairs of districts that share a stretch of border or a corner, each once, in order.
    pub fn queen_pairs(&self) -> Vec<(DistrictIx, DistrictIx)> {
        let mut pairs = Vec::new();
        self.each_meeting(|one, others| pairs.extend(others.iter().map(|&other| (one, other))));
        pairs
    }

    /// How many pairs [`Topology::queen_pairs`] has, counted without making them: a thousand districts round one point are
    /// half a million pairs.
    pub fn queen_pair_count(&self) -> usize {
        let mut count = 0;
        self.each_meeting(|_, others| count += others.len());
        count
    }

    /// Name each district, in order, with the later ones that it shares a border or a corner with, in order too.
    fn each_meeting(&self, mut name: impl FnMut(DistrictIx, &[DistrictIx])) {
        let stars = self.stars();
        let mut corners: Vec<(DistrictIx, usize, usize)> = Vec::with_capacity(stars.len());
        for star in stars.chunk_by(|a, b| a.0 == b.0) {
            let (begin, end) = (corners.len(), corners.len() + star.len());
            corners.extend((begin..end).zip(star).map(|(at, &(_, district))| (district, at + 1, end)));
        }
        corners.sort_unstable();
        let mut met = vec![None; self.district_count()];
        let mut others: Vec<DistrictIx> = Vec::new();
        for own in corners.chunk_by(|a, b| a.0 == b.0) {
            others.clear();
            for &(one, from, to) in own {
                let later = stars[from..to].iter().map(|it| it.1);
                others.extend(later.filter(|it| met[it.index()].replace(one) != Some(one)));
            }
            others.sort_unstable();
            name(own[0].0, &others);
        }
    }

    /// Each node with each district that meets there, in order.
    fn stars(&self) -> Vec<(u32, DistrictIx)> {
        let mut stars: Vec<(u32, DistrictIx)> = Vec::with_capacity(4 * self.arcs.len());
        for arc in &self.arcs {
            for district in [arc.left, arc.right].into_iter().flatten() {
                stars.extend([(arc.from, district), (arc.to, district)]);
            }
        }
        stars.sort_unstable();
        stars.dedup();
        stars
    }
}
