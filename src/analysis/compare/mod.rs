//! Comparing two plans: which areas belong together, who moves, and how far apart the plans are as a whole.
//!
//! **Definitions.** Unassigned is one class more in either plan; it is matched only with itself. All districts
//! count, those assigned in neither plan too. Figures are weighted by population, except
//! [`Comparison::unweighted`], where each district weighs 1 (its matching included), and the Rand index, which
//! counts districts.
//! **Promise.** Sums are exact (see `overlap`), so the order of districts never matters, comparing B with A moves
//! the same people as A with B, and a plan compared with itself has distances of exactly 0.
//! **Not here.** Names, colours and reasons of areas; values before and after (`pool`).

mod borders;
mod matching;
mod measures;
mod overlap;
mod ties;

pub use borders::{BorderChange, border_change};

use overlap::{Amount, Cell, Overlap};

/// Two areas that belong together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Match {
    /// The area of plan A.
    pub a: u32,
    /// The area of plan B.
    pub b: u32,
    /// People in both.
    pub population: f64,
    /// Districts in both. 0 where the areas have nothing in common but their id.
    pub districts: usize,
}

/// Districts that go together from an area (or from nowhere, `None`) to another (or to nowhere).
#[derive(Debug, Clone, PartialEq)]
pub struct Move {
    /// The area of plan A, `None` where the districts were unassigned.
    pub from: Option<u32>,
    /// The area of plan B, `None` where the districts are unassigned now.
    pub to: Option<u32>,
    /// Positions of the districts, ascending.
    pub districts: Vec<usize>,
    /// People in them.
    pub population: f64,
}

/// How much of an area of plan A stays together (Crespin 2005; `redist` calls it population overlap).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Continuity {
    /// The area of plan A.
    pub area: u32,
    /// The area of plan B that takes the largest part, the smallest id of equals; `None` where all is unassigned.
    pub largest_part_in: Option<u32>,
    /// That part's share of the area's people, or of its districts where nobody lives there. 0 to 1.
    pub share: f64,
}

/// The figures with every district weighing 1, as if nothing were known of people.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Unweighted {
    /// Districts that aren't in the area matched with theirs; the matching is the best for districts.
    pub districts_moved: usize,
    /// Their share of all districts; `None` without districts.
    pub share_moved: Option<f64>,
    /// As in [`Comparison`]; `None` without districts.
    pub variation_of_information: Option<f64>,
    /// As in [`Comparison`]; `None` without districts.
    pub normalised_information_distance: Option<f64>,
}

/// Everything two plans are compared by.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// Areas that belong together, by id in plan A. Each area is in at most one pair. The pairs hold as many people
    /// as any pairing can; of equal ones the pairing that gives the smallest area of A the smallest of B, and so
    /// on. What then is left is paired by uninhabited districts in common, at last by equal id.
    pub matching: Vec<Match>,
    /// People not in the area matched with theirs. Who is unassigned in both plans stays.
    pub population_moved: f64,
    /// Their share of all people; `None` without people.
    pub share_moved: Option<f64>,
    /// H(A|B) + H(B|A), natural logarithm, 0 for plans that part the county alike (Meilă 2007). `None` without people.
    pub variation_of_information: Option<f64>,
    /// 1 − I(A;B) / max(H(A), H(B)), from 0 to 1 (Vinh, Epps and Bailey 2010); 0 where both plans are one class.
    /// `None` without people.
    pub normalised_information_distance: Option<f64>,
    /// Agreement on pairs of districts, 1 for alike, about 0 for chance (Hubert and Arabie 1985). Counts districts.
    pub adjusted_rand_index: f64,
    /// The same without weights.
    pub unweighted: Unweighted,
    /// What moves, by id from and to, unassigned last.
    pub moves: Vec<Move>,
    /// Each area of plan A.
    pub continuity: Vec<Continuity>,
}

impl Comparison {
    /// The area of plan B that belongs to an area of plan A.
    pub fn match_of_a(&self, a: u32) -> Option<u32> {
        self.matching.iter().find(|it| it.a == a).map(|it| it.b)
    }

    /// The area of plan A that lends an area of plan B its name and colour; without one the area is new.
    pub fn match_of_b(&self, b: u32) -> Option<u32> {
        self.matching.iter().find(|it| it.b == b).map(|it| it.a)
    }
}

/// Compares plan B with plan A: each district's area in either (`None` = unassigned) and its population.
///
/// A weight that is negative or no finite number counts as 0. `None` where the slices differ in length.
pub fn compare(a: &[Option<u32>], b: &[Option<u32>], weights: &[f64]) -> Option<Comparison> {
    if a.len() != b.len() || a.len() != weights.len() {
        return None;
    }
    let overlap = Overlap::new(a, b, weights);
    let partner = match_areas(&overlap);
    let people = |it: &Amount| it.weight;
    let moved = overlap.total.weight - staying(&overlap, &partner, people);
    let (vi, nid) = measures::information(&overlap, people).unzip();
    Some(Comparison {
        matching: matches(&overlap, &partner),
        population_moved: overlap.people(moved),
        share_moved: share(moved, overlap.total.weight),
        variation_of_information: vi,
        normalised_information_distance: nid,
        adjusted_rand_index: measures::adjusted_rand_index(&overlap),
        unweighted: unweighted(&overlap),
        moves: moves(&overlap, &partner),
        continuity: continuity(&overlap),
    })
}

