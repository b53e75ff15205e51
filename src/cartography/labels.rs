//! Labels: names and figures on the map, placed so that none covers another.
//!
//! Candidates come with a place on the map and a rank; [`place`] takes them in that order and drops what would collide.

use crate::geometry::{DistrictIx, Point};
use crate::model::id::AreaId;

/// What a label names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Named {
    /// A planning area: chip, name and key figure.
    Area(AreaId),
    /// A district: its name.
    District(DistrictIx),
}

/// A label that wants to be on the map.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// What it names.
    pub of: Named,
    /// Its middle in planar metres.
    pub at: Point,
    /// Other places that would do, best first.
    pub others: Vec<Point>,
    /// The width of what it names, in metres: a district's label needs room.
    pub room: f64,
    /// What stands on the chip, for areas.
    pub chip: String,
    /// The name.
    pub text: String,
    /// The key figure below the name; may be empty.
    pub figure: String,
}

/// The size of a label on the medium, in its units.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Size {
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// How much of a label stands on the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Chip, name and key figure.
    Full,
    /// Chip and key figure: where the name finds no room the chip still says which area this is.
    Short,
}

/// A label with its place on the medium.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Placed {
    /// Which of the candidates.
    pub label: usize,
    /// Its middle on the medium.
    pub middle: Point,
    /// Its size there.
    pub size: Size,
    /// How much of it.
    pub form: Form,
}

/// Places labels so that none touches another.
///
/// `measure` tells a label's size on the medium, `to_medium` where a place of the map lies there, `scale` is medium units
/// per metre. `taken` are rectangles (middle, size) that must stay free: cards, controls. Areas come first: those that lose
/// their name in one order go first in the next, and the order that loses the fewest is kept („squeaky wheel“ optimisation,
/// Joslin & Clements 1999); what is lost then is shortened. Districts follow in the order given, where they are wide enough.
pub fn place(
    labels: &[Label],
    measure: impl Fn(&Label, Form) -> Size,
    to_medium: impl Fn(Point) -> Point,
    scale: f64,
    taken: &[(Point, Size)],
) -> Vec<Placed> {
    let ways: Vec<Way> = labels.iter().enumerate().map(|(number, it)| Way::of(number, it, &measure, &to_medium)).collect();
    let (areas, districts): (Vec<&Way>, Vec<&Way>) = ways.iter().partition(|it| it.is_area);
    let (mut placed, lost) = squeaky(areas, taken);
    let shortened = lost.into_iter().filter_map(|it| Way::short(it, labels.get(it.label)?, &measure));
    for way in &shortened.collect::<Vec<_>>() {
        placed.extend(way.free_among(taken, &placed).map(|it| it.0));
    }
    for way in districts {
        if labels.get(way.label).is_some_and(|it| it.room * scale >= way.size.width * 0.72) {
            placed.extend(way.free_among(taken, &placed).map(|it| it.0));
        }
    }
    placed
}

/// A label with all places that would do, best first.
struct Way {
    label: usize,
    is_area: bool,
    form: Form,
    size: Size,
    middles: Vec<Point>,
}

impl Way {
    fn of(label: usize, it: &Label, measure: impl Fn(&Label, Form) -> Size, to_medium: impl Fn(Point) -> Point) -> Self {
        let (size, middle) = (measure(it, Form::Full), to_medium(it.at));
        let others = it.others.iter().map(|it| to_medium(*it));
        // A name that strays from its area names another one: better a short one than a wrong one.
        let middles = std::iter::once(middle).chain(others).chain(nearby(middle, size)).collect();
        Self { label, is_area: matches!(it.of, Named::Area(_)), form: Form::Full, size, middles }
    }

    fn short(full: &Self, label: &Label, measure: impl Fn(&Label, Form) -> Size) -> Option<Self> {
        let says_something = !label.chip.is_empty();
        let (size, form) = (measure(label, Form::Short), Form::Short);
        says_something.then(|| Self { size, form, middles: full.middles.clone(), ..*full })
    }

    /// Its best free place, and how many were better.
    fn free_among(&self, taken: &[(Point, Size)], placed: &[Placed]) -> Option<(Placed, usize)> {
        let free = |middle: &Point| {
            let own = (*middle, self.size);
            !taken.iter().any(|it| collide(own, *it)) && !placed.iter().any(|it| collide(own, (it.middle, it.size)))
        };
        let (strayed, middle) = self.middles.iter().enumerate().find(|it| free(it.1))?;
        Some((Placed { label: self.label, middle: *middle, size: self.size, form: self.form }, strayed))
    }
}

