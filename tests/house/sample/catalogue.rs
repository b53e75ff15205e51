//! The indicators of the sample: names, units, rules and definitions in our own words.
//!
//! The order is the order of the file. How the figures come about is written in `recipes`, `youth_welfare` and
//! `population_figures`; a test checks that every indicator here has its figures there, and the other way round.

use super::definition::Indicator;

pub const DEMOGRAPHY: &str = "Demografie";
const YOUTH: &str = "Jugend";
const SOCIAL: &str = "Soziales";
const EDUCATION: &str = "Bildung";
const HEALTH: &str = "Gesundheit";
const JOBCENTER: &str = "Jobcenter";
const INTEGRATION: &str = "Integration";

pub const EVERYBODY: &str = "Alle Lebensphasen";
const BIRTH: &str = "Schwangerschaft und Geburt";
const EARLY: &str = "Frühe Kindheit";
const STARTING_SCHOOL: &str = "Kita und Schulstart";
const SCHOOL: &str = "Schulzeit";
const CHILDHOOD: &str = "Kindheit und Jugend";
const TO_WORK: &str = "Übergang Schule und Beruf";
const WORKING: &str = "Erwerbsalter";
const LATE: &str = "Alter";

const BOTH: &str = "sozialbericht,raumprofil";
const CHAIN: &str = "sozialbericht,praeventionsbericht,raumprofil";

/// All indicators, single years of age last.
pub fn indicators() -> Vec<Indicator> {
    let mut all = register();
    all.extend(demography());
    all.extend(ages_in_groups());
    all.extend(social());
    all.extend(youth());
    all.extend(education());
    all.extend(health());
    all.extend(jobcenter());
    all.extend(integration());
    all.extend(super::youth_welfare::indicators());
    all.extend(super::people::ages());
    all
}

fn register() -> Vec<Indicator> {
    vec![
        Indicator::sum("bevoelkerung", "Bevölkerung am 31.12.2023", "Personen")
            .public()
            .belongs(DEMOGRAPHY, EVERYBODY)
            .serves_as("population")
            .open()
            .printed_in(BOTH)
            .means("Einwohnerinnen und Einwohner nach dem Gemeindeverzeichnis am 31.12.2023. Friedland: einschließlich der Bewohnerinnen und Bewohner des Grenzdurchgangslagers. Harz: unbewohntes gemeindefreies Gebiet."),
        Indicator::sum("flaeche_km2", "Fläche", "km²")
            .public()
            .belongs(DEMOGRAPHY, EVERYBODY)
            .serves_as("register_surface_km2")
            .digits(2)
            .open()
            .means("Fläche der Gebietseinheit nach dem Gemeindeverzeichnis am 31.12.2023, nicht aus dem gezeichneten Umriss."),
    ]
}

