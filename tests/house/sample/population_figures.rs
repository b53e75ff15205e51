//! Figures that follow from people by age: totals, groups, shares, density, births, deaths, moves, pay.

use super::chance::{Chance, scaled};
use super::counts::{Grid, Truth};
use super::people::{OLDEST, Residents, births, deaths, key};
use super::structure::{DISTRICTS, Milieu};
use std::collections::BTreeMap;

/// Sums of years of age: id, first and last age.
const GROUPS: &[(&str, usize, usize)] = &[
    ("bevoelkerung_reihe", 0, OLDEST),
    ("kinder_unter_3", 0, 2),
    ("kinder_3_bis_5", 3, 5),
    ("kinder_unter_10", 0, 9),
    ("kinder_unter_15", 0, 14),
    ("kinder_unter_18", 0, 17),
    ("junge_unter_21", 0, 20),
    ("personen_15_bis_64", 15, 64),
    ("personen_ab_65", 65, OLDEST),
    ("personen_ab_75", 75, OLDEST),
];

/// First and last year of age.
type Ages = (usize, usize);

/// Shares of one group of ages in another: id, part, whole.
const SHARES: &[(&str, Ages, Ages)] = &[
    ("anteil_unter_18", (0, 17), (0, OLDEST)),
    ("anteil_ab_65", (65, OLDEST), (0, OLDEST)),
    ("anteil_ab_80", (80, OLDEST), (0, OLDEST)),
    ("jugendquotient", (0, 19), (20, 64)),
    ("altenquotient", (65, OLDEST), (20, 64)),
];

/// All of them by id.
pub fn drawn(people: &[Residents]) -> BTreeMap<String, Truth> {
    let group = |from, to| Grid::of(|place, _, year| people[place].between(year, from, to));
    let mut all = BTreeMap::new();
    for &(id, from, to) in GROUPS {
        all.insert(id.to_owned(), Truth::count(group(from, to)));
    }
    for &(id, part, whole) in SHARES {
        all.insert(id.to_owned(), Truth::part(group(part.0, part.1), group(whole.0, whole.1)));
    }
    for age in 0..=OLDEST {
        all.insert(format!("alter_{age:02}"), Truth::count(group(age, age)));
    }
    all.insert("bevoelkerung_5_jahre".into(), five_years(people));
    all.insert("bevoelkerungsdichte".into(), density(group(0, OLDEST)));
    all.insert("durchschnittsalter".into(), mean_age(people));
    all.insert("mediankentgelt".into(), pay());
    all.extend(movement(people));
    all
}

/// Change against five years before; before 2021 there is nothing to compare with and the cell is not published.
fn five_years(people: &[Residents]) -> Truth {
    let before = |year: i64| (year - 5).max(2015);
    Truth::part(
        Grid::of(|place, _, year| people[place].all(year) - people[place].all(before(year))),
        Grid::of(|place, _, year| people[place].all(before(year))),
    )
}

fn density(everybody: Grid) -> Truth {
    let hectares = Grid::of(|place, _, _| DISTRICTS[place].hectares);
    Truth { per: (1, 100), ..Truth::part(everybody, hectares) }
}

/// Mean age in hundredths of a year; every age stands for its middle, the open class for 93.
fn mean_age(people: &[Residents]) -> Truth {
    let half_years = |place: usize, year: i64| -> i64 {
        let doubled = |age: usize| if age == OLDEST { 186 } else { 2 * i64::try_from(age).unwrap() + 1 };
        (0..=OLDEST).map(|age| people[place].of_age(year, age) * doubled(age)).sum()
    };
    let county = std::array::from_fn(|at| {
        let year = 2016 + i64::try_from(at).unwrap();
        let (lived, lives) =
            (0..DISTRICTS.len()).fold((0, 0), |(lived, lives), it| (lived + half_years(it, year), lives + people[it].all(year)));
        scaled(lived, 50, lives)
    });
    let grid = Grid::of(|place, _, year| scaled(half_years(place, year), 50, people[place].all(year)));
    Truth { per: (100, 1), county: Some(county), ..Truth::count(grid) }
}

/// Births, deaths and the balance of moves, so that this year's people are last year's plus these three.
fn movement(people: &[Residents]) -> [(String, Truth); 5] {
    let born = Grid::of(|place, _, year| births(place, &people[place], year));
    let died = Grid::of(|place, _, year| deaths(place, &people[place], year));
    let moved = Grid::of(|place, at, year| people[place].all(year) - people[place].all(year - 1) - born.at(place, at) + died.at(place, at));
    let women = Grid::of(|place, _, year| scaled(people[place].between(year, 15, 44), 489, 1000));
    let everybody = Grid::of(|place, _, year| people[place].all(year));
    [
        ("geburten".into(), Truth::count(born.clone())),
        ("geburten_je_1000_frauen".into(), Truth::part(born, women)),
        ("sterbefaelle".into(), Truth::count(died)),
        ("wanderungssaldo".into(), Truth::count(moved.clone())),
        ("wanderungssaldo_je_1000".into(), Truth::part(moved, everybody)),
    ]
}

/// Median pay in whole euros.
fn pay() -> Truth {
    const LEVELS: [i64; 9] = [2_990, 3_050, 3_130, 3_220, 3_250, 3_350, 3_510, 3_690, 3_860];
    let grid = Grid::of(|place, at, _| {
        let district = &DISTRICTS[place];
        let chance = Chance::for_purpose("mediankentgelt").at(key(place));
        let city = if district.milieu == Milieu::City { 75 } else { 0 };
        let level = 1070 + city - district.hardship * 13 / 20 + chance.at(1).around_zero(18) + chance.at(2).at(at as u64).around_zero(4);
        scaled(LEVELS[at], level, 1000)
    });
    Truth { county: Some(LEVELS), ..Truth::count(grid) }
}
