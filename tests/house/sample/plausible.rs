//! Whether the invented county looks like a county: levels, differences between its parts, course over the years.

use super::checks::Shipped;
use super::structure::{DISTRICTS, District, FRIEDLAND, Milieu};

/// Lowest and highest plausible figure.
type Span = (f64, f64);

/// What is plausible for the county and of single Gemeinden of 2,500 and more inhabitants, in 2023.
const RANGES: &[(&str, Span, Span)] = &[
    ("anteil_unter_18", (14.0, 18.0), (11.0, 22.0)),
    ("anteil_ab_65", (21.0, 25.0), (13.0, 34.0)),
    ("anteil_ab_80", (6.5, 9.0), (4.0, 13.0)),
    ("jugendquotient", (27.0, 35.0), (22.0, 45.0)),
    ("altenquotient", (34.0, 45.0), (20.0, 66.0)),
    ("bevoelkerungsdichte", (217.0, 225.0), (50.0, 1_030.0)),
    ("geburten_je_1000_frauen", (35.0, 55.0), (25.0, 85.0)),
    ("einpersonen_ab_75", (35.0, 46.0), (25.0, 52.0)),
    ("grundsicherung_alter", (2.0, 4.0), (0.7, 5.5)),
    ("wohngeldhaushalte", (1.0, 2.5), (0.4, 3.5)),
    ("pflegebeduerftige_ab_75", (33.0, 45.0), (25.0, 55.0)),
    ("eingliederungshilfe", (8.0, 13.0), (4.0, 17.0)),
    ("schuldnerberatung", (4.0, 8.0), (1.5, 11.0)),
    ("haushalte_mit_kindern", (16.0, 24.0), (12.0, 32.0)),
    ("alleinerziehende", (17.0, 24.0), (8.0, 30.0)),
    ("betreuung_unter_3", (30.0, 42.0), (18.0, 50.0)),
    ("betreuung_ab_3", (88.0, 97.0), (65.0, 100.0)),
    ("kitaplaetze", (60.0, 80.0), (45.0, 90.0)),
    ("gefaehrdung_8a", (6.0, 16.0), (2.0, 25.0)),
    ("familiensprache", (15.0, 28.0), (3.0, 65.0)),
    ("rueckstellungen", (5.0, 10.0), (0.0, 16.0)),
    ("ganztag_grundschule", (40.0, 60.0), (30.0, 70.0)),
    ("uebergang_gymnasium", (35.0, 50.0), (18.0, 60.0)),
    ("seu_sprache", (15.0, 23.0), (4.0, 36.0)),
    ("seu_motorik", (11.0, 19.0), (4.0, 28.0)),
    ("seu_uebergewicht", (7.0, 13.0), (2.0, 20.0)),
    ("seu_schulempfehlung", (58.0, 70.0), (42.0, 85.0)),
    ("u8_u9", (84.0, 92.0), (72.0, 100.0)),
    ("sgb2_quote", (6.0, 9.0), (2.0, 14.0)),
    ("kinder_sgb2", (12.5, 15.5), (4.0, 26.0)),
    ("arbeitslose", (3.0, 5.0), (1.2, 7.0)),
    ("jugendarbeitslose", (1.5, 3.5), (0.8, 6.0)),
    ("langzeitarbeitslose", (0.9, 2.0), (0.3, 3.2)),
    ("beschaeftigte", (52.0, 65.0), (36.0, 76.0)),
    ("auslaenderanteil", (9.0, 14.0), (2.5, 50.0)),
    ("kinder_migration", (26.0, 38.0), (10.0, 75.0)),
    ("hze_quote", (35.0, 60.0), (15.0, 90.0)),
    ("hze_stationaer", (13.0, 25.0), (3.0, 40.0)),
    ("hze_ausgaben_je_kind", (450.0, 1_000.0), (120.0, 1_500.0)),
    ("praeventionsquote", (12.0, 27.0), (8.0, 45.0)),
];

#[test]
fn rates_lie_where_such_rates_lie() {
    let shipped = Shipped::read();
    let rates = shipped.sample.indicators.iter().filter(|it| it.pooling == "ratio");
    for it in rates.filter(|it| !["bevoelkerung_5_jahre", "wanderungssaldo_je_1000", "wahlbeteiligung"].contains(&it.id.as_str())) {
        assert!(RANGES.iter().any(|range| range.0 == it.id), "{} has no plausible range", it.id);
    }
    for &(id, county, places) in RANGES {
        let pooled = shipped.pooled(id, "2023", |_| true);
        assert!(county.0 <= pooled && pooled <= county.1, "{id}: county {pooled}");
        for district in DISTRICTS.iter().filter(|it| 2_500 <= it.population) {
            let Some(value) = shipped.cell(id, "2023", district.key).and_then(|it| it.value) else { continue };
            assert!(places.0 <= value && value <= places.1, "{id}: {} {value}", district.key);
        }
    }
}