fn demography() -> Vec<Indicator> {
    let named = |it: Indicator, text: &str| it.belongs(DEMOGRAPHY, EVERYBODY).printed_in(BOTH).means(text);
    vec![
        named(Indicator::sum("bevoelkerung_reihe", "Bevölkerung 2016 bis 2024", "Personen").open(),
            "Erfundene Zeitreihe zum Jahresende, Summe der einzelnen Altersjahre; nur 2023 gleich der veröffentlichten Einwohnerzahl."),
        named(Indicator::percent("bevoelkerung_5_jahre", "Bevölkerungsentwicklung in fünf Jahren").from("", "").open(),
            "Veränderung der Bevölkerung gegenüber dem Stand fünf Jahre zuvor, bezogen auf diesen Stand. Erst ab 2021 möglich."),
        named(Indicator::ratio("bevoelkerungsdichte", "Bevölkerungsdichte", "Ew./km²", 1.0).from("bevoelkerung_reihe", "").open(),
            "Bevölkerung am Jahresende je Quadratkilometer Fläche des Gemeindeverzeichnisses."),
        named(Indicator::percent("anteil_unter_18", "Menschen unter 18").from("kinder_unter_18", "bevoelkerung_reihe"),
            "Anteil der unter 18-Jährigen an allen Einwohnerinnen und Einwohnern."),
        named(Indicator::percent("anteil_ab_65", "Menschen ab 65").from("personen_ab_65", "bevoelkerung_reihe"),
            "Anteil der Menschen ab 65 Jahren an allen Einwohnerinnen und Einwohnern."),
        named(Indicator::percent("anteil_ab_80", "Menschen ab 80").from("", "bevoelkerung_reihe"),
            "Anteil der Menschen ab 80 Jahren an allen Einwohnerinnen und Einwohnern."),
        named(Indicator::ratio("jugendquotient", "Jugendquotient", "je 100", 100.0),
            "Unter 20-Jährige je 100 Menschen von 20 bis unter 65 Jahren."),
        named(Indicator::ratio("altenquotient", "Altenquotient", "je 100", 100.0),
            "Menschen ab 65 Jahren je 100 Menschen von 20 bis unter 65 Jahren."),
        named(Indicator::mean("durchschnittsalter", "Durchschnittsalter", "Jahre", "bevoelkerung_reihe"),
            "Mittleres Alter aus den einzelnen Altersjahren, jedes mit seiner Mitte gerechnet, ab 90 mit 93 Jahren. Zusammengefasst wird mit der Bevölkerung als Gewicht."),
        Indicator::sum("geburten", "Geburten", "Kinder").belongs(DEMOGRAPHY, BIRTH).printed_in(CHAIN)
            .means("Lebend geborene Kinder von Müttern mit Wohnung in der Gemeinde, im Kalenderjahr."),
        Indicator::per_thousand("geburten_je_1000_frauen", "Geburten je 1.000 Frauen von 15 bis unter 45").belongs(DEMOGRAPHY, BIRTH).from("geburten", "").printed_in(BOTH)
            .means("Geburten des Jahres je 1.000 Frauen von 15 bis unter 45 Jahren am Jahresende. In kleinen Gemeinden besser über drei Jahre betrachten."),
        named(Indicator::sum("sterbefaelle", "Sterbefälle", "Personen"), "Gestorbene mit letzter Wohnung in der Gemeinde, im Kalenderjahr."),
        named(Indicator::sum("wanderungssaldo", "Wanderungssaldo", "Personen"),
            "Zugezogene minus Fortgezogene im Kalenderjahr; kann negativ sein. Umzüge innerhalb eines Raumes heben sich in der Summe auf."),
        named(Indicator::per_thousand("wanderungssaldo_je_1000", "Wanderungssaldo je 1.000 Menschen").from("wanderungssaldo", "bevoelkerung_reihe"),
            "Wanderungssaldo des Jahres je 1.000 Einwohnerinnen und Einwohner am Jahresende; kann negativ sein."),
    ]
}

fn ages_in_groups() -> Vec<Indicator> {
    let group = |id: &str, name: &str, phase: &str, text: &str| {
        Indicator::sum(id, name, "Personen")
            .belongs(DEMOGRAPHY, phase)
            .means(&format!("{text}, aus den einzelnen Altersjahren am Jahresende."))
    };
    vec![
        group("kinder_unter_3", "Kinder unter 3", EARLY, "Kinder im ersten bis dritten Lebensjahr"),
        group("kinder_3_bis_5", "Kinder von 3 bis unter 6", STARTING_SCHOOL, "Kinder im Kindergartenalter"),
        group("kinder_unter_10", "Kinder unter 10", CHILDHOOD, "Kinder, an die sich die Präventionskette richtet"),
        group("kinder_unter_15", "Kinder unter 15", CHILDHOOD, "Kinder vor dem erwerbsfähigen Alter des SGB II"),
        group("kinder_unter_18", "Kinder und Jugendliche unter 18", CHILDHOOD, "Minderjährige"),
        group("junge_unter_21", "Junge Menschen unter 21", CHILDHOOD, "Bezugsgruppe der Hilfen zur Erziehung"),
        group("personen_15_bis_64", "Menschen von 15 bis unter 65", WORKING, "Menschen im Erwerbsalter"),
        group("personen_ab_65", "Menschen ab 65", LATE, "Menschen ab 65 Jahren"),
        group("personen_ab_75", "Menschen ab 75", LATE, "Menschen ab 75 Jahren"),
    ]
}

