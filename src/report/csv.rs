//! CSV as Excel reads it in Germany: semicolons, a byte order mark, lines that end in CR LF, decimal commas. An English table has
//! decimal points, as every number in an English text.
//!
//! **Promise.** A text that a spreadsheet would take for a formula is preceded by an apostrophe, so that opening a table
//! never runs anything. Numbers are told in full precision.

use super::{
    area_file::AssignmentFile,
    plain::plain,
    table::{Field, Table},
};
use crate::words::Convention;

const MARK: &str = "\u{FEFF}";
const END: &str = "\r\n";

/// A table; what has to be said below it follows after an empty line.
pub fn of_table(table: &Table) -> Vec<u8> {
    let mut text = MARK.to_owned();
    line(&mut text, table.columns.iter().map(|it| quoted(it)));
    for row in &table.rows {
        line(&mut text, row.iter().map(|it| field(it, table.convention)));
    }
    if !table.notes.is_empty() {
        text.push_str(END);
    }
    for note in &table.notes {
        line(&mut text, [quoted(note)]);
    }
    text.into_bytes()
}

/// `district;area`, the form in which assignments are exchanged; a district without area has an empty one.
pub fn of_assignment(assignment: &AssignmentFile) -> Vec<u8> {
    let mut text = MARK.to_owned();
    line(&mut text, ["district", "area"].map(str::to_owned));
    for (district, area) in &assignment.rows {
        line(&mut text, [quoted(district), quoted(area)]);
    }
    text.into_bytes()
}

fn line(text: &mut String, fields: impl IntoIterator<Item = String>) {
    let fields: Vec<String> = fields.into_iter().collect();
    text.push_str(&fields.join(";"));
    text.push_str(END);
}

fn field(field: &Field, convention: Convention) -> String {
    match field {
        Field::Text(text) => quoted(text),
        Field::Number(value) => format!("{value}").replace('.', convention.decimal_mark().encode_utf8(&mut [0; 4])),
        Field::Empty => String::new(),
    }
}

/// The text, quoted where it has to be, never a formula.
fn quoted(text: &str) -> String {
    let text = plain(text);
    let formula = text.trim_start().starts_with(['=', '+', '-', '@']) && text.trim().replace(',', ".").parse::<f64>().is_err();
    let text = if formula { format!("'{text}") } else { text };
    if text.contains([';', '"']) || text.starts_with(' ') || text.ends_with(' ') {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_table_is_written_as_excel_reads_it() {
        let table = Table {
            columns: vec!["Schlüssel".into(), "Wert".into()],
            rows: vec![
                vec!["03159016".into(), Field::Number(1234.5)],
                vec!["a;b \"c\"".into(), Field::Empty],
                vec!["=HYPERLINK(\"x\")".into(), Field::Number(-0.1)],
            ],
            notes: vec!["Beispielwert (erfunden)".into()],
            convention: Convention::German,
        };
        let english = String::from_utf8(of_table(&Table { convention: Convention::English, ..table.clone() })).unwrap();
        assert!(english.contains("03159016;1234.5\r\n") && english.contains(";-0.1\r\n"), "a comma would be another number: {english}");
        let text = String::from_utf8(of_table(&table)).unwrap();
        assert_eq!(
            text,
            "\u{FEFF}Schlüssel;Wert\r\n03159016;1234,5\r\n\"a;b \"\"c\"\"\";\r\n\"'=HYPERLINK(\"\"x\"\")\";-0,1\r\n\r\nBeispielwert (erfunden)\r\n"
        );
    }

    #[test]
    fn nothing_that_a_name_holds_is_a_formula_or_a_new_line() {
        for (name, is) in [
            ("=1+1", "'=1+1"),
            ("+49 551", "'+49 551"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "\"' =1\""),
            ("-5", "-5"),
            ("-2,5", "-2,5"),
            ("a\r\nb", "a  b"),
            ("Ost/Nord", "Ost/Nord"),
        ] {
            assert_eq!(quoted(name).trim_matches('"'), is.trim_matches('"'), "{name:?}");
        }
    }

    #[test]
    fn numbers_keep_every_digit() {
        for value in [0.1, 1e21, 1.0 / 3.0, -1e-7, 328_952.0] {
            assert_eq!(field(&Field::Number(value), Convention::German).replace(',', ".").parse::<f64>().unwrap(), value);
        }
    }
}
