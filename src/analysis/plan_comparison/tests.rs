#![allow(clippy::unwrap_used)]
use super::*;
use crate::{
    analysis::{
        disclosure::release_comparison,
        testing::{self, SECRET, indicator, population, series},
    },
    model::{
        indicator::{Indicator, Pooling},
        released::Profile,
        value::{MissingReason, SuppressedBy},
    },
};

/// Five districts in a row: d0 to d2 in R1, d3 and d4 in R2; in B d1 goes to R2 and d3 to R1.
fn compared(people: Option<&[Cell]>) -> PlanComparison {
    let population = people.map(|cells| {
        let mut series = testing::population(&vec![0.0; cells.len()]);
        for (number, cell) in (0..).zip(cells) {
            series.put(0, DistrictIx(number), *cell);
        }
        series
    });
    let catalog = testing::catalog(5, 5, population.into_iter().collect());
    let a = testing::plan(&[("d0", 1), ("d1", 1), ("d2", 1), ("d3", 2), ("d4", 2)]);
    let b = testing::plan(&[("d0", 1), ("d1", 2), ("d2", 1), ("d3", 1), ("d4", 2)]);
    PlanComparison::of(&catalog, &a, &b, &CitySwitch::everybody(), None).unwrap()
}

fn known(people: [f64; 5]) -> Vec<Cell> {
    people.map(Cell::known).to_vec()
}

#[test]
fn people_are_counted_where_all_are_known() {
    let found = compared(Some(&known([100.0, 20.0, 300.0, 40.0, 500.0])));
    let flows: Vec<_> = found.flows.iter().map(|it| (it.from, it.to, it.population.value)).collect();
    let (one, two) = (Some(AreaId(1)), Some(AreaId(2)));
    assert_eq!(flows, [(two, one, Some(40.0)), (one, two, Some(20.0))]);
    assert_eq!(found.pairs.iter().map(|it| it.population.value).collect::<Vec<_>>(), [Some(400.0), Some(500.0)]);
    assert_eq!((found.moved.people.value, found.moved.share, found.moved.state), (Some(60.0), Some(60.0 / 960.0), State::Known));
    assert_eq!((found.population.value, found.without_population), (Some(960.0), 0));
}

/// Two people of whom one is not delivered are no single person who moves, and nobody delivered is not nobody.
#[test]
fn people_whom_nobody_counted_are_no_zero() {
    for (hole, state) in [(SECRET, State::Suppressed(SuppressedBy::Source)), (Cell::ABSENT, State::Missing(MissingReason::NotDelivered))] {
        let mut cells = known([100.0, 20.0, 300.0, 40.0, 500.0]);
        cells[1] = hole;
        let found = compared(Some(&cells));
        let told: Vec<_> = found.flows.iter().map(|it| (it.population.value, it.population.state)).collect();
        assert_eq!(told, [(Some(40.0), State::Known), (None, state)]);
        let people = &found.moved.people;
        assert_eq!((people.value, people.at_least, people.state), (None, Some(40.0), State::Partial));
        let moved = &found.moved;
        let measures = [moved.share, moved.variation_of_information, moved.normalised_information_distance];
        assert_eq!((measures, moved.state), ([None; 3], State::Partial), "who weighs nothing bends every measure");
        assert_eq!((found.without_population, found.population.at_least), (1, Some(940.0)));
        assert!(found.unweighted.variation_of_information.is_some());
    }
}

#[test]
fn without_any_count_districts_weigh_one_each() {
    let found = compared(None);
    assert!(found.flows.iter().all(|it| it.population.value.is_none()) && !found.weighted_by_population);
    assert_eq!((found.moved.people.value, found.moved.share), (None, Some(0.4)));
}

