#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use super::*;
use crate::model::{
    finding::Code,
    id::IndicatorId,
    indicator::{Direction, Pooling, Role, Scope},
    value::{Finite, MissingReason, Quality, State, SuppressedBy},
};
use rusqlite::Connection;

const TABLES: &str = "
CREATE TABLE indicator(id TEXT PRIMARY KEY, name TEXT, unit TEXT, pooling TEXT, factor REAL, numerator TEXT, denominator TEXT, weight TEXT,
    direction TEXT, department TEXT, life_phase TEXT, source TEXT, licence TEXT, definition TEXT, min_count INTEGER, role TEXT,
    decimals INTEGER, scope TEXT, reports TEXT, territory TEXT);
CREATE TABLE value(indicator TEXT, district TEXT, period TEXT, value, numerator REAL, denominator REAL, state TEXT, quality TEXT);";

/// The bytes of a database that these statements make.
fn database(sql: &str) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.sqlite");
    Connection::open(&path).unwrap().execute_batch(sql).unwrap();
    std::fs::read(path).unwrap()
}

fn read_sql(sql: &str) -> Result<IndicatorFile, Refused> {
    read(&database(sql), &Limits::default())
}

fn codes_of(findings: &Findings) -> Vec<Code> {
    findings.listed().iter().map(|it| it.code).collect()
}

fn cell(file: &IndicatorFile, id: &str, district: &str, period: &str) -> Cell {
    let series = file.series.iter().find(|it| it.indicator.id.as_str() == id).unwrap();
    let at = |it: &&KeyedCell| file.districts[it.district as usize] == district && file.periods[it.period as usize].as_str() == period;
    series.values.iter().find(at).map_or(Cell::ABSENT, |it| it.cell)
}

/// A factor that could not be read was taken for 1, and every value computed from numerator and denominator was wrong.
#[test]
fn an_indicator_with_a_wrong_factor_is_left_out() {
    for (factor, code) in [("'hundert'", codes::CELL_WRONG_TYPE), ("0", codes::NUMBER_INVALID), ("-100", codes::NUMBER_INVALID)] {
        let file = read_sql(&format!(
            "{TABLES}
            INSERT INTO indicator(id, pooling, factor) VALUES('quote','ratio',{factor}), ('anders','sum',NULL);
            INSERT INTO value VALUES('quote','a','2023',NULL,5,10,NULL,NULL), ('anders','a','2023',3,NULL,NULL,NULL,NULL);"
        ))
        .unwrap();
        let told: Vec<(Code, Severity)> = file.findings.listed().iter().map(|it| (it.code, it.severity)).collect();
        assert_eq!(told, [(code, Severity::Error)], "{factor}");
        assert_eq!(file.series.iter().map(|it| it.indicator.id.as_str()).collect::<Vec<_>>(), ["anders"], "{factor}");
    }
}

/// Counts whose ratio overflows were taken with a numerator and no value: the import ended well, and nobody could open the
/// project again.
#[test]
fn a_ratio_that_is_no_number_refuses_the_file() {
    let own = "INSERT INTO value VALUES('quote','a','2023',NULL,5,1e-320,NULL,NULL)";
    let half = "INSERT INTO value VALUES('quote','a','2023',NULL,5,NULL,NULL,NULL),('pop','a','2023',1e-320,NULL,NULL,NULL,NULL)";
    let named = "INSERT INTO value VALUES('teil','a','2023',5,NULL,NULL,NULL,NULL),('pop','a','2023',1e-320,NULL,NULL,NULL,NULL),
        ('quote','b','2023',1,NULL,NULL,NULL,NULL)";
    for rows in [own, half, named] {
        let file = read_sql(&format!(
            "{TABLES}
            INSERT INTO indicator(id, pooling, factor, numerator, denominator)
            VALUES('quote','ratio',100,'teil','pop'), ('teil','sum',NULL,NULL,NULL), ('pop','sum',NULL,NULL,NULL); {rows};"
        ))
        .unwrap();
        let told: Vec<(Code, Severity)> =
            file.findings.listed().iter().filter(|it| it.severity == Severity::Error).map(|it| (it.code, it.severity)).collect();
        assert_eq!(told, [(codes::NUMBER_INVALID, Severity::Error)], "{rows}");
        let it = cell(&file, "quote", "a", "2023");
        assert!(matches!(it.state, State::Missing(_)) && it.value.is_none() && it.numerator.is_none(), "{rows}: {it:?}");
    }
}

