//! The answer of a command: the only place that writes to stdout. Messages go to stderr.

use std::{
    io::{self, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use serde_json::{Map, Value, json};

use super::arguments::usage::Told;
use crate::{
    model::finding::{Code, Finding, Findings, Place, Severity},
    report::plain::plain,
    storage::{
        causes::of_system,
        refused::{Refused, told_finding},
    },
    words::Words,
};

/// What a command found out.
#[derive(Debug, Default)]
pub struct Answer {
    /// For programs.
    pub json: Value,
    /// For people, line by line.
    pub text: Vec<String>,
    /// What was noticed.
    pub findings: Findings,
    /// Whether the findings stand on stderr already.
    pub told: bool,
    /// The file that was read, which is named above its findings.
    pub file: Option<PathBuf>,
}

impl Answer {
    /// An answer without findings.
    pub fn new(json: Value, text: Vec<String>) -> Self {
        Self { json, text, ..Self::default() }
    }

    /// The same, with what else was noticed, if anything was.
    #[must_use]
    pub fn noticing(self, findings: Findings) -> Self {
        if findings.listed().is_empty() { self } else { self.with_findings(findings) }
    }

    /// The same with findings, which join the JSON as `findings`.
    #[must_use]
    pub fn with_findings(mut self, findings: Findings) -> Self {
        if let Value::Object(members) = &mut self.json {
            members.insert("findings".to_owned(), Value::Null);
        }
        self.findings = findings;
        self
    }

    /// The same with the file whose findings these are.
    #[must_use]
    pub fn of_file(self, file: &Path) -> Self {
        Self { file: Some(file.to_owned()), ..self }
    }
}

/// Gives the answer or the refusal out and says how the program ends.
pub fn give(answer: Result<Answer, Refused>, as_json: bool, words: &Words) -> ExitCode {
    match answer {
        Ok(mut answer) => {
            if !answer.told {
                match &answer.file {
                    Some(file) => tell_of(file, &answer.findings, words),
                    None => tell(&answer.findings, words),
                }
            }
            if let Value::Object(members) = &mut answer.json
                && members.get("findings").is_some_and(Value::is_null)
            {
                add_findings(members, &answer.findings, words);
            }
            let failed = !write(if as_json { document(&answer.json) } else { lines(&answer.text) }, words);
            ExitCode::from(u8::from(failed || answer.findings.has_errors()))
        }
        Err(refused) => {
            refuse(&refused, words);
            if as_json {
                let mut members = Map::from_iter([("file".to_owned(), refused.file.display().to_string().into())]);
                add_findings(&mut members, &refused.findings(), words);
                write(document(&members.into()), words);
            }
            ExitCode::from(1)
        }
    }
}

/// A refusal on stderr: the reason, then what else was noticed.
pub fn refuse(refused: &Refused, words: &Words) {
    complain(&refused.told(words));
    tell(&refused.noticed, words);
}

/// Findings on stderr below the file that they are of.
pub fn tell_of(file: &Path, findings: &Findings, words: &Words) {
    if findings.count() > 0 {
        complain(&words.tell(&crate::say!("cli-findings-of", file = file.display().to_string(), count = findings.count())));
        tell(findings, words);
    }
}

/// The listed findings as `findings`, and how many there are in all as `findings_total`, by severity.
pub fn add_findings(members: &mut Map<String, Value>, all: &Findings, words: &Words) {
    let [error, warning, note] = [Severity::Error, Severity::Warning, Severity::Note].map(|it| all.count_of(it));
    members.insert("findings".to_owned(), findings(all, words));
    members.insert("findings_total".to_owned(), all.count().into());
    members.insert("findings_by_severity".to_owned(), json!({ "error": error, "warning": warning, "note": note }));
}

/// A sentence on stderr.
pub fn complain(sentence: &str) {
    let _ = writeln!(io::stderr(), "{}", plain(sentence)); // nobody is left to be told when stderr is closed
}

/// Findings of one code stand together: the first with their places, the rest counted.
pub fn tell(findings: &Findings, words: &Words) {
    told_findings(findings, words).iter().for_each(|it| complain(it));
}

fn told_findings(findings: &Findings, words: &Words) -> Vec<String> {
    const SHOWN: usize = 3;
    let mut codes: Vec<Code> = Vec::new();
    for finding in findings.listed() {
        if !codes.contains(&finding.code) {
            codes.push(finding.code);
        }
    }
    let mut told = Vec::new();
    for code in codes {
        let alike: Vec<&Finding> = findings.listed().iter().filter(|it| it.code == code).collect();
        told.extend(alike.iter().take(SHOWN).map(|it| told_finding(it, words)));
        if alike.len() > SHOWN {
            told.push(words.tell(&crate::say!("cli-more-alike", count = alike.len() - SHOWN)));
        }
    }
    if findings.more() > 0 {
        told.push(words.tell(&crate::say!("cli-more-findings", count = findings.more())));
    }
    told
}

fn document(json: &Value) -> String {
    format!("{json:#}\n")
}

fn lines(text: &[String]) -> String {
    text.iter().map(|it| format!("{}\n", plain(it).trim_end())).collect() // a name must not move the cursor or begin a line
}

/// Tells why the arguments can't be followed, or what was asked about them, and gives the exit code.
pub fn explain(told: Told, words: &Words) -> ExitCode {
    if told.wrong {
        told.text.trim_end().lines().for_each(complain);
        return ExitCode::from(2);
    }
    if write(told.text, words) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Whether the answer is out. A reader that has seen enough closes the pipe: that is no failure of the command.
fn write(text: String, words: &Words) -> bool {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            complain(&words.tell(&crate::say!("cli-answer-unwritable", reason = of_system(&error))));
            false
        }
        _ => true,
    }
}

/// The listed findings as the contract wants them.
fn findings(findings: &Findings, words: &Words) -> Value {
    findings.listed().iter().map(|it| finding(it, words)).collect()
}

fn finding(finding: &Finding, words: &Words) -> Value {
    let Place { feature, key, row, column, line, json_path } = &finding.place;
    json!({
        "severity": finding.severity.code(),
        "code": finding.code.0,
        "place": { "feature": feature, "key": key, "row": row, "column": column, "line": line, "json_path": json_path },
        "message": words.tell(&finding.message),
        "remedy": words.tell(&finding.remedy),
    })
}

/// Rows as columns of text: numbers to the right, all else to the left.
pub fn columns(rows: &[Vec<String>]) -> Vec<String> {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |at: usize| rows.iter().filter_map(|it| it.get(at)).map(|it| it.chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..count).map(width).collect();
    let padded = |(text, width): (&String, &usize)| {
        let space = " ".repeat(width.saturating_sub(text.chars().count()));
        if is_number(text) { format!("{space}{text}") } else { format!("{text}{space}") }
    };
    rows.iter().map(|row| row.iter().zip(&widths).map(padded).collect::<Vec<_>>().join("  ")).collect()
}

/// Whether it stands at the right of its column. Keys begin with a zero and don't.
fn is_number(text: &str) -> bool {
    text.chars().next().is_some_and(|it| it.is_ascii_digit() || "+−≈≥–".contains(it)) && !text.starts_with('0')
}

/// The same under heads; that of a column of numbers ends where they end.
pub fn headed_columns(heads: &[String], rows: &[Vec<String>]) -> Vec<String> {
    let wide = |text: &str| text.chars().count();
    let head = |(at, head): (usize, &String)| {
        let mut cells = rows.iter().filter_map(|it| it.get(at));
        let width = cells.clone().map(|it| wide(it)).max().unwrap_or(0);
        let numbers = cells.all(|it| is_number(it));
        format!("{}{head}", if numbers { " ".repeat(width.saturating_sub(wide(head))) } else { String::new() })
    };
    let heads: Vec<String> = heads.iter().enumerate().map(head).collect();
    columns(&std::iter::once(heads).chain(rows.iter().cloned()).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        storage::codes::{self, finding as found},
        words::{Language, Terms, say},
    };

    /// A hundred sentences of one kind hid the one of another kind.
    #[test]
    fn findings_of_one_kind_are_told_thrice_and_counted() {
        let mut findings = Findings::default();
        for number in 1..=120_u64 {
            let mut one = found(Severity::Warning, codes::KEY_MISSING, say!("storage-file-empty"), say!("storage-remedy-utf8"));
            one.place.feature = Some(number);
            findings.push(one);
            if number == 50 {
                findings.push(found(Severity::Error, codes::FILE_EMPTY, say!("storage-file-empty"), say!("storage-remedy-utf8")));
            }
        }
        let told = told_findings(&findings, &Words::new(Language::German, &Terms::default())).join("\n");
        insta::assert_snapshot!(told.replace(['\u{2068}', '\u{2069}'], ""), @"
        Die Datei ist leer. Stelle: Objekt Nr. 1. Bitte die Datei als UTF-8 speichern.
        Die Datei ist leer. Stelle: Objekt Nr. 2. Bitte die Datei als UTF-8 speichern.
        Die Datei ist leer. Stelle: Objekt Nr. 3. Bitte die Datei als UTF-8 speichern.
        … und 96 weitere dieser Art.
        Die Datei ist leer. Bitte die Datei als UTF-8 speichern.
        Dazu kommen 21 weitere Hinweise.
        ");
    }
}