/// For each area of plan A (by position) the matched one of plan B.
type Partner = Vec<Option<u32>>;

fn unweighted(overlap: &Overlap) -> Unweighted {
    let districts = |it: &Amount| it.districts;
    let partner = matching::heaviest(overlap.a.ids.len(), overlap.b.ids.len(), &overlap.links(districts));
    let moved = overlap.total.districts - staying(overlap, &partner, districts);
    let (vi, nid) = measures::information(overlap, districts).unzip();
    Unweighted {
        districts_moved: moved as usize,
        share_moved: share(moved, overlap.total.districts),
        variation_of_information: vi,
        normalised_information_distance: nid,
    }
}

/// First by people; then what is left by the uninhabited districts that it shares; then by equal ids, since an
/// area that was moved as a whole keeps its name.
fn match_areas(overlap: &Overlap) -> Partner {
    let (rows, columns) = (overlap.a.ids.len(), overlap.b.ids.len());
    let mut partner = matching::heaviest(rows, columns, &overlap.links(|it| it.weight));
    let taken = |partner: &Partner| {
        let mut taken = vec![false; columns];
        partner.iter().flatten().for_each(|it| taken[*it as usize] = true);
        taken
    };
    let already = taken(&partner);
    let mut left = overlap.links(|it| it.districts);
    left.retain(|it| partner[it.row as usize].is_none() && !already[it.column as usize]);
    for (place, found) in partner.iter_mut().zip(matching::heaviest(rows, columns, &left)) {
        *place = place.or(found);
    }
    let already = taken(&partner);
    for (place, id) in partner.iter_mut().zip(&overlap.a.ids) {
        let same = overlap.b.ids.binary_search(id).ok().filter(|it| !already[*it]);
        *place = place.or(same.map(|it| it as u32));
    }
    partner
}

/// Whether a cell's districts are in plan B where plan A's matching expects them.
fn stays(overlap: &Overlap, partner: &Partner, cell: &Cell) -> bool {
    match partner.get(cell.row as usize) {
        Some(expected) => *expected == Some(cell.column),
        None => overlap.b.id(cell.column).is_none(), // unassigned before and after
    }
}

fn staying(overlap: &Overlap, partner: &Partner, pick: impl Fn(&Amount) -> u64) -> u64 {
    overlap.cells.iter().filter(|it| stays(overlap, partner, it)).map(|it| pick(&it.amount)).sum()
}

fn share(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

fn matches(overlap: &Overlap, partner: &Partner) -> Vec<Match> {
    let pair = |(row, column): (usize, &Option<u32>)| {
        let column = (*column)?;
        let row = row as u32;
        let at = overlap.cells.binary_search_by_key(&(row, column), |it| (it.row, it.column));
        let both = at.ok().and_then(|it| overlap.cells.get(it)).map_or(Amount::default(), |it| it.amount);
        Some(Match {
            a: overlap.a.id(row)?,
            b: overlap.b.id(column)?,
            population: overlap.people(both.weight),
            districts: both.districts as usize,
        })
    };
    partner.iter().enumerate().filter_map(pair).collect()
}

fn moves(overlap: &Overlap, partner: &Partner) -> Vec<Move> {
    let moving = overlap.cells.iter().filter(|it| !stays(overlap, partner, it));
    let told = moving.map(|it| Move {
        from: overlap.a.id(it.row),
        to: overlap.b.id(it.column),
        districts: overlap.districts(it).collect(),
        population: overlap.people(it.amount.weight),
    });
    told.collect()
}

fn continuity(overlap: &Overlap) -> Vec<Continuity> {
    let of_area = |cells: &[Cell]| {
        let row = cells.first()?.row;
        let whole = overlap.a.amounts.get(row as usize)?;
        let part = |it: &Amount| if whole.weight > 0 { it.weight } else { it.districts };
        let assigned = cells.iter().filter(|it| overlap.b.id(it.column).is_some());
        // The last of equals wins in max_by_key, so equal parts are met from the largest id down.
        let largest = assigned.rev().max_by_key(|it| part(&it.amount));
        Some(Continuity {
            area: overlap.a.id(row)?,
            largest_part_in: largest.and_then(|it| overlap.b.id(it.column)),
            share: largest.and_then(|it| share(part(&it.amount), part(whole))).unwrap_or(0.0),
        })
    };
    overlap.cells.chunk_by(|one, next| one.row == next.row).filter_map(of_area).collect()
}

#[cfg(test)]
mod tests;