/// Less than nobody was counted like anybody.
#[test]
fn a_negative_number_of_people_is_a_hole() {
    let file = read_sql(&format!(
        "{TABLES}
        INSERT INTO indicator(id, pooling, role) VALUES('pop','sum','population'), ('saldo','sum',NULL);
        INSERT INTO value VALUES('pop','a','2023',-5,NULL,NULL,NULL,NULL), ('pop','b','2023',0,NULL,NULL,NULL,NULL), ('saldo','a','2023',-5,NULL,NULL,NULL,NULL);"
    ))
    .unwrap();
    assert_eq!(codes_of(&file.findings), [codes::NUMBER_INVALID]);
    assert_eq!(cell(&file, "pop", "a", "2023").state, State::Missing(MissingReason::NotDelivered));
    assert_eq!((cell(&file, "pop", "b", "2023").known_value(), cell(&file, "saldo", "a", "2023").known_value()), (Some(0.0), Some(-5.0)));
}

#[test]
fn a_definition_says_everything_the_contract_knows() {
    let file = read_sql(&format!(
        "{TABLES}
        INSERT INTO indicator VALUES('sgb2','SGB-II-Quote','%','ratio',100,'sgb2_n','pop',NULL,'burden','Soziales','Erwerb','BA','dl-de','Wer …',30000,NULL,1,'without_city','sozialbericht, praeventionsbericht','2023');
        INSERT INTO indicator(id, pooling, role) VALUES('pop','sum','population'), ('sgb2_n','sum',NULL);
        INSERT INTO value VALUES('pop','a','2023',200,NULL,NULL,NULL,NULL),('sgb2_n','a','2023',20,NULL,NULL,NULL,NULL),('sgb2','a','2023',10,NULL,NULL,NULL,NULL);"
    ))
    .unwrap();
    assert_eq!(codes_of(&file.findings), []);
    let it = &file.series[0].indicator;
    assert_eq!((it.name.as_str(), it.unit.as_str(), it.pooling, it.factor), ("SGB-II-Quote", "%", Pooling::Ratio, 100.0));
    assert_eq!((it.numerator.clone(), it.denominator.clone()), (Some(IndicatorId::new("sgb2_n")), Some(IndicatorId::new("pop"))));
    assert_eq!((it.direction, it.min_count, it.decimals, it.scope), (Direction::Burden, 30_000, Some(1), Scope::WithoutCity));
    assert_eq!(it.reports, ["sozialbericht", "praeventionsbericht"]);
    assert_eq!((file.series[1].indicator.role, file.series[1].indicator.min_count), (Some(Role::Population), 3));
    let cell = cell(&file, "sgb2", "a", "2023");
    let numbers = [cell.value, cell.numerator, cell.denominator].map(|it| it.map(|it| it.get()));
    assert_eq!(numbers, [Some(10.0), Some(20.0), Some(200.0)], "numerator and denominator come from the named indicators");
}

