//! Help for families by paragraph of SGB VIII: cases, spending, and what goes into prevention.
//!
//! **Invented.** The paragraphs sum to the total, in cases and in whole euros; the city is left out throughout,
//! because it has its own Jugendamt.

use super::chance::{Chance, scaled};
use super::counts::{Grid, Truth};
use super::definition::Indicator;
use super::people::{Residents, YEAR_COUNT, key};
use super::structure::{CITY, DISTRICTS};
use std::collections::BTreeMap;

/// One kind of help.
pub struct Help {
    /// End of the indicator's id, as in `hze_faelle_34`.
    pub suffix: &'static str,
    paragraph: &'static str,
    title: &'static str,
    /// Cases per million young people under 21 where hardship is 139 per mille.
    cases: i64,
    /// Euros per case in 2023.
    euros: i64,
    /// Factor per mille of the cases of 2016 to 2024.
    years: [i64; YEAR_COUNT],
}

#[rustfmt::skip] // a table is read by column
pub const HELPS: [Help; 13] = [
    Help { suffix: "19",   paragraph: "§ 19",         title: "Gemeinsame Wohnformen für Mütter/Väter und Kinder", cases: 480,    euros: 46_000, years: [800, 830, 860, 890, 920, 950, 980, 1000, 1010] },
    Help { suffix: "27_2", paragraph: "§ 27 Abs. 2",  title: "Sonstige Hilfen zur Erziehung",                     cases: 1_300,  euros: 9_800,  years: [700, 740, 790, 840, 880, 920, 960, 1000, 1040] },
    Help { suffix: "28",   paragraph: "§ 28",         title: "Erziehungsberatung",                                cases: 13_500, euros: 780,    years: [960, 970, 980, 990, 900, 930, 980, 1000, 1010] },
    Help { suffix: "29",   paragraph: "§ 29",         title: "Soziale Gruppenarbeit",                             cases: 1_400,  euros: 3_900,  years: [900, 920, 950, 970, 820, 850, 940, 1000, 1080] },
    Help { suffix: "30",   paragraph: "§ 30",         title: "Erziehungsbeistand, Betreuungshelfer",              cases: 3_200,  euros: 6_900,  years: [850, 870, 890, 920, 920, 940, 970, 1000, 1020] },
    Help { suffix: "31",   paragraph: "§ 31",         title: "Sozialpädagogische Familienhilfe",                  cases: 9_000,  euros: 9_900,  years: [780, 810, 840, 880, 900, 930, 970, 1000, 1030] },
    Help { suffix: "32",   paragraph: "§ 32",         title: "Tagesgruppe",                                       cases: 1_200,  euros: 24_500, years: [1050, 1040, 1030, 1020, 1000, 1000, 1000, 1000, 980] },
    Help { suffix: "33",   paragraph: "§ 33",         title: "Vollzeitpflege",                                    cases: 5_200,  euros: 15_800, years: [960, 965, 970, 980, 985, 990, 1000, 1000, 1000] },
    Help { suffix: "34",   paragraph: "§ 34",         title: "Heimerziehung, sonstige betreute Wohnform",         cases: 3_900,  euros: 61_500, years: [900, 915, 930, 940, 940, 950, 975, 1000, 1020] },
    Help { suffix: "35",   paragraph: "§ 35",         title: "Intensive sozialpädagogische Einzelbetreuung",      cases: 330,    euros: 33_500, years: [900, 920, 940, 960, 970, 980, 990, 1000, 1000] },
    Help { suffix: "35a",  paragraph: "§ 35a",        title: "Eingliederungshilfe bei seelischer Behinderung",    cases: 6_300,  euros: 15_600, years: [620, 670, 720, 780, 820, 870, 930, 1000, 1080] },
    Help { suffix: "41",   paragraph: "§ 41",         title: "Hilfe für junge Volljährige",                       cases: 2_500,  euros: 25_500, years: [820, 860, 900, 930, 950, 960, 980, 1000, 1010] },
    Help { suffix: "42",   paragraph: "§ 42",         title: "Inobhutnahme",                                      cases: 2_300,  euros: 11_900, years: [1400, 1050, 900, 850, 800, 820, 960, 1000, 980] },
];

