//! Labels: names and figures on the map, placed so that none covers another.
//!
//! Candidates come with a place on the map and a rank; [`place`] takes them in that order and drops what would collide.

use std::cell::OnceCell;

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
    /// The chip alone.
    Chip,
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
    place_at_home(labels, measure, to_medium, scale, (taken, &[]), &|_, _| Whose::Own)
}

/// A rectangle of the medium: its middle and its size.
pub type Filled = (Point, Size);

/// On whose ground a place of the medium lies, seen from a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// In what the label names.
    Own,
    /// In something else: a chip or a figure there would be read as that one's.
    Other,
    /// Outside of everything.
    Nobody,
}

/// The same where an area's chip stands in the area and its figure in no other one: `whose` tells whose a place of the medium is.
/// Where neither name nor figure find such a place the chip stands alone, and where that finds none nothing does. Beside what is
/// `taken` there is what other maps with the same view have there: names of districts keep clear of that too, so that all maps
/// show the same ones.
pub fn place_at_home(
    labels: &[Label],
    measure: impl Fn(&Label, Form) -> Size,
    to_medium: impl Fn(Point) -> Point,
    scale: f64,
    (taken, beside): (&[Filled], &[Filled]),
    whose: &dyn Fn(&Label, Point) -> Whose,
) -> Vec<Placed> {
    let of = |(number, it)| Way::of(number, it, scale, &measure, &to_medium, whose);
    let ways: Vec<Way<'_>> = labels.iter().enumerate().map(of).collect();
    let (areas, districts): (Vec<&Way<'_>>, Vec<&Way<'_>>) = ways.iter().partition(|it| it.is_area);
    let mut placed = squeaky(areas, taken);
    let taken = [taken, beside].concat();
    for way in districts {
        if labels.get(way.label).is_some_and(|it| it.room * scale >= way.size(Form::Full).map_or(f64::MAX, |it| it.width) * 0.72) {
            placed.extend(way.free_among(Form::Full, &taken, &placed).map(|it| it.0));
        }
    }
    placed
}

/// A label with all places that would do, best first.
struct Way<'a> {
    label: usize,
    is_area: bool,
    /// Its sizes, the whole first; an area with a chip can do with less.
    forms: Vec<(Form, Size)>,
    /// How wide its name, with the chip, and its figure are on the medium.
    name: f64,
    figure: f64,
    middles: Vec<Point>,
    it: &'a Label,
    whose: &'a dyn Fn(&Label, Point) -> Whose,
    /// What was found out about the places: of each form the best ones first.
    fitting: [OnceCell<Vec<usize>>; 3],
}

impl<'a> Way<'a> {
    fn of(
        label: usize,
        it: &'a Label,
        scale: f64,
        measure: impl Fn(&Label, Form) -> Size,
        to_medium: impl Fn(Point) -> Point,
        whose: &'a dyn Fn(&Label, Point) -> Whose,
    ) -> Self {
        let is_area = matches!(it.of, Named::Area(_));
        let brief = is_area && !it.chip.is_empty();
        let forms = [(Form::Full, true), (Form::Short, brief), (Form::Chip, brief && !it.figure.is_empty())];
        let forms: Vec<(Form, Size)> = forms.into_iter().filter(|it| it.1).map(|form| (form.0, measure(it, form.0))).collect();
        // A short label is chip and figure, the chip as wide as it is high.
        let short = Some(it).filter(|it| is_area && !it.figure.is_empty()).map(|it| measure(it, Form::Short));
        let figure = short.map_or(0.0, |size| if it.chip.is_empty() { size.width } else { (size.width - size.height).max(0.0) });
        let named =
            Some(it).filter(|_| is_area).map(|it| measure(&Label { figure: String::new(), others: Vec::new(), ..it.clone() }, Form::Full));
        let name = named.map_or(0.0, |it| it.width);
        let size = forms.first().map_or(Size { width: 0.0, height: 0.0 }, |it| it.1);
        let own: Vec<Point> = std::iter::once(&it.at).chain(&it.others).map(|it| to_medium(*it)).collect();
        // A name that strays from its area names another one: better a short one than a wrong one.
        let strays = |at: usize| at < if is_area { Self::STRAYING } else { 1 };
        let within = INSIDE * it.room * scale;
        let near = move |own: Point| nearby(own, size).filter(move |at| (at[0] - own[0]).hypot(at[1] - own[1]) <= within);
        let around = |(at, own): (usize, Point)| std::iter::once(own).chain(near(own).filter(move |_| strays(at)));
        let middles = own.into_iter().enumerate().flat_map(around).collect();
        Self { label, is_area, forms, name, figure, middles, it, whose, fitting: Default::default() }
    }

