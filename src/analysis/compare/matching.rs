//! Matching: pairs of areas that together have the most in common.
//!
//! The assignment problem on a sparse, rectangular table (Kuhn 1955; shortest augmenting paths as Jonker and
//! Volgenant 1987 find them, here over the links that exist): one row after the other is let in, along the path that
//! costs least. Prices of rows and columns prove the optimum: no link weighs more than its two prices together, the
//! pairs weigh exactly as much, and whoever stays alone has price 0. Weights are whole numbers, so nothing is rounded.
//! Rows × links × log at worst; plans that differ little need hardly more than one look at each link.

use std::{cmp::Reverse, collections::BinaryHeap};

use super::{overlap::Link, ties};

/// The column of each row in the heaviest matching; links have positive weight and come by row, then column.
///
/// Of matchings equally heavy, the one that gives the first row the first column possible, then the second row, …
pub(super) fn heaviest(rows: usize, columns: usize, links: &[Link]) -> Vec<Option<u32>> {
    let mut search = Search::new(rows, columns, links);
    for row in 0..rows as u32 {
        search.let_in(row);
    }
    let tight = links.iter().filter(|it| search.slack(it) == 0).copied().collect::<Vec<_>>();
    let needed = |prices: &[i64]| prices.iter().map(|it| *it > 0).collect::<Vec<_>>();
    let (rows_needed, columns_needed) = (needed(&search.row_price), needed(&search.column_price));
    ties::smallest(&tight, search.column_of, search.row_of, rows_needed, columns_needed)
}

struct Search<'a> {
    links: &'a [Link],
    /// Where each row's links begin; one more than there are rows.
    begins: Vec<usize>,
    row_price: Vec<i64>,
    column_price: Vec<i64>,
    column_of: Vec<Option<u32>>,
    row_of: Vec<Option<u32>>,
    /// Of the path search under way: the cost of reaching each column, and the row it was reached from.
    reached: Vec<(i64, u32)>,
}

const NOT_REACHED: (i64, u32) = (i64::MAX, 0);

/// Where a path ends: at a column that was free, or at a row that gives its column up and stays alone.
#[derive(Clone, Copy)]
enum End {
    Free(u32),
    Alone(u32),
}

impl<'a> Search<'a> {
    fn new(rows: usize, columns: usize, links: &'a [Link]) -> Self {
        let mut begins = vec![0; rows + 1];
        links.iter().for_each(|it| begins[it.row as usize + 1] += 1);
        for row in 0..rows {
            begins[row + 1] += begins[row];
        }
        Self {
            links,
            begins,
            row_price: vec![0; rows],
            column_price: vec![0; columns],
            column_of: vec![None; rows],
            row_of: vec![None; columns],
            reached: vec![NOT_REACHED; columns],
        }
    }

    fn links_of(&self, row: u32) -> &'a [Link] {
        &self.links[self.begins[row as usize]..self.begins[row as usize + 1]]
    }

    /// How much the prices exceed the link's weight; never negative.
    fn slack(&self, link: &Link) -> i64 {
        self.row_price[link.row as usize] + self.column_price[link.column as usize] - link.weight
    }

    /// Makes the matching the heaviest of all rows up to this one.
    fn let_in(&mut self, row: u32) {
        let gains = self.links_of(row).iter().map(|it| it.weight - self.column_price[it.column as usize]);
        self.row_price[row as usize] = gains.max().unwrap_or(0).max(0);
        let (mut settled, mut touched) = (vec![(row, 0)], Vec::new());
        let (cost, end) = self.cheapest_path(row, &mut settled, &mut touched);
        for (row, at) in settled {
            self.row_price[row as usize] -= cost - at;
        }
        for column in touched.iter().map(|it: &u32| *it as usize) {
            self.column_price[column] += (cost - self.reached[column].0).max(0);
        }
        self.turn_over(end, row);
        touched.into_iter().for_each(|it| self.reached[it as usize] = NOT_REACHED);
    }

    /// Dijkstra's search along links that cost their slack and back along pairs, which are free.
    fn cheapest_path(&mut self, start: u32, settled: &mut Vec<(u32, i64)>, touched: &mut Vec<u32>) -> (i64, End) {
        let mut cheapest = (self.row_price[start as usize], End::Alone(start));
        let mut waiting = BinaryHeap::new();
        let (mut row, mut at) = (start, 0);
        loop {
            for link in self.links_of(row) {
                let cost = at + self.slack(link);
                let reached = &mut self.reached[link.column as usize];
                if cost < cheapest.0 && cost < reached.0 {
                    if *reached == NOT_REACHED {
                        touched.push(link.column);
                    }
                    *reached = (cost, row);
                    waiting.push(Reverse((cost, link.column)));
                }
            }
            let next = loop {
                match waiting.pop() {
                    Some(Reverse((cost, _))) if cost >= cheapest.0 => break None,
                    Some(Reverse((cost, column))) if cost == self.reached[column as usize].0 => break Some((cost, column)),
                    Some(_) => {} // reached more cheaply since
                    None => break None,
                }
            };
            let Some((cost, column)) = next else { return cheapest };
            let Some(owner) = self.row_of[column as usize] else { return (cost, End::Free(column)) };
            (row, at) = (owner, cost);
            settled.push((row, at));
            let alone = at + self.row_price[row as usize];
            if alone < cheapest.0 {
                cheapest = (alone, End::Alone(row));
            }
        }
    }

    /// Pairs along the path, from its end back to the row it began with.
    fn turn_over(&mut self, end: End, start: u32) {
        let mut free = match end {
            End::Free(column) => column,
            End::Alone(row) => match self.column_of[row as usize].take() {
                Some(column) => column,
                None => return, // the new row itself stays alone
            },
        };
        loop {
            let row = self.reached[free as usize].1;
            self.row_of[free as usize] = Some(row);
            let left = self.column_of[row as usize].replace(free);
            match left {
                Some(column) if row != start => free = column,
                _ => return,
            }
        }
    }
}
