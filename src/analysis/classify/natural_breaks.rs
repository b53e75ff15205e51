//! Natural breaks: the classes with the least sum of squared deviations from their means, exactly.
//!
//! Fisher (1958) showed that in one dimension the best groups are runs of the sorted values, so dynamic
//! programming finds them; Wang and Song (2011, Ckmeans.1d.dp, The R Journal 3/2) made it practical. The last
//! class of the best division of the first j values never starts further left when j grows, so each class more
//! costs n log n steps by divide and conquer (Grønlund and others 2017, arXiv:1701.07204).
//!
//! Instead of the least deviation within classes we look for the greatest between them, Σ (sum²/count) of values
//! taken from their mean: the same classes, with sums of squares never needed. Equal values are one value with a
//! weight first. Prefix sums carry their rounding error along (Neumaier 1974). Of equally good divisions the one
//! with the lower limits is taken.

use super::{Sorted, fit};

/// First values of all classes but the lowest. `classes` is at least 1 and at most the number of distinct values.
pub(super) fn cuts(sorted: &Sorted, classes: usize) -> Vec<f64> {
    let merged = Merged::new(&sorted.values);
    let starts = Search::run(&merged, classes);
    starts.into_iter().filter_map(|it| merged.values.get(it).copied()).collect()
}

/// Distinct values, and what stands before each of them: how many, and the sum of their distances from the mean.
struct Merged {
    values: Vec<f64>,
    count_before: Vec<f64>,
    sum_before: Vec<f64>,
}

impl Merged {
    fn new(sorted: &[f64]) -> Self {
        let scale = fit::scale(sorted);
        let mean = fit::mean_and_deviation(sorted).0 * scale;
        let room = sorted.len() + 1;
        let mut merged =
            Self { values: Vec::with_capacity(room), count_before: Vec::with_capacity(room), sum_before: Vec::with_capacity(room) };
        let (mut count, mut sum, mut lost) = (0.0, 0.0_f64, 0.0);
        for &value in sorted {
            if merged.values.last() != Some(&value) {
                merged.values.push(value);
                merged.count_before.push(count);
                merged.sum_before.push(sum + lost);
            }
            let add = value * scale - mean;
            let next = sum + add;
            lost += if sum.abs() >= add.abs() { (sum - next) + add } else { (add - next) + sum };
            (count, sum) = (count + 1.0, next);
        }
        merged.count_before.push(count);
        merged.sum_before.push(sum + lost);
        merged
    }
}

/// One row of the dynamic programme, worked out from the row before: everything is indexed by how many distinct
/// values are divided.
struct Search<'a> {
    merged: &'a Merged,
    /// The greatest spread between classes with one class less.
    before: &'a [f64],
    /// Where the last class started with one class less; with one more it starts no further left.
    floor: &'a [u32],
    best: Vec<f64>,
    start: Vec<u32>,
}

impl<'a> Search<'a> {
    /// Where the classes above the lowest start, in ascending order.
    fn run(merged: &'a Merged, classes: usize) -> Vec<usize> {
        let all = merged.values.len();
        let mut best: Vec<f64> = (0..=all).map(|end| merged.spread(0, end)).collect();
        let mut rows = vec![vec![0_u32; all + 1]];
        for class in 1..classes {
            let mut search = Search { merged, before: &best, floor: &rows[class - 1], best: vec![0.0; all + 1], start: vec![0; all + 1] };
            // Of the last row only the last entry is asked for.
            let first = if class + 1 == classes { all } else { class + 1 };
            search.fill(first, all, class, all - 1);
            let Search { best: found, start, .. } = search;
            best = found;
            rows.push(start);
        }
        let mut end = all;
        let mut starts: Vec<usize> = Vec::with_capacity(classes);
        for row in rows.iter().skip(1).rev() {
            end = row[end] as usize;
            starts.push(end);
        }
        starts.reverse();
        starts
    }

    /// Entries `first..=last`, whose last classes start somewhere in `low..=high`: the middle one first, since it
    /// parts the candidates of the others.
    fn fill(&mut self, first: usize, last: usize, low: usize, high: usize) {
        if first > last {
            return;
        }
        let middle = first.midpoint(last);
        let start = self.solve(middle, low.max(self.floor[middle] as usize), high.min(middle - 1));
        if middle > first {
            self.fill(first, middle - 1, low, start);
        }
        self.fill(middle + 1, last, start, high);
    }

    /// The best start of the last class of the first `end` values, the leftmost of equals.
    fn solve(&mut self, end: usize, low: usize, high: usize) -> usize {
        let (sum, count) = (self.merged.sum_before[end], self.merged.count_before[end]);
        let candidates = self.before[low..=high].iter().zip(&self.merged.sum_before[low..=high]).zip(&self.merged.count_before[low..=high]);
        let (mut best, mut start) = (f64::NEG_INFINITY, low);
        for (at, ((before, sum_before), count_before)) in candidates.enumerate() {
            let distance = sum - sum_before;
            let spread = before + distance * distance / (count - count_before);
            if spread > best {
                (best, start) = (spread, low + at);
            }
        }
        self.best[end] = best;
        self.start[end] = start as u32;
        start
    }
}

impl Merged {
    /// What the values `from..to` as one class add to the spread between classes.
    fn spread(&self, from: usize, to: usize) -> f64 {
        let sum = self.sum_before[to] - self.sum_before[from];
        let count = self.count_before[to] - self.count_before[from];
        if count > 0.0 { sum * sum / count } else { 0.0 }
    }
}