#[test]
fn states_signs_and_holes_are_kept_apart() {
    let (later, unreliable) = (State::Missing(MissingReason::Later), State::Missing(MissingReason::Unreliable));
    let (secret, absent) = (State::Suppressed(SuppressedBy::Source), State::Missing(MissingReason::NotDelivered));
    for (value, state, expected, number) in [
        ("5", "NULL", State::Known, Some(5.0)),
        ("0", "'known'", State::Known, Some(0.0)),
        ("'12.5'", "NULL", State::Known, Some(12.5)),
        ("'-'", "NULL", State::Known, Some(0.0)),
        ("'.'", "NULL", secret, None),
        ("'*'", "NULL", secret, None),
        ("'…'", "NULL", later, None),
        ("'/'", "NULL", unreliable, None),
        ("'x'", "NULL", State::Missing(MissingReason::NotMeaningful), None),
        ("''", "NULL", absent, None),
        ("NULL", "NULL", absent, None),
        ("NULL", "'suppressed'", secret, None),
        ("NULL", "'missing'", absent, None),
        ("NULL", "'missing:later'", later, None),
        ("'(7)'", "NULL", State::Known, Some(7.0)),
    ] {
        let sql = format!(
            "{TABLES} INSERT INTO indicator(id) VALUES('i'); INSERT INTO value(indicator,district,period,value,state) VALUES('i','a','2023',{value},{state});"
        );
        let file = read_sql(&sql).unwrap();
        let cell = cell(&file, "i", "a", "2023");
        assert_eq!((cell.state, cell.known_value()), (expected, number), "{value} {state}");
        assert_eq!(codes_of(&file.findings), [], "{value} {state}");
        assert_eq!(cell.quality, if value == "'(7)'" { Quality(16) } else { Quality::NONE });
    }
}

#[test]
fn a_wrong_row_is_told_with_its_number_and_left_out() {
    for (row, code, column) in [
        ("'i','a','2023','1.234,5',NULL,NULL,NULL,NULL", codes::CELL_WRONG_TYPE, "value.value"),
        ("'i','a','2023',x'00ff',NULL,NULL,NULL,NULL", codes::CELL_WRONG_TYPE, "value.value"),
        ("'i','a','2023',9e999,NULL,NULL,NULL,NULL", codes::CELL_WRONG_TYPE, "value.value"),
        ("'i','a','2023',1e300,NULL,NULL,NULL,NULL", codes::CELL_WRONG_TYPE, "value.value"),
        ("'i','a','2023',1,'many',NULL,NULL,NULL", codes::CELL_WRONG_TYPE, "value.numerator"),
        ("'i','a','2023',1,NULL,-4,NULL,NULL", codes::NUMBER_INVALID, "value.denominator"),
        ("'i','a','23',1,NULL,NULL,NULL,NULL", codes::PERIOD_INVALID, "value.period"),
        ("'i','a',NULL,1,NULL,NULL,NULL,NULL", codes::CELL_WRONG_TYPE, "value.period"),
        ("'i',NULL,'2023',1,NULL,NULL,NULL,NULL", codes::CELL_WRONG_TYPE, "value.district"),
        ("'j','a','2023',1,NULL,NULL,NULL,NULL", codes::INDICATOR_UNKNOWN, "value.indicator"),
        ("'i','a','2023',1,NULL,NULL,'secret',NULL", codes::CODE_UNKNOWN, "value.state"),
        ("'i','a','2023',1,NULL,NULL,'missing:gone',NULL", codes::CODE_UNKNOWN, "value.state"),
        ("'i','a','2023',1,NULL,NULL,NULL,'blurred'", codes::CODE_UNKNOWN, "value.quality"),
    ] {
        let sql = format!(
            "{TABLES} INSERT INTO indicator(id) VALUES('i'); INSERT INTO value VALUES('i','b','2023',1,NULL,NULL,NULL,NULL),({row});"
        );
        let file = read_sql(&sql).unwrap();
        let told = &file.findings.listed()[0];
        assert_eq!(
            (told.severity, told.code, told.place.row, told.place.column.as_deref()),
            (Severity::Error, code, Some(2), Some(column)),
            "{row}"
        );
        assert_eq!((file.series[0].values.len(), file.rows), (1, 2), "{row}");
    }
}

