//! Starting plan: what a planner begins with who brings boundaries of their own.
//!
//! **Promise.** Two plans: a protected one as things are today, and an empty draft to draw on. Where an attribute says which
//! districts belong together and the groups hang together on the map, they are the areas of the first; else it has none.
//! **Not here.** How a plan is kept or shown.

use std::collections::BTreeSet;

use super::grouping::{Grouping, field_name, groupings, groups_of};
use crate::{
    geometry::DistrictIx,
    model::{
        catalog::Catalog,
        colouring::colour_areas,
        id::{AreaId, PlanId},
        plan::Plan,
        planning_area::{Colour, Lock, PlanningArea},
    },
    words::Words,
};

/// Fields under which offices deliver what lies between Gemeinde and county, and then counties themselves.
const KNOWN: [&str; 15] = [
    "SG",
    "SAMTGEMEINDE",
    "VG",
    "VWG",
    "VBG",
    "VERBAND",
    "VERBANDSGEMEINDE",
    "GEMEINDEVERBAND",
    "AMT",
    "STADTTEIL",
    "BEZIRK",
    "STADTBEZIRK",
    "KREIS",
    "KRS",
    "LK",
];
/// An attribute under another name must tell at least so many groups apart: two could be any flag.
const TELLING: usize = 3;

/// „Ausgangsplan“ and „Entwurf A“.
pub fn starting_plans(catalog: &Catalog, words: &Words) -> Vec<Plan> {
    let draft = words.say_with("plan-new-name", &[("letter", "A".into())]);
    vec![as_today(catalog, words), Plan::empty(PlanId(2), draft)]
}

fn as_today(catalog: &Catalog, words: &Words) -> Plan {
    let mut plan = Plan { untouchable: true, ..Plan::empty(Plan::STARTING, words.say("plan-starting-name")) };
    let Some(field) = best(catalog, &groupings(catalog)) else {
        plan.description = words.say("plan-starting-empty");
        return plan;
    };
    let group = field_name(&field, words);
    plan.description = words.say_with("plan-starting-by", &[("group", group.as_str().into())]);
    let names = field_with_names(catalog, &field);
    for (number, (value, members)) in groups_of(catalog, &field).into_iter().enumerate() {
        let id = AreaId(u32::try_from(number + 1).unwrap_or(u32::MAX));
        let name = match value.chars().any(char::is_alphabetic) {
            true => value.to_owned(),
            false => name_of(catalog, &members, names.as_deref()).unwrap_or_else(|| format!("{group} {value}")),
        };
        plan.areas.push(area(id, number, name));
        let keys = members.iter().filter_map(|it| catalog.register.get(*it)).map(|it| (it.key.clone(), id));
        plan.area_of.extend(keys);
    }
    colour_areas(&mut plan, &catalog.register, &catalog.ground.topology);
    plan
}

fn area(id: AreaId, number: usize, name: String) -> PlanningArea {
    let code = format!("G{}", number + 1);
    PlanningArea { id, code, name, colour: Colour::of_area(number), reason: String::new(), lock: Lock::Free }
}

/// A field of the offices first, in their order; else the one with the most groups, if they are enough to mean something.
fn best(catalog: &Catalog, groupings: &[Grouping]) -> Option<String> {
    let whole: Vec<&Grouping> = groupings.iter().filter(|it| it.hangs_together).collect();
    let known = KNOWN.iter().find_map(|name| whole.iter().find(|it| it.field.to_uppercase() == *name));
    let telling = || {
        let counted = whole.iter().map(|it| (groups_of(catalog, &it.field).len(), it));
        let telling = counted.filter(|it| it.0 >= TELLING && it.0 * 2 <= catalog.register.len());
        telling.reduce(|most, it| if it.0 > most.0 { it } else { most }).map(|it| it.1)
    };
    known.or_else(telling).map(|it| it.field.clone())
}

/// The attribute that says in words what another says in numbers: as many values, one for each group.
fn field_with_names(catalog: &Catalog, field: &str) -> Option<String> {
    let groups = groups_of(catalog, field);
    let first = catalog.register.districts().first()?;
    let named = first.attributes.keys().find(|name| {
        let values: Option<Vec<&str>> = groups.values().map(|members| common(catalog, members, name)).collect();
        let distinct: BTreeSet<&str> = values.iter().flatten().copied().collect();
        distinct.len() == groups.len() && distinct.iter().all(|it| it.chars().filter(|it| it.is_alphabetic()).count() > 2)
    });
    named.cloned()
}

