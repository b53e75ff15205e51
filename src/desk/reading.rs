//! Boundaries that were just read: which fields became key and name, and what else could be chosen.
//!
//! **Promise.** As long as nothing was done in the new project, the file can be read again with other fields.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use crate::{
    desk::{Desk, errand::Errand, errand::Work, files::named},
    geometry::projection::Crs,
};

/// What the planner chose; what is `None` is found out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FieldChoice {
    /// The field with the key of each district.
    pub key: Option<String>,
    /// The field with its name.
    pub name: Option<String>,
    /// The coordinate system.
    pub crs: Option<Crs>,
    /// Whether numbers that stand beside the boundaries become indicators.
    pub numbers: bool,
    /// The one of them that counts people.
    pub population: Option<String>,
}

/// A boundary file that was just read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The file.
    pub file: PathBuf,
    /// What was used, found out or chosen.
    pub used: FieldChoice,
    /// The fields that hold numbers.
    pub numeric: Vec<String>,
}

impl Reading {
    /// The file's name without its folder.
    pub fn file_name(&self) -> String {
        file_name(&self.file)
    }
}

fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |it| it.to_string_lossy().into_owned())
}

impl Desk {
    /// The file that the open project was just made from, as long as reading it again would lose nothing.
    pub fn reading(&self) -> Option<&Reading> {
        self.file.reading.as_ref().filter(|_| self.history.steps().is_empty() && self.file.path.is_none())
    }

    /// Every field of the file with an example of what stands in it, by name.
    pub fn fields_read(&self) -> Vec<(String, String)> {
        const LOOKED_AT: usize = 200;
        let mut fields: BTreeMap<&str, &str> = BTreeMap::new();
        for district in self.catalog.register.districts().iter().take(LOOKED_AT) {
            for (field, value) in district.attributes.iter().filter(|it| !it.1.is_empty()) {
                fields.entry(field).or_insert(value);
            }
        }
        let first = self.catalog.register.districts().first();
        let used = self.file.reading.as_ref().map(|it| &it.used);
        if let Some((first, used)) = first.zip(used) {
            // Key and name are no attributes any more.
            fields.extend(used.key.as_deref().map(|it| (it, first.key.as_str())));
            fields.extend(used.name.as_deref().map(|it| (it, first.name.as_str())));
        }
        fields.into_iter().map(|(field, example)| (field.to_owned(), example.to_owned())).collect()
    }

    pub(super) fn read_again(&mut self, choice: FieldChoice) -> Vec<Errand> {
        let Some(path) = self.reading().map(|it| it.file.clone()) else { return Vec::new() };
        self.read(named("job-open", &path), path.clone(), Work::ReadAgain { path, choice })
    }
}