#[test]
fn contradictions_are_told() {
    let ratio = "INSERT INTO indicator(id,unit,pooling,factor) VALUES('r','%','ratio',100)";
    for (sql, code) in [
        (format!("{ratio}; INSERT INTO value VALUES('r','a','2023',50,3,2,NULL,NULL)"), codes::PART_EXCEEDS_WHOLE),
        (format!("{ratio}; INSERT INTO value VALUES('r','a','2023',50,NULL,NULL,NULL,NULL)"), codes::DENOMINATOR_MISSING),
        (format!("{ratio}; INSERT INTO value VALUES('r','a','2023',50,1,3,NULL,NULL)"), codes::VALUE_DIFFERS),
        (format!("{ratio}; INSERT INTO value VALUES('r','a','2023',50,NULL,NULL,'suppressed',NULL)"), codes::STATE_CONTRADICTED),
        (format!("{ratio}; INSERT INTO value VALUES('r','a','2023',NULL,NULL,NULL,'known',NULL)"), codes::STATE_CONTRADICTED),
        (
            format!("{ratio}; INSERT INTO value VALUES('r','a','2023',50,1,2,NULL,NULL),('r','a','2023',51,1,2,NULL,NULL)"),
            codes::VALUE_REPEATED,
        ),
        (ratio.to_owned(), codes::INDICATOR_EMPTY),
        ("INSERT INTO indicator(id,pooling) VALUES('i','average')".to_owned(), codes::CODE_UNKNOWN),
        ("INSERT INTO indicator(id,direction) VALUES('i','up')".to_owned(), codes::CODE_UNKNOWN),
        ("INSERT INTO indicator(id,min_count) VALUES('i',-1),('j',NULL)".to_owned(), codes::NUMBER_INVALID),
        ("INSERT INTO indicator(id,min_count) VALUES('i','few'),('j',NULL)".to_owned(), codes::CELL_WRONG_TYPE),
        ("INSERT INTO indicator(id,denominator) VALUES('i','nobody')".to_owned(), codes::REFERENCE_UNKNOWN),
        ("INSERT INTO indicator(id) VALUES('i'),(NULL)".to_owned(), codes::INDICATOR_INVALID),
        ("INSERT INTO indicator(id,role) VALUES('i','population'),('j','population')".to_owned(), codes::CODE_UNKNOWN),
    ] {
        let file = read_sql(&format!("{TABLES} {sql};")).unwrap();
        assert!(codes_of(&file.findings).contains(&code), "{sql}: {:?}", codes_of(&file.findings));
    }
}

#[test]
fn a_rows_own_number_wins_and_the_difference_is_told() {
    let file = read_sql(&format!(
        "{TABLES} INSERT INTO indicator(id,pooling,factor,numerator,denominator) VALUES('r','ratio',100,'n','d'),('n','sum',1,NULL,NULL),('d','sum',1,NULL,NULL);
        INSERT INTO value VALUES('r','a','2023',50,7,14,NULL,NULL),('n','a','2023',8,NULL,NULL,NULL,NULL),('d','a','2023-12-31',14,NULL,NULL,NULL,NULL);"
    ))
    .unwrap();
    assert_eq!(codes_of(&file.findings), [codes::NUMBERS_DIFFER]);
    assert_eq!(cell(&file, "r", "a", "2023").numerator.map(|it| it.get()), Some(7.0));
}

#[test]
fn an_indicator_without_rows_is_computed_from_the_named_ones() {
    let file = read_sql(&format!(
        "{TABLES} INSERT INTO indicator(id,pooling,factor,numerator,denominator) VALUES('r','ratio',1000,'n','d'),('n','sum',1,NULL,NULL),('d','sum',1,NULL,NULL);
        INSERT INTO value VALUES('n','a','2023',8,NULL,NULL,NULL,NULL),('n','b','2023',NULL,NULL,NULL,'suppressed',NULL),('d','a','2023-12-31',100,NULL,NULL,NULL,NULL),('d','b','2023-12-31',100,NULL,NULL,NULL,NULL);"
    ))
    .unwrap();
    assert_eq!(cell(&file, "r", "a", "2023").known_value(), Some(80.0));
    let secret = cell(&file, "r", "b", "2023");
    assert_eq!((secret.state, secret.denominator.map(|it| it.get())), (State::Suppressed(SuppressedBy::Source), Some(100.0)));
}

