#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use super::*;
use crate::model::catalog::District;
use proptest::prelude::*;

fn register() -> Register {
    let district =
        |(key, name): (&str, &str)| District { key: DistrictKey::new(key), name: name.to_owned(), attributes: Default::default() };
    Register::new(
        [("03159001", "Adelebsen"), ("03159002", "Bad Grund"), ("03159003", "Bad Lauterberg"), ("03159501", "Harz")].map(district).into(),
    )
}

fn read_text(text: &str) -> Result<PlanFile, Refused> {
    read(text.as_bytes(), &register(), &Limits::default())
}

fn assignment(file: &PlanFile) -> Vec<(&str, &str)> {
    file.area_of.iter().map(|(key, area)| (key.as_str(), file.areas[*area].0.as_str())).collect()
}

#[test]
fn every_usual_way_of_writing_a_plan_is_read() {
    let expected = vec![("03159001", "R2"), ("03159002", "R5"), ("03159003", "R5")];
    for text in [
        "district;area\r\n03159001;R2\r\n03159002;R5\r\n03159003;R5\r\n",
        "\u{feff}district;area\n03159001;R2\n03159002;R5\n03159003;R5",
        "03159001,R2\n03159002,R5\n03159003,R5\n",
        "GEOID|ASSIGNED\n03159001|R2\n03159002|R5\n03159003|R5\n",
        "BLOCKID,DISTRICT\n03159001,R2\n03159002,R5\n03159003,R5\n",
        "Gebiet\tRaum\n03159001\tR2\n03159002\tR5\n03159003\tR5\n",
        "\"03159001\";\"R2\"\n\"03159002\";\"R5\"\n\"03159003\";\"R5\"\n",
        "Raum;Gebiet\nR2;03159001\nR5;03159002\nR5;03159003\n",
        "AGS;Raum\n3159001;R2\n3159002;R5\n3159003;R5\n",
        "Gemeindename;Raum\nAdelebsen;R2\nBad Grund;R5\nBad Lauterberg;R5\n",
        "03159001;R2\n\n03159002;R5\n03159003;R5\n03159501;\n;\n",
    ] {
        let file = read_text(text).unwrap();
        assert_eq!(assignment(&file), expected, "{text}");
        assert_eq!((file.unassigned, file.unknown, file.duplicates), (vec!["03159501".into()], vec![], vec![]), "{text}");
    }
}

#[test]
fn the_report_lists_what_did_not_fit() {
    let file = read_text("district;area;name\n03159001;R2;Umland\n03159001;R3;\n09999999;R2;\n03159003;R5;Süd, Ost\n").unwrap();
    assert_eq!(assignment(&file), [("03159001", "R2"), ("03159003", "R5")]);
    assert_eq!((file.assigned(), file.rows), (2, 4));
    assert_eq!((file.unassigned, file.unknown), (vec!["03159002".into(), "03159501".into()], vec!["09999999".to_owned()]));
    assert_eq!(file.duplicates, ["03159001".into()]);
    assert_eq!(file.areas, [("R2".to_owned(), Some("Umland".to_owned())), ("R5".to_owned(), Some("Süd, Ost".to_owned()))]);
    assert_eq!(
        file.findings.listed().iter().map(|it| it.code.0).collect::<Vec<_>>(),
        ["district_repeated", "district_unknown", "district_unassigned"]
    );
    assert_eq!(file.findings.listed()[0].place.line, Some(3));
}

#[test]
fn a_file_for_another_map_is_refused() {
    for text in ["", "a;b\n", "district;area\n1;R1\n", "{\"type\": 1}", "\u{0}\u{0}"] {
        assert_eq!(read_text(text).unwrap_err().finding.severity, Severity::Error, "{text}");
    }
}

/// Such a file emptied the plan that was there.
#[test]
fn a_line_without_area_column_is_refused() {
    for (text, line) in [("district\n03159001\n", 1), ("03159001;R1\n03159002\n", 2), ("district;area\n03159001;R1\n03159003", 3)] {
        let refused = read_text(text).unwrap_err();
        assert_eq!((refused.finding.code, refused.finding.place.line), (codes::LINE_INCOMPLETE, Some(line)), "{text}");
    }
}

