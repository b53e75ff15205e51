//! `check`: what is in a file.

use std::path::Path;

use serde_json::{Value, json};

use super::{
    answer::{self, Answer},
    arguments::Check,
    opening,
};
use crate::{
    model::{finding::Findings, source::SourceKind},
    storage::{
        check::{Checked, Kind, check},
        refused::Refused,
        source_block::{decode_boundaries, decode_indicators},
        strangers::strangers,
    },
    words::{Words, say},
};

/// Reads every file and tells what it found; a file that is refused doesn't keep the others from being read.
pub fn run(asked: &Check, words: &Words) -> Result<Answer, Refused> {
    let (mut files, mut text, mut all) = (Vec::new(), Vec::new(), Findings::default());
    for path in &asked.files {
        match read(path) {
            Ok(checked) => {
                text.push(line(&checked, words));
                files.push(told(&checked, words));
                answer::tell_of(path, &checked.findings, words);
                all.extend(checked.findings);
            }
            Err(refused) => {
                answer::refuse(&refused, words);
                files.push(untold(path, &refused, words));
                all.extend(refused.findings());
            }
        }
    }
    Ok(Answer { json: json!({ "files": files }), text, findings: all, told: true, file: None })
}

/// A project is opened too: that its blocks are whole is what a check is for.
fn read(path: &Path) -> Result<Checked, Refused> {
    let checked = check(path, &opening::limits())?;
    if checked.kind == Kind::Project { project(checked, path) } else { Ok(checked) }
}

/// What a project holds, and what its sources were when they were read.
fn project(mut checked: Checked, path: &Path) -> Result<Checked, Refused> {
    let (read, limits) = (opening::read(path)?, opening::limits());
    let catalog = opening::catalog(&read.project.sources, &read.blocks, path)?;
    checked.findings.extend(strangers(&read.project, &catalog.register));
    checked.districts = Some(catalog.register.len());
    checked.vertices = u64::try_from(catalog.ground.topology.point_count()).ok();
    checked.crs = Some(catalog.ground.crs);
    checked.indicators = Some(catalog.series().iter().map(|it| it.indicator.id.to_string()).collect());
    for source in &read.project.sources {
        let Some(bytes) = read.blocks.get(&source.id) else { continue };
        match source.kind {
            SourceKind::Boundaries => {
                let file = decode_boundaries(bytes, &limits).map_err(|it| it.of_file(path))?;
                checked.features = Some(checked.features.unwrap_or(0) + file.features);
                checked.bbox = around(checked.bbox, file.bbox_wgs84);
                checked.key_field = checked.key_field.or(file.key_field);
                checked.name_field = checked.name_field.or(file.name_field);
            }
            SourceKind::Indicators => {
                let file = decode_indicators(bytes, &limits).map_err(|it| it.of_file(path))?;
                let values: usize = file.series.iter().map(|it| it.values.len()).sum();
                checked.rows = Some(checked.rows.unwrap_or(0) + values as u64);
            }
        }
    }
    Ok(checked)
}

/// West, south, east, north of both.
fn around(one: Option<[f64; 4]>, other: Option<[f64; 4]>) -> Option<[f64; 4]> {
    match (one, other) {
        (Some(a), Some(b)) => Some([a[0].min(b[0]), a[1].min(b[1]), a[2].max(b[2]), a[3].max(b[3])]),
        (a, b) => a.or(b),
    }
}

/// A file that was refused: nothing is known of it but why.
fn untold(path: &Path, refused: &Refused, words: &Words) -> Value {
    let told = json!({
        "file": path.display().to_string(),
        "kind": null,
        "features": null,
        "districts": null,
        "vertices": null,
        "crs": null,
        "bbox": null,
        "key_field": null,
        "name_field": null,
        "indicators": null,
        "rows": null,
    });
    with_findings(told, &refused.findings(), words)
}

fn told(checked: &Checked, words: &Words) -> Value {
    let told = json!({
        "file": checked.file.display().to_string(),
        "kind": checked.kind.code(),
        "features": checked.features,
        "districts": checked.districts,
        "vertices": checked.vertices,
        "crs": checked.crs.map(|it| it.to_string()),
        "bbox": checked.bbox,
        "key_field": checked.key_field,
        "name_field": checked.name_field,
        "indicators": checked.indicators,
        "rows": checked.rows,
    });
    with_findings(told, &checked.findings, words)
}

fn with_findings(mut told: Value, findings: &Findings, words: &Words) -> Value {
    if let Value::Object(members) = &mut told {
        answer::add_findings(members, findings, words);
    }
    told
}

fn line(checked: &Checked, words: &Words) -> String {
    let file = checked.file.display().to_string();
    let kind = words.say(match checked.kind {
        Kind::Boundaries => "cli-kind-boundaries",
        Kind::Indicators => "cli-kind-indicators",
        Kind::Plan => "cli-kind-plan",
        Kind::Project => "cli-kind-project",
    });
    let (districts, findings) = (checked.districts.unwrap_or(0), checked.findings.count());
    words.tell(&say!("cli-checked", file, kind, districts, findings))
}