    /// So many of its places may be strayed from.
    const STRAYING: usize = 3;

    fn size(&self, form: Form) -> Option<Size> {
        self.forms.iter().find(|it| it.0 == form).map(|it| it.1)
    }

    /// Its best free place in that form, and how many were better.
    fn free_among(&self, form: Form, taken: &[(Point, Size)], placed: &[Placed]) -> Option<(Placed, usize)> {
        let size = self.size(form)?;
        let free = |middle: &Point| {
            let own = (*middle, size);
            !taken.iter().any(|it| collide(own, *it)) && !placed.iter().any(|it| collide(own, (it.middle, it.size)))
        };
        let places = self.fitting.get(form as usize)?.get_or_init(|| self.at_home(form, size));
        let middles = places.iter().filter_map(|it| self.middles.get(*it)).enumerate();
        let (strayed, middle) = middles.into_iter().find(|it| free(it.1))?;
        Some((Placed { label: self.label, middle: *middle, size, form }, strayed))
    }

    /// The places where it speaks of nothing else: those wholly on its own ground before those that reach beyond it.
    fn at_home(&self, form: Form, size: Size) -> Vec<usize> {
        let all = 0..self.middles.len();
        if !self.is_area {
            return all.collect();
        }
        let told = |at: usize| {
            let middle = self.middles.get(at)?;
            let on = |[x, y]: Point| (self.whose)(self.it, [middle[0] + x * size.width, middle[1] + y * size.height]);
            let [chip, figure] = self.heart(form, size);
            let share = |width: f64| if form == Form::Chip { 0.0 } else { width / size.width.max(1e-9) };
            let wide = share(self.figure);
            let strays = |by: f64| on([figure[0] + by * wide, figure[1]]) == Whose::Other;
            let home = on(chip) == Whose::Own && ![0.0, -REACH, REACH].into_iter().any(strays);
            let rows = [(chip[1], 0.0, share(self.name)), (figure[1], figure[0], wide)];
            let rows = if form == Form::Full { &rows[..] } else { &rows[1..] };
            let signs = rows.iter().flat_map(|(y, x, wide)| OUTERMOST.map(|by| [x + by * wide, *y]));
            home.then(|| (signs.filter(|it| on(*it) != Whose::Own).count(), at))
        };
        let mut places: Vec<(usize, usize)> = all.filter_map(told).collect();
        places.sort_unstable();
        places.into_iter().map(|it| it.1).collect()
    }

    /// Where chip and figure stand, in widths and heights from its middle.
    fn heart(&self, form: Form, size: Size) -> [Point; 2] {
        let share = |line: f64| (line / size.width.max(1e-9)).min(1.0);
        match form {
            Form::Full if self.it.chip.is_empty() => [[0.0, if self.it.figure.is_empty() { 0.0 } else { -0.25 }], [0.0, 0.25]],
            Form::Full if self.it.figure.is_empty() => [[share(size.height) / 2.0 - 0.5, 0.0], [0.0, 0.0]],
            Form::Full => [[share(size.height / 2.0) / 2.0 - 0.5, -0.25], [0.0, 0.25]],
            Form::Short => [[share(size.height) / 2.0 - 0.5, 0.0], [share(size.height) / 2.0, 0.0]],
            Form::Chip => [[0.0, 0.0]; 2],
        }
    }
}

/// A label's turn in an order.
#[derive(Clone, Copy)]
struct Turn<'a> {
    way: &'a Way<'a>,
    /// It went without in the order before, and is content with its chip.
    briefly: bool,
}

/// What one order of the labels comes to.
#[derive(Default)]
struct Attempt<'a> {
    placed: Vec<Placed>,
    absent: Vec<&'a Way<'a>>,
    shortened: Vec<&'a Way<'a>>,
    /// Who have nothing left but the chip.
    chips: Vec<&'a Way<'a>>,
    strayed: usize,
}

