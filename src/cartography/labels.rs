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

/// A label with its place on the medium.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Placed {
    /// Which of the candidates.
    pub label: usize,
    /// Its middle on the medium.
    pub middle: Point,
    /// Its size there.
    pub size: Size,
}

/// Places labels in the order given; what doesn't fit without touching an earlier one is left out.
///
/// `measure` tells a label's size on the medium, `to_medium` where a place of the map lies there, `scale` is medium units
/// per metre. Areas may stand anywhere near their middle, districts only where they are wide enough. `taken` are
/// rectangles (middle, size) that must stay free: cards, controls.
pub fn place(
    labels: &[Label],
    measure: impl Fn(&Label) -> Size,
    to_medium: impl Fn(Point) -> Point,
    scale: f64,
    taken: &[(Point, Size)],
) -> Vec<Placed> {
    let mut occupied: Vec<(Point, Size)> = taken.to_vec();
    let mut placed = Vec::new();
    for (number, label) in labels.iter().enumerate() {
        let size = measure(label);
        let middle = to_medium(label.at);
        let is_area = matches!(label.of, Named::Area(_));
        if !is_area && label.room * scale < size.width * 0.72 {
            continue;
        }
        // A name that strays from its area names another one: better none than a wrong one.
        let reach = if is_area { 2 } else { 1 };
        let free = |middle: &Point| occupied.iter().all(|it| !collide((*middle, size), *it));
        let others = label.others.iter().map(|it| to_medium(*it));
        let somewhere = std::iter::once(middle).chain(others).chain(nearby(middle, size, reach)).find(free);
        if let Some(middle) = somewhere {
            occupied.push((middle, size));
            placed.push(Placed { label: number, middle, size });
        }
    }
    placed
}

/// Places around a place, farther out with each round.
fn nearby(middle: Point, size: Size, reach: u32) -> impl Iterator<Item = Point> {
    let around = [[0.0, -1.0], [0.0, 1.0], [-0.5, 0.0], [0.5, 0.0], [-0.5, -1.0], [0.5, -1.0], [-0.5, 1.0], [0.5, 1.0]];
    (1..=reach).flat_map(move |round| {
        around.into_iter().map(move |[x, y]| {
            let far = f64::from(round) * 0.5;
            [middle[0] + x * size.width * far * 0.3, middle[1] + y * size.height * far]
        })
    })
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
            let placed = place(&labels, |_| size, |it| it, 1.0, &[taken]);
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
        let placed = place(&labels, |_| size, |it| it, 1.0, &[]);
        assert_eq!(placed.iter().map(|it| it.label).collect::<Vec<_>>(), [1, 2]);
    }
}