fn of(milieu: Milieu) -> impl Fn(&str) -> bool {
    move |key| DISTRICTS.iter().any(|it| it.key == key && it.milieu == milieu)
}

#[test]
fn the_parts_of_the_county_differ_as_they_are_known_to() {
    let shipped = Shipped::read();
    let county = |id: &str| shipped.pooled(id, "2023", |_| true);
    let part = |id: &str, milieu: Milieu| shipped.pooled(id, "2023", of(milieu));
    for (id, higher, lower) in [
        ("anteil_ab_65", &[Milieu::Southharz, Milieu::Foreharz][..], &[Milieu::City, Milieu::Eichsfeld][..]),
        ("anteil_unter_18", &[Milieu::Eichsfeld, Milieu::Suburb], &[Milieu::City, Milieu::Southharz]),
        ("kinder_sgb2", &[Milieu::Southharz, Milieu::Foreharz, Milieu::City], &[Milieu::Suburb, Milieu::Eichsfeld, Milieu::Rural]),
        ("arbeitslose", &[Milieu::Southharz], &[Milieu::Suburb, Milieu::Eichsfeld]),
        ("hze_quote", &[Milieu::Southharz], &[Milieu::Suburb, Milieu::Eichsfeld]),
        ("uebergang_gymnasium", &[Milieu::City, Milieu::Suburb], &[Milieu::Southharz]),
    ] {
        for &milieu in higher {
            assert!(county(id) < part(id, milieu), "{id}: {milieu:?} {} against {}", part(id, milieu), county(id));
        }
        for &milieu in lower {
            assert!(part(id, milieu) < county(id), "{id}: {milieu:?} {} against {}", part(id, milieu), county(id));
        }
    }
}

#[test]
fn the_city_is_young() {
    let shipped = Shipped::read();
    let share = |district: &District| {
        let twenties: f64 = (20..30).map(|age| shipped.value(&format!("alter_{age}"), "2023", district.key)).sum();
        100.0 * twenties / shipped.value("bevoelkerung_reihe", "2023", district.key)
    };
    for district in DISTRICTS.iter().filter(|it| 2_500 <= it.population && it.key != FRIEDLAND) {
        match district.milieu {
            Milieu::City => assert!((20.0..30.0).contains(&share(district)), "{}", share(district)),
            _ => assert!((5.0..13.0).contains(&share(district)), "{} {}", district.key, share(district)),
        }
    }
}

#[test]
fn populations_change_slowly_except_in_friedland() {
    let shipped = Shipped::read();
    for district in DISTRICTS.iter().filter(|it| it.key != FRIEDLAND) {
        for year in 2017..=2024 {
            let at = |year: i32| shipped.value("bevoelkerung_reihe", &year.to_string(), district.key);
            let change = (at(year) / at(year - 1) - 1.0).abs();
            assert!(change <= 0.025, "{} {year}: {change}", district.key);
        }
    }
}

#[test]
fn county_rates_move_little_from_year_to_year_except_at_a_break() {
    let shipped = Shipped::read();
    let steady =
        ["anteil_ab_65", "alleinerziehende", "betreuung_unter_3", "kinder_sgb2", "arbeitslose", "seu_sprache", "sgb2_quote", "hze_quote"];
    for id in steady {
        for (before, after) in (2016..2024).map(|it| (it.to_string(), (it + 1).to_string())) {
            if id == "kinder_sgb2" && (before == "2022" || after == "2022") || id == "seu_sprache" && after == "2020" {
                continue;
            }
            let (before, after) = (shipped.pooled(id, &before, |_| true), shipped.pooled(id, &after, |_| true));
            assert!((after / before - 1.0).abs() <= 0.14, "{id}: {before} → {after}");
        }
    }
    let jump = shipped.pooled("seu_sprache", "2020", |_| true) / shipped.pooled("seu_sprache", "2019", |_| true);
    assert!(1.06 <= jump, "the new form finds more: {jump}");
}

#[test]
fn the_mean_age_is_that_of_the_ages() {
    let shipped = Shipped::read();
    for district in DISTRICTS {
        let at = |age: i32| shipped.value(&format!("alter_{age:02}"), "2023", district.key);
        let lived: f64 = (0..90).map(|age| at(age) * (f64::from(age) + 0.5)).sum::<f64>() + at(90) * 93.0;
        let mean = lived / shipped.value("bevoelkerung", "2023-12-31", district.key);
        let told = shipped.value("durchschnittsalter", "2023", district.key);
        assert!((told - mean).abs() <= 0.005_1, "{}: {told} is not {mean}", district.key);
    }
}