/// A handful that moves is as secret as a handful that lives somewhere; the sum of all who move, and every measure weighed by
/// people, would tell it beside the flows that are shown.
#[test]
fn a_handful_that_moves_is_told_nowhere() {
    let found = compared(Some(&known([100.0, 2.0, 300.0, 40.0, 500.0])));
    assert_eq!(*release_comparison(found.clone(), Profile::Intern).get(), found);
    for profile in [Profile::Konferenz, Profile::Oeffentlich] {
        let released = release_comparison(found.clone(), profile);
        let shown = released.get();
        let hidden = State::Suppressed(SuppressedBy::Profile);
        let told: Vec<_> = shown.flows.iter().map(|it| (it.population.value, it.population.state)).collect();
        assert_eq!(told, [(Some(40.0), State::Known), (None, hidden)]);
        let moved = &shown.moved;
        assert_eq!((moved.people.value, moved.people.at_least, moved.share, moved.state), (None, None, None, hidden));
        assert_eq!((moved.variation_of_information, moved.normalised_information_distance), (None, None));
        assert_eq!((shown.pairs[0].population.value, shown.changed.len()), (Some(400.0), 2));
    }
}

fn of_four(a: &Plan, b: &Plan, city: &[&str]) -> PlanComparison {
    let catalog = testing::catalog(4, 2, vec![population(&[100.0, 200.0, 300.0, 400.0])]);
    let city = CitySwitch::new(&catalog.register, &city.iter().map(|it| (*it).into()).collect(), false);
    PlanComparison::of(&catalog, a, b, &city, None).unwrap()
}

fn matching(compared: &PlanComparison) -> Vec<(u32, u32, usize)> {
    compared.pairs.iter().map(|it| (it.a.0, it.b.0, it.districts)).collect()
}

#[test]
fn an_area_of_the_switched_off_city_is_neither_gone_nor_new() {
    let plan = testing::plan(&[("d0", 1), ("d1", 1), ("d2", 2), ("d3", 3)]);
    let compared = of_four(&plan, &plan, &["d3"]);
    assert_eq!(matching(&compared), [(1, 1, 2), (2, 2, 1), (3, 3, 0)]);
    assert_eq!(compared.likeness[&AreaId(3)].matches, Some(AreaId(3)));
    assert_eq!((compared.moved.people.value, compared.changed.len()), (Some(0.0), 0));
}

#[test]
fn an_empty_area_keeps_its_name_and_another_one_of_the_same_number_does_not_take_it() {
    let mut a = testing::plan(&[("d0", 1), ("d1", 1), ("d2", 1), ("d3", 1)]);
    a.areas.push(testing::area(2));
    let mut b = a.clone();
    assert_eq!(of_four(&a, &b, &[]).likeness[&AreaId(2)].matches, Some(AreaId(2)));
    b.areas[1].name = "Leinetal".into();
    let renamed = of_four(&a, &b, &[]);
    assert_eq!((renamed.likeness[&AreaId(2)].matches, renamed.likeness[&AreaId(2)].name.as_str()), (None, "Leinetal"));
}

/// All of Eichsfeld was painted away in a copy: the comparison told of an area that was gone and of a new one of that name.
#[test]
fn an_area_that_is_empty_in_the_copy_is_still_that_area() {
    let a = testing::plan(&[("d0", 1), ("d1", 1), ("d2", 2), ("d3", 3)]);
    let mut b = a.clone();
    b.area_of.insert(crate::model::id::DistrictKey::new("d2"), AreaId(1));
    for (a, b, pairs) in [(&a, &b, [(1, 1, 2), (2, 2, 0), (3, 3, 1)]), (&b, &a, [(1, 1, 2), (2, 2, 0), (3, 3, 1)])] {
        let found = of_four(a, b, &[]);
        assert_eq!(matching(&found), pairs);
        assert_eq!(found.likeness[&AreaId(2)].matches, Some(AreaId(2)));
        assert_eq!(found.changed.len(), 1);
    }
}

