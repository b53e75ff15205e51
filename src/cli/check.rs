//! `check`: what is in a file.

use std::path::Path;

use serde_json::{Value, json};

use super::{
    answer::{self, Answer},
    arguments::Check,
    opening,
};
use crate::{
    model::finding::Findings,
    storage::{
        check::{Checked, Kind, check},
        limits::Limits,
        refused::Refused,
    },
    words::{Words, say},
};

/// Reads every file and tells what it found; a file that is refused doesn't keep the others from being read.
pub fn run(asked: &Check, words: &Words) -> Result<Answer, Refused> {
    let (mut files, mut text, mut all) = (Vec::new(), Vec::new(), Findings::default());
    for path in &asked.files {
        match read(path, words) {
            Ok(checked) => {
                text.push(line(&checked, words));
                files.push(told(&checked, words));
                all.extend(checked.findings);
            }
            Err(refused) => {
                answer::complain(&refused.told(words));
                files.push(
                    json!({ "file": path.display().to_string(), "kind": null, "findings": answer::findings(&refused.findings(), words) }),
                );
                all.extend(refused.findings());
            }
        }
    }
    Ok(Answer { json: json!({ "files": files }), text, findings: all })
}

/// A project is opened too: that its blocks are whole is what a check is for.
fn read(path: &Path, words: &Words) -> Result<Checked, Refused> {
    let mut checked = check(path, &Limits::default())?;
    if checked.kind == Kind::Project {
        let open = opening::open(path, words)?;
        let topology = &open.catalog.ground.topology;
        checked.districts = Some(open.catalog.register.len());
        checked.vertices = u64::try_from(topology.point_count()).ok();
        checked.crs = Some(open.catalog.ground.crs);
        checked.indicators = Some(open.catalog.series().iter().map(|it| it.indicator.id.to_string()).collect());
    }
    Ok(checked)
}

fn told(checked: &Checked, words: &Words) -> Value {
    json!({
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
        "findings": answer::findings(&checked.findings, words),
    })
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
