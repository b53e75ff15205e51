//! Tables of districts and areas as text: which sign divides the columns, what Excel must not run.

use crate::{
    model::finding::{Findings, Place, Severity},
    storage::{
        codes::{self, at, finding},
        limits::Limits,
        refused::Refused,
        text,
    },
    words::{Message, say},
};

/// A row: district, area, and the area's name where there is a third column.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Row {
    pub line: u64,
    pub district: String,
    pub area: String,
    pub name: String,
    /// Whether the line reaches as far as its columns.
    pub whole: bool,
}

/// A line by its fields.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Raw {
    pub line: u64,
    pub fields: Vec<String>,
}

/// Reads all rows, a heading among them.
pub(super) fn read(bytes: &[u8], limits: &Limits, findings: &mut Findings) -> Result<Vec<Raw>, Refused> {
    if bytes.len() as u64 > limits.file_bytes {
        let message = say!("storage-file-too-large", megabytes = limits.file_bytes / 1_000_000);
        return Err(Refused::new(finding(Severity::Error, codes::FILE_TOO_LARGE, message, say!("storage-remedy-smaller"))));
    }
    let Some(decoded) = text::decode(bytes) else {
        let message = say!("storage-encoding-unreadable");
        return Err(Refused::new(finding(Severity::Error, codes::ENCODING_UNREADABLE, message, say!("storage-remedy-utf8"))));
    };
    if let Some(encoding) = decoded.encoding {
        findings.push(finding(
            Severity::Note,
            codes::ENCODING_DECODED,
            say!("storage-encoding-decoded", encoding),
            say!("storage-remedy-umlauts"),
        ));
    }
    let divider = divider(&decoded.text);
    if let Some(line) = open_quote(&decoded.text, divider) {
        return Err(refused_at(line, say!("storage-quote-open"), say!("storage-remedy-quote")));
    }
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(divider)
        .trim(csv::Trim::All)
        .from_reader(decoded.text.as_bytes());
    let (mut rows, mut record) = (Vec::new(), csv::StringRecord::new());
    loop {
        match reader.read_record(&mut record) {
            Ok(true) if rows.len() as u64 >= limits.cells => {
                let message = say!("storage-too-many-cells", most = limits.cells);
                return Err(Refused::new(finding(Severity::Error, codes::TOO_MANY_CELLS, message, say!("storage-remedy-smaller"))));
            }
            Ok(true) => rows.push(raw(&record)),
            Ok(false) => break,
            Err(error) => {
                let line = error.position().map_or(0, csv::Position::line);
                return Err(refused_at(line, say!("storage-line-unreadable"), say!("storage-remedy-line")));
            }
        }
    }
    rows.retain(|it: &Raw| it.fields.iter().any(|it| !it.is_empty()));
    Ok(rows)
}

fn refused_at(line: u64, message: Message, remedy: Message) -> Refused {
    let place = Place { line: Some(line), ..Place::default() };
    Refused::new(at(finding(Severity::Error, codes::LINE_INCOMPLETE, message, remedy), place))
}

/// Refuses a table in which a line has no second column: nobody can tell whether its district is to lose its area.
pub(super) fn refuse_short_lines(rows: &[Row]) -> Result<(), Refused> {
    if let Some(row) = rows.iter().find(|it| !it.whole) {
        return Err(refused_at(row.line, say!("storage-line-without-area"), say!("storage-remedy-line")));
    }
    // cut, two areas could become one
    match rows.iter().find(|it| text::shortened(&it.area).is_some()) {
        Some(row) => {
            Err(refused_at(row.line, say!("storage-area-too-long", most = text::LONGEST_NAME), say!("storage-remedy-cell-too-large")))
        }
        None => Ok(()),
    }
}

/// The line of a quotation mark that isn't closed on the same line: all lines up to the next one would be swallowed. A mark only
/// opens where a field begins (RFC 4180).
fn open_quote(text: &str, divider: u8) -> Option<u64> {
    let (mut line, mut quoted, mut begins) = (1, false, true);
    for byte in text.bytes() {
        match byte {
            b'\n' | b'\r' if quoted => return Some(line),
            b'\n' => (line, begins) = (line + 1, true),
            b'"' if begins || quoted => (quoted, begins) = (!quoted, quoted), // a doubled one opens again at once
            it => begins = it == divider || it == b'\r',
        }
    }
    quoted.then_some(line)
}

fn raw(record: &csv::StringRecord) -> Raw {
    let fields = record.iter().map(|it| unguarded(it).to_owned()).collect();
    Raw { line: record.position().map_or(0, csv::Position::line), fields }
}

/// The sign that divides most of the first lines into the same number of columns.
fn divider(text: &str) -> u8 {
    let lines: Vec<&str> = text.lines().filter(|it| !it.trim().is_empty()).take(50).collect();
    let fit = |sign: u8| lines.iter().filter(|line| line.bytes().any(|it| it == sign)).count();
    // of two that fit equally well the earlier one: area names hold commas more often than semicolons
    [b';', b'\t', b'|', b','].into_iter().rev().max_by_key(|it| fit(*it)).unwrap_or(b';')
}

/// Rows as Excel opens them.
pub(super) fn write<'a>(rows: impl Iterator<Item = [&'a str; 2]>) -> Vec<u8> {
    let mut text = String::from("\u{feff}");
    for [district, area] in rows {
        text.push_str(&cell(district));
        text.push(';');
        text.push_str(&cell(area));
        text.push_str("\r\n");
    }
    text.into_bytes()
}

/// A text that a spreadsheet must show and not run, quoted where it has to be.
fn cell(text: &str) -> String {
    let guarded = if is_formula(text) { format!("'{text}") } else { text.to_owned() };
    if guarded.contains([';', '"', '\r', '\n']) || guarded.trim() != guarded {
        return format!("\"{}\"", guarded.replace('"', "\"\""));
    }
    guarded
}

/// What spreadsheets take for a formula; plain numbers such as -3.2 are none.
fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r']) && text.replace(',', ".").parse::<f64>().is_err()
}

/// The text without the guard that [`write`] puts before formulas.
fn unguarded(text: &str) -> &str {
    text.strip_prefix('\'').filter(|it| is_formula(it)).unwrap_or(text)
}
