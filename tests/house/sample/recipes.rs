//! How the parts of the invented rates come about: a level, what hardship adds, what the place does, the course of years.
//!
//! One line per indicator; the figures are ours and describe no real place.

use super::chance::{Chance, scaled};
use super::counts::{Grid, Truth};
use super::people::{Residents, YEAR_COUNT, key};
use super::structure::{DISTRICTS, District, Milieu};
use std::collections::BTreeMap;

/// What a rate refers to.
#[derive(Debug, Clone, Copy)]
pub enum Whole {
    /// Residents from one age to another, both included; 90 holds everybody older.
    Ages(usize, usize),
    /// Part of the residents of these ages, per mille (women, entitled voters, pupils).
    PartOfAges(usize, usize, i64),
    /// Households.
    Households,
    /// The part of another indicator.
    PartOf(&'static str),
    /// Children examined before school in that year.
    Examined,
    /// Children whose booklet was shown at the examination.
    Booklets,
}

/// How one rate is drawn.
#[derive(Debug, Clone, Copy)]
pub struct Recipe {
    pub id: &'static str,
    pub whole: Whole,
    /// Parts per million where nobody is in hardship.
    level: i64,
    /// Parts per million for each per mille of the place's hardship.
    hardship: i64,
    /// Parts per million for each per mille of foreign citizens.
    foreign: i64,
    /// Factor per mille by milieu: City, Suburb, Rural, Camp, Eichsfeld, Foreharz, Southharz, Muenden.
    place: [i64; 8],
    /// Factor per mille of 2016 to 2024.
    years: [i64; YEAR_COUNT],
}

const ALIKE: [i64; 8] = [1000; 8];
const STEADY: [i64; YEAR_COUNT] = [985, 990, 1000, 995, 1005, 1010, 1000, 1000, 1005];

const fn recipe(
    id: &'static str,
    whole: Whole,
    level: i64,
    hardship: i64,
    foreign: i64,
    place: [i64; 8],
    years: [i64; YEAR_COUNT],
) -> Recipe {
    Recipe { id, whole, level, hardship, foreign, place, years }
}

use Whole::{Ages, Booklets, Examined, Households, PartOf, PartOfAges};

/// Every rate; a whole that refers to another part stands after it.
#[rustfmt::skip] // a table is read by column
pub const RECIPES: &[Recipe] = &[
    //                                                              level   hardship foreign  place                                              2016 … 2024
    recipe("einpersonen_ab_75", Ages(75, 90),                       330_000,   550,     0, [1120, 960, 960, 900, 930, 1000, 1020, 1020],        [955, 962, 970, 977, 985, 990, 995, 1000, 1006]),
    recipe("grundsicherung_alter", Ages(65, 90),                      6_000,   140,    10, [1250, 900, 950, 1300, 850, 1000, 1000, 1000],       [800, 820, 840, 855, 880, 900, 960, 1000, 1040]),
    recipe("wohngeldhaushalte", Households,                           5_500,    75,     0, [1050, 900, 1000, 900, 1000, 1000, 1000, 1000],      [480, 465, 450, 445, 520, 535, 570, 1000, 1080]),
    recipe("pflegebeduerftige_ab_75", Ages(75, 90),                 330_000,   420,     0, ALIKE,                                               [740, 780, 815, 850, 890, 930, 965, 1000, 1030]),
    recipe("eingliederungshilfe", Ages(0, 90),                        6_000,    28,     0, [1050, 900, 950, 600, 950, 1050, 1100, 1000],        [900, 915, 930, 945, 955, 970, 985, 1000, 1015]),
    recipe("schuldnerberatung", Ages(18, 90),                         2_200,    24,     0, [900, 900, 1000, 600, 900, 1050, 1050, 1000],        [1050, 1020, 1000, 980, 880, 900, 960, 1000, 1050]),
    recipe("haushalte_mit_kindern", Households,                           0,     0,     0, ALIKE,                                               STEADY),
    recipe("alleinerziehende", PartOf("haushalte_mit_kindern"),     118_000,   560,     0, [1080, 930, 960, 950, 850, 1000, 1020, 1020],        [960, 965, 975, 980, 990, 995, 1000, 1000, 1005]),
    recipe("betreuung_unter_3", Ages(0, 2),                         420_000,  -360,     0, [1150, 1060, 990, 620, 900, 950, 900, 950],          [790, 815, 840, 865, 880, 905, 950, 1000, 1025]),
    recipe("betreuung_ab_3", Ages(3, 5),                            975_000,  -170,     0, [990, 1000, 1000, 780, 1000, 995, 985, 995],         [975, 978, 982, 985, 980, 985, 990, 1000, 1002]),
    recipe("kitaplaetze", Ages(0, 5),                               690_000,  -120,     0, [1080, 1050, 950, 800, 1000, 980, 960, 980],         [870, 885, 900, 920, 940, 955, 980, 1000, 1020]),
    recipe("gefaehrdung_8a", Ages(0, 17),                             3_500,    62,     0, [1000, 950, 950, 1000, 850, 1000, 1050, 1050],       [700, 740, 790, 850, 880, 900, 950, 1000, 1060]),
    recipe("familiensprache", PartOf("betreuung_ab_3"),              40_000,   100, 1_550, [1000, 1000, 1000, 800, 1000, 1000, 1000, 1000],     [740, 770, 800, 830, 850, 880, 960, 1000, 1030]),
    recipe("rueckstellungen", Ages(6, 6),                            42_000,   240,     0, ALIKE,                                               [900, 920, 960, 1000, 1100, 1130, 1080, 1000, 980]),
    recipe("ganztag_grundschule", PartOfAges(6, 9, 990),            420_000,   380,     0, [1250, 1050, 950, 1000, 900, 950, 950, 1000],        [800, 830, 860, 890, 880, 900, 950, 1000, 1050]),
    recipe("uebergang_gymnasium", PartOfAges(10, 10, 985),          520_000,  -900,     0, [1400, 1080, 950, 900, 980, 980, 960, 960],          STEADY),
    recipe("seu_sprache", Examined,                                  52_000,   980,   120, [950, 960, 1000, 1000, 1000, 1000, 1000, 1000],      [770, 790, 810, 835, 930, 955, 980, 1000, 1015]),
    recipe("seu_motorik", Examined,                                  88_000,   460,     0, ALIKE,                                               [820, 835, 850, 860, 960, 990, 1000, 1000, 995]),
    recipe("seu_uebergewicht", Examined,                             56_000,   310,     0, [950, 900, 1000, 1000, 1020, 1030, 1030, 1000],      [880, 885, 890, 900, 920, 1030, 1040, 1000, 985]),
    recipe("seu_schulempfehlung", Examined,                         770_000,  -900,     0, [1030, 1030, 1000, 950, 1000, 1000, 1000, 1000],     [1060, 1055, 1050, 1045, 1005, 985, 990, 1000, 1000]),
    recipe("u8_u9", Booklets,                                       935_000,  -330,     0, ALIKE,                                               [970, 975, 980, 985, 985, 990, 995, 1000, 1002]),
    recipe("sgb2_quote", Ages(0, 64),                                 6_000,   500,     0, [900, 1000, 1000, 1050, 950, 1000, 1000, 1000],      [1120, 1130, 1090, 1050, 1040, 1005, 1010, 1000, 985]),
    recipe("kinder_sgb2", Ages(0, 14),                                    0, 1_000,     0, ALIKE,                                               [1120, 1130, 1100, 1075, 1080, 1045, 1020, 1000, 985]),
    recipe("arbeitslose", Ages(15, 64),                              12_000,   195,     0, [880, 1000, 1000, 1050, 900, 1000, 1000, 1000],      [1080, 1020, 975, 950, 1080, 1020, 960, 1000, 1040]),
    recipe("jugendarbeitslose", Ages(15, 24),                        11_000,   150,     0, [480, 1000, 1000, 900, 950, 1050, 1050, 1000],       [1100, 1030, 970, 930, 1120, 1000, 930, 1000, 1060]),
    recipe("langzeitarbeitslose", PartOf("arbeitslose"),            285_000,   620,     0, [1050, 950, 1000, 1000, 900, 1000, 1000, 1000],      [1080, 1050, 1000, 950, 970, 1120, 1080, 1000, 1000]),
    recipe("beschaeftigte", Ages(15, 64),                           715_000,  -560,     0, [840, 1000, 1010, 640, 1020, 1000, 990, 1000],       [940, 950, 962, 972, 970, 978, 990, 1000, 1003]),
    recipe("auslaenderanteil", Ages(0, 90),                               0,     0, 1_000, ALIKE,                                               [680, 705, 730, 755, 775, 800, 940, 1000, 1015]),
    recipe("kinder_migration", Ages(0, 17),                         100_000,     0, 1_850, [1000, 1000, 1000, 750, 1000, 1000, 1000, 1000],     [800, 820, 840, 860, 880, 900, 965, 1000, 1015]),
    recipe("wahlbeteiligung", PartOfAges(16, 90, 925),              645_000,  -480,     0, [980, 1050, 1020, 600, 1080, 990, 970, 980],         [960, 965, 970, 980, 990, 1000, 1000, 1000, 1000]),
];

/// Draws all recipes; the parts are whole numbers between 0 and their whole.
pub fn drawn(people: &[Residents]) -> BTreeMap<&'static str, Truth> {
    let mut done: BTreeMap<&'static str, Truth> = BTreeMap::new();
    for recipe in RECIPES {
        let whole = whole(recipe.whole, people, &done);
        let part = part(recipe, &whole, people);
        done.insert(recipe.id, Truth::part(part, whole));
    }
    rest_on_everybody_of_working_age(&mut done, people);
    done
}