/// The value that all of them share.
fn common<'a>(catalog: &'a Catalog, members: &[DistrictIx], field: &str) -> Option<&'a str> {
    let mut values = members.iter().map(|it| catalog.register.get(*it).and_then(|it| it.attributes.get(field)));
    let first = values.next()??;
    values.all(|it| it == Some(first)).then_some(first.as_str())
}

/// Of a group under a number: one district alone lends its name, several are called by the attribute that has names.
fn name_of(catalog: &Catalog, members: &[DistrictIx], names: Option<&str>) -> Option<String> {
    match members {
        [only] => catalog.register.get(*only).map(|it| it.name.clone()),
        several => common(catalog, several, names?).map(str::to_owned),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::{
        analysis::testing,
        model::catalog::{District, Register},
        words::{Language, Terms},
    };
    use std::{collections::BTreeMap, sync::Arc};

    /// Four by three districts; `attributes` says what is known of the one in this column and row.
    fn county(attributes: impl Fn(usize, usize) -> Vec<(&'static str, String)>) -> Catalog {
        let catalog = testing::catalog(12, 4, Vec::new());
        let district = |(at, it): (usize, &District)| {
            let attributes: BTreeMap<String, String> =
                attributes(at % 4, at / 4).into_iter().map(|(field, value)| (field.to_owned(), value)).collect();
            District { attributes, ..it.clone() }
        };
        let register = Register::new(catalog.register.districts().iter().enumerate().map(district).collect());
        Catalog::new(Arc::new(register), Arc::clone(&catalog.ground), Vec::new(), Vec::new(), 1)
    }

    fn plans(catalog: &Catalog) -> Vec<Plan> {
        starting_plans(catalog, &Words::new(Language::German, &Terms::default()))
    }

    #[test]
    fn groups_that_hang_together_are_the_areas_of_today() {
        let column = |x: usize, y: usize| {
            vec![("BEZ", if (x + y).is_multiple_of(2) { "Stadt" } else { "Flecken" }.to_owned()), ("SG", format!("540{x}"))]
        };
        let plans = plans(&county(column));
        assert_eq!(
            (plans[0].name.as_str(), plans[0].untouchable, plans[0].areas.len(), plans[0].area_of.len()),
            ("Ausgangsplan", true, 4, 12)
        );
        assert_eq!(plans[0].areas[1].name, "Samtgemeinde 5401");
        assert!(plans[0].description.contains("Samtgemeinde"));
        assert_eq!((plans[1].name.as_str(), plans[1].untouchable, plans[1].areas.len()), ("Entwurf A", false, 0));
    }

    #[test]
    fn areas_are_called_by_the_attribute_with_names() {
        let named = |x: usize, _: usize| {
            let name = ["Dransfeld", "Hattorf", "Hattorf", "Radolfshausen"][x];
            vec![("VERBAND_NR", ["1", "2", "2", "3"][x].to_owned()), ("VERBAND_NAME", name.to_owned())]
        };
        let names = |plans: &[Plan]| plans[0].areas.iter().map(|it| it.name.clone()).collect::<Vec<String>>();
        assert_eq!(names(&plans(&county(named))), ["Dransfeld", "Hattorf", "Radolfshausen"]);
        // One district alone is called by its group's name too, where the group has one.
        let alone = |x: usize, y: usize| vec![("Stadtteil", if (x, y) == (0, 0) { "Insel" } else { ["West", "Ost"][x / 2] }.to_owned())];
        assert_eq!(names(&plans(&county(alone))), ["Insel", "Ost", "West"]);
    }

    #[test]
    fn without_such_an_attribute_nothing_is_made_up() {
        let scattered =
            |x: usize, y: usize| vec![("BEZ", ["A", "B", "C"][(x * 5 + y * 7) % 3].to_owned()), ("Küste", u8::from(x == 0).to_string())];
        let plans = plans(&county(scattered));
        assert_eq!((plans[0].areas.len(), plans[0].area_of.len(), plans[0].untouchable), (0, 0, true));
        assert_eq!(super::super::grouping::groupings(&county(scattered)).len(), 2, "they can still be painted by");
    }
}