/// Prices of 2016 to 2024, where 2023 is 1000.
const PRICES: [i64; YEAR_COUNT] = [775, 795, 818, 842, 872, 895, 940, 1000, 1058];
/// What a Familienzentrum costs the county in a year.
const FAMILY_CENTRE: i64 = 56_100;
/// What three cases of all kinds cost, in euros; smaller sums are hidden.
const FEW_CASES: i64 = 40_000;
const SEPARATE: &str = " Ohne Stadt Göttingen (eigenes Jugendamt).";
const DEPARTMENT: &str = "Jugend";
const PHASE: &str = "Kindheit und Jugend";
const REPORTS: &str = "sozialbericht,praeventionsbericht,raumprofil";

/// The definitions: totals and rates first, then cases and spending by paragraph.
pub fn indicators() -> Vec<Indicator> {
    let named =
        |it: Indicator, text: &str| it.belongs(DEPARTMENT, PHASE).without_city().printed_in(REPORTS).means(&format!("{text}{SEPARATE}"));
    let mut all = vec![
        named(Indicator::sum("hze_faelle", "Hilfen zur Erziehung, alle Fälle", "Fälle"),
            "Summe der im Jahr gewährten Hilfen nach §§ 19, 27 Abs. 2, 28 bis 35, 35a, 41 und 42 SGB VIII.").burden(),
        named(Indicator::per_thousand("hze_quote", "Hilfen zur Erziehung je 1.000 junge Menschen").from("hze_faelle", "junge_unter_21"),
            "Im Jahr gewährte Hilfen (alle Paragrafen von hze_faelle) je 1.000 junge Menschen unter 21 Jahren. Das Land rechnet mit unter 21, andere Vergleiche mit unter 18.").burden(),
        named(Indicator::percent("hze_stationaer", "Hilfen außerhalb der Familie").from("", "hze_faelle"),
            "Anteil von Vollzeitpflege (§ 33) und Heimerziehung (§ 34) an allen Hilfen von hze_faelle.").burden(),
        named(Indicator::sum("hze_ausgaben", "Ausgaben für Hilfen zur Erziehung", "€"),
            "Summe der Ausgaben des Jahres für die Hilfen von hze_faelle, ohne Verwaltung, in jeweiligen Preisen.").burden().hidden_below(FEW_CASES),
        named(Indicator::ratio("hze_ausgaben_je_kind", "Ausgaben für Hilfen je jungem Menschen", "€", 1.0).from("hze_ausgaben", "junge_unter_21").digits(0).hidden_below(FEW_CASES),
            "Ausgaben für die Hilfen von hze_ausgaben je Einwohnerin und Einwohner unter 21 Jahren.").burden(),
        named(Indicator::sum("praevention_ausgaben", "Ausgaben für vorbeugende Angebote", "€").open(),
            "Ausgaben des Landkreises für vorbeugende Angebote (Familienzentren, Frühe Hilfen, Familienbildung, Jugendarbeit), in jeweiligen Preisen."),
        named(Indicator::percent("praeventionsquote", "Vorbeugender Anteil der Ausgaben").from("praevention_ausgaben", "").open(),
            "Ausgaben für vorbeugende Angebote an der Summe aus ihnen und den Ausgaben für Hilfen zur Erziehung.").benefit(),
    ];
    all.extend(HELPS.iter().map(cases_by_paragraph));
    all.extend(HELPS.iter().map(spending_by_paragraph));
    all
}

fn cases_by_paragraph(help: &Help) -> Indicator {
    let Help { suffix, paragraph, title, .. } = help;
    Indicator::sum(&format!("hze_faelle_{suffix}"), &format!("Fälle {paragraph}: {title}"), "Fälle")
        .belongs(DEPARTMENT, PHASE)
        .without_city()
        .printed_in("praeventionsbericht")
        .means(&format!("Im Jahr gewährte Hilfen nach {paragraph} SGB VIII ({title}).{SEPARATE}"))
}

/// A small amount tells as much as a small count: what three cases cost at least is hidden.
fn spending_by_paragraph(help: &Help) -> Indicator {
    let Help { suffix, paragraph, title, euros, .. } = help;
    Indicator::sum(&format!("hze_ausgaben_{suffix}"), &format!("Ausgaben {paragraph}: {title}"), "€")
        .belongs(DEPARTMENT, PHASE)
        .without_city()
        .printed_in("praeventionsbericht")
        .hidden_below(3 * euros)
        .means(&format!("Ausgaben des Jahres nach {paragraph} SGB VIII ({title}), in jeweiligen Preisen. Beträge, hinter denen weniger als drei Fälle stehen können, bleiben verborgen.{SEPARATE}"))
}