/// What stays the same area under another name is told by both.
#[test]
fn a_renamed_area_carries_both_names() {
    let a = testing::plan(&[("d0", 1), ("d1", 1), ("d2", 2), ("d3", 2)]);
    let mut b = a.clone();
    b.areas[1].name = "Leinetal".into();
    let like = &of_four(&a, &b, &[]).likeness[&AreaId(2)];
    assert_eq!((like.matches, like.name.as_str(), like.names().as_str()), (Some(AreaId(2)), "Raum 2", "Raum 2 → Leinetal"));
    assert_eq!(of_four(&a, &a, &[]).likeness[&AreaId(2)].names(), "Raum 2");
}

/// Plans of different authors number their areas alike; what has nothing in common is another area all the same.
#[test]
fn areas_without_a_district_in_common_lend_each_other_no_name() {
    let a = testing::plan(&[("d0", 1), ("d1", 1), ("d2", 2)]);
    let mut b = testing::plan(&[("d0", 1), ("d1", 1), ("d3", 2)]);
    b.areas[1].name = "Nordkreis".into();
    let found = of_four(&a, &b, &[]);
    assert_eq!(matching(&found), [(1, 1, 2), (2, 2, 0)], "the measure matches them as before");
    let like = &found.likeness[&AreaId(2)];
    assert_eq!((like.matches, like.name.as_str()), (None, "Nordkreis"));
    assert!(a.areas.iter().all(|it| it.colour != like.colour));
    b.areas[1].name = "Raum 2".into();
    assert_eq!(of_four(&a, &b, &[]).likeness[&AreaId(2)].matches, Some(AreaId(2)), "moved as a whole, by its name");
}

#[test]
fn people_are_those_of_the_period_shown() {
    let cells = |it: f64| [it, 100.0].map(Cell::known);
    let (old, new) = (cells(10.0), cells(30.0));
    let people = Indicator { role: Some(Role::Population), ..indicator("population", Pooling::Sum, 1.0) };
    let catalog = testing::catalog(2, 2, vec![series(people, &[("2019", &old), ("2023", &new)])]);
    let (a, b) = (testing::plan(&[("d0", 1), ("d1", 2)]), testing::plan(&[("d0", 2), ("d1", 2)]));
    for (period, moved) in [(None, 30.0), (Some("2024"), 30.0), (Some("2022"), 10.0)] {
        let period = period.and_then(Period::parse);
        let found = PlanComparison::of(&catalog, &a, &b, &CitySwitch::everybody(), period.as_ref()).unwrap();
        assert_eq!((found.moved.people.value, found.flows[0].population.value), (Some(moved), Some(moved)), "{period:?}");
    }
}

/// Districts by the code of their area, areas numbered by first appearance, as a file in that order of lines gives them.
fn read_in_order(lines: &[(&str, &str)]) -> Plan {
    let mut codes: Vec<&str> = Vec::new();
    lines.iter().for_each(|it| {
        if !codes.contains(&it.1) {
            codes.push(it.1)
        }
    });
    let number = |code: &str| (1..).zip(&codes).find(|it| *it.1 == code).map_or(0, |it| it.0);
    let mut plan = testing::plan(&lines.iter().map(|it| (it.0, number(it.1))).collect::<Vec<_>>());
    plan.areas.iter_mut().zip(&codes).for_each(|(area, code)| area.code = (*code).to_owned());
    plan
}

/// Pairs by the codes that are shown.
fn pairs_by_code(a: &[(&str, &str)], b: &[(&str, &str)]) -> Vec<(String, String)> {
    let (a, b) = (read_in_order(a), read_in_order(b));
    let found = PlanComparison::of(&testing::catalog(5, 5, Vec::new()), &a, &b, &CitySwitch::everybody(), None).unwrap();
    let pair = |it: &Pair| (a.area(it.a).unwrap().code.clone(), b.area(it.b).unwrap().code.clone());
    found.pairs.iter().map(pair).collect()
}