impl<'a> Attempt<'a> {
    fn of(order: &[Turn<'a>], taken: &[(Point, Size)]) -> Self {
        let (mut it, mut without) = (Self::default(), Vec::new());
        for turn in order {
            match turn.way.free_among(Form::Full, taken, &it.placed).filter(|_| !turn.briefly) {
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

    fn shorten(&mut self, way: &'a Way<'a>, taken: &[(Point, Size)]) {
        let shorter = [Form::Short, Form::Chip].into_iter().find_map(|it| way.free_among(it, taken, &self.placed));
        match shorter {
            Some((placed, _)) => {
                self.placed.push(placed);
                if placed.form == Form::Chip { self.chips.push(way) } else { self.shortened.push(way) }
            }
            None => self.absent.push(way),
        }
    }

    /// How bad it is: first who is missing, then who lost figure or name, then who strayed.
    fn cost(&self) -> (usize, usize, usize, usize) {
        (self.absent.len(), self.chips.len(), self.shortened.len(), self.strayed)
    }
}

/// The best of several orders: who came off badly in one goes first in the next.
fn squeaky(areas: Vec<&Way<'_>>, taken: &[(Point, Size)]) -> Vec<Placed> {
    /// Comparisons of rectangles that one map may cost.
    const PATIENCE: usize = 4_000_000;
    let mut order: Vec<Turn<'_>> = areas.into_iter().map(|way| Turn { way, briefly: false }).collect();
    let rounds = (PATIENCE / (order.len() * order.len() * 16).max(1)).clamp(1, 12);
    let mut best: Option<Attempt<'_>> = None;
    for _ in 0..rounds {
        let attempt = Attempt::of(&order, taken);
        let poor = attempt.absent.iter().map(|way| Turn { way, briefly: way.forms.len() > 1 });
        let poor = poor.chain(attempt.chips.iter().map(|way| Turn { way, briefly: true }));
        let first: Vec<Turn<'_>> = poor.chain(attempt.shortened.iter().map(|way| Turn { way, briefly: false })).collect();
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

/// So far to either side of its middle, in its widths, a figure stands in no other area: only its outermost signs may.
const REACH: f64 = 0.3;

/// Where the outermost signs of a line stand, in its widths from its middle: a place is the better the fewer of them hang over.
const OUTERMOST: [f64; 4] = [-0.5, -0.35, 0.35, 0.5];

/// Places around a place, at most half a label away.
fn nearby(middle: Point, size: Size) -> impl Iterator<Item = Point> {
    let around =
        [[0.0, -1.0], [0.0, 1.0], [-0.5, 0.0], [0.5, 0.0], [-0.5, -1.0], [0.5, -1.0], [-0.5, 1.0], [0.5, 1.0], [-1.0, 0.0], [1.0, 0.0]];
    around.into_iter().map(move |[x, y]| [middle[0] + x * size.width * 0.3, middle[1] + y * size.height * 0.5])
}

fn collide(a: (Point, Size), b: (Point, Size)) -> bool {
    (a.0[0] - b.0[0]).abs() * 2.0 < a.1.width + b.1.width && (a.0[1] - b.0[1]).abs() * 2.0 < a.1.height + b.1.height
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
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

    /// On maps side by side a district had its name on one and not on the other, where an area's label lay.
    #[test]
    fn a_district_goes_without_where_another_map_has_something_else() {
        let size = Size { width: 60.0, height: 16.0 };
        let labels = [label([0.0, 0.0], true, 90.0), label([200.0, 0.0], false, 90.0), label([400.0, 0.0], false, 90.0)];
        let beside = [([390.0, 5.0], size), ([0.0, 0.0], size)];
        let placed = place_at_home(&labels, |_, _| size, |it| it, 1.0, (&[], &beside), &|_, _| Whose::Own);
        assert_eq!(placed.iter().map(|it| it.label).collect::<Vec<_>>(), [0, 1], "an area stands whatever the others have there");
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

    /// „rund 16,8 %“ hung over the border where the middle of the row would have held more of it: two ends alone were counted.
    #[test]
    fn a_place_where_less_of_name_and_figure_hangs_over_is_better() {
        let it = Label { figure: "rund 16,8 %".into(), others: vec![[30.0, 0.0]], ..label([0.0, 0.0], true, 10.0) };
        let size = |it: &Label, _| Size { width: if it.figure.is_empty() { 40.0 } else { 100.0 }, height: 32.0 };
        let own = |_: &Label, [x, _]: Point| if (-10.0..=70.0).contains(&x) { Whose::Own } else { Whose::Nobody };
        let placed = place_at_home(&[it], size, |it| it, 1.0, (&[], &[]), &own);
        assert_eq!(placed.iter().map(|it| it.middle).collect::<Vec<_>>(), [[30.0, 0.0]]);
    }

    #[test]
    fn an_area_with_one_place_for_its_name_goes_before_one_with_several() {
        let roomy = Label { others: vec![[300.0, 0.0]], ..label([0.0, 0.0], true, 100.0) };
        let cramped = label([2.0, 1.0], true, 100.0);
        assert_eq!(forms(&[roomy, cramped]), [(0, Form::Full), (1, Form::Full)]);
    }

    #[test]
    fn an_area_whose_name_finds_no_room_still_shows_its_chip() {
        let areas = [0.0, 30.0, 60.0].map(|x| Label { chip: "4".into(), ..label([x, 0.0], true, 100.0) });
        let beside = |y: f64| ([30.0, y], Size { width: 400.0, height: 20.0 }); // one row is left
        let size = |_: &Label, form| Size { width: if form == Form::Full { 60.0 } else { 20.0 }, height: 16.0 };
        let placed = place(&areas, size, |it| it, 1.0, &[beside(-20.0), beside(20.0)]);
        assert_eq!(placed.len(), 3);
        assert!(placed.iter().any(|it| it.form == Form::Short), "{placed:?}");
    }

    #[test]
    fn a_chip_is_worth_more_than_a_name() {
        // Two wide names leave nothing for the one between them; the one between them leaves a chip for each.
        let places = [vec![[0.0, 0.0]], vec![[60.0, 0.0]], vec![[30.0, 0.0]]];
        let areas: Vec<_> =
            places.into_iter().map(|it| Label { chip: "7".into(), others: it.clone(), ..label(it[0], true, 100.0) }).collect();
        assert_eq!(forms(&areas).len(), 3);
    }

    /// On the wall labels have no chip: „rund 16,8 %“ ran over the outline of the narrow area into the next one.
    #[test]
    fn a_long_figure_without_a_chip_stays_in_its_area_too() {
        let size = |_: &Label, form| Size { width: if form == Form::Full { 64.0 } else { 60.0 }, height: 32.0 };
        let label = Label { figure: "rund 16,8".into(), others: vec![[150.0, 0.0]], ..label([20.0, 0.0], true, 300.0) };
        let whose = |_: &Label, [x, _]: Point| if (0.0..300.0).contains(&x) { Whose::Own } else { Whose::Other };
        let placed = place_at_home(std::slice::from_ref(&label), size, |it| it, 1.0, (&[], &[]), &whose);
        let middle = placed.first().map(|it| it.middle[0]).unwrap();
        assert!(middle - 60.0 * REACH >= 0.0, "{middle}");
        let narrow = |_: &Label, [x, _]: Point| if (10.0..30.0).contains(&x) || x > 120.0 { Whose::Own } else { Whose::Other };
        let placed = place_at_home(&[label], size, |it| it, 1.0, (&[], &[]), &narrow);
        assert!(placed.iter().all(|it| it.middle[0] > 120.0), "{placed:?}");
    }

    /// Two areas with their border at x = 100; the first is narrow. Chip and figure stood across the border.
    #[test]
    fn chip_and_figure_stand_in_their_own_area_or_nowhere() {
        let size = |_: &Label, form| match form {
            Form::Full => Size { width: 80.0, height: 32.0 },
            Form::Short => Size { width: 50.0, height: 16.0 },
            Form::Chip => Size { width: 18.0, height: 18.0 },
        };
        let whose = |_: &Label, [x, _]: Point| match x {
            it if it < 0.0 => Whose::Nobody,
            it if it < 100.0 => Whose::Other,
            _ => Whose::Own,
        };
        let area = |x: f64| Label { chip: "3".into(), figure: "6,1".into(), ..label([x, 0.0], true, 100.0) };
        let placed = |it: &Label, wide: f64| {
            let narrow = |label: &Label, at: Point| if at[0] > 100.0 + wide { Whose::Other } else { whose(label, at) };
            place_at_home(std::slice::from_ref(it), size, |it| it, 1.0, (&[], &[]), &narrow)
        };
        let of = |found: &[Placed]| found.first().map(|it| (it.form, it.middle[0] - it.size.width / 2.0));
        let roomy = Label { others: vec![[160.0, 0.0]], ..area(120.0) };
        let (form, left) = of(&placed(&roomy, 200.0)).unwrap();
        assert!(form == Form::Full && left >= 100.0, "the name goes to where it has room: {left}");
        let (form, left) = of(&placed(&area(120.0), 60.0)).unwrap();
        assert!(form == Form::Full && left >= 92.0, "its end may reach beyond the area, its chip may not: {left}");
        let form = |wide: f64| of(&placed(&area(120.0), wide)).map(|it| it.0);
        assert_eq!(form(40.0), Some(Form::Short), "below its name the figure's end would stand in another area");
        assert_eq!(of(&placed(&area(108.0), 18.0)).map(|it| it.0), Some(Form::Chip), "no room for a figure");
        assert_eq!(of(&placed(&area(60.0), 200.0)), None, "never in another one");
    }
}
