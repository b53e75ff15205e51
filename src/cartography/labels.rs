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
    let ways: Vec<Way> = labels.iter().enumerate().map(|(number, it)| Way::of(number, it, scale, &measure, &to_medium)).collect();
    let (areas, districts): (Vec<&Way>, Vec<&Way>) = ways.iter().partition(|it| it.is_area);
    let mut placed = squeaky(areas, taken);
    for way in districts {
        if labels.get(way.label).is_some_and(|it| it.room * scale >= way.size.width * 0.72) {
            placed.extend(way.free_among(way.size, taken, &placed).map(|it| it.0));
        }
    }
    placed
}

/// A label with all places that would do, best first.
struct Way {
    label: usize,
    is_area: bool,
    size: Size,
    /// Its size without the name, where a chip says what it is.
    short: Option<Size>,
    middles: Vec<Point>,
}

impl Way {
    fn of(label: usize, it: &Label, scale: f64, measure: impl Fn(&Label, Form) -> Size, to_medium: impl Fn(Point) -> Point) -> Self {
        let (size, middle) = (measure(it, Form::Full), to_medium(it.at));
        let is_area = matches!(it.of, Named::Area(_));
        let short = (is_area && !it.chip.is_empty()).then(|| measure(it, Form::Short));
        let others = it.others.iter().map(|it| to_medium(*it));
        // A name that strays from its area names another one: better a short one than a wrong one.
        let within = INSIDE * it.room * scale;
        let near = nearby(middle, size).filter(|at| (at[0] - middle[0]).hypot(at[1] - middle[1]) <= within);
        let middles = std::iter::once(middle).chain(others).chain(near).collect();
        Self { label, is_area, size, short, middles }
    }

    /// Its best free place in that size, and how many were better.
    fn free_among(&self, size: Size, taken: &[(Point, Size)], placed: &[Placed]) -> Option<(Placed, usize)> {
        let free = |middle: &Point| {
            let own = (*middle, size);
            !taken.iter().any(|it| collide(own, *it)) && !placed.iter().any(|it| collide(own, (it.middle, it.size)))
        };
        let (strayed, middle) = self.middles.iter().enumerate().find(|it| free(it.1))?;
        Some((Placed { label: self.label, middle: *middle, size, form: Form::Full }, strayed))
    }
}

/// A label's turn in an order.
#[derive(Clone, Copy)]
struct Turn<'a> {
    way: &'a Way,
    /// It went without in the order before, and is content with its chip.
    briefly: bool,
}

/// What one order of the labels comes to.
#[derive(Default)]
struct Attempt<'a> {
    placed: Vec<Placed>,
    absent: Vec<&'a Way>,
    shortened: Vec<&'a Way>,
    strayed: usize,
}

impl<'a> Attempt<'a> {
    fn of(order: &[Turn<'a>], taken: &[(Point, Size)]) -> Self {
        let (mut it, mut without) = (Self::default(), Vec::new());
        for turn in order {
            match turn.way.free_among(turn.way.size, taken, &it.placed).filter(|_| !turn.briefly) {
                Some((placed, far)) => {
                    it.placed.push(placed);
                    it.strayed += far;
                }
                None if turn.briefly => it.shorten(turn.way, taken),
                None => without.push(turn.way),
            }
        }
        without.into_iter().for_each(|way| it.shorten(way, taken));
        it
    }

    fn shorten(&mut self, way: &'a Way, taken: &[(Point, Size)]) {
        match way.short.and_then(|short| way.free_among(short, taken, &self.placed)) {
            Some((placed, _)) => {
                self.placed.push(Placed { form: Form::Short, ..placed });
                self.shortened.push(way);
            }
            None => self.absent.push(way),
        }
    }

    /// How bad it is: first who is missing, then who lost their name, then who strayed.
    fn cost(&self) -> (usize, usize, usize) {
        (self.absent.len(), self.shortened.len(), self.strayed)
    }
}

/// The best of several orders: who came off badly in one goes first in the next.
fn squeaky(areas: Vec<&Way>, taken: &[(Point, Size)]) -> Vec<Placed> {
    /// Comparisons of rectangles that one map may cost.
    const PATIENCE: usize = 4_000_000;
    let mut order: Vec<Turn<'_>> = areas.into_iter().map(|way| Turn { way, briefly: false }).collect();
    let rounds = (PATIENCE / (order.len() * order.len() * 16).max(1)).clamp(1, 12);
    let mut best: Option<Attempt<'_>> = None;
    for _ in 0..rounds {
        let attempt = Attempt::of(&order, taken);
        let absent = attempt.absent.iter().map(|way| Turn { way, briefly: way.short.is_some() });
        let first: Vec<Turn<'_>> = absent.chain(attempt.shortened.iter().map(|way| Turn { way, briefly: false })).collect();
        order.retain(|it| !first.iter().any(|first| first.way.label == it.way.label));
        order.splice(0..0, first.iter().copied());
        if best.as_ref().is_none_or(|it| attempt.cost() < it.cost()) {
            best = Some(attempt);
        }
        if first.is_empty() {
            break;
        }
    }
    best.map(|it| it.placed).unwrap_or_default()
}

/// How far a label may be moved from the middle of what it names, as a share of that one's width.
const INSIDE: f64 = 0.4;

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

    /// The name of a small area was moved off it, onto its neighbour.
    #[test]
    fn a_label_stays_on_what_it_names() {
        let size = Size { width: 60.0, height: 16.0 };
        let standing = |room: f64| {
            let places = [label([0.0, 0.0], true, room), label([10.0, 12.0], true, room)];
            place(&places, |_, _| size, |it| it, 1.0, &[]).len()
        };
        assert_eq!(standing(400.0), 2, "a large one has room elsewhere");
        assert_eq!(standing(15.0), 1, "a small one has not");
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

    #[test]
    fn a_chip_is_worth_more_than_a_name() {
        // Two wide names leave nothing for the one between them; the one between them leaves a chip for each.
        let places = [vec![[0.0, 0.0]], vec![[60.0, 0.0]], vec![[30.0, 0.0]]];
        let areas: Vec<_> =
            places.into_iter().map(|it| Label { chip: "7".into(), others: it.clone(), ..label(it[0], true, 100.0) }).collect();
        assert_eq!(forms(&areas).len(), 3);
    }
}
