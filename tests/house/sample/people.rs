//! People by Gemeinde, year and single year of age, with births and deaths that fit.
//!
//! **Invented**, except that every Gemeinde sums to its public population at the end of 2023.
//! Cohorts are drawn once and grow older together, so that the series are smooth; what belongs to a place rather
//! than to a cohort (students in the city, few people in their twenties in a village) stays with the age.

use super::chance::{Chance, along, scaled, shared_out};
use super::structure::{DISTRICTS, District, Milieu};

/// Number of stored years.
pub const YEAR_COUNT: usize = 9;
/// The oldest class, 90 years and more.
pub const OLDEST: usize = 90;
/// Year of the public population.
const PUBLIC_YEAR: i64 = 2023;

/// People of one Gemeinde at the ends of 2015 to 2024, by single year of age.
#[derive(Debug, Clone)]
pub struct Residents {
    by_year: Vec<Vec<i64>>,
}

impl Residents {
    /// People of one age (90: and older) at the end of `year`.
    pub fn of_age(&self, year: i64, age: usize) -> i64 {
        self.by_year[usize::try_from(year - 2015).unwrap()][age]
    }

    /// People with `from <= age <= to`.
    pub fn between(&self, year: i64, from: usize, to: usize) -> i64 {
        (from..=to.min(OLDEST)).map(|age| self.of_age(year, age)).sum()
    }

    /// Everybody.
    pub fn all(&self, year: i64) -> i64 {
        self.between(year, 0, OLDEST)
    }
}

/// The residents of all inhabited Gemeinden, in the order of [`DISTRICTS`].
pub fn residents() -> Vec<Residents> {
    (0..DISTRICTS.len()).map(residents_of).collect()
}

fn residents_of(place: usize) -> Residents {
    let by_year = (2015..=2024)
        .map(|year| {
            let weights: Vec<i64> = (0..=OLDEST).map(|age| weight(place, year, age)).collect();
            shared_out(total(place, year), &weights)
        })
        .collect();
    Residents { by_year }
}

/// All inhabitants at the end of `year`: the public figure in 2023, elsewhere along the milieu's path.
fn total(place: usize, year: i64) -> i64 {
    let district = &DISTRICTS[place];
    if year == PUBLIC_YEAR {
        return district.population;
    }
    let path = path(district.milieu)[usize::try_from(year - 2015).unwrap()];
    let away = (year - PUBLIC_YEAR).abs();
    let own = Chance::for_purpose("trend").at(key(place)).around_zero(220) * (PUBLIC_YEAR - year);
    let wobble = Chance::for_purpose("wobble").at(key(place)).at(year.unsigned_abs()).around_zero(260);
    scaled(district.population, path + own + wobble * away.min(2), 100_000)
}

/// Population of 2015 to 2024, where 2023 is 100,000.
fn path(milieu: Milieu) -> [i64; 10] {
    match milieu {
        Milieu::City => [98_900, 99_300, 99_600, 99_800, 99_500, 98_600, 98_400, 99_500, 100_000, 99_700],
        Milieu::Suburb => [98_600, 98_800, 98_900, 99_100, 99_200, 99_200, 99_300, 99_900, 100_000, 100_000],
        Milieu::Rural => [101_400, 101_200, 100_900, 100_700, 100_400, 100_200, 100_000, 100_300, 100_000, 99_700],
        Milieu::Camp => [71_000, 69_000, 67_000, 67_500, 68_000, 67_000, 74_000, 95_000, 100_000, 98_000],
        Milieu::Eichsfeld => [101_000, 100_900, 100_800, 100_600, 100_400, 100_200, 100_100, 100_400, 100_000, 99_800],
        Milieu::Foreharz => [105_600, 105_000, 104_200, 103_400, 102_600, 101_800, 101_100, 100_900, 100_000, 99_200],
        Milieu::Southharz => [104_700, 104_200, 103_600, 102_900, 102_200, 101_400, 100_800, 100_700, 100_000, 99_200],
        Milieu::Muenden => [100_300, 100_200, 100_100, 99_900, 99_600, 99_300, 99_300, 100_000, 100_000, 99_800],
    }
}

/// How many of this age to expect: size of the cohort, survivors, character of the place, luck of the cohort.
fn weight(place: usize, year: i64, age: usize) -> i64 {
    let district = &DISTRICTS[place];
    let years = i64::try_from(age).unwrap();
    let born = year - years;
    let plain = along(COHORTS, born) * along(SURVIVORS, years) / 1000 * along(pull(district.milieu), years) / 1000;
    let spread = luck_spread(district);
    let luck = Chance::for_purpose("cohort").at(key(place)).at(born.unsigned_abs()).around_zero(spread)
        + Chance::for_purpose("moves").at(key(place)).at(year.unsigned_abs()).at(years.unsigned_abs()).around_zero(spread / 6);
    plain * (1000 + luck).max(150)
}

/// The smaller the place, the more one cohort differs from the next, per mille: about two standard deviations of a count.
fn luck_spread(district: &District) -> i64 {
    let per_year = (district.population / 90).max(1).unsigned_abs();
    (2000 / per_year.isqrt().max(1)).cast_signed().min(900)
}

