//! `import`: an indicator database joins a project, with a report on how its keys matched.

use std::path::Path;

use serde_json::json;

use super::{
    answer::{self, Answer},
    arguments::Import,
    opening::{self, Change},
    refusal::{refused, unknown},
};
use crate::{
    model::{
        id::IndicatorId,
        indicator::{Pooling, Role},
    },
    project::Command,
    storage::{
        check::{Kind, is_project_file, kind_of},
        codes,
        foreign::HEADER,
        indicators::{self, IndicatorFile, Mapping},
        join::{JoinReport, States},
        limits::Limits,
        put,
        refused::Refused,
        taking_in::take_in,
    },
    words::{Message, Words, say},
};

/// Reads, joins, keeps. A file that is refused leaves the project as it is, and what came of the join is told all the same.
pub fn run(asked: &Import, words: &Words) -> Result<Answer, Refused> {
    let limits = opening::limits();
    let file = match read(asked, &limits) {
        Ok(file) => file,
        Err(refused) if refused.file == asked.file => {
            answer::refuse(&refused, words);
            let told = json!({ "file": asked.file.display().to_string(), "taken": false });
            return Ok(Answer { told: true, ..Answer::new(told, Vec::new()).with_findings(refused.findings()) });
        }
        Err(refused) => return Err(refused),
    };
    let mut change = Change::begin(&asked.project)?;
    let catalog = change.catalog()?;
    let taken = take_in(file, &asked.file, &catalog, &change.project().sources, &limits);
    let mut report = taken.report;
    match taken.outcome {
        Ok((block, sources)) => {
            report.findings.extend(change.told_of_history());
            change.keep_block(&block.bytes)?;
            change.take(Command::UseSources(sources))?;
            Ok(report_of(&report, asked, vec![words.tell(&told(&report))]).with_findings(report.findings).of_file(&asked.file))
        }
        Err(refused) => {
            change.leave();
            answer::refuse(&refused, words);
            let told = report_of(&report, asked, Vec::new()).with_findings(refused.findings());
            Ok(Answer { told: true, ..told })
        }
    }
}

fn read(asked: &Import, limits: &Limits) -> Result<IndicatorFile, Refused> {
    refuse_other_kinds(&asked.file, limits)?;
    let mapping = asked.mapping.as_deref().map(Mapping::read_file).transpose()?.unwrap_or_default();
    let mut file = indicators::read_file_mapped(&asked.file, &mapping, limits)?;
    if let Some(id) = &asked.population {
        count_people(&mut file, id, asked)?;
    }
    Ok(file)
}

/// Files of a kind that joins a project in another way, or not at all: said so before they are called damaged databases.
fn refuse_other_kinds(path: &Path, limits: &Limits) -> Result<(), Refused> {
    let start = put::read_start(path, 72)?;
    if is_project_file(path)? {
        return Err(other_kind(say!("cli-import-project"), say!("cli-remedy-import-project"), path));
    }
    if start.is_empty() || start.starts_with(HEADER) {
        return Ok(());
    }
    match kind_of(&put::read(path, limits)?).map_err(|it| it.of_file(path))? {
        Kind::Boundaries => Err(other_kind(say!("cli-import-boundaries"), say!("cli-remedy-import-boundaries"), path)),
        Kind::Plan => Err(other_kind(say!("cli-import-plan"), say!("cli-remedy-import-plan"), path)),
        Kind::Project | Kind::Indicators => Ok(()),
    }
}

fn other_kind(message: Message, remedy: Message, path: &Path) -> Refused {
    refused(codes::FILE_KIND_UNKNOWN, message, remedy, path)
}

/// The indicator that counts people; any other of the file loses that role.
fn count_people(file: &mut IndicatorFile, id: &str, asked: &Import) -> Result<(), Refused> {
    let wanted = IndicatorId::new(id);
    if file.series.iter().all(|it| it.indicator.id != wanted) {
        let present = file.series.iter().map(|it| it.indicator.id.to_string()).collect();
        return Err(unknown(say!("cli-no-such-indicator", id), present, &asked.file));
    }
    for indicator in file.series.iter_mut().map(|it| &mut it.indicator) {
        if indicator.id == wanted {
            (indicator.role, indicator.pooling) = (Some(Role::Population), Pooling::Sum);
        } else if indicator.role == Some(Role::Population) {
            indicator.role = None;
        }
    }
    indicators::leave_out_negative_people(file);
    Ok(())
}

fn report_of(report: &JoinReport, asked: &Import, text: Vec<String>) -> Answer {
    let texts = |keys: &[crate::model::id::DistrictKey]| keys.iter().map(ToString::to_string).collect::<Vec<_>>();
    let taken = !report.findings.has_errors();
    // how the keys fit is worth knowing of a refused file too; but none of its values came in
    let (values, states, indicators) =
        if taken { (report.values, report.states, report.indicators.as_slice()) } else { (0, States::default(), &[][..]) };
    let json = json!({
        "file": asked.file.display().to_string(),
        "taken": taken,
        "matched": report.matched,
        "only_in_map": texts(&report.only_in_map),
        "only_in_file": report.only_in_file,
        "duplicates": report.duplicates,
        "indicators": indicators.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "values": values,
        "states": { "known": states.known, "suppressed": states.suppressed, "missing": states.missing },
    });
    Answer::new(json, text)
}

fn told(report: &JoinReport) -> Message {
    say!(
        "cli-imported",
        indicators = report.indicators.len(),
        values = report.values,
        matched = report.matched,
        only_in_file = report.only_in_file.len(),
        only_in_map = report.only_in_map.len()
    )
}