/// Long-term unemployed are drawn as a part of the unemployed, but reported against everybody of working age.
fn rest_on_everybody_of_working_age(done: &mut BTreeMap<&'static str, Truth>, people: &[Residents]) {
    if let Some(truth) = done.get_mut("langzeitarbeitslose") {
        truth.denominator = Some(Grid::of(|place, _, year| people[place].between(year, 15, 64)));
    }
}

fn whole(whole: Whole, people: &[Residents], done: &BTreeMap<&'static str, Truth>) -> Grid {
    match whole {
        Ages(from, to) => Grid::of(|place, _, year| people[place].between(year, from, to)),
        PartOfAges(from, to, share) => Grid::of(|place, _, year| scaled(people[place].between(year, from, to), share, 1000)),
        Households => Grid::of(|place, _, year| households(place, people, year)),
        PartOf(id) => done[id].numerator.clone(),
        Examined => Grid::of(|place, at, year| examined(place, at, people, year)),
        Booklets => Grid::of(|place, at, year| scaled(examined(place, at, people, year), 915, 1000)),
    }
}

fn households(place: usize, people: &[Residents], year: i64) -> i64 {
    let persons_per_thousand = match DISTRICTS[place].milieu {
        Milieu::City => 1_760,
        Milieu::Suburb => 2_160,
        Milieu::Rural => 2_130,
        Milieu::Camp => 2_300,
        Milieu::Eichsfeld => 2_240,
        Milieu::Foreharz => 2_000,
        Milieu::Southharz => 1_890,
        Milieu::Muenden => 2_020,
    };
    scaled(people[place].all(year), 1000, persons_per_thousand)
}

