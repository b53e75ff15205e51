//! What the system, SQLite and the reader of JSON complain of, in the planner's words.
//!
//! They speak English and to programmers. What a planner can do something about is said in our words by its code; what is left is
//! called what it is, with the original in brackets for whoever looks after the computer.
//!
//! **Promise.** A cause is half a sentence, without a full stop. The original is one line of at most 200 characters.

use std::io;

use rusqlite::ErrorCode;

use crate::words::{Message, say};

/// Why the system refused.
pub fn of_system(error: &io::Error) -> Message {
    use io::ErrorKind as K;
    match error.kind() {
        K::NotFound => say!("storage-io-not-found"),
        K::PermissionDenied => say!("storage-io-denied"),
        K::ReadOnlyFilesystem => say!("storage-io-read-only"),
        K::StorageFull | K::QuotaExceeded => say!("storage-io-full"),
        K::FileTooLarge => say!("storage-io-too-large"),
        K::IsADirectory => say!("storage-io-folder"),
        K::NotADirectory => say!("storage-io-no-folder"),
        K::AlreadyExists => say!("storage-io-exists"),
        K::InvalidFilename => say!("storage-io-name"),
        K::TimedOut | K::HostUnreachable | K::NetworkUnreachable | K::NetworkDown | K::StaleNetworkFileHandle => {
            say!("storage-io-unreachable")
        }
        K::ResourceBusy | K::ExecutableFileBusy | K::Deadlock | K::WouldBlock => say!("storage-io-busy"),
        K::OutOfMemory => say!("storage-io-memory"),
        K::UnexpectedEof => say!("storage-io-cut-off"),
        _ => say!("storage-io-other", detail = original(error)),
    }
}

/// Why SQLite refused.
pub fn of_database(error: &rusqlite::Error) -> Message {
    let detail = original(error);
    match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => say!("storage-sqlite-no-database", detail),
        Some(ErrorCode::DatabaseCorrupt) => say!("storage-sqlite-corrupt", detail),
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => say!("storage-io-busy"),
        Some(ErrorCode::ReadOnly) => say!("storage-io-read-only"),
        Some(ErrorCode::DiskFull) => say!("storage-io-full"),
        Some(ErrorCode::SystemIoFailure) => say!("storage-sqlite-disk", detail),
        Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => say!("storage-sqlite-closed", detail),
        Some(ErrorCode::TooBig) => say!("storage-sqlite-too-big", detail),
        Some(ErrorCode::OutOfMemory) => say!("storage-io-memory"),
        Some(ErrorCode::AuthorizationForStatementDenied) => say!("storage-sqlite-forbidden", detail),
        Some(_) => say!("storage-sqlite-other", detail),
        None => say!("storage-sqlite-value", detail),
    }
}

/// What SQLite's own check found.
pub fn of_check(answer: &str) -> Message {
    say!("storage-sqlite-corrupt", detail = original(&answer))
}

/// Why a text is no JSON. The line and column are told apart from it.
pub fn of_json(error: &serde_json::Error) -> Message {
    let text = original(error);
    let detail = text.split(" at line ").next().unwrap_or_default();
    if detail.starts_with("expected `,`") {
        return say!("storage-json-comma", detail);
    }
    match detail {
        "expected value" | "expected ident" => say!("storage-json-value", detail),
        "expected `:`" => say!("storage-json-colon", detail),
        "trailing comma" => say!("storage-json-trailing-comma", detail),
        "trailing characters" => say!("storage-json-trailing", detail),
        "key must be a string" => say!("storage-json-key", detail),
        "invalid number" => say!("storage-json-number-form", detail),
        _ if detail.contains("string") || detail.contains("escape") || detail.contains("unicode") => say!("storage-json-sign", detail),
        _ => say!("storage-json-other", detail),
    }
}

/// What was said originally, as one short line.
fn original(error: &impl std::fmt::Display) -> String {
    let text = error.to_string();
    text.chars().map(|it| if it.is_control() { ' ' } else { it }).take(200).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use crate::words::{Language, Terms, Words};

    fn german(cause: &Message) -> String {
        Words::new(Language::German, &Terms::default()).tell(cause)
    }

    #[test]
    fn the_system_speaks_german() {
        for (error, said) in [
            (io::ErrorKind::StorageFull.into(), "der Speicherplatz ist voll"),
            (io::ErrorKind::TimedOut.into(), "das Laufwerk antwortet nicht"),
            (io::Error::from_raw_os_error(28), "der Speicherplatz ist voll"),
            (io::Error::other("odd"), "das Betriebssystem meldet einen Fehler (odd)"),
        ] {
            assert_eq!(german(&of_system(&error)), said);
        }
    }

    #[test]
    fn sqlite_speaks_german_and_its_own_words_stand_in_brackets() {
        let database = rusqlite::Connection::open_in_memory().unwrap();
        let error = database.execute("SELECT * FROM nowhere", []).unwrap_err();
        let said = german(&of_database(&error));
        assert!(said.starts_with("die Datenbank lässt sich so nicht lesen (no such table: nowhere"), "{said}");
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), "no database, but long enough to be looked at".repeat(20)).unwrap();
        let error = rusqlite::Connection::open(file.path()).unwrap().query_row("SELECT * FROM t", [], |_| Ok(())).unwrap_err();
        assert_eq!(german(&of_database(&error)), "die Datei ist keine SQLite-Datenbank (file is not a database)");
    }

    #[test]
    fn what_is_wrong_with_json_is_said_in_german() {
        for (text, said) in [
            ("[1 2]", "hier fehlt ein Komma oder eine schließende Klammer (expected `,` or `]`)"),
            ("{\"a\" 1}", "hier fehlt ein Doppelpunkt (expected `:`)"),
            ("[1,]", "hier steht ein Komma zu viel (trailing comma)"),
            ("{a:1}", "ein Name steht nicht in Anführungszeichen (key must be a string)"),
            ("[NaN]", "hier steht etwas, das kein Wert ist (expected value)"),
            ("[\"\\q\"]", "ein Text enthält ein Zeichen, das so nicht darin stehen darf (invalid escape)"),
            ("[01]", "eine Zahl ist falsch geschrieben (invalid number)"),
            ("1 2", "nach dem Ende steht noch etwas (trailing characters)"),
        ] {
            let error = serde_json::from_str::<serde_json::Value>(text).unwrap_err();
            assert_eq!(german(&of_json(&error)), said, "{text}");
        }
    }
}