fn social() -> Vec<Indicator> {
    vec![
        Indicator::percent("einpersonen_ab_75", "Allein lebende Menschen ab 75")
            .belongs(SOCIAL, LATE)
            .from("", "personen_ab_75")
            .burden()
            .printed_in(BOTH)
            .means("Anteil der Menschen ab 75 Jahren, die allein in einem Haushalt leben (aus dem Melderegister geschätzte Haushalte)."),
        Indicator::percent("grundsicherung_alter", "Grundsicherung im Alter")
            .belongs(SOCIAL, LATE)
            .from("", "personen_ab_65")
            .burden()
            .printed_in(BOTH)
            .means("Anteil der Menschen ab 65 Jahren mit Grundsicherung nach dem vierten Kapitel SGB XII, Dezember."),
        Indicator::percent("wohngeldhaushalte", "Haushalte mit Wohngeld")
            .belongs(SOCIAL, EVERYBODY)
            .burden()
            .printed_in(BOTH)
            .means("Anteil der Haushalte, die am Jahresende Wohngeld beziehen. Ab 2023 gilt das erweiterte Wohngeld."),
        Indicator::percent("pflegebeduerftige_ab_75", "Pflegebedürftige ab 75")
            .belongs(SOCIAL, LATE)
            .from("", "personen_ab_75")
            .printed_in(BOTH)
            .means("Anteil der Menschen ab 75 Jahren mit anerkanntem Pflegegrad. Erhoben alle zwei Jahre (2017, 2019, 2021, 2023)."),
        Indicator::per_thousand("eingliederungshilfe", "Eingliederungshilfe")
            .belongs(SOCIAL, EVERYBODY)
            .from("", "bevoelkerung_reihe")
            .printed_in(BOTH)
            .means("Menschen mit Leistungen der Eingliederungshilfe nach SGB IX am Jahresende je 1.000 Einwohnerinnen und Einwohner."),
        Indicator::per_thousand("schuldnerberatung", "Schuldnerberatung")
            .belongs(SOCIAL, WORKING)
            .burden()
            .means("Beratene Personen im Jahr je 1.000 Menschen ab 18 Jahren."),
    ]
}

fn youth() -> Vec<Indicator> {
    vec![
        Indicator::percent("haushalte_mit_kindern", "Haushalte mit Kindern").belongs(YOUTH, CHILDHOOD).printed_in(BOTH)
            .means("Anteil der Haushalte, in denen mindestens ein Kind unter 18 Jahren lebt (aus dem Melderegister geschätzt)."),
        Indicator::percent("alleinerziehende", "Alleinerziehende").belongs(YOUTH, CHILDHOOD).burden().printed_in(CHAIN)
            .means("Anteil der Haushalte mit nur einem Elternteil an allen Haushalten mit Kindern unter 18 Jahren (geschätzt)."),
        Indicator::percent("betreuung_unter_3", "Kinder unter 3 in Betreuung").belongs(YOUTH, EARLY).from("", "kinder_unter_3").benefit().printed_in(CHAIN)
            .means("Anteil der unter 3-Jährigen in Kita oder Kindertagespflege, gezählt am Wohnort des Kindes, nicht am Ort der Kita."),
        Indicator::percent("betreuung_ab_3", "Kinder von 3 bis unter 6 in Betreuung").belongs(YOUTH, STARTING_SCHOOL).from("", "kinder_3_bis_5").benefit().printed_in(CHAIN)
            .means("Anteil der Kinder von 3 bis unter 6 Jahren in Kita oder Kindertagespflege, gezählt am Wohnort des Kindes."),
        Indicator::ratio("kitaplaetze", "Kitaplätze je 100 Kinder unter 6", "je 100", 100.0).belongs(YOUTH, EARLY).benefit().open().printed_in(CHAIN)
            .means("Genehmigte Plätze in Kitas der Gemeinde je 100 Kinder unter 6 Jahren. Kinder können eine Kita außerhalb besuchen."),
        Indicator::per_thousand("gefaehrdung_8a", "Gefährdungseinschätzungen").belongs(YOUTH, CHILDHOOD).from("", "kinder_unter_18").without_city().printed_in(CHAIN)
            .means("Verfahren nach § 8a SGB VIII im Jahr je 1.000 Kinder und Jugendliche unter 18. Die Zahl zeigt auch, wie aufmerksam hingesehen wird. Ohne Stadt Göttingen (eigenes Jugendamt)."),
    ]
}