/// Nearly all children of six; fewer in 2020 to 2022, when not all could be examined.
fn examined(place: usize, at: usize, people: &[Residents], year: i64) -> i64 {
    const REACHED: [i64; YEAR_COUNT] = [975, 978, 980, 976, 790, 700, 860, 970, 975];
    scaled(people[place].of_age(year, 6), REACHED[at], 1000)
}

fn part(recipe: &Recipe, whole: &Grid, people: &[Residents]) -> Grid {
    if recipe.id == "haushalte_mit_kindern" {
        return Grid::of(|place, _, year| scaled(people[place].between(year, 0, 17), 1000, 1_650));
    }
    Grid::of(|place, at, _| draw(recipe, place, at, whole.at(place, at)))
}

/// Expected number, a lasting character of the place, a little luck of the year, rounded by a lasting dither.
fn draw(recipe: &Recipe, place: usize, at: usize, whole: i64) -> i64 {
    let district = &DISTRICTS[place];
    let chance = Chance::for_purpose(recipe.id).at(key(place));
    let lasting = 1000 + chance.at(1).around_zero(lasting_spread(recipe, district));
    let rate = (rate(recipe, district) * recipe.years[at] / 1000 * lasting / 1000).clamp(0, 985_000);
    let expected = whole * rate;
    let luck = luck(whole, rate);
    let yearly = chance.at(2).at(at as u64).around_zero(luck);
    let dither = chance.at(3).below(1_000_000).cast_signed();
    ((expected + yearly + dither) / 1_000_000).clamp(0, whole)
}

/// In parts per million, for 2023 and without luck.
fn rate(recipe: &Recipe, district: &District) -> i64 {
    let level = recipe.level + recipe.hardship * district.hardship + recipe.foreign * district.foreign;
    level.max(0) * recipe.place[district.milieu as usize] / 1000
}

/// The flagship follows its handles closely; others keep a character of their own, per mille.
fn lasting_spread(recipe: &Recipe, district: &District) -> i64 {
    let (level, small) = (recipe.level + recipe.hardship * 139, i64::from(district.population < 3_000));
    match recipe.id {
        "kinder_sgb2" | "auslaenderanteil" => 20 + 60 * small,
        _ if level > 500_000 => 25,
        _ => 70 + 60 * small,
    }
}

/// About half a standard deviation of the count, in millionths, so that years stay close to each other.
fn luck(whole: i64, rate: i64) -> i64 {
    let variance = (whole * rate / 1_000 * (1_000_000 - rate) / 1_000_000).unsigned_abs(); // thousandths
    (variance * 1_000).isqrt().cast_signed() * 600
}
