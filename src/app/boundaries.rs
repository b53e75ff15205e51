//! Boundaries of the planner's own: a file becomes a new project with something to start from.
//!
//! **Promise.** What was chosen about fields and coordinates counts; what was not chosen is found out, and both are told.

use std::{path::Path, sync::Arc};

use crate::{
    analysis::starting_plan::starting_plans,
    app::hands::{Failed, Hands, file_name},
    desk::{
        errand::Done,
        reading::{FieldChoice, Reading},
    },
    model::{finding::Findings, period::Period, source::Source},
    project::Project,
    storage::{
        geojson::{self, BoundaryFile, Options},
        project_file::Blocks,
        properties::{self, Wanted},
        put,
        source_block::Block,
        watch::Watch,
    },
    words::{Terms, Words},
};

impl Hands {
    /// The same file once more, with other fields.
    pub(super) fn read_again(&self, job: u64, path: &Path, choice: &FieldChoice) -> Result<Done, Failed> {
        let watch = self.watching.watch(job);
        let bytes = put::read_watched(path, &self.limits, &watch.part(0.0, 0.1))?;
        self.open_boundaries(job, path, bytes, choice, &watch.part(0.1, 1.0))
    }

    /// A new project from the bytes of a boundary file; it waits beside the open one until the desk takes it.
    pub(super) fn open_boundaries(
        &self,
        job: u64,
        path: &Path,
        bytes: Vec<u8>,
        choice: &FieldChoice,
        watch: &Watch,
    ) -> Result<Done, Failed> {
        let (key, name, crs) = (choice.key.clone(), choice.name.clone(), choice.crs);
        let options = Options { key, name, crs, limits: self.limits, watch: watch.part(0.0, 0.5) };
        let file = geojson::read(&bytes, &options).map_err(|it| it.of_file(path))?;
        drop(bytes);
        let (list, findings) = blocks_of(&file, choice, &file_name(path));
        let blocks: Vec<(Source, Arc<[u8]>)> = list.into_iter().map(|it| (it.source, Arc::from(it.bytes))).collect();
        let catalog = self.fold_blocks(job, blocks.clone(), &watch.part(0.5, 1.0))?;
        let words = Words::new(self.shelf.settings().language, &Terms::default());
        let project = Project {
            name: path.file_stem().map_or_else(String::new, |it| it.to_string_lossy().into_owned()),
            plans: starting_plans(&catalog.0, &words),
            sources: blocks.iter().map(|it| it.0.clone()).collect(),
            ..Project::default()
        };
        let blocks: Blocks = blocks.into_iter().map(|(source, bytes)| (source.id, bytes)).collect();
        let opened = self.files()?.create(&project, &blocks)?;
        let mut done = self.put_aside_with(job, opened, (None, true), Ok(catalog))?;
        if let Done::Opened(opened) = &mut done {
            opened.findings.extend(findings);
            opened.reading = Some(reading(path, &file, choice));
        }
        Ok(done)
    }
}

/// The boundaries and, if they are wanted, the numbers that stand beside them; and what was noticed about both.
fn blocks_of(file: &BoundaryFile, choice: &FieldChoice, name: &str) -> (Vec<Block>, Findings) {
    let mut findings = file.findings.clone();
    let mut list = vec![Block::of_boundaries(file, name)];
    let period = super::clock::now().get(..4).and_then(Period::parse);
    if let Some(period) = period.filter(|_| choice.numbers || choice.population.is_some()) {
        let wanted = if choice.numbers { Wanted::Fields(telling_numbers(file)) } else { Wanted::None };
        let values = properties::indicators_of(file, &wanted, choice.population.as_deref(), &period);
        findings.extend(values.findings.clone());
        list.push(Block::of_indicators(&values, name));
    }
    (list, findings)
}

/// Fields of numbers without those in which a program has numbered its rows.
fn telling_numbers(file: &BoundaryFile) -> Vec<String> {
    const RUNNING: [&str; 7] = ["id", "fid", "gid", "objectid", "ogc_fid", "cartodb_id", "nr"];
    let names = file.numeric_fields.iter().map(|it| it.name.clone());
    names.filter(|it| !RUNNING.contains(&it.to_lowercase().as_str())).collect()
}

fn reading(path: &Path, file: &BoundaryFile, choice: &FieldChoice) -> Reading {
    let used = FieldChoice { key: file.key_field.clone(), name: file.name_field.clone(), crs: Some(file.crs), ..choice.clone() };
    Reading { file: path.to_path_buf(), used, numeric: telling_numbers(file) }
}
