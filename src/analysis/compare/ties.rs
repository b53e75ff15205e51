//! Ties: of all matchings equally heavy, the one with the smallest ids.
//!
//! With optimal prices, the heaviest matchings are exactly those that use tight links only and leave nobody alone
//! whose price is positive. So the search stays among tight links: each row in turn asks for its first column; it
//! gets it if those who lose by it can be served otherwise, along an alternating path each. That two such paths
//! suffice, one after the other, is the theorem of Mendelsohn and Dulmage (1958).

use std::collections::VecDeque;

use super::overlap::Link;

/// The column of each row. `column_of` and `row_of` are one heaviest matching, `…_needed` who must not stay alone.
pub(super) fn smallest(
    tight: &[Link],
    column_of: Vec<Option<u32>>,
    row_of: Vec<Option<u32>>,
    rows_needed: Vec<bool>,
    columns_needed: Vec<bool>,
) -> Vec<Option<u32>> {
    let mut rows = Half::new(column_of, rows_needed);
    let mut columns = Half::new(row_of, columns_needed);
    for link in tight {
        rows.links[link.row as usize].push(link.column);
        columns.links[link.column as usize].push(link.row);
    }
    for row in 0..rows.links.len() as u32 {
        for at in 0..rows.links[row as usize].len() {
            let column = rows.links[row as usize][at];
            let has_it = rows.mate[row as usize] == Some(column);
            if has_it || (!columns.settled[column as usize] && give(&mut rows, &mut columns, row, column)) {
                break;
            }
        }
        rows.settled[row as usize] = true;
        if let Some(column) = rows.mate[row as usize] {
            columns.settled[column as usize] = true;
        }
    }
    rows.mate
}

/// Rows or columns: whom each could be paired with, whom it is paired with, who is fixed and who must have a mate.
struct Half {
    links: Vec<Vec<u32>>,
    mate: Vec<Option<u32>>,
    needed: Vec<bool>,
    settled: Vec<bool>,
}

impl Half {
    fn new(mate: Vec<Option<u32>>, needed: Vec<bool>) -> Self {
        Self { links: vec![Vec::new(); mate.len()], settled: vec![false; mate.len()], mate, needed }
    }
}

/// Gives a row a column; what cannot be made good is taken back, and `false` returned.
fn give(rows: &mut Half, columns: &mut Half, row: u32, column: u32) -> bool {
    let before = (rows.mate.clone(), columns.mate.clone());
    let left = rows.mate[row as usize].replace(column);
    let rival = columns.mate[column as usize].replace(row);
    if let Some(left) = left {
        columns.mate[left as usize] = None;
    }
    if let Some(rival) = rival {
        rows.mate[rival as usize] = None;
    }
    (rows.settled[row as usize], columns.settled[column as usize]) = (true, true);
    if rival.is_none_or(|it| serve(rows, columns, it)) && left.is_none_or(|it| serve(columns, rows, it)) {
        return true;
    }
    (rows.mate, columns.mate) = before;
    (rows.settled[row as usize], columns.settled[column as usize]) = (false, false);
    false
}

/// Finds a mate for one who lost theirs, if needed by moving others on; whoever had one and needs one keeps one.
fn serve(own: &mut Half, other: &mut Half, start: u32) -> bool {
    if !own.needed[start as usize] || own.mate[start as usize].is_some() {
        return true;
    }
    let mut asked_by: Vec<Option<u32>> = vec![None; other.mate.len()];
    let mut waiting = VecDeque::from([start]);
    while let Some(seeker) = waiting.pop_front() {
        for &wanted in &own.links[seeker as usize] {
            if other.settled[wanted as usize] || asked_by[wanted as usize].is_some() {
                continue;
            }
            asked_by[wanted as usize] = Some(seeker);
            match other.mate[wanted as usize] {
                Some(owner) if own.needed[owner as usize] => waiting.push_back(owner),
                owner => {
                    if let Some(owner) = owner {
                        own.mate[owner as usize] = None;
                    }
                    pair_back(own, other, &asked_by, wanted);
                    return true;
                }
            }
        }
    }
    false
}

/// Pairs along the path that ended at `wanted`.
fn pair_back(own: &mut Half, other: &mut Half, asked_by: &[Option<u32>], wanted: u32) {
    let mut next = Some(wanted);
    while let Some(wanted) = next {
        let Some(seeker) = asked_by[wanted as usize] else { return };
        other.mate[wanted as usize] = Some(seeker);
        next = own.mate[seeker as usize].replace(wanted);
    }
}