fn education() -> Vec<Indicator> {
    vec![
        Indicator::percent("familiensprache", "Kita-Kinder mit nicht deutscher Familiensprache").belongs(EDUCATION, STARTING_SCHOOL).printed_in(CHAIN)
            .means("Anteil der betreuten Kinder von 3 bis unter 6 Jahren, in deren Familie vorwiegend nicht Deutsch gesprochen wird."),
        Indicator::percent("rueckstellungen", "Rückstellungen vom Schulbesuch").belongs(EDUCATION, STARTING_SCHOOL).burden().printed_in(CHAIN)
            .means("Anteil der schulpflichtig gewordenen Kinder, die ein Jahr später eingeschult werden. In kleinen Gemeinden besser über drei Jahrgänge betrachten."),
        Indicator::percent("ganztag_grundschule", "Grundschulkinder im Ganztag").belongs(EDUCATION, SCHOOL).benefit().printed_in(CHAIN)
            .means("Anteil der Kinder in Grundschulen, die ein Ganztagsangebot besuchen."),
        Indicator::percent("uebergang_gymnasium", "Übergänge zum Gymnasium").belongs(EDUCATION, SCHOOL).printed_in(BOTH)
            .means("Anteil der Kinder, die nach Klasse 4 auf ein Gymnasium wechseln, an allen Abgängen aus Klasse 4, nach Wohnort."),
    ]
}

fn health() -> Vec<Indicator> {
    let of_examined = |id: &str, name: &str, text: &str| {
        Indicator::percent(id, name).belongs(HEALTH, STARTING_SCHOOL).printed_in(CHAIN)
            .means(&format!("{text} an den in der Schuleingangsuntersuchung untersuchten Kindern. Nenner sind die Untersuchten, nicht alle Kinder. Gezählt nach Einschulungsjahr."))
    };
    vec![
        of_examined("seu_sprache", "Schuleingang: Sprache auffällig", "Anteil der Kinder mit auffälligem Befund in der Sprache").burden(),
        of_examined("seu_motorik", "Schuleingang: Motorik auffällig", "Anteil der Kinder mit auffälligem Befund in der Motorik oder Visuomotorik").burden(),
        of_examined("seu_uebergewicht", "Schuleingang: Übergewicht", "Anteil der Kinder mit einem BMI über dem 90. Perzentil").burden(),
        of_examined("seu_schulempfehlung", "Schuleingang: Schulempfehlung ohne Einschränkung", "Anteil der Kinder mit uneingeschränkter Schulempfehlung").benefit(),
        Indicator::percent("u8_u9", "U8 und U9 vollständig").belongs(HEALTH, EARLY).benefit().printed_in(CHAIN)
            .means("Anteil der Kinder mit beiden Früherkennungsuntersuchungen U8 und U9 an allen, die zur Schuleingangsuntersuchung das Heft vorlegten."),
    ]
}

