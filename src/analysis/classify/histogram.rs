//! The histogram under the legend: bars that never straddle two classes.

/// One bar.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bin {
    /// Lower end, included.
    pub from: f64,
    /// Upper end, excluded except in the last bar. Equal to `from` where a class holds one value only.
    pub to: f64,
    /// How many values fall in here.
    pub count: usize,
    /// The class, from 0, that lends the bar its colour.
    pub class: usize,
}

/// Bars over `values` whose ends include every limit of `breaks`, so that each bar has one class and one colour.
///
/// About `bins` of them share the whole width, at least one per class. Bars are equally wide within a class, but
/// not from class to class: draw `count / (to − from)` where the area should be true. Values outside the ends
/// widen the outermost classes. Whatever is not finite is passed over. Empty without values or breaks.
pub fn histogram(values: &[f64], breaks: &[f64], bins: usize) -> Vec<Bin> {
    let finite = || values.iter().copied().filter(|it| it.is_finite());
    let Some(limits) = widened(breaks, finite()) else { return Vec::new() };
    let mut bars = bars(&limits, bins.max(1));
    for value in finite() {
        let at = bars.partition_point(|it| it.from <= value).saturating_sub(1);
        if let Some(bar) = bars.get_mut(at) {
            bar.count += 1;
        }
    }
    bars
}

/// The breaks with their ends moved out to the values.
fn widened(breaks: &[f64], values: impl Iterator<Item = f64>) -> Option<Vec<f64>> {
    let (low, high) = values.map(|it| (it, it)).reduce(|(low, high), (it, _)| (low.min(it), high.max(it)))?;
    let mut limits = breaks.to_vec();
    if limits.len() < 2 {
        return None;
    }
    if let Some(first) = limits.first_mut() {
        *first = first.min(low);
    }
    if let Some(last) = limits.last_mut() {
        *last = last.max(high);
    }
    Some(limits)
}

fn bars(limits: &[f64], bins: usize) -> Vec<Bin> {
    let whole = limits.last().copied().unwrap_or(0.0) - limits.first().copied().unwrap_or(0.0);
    let mut bars = Vec::new();
    for (class, ends) in limits.windows(2).enumerate() {
        let (from, to) = (ends[0], ends[1]);
        let share = if whole > 0.0 { (to - from) / whole } else { 0.0 };
        let count = ((share * bins as f64).round() as usize).max(1);
        let at = |it: usize| if it == count { to } else { from + (to - from) * it as f64 / count as f64 };
        bars.extend((0..count).map(|it| Bin { from: at(it), to: at(it + 1), count: 0, class }));
    }
    bars
}
