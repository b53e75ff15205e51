//! The county's structure: what is publicly known, and the character we gave each Gemeinde.
//!
//! Population and surface are public: © Statistisches Bundesamt, Gemeindeverzeichnis, 31.12.2023.
//! `milieu`, `hardship` and `foreign` are **invented** handles of the generator: they make the sample look like a
//! county (Südharz older and poorer, Eichsfeld with more children, city young) and describe no real place.

/// What a Gemeinde is like, for the generator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Milieu {
    /// The university city.
    City,
    /// Well-off neighbours of the city.
    Suburb,
    /// Villages and small towns around.
    Rural,
    /// Friedland, whose figures hold the residents of the Grenzdurchgangslager.
    Camp,
    /// More children, steady.
    Eichsfeld,
    /// Osterode and around.
    Foreharz,
    /// Herzberg to Walkenried: older, poorer.
    Southharz,
    /// Hann. Münden and Staufenberg.
    Muenden,
}

/// One inhabited Gemeinde.
#[derive(Debug, Clone, Copy)]
pub struct District {
    /// AGS, eight digits.
    pub key: &'static str,
    /// Inhabitants on 31.12.2023 (public).
    pub population: i64,
    /// Surface in hectares (public: km² with two decimals).
    pub hectares: i64,
    /// Number of the area in the demo plan, 1 to 7.
    pub area: u8,
    /// See [`Milieu`].
    pub milieu: Milieu,
    /// Invented: children in SGB II households of 2023, per mille; most burdens follow it.
    pub hardship: i64,
    /// Invented: share of foreign citizens of 2023, per mille.
    pub foreign: i64,
}

/// Key of the county.
pub const COUNTY: &str = "03159";
/// Key of the city, which has its own Jugendamt.
pub const CITY: &str = "03159016";
/// Key of the uninhabited gemeindefreies Gebiet.
pub const HARZ: &str = "03159501";
/// Surface of the Harz in hectares (public).
pub const HARZ_HECTARES: i64 = 26_785;
/// Key of Friedland.
pub const FRIEDLAND: &str = "03159013";
/// Key of Bühren, the Gemeinde that never delivers figures on day care.
pub const BUEHREN: &str = "03159008";

use Milieu::{Camp, City, Eichsfeld, Foreharz, Muenden, Rural, Southharz, Suburb};

const fn at(key: &'static str, population: i64, hectares: i64, area: u8, milieu: Milieu, hardship: i64, foreign: i64) -> District {
    District { key, population, hectares, area, milieu, hardship, foreign }
}

/// The 39 inhabited Gemeinden by key.
#[rustfmt::skip] // a table is read by column
pub const DISTRICTS: [District; 39] = [
    at("03159001",   6_181,  7_609, 2, Rural,      85,  52), // Adelebsen
    at("03159002",   8_059,  4_131, 5, Foreharz,  152,  48), // Bad Grund (Harz)
    at("03159003",  10_258,  4_156, 6, Southharz, 241,  92), // Bad Lauterberg im Harz
    at("03159004",   7_428,  3_320, 6, Southharz, 150,  96), // Bad Sachsa
    at("03159005",   2_236,    849, 4, Eichsfeld,  62,  36), // Bilshausen
    at("03159006",     787,    747, 4, Eichsfeld,  18,  22), // Bodensee
    at("03159007",  14_095,  6_370, 3, Suburb,     58,  78), // Bovenden
    at("03159008",     538,  1_400, 2, Rural,      55,  24), // Bühren
    at("03159009",   4_381,  2_891, 2, Rural,     112,  64), // Dransfeld
    at("03159010",  20_320,  9_564, 4, Eichsfeld,  84,  74), // Duderstadt
    at("03159011",   1_941,  1_972, 3, Rural,      70,  40), // Ebergötzen
    at("03159012",     430,    565, 5, Foreharz,   28,  20), // Elbingerode
    at("03159013",  14_544,  7_587, 2, Camp,      131, 460), // Friedland
    at("03159014",   3_969,  1_985, 4, Eichsfeld,  74,  50), // Gieboldehausen
    at("03159015",   8_693, 12_926, 3, Suburb,     52,  42), // Gleichen
    at("03159016", 120_261, 11_702, 7, City,      173, 168), // Göttingen
    at("03159017",  23_418, 12_117, 1, Muenden,   178, 124), // Hann. Münden
    at("03159018",   3_968,  2_919, 5, Foreharz,  120,  46), // Hattorf am Harz
    at("03159019",  12_783,  7_188, 6, Southharz, 206,  98), // Herzberg am Harz
    at("03159020",     931,    782, 5, Foreharz,  104,  28), // Hörden am Harz
    at("03159021",     943,  2_454, 2, Rural,      60,  26), // Jühnde
    at("03159022",   1_026,  1_226, 4, Eichsfeld,  54,  26), // Krebeck
    at("03159023",   1_081,  1_622, 3, Rural,      62,  30), // Landolfshausen
    at("03159024",   1_454,  2_853, 2, Rural,      80,  34), // Niemetal
    at("03159025",     942,  1_072, 4, Eichsfeld,  50,  22), // Obernfeld
    at("03159026",  21_382, 10_254, 5, Foreharz,  188,  94), // Osterode am Harz
    at("03159027",   1_773,    936, 4, Eichsfeld,  72,  36), // Rhumspringe
    at("03159028",     921,  1_167, 4, Eichsfeld,  48,  24), // Rollshausen
    at("03159029",  12_310,  6_644, 2, Suburb,     72,  88), // Rosdorf
    at("03159030",     827,    944, 4, Eichsfeld,  55,  24), // Rüdershausen
    at("03159031",   1_828,  2_672, 2, Rural,      84,  38), // Scheden
    at("03159032",   1_609,  1_344, 3, Eichsfeld,  76,  34), // Seeburg
    at("03159033",   1_319,  1_110, 3, Eichsfeld,  96,  32), // Seulingen
    at("03159034",   7_710,  7_758, 1, Muenden,   116,  62), // Staufenberg
    at("03159035",   1_272,    790, 3, Suburb,     48,  36), // Waake
    at("03159036",   4_407,  2_105, 6, Southharz, 186,  58), // Walkenried
    at("03159037",     653,    626, 4, Eichsfeld,  22,  22), // Wollbrandshausen
    at("03159038",     465,    915, 4, Eichsfeld,  28,  20), // Wollershausen
    at("03159039",   1_809,  1_482, 5, Foreharz,  128,  40), // Wulften am Harz
];

#[test]
fn the_public_figures_sum_to_the_county() {
    let people: i64 = DISTRICTS.iter().map(|it| it.population).sum();
    let hectares: i64 = DISTRICTS.iter().map(|it| it.hectares).sum();
    assert_eq!(people, 328_952);
    assert_eq!(hectares + HARZ_HECTARES, 175_539);
    assert!(DISTRICTS.windows(2).all(|pair| pair[0].key < pair[1].key));
    let mut areas = [0; 8];
    for district in DISTRICTS {
        areas[usize::from(district.area)] += district.population;
    }
    assert_eq!(areas[1..], [31_128, 42_179, 30_010, 33_919, 36_579, 34_876, 120_261]);
}
