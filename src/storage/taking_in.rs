//! Taking in: an indicator file joins the sources of a project, or is refused whole.
//!
//! **Promise.** One rule for window and command line: a file with a finding of severity *error*, or without a single value for this
//! map, is refused and changes nothing; what is only odd is told and taken. What it replaces is told.
//! **Not here.** Keeping the block (`project_file`), the step that uses it (`project`).

use std::path::Path;

use crate::{
    model::{
        catalog::Catalog,
        finding::{Finding, Findings, Severity},
        source::Source,
    },
    storage::{
        codes::{self, finding},
        indicators::IndicatorFile,
        join::{JoinReport, join, people_counted_already},
        limits::Limits,
        refused::Refused,
        source_block::{Block, replaced_by},
    },
    words::say,
};

/// What an indicator file would do to a project.
#[derive(Debug)]
pub struct TakenIn {
    /// What came of the join, with everything that was noticed.
    pub report: JoinReport,
    /// The block to keep and the project's sources with it, the file last; or why nothing is taken.
    pub outcome: Result<(Block, Vec<Source>), Refused>,
}

/// Looks what an indicator file does to a project of this catalog and these sources.
pub fn take_in(mut file: IndicatorFile, path: &Path, catalog: &Catalog, sources: &[Source], limits: &Limits) -> TakenIn {
    let name = path.file_name().map_or_else(|| path.display().to_string(), |it| it.to_string_lossy().into_owned());
    let mut findings = std::mem::take(&mut file.findings);
    findings.extend(people_counted_already(catalog, &file));
    let block = Block::of_indicators(&file, &name);
    let (series, mut report) = join(&catalog.register, file, limits);
    findings.extend(std::mem::take(&mut report.findings));
    for later in &series {
        let earlier = catalog.find(&later.indicator.id);
        earlier.and_then(|it| replaced_by(it, later, &name)).into_iter().for_each(|it| findings.push(it));
    }
    if report.values == 0 && !findings.has_errors() {
        let message = say!("storage-nothing-to-take");
        findings.push(finding(Severity::Error, codes::INDICATOR_EMPTY, message, say!("storage-remedy-nothing-to-take")));
    }
    report.findings = findings;
    let refused = refused(&report.findings, path);
    let sources = || sources.iter().filter(|it| it.id != block.source.id).chain([&block.source]).cloned().collect();
    let outcome = refused.map_or_else(|| Ok(sources()), Err).map(|it: Vec<Source>| (block, it));
    TakenIn { report, outcome }
}

/// The refusal of a file with errors: the first of them is the reason, everything else is told beside it.
fn refused(findings: &Findings, path: &Path) -> Option<Refused> {
    let mut others = findings.clone();
    let reason = others.take_first_error()?;
    let message = say!("storage-nothing-taken", cause = reason.message);
    Some(Refused::new(Finding { message, ..reason }).with(others).of_file(path))
}
