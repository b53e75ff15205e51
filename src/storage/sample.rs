//! The sample county: Landkreis Göttingen, compiled in, as a project that is ready to work with.
//!
//! It goes the way of every file: the same readers, the same blocks. Boundaries and two figures are public, all else is
//! invented and says so (see `maps/README.md`).
//! **Why the starting plan is what it is.** A planner starts from what exists: today's Samtgemeinden and Einheitsgemeinden,
//! 19 units with the city, each as an area. It cannot be changed, only copied; the two drafts are marked as fictitious.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    geometry::topology::Topology,
    model::{
        catalog::Register,
        classing::{ClassMethod, Classing},
        colouring::colour_areas,
        finding::Severity,
        id::{AreaId, DistrictKey, IndicatorId, PlanId, ViewId},
        period::Period,
        plan::{Plan, Target},
        planning_area::{Colour, Lock, PlanningArea},
        saved_view::{Level, SavedView, Selection},
    },
    project::Project,
    storage::{
        codes::{self, finding},
        geojson::{self, Options},
        indicators,
        limits::Limits,
        plan_file,
        project_file::Blocks,
        refused::Refused,
        source_block::Block,
    },
    words::say,
};

const BOUNDARIES: &[u8] = include_bytes!("../../maps/lkgoe_gemeinden_heute.geojson");
const INDICATORS: &[u8] = include_bytes!("../../maps/lkgoe_kennzahlen.sqlite");
const PLAN_A: &[u8] = include_bytes!("../../maps/lkgoe_plan_a.csv");
const PLAN_B: &[u8] = include_bytes!("../../maps/lkgoe_plan_b.csv");
const AREAS: &str = include_str!("../../maps/lkgoe_raeume.csv");

/// Vertices of the file that are the same, in degrees: it is clean, and only neighbours are asked for.
const SAME_DEGREES: f64 = 1e-7;

/// The line under every map of the sample.
pub const NOTICE: &str = "Grenzen © GeoBasis-DE / BKG 2016 (Daten verändert)";
/// The key of the Stadt Göttingen.
pub const CITY: &str = "03159016";
/// The uninhabited forest, which belongs to no unit.
const FOREST: &str = "03159501";

/// The Samtgemeinden by the property `SG` of the boundary file.
const SAMTGEMEINDEN: [(&str, &str); 4] = [
    ("5401", "Samtgemeinde Dransfeld"),
    ("5402", "Samtgemeinde Gieboldehausen"),
    ("5403", "Samtgemeinde Hattorf am Harz"),
    ("5404", "Samtgemeinde Radolfshausen"),
];

/// The sample county.
#[derive(Debug, Clone)]
pub struct Sample {
    /// Three plans over its sources and three views to begin with.
    pub project: Project,
    /// The bytes of its sources.
    pub blocks: Blocks,
}

/// Makes the sample county.
///
/// # Errors
/// No working copy of the compiled-in database can be made (a full disk).
pub fn sample() -> Result<Sample, Refused> {
    let limits = Limits::default();
    let mut boundaries = geojson::read(BOUNDARIES, &Options::default())?;
    boundaries.notice = Some(NOTICE.to_owned());
    let register = Register::new(boundaries.districts.clone());
    let topology = Topology::build(&boundaries.polygons, SAME_DEGREES).topology;
    let blocks = [
        Block::of_boundaries(&boundaries, "lkgoe_gemeinden_heute.geojson"),
        Block::of_indicators(&indicators::read(INDICATORS, &limits)?, "lkgoe_kennzahlen.sqlite"),
    ];
    let descriptions = descriptions()?;
    let draft = |bytes: &[u8], id: u32, name: &str| -> Result<Plan, Refused> {
        let mut plan = plan_file::read(bytes, &register, &limits)?.plan(PlanId(id), name);
        plan.description = "Beispiel, frei erfunden: kein Plan des Landkreises.".to_owned();
        plan.areas.iter_mut().for_each(|it| describe(it, &descriptions));
        put_in_order(&mut plan);
        plan.target = Target::MeanBesideCity;
        keep_city(&mut plan);
        Ok(plan)
    };
    let project = Project {
        name: "Landkreis Göttingen (Beispiel)".to_owned(),
        sources: blocks.iter().map(|it| it.source.clone()).collect(),
        plans: vec![starting_plan(&register, &topology), draft(PLAN_A, 2, "Entwurf A (fiktiv)")?, draft(PLAN_B, 3, "Entwurf B (fiktiv)")?],
        city: [DistrictKey::new(CITY)].into(),
        views: views(),
        classing: [(IndicatorId::new("kinder_sgb2"), steady_classes())].into(),
        ..Project::default()
    };
    let blocks = blocks.into_iter().map(|it| (it.source.id, Arc::from(it.bytes))).collect();
    Ok(Sample { project, blocks })
}

