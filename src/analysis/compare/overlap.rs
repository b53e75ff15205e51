//! The overlap of two plans: for each pair of areas, the districts and people in both.
//!
//! People are counted in a fixed fraction of a person, a power of two chosen so that all together fit into 60 bits.
//! Whole numbers are exact in it and so are their sums; decimals lose less than in floating point. Exact sums make
//! equal things equal: ties are real ties, and no figure depends on the order of districts.

/// People and districts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Amount {
    /// People, in fractions that [`Overlap::people`] turns back.
    pub weight: u64,
    pub districts: u64,
}

/// The areas of one plan by ascending id, then the unassigned districts.
pub(super) struct Side {
    pub ids: Vec<u32>,
    /// What each area holds; one more than `ids`, the unassigned last.
    pub amounts: Vec<Amount>,
}

/// Districts that are in the same area in both plans.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cell {
    /// The area of plan A by its position among the ids; the number of ids stands for unassigned.
    pub row: u32,
    /// The same in plan B.
    pub column: u32,
    pub amount: Amount,
    /// Where its districts begin in the order.
    first: u32,
}

/// A pair of areas that could be matched, and what speaks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Link {
    pub row: u32,
    pub column: u32,
    pub weight: i64,
}

/// Which districts and people two plans have in common, area by area.
pub(super) struct Overlap {
    pub a: Side,
    pub b: Side,
    /// By row, then column; only pairs that share a district.
    pub cells: Vec<Cell>,
    pub total: Amount,
    /// Districts, cell by cell.
    order: Vec<u32>,
    /// Fractions in one person.
    fractions: f64,
}

impl Overlap {
    /// The three slices have one entry per district.
    pub(super) fn new(a: &[Option<u32>], b: &[Option<u32>], weights: &[f64]) -> Self {
        let fractions = fractions(weights);
        let (ids_a, rows) = positions(a);
        let (ids_b, columns) = positions(b);
        let by_column = grouped(0..a.len() as u32, &columns, ids_b.len() + 1);
        let order = grouped(by_column.into_iter(), &rows, ids_a.len() + 1);
        let mut overlap = Self { a: Side::new(ids_a), b: Side::new(ids_b), cells: Vec::new(), total: Amount::default(), order, fractions };
        overlap.count(&rows, &columns, weights);
        overlap
    }

    fn count(&mut self, rows: &[u32], columns: &[u32], weights: &[f64]) {
        for (at, district) in self.order.iter().enumerate() {
            let district = *district as usize;
            let (row, column) = (rows[district], columns[district]);
            let one = Amount { weight: in_fractions(weights[district], self.fractions), districts: 1 };
            match self.cells.last_mut() {
                Some(cell) if (cell.row, cell.column) == (row, column) => cell.amount.add(one),
                _ => self.cells.push(Cell { row, column, amount: one, first: at as u32 }),
            }
        }
        for cell in &self.cells {
            self.a.amounts[cell.row as usize].add(cell.amount);
            self.b.amounts[cell.column as usize].add(cell.amount);
            self.total.add(cell.amount);
        }
    }

    /// Fractions as people.
    pub(super) fn people(&self, weight: u64) -> f64 {
        weight as f64 / self.fractions
    }

    /// The positions of a cell's districts, ascending.
    pub(super) fn districts(&self, cell: &Cell) -> impl Iterator<Item = usize> + '_ {
        let districts = self.order.iter().skip(cell.first as usize).take(cell.amount.districts as usize);
        districts.map(|it| *it as usize)
    }

    /// Pairs of areas (never the unassigned) with something in common, by row, then column.
    pub(super) fn links(&self, pick: impl Fn(&Amount) -> u64) -> Vec<Link> {
        let assigned = |it: &&Cell| self.a.id(it.row).is_some() && self.b.id(it.column).is_some();
        let link = |it: &Cell| Link { row: it.row, column: it.column, weight: pick(&it.amount) as i64 };
        self.cells.iter().filter(assigned).map(link).filter(|it| it.weight > 0).collect()
    }
}

impl Side {
    fn new(ids: Vec<u32>) -> Self {
        Self { amounts: vec![Amount::default(); ids.len() + 1], ids }
    }

    /// The id at a position, `None` for the unassigned.
    pub(super) fn id(&self, position: u32) -> Option<u32> {
        self.ids.get(position as usize).copied()
    }
}

impl Amount {
    fn add(&mut self, other: Self) {
        self.weight += other.weight;
        self.districts += other.districts;
    }
}

/// The greatest power of two by which all weights together stay below 2⁶⁰.
fn fractions(weights: &[f64]) -> f64 {
    let total: f64 = weights.iter().filter(|it| it.is_finite() && **it > 0.0).sum();
    // Beyond these ends the power itself, or a sum of huge weights, is no ordinary number any more.
    let exponent = if total > 0.0 { total.log2().clamp(-900.0, 1000.0).ceil() } else { 0.0 };
    2_f64.powi(59 - exponent as i32)
}

fn in_fractions(weight: f64, fractions: f64) -> u64 {
    // The cast cuts off, turns NaN and negative numbers into 0, and keeps infinity out by the test before it.
    if weight.is_finite() { (weight * fractions + 0.5) as u64 } else { 0 }
}

/// The ids in use, ascending, and each district's position among them; unassigned comes after all.
fn positions(labels: &[Option<u32>]) -> (Vec<u32>, Vec<u32>) {
    let largest = labels.iter().flatten().max().map_or(0, |it| *it as usize);
    if largest > 4 * labels.len() + 1024 {
        return positions_by_search(labels);
    }
    let mut position_of = vec![0_u32; largest + 1]; // small ids: a table is faster than a search
    labels.iter().flatten().for_each(|it| position_of[*it as usize] = 1);
    let mut ids = Vec::new();
    for (id, place) in position_of.iter_mut().enumerate().filter(|(_, used)| **used == 1) {
        *place = ids.len() as u32;
        ids.push(id as u32);
    }
    let unassigned = ids.len() as u32;
    let positions = labels.iter().map(|it| it.map_or(unassigned, |id| position_of[id as usize])).collect();
    (ids, positions)
}

fn positions_by_search(labels: &[Option<u32>]) -> (Vec<u32>, Vec<u32>) {
    let mut ids: Vec<u32> = labels.iter().flatten().copied().collect();
    ids.sort_unstable();
    ids.dedup();
    let position = |it: &Option<u32>| it.and_then(|id| ids.binary_search(&id).ok()).unwrap_or(ids.len()) as u32;
    let positions = labels.iter().map(position).collect();
    (ids, positions)
}

/// Districts grouped by a key below `groups`, otherwise in the order given (counting sort).
fn grouped(districts: impl Iterator<Item = u32>, key: &[u32], groups: usize) -> Vec<u32> {
    let mut next = vec![0_u32; groups + 1];
    key.iter().for_each(|it| next[*it as usize + 1] += 1);
    for group in 1..next.len() {
        next[group] += next[group - 1];
    }
    let mut order = vec![0; key.len()];
    for district in districts {
        let place = &mut next[key[district as usize] as usize];
        order[*place as usize] = district;
        *place += 1;
    }
    order
}
