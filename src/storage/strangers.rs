//! Plans that name districts which the map doesn't have: other boundaries came in, or the plan was made for others.
//!
//! **Promise.** Each such plan is told once, with its first keys. **Not here.** What such districts count for: nothing (`analysis`).

use super::codes::{self, finding};
use crate::{
    model::{
        catalog::Register,
        finding::{Findings, Severity},
    },
    project::Project,
    words::say,
};

/// So many keys are named; the others are counted.
const NAMED: usize = 5;

/// What is to be said about the plans of a project over these districts.
pub fn strangers(project: &Project, register: &Register) -> Findings {
    let mut findings = Findings::default();
    for plan in &project.plans {
        let unknown: Vec<String> = plan.area_of.keys().filter(|it| register.find(it).is_none()).map(ToString::to_string).collect();
        if !unknown.is_empty() {
            let keys: Vec<String> = unknown.iter().take(NAMED).cloned().collect();
            let message = say!("storage-plan-names-strangers", plan = plan.name.as_str(), count = unknown.len(), keys);
            findings.push(finding(Severity::Warning, codes::DISTRICT_UNKNOWN, message, say!("storage-remedy-strangers")));
        }
    }
    findings
}