#[test]
fn caps_refuse_and_say_so() {
    let text = b"district;area\n03159001;R2\n03159002;R5\n";
    let refused = |limits: Limits| read(text, &register(), &limits).err().map(|it| it.finding.code);
    let roomy = Limits { file_bytes: text.len() as u64, cells: 3, ..Limits::default() };
    assert_eq!(refused(roomy), None);
    assert_eq!(refused(Limits { file_bytes: roomy.file_bytes - 1, ..roomy }), Some(codes::FILE_TOO_LARGE));
    assert_eq!(refused(Limits { cells: 2, ..roomy }), Some(codes::TOO_MANY_CELLS));
}

/// The first column is no district because no other is called so.
#[test]
fn a_wide_table_without_a_column_of_districts_is_refused() {
    let refused = read_text("Farbe;Raum;Jahr\n03159001;R2;2023\n03159002;R5;2023\n").unwrap_err();
    assert_eq!((refused.finding.code, refused.finding.place.line), (codes::PLAN_COLUMNS_UNCLEAR, Some(1)));
}

/// A mark that was left open swallowed lines: an area was called "R5\n03159003;R6".
#[test]
fn a_quotation_mark_that_stays_open_is_refused_with_its_line() {
    for (text, line) in [
        ("03159001;R2\n03159002;\"R5\n03159003;R6\n", 2),
        ("03159001;R2\n03159002;\"R5\n03159003;R6\"\n", 2),
        ("\"03159001;R2\r\n03159002;R5\r\n", 1),
        ("03159001;R2\n03159002;\"R5", 2),
        ("03159001;R2;\"West\rSüd\"\n", 1),
    ] {
        let refused = read_text(text).unwrap_err();
        assert_eq!((refused.finding.code, refused.finding.place.line), (codes::LINE_INCOMPLETE, Some(line)), "{text}");
    }
    let file = read_text("03159001;R 2\" groß\n03159002;\"Der \"\"Süden\"\"\"\n").unwrap();
    assert_eq!(assignment(&file), [("03159001", "R 2\" groß"), ("03159002", "Der \"Süden\"")]);
}

#[test]
fn what_is_written_is_what_excel_opens() {
    let mut plan = read_text("03159001;R2\n03159002;=1+1\n").unwrap().plan(PlanId(1), "A");
    plan.areas[0].code = "West; Süd".into();
    let text = String::from_utf8(write(&plan, &register())).unwrap();
    assert_eq!(text, "\u{feff}district;area\r\n03159001;\"West; Süd\"\r\n03159002;'=1+1\r\n03159003;\r\n03159501;\r\n");
}

proptest! {
    #[test]
    fn a_plan_comes_back_as_it_was(codes in prop::collection::vec("[^\\p{Z}\\p{C}]([^\\p{C}]{0,8}[^\\p{Z}\\p{C}])?", 1..4), of in prop::collection::vec(prop::option::of(0usize..4), 4)) {
        let mut plan = Plan::empty(PlanId(1), "A");
        for (number, code) in codes.iter().enumerate() {
            prop_assume!(!code.starts_with('\'') && plan.areas.iter().all(|it| it.code != *code));
            let area = PlanFile { areas: vec![(code.clone(), None)], ..PlanFile::default() }.plan(PlanId(1), "").areas.remove(0);
            plan.areas.push(PlanningArea { id: area_id(number), ..area });
        }
        for (district, area) in register().districts().iter().zip(&of) {
            if let Some(area) = area.filter(|it| *it < codes.len()) {
                plan.area_of.insert(district.key.clone(), area_id(area));
            }
        }
        let file = read(&write(&plan, &register()), &register(), &Limits::default()).unwrap();
        let wanted: Vec<(&str, &str)> = plan.area_of.iter().map(|(key, area)| (key.as_str(), plan.area(*area).unwrap().code.as_str())).collect();
        prop_assert_eq!(assignment(&file), wanted);
    }

    #[test]
    fn no_bytes_can_break_the_reader(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = read(&bytes, &register(), &Limits::default());
    }
}