/// One row of its own made every other district of the indicator a hole, and a row that says nothing stayed one, though both
/// named indicators knew. What the file says itself still wins.
#[test]
fn what_an_indicator_leaves_open_comes_from_the_named_ones() {
    let file = read_sql(&format!(
        "{TABLES} INSERT INTO indicator(id,pooling,factor,numerator,denominator) VALUES('r','ratio',100,'n','d'),('n','sum',1,NULL,NULL),('d','sum',1,NULL,NULL);
        INSERT INTO value(indicator,district,period,value,numerator,denominator,state) VALUES
        ('r','own','2023',NULL,50,200,NULL), ('r','value','2023',8,NULL,NULL,NULL), ('r','blank','2023',NULL,NULL,NULL,NULL),
        ('r','text','2023','',NULL,NULL,NULL), ('r','known','2023',NULL,NULL,NULL,'known'), ('r','top','2023',NULL,4,NULL,NULL),
        ('r','bottom','2023',NULL,NULL,50,NULL), ('r','secret','2023',NULL,NULL,NULL,'suppressed'), ('r','later','2023','…',NULL,NULL,NULL),
        ('r','gone','2023',NULL,NULL,NULL,'missing'), ('r','secret_part','2023',NULL,NULL,NULL,NULL), ('r','nobody','2023',NULL,NULL,0,NULL),
        ('r','alone','2023',NULL,NULL,NULL,NULL),
        ('n','secret_part','2023',NULL,NULL,NULL,'suppressed'), ('n','secret_absent','2023',NULL,NULL,NULL,'suppressed'),
        ('d','secret_part','2023',100,NULL,NULL,NULL), ('d','secret_absent','2023',100,NULL,NULL,NULL);
        WITH k(k) AS (VALUES('own'),('value'),('blank'),('text'),('known'),('top'),('bottom'),('secret'),('later'),('gone'),('nobody'),('absent'))
        INSERT INTO value(indicator,district,period,value) SELECT 'n', k, '2023', 8 FROM k UNION ALL SELECT 'd', k, '2023-12-31', 100 FROM k
        UNION ALL SELECT 'n', k, '2019', 8 FROM k;"
    ))
    .unwrap();
    for (district, value, counts) in [
        ("own", Some(25.0), (Some(50.0), Some(200.0))),
        ("value", Some(8.0), (Some(8.0), Some(100.0))),
        ("blank", Some(8.0), (Some(8.0), Some(100.0))),
        ("text", Some(8.0), (Some(8.0), Some(100.0))),
        ("known", Some(8.0), (Some(8.0), Some(100.0))),
        ("top", Some(4.0), (Some(4.0), Some(100.0))),
        ("bottom", Some(16.0), (Some(8.0), Some(50.0))),
        ("absent", Some(8.0), (Some(8.0), Some(100.0))),
    ] {
        let cell = cell(&file, "r", district, "2023");
        let of = |it: Option<Finite>| it.map(Finite::get);
        assert_eq!((cell.known_value(), (of(cell.numerator), of(cell.denominator))), (value, counts), "{district}");
    }
    let (secret, missing) = (State::Suppressed(SuppressedBy::Source), State::Missing);
    for (district, state) in [
        ("secret", secret),
        ("later", missing(MissingReason::Later)),
        ("gone", missing(MissingReason::NotDelivered)),
        ("secret_part", secret),
        ("secret_absent", secret),
        ("nobody", missing(MissingReason::NotMeaningful)),
        ("alone", missing(MissingReason::NotDelivered)),
    ] {
        let cell = cell(&file, "r", district, "2023");
        assert_eq!((cell.state, cell.value, cell.numerator), (state, None, None), "{district}");
    }
    let series = &file.series[0];
    assert!(series.values.iter().all(|it| file.periods[it.period as usize].as_str() == "2023"), "2019 has no denominators, and one name");
    assert!(!codes_of(&file.findings).contains(&codes::STATE_CONTRADICTED), "{:?}", file.findings);
}

