//! `import`: an indicator database joins a project, with a report on how its keys matched.

use serde_json::json;

use super::{answer::Answer, arguments::Import, new::file_name, opening::Change, refusal::unknown};
use crate::{
    model::{
        id::IndicatorId,
        indicator::{Pooling, Role},
    },
    project::Command,
    storage::{
        indicators::{self, IndicatorFile},
        join::{JoinReport, join, people_counted_already},
        limits::Limits,
        refused::Refused,
        source_block::Block,
    },
    words::{Words, say},
};

/// Reads, joins, keeps. A file of which no key is on the map is refused.
pub fn run(asked: &Import, words: &Words) -> Result<Answer, Refused> {
    let limits = Limits::default();
    let mut file = indicators::read_file(&asked.file, &limits)?;
    if let Some(id) = &asked.population {
        count_people(&mut file, id, asked)?;
    }
    let mut change = Change::begin(&asked.project)?;
    let catalog = change.catalog()?;
    let mut read = std::mem::take(&mut file.findings);
    read.extend(people_counted_already(&catalog, &file));
    let (_, mut report) = join(&catalog.register, file.clone(), &limits);
    let mut findings = read;
    findings.extend(change.told_of_history());
    findings.extend(std::mem::take(&mut report.findings));
    if report.matched > 0 {
        let block = Block::of_indicators(&file, &file_name(&asked.file));
        change.keep_block(&block.bytes)?;
        let mut sources = change.project().sources.clone();
        sources.retain(|it| it.id != block.source.id);
        sources.push(block.source);
        change.take(Command::UseSources(sources))?;
    }
    Ok(answer(&report, words).with_findings(findings))
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

fn answer(report: &JoinReport, words: &Words) -> Answer {
    let texts = |keys: &[crate::model::id::DistrictKey]| keys.iter().map(ToString::to_string).collect::<Vec<_>>();
    let states = report.states;
    let json = json!({
        "matched": report.matched,
        "only_in_map": texts(&report.only_in_map),
        "only_in_file": report.only_in_file,
        "duplicates": report.duplicates,
        "indicators": report.indicators.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "values": report.values,
        "states": { "known": states.known, "suppressed": states.suppressed, "missing": states.missing },
    });
    let (indicators, values) = (report.indicators.len(), report.values);
    let told = say!(
        "cli-imported",
        indicators,
        values,
        matched = report.matched,
        only_in_file = report.only_in_file.len(),
        only_in_map = report.only_in_map.len()
    );
    Answer::new(json, vec![words.tell(&told)])
}
