//! `new`: a project from boundaries, or the sample county as a project.

use std::{collections::BTreeSet, path::Path, sync::Arc};

use serde_json::json;

use super::{
    answer::Answer,
    arguments::New,
    opening::{catalog, now},
    refusal::{of_trouble, refused, unknown},
};
use crate::{
    analysis::starting_plan::starting_plans,
    geometry::shape,
    model::{
        catalog::Catalog,
        finding::{Finding, Findings},
        id::DistrictKey,
        period::Period,
        quantity::SquareMetres,
    },
    project::Project,
    storage::{
        check::refuse_other_than_boundaries,
        codes,
        geojson::{self, Options},
        project_file::{Blocks, ProjectFiles},
        properties::{self, Wanted},
        put,
        refused::Refused,
        sample::sample,
        source_block::Block,
    },
    words::{Words, say},
};

/// Makes the project file.
pub fn run(asked: &New, words: &Words) -> Result<Answer, Refused> {
    if put::is_no_place_for_a_file(&asked.out) {
        return Err(put::no_place_for_a_file(&asked.out));
    }
    if std::fs::metadata(&asked.out).is_ok_and(|it| it.len() > 0 || it.is_dir()) {
        return Err(refused(codes::FILE_EXISTS, say!("cli-file-exists"), say!("cli-remedy-other-name"), &asked.out));
    }
    let (mut project, blocks, findings) = match &asked.districts {
        Some(file) => of_boundaries(asked, file)?,
        None => sample().map(|it| (it.project, it.blocks, Findings::default()))?,
    };
    let catalog = catalog(&project.sources, &blocks, &asked.out)?;
    if asked.districts.is_some() {
        project.plans = starting_plans(&catalog, words);
        project.city = city(&asked.city, &catalog, asked.districts.as_deref().unwrap_or(&asked.out))?;
    }
    let files = ProjectFiles::new().map_err(|it| of_trouble(&it))?;
    let mut opened = files.create(&project, &blocks).map_err(|it| of_trouble(&it))?;
    if let Err(trouble) = opened.store.save_as(&asked.out) {
        let _ = opened.store.discard(); // nothing was done in it that anybody could want back
        return Err(of_trouble(&trouble));
    }
    opened.store.close();
    let read = asked.districts.as_ref().unwrap_or(&asked.out);
    Ok(answer(&catalog, words, &asked.out, findings.has_errors()).with_findings(findings).of_file(read))
}

fn of_boundaries(asked: &New, path: &Path) -> Result<(Project, Blocks, Findings), Refused> {
    let limits = super::opening::limits();
    let bytes = put::read(path, &limits)?;
    refuse_other_than_boundaries(&bytes).map_err(|it| it.of_file(path))?;
    let options = Options { key: asked.key.clone(), name: asked.name.clone(), crs: asked.crs, limits, ..Options::default() };
    let mut file = geojson::read(&bytes, &options).map_err(|it| it.of_file(path))?;
    drop(bytes);
    let mut findings = std::mem::take(&mut file.findings);
    let name = file_name(path);
    let mut list = vec![Block::of_boundaries(&file, &name)];
    let wanted = wanted(&asked.values);
    if wanted != Wanted::None || asked.population.is_some() {
        let period = asked.period.clone().or_else(|| Period::parse(now().get(..4)?));
        let values = period.map(|it| properties::indicators_of(&file, &wanted, asked.population.as_deref(), &it)).unwrap_or_default();
        let not_there = |it: &&Finding| [codes::FIELD_UNKNOWN, codes::FIELD_NOT_NUMERIC].contains(&it.code);
        if let Some(wrong) = values.findings.listed().iter().find(not_there) {
            return Err(Refused::new(wrong.clone()).with(findings).of_file(path)); // what was asked for by name must be there
        }
        findings.extend(values.findings.clone());
        list.push(Block::of_indicators(&values, &name));
    }
    findings.extend(crate::storage::ground::ground_of(file).2);
    let project = Project {
        name: asked.out.file_stem().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default(),
        sources: list.iter().map(|it| it.source.clone()).collect(),
        ..Project::default()
    };
    Ok((project, list.into_iter().map(|it| (it.source.id, Arc::from(it.bytes))).collect(), findings))
}

/// The city's keys; each must be one of a district.
fn city(keys: &[String], catalog: &Catalog, file: &Path) -> Result<BTreeSet<DistrictKey>, Refused> {
    let city: BTreeSet<DistrictKey> = keys.iter().map(|it| DistrictKey::new(it.trim())).collect();
    match city.iter().find(|it| catalog.register.find(it).is_none()) {
        Some(stranger) => {
            let present = catalog.register.districts().iter().map(|it| it.key.to_string()).collect();
            Err(unknown(say!("cli-no-such-district", key = stranger.as_str()), present, file))
        }
        None => Ok(city),
    }
}

fn wanted(fields: &[String]) -> Wanted {
    match fields {
        [] => Wanted::None,
        [all] if all == "all" => Wanted::All,
        _ => Wanted::Fields(fields.to_vec()),
    }
}

/// A file's name without its folder.
pub fn file_name(path: &Path) -> String {
    path.file_name().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default()
}

fn answer(catalog: &Catalog, words: &Words, out: &Path, lacks: bool) -> Answer {
    let topology = &catalog.ground.topology;
    let all: Vec<_> = topology.districts().collect();
    let (neighbours, queen) = (topology.rook_pairs().count(), topology.queen_pair_count());
    let surface = SquareMetres(all.iter().map(|it| topology.surface(*it)).sum()).square_kilometres() + 0.0; // never -0
    let parts = shape::parts(topology, &all, |_| true).len();
    let json = json!({
        "file": out.display().to_string(),
        "made": true,
        "complete": !lacks,
        "districts": catalog.register.len(),
        "parts": parts,
        "neighbours": neighbours,
        "neighbours_queen": queen,
        "surface_km2": surface,
    });
    let (districts, surface) = (catalog.register.len(), crate::words::Arg::Decimal(surface, 1));
    let mut text = vec![words.tell(&say!("cli-new", file = out.display().to_string(), districts, neighbours, surface))];
    text.extend(lacks.then(|| words.say("cli-new-lacks")));
    Answer::new(json, text)
}