#[test]
fn breaks_and_references_are_read() {
    let file = read_sql(&format!(
        "{TABLES} CREATE TABLE series_break(indicator TEXT, period TEXT, reason TEXT);
        CREATE TABLE reference(indicator TEXT, area TEXT, period TEXT, value REAL, numerator REAL, denominator REAL, state TEXT);
        INSERT INTO indicator(id,pooling) VALUES('i','sum'); INSERT INTO value VALUES('i','a','2023',5,NULL,NULL,NULL,NULL);
        INSERT INTO series_break VALUES('i','2020','Neue Erhebung'),('j','2020','nie');
        INSERT INTO reference VALUES('i','03159','2023',7,NULL,NULL,NULL),('i','unassignable','2023',2,NULL,NULL,NULL);"
    ))
    .unwrap();
    let series = &file.series[0];
    assert_eq!((series.breaks.len(), series.breaks[0].reason.as_str()), (1, "Neue Erhebung"));
    assert_eq!(
        series.references.iter().map(|it| (it.area.as_str(), it.cell.known_value())).collect::<Vec<_>>(),
        [("03159", Some(7.0)), ("unassignable", Some(2.0))]
    );
    assert_eq!(codes_of(&file.findings), [codes::INDICATOR_UNKNOWN]);
}

#[test]
fn the_least_that_the_contract_asks_for_is_enough() {
    let file = read_sql("CREATE TABLE Indicator(ID); CREATE TABLE VALUE(district, period INTEGER, indicator, numerator); INSERT INTO indicator VALUES('i'); INSERT INTO value VALUES(3159016, 2023, 'i', 4);").unwrap();
    assert_eq!((cell(&file, "i", "3159016", "2023").known_value(), codes_of(&file.findings)), (Some(4.0), vec![]));
}

#[test]
fn a_hostile_schema_is_refused_or_left_alone() {
    let plain = format!("{TABLES} INSERT INTO indicator(id) VALUES('i'); INSERT INTO value VALUES('i','a','2023',1,NULL,NULL,NULL,NULL);");
    for (sql, code) in [
        ("CREATE TABLE indicator(id); CREATE VIEW value AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM n) SELECT 'i' indicator, x district, 2023 period, x value FROM n;".to_owned(), codes::TABLE_NOT_PLAIN),
        ("CREATE TABLE indicator(id); CREATE VIRTUAL TABLE value USING rtree(indicator, district, period);".to_owned(), codes::TABLE_NOT_PLAIN),
        ("CREATE TABLE indicator(id); CREATE TABLE value(indicator, district, period AS ('2023'), value);".to_owned(), codes::COLUMN_MISSING),
        ("CREATE TABLE indicator(name); CREATE TABLE value(indicator, district, period, value);".to_owned(), codes::COLUMN_MISSING),
        ("CREATE TABLE indicator(id); CREATE TABLE value(indicator, district, period);".to_owned(), codes::COLUMN_MISSING),
        ("CREATE TABLE value(indicator, district, period, value);".to_owned(), codes::TABLE_MISSING),
        ("CREATE TABLE other(a);".to_owned(), codes::TABLE_MISSING),
        (TABLES.to_owned(), codes::INDICATOR_INVALID),
    ] {
        assert_eq!(read_sql(&sql).unwrap_err().finding.code, code, "{sql}");
    }
    let file = read_sql(&format!("{plain} CREATE VIEW v AS SELECT load_extension('x'); CREATE TRIGGER t AFTER INSERT ON value BEGIN DELETE FROM value; END; ALTER TABLE value ADD COLUMN twice AS (value * 2);")).unwrap();
    assert_eq!((codes_of(&file.findings), file.rows), (vec![codes::SCHEMA_IGNORED], 1));
}

#[test]
fn what_is_no_database_is_refused() {
    let good = database(&format!(
        "{TABLES} INSERT INTO indicator(id) VALUES('i'); INSERT INTO value VALUES('i','a','2023',1,NULL,NULL,NULL,NULL);"
    ));
    for bytes in [b"".to_vec(), b"SQLite format 3\0".to_vec(), b"{}".to_vec(), good[..good.len() / 2].to_vec(), vec![0; 10_000]] {
        let refused = read(&bytes, &Limits::default()).unwrap_err();
        assert!([codes::DATABASE_DAMAGED, codes::TABLE_MISSING].contains(&refused.finding.code), "{refused:?}");
    }
    let few = Limits { cells: 0, ..Limits::default() };
    assert_eq!(read(&good, &few).unwrap_err().finding.code, codes::TOO_MANY_CELLS);
    assert!(read(&good, &Limits::default()).is_ok());
}