/// The same limits on every map of the indicator that the views show, districts or areas: a colour means the same from one to the
/// next.
fn steady_classes() -> Classing {
    Classing { method: ClassMethod::Manual(vec![8.0, 12.0, 16.0, 20.0]), classes: 5, ..Classing::default() }
}

/// What a presentation of the sample shows; the first is what it opens with.
fn views() -> Vec<SavedView> {
    let view = |id: u32, title: &str, sentence: &str, indicator: Option<&str>, level: Level| SavedView {
        id: ViewId(id),
        title: title.to_owned(),
        sentence: sentence.to_owned(),
        plan: Some(PlanId(2)),
        indicator: indicator.map(IndicatorId::new),
        period: indicator.and_then(|_| Period::parse("2023")),
        level,
        classing: None,
        extent: None,
        selection: Selection::default(),
        with_city: true,
    };
    vec![
        view(1, "Kinder in SGB-II-Haushalten", "Der Südharz trägt am schwersten (Beispielwerte).", Some("kinder_sgb2"), Level::Districts),
        view(
            2,
            "Dasselbe in den Räumen des Entwurfs A",
            "Was die Räume zusammenfassen (Beispielwerte).",
            Some("kinder_sgb2"),
            Level::Areas,
        ),
        view(3, "Sieben Räume, ein Entwurf", "Der Entwurf ist frei erfunden.", None, Level::Districts),
    ]
}

/// Name and reason of each area by its code.
fn descriptions() -> Result<BTreeMap<String, (String, String)>, Refused> {
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(AREAS.as_bytes());
    let broken =
        |_| Refused::new(finding(Severity::Error, codes::LINE_INCOMPLETE, say!("storage-line-unreadable"), say!("storage-remedy-line")));
    let rows = reader.deserialize::<(String, String, String)>();
    rows.map(|row| row.map(|(code, name, reason)| (code, (name, reason))).map_err(broken)).collect()
}

fn describe(area: &mut PlanningArea, descriptions: &BTreeMap<String, (String, String)>) {
    if let Some((name, reason)) = descriptions.get(&area.code) {
        area.name.clone_from(name);
        area.reason.clone_from(reason);
    }
}

/// The area that is the city alone may only grow: a stroke that slips over its only district doesn't empty it.
fn keep_city(plan: &mut Plan) {
    let city = plan.area_of.iter().find(|it| it.0.as_str() == CITY).map(|it| *it.1);
    let Some(city) = city.filter(|it| plan.districts_of(*it).count() == 1) else { return };
    plan.areas.iter_mut().filter(|it| it.id == city).for_each(|it| it.lock = Lock::KeepAtLeast);
}

/// R1 before R2, numbered and coloured in that order, so that both drafts show the same area in the same colour.
fn put_in_order(plan: &mut Plan) {
    plan.areas.sort_by(|a, b| a.code.cmp(&b.code));
    let number = |code: &str| code.trim_start_matches('R').parse::<u32>().unwrap_or(u32::MAX);
    let new_ids: BTreeMap<AreaId, AreaId> = plan.areas.iter().map(|it| (it.id, AreaId(number(&it.code)))).collect();
    for area in &mut plan.areas {
        area.id = new_ids.get(&area.id).copied().unwrap_or(area.id);
        area.colour = Colour::of_area((area.id.0 as usize).saturating_sub(1));
    }
    plan.area_of.values_mut().for_each(|it| *it = new_ids.get(it).copied().unwrap_or(*it));
}

/// Today's Samtgemeinden and Einheitsgemeinden, each an area, in the order of their keys.
fn starting_plan(register: &Register, topology: &Topology) -> Plan {
    let mut plan = Plan { untouchable: true, target: Target::MeanBesideCity, ..Plan::empty(Plan::STARTING, "Ausgangsplan") };
    plan.description = "Wie heute: die Stadt Göttingen, 14 Einheitsgemeinden und 4 Samtgemeinden. Zum Verändern bitte kopieren.".to_owned();
    let mut units: BTreeMap<String, AreaId> = BTreeMap::new();
    for district in register.districts().iter().filter(|it| it.key.as_str() != FOREST) {
        let code = district.attributes.get("SG").cloned().unwrap_or_default();
        let together = SAMTGEMEINDEN.iter().find(|it| it.0 == code).map(|it| it.1);
        let name = together.unwrap_or(&district.name).to_owned();
        let area = *units.entry(name.clone()).or_insert_with(|| {
            let number = plan.areas.len();
            plan.areas.push(unit(number, name));
            AreaId(u32::try_from(number + 1).unwrap_or(u32::MAX))
        });
        plan.area_of.insert(district.key.clone(), area);
    }
    colour_areas(&mut plan, register, topology);
    plan
}