fn jobcenter() -> Vec<Indicator> {
    vec![
        Indicator::percent("sgb2_quote", "Menschen in SGB-II-Haushalten").belongs(JOBCENTER, EVERYBODY).burden().printed_in(CHAIN)
            .means("Anteil der Regelleistungsberechtigten nach SGB II an allen Menschen unter 65 Jahren, Dezember."),
        Indicator::percent("kinder_sgb2", "Kinder in SGB-II-Haushalten").belongs(JOBCENTER, CHILDHOOD).from("", "kinder_unter_15").burden().printed_in(CHAIN)
            .means("Anteil der Kinder unter 15 Jahren, die in einer Bedarfsgemeinschaft nach SGB II leben, an allen Kindern unter 15 Jahren, Dezember. Für 2022 wurde nicht geliefert."),
        Indicator::percent("arbeitslose", "Arbeitslosenanteil").belongs(JOBCENTER, WORKING).from("", "personen_15_bis_64").burden().printed_in(BOTH)
            .means("Anteil der Arbeitslosen (SGB II und SGB III) an allen Menschen von 15 bis unter 65 Jahren. Nicht die Arbeitslosenquote, deren Nenner die Erwerbspersonen sind."),
        Indicator::percent("jugendarbeitslose", "Jugendarbeitslosigkeit").belongs(JOBCENTER, TO_WORK).burden().printed_in(CHAIN)
            .means("Anteil der Arbeitslosen von 15 bis unter 25 Jahren an allen Menschen dieses Alters."),
        Indicator::percent("langzeitarbeitslose", "Langzeitarbeitslosenanteil").belongs(JOBCENTER, WORKING).from("", "personen_15_bis_64").burden()
            .means("Anteil der seit mehr als einem Jahr Arbeitslosen an allen Menschen von 15 bis unter 65 Jahren."),
        Indicator::percent("beschaeftigte", "Beschäftigte am Wohnort").belongs(JOBCENTER, WORKING).from("", "personen_15_bis_64").benefit().printed_in(BOTH)
            .means("Anteil der sozialversicherungspflichtig Beschäftigten mit Wohnung in der Gemeinde an allen Menschen von 15 bis unter 65 Jahren."),
        Indicator::unpooled("mediankentgelt", "Mittleres Bruttoentgelt in Vollzeit (Median)", "€").belongs(JOBCENTER, WORKING).benefit().printed_in(BOTH)
            .means("Monatliches Bruttoentgelt, das die Hälfte der Vollzeitbeschäftigten überschreitet. Ein Median lässt sich nicht zusammenfassen; Räume zeigen die Spanne."),
    ]
}

fn integration() -> Vec<Indicator> {
    vec![
        Indicator::percent("auslaenderanteil", "Menschen ohne deutschen Pass").belongs(INTEGRATION, EVERYBODY).from("", "bevoelkerung_reihe").printed_in(BOTH)
            .means("Anteil der Menschen ohne deutsche Staatsangehörigkeit an allen Einwohnerinnen und Einwohnern. Friedland: mit Grenzdurchgangslager, daher nur eingeschränkt vergleichbar."),
        Indicator::percent("kinder_migration", "Kinder mit Migrationshintergrund").belongs(INTEGRATION, CHILDHOOD).from("", "kinder_unter_18").printed_in(BOTH)
            .means("Anteil der Kinder und Jugendlichen unter 18, die selbst oder mit mindestens einem Elternteil zugewandert sind. Friedland: mit Grenzdurchgangslager."),
        Indicator::percent("wahlbeteiligung", "Wahlbeteiligung bei der Kreiswahl").belongs(INTEGRATION, EVERYBODY).benefit().open().printed_in(BOTH)
            .means("Anteil der Wählenden an den Wahlberechtigten der Kreiswahlen 2016 und 2021, mit Briefwahl."),
    ]
}
