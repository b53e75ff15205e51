//! Which attributes of the districts look like groupings that one may want to paint by.

use std::collections::BTreeMap;

use crate::{
    geometry::{DistrictIx, shape},
    model::catalog::Catalog,
    words::Words,
};

/// Attributes with at least two values, fewer than districts, whose groups mostly hang together on the map: a Samtgemeinde
/// does, „Stadt“ or „Flecken“ does not. In the order of their names.
pub(super) fn groupings(catalog: &Catalog) -> Vec<String> {
    let register = &catalog.register;
    let mut by_field: BTreeMap<&str, BTreeMap<&str, Vec<DistrictIx>>> = BTreeMap::new();
    for (district, it) in register.iter() {
        for (field, value) in it.attributes.iter().filter(|it| !it.1.is_empty()) {
            by_field.entry(field).or_default().entry(value).or_default().push(district);
        }
    }
    let grouping = |groups: &BTreeMap<&str, Vec<DistrictIx>>| {
        let held: usize = groups.values().map(Vec::len).sum();
        groups.len() >= 2 && groups.len() < register.len() && held * 2 > register.len() && hangs_together(catalog, groups)
    };
    by_field.iter().filter(|it| grouping(it.1)).map(|it| (*it.0).to_owned()).collect()
}

/// At most one part in four beyond one for each group: exclaves are allowed, a scatter is not.
fn hangs_together(catalog: &Catalog, groups: &BTreeMap<&str, Vec<DistrictIx>>) -> bool {
    let several: Vec<_> = groups.values().filter(|it| it.len() > 1).collect();
    let parts = |members: &Vec<DistrictIx>| shape::parts(&catalog.ground.topology, members, |it| members.binary_search(&it).is_ok()).len();
    let all: usize = several.iter().map(|it| parts(it)).sum();
    !several.is_empty() && all <= several.len() + several.len().div_ceil(4)
}

/// What an attribute is called; the usual fields of the offices have their German names.
pub(super) fn field_name(field: &str, words: &Words) -> String {
    match field.to_uppercase().as_str() {
        "SG" | "VG" | "VWG" | "SAMTGEMEINDE" => words.say("planning-group-joint"),
        "KRS" | "KREIS" | "LK" => words.say("planning-group-county"),
        "LAND" | "BL" => words.say("planning-group-state"),
        _ => field.to_owned(),
    }
}

/// What one district is called: Gemeinde where the keys are those of Gemeinden, else Gebiet.
pub(super) fn district_key(catalog: &Catalog) -> &'static str {
    let is_key = |key: &str| matches!(key.len(), 8 | 12) && key.bytes().all(|it| it.is_ascii_digit());
    let all = !catalog.register.is_empty() && catalog.register.districts().iter().all(|it| is_key(it.key.as_str()));
    if all { "planning-district-municipality" } else { "planning-district" }
}