/// Relative size of cohorts by year of birth: small after the war, large about 1964, a small rise after 2012.
const COHORTS: &[(i64, i64)] = &[
    (1925, 900),
    (1935, 980),
    (1940, 1050),
    (1945, 700),
    (1950, 950),
    (1957, 1090),
    (1964, 1350),
    (1970, 1080),
    (1975, 800),
    (1985, 830),
    (1990, 920),
    (2000, 740),
    (2009, 620),
    (2013, 620),
    (2016, 660),
    (2021, 650),
    (2024, 570),
];

/// Survivors by age, per mille; the last class holds everybody from 90 on.
const SURVIVORS: &[(i64, i64)] =
    &[(0, 1000), (50, 970), (60, 930), (65, 895), (70, 840), (75, 765), (80, 650), (85, 470), (89, 300), (90, 900)];

/// What a place does to an age, per mille, whoever was born when.
fn pull(milieu: Milieu) -> &'static [(i64, i64)] {
    match milieu {
        Milieu::City => &[
            (0, 960),
            (10, 860),
            (17, 900),
            (19, 1600),
            (22, 2700),
            (26, 2350),
            (30, 1550),
            (36, 1180),
            (45, 880),
            (60, 840),
            (70, 850),
            (90, 950),
        ],
        Milieu::Suburb => &[
            (0, 1080),
            (10, 1210),
            (17, 1120),
            (20, 820),
            (25, 680),
            (30, 920),
            (36, 1160),
            (45, 1100),
            (60, 1060),
            (70, 1080),
            (80, 1050),
            (90, 900),
        ],
        Milieu::Rural => {
            &[(0, 990), (10, 1060), (18, 1010), (22, 740), (27, 740), (33, 950), (45, 1020), (60, 1120), (70, 1090), (90, 900)]
        }
        Milieu::Camp => &[(0, 1300), (10, 1150), (18, 1300), (24, 1500), (33, 1500), (45, 1050), (60, 800), (75, 620), (90, 500)],
        Milieu::Eichsfeld => {
            &[(0, 1190), (10, 1190), (18, 1090), (22, 830), (27, 860), (33, 1030), (45, 1000), (60, 1040), (75, 970), (90, 930)]
        }
        Milieu::Foreharz => {
            &[(0, 830), (10, 860), (18, 890), (22, 770), (27, 770), (33, 860), (45, 930), (60, 1140), (75, 1190), (90, 1150)]
        }
        Milieu::Southharz => {
            &[(0, 770), (10, 810), (18, 850), (22, 770), (27, 750), (33, 810), (45, 900), (60, 1170), (75, 1320), (90, 1350)]
        }
        Milieu::Muenden => {
            &[(0, 930), (10, 950), (18, 950), (22, 850), (27, 880), (33, 930), (45, 960), (60, 1080), (75, 1100), (90, 1100)]
        }
    }
}

/// Children born in `year`: those who are there at its end, and a few who moved away or died.
pub fn births(place: usize, people: &Residents, year: i64) -> i64 {
    let there = people.of_age(year, 0);
    (there + Chance::for_purpose("births").at(key(place)).at(year.unsigned_abs()).around_zero(1 + there / 60)).max(0)
}

/// Deaths in `year`, from the people at the end of the year before.
pub fn deaths(place: usize, people: &Residents, year: i64) -> i64 {
    let expected: i64 = (0..=OLDEST).map(|age| people.of_age(year - 1, age) * along(MORTALITY, i64::try_from(age).unwrap())).sum();
    let dither = Chance::for_purpose("deaths").at(key(place)).at(year.unsigned_abs());
    let count = expected / 1_000_000;
    let spread = count.unsigned_abs().isqrt().cast_signed();
    let luck = dither.around_zero(spread) / 2 + i64::from(dither.at(3).below(1_000_000).cast_signed() < expected % 1_000_000);
    (count + luck).max(0)
}

/// Deaths within a year per million, by age.
const MORTALITY: &[(i64, i64)] =
    &[(0, 3_000), (1, 200), (15, 200), (30, 500), (50, 2_600), (60, 8_000), (70, 18_500), (80, 48_000), (89, 140_000), (90, 240_000)];

/// A number for the place that does not depend on its row.
pub fn key(place: usize) -> u64 {
    DISTRICTS[place].key.parse().unwrap()
}

/// The definitions of the single years of age.
pub fn ages() -> Vec<super::definition::Indicator> {
    (0..=OLDEST).map(age).collect()
}

fn age(years: usize) -> super::definition::Indicator {
    let name = match years {
        0 => "Alter: unter 1 Jahr".to_owned(),
        OLDEST => "Alter: 90 Jahre und mehr".to_owned(),
        _ => format!("Alter: {years} bis unter {} Jahre", years + 1),
    };
    super::definition::Indicator::sum(&format!("alter_{years:02}"), &name, "Personen")
        .belongs(super::catalogue::DEMOGRAPHY, super::catalogue::EVERYBODY)
        .serves_as(&format!("population_age:{years}"))
        .means("Einwohnerinnen und Einwohner dieses Altersjahres am Jahresende.")
}
