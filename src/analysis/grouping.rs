//! Grouping: attributes by which districts belong together, such as their Samtgemeinde.
//!
//! **Promise.** Found from the values alone, whatever the office calls the field.
//! **Not here.** What is painted by a group (`desk::drawing`), the plan that today's groups make ([`super::starting_plan`]).

use std::collections::BTreeMap;

use crate::{
    geometry::{DistrictIx, shape},
    model::catalog::Catalog,
    words::Words,
};

/// An attribute with at least two values and fewer than districts, known of more than half of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grouping {
    /// The attribute.
    pub field: String,
    /// Whether its groups mostly hang together on the map: a Samtgemeinde does, „Stadt“ or „Flecken“ does not.
    pub hangs_together: bool,
}

/// The districts by each value of one attribute, both in order.
pub type Groups<'a> = BTreeMap<&'a str, Vec<DistrictIx>>;

/// All groupings in the order of their names. O(districts × attributes).
pub fn groupings(catalog: &Catalog) -> Vec<Grouping> {
    let register = &catalog.register;
    let is_grouping = |groups: &Groups<'_>| {
        let held: usize = groups.values().map(Vec::len).sum();
        groups.len() >= 2 && groups.len() < register.len() && held * 2 > register.len()
    };
    let all = by_field(catalog).into_iter().filter(|it| is_grouping(&it.1));
    all.map(|(field, groups)| Grouping { field: field.to_owned(), hangs_together: hangs_together(catalog, &groups) }).collect()
}

/// The districts by the values of one attribute; those without one are in no group.
pub fn groups_of<'a>(catalog: &'a Catalog, field: &str) -> Groups<'a> {
    let mut groups = Groups::new();
    for (district, it) in catalog.register.iter() {
        if let Some(value) = it.attributes.get(field).filter(|it| !it.is_empty()) {
            groups.entry(value).or_default().push(district);
        }
    }
    groups
}

fn by_field(catalog: &Catalog) -> BTreeMap<&str, Groups<'_>> {
    let mut by_field: BTreeMap<&str, Groups<'_>> = BTreeMap::new();
    for (district, it) in catalog.register.iter() {
        for (field, value) in it.attributes.iter().filter(|it| !it.1.is_empty()) {
            by_field.entry(field).or_default().entry(value).or_default().push(district);
        }
    }
    by_field
}

/// At most one part in four beyond one for each group: exclaves are allowed, a scatter is not.
fn hangs_together(catalog: &Catalog, groups: &Groups<'_>) -> bool {
    let several: Vec<_> = groups.values().filter(|it| it.len() > 1).collect();
    let parts = |members: &Vec<DistrictIx>| shape::parts(&catalog.ground.topology, members, |it| members.binary_search(&it).is_ok()).len();
    let all: usize = several.iter().map(|it| parts(it)).sum();
    !several.is_empty() && all <= several.len() + several.len().div_ceil(4)
}

/// What an attribute is called; the usual fields of the offices have their German names.
pub fn field_name(field: &str, words: &Words) -> String {
    match field.to_uppercase().as_str() {
        "SG" | "VG" | "VWG" | "SAMTGEMEINDE" => words.say("analysis-group-joint"),
        "KRS" | "KREIS" | "LK" => words.say("analysis-group-county"),
        "LAND" | "BL" => words.say("analysis-group-state"),
        _ => field.to_owned(),
    }
}