/// Ties went by a number that nobody sees: the order of the lines that a plan was read from decided them.
#[test]
fn ties_go_to_the_smallest_code_that_is_shown() {
    for (a, b, pairs) in [
        // one area that two share equally
        (vec![("d0", "X"), ("d1", "X")], vec![("d0", "2"), ("d1", "1")], vec![("X", "1")]),
        (vec![("d0", "X"), ("d1", "X")], vec![("d0", "10"), ("d1", "9")], vec![("X", "9")]),
        (vec![("d0", "X"), ("d1", "X")], vec![("d0", "Süd"), ("d1", "3")], vec![("X", "3")]),
        (vec![("d0", "R10"), ("d1", "R9")], vec![("d0", "Y"), ("d1", "Y")], vec![("R9", "Y")]),
        // nothing in common: the same code is the same area, wherever the lines stand
        (
            vec![("d0", "6"), ("d1", "1"), ("d2", "5"), ("d3", "5")],
            vec![("d1", "1"), ("d0", "5"), ("d2", "5"), ("d3", "5"), ("d4", "6")],
            vec![("1", "1"), ("5", "5"), ("6", "6")],
        ),
    ] {
        let mut wanted: Vec<(String, String)> = pairs.iter().map(|it| (it.0.to_owned(), it.1.to_owned())).collect();
        assert_eq!(pairs_by_code(&a, &b), wanted);
        let turned = |lines: &[(&'static str, &'static str)]| lines.iter().rev().copied().collect::<Vec<_>>();
        assert_eq!(pairs_by_code(&turned(&a), &turned(&b)), wanted, "the same lines from the last to the first");
        wanted.iter_mut().for_each(|it| *it = (it.1.clone(), it.0.clone()));
        assert_eq!(pairs_by_code(&b, &a), wanted);
    }
}

/// A new area kept its number, and the same number stood on the map in two colours.
#[test]
fn an_area_that_none_matches_takes_neither_number_nor_colour_of_another() {
    let a = testing::plan(&[("d0", 1), ("d1", 1), ("d2", 2), ("d3", 2)]);
    // d0 stays in what is 1 in A; d1 alone is new, and so is d3: both come with numbers that A has.
    let mut b = testing::plan(&[("d0", 3), ("d1", 1), ("d2", 4), ("d3", 2)]);
    for (number, area) in (10..).zip(&mut b.areas) {
        area.name = format!("Neu {number}");
    }
    let catalog = testing::catalog(4, 2, vec![population(&[300.0, 200.0, 300.0, 200.0])]);
    let found = PlanComparison::of(&catalog, &a, &b, &CitySwitch::everybody(), None).unwrap();
    let chip = |id: u32| (found.likeness[&AreaId(id)].matches.map(|it| it.0), found.likeness[&AreaId(id)].chip.clone());
    assert_eq!([chip(3), chip(4)], [(Some(1), "1".to_owned()), (Some(2), "2".to_owned())]);
    assert_eq!(
        [chip(1), chip(2)],
        [(None, "5".to_owned()), (None, "6".to_owned())],
        "3 and 4 are numbers of B, and stand for something else there"
    );
    let chips: BTreeSet<_> = found.likeness.values().map(|it| it.chip.clone()).collect();
    let colours: BTreeSet<_> = found.likeness.values().map(|it| it.colour.0).collect();
    assert_eq!((chips.len(), colours.len()), (4, 4));
    assert_eq!(found.painted(&b.areas[0]).chip(), found.likeness[&b.areas[0].id].chip);
    let shown = found.in_a(&b);
    assert!(shown.areas.iter().all(|it| it.chip() == found.likeness[&it.id].chip && it.colour == found.likeness[&it.id].colour));
}