/// The best of several orders; what it loses comes back beside it.
fn squeaky<'a>(mut order: Vec<&'a Way>, taken: &[(Point, Size)]) -> (Vec<Placed>, Vec<&'a Way>) {
    /// Comparisons of rectangles that one map may cost.
    const PATIENCE: usize = 4_000_000;
    let rounds = (PATIENCE / (order.len() * order.len() * 16).max(1)).clamp(1, 12);
    let mut best: Option<(usize, Vec<Placed>, Vec<&Way>)> = None;
    for _ in 0..rounds {
        let (mut placed, mut lost, mut strayed) = (Vec::new(), Vec::new(), 0);
        for way in &order {
            match way.free_among(taken, &placed) {
                Some((it, far)) => {
                    placed.push(it);
                    strayed += far;
                }
                None => lost.push(*way),
            }
        }
        let better = best.as_ref().is_none_or(|it| (lost.len(), strayed) < (it.2.len(), it.0));
        let done = lost.is_empty();
        order.retain(|it| !lost.iter().any(|lost| lost.label == it.label));
        order.splice(0..0, lost.iter().copied());
        if better {
            best = Some((strayed, placed, lost));
        }
        if done {
            break;
        }
    }
    best.map(|it| (it.1, it.2)).unwrap_or_default()
}

/// Places around a place, half a label away.
fn nearby(middle: Point, size: Size) -> impl Iterator<Item = Point> {
    let around = [[0.0, -1.0], [0.0, 1.0], [-0.5, 0.0], [0.5, 0.0], [-0.5, -1.0], [0.5, -1.0], [-0.5, 1.0], [0.5, 1.0]];
    around.into_iter().map(move |[x, y]| [middle[0] + x * size.width * 0.3, middle[1] + y * size.height * 0.5])
}

fn collide(a: (Point, Size), b: (Point, Size)) -> bool {
    (a.0[0] - b.0[0]).abs() * 2.0 < a.1.width + b.1.width && (a.0[1] - b.0[1]).abs() * 2.0 < a.1.height + b.1.height
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn label(at: Point, area: bool, room: f64) -> Label {
        let of = if area { Named::Area(AreaId(1)) } else { Named::District(DistrictIx(1)) };
        Label { of, at, others: Vec::new(), room, chip: String::new(), text: "Name".into(), figure: String::new() }
    }

    proptest! {
        #[test]
        fn no_label_covers_another(places in proptest::collection::vec((0.0..500.0_f64, 0.0..300.0_f64, any::<bool>()), 0..60)) {
            let labels: Vec<_> = places.iter().map(|(x, y, area)| label([*x, *y], *area, 100.0)).collect();
            let size = Size { width: 60.0, height: 16.0 };
            let taken = ([250.0, 150.0], Size { width: 80.0, height: 80.0 });
            let placed = place(&labels, |_, _| size, |it| it, 1.0, &[taken]);
            for (at, a) in placed.iter().enumerate() {
                prop_assert!(!collide((a.middle, a.size), taken));
                for b in &placed[at + 1..] {
                    prop_assert!(!collide((a.middle, a.size), (b.middle, b.size)));
                }
            }
        }
    }

    #[test]
    fn a_district_too_narrow_for_its_name_goes_without() {
        let size = Size { width: 60.0, height: 16.0 };
        let labels = [label([0.0, 0.0], false, 20.0), label([200.0, 0.0], false, 90.0), label([400.0, 0.0], true, 20.0)];
        let placed = place(&labels, |_, _| size, |it| it, 1.0, &[]);
        assert_eq!(placed.iter().map(|it| it.label).collect::<Vec<_>>(), [2, 1], "areas come first");
    }

    /// Which labels stand, and in which form.
    fn forms(labels: &[Label]) -> Vec<(usize, Form)> {
        let size = |_: &Label, form| Size { width: if form == Form::Full { 60.0 } else { 20.0 }, height: 16.0 };
        let mut placed: Vec<_> = place(labels, size, |it| it, 1.0, &[]).iter().map(|it| (it.label, it.form)).collect();
        placed.sort_by_key(|it| it.0);
        placed
    }

    #[test]
    fn an_area_with_one_place_for_its_name_goes_before_one_with_several() {
        let roomy = Label { others: vec![[300.0, 0.0]], ..label([0.0, 0.0], true, 100.0) };
        let cramped = label([2.0, 1.0], true, 100.0);
        assert_eq!(forms(&[roomy, cramped]), [(0, Form::Full), (1, Form::Full)]);
    }

    #[test]
    fn an_area_whose_name_finds_no_room_still_shows_its_chip() {
        let areas = [[0.0, 0.0], [42.0, 0.0], [84.0, 0.0]].map(|at| Label { chip: "4".into(), ..label(at, true, 100.0) });
        let placed = forms(&areas);
        assert_eq!(placed.len(), 3);
        assert!(placed.iter().any(|it| it.1 == Form::Short), "{placed:?}");
    }
}