/// Everything drawn; the city's cells are drawn as zero and never published.
pub fn drawn(people: &[Residents]) -> BTreeMap<String, Truth> {
    let mut all = BTreeMap::new();
    let young = Grid::of(|place, _, year| if outside(place) { people[place].between(year, 0, 20) } else { 0 });
    let cases: Vec<Grid> = HELPS.iter().map(|it| cases(it, &young)).collect();
    let spending: Vec<Grid> = HELPS.iter().zip(&cases).map(|(help, cases)| spending(help, cases)).collect();
    let (all_cases, all_spending) = (total(&cases), total(&spending));
    let prevention = prevention(&young);
    let outside_family = Grid::of(|place, at, _| cases[7].at(place, at) + cases[8].at(place, at));
    let both = Grid::of(|place, at, _| prevention.at(place, at) + all_spending.at(place, at));
    all.insert("hze_quote".into(), Truth::part(all_cases.clone(), young.clone()));
    all.insert("hze_stationaer".into(), Truth::part(outside_family, all_cases.clone()));
    all.insert("hze_ausgaben_je_kind".into(), Truth::part(all_spending.clone(), young));
    all.insert("praeventionsquote".into(), Truth::part(prevention.clone(), both));
    all.insert("praevention_ausgaben".into(), Truth::count(prevention));
    all.insert("hze_faelle".into(), Truth::count(all_cases));
    all.insert("hze_ausgaben".into(), Truth::count(all_spending));
    for (help, (cases, spending)) in HELPS.iter().zip(cases.into_iter().zip(spending)) {
        all.insert(format!("hze_faelle_{}", help.suffix), Truth::count(cases));
        all.insert(format!("hze_ausgaben_{}", help.suffix), Truth::count(spending));
    }
    all
}

/// Whether the county's own Jugendamt is in charge there.
pub fn outside(place: usize) -> bool {
    DISTRICTS[place].key != CITY
}

fn total(grids: &[Grid]) -> Grid {
    Grid::of(|place, at, _| grids.iter().map(|it| it.at(place, at)).sum())
}

/// Half of the cases come everywhere, half follow hardship.
fn cases(help: &Help, young: &Grid) -> Grid {
    Grid::of(|place, at, _| {
        let hardship = DISTRICTS[place].hardship;
        let chance = Chance::for_purpose(help.suffix).at(key(place));
        let lasting = 1000 + chance.at(1).around_zero(180);
        let expected = young.at(place, at) * help.cases * (69 + hardship) / 139 * 2 / 3 * help.years[at] / 1000 * lasting / 1000;
        let luck = (expected.unsigned_abs().isqrt() * 500).cast_signed();
        let dither = chance.at(3).below(1_000_000).cast_signed();
        ((expected + chance.at(2).at(at as u64).around_zero(luck) + dither) / 1_000_000).max(0)
    })
}

fn spending(help: &Help, cases: &Grid) -> Grid {
    Grid::of(|place, at, _| {
        let chance = Chance::for_purpose("euros").at(key(place)).at(at as u64).at(Chance::for_purpose(help.suffix).below(1 << 32));
        scaled(cases.at(place, at) * price(help, at), 1000 + chance.around_zero(120), 1000)
    })
}

/// Euros for one case in that year.
pub fn price(help: &Help, at: usize) -> i64 {
    scaled(help.euros, PRICES[at], 1000)
}

/// A sum for every young person, a little more with hardship, and a Familienzentrum in the larger Gemeinden.
fn prevention(young: &Grid) -> Grid {
    const GROWTH: [i64; YEAR_COUNT] = [560, 600, 650, 720, 790, 850, 920, 1000, 1090];
    Grid::of(|place, at, _| {
        let district = &DISTRICTS[place];
        let spread = Chance::for_purpose("praevention").at(key(place)).at(at as u64).around_zero(40);
        let each = young.at(place, at) * (66 + district.hardship * 2 / 5);
        let centre = if outside(place) && 6_000 < district.population { FAMILY_CENTRE } else { 0 };
        scaled((each + centre) * GROWTH[at] / 1000, 1000 + spread, 1000)
    })
}
