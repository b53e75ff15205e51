//! `plan import` and `plan export`: which district belongs to which area, as a table.

use serde_json::json;

use crate::{
    analysis::assignment::Assignment,
    cli::{
        answer::Answer,
        arguments::{PlanExport, PlanFile},
        opening::{self, Change},
        out,
        refusal::{impossible, not_taken},
    },
    model::{catalog::Catalog, colouring::colour_areas, plan::Plan},
    project::{Command, Project, Refusal},
    report::{Document, area_file::AssignmentFile},
    storage::{plan_file, put, refused::Refused},
    words::{Words, say},
};

/// A plan of that name takes the new assignment and keeps what is known of its areas; else a new plan joins the project.
pub fn import(asked: &PlanFile, words: &Words) -> Result<Answer, Refused> {
    let limits = opening::limits();
    let bytes = put::read(&asked.file, &limits)?;
    let change = Change::begin(&asked.project)?;
    let catalog = change.catalog()?;
    let mut file = plan_file::read(&bytes, &catalog.register, &limits).map_err(|it| it.of_file(&asked.file))?;
    let name = asked.plan.trim();
    let command = command(change.project(), &catalog, &file, name).map_err(|it| not_taken(&it, &asked.project))?;
    file.findings.extend(change.told_of_history());
    change.take(command)?;
    let json = json!({
        "plan": name,
        "areas": file.areas.len(),
        "assigned": file.assigned(),
        "unassigned": file.unassigned.iter().map(|it| it.as_str()).collect::<Vec<_>>(),
        "unknown": file.unknown,
        "duplicates": file.duplicates.iter().map(|it| it.as_str()).collect::<Vec<_>>(),
    });
    let told =
        say!("cli-plan-imported", plan = name, areas = file.areas.len(), assigned = file.assigned(), unassigned = file.unassigned.len());
    Ok(Answer::new(json, vec![words.tell(&told)]).with_findings(file.findings).of_file(&asked.file))
}

/// Files name no colours: neighbours get different ones; areas that are known keep theirs.
fn command(project: &Project, catalog: &Catalog, file: &plan_file::PlanFile, name: &str) -> Result<Command, Refusal> {
    let coloured = |id| {
        let mut plan = file.plan(id, name);
        colour_areas(&mut plan, &catalog.register, &catalog.ground.topology);
        plan
    };
    let Some((position, old)) = project.plans.iter().enumerate().find(|(_, it)| it.name == name) else {
        let plan = coloured(project.next_plan_id());
        return Ok(Command::AddPlan { position: project.plans.len(), plan: Box::new(plan) });
    };
    if old.untouchable {
        return Err(Refusal::Untouchable(old.name.clone()));
    }
    let plan = renewed(old, coloured(old.id));
    Ok(Command::Together(vec![Command::RemovePlan(old.id), Command::AddPlan { position, plan: Box::new(plan) }]))
}

/// The new areas and assignment with everything else as it was; areas of the same code keep name, colour, reason and lock.
fn renewed(old: &Plan, new: Plan) -> Plan {
    let same = |code: &str| old.areas.iter().find(|it| it.code == code);
    let areas = new.areas.into_iter().map(|area| match same(&area.code) {
        Some(known) => crate::model::planning_area::PlanningArea { id: area.id, ..known.clone() },
        None => area,
    });
    Plan { areas: areas.collect(), area_of: new.area_of, ..old.clone() }
}

/// Writes `district;area`.
pub fn export(asked: &PlanExport, words: &Words) -> Result<Answer, Refused> {
    let of = &asked.of;
    let open = opening::open(&of.project, words)?;
    let (plan, assignment) = open.plan(&of.plan)?;
    let document = Document::Assignment(AssignmentFile::of(plan, &assignment, &open.catalog));
    let bytes = document.bytes_for(&of.file).map_err(|it| impossible(it, &of.file))?;
    out::lay_down(&of.file, &bytes, &open, asked.overwrite)?;
    let key = |it: &crate::geometry::DistrictIx| open.catalog.register.get(*it).map(|it| it.key.to_string());
    let json = json!({
        "file": of.file.display().to_string(),
        "plan": plan.name,
        "areas": plan.areas.len(),
        "assigned": assigned(&assignment),
        "unassigned": assignment.unassigned().iter().filter_map(key).collect::<Vec<_>>(),
        "unknown": assignment.unknown().iter().map(|it| it.as_str()).collect::<Vec<_>>(),
    });
    Ok(Answer::new(json, vec![open.words.tell(&say!("desk-written", file = of.file.display().to_string()))]))
}

fn assigned(assignment: &Assignment) -> usize {
    assignment.district_count() - assignment.unassigned().len()
}