#[test]
fn a_database_that_keeps_us_busy_is_interrupted() {
    let bytes = database(
        "CREATE TABLE t(a); WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM n LIMIT 200000) INSERT INTO t SELECT x FROM n;",
    );
    let foreign = Foreign::open(&bytes, None, &Limits { seconds: 1, ..Limits::default() }).unwrap();
    let endless = foreign.connection().unwrap().query_row("SELECT count(*) FROM t a, t b, t c", [], |row| row.get::<_, i64>(0));
    assert_eq!(crate::storage::foreign::damaged(&endless.unwrap_err()).finding.code, codes::DATABASE_TOO_SLOW);
}

/// The check of many tables or columns ran into a limit of our own, and the database was called damaged.
#[test]
fn a_large_harmless_database_is_read() {
    let rows = "INSERT INTO indicator(id) VALUES('i'); INSERT INTO value(indicator, district, period, value) VALUES('i','a','2023',1);";
    let others = (0..400).map(|it| format!("CREATE TABLE t{it}(a, b UNIQUE, c UNIQUE); CREATE INDEX x{it} ON t{it}(a, b);"));
    let more = (0..1_900).map(|it| format!(", c{it} TEXT NOT NULL DEFAULT ''"));
    let wide =
        format!("CREATE TABLE indicator(id); CREATE TABLE value(indicator, district, period, value{}); {rows}", more.collect::<String>());
    for sql in [format!("{TABLES} {rows} {}", others.collect::<String>()), wide] {
        let file = read_sql(&sql).unwrap();
        assert_eq!((cell(&file, "i", "a", "2023").known_value(), codes_of(&file.findings)), (Some(1.0), vec![]));
    }
}

/// A cell that is too large was called damage, and nobody was told where it stands.
#[test]
fn a_cell_that_is_too_large_is_named() {
    let (small, large) = ("INSERT INTO value(indicator, district, period, value) VALUES('i','a','2023',1)", "hex(zeroblob(600000))");
    for (sql, row, column) in [
        (format!("{TABLES} INSERT INTO indicator(id, name) VALUES('i', 'Kita'),('j', {large}); {small};"), Some(2), Some("indicator.name")),
        (format!("{TABLES} INSERT INTO indicator(id) VALUES('i'); {small},('i',{large},'2023',1);"), Some(2), Some("value.district")),
        ("CREATE TABLE indicator(id); CREATE TABLE value(indicator, district, period, value AS (length(hex(zeroblob(100000000)))) NOT NULL);
          INSERT INTO indicator VALUES('i'); INSERT INTO value VALUES('i','a','2023');".to_owned(), None, None),
    ] {
        let refused = read_sql(&sql).unwrap_err();
        assert_eq!((refused.finding.code, refused.finding.place.row, refused.finding.place.column.as_deref()), (codes::CELL_TOO_LARGE, row, column));
    }
}

/// A smallest count that could not be read became 3: what a source keeps secret below ten was told from three on.
#[test]
fn an_indicator_with_an_unreadable_smallest_count_is_left_out() {
    for (least, code) in
        [("'zehn'", codes::CELL_WRONG_TYPE), ("-1", codes::NUMBER_INVALID), ("2.5", codes::NUMBER_INVALID), ("1e12", codes::NUMBER_INVALID)]
    {
        let indicators = format!("{TABLES} INSERT INTO indicator(id, min_count) VALUES('i', {least})");
        let alone = read_sql(&indicators).unwrap_err();
        assert_eq!((alone.finding.code, alone.finding.place.column.as_deref()), (code, Some("indicator.min_count")), "{least}");
        let file = read_sql(&format!("{indicators}, ('j', 10);")).unwrap();
        let told: Vec<(Code, Severity)> = file.findings.listed().iter().map(|it| (it.code, it.severity)).take(1).collect();
        assert_eq!((told, file.series.len(), file.series[0].indicator.min_count), (vec![(code, Severity::Error)], 1, 10), "{least}");
    }
}
