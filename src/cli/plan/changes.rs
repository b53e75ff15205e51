//! `plan copy` and `plan delete`.

use serde_json::{Value, json};

use crate::{
    analysis::assignment::Assignment,
    cli::{
        answer::Answer,
        arguments::{PlanCopy, PlanName},
        opening::{Change, plan_named},
    },
    geometry::DistrictIx,
    model::{catalog::Catalog, plan::Plan},
    project::Command,
    storage::refused::Refused,
    words::{Words, say},
};

/// A copy stands right behind its original and can be changed, whatever the original allows.
pub fn copy(asked: &PlanCopy, words: &Words) -> Result<Answer, Refused> {
    let change = Change::begin(&asked.project)?;
    let catalog = change.catalog()?;
    let project = change.project();
    let original = plan_named(project, &asked.plan, &asked.project)?;
    let position = project.plans.iter().position(|it| it.id == original.id).map_or(project.plans.len(), |it| it + 1);
    let name = asked.new.trim().to_owned();
    let copy = original.copied(project.next_plan_id(), name);
    let json = told(&copy, &catalog);
    let text = words.tell(&say!("step-plan-added", plan = copy.name.as_str()));
    let told = change.told_of_history();
    change.take(Command::AddPlan { position, plan: Box::new(copy) })?;
    Ok(Answer::new(json, vec![text]).with_findings(told))
}

/// The plan as it is, or was until now.
fn told(plan: &Plan, catalog: &Catalog) -> Value {
    let assignment = Assignment::of(plan, &catalog.register);
    let key = |it: &DistrictIx| catalog.register.get(*it).map(|it| it.key.to_string());
    json!({
        "id": plan.id.0,
        "name": plan.name,
        "areas": plan.areas.len(),
        "assigned": assignment.district_count() - assignment.unassigned().len(),
        "unassigned": assignment.unassigned().iter().filter_map(key).collect::<Vec<_>>(),
        "unknown": assignment.unknown().iter().map(|it| it.as_str()).collect::<Vec<_>>(),
    })
}

/// The plan leaves; the step stays in the history.
pub fn delete(asked: &PlanName, words: &Words) -> Result<Answer, Refused> {
    let change = Change::begin(&asked.project)?;
    let catalog = change.catalog()?;
    let plan = plan_named(change.project(), &asked.plan, &asked.project)?;
    let json = told(plan, &catalog);
    let text = words.tell(&say!("step-plan-removed", plan = plan.name.as_str()));
    let command = Command::RemovePlan(plan.id);
    let told = change.told_of_history();
    change.take(command)?;
    Ok(Answer::new(json, vec![text]).with_findings(told))
}
