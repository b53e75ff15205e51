//! Caps: how large a file may be before it is refused, so that no file can fill the memory or run for ever.

use serde_json::Value;

use crate::words::{Message, say};

/// The caps of one reading; a setting, the usual ones by default.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of a file.
    pub file_bytes: u64,
    /// Districts.
    pub districts: usize,
    /// Vertices of all boundaries together.
    pub vertices: u64,
    /// Cells of a table, values of an indicator database.
    pub cells: u64,
    /// Columns of a table, different property names of a boundary file.
    pub columns: usize,
    /// Levels of arrays and objects inside one another.
    pub nesting: usize,
    /// Seconds that a foreign database may keep its reader busy.
    pub seconds: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: 500_000_000,
            districts: 200_000,
            vertices: 20_000_000,
            cells: 5_000_000,
            columns: 16_384,
            nesting: 64,
            seconds: 60,
        }
    }
}

/// The caps that a workplace may set: name, least and most. Below the least no county could be read; above the most the memory or
/// the stack of an office computer would give out.
const SETTABLE: [(&str, u64, u64); 6] = [
    ("file_mb", 1, 16_000),
    ("districts", 1_000, 5_000_000),
    ("vertices", 100_000, 1_000_000_000),
    ("cells", 10_000, 1_000_000_000),
    ("columns", 100, 1_000_000),
    ("nesting", 16, 128),
];

impl Limits {
    /// The caps that the settings give, such as `{"file_mb": 800, "cells": 20000000}`, the usual ones for all others; and a sentence
    /// for each that can't be kept to, in whose place the usual one holds.
    pub fn of_settings(caps: &Value) -> (Self, Vec<Message>) {
        let (mut limits, mut told) = (Self::default(), Vec::new());
        let none = serde_json::Map::new();
        let members = match caps {
            Value::Object(members) => members,
            Value::Null => &none,
            _ => {
                told.push(say!("storage-caps-no-list"));
                &none
            }
        };
        for (name, value) in members {
            let Some((_, least, most)) = SETTABLE.iter().find(|it| it.0 == name.as_str()) else {
                told.push(say!("storage-cap-unknown", name, possible = SETTABLE.map(|it| it.0).join(", ")));
                continue;
            };
            match value.as_u64().filter(|it| (least..=most).contains(&it)) {
                Some(number) => limits.set(name, number),
                None => told.push(say!("storage-cap-not-sane", name, least = *least, most = *most)),
            }
        }
        (limits, told)
    }

    fn set(&mut self, name: &str, number: u64) {
        let count = usize::try_from(number).unwrap_or(usize::MAX);
        match name {
            "file_mb" => self.file_bytes = number * 1_000_000,
            "districts" => self.districts = count,
            "vertices" => self.vertices = number,
            "cells" => self.cells = number,
            "columns" => self.columns = count,
            "nesting" => self.nesting = count,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn settings_change_caps_and_only_sane_numbers_count() {
        let usual = Limits::default();
        let all =
            json!({"file_mb": 800, "districts": 300_000, "vertices": 30_000_000, "cells": 9_000_000, "columns": 20_000, "nesting": 96});
        let (it, told) = Limits::of_settings(&all);
        assert_eq!((it.file_bytes, it.districts, it.vertices), (800_000_000, 300_000, 30_000_000));
        assert_eq!((it.cells, it.columns, it.nesting, it.seconds, told.len()), (9_000_000, 20_000, 96, usual.seconds, 0));
        for wrong in [json!({"districts": 0}), json!({"districts": -5}), json!({"districts": "many"}), json!({"districts": 1e99})] {
            let (it, told) = Limits::of_settings(&wrong);
            assert_eq!((it, told.iter().map(|it| it.key).collect::<Vec<_>>()), (usual, vec!["storage-cap-not-sane"]), "{wrong}");
        }
        let (it, told) = Limits::of_settings(&json!({"cells": 20_000_000, "nesting": 100_000, "files": 3}));
        assert_eq!((it.cells, it.nesting, told.len()), (20_000_000, usual.nesting, 2), "one bad number spoils no other");
        assert_eq!(Limits::of_settings(&Value::Null), (usual, Vec::new()));
        assert_eq!(Limits::of_settings(&json!(500)).1.len(), 1);
    }

    /// People's files rely on them: see the contract on messages.
    #[test]
    fn the_caps_are_those_of_the_contract() {
        let it = Limits::default();
        assert_eq!((it.file_bytes, it.districts, it.vertices), (500_000_000, 200_000, 20_000_000));
        assert_eq!((it.cells, it.columns, it.nesting), (5_000_000, 16_384, 64));
    }
}