fn unit(number: usize, name: String) -> PlanningArea {
    PlanningArea {
        id: AreaId(u32::try_from(number + 1).unwrap_or(u32::MAX)),
        code: format!("G{}", number + 1),
        name,
        colour: Colour::of_area(number),
        reason: String::new(),
        lock: Lock::Free,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::{
        model::{indicator::Role, value::State},
        storage::source_block::catalog_of,
    };

    #[test]
    fn the_sample_is_a_whole_project() {
        let Sample { project, blocks } = sample().unwrap();
        let list: Vec<_> = project.sources.iter().map(|it| (it.clone(), blocks[&it.id].clone())).collect();
        let (catalog, findings) = catalog_of(&list, 1, &Limits::default()).unwrap();
        assert!(!findings.has_errors(), "{findings:?}");
        assert_eq!((catalog.register.len(), catalog.ground.topology.rook_pairs().count()), (40, 97));
        let surface: f64 = catalog.ground.topology.districts().map(|it| catalog.ground.topology.surface(it)).sum();
        assert!((surface / 1e6 - 1_753.805).abs() < 5e-4, "{surface}");
        let (_, population) = catalog.population(None).unwrap();
        assert_eq!(population.iter().filter_map(|it| it.known_value()).sum::<f64>(), 328_952.0);
        assert!(catalog.is_uninhabited(catalog.register.find(&DistrictKey::new(FOREST)).unwrap()));
        assert_eq!(catalog.with_role(Role::RegisterSurface).unwrap().indicator.id.as_str(), "flaeche_km2");
        let states = catalog.series().iter().flat_map(|it| (0..it.periods().len()).flat_map(|at| it.at(at))).map(|it| it.state);
        let (mut suppressed, mut missing) = (0, 0);
        states.for_each(|it| match it {
            State::Suppressed(_) => suppressed += 1,
            State::Missing(_) => missing += 1,
            _ => {}
        });
        assert!(suppressed > 100 && missing > 100);
        assert_eq!(catalog.notices[0], NOTICE);
        assert!(catalog.notices[1].contains("Beispielwert (erfunden)"));
    }

    #[test]
    fn the_plans_are_what_a_planner_starts_from() {
        let project = sample().unwrap().project;
        let shape: Vec<_> = project.plans.iter().map(|it| (it.name.as_str(), it.areas.len(), it.area_of.len(), it.untouchable)).collect();
        assert_eq!(shape, [("Ausgangsplan", 19, 39, true), ("Entwurf A (fiktiv)", 7, 39, false), ("Entwurf B (fiktiv)", 6, 39, false)]);
        for plan in &project.plans[1..] {
            assert!(plan.areas.iter().all(|it| !it.name.is_empty() && it.reason.starts_with("Beispieltext (erfunden)")));
            assert!(!plan.area_of.contains_key(&DistrictKey::new(FOREST)));
        }
        let locked = |plan: &Plan| plan.areas.iter().filter(|it| it.lock != Lock::Free).map(|it| it.code.clone()).collect::<Vec<_>>();
        assert_eq!(project.plans.iter().map(locked).collect::<Vec<_>>(), [vec![], vec!["R7".to_owned()], vec!["R7".to_owned()]]);
        let colour = |plan: usize, code: &str| project.plans[plan].areas.iter().find(|it| it.code == code).map(|it| it.colour);
        assert_eq!(colour(1, "R7"), colour(2, "R7"));
        let dransfeld = project.plans[0].areas.iter().find(|it| it.name == "Samtgemeinde Dransfeld").unwrap();
        assert_eq!(project.plans[0].districts_of(dransfeld.id).count(), 5);
    }

    #[test]
    fn every_view_of_an_indicator_shows_it_in_the_same_classes() {
        let project = sample().unwrap().project;
        let shown: Vec<_> = project.views.iter().filter_map(|it| Some((it.indicator.as_ref()?, &it.classing))).collect();
        assert_eq!(shown.len(), 2);
        assert!(shown.iter().all(|it| it.1.is_none() && project.classing.get(it.0) == Some(&steady_classes())), "{shown:?}");
    }

    #[test]
    fn the_city_alone_is_measured_by_no_target() {
        let plans = sample().unwrap().project.plans;
        assert!(plans.iter().all(|it| it.target == Target::MeanBesideCity));
    }

    #[test]
    fn the_sample_is_the_same_every_time() {
        let (one, other) = (sample().unwrap(), sample().unwrap());
        assert_eq!((one.project, one.blocks), (other.project, other.blocks));
    }
}