/// With all twelve colours in A a new area took one of them.
#[test]
fn new_areas_find_colours_of_their_own_beside_many() {
    let districts: Vec<String> = (0..40).map(|it| format!("d{it}")).collect();
    let split = |areas: u32| {
        let lines: Vec<(&str, u32)> = districts.iter().map(String::as_str).zip((0..40).map(|it| it * areas / 40 + 1)).collect();
        testing::plan(&lines)
    };
    let (a, mut b) = (split(13), split(40));
    b.areas.iter_mut().for_each(|it| it.name = format!("neu {}", it.id.0));
    let catalog = testing::catalog(40, 8, Vec::new());
    let found = PlanComparison::of(&catalog, &a, &b, &CitySwitch::everybody(), None).unwrap();
    let new: Vec<_> = found.likeness.values().filter(|it| it.matches.is_none()).collect();
    assert_eq!(new.len(), 27);
    assert!(new.iter().all(|it| a.areas.iter().all(|area| area.colour != it.colour && area.chip() != it.chip)));
    let colours: BTreeSet<_> = new.iter().map(|it| it.colour.0).collect();
    assert_eq!(colours.len(), 27, "and each its own");
}

/// Beside A, two plans gave the same number to different new areas.
#[test]
fn on_all_maps_together_a_number_and_a_colour_stand_for_one_area() {
    let a = testing::plan(&[("d0", 1), ("d1", 1), ("d2", 2), ("d3", 2)]);
    let other = |areas: [u32; 4], names: &str| {
        let keys = ["d0", "d1", "d2", "d3"];
        let mut plan = testing::plan(&[0, 1, 2, 3].map(|it| (keys[it], areas[it])));
        plan.areas.iter_mut().for_each(|it| it.name = format!("{names} {}", it.id.0));
        plan
    };
    // In each the district of 1 and 2 that weighs less is split off, with a number that A has; D has 5, and 3 and 4 without districts.
    let (b, c, d) = (other([3, 1, 4, 2], "B"), other([4, 1, 3, 2], "C"), other([1, 5, 2, 2], "D"));
    let catalog = testing::catalog(4, 2, vec![population(&[300.0, 200.0, 300.0, 200.0])]);
    let others = [&b, &c, &d];
    let among = |place| PlanComparison::among(&catalog, &a, (&others, place), &CitySwitch::everybody(), None).unwrap();
    let mut signs: Vec<(String, Colour)> = a.areas.iter().map(|it| (it.chip().to_owned(), it.colour)).collect();
    for place in 0..3 {
        signs.extend(among(place).likeness.into_values().filter(|it| it.matches.is_none()).map(|it| (it.chip, it.colour)));
    }
    assert_eq!(signs.len(), 2 + 2 + 2 + 3, "{signs:?}");
    let (chips, colours): (BTreeSet<_>, BTreeSet<_>) = signs.iter().map(|it| (it.0.clone(), it.1.0)).unzip();
    assert_eq!((chips.len(), colours.len()), (9, 9), "{signs:?}");
    let new_in = |place: usize| -> Vec<String> {
        let kept: BTreeSet<_> = others[place].areas.iter().map(|it| it.chip().to_owned()).collect();
        among(place).likeness.into_values().filter(|it| it.matches.is_none() && !kept.contains(&it.chip)).map(|it| it.chip).collect()
    };
    let own = |chip: &String| others.iter().any(|it| it.areas.iter().any(|it| it.chip() == chip));
    assert!((0..3).flat_map(new_in).all(|it| !own(&it)), "a new number is none that a shown plan uses");
    assert!(PlanComparison::among(&catalog, &a, (&others, 3), &CitySwitch::everybody(), None).is_none());
    let alone = PlanComparison::of(&catalog, &a, &b, &CitySwitch::everybody(), None).unwrap();
    let pair = PlanComparison::among(&catalog, &a, (&[&b], 0), &CitySwitch::everybody(), None).unwrap();
    assert_eq!(alone, pair, "of two plans alone it is the same comparison");
}
